"""The scores of an assignment as a square table, and how far they hang together."""

from __future__ import annotations

import math
from collections.abc import Mapping

import pandas as pd

from ecotools.measure import Measure, missing
from ecotools.outcomes import TO_MARK

FEWEST = 10  # hand-ins for a correlation that says more than chance
COLUMNS = [
    *("assignment", "hand_ins", "points", "mean_share", "sd_share"),
    *("alpha", "error", "alpha_tasks", "alpha_hand_ins", "not_computed"),
]


def by_student(cells: pd.DataFrame) -> tuple[pd.DataFrame, pd.Series]:
    """Return the scores of one assignment by student and task, and the points of each task.

    A score is NaN while a cell of the task waits for a person. While there are answers to mark all scores of
    their task are, since only the empty ones have one by then.
    """
    one = cells.groupby(["student", "task"])
    waits = one["score"].apply(lambda found: found.isna().any()).astype(bool)
    scores = one["score"].sum().mask(waits).unstack("task")
    scores[cells.loc[cells["outcome"] == TO_MARK, "task"].unique().tolist()] = float("nan")
    return scores, one["points"].sum().groupby("task").max()


def share(scores: pd.DataFrame, points: pd.Series) -> pd.Series:
    """Return the share of the points that each student has, of the tasks that are scored; NaN for none."""
    there = scores.notna().mul(points[scores.columns], axis=1).sum(axis=1)
    return scores.sum(axis=1) / there.where(there > 0)


def cronbach_alpha(scores: pd.DataFrame) -> Measure:
    """Return Cronbach's alpha: how far the tasks of an assignment agree on who does well, at most 1.

    With ``k`` tasks, ``alpha = k / (k - 1) * (1 - sum of the tasks' variances / variance of the totals)``,
    of samples. For tasks that are right or wrong it is the formula 20 of Kuder and Richardson. It is a lower
    bound of the reliability where errors of the tasks do not hang together; below 0 it says that those who
    do well in one task do badly in others.

    Parameters
    ----------
    scores : a row per hand-in and a column per task. Tasks without any score are left out, and then hand-ins
        that lack one.

    Returns
    -------
    Measure
        Its ``definition`` says of how many tasks and hand-ins. NaN with the reason for fewer than two tasks
        or ten hand-ins, and where all have the same total.

    References
    ----------
    Cronbach, L. J. (1951). Coefficient alpha and the internal structure of tests. Psychometrika 16, 297-334.
    Kuder, G. F., Richardson, M. W. (1937). The theory of the estimation of test reliability. Psychometrika 2,
    151-160.

    Examples
    --------
    >>> rows = [[2, 3, 3], [4, 4, 5], [1, 2, 1], [5, 5, 4]] * 3
    >>> alpha = cronbach_alpha(pd.DataFrame(rows))
    >>> round(alpha, 3), alpha.definition
    (0.95, "Cronbach's alpha of 3 tasks and 12 hand-ins")
    """
    whole = complete(scores)
    hand_ins, tasks = whole.shape
    definition = f"Cronbach's alpha of {tasks} tasks and {hand_ins} hand-ins"
    total = whole.sum(axis=1).round(9)
    if tasks < 2:
        return missing("fewer than 2 tasks are scored", definition=definition)
    if hand_ins < FEWEST:
        return missing(f"fewer than {FEWEST} hand-ins are scored in all tasks", definition=definition)
    if total.nunique() == 1:
        return missing("all have the same score", definition=definition)
    alpha = tasks / (tasks - 1) * (1 - whole.var().sum() / total.var())
    return Measure(min(alpha, 1.0), definition=definition)  # where all tasks agree, up to the last digit


def standard_error(scores: pd.DataFrame) -> Measure:
    """Return the standard error of measurement, in points: how far a total is from what it measures.

    It is the standard deviation of the totals times ``sqrt(1 - alpha)``.

    Parameters
    ----------
    scores : as for `cronbach_alpha`; NaN for the same reasons.

    References
    ----------
    Ebel, R. L., Frisbie, D. A. (1991). Essentials of Educational Measurement, 5th ed., chapter 5.

    Examples
    --------
    >>> round(standard_error(pd.DataFrame([[2, 3, 3], [4, 4, 5], [1, 2, 1], [5, 5, 4]] * 3)), 2)
    0.94
    """
    alpha = cronbach_alpha(scores)
    definition = f"standard deviation of the totals * sqrt(1 - alpha); {alpha.definition}"
    if alpha.reason:
        return missing(alpha.reason, definition=definition, unit="points")
    spread = complete(scores).sum(axis=1).std()
    return Measure(spread * math.sqrt(1 - alpha), definition=definition, unit="points")


def complete(scores: pd.DataFrame) -> pd.DataFrame:
    """Return the hand-ins that have a score in every task in which anybody has one."""
    return scores.dropna(axis=1, how="all").dropna().astype(float)


def by_assignment(tasks: pd.DataFrame) -> pd.DataFrame:
    """Return mean, spread and reliability of each assignment, before late penalties.

    Parameters
    ----------
    tasks : the graded cells, see ``results.tasks``.

    Returns
    -------
    DataFrame
        Columns assignment, hand_ins (with a score), points, mean_share and sd_share (of the points that are
        scored so far; the standard deviation is that of a sample, NaN for one hand-in), alpha (see
        `cronbach_alpha`), error (see `standard_error`, points), alpha_tasks and alpha_hand_ins (of how many),
        not_computed (why alpha is NaN).
    """
    rows = []
    for assignment, cells in tasks.groupby("assignment", sort=True):
        scores, points = by_student(cells)
        shares, whole, alpha = shares_of(cells), complete(scores), cronbach_alpha(scores)
        rows.append(
            [
                *(assignment, len(shares), points.sum(), shares.mean(), shares.std()),
                *(float(alpha), float(standard_error(scores)), whole.shape[1], len(whole), alpha.reason),
            ]
        )
    return pd.DataFrame(rows, columns=COLUMNS)


def shares_of(tasks: pd.DataFrame) -> pd.Series:
    """Return for each hand-in the share of points it has, 0..1, of those that are scored so far.

    Late penalties are left out. The index is assignment and student; a hand-in of which nothing is scored is
    left out.
    """
    return scored(tasks)["share"]


def scored(tasks: pd.DataFrame) -> pd.DataFrame:
    """Return score, points and share of what is scored so far, by assignment and student, if it is anything.

    Shares are rounded, so that half of the points is half of them whatever they were added up from.
    """
    sums = tasks[tasks["score"].notna()].groupby(["assignment", "student"])[["score", "points"]].sum()
    sums = sums[sums["points"] > 0]
    return sums.assign(share=(sums["score"] / sums["points"]).round(9))


def weights(points: Mapping[str, float] | pd.Series) -> pd.Series:
    """Return the share of each task in the points of its assignment; NaN where there are none.

    >>> weights({"q1": 3, "q2": 1}).to_dict()
    {'q1': 0.75, 'q2': 0.25}
    """
    points = pd.Series(points, dtype=float)
    return points / points.sum() if points.sum() else points * float("nan")
