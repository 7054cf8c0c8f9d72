"""Neither nbgrader's commands nor its formgrader go round ecotools, and all show the same numbers."""

import subprocess
import sys
from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment
from nbformat.v4 import new_markdown_cell, new_notebook
from nbgrader.server_extensions.formgrader import handlers

from ecotools.grading import notes
from ecotools.grading.formgrader import pages
from ecotools.grading.formgrader.earlier import ShowEarlier
from ecotools.grading.formgrader.scores import FormgraderAPI
from ecotools.grading.grade import grade_assignment
from ecotools.grading.gradebook.graded_notebooks import executed
from ecotools.grading.gradebook.marks import read_marks
from ecotools.grading.pipeline.by_hand import EARLIER

from .conftest import tiny  # noqa: F401 - a fixture
from .marked import copy_of, mark, marked  # noqa: F401 - a fixture
from .tiny import NAME


@pytest.fixture
def course(marked, tmp_path):  # noqa: F811
    return copy_of(marked, tmp_path)


def nbgrader(course, *words):
    command = [sys.executable, "-m", "nbgrader", *words]
    return subprocess.run(command, cwd=course.root, capture_output=True, text=True, check=False)


def test_nbgrader_autograde_by_hand_is_ecotools_grade(course):
    done = nbgrader(course, "autograde", NAME, "--student", "ada", "--force")
    assert done.returncode == 0 and "ada: graded by ecotools grade" in done.stderr, done.stderr
    said = executed(course.autograded / "ada" / NAME / f"{NAME}.ipynb")
    assert "nbgrader" not in said.sandbox, "nbgrader's own engine notes nothing"
    assert [one.by_person for one in read_marks(course, NAME)[0].cells.values()] == [False, False, True]


def test_what_cannot_be_graded_fails_in_nbgrader_and_says_why(course):
    done = nbgrader(course, "autograde", NAME, "--student", "hana")
    assert done.returncode == 1 and f"submitted/hana/{NAME}/{NAME}.ipynb: not a notebook" in done.stderr


def test_the_icon_for_feedback_writes_our_page_without_the_hidden_tests(course):
    result = course.api().generate_feedback(NAME, "ada")
    assert result["success"] and "ada: written by ecotools feedback" in result["log"], result
    page = (course.feedback / "ada" / NAME / f"{NAME}.html").read_text(encoding="utf-8")
    assert "share(1, 4)" in page and "share(3, 8)" not in page
    assert not (course.feedback / "chen").exists(), "only who was asked for"


def test_the_lists_of_the_formgrader_have_the_numbers_of_the_feedback(course):
    with course.gradebook() as gradebook:
        again = gradebook.find_grade("01-q3", NAME, NAME, "chen")
        again.manual_score, again.needs_manual_grade = 1, True  # given for another answer
        gradebook.db.commit()
    feedback = {one.student: one.score for one in read_marks(course, NAME)}
    api = FormgraderAPI(config=course.config())
    for rows in (api.get_submissions(NAME), api.get_notebook_submissions(NAME, NAME)):
        assert {row["student"]: row["score"] for row in rows if row["id"]} == feedback
    assert {row["id"]: row["score"] for row in api.get_students()} | {"hana": 0} == feedback | {"hana": 0}
    assert api.get_submission(NAME, "chen")["written_score"] == 0
    assert api.get_submission(NAME, "ada")["score"] == 4.5, "less what is taken off for being late"
    (ada,) = api.get_student_notebook_submissions("ada", NAME)
    assert (ada["score"], ada["code_score"], ada["written_score"]) == (4.5, 5, 1.5)


@pytest.mark.parametrize("stamp", ["", "2026-03-01 12:00:00 CEST", "some day"])
def test_the_lists_read_when_it_was_handed_in_as_grading_does(course, stamp):
    (course.handed_in("ada", NAME) / "timestamp.txt").write_text(stamp)
    api = FormgraderAPI(config=course.config())
    grade_assignment(course, NAME, ["ada"])
    assert {row["student"]: row["autograded"] for row in api.get_submissions(NAME)}["ada"], "and is not new"
    said = api.get_submitted_timestamp(NAME, "ada")
    assert str(said) == ("2026-03-01 10:00:00" if "CEST" in stamp else "None")


@pytest.mark.parametrize("name", sorted(pages.SCRIPTS))
def test_the_scripts_of_this_nbgrader_get_their_names(name):
    file = Path(handlers.static_path, "js", name)
    theirs, ours = file.read_text(encoding="utf-8"), pages.replaced(str(file), pages.SCRIPTS).decode()
    assert all(old in theirs and old not in ours for old in pages.SCRIPTS[name])


def test_the_pages_of_this_nbgrader_name_our_commands():
    for name, words in pages.TEMPLATES.items():
        theirs = Path(handlers.template_path, name).read_text(encoding="utf-8")
        assert all(old in theirs for old in words)
        ours = pages.Pages(DictLoader({name: theirs})).get_source(Environment(), name)[0]
        assert "ecotools grade" in ours and "nbgrader autograde" not in ours


def test_a_mark_for_an_earlier_answer_stands_before_the_new_one_and_runs_nothing():
    cell = new_markdown_cell("New.")
    earlier = {
        "score": 1.0,
        "extra": 0.5,
        "points": 1.0,
        "comment": "Good.",
        "answer": "````\n<script>",
        "of": "a",
    }
    cell.metadata = {"nbgrader": {"grade_id": "q3"}, notes.KEY: {EARLIER: earlier}}
    shown, _ = ShowEarlier().preprocess(new_notebook(cells=[cell]), {})
    before, after = shown.cells
    assert after == cell and "1 of 1 and 0.5 extra" in before.source and "nbgrader" not in before.metadata
    assert "`````text\n````\n<script>\n`````" in before.source, "as text, whatever is in it"
