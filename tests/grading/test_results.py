"""The tables of a class say what the engine noted; where it noted nothing, what the outputs tell."""

import json
import shutil
from math import isnan

import pytest

from ecotools.grading.demo.demo_class import hand_in
from ecotools.grading.execute import forks, kernel
from ecotools.grading.grade import GradedHandIn, grade_assignment
from ecotools.grading.gradebook import results
from ecotools.grading.notes import KEY, NO_SANDBOX
from ecotools.grading.report import write_report
from ecotools.outcomes import MARKED, NOT_ATTEMPTED, RIGHT, TO_MARK, WRONG

from .tiny import NAME, make_course

THREAD = "A thread was left running."
FORGED = "The test passed though it must fail."
COPY = "The cell 01-q2-check was there twice."


@pytest.fixture(scope="module")
def course(tiny, tmp_path_factory):
    """A graded class, with notes put into its notebooks as the engine would leave them."""
    course = make_course(tmp_path_factory.mktemp("noted"))
    shutil.copytree(tiny.exercises, course.exercises)
    for student, kind in {"ada": "right", "bola": "right", "chen": "wrong", "dana": "right"}.items():
        hand_in(course, NAME, student, kind)
    grade_assignment(course, NAME)
    note(course, "ada", {"sandbox": "in bubblewrap", "seconds": 0.5, "repairs": [COPY], "evidence": [THREAD]})
    forged = {"outcome": WRONG, "message": "it is not 7", "seconds": 0.25, "evidence": [FORGED]}
    whole = {"sandbox": "in bubblewrap", "seconds": 0.75, "evidence": [f"01-q2-check: {FORGED}"]}
    note(course, "bola", whole, **{"01-q2-check": forged})
    note(course, "chen", None)
    (course.autograded / "dana" / NAME / f"{NAME}.ipynb").write_text("{")
    with course.gradebook() as gradebook:
        gradebook.find_grade("01-q2-check", NAME, NAME, "bola").auto_score = 0
        marked = gradebook.find_grade("01-q3", NAME, NAME, "ada")
        marked.manual_score, marked.needs_manual_grade = 0.5, False
        gradebook.find_submission_notebook(NAME, NAME, "ada").late_submission_penalty = 2.0
        gradebook.db.commit()
    return course


def note(course, student, whole, **cells):
    """Replace what an autograded notebook says of itself (None: nothing) and of some cells."""
    file = course.autograded / student / NAME / f"{NAME}.ipynb"
    notebook = json.loads(file.read_text(encoding="utf-8"))
    notebook["metadata"][KEY] = whole
    for cell in notebook["cells"]:
        cell["metadata"].pop(KEY, None)
        name = cell["metadata"].get("nbgrader", {}).get("grade_id")
        if name in cells:
            cell["metadata"][KEY] = cells[name]
    if whole is None:
        del notebook["metadata"][KEY]
    file.chmod(0o644)
    file.write_text(json.dumps(notebook), encoding="utf-8")


@pytest.fixture(scope="module")
def found(course):
    return results.collect(course, [NAME], [GradedHandIn("chen", NAME, 1.5)])


def test_what_the_engine_noted_comes_first(found):
    tasks = found.tasks.set_index(["student", "task"])
    row = tasks.loc[("bola", "01-q2")]
    assert row[["outcome", "message", "seconds", "evidence"]].tolist() == [
        *(WRONG, "it is not 7", 0.25, FORGED),
    ]


def test_without_a_note_the_outputs_tell(found):
    tasks = found.tasks.set_index("student")
    assert tasks.loc["ada", "outcome"].tolist() == [RIGHT, RIGHT, MARKED]
    assert set(tasks.loc["chen", "outcome"]) <= {WRONG, "error", TO_MARK}
    assert tasks.loc["chen", "message"].iloc[0] != "" and tasks.loc["chen", "seconds"].isna().all()


def test_a_hand_in_has_its_penalty_its_time_and_what_needs_a_person(found):
    grades = found.grades.set_index("student")
    assert grades.loc["ada", ["score", "penalty", "to_mark", "flagged", "seconds"]].tolist() == [
        3.5,
        2,
        0,
        1,
        0.5,
    ]
    assert grades.loc["bola", ["score", "to_mark", "flagged", "seconds"]].tolist() == [2, 1, 1, 0.75]
    assert grades.loc["chen", "seconds"] == 1.5, "as the grading before measured it"


def test_evidence_of_a_task_is_told_once_and_of_the_hand_in_beside_it(found):
    said = found.remarks[["student", "task", "kind", "text"]].to_numpy().tolist()
    assert sorted(said) == sorted(
        [
            ["ada", "", "flagged", THREAD],
            ["ada", "", "repaired", COPY],
            ["ada", "", "sandbox", "in bubblewrap"],
            ["bola", "", "sandbox", "in bubblewrap"],
            ["bola", "01-q2", "flagged", FORGED],
            ["chen", "", "sandbox", f"{NO_SANDBOX}nbgrader's own engine, with the rights of whoever grades"],
        ]
    )


def test_a_notebook_that_cannot_be_read_is_named_and_stops_nobody(found):
    dana = found.grades.set_index("student").loc["dana"]
    assert isnan(dana["score"])
    assert dana["note"].startswith(f"autograded/dana/{NAME}/{NAME}.ipynb: not a notebook: line 1")


def test_a_failed_grading_counts_and_not_what_an_earlier_one_left(course):
    found = results.collect(
        course, [NAME], [GradedHandIn("ada", NAME, 0.1, f"{course.submitted}/ada: broken")]
    )
    assert found.grades.set_index("student").loc["ada", "note"] == "submitted/ada: broken"
    assert "ada" not in set(found.tasks["student"])


def test_an_empty_written_answer_was_not_attempted_until_a_person_gives_points(course):
    with course.gradebook() as gradebook:
        empty = gradebook.find_grade("01-q3", NAME, NAME, "chen")
        empty.auto_score, empty.manual_score, empty.needs_manual_grade = 0.0, None, False
        gradebook.db.commit()
        before = results.tasks(course, NAME).set_index(["student", "task"])
        empty.manual_score = 1.0
        gradebook.db.commit()
    after = results.tasks(course, NAME).set_index(["student", "task"])
    assert before.loc[("chen", "01-q3"), "outcome"] == NOT_ATTEMPTED
    assert after.loc[("chen", "01-q3"), ["outcome", "score"]].tolist() == [MARKED, 1]


def test_both_ways_to_execute_say_whether_there_was_a_sandbox():
    assert kernel.SANDBOX.startswith(NO_SANDBOX) and not forks.SANDBOX.startswith(NO_SANDBOX)


def test_the_report_of_it_names_the_evidence_and_warns_of_the_missing_sandbox(course, tmp_path):
    _, page = write_report(course, [NAME], tmp_path)
    html = page.read_text(encoding="utf-8")
    for text in (
        FORGED,
        THREAD,
        COPY,
        "Graded without a sandbox</strong>: nbgrader&#39;s own engine",
    ):
        assert text in html
