"""Values as Python text that makes them again: what a released check holds of expected values."""

from __future__ import annotations

import datetime
import math
import textwrap
from typing import Any

import numpy as np
import pandas as pd

WIDEST = 100  # characters of a line


class LiteralError(ValueError):
    """A value that cannot be written as Python text."""


def as_source(value: Any, indent: int = 0) -> str:
    """Return Python text for ``value``, over several lines where one would be too long.

    >>> print(as_source({"a": [1, 2.5], "b": float("nan")}))
    {"a": [1, 2.5], "b": float("nan")}
    >>> as_source(pd.Series({10: 1.0, 20: 0.5}))
    'pd.Series({10: 1.0, 20: 0.5})'
    """
    text = _flat(value)
    if len(text) + indent <= WIDEST:
        return text
    return _broken(value, indent)


def quoted(text: str) -> str:
    r"""Return a text as Python writes it, between double quotes where it holds none.

    >>> quoted("a's"), quoted('say "b"')
    ('"a\'s"', '\'say "b"\'')
    """
    plain = repr(text)
    if plain[0] == '"' or '"' in text or "\\" in plain:
        return plain
    return f'"{plain[1:-1]}"'


def wrapped(text: str, indent: int) -> str:
    """Return a text as Python writes it, over several lines where it is long."""
    if len(text) + indent <= WIDEST:
        return quoted(text)
    lines = textwrap.wrap(text, WIDEST - indent, drop_whitespace=False, break_long_words=False)
    return ("\n" + " " * indent).join(quoted(line) for line in lines)


def _flat(value: Any) -> str:
    if value is None or value is ... or isinstance(value, (bool, np.bool_)):
        return "..." if value is ... else str(value)
    if isinstance(value, (int, np.integer)):
        return str(int(value))
    if isinstance(value, (float, np.floating)):
        number = float(value)
        return repr(number) if math.isfinite(number) else f'float("{number}")'
    if isinstance(value, str):
        return quoted(value)
    if isinstance(value, bytes):
        return repr(value)
    if value is pd.NaT or value is pd.NA:
        return f"pd.{value!r}".replace("<", "").replace(">", "")
    if isinstance(value, (pd.Timestamp, pd.Timedelta, pd.Period)):
        return f"pd.{type(value).__name__}({quoted(str(value))}{_frequency(value)})"
    if isinstance(value, (datetime.date, datetime.timedelta)):
        return f"pd.{_MOMENTS[isinstance(value, datetime.timedelta)]}({quoted(str(value))})"
    parts = _parts(value)
    return f"{parts[0]}{', '.join(parts[1])}{parts[2]}"


_MOMENTS = ("Timestamp", "Timedelta")


def _frequency(value: Any) -> str:
    return f', "{value.freqstr}"' if isinstance(value, pd.Period) else ""


def _parts(value: Any) -> tuple[str, list[str], str]:
    """Return how a container opens, its parts as text, and how it closes."""
    opening, items, closing = _members(value)
    written = [
        f"{_flat(item[0])}: {_flat(item[1])}" if isinstance(item, _Pair) else _flat(item) for item in items
    ]
    if isinstance(value, tuple) and len(written) == 1:
        closing = ",)"
    return opening, written, closing


class _Pair(tuple):
    """A key and its value in a dict."""


def _members(value: Any) -> tuple[str, list[Any], str]:
    if isinstance(value, dict):
        return "{", [_Pair(pair) for pair in value.items()], "}"
    if isinstance(value, tuple):
        return "(", list(value), ")"
    if isinstance(value, list):
        return "[", value, "]"
    if isinstance(value, (set, frozenset)):
        return ("{", sorted(value, key=repr), "}") if value else ("set(", [], ")")
    if isinstance(value, np.ndarray):
        return "np.array([", value.tolist(), "])"
    if isinstance(value, pd.Index):
        return "pd.Index([", value.tolist(), "])"
    if isinstance(value, pd.Series):
        return _series(value)
    if isinstance(value, pd.DataFrame):
        columns = [_Pair((name, value[name].tolist())) for name in value.columns]
        index = "" if _plain(value.index) else f", index={_flat(value.index.tolist())}"
        return "pd.DataFrame({", columns, f"}}{index})"
    raise LiteralError(f"a {type(value).__name__} cannot be written as text")


def _series(value: pd.Series) -> tuple[str, list[Any], str]:
    if value.index.is_unique and len(value) and not isinstance(value.index, pd.MultiIndex):
        pairs = [_Pair(pair) for pair in zip(value.index.tolist(), value.tolist(), strict=True)]
        return ("pd.Series([", value.tolist(), "])") if _plain(value.index) else ("pd.Series({", pairs, "})")
    return "pd.Series([", value.tolist(), f"], index={_flat(value.index.tolist())})"


def _plain(index: pd.Index) -> bool:
    """Return whether an index is 0, 1, 2 …, which needs not be written."""
    return index.equals(pd.RangeIndex(len(index)))


def _broken(value: Any, indent: int) -> str:
    """Return the text of a container with one part per line."""
    try:
        opening, items, closing = _members(value)
    except LiteralError:
        return _flat(value)
    inner, lines = indent + 4, []
    for item in items:
        if isinstance(item, _Pair):
            key = _flat(item[0])
            lines.append(f"{key}: {as_source(item[1], inner + len(key) + 2)}")
        else:
            lines.append(as_source(item, inner))
    space = " " * inner
    return f"{opening}\n" + "".join(f"{space}{line},\n" for line in lines) + " " * indent + closing
