"""What a check gives to a function must stay as it is: changes are noted, and undone."""

import functools
import inspect
import random
import types
from collections.abc import Callable, Iterable, Iterator, MutableMapping
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

import numpy as np

from ecotools.wire import WireError, decode, encode
from ecotools.wire.changes import describe_change, replace_contents

_DRAWN_FROM = (np.random.Generator, np.random.RandomState, np.random.BitGenerator, random.Random)

_noted: ContextVar[list[str] | None] = ContextVar("noted", default=None)


@contextmanager
def watched(names: Iterable[str], namespace: MutableMapping[str, Any]) -> Iterator[list[str]]:
    """Note what the learner's functions among ``names`` change of what they are given.

    The functions are wrapped in ``namespace`` for as long, so that every call in the check is seen; calls
    that they make of themselves are their own affair.

    Yields
    ------
    list of str
        A sentence for each function and parameter that was changed, filled as it happens.
    """
    noted: list[str] = []
    token = _noted.set(noted)
    replaced = {}
    for name in names:
        value = namespace.get(name)
        if isinstance(value, types.FunctionType) and not hasattr(value, "__handin__"):
            replaced[name] = value, _wrapped(value)
            namespace[name] = replaced[name][1]
    try:
        yield noted
    finally:
        _noted.reset(token)
        for name, (function, wrapper) in replaced.items():
            if namespace.get(name) is wrapper:
                namespace[name] = function


def note_change(function: str, parameter: str, before: Any, after: Any) -> bool:
    """Note that ``function`` changed an argument, where a check asks for it; return whether one does.

    Random numbers drawn from a generator are no change: that is what it is given for.
    """
    noted = _noted.get()
    if noted is None or isinstance(before, _DRAWN_FROM):
        return False
    which = f" as `{parameter}`" if parameter else ""
    change = describe_change(before, after).rstrip(".")
    sentence = (
        f"`{function}` changed the {_noun(before)} it was given{which}: {change}."
        " Work on a copy: start with .copy(), or make a new one."
    )
    if sentence not in noted:
        noted.append(sentence)
    return True


def _noun(value: Any) -> str:
    """Return what a learner calls such a value.

    >>> _noun([1]), _noun({})
    ('list', 'dict')
    """
    name = type(value).__name__
    return {"DataFrame": "table", "ndarray": "array"}.get(name, name)


def _wrapped(function: Callable) -> Callable:
    """Return ``function`` with its outermost calls watched."""
    running = 0

    @functools.wraps(function)
    def guarded(*args, **kwargs):
        nonlocal running
        if running:
            return function(*args, **kwargs)
        before = [_copy(one) for one in (*args, *kwargs.values())]
        running += 1
        try:
            return function(*args, **kwargs)
        finally:
            running -= 1
            _compare(function, before, args, kwargs)

    return guarded


def _compare(function: Callable, before: list[dict | None], args: tuple, kwargs: dict) -> None:
    names = [*_parameters(function, len(args)), *kwargs]
    for name, kept, given in zip(names, before, (*args, *kwargs.values()), strict=True):
        if kept is not None and _copy(given) != kept:
            was = decode(kept)
            if note_change(function.__name__, name, was, given):
                replace_contents(given, was)


def _copy(value: Any) -> dict | None:
    """Return a copy of a value that can change, None of others: an iterator is there to be used up."""
    if isinstance(value, (int, float, str, bytes, tuple, frozenset, types.FunctionType, Iterator)):
        return None
    if isinstance(value, _DRAWN_FROM):
        return None
    try:
        return encode(value)
    except WireError:
        return None


def _parameters(function: Callable, count: int) -> list[str]:
    try:
        names = list(inspect.signature(function).parameters)[:count]
    except (TypeError, ValueError):
        names = []
    return names + [""] * (count - len(names))
