"""Days, months and other periods, as the arguments of the measures take them."""

from __future__ import annotations

import numpy as np
import pandas as pd

from ecotools.metrics.periods import between, is_month, is_observed
from ecotools.metrics.revenue.terms import observed_days


def periods(source, start, end, freq: str = "M") -> pd.PeriodIndex:
    """Return the periods from ``start`` to ``end`` (see `between`); the observed ones where not given."""
    known = is_observed(source)
    days = observed_days(source) if known or start is None or end is None else None
    return between(days, start, end, freq, known=known)


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


def is_many(at) -> bool:
    """Tell whether ``at`` is a collection of days rather than one."""
    return isinstance(at, (list, tuple, set, pd.Index, pd.Series, np.ndarray)) and np.ndim(at) > 0
