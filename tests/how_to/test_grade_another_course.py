"""The commands of docs/how-to/grade-another-course.md, in a course that was made for nbgrader alone."""

import csv

import pytest
from click.testing import CliRunner

from ecotools.cli import main
from ecotools.grading.course import CONFIG, Course
from tests.grading.conftest import needs_fork
from tests.grading.foreign import SQUARE, hand_in, write_old

from .pages import block_for, commands

PAGE = "grade-another-course"
STUB = "# YOUR CODE HERE\nraise NotImplementedError()"


@pytest.fixture(scope="module")
def said(tmp_path_factory):
    """The folder of the course after all commands, and what each said, by its first word."""
    folder, said = tmp_path_factory.mktemp("mycourse"), {}
    write_old(SQUARE, folder / "source" / "ps1" / "squares.ipynb")
    (folder / CONFIG).write_text("c = get_config()\nc.CourseDirectory.course_id = 'mycourse'\n")
    submitted = folder / "submitted"
    hand_in(
        folder / "source" / "ps1", submitted / "ada" / "ps1", {"square": "def square(x):\n    return x * x"}
    )
    hand_in(folder / "source" / "ps1", submitted / "emil" / "ps1", {"square": STUB})
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        for words in commands(PAGE):
            if words[0] != "doctor":
                said[words[0]] = CliRunner().invoke(main, words, catch_exceptions=False)
    return folder, said


@needs_fork
def test_the_commands_grade_the_course_and_leave_it_as_it_is(said):
    folder, said = said
    assert {name: result.output for name, result in said.items() if result.exit_code} == {}
    with (folder / "grades.csv").open(encoding="utf-8", newline="") as lines:
        scores = {row["student"]: (row["score"], row["max_score"]) for row in csv.DictReader(lines)}
    assert scores == {"ada": ("2", "2"), "emil": ("0", "2")}
    assert (folder / "feedback" / "ada" / "ps1" / "squares.html").exists()


def test_the_four_lines_name_what_there_is(tmp_path):
    text = block_for(PAGE, CONFIG)
    (tmp_path / CONFIG).write_text(f"c = get_config()\nc.CourseDirectory.course_id = 'mycourse'\n{text}")
    config = Course(tmp_path).config()
    assert config.Autograde.exporter_class.endswith("GradeInstead")
    for line in text.splitlines():
        module, _, name = line.split('"')[1].rpartition(".")
        assert hasattr(__import__(module, fromlist=[name]), name)
