"""What the gradebook and the graded notebooks say, as plain tables."""

from __future__ import annotations

import math
import os
from collections.abc import Iterable, Mapping
from contextlib import nullcontext
from dataclasses import dataclass
from typing import NamedTuple

import pandas as pd

from ecotools.grading.course import Course
from ecotools.grading.grade import GradedHandIn, unreadable
from ecotools.grading.gradebook.graded_notebooks import NAN, Executed, Said, executed
from ecotools.grading.gradebook.late_penalties import Late
from ecotools.notebooks import NotebookError
from ecotools.outcomes import ERROR, MARKED, NOT_ATTEMPTED, TO_MARK, WRONG

FLAGGED, REPAIRED, SANDBOX = "flagged", "repaired", "sandbox"
VISIBLE, HIDDEN = "visible", "hidden"
REMARK_COLUMNS = ["student", "assignment", "task", "kind", "text"]
LOST = Said(NOT_ATTEMPTED, "the cell is not in the hand-in")


class TaskRow(NamedTuple):
    """A graded cell of a hand-in: a row of `tasks`, where the columns are explained."""

    student: str
    assignment: str
    task: str
    score: float
    points: float
    outcome: str
    message: str
    seconds: float
    evidence: str
    failed_in: str = ""
    by_hand: bool = False


class GradeRow(NamedTuple):
    """A hand-in: a row of `of_class`, where the columns are explained."""

    student: str
    assignment: str
    score: float
    points: float
    penalty: float = 0.0
    to_mark: int = 0
    not_attempted: int = 0
    flagged: int = 0
    seconds: float = NAN
    note: str = ""


CLASS_COLUMNS, TASK_COLUMNS = list(GradeRow._fields), list(TaskRow._fields)


@dataclass(frozen=True)
class Results:
    """A class in three tables, each sorted.

    Attributes
    ----------
    grades : one row per hand-in, see `of_class`.
    tasks : one row per graded cell of a hand-in, see `tasks`.
    remarks : one row per sentence on a hand-in: student, assignment, task (empty for the whole of it),
        kind ("flagged", "repaired", "sandbox"), text.
    """

    grades: pd.DataFrame
    tasks: pd.DataFrame
    remarks: pd.DataFrame


def collect(course: Course, names: Iterable[str], handins: Iterable[GradedHandIn] = ()) -> Results:
    """Return what came of the assignments ``names``.

    Parameters
    ----------
    course, names : the course and the assignments.
    handins : what came of the last grading, for the errors of hand-ins that could not be graded.
    """
    last = {(handin.student, handin.assignment): handin for handin in handins}
    grades, tasks, remarks = [], [], []
    for name in names:
        source = course.assignment(name)
        with course.gradebook() or nullcontext() as gradebook:
            if gradebook:
                Late(gradebook.db, course.config(), course.root).settle(name)
            found = gradebook.assignment_submissions(name) if gradebook else []
            submissions = {submission.student_id: submission for submission in found}
            for student in course.students(name):
                handin = last.get((student, name), GradedHandIn(student, name, NAN))
                submission = submissions.get(student)
                notebooks, error = _read(course, handin, submission)
                if not notebooks:
                    why = GradeRow(student, name, NAN, source.points, seconds=handin.seconds, note=error)
                    grades.append(why)
                    continue
                rows = _task_rows(student, name, source.labels(), submission, notebooks)
                tasks += rows
                remarks += _remarks(student, name, notebooks.values(), rows)
                grades.append(_graded(handin, source.points, submission, notebooks.values(), rows))
    return Results(
        _table(grades, CLASS_COLUMNS, ["assignment", "student"]),
        _table(tasks, TASK_COLUMNS, ["assignment", "student", "task"]),
        pd.DataFrame(remarks, columns=REMARK_COLUMNS),
    )


def _table(rows: list, columns: list[str], order: list[str]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=columns).sort_values(order, ignore_index=True)


def tasks(course: Course, name: str) -> pd.DataFrame:
    """Return one row per student and graded cell of the assignment ``name``.

    Returns
    -------
    DataFrame
        Columns student, assignment, task, score (NaN where a person must mark),
        points, outcome (a name of ``outcomes``), message, seconds (NaN where nobody measured), evidence
        (sentences, one per line), failed_in ("visible" or "hidden", the part of the test that the answer did
        not pass; empty where it passed, or where the part is not known), by_hand (whether a person marks it).
    """
    return collect(course, [name]).tasks


def of_class(course: Course, names: Iterable[str], handins: Iterable[GradedHandIn] = ()) -> pd.DataFrame:
    """Return one row per hand-in: its score so far, the points there are, what a person must look at.

    Returns
    -------
    DataFrame
        Columns student, assignment, score (less the late penalty; NaN when it could not be graded), points,
        penalty, to_mark (answers that wait for a person), not_attempted (tasks), flagged (sentences of
        evidence), seconds, note.
    """
    return collect(course, names, handins).grades


def _read(course: Course, handin: GradedHandIn, submission) -> tuple[dict[str, Executed], str]:
    """Return what the autograded notebooks say, by name, or none and why the hand-in has no grade."""
    student, name = handin.student, handin.assignment
    error = handin.error
    try:
        if not error and submission is not None:
            files = [course.graded(student, name) / f"{one.name}.ipynb" for one in submission.notebooks]
            if found := {file.stem: executed(file) for file in files if file.exists()}:
                return found, ""
    except NotebookError as broken:
        error = str(broken)
    error = error or unreadable(course, name, student) or "not graded yet"
    return {}, error.replace(f"{course.root}{os.sep}", "")


def _task_rows(
    student: str, name: str, labels: Mapping, submission, notebooks: Mapping[str, Executed]
) -> list[TaskRow]:
    rows = []
    for one in submission.notebooks:
        cells = notebooks[one.name].cells if one.name in notebooks else {}
        for grade in one.grades:
            task = labels.get((one.name, grade.name), grade.name)
            rows.append(_task_row(student, name, task, grade, cells.get(grade.name, LOST)))
    return rows


def _task_row(student: str, name: str, task: str, grade, said: Said) -> TaskRow:
    outcome, message = said.outcome, said.message
    by_hand = grade.cell.cell_type != "code" or outcome in {MARKED, TO_MARK}
    if by_hand:
        outcome, message = _by_hand(grade), ""
    return TaskRow(
        student,
        name,
        task,
        score=NAN if grade.needs_manual_grade else float(grade.score),
        points=float(grade.max_score),
        outcome=outcome,
        message=message,
        seconds=said.seconds,
        evidence="\n".join(said.evidence),
        failed_in=_failed_in(outcome, said.hidden),
        by_hand=by_hand,
    )


def _failed_in(outcome: str, hidden: bool | None) -> str:
    """Return the part of its test in which an answer failed; "" where it did not, or nobody knows."""
    if outcome not in {WRONG, ERROR} or hidden is None:
        return ""
    return HIDDEN if hidden else VISIBLE


def _by_hand(grade) -> str:
    """Return the outcome of an answer that a person marks; the gradebook knows better than the notebook."""
    if grade.auto_score == 0 and grade.manual_score is None:
        return NOT_ATTEMPTED
    return TO_MARK if grade.needs_manual_grade else MARKED


def _remarks(student: str, name: str, notebooks: Iterable[Executed], rows: list[TaskRow]) -> list[list[str]]:
    whole = [(FLAGGED, text) for one in notebooks for text in one.evidence]
    whole += [(REPAIRED, text) for one in notebooks for text in one.repairs]
    whole += [(SANDBOX, text) for text in dict.fromkeys(one.sandbox for one in notebooks) if text]
    found = [[student, name, "", kind, text] for kind, text in whole]
    for row in rows:
        found += [[student, name, row.task, FLAGGED, text] for text in row.evidence.splitlines()]
    return found


def left_out(rows: Iterable[TaskRow]) -> int:
    """Return how many tasks were not attempted in any of their graded cells.

    >>> two = [TaskRow("ada", "01", "q1", 0, 1, NOT_ATTEMPTED, "", NAN, "")] * 2
    >>> left_out(two), left_out([two[0], two[1]._replace(outcome=WRONG)])
    (1, 0)
    """
    outcomes: dict[str, set[str]] = {}
    for row in rows:
        outcomes.setdefault(row.task, set()).add(row.outcome)
    return sum(found == {NOT_ATTEMPTED} for found in outcomes.values())


def _graded(
    handin: GradedHandIn, points: float, submission, notebooks: Iterable[Executed], rows: list[TaskRow]
) -> GradeRow:
    seconds = sum(one.seconds for one in notebooks)
    flagged = sum(len(one.evidence) for one in notebooks)
    waiting = [row for row in rows if math.isnan(row.score)]
    penalty = float(submission.late_submission_penalty)
    scored = sum(row.score for row in rows if not math.isnan(row.score))
    return GradeRow(
        handin.student,
        handin.assignment,
        score=max(0.0, scored - penalty),
        points=points,
        penalty=penalty,
        to_mark=len(waiting),
        not_attempted=left_out(rows),
        flagged=flagged + sum(len(row.evidence.splitlines()) for row in rows),
        seconds=handin.seconds if math.isnan(seconds) else seconds,
    )
