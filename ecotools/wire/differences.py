"""How a value differs from what it was, in words: containers of Python and what they hold."""

from collections import Counter, deque

import numpy as np
import pandas as pd

from ecotools.english import plural
from ecotools.wire.table_differences import array_change, frame_change, index_change, series_change
from ecotools.wire.value_texts import became, form, forms, listed, moved, shown


def change(before: object, after: object) -> str:
    """Return what changed between two values, as a clause without a full stop."""
    if isinstance(before, list | deque) and isinstance(after, list | deque):
        return _list_change(list(before), list(after), "list")
    for kind, describe in _WAYS:
        if isinstance(before, kind) and isinstance(after, kind):
            return describe(before, after)
    if type(before) is type(after) and isinstance(before, np.random.Generator | np.random.RandomState):
        return "random numbers were drawn from it"
    return became(before, after)


def _list_change(before: list, after: list, name: str) -> str:
    was, now = forms(before), forms(after)
    if len(was) != len(now):
        lengths = f"the {name} has {plural(len(now), 'element')} in place of {len(was):,}"
        return lengths + _difference(before, after, was, now)
    if moved(was, now):
        return f"its order changed: it was {shown(before)}, now {shown(after)}"
    places = [at for at, (one, other) in enumerate(zip(was, now, strict=True)) if one != other]
    if not places:
        return "it changed"
    first, rest = places[0], len(places) - 1
    others = f" (and {plural(rest, 'more element')} changed)" if rest else ""
    return f"element {first} {_inside(before[first], after[first])}{others}"


def _difference(before: list, after: list, was: list[str], now: list[str]) -> str:
    """What was added or removed, when that is all that happened and it is one element."""
    gone, come = Counter(was) - Counter(now), Counter(now) - Counter(was)
    if gone.total() == 1 and not come:
        return f": {shown(before[was.index(next(iter(gone)))])} was removed"
    if come.total() == 1 and not gone:
        return f": {shown(after[now.index(next(iter(come)))])} was added"
    return ""


def _dict_change(before: dict, after: dict) -> str:
    was = {form(key): (key, value) for key, value in before.items()}
    now = {form(key): (key, value) for key, value in after.items()}
    found = [f"key {shown(was[key][0])} was removed" for key in was if key not in now]
    found += [f"key {shown(now[key][0])} was added" for key in now if key not in was]
    for key in was:
        if key in now and form(was[key][1]) != form(now[key][1]):
            found.append(f"key {shown(was[key][0])} {_inside(was[key][1], now[key][1])}")
    if not found and list(was) != list(now):
        return f"the order of its keys changed: it was {shown(list(before))}, now {shown(list(after))}"
    return listed(found)


def _set_change(before: set | frozenset, after: set | frozenset) -> str:
    was, now = ({form(item): item for item in each} for each in (before, after))
    found = [f"{shown(was[item])} was removed" for item in was if item not in now]
    found += [f"{shown(now[item])} was added" for item in now if item not in was]
    return listed(found)


def _inside(before: object, after: object) -> str:
    return f"changed: {change(before, after)}"


_WAYS = (
    (tuple, lambda before, after: _list_change(list(before), list(after), "tuple")),
    (dict, _dict_change),
    (set | frozenset, _set_change),
    (pd.DataFrame, frame_change),
    (pd.Series, series_change),
    (pd.Index, index_change),
    (np.ndarray, array_change),
)
