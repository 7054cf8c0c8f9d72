"""Pairs of newcomers and mentors that fit best together, all of them at once."""

from collections.abc import Iterable, Mapping

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.metrics.columns import coded, ids, numbers, refuse
from ecotools.metrics.community.live_sessions import AWAKE, hours_in_common
from ecotools.metrics.counts import count


def pairs(fit: pd.DataFrame, *, places: int | Mapping = 1, lots: int = 1000, seed: int = 0) -> pd.DataFrame:
    """Return the pairs whose fits add up to the most: each newcomer once, each mentor while there is room.

    Parameters
    ----------
    fit : DataFrame
        One row per newcomer, one column per mentor (the names as index and columns): how well they fit, more
        being better, as `fits` gives it.
    places : int or dict of mentor and int, default 1
        How many newcomers a mentor can take.
    lots : int, default 1000
        Assignments by lot to compare with.
    seed : int, default 0
        Seed of the lots.

    Returns
    -------
    DataFrame
        One row per pair, by newcomer: one, other, fit. Where there are fewer places than newcomers, some have
        no row. ``attrs``: total, by_lot (mean total of the lots), as_good (share of the lots with at least
        this total), alone (newcomers without a mentor). Of equally good assignments it is always the same.

    Raises
    ------
    ValueError, TypeError
        A missing fit, somebody named twice, places that are no whole numbers or for unknown mentors.

    References
    ----------
    The assignment problem, solved by `scipy.optimize.linear_sum_assignment` (Crouse 2016).

    Examples
    --------
    >>> fit = pd.DataFrame({"Mia": [0.9, 0.8], "Noor": [0.7, 0.1]}, index=["Ada", "Ben"])
    >>> found = pairs(fit)
    >>> found
       one other  fit
    0  Ada  Noor  0.7
    1  Ben   Mia  0.8
    >>> round(found.attrs["total"], 1), round(found.attrs["by_lot"], 1)
    (1.5, 1.2)
    """
    from scipy.optimize import linear_sum_assignment

    values, ones, others = _read(fit)
    room = _places(places, others)
    seats = np.repeat(np.arange(len(others)), room)
    table = values[:, seats]
    row, seat = linear_sum_assignment(table, maximize=True)
    found = pd.DataFrame({"one": ones[row], "other": others[seats[seat]], "fit": table[row, seat]})
    total = found["fit"].sum()
    by_lot = _by_lot(table, count(lots, "lots", at_least=1), np.random.default_rng(seed))
    found.attrs |= {
        "total": float(total),
        "by_lot": float(by_lot.mean()),
        "alone": np.delete(ones, row).tolist(),
    }
    found.attrs["as_good"] = float((by_lot >= total - 1e-9).mean())
    return found


def _by_lot(table: np.ndarray, lots: int, rng: np.random.Generator) -> np.ndarray:
    """Return the total fit of assignments by lot."""
    small = min(table.shape)
    if not small:
        return np.zeros(lots)
    totals = np.empty(lots)
    for place in range(lots):
        rows, seats = (rng.permutation(side)[:small] for side in table.shape)
        totals[place] = table[rows, seats].sum()
    return totals


def _read(fit: pd.DataFrame) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return the fits with newcomers and mentors in the order of their names."""
    if not isinstance(fit, pd.DataFrame) or not fit.shape[1]:
        raise TypeError(
            f"fit must be a DataFrame with a column per mentor, not {type(fit).__name__}: see fits()"
        )
    for axis, name in ((fit.index, "newcomer"), (fit.columns, "mentor")):
        if not axis.is_unique:
            raise ValueError(f"fit names the {name} {axis[axis.duplicated()][0]!r} twice")
    rows, columns = (coded(pd.Series(axis)) for axis in (fit.index, fit.columns))
    values = np.column_stack([numbers(fit, column, "fit") for column in fit.columns])
    return values[np.argsort(rows[0])][:, np.argsort(columns[0])], rows[1], columns[1]


def _places(places, others: np.ndarray) -> np.ndarray:
    if not isinstance(places, Mapping):
        return np.full(len(others), count(places, "places"))
    for name in places:
        errors.one_of(name, list(others), "places")
    return np.array([count(places.get(name, 1), f"places[{name!r}]") for name in others], int)


def fits(
    newcomers: pd.DataFrame,
    mentors: pd.DataFrame,
    same: str | Iterable[str] = (),
    *,
    name: str = "customer_id",
    zone: str | None = None,
    day="2025-01-15",
    awake: tuple[float, float] = AWAKE,
) -> pd.DataFrame:
    """Return how well each newcomer fits each mentor: the mean of what they have in common, from 0 to 1.

    Parameters
    ----------
    newcomers, mentors : DataFrame
        One row per person, with a column of their ``name``.
    same : str or list of str
        Columns of both tables that count 1 where they hold the same and 0 where not, such as the goal or the
        language.
    name : str, default "customer_id"
        Column of the names; each once in a table.
    zone : str, optional
        Column of the time zone in both tables: it counts the waking hours in common as a share of those that
        a day has. Default: zones do not matter.
    day : day, default "2025-01-15"
        The day on which the zones are compared.
    awake : pair of float, default (8, 22)
        Hours of the day between which people are awake.

    Returns
    -------
    DataFrame
        One row per newcomer and one column per mentor, each in the order of their names: for `pairs`.

    Raises
    ------
    ValueError, TypeError
        A missing column or value, a name that comes twice, an unknown zone, nothing to compare.

    Examples
    --------
    >>> newcomers = pd.DataFrame({"customer_id": ["Ada", "Ben"], "goal": ["novel", "blog"],
    ...                           "zone": ["Europe/Berlin", "Asia/Tokyo"]})
    >>> mentors = pd.DataFrame({"customer_id": ["Mia"], "goal": ["blog"], "zone": ["Europe/Berlin"]})
    >>> fits(newcomers, mentors, "goal", zone="zone").round(2)["Mia"].to_dict()
    {'Ada': 0.5, 'Ben': 0.71}
    """
    same = [same] if isinstance(same, str) else list(same)
    if not same and zone is None:
        raise ValueError("same must name a column to compare, such as 'goal', or zone one of time zones")
    needed = [name, *same, *([] if zone is None else [zone])]
    sides = [_people(table, needed, said) for table, said in ((newcomers, "newcomers"), (mentors, "mentors"))]
    one, other = sides
    parts = [
        one[column].astype(object).to_numpy()[:, None] == other[column].astype(object).to_numpy()[None]
        for column in same
    ]
    if zone is not None:
        parts.append(_in_common(one[zone].astype(str), other[zone].astype(str), day, awake))
    mean = np.mean([np.asarray(part, float) for part in parts], axis=0)
    return pd.DataFrame(mean, index=pd.Index(one[name], name=None), columns=pd.Index(other[name], name=None))


def _people(table: pd.DataFrame, needed: list[str], said: str) -> pd.DataFrame:
    errors.columns(table, needed, said)
    for column in needed:
        refuse(table, table[column].isna().to_numpy(dtype=bool), said, f"{column} is missing")
    names = ids(table, needed[0], said)
    twice = names.duplicated().to_numpy(dtype=bool)
    refuse(table, twice, said, f"{needed[0]} comes a second time")
    return table.iloc[np.argsort(coded(names)[0])]


def _in_common(ones: pd.Series, others: pd.Series, day, awake) -> np.ndarray:
    """Return the waking hours in common as a share of a waking day, each pair of zones once."""
    known = {
        (here, there): hours_in_common(here, there, day, awake) / (awake[1] - awake[0])
        for here in ones.unique()
        for there in others.unique()
    }
    return np.array([[known[here, there] for there in others] for here in ones]).reshape(
        len(ones), len(others)
    )
