"""How likely a date is, and which task carries the risk: the plan, simulated with uncertain durations."""

import numpy as np
import pandas as pd
from scipy import stats

from ecotools import errors
from ecotools.measure import Measure, missing
from ecotools.metrics.columns import numbers
from ecotools.metrics.counts import inside
from ecotools.planning.durations import POINTS, draw_days
from ecotools.planning.passes import CLOSE, backward, forward, length
from ecotools.planning.tasks import read_tasks


def finish_days(
    tasks: pd.DataFrame, runs: int = 2000, seed: int = 0, *, shape: str = "pert", alike: float = 0.0
) -> pd.Series:
    """Return on which day a plan ends, in each of many simulated runs.

    Parameters
    ----------
    tasks : DataFrame
        One row per task: ``task``, ``after`` (as in `schedule`), and its ``optimistic``, ``likely`` and
        ``pessimistic`` days.
    runs : int, default 2000
        How often the plan is run.
    seed : int, default 0
        Zero or more; each task draws from a stream of its own, so that another task does not change it.
    shape : {"pert", "triangular"}
        Distribution of a duration between its three points.
    alike : float, default 0
        How much of their luck the tasks share, from 0 (none: a late task says nothing of the others) to 1
        (all are late together): the correlation of the normal copula.

    Returns
    -------
    Series
        Length of the plan in days, by run.

    Raises
    ------
    ValueError, TypeError
        As `schedule` and `three_point`.

    Examples
    --------
    >>> tasks = pd.DataFrame({"task": ["write", "open"], "after": ["", "write"], "optimistic": [5, 1]})
    >>> finish = finish_days(tasks.assign(likely=[10, 1], pessimistic=[21, 1]), runs=500)
    >>> bool(6 < finish.min() and finish.max() < 22)
    True
    """
    read = read_tasks(tasks, *POINTS)
    days = draw_days(read, runs, seed, shape=shape, alike=alike)
    return pd.Series(length(read, days, forward(read, days)), name="days").rename_axis("run")


def chance_by(finish: pd.Series, day: float) -> Measure:
    """Return how likely it is that a plan is over by a day: the share of the runs that end on it or before.

    Parameters
    ----------
    finish : Series
        As `finish_days` gives it.
    day : float
        Day of the plan, counted from 1.

    Returns
    -------
    Measure
        A fraction; NaN with its reason when there are no runs.

    Examples
    --------
    >>> chance_by(pd.Series([38.2, 41.0, 44.9, 50.1]), 45)
    0.75
    """
    day, runs = errors.finite(day, "day"), _runs(finish)
    if not len(runs):
        return missing("no runs", unit="fraction")
    return Measure(np.mean(runs <= day + CLOSE), definition="share of the simulated runs", unit="fraction")


def day_by(finish: pd.Series, chance: float = 0.9) -> Measure:
    """Return the first day by which a plan is over with some chance: the date that can be promised.

    Parameters
    ----------
    finish : Series
        As `finish_days` gives it.
    chance : float, default 0.9
        Share of the runs that end by then, between 0 and 1.

    Returns
    -------
    Measure
        A whole day; NaN with its reason when there are no runs.

    Examples
    --------
    >>> day_by(pd.Series([38.2, 41.0, 44.9, 50.1]), chance=0.75)
    45.0
    """
    chance, runs = inside(chance, "chance", 0.9), _runs(finish)
    if not len(runs):
        return missing("no runs", unit="days")
    day = np.ceil(np.quantile(runs, chance, method="inverted_cdf") - CLOSE)
    return Measure(day, definition=f"{chance:g} of the simulated runs are over by this day", unit="days")


def finish_curve(finish: pd.Series) -> pd.DataFrame:
    """Return how likely it is that a plan is over by each day: one curve for every question about its date.

    Parameters
    ----------
    finish : Series
        As `finish_days` gives it.

    Returns
    -------
    DataFrame
        One row per whole day, from the last on which no run is over to the first on which all are: day and
        chance (a fraction).

    Raises
    ------
    ValueError
        When there are no runs.

    Examples
    --------
    >>> finish_curve(pd.Series([4.2, 5.0, 5.9, 7.1])).values.tolist()
    [[4.0, 0.0], [5.0, 0.5], [6.0, 0.75], [7.0, 0.75], [8.0, 1.0]]
    """
    runs = np.sort(_runs(finish))
    if not len(runs):
        raise ValueError("finish has no runs: there is no curve")
    days = np.arange(np.ceil(runs[0] - CLOSE) - 1, np.ceil(runs[-1] - CLOSE) + 1)
    chance = np.searchsorted(runs, days + CLOSE, side="right") / len(runs)
    return pd.DataFrame({"day": days.astype(int), "chance": chance})


def task_risk(
    tasks: pd.DataFrame, runs: int = 2000, seed: int = 0, *, shape: str = "pert", alike: float = 0.0
) -> pd.DataFrame:
    """Return which task carries the risk of a plan: how often it is critical, and how it moves the end.

    Parameters
    ----------
    tasks, runs, seed, shape, alike
        As in `finish_days`; the runs are the same.

    Returns
    -------
    DataFrame
        One row per task, the highest criticality first: mean and sd (of its days), criticality (share of the
        runs in which it is on a critical path), correlation (Spearman's, of its days and the end of the plan;
        NaN when its days are certain) and sensitivity (criticality x sd / sd of the end: the schedule
        sensitivity index).

    Raises
    ------
    ValueError, TypeError
        As `finish_days`.

    Examples
    --------
    >>> tasks = pd.DataFrame({"task": ["film", "page"], "after": "", "optimistic": [5, 1], "likely": [9, 2]})
    >>> task_risk(tasks.assign(pessimistic=[20, 4]), runs=500)[["task", "criticality"]].values.tolist()
    [['film', 1.0], ['page', 0.0]]

    References
    ----------
    Van Slyke (1963), "Monte Carlo Methods and the PERT Problem", Operations Research 11, for criticality;
    Vanhoucke (2010), "Measuring Time", for the sensitivity index.
    """
    read = read_tasks(tasks, *POINTS)
    days = draw_days(read, runs, seed, shape=shape, alike=alike)
    starts = forward(read, days)
    end = length(read, days, starts)
    latest = backward(read, days, end)
    lines = []
    for task in read.order:
        drawn, share = days[task], np.mean(latest[task] - starts[task] <= CLOSE)
        sure = np.ptp(drawn) == 0 or np.ptp(end) == 0
        together = np.nan if sure else stats.spearmanr(drawn, end).statistic
        sensitivity = share * drawn.std() / end.std() if end.std() else 0.0
        lines.append([task, drawn.mean(), drawn.std(), share, together, sensitivity])
    columns = ["task", "mean", "sd", "criticality", "correlation", "sensitivity"]
    found = pd.DataFrame(lines, columns=columns)
    return found.sort_values(
        ["criticality", "sensitivity", "task"], ascending=[False, False, True], ignore_index=True
    )


def _runs(finish: pd.Series) -> np.ndarray:
    if not isinstance(finish, pd.Series):
        raise TypeError(f"finish must be a Series as finish_days gives it, not {type(finish).__name__}")
    return numbers(finish.to_frame("days"), "days", "finish")
