"""The cohort triangle: who came together, and how many of them are still there at each age."""

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.metrics.columns import coded, days, ids, numbers
from ecotools.metrics.periods import until_day
from ecotools.metrics.retention.spells import first_spells
from ecotools.metrics.retention.tenure import last_day
from ecotools.metrics.revenue.changes import changes
from ecotools.metrics.revenue.terms import GRID, NEVER, read_terms, table_of
from ecotools.months import months_until
from ecotools.observation import span_of

VALUES = ("rate", "count")
OF = ("customers", "revenue")

_AGES = {
    "subscriptions": "paying on the day that is this many months after the customer's own first paid day",
    "events": "at least one event in the calendar month that is this many after the month of the first",
}


def cohort_table(
    data,
    until=None,
    *,
    values: str = "rate",
    of: str = "customers",
    user: str = "customer_id",
    time: str = "day",
) -> pd.DataFrame:
    """Return how many of the customers who came in each month, or how much MRR, are there at each age.

    Parameters
    ----------
    data : DataFrame or Ledger
        Subscriptions (a table with ``start`` and ``end``, or a ledger), or events: one row per event with
        ``user`` and ``time`` (activity, orders).
    until : day or month, optional
        First day not observed, as in ``Ledger.end``; a month is meant whole. Default: the ledger's end, or
        the day after the last in the data.
    values : "rate" or "count"
        Share of the cohort at age 0, or the number itself (customers, or money a month).
    of : "customers" or "revenue"
        Revenue, for subscriptions only, follows their MRR; its rate is each cohort's net revenue retention
        and can exceed 1.
    user, time : str
        Columns of an events table.

    Returns
    -------
    DataFrame
        Index cohort (month of the first paid day, or of the first event), columns age 0, 1, 2, ... in
        months; a customer is in one cohort only. NaN where the cell is immature: some of the cohort have
        not reached this age by ``until``. A month in which nobody came has count 0 and no rate (NaN).

        Age counts from each customer's own first paid day for subscriptions, so that age k means k monthly
        renewals, and in calendar months for events. Either way age 0 has rate 1. Who came back counts
        again. ``attrs["customers"]`` has the size of each cohort.

    Notes
    -----
    The cohort of a month that is still under way is shown with the customers who came so far. Customers who
    came before a ledger began are in no cohort, and ``attrs["reason"]`` says so: of those who came with them,
    the ones who had left were not recorded. A window of `Ledger.between` knows them.

    Examples
    --------
    >>> from ecotools.metrics import retention, revenue
    >>> retention.cohort_table(revenue.example(), until="2025-06-01", values="count")
    age        0    1    2    3    4
    cohort
    2025-01  2.0  2.0  2.0  2.0  2.0
    2025-02  2.0  1.0  0.0  1.0  NaN
    2025-03  0.0  0.0  0.0  NaN  NaN
    2025-04  0.0  0.0  NaN  NaN  NaN
    2025-05  0.0  NaN  NaN  NaN  NaN
    """
    errors.one_of(values, VALUES, "values")
    errors.one_of(of, OF, "of")
    table = table_of(data)
    if isinstance(table, pd.DataFrame) and {"start", "end"} <= set(table.columns):
        kind, (counts, sizes, reason) = "subscriptions", _of_subscriptions(data, until, of)
    else:
        if of == "revenue":
            raise ValueError("of='revenue' needs the subscriptions table: events carry no MRR")
        kind, (counts, sizes), reason = "events", _of_events(table, until, user, time), {}
    if values == "rate":
        counts = counts.div(counts[0].where(counts[0] > 0), axis=0) if len(counts) else counts
    counts.attrs["definition"] = {"values": values, "of": of, "age": _AGES[kind]}
    counts.attrs |= reason
    counts.attrs["customers"] = dict(zip(counts.index.astype(str), sizes.tolist(), strict=True))
    return counts


def cohort_average(counts: pd.DataFrame) -> pd.Series:
    """Return the retention at each age over all cohorts that have reached it: sum there / sum at age 0.

    This weighs cohorts by their size. The mean of the cohorts' rates is another number, in which a month
    with three customers counts as much as one with three hundred.

    Parameters
    ----------
    counts : DataFrame
        A table of ``cohort_table(..., values="count")``.

    Returns
    -------
    Series
        A fraction by age; NaN at an age that no cohort with customers has reached.

    Examples
    --------
    >>> from ecotools.metrics import retention, revenue
    >>> counts = retention.cohort_table(revenue.example(), until="2025-06-01", values="count")
    >>> retention.cohort_average(counts).tolist()
    [1.0, 0.75, 0.5, 0.75, 1.0]
    """
    errors.columns(counts, [0], "counts")
    if counts.attrs.get("definition", {}).get("values") == "rate":
        raise ValueError("counts must be a table of numbers: use cohort_table(..., values='count')")
    counts = pd.DataFrame({age: numbers(counts, age, "counts", missing=True) for age in counts.columns})
    there, base = counts.sum(), counts.notna().mul(counts[0], axis=0).sum()
    rate = (there / base.where(base > 0)).rename("retention")
    rate.attrs["definition"] = {"retention": "sum of all mature cells / sum of the same cohorts at age 0"}
    return rate


def _of_subscriptions(data, until, of: str) -> tuple[pd.DataFrame, np.ndarray, dict]:
    terms, last = read_terms(data), last_day(data, until)
    daily = changes(terms, "D")
    who, first, _ = first_spells(daily)
    recorded, reason = _recorded(data, first)
    who, first = who[recorded], first[recorded]
    came = np.full(len(terms.ids), NEVER)
    came[who] = first
    step = daily.joined.astype(np.int64) - daily.left if of == "customers" else daily.after - daily.before
    seen = came[daily.unit] <= last
    start, day, first = came[daily.unit[seen]], daily.day[seen], first[first <= last]
    if not len(first):
        return _empty(), np.array([], dtype=int), reason
    index, cohort = _cohorts(first, last)
    mature = _reached_by_all(first, index, cohort, last)
    grid = _grid(_cohorts(start, last)[1], months_until(start, day), step[seen], mature)
    there = np.cumsum(grid, axis=1) / (GRID if of == "revenue" else 1)
    return _triangle(there, mature, index), np.bincount(cohort, minlength=len(index)), reason


def _recorded(data, first: np.ndarray) -> tuple[np.ndarray, dict]:
    """Tell who came when the ledger knew of everybody, and the reason where some had come before."""
    span = span_of(data)
    if span is None or (first >= np.datetime64(span.since, "D")).all():
        return np.ones(len(first), dtype=bool), {}
    reason = (
        f"who came before {span.since:%Y-%m-%d}, when the ledger begins, is in no cohort: "
        "those of them who had left by then were not recorded"
    )
    return first >= np.datetime64(span.since, "D"), {"reason": reason}


def _of_events(table, until, user: str, time: str) -> tuple[pd.DataFrame, np.ndarray]:
    table = errors.columns(table, [user, time], "data")
    day, who = days(table[time], f"data.{time}"), coded(ids(table, user, "data"))[0]
    span = span_of(table)
    if span is not None and span.since < span.start:
        raise ValueError(
            f"data is a window that begins on {span.start:%Y-%m-%d}, and cannot tell who came before: "
            "pass the table of ledger.history instead"
        )
    last = day.max(initial=np.datetime64(0, "D")) if span is None else np.datetime64(span.last, "D")
    if until is not None:
        last = np.datetime64(until_day(until, table), "D") - 1
    seen = day <= last
    if not seen.any():
        return _empty(), np.array([], dtype=int)
    month = day[seen].astype("datetime64[M]").astype(np.int64)
    unit, active = _once_a_month(np.unique(who[seen], return_inverse=True)[1], month)
    first = np.full(unit.max() + 1, month.max())
    np.minimum.at(first, unit, active)
    index, cohort = _cohorts(first.astype("datetime64[M]").astype("datetime64[D]"), last)
    whole = (last + 1).astype("datetime64[M]").astype(np.int64) - 1
    mature = np.maximum(whole - index.asi8, 0)
    grid = _grid(cohort[unit], active - first[unit], np.ones(len(unit), dtype=np.int64), mature)
    return _triangle(grid, mature, index), np.bincount(cohort, minlength=len(index))


def _once_a_month(unit: np.ndarray, month: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return each pair of unit and month once."""
    earliest = month.min()
    span = month.max() - earliest + 1
    pairs = pd.unique(unit.astype(np.int64) * span + (month - earliest))
    return pairs // span, pairs % span + earliest


def _cohorts(day: np.ndarray, last: np.datetime64) -> tuple[pd.PeriodIndex, np.ndarray]:
    """Return the months from the first of ``day`` to ``last``, and the place of each day among them."""
    month = day.astype("datetime64[M]").astype(np.int64)
    ordinals = np.arange(month.min(), last.astype("datetime64[M]").astype(np.int64) + 1)
    return pd.PeriodIndex.from_ordinals(ordinals, freq="M", name="cohort"), month - month.min()


def _reached_by_all(first: np.ndarray, index: pd.PeriodIndex, cohort: np.ndarray, last) -> np.ndarray:
    """Return the largest age that the last to come in each cohort has reached by the end of ``last``."""
    latest = index.to_timestamp().to_numpy().astype("datetime64[D]")
    np.maximum.at(latest, cohort, first)
    return months_until(latest, np.full(len(latest), last + 1)) - 1


def _grid(cohort: np.ndarray, age: np.ndarray, step: np.ndarray, mature: np.ndarray) -> np.ndarray:
    """Return the steps added up by cohort and age, up to the oldest mature age."""
    grid = np.zeros((len(mature), int(mature.max()) + 1), dtype=np.int64)
    kept = age < grid.shape[1]
    np.add.at(grid, (cohort[kept], age[kept]), step[kept])
    return grid


def _triangle(there: np.ndarray, mature: np.ndarray, index: pd.PeriodIndex) -> pd.DataFrame:
    ages = pd.RangeIndex(there.shape[1], name="age")
    known = ages.to_numpy() <= mature[:, None]
    return pd.DataFrame(np.where(known, there, np.nan), index=index, columns=ages)


def _empty() -> pd.DataFrame:
    return pd.DataFrame(
        index=pd.PeriodIndex([], freq="M", name="cohort"), columns=pd.Index([0], name="age"), dtype=float
    )
