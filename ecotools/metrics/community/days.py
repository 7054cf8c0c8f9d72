"""What the measures of a community share: tables with days, read once and checked."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.metrics.periods import is_observed

ONE_DAY = pd.Timedelta(days=1)


def activity_of(source, actions: Iterable[str] | None = None) -> pd.DataFrame:
    """Return the customer_id and day of every action of a ledger or an activity table, checked.

    ``actions`` keeps some kinds of action only; an unknown one is refused with the nearest.
    """
    table = source if isinstance(source, pd.DataFrame) else getattr(source, "activity", source)
    needed = ["customer_id", "day"] + ([] if actions is None else ["action"])
    table = errors.columns(table, needed, "activity")
    dated(table, "day", "activity")
    if actions is None:
        return table
    actions = [actions] if isinstance(actions, str) else list(actions)
    known = [str(action) for action in table["action"].unique()]
    for action in actions if known else []:
        errors.one_of(action, {*known, "visit", "post", "comment", "lesson", "event"}, "actions")
    return table[table["action"].isin(actions)]


def dated(table: pd.DataFrame, column: str, name: str) -> None:
    """Refuse a column that does not hold plain days."""
    days = table[column]
    if isinstance(days.dtype, pd.DatetimeTZDtype):
        raise ValueError(
            f"{name}.{column} has the time zone {days.dt.tz}; days here have none: use .dt.tz_localize(None)"
        )
    if not pd.api.types.is_datetime64_dtype(days.dtype) and len(days):
        raise TypeError(f"{name}.{column} must hold dates, not {days.dtype}: use pd.to_datetime")
    if days.isna().any():
        rows = ", ".join(map(str, table.index[days.isna()][:3]))
        raise ValueError(f"{name}.{column} is missing in row {rows}")


def observed(source, table: pd.DataFrame) -> tuple[pd.Timestamp, pd.Timestamp] | None:
    """Return the first and the last day observed: a ledger's span, else that of the days in the table."""
    if is_observed(source):
        return (source.start, source.end - ONE_DAY) if source.end > source.start else None
    if not len(table):
        return None
    return table["day"].min().normalize(), table["day"].max().normalize()


def day_of(value, name: str) -> pd.Timestamp:
    """Return a day given as text, date or Timestamp."""
    try:
        day = pd.Timestamp(value)
    except (TypeError, ValueError):
        day = pd.NaT
    if day is pd.NaT or isinstance(value, (bool, int, float, np.number)):
        raise ValueError(f"{name} must be a day such as '2025-03-31', not {value!r}")
    if day.tz is not None:
        raise ValueError(f"{name} has the time zone {day.tz}; days here have none: use .tz_localize(None)")
    return day.normalize()


def whole_days(value, name: str, at_least: int = 1) -> int:
    """Return a whole number of days."""
    number = errors.finite(value, name)
    if number != int(number) or number < at_least:
        raise ValueError(f"{name} must be a whole number of days, {at_least} or more, not {value}")
    return int(number)


def distinct(customers: pd.Series, days: pd.Series) -> pd.DataFrame:
    """Return each customer's active days once: columns ``who`` (a code) and ``day`` (a day number)."""
    who = pd.factorize(customers)[0]
    day = days.to_numpy().astype("datetime64[D]").astype(np.int64)
    return pd.DataFrame({"who": who, "day": day}).drop_duplicates()
