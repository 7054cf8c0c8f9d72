"""Thresholds as data: what a rule compares with, how it reads, and what may stand in its place."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from numbers import Real
from typing import Any

from ecotools.errors import nearest


class Limit:
    """What a rule compares with. `str()` says it in words; `instead` is the same limit with another value."""

    def instead(self, value: Any) -> Limit:
        """Return the limit with a value from a profile or a blueprint; a ValueError says what it can be."""
        raise NotImplementedError

    def value(self) -> Any:
        """Return the value as a blueprint would write it: a number, a list or keys with values."""
        raise NotImplementedError


@dataclass(frozen=True)
class Band(Limit):
    """Numbers from `low` to `high`; either end may be open. Ask with ``in``.

    >>> 8 in at_most(7, "days"), 8 in between(3, 10, "times the price of the course")
    (False, True)
    """

    low: float | None = None
    high: float | None = None
    unit: str = ""
    ends: bool = True  # whether the ends belong to it

    def __contains__(self, number: float) -> bool:
        """Return whether a number is allowed; the last digit of a float decides nothing."""
        low = -math.inf if self.low is None else self.low
        high = math.inf if self.high is None else self.high
        if any(math.isclose(number, end, rel_tol=1e-9, abs_tol=1e-12) for end in (low, high)):
            return self.ends
        return low < number < high

    def __str__(self) -> str:
        low, high = (None if end is None else amount(end, self.unit) for end in (self.low, self.high))
        if low == high:
            return f"exactly {low}"
        if low is None:
            return f"{'at most' if self.ends else 'below'} {high}"
        if high is None:
            return f"{'at least' if self.ends else 'above'} {low}"
        return f"{amount(self.low, self.unit, bare=True)} to {high}"

    def instead(self, value: Any) -> Band:
        both = self.low is not None and self.high is not None
        # One number in place of exactly one; where exactly three is usual, two to four may hold elsewhere.
        if both and (self.low != self.high or isinstance(value, (list, tuple))):
            if not (isinstance(value, (list, tuple)) and len(value) == 2 and all(map(_number, value))):
                usual = self.value() if self.low != self.high else [self.low, self.high + 1]
                raise ValueError(f"a list of two numbers, lowest and highest, such as {usual}")
            if value[0] > value[1]:
                raise ValueError("two numbers, the lowest first")
            return replace(self, low=value[0], high=value[1])
        if not _number(value):
            raise ValueError(f"a number, such as {self.value()}")
        sides = {side: value for side in ("low", "high") if getattr(self, side) is not None}
        return replace(self, **sides)

    def value(self) -> Any:
        given = [end for end in (self.low, self.high) if end is not None]
        return given[0] if len(set(given)) == 1 else given


@dataclass(frozen=True)
class AllNames(Limit):
    """Things that must all be there.

    >>> names("guide", "sandbox", "kit").lacking(["sandbox"])
    ['guide', 'kit']
    """

    all: tuple[str, ...]

    def lacking(self, have: Iterable[str]) -> list[str]:
        """Return those that are not there, in their order."""
        have = set(have)
        return [name for name in self.all if name not in have]

    def __str__(self) -> str:
        return ", ".join(self.all)

    def instead(self, value: Any) -> AllNames:
        if not isinstance(value, (list, tuple)) or not value or not all(isinstance(v, str) for v in value):
            raise ValueError(f"a list of some of these words: {self}")
        for word in value:
            if word not in self.all:
                close = nearest(word, self.all)
                hint = f" (did you mean {close!r}?)" if close else ""
                raise ValueError(f"a list of some of these words: {self}; {word!r} is none of them{hint}")
        return AllNames(tuple(name for name in self.all if name in value))

    def value(self) -> list[str]:
        return list(self.all)


@dataclass(frozen=True)
class LimitPerKind(Limit):
    """One limit for each kind of thing, asked for by its name.

    >>> prices = per_kind({"basic": between(29, 49, "$"), "mastermind": between(199, 499, "$")})
    >>> 39 in prices["basic"], "hybrid" in prices
    (True, False)
    """

    rows: Mapping[str, Limit]

    def __contains__(self, name: str) -> bool:
        return name in self.rows

    def __getitem__(self, name: str) -> Limit:
        return self.rows[name]

    def __iter__(self):
        return iter(self.rows)

    def __str__(self) -> str:
        return "; ".join(f"{name}: {limit}" for name, limit in self.rows.items())

    def instead(self, value: Any) -> LimitPerKind:
        if not isinstance(value, Mapping) or not value:
            raise ValueError(f"keys with values, such as {self.value()}; keys that you leave out stay")
        rows = dict(self.rows)
        for name, new in value.items():
            if name not in rows:
                raise ValueError(f"keys with values; it has {', '.join(rows)}, not {name!r}")
            try:
                rows[name] = rows[name].instead(new)
            except ValueError as error:
                raise ValueError(f"for {name!r} {error}") from None
        return LimitPerKind(rows)

    def value(self) -> dict[str, Any]:
        return {name: limit.value() for name, limit in self.rows.items()}


def at_most(high: float, unit: str = "") -> Band:
    """Allow numbers up to `high`.

    >>> str(at_most(0.05, "%")), str(at_most(500, "$"))
    ('at most 5%', 'at most $500')
    """
    return Band(None, high, unit)


def at_least(low: float, unit: str = "") -> Band:
    """Allow numbers from `low` on.

    >>> str(at_least(20, "paying students"))
    'at least 20 paying students'
    """
    return Band(low, None, unit)


def below(high: float, unit: str = "") -> Band:
    """Allow numbers less than `high`.

    >>> 0.05 in below(0.05, "%")
    False
    """
    return Band(None, high, unit, ends=False)


def above(low: float, unit: str = "") -> Band:
    """Allow numbers greater than `low`."""
    return Band(low, None, unit, ends=False)


def between(low: float, high: float, unit: str = "") -> Band:
    """Allow numbers from `low` to `high`.

    >>> str(between(0.3, 0.5, "%")), str(between(297, 697, "$")), str(between(4, 7, "weeks"))
    ('30% to 50%', '$297 to $697', '4 to 7 weeks')
    """
    return Band(low, high, unit)


def exactly(number: float, unit: str = "") -> Band:
    """Allow one number.

    >>> str(exactly(1, "core product"))
    'exactly 1 core product'
    """
    return Band(number, number, unit)


def names(*all: str) -> AllNames:
    """Require all of these."""
    return AllNames(all)


def per_kind(rows: Mapping[str, Limit]) -> LimitPerKind:
    """Have one limit for each kind."""
    return LimitPerKind(rows)


def amount(number: float, unit: str = "", *, bare: bool = False) -> str:
    """Return a number with its unit: ``%`` makes a percent of a fraction, ``$`` money; `bare` drops words.

    >>> amount(0.138, "%"), amount(2997, "$"), amount(12.5, "months"), amount(49, "$ a month")
    ('13.8%', '$2,997', '12.5 months', '$49 a month')
    """
    if unit.startswith("%"):
        return f"{_digits(number * 100)}%" + ("" if bare else unit[1:])
    if unit.startswith("$"):
        return f"{'-' if number < 0 else ''}${_digits(abs(number), money=True)}" + ("" if bare else unit[1:])
    return _digits(number) + (f" {unit}" if unit and not bare else "")


def _digits(number: float, *, money: bool = False) -> str:
    if number == round(number):
        return f"{number:,.0f}"
    return f"{number:,.2f}" if money else f"{number:,.4g}" if abs(number) < 1000 else f"{number:,.1f}"


def _number(value: Any) -> bool:
    return isinstance(value, Real) and not isinstance(value, bool) and math.isfinite(value)
