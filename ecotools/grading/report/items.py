"""How the class did on each task, and which task failed the class rather than the student."""

from __future__ import annotations

from collections.abc import Collection

import pandas as pd

from ecotools.grading.gradebook.results import HIDDEN, VISIBLE
from ecotools.grading.report.failed_parts import NOT_KNOWN, by_part
from ecotools.grading.report.scores import FEWEST, by_student, share, weights
from ecotools.measure import Measure, missing
from ecotools.outcomes import MARKED, NOT_ATTEMPTED, RIGHT, TIMEOUT, TO_MARK, UNCHECKED

A_CLASS = 5  # hand-ins from which on "the class" is the word
TO_DOUBT = 3  # answers without a point that make a test doubtful
HARD, EASY = 0.4, 0.9  # mean shares of the points
WEAK = 0.1  # an item-rest correlation below which a task does not tell who can from who cannot
COLUMNS = [
    *("assignment", "task", "hand_ins", "points", "weight", "right", "not_attempted", "to_mark", "marked"),
    *("failed_visible", "failed_hidden", "failed_not_known", "mean", "sd", "mean_share"),
    *("discrimination", "not_computed", "look"),
]
DEFINITION = "Pearson correlation of a task's score with the share of the points in the other tasks"


def by_task(
    tasks: pd.DataFrame, messages: pd.DataFrame, unpassed: Collection[tuple[str, str]] = ()
) -> pd.DataFrame:
    """Return how the class did on each task.

    Parameters
    ----------
    tasks : the graded cells, see ``results.tasks``; answers that wait for a person are left out.
    messages : the refused answers, see ``messages.grouped``.
    unpassed : assignment and name of the tasks whose test the reference solution does not pass.

    Returns
    -------
    DataFrame
        Columns assignment, task, hand_ins, points, weight (the share of the assignment's points), right
        (hand-ins; missing for a task that a person marks), not_attempted, to_mark and marked (hand-ins),
        failed_visible, failed_hidden and failed_not_known (hand-ins, see ``failed.by_part``), mean and sd (of
        the score, in points, the standard deviation of a sample), mean_share (of the points, 0..1: the
        difficulty, high for an easy task), discrimination (see `item_rest`), not_computed (why that is NaN),
        look (sentences that say why to look at the task, empty without any). Means are NaN while answers are
        to be marked.
    """
    rows, failed = [], by_part(tasks).set_index(["assignment", "task", "part"])["hand_ins"]
    for assignment, cells in tasks.groupby("assignment", sort=True):
        scores, points = by_student(cells)
        weight = weights(points)
        for task in scores.columns:
            mine = cells[cells["task"] == task]
            same = messages[(messages["assignment"] == assignment) & (messages["task"] == task)]
            row = [assignment, task, mine["student"].nunique(), points[task], weight[task]]
            row += [_right(mine), _hand_ins(mine, NOT_ATTEMPTED), _any(mine, TO_MARK), _any(mine, MARKED)]
            row += [int(failed.get((assignment, task, part), 0)) for part in (VISIBLE, HIDDEN, NOT_KNOWN)]
            mean_share = (scores[task] / points[task]).mean() if points[task] else float("nan")
            row += [scores[task].mean(), scores[task].std(), mean_share]
            told = item_rest(scores[task], share(scores.drop(columns=task), points))
            look = [*_doubts(mine, scores[task], points[task], (assignment, task) in unpassed)]
            look += _look(mine, mean_share, told, int(same["hand_ins"].max()) if len(same) else 0)
            rows.append([*row, float(told), told.reason, " ".join(look)])
    return pd.DataFrame(rows, columns=COLUMNS).astype({"right": "Int64"})


def item_rest(item: pd.Series, rest: pd.Series) -> Measure:
    """Return how well a task tells those who do well elsewhere from those who do not, in -1..1.

    The item-rest correlation: Pearson's, of the task's score with the score in all other tasks, so that the
    task is not correlated with itself. For a task that is right or wrong it is the point-biserial one. The
    rest is taken as a share of the points, since it leaves out answers that wait for a person.

    Parameters
    ----------
    item, rest : one number per hand-in, with the same index; NaN where it is not scored.

    Returns
    -------
    Measure
        NaN with the reason for fewer than ten hand-ins, and where one side is the same for all.

    References
    ----------
    Henrysson, S. (1963). Correction of item-total correlations in item analysis. Psychometrika 28, 211-218.
    Ebel, R. L., Frisbie, D. A. (1991). Essentials of Educational Measurement, 5th ed.: below 0.2 a task is a
    poor one; the report speaks up below 0.1, since a class is a small sample.

    Examples
    --------
    >>> item_rest(pd.Series([0, 1]), pd.Series([0.2, 0.9])).reason
    'fewer than 10 hand-ins are scored'
    """
    both = pd.DataFrame({"item": item, "rest": rest}).dropna().astype(float).round(9)
    if rest.isna().all():
        return missing("no other task is scored", definition=DEFINITION)
    if len(both) < FEWEST:
        return missing(f"fewer than {FEWEST} hand-ins are scored", definition=DEFINITION)
    if both["item"].nunique() == 1:
        return missing("all have the same score here", definition=DEFINITION)
    if both["rest"].nunique() == 1:
        return missing("all have the same score in the other tasks", definition=DEFINITION)
    return Measure(both["item"].corr(both["rest"]), definition=DEFINITION)


def _right(cells: pd.DataFrame) -> int | None:
    """Return how many passed all tests of a task; None for a task that has none, since a person marks it."""
    tests = cells[~cells["by_hand"].astype(bool)]
    return _hand_ins(tests, RIGHT) if len(tests) else None


def _hand_ins(cells: pd.DataFrame, outcome: str) -> int:
    """Return how many hand-ins have this outcome in every graded cell of the task."""
    return int((cells["outcome"] == outcome).groupby(cells["student"]).all().sum())


def _any(cells: pd.DataFrame, outcome: str) -> int:
    """Return how many hand-ins have this outcome in a graded cell of the task."""
    return cells.loc[cells["outcome"] == outcome, "student"].nunique()


def _doubts(cells: pd.DataFrame, scores: pd.Series, points: float, unpassed: bool) -> list[str]:
    """Return why the test of a task may be wrong."""
    reasons = []
    if unpassed:
        reasons.append("The reference solution does not pass: the test may be wrong.")
    answers = cells["student"].nunique() - _hand_ins(cells, NOT_ATTEMPTED)
    tested = not cells["by_hand"].astype(bool).all()
    if tested and points and answers >= TO_DOUBT and (scores == 0).all():
        reasons.append(f"None of the {answers} answers has points: the test may be wrong.")
    return reasons


def _look(cells: pd.DataFrame, share: float, told: Measure, same: int) -> list[str]:
    """Return why somebody should look at a task: what speaks for a fault in it, its text or its lesson."""
    count = cells["student"].nunique()
    skipped = _hand_ins(cells, NOT_ATTEMPTED)
    broken = int(cells["outcome"].isin({UNCHECKED, TIMEOUT}).sum())
    reasons = []
    if broken:
        reasons.append(f"The check broke or ran out of time for {broken} of {count}.")
    if count >= A_CLASS:
        if share < HARD:
            reasons.append(f"The class has only {share:.0%} of its points.")
        if skipped * 2 >= count:
            reasons.append(f"{skipped} of {count} did not attempt it.")
        if same * 3 >= count:
            reasons.append(f"{same} of {count} got the same message.")
    if told < WEAK and share < EASY:
        reasons.append("Those who did well in the other tasks did no better here.")
    return reasons
