"""The report of a class says who stands where, what needs a person, and escapes what students wrote."""

from pathlib import Path

import pandas as pd
import pytest

from ecotools.grading.essays import similar_answers as similar
from ecotools.grading.gradebook.results import (
    CLASS_COLUMNS,
    REMARK_COLUMNS,
    TASK_COLUMNS,
    GradeRow,
    Results,
    TaskRow,
)
from ecotools.grading.report import ClassReport, grouped, summary, to_html, write_report
from ecotools.grading.report.people import ClassPeople
from ecotools.grading.report.scores import shares_of
from ecotools.outcomes import MARKED, NOT_ATTEMPTED, RIGHT, TO_MARK, WRONG

from .classes import TITLES, class_of_60
from .marked import copy_of, mark, marked  # noqa: F401 - a fixture
from .tiny import NAME, make_course

NAN = float("nan")


def page_of(found, titles=TITLES):
    return to_html(ClassReport(found, titles))


def class_of(*tasks, grades=(), remarks=()):
    """Return `Results` of task rows; a hand-in has the points of its rows."""
    table = pd.DataFrame(tasks, columns=TASK_COLUMNS)
    grades = grades or [
        GradeRow(student, name, float(rows["score"].sum()), float(rows["points"].sum()))
        for (student, name), rows in table.groupby(["student", "assignment"])
    ]
    return Results(
        pd.DataFrame(grades, columns=CLASS_COLUMNS), table, pd.DataFrame(remarks, columns=REMARK_COLUMNS)
    )


def task(student, score, outcome=RIGHT, name="01-q1", message="", evidence=""):
    by_hand = outcome in {TO_MARK, MARKED}
    return TaskRow(student, NAME, name, score, 2.0, outcome, message, NAN, evidence, by_hand=by_hand)


def class_of_names(students):
    """Return `Results` in which every table of the report has a row for each of these students."""
    rows = [
        [task(who, 2.0), task(who, 0.0, WRONG, "01-q2", "Found: 7"), task(who, NAN, TO_MARK, "01-q3")]
        for who in students
    ]
    grades = [GradeRow(who, NAME, 2.0, 6.0, to_mark=1, not_attempted=3, flagged=1) for who in students]
    grades += [GradeRow(f"{who}2", NAME, NAN, 6.0, note=f"{who}: not a notebook") for who in students]
    remarks = [[who, NAME, "", kind, f"by {who}"] for who in students for kind in ("flagged", "repaired")]
    return class_of(*(row for of_one in rows for row in of_one), grades=grades, remarks=remarks)


@pytest.fixture
def bare(tmp_path):
    """A course of its own, in which a report leaves its record."""
    return make_course(tmp_path / "course")


@pytest.fixture(scope="module")
def sixty():
    found = class_of_60()
    return found, page_of(found)


def test_the_page_names_tests_that_ran_in_the_process_of_the_hand_ins(sixty):
    found, page = sixty
    assert "the judge cannot run" not in page
    told = to_html(ClassReport(found, in_place="q1 of 02-a"))
    assert "ran in the process of each hand-in, which could reach them: q1 of 02-a." in told


def test_the_page_needs_nothing_but_itself(sixty):
    for text in ("http", "<script", "src=", "@import", "url("):
        assert text not in sixty[1]


def test_the_page_has_all_that_an_instructor_asks_for(sixty):
    for text in (
        "Graded without a sandbox",
        "each hand-in in a kernel of its own (118 hand-ins)",
        "Half of the 59 hand-ins have",
        "Task 4 · Converted within a window that has not closed for all (5 points)",
        "got the same message.",
        "Refunds have not been taken off.",
        "A result was sent for a test that ends without an expression.",
        "A thread was left running after cell 14.",
        "line 812 is not valid JSON",
        "The check met a value it cannot compare: a &lt;generator&gt;.",
        "The cell 02-q3-check was there 2 times",
        "and 45 more</summary>",
        "The median hand-in took ",
    ):
        assert text in sixty[1], text


def test_with_a_sandbox_there_is_no_warning():
    html = page_of(class_of_60("each hand-in in bubblewrap"))
    assert 'class="warning"' not in html and "In a sandbox: each hand-in in bubblewrap (118" in html


def test_what_students_wrote_is_shown_and_never_run():
    evil = "<script>alert(1)</script><img src=x onerror=alert(1)>"
    found = class_of(
        task(evil, 0.0, WRONG, message=evil),
        grades=[GradeRow(evil, NAME, 0.0, 2.0), GradeRow("bola", NAME, NAN, 2.0, note=evil)],
        remarks=[[evil, NAME, "", kind, evil] for kind in ("flagged", "repaired", "sandbox")],
    )
    html = page_of(found, {(NAME, "01-q1"): evil})
    assert "<script" not in html and "<img" not in html
    assert html.count("&lt;script&gt;") >= 8


def test_a_class_without_hand_ins_has_a_page_and_tables_with_heads_only(bare, tmp_path):
    grades, page = write_report(bare, [NAME], tmp_path / "new" / "report")
    text = page.read_text(encoding="utf-8")
    assert grades.empty and "Nothing has been handed in yet." in text and "0 students" not in text
    assert sorted(path.name for path in page.parent.iterdir()) == [
        *(
            "alike.csv",
            "assignments.csv",
            "at_risk.csv",
            "by_task.csv",
            "changes.csv",
            "failed.csv",
            "grades.csv",
        ),
        *("messages.csv", "missing.csv", "objectives.csv", "remarks.csv", "report.html", "tasks.csv"),
    ]
    assert pd.read_csv(page.parent / "tasks.csv").columns.tolist() == TASK_COLUMNS
    assert ClassReport.of(bare, [NAME]).says == []


def test_a_report_that_fails_on_the_way_leaves_the_one_of_before(marked, tmp_path, monkeypatch):  # noqa: F811
    write_report(marked, [NAME], tmp_path)
    before = {file: file.read_bytes() for file in tmp_path.iterdir()}
    assert len(before) == 13
    course = copy_of(marked, tmp_path.with_name("copy"))
    mark(course, "chen", "01-q3", 1)
    report = ClassReport.of(course, [NAME])
    for place in range(13):
        calls = iter(range(1000))

        def replace(file, to, calls=calls, place=place, real=Path.replace):
            if next(calls) == place:
                raise KeyboardInterrupt
            return real(file, to)

        with monkeypatch.context() as patch:
            patch.setattr(Path, "replace", replace)
            with pytest.raises(KeyboardInterrupt):
                report.write(tmp_path)
        assert {file: file.read_bytes() for file in tmp_path.iterdir()} == before
    report.write(tmp_path)
    assert {file: file.read_bytes() for file in tmp_path.iterdir()} != before


def test_answers_that_are_nearly_the_same_are_named_as_a_sign():
    found = class_of(*(task(who, NAN, TO_MARK, "01-q3") for who in ("ada", "ben", "<b>")))
    alike = pd.DataFrame([[NAME, "01-q3", ("ada", "ben", "<b>"), 3, 0.92, 1.0]], columns=similar.COLUMNS)
    html = to_html(ClassReport(found, people=ClassPeople(alike=alike)))
    assert "ada, ben, &lt;b&gt;" in html and ">92% to 100%<" in html and "nearly the same" in html
    assert "nearly the same" not in to_html(ClassReport(found))


def test_one_hand_in_has_a_page_too():
    html = page_of(class_of(task("ada", 2.0)))
    assert "1 hand-in of 1 student graded." in html
    assert "The only hand-in has 100% of the points." in html
    assert "Not computed for 01-q1: no other task is scored." in html


def test_a_class_of_equal_scores_has_a_page_too():
    found = class_of(*(task(f"s{n}", 2.0, name=name) for n in range(12) for name in ("01-q1", "01-q2")))
    assert "all have the same score here" in page_of(found)


def test_hand_ins_that_all_failed_have_their_reasons_and_no_scores():
    found = class_of(grades=[GradeRow("hana", NAME, NAN, 6.0, note="not a notebook")])
    html = page_of(found)
    assert "not a notebook" in html and "Nothing is scored yet." in html


def test_scores_are_counted_in_tenths_of_what_is_scored_so_far():
    found = class_of(
        task("ada", 2.0),
        task("ada", NAN, TO_MARK, "01-q2"),
        task("bola", 0.6),
        task("chen", 0.0),
        task("dana", 3.0),
    )
    shares = shares_of(found.tasks)
    assert shares.loc[NAME].round(3).to_dict() == {"ada": 1, "bola": 0.3, "chen": 0, "dana": 1.5}
    counts = summary.distribution(shares).set_index("range")["hand_ins"]
    assert counts[counts > 0].to_dict() == {"0 to 10%": 1, "30 to 40%": 1, "90 to 100%": 2}


def test_what_waits_for_a_person_is_counted_by_task(sixty):
    table = summary.waiting(sixty[0].tasks).set_index("task")
    assert table["answers"].to_dict() == {"02-q6": 51}
    assert summary.matrix(sixty[0].grades).loc["student-09", "02-journey-mapping"].endswith(" + 1 to mark")


def test_the_terminal_says_what_needs_a_person(sixty):
    assert ClassReport(sixty[0]).says == [
        "51 answers to mark in the formgrader.",
        "2 hand-ins flagged: read the evidence in the report, then the hand-in.",
        "2 hand-ins not graded: the report says why.",
        "32 students at risk: less than 50% of the points of an assignment, 3 or more of its tasks not "
        "attempted, or nothing handed in.",
    ]


def test_a_task_left_out_or_marked_by_a_person_is_no_wrong_answer():
    rows = [task("ada", 0.0, outcome, message="…") for outcome in (RIGHT, NOT_ATTEMPTED, TO_MARK, MARKED)]
    assert grouped(pd.DataFrame(rows)).empty


def test_a_spreadsheet_computes_nothing_that_a_student_wrote(bare, tmp_path, monkeypatch):
    found = class_of(task("=1+1", 0.0, WRONG, message='=HYPERLINK("x")'))
    monkeypatch.setattr("ecotools.grading.gradebook.results.collect", lambda *_: found)
    write_report(bare, [NAME], tmp_path / "report")
    for name, column in {"grades": "student", "tasks": "message", "messages": "example"}.items():
        assert pd.read_csv(tmp_path / "report" / f"{name}.csv")[column].iloc[0].startswith("'=")
