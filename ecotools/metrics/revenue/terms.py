"""The subscriptions table, checked once and turned into arrays that the measures share.

Money is held in whole parts of ``GRID`` so that sums are exact in any order: a month of a yearly price in
cents, with a discount in whole percents, has no remainder. Only results are rounded, to the cent.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.metrics.periods import is_observed

GRID = 120_000_000
"""Parts of one unit of the currency in which monthly amounts are counted (12 months x 10 million)."""

CENT = GRID // 100

NEVER = np.datetime64("9999-12-31", "D")
"""Stands for the end of a subscription that is still running."""

NEEDED = (
    "subscription_id",
    "customer_id",
    "start",
    "end",
    "price",
    "interval_months",
    "quantity",
    "discount",
)

WHEN = ("period_end", "cancel")
COUNT_BY = {"customer": "customer_id", "subscription": "subscription_id"}


@dataclass(frozen=True)
class Terms:
    """Paid periods: ``unit``, coded into ``ids``, pays ``value`` a month from ``start`` to before ``end``.

    ``row`` is the place of each period in the table it came from.
    """

    ids: np.ndarray
    row: np.ndarray
    unit: np.ndarray
    start: np.ndarray
    end: np.ndarray
    value: np.ndarray


def table_of(source) -> pd.DataFrame:
    """Return the subscriptions table of a ledger, or the table itself."""
    return source if isinstance(source, pd.DataFrame) else getattr(source, "subscriptions", source)


def unit_of(source) -> str:
    """Return the unit of a monthly amount: the ledger's currency, where there is one."""
    return f"{getattr(source, 'currency', 'currency')} per month"


def observed_days(source) -> tuple[np.datetime64, np.datetime64] | None:
    """Return the first and the last day that ``source`` tells about, None for an empty table.

    A ledger says so itself. A plain table tells about the days from its first start to its last start or end.
    """
    if is_observed(source):
        first, after = np.datetime64(source.start, "D"), np.datetime64(source.end, "D")
        return (first, after - 1) if after > first else None
    table = table_of(source)
    if not len(table):
        return None
    last = (
        max(table["start"].max(), table["end"].max()) if table["end"].notna().any() else table["start"].max()
    )
    return np.datetime64(table["start"].min(), "D"), np.datetime64(last, "D")


def read_terms(source, *, count_by: str = "customer", when: str = "period_end") -> Terms:
    """Return the paid periods of a subscriptions table, or of a ledger's, after checking every column.

    Parameters
    ----------
    source : DataFrame or Ledger
        Subscriptions in the ledger's columns.
    count_by : "customer" or "subscription"
        What one unit is.
    when : "period_end" or "cancel"
        Whether a subscription is lost on its ``end`` or on the day in its column ``cancelled_on``.

    Raises
    ------
    ValueError, TypeError
        For a missing column, a day that is no day, an end before its start, a negative price, a discount
        that is no fraction, and periods of one subscription that overlap (which would count its money
        twice).
    """
    key = COUNT_BY[errors.one_of(count_by, COUNT_BY, "count_by")]
    errors.one_of(when, WHEN, "when")
    table = errors.columns(table_of(source), NEEDED, "subscriptions")
    start, end = _periods(table)
    value = _monthly_value(table)
    _refuse_overlaps(table, start, end)
    unit, ids = pd.factorize(_ids(table, key))
    if when == "cancel":
        end = _lost_on_cancel(table, start, end)
    paid = (value > 0) & (start < end)
    return Terms(np.asarray(ids), np.flatnonzero(paid), unit[paid], start[paid], end[paid], value[paid])


def days(column: pd.Series, name: str, *, missing: bool = False) -> np.ndarray:
    """Return a column as ``datetime64[D]``; refuse time zones, times of day and, unless allowed, NaT."""
    if not len(column):
        return np.array([], dtype="datetime64[D]")
    if isinstance(column.dtype, pd.DatetimeTZDtype):
        raise ValueError(
            f"{name} has the time zone {column.dtype.tz}; days here have none. "
            "Use .dt.tz_localize(None), after .dt.tz_convert(...) to the zone of your business day."
        )
    if not pd.api.types.is_datetime64_dtype(column.dtype) and not column.isna().all():
        raise TypeError(
            f"{name} must hold days (datetime64), not {column.dtype}: convert it with pd.to_datetime"
        )
    exact = column.to_numpy(dtype="datetime64[ns]" if column.isna().all() else None)
    whole = exact.astype("datetime64[D]")
    gone = np.isnat(whole)
    if gone.any() and not missing:
        raise ValueError(f"{name} is missing in {_rows(column, gone)}: give a day, or drop the row")
    late = ~gone & (whole != exact)
    if late.any():
        raise ValueError(
            f"{name} has a time of day in {_rows(column, late)}: use .dt.normalize() to keep the day"
        )
    return whole


def _periods(table: pd.DataFrame) -> tuple[np.ndarray, np.ndarray]:
    start = days(table["start"], "subscriptions.start")
    end = days(table["end"], "subscriptions.end", missing=True)
    end = np.where(np.isnat(end), NEVER, end)
    _refuse(table, end < start, "end is before start")
    return start, end


def _monthly_value(table: pd.DataFrame) -> np.ndarray:
    """Return price x quantity x (1 - discount) / interval of each row, in parts of GRID."""
    price, quantity = _numbers(table, "price"), _numbers(table, "quantity")
    discount, interval = _numbers(table, "discount"), _numbers(table, "interval_months")
    _refuse(table, price < 0, "price is negative")
    _refuse(table, quantity < 0, "quantity is negative")
    wrong = (discount < 0) | (discount > 1)
    _refuse(table, wrong, "discount is not a fraction between 0 and 1 (10 percent is 0.1)")
    whole = (interval >= 1) & (interval == np.floor(interval))
    _refuse(table, ~whole, "interval_months is not a whole number of months, 1 or more")
    value = price * quantity * (1 - discount) / interval * GRID
    if value.sum() >= 2**62:
        raise ValueError(
            "subscriptions.price is too large to add up to the cent: use thousands of the currency"
        )
    return np.rint(value).astype(np.int64)


def _numbers(table: pd.DataFrame, column: str) -> np.ndarray:
    try:
        number = pd.to_numeric(table[column]).to_numpy(dtype=float, na_value=np.nan)
    except (TypeError, ValueError) as error:
        raise TypeError(f"subscriptions.{column} must hold numbers: {error}") from None
    _refuse(table, ~np.isfinite(number), f"{column} is missing or not finite")
    return number


def _ids(table: pd.DataFrame, key: str) -> pd.Series:
    _refuse(table, table[key].isna().to_numpy(dtype=bool), f"{key} is missing")
    return table[key]


def _lost_on_cancel(table: pd.DataFrame, start: np.ndarray, end: np.ndarray) -> np.ndarray:
    if "cancelled_on" not in table.columns:
        raise ValueError(
            "when='cancel' needs the day each customer cancelled, in a column 'cancelled_on'; the table only "
            "has 'end', the day the paid period ran out. Add the column, or use when='period_end'."
        )
    cancelled = days(table["cancelled_on"], "subscriptions.cancelled_on", missing=True)
    cancelled = np.where(np.isnat(cancelled), NEVER, cancelled)
    return np.maximum(np.minimum(end, cancelled), start)


def _refuse_overlaps(table: pd.DataFrame, start: np.ndarray, end: np.ndarray) -> None:
    """Two periods of one subscription on the same day are a duplicate: its MRR would count twice."""
    code = pd.factorize(_ids(table, "subscription_id"))[0]
    order = np.lexsort((end, start, code))
    order = order[start[order] < end[order]]
    same = code[order][1:] == code[order][:-1]
    overlap = np.zeros(len(table), dtype=bool)
    overlap[order[1:][same & (start[order][1:] < end[order][:-1])]] = True
    _refuse(table, overlap, "the period overlaps another row of the same subscription_id (a duplicate?)")


def _refuse(table: pd.DataFrame, bad: np.ndarray, what: str) -> None:
    if bad.any():
        raise ValueError(f"subscriptions: {what} in {_rows(table, bad)}")


def _rows(table: pd.DataFrame | pd.Series, bad: np.ndarray) -> str:
    found = list(table.index[bad][:3])
    more = f" and {int(bad.sum()) - 3} more" if bad.sum() > 3 else ""
    return f"row{'s' if len(found) > 1 else ''} {', '.join(map(str, found))}{more}"
