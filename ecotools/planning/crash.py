"""What it costs to shorten a plan, when each day taken off a task has its price."""

import numpy as np
import pandas as pd
from scipy.optimize import linprog

from ecotools import errors
from ecotools.metrics.columns import refuse
from ecotools.planning.passes import CLOSE, forward, length
from ecotools.planning.tasks import Tasks, read_tasks

_NUMBERS = ("days", "crash_days", "cost_per_day")


def crash(tasks: pd.DataFrame, days: float) -> pd.DataFrame:
    """Return the cheapest way to bring a plan to a length: which task is shortened, by how much.

    ``tasks`` are those of `crash_costs`. Comes back: one row per task, in an order in which none comes before
    what it waits for, with days, taken_off (0 or more), shortened_days and cost. ``attrs``: days (length of
    the plan now), days_before, and cost (of all).

    >>> tasks = pd.DataFrame({"task": ["write", "page", "open"], "days": [10, 8, 2], "crash_days": [5, 4, 2]})
    >>> tasks = tasks.assign(after=["", "", "write, page"], cost_per_day=[100, 40, 0])
    >>> crash(tasks, 9)[["task", "taken_off", "cost"]].values.tolist()
    [['page', 1.0, 40.0], ['write', 3.0, 300.0], ['open', 0.0, 0.0]]
    """
    read = _read(tasks)
    wanted = errors.positive(days, "days")
    now = read.days()
    before = float(length(read, now, forward(read, now)))
    shortest = _shortest(read)
    if wanted < shortest - CLOSE:
        raise ValueError(f"days must be {shortest:g} or more, not {days:g}: the plan cannot become shorter")
    taken = _cheapest(read, wanted)
    table = read.table.reset_index(drop=True)[["task", "days"]].assign(taken_off=taken)
    table["shortened_days"] = table["days"] - taken
    table["cost"] = taken * read.table["cost_per_day"].to_numpy()
    shortened = dict(zip(read.order, table["shortened_days"], strict=True))
    long = float(length(read, shortened, forward(read, shortened)))
    table.attrs = {"days": round(long, 6), "days_before": before, "cost": float(table["cost"].sum())}
    return table


def crash_costs(tasks: pd.DataFrame, cost_of_a_day: float = 0.0) -> pd.DataFrame:
    """Return what each length of a plan costs, from the one it has down to the shortest.

    Parameters
    ----------
    tasks : DataFrame
        One row per task: ``task`` and ``after`` as in `schedule`, ``days``, ``crash_days`` (the fewest that
        it can take) and ``cost_per_day`` (of each day taken off, the same for each).
    cost_of_a_day : float, default 0
        What each day of the plan costs by itself: rent, wages, sales that come later.

    Returns
    -------
    DataFrame
        One row per length in whole days, and one for the shortest: days, crash_cost, day_cost (days x
        cost_of_a_day), total, next_day (what the next day taken off costs; NaN at the shortest), and best
        (True at the lowest total; of equals the longest plan).

    Raises
    ------
    ValueError, TypeError
        When crash_days are more than days, or as `schedule`.

    References
    ----------
    Kelley (1961), "Critical-Path Planning and Scheduling: Mathematical Basis", Operations Research 9; solved
    as a linear programme.

    Examples
    --------
    >>> tasks = pd.DataFrame({"task": ["write", "open"], "days": [5, 1], "crash_days": [3, 1]})
    >>> crash_costs(tasks.assign(after=["", "write"], cost_per_day=[100, 0]), cost_of_a_day=120)
       days  crash_cost  day_cost  total  next_day   best
    0   6.0         0.0     720.0  720.0     100.0  False
    1   5.0       100.0     600.0  700.0     100.0  False
    2   4.0       200.0     480.0  680.0       NaN   True
    """
    read = _read(tasks)
    daily = errors.not_negative(cost_of_a_day, "cost_of_a_day")
    days = read.days()
    longest, shortest = float(length(read, days, forward(read, days))), _shortest(read)
    lengths = [longest, *np.arange(np.ceil(longest) - 1, shortest, -1.0)]
    lengths += [shortest] if shortest < longest - CLOSE else []
    table = pd.DataFrame({"days": lengths})
    table["crash_cost"] = [crash(tasks, one).attrs["cost"] for one in lengths]
    table["day_cost"] = table["days"] * daily
    table["total"] = table["crash_cost"] + table["day_cost"]
    step = table["days"] - table["days"].shift(-1)
    table["next_day"] = ((table["crash_cost"].shift(-1) - table["crash_cost"]) / step).round(6)
    table["best"] = table.index == (table["total"].round(6)).idxmin()
    return table


def _read(tasks: pd.DataFrame) -> Tasks:
    read = read_tasks(tasks, *_NUMBERS)
    more = (read.table["crash_days"] > read.table["days"]).to_numpy()
    refuse(read.table, more, "tasks", "crash_days is more than days")
    return read


def _shortest(read: Tasks) -> float:
    days = read.days("crash_days")
    return float(length(read, days, forward(read, days)))


def _cheapest(read: Tasks, days: float) -> np.ndarray:
    """Return the days taken off each task: a linear programme over these and the start of each task."""
    many, place = len(read.order), {task: n for n, task in enumerate(read.order)}
    long, least = read.table["days"].to_numpy(), read.table["crash_days"].to_numpy()
    rows, limits = [], []
    for task, n in place.items():
        # A task ends by the end of the plan, and after what it waits for has ended:
        # start[one] + long[one] - taken[one] <= start[task].
        ends = np.zeros(2 * many)
        ends[n], ends[many + n] = -1, 1
        rows.append(ends)
        limits.append(days - long[n])
        for one in read.before[task]:
            waits = np.zeros(2 * many)
            waits[place[one]], waits[many + place[one]], waits[many + n] = -1, 1, -1
            rows.append(waits)
            limits.append(-long[place[one]])
    bounds = [(0, most) for most in long - least] + [(0, None)] * many
    costs = [*read.table["cost_per_day"], *np.zeros(many)]
    found = linprog(costs, np.array(rows), limits, bounds=bounds, method="highs")
    return np.round(found.x[:many], 6) + 0.0
