"""What each customer's MRR did between one period and the next."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.metrics.periods import FREQUENCIES
from ecotools.metrics.revenue.terms import NEVER, Terms


@dataclass(frozen=True)
class Changes:
    """One row a unit and period whose MRR differs from the period before, sorted by unit, then period.

    ``first`` tells that the unit pays in this period for the first time ever.
    """

    unit: np.ndarray
    period: np.ndarray
    before: np.ndarray
    after: np.ndarray
    first: np.ndarray

    @property
    def day(self) -> np.ndarray:
        """The period as a day, where periods are days."""
        return self.period.astype("datetime64[D]")

    @property
    def joined(self) -> np.ndarray:
        return self.before == 0

    @property
    def left(self) -> np.ndarray:
        return self.after == 0


def ordinals(days: np.ndarray, freq: str) -> np.ndarray:
    """Return the number of the period each day is in: consecutive integers, days since 1970 for "D"."""
    if freq == "D":
        return days.astype(np.int64)
    if freq == "M":
        return days.astype("datetime64[M]").astype(np.int64)
    return pd.DatetimeIndex(days.astype("datetime64[s]")).to_period(freq).asi8


def changes(terms: Terms, freq: str) -> Changes:
    """Return how the MRR of each unit differs at the ends of successive periods.

    Everything within a period is netted: only its last day counts. A unit that starts and stops inside one
    period leaves no change, but its later return is not its first time.
    """
    errors.one_of(freq, FREQUENCIES, "freq")
    ended = terms.end < NEVER
    opens, closes = ordinals(terms.start, freq), ordinals(terms.end[ended], freq)
    unit = np.concatenate([terms.unit, terms.unit[ended]])
    period = np.concatenate([opens, closes])
    delta = np.concatenate([terms.value, -terms.value[ended]])
    first = np.full(len(terms.ids), np.iinfo(np.int64).max)
    np.minimum.at(first, terms.unit, opens)
    unit, period, delta = _net(unit, period, delta)
    after = _running_total(unit, delta)
    return Changes(unit, period, after - delta, after, first[unit] == period)


def _net(
    unit: np.ndarray, period: np.ndarray, delta: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Add up the deltas of each unit and period; drop those that cancel out."""
    if not len(unit):
        return unit, period, delta
    order = np.lexsort((period, unit))
    unit, period, delta = unit[order], period[order], delta[order]
    fresh = np.r_[True, (unit[1:] != unit[:-1]) | (period[1:] != period[:-1])]
    at = np.flatnonzero(fresh)
    total = np.add.reduceat(delta, at)
    kept = total != 0
    return unit[at][kept], period[at][kept], total[kept]


def _running_total(unit: np.ndarray, delta: np.ndarray) -> np.ndarray:
    """Return the cumulative sum of ``delta`` that starts anew with each unit."""
    total = np.cumsum(delta)
    fresh = np.r_[True, unit[1:] != unit[:-1]] if len(unit) else np.array([], dtype=bool)
    at = np.flatnonzero(fresh)
    carried = np.r_[0, total[at[1:] - 1]] if len(at) else at
    return total - np.repeat(carried, np.diff(np.r_[at, len(unit)]))
