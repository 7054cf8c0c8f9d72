"""The bridge from one month's MRR to the next: new, reactivation, expansion, contraction, churn."""

import numpy as np
import pandas as pd

from ecotools.metrics.revenue.changes import Changes, changes
from ecotools.metrics.revenue.date_arguments import periods
from ecotools.metrics.revenue.recurring import to_cents
from ecotools.metrics.revenue.terms import GRID, read_terms

KINDS = ("new", "expansion", "contraction", "churn", "reactivation")
SIGNS = {"new": 1, "expansion": 1, "contraction": -1, "churn": -1, "reactivation": 1}
COLUMNS = ("start", *KINDS, "end")

_DEFINITION = {
    "unit": "customer: two subscriptions of one customer are one MRR",
    "moment": "end of period against end of the period before; ups and downs in between are netted",
    "new": "first MRR above 0 ever",
    "reactivation": "from 0 to above 0 after having paid in an earlier period",
    "contraction": "to less; to 0 in a free month of a subscription that goes on",
    "churn": "to 0, whatever ended it: cancelled, payment failed, paused",
}


def movements(subscriptions, start=None, end=None, freq: str = "M") -> pd.DataFrame:
    """Return how MRR went from the start to the end of each month, in five movements.

    Parameters
    ----------
    subscriptions : DataFrame or Ledger
        Subscriptions in the ledger's columns.
    start, end : month or day, optional
        First and last month, both included; a day as ``end``, such as a ledger's, is the first day left out.
        Default: all that is observed.
    freq : "D", "W", "M", "Q" or "Y"
        Length of a period.

    Returns
    -------
    DataFrame
        Index month (Period); columns start, new, expansion, contraction, churn, reactivation, end in money
        a month. Contraction and churn are positive amounts. In every row, to the cent, ``start + new +
        reactivation + expansion - contraction - churn == end``, and ``end`` is `mrr` of its
        last day.

    Raises
    ------
    ValueError
        For an ``end`` before the start, or a month that was not observed.

    Notes
    -----
    Each customer is compared month-end with month-end, so an upgrade and a downgrade in one month cancel
    out, and who signs up and leaves in one month leaves no trace. Vendors differ: ChartMogul keeps every
    movement (netting only what happens within minutes), Stripe and Baremetrics count such a customer as new
    and as churned, ProfitWell leaves it out. Who had paid in an earlier month, if only for days, comes back
    as a reactivation.

    Amounts are added up exactly and only then rounded. Where rounding the five apart would miss the
    identity by a cent, the movement that rounding moved furthest takes that cent.

    References
    ----------
    ChartMogul help, article 203299912; Stripe, "Billing analytics glossary".

    Examples
    --------
    >>> from ecotools.metrics import revenue
    >>> revenue.movements(revenue.example())
             start   new  expansion  contraction  churn  reactivation    end
    month
    2025-01    0.0  49.0        0.0          0.0    0.0           0.0   49.0
    2025-02   49.0  43.5        0.0          0.0    0.0           0.0   92.5
    2025-03   92.5   0.0       30.0          0.0   29.0           0.0   93.5
    2025-04   93.5   0.0        0.0          0.0   14.5           0.0   79.0
    2025-05   79.0   0.0        0.0          0.0    0.0          29.0  108.0
    """
    moved = changes(read_terms(subscriptions), freq)
    index = periods(subscriptions, start, end, freq)
    amount = np.abs(moved.after - moved.before)
    kind = kinds(moved)
    exact = {name: _sum_by_period(moved.period, amount, kind == name, index) for name in KINDS}
    net = sum(SIGNS[name] * exact[name] for name in KINDS)
    opening = (moved.after - moved.before)[moved.period < index.asi8[0]].sum() if len(index) else 0
    closing = opening + np.cumsum(net)
    table = pd.DataFrame(_to_the_cent(closing - net, exact, closing), index=index, columns=list(COLUMNS))
    table.attrs["definition"] = dict(_DEFINITION)
    return table


def movement_list(subscriptions, start=None, end=None, freq: str = "M") -> pd.DataFrame:
    """Return the single movements behind `movements`: which customer, when, what kind, from what to what.

    Returns
    -------
    DataFrame
        Columns customer_id, month, kind, before, after, amount (positive; money a month, not rounded), one
        row a customer and month with a change, sorted by month and customer.

    Examples
    --------
    >>> from ecotools.metrics import revenue
    >>> movement_list(revenue.example(), "2025-03", "2025-04")
      customer_id    month       kind  before  after  amount
    0         Ada  2025-03  expansion    29.0   59.0    30.0
    1        Cleo  2025-03      churn    29.0    0.0    29.0
    2         Dan  2025-04      churn    14.5    0.0    14.5
    """
    terms = read_terms(subscriptions)
    moved = changes(terms, freq)
    index = periods(subscriptions, start, end, freq)
    inside = np.isin(moved.period, index.asi8)
    inside &= moved.before != moved.after
    order = np.flatnonzero(inside)[np.argsort(moved.period[inside], kind="stable")]
    before, after = moved.before[order] / GRID, moved.after[order] / GRID
    month = pd.PeriodIndex.from_ordinals(moved.period[order], freq=index.freq)
    columns = {
        "customer_id": terms.ids[moved.unit[order]],
        "month": month,
        "kind": kinds(moved)[order],
        "before": before,
        "after": after,
        "amount": np.abs(after - before),
    }
    return pd.DataFrame(columns)


def kinds(moved: Changes) -> np.ndarray:
    """Return the kind of each change, one of KINDS."""
    up = np.where(moved.joined, np.where(moved.first, "new", "reactivation"), "expansion")
    down = np.where(moved.left, "churn", "contraction")
    return np.where(moved.after > moved.before, up, down).astype(object)


def _sum_by_period(
    period: np.ndarray, amount: np.ndarray, rows: np.ndarray, index: pd.PeriodIndex
) -> np.ndarray:
    total = np.zeros(len(index), dtype=np.int64)
    if len(index):
        place = period - index.asi8[0]
        inside = rows & (place >= 0) & (place < len(index))
        np.add.at(total, place[inside], amount[inside])
    return total


def _to_the_cent(
    opening: np.ndarray, exact: dict[str, np.ndarray], closing: np.ndarray
) -> dict[str, np.ndarray]:
    """Return money in which start plus the signed movements is exactly end."""
    start, end = to_cents(opening), to_cents(closing)
    cents = {name: to_cents(exact[name]) for name in KINDS}
    missing = end - start - sum(SIGNS[name] * cents[name] for name in KINDS)
    for row in np.flatnonzero(missing):
        _settle(row, int(missing[row]), exact, cents)
    return {"start": start / 100, **{name: cents[name] / 100 for name in KINDS}, "end": end / 100}


def _settle(row: int, missing: int, exact: dict[str, np.ndarray], cents: dict[str, np.ndarray]) -> None:
    """Give the missing cents to the movements whose rounding erred most in the other direction."""
    toward = 1 if missing > 0 else -1
    lost = {
        name: toward * SIGNS[name] * (exact[name][row] - cents[name][row] * (GRID // 100)) for name in KINDS
    }
    for name in sorted(KINDS, key=lost.get, reverse=True)[: abs(missing)]:
        cents[name][row] += toward * SIGNS[name]
