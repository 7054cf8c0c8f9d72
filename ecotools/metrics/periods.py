"""Which periods a measure covers, by one rule: a month is meant whole, and a day that ends is left out.

``end="2025-12"`` includes December. ``end="2026-01-01"``, a ledger's ``end``, is the first day that is not
included, as in `Ledger.between` and everywhere else where an end is a day; the last month is December too.
"""

from __future__ import annotations

import re

import numpy as np
import pandas as pd

from ecotools import errors

FREQUENCIES = ("D", "W", "M", "Q", "Y")

_INSTANT = pd.Timedelta(1, "us")


def between(observed, start, end, freq: str = "M", *, known: bool = False) -> pd.PeriodIndex:
    """Return the periods from ``start`` to ``end``; where one is not given, that of the days observed.

    ``observed`` is the first and the last day, or None. When it is ``known`` that nothing was observed
    afterwards (a ledger says so), a period under way is taken as far as it was observed, and one that had not
    begun is refused.

    >>> between(None, "2025-10", pd.Timestamp("2026-01-01")).astype(str).tolist()
    ['2025-10', '2025-11', '2025-12']
    >>> between(None, "2025-10", "2025-12").astype(str).tolist()
    ['2025-10', '2025-11', '2025-12']
    """
    errors.one_of(freq, FREQUENCIES, "freq")
    name = "month" if freq == "M" else "period"
    if observed is None and (start is None or end is None):
        return pd.PeriodIndex([], freq=freq, name=name)
    first = as_period(observed[0] if start is None else start, "start", freq)
    named = as_period(observed[1], "end", freq) if end is None else _named_last(end, freq)
    last = pd.Period(named.end_time, freq)
    if last < first:
        hint = "" if end is None or _is_whole(end) else "; a day given as end is the first day left out"
        raise ValueError(f"end must not be before start: {last} is before {first}{hint}")
    if known and observed is not None:
        last = min(last, _last_observed(pd.Timestamp(observed[1]), named, freq))
    return pd.period_range(first, last, freq=freq, name=name)


def as_period(value, name: str, freq: str = "M") -> pd.Period:
    """Return ``value`` ("2025-03", a day, a Period) as the period in which it begins."""
    value = value.start_time if isinstance(value, pd.Period) else value
    if getattr(value, "tzinfo", None) is not None:
        raise ValueError(f"{name} has a time zone; days here have none: use .tz_localize(None), not {value}")
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


def is_month(value) -> bool:
    """Tell whether ``value`` is written like "2025-03"."""
    return isinstance(value, str) and re.fullmatch(r"\d{4}-\d{2}", value.strip()) is not None


def is_observed(source) -> bool:
    """Tell whether ``source`` is a ledger that says from when to when it was observed."""
    return not isinstance(source, pd.DataFrame) and pd.notna(getattr(source, "end", None))


def _last_observed(day: pd.Timestamp, named: pd.Period, freq: str) -> pd.Period:
    if named.start_time > day:
        raise ValueError(
            f"end must not lie beyond the ledger, whose last day is {day:%Y-%m-%d}:"
            f" nobody knows what happened in {named}"
        )
    return pd.Period(day, freq)


def _named_last(end, freq: str) -> pd.Period:
    """Return the period that ``end`` names or, of a day, the one of the last instant before it."""
    as_period(end, "end", freq)
    if not _is_whole(end):
        return pd.Period(pd.Timestamp(end) - _INSTANT, freq)
    return end if isinstance(end, pd.Period) else pd.Period(str(end))


def _is_whole(end) -> bool:
    """Tell whether ``end`` names a month or another period, rather than a day."""
    return isinstance(end, pd.Period) or pd.Period(str(end)).freqstr[0] in "YQMW"
