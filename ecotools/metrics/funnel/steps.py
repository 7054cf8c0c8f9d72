"""The funnel table: how many reach each step, at what rate, and in how many days."""

from collections.abc import Sequence
from datetime import timedelta

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.measure import Measure, missing
from ecotools.metrics.funnel import arguments, matching

COLUMNS = ("step", "n", "step_rate", "cumulative_rate", "lost", "median_days", "mean_days")
ONE_DAY = pd.Timedelta(days=1)


def reached(
    events: pd.DataFrame,
    steps: Sequence[str],
    *,
    order: str = "ordered",
    window: float | str | timedelta | None = None,
    count_by: str = "visitor",
    reentry: bool = False,
    by: str | None = None,
    user: str = "customer_id",
    time: str = "day",
    step: str = "stage",
) -> pd.DataFrame:
    """Return one row per entry into the funnel, by visitor: who it was, and when each step was reached.

    Parameters
    ----------
    events, steps, order, window, count_by, reentry, by, user, time, step
        As for `funnel`.

    Returns
    -------
    pandas.DataFrame
        Columns ``user``, ``by`` if given (the value on the row of the first step), then one column of times a
        step, named after it; NaT where the entry did not get.

    Raises
    ------
    ValueError, TypeError
        As for `funnel`; also when a step is named like the visitor's column.

    Examples
    --------
    >>> touches = pd.DataFrame({"customer_id": [1, 1, 2], "stage": ["awareness", "purchase", "awareness"],
    ...     "day": pd.to_datetime(["2025-01-01", "2025-01-04", "2025-01-02"])})
    >>> reached(touches, ["awareness", "purchase"])
       customer_id  awareness   purchase
    0            1 2025-01-01 2025-01-04
    1            2 2025-01-02        NaT
    """
    errors.one_of(order, matching.ORDERS, "order")
    errors.one_of(count_by, ("visitor", "event"), "count_by")
    if reentry and count_by == "event":
        raise ValueError(
            "reentry=True looks for a visitor's best entry; with count_by='event' every entry counts"
        )
    window = arguments.read_window(window)
    events = arguments.read_events(events, user, time, step, by)
    steps = arguments.read_steps(steps, events, step)
    if {user, by} & set(steps):
        raise ValueError(f"a step cannot be named like the column {user!r} or {by!r}: rename the column")
    lined_up = matching.line_up(events, steps, window, user, time, step, by)
    entries = _entries(lined_up, order, count_by, reentry)
    return _times(events, lined_up, entries, steps, [user] + ([by] if by is not None else []), time)


def _entries(lined_up: matching.Sequences, order: str, count_by: str, reentry: bool) -> np.ndarray:
    if count_by == "event":
        return matching.repeated_entries(lined_up, order)
    return (matching.best_entries if reentry else matching.first_entries)(lined_up, order)


def _times(
    events, lined_up, entries: np.ndarray, steps: list[str], keep: list[str], time: str
) -> pd.DataFrame:
    opening = lined_up.row[entries[:, 0]]
    table = events[keep].iloc[opening].reset_index(drop=True)
    times = events[time].to_numpy() if len(events) else np.empty(0, dtype="datetime64[us]")
    for k, name in enumerate(steps):
        places = entries[:, k]
        there = places != matching.NOWHERE
        column = np.full(len(places), np.datetime64("NaT"), dtype=times.dtype)
        column[there] = times[lined_up.row[places[there]]]
        table[name] = column
    return table


def funnel(
    events: pd.DataFrame,
    steps: Sequence[str],
    *,
    order: str = "ordered",
    window: float | str | timedelta | None = None,
    count_by: str = "visitor",
    reentry: bool = False,
    by: str | None = None,
    user: str = "customer_id",
    time: str = "day",
    step: str = "stage",
) -> pd.DataFrame:
    """Return how many visitors reach each step of a funnel, step by step and over all.

    A visitor enters with the first step. A repeat of the first step does not start the window again.

    Events of the same time (in a ledger: of the same day) happened in an order that nobody knows, and the
    order of the rows does not tell it. They count in the order of the steps, as Amplitude counts events of
    the same second: two of one step are one, and an event that is no step does not come between.

    Parameters
    ----------
    events : pandas.DataFrame
        One row an event, such as a ledger's ``touches``: a visitor (column ``user``), a time (column
        ``time``, datetime64 without a time zone) and what happened (column ``step``). Rows may come in any
        order and twice.
    steps : list of str
        The steps, first to last.
    order : {"ordered", "any", "exact"}
        ``ordered``: the steps in order, other events may come between. ``exact``: no other event of the
        visitor in between, not even a repeated step. ``any``: the other steps in any order, also before the
        first step, which must still happen; each step needs all those listed before it.
    window : float (days), Timedelta, str or None
        Longest time from the first step (inclusive; for ``any`` to either side). 0 asks for the same moment
        or day, None sets no limit.
    count_by : {"visitor", "event"}
        ``visitor``: each visitor once, from their first first step. ``event``: a visitor enters again when
        the entry before is complete or its window has passed (``exact``: or another event came between).
    reentry : bool
        Count a visitor's best entry instead of the first: every first step opens one.
    by : str, optional
        Column that splits the funnel; an entry belongs to the value on the row of its first step.
    user, time, step : str
        Names of the columns.

    Returns
    -------
    pandas.DataFrame
        One row per step (times one per value of ``by``, in a first column of that name): ``step``, ``n`` who
        got there, ``step_rate`` = n / n of the step before, ``cumulative_rate`` = n / n of the first step,
        ``lost`` = how many of the step before did not get here, ``median_days`` and ``mean_days`` from the
        first step until every step so far was done, over those who got there. A rate after nobody is NaN.
        ``attrs["overall_rate"]`` is the last cumulative rate (a dict of them with ``by``),
        ``attrs["definition"]`` the settings.

    Raises
    ------
    ValueError
        Unknown step names (with a near match), times with a zone or missing, a window below zero.
    TypeError
        Times that are not dates.

    Examples
    --------
    An hour's window: the second A does not start it again, so C at 2:15 comes too late.

    >>> times = ["2025-01-01 1:00", "2025-01-01 1:30", "2025-01-01 1:45", "2025-01-01 2:15"]
    >>> events = pd.DataFrame(
    ...     {"customer_id": [7, 7, 7, 7], "stage": ["A", "A", "B", "C"], "day": pd.to_datetime(times)})
    >>> funnel(events, ["A", "B", "C"], window="1 hour")[["step", "n", "step_rate", "lost"]]
      step  n  step_rate  lost
    0    A  1        1.0     0
    1    B  1        1.0     0
    2    C  0        0.0     1
    >>> funnel(events, ["A", "B", "C"], window="1 hour", reentry=True).attrs["overall_rate"]
    1.0

    References
    ----------
    Mixpanel, "Conversion Details in Funnels" (window, totals, re-entry); Amplitude, "How Amplitude computes
    funnels" (any, this and exact order); "How Amplitude handles simultaneous events in a funnel".
    """
    entries = reached(
        events,
        steps,
        order=order,
        window=window,
        count_by=count_by,
        reentry=reentry,
        by=by,
        user=user,
        time=time,
        step=step,
    )
    steps = list(steps)
    if by is None:
        table = step_table(entries, steps)
        overall = _overall(table, steps, count_by)
    else:
        table, overall = _segments(entries, steps, by, count_by)
    table.attrs["overall_rate"] = overall
    table.attrs["definition"] = {
        "order": order,
        "window_days": None if window is None else arguments.read_window(window) / ONE_DAY,
        "count_by": count_by,
        "reentry": reentry,
        "window_from": "first step",
    }
    return table


def step_table(entries: pd.DataFrame, steps: list[str]) -> pd.DataFrame:
    """Return the rows of a funnel table from one row an entry, as `reached` gives it."""
    times = entries[steps]
    n = times.notna().sum().to_numpy()
    before = np.concatenate([n[:1], n[:-1]])
    # "any" may meet a step before the first one, hence the distance; and a step counts as done
    # when all before it are done, hence the running maximum.
    days = times.sub(times[steps[0]], axis=0).abs().div(ONE_DAY).cummax(axis=1).where(times.notna())
    return pd.DataFrame(
        {
            "step": steps,
            "n": n,
            "step_rate": _ratio(n, before),
            "cumulative_rate": _ratio(n, n[0]),
            "lost": before - n,
            "median_days": days.median().to_numpy(dtype=float),
            "mean_days": days.mean().to_numpy(dtype=float),
        },
        columns=list(COLUMNS),
    )


def _ratio(part: np.ndarray, whole: np.ndarray) -> np.ndarray:
    whole = np.broadcast_to(np.asarray(whole, dtype=float), part.shape)
    return np.divide(part, whole, out=np.full(part.shape, np.nan), where=whole > 0)


def _overall(table: pd.DataFrame, steps: list[str], count_by: str) -> Measure:
    definition = f"{count_by}s at {steps[-1]!r} / {count_by}s at {steps[0]!r}"
    if not table["n"].iloc[0]:
        return missing(
            f"no {count_by} reached the first step {steps[0]!r}", definition=definition, unit="fraction"
        )
    return Measure(table["cumulative_rate"].iloc[-1], definition=definition, unit="fraction")


def _segments(entries: pd.DataFrame, steps: list[str], by: str, count_by: str):
    if by in COLUMNS:
        raise ValueError(
            f"by={by!r} is also a column of the funnel table: rename that column of events first"
        )
    tables, overall = [], {}
    for value, rows in entries.groupby(by, observed=True, dropna=False):
        part = step_table(rows, steps)
        overall[value] = _overall(part, steps, count_by)
        part.insert(0, by, value)
        tables.append(part)
    if not tables:
        empty = step_table(entries, steps).iloc[:0]
        empty.insert(0, by, entries[by].iloc[:0])
        return empty, overall
    return pd.concat(tables, ignore_index=True), overall
