"""Who has handed in nothing."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from ecotools.grading.course import Course
from ecotools.grading.roster.names import called, ids_in
from ecotools.grading.roster.roster_file import roster_of

COLUMNS = ["assignment", "student", "name"]
NOTHING = "nothing handed in"
UNKNOWN = "Without a roster only students who handed in something before are known: ecotools roster FILE."


def absent(course: Course, names: Iterable[str]) -> pd.DataFrame:
    """Return who has handed in nothing for each of the assignments ``names`` that somebody handed in.

    Everybody is in the roster; without one, whoever has a folder among the hand-ins or is in the gradebook.

    Returns
    -------
    DataFrame
        Columns assignment, student, name ("Ada Lovelace (ada)"; the id alone where no name is known).
    """
    roster = roster_of(course)
    everybody = set(roster) or ids_in(course)
    rows = []
    for name in names:
        there = set(course.students(name))
        rows += [[name, one, called(roster, one)] for one in sorted(everybody - there) if there]
    return pd.DataFrame(rows, columns=COLUMNS)


def in_words(missing: pd.DataFrame, known: bool) -> list[str]:
    """Return a sentence for each assignment, and one on what is not known where there is no roster."""
    told = [
        f"Nothing handed in for {name}: {', '.join(group['name'])}."
        for name, group in missing.groupby("assignment", sort=True)
    ]
    return told + ([] if known else [UNKNOWN])


def with_absent(status: pd.DataFrame, missing: pd.DataFrame, odd: pd.DataFrame) -> pd.DataFrame:
    """Return the table of ``status.status_table`` with a row for everybody who has handed in nothing.

    The column ``odd_student_id`` says what is odd with the STUDENT_ID of a hand-in (``student_ids.odd_ids``).
    """
    said = odd.rename(columns={"says": "odd_student_id"})
    status = status.merge(said, "left", ["assignment", "student"]).fillna({"odd_student_id": ""})
    rows = missing[["assignment", "student"]].assign(state=NOTHING)
    for column in status.columns.difference(rows.columns):
        number = pd.api.types.is_numeric_dtype(status[column])
        rows[column] = (float("nan") if column in ("score", "points") else 0.0) if number else ""
    together = pd.DataFrame([*status.to_dict("records"), *rows.to_dict("records")], columns=status.columns)
    return together.sort_values(["assignment", "student"], ignore_index=True)
