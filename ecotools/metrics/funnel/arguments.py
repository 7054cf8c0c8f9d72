"""Reading a funnel's arguments: the steps, the window, the events. Every error says what to do."""

import math
import numbers
import re
from collections.abc import Sequence
from datetime import timedelta

import numpy as np
import pandas as pd

from ecotools import errors

# The stages of a customer journey: a step named after one of them may have had no visitor yet.
KNOWN_STEPS = ("awareness", "consideration", "purchase", "activation", "retention", "referral")
LONGEST_WINDOW = pd.Timedelta(days=36_525)


def read_steps(steps: Sequence[str], events: pd.DataFrame, column: str) -> list[str]:
    """Return the steps as a list; refuse doubles and names that the events do not know."""
    if isinstance(steps, str) or not isinstance(steps, Sequence):
        raise TypeError(
            f"steps must be a list of step names in the order of the funnel,"
            f" such as ['awareness', 'purchase'], not {steps!r}"
        )
    steps = list(steps)
    if not steps:
        raise ValueError("steps is empty: name at least one step, such as ['awareness', 'purchase']")
    twice = sorted({str(step) for step in steps if steps.count(step) > 1})
    if twice:
        raise ValueError(f"steps names {', '.join(map(repr, twice))} twice: a step can be listed once")
    if len(events):
        _refuse_unknown(steps, events[column], column)
    return steps


def _refuse_unknown(steps: list[str], seen: pd.Series, column: str) -> None:
    categorical = isinstance(seen.dtype, pd.CategoricalDtype)
    names = list(seen.cat.categories if categorical else seen.dropna().unique())
    known = {*names, *KNOWN_STEPS}
    for step in steps:
        if step in known:
            continue
        # Names that a visitor really has come first, so that the suggestion is one that works.
        close = errors.nearest(step, names) or errors.nearest(step, KNOWN_STEPS)
        hint = f" Did you mean {close!r}?" if close else ""
        listed = ", ".join(map(repr, names[:12])) + (", …" if len(names) > 12 else "")
        raise ValueError(
            f"steps names {step!r}, which no event has in the column {column!r}; it has {listed}.{hint}"
            f" (A step that nobody has reached yet must be a category of a Categorical column.)"
        )


def read_window(window: float | str | timedelta | None) -> pd.Timedelta | None:
    """Return the window as a Timedelta, or None for no limit. A bare number is days, as text too.

    >>> read_window(7) == read_window("7") == read_window("7 days")
    True
    """
    if window is None:
        return None
    if isinstance(window, (bool, np.bool_)):
        raise TypeError(f"window must be a number of days or a Timedelta, not {window!r}")
    try:
        length = _as_timedelta(window)
    except (ValueError, OverflowError) as error:
        raise ValueError(
            f"window must be a number of days (7), a length of time ('36 hours') or None, not {window!r}"
        ) from error
    if length < pd.Timedelta(0):
        raise ValueError(f"window must be zero or more days, not {window!r}: it runs from the first step on")
    return length


def _as_timedelta(window: float | str | timedelta) -> pd.Timedelta:
    if isinstance(window, str) and re.fullmatch(r"\s*\d+(\.\d+)?\s*", window):
        window = float(window)  # pandas would take "7" for seven nanoseconds
    if isinstance(window, numbers.Real):
        if math.isnan(window):
            raise ValueError("not a number of days")
        # A window of more than a century is no window, and would not fit into a Timedelta.
        if window > LONGEST_WINDOW.days:
            return LONGEST_WINDOW
        window = pd.Timedelta(days=float(window))
    length = pd.Timedelta(window)
    if length is pd.NaT:
        raise ValueError("not a length of time")
    return length


def read_events(events: pd.DataFrame, user: str, time: str, step: str, by: str | None) -> pd.DataFrame:
    """Return the events if they have the columns, a visitor and a plain time in every row."""
    needed = [user, time, step] + ([by] if by is not None else [])
    errors.columns(events, needed, "events")
    if len(events):
        _check_times(events[time], time)
    _check_complete(events, time)
    _check_complete(events, user)
    return events


def _check_times(times: pd.Series, name: str) -> None:
    if isinstance(times.dtype, pd.DatetimeTZDtype):
        raise ValueError(
            f"events[{name!r}] has the time zone {times.dt.tz}; times here are plain days of one place."
            f" Pick the zone your days are counted in and drop it:"
            f" events[{name!r}].dt.tz_convert('UTC').dt.tz_localize(None)"
        )
    if times.dtype.kind != "M":
        raise TypeError(
            f"events[{name!r}] must hold dates (datetime64), not {times.dtype}:"
            f" use pd.to_datetime(events[{name!r}])"
        )


def _check_complete(events: pd.DataFrame, name: str) -> None:
    lacking = np.flatnonzero(events[name].isna())
    if len(lacking):
        rows = ", ".join(str(events.index[row]) for row in lacking[:3]) + (", …" if len(lacking) > 3 else "")
        raise ValueError(
            f"events has {len(lacking)} of {len(events)} rows without a value in {name!r} (rows {rows})."
            f" Repair them, or leave them out on purpose: events.dropna(subset=[{name!r}])"
        )
