"""Who is active: people counted once a period, and how often they come back within it."""

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.measure import Measure, missing
from ecotools.metrics.community.days import activity_of, distinct, event_span, observed
from ecotools.metrics.counts import whole_days
from ecotools.metrics.periods import DAY, as_day, between


def active_users(activity, freq: str = "M", *, actions=None, start=None, end=None) -> pd.Series:
    """Return how many people did something, period by period; each is counted once a period.

    Parameters
    ----------
    activity : Ledger or DataFrame
        Activity in the ledger's columns: customer_id, day and, for ``actions``, action.
    freq : {"D", "W", "M", "Q", "Y"}
        Length of a period: daily, weekly, monthly … active users.
    actions : list of str, optional
        Count these actions only, such as ``["post", "comment"]``. Default: any action.
    start, end : day or month, optional
        First and last period, both included; a day as ``end``, such as a ledger's, is the first day left
        out. Default: the days a ledger covers, or the days in a table.

    Returns
    -------
    Series
        Index Period, values int. A period in which nobody did anything is there, with 0.

    Raises
    ------
    ValueError
        For a missing column or id, days with a time zone, an unknown ``freq`` or action, a period that was
        not observed.

    Examples
    --------
    >>> days = pd.to_datetime(["2025-01-02", "2025-01-02", "2025-01-09", "2025-03-01"])
    >>> activity = pd.DataFrame({"customer_id": [1, 2, 1, 1], "day": days})
    >>> active_users(activity).to_dict()
    {Period('2025-01', 'M'): 2, Period('2025-02', 'M'): 0, Period('2025-03', 'M'): 1}
    """
    table = activity_of(activity, actions)
    span = observed(activity, table)
    index = between(span, start, end, freq, span=event_span(activity))
    period = table["day"].dt.to_period(freq) if len(table) else pd.PeriodIndex([], freq=freq)
    pairs = pd.DataFrame({"who": pd.factorize(table["customer_id"])[0], "period": period}).drop_duplicates()
    counts = pairs["period"].value_counts().reindex(index, fill_value=0).astype(np.int64)
    counts = counts.rename("active_users")
    counts.attrs["definition"] = {
        "active_users": "people with at least one action in the period",
        "actions": "any" if actions is None else actions,
        "freq": freq,
    }
    return counts


def stickiness(activity, window: str | int = "month", at=None, *, actions=None) -> Measure:
    """Return mean daily active users / users active at all, in a window: DAU/MAU.

    Times the days of the window it is the mean number of active days of an active user, exactly. A user
    active on half of the days has 0.5.

    Parameters
    ----------
    activity : Ledger or DataFrame
        Activity in the ledger's columns.
    window : "month" or int
        ``"month"``: the calendar month of ``at``. A number: so many days, ``at`` being the last of them (28
        is four whole weeks, so that no weekday counts more often than another).
    at : day or month, optional
        A month means its last day, as far as it was observed. Default: the last day observed.
    actions : list of str, optional
        Count these actions only.

    Returns
    -------
    Measure
        A fraction in 0..1. NaN when nobody was active in the window. Days of the window that a ledger does
        not cover do not count as days: the definition says how many did.

    Raises
    ------
    ValueError
        For an unknown window, a day with a time zone, a day that was not observed.

    Examples
    --------
    >>> days = pd.to_datetime(["2025-06-01", "2025-06-02", "2025-06-02", "2025-06-30"])
    >>> activity = pd.DataFrame({"customer_id": [1, 1, 2, 1], "day": days})
    >>> stickiness(activity) * 30  # active days a user: (3 + 1) / 2
    2.0
    """
    if isinstance(window, str):
        errors.one_of(window, ("month",), "window")
    else:
        window = whole_days(window, "window")
    table = activity_of(activity, actions)
    span = observed(activity, table)
    if span is None and at is None:
        definition = "mean daily active users / users active in the window"
        return missing("there is no activity", definition=definition, unit="fraction")
    first, last = _window(activity, window, at, span)
    number = (last - first).days + 1
    definition = f"mean daily active users / users active in the window, {number} days to {last:%Y-%m-%d}" + (
        f"; actions: {actions}" if actions is not None else ""
    )
    inside = table[(table["day"] >= first) & (table["day"] < last + DAY)]
    if inside.empty:
        reason = f"nobody was active from {first:%Y-%m-%d} to {last:%Y-%m-%d}"
        return missing(reason, definition=definition, unit="fraction")
    active_days = distinct(inside["customer_id"], inside["day"])
    users = active_days["who"].nunique()
    return Measure(len(active_days) / number / users, definition=definition, unit="fraction")


def _window(source, window: str | int, at, seen) -> tuple[pd.Timestamp, pd.Timestamp]:
    """Return the first and the last day of a window, cut to what a ledger observed."""
    span = event_span(source)
    day = as_day(seen[1] if at is None else at, span)
    if window == "month":
        month = pd.Period(day, "M")
        first, last = month.start_time, month.end_time.normalize()
    else:
        first, last = day - (window - 1) * DAY, day
    return (first, last) if span is None else (max(first, span.start), min(last, span.last))
