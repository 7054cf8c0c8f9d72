"""The days of a plan as dates: which days are off, and on which date the n-th working day falls."""

from collections.abc import Iterable

import numpy as np
import pandas as pd

from ecotools import days as parsed
from ecotools import errors

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def plan_dates(days, start, *, days_off: Iterable[str] = (), holidays: Iterable = ()) -> pd.DatetimeIndex:
    """Return the dates of days of a plan, day 1 being its first working day.

    Parameters
    ----------
    days : int or sequence of int
        Days of the plan, counted from 1 at its start; only working days are counted.
    start : day or month
        On or after which the plan starts; a month means its first day.
    days_off : iterable of str
        Days of the week on which nobody works: ``["Saturday", "Sunday"]``, or the first three letters.
    holidays : iterable of day or month
        Other days off; a month is off as a whole.

    Returns
    -------
    DatetimeIndex
        One date per day.

    Raises
    ------
    ValueError, TypeError
        When a day is no whole number, a weekday is unknown, or every day of the week is off.

    Examples
    --------
    >>> plan_dates([1, 5, 6], "2026-01-12", days_off=["Saturday", "Sunday"]).strftime("%a %d %b").tolist()
    ['Mon 12 Jan', 'Fri 16 Jan', 'Mon 19 Jan']
    """
    counted = np.atleast_1d(np.asarray(days))
    if counted.dtype.kind not in "iuf" or not np.isfinite(counted.astype(float)).all():
        raise TypeError(f"days must be numbers of days counted from 1, not {days!r}")
    if (counted % 1 != 0).any():
        raise ValueError(f"days must be whole to become dates, not {counted[counted % 1 != 0][0]:g}")
    calendar = _calendar(days_off, holidays)
    first = np.datetime64(parsed.first_day(start, "start"), "D")
    first = np.busday_offset(first, 0, roll="forward", busdaycal=calendar)
    return pd.DatetimeIndex(np.busday_offset(first, counted.astype(int) - 1, busdaycal=calendar))


def _calendar(days_off: Iterable[str], holidays: Iterable) -> np.busdaycalendar:
    off = {_weekday(day) for day in _listed(days_off, "days_off")}
    if len(off) == len(WEEKDAYS):
        raise ValueError("days_off must leave a day on which somebody works, not name all seven")
    free = []
    for day in _listed(holidays, "holidays"):
        span = pd.date_range(parsed.first_day(day, "holidays"), parsed.last_day(day, "holidays"))
        free += span.to_numpy().astype("datetime64[D]").tolist()
    return np.busdaycalendar([day not in off for day in WEEKDAYS], free)


def _listed(given: Iterable, name: str) -> list:
    if isinstance(given, str) or not isinstance(given, Iterable):
        raise TypeError(f"{name} must be a list, such as ['Saturday', 'Sunday'], not {given!r}")
    return list(given)


def _weekday(name: object) -> str:
    word = str(name).strip().lower()
    found = [day for day in WEEKDAYS if word in (day, day[:3])]
    return found[0] if found else errors.one_of(word, WEEKDAYS, "days_off")
