"""Kaplan-Meier: the share who stay beyond each age, when many are still customers."""

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.measure import Measure, missing
from ecotools.metrics.columns import numbers
from ecotools.metrics.retention.durations import read
from ecotools.metrics.retention.tenure import tenures

COLUMNS = ("time", "at_risk", "lost", "censored", "survival", "std_error", "low", "high")
_CERTAIN = {"survival": 1.0, "std_error": 0.0, "low": 1.0, "high": 1.0}
_ESTIMATES = list(_CERTAIN)


def kaplan_meier(durations, observed=None, *, entry=None, level: float = 0.95) -> pd.DataFrame:
    """Return the Kaplan-Meier survival curve of right-censored durations.

    Parameters
    ----------
    durations : array of float
        How long each one was watched, zero or more, in any unit.
    observed : array of bool, optional
        True where the duration ended in a loss, False where it is censored (still a customer). Default: all
        lost.
    entry : array of float, optional
        The age at which each one came under watch, where that was later than its beginning (left
        truncation): it is at risk at later times only, and leaves no mark if its duration is no longer than
        that. Default: 0, watched from the beginning.
    level : float
        Confidence level of the interval, between 0 and 1.

    Returns
    -------
    DataFrame
        Columns time, at_risk (watched up to just before this time), lost, censored (at this time, after the
        losses), survival (share who stay beyond this time), std_error, low, high. First row: time 0,
        survival 1. One row per distinct duration. The standard error is Greenwood's, the interval the
        exponential Greenwood (log-log) one of each point; both are NaN where the estimate is 1 after time 0,
        or 0, for which the formulas have no width. Empty when there are no durations. With ``entry``,
        survival is NaN beyond an age at which nobody was under watch, and ``attrs["reason"]`` says so.

    Raises
    ------
    ValueError
        For a negative or missing duration, other lengths, or values of ``observed`` other than True and
        False.

    References
    ----------
    Kaplan & Meier (1958), J. Am. Stat. Assoc. 53; Greenwood (1926). Late entry as in Klein &
    Moeschberger (2003), "Survival Analysis", section 4.6; without it the numbers are those of
    `scipy.stats.ecdf`.

    Examples
    --------
    >>> kaplan_meier([1, 2, 2, 3], [True, True, False, True])[["time", "at_risk", "lost", "survival"]]
       time  at_risk  lost  survival
    0   0.0        4     0      1.00
    1   1.0        4     1      0.75
    2   2.0        3     1      0.50
    3   3.0        1     1      0.00
    """
    duration, lost, since = read(durations, observed, entry)
    if not 0 < errors.fraction(level, "level") < 1:
        raise ValueError(f"level must lie between 0 and 1, not {level}")
    watched = (duration > since) | (since == 0)
    if not watched.any():
        table = pd.DataFrame({column: pd.Series(dtype=float) for column in COLUMNS})
        return _described(table, level, reason="there are no durations")
    duration, lost, since = duration[watched], lost[watched], since[watched]
    table = _counts(duration, lost, since)
    left = table["at_risk"] - table["lost"]
    table["survival"] = (left / table["at_risk"]).cumprod()
    table["std_error"], table["low"], table["high"] = _uncertainty(table, left, level)
    reason = _blank_beyond_gap(table, duration, since)
    return _described(_from_zero(table), level, reason)


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
    would make tenures look short. Those who came before a ledger began are at risk from the age at which it
    began, since others who came with them and had left are not in it (left truncation).

    Parameters
    ----------
    subscriptions, until, unit, count_by, lost_by
        As in `tenures`.
    level : float
        Confidence level.

    Returns
    -------
    DataFrame
        As `kaplan_meier`; ``time`` in months (renewals), days or billing periods.

    Raises
    ------
    ValueError
        With ``unit="period"``, when some customers pay by another interval than others.

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
    if unit == "period":
        _refuse_mixed_periods(tenure["interval_months"])
    table = kaplan_meier(tenure["duration"], tenure["observed"], entry=tenure["entry"], level=level)
    table.attrs["definition"] |= tenure.attrs["definition"]
    return table


def _refuse_mixed_periods(interval: pd.Series) -> None:
    found = sorted(interval.unique().tolist())
    if len(found) > 1:
        raise ValueError(
            f"subscriptions has billing periods of {' and '.join(map(str, found))} months: one curve cannot "
            "count both. Take tenures(..., unit='period') and pass the rows of one interval_months to "
            "kaplan_meier, or use unit='month'"
        )


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
    reason = curve.attrs.get("reason", "survival is missing")
    time, share = numbers(curve, "time", "curve"), numbers(curve, "survival", "curve", missing=True)
    curve = pd.DataFrame({"time": time, "survival": share}).sort_values("time")
    reached = curve["time"][curve["survival"] <= 0.5]
    if reached.empty:
        known = curve["time"][curve["survival"].notna()]
        if len(known) < len(curve):
            return missing(reason, definition=definition, unit=unit)
        last = known.iloc[-1]
        reason = f"more than half are still there at time {last:g}, the last one seen"
        return missing(reason, definition=definition, unit=unit)
    return Measure(reached.iloc[0], definition=definition, unit=unit)


def _counts(duration: np.ndarray, lost: np.ndarray, since: np.ndarray) -> pd.DataFrame:
    """Return how many are at risk, lost and censored at each distinct duration."""
    time, place = np.unique(duration, return_inverse=True)
    every = np.bincount(place, minlength=len(time))
    events = np.bincount(place[lost], minlength=len(time))
    not_yet = _later(since[since > 0], time, "left")
    at_risk = every[::-1].cumsum()[::-1] - not_yet
    return pd.DataFrame({"time": time, "at_risk": at_risk, "lost": events, "censored": every - events})


def _later(ages: np.ndarray, time: np.ndarray, side: str) -> np.ndarray:
    """Return how many of the ages are each time or later ("left"), or later than it ("right")."""
    return len(ages) - np.searchsorted(np.sort(ages), time, side=side)


def _uncertainty(table: pd.DataFrame, left: pd.Series, level: float) -> tuple[pd.Series, ...]:
    """Return Greenwood's error and the exponential Greenwood interval of each point, NaN without width."""
    from scipy.stats import norm

    share = table["survival"].where((table["survival"] > 0) & (table["survival"] < 1))
    spread = np.sqrt((table["lost"] / (table["at_risk"] * left.where(left > 0))).cumsum())
    reach = norm.ppf((1 + level) / 2) * spread / np.log(share).abs()
    return share * spread, share ** np.exp(reach), share ** np.exp(-reach)


def _blank_beyond_gap(table: pd.DataFrame, duration: np.ndarray, since: np.ndarray) -> str:
    """Blank the curve where late entry leaves an age at which nobody was watched, and return the reason."""
    time = table["time"].to_numpy()
    under_watch = _later(duration, time, "right") - _later(since, time, "right")
    gaps = np.flatnonzero(under_watch[:-1] == 0)
    if since.min() > 0:
        table[_ESTIMATES] = np.nan
        return f"nobody was watched before the age of {since.min():g}: what share reaches it is not known"
    if not len(gaps):
        return ""
    first = gaps[0] if table["survival"].iloc[gaps[0]] == 0 else gaps[0] + 1
    table.loc[first:, _ESTIMATES] = np.nan
    return f"nobody was watched beyond the age of {time[gaps[0]]:g} until older ones came under watch"


def _from_zero(table: pd.DataFrame) -> pd.DataFrame:
    """Let the curve begin at time 0, where all are there and nothing is uncertain."""
    if table["time"].iloc[0] > 0:
        zero = {"time": 0.0, "at_risk": table["at_risk"].iloc[0], "lost": 0, "censored": 0}
        table = pd.concat([pd.DataFrame([zero | _CERTAIN]), table], ignore_index=True)
    elif table["survival"].iloc[0] == 1:
        table.loc[0, _ESTIMATES] = list(_CERTAIN.values())
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
