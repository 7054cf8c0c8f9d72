"""Turn what a learner hands in into plain Python values, before anything is compared.

Only exact built-in, numpy and pandas types are read, and they are read with the methods of those types. So an
object that claims to equal everything, or a float that answers another number than it holds, gains nothing.
"""

from __future__ import annotations

import datetime
import decimal
import fractions
import math
from dataclasses import dataclass

import numpy as np
import pandas as pd

# A generator is read up to here; more is a loop that never ends.
LONGEST = 1_000_000


class NotPlain(TypeError):
    """The value is of a type that a check does not read; the message says which and what to give."""


@dataclass(frozen=True)
class Moment:
    """A point or a stretch of time: ``end`` is the last instant, equal to ``start`` for a point."""

    start: pd.Timestamp
    end: pd.Timestamp

    def same(self, other: Moment) -> bool:
        """Return whether both mean the same time; a month equals its first and its last day.

        >>> moment("2025-02").same(moment(pd.Timestamp("2025-02-28")))
        True
        """
        points = [one for one in (self, other) if one.start == one.end]
        if len(points) != 1:
            return (self.start, self.end) == (other.start, other.end)
        stretch = other if points[0] is self else self
        return points[0].start in (stretch.start, stretch.end.normalize(), stretch.end)


def moment(value: object) -> Moment | None:
    """Return the time that a date, Timestamp, Period or ISO text stands for, or None.

    >>> moment("2025-02").end.date()
    datetime.date(2025, 2, 28)
    >>> moment("February") is None
    True
    """
    if type(value) is Moment:
        return value
    if type(value) is pd.Period:
        return Moment(value.start_time, value.end_time)
    if type(value) is str:
        return _moment_of_text(value.strip())
    if type(value) in (pd.Timestamp, np.datetime64, datetime.date, datetime.datetime):
        point = pd.Timestamp(value)
        return None if point is pd.NaT else Moment(point, point)
    return None


def _moment_of_text(text: str) -> Moment | None:
    looks_iso = len(text) >= 7 and text[:4].isdigit() and text[4] == "-"
    if not looks_iso:
        return None
    try:
        if len(text) == 7:
            return moment(pd.Period(text, "M"))
        point = pd.Timestamp(text)
    except ValueError:
        return None
    return Moment(point, point)


def scalar(value: object) -> object:
    """Return ``value`` as None, bool, int, float, str, Moment or timedelta; other types are refused.

    >>> scalar(np.int64(3)), scalar(np.float32(0.5)), scalar(np.str_("a")), scalar(pd.NA)
    (3, 0.5, 'a', nan)
    """
    kind = type(value)
    if value is None or kind in (bool, int, float, str):
        return value
    if value is pd.NaT or value is pd.NA:
        return math.nan
    if issubclass(kind, (float, int, str)):
        return _base_value(value, kind)
    if issubclass(kind, np.generic):
        return _numpy_scalar(value)
    if kind in (decimal.Decimal, fractions.Fraction):
        return float(value)
    if kind in (pd.Timedelta, datetime.timedelta):
        return pd.Timedelta(value)
    if kind is np.ndarray and value.ndim == 0:
        return scalar(value[()])
    time = moment(value)
    if time is not None:
        return time
    raise NotPlain(f"{article(kind.__name__)} cannot be read as one number, text or date")


def _base_value(value, kind: type) -> object:
    """Return the number or text that a subclass holds, whatever methods it overrides."""
    for base, read in ((float, float.__float__), (int, int.__int__), (str, str.__str__)):
        if issubclass(kind, base):
            return read(value)
    raise AssertionError(kind)


def _numpy_scalar(value: np.generic) -> object:
    if issubclass(type(value), np.datetime64):
        return moment(np.datetime64(value)) or math.nan
    if issubclass(type(value), np.timedelta64):
        return pd.Timedelta(value)
    if issubclass(type(value), np.floating):
        return float(np.generic.item(value))
    return scalar(np.generic.item(value))


def as_plain(value: object) -> object:
    """Return the plain value, or ``value`` itself where it is of a type that a check does not read."""
    try:
        return scalar(value)
    except NotPlain:
        return value


def is_missing(value: object) -> bool:
    """Return whether a plain value stands for "no value": None or NaN."""
    return value is None or (type(value) is float and math.isnan(value))


def is_number(value: object) -> bool:
    """Return whether a plain value is a number; True and False are not."""
    return type(value) in (int, float)


def is_pandas(value: object, name: str) -> bool:
    """Return whether ``value`` is exactly the pandas class called ``name``."""
    return type(value) is getattr(pd, name)


def is_index(value: object) -> bool:
    """Return whether ``value`` is one of pandas' own index classes."""
    kind = type(value)
    return issubclass(kind, pd.Index) and kind is getattr(pd, kind.__name__, None)


_ARRAYS = ("IntegerArray", "FloatingArray", "BooleanArray", "StringArray", "DatetimeArray", "PeriodArray")
_ITERATORS = {type(iter(())), map, zip, filter, type(_ for _ in ()), enumerate, reversed, type({}.values())}


def items(value: object) -> list | None:
    """Return the elements of a list-like as a list, or None when it is not list-like (text is not).

    >>> items(pd.Series([1, 2])), items(range(2)), items("ab")
    ([1, 2], [0, 1], None)
    """
    kind = type(value)
    if is_pandas(value, "Series"):
        return pd.Series.tolist(value)
    if is_index(value) or kind is pd.Categorical:
        return list(value)
    if any(kind is getattr(pd.arrays, name) for name in _ARRAYS):
        return list(value)
    if kind is np.ndarray and value.ndim:
        return list(value)
    if issubclass(kind, (list, tuple, set, frozenset)):
        base = next(base for base in (list, tuple, set, frozenset) if issubclass(kind, base))
        return list(base.__iter__(value))
    if kind in (range, type({}.keys()), type({}.items()), type(pd.array(["a"]))):
        return list(value)
    if kind in _ITERATORS:
        return _read_iterator(value)
    return None


def kept(value: object) -> object:
    """Return an iterator as the list of what it gives, so that it can be read twice; others as they are.

    >>> kept(map(abs, [-1, 2])), kept("ab")
    ([1, 2], 'ab')
    """
    if type(value) not in _ITERATORS:
        return value
    try:
        return _read_iterator(value)
    except NotPlain:
        return value


def _read_iterator(value) -> list:
    read = []
    for element in value:
        read.append(element)
        if len(read) > LONGEST:
            raise NotPlain(f"it goes on after {LONGEST:,} elements: is there a loop that never ends?")
    return read


def is_unordered(value: object) -> bool:
    """Return whether ``value`` is a set, whose elements have no order."""
    return issubclass(type(value), (set, frozenset))


def article(noun: str) -> str:
    """Return the noun with "a" or "an".

    >>> article("int"), article("DataFrame")
    ('an int', 'a DataFrame')
    """
    return f"{'an' if noun[:1].lower() in 'aeiou' else 'a'} {noun}"
