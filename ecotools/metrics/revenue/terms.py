"""The subscriptions table, checked once and turned into arrays that the measures share.

Money is held in whole parts of ``GRID`` so that sums are exact in any order: a month of a yearly price in
cents, with a discount in whole percents, has no remainder. Only results are rounded, to the cent.

Who is a customer, and when
---------------------------
A customer comes on the first day of a paid period, and is lost on the first day without a subscription. Every
measure of subscriptions keeps to these rules:

- **Trials** (price 0 before the first paid period) and free plans make no customer.
- **Free months**: a free period, at price 0 or with 100% off, that follows a paid period of the same
  subscription and product without a gap is a gift. The customer stays; MRR is 0 meanwhile, a contraction and
  later an expansion. A change to another product at price 0 is one to a free plan: the customer is lost.
- **Several subscriptions** of a customer are added up. Ending one of two is a contraction; with
  ``count_by="subscription"`` each is counted apart.
- **Switches**: a subscription that begins on the day another ends goes on without a break.
- **Pauses** are losses from the first day not paid for, and reactivations when they are over.
- **Overdue** (Stripe's ``past_due``): a subscription runs until it is ended; a payment that failed and may
  still come is no loss yet. Stripe counts it the same way.
- **Ends that lie ahead**, after the last day observed, have not happened: the subscription runs.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.metrics import periods
from ecotools.metrics.columns import coded, days, ids, numbers, one_currency, refuse
from ecotools.metrics.sorting import order_by
from ecotools.observation import span_of

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
    """Periods of customers: ``unit``, a place in ``ids``, pays ``value`` a month from ``start`` to ``end``.

    ``value`` is 0 in a free month. ``row`` is the place of each period in the table it came from. The ``ids``
    are sorted, so that the order of the rows means nothing.
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

    A ledger, or a table of one, says so itself. A plain table tells about the days from its first start to
    its last start or end; an end that lies ahead of today has not been seen.
    """
    span = span_of(source)
    if span is not None:
        first, after = np.datetime64(span.start, "D"), np.datetime64(span.end, "D")
        return (first, after - 1) if after > first else None
    table = errors.columns(table_of(source), ("start", "end"), "subscriptions")
    if not len(table):
        return None
    start = days(table["start"], "subscriptions.start")
    end = days(table["end"], "subscriptions.end", missing=True)
    past = end[end < _horizon(source, start)]
    return start.min(), max(start.max(), past.max(initial=start.max()))


def read_terms(source, *, count_by: str = "customer", when: str = "period_end") -> Terms:
    """Return the periods of customers in a subscriptions table or a ledger, after checking every column.

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
        that is no fraction, several currencies, and periods of one subscription that overlap (which would
        count its money twice).
    """
    key = COUNT_BY[errors.one_of(count_by, COUNT_BY, "count_by")]
    errors.one_of(when, WHEN, "when")
    table = errors.columns(table_of(source), NEEDED, "subscriptions")
    one_currency(table, "subscriptions", source)
    start, end = _periods(table)
    value = _monthly_value(table)
    free = _free_months(table, start, end, value)
    unit, distinct = coded(ids(table, key, "subscriptions"))
    if when == "cancel":
        end = _lost_on_cancel(table, start, end)
    horizon = _horizon(source, start)
    end = np.where(end > horizon, NEVER, end)
    counts = ((value > 0) | free) & (start < end) & (start < horizon)
    at = np.flatnonzero(counts)
    return Terms(distinct, at, unit[at], start[at], end[at], value[at])


def _horizon(source, start: np.ndarray) -> np.datetime64:
    """Return the first day of which nothing is known; a subscription that ends later is running."""
    span = span_of(source)
    if span is not None:
        return np.datetime64(span.end, "D")
    return max(np.datetime64(periods.today(), "D"), start.max(initial=np.datetime64(0, "D"))) + 1


def _periods(table: pd.DataFrame) -> tuple[np.ndarray, np.ndarray]:
    start = days(table["start"], "subscriptions.start")
    end = days(table["end"], "subscriptions.end", missing=True)
    end = np.where(np.isnat(end), NEVER, end)
    refuse(table, end < start, "subscriptions", "end is before start")
    return start, end


def _monthly_value(table: pd.DataFrame) -> np.ndarray:
    """Return price x quantity x (1 - discount) / interval of each row, in parts of GRID."""

    def bad(wrong: np.ndarray, what: str) -> None:
        refuse(table, wrong, "subscriptions", what)

    price = numbers(table, "price", "subscriptions", money=True)
    quantity, discount, interval = (
        numbers(table, column, "subscriptions") for column in ("quantity", "discount", "interval_months")
    )
    bad(price < 0, "price is negative")
    bad(quantity < 0, "quantity is negative")
    bad((discount < 0) | (discount > 1), "discount is not a fraction between 0 and 1 (10 percent is 0.1)")
    whole = (interval >= 1) & (interval == np.floor(interval))
    bad(~whole, "interval_months is not a whole number of months, 1 or more")
    value = price * quantity * (1 - discount) / interval * GRID
    if value.sum() >= 2**62:
        raise ValueError(
            "subscriptions.price is too large to add up to the cent: use thousands of the currency"
        )
    return np.rint(value).astype(np.int64)


def _free_months(table: pd.DataFrame, start: np.ndarray, end: np.ndarray, value: np.ndarray) -> np.ndarray:
    """Return which rows are gifts: free, right after a paid period of the same subscription and product.

    Two periods of one subscription on the same day are refused as a duplicate: its MRR would count twice.
    """
    code = pd.factorize(ids(table, "subscription_id", "subscriptions"))[0]
    whole = np.flatnonzero(start < end)
    order = whole[order_by(code[whole], start[whole].astype(np.int64))]
    same = code[order[1:]] == code[order[:-1]]
    begins, ends_before = start[order[1:]], end[order[:-1]]
    overlap = np.zeros(len(table), dtype=bool)
    overlap[order[1:][same & (begins < ends_before)]] = True
    what = "the period overlaps another row of the same subscription_id (a duplicate?)"
    refuse(table, overlap, "subscriptions", what)
    free = np.zeros(len(table), dtype=bool)
    if value[order].all():
        return free
    product = pd.factorize(table["product"])[0] if "product" in table.columns else np.zeros(len(table), int)
    goes_on = same & (begins == ends_before) & (product[order[1:]] == product[order[:-1]])
    run = np.cumsum(np.r_[True, ~goes_on]) - 1
    paid = np.cumsum(value[order] > 0)
    before_run = np.r_[0, paid][np.flatnonzero(np.r_[True, ~goes_on])]
    free[order] = (value[order] == 0) & (paid > before_run[run])
    return free


def _lost_on_cancel(table: pd.DataFrame, start: np.ndarray, end: np.ndarray) -> np.ndarray:
    if "cancelled_on" not in table.columns:
        raise ValueError(
            "when='cancel' needs the day each customer cancelled, in a column 'cancelled_on'; the table only "
            "has 'end', the day the paid period ran out. Add the column, or use when='period_end'."
        )
    cancelled = days(table["cancelled_on"], "subscriptions.cancelled_on", missing=True)
    cancelled = np.where(np.isnat(cancelled), NEVER, cancelled)
    return np.maximum(np.minimum(end, cancelled), start)
