"""What each customer's MRR did between one period and the next."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.metrics.periods import FREQUENCIES
from ecotools.metrics.revenue.terms import NEVER, Terms
from ecotools.metrics.sorting import order_by


@dataclass(frozen=True)
class Changes:
    """One row per unit and period in which it differs from the period before, sorted by unit, then period.

    ``before`` and ``after`` are its MRR; ``joined`` and ``left`` tell that it became a customer or ceased to
    be one, since in a free month a customer has an MRR of 0. ``first`` tells that the unit pays in this
    period for the first time ever.
    """

    unit: np.ndarray
    period: np.ndarray
    before: np.ndarray
    after: np.ndarray
    joined: np.ndarray
    left: np.ndarray
    first: np.ndarray

    @property
    def day(self) -> np.ndarray:
        """The period as a day, where periods are days."""
        return self.period.astype("datetime64[D]")


def ordinals(days: np.ndarray, freq: str) -> np.ndarray:
    """Return the number of the period each day is in: consecutive integers, days since 1970 for "D"."""
    if freq == "D":
        return days.astype(np.int64)
    if freq == "M":
        return days.astype("datetime64[M]").astype(np.int64)
    return pd.DatetimeIndex(days.astype("datetime64[s]")).to_period(freq).asi8


def changes(terms: Terms, freq: str) -> Changes:
    """Return how each unit's MRR, and whether it is a customer, differ at the ends of successive periods.

    Everything within a period is netted: only its last day counts. A unit that starts and stops inside one
    period leaves no change, but its later return is not its first time.
    """
    errors.one_of(freq, FREQUENCIES, "freq")
    ended = terms.end < NEVER
    opens, closes = ordinals(terms.start, freq), ordinals(terms.end[ended], freq)
    unit = np.concatenate([terms.unit, terms.unit[ended]])
    period = np.concatenate([opens, closes])
    order = order_by(unit, period)
    unit, period = unit[order], period[order]
    last = np.flatnonzero(np.r_[(unit[1:] != unit[:-1]) | (period[1:] != period[:-1]), True][: len(unit)])
    owner = np.r_[True, unit[last][1:] != unit[last][:-1]][: len(last)]
    value = np.concatenate([terms.value, -terms.value[ended]])[order]
    running = np.concatenate([np.ones(len(opens), np.int64), -np.ones(len(closes), np.int64)])[order]
    (before, after), (had, has) = (_levels(step, last, owner) for step in (value, running))
    kept = (before != after) | ((had > 0) != (has > 0))
    at = last[kept]
    joined, left = (had == 0)[kept], (has == 0)[kept]
    # The first period of a unit is one in which it opens: it pays then for the first time ever.
    return Changes(unit[at], period[at], before[kept], after[kept], joined, left, first=owner[kept])


def _levels(step: np.ndarray, last: np.ndarray, owner: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the sum of the steps before and after each period; ``owner`` marks each unit's first period."""
    after = np.cumsum(step)[last]
    begins = np.flatnonzero(owner)
    opening = np.r_[0, after[begins[1:] - 1]] if len(begins) else np.zeros(0, np.int64)
    after = after - np.repeat(opening, np.diff(np.r_[begins, len(last)]))
    before = np.r_[0, after[:-1]][: len(after)]
    before[begins] = 0
    return before, after
