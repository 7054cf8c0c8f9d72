"""Calendar months: the same day so many months later, and how many months lie between two days."""

import numpy as np


def add_months(day: np.ndarray, months: np.ndarray) -> np.ndarray:
    """Return the same day of the month, ``months`` later; the month's last day where it has no such day.

    >>> add_months(np.array(["2025-01-31"], "datetime64[D]"), np.array([1]))
    array(['2025-02-28'], dtype='datetime64[D]')
    """
    month = day.astype("datetime64[M]")
    into = (day - month.astype("datetime64[D]")).astype(np.int64)
    target = month + months
    length = ((target + 1).astype("datetime64[D]") - target.astype("datetime64[D]")).astype(np.int64)
    return target.astype("datetime64[D]") + np.minimum(into, length - 1)


def months_until(start: np.ndarray, day: np.ndarray) -> np.ndarray:
    """Return the smallest number of months that, added to ``start``, reaches ``day`` or goes past it.

    >>> start = np.array(["2025-01-31", "2025-01-31"], "datetime64[D]")
    >>> months_until(start, np.array(["2025-02-28", "2025-03-01"], "datetime64[D]"))
    array([1, 2])
    """
    apart = (day.astype("datetime64[M]") - start.astype("datetime64[M]")).astype(np.int64)
    return apart + (add_months(start, apart) < day)
