"""Rates made of movements: quick ratio, MRR churn, net and gross revenue retention."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.english import plural
from ecotools.measure import Measure, missing
from ecotools.metrics.counts import count
from ecotools.metrics.periods import unobserved
from ecotools.metrics.revenue.bridge import movements
from ecotools.metrics.revenue.date_arguments import month_of
from ecotools.metrics.revenue.recurring import level_at
from ecotools.metrics.revenue.terms import Terms, read_terms
from ecotools.observation import span_of

_QUICK = {
    "with_reactivation": "(new + reactivation + expansion) / (contraction + churn)",
    "classic": "(new + expansion) / (contraction + churn)",
}

FORMS = ("snapshot", "movement")


def quick_ratio(movements, form: str = "with_reactivation"):
    """Return how many units of MRR were won for each one lost.

    Parameters
    ----------
    movements : DataFrame, Series or dict
        The table that `movements` returns, or one row of it.
    form : "with_reactivation" or "classic"
        The classic form (M. Hamid, Social Capital) leaves reactivation out.

    Returns
    -------
    Measure or Series
        A `Measure` for one row, a Series by month for a table. 4 is called good; below 1 the business
        shrinks. NaN when nothing was lost: the ratio has no denominator, however much was won.

    Examples
    --------
    >>> quick_ratio({"new": 30, "expansion": 6, "reactivation": 4, "contraction": 2, "churn": 8})
    4.0
    >>> quick_ratio({"new": 30, "expansion": 6, "reactivation": 4, "contraction": 0, "churn": 0}).reason
    'nothing was lost: no contraction and no churn to divide by'
    """
    definition = _QUICK[errors.one_of(form, _QUICK, "form")]
    won = ["new", "expansion"] + (["reactivation"] if form == "with_reactivation" else [])
    lost = ["contraction", "churn"]
    table = _rows(movements, [*won, *lost])
    reason = "nothing was lost: no contraction and no churn to divide by"
    ratio = _divide(table[won].sum(axis=1), table[lost].sum(axis=1))
    return _answer(movements, ratio, "quick_ratio", definition, "ratio", reason)


def mrr_churn(movements, kind: str = "net", *, reactivation: bool = True):
    """Return the share of the opening MRR that was lost in the month.

    Parameters
    ----------
    movements : DataFrame, Series or dict
        The table that `movements` returns, or one row of it.
    kind : "net" or "gross"
        Gross: (churn + contraction) / start. Net: (churn + contraction - expansion - reactivation) / start;
        negative when the customers you have bring in more than those you lose took away.
    reactivation : bool
        False leaves reactivation out of the net form, as Baremetrics and Chargebee do. Then 1 minus it is the
        month's net revenue retention.

    Returns
    -------
    Measure or Series
        A fraction; a `Measure` for one row, a Series by month for a table. NaN when the month opens with no
        MRR.

    References
    ----------
    ChartMogul help, "Net MRR Churn Rate" and "Gross MRR Churn Rate" (the example).

    Examples
    --------
    >>> month = {"start": 100, "new": 0, "expansion": 10, "contraction": 10, "churn": 10, "reactivation": 0}
    >>> mrr_churn(month, "gross"), mrr_churn(month, "net")
    (0.2, 0.1)
    """
    errors.one_of(kind, ("net", "gross"), "kind")
    table = _rows(movements, ["start", "expansion", "contraction", "churn", "reactivation"])
    lost, words = table["churn"] + table["contraction"], "churn + contraction"
    if kind == "net":
        lost, words = lost - table["expansion"], f"{words} - expansion"
        if reactivation:
            lost, words = lost - table["reactivation"], f"{words} - reactivation"
    reason = "the month opens with no MRR: there is nothing to lose a share of"
    rate = _divide(lost, table["start"])
    return _answer(movements, rate, f"{kind}_mrr_churn", f"({words}) / start", "fraction", reason)


def nrr(subscriptions, month=None, months: int = 12, *, form: str = "snapshot") -> Measure:
    """Return net revenue retention: what the customers of ``months`` ago pay now, over what they paid then.

    Parameters
    ----------
    subscriptions : DataFrame or Ledger
        Subscriptions in the ledger's columns.
    month : month, optional
        "Now" is the end of this month. Default: the last month observed.
    months : int
        "Then" is this many months earlier. 12 is what most people mean by NRR.
    form : "snapshot" or "movement"
        Snapshot follows the customers who paid then. Movement adds up the monthly table over the window,
        (start + expansion - contraction - churn) / start; over more than one month it also counts what
        customers who joined meanwhile did, and it does not count who came back.

    Returns
    -------
    Measure
        A fraction; above 1 the customers you have grow. NaN when nobody paid then.

    Examples
    --------
    Ada, who paid 29, pays 59 in March; Ben pays 20 then and now:

    >>> from ecotools.metrics import revenue
    >>> revenue.nrr(revenue.example(), "2025-03", months=2)
    1.6122448979591837
    """
    return _retention(subscriptions, month, months, form, gross=False)


def grr(subscriptions, month=None, months: int = 12, *, form: str = "snapshot") -> Measure:
    """Return gross revenue retention: `nrr` in which no customer counts for more than they paid then.

    Parameters
    ----------
    subscriptions, month, months
        As in `nrr`.
    form : "snapshot" or "movement"
        Snapshot compares each customer's two ends: min(now, then) / then. Movement subtracts every monthly
        loss: (start - contraction - churn) / start. A customer who went 100, 150, 120 lost nothing in the
        first and 30 in the second: 1.0 against 0.7. Over several months the movement form also takes off
        the losses of customers who joined meanwhile, so it can fall below 0.

    Returns
    -------
    Measure
        A fraction, at most 1. NaN when nobody paid then.

    Examples
    --------
    >>> from ecotools.metrics import revenue
    >>> table = revenue.example()
    >>> revenue.grr(table, "2025-03", months=2), revenue.grr(table, "2025-04", months=2)
    (1.0, 0.5297297297297298)
    """
    return _retention(subscriptions, month, months, form, gross=True)


def retention_by_month(subscriptions, index: pd.PeriodIndex, *, gross: bool = False) -> pd.DataFrame:
    """Return `nrr` (or `grr`) of a year of each month: value, and reason where it is NaN.

    The subscriptions are read once, not once a month.
    """
    terms = read_terms(subscriptions)
    found = [_retention(subscriptions, month, 12, "snapshot", gross=gross, terms=terms) for month in index]
    rows = [(float(measure), measure.reason) for measure in found]
    return pd.DataFrame(rows, index=index, columns=["value", "reason"])


def _retention(
    subscriptions, month, months: int, form: str, *, gross: bool, terms: Terms | None = None
) -> Measure:
    errors.one_of(form, FORMS, "form")
    months = count(months, "months", at_least=1)
    kept = "(start - contraction - churn)" if gross else "(start + expansion - contraction - churn)"
    snapshot = "min(now, then) of each customer" if gross else "MRR now of the customers who paid then"
    words = f"{kept} / start" if form == "movement" else f"{snapshot} / MRR then"
    definition = f"{words}, {plural(months, 'month')} apart"
    now = month_of(subscriptions, month)
    if now is None:
        return missing("the table is empty", definition=definition, unit="fraction")
    then = now - months
    where = unobserved(then, span_of(subscriptions))
    if where:
        return missing(f"{then} lies {where}", definition=definition, unit="fraction")
    if form == "movement":
        base, kept = _movement_kept(subscriptions, then, now, gross)
    else:
        base, kept = _snapshot_kept(terms or read_terms(subscriptions), then, now, gross)
    if not base > 0:
        return missing(f"nobody paid at the end of {then}", definition=definition, unit="fraction")
    return Measure(kept / base, definition=definition, unit="fraction")


def _snapshot_kept(terms: Terms, then: pd.Period, now: pd.Period, gross: bool) -> tuple[float, float]:
    before, after = level_at(terms, then.end_time), level_at(terms, now.end_time)
    after = np.minimum(before, after) if gross else after[before > 0]
    return float(before.sum()), float(after.sum())


def _movement_kept(subscriptions, then: pd.Period, now: pd.Period, gross: bool) -> tuple[float, float]:
    table = movements(subscriptions, then + 1, now)
    start = table["start"].iloc[0]
    lost = (table["contraction"] + table["churn"]).sum()
    return start, start - lost + (0.0 if gross else table["expansion"].sum())


def _rows(movements, needed: list[str]) -> pd.DataFrame:
    """Return one row or a table of movements as a table."""
    if isinstance(movements, (Mapping, pd.Series)):
        movements = pd.DataFrame([dict(movements)])
    return errors.columns(movements, needed, "movements")[needed].astype(float)


def _divide(above: pd.Series, below: pd.Series) -> pd.Series:
    return above / below.where(below > 0)


def _answer(given, ratio: pd.Series, name: str, definition: str, unit: str, reason: str):
    if isinstance(given, pd.DataFrame):
        ratio = ratio.rename(name)
        ratio.attrs["definition"] = {name: definition, "missing": reason}
        return ratio
    value = ratio.iloc[0]
    if np.isnan(value):
        return missing(reason, definition=definition, unit=unit)
    return Measure(value, definition=definition, unit=unit)
