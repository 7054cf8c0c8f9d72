"""How days and months are written: one parser for every argument that takes them.

A day is a day however it is written; a month (or a week, a quarter, a year) is meant whole. So a month as the
``end`` of something includes its last day, and a day as an ``end`` is the first day left out.
"""

import datetime
import re

import numpy as np
import pandas as pd

DAY = pd.Timedelta(days=1)

_MONTHS = """january february march april may june july august september october november december"""
MONTHS = {
    word: number for number, name in enumerate(_MONTHS.split(), start=1) for word in (name, name[:3])
} | {"sept": 9}
"""The number of each month by its English name and abbreviations, in lower case."""

_YEAR, _NUMBER, _WORD = r"(?P<year>\d{4})", r"(?P<month>\d{1,2})", r"(?P<word>[a-z]{3,9})\.?"
_DAY = r"(?P<day>\d{1,2})"
_FORMS = [
    re.compile(form)
    for form in (
        rf"{_YEAR}",
        rf"{_YEAR}-?q(?P<quarter>[1-4])",
        rf"{_YEAR}[-/]{_NUMBER}",
        rf"{_WORD},? {_YEAR}",
        rf"{_YEAR} {_WORD}",
        rf"{_YEAR}[-/]{_NUMBER}[-/]{_DAY}(?:[t ](?P<time>\d\d:\d\d(?::\d\d(?:\.\d+)?)?))?",
        rf"{_DAY}\.? {_WORD},? {_YEAR}",
        rf"{_WORD} {_DAY},? {_YEAR}",
    )
]
_LENGTHS = {"D", "W", "M", "Q", "Y"}


def parse(value, name: str) -> pd.Period:
    """Return ``value`` as a Period: of one day, or of the month, quarter or year that it names.

    Parameters
    ----------
    value : str, date, datetime, Timestamp, Period or datetime64
        A day ("2025-03-31", "31 March 2025") or a month ("2025-03", "2025-3", "March 2025", "Mar 2025"); also
        a quarter ("2025Q1") or a year ("2025"). A time of day is left out.
    name : str
        Of the argument, for the error.

    Raises
    ------
    ValueError
        For anything else: a number, a month without its year, nothing at all, a day that has a time zone.

    Examples
    --------
    >>> parse("2025-3", "at"), parse("Mar 2025", "at"), parse("2025-03-31", "at")
    (Period('2025-03', 'M'), Period('2025-03', 'M'), Period('2025-03-31', 'D'))
    >>> parse("March", "at")
    Traceback (most recent call last):
    ValueError: at must be a day such as '2025-03-31' or a month such as '2025-03', not 'March': add the year
    """
    if getattr(value, "tzinfo", None) is not None:
        raise ValueError(f"{name} has a time zone; days here have none: use .tz_localize(None), not {value}")
    try:
        period = _read(value)
    except (TypeError, ValueError, OverflowError):
        period = None
    if period is None or period is pd.NaT:
        yearless = isinstance(value, str) and not re.search(r"\d{4}", value) and _has_month(value)
        raise ValueError(
            f"{name} must be a day such as '2025-03-31' or a month such as '2025-03', not {value!r}"
            + (": add the year" if yearless else "")
        )
    return period


def is_day(value: pd.Period) -> bool:
    """Tell whether a parsed value is one day.

    >>> is_day(parse("2025-03-31", "at")), is_day(parse("2025-03", "at"))
    (True, False)
    """
    return value.freqstr == "D"


def first_day(value, name: str = "start") -> pd.Timestamp:
    """Return the day, or the first day of the month.

    >>> first_day("2025-03")
    Timestamp('2025-03-01 00:00:00')
    """
    return parse(value, name).start_time


def last_day(value, name: str = "at") -> pd.Timestamp:
    """Return the day, or the last day of the month.

    >>> last_day("2025-03")
    Timestamp('2025-03-31 00:00:00')
    """
    return parse(value, name).end_time.normalize()


def day_after(value, name: str = "end") -> pd.Timestamp:
    """Return the first day left out by an end: the day itself, or the first day after the month.

    >>> day_after("2025-03-31"), day_after("2025-03")
    (Timestamp('2025-03-31 00:00:00'), Timestamp('2025-04-01 00:00:00'))
    """
    period = parse(value, name)
    return period.start_time if is_day(period) else period.end_time.normalize() + DAY


def _read(value) -> pd.Period | None:
    if isinstance(value, str):
        return _read_text(" ".join(value.split()).lower())
    if isinstance(value, pd.Period):
        return value if value.freqstr.split("-")[0] in _LENGTHS else None
    if isinstance(value, np.datetime64):
        whole = {"M": "M", "Y": "Y"}.get(np.datetime_data(value)[0], "D")
        return pd.Period(pd.Timestamp(value), whole)
    if isinstance(value, (pd.Timestamp, datetime.date)):
        return pd.Period(pd.Timestamp(value), "D")
    return None


def _read_text(text: str) -> pd.Period | None:
    found = next((match for form in _FORMS if (match := form.fullmatch(text))), None)
    if found is None:
        return None
    part = found.groupdict()
    year = int(part["year"])
    if part.get("quarter"):
        return pd.Period(year=year, quarter=int(part["quarter"]), freq="Q")
    month = MONTHS.get(part["word"], 0) if part.get("word") else int(part.get("month") or 0)
    if part.get("day"):
        return pd.Period(pd.Timestamp(year, month, int(part["day"])), "D")
    if part.get("word") or part.get("month"):
        return pd.Period(pd.Timestamp(year, month, 1), "M")
    return pd.Period(pd.Timestamp(year, 1, 1), "Y")


def _has_month(text: str) -> bool:
    return any(word in MONTHS for word in re.findall("[a-z]+", text.lower()))
