"""Slips that change what a function is given before it works: hidden data must tell each of them."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

import pandas as pd

from ecotools.wire import digest

Change = Callable[[Any], Any]


def _sorted(value: Any) -> Any:
    if isinstance(value, pd.DataFrame):
        return value.sort_values(list(value.columns), kind="stable") if len(value.columns) else value
    if isinstance(value, (pd.Series, pd.Index)):
        return value.sort_values()
    return type(value)(sorted(value)) if isinstance(value, (list, tuple)) else value


def _deduplicated(value: Any) -> Any:
    if isinstance(value, (pd.DataFrame, pd.Series)):
        return value.drop_duplicates()
    return type(value)(dict.fromkeys(value)) if isinstance(value, (list, tuple)) else value


def _first_of_group(value: Any) -> Any:
    if isinstance(value, pd.DataFrame) and len(value.columns):
        return value.drop_duplicates(subset=value.columns[0], keep="first")
    return value


def _last_of_group(value: Any) -> Any:
    if isinstance(value, pd.DataFrame) and len(value.columns):
        return value.drop_duplicates(subset=value.columns[0], keep="last")
    return value


def _reset(value: Any) -> Any:
    return value.reset_index(drop=True) if isinstance(value, (pd.DataFrame, pd.Series)) else value


def _rounded(value: Any) -> Any:
    if isinstance(value, (pd.DataFrame, pd.Series)):
        return value.round()
    return round(value) if type(value) is float and value == value and abs(value) < 1e15 else value


SLIPS: dict[str, Change] = {
    "sorted": _sorted,
    "without duplicates": _deduplicated,
    "first row of each group": _first_of_group,
    "last row of each group": _last_of_group,
    "index reset": _reset,
    "rounded": _rounded,
}


ARGUMENTS = "(arguments "  # what the names of such slips have in them
EQUAL = "equal"  # what came of a slip that changed no argument of any case
made_a_difference: set[str] = set()  # the slips that changed an argument in this process


def slipped(function: Callable, name: str) -> Callable:
    """Return ``function`` with its arguments changed first, as one of `SLIPS` does; others stay as they are.

    >>> slipped(list, "sorted")([3, 1, 2])
    [1, 2, 3]
    """
    change = SLIPS[name]

    def changed(value: Any) -> Any:
        try:
            made = change(value)
        except (TypeError, ValueError):  # values that cannot be sorted or hashed
            return value
        if made is not value and digest(made) != digest(value):
            made_a_difference.add(name)
        return made

    @functools.wraps(function)
    def call(*args: Any, **kwargs: Any) -> Any:
        given = {key: changed(one) for key, one in kwargs.items()}
        return function(*(changed(one) for one in args), **given)

    return call
