"""The first stay of each customer, from the first paid day to the first day without."""

import numpy as np

from ecotools.metrics.revenue.changes import Changes
from ecotools.metrics.revenue.terms import NEVER


def first_spells(daily: Changes) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return each unit that ever paid, its first paid day and the first day without (NEVER while it runs)."""
    day = daily.day
    who, at = np.unique(daily.unit, return_index=True)
    lost, lost_at = np.unique(daily.unit[daily.left], return_index=True)
    end = np.full(len(who), NEVER)
    end[np.searchsorted(who, lost)] = day[daily.left][lost_at]
    return who, day[at], end
