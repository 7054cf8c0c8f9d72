"""Compare a Series by its labels."""

import pandas as pd

from ecotools.english import plural

from .difference import Difference
from .groups import differ_sequence
from .list_slips import list_slip
from .plain_values import (
    Moment,
    NotPlain,
    as_plain,
    is_index,
    is_missing,
    is_number,
    is_pandas,
    items,
    moment,
    scalar,
)
from .scalars import Rules, digits_apart, expected_words, same
from .slips import NOT_CALLED, none_came
from .value_texts import bare, describe, show, show_both
from .values import key_slip


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
        return Difference("None", show(target), none_came())
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
            return None, "The check expects one value per label: a Series, not a table of several columns."
    if is_pandas(found, "Series"):
        return list(zip(found.index, items(found), strict=True)), ""
    if issubclass(type(found), dict):
        return list(dict.items(found)), ""
    if callable(found):
        return None, NOT_CALLED
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
    note = _label_note(have, want, names)
    if note:
        return Difference(show(found), show(target), note)
    # In the order of what is expected, with the name of each label.
    cells = [(names[key], a, b) for key in want for a, b in zip(have[key], want[key], strict=True)]
    said = cells_note(cells, rules, in_sequence(list(want)))
    if said is not None:
        note, veiled, digits = said
        return Difference(*show_both(found, target, digits), note, veiled)
    if order and [key for key, _ in pairs] != [key for key, _ in wanted]:
        return Difference(show(found), show(target), "The right values in another order.")
    return None


def _label_note(have: dict, want: dict, names: dict) -> str:
    """Return which labels are missing, too many or doubled; nothing when all is as expected."""
    lacking = [key for key in want if key not in have]
    extra = [key for key in have if key not in want]
    too_many = f"There should be no value for {_few([_label_words(key) for key in extra])}." if extra else ""
    if lacking:
        note = f"No value for {_few([names[key] for key in lacking])}."
        slip = key_slip(have, want) or (_left_out(lacking, want) if len(lacking) < len(want) else "")
        return f"{note}{slip}" if slip or not extra else f"{note} {too_many}"
    if extra:
        return too_many
    doubled = next((key for key in want if len(have[key]) != len(want[key])), None)
    if doubled is None:
        return ""
    times, due = len(have[doubled]), len(want[doubled])
    return f"{names[doubled]} comes {plural(times, 'time')}, expected {'once' if due == 1 else due}."


def _left_out(lacking: list, want: dict) -> str:
    """Return that what is missing is what has no value above zero, if so."""
    values = [as_plain(one) for key in lacking for one in want[key]]
    if all(is_missing(one) or (is_number(one) and one == 0) for one in values):
        return " What has nothing to count belongs in the result too."
    return ""


def in_sequence(labels: list) -> bool:
    """Return whether labels, in the form of `label`, have an order of their own: months, days, numbers.

    >>> in_sequence([("month", 2025, 1), ("month", 2025, 2)]), in_sequence([1, 2]), in_sequence(["a", "b"])
    (True, True, False)
    """
    steps = [one for one in labels if is_number(one) or (type(one) is tuple and one[0] in ("month", "time"))]
    try:
        return len(steps) == len(labels) and labels == sorted(labels)
    except TypeError:
        return False


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


def cells_note(
    cells: list[tuple[str, object, object]], rules: Rules, ordered: bool = True
) -> tuple[str, str, int] | None:
    """Return which cells differ: the first one in full, with the slip that explains all of them.

    Comes with the same words without the expected value, and the digits it takes to see the difference.
    ``cells`` are (name, found, expected); None when all are the same.
    """
    wrong = [cell for cell in cells if not cell_same(*cell[1:], rules)]
    if not wrong:
        return None
    place, found, expected = wrong[0]
    digits = digits_apart([cell[1:] for cell in wrong], rules)
    shown = show(found, digits=digits)
    many = f"{len(wrong)} of {len(cells)} values differ." if len(wrong) > 1 else ""
    slip = list_slip([one for _, one, _ in cells], [one for _, _, one in cells], rules, ordered=ordered)
    note = f"For {place}: {shown} instead of {expected_words(expected, rules, digits)}."
    veiled = f"For {place}: {shown} is not right."
    return *(" ".join(filter(None, [start, many, slip])) for start in (note, veiled)), digits
