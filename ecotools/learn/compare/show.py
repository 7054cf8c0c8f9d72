"""Short, readable words for a value in a message."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd

from .plain import Moment, NotPlain, article, items, scalar

WIDEST = 160
_MOST = 20  # elements of a list


def show(value: object, width: int = WIDEST) -> str:
    """Return ``value`` as short text: plain numbers, the start of long lists, the shape of tables.

    >>> show(np.float64(0.05)), show([1.0, np.int64(2)]), show("a")
    ('0.05', '[1.0, 2]', "'a'")
    >>> show(pd.DataFrame({"a": [1, 2]}))
    "a table of 2 rows with the column 'a'"
    """
    try:
        return shorten(_words(value), width)
    except Exception:  # a learner's object may fail in any way when it is shown
        return article(type(value).__name__)


def _words(value: object) -> str:
    kind = type(value)
    if kind is pd.DataFrame:
        return _table_words(value)
    if kind is pd.Series:
        pairs = zip(value.index[:12], value.iloc[:12], strict=True)
        rest = ", …" if len(value) > 12 else ""
        return "a Series: " + (", ".join(f"{bare(key)}: {show(one)}" for key, one in pairs) + rest or "empty")
    if kind is dict:
        return "{" + ", ".join(f"{show(key)}: {show(one)}" for key, one in list(value.items())[:20]) + "}"
    if callable(value) and hasattr(value, "__name__"):
        return f"the {'class' if isinstance(value, type) else 'function'} {value.__name__}"
    if kind in (list, tuple, set, frozenset) or (kind is np.ndarray and value.ndim):
        return _list_words(value, kind)
    try:
        return _scalar_words(scalar(value))
    except NotPlain:
        elements = items(value) if kind is not type(_ for _ in ()) else None
        return _list_words(elements, list) if elements is not None else repr(value)


def _scalar_words(value: object) -> str:
    if type(value) is float:
        return "NaN" if math.isnan(value) else repr(value)
    if type(value) is Moment:
        return _moment_words(value)
    return str(value) if type(value) is pd.Timedelta else repr(value)


def _moment_words(value: Moment) -> str:
    if value.start == value.end:
        point = value.start
        return str(point.date()) if point == point.normalize() else str(point)
    first, day_after = value.start, value.end.normalize() + pd.Timedelta(days=1)
    one_month = first.day == day_after.day == 1 and day_after - first <= pd.Timedelta(days=31)
    return str(first.date())[:7] if one_month else f"{first.date()} to {value.end.date()}"


def _list_words(value, kind: type) -> str:
    if kind is np.ndarray and value.ndim > 1:
        return f"an array of {' × '.join(map(str, value.shape))}"
    elements = items(value) or []
    shown = [show(one) for one in elements[:_MOST]]
    if len(elements) > _MOST:
        shown.append(f"… {len(elements)} in all")
    if kind in (set, frozenset):
        return "{" + ", ".join(sorted(shown)) + "}" if shown else "an empty set"
    opening, closing = ("(", ",)" if len(shown) == 1 else ")") if kind is tuple else ("[", "]")
    return opening + ", ".join(shown) + closing


def _table_words(table: pd.DataFrame) -> str:
    names = ", ".join(bare(column, quote=True) for column in table.columns[:8])
    rest = ", …" if table.shape[1] > 8 else ""
    rows = f"{len(table)} row" + ("" if len(table) == 1 else "s")
    columns = f"the column{'s' if table.shape[1] > 1 else ''} {names}{rest}" if names else "no columns"
    return f"a table of {rows} with {columns}"


def bare(value: object, quote: bool = False) -> str:
    """Return a label (of a row or column) for use in a sentence.

    >>> bare(("a", 1)), bare(pd.Period("2025-01", "M"))
    ('a, 1', '2025-01')
    """
    if type(value) is tuple:
        return ", ".join(bare(part) for part in value)
    text = show(value)
    return text if quote or type(value) is not str else value


def shorten(text: str, width: int = WIDEST) -> str:
    """Return the text cut in the middle when it is longer than ``width``.

    >>> shorten("abcdefghij", 7)
    'abcd…ij'
    """
    if len(text) <= width:
        return text
    tail = width // 3
    return text[: width - tail - 1] + "…" + text[len(text) - tail :]


def show_apart(found: object, expected: object) -> tuple[str, str]:
    """Return both values as text that differs when the values do.

    >>> show_apart("5", 5), show_apart(0.1 + 0.2, 0.3)
    (("'5'", '5'), ('0.30000000000000004', '0.3'))
    """
    left, right = show(found), show(expected)
    if left == right:
        left, right = f"{left} ({type(found).__name__})", f"{right} ({type(expected).__name__})"
    return left, right


def describe(value: object) -> str:
    """Return what kind of thing ``value`` is, in words a beginner knows.

    >>> describe(None), describe([1, 2]), describe("x"), describe(pd.Series([1]))
    ('nothing (None)', 'a list of 2', 'text', 'a Series of 1')
    """
    kind = type(value)
    if value is None:
        return "nothing (None)"
    if kind in (list, tuple, set, frozenset, dict, pd.Series):
        return f"{article(kind.__name__)} of {len(value)}"
    words = {str: "text", bool: "True or False", int: "a number", float: "a number", pd.DataFrame: "a table"}
    if kind in words:
        return words[kind]
    if issubclass(kind, np.number):
        return "a number"
    if callable(value) and hasattr(value, "__name__"):
        return f"the function {value.__name__}"
    return article(kind.__name__)
