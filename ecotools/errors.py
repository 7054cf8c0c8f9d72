"""Checks of arguments whose errors say what was expected, what came and what to do."""

from __future__ import annotations

import difflib
import math
from collections.abc import Iterable
from numbers import Real
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd


def nearest(word: object, choices: Iterable[str]) -> str | None:
    """Return the choice most like ``word``, or None when none is close.

    >>> nearest("subscripton", ["core", "subscription"])
    'subscription'
    """
    close = difflib.get_close_matches(str(word), [str(choice) for choice in choices], n=1, cutoff=0.6)
    return close[0] if close else None


def one_of(value: object, choices: Iterable[str], name: str) -> str:
    """Return ``value`` if it is one of ``choices``; the error offers the nearest one.

    >>> one_of("start", ["start", "average"], "base")
    'start'
    >>> one_of("strat", ["start", "average"], "base")
    Traceback (most recent call last):
    ValueError: base must be one of 'start', 'average', not 'strat'. Did you mean 'start'?
    """
    choices = list(choices)
    if value in choices:
        return value
    close = nearest(value, choices)
    listed = ", ".join(repr(choice) for choice in choices)
    hint = f" Did you mean {close!r}?" if close else ""
    raise ValueError(f"{name} must be one of {listed}, not {value!r}.{hint}")


def fraction(value: float, name: str) -> float:
    """Return ``value`` as a float if it lies in 0..1; the error recognises a percent.

    >>> fraction(0.05, "churn")
    0.05
    >>> fraction(5, "churn")
    Traceback (most recent call last):
    ValueError: churn must be a fraction between 0 and 1, not 5. Rates are fractions: did you mean 0.05?
    """
    number = finite(value, name)
    if 0 <= number <= 1:
        return number
    hint = f" Rates are fractions: did you mean {number / 100:g}?" if 1 < number <= 100 else ""
    raise ValueError(f"{name} must be a fraction between 0 and 1, not {value}.{hint}")


def not_negative(value: float, name: str) -> float:
    """Return ``value`` as a float if it is zero or more.

    >>> not_negative(-3, "price")
    Traceback (most recent call last):
    ValueError: price must be zero or more, not -3
    """
    number = finite(value, name)
    if number < 0:
        raise ValueError(f"{name} must be zero or more, not {value}")
    return number


def positive(value: float, name: str) -> float:
    """Return ``value`` as a float if it is above zero.

    >>> positive(0, "price")
    Traceback (most recent call last):
    ValueError: price must be above zero, not 0
    """
    number = finite(value, name)
    if number <= 0:
        raise ValueError(f"{name} must be above zero, not {value}")
    return number


def finite(value: float, name: str) -> float:
    """Return ``value`` as a float if it is a finite number.

    >>> finite("ten", "price")
    Traceback (most recent call last):
    TypeError: price must be a number, not 'ten' (str)
    """
    if isinstance(value, bool) or not isinstance(value, Real):
        raise TypeError(f"{name} must be a number, not {value!r} ({type(value).__name__})")
    if not math.isfinite(value):
        raise ValueError(f"{name} must be a finite number, not {value}")
    return float(value)


def columns(table: pd.DataFrame, needed: Iterable[str], name: str) -> pd.DataFrame:
    """Return ``table`` if it has the ``needed`` columns; the error names the missing ones and near matches.

    >>> import pandas as pd
    >>> columns(pd.DataFrame({"dya": []}), ["day"], "touches")
    Traceback (most recent call last):
    ValueError: touches needs the column 'day'; it has 'dya'. Did you mean 'day' where it says 'dya'?
    """
    import pandas as pd

    if not isinstance(table, pd.DataFrame):
        raise TypeError(f"{name} must be a pandas DataFrame, not {type(table).__name__}")
    lacking = [column for column in needed if column not in table.columns]
    if not lacking:
        return table
    have = [str(column) for column in table.columns]
    near = [(column, nearest(column, have)) for column in lacking]
    hints = "".join(f" Did you mean {column!r} where it says {close!r}?" for column, close in near if close)
    plural = "s" if len(lacking) > 1 else ""
    listed, found = ", ".join(map(repr, lacking)), ", ".join(map(repr, have)) or "no columns"
    raise ValueError(f"{name} needs the column{plural} {listed}; it has {found}.{hints}")
