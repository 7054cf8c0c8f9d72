"""Following every visitor through the steps at once.

The events are sorted by visitor, time and step, so that "later" is "further down", the next occurrence of a
step is one binary search for all visitors together, and the order of the rows means nothing.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from ecotools.metrics.columns import coded
from ecotools.metrics.sorting import order_by

ORDERS = ("ordered", "any", "exact")
NOWHERE = -1
NANOSECONDS_A_DAY = 86_400_000_000_000
NANOSECONDS = {"s": 1_000_000_000, "ms": 1_000_000, "us": 1_000, "ns": 1}


@dataclass(frozen=True)
class Sequences:
    """All visitors' events, one below the other.

    ``row`` is the row of the table given, ``visitor`` and ``step`` are codes (-1 for a step that the funnel
    does not list), ``time`` is in ticks of the dates' resolution, as is ``window``. ``occurrences[k]`` are
    places where step k happens, rising, then one place past the end that stands for "never".
    """

    row: np.ndarray
    visitor: np.ndarray
    time: np.ndarray
    step: np.ndarray
    occurrences: list[np.ndarray]
    window: int | None

    def within(self, place: np.ndarray, start: np.ndarray) -> np.ndarray:
        """Say which places exist, are of the visitor of ``start`` and lie in its window, to either side."""
        real = (place >= 0) & (place < len(self.time))
        place = np.where(real, place, start)
        real &= self.visitor[place] == self.visitor[start]
        if self.window is not None:
            real &= np.abs(self.time[place] - self.time[start]) <= self.window
        return real


def line_up(
    events: pd.DataFrame,
    steps: list[str],
    window: pd.Timedelta | None,
    user: str,
    time: str,
    step: str,
    by: str | None = None,
):
    """Return the `Sequences` of an event table; ``by`` decides between rows that are alike but for it."""
    visitor = coded(events[user])[0]
    days = events[time].to_numpy(dtype=None if len(events) else "datetime64[ns]")
    nanoseconds_a_tick = NANOSECONDS[np.datetime_data(days.dtype)[0]]
    moment = days.astype("int64")
    code = pd.Index(steps).get_indexer(events[step])
    segment = np.zeros(len(events), dtype=np.int64) if by is None else coded(events[by])[0]
    row = order_by(
        visitor, _in_days(moment, nanoseconds_a_tick), np.where(code < 0, len(steps), code), segment
    )
    row = row[_tells_something(visitor[row], moment[row], code[row])]
    step_code = code[row]
    return Sequences(
        row=row,
        visitor=visitor[row],
        time=moment[row],
        step=step_code,
        occurrences=[np.append(np.flatnonzero(step_code == k), len(row)) for k in range(len(steps))],
        window=None if window is None else window.as_unit("ns").value // nanoseconds_a_tick,
    )


def _in_days(moment: np.ndarray, nanoseconds_a_tick: int) -> np.ndarray:
    """Return moments that are all whole days as days, which are small numbers."""
    ticks_a_day = NANOSECONDS_A_DAY // nanoseconds_a_tick
    return moment // ticks_a_day if not (moment % ticks_a_day).any() else moment


def _tells_something(visitor: np.ndarray, moment: np.ndarray, step: np.ndarray) -> np.ndarray:
    """Tell which sorted rows add something: not a repeat, nor another event, at the time of a step."""
    together = (visitor[1:] == visitor[:-1]) & (moment[1:] == moment[:-1])
    return np.append(True, ~(together & ((step[1:] == step[:-1]) | (step[1:] < 0))))[: len(step)]


def follow(events: Sequences, order: str, starts: np.ndarray, floor: np.ndarray) -> np.ndarray:
    """Return where each entry reaches each step: places, one row per entry, one column per step, -1 for not.

    ``floor`` is the last place an earlier entry of the visitor has used up (only ``any`` looks back).
    """
    places = np.full((len(starts), len(events.occurrences)), NOWHERE)
    places[:, 0] = starts
    alive = np.ones(len(starts), dtype=bool)
    for k in range(1, places.shape[1]):
        if order == "any":
            place = _nearest(events, k, starts, floor)
        elif order == "exact":
            place = _directly_after(events, k, places[:, k - 1])
        else:
            place = _next(events.occurrences[k], places[:, k - 1])
        alive &= events.within(place, starts)
        places[alive, k] = place[alive]
    return places


def _next(occurrences: np.ndarray, after: np.ndarray) -> np.ndarray:
    return occurrences[np.searchsorted(occurrences[:-1], after, side="right")]


def _directly_after(events: Sequences, k: int, after: np.ndarray) -> np.ndarray:
    place = np.where(after == NOWHERE, NOWHERE, after + 1)
    here = (place >= 0) & (place < len(events.step))
    here[here] &= events.step[place[here]] == k
    return np.where(here, place, NOWHERE)


def _nearest(events: Sequences, k: int, starts: np.ndarray, floor: np.ndarray) -> np.ndarray:
    """Return the occurrence of step k nearest in time to the start, the later one when both are as near."""
    occurrences = events.occurrences[k]
    found = np.searchsorted(occurrences[:-1], starts, side="right")
    before, after = occurrences[found - 1], occurrences[found]
    before = np.where((found > 0) & (before > floor), before, NOWHERE)
    return np.where(_distance(events, before, starts) < _distance(events, after, starts), before, after)


def _distance(events: Sequences, place: np.ndarray, starts: np.ndarray) -> np.ndarray:
    """Return the time between each place and its start, infinite where the place does not count."""
    counts = events.within(place, starts)
    place = np.where(counts, place, starts)
    return np.where(counts, np.abs(events.time[place] - events.time[starts]), np.inf)


def first_entries(events: Sequences, order: str) -> np.ndarray:
    """Return the places of one entry per visitor: the one that opens with the first first step."""
    opens = events.occurrences[0][:-1]
    _, first = np.unique(events.visitor[opens], return_index=True)
    starts = opens[first]
    return follow(events, order, starts, np.full(len(starts), NOWHERE))


def best_entries(events: Sequences, order: str) -> np.ndarray:
    """Return the places of one entry per visitor: the one that gets furthest, of all that can be tried.

    Of entries that get as far, the one that got there first; of those, the one that opened last.
    """
    starts = events.occurrences[0][:-1]
    places = follow(events, order, starts, np.full(len(starts), NOWHERE))
    depth = (places != NOWHERE).sum(axis=1)
    last = places.max(axis=1)
    ranked = np.lexsort((-starts, last, -depth, events.visitor[starts]))
    _, best = np.unique(events.visitor[starts][ranked], return_index=True)
    return places[ranked[best]]


def repeated_entries(events: Sequences, order: str) -> np.ndarray:
    """Return the places of every entry: a visitor enters again once the entry before is over.

    An entry is over when it is complete or its window has passed (``exact``: also when another event came
    between). Each round takes the next entry of all visitors who have one.
    """
    opens = events.occurrences[0][:-1]
    window_end = np.full(len(events.time), NOWHERE)
    window_end[opens] = _last_in_window(events, opens)
    starts = first_entries(events, order)[:, 0]
    over = np.full(len(starts), NOWHERE)
    rounds = [np.empty((0, len(events.occurrences)), dtype=int)]
    while len(starts):
        places = follow(events, order, starts, floor=over)
        rounds.append(places)
        ends_with_last_match = (places[:, -1] != NOWHERE) | (order == "exact")
        over = np.where(ends_with_last_match, places.max(axis=1), window_end[starts])
        following = _next(events.occurrences[0], over)
        again = following < len(events.time)
        again[again] = events.visitor[following[again]] == events.visitor[starts[again]]
        starts, over = following[again], over[again]
    everything = np.concatenate(rounds)
    return everything[np.argsort(everything[:, 0], kind="stable")]


def _last_in_window(events: Sequences, starts: np.ndarray) -> np.ndarray:
    """Return the last place of each entry's visitor that its window still covers."""
    moments = np.unique(events.time)
    latest = np.full(len(starts), len(moments) - 1)
    if events.window is not None:
        latest = np.searchsorted(moments, events.time[starts] + events.window, side="right") - 1
    # One rising number for (visitor, moment) makes one search do for all visitors.
    key = events.visitor * len(moments) + np.searchsorted(moments, events.time)
    return np.searchsorted(key, events.visitor[starts] * len(moments) + latest, side="right") - 1
