"""The queue of reports, simulated: one report after the other, with whatever moderator is free first."""

from heapq import heapreplace

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.metrics.columns import numbers, refuse
from ecotools.metrics.counts import count
from ecotools.metrics.moderation.queue import read


def simulate_waiting(
    reports_a_day: float,
    moderators: int,
    minutes_each: float,
    *,
    days: int = 30,
    hours_a_day: float = 24.0,
    growth: float = 0.0,
    seed: int = 0,
) -> pd.DataFrame:
    """Return reports as they come in and are taken, minute by minute, beginning with an empty queue.

    Parameters
    ----------
    reports_a_day, moderators, minutes_each, hours_a_day
        As in `waiting`.
    days : int, default 30
        Days to simulate; the hours without moderators are left out, so that one day follows the other.
    growth : float, default 0
        By how much there are more reports on each day than on the day before, as a fraction: with 0.02 a
        community that grows comes to the point where the queue has no end.
    seed : int, default 0
        Seed of the draws.

    Returns
    -------
    DataFrame
        One row per report, by arrival: day (1 is the first), arrived, taken, done (minutes from the
        beginning), waited (minutes), waiting (how many others waited when it came).

    Raises
    ------
    ValueError, TypeError
        As `waiting`; a growth of -1 or less, days that are no whole number.

    Examples
    --------
    >>> reports = simulate_waiting(12, moderators=1, minutes_each=30, days=5, hours_a_day=8, seed=1)
    >>> bool((reports["waited"] >= 0).all()), reports.columns.tolist()
    (True, ['day', 'arrived', 'taken', 'done', 'waited', 'waiting'])
    """
    arrivals, service, servers, _ = read(reports_a_day, moderators, minutes_each, hours_a_day, 0)
    days, rng = count(days, "days", at_least=1), np.random.default_rng(seed)
    if errors.finite(growth, "growth") <= -1:
        raise ValueError(f"growth must be above -1, not {growth}: -0.1 is a tenth fewer each day")
    minutes = 60 * float(hours_a_day)
    number = rng.poisson(arrivals * minutes * (1 + growth) ** np.arange(days))
    day = np.repeat(np.arange(days), number)
    arrived = np.sort((day + rng.random(len(day))) * minutes)
    taken = _taken(arrived, rng.exponential(1 / service, len(day)), servers)
    table = pd.DataFrame({"day": day + 1, "arrived": arrived, "taken": taken[0], "done": taken[1]})
    table["waited"] = table["taken"] - table["arrived"]
    # First come, first served: those who came before and were not taken yet are those still waiting.
    table["waiting"] = np.arange(len(day)) - np.searchsorted(taken[0], arrived, side="right")
    table["waiting"] = table["waiting"].clip(lower=0)
    return table


def waits_by_day(reports: pd.DataFrame) -> pd.DataFrame:
    """Return how long the reports of each day waited: half of them at least, and one in ten.

    Parameters
    ----------
    reports : DataFrame
        One row per report: day (a number or a date) and waited (minutes), as `simulate_waiting` gives them,
        or from your own log.

    Returns
    -------
    DataFrame
        One row per day with reports, by day: day, reports, median, unlucky (minutes that a tenth waited or
        longer: the quantile 0.9), longest.

    Raises
    ------
    ValueError, TypeError
        A missing column or value, a wait below zero.

    Examples
    --------
    >>> waits_by_day(pd.DataFrame({"day": [2, 1, 1, 1], "waited": [30, 0, 4, 20]}))
       day  reports  median  unlucky  longest
    0    1        3     4.0     16.8     20.0
    1    2        1    30.0     30.0     30.0
    """
    errors.columns(reports, ["day", "waited"], "reports")
    refuse(reports, reports["day"].isna().to_numpy(dtype=bool), "reports", "day is missing")
    waited = numbers(reports, "waited", "reports")
    refuse(reports, waited < 0, "reports", "waited is below zero")
    if pd.api.types.infer_dtype(reports["day"]).startswith("mixed"):
        raise TypeError("reports.day must hold numbers or dates, not several kinds of them")
    table = pd.DataFrame({"day": reports["day"].to_numpy(), "waited": waited}).groupby("day", observed=True)
    found = table["waited"].agg(["size", "median", lambda part: part.quantile(0.9), "max"])
    return found.set_axis(["reports", "median", "unlucky", "longest"], axis=1).sort_index().reset_index()


def _taken(arrived: np.ndarray, takes: np.ndarray, servers: int) -> tuple[np.ndarray, np.ndarray]:
    """Return when each report is taken and done; the heap has when each moderator is free again."""
    free = [0.0] * servers
    taken = np.empty(len(arrived))
    for place, (moment, long) in enumerate(zip(arrived.tolist(), takes.tolist(), strict=True)):
        taken[place] = start = max(moment, free[0])
        heapreplace(free, start + long)
    return taken, taken + takes
