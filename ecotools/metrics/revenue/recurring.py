"""Monthly recurring revenue: on a day, at the end of each month, and by customer."""

import numpy as np
import pandas as pd

from ecotools.measure import Measure, missing
from ecotools.metrics.revenue.date_arguments import days_of, is_many
from ecotools.metrics.revenue.terms import CENT, GRID, Terms, observed_days, read_terms, unit_of

DEFINITION = (
    "price x quantity x (1 - discount) / months of the billing interval, summed over the subscriptions that "
    "run on the day; trials count 0, an ended or paused subscription counts 0 from its end"
)


def mrr(subscriptions, at=None):
    """Return the monthly recurring revenue on a day, or on each of several days.

    Parameters
    ----------
    subscriptions : DataFrame or Ledger
        Subscriptions in the ledger's columns: one row per period of constant terms, ``end`` excluded.
    at : day or list of days, optional
        A month ("2025-03" or a Period) means its last day. Default: the last day observed.

    Returns
    -------
    Measure or Series
        Money a month, rounded to the cent: a `Measure` for one day, a Series by day for several. An empty
        table has an MRR of 0 on any day that you name.

    Raises
    ------
    ValueError, TypeError
        When the table breaks a rule of the ledger (see `ecotools.metrics.revenue.terms.read_terms`), or
        nothing was observed on the day.

    Notes
    -----
    A discount always lowers MRR, whether it lasts or not; Stripe lets only its ``forever`` coupons do so.
    Paused subscriptions count 0 (as ProfitWell has it; Polar keeps them in), free months 0 too. An overdue
    one (Stripe's ``past_due``) counts until it is ended, as in Stripe. The rules of all measures of
    subscriptions stand in `ecotools.metrics.revenue.terms`.

    References
    ----------
    Stripe, "Billing analytics glossary"; ChartMogul help, article 203299912.

    Examples
    --------
    >>> from ecotools.metrics import revenue
    >>> revenue.mrr(revenue.example(), "2025-03-31")
    93.5
    >>> revenue.mrr(revenue.example(), ["2025-02-20", "2025-05-01"])
    2025-02-20     92.5
    2025-05-01    108.0
    Name: mrr, dtype: float64
    """
    terms, at = read_terms(subscriptions), _last_day_if_none(subscriptions, at)
    if at is None:
        return missing("the table is empty: name a day", definition=DEFINITION, unit=unit_of(subscriptions))
    index = days_of(subscriptions, at)
    amounts = _cents(total_at(terms, index.to_numpy()))
    if is_many(at):
        return pd.Series(amounts, index=index, name="mrr", dtype=float)
    return Measure(amounts[0], definition=DEFINITION, unit=unit_of(subscriptions))


def mrr_by_customer(subscriptions, at=None) -> pd.Series:
    """Return what each customer is worth a month on a day, sorted by id; 0 in a free month.

    Who never paid, or does not any more, is left out. Amounts are not rounded: a yearly price may come to a
    fraction of a cent a month.

    Examples
    --------
    >>> from ecotools.metrics import revenue
    >>> revenue.mrr_by_customer(revenue.example(), "2025-03-31")
    customer_id
    Ada    59.0
    Ben    20.0
    Dan    14.5
    Name: mrr, dtype: float64
    """
    terms, at = read_terms(subscriptions), _last_day_if_none(subscriptions, at)
    if at is None:
        return pd.Series(dtype=float, name="mrr", index=pd.Index([], name="customer_id"))
    day = days_of(subscriptions, [at])[0]
    there = np.unique(terms.unit[_runs(terms, day)])
    index = pd.Index(terms.ids[there], name="customer_id")
    return pd.Series(level_at(terms, day)[there] / GRID, index=index, name="mrr", dtype=float)


def total_at(terms: Terms, moments: np.ndarray) -> np.ndarray:
    """Return the sum of the values that run on each of ``moments``, in parts of GRID."""
    whole = moments.astype("datetime64[D]")
    return _sum_until(terms.start, terms.value, whole) - _sum_until(terms.end, terms.value, whole)


def level_at(terms: Terms, day) -> np.ndarray:
    """Return the value of every unit on one day, in parts of GRID."""
    level = np.zeros(len(terms.ids), dtype=np.int64)
    runs = _runs(terms, day)
    np.add.at(level, terms.unit[runs], terms.value[runs])
    return level


def _runs(terms: Terms, day) -> np.ndarray:
    """Tell which periods cover a day."""
    day = np.datetime64(pd.Timestamp(day), "D")
    return (terms.start <= day) & (day < terms.end)


def _last_day_if_none(source, at):
    """Return ``at`` or, where none is given, the last day observed; None for an empty table."""
    span = observed_days(source)
    return at if at is not None else None if span is None else pd.Timestamp(span[1])


def _sum_until(day: np.ndarray, value: np.ndarray, moments: np.ndarray) -> np.ndarray:
    order = np.argsort(day, kind="stable")
    total = np.concatenate([[0], np.cumsum(value[order])])
    return total[np.searchsorted(day[order], moments, side="right")]


def to_cents(parts: np.ndarray) -> np.ndarray:
    """Return parts of GRID as whole cents, halves rounded up."""
    return (parts + CENT // 2) // CENT


def _cents(parts: np.ndarray) -> np.ndarray:
    return to_cents(parts) / 100
