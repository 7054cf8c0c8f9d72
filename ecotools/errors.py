"""Checks of arguments whose errors say what was expected, what came and what to do."""

from __future__ import annotations

import difflib
import math
import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from numbers import Real
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
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


def several(values: object, name: str) -> list:
    """Return ``values`` as a list if they are several: a list, a Series, anything to go through but text.

    >>> several(range(2), "days")
    [0, 1]
    >>> several(None, "days")
    Traceback (most recent call last):
    TypeError: days must be a list or another sequence, not None
    """
    if isinstance(values, Iterable) and not isinstance(values, (str, bytes)):
        return list(values)
    raise TypeError(f"{name} must be a list or another sequence, not {values!r}")


def by_name(values: object, name: str, example: str) -> Mapping:
    """Return ``values`` if they are a dict, or another mapping, from names to values such as ``example``.

    >>> by_name(["kit"], "prices", "{'kit': 49}")
    Traceback (most recent call last):
    TypeError: prices must be a dict such as {'kit': 49}, not ['kit']
    """
    if isinstance(values, Mapping):
        return values
    raise TypeError(f"{name} must be a dict such as {example}, not {values!r}")


def file_path(value: object, name: str) -> Path:
    """Return ``value`` as a path, with ``~`` as the home folder.

    >>> file_path(None, "folder")
    Traceback (most recent call last):
    TypeError: folder must be a path, as text or a Path, not None
    """
    if isinstance(value, (str, os.PathLike)):
        return Path(value).expanduser()
    raise TypeError(f"{name} must be a path, as text or a Path, not {value!r}")


def generator(seed: object, name: str = "seed") -> np.random.Generator:
    """Return the random numbers of a seed: the same seed gives the same ones.

    >>> generator(1).integers(10) == generator(1).integers(10)
    np.True_
    >>> generator(None)
    Traceback (most recent call last):
    TypeError: seed must be a whole number, 0 or more, not None
    """
    import numpy as np

    if seed is not None:
        with suppress(TypeError, ValueError):
            return np.random.default_rng(seed)
    raise TypeError(f"{name} must be a whole number, 0 or more, not {seed!r}")


def instance(value: object, kind: type, name: str, advice: str = "") -> None:
    """Raise unless ``value`` is of a kind; ``advice`` says where one comes from.

    >>> instance(None, dict, "meta", "json.load(file) reads one")
    Traceback (most recent call last):
    TypeError: meta must be a dict, not NoneType; json.load(file) reads one
    """
    if not isinstance(value, kind):
        article = "an" if kind.__name__[0] in "AEIOaeio" else "a"
        more = f"; {advice}" if advice else ""
        raise TypeError(f"{name} must be {article} {kind.__name__}, not {type(value).__name__}{more}")


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
