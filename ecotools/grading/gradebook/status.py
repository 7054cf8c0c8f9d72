"""Who handed in what, and what has become of it."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable

import pandas as pd

from ecotools.grading.course import Course
from ecotools.grading.grade import unreadable
from ecotools.grading.gradebook import results
from ecotools.grading.gradebook.marks import read_marks
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
    stale, late = Counter(), {}
    for name in names:
        for found in read_marks(course, name):
            stale[name, found.student] += found.stale
            late[name, found.student] = math.nan if found.undated else found.late
    for row in results.of_class(course, names).itertuples():
        _, said = timestamp(course.handed_in(row.student, row.assignment), home)
        handed_in = "" if said is None else f"{said.time:%Y-%m-%d %H:%M:%S} UTC" if said.time else NOT_KNOWN
        state = _state(course, row, stale[row.assignment, row.student])
        hours = late.get((row.assignment, row.student), 0.0) / 3600
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
