"""The smallest arguments for which a function still does not do what it should."""

import time
from collections.abc import Callable, Iterator

import numpy as np
import pandas as pd

_MOST_CALLS, _MOST_SECONDS = 60, 1.0
_MOST_ROWS, _MOST_COLUMNS = 8, 8  # of a table that a message shows

Arguments = tuple[tuple, dict]


def smallest(arguments: Arguments, still_wrong: Callable[[Arguments], bool]) -> Arguments:
    """Return the arguments with as many rows and elements taken away as can be while ``still_wrong`` holds.

    Halves are tried first, then single rows; no table or list is emptied. The search ends after 60 calls or
    one second.

    >>> smallest((([3, 1, 2, 9],), {}), lambda case: 1 in case[0][0])
    (([1],), {})
    """
    until, calls = time.monotonic() + _MOST_SECONDS, 0
    shrunk = True
    while shrunk:
        shrunk = False
        for fewer in _with_less(arguments):
            if calls >= _MOST_CALLS or time.monotonic() > until:
                return arguments
            calls += 1
            if still_wrong(fewer):
                arguments, shrunk = fewer, True
                break
    return arguments


def _with_less(arguments: Arguments) -> Iterator[Arguments]:
    """Yield the arguments with one of them shortened: by large pieces first."""
    args, kwargs = arguments
    named = [(place, one) for place, one in enumerate(args)] + list(kwargs.items())
    for name, value in named:
        if type(value) not in (pd.DataFrame, pd.Series, list, np.ndarray):
            continue
        for left in _shorter(value):
            if isinstance(name, str):
                yield args, {**kwargs, name: left}
            else:
                yield (*args[:name], left, *args[name + 1 :]), kwargs


def _shorter(value) -> Iterator:
    count = len(value) if getattr(value, "ndim", 1) else 0
    piece = count // 2
    while piece >= 1:
        for start in range(0, count, piece):
            places = [place for place in range(count) if not start <= place < start + piece]
            if places:
                yield _taken(value, places)
        piece //= 2


def _taken(value, places: list[int]):
    if isinstance(value, (pd.DataFrame, pd.Series)):
        return value.iloc[places]
    return value[places] if isinstance(value, np.ndarray) else [value[place] for place in places]


def shown_tables(arguments: Arguments, names: list[str]) -> str:
    """Return the small tables among the arguments as text, each with the name of its parameter.

    >>> print(shown_tables(((pd.DataFrame({"a": [1]}),), {}), ["orders"]))
    orders:
       a
    0  1
    """
    args, kwargs = arguments
    named = [*zip(names, args, strict=False), *kwargs.items()]
    return "\n".join(
        f"{name}:\n{one.to_string()}"
        for name, one in named
        if type(one) is pd.DataFrame and len(one) <= _MOST_ROWS and one.shape[1] <= _MOST_COLUMNS
    )
