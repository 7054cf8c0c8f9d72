"""The funnel of each month's newcomers, so that a step that broke shows in the month it broke."""

from collections.abc import Sequence
from datetime import date, timedelta

import numpy as np
import pandas as pd

from ecotools.metrics.funnel import arguments
from ecotools.metrics.funnel.steps import ONE_DAY, reached, step_table
from ecotools.metrics.periods import until_day
from ecotools.observation import span_of

UNKNOWN_YET = ("step_rate", "cumulative_rate", "lost", "median_days", "mean_days")


def funnel_by_month(
    events: pd.DataFrame,
    steps: Sequence[str],
    *,
    window: float | str | timedelta,
    until: str | date | pd.Timestamp | None = None,
    order: str = "ordered",
    count_by: str = "visitor",
    reentry: bool = False,
    user: str = "customer_id",
    time: str = "day",
    step: str = "stage",
) -> pd.DataFrame:
    """Return the funnel of those who entered in each month, with the months that are too young marked.

    A month is ripe when the window of somebody who entered on its last day is over. Until then more of its
    visitors may still get further, so its rates are NaN and ``reason`` says since when they can be read.

    Parameters
    ----------
    window : float (days), Timedelta or str
        As for `funnel`; required, because without one an older month always had more time than a younger.
    until : day or month, optional
        First day *not* observed (a ledger's ``end``); a month is meant whole. Default: the end of what the
        touches of a ledger observed, else the day after the last event.
    events, steps, order, count_by, reentry, user, time, step
        As for `funnel`.

    Returns
    -------
    pandas.DataFrame
        ``month`` (Period), the columns of `funnel`, and ``reason`` ("" where the rates can be read); one
        row a month and step. Months without a newcomer between the first and the last are there, with n =
        0. In a month that is too young ``n`` is the count so far.

    Raises
    ------
    ValueError
        As for `funnel`; also when ``until`` is not after the last event.

    Examples
    --------
    >>> touches = pd.DataFrame({"customer_id": [1, 1, 2, 3],
    ...     "stage": ["awareness", "purchase", "awareness", "awareness"],
    ...     "day": pd.to_datetime(["2025-01-05", "2025-01-09", "2025-01-20", "2025-02-03"])})
    >>> table = funnel_by_month(touches, ["awareness", "purchase"], window=14, until="2025-03-01")
    >>> table.loc[table["step"] == "purchase", ["month", "n", "step_rate"]]
         month  n  step_rate
    1  2025-01  1        0.5
    3  2025-02  0        NaN
    >>> table["reason"].iloc[-1]
    'too young: 2025-02 can be read from 2025-03-15 on, observed until 2025-03-01'
    """
    if window is None:
        raise ValueError(
            "funnel_by_month needs a window, such as window=30: without one, older months have had more time"
            " to convert than younger ones and look better for it"
        )
    window = arguments.read_window(window)
    settings = dict(
        order=order, window=window, count_by=count_by, reentry=reentry, user=user, time=time, step=step
    )
    entries = reached(events, steps, **settings)
    steps = list(steps)
    until = _observed_until(events, time, until)
    month = entries[steps[0]].dt.to_period("M")
    tables = [_one_month(entries[month == each], steps, each, window, until) for each in _all_months(month)]
    table = (
        pd.concat(tables, ignore_index=True)
        if tables
        else _one_month(entries, steps, None, window, until)[:0]
    )
    definition = {name: settings[name] for name in ("order", "count_by", "reentry")}
    table.attrs["definition"] = definition | {
        "window_days": window / ONE_DAY,
        "month": "of the first step",
        "until": None if until is None else str(until.date()),
    }
    return table


def _observed_until(events: pd.DataFrame, time: str, until) -> pd.Timestamp | None:
    if not len(events):
        return None
    last = events[time].max()
    span = span_of(events)
    if until is None:
        return last.normalize() + ONE_DAY if span is None else span.end
    until = until_day(until, events)
    if until <= last:
        raise ValueError(
            f"until must be after the last event ({last}), not {until}: it is the first day that was not"
            f" observed. Leave later events out first if you mean to look back"
        )
    return until


def _all_months(month: pd.Series) -> pd.PeriodIndex:
    if not len(month):
        return pd.PeriodIndex([], freq="M")
    return pd.period_range(month.min(), month.max(), freq="M")


def _one_month(entries: pd.DataFrame, steps: list[str], month, window: pd.Timedelta, until) -> pd.DataFrame:
    table = step_table(entries, steps)
    table["lost"] = table["lost"].astype(float)
    reason = _reason(entries, month, window, until)
    table.insert(0, "month", pd.PeriodIndex([month] * len(table), freq="M"))
    table["reason"] = reason
    if len(entries) and reason:
        # The first row is not a question of time: who entered, entered.
        table.loc[1:, list(UNKNOWN_YET)] = np.nan
        table.loc[0, "reason"] = ""
    return table


def _reason(entries: pd.DataFrame, month: pd.Period | None, window: pd.Timedelta, until) -> str:
    if month is None or not len(entries):
        return "nobody entered in this month"
    ripe = (month + 1).start_time + window
    if ripe <= until:
        return ""
    return f"too young: {month} can be read from {_day(ripe)} on, observed until {until.date()}"


def _day(moment: pd.Timestamp) -> str:
    return str(moment.ceil("D").date())
