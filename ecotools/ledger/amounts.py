"""Read money, intervals, counts and yes or no as shops' exports and spreadsheets write them, never guessing.

Each function takes a column of text and returns the values, NaN where a cell is not certain.
"""

import re
from collections.abc import Callable

import numpy as np
import pandas as pd

ZERO_DECIMAL = frozenset(
    [
        *("BIF", "CLP", "DJF", "GNF", "JPY", "KMF", "KRW", "MGA", "PYG", "RWF", "UGX", "VND", "VUV"),
        *("XAF", "XOF", "XPF"),
    ]
)
THREE_DECIMAL = frozenset(["BHD", "JOD", "KWD", "OMR", "TND"])

_SYMBOLS = "$€£¥₹₩"
_SPACES = "\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}"
_BEFORE = re.compile(rf"^(?:[A-Za-z]{{0,3}}[{_SYMBOLS}]|[A-Za-z]{{3}}(?=[\s\d]))\s*")
_AFTER = re.compile(rf"\s*(?:[{_SYMBOLS}]|[A-Za-z]{{3}})$")
_NEGATIVE = re.compile(rf"\(.*\)|-.*|.*-|.*[{_SYMBOLS}]\s*-.*")
_GROUPED = re.compile(r"(?<=\d)['’ ](?=\d{3})")
_PLAIN = re.compile(r"\d+(?:\.\d*)?|\.\d+")
_ENGLISH = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_EUROPEAN = re.compile(r"\d{1,3}(?:\.\d{3})+,\d{1,2}|\d+,\d{1,2}")
_UNCLEAR = re.compile(r"[1-9]\d{0,2}\.\d{3}")
_COMMA_PROOF = re.compile(r"[\d.]*\d,\d{1,2}")
_POINT_PROOF = re.compile(r"[\d,]*\d\.\d{1,2}|\d{1,3}(?:,\d{3})+\.\d+")
_WITH_COMMA = re.compile(r"(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d*)?")


def by_cell(text: pd.Series, read: Callable[[str], object], dtype: str) -> pd.Series:
    """Return ``read`` of every cell; equal cells are read once.

    >>> by_cell(pd.Series(["1", "1"]), float, "float64").tolist()
    [1.0, 1.0]
    """
    known = {cell: read(cell) for cell in text.unique()}
    return pd.Series([known[cell] for cell in text], index=text.index, dtype=dtype)


def money(
    text: pd.Series, currency: str = "USD", minor_units: bool = False, decimal: str | None = None
) -> pd.Series:
    """Return amounts in the currency's usual unit (dollars, not cents); NaN where it is not certain.

    Symbols, codes and thousands separators are understood, in the English and the continental way. ``1.299``
    could be 1299 or 1.299 and is not read, unless the currency has three decimals or ``decimal`` is given.

    Parameters
    ----------
    text : Series of str
        The cells.
    currency : str
        Three-letter code; decides how many minor units make one.
    minor_units : bool
        The cells count cents (whole yen, thousandths of a dinar), as Stripe's API does.
    decimal : {",", "."}, optional
        What stands before the cents, where the file says so (see `decimal_mark`).

    Examples
    --------
    >>> money(pd.Series(["1,299.00", "$19", "399,00", "(5.00)", "1.299", "ten"])).tolist()
    [1299.0, 19.0, 399.0, -5.0, nan, nan]
    >>> money(pd.Series(["1.299", "49.00"]), decimal=",").tolist()
    [1299.0, nan]
    >>> money(pd.Series(["1999", "19.99"]), minor_units=True).tolist()
    [19.99, nan]

    References
    ----------
    Stripe documentation, "Supported currencies": zero-decimal and three-decimal currencies.
    """
    minor = in_one(currency) * minor_units

    def read(cell: str) -> float:
        digits, negative = _digits(cell)
        if minor:
            number = int(digits) / minor if re.fullmatch("[0-9]+", digits) else np.nan
        else:
            number = _major(digits, currency, decimal)
        return -number if negative else number

    return by_cell(text, read, "float64")


def in_one(currency: str) -> int:
    """Return how many minor units make one unit of a currency.

    >>> in_one("EUR"), in_one("JPY"), in_one("KWD")
    (100, 1, 1000)
    """
    return 1 if currency in ZERO_DECIMAL else 1000 if currency in THREE_DECIMAL else 100


def _digits(cell: str) -> tuple[str, bool]:
    """The number in a cell without sign, symbol and spaces, and whether it is negative."""
    cell = cell.strip().removeprefix("'").translate(dict.fromkeys(map(ord, _SPACES), " "))
    negative = _NEGATIVE.fullmatch(cell) is not None
    cell = re.sub(r"^[(-]\s*|\s*[)-]$", "", cell)
    cell = re.sub(r"^-\s*", "", _AFTER.sub("", _BEFORE.sub("", cell)))
    return _GROUPED.sub("", cell), negative


def _major(digits: str, currency: str, decimal: str | None) -> float:
    """An amount without sign or symbol, by the way it is punctuated."""
    if not digits.isascii():
        return np.nan
    if decimal == ",":
        shaped = _WITH_COMMA.fullmatch(digits) is not None
        return float(digits.replace(".", "").replace(",", ".")) if shaped else np.nan
    if _ENGLISH.fullmatch(digits):
        return float(digits.replace(",", ""))
    if decimal is None and _EUROPEAN.fullmatch(digits):
        return float(digits.replace(".", "").replace(",", "."))
    unclear = currency not in THREE_DECIMAL and _UNCLEAR.fullmatch(digits)
    return float(digits) if _PLAIN.fullmatch(digits) and not unclear else np.nan


def decimal_mark(cells: pd.Series) -> tuple[str | None, int]:
    """Return what stands before the cents in these cells, and the place of the first cell that proves it.

    ``1.299,00`` and ``0,50`` prove a comma, ``1,299.00`` and ``0.50`` a point; None where no cell proves
    anything, or two contradict each other.

    >>> decimal_mark(pd.Series(["1.299", "0,00"])), decimal_mark(pd.Series(["1.299", "5"]))
    ((',', 1), (None, -1))
    """
    digits = [_digits(cell)[0] for cell in cells]
    comma = [place for place, cell in enumerate(digits) if _COMMA_PROOF.fullmatch(cell)]
    point = [place for place, cell in enumerate(digits) if _POINT_PROOF.fullmatch(cell)]
    if bool(comma) == bool(point):
        return None, -1
    return (",", comma[0]) if comma else (".", point[0])


_WORDS = {
    "monthly": 1,
    "quarterly": 3,
    "biannually": 6,
    "semiannually": 6,
    "yearly": 12,
    "annually": 12,
    "annual": 12,
    "every two years": 24,
}
_INTERVAL = re.compile(r"(?:every\s+)?(?:(\d{1,2})\s*[- ]?\s*)?(month|quarter|year)s?")


def months(text: pd.Series, count: pd.Series | None = None) -> pd.Series:
    """Return how many whole months a billing interval has; NaN for weeks, days and what is not understood.

    Parameters
    ----------
    text : Series of str
        ``month``, ``year``, ``3 months``, ``every 6 months``, ``quarterly``, ``every_two_years`` …
    count : Series of str, optional
        How many of the interval, where that is a column of its own.

    Examples
    --------
    >>> months(pd.Series(["month", "year", "every 3 months", "quarterly", "week"])).tolist()
    [1.0, 12.0, 3.0, 3.0, nan]
    """
    found = by_cell(text, lambda cell: _WORDS.get(_word(cell), np.nan), "float64")
    units = by_cell(text, _interval, "float64")
    if count is not None:
        times = by_cell(count, lambda cell: int(cell) if re.fullmatch(r"[1-9]\d?", cell) else 1, "float64")
        units = units * times.to_numpy()
    found = found.fillna(units)
    return found.where(found > 0)


def _word(cell: str) -> str:
    return cell.strip().lower().replace("_", " ")


def _interval(cell: str) -> float:
    parts = _INTERVAL.fullmatch(_word(cell))
    return int(parts[1] or 1) * {"month": 1, "quarter": 3, "year": 12}[parts[2]] if parts else np.nan


def counts(text: pd.Series) -> pd.Series:
    """Return whole numbers of 1 or more; an empty cell is 1, anything else NaN.

    >>> counts(pd.Series(["2", "", "2.0", "1.5", "0"])).tolist()
    [2.0, 1.0, 2.0, nan, nan]
    """
    numbers = pd.to_numeric(text.where(text != "", "1"), errors="coerce").astype("float64")
    return numbers.where((numbers >= 1) & (numbers == np.floor(numbers)) & (numbers < 1e9))


def is_yes(text: pd.Series) -> pd.Series:
    """Return which cells say yes: ``1``, ``true``, ``yes``, in any case."""
    return text.str.strip().str.lower().isin(["1", "true", "yes", "y"])
