"""Read values from JSON data that nobody vouches for: every field is checked before it is used.

A reader function takes the `ValueReader`, the data (a dict with exactly the fields that it named) and the
depth of what the value holds. It may raise what the constructors raise: the walk makes a `WireError` of it.
"""

import math
from collections import Counter
from collections.abc import Callable

from ecotools.wire.json_values import LARGEST, SMALLEST, plain_size, text_size
from ecotools.wire.limits import Budget, ValueLimits, WireError
from ecotools.wire.unknown_values import a, error_words

_READERS: dict[str, tuple[Callable, frozenset[str]]] = {}

ALIKE = 100
"""Keys that may share one hash: more make a dictionary slow to build, and come from nobody honest."""


def reads(kind: str, *fields: str) -> Callable:
    """Enter a function as the reader of a kind of data with these fields."""

    def enter(read: Callable) -> Callable:
        _READERS[kind] = read, frozenset({"kind", *fields})
        return read

    return enter


class ValueReader(Budget):
    """One value on its way in.

    Parameters
    ----------
    bind : callable or None
        Takes the checked data of a function and returns what stands for it here.
    limits : ValueLimits
    """

    def __init__(self, bind: Callable | None, limits: ValueLimits) -> None:
        super().__init__(limits)
        self.bind = bind

    def node(self, data: object, depth: int) -> object:
        """Return the value of some data."""
        self.count(1)
        kind = type(data)
        if kind is not dict:
            return self._plain(data, kind)
        self.descend(depth, dict)
        name = data.get("kind")
        read, fields = _READERS.get(name, (None, None)) if type(name) is str else (None, None)
        if read is None:
            raise WireError(f"unknown kind of value: {_short(name)}")
        if data.keys() != fields:
            raise WireError(f"{a(name)} needs the fields {', '.join(sorted(fields))} and no others")
        try:
            return read(self, data, depth + 1)
        except WireError:
            raise
        except Exception as error:
            raise WireError(f"{a(name)} cannot be rebuilt ({error_words(error)})") from error

    def items(self, data: object, depth: int) -> list:
        """Return the values of a JSON list of data, as a new list."""
        data = self.listed(data)
        size = plain_size(data)
        if size is None:
            return [self.node(value, depth) for value in data]
        self.count(len(data))
        self.spend(size)
        return list(data)

    def keys(self, data: object, depth: int) -> list:
        """Return values that are to be keys or elements of a set: hashable, not all of one hash."""
        return alike_checked(self.items(data, depth))

    def instance(self, data: object, depth: int, *kinds: type) -> object:
        """Return the value of some data if it is of one of these classes."""
        value = self.node(data, depth)
        if not isinstance(value, kinds):
            wanted = " or ".join(kind.__name__ for kind in kinds)
            raise WireError(f"expected {a(wanted)} here, not {a(type(value).__name__)}")
        return value

    def listed(self, data: object, longest: int | None = None) -> list:
        """Return data if it is a JSON list, and no longer than allowed."""
        if type(data) is not list or (longest is not None and len(data) > longest):
            length = "" if longest is None else f" of at most {longest}"
            raise WireError(f"expected a list{length} here, not {_short(data)}")
        return data

    def text(self, data: object, longest: int = 200) -> str:
        """Return data if it is a text of at most this length."""
        if type(data) is not str or len(data) > longest:
            raise WireError(f"expected a text of at most {longest} characters here, not {_short(data)}")
        if len(data) > 200:  # short ones are bounded by the number of values
            self.spend(len(data))
        return data

    def whole(self, data: object, low: int = SMALLEST, high: int = LARGEST) -> int:
        """Return data if it is a whole number from low to high."""
        if type(data) is not int or not low <= data <= high:
            raise WireError(f"expected a whole number from {low} to {high} here, not {_short(data)}")
        return data

    def wholes(self, data: object, count: int) -> list[int]:
        """Return data if it is a list of this many whole numbers."""
        if len(self.listed(data, count)) != count:
            raise WireError(f"expected {count} numbers here, not {len(data)}")
        return [self.whole(number) for number in data]

    def flag(self, data: object) -> bool:
        """Return data if it is true or false."""
        if type(data) is not bool:
            raise WireError(f"expected true or false here, not {_short(data)}")
        return data

    def _plain(self, data: object, kind: type) -> object:
        if data is None or kind is bool:
            return data
        if kind is int:
            return self.whole(data)
        if kind is float and math.isfinite(data):
            return data
        if kind is str and (size := text_size(data)) is not None:
            self.spend(size)
            return data
        raise WireError(f"expected a value here, not {_short(data)}")


def alike_checked(values: list) -> list:
    """Return values if they are hashable and not many of them have the same hash."""
    if len(values) > ALIKE:
        ((_, most),) = Counter(map(hash, values)).most_common(1)
        if most > ALIKE:
            raise WireError(f"more than {ALIKE} keys have the same hash")
    return values


def _short(data: object) -> str:
    """Some data in at most 60 characters, without writing out what is long."""
    if type(data) is int and data.bit_length() > 64:
        return "a huge number"
    if type(data) in (str, int, float, bool, type(None)):
        return ascii(data[:50] if type(data) is str else data)
    return a(type(data).__name__)
