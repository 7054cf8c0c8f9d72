"""Compare a Series by its labels."""

from __future__ import annotations

import pandas as pd

from .difference import Difference
from .groups import differ_sequence
from .plain import Moment, NotPlain, is_index, is_missing, is_pandas, items, moment, scalar
from .scalars import Rules, digits_apart, expected_words, same
from .show import bare, describe, show, show_both
from .slips import FORGOT_RETURN, shared_slip


def differ_series(found: object, expected: object, rules: Rules, *, order: bool = False) -> Difference | None:
    """Return how ``found`` differs from the Series (or dict) ``expected``, label by label.

    A dict, a table of one column, or a table of a label and a value column will do for a Series. Where the
    expected labels are only 0, 1, 2 … they mean nothing: values are compared in order, and a list will do.

    >>> differ_series({"b": 2, "a": 1}, pd.Series({"a": 1, "b": 2}), Rules()) is None
    True
    """
    target = pd.Series(expected) if type(expected) is dict else expected
    if not is_pandas(target, "Series"):
        raise TypeError(f"expect.series needs a Series or dict to expect, not {type(expected).__name__}")
    if found is None:
        return Difference("None", show(target), FORGOT_RETURN)
    if is_plain_count(target.index):
        return differ_sequence(_values(found), target, rules)
    raw, note = _pairs(found, target)
    if raw is None:
        return Difference(describe(found), show(target), note)
    monthly = named_by_month(target.index)
    pairs = [(label(key, monthly, rules.ignore_case), one) for key, one in raw]
    wanted = [
        (label(key, monthly, rules.ignore_case), one)
        for key, one in zip(target.index, items(target), strict=True)
    ]
    return _differ_pairs(pairs, wanted, found, target, rules, order)


def is_plain_count(index: pd.Index) -> bool:
    """Return whether an index is the default 0, 1, 2 … without a name.

    >>> is_plain_count(pd.Series([1, 2]).index), is_plain_count(pd.Index(["a"]))
    (True, False)
    """
    if index.name is not None or index.nlevels > 1:
        return False
    return type(index) is pd.RangeIndex and index.start == 0 and index.step == 1


def label(key: object, monthly: bool = False, ignore_case: bool = False) -> object:
    """Return a row label in a form that can be looked up: text stripped, 1.0 as 1, months as year and month.

    >>> label(" a "), label(1.0), label(pd.Period("2025-01", "M")) == label("2025-01")
    ('a', 1, True)
    """
    if type(key) is tuple:
        return tuple(label(part, monthly, ignore_case) for part in key)
    try:
        plain = scalar(key)
    except NotPlain:
        return show(key)
    time = moment(plain)
    if time is not None:
        month = _month(time, points=monthly)
        return ("month", *month) if month else ("time", time.start)
    if type(plain) is str:
        return plain.strip().casefold() if ignore_case else plain.strip()
    if type(plain) is float and plain.is_integer():
        return int(plain)
    return "missing" if is_missing(plain) else plain


def named_by_month(keys) -> bool:
    """Return whether the dates among these labels each stand for a month: its first or its last day.

    >>> named_by_month(pd.to_datetime(["2025-01-31", "2025-02-28"]))
    True
    >>> named_by_month(pd.to_datetime(["2025-01-01", "2025-01-31"]))
    False
    """
    parts = {part for key in keys for part in (key if type(key) is tuple else (key,))}
    times = {time for time in map(_moment, parts) if time is not None}
    months = {_month(time, points=True) for time in times}
    return None not in months and len(months) == len(times)


def _moment(value: object):
    try:
        return moment(scalar(value))
    except NotPlain:
        return None


def _month(time: Moment, points: bool) -> tuple[int, int] | None:
    """Return the year and month that a time stands for; a point does so on its month's first or last day."""
    day_after = time.end.normalize() + pd.Timedelta(days=1)
    if time.start == time.end:
        stands = points and (time.start.day == 1 or day_after.day == 1)
    else:
        same = (time.start.year, time.start.month) == (time.end.year, time.end.month)
        stands = same and time.start.day == 1 and day_after.day == 1
    return (time.start.year, time.start.month) if stands else None


def _values(found: object) -> object:
    if is_pandas(found, "DataFrame") and found.shape[1] == 1:
        return found.iloc[:, 0]
    return list(found.values()) if type(found) is dict else found


def _pairs(found: object, target: pd.Series) -> tuple[list | None, str]:
    if is_pandas(found, "DataFrame"):
        found = _series_of(found)
        if found is None:
            return None, "The check expects one value a label: a Series, not a table of several columns."
    if is_pandas(found, "Series"):
        return list(zip(found.index, items(found), strict=True)), ""
    if issubclass(type(found), dict):
        return list(dict.items(found)), ""
    if callable(found):
        return None, "This is a function, not its result: call it, with brackets."
    names = ", ".join(bare(key) for key in target.index[:4])
    if is_index(found) or items(found) is not None:
        return None, f"The values need their labels ({names}…): a Series or a dict, not a bare list."
    return None, f"The check expects a Series with the labels {names}…"


def _series_of(table: pd.DataFrame) -> pd.Series | None:
    """Return the Series that a table of one column, or of labels and one column, stands for."""
    if table.shape[1] == 1 and not is_plain_count(table.index):
        return table.iloc[:, 0]
    if table.shape[1] >= 2 and is_plain_count(table.index):
        return table.set_index(list(table.columns[:-1])).iloc[:, 0]
    return None


def _differ_pairs(pairs, wanted, found, target, rules: Rules, order: bool) -> Difference | None:
    names = {key: bare(raw) for (key, _), raw in zip(wanted, target.index, strict=True)}
    have, want = _by_label(pairs), _by_label(wanted)
    shown = show(found), show(target)
    lacking = [names[key] for key in want if key not in have]
    if lacking:
        return Difference(*shown, f"No value for {_few(lacking)}.")
    extra = [key for key in have if key not in want]
    if extra:
        return Difference(*shown, f"A value too many, for {_few([_label_words(key) for key in extra])}.")
    doubled = next((key for key in want if len(have[key]) != len(want[key])), None)
    if doubled is not None:
        return Difference(*shown, f"{names[doubled]} comes {len(have[doubled])} times.")
    cells = [(names[key], a, b) for key in want for a, b in zip(have[key], want[key], strict=True)]
    wrong = [cell for cell in cells if not cell_same(*cell[1:], rules)]
    if wrong:
        note, digits = cells_note(wrong, len(wanted), rules)
        return Difference(*show_both(found, target, digits), note)
    if order and [key for key, _ in pairs] != [key for key, _ in wanted]:
        return Difference(*shown, "The right values in another order.")
    return None


def _by_label(pairs) -> dict:
    grouped: dict = {}
    for key, one in pairs:
        grouped.setdefault(key, []).append(one)
    return grouped


def _label_words(key: object) -> str:
    if type(key) is tuple and key[:1] == ("month",):
        return f"{key[1]}-{key[2]:02d}"
    if type(key) is tuple and key[:1] == ("time",):
        return show(key[1])
    return bare(key)


def _few(names: list[str]) -> str:
    return ", ".join(names[:5]) + (", …" if len(names) > 5 else "")


def cell_same(found: object, expected: object, rules: Rules) -> bool:
    """Return whether two cells are the same; missing equals missing."""
    try:
        return same(scalar(found), scalar(expected), rules, in_table=True)
    except NotPlain:
        pass
    inner = items(expected)
    if inner is not None:
        return differ_sequence(found, expected, rules) is None
    return type(found) is type(expected) and type(expected).__module__ == "builtins" and found == expected


def cells_note(wrong: list[tuple[str, object, object]], total: int, rules: Rules) -> tuple[str, int]:
    """Return which cells differ, the first one in full, with the slip they share; and the digits it takes."""
    place, found, expected = wrong[0]
    pairs = [cell[1:] for cell in wrong]
    digits = digits_apart(pairs, rules)
    note = f"For {place}: {show(found, digits=digits)} instead of {expected_words(expected, rules, digits)}."
    if len(wrong) > 1:
        note += f" {len(wrong)} of {total} values differ."
    return f"{note} {shared_slip(pairs, rules)}".strip(), digits
