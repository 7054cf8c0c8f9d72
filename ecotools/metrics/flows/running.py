"""Run flows over events: every step that people came to, every message, and where everybody stands on a day."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.blueprint import Automation
from ecotools.blueprint.flows import reaches_people, step_names
from ecotools.metrics import columns
from ecotools.metrics.flows.conditions import meant
from ecotools.metrics.flows.graph import automations_of
from ecotools.metrics.flows.reading import Dated, as_days, dated, people_of
from ecotools.metrics.flows.walking import MINUTES, Entries, Walker, once_out
from ecotools.metrics.periods import DAY, as_day, until_day
from ecotools.observed import mark, span_of

ENTRIES = ("every", "once", "when_out")
"""When an event lets a person in again: every time, never again, or once they are out."""

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
        Words of a condition -> what they mean: a `Condition` such as ``~Happened(ledger.orders,
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
        ``action``, ``stage`` (of the message), ``flow_stage`` (of its readers), ``subject`` and ``start`` (day
        on which the person entered the flow). ``attrs["not_started"]`` names the flows that no event set off,
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
    >>> from ecotools.blueprint import FlowStep
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
    >>> from ecotools.blueprint import FlowStep
    >>> hello = Automation(id="hello", trigger="lead", steps=[
    ...     FlowStep(id="mark", action="tag"),
    ...     FlowStep(id="ask", action="survey", delay_days=3, condition="Is quiet")])
    >>> events = pd.DataFrame({"customer_id": [1], "event": "lead", "day": pd.to_datetime(["2025-03-01"])})
    >>> walk(hello, events, {"Is quiet": False})[["day", "step", "done", "sends"]]
             day  step   done  sends
    0 2025-03-01  mark   True  False
    1 2025-03-04   ask  False   True
    """
    read, flows, meaning = _read(automations, events, conditions, entry, hour)
    limit = _limit(until, events)
    parts, absent = [], {}
    for flow, entries in _started(flows, read, meaning, entry, absent):
        walker = Walker(flow, meaning, recheck)
        visits = walker.walk(entries, limit)
        if entry == "when_out":
            entries = entries.only(once_out(entries, visits.left))
            visits = walker.walk(entries, limit)
        parts.append(_table(flow, entries, *visits.arrays()))
    table = pd.concat(parts, ignore_index=True) if parts else _table(Automation(id="none"), *_NOBODY)
    order = ["day", "hour", "_who", "_flow", "_place", "start"]
    table["_flow"] = table["flow"].map({flow.id: at for at, flow in enumerate(flows)})
    table = table.sort_values(order, kind="stable", ignore_index=True).drop(
        columns=["_who", "_flow", "_place"]
    )
    table["customer_id"] = table["customer_id"].infer_objects()
    table.attrs["not_started"] = absent
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
    >>> from ecotools.blueprint import FlowStep
    >>> hello = Automation(id="hello", trigger="lead", steps=[
    ...     FlowStep(id="hi", action="welcome"), FlowStep(id="offer", action="upsell", delay_days=3)])
    >>> events = pd.DataFrame({"customer_id": ["Ada", "Ben"], "event": "lead",
    ...     "day": pd.to_datetime(["2025-03-01", "2025-03-04"])})
    >>> standing(hello, events, "2025-03-04")[["customer_id", "days_in", "last", "next", "state"]]
      customer_id  days_in   last   next    state
    0         Ada        3  offer             out
    1         Ben        0     hi  offer  waiting
    """
    read, flows, meaning = _read(automations, events, conditions, entry, hour)
    day = as_day(at, events)
    limit = _minute(day + DAY)
    parts = []
    for flow, entries in _started(flows, read, meaning, entry, {}):
        entries = entries.only(entries.start < limit)
        walker = Walker(flow, meaning, recheck)
        visits = walker.walk(entries, limit)
        if entry == "when_out":
            entries = entries.only(once_out(entries, visits.left))
            visits = walker.walk(entries, limit)
        parts.append(_states(flow, entries, visits, day))
    table = pd.concat(parts, ignore_index=True) if parts else _states(Automation(id="none"), None, None, day)
    table["customer_id"] = table["customer_id"].infer_objects()
    return table


_NOBODY = (Entries(pd.Index([], dtype=object), *[np.array([], np.int64)] * 2), *[np.array([], np.int64)] * 4)


def _read(automations, events, conditions, entry, hour) -> tuple[tuple, list[Automation], dict]:
    """Return what came in, checked: events as (read, minutes, people, who), flows, meanings of conditions."""
    flows = automations_of(automations)
    errors.one_of(entry, ENTRIES, "entry")
    read = dated(events, "events", ("event",))
    minutes = read.day * MINUTES + np.round(_hours(read, hour) * 60).astype(np.int64)
    people, (who,) = people_of(read.who)
    product = (
        read.texts("product", "events") if "product" in events.columns else np.full(len(who), "", object)
    )
    return (
        (read.texts("event", "events"), product, minutes, people, who),
        flows,
        meant(conditions, _needed(flows)),
    )


def _hours(read: Dated, hour: float) -> np.ndarray:
    """Return the hour of each event."""
    hour = errors.finite(hour, "hour")
    if not 0 <= hour < 24:
        raise ValueError(f"hour must lie between 0 and 24, such as 9 or 17.5, not {hour:g}")
    if "hour" not in read.table.columns:
        return np.full(len(read.day), hour)
    found = columns.numbers(read.table, "hour", "events")
    columns.refuse(read.table, (found < 0) | (found >= 24), "events", "hour is not between 0 and 24")
    return found


def _needed(flows: list[Automation]) -> Iterator[tuple[str, str]]:
    """Yield the words of each condition, and where it stands; the last place when it stands in several."""
    for flow in flows:
        if flow.condition:
            yield flow.condition, f"flow {flow.id}"
        for name, step in zip(step_names(flow.steps or []), flow.steps or [], strict=True):
            if step.condition:
                yield step.condition, f"step {name} of {flow.id}"


def _limit(until, events: pd.DataFrame) -> int:
    """Return the first minute of which nothing is wanted."""
    span = span_of(events)
    if until is not None:
        return _minute(until_day(until, span))
    return np.iinfo(np.int64).max if span is None else _minute(span.end)


def _minute(day: pd.Timestamp) -> int:
    return int(day.to_datetime64().astype("datetime64[m]").astype(np.int64))


def _started(flows, read, meaning, entry, absent) -> Iterator[tuple[Automation, Entries]]:
    """Yield the flows that an event sets off, with those who enter; note in ``absent`` why others do not."""
    event, product, minutes, people, who = read
    for flow in flows:
        of_trigger = event == (flow.trigger or "")
        if not flow.trigger:
            absent[flow.id] = "its trigger is not said"
        elif not of_trigger.any():
            absent[flow.id] = f"no event {flow.trigger!r}"
        mine = of_trigger & ((product == flow.product) | (product == "") | (flow.product is None))
        if of_trigger.any() and not mine.any():
            absent[flow.id] = f"no event {flow.trigger!r} of {flow.product}"
        if not mine.any():
            continue
        entries = _enter(people, who[mine], minutes[mine], "every")
        if flow.condition:
            everyone = np.arange(len(entries.who))
            entries = entries.only(meaning[flow.condition](entries.moments(everyone, entries.start)))
        yield flow, _enter(people, entries.who, entries.start, entry)


def _enter(people: pd.Index, who: np.ndarray, start: np.ndarray, entry: str) -> Entries:
    """Return the entries sorted by person and time: the first of each day, or of each person."""
    order = np.lexsort((start, who))
    who, start = who[order], start[order]
    day = start // MINUTES if entry != "once" else np.zeros(len(who), np.int64)
    fresh = np.ones(len(who), dtype=bool)
    fresh[1:] = (who[1:] != who[:-1]) | (day[1:] != day[:-1])
    return Entries(people, who[fresh], start[fresh])


def _table(flow: Automation, entries: Entries, entry, place, minute, held) -> pd.DataFrame:
    """Return visits as a table, with the words of the flow as categories of their steps."""
    steps = flow.steps or []
    names = step_names(steps)
    said = [step.message for step in steps]
    words = {
        "step": names,
        "action": [step.action for step in steps],
        "stage": [message.stage or "" if message else "" for message in said],
        "subject": [message.subject or "" if message else "" for message in said],
    }
    table = pd.DataFrame(
        {
            "customer_id": entries.people.to_numpy()[entries.who[entry]],
            "day": as_days(minute // MINUTES),
            "hour": minute % MINUTES / 60,
            "flow": np.full(len(entry), flow.id, object),
            **{column: np.array(values, object)[place] for column, values in words.items()},
            "flow_stage": np.full(len(entry), flow.stage or "", object),
            "start": as_days(entries.start[entry] // MINUTES),
            "done": held.astype(bool),
            "sends": np.array([reaches_people(step) for step in steps], bool)[place],
            "_who": entries.who[entry],
            "_place": place,
        }
    )
    return table[[*MESSAGE, "done", "sends", "_who", "_place"]]


def _states(flow: Automation, entries: Entries | None, visits, day: pd.Timestamp) -> pd.DataFrame:
    """Return one row per entry: the last step done and the one that is waited for."""
    entries = _NOBODY[0] if entries is None else entries
    many, names = len(entries.who), np.array(["", *step_names(flow.steps or [])], object)
    last, following = np.full(many, -1), np.full(many, -1)
    due = np.full(many, np.iinfo(np.int64).min)
    if visits is not None:
        entry, place, minute, held = visits.arrays()
        order = np.lexsort((place, minute))
        done = order[held[order]]
        last[entry[done]] = place[done]
        for waiting, to, when in visits.waiting:
            following[waiting], due[waiting] = to, when // MINUTES
    start = as_days(entries.start // MINUTES)
    waits = following >= 0
    table = pd.DataFrame(
        {
            "customer_id": entries.people.to_numpy()[entries.who],
            "flow": np.full(many, flow.id, object),
            "start": start,
            "days_in": (day.to_datetime64().astype("datetime64[s]") - start)
            .astype("timedelta64[D]")
            .astype(int),
            "last": names[last + 1],
            "next": names[following + 1],
            "next_day": np.where(waits, as_days(np.where(waits, due, 0)), np.datetime64("NaT", "s")),
            "state": np.where(waits, "waiting", "out"),
        }
    )
    return table.sort_values("start", kind="stable", ignore_index=True)
