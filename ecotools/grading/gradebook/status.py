"""Who handed in what, and what has become of it."""

from __future__ import annotations

import math
from collections.abc import Iterable

import pandas as pd

from ecotools.grading.course import Course
from ecotools.grading.grade import unreadable
from ecotools.grading.gradebook import results
from ecotools.grading.gradebook.marks import Marks, marks_by_student
from ecotools.grading.pipeline.handin import timestamp

NOT_KNOWN = "not known"
COLUMNS = ["assignment", "student", "handed_in", "state", "score", "points", "late", "penalty"]


def status_table(course: Course, names: Iterable[str]) -> pd.DataFrame:
    """Return one row per hand-in for the assignments ``names``.

    Returns
    -------
    DataFrame
        Columns assignment, student, handed_in (as its timestamp.txt says, in UTC; "not known" when that
        cannot be read, empty without one), state
        ("graded", "2 tasks to mark", "not graded yet", or why it cannot be graded), score (less the penalty),
        points, late (hours after it was due, 0 in time, NaN where it is due and when it was handed in is not
        known), penalty (points taken off for that).
    """
    rows, home, names = [], course.home_zone(), list(names)
    marks = {name: marks_by_student(course, name) for name in names}
    for row in results.of_class(course, names).itertuples():
        _, said = timestamp(course.handed_in(row.student, row.assignment), home)
        handed_in = "" if said is None else f"{said.time:%Y-%m-%d %H:%M:%S} UTC" if said.time else NOT_KNOWN
        mine = marks[row.assignment].get(row.student) or Marks(row.student, "")
        state = _state(course, row, mine.stale)
        hours = math.nan if mine.undated else mine.late / 3600
        rows.append(
            [row.assignment, row.student, handed_in, state, row.score, row.points, hours, row.penalty]
        )
    return pd.DataFrame(rows, columns=COLUMNS)


def _state(course: Course, row, stale: int) -> str:
    error = unreadable(course, row.assignment, row.student)
    if error:
        return f"cannot be graded: {error}"
    if row.to_mark:
        earlier = f", {stale} with a mark for an earlier answer" if stale else ""
        return f"{row.to_mark} task{'s' if row.to_mark > 1 else ''} to mark{earlier}"
    return row.note or "graded"
