"""A new module runs and is proven; `ecotools lint` names what is still to write."""

import runpy
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from ecotools.cli import main
from ecotools.grading.authoring import pattern
from ecotools.grading.authoring.new_module import NewModuleError, make_module, skeleton
from ecotools.grading.authoring.proof import prove_assignment
from ecotools.grading.authoring.release import release_assignment
from ecotools.grading.authoring.structure import problems
from ecotools.grading.course import CONFIG, Course
from ecotools.notebooks import hygiene, lessons, read, write
from ecotools.notebooks import pattern as lesson_pattern
from ecotools.sources import references
from tests.grading.conftest import needs_fork

ROOT = Path(__file__).parents[3]
NAME = "14-licences"
OWN = "case = variant(STUDENT_ID)\norders = case.ledger.orders\n"
SMALL = 'orders = pd.DataFrame({"customer_id": [5, 2, 5], "amount": [9.0, 4.0, 9.0], "refunded": 0.0})\n'


@pytest.fixture
def course(tmp_path):
    """A course with one new module, whose data are small."""
    shutil.copy(ROOT / CONFIG, tmp_path)
    (tmp_path / "course").mkdir()
    shutil.copy(ROOT / "course" / "00-start-here.ipynb", tmp_path / "course")
    course = Course(tmp_path)
    make_module(course, NAME)
    edit(course, OWN, SMALL)
    return course


def edit(course, old, new):
    """Replace a text in the assignment."""
    path = course.solutions / NAME / f"{NAME}.ipynb"
    notebook = read(path)
    assert any(old in cell.source for cell in notebook.cells), f"{old!r} is not in the assignment"
    for cell in notebook.cells:
        cell.source = cell.source.replace(old, new)
    write(notebook, path)


def findings(course):
    return "\n".join([*pattern.problems(course.assignment(NAME)), *pattern.shown_answers(course, NAME)])


def test_what_is_missing_is_what_is_marked(course):
    lesson = course.root / "course" / f"{NAME}.ipynb"
    found = [*hygiene.problems(lesson), *hygiene.problems(course.solutions / NAME / f"{NAME}.ipynb")]
    assert found and all("TODO in its text" in text for text in found)
    assert lessons.problems(lesson) == lesson_pattern.problems(lesson) == references.problems(lesson) == []
    assert problems(course.assignment(NAME)) == [] and findings(course) == ""


@needs_fork
def test_it_is_released_and_proven(course):
    release_assignment(course, NAME)
    proof = prove_assignment(course, NAME)
    assert proof.findings() == [] and proof.low_scores() == []


def test_a_name_that_is_none_or_taken_is_refused(course):
    with pytest.raises(NewModuleError, match="two digits and words"):
        make_module(course, "licences")
    with pytest.raises(NewModuleError, match="there already"):
        make_module(course, NAME)


def test_the_command_says_what_was_written_and_what_is_next(course):
    (course.root / "course" / f"{NAME}.ipynb").unlink()
    result = CliRunner().invoke(main, ["new-module", NAME, "--course", str(course.root)])
    assert result.exit_code == 1 and "there already" in result.output


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("five tasks and 20 points", "five tasks and 21 points", "21 points in the text, 20 in the tasks"),
        ("| 2 | TODO |", "| 3 | TODO |", "its rubric goes up to 3 points, the task is worth 2"),
        ("reading(", "read = reading\nread(", "task 14-q1: no cell with reading(…)"),
        ("Example: `share(1, 4)` is `0.25`.", "", "task 14-q1: no example in its text"),
        (
            "Example: `share(1, 4)` is `0.25`.",
            "Example: a quarter.",
            "no example in its text that can be tried",
        ),
        ("<details><summary>Hint 2</summary>", "", "1 hints in its text"),
        ("# Check: run this", "# Run this", "must begin with a line '# Check: …'"),
    ],
)
def test_what_leaves_the_pattern_is_named(course, old, new, found):
    edit(course, old, new)
    assert found in findings(course)


def test_a_check_cell_that_is_open_or_without_its_tag_is_named(course):
    path = course.solutions / NAME / f"{NAME}.ipynb"
    notebook = read(path)
    for cell in notebook.cells:
        if cell.metadata.get("nbgrader", {}).get("grade_id") == "14-q1-check":
            cell.metadata.pop("jupyter")
            cell.metadata.pop("tags")
    write(notebook, path)
    found = findings(course)
    assert "(14-q1-check): a check cell without the tag 'raises-exception'" in found
    assert "a check that is not collapsed" in found


def test_points_of_tasks_py_that_differ_are_named(course):
    path = course.solutions / NAME / "tasks.py"
    path.write_text(path.read_text().replace("points=5", "points=6"))
    assert "task 14-q2: tasks.py gives 6 points, the metadata 5" in findings(course)


def test_a_claim_that_the_lesson_shows_is_named(course):
    path = course.root / "course" / f"{NAME}.ipynb"
    path.write_text(path.read_text().replace("show(small)", "claims.recompute('A07')"))
    assert "shows the claim A07, which the assignment asks about" in findings(course)


def test_a_course_that_holds_decisions_gets_a_file_for_the_one_to_hold(tmp_path):
    decisions = tmp_path / "tests" / "notebooks" / "decisions"
    decisions.mkdir(parents=True)
    assert decisions / "m14.py" in make_module(Course(tmp_path), NAME)
    with pytest.raises(AssertionError, match="TODO: compute with seed 1 what lesson 14 decides"):
        runpy.run_path(str(decisions / "m14.py"))["holds"](1)


def test_the_skeleton_carries_the_number_of_its_module():
    assert "NN" not in skeleton("tasks.txt", NAME) and '"14-q1"' in skeleton("tasks.txt", NAME)
