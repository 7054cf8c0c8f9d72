"""Days and months as the arguments of the measures of subscriptions take them."""

import numpy as np
import pandas as pd

from ecotools.metrics.periods import as_day, as_month, between
from ecotools.metrics.revenue.terms import observed_days
from ecotools.observation import span_of


def periods(source, start, end, freq: str = "M") -> pd.PeriodIndex:
    """Return the periods from ``start`` to ``end`` (see `between`); the observed ones where not given."""
    span = span_of(source)
    needed = span is not None or start is None or end is None
    return between(observed_days(source) if needed else None, start, end, freq, span=span)


def month_of(source, month) -> pd.Period | None:
    """Return the month that is asked for, else the last one observed; None for an empty table."""
    if month is not None:
        return as_month(month, source)
    days = observed_days(source)
    return None if days is None else pd.Period(days[1], "M")


def days_of(source, at) -> pd.DatetimeIndex:
    """Return one day or each of several; a month stands for its last day."""
    return pd.DatetimeIndex([as_day(day, source) for day in (at if is_many(at) else [at])])


def is_many(at) -> bool:
    """Tell whether ``at`` is a collection of days rather than one."""
    return isinstance(at, (list, tuple, set, pd.Index, pd.Series, np.ndarray)) and np.ndim(at) > 0
