"""How many customers were lost: logo churn on four bases, in one window or month by month."""

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.measure import Measure, missing
from ecotools.metrics.periods import start_day, until_day
from ecotools.metrics.revenue.changes import changes
from ecotools.metrics.revenue.date_arguments import month_of, periods
from ecotools.metrics.revenue.terms import read_terms
from ecotools.observation import span_of

BASES = {
    "start": "lost of the customers at the start / customers at the start",
    "start_plus_new": "lost of the customers at the start or joined / all of these",
    "average": "lost of the customers at the start or joined / mean of the customers at start and end",
    "daily_sum": "sum over days of lost on the day / customers at the start of the day",
}
_MOMENT = {
    "period_end": "lost on the first day not paid for",
    "cancel": "lost on the day of the cancellation",
}
_REASON = {
    "start": "no customers at the start of the window",
    "start_plus_new": "no customers at the start of the window, and none joined",
    "average": "no customers at the start nor at the end of the window",
    "daily_sum": "no day of the window starts with customers",
}


def churn_rate(
    subscriptions,
    month=None,
    *,
    start=None,
    end=None,
    base: str = "start",
    when: str = "period_end",
    count_by: str = "customer",
) -> Measure:
    """Return the share of customers lost in a month, or from ``start`` up to, not including, ``end``.

    A customer is lost on the day their MRR falls to 0, whatever ended it, and not before their last
    subscription has ended. A customer who is back before the window closes is not lost, except under
    ``daily_sum``.

    Parameters
    ----------
    subscriptions : DataFrame or Ledger
        Subscriptions in the ledger's columns. Trials (price 0) do not make a customer.
    month : month, optional
        Such as "2025-03". Default, when no days are given either: the last month observed.
    start, end : day or month, optional
        First day of the window and first day after it, instead of a month; a month as ``end`` is meant whole.
    base : "start", "start_plus_new", "average" or "daily_sum"
        What the lost are divided by; and with it, what happens to a customer who joins and leaves in the
        window:

        - ``start``: counts nowhere. Only this rate is 1 minus the retention of the customers at the start.
        - ``start_plus_new`` (Stripe, Gumroad): counts above and below the line.
        - ``average``: counts above, but not below. In a bad month the rate can exceed 1.
        - ``daily_sum`` (ChartMogul's Shopify form): counts on the day they leave, among that day's customers,
          unless they leave on the day they join. Over a long window the sum can exceed 1.
    when : "period_end" or "cancel"
        ``period_end`` takes ``end``, the first day not paid for. ``cancel`` takes the day in the column
        ``cancelled_on`` where there is one, up to a whole billing period earlier.
    count_by : "customer" or "subscription"
        What can be lost. A customer with two subscriptions who ends one loses a subscription, not a customer.

    Returns
    -------
    Measure
        A fraction, with the definition used. NaN when there is nobody to lose.

    Raises
    ------
    ValueError
        When ``when="cancel"`` and there is no column ``cancelled_on``; when both a month and days are given;
        when the window was not observed.

    References
    ----------
    Stripe support, "Calculating churn rate in Billing"; ChartMogul help, article 203359341.

    Examples
    --------
    >>> from ecotools.metrics import retention, revenue
    >>> retention.churn_rate(revenue.example(), "2025-03")
    0.25
    >>> retention.churn_rate(revenue.example(), "2025-01").reason
    'no customers at the start of the window'
    """
    errors.one_of(base, BASES, "base")
    definition = f"{BASES[base]}; {_MOMENT[errors.one_of(when, _MOMENT, 'when')]}; unit: {count_by}"
    edges = _window(subscriptions, month, start, end)
    if edges is None:
        return missing("the table is empty", definition=definition, unit="fraction")
    counts = _counts(read_terms(subscriptions, count_by=count_by, when=when), edges)
    rate = _rate(counts, base)[0]
    if np.isnan(rate):
        return missing(_REASON[base], definition=definition, unit="fraction")
    return Measure(rate, definition=definition, unit="fraction")


def churn_table(
    subscriptions,
    start=None,
    end=None,
    *,
    base: str = "start",
    when: str = "period_end",
    count_by: str = "customer",
) -> pd.DataFrame:
    """Return the customers joined and lost, and the churn rate, month by month.

    Parameters
    ----------
    subscriptions, base, when, count_by
        As in `churn_rate`.
    start, end : month or day, optional
        First and last month, both included; a day as ``end``, such as a ledger's, is the first day left out.
        Default: all that is observed.

    Returns
    -------
    DataFrame
        Index month (Period). Columns: start (customers at the start), joined (new or back, who were not
        customers at the start), lost (of those at the start), joined_and_lost (joined, and gone again by
        the end), end, churn (a fraction, NaN when there is nobody to lose). ``start + joined - lost -
        joined_and_lost == end``.

    Examples
    --------
    >>> from ecotools.metrics import retention, revenue
    >>> retention.churn_table(revenue.example())
             start  joined  lost  joined_and_lost  end     churn
    month
    2025-01      0       2     0                0    2       NaN
    2025-02      2       2     0                0    4  0.000000
    2025-03      4       0     1                0    3  0.250000
    2025-04      3       0     1                0    2  0.333333
    2025-05      2       1     0                0    3  0.000000
    """
    errors.one_of(base, BASES, "base")
    index = periods(subscriptions, start, end)
    terms = read_terms(subscriptions, count_by=count_by, when=when)
    edges = np.append(index.to_timestamp().to_numpy(), (index[-1:] + 1).to_timestamp().to_numpy())
    counts = _counts(terms, _from_the_beginning(edges.astype("datetime64[D]"), subscriptions))
    table = counts.drop(columns="daily").set_axis(index).assign(churn=_rate(counts, base))
    definition = {"churn": BASES[base], "moment": _MOMENT[when], "unit": count_by, "missing": _REASON[base]}
    table.attrs["definition"] = definition
    return table


def annual_from_monthly(churn: float) -> Measure:
    """Return the churn of a year from a constant churn of a month: 1 - (1 - c)^12, never 12 x c.

    Parameters
    ----------
    churn : float
        A fraction in 0..1, the same in every month and for every customer. Where churn falls with age, as
        it does in most cohorts, the year keeps more than this says: take it from a survival curve.

    Examples
    --------
    >>> round(annual_from_monthly(0.05), 4)
    0.4596
    """
    churn = errors.fraction(churn, "churn")
    return Measure(1 - (1 - churn) ** 12, definition="1 - (1 - monthly churn)^12", unit="fraction a year")


def monthly_from_annual(churn: float) -> Measure:
    """Return the constant churn of a month that comes to ``churn`` in a year: 1 - (1 - c)^(1/12).

    Examples
    --------
    >>> round(monthly_from_annual(0.4596), 4)
    0.05
    """
    churn = errors.fraction(churn, "churn")
    return Measure(
        1 - (1 - churn) ** (1 / 12), definition="1 - (1 - yearly churn)^(1/12)", unit="fraction a month"
    )


def _window(subscriptions, month, start, end) -> np.ndarray | None:
    """Return the first day of the window and the first day after it."""
    if start is not None or end is not None:
        if month is not None or start is None or end is None:
            raise ValueError("give either a month, or both start and end, such as '2025-03-01'")
        first, after = start_day(start, subscriptions), until_day(end, subscriptions, "end")
        if not first < after:
            raise ValueError(f"end must be after start: it is the first day after the window; {end} is not")
        return np.array([first, after], dtype="datetime64[D]")
    month = month_of(subscriptions, month)
    if month is None:
        return None
    edges = np.array([month.start_time, (month + 1).start_time], dtype="datetime64[D]")
    return _from_the_beginning(edges, subscriptions)


def _from_the_beginning(edges: np.ndarray, source) -> np.ndarray:
    """Return the edges of windows, the first no earlier than it is known who was there."""
    span = span_of(source)
    return edges if span is None else np.maximum(edges, np.datetime64(span.since, "D"))


def _counts(terms, edges: np.ndarray) -> pd.DataFrame:
    """Return who was there, came and went in each of the windows between successive ``edges``."""
    windows = max(len(edges) - 1, 0)
    daily = changes(terms, "D")
    step = daily.joined.astype(np.int64) - daily.left
    there = _there_before(daily.day, step, edges)
    window = np.searchsorted(edges, daily.day, side="right") - 1
    inside = (window >= 0) & (window < windows) & (step != 0)
    unit, window, step = daily.unit[inside], window[inside], step[inside]
    # Rows are sorted by unit and day: a unit's first and last step in a window say what became of it.
    turn = (unit[1:] != unit[:-1]) | (window[1:] != window[:-1])
    opening, closing = np.r_[True, turn][: len(unit)], np.r_[turn, True][: len(unit)]
    joins = np.bincount(window[opening & (step > 0)], minlength=windows)
    came_by_window = window[opening]
    was_there, is_gone = step[opening] < 0, step[closing] < 0
    lost = np.bincount(came_by_window[was_there & is_gone], minlength=windows)
    passing = np.bincount(came_by_window[~was_there & is_gone], minlength=windows)
    columns = {
        "start": there[:windows],
        "joined": joins,
        "lost": lost,
        "joined_and_lost": passing,
        "end": there[1:],
    }
    return pd.DataFrame(columns).assign(daily=_sum_of_daily_rates(daily, edges))


def _there_before(day: np.ndarray, step: np.ndarray, edges: np.ndarray) -> np.ndarray:
    """Return how many units are there just before each edge."""
    order = np.argsort(day, kind="stable")
    total = np.concatenate([[0], np.cumsum(step[order])])
    return total[np.searchsorted(day[order], edges, side="left")]


def _sum_of_daily_rates(daily, edges: np.ndarray) -> np.ndarray:
    """Return the sum over each window's days of lost / there at the day's start; NaN if nobody ever is."""
    if len(edges) < 2:
        return np.array([])
    first, after = edges[0].astype(np.int64), edges[-1].astype(np.int64)
    length = after - first
    step = daily.joined.astype(np.int64) - daily.left
    place = np.clip(daily.period - first + 1, 0, length + 1)
    there = np.cumsum(np.bincount(place, weights=step, minlength=length + 2))[:length]
    left = np.bincount(place[daily.left], minlength=length + 2)[1 : length + 1]
    rate = np.divide(left, there, out=np.full(length, np.nan), where=there > 0)
    begins = edges[:-1].astype(np.int64) - first
    known = np.add.reduceat(~np.isnan(rate), begins)
    return np.where(known > 0, np.add.reduceat(np.nan_to_num(rate), begins), np.nan)


def _rate(counts: pd.DataFrame, base: str) -> np.ndarray:
    if base == "daily_sum":
        return counts["daily"].to_numpy()
    lost = counts["lost"] + (0 if base == "start" else counts["joined_and_lost"])
    below = {
        "start": counts["start"],
        "start_plus_new": counts["start"] + counts["joined"],
        "average": (counts["start"] + counts["end"]) / 2,
    }[base]
    return (lost / below.where(below > 0)).to_numpy(dtype=float)
