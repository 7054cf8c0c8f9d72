"""A class is graded by nbgrader: what is right gets its points, and no hand-in stops another."""

import shutil

import pytest

from ecotools.grading.demo.demo_class import hand_in
from ecotools.grading.grade import GradingError, assignments, grade_assignment, unreadable
from ecotools.grading.gradebook import results
from ecotools.grading.gradebook.status import status_table
from ecotools.grading.report import write_report
from ecotools.notebooks import read, write

from .tiny import NAME, SHARE, make_course

KINDS = {"ada": "right", "bola": "another form", "chen": "wrong", "emil": "untouched", "hana": "broken"}


@pytest.fixture(scope="module")
def graded(tiny, tmp_path_factory):
    """A course with a graded class, what came of the hand-ins, and in which order they were done."""
    course = make_course(tmp_path_factory.mktemp("class"))
    shutil.copytree(tiny.exercises, course.exercises)
    for student, kind in KINDS.items():
        hand_in(course, NAME, student, kind)
    copied = hand_in(course, NAME, "ines", "right") / f"{NAME}.ipynb"
    notebook = read(copied)
    notebook.cells.append(notebook.cells[6])
    write(notebook, copied)
    renamed = hand_in(course, NAME, "juan", "right") / f"{NAME}.ipynb"
    renamed.rename(renamed.with_name("my answers.ipynb"))
    before = {path: path.read_bytes() for path in course.exercises.rglob("*.ipynb")}
    done = []
    handins = grade_assignment(course, NAME, on_done=done.append)
    assert {path: path.read_bytes() for path in before} == before, "exercises/ is left alone"
    return course, handins, done


def test_a_broken_hand_in_is_named_with_file_and_place_and_stops_no_other(graded):
    _, handins, done = graded
    assert [handin.student for handin in handins] == [*KINDS, "ines", "juan"]
    assert sorted(done, key=lambda handin: handin.student) == handins
    errors = {handin.student: handin.error for handin in handins if not handin.graded}
    assert set(errors) == {"hana"}
    assert "hana/01-tiny/01-tiny.ipynb: not a notebook: " in errors["hana"]
    repairs = {handin.student: handin.repairs for handin in handins if handin.repairs}
    assert repairs == {
        "ines": ("cell 01-q1-check was there 2 times; one of them counts",),
        "juan": ("my answers.ipynb was graded as 01-tiny.ipynb, whose cells it holds",),
    }


def test_each_task_has_its_points_and_its_outcome(graded):
    table = results.tasks(graded[0], NAME).set_index(["student", "task"])
    assert set(table.index.get_level_values("student")) == {"ada", "bola", "chen", "emil", "ines", "juan"}
    assert table.loc["ada", "outcome"].tolist() == ["right", "right", "to be marked"]
    for student in ("bola", "juan"):
        assert table.loc[student, "score"].iloc[:2].tolist() == [2, 3]
    assert set(table.loc["chen", "outcome"].iloc[:2]) <= {"wrong", "error"}
    assert table.loc["chen", "score"].iloc[:2].sum() == 0
    assert table.loc[("chen", "01-q2"), "message"] != ""
    assert table.loc["emil", "outcome"].tolist() == ["not attempted"] * 3
    assert table.loc["emil", "score"].sum() == 0


def test_the_report_is_a_page_that_needs_nothing_else_and_its_tables(graded, tmp_path):
    course, handins, _ = graded
    grades, page = write_report(course, [NAME], tmp_path / "report", handins)
    html = page.read_text()
    for text in (
        "<html lang=",
        "<title>",
        "<h1>",
        'scope="col"',
        'scope="row"',
        "aria-labelledby",
        "5 of 6 + 1 to mark",
    ):
        assert text in html
    for text in ("http", "<script", "src="):
        assert text not in html
    assert {path.name for path in page.parent.iterdir()} >= {"report.html", "grades.csv", "tasks.csv"}
    by_student = grades.set_index("student")
    assert by_student.loc["ada", ["score", "points", "to_mark", "note"]].tolist() == [5, 6, 1, ""]
    assert by_student.loc["hana", "score"] != by_student.loc["hana", "score"], "not graded is not 0"
    assert "not a notebook" in by_student.loc["hana", "note"]


def test_the_status_says_what_has_become_of_each_hand_in(graded):
    table = status_table(graded[0], [NAME]).set_index("student")
    assert table.loc["ada", "state"] == "1 task to mark" and table.loc["emil", "state"] == "graded"
    assert table.loc["hana", "state"].startswith("cannot be graded: ")
    assert table.loc["ada", "handed_in"].startswith("2026-03-")


def test_grading_one_student_again_leaves_the_others_as_they_were(graded):
    course, _, _ = graded
    others = {p: p.stat().st_mtime_ns for p in course.autograded.rglob("*.ipynb") if "bola" not in p.parts}
    assert [handin.student for handin in grade_assignment(course, NAME, ["bola"])] == ["bola"]
    assert {path: path.stat().st_mtime_ns for path in others} == others


def test_who_did_not_hand_in_and_what_is_not_there_is_named(tiny):
    with pytest.raises(GradingError, match="zoe has not handed in 01-tiny"):
        grade_assignment(tiny, NAME, ["zoe"])
    with pytest.raises(ValueError, match="no assignment '07-x'; there are: 01-tiny"):
        assignments(tiny, ["07-x"])
    assert "no notebook" in unreadable(tiny, NAME, "zoe")


def test_before_anything_is_handed_in_there_is_nothing_to_grade_or_report(tiny, tmp_path):
    assert grade_assignment(tiny, NAME) == []
    grades, page = write_report(tiny, [NAME], tmp_path)
    assert grades.empty and "ecotools grade</code> then grades them" in page.read_text()
    assert status_table(tiny, [NAME]).empty


def test_an_assignment_built_wrongly_is_not_graded(tmp_path):
    course = make_course(tmp_path, share=SHARE.replace("### END SOLUTION", ""))
    (course.submitted / "ada" / NAME).mkdir(parents=True)
    (course.submitted / "ada" / NAME / f"{NAME}.ipynb").write_text("{}")
    with pytest.raises(GradingError, match="BEGIN SOLUTION without END SOLUTION"):
        grade_assignment(course, NAME)
