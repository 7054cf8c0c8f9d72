"""Days, months and other periods, as the arguments of the measures take them."""

from __future__ import annotations

import re

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.metrics.revenue.terms import observed_days

FREQUENCIES = ("D", "W", "M", "Q", "Y")


def periods(source, start, end, freq: str = "M") -> pd.PeriodIndex:
    """Return the periods from ``start`` to ``end``, both included; the observed ones where not given."""
    errors.one_of(freq, FREQUENCIES, "freq")
    days = observed_days(source) if start is None or end is None else None
    name = "month" if freq == "M" else "period"
    if days is None and (start is None or end is None):
        return pd.PeriodIndex([], freq=freq, name=name)
    first = as_period(days[0] if start is None else start, "start", freq)
    last = days[1] if end is None else as_period(end, "end", "M" if is_month(end) else freq)
    last = as_period(last.end_time if isinstance(last, pd.Period) else last, "end", freq)
    if last < first:
        raise ValueError(f"end must not be before start: {last} is before {first}")
    return pd.period_range(first, last, freq=freq, name=name)


def as_period(value, name: str, freq: str = "M") -> pd.Period:
    """Return ``value`` ("2025-03", a day, a Period) as the period it is in."""
    try:
        # pandas would read "March" as March of this year, and the result would change with the calendar.
        if isinstance(value, str) and not re.search(r"\d{4}", value):
            raise ValueError(value)
        period = pd.Period(pd.Timestamp(value) if isinstance(value, np.datetime64) else value, freq)
    except (TypeError, ValueError):
        period = pd.NaT
    if period is pd.NaT:
        raise ValueError(f"{name} must be a month such as '2025-03', not {value!r}")
    return period


def as_day(value, name: str = "at") -> pd.Timestamp:
    """Return a day; a month stands for its last day."""
    try:
        if is_month(value):
            value = pd.Period(value.strip(), "M")
        if isinstance(value, pd.Period):
            value = value.to_timestamp(how="end")
        day = pd.Timestamp(value)
    except (TypeError, ValueError):
        day = pd.NaT
    if day is pd.NaT:
        raise ValueError(
            f"{name} must be a day such as '2025-03-31' or a month such as '2025-03', not {value!r}"
        )
    if day.tzinfo is not None:
        raise ValueError(
            f"{name} has the time zone {day.tzinfo}; days here have none: use .tz_localize(None)"
        )
    return day.normalize()


def is_month(value) -> bool:
    """Tell whether ``value`` is written like "2025-03"."""
    return isinstance(value, str) and re.fullmatch(r"\d{4}-\d{2}", value.strip()) is not None


def is_many(at) -> bool:
    """Tell whether ``at`` is a collection of days rather than one."""
    return isinstance(at, (list, tuple, set, pd.Index, pd.Series, np.ndarray)) and np.ndim(at) > 0
