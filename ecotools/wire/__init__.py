"""Copies of plain values that cross between two processes which do not trust each other.

`encode` writes a value as JSON data, `decode` rebuilds it from data that nobody vouches for: every field is
checked, nothing is unpickled, evaluated or imported by a name that came along. What is not in the closed list
of kinds arrives as an `Opaque` thing that knows the name of its class.
"""

import hashlib
import json
from collections.abc import Callable
from importlib import import_module

from ecotools.wire.limits import LIMITS, ValueLimits, WireError
from ecotools.wire.reader import ValueReader
from ecotools.wire.unknown_values import error_words
from ecotools.wire.writer import ValueWriter

for _part in (
    *("functions", "dtypes", "numbers", "containers", "dates", "arrays", "columns", "arrow"),
    *("indexes", "tables", "random_generators", "graphs", "project_values"),
):
    import_module(f"ecotools.wire.{_part}")  # each enters its kinds in the tables of writer and reader

__all__ = ["WireError", "decode", "digest", "encode"]
__dir__ = __all__.copy


def encode(
    value: object, *, export: Callable[[Callable], int] | None = None, limits: ValueLimits = LIMITS
) -> dict:
    """Return a value as data that `json.dumps` can write, without NaN tokens or lone surrogates.

    Subclasses are taken for what they are: a Counter becomes a dict, a subclass of float a float. Iterators
    are consumed and become lists. A list that is held twice becomes two lists.

    Parameters
    ----------
    value : object
        Anything. What is not in the closed list becomes opaque, alone or in its place within a container.
    export : callable, optional
        Called with each function, method, class or other callable that is not in the closed list; returns the
        number (zero or more) under which the other side may call it. Without it they are opaque.
    limits : ValueLimits, optional

    Raises
    ------
    WireError
        When the value is too deep, too large or does not end; the message is words for a learner.

    Examples
    --------
    >>> encode([1, 2.5, None])
    {'kind': 'list', 'items': [1, 2.5, None]}
    >>> encode(3)
    {'kind': 'plain', 'value': 3}
    """
    data = ValueWriter(export, limits).node(value, 1)
    return data if type(data) is dict else {"kind": "plain", "value": data}


def decode(
    data: object, *, bind: Callable[[dict], object] | None = None, limits: ValueLimits = LIMITS
) -> object:
    """Return the value that `encode` wrote, rebuilt from checked data.

    Parameters
    ----------
    data : object
        What `json.loads` returned.
    bind : callable, optional
        Makes what stands for a callable of the other side. It gets a dict with ``handle`` (the number that
        `export` returned), ``class``, ``name`` and ``doc`` (texts, maybe empty) and ``signature`` (an
        `inspect.Signature`, or None when it is not known). Without it callables become `Opaque`.
    limits : ValueLimits, optional

    Raises
    ------
    WireError
        For whatever is not in the format or beyond the limits. No other error, whatever the data are.

    Examples
    --------
    >>> decode({"kind": "list", "items": [1, 2.5, None]})
    [1, 2.5, None]
    >>> decode({"kind": "pickle", "data": "…"})
    Traceback (most recent call last):
    ecotools.wire.limits.WireError: unknown kind of value: 'pickle'
    """
    if type(data) is not dict:
        raise WireError(f"expected a dict with the kind of a value, not a {type(data).__name__}")
    try:
        return ValueReader(bind, limits).node(data, 1)
    except WireError:
        raise
    except Exception as error:
        raise WireError(f"a value cannot be rebuilt ({error_words(error)})") from error


def digest(value: object, *, limits: ValueLimits = LIMITS) -> str:
    """Return a SHA-256 that is the same for equal values of the same kinds and forms.

    NaN equals NaN and 0.0 equals -0.0; the order of a set does not matter, that of a dict does. Iterators are
    not consumed: like functions, they count by their class.

    Raises
    ------
    WireError
        As `encode`.

    Examples
    --------
    >>> digest([1, float("nan")]) == digest([1, float("nan")]), digest([1]) == digest([1.0])
    (True, False)
    """
    data = ValueWriter(None, limits, canonical=True).node(value, 1)
    return hashlib.sha256(json.dumps(data, separators=(",", ":")).encode()).hexdigest()
