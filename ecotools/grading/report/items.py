"""How the class did on each task, and which task failed the class rather than the student."""

from __future__ import annotations

import pandas as pd

from ecotools.measure import Measure, missing
from ecotools.outcomes import NOT_ATTEMPTED, RIGHT, TIMEOUT, TO_MARK, UNCHECKED

FEWEST = 10  # hand-ins for a correlation that says more than chance
A_CLASS = 5  # hand-ins from which on "the class" is the word
HARD, EASY = 0.4, 0.9  # mean shares of the points
WEAK = 0.1  # an item-rest correlation below which a task does not tell who can from who cannot
COLUMNS = [
    *("assignment", "task", "hand_ins", "points", "right", "not_attempted", "mean_share"),
    *("discrimination", "not_computed", "look"),
]
DEFINITION = "Pearson correlation of a task's score with the share of the points in the other tasks"


def by_task(tasks: pd.DataFrame, messages: pd.DataFrame) -> pd.DataFrame:
    """Return how the class did on each task.

    Parameters
    ----------
    tasks : the graded cells, see ``results.tasks``; answers that wait for a person are left out.
    messages : the refused answers, see ``messages.grouped``.

    Returns
    -------
    DataFrame
        Columns assignment, task, hand_ins, points, right and not_attempted (numbers of hand-ins), mean_share
        (of the points, 0..1: the difficulty, high for an easy task; NaN while answers are to be marked),
        discrimination (see `item_rest`), not_computed (why it is NaN), look (sentences that say why to look
        at the task, empty without any).
    """
    rows = []
    for assignment, cells in tasks.groupby("assignment", sort=True):
        scores, points = _wide(cells)
        for task in scores.columns:
            mine = cells[cells["task"] == task]
            same = messages[(messages["assignment"] == assignment) & (messages["task"] == task)]
            row = [assignment, task, mine["student"].nunique(), points[task]]
            row += [_hand_ins(mine, RIGHT), _hand_ins(mine, NOT_ATTEMPTED)]
            share = (scores[task] / points[task]).mean() if points[task] else float("nan")
            told = item_rest(scores[task], _share(scores.drop(columns=task), points))
            look = _look(mine, share, told, int(same["hand_ins"].max()) if len(same) else 0)
            rows.append([*row, share, float(told), told.reason, look])
    return pd.DataFrame(rows, columns=COLUMNS)


def item_rest(item: pd.Series, rest: pd.Series) -> Measure:
    """Return how well a task tells those who do well elsewhere from those who do not, in -1..1.

    The item-rest correlation: Pearson's, of the task's score with the score in all other tasks, so that the
    task is not correlated with itself. For a task that is right or wrong it is the point-biserial one. The
    rest is taken as a share of the points, since it leaves out answers that wait for a person.

    Parameters
    ----------
    item, rest : a number a hand-in, with the same index; NaN where it is not scored.

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


def _wide(cells: pd.DataFrame) -> tuple[pd.DataFrame, pd.Series]:
    """Return scores by student and task, and the points by task.

    A score is NaN while a cell of the task waits for a person. While there are answers to mark all scores of
    their task are, since only the empty ones have one by then.
    """
    one = cells.groupby(["student", "task"])
    waits = one["score"].apply(lambda found: found.isna().any()).astype(bool)
    scores = one["score"].sum().mask(waits).unstack("task")
    scores[cells.loc[cells["outcome"] == TO_MARK, "task"].unique().tolist()] = float("nan")
    return scores, one["points"].sum().groupby("task").max()


def _share(scores: pd.DataFrame, points: pd.Series) -> pd.Series:
    there = scores.notna().mul(points[scores.columns], axis=1).sum(axis=1)
    return scores.sum(axis=1) / there.where(there > 0)


def _hand_ins(cells: pd.DataFrame, outcome: str) -> int:
    """Return how many hand-ins have this outcome in every graded cell of the task."""
    return int((cells["outcome"] == outcome).groupby(cells["student"]).all().sum())


def _look(cells: pd.DataFrame, share: float, told: Measure, same: int) -> str:
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
    return " ".join(reasons)
