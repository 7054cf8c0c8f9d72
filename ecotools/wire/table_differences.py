"""How a table, an array or an index differs from what it was, in words."""

import numpy as np
import pandas as pd

from ecotools.english import plural
from ecotools.wire.value_texts import became, form, forms, listed, moved, shown


def frame_change(before: pd.DataFrame, after: pd.DataFrame) -> str:
    """Return what changed in a frame: its columns, its rows, its index, then its values."""
    found = _columns(before, after)
    if len(before) != len(after):
        return listed([*found, f"rows: {len(before):,} before, {len(after):,} now"])
    common = _common_columns(before, after)
    changed = [(name, one, other) for name, one, other in common if form(one.array) != form(other.array)]
    index = _index_sentence(before.index, after.index)
    if changed and _rows_moved(changed):
        return listed([*found, "the order of its rows changed", *_reset(index)])
    found += [index] if index else []
    found += [f"column {shown(name)} {_values(one, other, 'in row')}" for name, one, other in changed]
    if not found and form(before.attrs) != form(after.attrs):
        found.append("its attrs changed")
    return listed(found)


def series_change(before: pd.Series, after: pd.Series) -> str:
    """Return what changed in a Series: its length, name, index, then its values."""
    found = []
    if form(before.name) != form(after.name):
        found.append(f"its name changed: {became(before.name, after.name)}")
    if len(before) != len(after):
        return listed([*found, f"values: {len(before):,} before, {len(after):,} now"])
    index = _index_sentence(before.index, after.index)
    if form(before.array) == form(after.array):
        return listed([*found, *([index] if index else [])])
    if moved(forms(before.array), forms(after.array)):
        order = f"its order changed: it was {shown(list(before.array))}, now {shown(list(after.array))}"
        return listed([*found, order, *_reset(index)])
    return listed([*found, *([index] if index else []), f"it {_values(before, after, 'at')}"])


def index_change(before: pd.Index, after: pd.Index) -> str:
    """Return what changed in an index."""
    return _index_sentence(before, after) or "it changed"


def array_change(before: np.ndarray, after: np.ndarray) -> str:
    """Return what changed in an array: its shape, dtype, order, then its elements."""
    if before.shape != after.shape:
        return f"its shape changed: it was {before.shape}, now {after.shape}"
    was, now = forms(before.ravel().tolist()), forms(after.ravel().tolist())
    if before.dtype != after.dtype and (was == now or np.array_equal(before, after)):
        return f"its dtype changed from {before.dtype} to {after.dtype}"
    if before.ndim == 1 and moved(was, now):
        return f"its order changed: it was {shown(before)}, now {shown(after)}"
    places = [at for at, (one, other) in enumerate(zip(was, now, strict=True)) if one != other]
    if not places:
        return "it changed"
    at = np.unravel_index(places[0], before.shape)
    place = ", ".join(str(int(axis)) for axis in at)
    where = f"element [{place}]" if place else "its value"
    return f"{where} changed: {became(before[at], after[at])}{_others(len(places) - 1, 'element')}"


def _columns(before: pd.DataFrame, after: pd.DataFrame) -> list[str]:
    """What happened to the columns as such."""
    was, now = forms(before.columns), forms(after.columns)
    if was == now:
        return []
    if moved(was, now):
        order = f"it was {shown(list(before.columns))}, now {shown(list(after.columns))}"
        return [f"the order of its columns changed: {order}"]
    gone = [name for name, text in zip(before.columns, was, strict=True) if text not in now]
    come = [name for name, text in zip(after.columns, now, strict=True) if text not in was]
    if len(gone) == len(come) == 1 and len(was) == len(now):
        one, other = before[gone[0]], after[come[0]]
        if (
            isinstance(one, pd.Series)
            and isinstance(other, pd.Series)
            and form(one.array) == form(other.array)
        ):
            return [f"the column {shown(gone[0])} was renamed to {shown(come[0])}"]
    found = [f"the column {shown(name)} was removed" for name in gone]
    found += [f"the column {shown(name)} was added" for name in come]
    return found or [f"columns: {len(was):,} before, {len(now):,} now"]


def _common_columns(before: pd.DataFrame, after: pd.DataFrame) -> list[tuple[object, pd.Series, pd.Series]]:
    """The columns that are there before and after, the first of each name."""
    place = {text: at for at, text in reversed(list(enumerate(forms(after.columns))))}
    texts = forms(before.columns)
    return [
        (before.columns[at], before.iloc[:, at], after.iloc[:, place[text]])
        for at, text in enumerate(texts)
        if text in place and texts.index(text) == at
    ]


def _rows_moved(changed: list[tuple[object, pd.Series, pd.Series]]) -> bool:
    """Whether the rows are the same in another order, judged by the columns that changed."""
    was = [" ".join(row) for row in zip(*(forms(one.array) for _, one, _ in changed), strict=True)]
    now = [" ".join(row) for row in zip(*(forms(other.array) for _, _, other in changed), strict=True)]
    return moved(was, now)


def _values(before: pd.Series, after: pd.Series, where: str) -> str:
    """What happened to values of the same length, as a clause."""
    was, now = forms(before.array), forms(after.array)
    if before.dtype != after.dtype and _equal(before, after):
        return f"changed its dtype from {before.dtype} to {after.dtype}"
    places = [at for at, (one, other) in enumerate(zip(was, now, strict=True)) if one != other]
    if not places:
        return f"changed its dtype from {before.dtype} to {after.dtype}"
    at = places[0]
    label = before.index[at]
    change = became(before.iloc[at], after.iloc[at])
    return f"changed {where} {shown(label)}: {change}{_others(len(places) - 1, 'value')}"


def _equal(before: pd.Series, after: pd.Series) -> bool:
    """Whether values are equal in spite of their dtypes."""
    return bool(((before == after) | (before.isna() & after.isna())).all())


def _index_sentence(before: pd.Index, after: pd.Index) -> str:
    """What happened to an index; empty when nothing did."""
    if form(before) == form(after):
        return ""
    if _is_plain(after) and not _is_plain(before):
        return "the index was reset"
    was, now = forms(before), forms(after)
    if was == now:
        if form(list(before.names)) != form(list(after.names)):
            return f"the name of its index changed: {became(_name(before), _name(after))}"
        return "the form of its index changed"
    if len(was) != len(now):
        return f"the index has {plural(len(now), 'label')} in place of {len(was):,}"
    order = "the order of the index" if moved(was, now) else "the index"
    return f"{order} changed: it was {shown(list(before))}, now {shown(list(after))}"


def _is_plain(index: pd.Index) -> bool:
    return isinstance(index, pd.RangeIndex) and (index.start, index.step) == (0, 1) and index.name is None


def _name(index: pd.Index) -> object:
    return index.name if index.nlevels == 1 else list(index.names)


def _reset(sentence: str) -> list[str]:
    """The sentence about an index when rows moved: that labels moved along goes without saying."""
    return [sentence] if sentence == "the index was reset" else []


def _others(count: int, noun: str) -> str:
    return f" (and {plural(count, f'more {noun}')} changed)" if count else ""
