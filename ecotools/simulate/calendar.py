"""Days as small integers: day 0 is the first one simulated, and months are calendar months from it."""

import numpy as np
import pandas as pd

from ecotools.months import add_months, months_until

UNIT = "datetime64[us]"


class SimulatedMonths:
    """The simulated span: its first day, its months, and the way from day numbers to dates and back.

    >>> calendar = SimulatedMonths(pd.Timestamp("2025-01-01"), 3)
    >>> calendar.days, calendar.edges.tolist()
    (90, [0, 31, 59, 90])
    """

    def __init__(self, start: pd.Timestamp, months: int):
        self.start = np.datetime64(start, "D")
        self.months = months
        firsts = add_months(np.full(months + 1, self.start), np.arange(months + 1))
        self.edges = (firsts - self.start).astype(np.int64)
        self.days = int(self.edges[-1])
        self.month_of = np.repeat(np.arange(months, dtype=np.int16), np.diff(self.edges))
        # The entry after the last day is NaT, so that the day number -1 stands for "never observed".
        numbers = np.append((self.start + np.arange(self.days)).astype(UNIT), np.datetime64("NaT", "us"))
        self._dates = numbers

    def dates(self, numbers: np.ndarray) -> np.ndarray:
        """Return day numbers as dates; -1 becomes NaT."""
        return self._dates[numbers]

    def date(self, number: int) -> pd.Timestamp:
        """Return one day number, which may be the first day not simulated, as a Timestamp."""
        return pd.Timestamp(self.start + number).as_unit("us")

    def add_months(self, numbers: np.ndarray, months: np.ndarray | int) -> np.ndarray:
        """Return day numbers so many calendar months later; they may lie after the span.

        >>> SimulatedMonths(pd.Timestamp("2025-01-01"), 2).add_months(np.array([0, 30]), 1).tolist()
        [31, 58]
        """
        return (add_months(self.start + numbers.astype(np.int64), months) - self.start).astype(np.int64)

    def months_until(self, numbers: np.ndarray, day: np.ndarray | int) -> np.ndarray:
        """Return after how many whole months from each day number the day ``day`` is reached or passed.

        The day is one for all, or one each.

        >>> SimulatedMonths(pd.Timestamp("2025-01-01"), 6).months_until(np.array([0, 10]), 59).tolist()
        [2, 2]
        """
        return months_until(self.start + numbers.astype(np.int64), self.start + day)
