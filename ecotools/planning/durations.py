"""How long tasks take when nobody knows: three points, the distributions between them, and draws of these."""

import numpy as np
import pandas as pd
from scipy import stats

from ecotools import errors
from ecotools.metrics.columns import refuse
from ecotools.planning.copula import Luck
from ecotools.planning.tasks import Tasks, read_tasks

POINTS = ("optimistic", "likely", "pessimistic")
SHAPES = {
    "pert": "beta distribution with the mean (optimistic + 4 likely + pessimistic) / 6 (its shapes sum to 6)",
    "triangular": "triangle from optimistic to pessimistic with its top at likely",
}
SPREADS = {
    "classic": "(pessimistic - optimistic) / 6, as PERT takes it",
    "drawn": "standard deviation of the distribution that is drawn",
}


def three_point(tasks: pd.DataFrame, *, shape: str = "pert", spread: str = "classic") -> pd.DataFrame:
    """Return tasks with the mean and the standard deviation that their three points stand for.

    Parameters
    ----------
    tasks : DataFrame
        One row per task: ``task`` and its ``optimistic``, ``likely`` and ``pessimistic`` days.
    shape : {"pert", "triangular"}
        Distribution between the points.
    spread : {"classic", "drawn"}
        Which standard deviation: that of the textbook, a sixth of the range, or that of the distribution.

    Returns
    -------
    DataFrame
        The table with ``days`` (the mean) and ``sd``, in days. ``attrs["definition"]`` says which.

    Raises
    ------
    ValueError, TypeError
        When a point is missing or below zero, or the three do not rise.

    Examples
    --------
    >>> tasks = pd.DataFrame({"task": ["wallboard"], "optimistic": [3], "likely": [9], "pessimistic": [9]})
    >>> three_point(tasks)[["days", "sd"]].values.tolist()
    [[8.0, 1.0]]
    >>> three_point(tasks, spread="drawn").round(3)[["days", "sd"]].values.tolist()
    [[8.0, 0.845]]

    References
    ----------
    Malcolm, Roseboom, Clark & Fazar (1959), "Application of a Technique for Research and Development Program
    Evaluation", Operations Research 7, for the mean and the classic spread.
    """
    errors.one_of(spread, SPREADS, "spread")
    low, likely, high = points(read_tasks(tasks, *POINTS))
    shaped = distribution(low, likely, high, shape)
    sd = (high - low) / 6 if spread == "classic" else shaped.std() * (high > low)
    found = read_tasks(tasks, *POINTS).table.reset_index(drop=True)
    found = found.assign(days=mean(low, likely, high, shape), sd=sd)
    found.attrs["definition"] = {"shape": shape, "spread": spread}
    return found


def draw_days(
    tasks: Tasks, runs: int = 2000, seed: int = 0, *, shape: str = "pert", alike: float = 0.0
) -> dict[str, np.ndarray]:
    """Return how long each task takes in each run; `finish_days` says what the arguments are.

    With ``alike`` above 0 the tasks share a part of their luck, as `Luck` says.
    """
    luck = Luck(runs, seed, alike, "tasks")
    found = {}
    for task, *ends in zip(tasks.order, *points(tasks), strict=True):
        drawn = distribution(*ends, shape).ppf(luck.of(task))
        found[task] = np.full(luck.runs, ends[0]) if ends[0] == ends[2] else drawn
    return found


def points(tasks: Tasks) -> np.ndarray:
    """Return the three points of all tasks, 3 x tasks."""
    table = tasks.table
    low, likely, high = (table[column].to_numpy() for column in POINTS)
    bad = (low > likely) | (likely > high)
    refuse(table, bad, "tasks", "optimistic, likely and pessimistic do not rise")
    return np.array([low, likely, high])


def mean(low, likely, high, shape: str):
    """Return the mean of a distribution between three points."""
    weight = 4 if errors.one_of(shape, SHAPES, "shape") == "pert" else 1
    return (low + weight * likely + high) / (weight + 2)


def distribution(low, likely, high, shape: str):
    """Return the distribution between three points; where they are one, it is not to be drawn from.

    >>> float(distribution(0, 5, 10, "pert").mean()), distribution(0, 2, 10, "triangular").mean().round(9)
    (5.0, np.float64(4.0))
    """
    errors.one_of(shape, SHAPES, "shape")
    wide = np.where(np.greater(high, low), np.subtract(high, low), 1.0)
    top = np.clip(np.subtract(likely, low) / wide, 0, 1)
    if shape == "triangular":
        return stats.triang(top, loc=low, scale=wide)
    return stats.beta(1 + 4 * top, 5 - 4 * top, loc=low, scale=wide)
