"""A waiting list week by week, simulated: who applies, starts, waits and gives up."""

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.metrics.columns import numbers, refuse
from ecotools.metrics.counts import count, inside

STAYS = {
    "fixed": "everybody stays the same number of weeks",
    "random": "each week one client in so many leaves, whenever they began (geometric)",
}


def simulate_waiting_list(
    applications_per_week: float,
    places: int,
    weeks_each: float,
    *,
    weeks: int = 52,
    patience: float | None = None,
    growth: float = 0.0,
    begun: int = 0,
    stays: str = "fixed",
    runs: int = 1,
    seed: int = 0,
) -> pd.DataFrame:
    """Return how a waiting list for coaching goes, week by week.

    In each week clients end, people apply, free places go to those who came first, and of those who still
    wait some give up. Who finds a place in the week of the application has waited 0 weeks.

    Parameters
    ----------
    applications_per_week : float
        Good applications in the first week, on average; their number is a draw (Poisson).
    places : int
        Clients at the same time.
    weeks_each : float
        Weeks that a client stays: a whole number for fixed stays, else the mean, 1 or more.
    weeks : int, default 52
        How many weeks.
    patience : float, optional
        Mean weeks until somebody gives up (geometric), 1 or more; 1 is nobody waiting for a second week.
        Default: nobody gives up.
    growth : float, default 0
        By how much there are more applications each week than the week before, a fraction above -1.
    begun : int, default 0
        Clients who are there at the beginning, who began evenly over the weeks before.
    stays : {"fixed", "random"}
        Whether all stay equally long.
    runs : int, default 1
        How many times; each has draws of its own.
    seed : int, default 0
        Seed of the draws.

    Returns
    -------
    DataFrame
        One row per run and week: run and week (1 is the first), applied, started, gave_up, waiting (at the
        end of the week), clients, utilisation (clients / places), waited (mean weeks that those who started
        had waited; NaN when nobody did) and in_vain (the same for those who gave up).

    Raises
    ------
    ValueError, TypeError
        Numbers out of range, or clients at the beginning for whom there is no place.

    Examples
    --------
    >>> weeks = simulate_waiting_list(1, places=6, weeks_each=12, weeks=4, begun=6, patience=8, seed=3)
    >>> weeks[["week", "applied", "started", "gave_up", "waiting", "clients"]]
       week  applied  started  gave_up  waiting  clients
    0     1        0        0        0        0        6
    1     2        0        0        0        0        5
    2     3        2        1        0        1        6
    3     4        1        1        0        1        6
    """
    applications = errors.positive(applications_per_week, "applications_per_week")
    runs, weeks = count(runs, "runs", at_least=1), count(weeks, "weeks", at_least=1)
    places, rng = count(places, "places", at_least=1), np.random.default_rng(seed)
    stay, leave = _stay(weeks_each, stays), _give_up(patience)
    ends = _before(begun, places, stay, runs, weeks)
    if errors.finite(growth, "growth") <= -1:
        raise ValueError(f"growth must be above -1, not {growth}: -0.1 is a tenth fewer each week")
    applied = rng.poisson(applications * (1 + growth) ** np.arange(weeks), (runs, weeks))
    waiting, clients, happened = np.zeros((runs, weeks), np.int64), ends.sum(axis=1), []
    for week in range(weeks):
        over = ends[:, week] if stays == "fixed" else rng.binomial(clients, 1 / stay)
        waiting[:, 0] = applied[:, week]
        taken = _oldest_first(waiting, places - clients + over)
        gone = rng.binomial(waiting - taken, leave)
        waiting, clients = waiting - taken - gone, clients - over + taken.sum(axis=1)
        if stays == "fixed":
            ends[:, week + stay] = taken.sum(axis=1)
        happened.append(_counted(taken, gone, waiting, clients))
        # Who is left has waited a week more; the oldest place is free, since nobody came before week 1.
        waiting = np.roll(waiting, 1, axis=1)
    return _table(applied, np.array(happened).transpose(1, 2, 0), places)


def waiting_by_week(simulated: pd.DataFrame, level: float = 0.8) -> pd.DataFrame:
    """Return the weeks of a simulated waiting list over all runs, with the range in which most of them lie.

    Parameters
    ----------
    simulated : DataFrame
        As `simulate_waiting_list` gives it: run, week, waiting, utilisation, started, waited.
    level : float, default 0.8
        Share of the runs in the range: 0.8 leaves out a tenth on each side.

    Returns
    -------
    DataFrame
        One row per week: week, utilisation (mean), waiting (mean at the end of the week), low and high (of
        waiting), waited (mean weeks of all who started in it; NaN when nobody did).

    Raises
    ------
    ValueError, TypeError
        A missing column or value, a level that is no fraction.

    Examples
    --------
    >>> simulated = pd.DataFrame({"run": [1, 2], "week": [1, 1], "waiting": [2, 6], "started": [1, 3],
    ...                           "utilisation": [0.5, 1.0], "waited": [4.0, 0.0]})
    >>> waiting_by_week(simulated)
       week  utilisation  waiting  low  high  waited
    0     1         0.75      4.0  2.4   5.6     1.0
    """
    errors.columns(simulated, ["run", "week", "waiting", "utilisation", "started", "waited"], "simulated")
    refuse(simulated, simulated["run"].isna().to_numpy(dtype=bool), "simulated", "run is missing")
    tail = (1 - inside(level, "level", 0.8)) / 2
    held = {
        name: numbers(simulated, name, "simulated") for name in ("week", "waiting", "utilisation", "started")
    }
    waits = np.nan_to_num(numbers(simulated, "waited", "simulated", missing=True))
    groups = pd.DataFrame(held).assign(weeks=held["started"] * waits).groupby("week")
    found = groups[["utilisation", "waiting"]].mean()
    found["low"], found["high"] = groups["waiting"].quantile(tail), groups["waiting"].quantile(1 - tail)
    sums = groups[["weeks", "started"]].sum()
    found["waited"] = sums["weeks"] / sums["started"].where(sums["started"] > 0)
    found = found.reset_index()
    found["week"] = found["week"].astype(np.int64)
    found.attrs["definition"] = {"low, high": f"{level:g} of the runs lie between them"}
    return found


def _stay(weeks_each: float, stays: str) -> float:
    errors.one_of(stays, STAYS, "stays")
    if stays == "fixed":
        return count(weeks_each, "weeks_each", at_least=1)
    stay = errors.positive(weeks_each, "weeks_each")
    if stay < 1:
        raise ValueError(f"weeks_each must be 1 or more, not {weeks_each}")
    return stay


def _give_up(patience: float | None) -> float:
    """Return the share of those who wait who give up at the end of a week."""
    if patience is None:
        return 0.0
    if errors.positive(patience, "patience") < 1:
        raise ValueError(f"patience must be 1 week or more, not {patience}: with 1 nobody waits for another")
    return 1 / patience


def _before(begun: int, places: int, stay: float, runs: int, weeks: int) -> np.ndarray:
    """Return who ends in each week, as far as it is known at the beginning: a row per run."""
    begun = count(begun, "begun")
    if begun > places:
        raise ValueError(f"begun must be at most places ({places}), not {begun}: there is a place for each")
    known = int(stay)
    ends = np.zeros((runs, weeks + known), np.int64)
    if begun:
        last = ((np.arange(begun) + 0.5) * known / begun).astype(np.int64)
        ends[:, :known] = np.bincount(last, minlength=known)
    return ends


def _oldest_first(waiting: np.ndarray, free: np.ndarray) -> np.ndarray:
    """Return who gets the free places: of each run (row) those who have waited for most weeks (columns).

    >>> _oldest_first(np.array([[3, 0, 2]]), np.array([4])).tolist()
    [[2, 0, 2]]
    """
    oldest = waiting[:, ::-1]
    before = oldest.cumsum(axis=1) - oldest
    return np.clip(free[:, None] - before, 0, oldest)[:, ::-1]


def _counted(taken: np.ndarray, gone: np.ndarray, waiting: np.ndarray, clients: np.ndarray) -> list:
    """Return what a week comes to in each run; of those who start or give up, their weeks of waiting too."""
    age = np.arange(waiting.shape[1])
    return [*(one.sum(axis=1) for one in (taken, gone, waiting)), clients, taken @ age, gone @ age]


def _table(applied: np.ndarray, happened: np.ndarray, places: int) -> pd.DataFrame:
    """Return a row per run and week; ``happened`` has one array (run, week) for each number of `_counted`."""
    runs, weeks = applied.shape
    started, gave_up, waiting, clients, waited, in_vain = (part.ravel() for part in happened)
    table = pd.DataFrame(
        {
            "run": np.repeat(np.arange(1, runs + 1), weeks),
            "week": np.tile(np.arange(1, weeks + 1), runs),
            "applied": applied.ravel(),
            "started": started,
            "gave_up": gave_up,
            "waiting": waiting,
            "clients": clients,
            "utilisation": clients / places,
        }
    )
    table["waited"] = waited / table["started"].where(table["started"] > 0)
    table["in_vain"] = in_vain / table["gave_up"].where(table["gave_up"] > 0)
    return table
