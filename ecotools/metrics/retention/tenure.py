"""How long customers stay: tenures from the subscriptions table."""

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.metrics.columns import days
from ecotools.metrics.periods import until_day
from ecotools.metrics.retention.billing import billing_periods, first_products
from ecotools.metrics.retention.losses import REASONS, reasons
from ecotools.metrics.retention.spells import first_spells
from ecotools.metrics.revenue.changes import changes
from ecotools.metrics.revenue.terms import COUNT_BY, NEVER, Terms, observed_days, read_terms, table_of
from ecotools.metrics.sorting import unit_day
from ecotools.months import months_until
from ecotools.observation import span_of

UNITS = ("month", "day", "period")


def tenures(
    subscriptions, until=None, *, unit: str = "month", count_by: str = "customer", lost_by=None
) -> pd.DataFrame:
    """Return how long each customer has paid without a break, and whether the end was seen.

    A tenure starts on the first day paid for (a free trial before it does not count) and ends on the first
    day without any subscription. A plan change or a free month goes on with the same tenure; so does a second
    subscription that overlaps or follows on the same day. A customer who comes back later is not counted
    again.

    Parameters
    ----------
    subscriptions : DataFrame or Ledger
        Subscriptions in the ledger's columns. Pass them all: to compare products, group the result by
        ``product``.
    until : day or month, optional
        First day not observed, as in ``Ledger.end``; a month is meant whole. Who still pays the day before
        is censored: their tenure is at least this long. Default: the ledger's end, or the day after the last
        start or end in a plain table, ends that lie ahead of today left out.
    unit : "month", "day" or "period"
        Months are renewals: 3 is lost at the third monthly anniversary, or in the month before it. A period
        is the billing period that a customer began with, a year for a yearly plan: 3 is lost at the third
        renewal. A customer who changes to another interval is censored on that day.
    count_by : "customer" or "subscription"
        Whose tenure.
    lost_by : str or list of str, optional
        Endings that count as a loss, such as "cancelled"; any other ending is then censored on its day.
        Default: all of them. With "cancelled" the tenures tell of those who decide to go, and not of cards
        that fail.

    Returns
    -------
    DataFrame
        Columns customer_id (or subscription_id), product (the first one paid for, if the table has
        products; of several on the same day that of the highest MRR, then the first by name), start (day),
        duration (whole months, days or periods), observed (True: lost; False: censored), entry; with
        ``unit="period"`` also interval_months, months between payments. One row per customer who ever paid
        before ``until``, sorted by id.

        ``entry`` is the age at which a customer came under watch: 0, but for those who had come before the
        ledger began. Who of these left before that age is left out, since most of them are not recorded.
        Pass it on to `kaplan_meier` or `fit_sbg`.

    Raises
    ------
    ValueError
        When a subscription ended as "changed" and no row carries on: the table was filtered, and the change
        would count as a loss.

    Examples
    --------
    >>> from ecotools.metrics import retention, revenue
    >>> retention.tenures(revenue.example(), until="2025-06-01")
      customer_id          product      start  duration  observed  entry
    0         Ada       membership 2025-01-10         4     False      0
    1         Ben       membership 2025-01-20         4     False      0
    2        Cleo       membership 2025-02-05         1      True      0
    3         Dan       membership 2025-02-15         2      True      0

    Ben pays once a year, and had no renewal to decide on:

    >>> periods = retention.tenures(revenue.example(), until="2025-06-01", unit="period")
    >>> periods[["customer_id", "interval_months", "duration", "observed"]]
      customer_id  interval_months  duration  observed
    0         Ada                1         4     False
    1         Ben               12         0     False
    2        Cleo                1         1      True
    3         Dan                1         2      True
    """
    errors.one_of(unit, UNITS, "unit")
    table, key = table_of(subscriptions), COUNT_BY.get(count_by, count_by)
    terms = read_terms(subscriptions, count_by=count_by)
    _refuse_lost_changes(table)
    last = last_day(subscriptions, until)
    who, start, end = first_spells(changes(terms, "D"))
    seen = start <= last
    who, start, end = who[seen], start[seen], end[seen]
    every = np.ones(len(who), dtype=np.int64)
    if unit == "period":
        every, turned = (part[who] for part in billing_periods(table, terms))
    duration, observed = _lengths(start, end, last, unit, every)
    if unit == "period":
        changed = turned < end
        renewed = np.minimum(duration, _renewals(start, turned, every))
        duration, observed = np.where(changed, renewed, duration), observed & ~changed
    if lost_by is not None:
        observed &= _ended_by(lost_by, table, terms, who, end)
    found = {
        key: terms.ids[who],
        "start": start.astype("datetime64[s]"),
        "duration": duration,
        "observed": observed,
        "entry": _entries(subscriptions, start, unit, every),
    }
    result = pd.DataFrame(found)
    if unit == "period":
        result.insert(1, "interval_months", every)
    if "product" in table.columns:
        result.insert(1, "product", first_products(table, terms)[who])
    result.attrs["definition"] = {
        "tenure": "first paid day to first day without",
        "unit": unit,
        "of": count_by,
    }
    seen = (result["entry"] == 0) | (result["duration"] > result["entry"])
    return result if seen.all() else result[seen].reset_index(drop=True)


def last_day(source, until) -> np.datetime64:
    """Return the last day observed: the day before ``until``."""
    if until is not None:
        return np.datetime64(until_day(until, source), "D") - 1
    span = observed_days(source)
    return span[1] if span else NEVER - 1


def _lengths(start, end, last: np.datetime64, unit: str, every: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return each duration and whether its end was seen; ``every`` is the months of a period.

    In months or periods an end counts once its anniversary has been seen: else the month still under way
    would show its losses and not those who stay.
    """
    if unit == "day":
        length, seen = (end - start).astype(np.int64), (last - start).astype(np.int64)
    else:
        length, seen = -(-months_until(start, end) // every), _renewals(start, last, every)
    return np.minimum(length, seen), length <= seen


def _renewals(start: np.ndarray, day, every: np.ndarray) -> np.ndarray:
    """Return how many periods of ``every`` months are over by the end of ``day``: the renewals since."""
    return (months_until(start, np.broadcast_to(day + 1, start.shape)) - 1) // every


def _entries(source, start: np.ndarray, unit: str, every: np.ndarray) -> np.ndarray:
    """Return the age at which each came under watch: on the day from which on a ledger knows of everybody.

    In months or periods it is the anniversary that comes next: of those lost on the way there, some are not
    recorded.
    """
    span = span_of(source)
    if span is None:
        return np.zeros(len(start), dtype=np.int64)
    since = np.full_like(start, np.datetime64(span.since, "D"))
    age = (since - start).astype(np.int64) if unit == "day" else -(-months_until(start, since) // every)
    return np.where(start < since, age, 0)


def _ended_by(lost_by, table: pd.DataFrame, terms: Terms, who: np.ndarray, end: np.ndarray) -> np.ndarray:
    """Tell for each tenure whether its end counts as a loss."""
    errors.columns(table, ["ended_by"], "subscriptions")
    chosen = [lost_by] if isinstance(lost_by, str) else list(lost_by)
    for reason in chosen:
        errors.one_of(reason, REASONS, "lost_by")
    return np.isin(reasons(table, terms, who, end).astype(str), chosen)


def _refuse_lost_changes(table: pd.DataFrame) -> None:
    if "ended_by" not in table.columns or not len(table):
        return
    changed = (table["ended_by"] == "changed").to_numpy(dtype=bool)
    if not changed.any():
        return
    code = pd.factorize(table["subscription_id"])[0]
    start = np.sort(unit_day(code, days(table["start"], "subscriptions.start")))
    end = unit_day(code[changed], days(table["end"][changed], "subscriptions.end"))
    alone = start[np.minimum(np.searchsorted(start, end), len(start) - 1)] != end
    if alone.any():
        raise ValueError(
            f"subscriptions: {int(alone.sum())} rows ended as 'changed' and no row carries on the "
            f"subscription_id (first: row {table.index[changed][alone][0]}). Pass the whole table and select "
            "by 'product' in the result: a filter before would count plan changes as losses."
        )
