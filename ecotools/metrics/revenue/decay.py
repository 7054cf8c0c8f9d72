"""How fast a one-time product ages: what it sells by months since it was last updated."""

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.days import DAY, first_day
from ecotools.metrics.columns import days, ids, numbers, one_currency, refuse
from ecotools.metrics.periods import until_day
from ecotools.observation import span_of


def decay(orders, product: str, updates, until=None) -> pd.DataFrame:
    """Return what a product sold by the months since its latest update.

    Months are counted from the day of each update. A month that was not seen whole, since the next update or
    the end of the observation cut it short, counts for nothing, and neither do its sales.

    Parameters
    ----------
    orders : DataFrame or Ledger
        Orders in the ledger's columns: day, product, amount, and quantity if there is one (else each row is
        one sale).
    product : str
        Which product.
    updates : day or list of days
        When it was published, and when it was updated.
    until : day or month, optional
        First day not observed; a month is meant whole. Default: the ledger's end, or the day after the last
        order of any product.

    Returns
    -------
    DataFrame
        Index age (whole months since the update: 0, 1, ...). Columns months (how many months of this age
        were seen whole), sold (units in them), revenue, sold_per_month, share (sold_per_month / that at age
        0). NaN at an age that was not seen, and share also where nothing was sold at age 0.
        ``attrs["left_out"]`` is the number of units sold before the first update or in a month cut short.

    Raises
    ------
    ValueError
        For a product that is not in the orders, or an update after the last day observed.

    Notes
    -----
    Fewer sales with age need not come from age: launches, seasons and prices move them too.

    Examples
    --------
    >>> bought = pd.to_datetime(["2025-01-06", "2025-01-20", "2025-02-11", "2025-04-02", "2025-04-20"])
    >>> orders = pd.DataFrame({"day": bought, "product": "kit", "amount": [49.0, 49.0, 49.0, 49.0, 49.0]})
    >>> decay(orders, "kit", ["2025-01-05", "2025-04-01"], until="2025-06-01")
         months  sold  revenue  sold_per_month  share
    age
    0         2     4    196.0             2.0   1.00
    1         2     1     49.0             0.5   0.25
    """
    table = orders if isinstance(orders, pd.DataFrame) else getattr(orders, "orders", orders)
    table = errors.columns(table, ["day", "product", "amount"], "orders")
    one_currency(table, "orders", orders)
    first, last = _observed(orders, table, until)
    day, sold, paid = _sales(table, product)
    begins = _updates(updates, last)
    ends = [*begins[1:], last + DAY]
    cells = [cell for begin, end in zip(begins, ends, strict=True) for cell in _cells(begin, end, first)]
    ages = 1 + max((age for age, _, _ in cells), default=-1)
    months, units, revenue = (np.zeros(ages) for _ in range(3))
    for age, begin, end in cells:
        inside = (day >= begin) & (day < end)
        months[age] += 1
        units[age] += sold[inside].sum()
        revenue[age] += paid[inside].sum()
    return _described(
        months, units, revenue, left_out=sold[day <= np.datetime64(last, "D")].sum() - units.sum()
    )


def _observed(orders, table: pd.DataFrame, until) -> tuple[pd.Timestamp | None, pd.Timestamp]:
    """Return the first day observed, None of a plain table, and the last one."""
    span = span_of(orders)
    day = days(table["day"], "orders.day")
    if span is not None:
        span = span.of_events
        first, last = span.start, span.last
    else:
        first, last = None, pd.Timestamp(day.max()) if len(day) else pd.Timestamp(0)
    return first, (last if until is None else until_day(until, span) - DAY)


def _sales(table: pd.DataFrame, product: str) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return the day, the units and the amount of each sale of the product."""
    name = ids(table, "product", "orders").astype(str)
    if len(table):
        errors.one_of(product, sorted(name.unique()), "product")
    paid = numbers(table, "amount", "orders", money=True)
    refuse(table, paid < 0, "orders", "amount is below zero (a refund goes into the column 'refunded')")
    units = numbers(table, "quantity", "orders") if "quantity" in table.columns else np.ones(len(table))
    refuse(table, units < 0, "orders", "quantity is below zero")
    own = (name == product).to_numpy(dtype=bool)
    return days(table["day"], "orders.day")[own], units[own], paid[own]


def _updates(updates, last: pd.Timestamp) -> list[pd.Timestamp]:
    listed = (
        updates if isinstance(updates, (list, tuple, set, pd.Index, pd.Series, np.ndarray)) else [updates]
    )
    found = sorted({first_day(each, "updates") for each in listed})
    if not found:
        raise ValueError("updates must name a day or more: when the product was published, or updated")
    if found[0] > last:
        raise ValueError(f"updates must not all lie after {last:%Y-%m-%d}, the last day observed")
    return [day for day in found if day <= last]


def _cells(begin: pd.Timestamp, end: pd.Timestamp, first: pd.Timestamp | None) -> list[tuple]:
    """Return age, first day and day after of each whole month from an update up to ``end``."""
    cells, age = [], 0
    while begin + pd.DateOffset(months=age + 1) <= end:
        start, after = (begin + pd.DateOffset(months=age + step) for step in (0, 1))
        if first is None or start >= first:
            cells.append((age, np.datetime64(start, "D"), np.datetime64(after, "D")))
        age += 1
    return cells


def _described(months, units, revenue, left_out: float) -> pd.DataFrame:
    rate = np.divide(units, months, out=np.full(len(months), np.nan), where=months > 0)
    fresh = rate[0] if len(rate) and rate[0] > 0 else np.nan
    table = pd.DataFrame(
        {
            "months": months.astype(np.int64),
            "sold": units.astype(np.int64),
            "revenue": revenue,
            "sold_per_month": rate,
            "share": rate / fresh,
        },
        index=pd.RangeIndex(len(months), name="age"),
    )
    table.attrs["definition"] = {
        "age": "whole months since the latest update",
        "share": "of the rate at age 0",
    }
    table.attrs["left_out"] = int(left_out)
    if not len(months):
        table.attrs["reason"] = "no month since an update was seen whole"
    return table
