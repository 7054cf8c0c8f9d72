"""Write values as JSON data: the walk over a value, and the table of who writes which class.

A writer function takes the `ValueWriter`, the value and the depth of what the value holds, and returns a dict
with its ``kind``. It uses the methods of the class that it knows; those of a subclass may lie or raise.
"""

import math
import sys
from collections.abc import Callable

from ecotools.wire.json_values import LARGEST, SMALLEST, plain_size, text_size
from ecotools.wire.limits import Budget, ValueLimits, WireError
from ecotools.wire.unknown_values import a, bases, class_module, class_name

_WRITERS: dict[type, Callable] = {}
_LATE: dict[tuple[str, str], Callable] = {}
_OTHERS: list[tuple[Callable, Callable]] = []


def writes(*kinds: type) -> Callable:
    """Enter a function as the writer of classes and their subclasses."""

    def enter(write: Callable) -> Callable:
        _WRITERS.update(dict.fromkeys(kinds, write))
        return write

    return enter


def writes_late(module: str, name: str) -> Callable:
    """Enter a function as the writer of a class whose module is not imported before somebody uses it."""

    def enter(write: Callable) -> Callable:
        _LATE[module, name] = write
        return write

    return enter


def writes_where(fits: Callable[[object], bool]) -> Callable:
    """Enter a function as the writer of values of unlisted classes that fit; what is entered later wins."""

    def enter(write: Callable) -> Callable:
        _OTHERS.insert(0, (fits, write))
        return write

    return enter


class ValueWriter(Budget):
    """One value on its way out.

    Parameters
    ----------
    export : callable or None
        Takes a callable and returns the number under which the other side may call it.
    limits : ValueLimits
    canonical : bool, default False
        Write for comparing: equal values get equal data, and nothing is consumed.
    """

    def __init__(self, export: Callable | None, limits: ValueLimits, canonical: bool = False) -> None:
        super().__init__(limits)
        self.export = export
        self.canonical = canonical

    def node(self, value: object, depth: int) -> object:
        """Return the data of a value: itself when JSON has it, else a dict with its kind."""
        self.count(1)
        kind = type(value)
        if value is None or kind is bool or (kind is int and SMALLEST <= value <= LARGEST):
            return value
        if kind is float and math.isfinite(value):
            return value + 0.0 if self.canonical else value
        if kind is str and (size := text_size(value)) is not None:
            self.spend(size)
            return value
        self.descend(depth, kind)
        try:
            write = self._writer_of(value)
            return write(self, value, depth + 1) if write else opaque(value)
        except WireError:
            raise
        except RecursionError:
            raise WireError(f"{a(class_name(kind))} cannot be copied: the stack of Python is full") from None
        except Exception:
            return opaque(value)

    def items(self, values: list, depth: int) -> list:
        """Return the data of many values; fast when JSON has them all."""
        size = plain_size(values)
        if size is None:
            return [self.node(value, depth) for value in values]
        self.count(len(values))
        self.spend(size)
        if self.canonical:
            return [value + 0.0 if type(value) is float else value for value in values]
        return values

    def _writer_of(self, value: object) -> Callable | None:
        known = bases(type(value))
        for base in known:
            if base in _WRITERS:
                return _WRITERS[base]
        for (module, name), write in _LATE.items():
            if module in sys.modules and getattr(sys.modules[module], name, None) in known:
                return write
        return next((write for fits, write in _OTHERS if fits(value)), None)


def opaque(value: object) -> dict:
    """Return the data that name the class of a value and nothing else."""
    kind = type(value)
    return {"kind": "opaque", "class": class_name(kind), "module": class_module(kind)}
