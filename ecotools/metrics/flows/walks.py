"""Everybody's way through one flow, step by step, for all people at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from ecotools.blueprint import Automation
from ecotools.blueprint.flows import END, START, circle_of, step_graph
from ecotools.metrics.flows.event_arrays import as_days

MINUTES = 24 * 60
"""Minutes of a day; moments are whole minutes since 1970."""

LONGEST = 365
"""Days after which a person is followed no longer, so that a loop without an exit comes to an end."""


@dataclass
class Entries:
    """Who starts a flow, and when: places of people among all, and minutes since 1970; sorted by both."""

    people: pd.Index
    who: np.ndarray
    start: np.ndarray

    def moments(self, of: np.ndarray, minute: np.ndarray) -> pd.DataFrame:
        """Return moments as conditions read them."""
        return pd.DataFrame(
            {
                "customer_id": self.people.to_numpy()[self.who[of]],
                "day": as_days(minute // MINUTES),
                "start": as_days(self.start[of] // MINUTES),
            }
        )

    def only(self, kept: np.ndarray) -> Entries:
        return Entries(self.people, self.who[kept], self.start[kept])


@dataclass
class Visits:
    """Steps that people came to: which entry, which place, when, whether its condition held.

    ``waiting`` are those due at or after the end of what is looked at, and ``left`` the minute from which an
    entry is in the flow no longer.
    """

    entry: list = field(default_factory=list)
    place: list = field(default_factory=list)
    minute: list = field(default_factory=list)
    held: list = field(default_factory=list)
    waiting: list = field(default_factory=list)
    left: np.ndarray = field(default_factory=lambda: np.array([], dtype=np.int64))

    def add(self, entry: np.ndarray, place: int, minute: np.ndarray, held: np.ndarray) -> None:
        self.entry.append(entry)
        self.place.append(np.full(len(entry), place))
        self.minute.append(minute)
        self.held.append(held)

    def arrays(self) -> tuple[np.ndarray, ...]:
        """Return entry, place, minute and held as one array each."""
        empty = [np.array([], dtype=np.int64)]
        joined = [np.concatenate(part or empty) for part in (self.entry, self.place, self.minute, self.held)]
        return (*joined[:3], joined[3].astype(bool))


class Walker:
    """One flow, ready to be walked through.

    Parameters
    ----------
    flow : Automation
        Its steps, in order; without any, nobody gets anywhere.
    meaning : dict
        Words of each condition -> a function of moments.
    recheck : bool
        Whether people who no longer meet the flow's own condition leave it before the next step.
    """

    def __init__(self, flow: Automation, meaning: Mapping[str, Callable], recheck: bool):
        self.steps, self.meaning = flow.steps or [], meaning
        self.whole = flow.condition if recheck else None
        self.graph = step_graph(self.steps)
        self.circle = {at: circle_of(self.graph, at) for at in range(len(self.steps))}
        self.turn = {at: turn for turn, at in enumerate(_in_order(self.graph))}

    def walk(self, entries: Entries, until: int) -> Visits:
        """Return the visits of everybody before the minute ``until``."""
        self.entries, self.visits = entries, Visits(left=entries.start.copy())
        self.limit = np.minimum(until, entries.start + LONGEST * MINUTES)
        everyone = np.arange(len(entries.who))
        self.pending: dict[int, list] = {}
        if self.steps:
            self._send(0, everyone, entries.start, entries.start + self._delay(0))
        while self.pending:
            at = min(self.pending, key=self.turn.get)
            self._visit(at, *(np.concatenate(part) for part in zip(*self.pending.pop(at), strict=True)))
        return self.visits

    def _delay(self, at: int) -> int:
        return round(self.steps[at].delay_days * MINUTES)

    def _send(self, at: int, entry: np.ndarray, base: np.ndarray, due: np.ndarray) -> None:
        """Let entries be due at a step, or wait for it beyond the end."""
        late = due >= self.limit[entry]
        if late.any():
            self.visits.waiting.append((entry[late], np.full(late.sum(), at), due[late]))
            self.visits.left[entry[late]] = np.iinfo(np.int64).max
        if not late.all():
            self.pending.setdefault(at, []).append((entry[~late], base[~late], due[~late]))

    def _visit(self, at: int, entry: np.ndarray, base: np.ndarray, due: np.ndarray) -> None:
        """Let entries do a step that is due, and send them on."""
        if self.whole:
            stay = self._holds(self.whole, entry, due)
            self.visits.left[entry[~stay]] = due[~stay]
            entry, base, due = entry[stay], base[stay], due[stay]
        held = self._holds(self.steps[at].condition, entry, due)
        self.visits.add(entry, at, due, held)
        self.visits.left[entry] = due
        inside = self.circle[at]
        nexts = [to for to in self.graph.successors(at) if to != END]
        if not inside:
            return self._lead(at, nexts, entry, base, due)
        # A condition in a loop is the way out of it: people who do not meet it leave the loop.
        self._lead(at, nexts, entry[held], base[held], due[held])
        outside = [to for to in nexts if to not in inside]
        return self._lead(at, outside, entry[~held], base[~held], due[~held])

    def _lead(self, at: int, nexts: list[int], entry, base, now) -> None:
        """Send entries to the first of the next steps whose condition holds; to the only one in any case."""
        for to in nexts:
            if not len(entry):
                return
            began, due = self._due(at, to, base, now)
            taken = np.ones(len(entry), dtype=bool)
            if len(nexts) > 1 and self.steps[to].condition:
                # Nobody knows what a condition will say beyond the end: people wait for the first such step.
                taken = (due >= self.limit[entry]) | self._holds(self.steps[to].condition, entry, due)
            self._send(to, entry[taken], began[taken], due[taken])
            entry, base, now = entry[~taken], base[~taken], now[~taken]

    def _due(self, at: int, to: int, base: np.ndarray, now: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return from when the delay of a step counts, and when it is due.

        Delays count from the trigger. A step that leads back starts the clock again, and a circle takes a
        day at least.
        """
        back = to in self.circle[at] and (self._delay(to), to) <= (self._delay(at), at)
        if back:
            return now, now + max(self._delay(to), MINUTES)
        return base, np.maximum(base + self._delay(to), now)

    def _holds(self, words: str | None, entry: np.ndarray, due: np.ndarray) -> np.ndarray:
        if not words or not len(entry):
            return np.ones(len(entry), dtype=bool)
        return self.meaning[words](self.entries.moments(entry, due))


def _in_order(graph) -> Iterator[int]:
    """Yield the places so that a step comes after all that lead to it, but for those of its own loop."""
    import networkx as nx

    loops = nx.condensation(graph.subgraph(set(graph) - {START, END}))
    for part in nx.lexicographical_topological_sort(loops, key=lambda one: min(loops.nodes[one]["members"])):
        yield from sorted(loops.nodes[part]["members"])


def once_out(entries: Entries, left: np.ndarray) -> np.ndarray:
    """Return which entries remain when nobody enters again before they are out.

    >>> entries = Entries(pd.Index([1]), np.array([0, 0, 0]), np.array([0, 5, 9]))
    >>> once_out(entries, np.array([7, 12, 16]))
    array([ True, False,  True])
    """
    order = np.lexsort((entries.start, entries.who))
    who, start = entries.who[order], entries.start[order]
    first = np.searchsorted(who, who, side="left")
    kept = np.zeros(len(who), dtype=bool)
    out = np.full(len(entries.people), np.iinfo(np.int64).min)
    rank = np.arange(len(who)) - first
    by_rank = np.split(np.argsort(rank, kind="stable"), np.cumsum(np.bincount(rank))[:-1]) if len(who) else []
    for each in by_rank:  # the first entry of everybody, then the second, and so on
        free = start[each] > out[who[each]]
        kept[each] = free
        out[who[each[free]]] = left[order][each[free]]
    found = np.zeros(len(who), dtype=bool)
    found[order] = kept
    return found
