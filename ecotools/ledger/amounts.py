"""Read money, days, intervals and yes or no as shops' exports and spreadsheets write them, never guessing.

Each function takes a column of text and returns the values, NaN or NaT where a cell is not certain.
"""

from __future__ import annotations

import pandas as pd

ZERO_DECIMAL = frozenset(
    [
        "BIF",
        "CLP",
        "DJF",
        "GNF",
        "JPY",
        "KMF",
        "KRW",
        "MGA",
        "PYG",
        "RWF",
        "UGX",
        "VND",
        "VUV",
        "XAF",
        "XOF",
        "XPF",
    ]
)
THREE_DECIMAL = frozenset(["BHD", "JOD", "KWD", "OMR", "TND"])

_SYMBOLS = "$€£¥₹₩"
_BEFORE = rf"^(?:[A-Za-z]{{0,3}}[{_SYMBOLS}]|[A-Za-z]{{3}}(?=[\s\d]))\s*"
_AFTER = rf"\s*(?:[{_SYMBOLS}]|[A-Za-z]{{3}})$"
_PLAIN = r"\d+(?:\.\d*)?|\.\d+"
_ENGLISH = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?"
_EUROPEAN = r"\d{1,3}(?:\.\d{3})+,\d{1,2}|\d+,\d{1,2}"
_UNCLEAR = r"[1-9]\d{0,2}\.\d{3}"


def money(text: pd.Series, currency: str = "USD", minor_units: bool = False) -> pd.Series:
    """Return amounts in the currency's usual unit (dollars, not cents); NaN where it is not certain.

    Symbols, codes and thousands separators are understood, in the English and the continental way. ``1.299``
    could be 1299 or 1.299 and is not read, unless the currency has three decimals.

    Parameters
    ----------
    text : Series of str
        The cells.
    currency : str
        Three-letter code; decides how many minor units make one.
    minor_units : bool
        The cells count cents (whole yen, thousandths of a dinar), as Stripe's API does.

    Examples
    --------
    >>> money(pd.Series(["1,299.00", "$19", "399,00", "(5.00)", "1.299", "ten"])).tolist()
    [1299.0, 19.0, 399.0, -5.0, nan, nan]
    >>> money(pd.Series(["1999", "19.99"]), minor_units=True).tolist()
    [19.99, nan]

    References
    ----------
    Stripe documentation, "Supported currencies": zero-decimal and three-decimal currencies.
    """
    cells = text.str.strip().str.removeprefix("'").str.replace(r"[\u00a0\u202f]", " ", regex=True)
    negative = cells.str.fullmatch(r"\(.*\)|-.*|.*-")
    cells = cells.str.replace(r"^[(-]\s*|\s*[)-]$", "", regex=True)
    cells = cells.str.replace(_BEFORE, "", regex=True).str.replace(_AFTER, "", regex=True)
    cells = cells.str.replace(r"^-\s*", "", regex=True).str.replace(r"(?<=\d)['’ ](?=\d{3})", "", regex=True)
    negative = negative | text.str.contains(rf"[{_SYMBOLS}]\s*-", regex=True)
    if minor_units:
        values = pd.to_numeric(cells.where(cells.str.fullmatch(r"\d+")), errors="coerce")
        values = values.astype("float64") / _minor_per_unit(currency)
    else:
        values = _major(cells, currency)
    return values.where(~negative | values.isna(), -values)


def _minor_per_unit(currency: str) -> int:
    return 1 if currency in ZERO_DECIMAL else 1000 if currency in THREE_DECIMAL else 100


def _major(cells: pd.Series, currency: str) -> pd.Series:
    """Amounts without sign or symbol, by the way they are punctuated."""
    english = cells.str.fullmatch(_ENGLISH)
    european = cells.str.fullmatch(_EUROPEAN)
    plain = cells.str.fullmatch(_PLAIN)
    if currency not in THREE_DECIMAL:
        plain &= ~cells.str.fullmatch(_UNCLEAR)
    numbers = cells.where(plain)
    numbers = numbers.mask(english, cells.str.replace(",", "", regex=False))
    swapped = cells.str.replace(".", "", regex=False).str.replace(",", ".", regex=False)
    numbers = numbers.mask(european & ~english, swapped)
    return pd.to_numeric(numbers, errors="coerce").astype("float64")


def days(text: pd.Series) -> pd.Series:
    """Return the day in UTC on which each moment lies, without time of day or zone; NaT where not certain.

    Read are ISO dates and times, with or without a zone (none means UTC, as in the exports), and Unix
    seconds. ``03/04/2025`` could be March or April and is not read.

    >>> read = days(pd.Series(["2025-01-31 23:30", "2025-01-31 23:30:00 -0500", "1738368000", "03/04/2025"]))
    >>> read.astype("str").tolist()
    ['2025-01-31', '2025-02-01', '2025-02-01', nan]
    """
    return moments(text).dt.normalize()


def moments(text: pd.Series) -> pd.Series:
    """Return what `days` reads, with the time of day, in UTC and without a zone."""
    cells = text.str.strip().str.replace(r"\s*(?:UTC|GMT)$", "Z", regex=True)
    cells = cells.str.replace(r"\s+([+-]\d{2}:?\d{2})$", r"\1", regex=True)
    unix = cells.str.fullmatch(r"\d{9,10}")
    seconds = pd.to_numeric(cells.where(unix), errors="coerce")
    iso = r"\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?"
    shaped = cells.where(cells.str.fullmatch(iso))
    stamps = pd.to_datetime(shaped, errors="coerce", format="ISO8601", utc=True)
    stamps = stamps.dt.tz_localize(None).astype("datetime64[us]")
    return stamps.mask(unix, pd.to_datetime(seconds, unit="s").astype("datetime64[us]"))


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
    cells = text.str.strip().str.lower().str.replace("_", " ", regex=False)
    named = cells.map(_WORDS).astype("float64")
    parts = cells.str.extract(r"^(?:every\s+)?(?:(?P<n>\d{1,2})\s*[- ]?\s*)?(?P<unit>month|quarter|year)s?$")
    unit = parts["unit"].map({"month": 1, "quarter": 3, "year": 12}).astype("float64")
    times = pd.to_numeric(parts["n"], errors="coerce").fillna(1)
    if count is not None:
        times = times * pd.to_numeric(count.where(count.str.fullmatch(r"[1-9]\d?")), errors="coerce").fillna(
            1
        )
    found = named.fillna(unit * times)
    return found.where(found > 0)


def is_yes(text: pd.Series) -> pd.Series:
    """Return which cells say yes: ``1``, ``true``, ``yes``, in any case."""
    return text.str.strip().str.lower().isin(["1", "true", "yes", "y"])
