"""Who was lost, when and why: the single losses behind a churn rate."""

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.metrics.revenue.changes import changes
from ecotools.metrics.revenue.date_arguments import periods
from ecotools.metrics.revenue.terms import COUNT_BY, Terms, read_terms, table_of
from ecotools.metrics.sorting import order_by, unit_day

REASONS = ("cancelled", "payment_failed", "paused")
"""What ends a subscription. Of several on one day the first of these counts: a decision before a failure."""


def losses(
    subscriptions, start=None, end=None, *, when: str = "period_end", count_by: str = "customer"
) -> pd.DataFrame:
    """Return each day on which a customer stopped paying altogether, and what ended their last subscription.

    Parameters
    ----------
    subscriptions : DataFrame or Ledger
        Subscriptions in the ledger's columns, ``ended_by`` among them.
    start, end : month or day, optional
        First and last month, both included; a day as ``end``, such as a ledger's, is the first day left out.
        Default: all that is observed.
    when, count_by
        As in `churn_rate`.

    Returns
    -------
    DataFrame
        Columns customer_id (or subscription_id), day, ended_by (cancelled, payment_failed, paused;
        "changed" where the next row is missing), sorted by day and id. A customer who comes back and leaves
        again has two rows, and one who is back before the month closes has a row too, although most churn
        rates do not count it.

    Examples
    --------
    >>> from ecotools.metrics import retention, revenue
    >>> retention.losses(revenue.example())
      customer_id        day        ended_by
    0        Cleo 2025-03-05       cancelled
    1         Dan 2025-04-15  payment_failed
    """
    table = errors.columns(table_of(subscriptions), ["ended_by"], "subscriptions")
    terms = read_terms(subscriptions, count_by=count_by, when=when)
    index = periods(subscriptions, start, end)
    daily = changes(terms, "D")
    month = daily.day.astype("datetime64[M]").astype(np.int64)
    chosen = daily.left & np.isin(month, index.asi8)
    unit, day = daily.unit[chosen], daily.day[chosen]
    found = {
        COUNT_BY[count_by]: terms.ids[unit],
        "day": day.astype("datetime64[s]"),
        "ended_by": reasons(table, terms, unit, day),
    }
    return pd.DataFrame(found).sort_values("day", kind="stable", ignore_index=True)


def reasons(table: pd.DataFrame, terms: Terms, unit: np.ndarray, day: np.ndarray) -> np.ndarray:
    """Return what ended the row of each ``unit`` on its ``day``; of several, the first in REASONS."""
    ended_by = table["ended_by"].astype(object).to_numpy()[terms.row]
    rank = np.select([ended_by == reason for reason in REASONS], range(len(REASONS)), len(REASONS))
    key, wanted = unit_day(terms.unit, terms.end), unit_day(unit, day)
    order = order_by(key, rank)
    place = np.searchsorted(key[order], wanted)
    found = np.append(ended_by[order], None)[place]
    known = np.append(key[order], -1)[place] == wanted
    return np.where(known, found, None)
