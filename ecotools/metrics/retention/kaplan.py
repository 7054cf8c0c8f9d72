"""Kaplan-Meier: the share who stay beyond each age, when many are still customers."""

from __future__ import annotations

import warnings

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.measure import Measure, missing
from ecotools.metrics.retention.tenure import tenures

COLUMNS = ("time", "at_risk", "lost", "censored", "survival", "low", "high")


def kaplan_meier(durations, observed=None, *, level: float = 0.95) -> pd.DataFrame:
    """Return the Kaplan-Meier survival curve of right-censored durations.

    Parameters
    ----------
    durations : array of float
        How long each one was watched, zero or more, in any unit.
    observed : array of bool, optional
        True where the duration ended in a loss, False where it is censored (still a customer). Default: all
        lost.
    level : float
        Confidence level of the interval, between 0 and 1.

    Returns
    -------
    DataFrame
        Columns time, at_risk (watched up to just before this time), lost, censored (at this time, after the
        losses), survival (share who stay beyond this time), low, high. First row: time 0, survival 1. One
        row a distinct duration. The interval is the exponential Greenwood (log-log) one of each point; it
        is NaN where the estimate is 1 after time 0, or 0, for which the formula has no width. Empty when
        there are no durations.

    Raises
    ------
    ValueError
        For a negative or missing duration, other lengths, or values of ``observed`` other than True and
        False.

    References
    ----------
    Kaplan & Meier (1958), J. Am. Stat. Assoc. 53; the estimate and interval are `scipy.stats.ecdf`'s.

    Examples
    --------
    >>> kaplan_meier([1, 2, 2, 3], [True, True, False, True])[["time", "at_risk", "lost", "survival"]]
       time  at_risk  lost  survival
    0   0.0        4     0      1.00
    1   1.0        4     1      0.75
    2   2.0        3     1      0.50
    3   3.0        1     1      0.00
    """
    from scipy.stats import CensoredData, ecdf

    duration, lost = _checked(durations, observed)
    if not 0 < errors.fraction(level, "level") < 1:
        raise ValueError(f"level must lie between 0 and 1, not {level}")
    if not len(duration):
        table = pd.DataFrame({column: pd.Series(dtype=float) for column in COLUMNS})
        return _described(table, level, reason="there are no durations")
    curve = ecdf(CensoredData.right_censored(duration, ~lost)).sf
    with warnings.catch_warnings():
        # scipy warns where the log-log interval is undefined; those cells are documented NaN.
        warnings.simplefilter("ignore", RuntimeWarning)
        bounds = curve.confidence_interval(level, method="log-log")
    time, survival = curve.quantiles, curve.probabilities
    open_ended = (survival > 0) & (survival < 1)
    table = pd.DataFrame({"time": time, **_counts(time, duration, lost), "survival": survival})
    table["low"] = np.where(open_ended, bounds.low.probabilities, np.nan)
    table["high"] = np.where(open_ended, bounds.high.probabilities, np.nan)
    return _described(_from_zero(table), level)


def survival(
    subscriptions,
    until=None,
    *,
    unit: str = "month",
    count_by: str = "customer",
    lost_by=None,
    level: float = 0.95,
) -> pd.DataFrame:
    """Return the Kaplan-Meier curve of the tenures in a subscriptions table.

    Customers who still pay are censored the day before ``until``; they are no losses, and leaving them out
    would make tenures look short.

    Parameters
    ----------
    subscriptions, until, unit, count_by, lost_by
        As in `tenures`.
    level : float
        Confidence level.

    Returns
    -------
    DataFrame
        As `kaplan_meier`; ``time`` in months (renewals) or days.

    Examples
    --------
    >>> from ecotools.metrics import retention, revenue
    >>> retention.survival(revenue.example(), until="2025-06-01")[["time", "at_risk", "lost", "survival"]]
       time  at_risk  lost  survival
    0   0.0        4     0      1.00
    1   1.0        4     1      0.75
    2   2.0        3     1      0.50
    3   4.0        2     0      0.50
    """
    tenure = tenures(subscriptions, until, unit=unit, count_by=count_by, lost_by=lost_by)
    table = kaplan_meier(tenure["duration"], tenure["observed"], level=level)
    table.attrs["definition"] |= tenure.attrs["definition"]
    return table


def median_lifetime(curve: pd.DataFrame) -> Measure:
    """Return the first time by which half or more are lost, from a table of `kaplan_meier`.

    Examples
    --------
    >>> median_lifetime(kaplan_meier([1, 2, 2, 3], [True, True, False, True]))
    2.0
    >>> median_lifetime(kaplan_meier([1, 2, 3], [True, False, False])).reason
    'more than half are still there at time 3, the last one seen'
    """
    errors.columns(curve, ["time", "survival"], "curve")
    definition, unit = (
        "first time at which survival is 0.5 or less",
        curve.attrs.get("definition", {}).get("unit", ""),
    )
    if curve.empty:
        return missing("there are no durations", definition=definition, unit=unit)
    reached = curve["time"][curve["survival"] <= 0.5]
    if reached.empty:
        last = curve["time"].iloc[-1]
        reason = f"more than half are still there at time {last:g}, the last one seen"
        return missing(reason, definition=definition, unit=unit)
    return Measure(reached.iloc[0], definition=definition, unit=unit)


def _checked(durations, observed) -> tuple[np.ndarray, np.ndarray]:
    duration = np.asarray(durations, dtype=float)
    lost = np.ones(len(duration), dtype=bool) if observed is None else np.asarray(observed)
    if duration.ndim != 1 or duration.shape != lost.shape:
        raise ValueError(f"observed must be as long as durations ({duration.shape}), not {lost.shape}")
    if not (np.isfinite(duration) & (duration >= 0)).all():
        raise ValueError(
            "durations must be zero or more in every row, with none missing: drop who never started"
        )
    if not np.isin(lost, (True, False)).all():
        raise ValueError("observed must be True (lost) or False (censored) in every row")
    return duration, lost.astype(bool)


def _counts(time: np.ndarray, duration: np.ndarray, lost: np.ndarray) -> dict[str, np.ndarray]:
    place = np.searchsorted(time, duration)
    every = np.bincount(place, minlength=len(time))
    events = np.bincount(place[lost], minlength=len(time))
    return {"at_risk": every[::-1].cumsum()[::-1], "lost": events, "censored": every - events}


def _from_zero(table: pd.DataFrame) -> pd.DataFrame:
    """Let the curve begin at time 0, where all are there and nothing is uncertain."""
    if table["time"].iloc[0] > 0:
        zero = {"time": 0.0, "at_risk": table["at_risk"].iloc[0], "lost": 0, "censored": 0, "survival": 1.0}
        table = pd.concat([pd.DataFrame([{**zero, "low": 1.0, "high": 1.0}]), table], ignore_index=True)
    elif table["survival"].iloc[0] == 1:
        table.loc[0, ["low", "high"]] = 1.0
    return table


def _described(table: pd.DataFrame, level: float, reason: str = "") -> pd.DataFrame:
    table = table[list(COLUMNS)]
    table.attrs["definition"] = {
        "estimate": "Kaplan-Meier",
        "interval": f"log-log (exponential Greenwood), {level:g}",
    }
    if reason:
        table.attrs["reason"] = reason
    return table
