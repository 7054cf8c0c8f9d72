"""The report of a class that was really graded: which part failed, whose it is, and what changed since.

The tests that change the class run on a copy of it.
"""

import os
import re
import shutil
from functools import partial
from pathlib import Path
from urllib.parse import unquote

import pandas as pd
import pytest

from ecotools.grading.demo.demo_class import hand_in
from ecotools.grading.export.grades import grades
from ecotools.grading.feedback import write_feedback
from ecotools.grading.grade import grade_assignment
from ecotools.grading.gradebook.results import HIDDEN, VISIBLE
from ecotools.grading.gradebook.status import status_table
from ecotools.grading.report import ClassReport, record
from ecotools.grading.report.links import Links
from ecotools.grading.report.record import AGAIN, GONE, GRADED, LATE, NEW, POINTS
from ecotools.notebooks import read, write

from .commands import run_in
from .marked import copy_of, mark
from .tiny import NAME, make_course

NO_GUARD = "def share(part, whole):\n    return part / whole"  # right in all that a student can try
PERCENT = "def share(part, whole):\n    return 100 * part / whole if whole else float('nan')"
_LINK = re.compile(r'href="([^"#]+)(#[^"]*)?"')


def answer(course, student, text, cell="01-q1"):
    """Put another text into a cell of a hand-in."""
    file = course.submitted / student / NAME / f"{NAME}.ipynb"
    notebook = read(file)
    next(c for c in notebook.cells if c.metadata.get("nbgrader", {}).get("grade_id") == cell).source = text
    write(notebook, file)


@pytest.fixture(scope="module")
def graded(tiny, tmp_path_factory):
    """Ada is right; Hilde fails in the hidden part of task 1 only, Vera in the visible; Emil did nothing."""
    course = make_course(tmp_path_factory.mktemp("graded"))
    shutil.copytree(tiny.exercises, course.exercises)
    for student, kind in {"ada": "right", "emil": "untouched", "hilde": "right", "vera": "right"}.items():
        hand_in(course, NAME, student, kind)
    answer(course, "hilde", NO_GUARD)
    answer(course, "vera", PERCENT)
    assert all(one.graded for one in grade_assignment(course, NAME))
    return course


@pytest.fixture
def course(graded, tmp_path):
    return copy_of(graded, tmp_path)


def report_of(course):
    """Write the report of a course, and return it with its page."""
    report = ClassReport.of(course, [NAME])
    return report, report.write(course.root / "report").read_text(encoding="utf-8")


def changed(course):
    """Write the report of a course; return what it says changed, without the assignment."""
    return report_of(course)[0].changes.table.drop(columns="assignment").to_numpy().tolist()


def test_it_says_whether_the_visible_or_only_the_hidden_part_failed_and_whose(graded):
    report = ClassReport.of(graded, [NAME])
    assert report.failed[["task", "part", "hand_ins", "students"]].to_numpy().tolist() == [
        ["01-q1", VISIBLE, 1, ("vera",)],
        ["01-q1", HIDDEN, 1, ("hilde",)],
    ]
    row = report.by_task.set_index("task").loc["01-q1"]
    assert row[
        ["right", "failed_visible", "failed_hidden", "failed_not_known", "not_attempted"]
    ].tolist() == [*(2 - 1, 1, 1, 0, 1)]


def test_a_written_task_has_no_right_ones_but_answers_that_wait_and_marks(course):
    row = ClassReport.of(course, [NAME]).by_task.set_index("task").loc["01-q3"]
    assert row["right"] is pd.NA and row[["to_mark", "marked", "not_attempted"]].tolist() == [3, 0, 1]
    for student in ("ada", "hilde", "vera"):
        mark(course, student, "01-q3", 1)
    report, page = report_of(course)
    row = report.by_task.set_index("task").loc["01-q3"]
    assert row["right"] is pd.NA and row[["to_mark", "marked", "mean"]].tolist() == [0, 3, 0.75]
    assert "3 marked by a person\n1 not attempted" in page and "0 of 4 right" not in page


def test_its_numbers_are_those_of_status_and_export(course):
    mark(course, "ada", "01-q3", 1, penalty=2)
    report = ClassReport.of(course, [NAME])
    table = report.grades.set_index("student")
    status = status_table(course, [NAME]).set_index("student")
    assert (table["score"] == status["score"]).all() and (table["penalty"] == status["penalty"]).all()
    exported = grades(course, NAME, table.index)
    final = table.loc[table["to_mark"] == 0, "score"]
    assert {student: exported[student].score for student in final.index} == final.to_dict()
    assert report.found.tasks["score"].sum() == pytest.approx((table["score"] + table["penalty"]).sum())


def test_names_behind_a_message_lead_to_the_hand_in_and_to_its_page_of_feedback_once_there_is_one(course):
    page = course.root / "report" / "report.html"
    _, text = report_of(course)
    found = {unquote(address) for address, _ in _LINK.findall(text)}
    assert found == {f"../submitted/{who}/{NAME}/{NAME}.ipynb" for who in ("ada", "emil", "hilde", "vera")}
    assert all((page.parent / address).is_file() for address in found)
    write_feedback(course, [NAME])
    _, text = report_of(course)
    assert f'href="../feedback/vera/{NAME}/{NAME}.html#01-q1-check"' in text
    feedback = page.parent / f"../feedback/vera/{NAME}/{NAME}.html"
    assert 'id="01-q1-check"' in feedback.read_text(encoding="utf-8")


def test_a_page_of_feedback_that_is_older_than_the_grades_is_not_linked(course):
    page = course.returned("ada", NAME) / f"{NAME}.html"
    page.parent.mkdir(parents=True)
    page.write_text("of the first grades")
    links = partial(Links(course, course.root / "report").to, NAME, "ada")
    assert links("01-q1") == f"../feedback/ada/{NAME}/{NAME}.html#01-q1-check"
    assert links() == f"../feedback/ada/{NAME}/{NAME}.html"
    os.utime(page, (0, 1))
    assert Links(course, course.root / "report").to(NAME, "ada") == f"../submitted/ada/{NAME}/{NAME}.ipynb"


def test_a_name_that_is_an_address_leads_to_nothing_else(course):
    evil = "javascript:alert(1)"
    shutil.copytree(course.submitted / "ada", course.submitted / evil)
    address = Links(course, course.root / "report").to(NAME, evil)
    assert address == f"../submitted/javascript%3Aalert%281%29/{NAME}/{NAME}.ipynb"
    inside = Links(course, course.submitted).to(NAME, evil)
    assert inside.startswith("javascript%3A"), "a folder, even where the page lies beside it"


def test_without_a_hand_in_there_is_no_link(graded):
    assert Links(graded, graded.root / "report").to(NAME, "nobody") == "" and Links().to(NAME, "ada") == ""


def test_the_first_report_has_nothing_to_compare_with_and_a_damaged_record_is_none(course):
    report, page = report_of(course)
    assert report.changes.table.empty and "This is the first report" in page
    assert changed(course) == [], "nor has the same one again"
    for text in ("", "[]", '{"last": 3}', '{"last": {}, "before": null}'):
        (course.root / ".ecotools/grading/reported.json").write_text(text)
        assert changed(course) == []


def test_what_changed_is_said_with_names_and_points_however_often_the_report_is_written(course):
    report_of(course)
    mark(course, "ada", "01-q3", 1, penalty=2)
    answer(course, "vera", NO_GUARD)
    hand_in(course, NAME, "gina", "right")
    shutil.rmtree(course.submitted / "emil")
    (course.submitted / "hilde" / NAME / f"{NAME}.ipynb").write_text("{")
    failed = [one for one in grade_assignment(course, NAME) if one.error]
    assert [one.student for one in failed] == ["hilde"]
    first = changed(course)
    assert first == [
        ["ada", "01-q3", POINTS, "to mark", "1 of 1"],
        ["ada", "", LATE, "0", "2"],
        ["emil", "", GONE, "0 of 6", ""],
        ["gina", "", NEW, "", "5 of 6 + 1 to mark"],
        ["hilde", "", AGAIN, "3 of 6 + 1 to mark", "3 of 6 + 1 to mark"],
        ["vera", "", AGAIN, "3 of 6 + 1 to mark", "3 of 6 + 1 to mark"],
    ]
    assert changed(course) == first and changed(course) == first
    report, page = report_of(course)
    assert report.changes.in_words == (
        f"Since the report of {report.changes.since}: 1 new hand-in, 2 handed in again, "
        "1 hand-in no longer there, 1 answer with other points, 1 other late penalty."
    )
    assert report.changes.in_words in page and '<h3 id="new">New hand-ins</h3>' in page
    mark(course, "ada", "01-q3", 0)
    assert changed(course) == [["ada", "01-q3", POINTS, "1 of 1", "0 of 1"]], (
        "only what is newer than the last"
    )


def test_a_hand_in_that_is_graded_later_is_no_new_one(course):
    file = course.autograded / "vera" / NAME / f"{NAME}.ipynb"
    kept = file.read_bytes()
    file.chmod(0o644)
    file.write_text("{")
    report_of(course)
    file.write_bytes(kept)
    assert changed(course) == [["vera", "", GRADED, "not graded", "3 of 6 + 1 to mark"]]


def test_a_report_of_one_assignment_keeps_what_is_known_of_the_others(course):
    report_of(course)
    kept = record.remembered(course.root / ".ecotools/grading/reported.json")
    ClassReport.of(course, []).write(course.root / "other")
    after = record.remembered(course.root / ".ecotools/grading/reported.json")
    assert after["last"]["hand_ins"] == kept["last"]["hand_ins"] and changed(course) == []


def test_a_report_that_cannot_be_written_loses_no_change(course, monkeypatch):
    report_of(course)
    mark(course, "ada", "01-q3", 1)
    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", lambda *_: (_ for _ in ()).throw(OSError("full")))
        with pytest.raises(OSError, match="full"):
            report_of(course)
    assert changed(course) == [["ada", "01-q3", POINTS, "to mark", "1 of 1"]]


def test_a_student_can_be_forgotten_in_the_record(course):
    report_of(course)
    mark(course, "ada", "01-q3", 1)
    report_of(course)
    file = course.root / ".ecotools/grading/reported.json"
    assert file.read_text().count('"ada"') == 2, "in both states"
    assert run_in(course, "forget", "ada", "--yes")[0] == 0
    assert '"ada"' not in file.read_text() and changed(course) == []


def test_a_test_that_the_reference_does_not_pass_may_be_wrong(course):
    source = course.solutions / NAME / f"{NAME}.ipynb"
    notebook = read(source)
    check = next(c for c in notebook.cells if c.metadata.get("nbgrader", {}).get("grade_id") == "01-q2-check")
    check.source = check.source.replace("970 +", "971 +")
    write(notebook, source)
    grade_assignment(course, NAME)
    look = ClassReport.of(course, [NAME]).by_task.set_index("task")["look"]
    assert look["01-q2"].startswith("The reference solution does not pass: the test may be wrong.")
    assert "None of the 3 answers has points: the test may be wrong." in look["01-q2"]
    assert look["01-q1"] == ""
