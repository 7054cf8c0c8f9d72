"""Orders as purchases of customers: read, checked, and cut off where the observation ends."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.metrics.columns import coded, days, ids, numbers, one_currency, refuse
from ecotools.metrics.periods import until_day
from ecotools.metrics.sorting import order_by
from ecotools.observation import span_of

UNITS = {"day": 1, "week": 7}
SAME_DAY = {
    "one": "all that a customer buys on one day is one purchase",
    "each": "every order is a purchase, also several on one day",
}


@dataclass(frozen=True)
class Purchases:
    """Purchases sorted by customer (a place in ``ids``), then day; ``last`` is the last day observed.

    ``repeat`` tells which are not the customer's first. ``start`` is the first day observed.
    """

    ids: np.ndarray
    who: np.ndarray
    day: np.ndarray
    amount: np.ndarray
    repeat: np.ndarray
    start: np.datetime64
    last: np.datetime64

    @property
    def first(self) -> np.ndarray:
        """The day of each customer's first purchase."""
        return self.day[~self.repeat]

    def before(self, day: np.datetime64) -> Purchases:
        """Return the purchases before ``day``, of the customers who had come by then."""
        known = self.day < day
        kept, who = np.unique(self.who[known], return_inverse=True)
        parts = (part[known] for part in (self.day, self.amount, self.repeat))
        return Purchases(self.ids[kept], who, *parts, self.start, day - 1)


def read_purchases(
    source, until=None, *, same_day: str = "one", net: bool = False, include_free: bool = False
) -> Purchases:
    """Return the purchases in an orders table or a ledger before ``until``, after checking every column."""
    errors.one_of(same_day, SAME_DAY, "same_day")
    table = source if isinstance(source, pd.DataFrame) else getattr(source, "orders", source)
    needed = ["customer_id", "day", "amount"] + ["refunded"] * net + ["order_id"] * (same_day == "each")
    table = errors.columns(table, needed, "orders")
    one_currency(table, "orders", source)
    start, last = _observed(source, table, until)
    paid = numbers(table, "amount", "orders", money=True)
    refuse(table, paid < 0, "orders", "amount is below zero (a refund goes into the column 'refunded')")
    back = numbers(table, "refunded", "orders", money=True) if net else np.zeros_like(paid)
    refuse(table, ~((back >= 0) & (back <= paid)), "orders", "refunded does not lie between 0 and the amount")
    day, (who, distinct) = days(table["day"], "orders.day"), coded(ids(table, "customer_id", "orders"))
    order = coded(ids(table, "order_id", "orders"))[0] if same_day == "each" else np.zeros(len(who), int)
    kept = day <= last
    parts = _added_up(who[kept], day[kept], order[kept], paid[kept], (paid - back)[kept], include_free)
    there, who = np.unique(parts[0], return_inverse=True)
    repeat = np.r_[False, who[1:] == who[:-1]][: len(who)]
    return Purchases(distinct[there], who, *parts[1:], repeat, start, last)


def _observed(source, table: pd.DataFrame, until) -> tuple[np.datetime64, np.datetime64]:
    """Return the first and the last day observed; refuse a window that cannot tell who had bought before."""
    span = span_of(source) or span_of(table)
    if span is not None and span.since < span.start:
        raise ValueError(
            f"orders is a window that begins on {span.start:%Y-%m-%d}, and cannot tell who had bought "
            "before: pass ledger.history instead"
        )
    if span is not None:
        first, last = np.datetime64(span.start, "D"), np.datetime64(span.last, "D")
    else:
        day = days(table["day"], "orders.day")
        first, last = (day.min(), day.max()) if len(day) else (np.datetime64(0, "D"),) * 2
    if until is not None:
        last = np.datetime64(until_day(until, span), "D") - 1
    return first, last


def _added_up(who, day, order, paid, amount, include_free: bool) -> tuple[np.ndarray, ...]:
    """Return who bought, when and for how much: one row per purchase, sorted, free ones left out or not."""
    sort = order_by(who, day.astype(np.int64), order, np.rint(amount * 100))
    who, day, order, paid, amount = (each[sort] for each in (who, day, order, paid, amount))
    same = (who[1:] == who[:-1]) & (day[1:] == day[:-1]) & (order[1:] == order[:-1])
    begins = np.flatnonzero(np.r_[True, ~same][: len(who)])
    paid, amount = (np.add.reduceat(each, begins) if len(begins) else each for each in (paid, amount))
    kept = np.ones(len(begins), dtype=bool) if include_free else paid > 0
    return who[begins][kept], day[begins][kept], amount[kept]
