"""Short, readable words for a value in a message."""

import math

import numpy as np
import pandas as pd

from ecotools.english import plural

from .plain_values import Moment, NotPlain, article, items, scalar

WIDEST = 160
_MOST = 20  # elements of a list
FEW, EXACT = 4, 17  # digits of a float: as a person writes it, and all that it holds


def show(value: object, width: int = WIDEST, digits: int = FEW) -> str:
    """Return ``value`` as short text: plain numbers, the start of long lists, the shape of tables.

    >>> show(np.float64(2 / 3)), show([1.0, np.int64(2)]), show("a")
    ('0.6667', '[1, 2]', "'a'")
    >>> show(pd.DataFrame({"a": [1, 2]}))
    "a table of 2 rows with the column 'a'"
    """
    try:
        return shorten(_words(value, digits), width)
    except Exception:  # a learner's object may fail in any way when it is shown
        return article(type(value).__name__)


def brief(value: object, digits: int = FEW) -> object:
    """Return a float rounded to so many digits that count, and never before the cents; others as they are.

    >>> brief(2 / 3), brief(1234.5678), brief(0.00012344), brief(1234.5678, 5), brief(7)
    (0.6667, 1234.57, 0.0001234, 1234.568, 7)
    """
    if type(value) is not float or not math.isfinite(value) or value == 0:
        return value
    return round(value, digits - 1 - min(math.floor(math.log10(abs(value))), 1))


def _words(value: object, digits: int) -> str:
    kind = type(value)
    if kind is pd.DataFrame:
        return _table_words(value)
    if kind is pd.Series:
        pairs = zip(value.index[:12], value.iloc[:12], strict=True)
        rest = ", …" if len(value) > 12 else ""
        shown = (f"{bare(key)}: {show(one, digits=digits)}" for key, one in pairs)
        return "a Series: " + (", ".join(shown) + rest or "empty")
    if kind is dict:
        pairs = list(value.items())[:_MOST]
        shown = (f"{show(key, digits=EXACT)}: {show(one, digits=digits)}" for key, one in pairs)
        return "{" + ", ".join(shown) + "}"
    if callable(value) and hasattr(value, "__name__"):
        return f"the {'class' if isinstance(value, type) else 'function'} {value.__name__}"
    if kind in (list, tuple, set, frozenset) or (kind is np.ndarray and value.ndim):
        return _list_words(value, kind, digits)
    try:
        return _scalar_words(scalar(value), digits)
    except NotPlain:
        elements = items(value) if kind is not type(_ for _ in ()) else None
        return _list_words(elements, list, digits) if elements is not None else repr(value)


def _scalar_words(value: object, digits: int) -> str:
    if type(value) is float:
        return _float_words(brief(value, digits))
    if type(value) is Moment:
        return _moment_words(value)
    return str(value) if type(value) is pd.Timedelta else repr(value)


def _float_words(value: float) -> str:
    if math.isnan(value):
        return "NaN"
    plain = value == 0 or 1e-6 <= abs(value) < 1e16
    return np.format_float_positional(value, trim="-") if plain else repr(value)


def _moment_words(value: Moment) -> str:
    if value.start == value.end:
        point = value.start
        return str(point.date()) if point == point.normalize() else str(point)
    first, day_after = value.start, value.end.normalize() + pd.Timedelta(days=1)
    one_month = first.day == day_after.day == 1 and day_after - first <= pd.Timedelta(days=31)
    return str(first.date())[:7] if one_month else f"{first.date()} to {value.end.date()}"


def _list_words(value, kind: type, digits: int) -> str:
    if kind is np.ndarray and value.ndim > 1:
        return f"an array of {' × '.join(map(str, value.shape))}"
    elements = items(value) or []
    shown = [show(one, digits=digits) for one in elements[:_MOST]]
    if len(elements) > _MOST:
        shown.append(f"… {len(elements)} in all")
    if kind in (set, frozenset):
        return "{" + ", ".join(sorted(shown)) + "}" if shown else "an empty set"
    opening, closing = ("(", ",)" if len(shown) == 1 else ")") if kind is tuple else ("[", "]")
    return opening + ", ".join(shown) + closing


def _table_words(table: pd.DataFrame) -> str:
    names = ", ".join(bare(column, quote=True) for column in table.columns[:8])
    rest = ", …" if table.shape[1] > 8 else ""
    columns = f"the column{'s' if table.shape[1] > 1 else ''} {names}{rest}" if names else "no columns"
    return f"a table of {plural(len(table), 'row')} with {columns}"


def bare(value: object, quote: bool = False) -> str:
    """Return a label (of a row or column) for use in a sentence.

    >>> bare(("a", 1)), bare(pd.Period("2025-01", "M"))
    ('a, 1', '2025-01')
    """
    if type(value) is tuple:
        return ", ".join(bare(part) for part in value)
    return show(value, digits=EXACT) if quote or type(value) is not str else value


def shorten(text: str, width: int = WIDEST) -> str:
    """Return the text cut in the middle when it is longer than ``width``.

    >>> shorten("abcdefghij", 7)
    'abcd…ij'
    """
    if len(text) <= width:
        return text
    tail = width // 3
    return text[: width - tail - 1] + "…" + text[len(text) - tail :]


def show_both(found: object, expected: object, digits: int) -> tuple[str, str]:
    """Return both values as text, with the same digits.

    >>> show_both(2 / 3, [0.66667], 5)
    ('0.66667', '[0.66667]')
    """
    return show(found, digits=digits), show(expected, digits=digits)


def show_apart(found: object, expected: object) -> tuple[str, str]:
    """Return both values as text that differs when the values do.

    >>> show_apart("5", 5), show_apart(1 / 3, 0.33333)
    (("'5'", '5'), ('0.333333', '0.33333'))
    """
    for digits in range(FEW, EXACT + 1):
        left, right = show_both(found, expected, digits)
        if left != right:
            return left, right
    return f"{left} ({type(found).__name__})", f"{right} ({type(expected).__name__})"


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
