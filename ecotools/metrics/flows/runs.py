"""Run flows over events: every step people came to, every message, and where everybody stands on a day."""

import numpy as np
import pandas as pd

from ecotools.blueprint.flows import step_names
from ecotools.metrics.flows.event_arrays import as_days
from ecotools.metrics.flows.flow_starts import Started, Walked
from ecotools.metrics.flows.walks import MINUTES
from ecotools.metrics.periods import DAY, as_day, until_day
from ecotools.observation import span_of

MESSAGE = ["customer_id", "day", "hour", "flow", "step", "action", "stage", "flow_stage", "subject", "start"]
"""The columns of a table of messages."""


def run(
    automations, events: pd.DataFrame, conditions=None, *, entry="every", recheck=False, until=None, hour=9
) -> pd.DataFrame:
    """Return every message that flows send over some events: to whom, on which day, from which step.

    Parameters
    ----------
    automations : Blueprint, Automation or list of Automation
        The flows.
    events : DataFrame
        One row per event with ``customer_id``, ``day`` and ``event`` (a trigger: "lead", "purchase" …), such
        as `trigger_events` returns. ``product`` ("" for none) decides which flows of a product it sets off;
        an event without one sets off all of its trigger. ``hour`` (0 to 24) says when in the day.
    conditions : dict, optional
        Words of a condition -> what they mean: `Happened` or `Subscribed`, such as ``~Happened(ledger.orders,
        product="bootcamp")``, a function of a table of moments (``customer_id``, ``day``, ``start``) that
        returns booleans, a boolean Series by customer_id, or True or False for everyone. Every condition of
        the flows needs a meaning.
    entry : {"every", "once", "when_out"}
        Whether each event starts the flow, only a person's first one, or each that finds the person out of
        it. Events of one day count once.
    recheck : bool, default False
        Ask the condition of the flow again before each step; people who no longer meet it leave.
    until : day or month, optional
        First day of which nothing is wanted; a month is meant whole. Default: the end of what the events
        observed; in a plain table, nobody is stopped.
    hour : float, default 9
        When in the day events without an hour happen. Delays count from there.

    Returns
    -------
    pandas.DataFrame
        One row per message, sorted by day: ``customer_id``, ``day``, ``hour``, ``flow``, ``step``,
        ``action``, ``stage`` (of the message), ``flow_stage`` (of its readers), ``subject`` and ``start``
        (when the person entered the flow). ``attrs["not_started"]`` names the flows that no event set off,
        with the reason.

    Raises
    ------
    TypeError, ValueError
        A missing column, id or day, a condition that nobody explained, an unknown ``entry``.

    Notes
    -----
    Delays count from the trigger. A step whose condition does not hold is skipped, and the flow goes on; in a
    loop it is the way out. Of several ``next`` a person takes the first whose condition holds on its day, and
    leaves when none does. A step that leads back starts the clock again, and a circle takes a day at least.
    Nobody is followed for more than 365 days after the trigger.

    Examples
    --------
    >>> from ecotools.blueprint import Automation, FlowStep
    >>> hello = Automation(id="hello", trigger="lead", steps=[
    ...     FlowStep(id="hi", action="welcome"),
    ...     FlowStep(id="offer", action="upsell", delay_days=3, condition="Has not bought")])
    >>> events = pd.DataFrame({"customer_id": ["Ada", "Ben"], "event": "lead",
    ...     "day": pd.to_datetime(["2025-03-01", "2025-03-02"])})
    >>> sent = run(hello, events, {"Has not bought": pd.Series({"Ada": True, "Ben": False})})
    >>> sent[["customer_id", "day", "flow", "step"]]
      customer_id        day   flow   step
    0         Ada 2025-03-01  hello     hi
    1         Ben 2025-03-02  hello     hi
    2         Ada 2025-03-04  hello  offer
    """
    table = walk(automations, events, conditions, entry=entry, recheck=recheck, until=until, hour=hour)
    sent = (table["done"] & table["sends"]).to_numpy(dtype=bool)
    return table.loc[sent, MESSAGE].reset_index(drop=True)


def walk(
    automations, events: pd.DataFrame, conditions=None, *, entry="every", recheck=False, until=None, hour=9
) -> pd.DataFrame:
    """Return every step of flows that people came to, the silent and the skipped ones included.

    Parameters
    ----------
    automations, events, conditions, entry, recheck, until, hour
        As in `run`.

    Returns
    -------
    pandas.DataFrame
        The columns of `run`, ``done`` (False where the condition of the step did not hold, so that it was
        skipped) and ``sends`` (whether the step tells people anything).

    Raises
    ------
    TypeError, ValueError
        As `run`.

    Examples
    --------
    >>> from ecotools.blueprint import Automation, FlowStep
    >>> hello = Automation(id="hello", trigger="lead", steps=[
    ...     FlowStep(id="mark", action="tag"),
    ...     FlowStep(id="ask", action="survey", delay_days=3, condition="Is quiet")])
    >>> events = pd.DataFrame({"customer_id": [1], "event": "lead", "day": pd.to_datetime(["2025-03-01"])})
    >>> walk(hello, events, {"Is quiet": False})[["day", "step", "done", "sends"]]
             day  step   done  sends
    0 2025-03-01  mark   True  False
    1 2025-03-04   ask  False   True
    """
    started = Started(automations, events, conditions, entry, hour)
    walked = list(started.walked(_limit(until, events), recheck))
    table = _steps_done(started, walked)
    table.attrs["not_started"] = started.absent
    return table


def standing(
    automations, events: pd.DataFrame, at, conditions=None, *, entry="every", recheck=False, hour=9
) -> pd.DataFrame:
    """Return where everybody who ever entered a flow stands at the end of a day.

    Parameters
    ----------
    automations, events, conditions, entry, recheck, hour
        As in `run`.
    at : day or month
        The day; a month stands for its last one.

    Returns
    -------
    pandas.DataFrame
        One row per person and entry, sorted by flow, start and person: ``customer_id``, ``flow``, ``start``,
        ``days_in`` (since the start), ``last`` (the last step done, "" for none), ``next`` (the step that
        is due next, "" when the person is out), ``next_day`` (NaT when out) and ``state`` ("waiting" or
        "out").

    Raises
    ------
    TypeError, ValueError
        As `run`; a day that was not observed.

    Examples
    --------
    >>> from ecotools.blueprint import Automation, FlowStep
    >>> hello = Automation(id="hello", trigger="lead", steps=[
    ...     FlowStep(id="hi", action="welcome"), FlowStep(id="offer", action="upsell", delay_days=3)])
    >>> events = pd.DataFrame({"customer_id": ["Ada", "Ben"], "event": "lead",
    ...     "day": pd.to_datetime(["2025-03-01", "2025-03-04"])})
    >>> standing(hello, events, "2025-03-04")[["customer_id", "days_in", "last", "next", "state"]]
      customer_id  days_in   last   next    state
    0         Ada        3  offer             out
    1         Ben        0     hi  offer  waiting
    """
    started = Started(automations, events, conditions, entry, hour)
    day = as_day(at, events)
    return _states(started, list(started.walked(_minute(day + DAY), recheck)), day)


def _limit(until, events: pd.DataFrame) -> int:
    """Return the first minute of which nothing is wanted."""
    span = span_of(events)
    if until is not None:
        return _minute(until_day(until, span))
    return np.iinfo(np.int64).max if span is None else _minute(span.end)


def _minute(day: pd.Timestamp) -> int:
    return int(day.to_datetime64().astype("datetime64[m]").astype(np.int64))


def _steps_done(started: Started, walked: list[Walked]) -> pd.DataFrame:
    """Return all visits as one table, sorted by time and person."""
    visited = [each.visits.arrays() for each in walked]
    place, minute, held = (_joined([part[at] for part in visited]) for at in (1, 2, 3))
    flow = np.repeat([each.number for each in walked], [len(part[0]) for part in visited]).astype(np.int64)
    who, start = (
        _joined([getattr(each.entries, name)[part[0]] for each, part in zip(walked, visited, strict=True)])
        for name in ("who", "start")
    )
    order = np.lexsort((start, place, flow, who, minute))
    flow, place, minute, who, start = (part[order] for part in (flow, place, minute, who, start))
    step = started.first_step[flow] + place
    table = pd.DataFrame(
        {
            "customer_id": started.ids[who],
            "day": as_days(minute // MINUTES),
            "hour": minute % MINUTES / 60,
            **{column: _words(started.said[column], step) for column in ("flow", "step", "action", "stage")},
            **{column: _words(started.said[column], step) for column in ("flow_stage", "subject")},
            "start": as_days(start // MINUTES),
            "done": held.astype(bool)[order],
            "sends": started.said["sends"].to_numpy(dtype=bool)[step],
        }
    )
    return table[[*MESSAGE, "done", "sends"]]


def _joined(parts: list[np.ndarray]) -> np.ndarray:
    return np.concatenate([np.array([], dtype=np.int64), *parts])


def _words(said: pd.Series, step: np.ndarray) -> pd.Categorical:
    """Return what a column says of each step, as categories: a few words for very many rows."""
    code, words = pd.factorize(said.astype(object))
    return pd.Categorical.from_codes(code[step] if len(code) else step, pd.Index(words, dtype=object))


def _states(started: Started, walked: list[Walked], day: pd.Timestamp) -> pd.DataFrame:
    """Return one row per entry: the last step done and the one that is waited for."""
    parts = []
    for one in walked:
        entry, place, minute, held = one.visits.arrays()
        many = len(one.entries.who)
        last, following, due = np.full(many, -1), np.full(many, -1), np.zeros(many, dtype=np.int64)
        order = np.lexsort((place, minute))
        done = order[held[order]]
        last[entry[done]] = place[done]
        for waiting, to, when in one.visits.waiting:
            following[waiting], due[waiting] = to, when // MINUTES
        names = np.array(["", *step_names(started.flows[one.number].steps or [])], dtype=object)
        begun = one.entries.start // MINUTES
        there = np.lexsort((one.entries.who, begun))
        parts.append(
            pd.DataFrame(
                {
                    "customer_id": started.ids[one.entries.who],
                    "flow": started.flows[one.number].id,
                    "start": as_days(begun),
                    "days_in": (day - pd.Timestamp(0)).days - begun,
                    "last": names[last + 1],
                    "next": names[following + 1],
                    "next_day": np.where(following >= 0, as_days(due), np.datetime64("NaT", "s")),
                    "state": np.where(following >= 0, "waiting", "out").astype(object),
                }
            ).iloc[there]
        )
    if parts:
        return pd.concat(parts, ignore_index=True)
    columns = ["customer_id", "flow", "start", "days_in", "last", "next", "next_day", "state"]
    return pd.DataFrame(columns=columns)
