"""An assignment that knows nothing of this course is graded, too: nbgrader's cells, plain asserts."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from ecotools.cli import main
from ecotools.grading.course import CONFIG, Course
from ecotools.grading.gradebook import results
from ecotools.notebooks import new, write

from .tiny import graded

NAME = "07-plain"
CELLS = [
    "Fill in what is missing.",
    (
        "code",
        "def square(x):\n    ### BEGIN SOLUTION\n    return x * x\n    ### END SOLUTION",
        graded("square", "solution"),
    ),
    ("code", "assert square(3) == 9", graded("test_square", "check", 2)),
    ("code", "import math\nassert math.isclose(square(0.1), 0.01)", graded("test_small", "check", 1)),
    ("code", "square(12)"),
]
ANSWERS = {"ada": "return x ** 2", "bola": "return x + x", "chen": "raise NotImplementedError()"}


@pytest.fixture
def course(tmp_path):
    made = Course(tmp_path)
    shutil.copy(Path(__file__).parents[2] / CONFIG, tmp_path / CONFIG)
    write(new(CELLS), made.solutions / NAME / f"{NAME}.ipynb")
    for student, answer in ANSWERS.items():
        cells = [*CELLS]
        cells[1] = ("code", f"def square(x):\n    {answer}", graded("square", "solution"))
        write(new(cells), made.submitted / student / NAME / f"{NAME}.ipynb")
    return made


def test_it_is_graded_and_reported(course):
    said = CliRunner().invoke(main, ["grade", "--course", str(course.root)])
    assert said.exit_code == 0, said.output
    with course.gradebook() as gradebook:
        scores = {one.student.id: one.score for one in gradebook.assignment_submissions(NAME)}
    assert scores == {"ada": 3, "bola": 0, "chen": 0}
    table = results.tasks(course, NAME).set_index(["student", "task"])["outcome"]
    assert table["ada"].to_dict() == {"test_square": "right", "test_small": "right"}
    assert table["bola"].to_dict() == {"test_square": "wrong", "test_small": "wrong"}
    assert table["chen"].to_dict() == {"test_square": "error", "test_small": "error"}
    assert "test_square" in (course.root / "report" / "report.html").read_text()
