"""Which events set off which flows, and for whom."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.blueprint import Automation
from ecotools.blueprint.flows import reaches_people, step_names
from ecotools.metrics import columns
from ecotools.metrics.flows.conditions import meant
from ecotools.metrics.flows.event_arrays import Dated, dated, people_of
from ecotools.metrics.flows.graph import automations_of
from ecotools.metrics.flows.walks import MINUTES, Entries, Visits, Walker, once_out

ENTRIES = ("every", "once", "when_out")
"""When an event lets a person in: every time, only the first time, or when they are out of the flow."""


@dataclass(frozen=True)
class Walked:
    """The place of a flow in the list, who entered it, and the steps that they came to."""

    number: int
    entries: Entries
    visits: Visits


class Started:
    """Flows with the events that set them off, checked and ready to be walked through.

    ``flows`` are the automations, ``ids`` the people's, ``said`` a table of all steps in which the first one
    of flow i has the place ``first_step[i]``, ``absent`` why a flow was not set off.
    """

    def __init__(self, automations, events: pd.DataFrame, conditions, entry: str, hour: float):
        self.flows = automations_of(automations)
        self.entry = errors.one_of(entry, ENTRIES, "entry")
        read = dated(events, "events", ("event",))
        self.minute = read.day * MINUTES + np.round(_hours(read, hour) * 60).astype(np.int64)
        self.event = read.texts("event", "events")
        none = np.full(len(read.day), "", dtype=object)
        self.product = read.texts("product", "events") if "product" in events.columns else none
        self.people, (self.who,) = people_of(read.who)
        self.ids = pd.Series(self.people).infer_objects().to_numpy()
        self.meaning = meant(conditions, _needed(self.flows))
        many = [len(flow.steps or []) for flow in self.flows]
        self.first_step = np.cumsum([0, *many])[:-1]
        self.said = _said(self.flows)
        self.absent: dict[str, str] = {}

    def walked(self, limit: int, recheck: bool) -> Iterator[Walked]:
        """Yield each flow that was set off before a minute, with the way of those who entered it."""
        for number, flow in enumerate(self.flows):
            mine = self._sets_off(flow)
            if not mine.any():
                continue
            mine &= self.minute < limit
            entries = self._enter(flow, mine)
            walker = Walker(flow, self.meaning, recheck)
            visits = walker.walk(entries, limit)
            if self.entry == "when_out":
                entries = entries.only(once_out(entries, visits.left))
                visits = walker.walk(entries, limit)
            yield Walked(number, entries, visits)

    def _sets_off(self, flow: Automation) -> np.ndarray:
        """Return which events set off a flow, and note why none does."""
        of_trigger = self.event == (flow.trigger or "")
        if not flow.trigger:
            self.absent[flow.id] = "its trigger is not said"
            return np.zeros(len(self.event), dtype=bool)
        mine = of_trigger & ((self.product == flow.product) | (self.product == "") | (flow.product is None))
        if not mine.any():
            of = f" of {flow.product}" if of_trigger.any() else ""
            self.absent[flow.id] = f"no event {flow.trigger!r}{of}"
        return mine

    def _enter(self, flow: Automation, mine: np.ndarray) -> Entries:
        """Return the entries of a flow, sorted by person and time: one per day, or one per person."""
        entries = _firsts(self.people, self.who[mine], self.minute[mine], per_day=True)
        if flow.condition:
            everyone = np.arange(len(entries.who))
            entries = entries.only(self.meaning[flow.condition](entries.moments(everyone, entries.start)))
        return _firsts(self.people, entries.who, entries.start, per_day=self.entry != "once")


def _firsts(people: pd.Index, who: np.ndarray, start: np.ndarray, *, per_day: bool) -> Entries:
    """Return the first entry of each person, on each day or at all."""
    order = np.lexsort((start, who))
    who, start = who[order], start[order]
    day = start // MINUTES if per_day else np.zeros(len(who), dtype=np.int64)
    fresh = np.ones(len(who), dtype=bool)
    fresh[1:] = (who[1:] != who[:-1]) | (day[1:] != day[:-1])
    return Entries(people, who[fresh], start[fresh])


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
    """Yield the words of each condition, and where it stands."""
    for flow in flows:
        if flow.condition:
            yield flow.condition, f"flow {flow.id}"
        for name, step in zip(step_names(flow.steps or []), flow.steps or [], strict=True):
            if step.condition:
                yield step.condition, f"step {name} of {flow.id}"


def _said(flows: list[Automation]) -> pd.DataFrame:
    """Return what a table of messages says of each step of all flows."""
    rows = []
    for flow in flows:
        for name, step in zip(step_names(flow.steps or []), flow.steps or [], strict=True):
            stage, subject = (step.message.stage, step.message.subject) if step.message else (None, None)
            row = [flow.id, flow.stage or "", name, step.action, stage or "", subject or ""]
            rows.append([*row, reaches_people(step)])
    columns_ = ["flow", "flow_stage", "step", "action", "stage", "subject", "sends"]
    return pd.DataFrame(rows, columns=columns_)
