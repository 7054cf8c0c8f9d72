"""The gradebook gets a hand-in as a whole or not at all, and keeps what a person wrote."""

from dataclasses import replace

import pytest

from ecotools.grading.gradebook.registration import register
from ecotools.grading.pipeline import gradebook_writer, rows
from ecotools.grading.pipeline.journal import JournalLine

from ..books import tables
from ..tiny import NAME, make_course

SCORES = {"01-q1-check": 2.0, "01-q2-check": 0.0, "01-q3": None}
COMMENTS = {"01-q1": None, "01-q2": "No response.", "01-q3": None}


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    made = make_course(tmp_path_factory.mktemp("save"))
    register(made, NAME)
    return made


@pytest.fixture
def gradebook(course):
    with course.gradebook() as opened:
        gradebook_writer.quicken(opened)
        yield opened
        gradebook_writer.settle(opened)


def line(student, scores=SCORES, timestamp="2026-03-01 12:00:00 UTC", assignment=NAME):
    return JournalLine(student, assignment, timestamp, "a", {NAME: scores}, {NAME: COMMENTS})


def test_a_second_hand_in_whose_time_is_not_known_does_not_keep_that_of_the_first(course, gradebook):
    writer = gradebook_writer.GradebookWriter(gradebook, course.config(), course.root)
    writer.save(line("zoe"))
    writer.save(line("zoe", timestamp=""))
    assert gradebook.find_submission(NAME, "zoe").timestamp is None


def grades(gradebook, student):
    notebook = gradebook.find_submission_notebook(NAME, NAME, student)
    return {grade.name: (grade.auto_score, grade.needs_manual_grade) for grade in notebook.grades}


def test_a_hand_in_has_its_scores_and_comments_and_its_time(course, gradebook):
    gradebook_writer.GradebookWriter(gradebook, course.config(), course.root).save(line("ada"))
    assert grades(gradebook, "ada") == {
        "01-q1-check": (2, False),
        "01-q2-check": (0, False),
        "01-q3": (None, True),
    }
    assert gradebook.find_comment("01-q2", NAME, NAME, "ada").comment == "No response."
    assert str(gradebook.find_submission(NAME, "ada").timestamp) == "2026-03-01 12:00:00"


def test_saving_a_line_again_changes_nothing(course, gradebook):
    writer = gradebook_writer.GradebookWriter(gradebook, course.config(), course.root)
    writer.save(line("bola"))
    before = tables(course)
    writer.save(line("bola"))
    assert tables(course) == before


def test_what_a_person_gave_stays_and_waits_only_where_the_answer_is_another(course, gradebook):
    writer = gradebook_writer.GradebookWriter(gradebook, course.config(), course.root)
    writer.save(line("chen"))
    grade = gradebook.find_grade("01-q3", NAME, NAME, "chen")
    grade.manual_score, grade.extra_credit, grade.needs_manual_grade = 1, 0.5, False
    gradebook.find_comment("01-q2", NAME, NAME, "chen").manual_comment = "Try it!"
    gradebook.db.commit()
    writer.save(line("chen", SCORES | {"01-q3": 0.0}))
    grade = gradebook.find_grade("01-q3", NAME, NAME, "chen")
    assert (grade.manual_score, grade.extra_credit, grade.auto_score) == (1, 0.5, 0)
    assert not grade.needs_manual_grade
    writer.save(replace(line("chen"), waits={NAME: ["01-q3"]}))
    grade = gradebook.find_grade("01-q3", NAME, NAME, "chen")
    assert grade.needs_manual_grade and grade.manual_score == 1
    assert gradebook.find_comment("01-q2", NAME, NAME, "chen").comment == "Try it!"


def test_a_notebook_that_was_kept_keeps_its_scores_and_one_that_is_gone_gets_0(course, gradebook):
    writer = gradebook_writer.GradebookWriter(gradebook, course.config(), course.root)
    writer.save(line("finn"))
    before = grades(gradebook, "finn")
    writer.save(JournalLine("finn", NAME, "", "a", kept=[NAME]))
    assert grades(gradebook, "finn") == before
    writer.save(JournalLine("finn", NAME, "", "a"))
    assert set(grades(gradebook, "finn").values()) == {(0, False)}


def test_an_error_in_the_middle_leaves_the_gradebook_as_it_was(course, gradebook, monkeypatch):
    writer = gradebook_writer.GradebookWriter(gradebook, course.config(), course.root)
    before = tables(course)
    monkeypatch.setattr(rows.Rows, "penalise", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        writer.save(line("emil"))
    assert tables(course) == before
    assert "emil" not in writer.saved(NAME)


def test_it_says_what_it_can_save(course, gradebook):
    writer = gradebook_writer.GradebookWriter(gradebook, course.config(), course.root)
    assert writer.knows(line("ada"))
    assert not writer.knows(line("ada", assignment="02-gone"))


def test_a_gradebook_is_one_file_again_when_all_is_saved(course):
    with course.gradebook() as gradebook:
        gradebook_writer.quicken(gradebook)
        gradebook_writer.GradebookWriter(gradebook, course.config(), course.root).save(line("ada"))
        gradebook_writer.settle(gradebook)
    assert [file.name for file in course.root.glob("gradebook.db*")] == ["gradebook.db"]


def test_somebody_who_reads_it_meanwhile_stops_nothing(course):
    with course.gradebook() as reader, course.gradebook() as gradebook:
        gradebook_writer.quicken(gradebook)
        gradebook_writer.GradebookWriter(gradebook, course.config(), course.root).save(line("ada"))
        assert reader.find_submission(NAME, "ada")
        gradebook_writer.settle(gradebook)
        reader.db.rollback()
    with course.gradebook() as gradebook:
        assert grades(gradebook, "ada")["01-q1-check"] == (2, False)
