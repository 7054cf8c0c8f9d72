"""What the gradebook and the graded notebooks say, as plain tables."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import nullcontext
from pathlib import Path

import pandas as pd

from ecotools.grading.course import Course
from ecotools.grading.grade import HandIn
from ecotools.grading.trial import ERROR, NOT_ATTEMPTED, OUTCOMES, RIGHT, WARNED
from ecotools.notebooks import read

MARKED, TO_MARK = "marked", "to be marked"
CLASS_COLUMNS = ["student", "assignment", "score", "points", "to_mark", "not_attempted", "note"]
TASK_COLUMNS = ["student", "assignment", "task", "score", "points", "outcome", "message"]


def tasks(course: Course, name: str) -> pd.DataFrame:
    """Return one row a student and graded cell of the assignment ``name``.

    Returns
    -------
    DataFrame
        Columns student, assignment, task, score (NaN where a person must
        mark), points, outcome ("right", "wrong", "not attempted", "error", … or "to be marked"), message.
    """
    rows, task_of = [], {c.name: task.name for task in course.assignment(name).tasks for c in task.cells}
    with course.gradebook() or nullcontext() as gradebook:
        submissions = gradebook.assignment_submissions(name) if gradebook else []
        for submission in sorted(submissions, key=lambda s: s.student_id):
            said = _said(course.autograded / submission.student_id / name / f"{name}.ipynb")
            if said is None:
                continue
            for notebook in submission.notebooks:
                rows += [_row(submission.student_id, name, task_of, grade, said) for grade in notebook.grades]
    return pd.DataFrame(rows, columns=TASK_COLUMNS).sort_values(["student", "task"], ignore_index=True)


def _row(student: str, name: str, task_of: dict[str, str], grade, said: dict[str, tuple[str, str]]) -> list:
    outcome, message = said.get(grade.name, (NOT_ATTEMPTED, "the cell is not in the hand-in"))
    if grade.cell.cell_type != "code" or outcome == MARKED:
        unanswered = grade.auto_score == 0
        outcome = NOT_ATTEMPTED if unanswered else TO_MARK if grade.needs_manual_grade else MARKED
        message = ""
    score = float("nan") if grade.needs_manual_grade else float(grade.score)
    task = task_of.get(grade.name, grade.name)
    return [student, name, task, score, float(grade.max_score), outcome, message]


def _said(file: Path) -> dict[str, tuple[str, str]] | None:
    """Return outcome and message of each graded cell of an autograded notebook, None when there is none."""
    if not file.exists():
        return None
    found = {}
    for cell in read(file).cells:
        meta = cell.metadata.get("nbgrader", {})
        if meta.get("grade") and cell.cell_type == "code":
            found[meta["grade_id"]] = (MARKED, "") if meta.get("solution") else _outcome(cell.outputs)
    return found


def _outcome(outputs: Iterable) -> tuple[str, str]:
    for output in outputs:
        if output.output_type == "error":
            return OUTCOMES.get(output.ename, ERROR), output.evalue or output.ename
        if output.output_type == "stream" and output.name == "stderr":
            return WARNED, output.text.strip()
    return RIGHT, ""


def of_class(course: Course, names: Iterable[str], handins: Iterable[HandIn] = ()) -> pd.DataFrame:
    """Return one row a hand-in: its score so far, the points there are, what a person must look at.

    Parameters
    ----------
    course, names : the course and the assignments.
    handins : what came of the last grading, for the errors of hand-ins that could not be graded.

    Returns
    -------
    DataFrame
        Columns student, assignment, score (NaN when it could not be graded), points, to_mark and
        not_attempted (numbers of tasks), note.
    """
    here = f"{course.root}{os.sep}"
    failed = {(h.student, h.assignment): h.error.replace(here, "") for h in handins if h.error}
    rows = []
    for name in names:
        table, points = tasks(course, name), course.assignment(name).points
        for student in course.students(name):
            mine = table[table["student"] == student]
            error = failed.get((student, name), "")
            if error or mine.empty:
                rows.append([student, name, float("nan"), points, 0, 0, error or "not graded yet"])
                continue
            to_mark = int((mine["outcome"] == TO_MARK).sum())
            missing = int((mine["outcome"] == NOT_ATTEMPTED).sum())
            rows.append([student, name, float(mine["score"].sum()), points, to_mark, missing, ""])
    return pd.DataFrame(rows, columns=CLASS_COLUMNS).sort_values(["assignment", "student"], ignore_index=True)
