"""How a class stands: points, what waits for a person, how long grading took."""

from __future__ import annotations

import pandas as pd

from ecotools.grading.report.risk import RiskRule
from ecotools.outcomes import UNCHECKED

TENTHS = [f"{low} to {low + 10}%" for low in range(0, 100, 10)]


def matrix(grades: pd.DataFrame) -> pd.DataFrame:
    """Return the grade table as people read it: "7 of 9" in a row per student and a column per assignment."""
    if grades.empty:
        return pd.DataFrame()
    shown = grades.assign(cell=[points_of(row) for row in grades.itertuples()])
    return shown.pivot(index="student", columns="assignment", values="cell").fillna("")


def points_of(row) -> str:
    """Return the score of a row of the grade table in words: "7 of 9 + 1 to mark"."""
    if pd.isna(row.score):
        return "not graded"
    to_mark = f" + {row.to_mark} to mark" if row.to_mark else ""
    return f"{row.score:g} of {row.points:g}{to_mark}"


def waiting(tasks: pd.DataFrame) -> pd.DataFrame:
    """Return the answers that only a person can score: by task, how many and whose.

    Returns
    -------
    DataFrame
        Columns assignment, task, answers, students (a tuple of ids).
    """
    rows = [
        [*key, len(group), tuple(group["student"])]
        for key, group in tasks[tasks["score"].isna()].groupby(["assignment", "task"], sort=True)
    ]
    return pd.DataFrame(rows, columns=["assignment", "task", "answers", "students"])


def needs_a_person(grades: pd.DataFrame, at_risk: pd.DataFrame, rule: RiskRule) -> list[str]:
    """Return a sentence for each kind of thing in a class that only a person can deal with.

    ``at_risk`` and ``rule`` are those of ``risk.at_risk``.
    """
    to_mark, flagged = int(grades["to_mark"].sum()), int((grades["flagged"] > 0).sum())
    failed, help_to = int(grades["score"].isna().sum()), at_risk["student"].nunique()
    told = [
        (to_mark, "answer", "to mark in the formgrader."),
        (flagged, "hand-in", "flagged: read the evidence in the report, then the hand-in."),
        (failed, "hand-in", "not graded: the report says why."),
        (help_to, "student", f"at risk: {rule.in_words}."),
    ]
    return [f"{count} {noun}{'' if count == 1 else 's'} {what}" for count, noun, what in told if count]


def ungraded(grades: pd.DataFrame, tasks: pd.DataFrame) -> pd.DataFrame:
    """Return what could not be graded and why: whole hand-ins, and answers whose check broke.

    Returns
    -------
    DataFrame
        Columns student, assignment, task (empty for a whole hand-in), why.
    """
    whole = grades.loc[grades["note"] != "", ["student", "assignment", "note"]]
    broken = tasks.loc[tasks["outcome"] == UNCHECKED, ["student", "assignment", "task", "message"]]
    rows = [(row.student, row.assignment, "", row.note) for row in whole.itertuples()]
    rows += [(row.student, row.assignment, row.task, row.message) for row in broken.itertuples()]
    return pd.DataFrame(rows, columns=["student", "assignment", "task", "why"])


def distribution(of_one: pd.Series) -> pd.DataFrame:
    """Return how many hand-ins of one assignment are in each tenth of the points.

    Parameters
    ----------
    of_one : shares as ``scores.shares_of`` returns them. A share on a border counts upward; 1, and what extra
        credit lifts above it, counts in the last tenth.

    Returns
    -------
    DataFrame
        Columns range, hand_ins; ten rows, the lowest first.
    """
    # Rounding first: 0.3 as 2.1 / 7 is a little less than 0.3.
    tenth = (of_one * 10).round(6).clip(0, 9).astype(int)
    counts = tenth.value_counts().reindex(range(10), fill_value=0)
    return pd.DataFrame({"range": TENTHS, "hand_ins": counts.to_numpy()})


def slowest(tasks: pd.DataFrame, most: int = 5) -> pd.DataFrame:
    """Return the tasks whose checks took longest: mean and longest seconds; empty where nobody measured."""
    timed = tasks[tasks["seconds"].notna()]
    times = timed.groupby(["assignment", "task"])["seconds"].agg(["mean", "max"]).reset_index()
    return times.sort_values("mean", ascending=False, ignore_index=True).head(most)
