"""A pre-mortem: it has failed, so why? Each reason with its chance, its cost, and a number to watch."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.metrics.columns import ids, numbers, refuse
from ecotools.metrics.counts import count, inside
from ecotools.planning.tasks import not_negative
from ecotools.simulate.draws import stream

SIDES = {"below": "alarm when the number falls below it", "above": "alarm when it rises above it"}


def premortem(risks: pd.DataFrame) -> pd.DataFrame:
    """Return risks by what they cost on average, the most expensive first.

    Parameters
    ----------
    risks : DataFrame
        One row per risk: ``risk`` (its name), ``chance`` (that it happens, a fraction) and ``loss`` (money,
        days or whatever it costs, zero or more; one unit for all). Other columns are kept.

    Returns
    -------
    DataFrame
        The table with expected (chance x loss) and share (of the sum of these; NaN when that is 0).

    Raises
    ------
    ValueError, TypeError
        When a column is missing, a risk is there twice, a chance is no fraction, or a loss is below zero.

    Examples
    --------
    >>> risks = pd.DataFrame({"risk": ["ill for a month", "few sign up"], "chance": [0.1, 0.4]})
    >>> premortem(risks.assign(loss=[9000, 5000]))[["risk", "expected", "share"]].round(2).values.tolist()
    [['few sign up', 2000.0, 0.69], ['ill for a month', 900.0, 0.31]]

    References
    ----------
    Klein (2007), "Performing a Project Premortem", Harvard Business Review 85.
    """
    table = _read(risks)
    table["expected"] = table["chance"] * table["loss"]
    total = table["expected"].sum()
    table["share"] = table["expected"] / total if total else np.nan
    return table.sort_values(["expected", "risk"], ascending=[False, True], ignore_index=True)


def risk_losses(risks: pd.DataFrame, runs: int = 4000, seed: int = 0, *, level: float = 0.8) -> pd.Series:
    """Return what risks come to together, when each happens or not, independently of the others.

    Parameters
    ----------
    risks : DataFrame
        As for `premortem`.
    runs, seed : int
        How often, and of which seed.
    level : float, default 0.8
        Share of the runs between low and high.

    Returns
    -------
    Series
        none and any (chances that none of them happens, or at least one: exact), expected (exact), and low,
        median and high (of the runs), in the unit of the losses.

    Raises
    ------
    ValueError, TypeError
        As `premortem`.

    Examples
    --------
    >>> risks = pd.DataFrame({"risk": ["ill", "few sign up"], "chance": [0.1, 0.4], "loss": [9000, 5000]})
    >>> risk_losses(risks)[["none", "any", "expected"]].round(2).to_dict()
    {'none': 0.54, 'any': 0.46, 'expected': 2900.0}
    """
    table = _read(risks).sort_values("risk")
    runs, tail = count(runs, "runs", at_least=1), (1 - inside(level, "level", 0.8)) / 2
    lost = np.zeros(runs)
    for one in table.itertuples():
        draws = stream(count(seed, "seed"), "planning", "risk", one.risk).random(runs)
        lost += np.where(draws < one.chance, one.loss, 0.0)
    none = float((1 - table["chance"]).prod())
    low, median, high = (float(end) for end in np.quantile(lost, (tail, 0.5, 1 - tail)))
    expected = float((table["chance"] * table["loss"]).sum())
    ends = {"low": low, "median": median, "high": high}
    return pd.Series({"none": none, "any": 1 - none, "expected": expected} | ends)


def alarms(risks: pd.DataFrame, values: Mapping[str, float]) -> pd.DataFrame:
    """Return which risks show, by the numbers that are watched for them.

    Parameters
    ----------
    risks : DataFrame
        One row per risk: ``risk``, ``watch`` (name of a number), ``limit`` and ``alarm`` ("below" or "above"
        it).
    values : mapping
        Number -> its value today. One that is not there, or NaN, is not known yet.

    Returns
    -------
    DataFrame
        One row per risk: risk, watch, alarm, limit, value (NaN when not known) and rings (True, False, or
        None when it is not known).

    Raises
    ------
    ValueError, TypeError
        When a column is missing, a limit is no number, or an alarm is neither "below" nor "above".

    Examples
    --------
    >>> risks = pd.DataFrame({"risk": ["few sign up"], "watch": ["signups by week 9"], "limit": [120]})
    >>> alarms(risks.assign(alarm="below"), {"signups by week 9": 85})["rings"].tolist()
    [True]
    """
    table = errors.columns(risks, ["risk", "watch", "limit", "alarm"], "risks")
    found = table[["risk", "watch", "alarm"]].reset_index(drop=True)
    for column in ("risk", "watch", "alarm"):
        found[column] = ids(found, column, "risks").astype(str)
    for side in found["alarm"]:
        errors.one_of(side, SIDES, "alarm")
    found["limit"] = numbers(table, "limit", "risks")
    known = [values.get(name) for name in found["watch"]]
    found["value"] = [np.nan if one is None else float(one) for one in known]
    rings = [
        None
        if np.isnan(one.value)
        else bool(one.value < one.limit if one.alarm == "below" else one.value > one.limit)
        for one in found.itertuples()
    ]
    return found.assign(rings=pd.Series(rings, dtype=object))


def _read(risks: pd.DataFrame) -> pd.DataFrame:
    table = errors.columns(risks, ["risk", "chance", "loss"], "risks").reset_index(drop=True)
    if table.empty:
        raise ValueError("risks has no rows: say what could go wrong")
    names = ids(table, "risk", "risks").astype(str)
    if names.duplicated().any():
        raise ValueError(f"risks: {names[names.duplicated()].iloc[0]!r} is there twice")
    chance = not_negative(table, "chance", "risks")
    refuse(table, chance > 1, "risks", "chance is above 1 (it is a fraction: 0.1, not 10)")
    return table.assign(risk=names, chance=chance, loss=not_negative(table, "loss", "risks"))
