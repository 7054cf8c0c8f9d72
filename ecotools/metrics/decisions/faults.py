"""Faults that nobody found: two testers' lists, and how many testers it takes."""

from collections.abc import Iterable
from statistics import NormalDist

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.measure import Measure
from ecotools.metrics.counts import count, inside

DEFINITION = "Chapman's estimator: (a + 1)(b + 1) / (both + 1) - 1, with Seber's variance"


def undetected(list_a: Iterable[object], list_b: Iterable[object], level: float = 0.95) -> pd.Series:
    """Return how many faults there are in all, and how many nobody found, from the lists of two testers.

    The more of one list stands on the other as well, the fewer faults are left. It holds when the two looked
    independently, and each fault was as easy to find as another. Faults that are hard for both make the
    estimate too low.

    Parameters
    ----------
    list_a, list_b : iterable
        What each of the two found. A fault that stands on a list twice counts once.
    level : float, default 0.95
        Confidence level, a fraction.

    Returns
    -------
    Series
        a, b, both, found (by either), total (estimated), undetected (total - found), low and high (interval
        of the total, by the normal distribution; never below what was found). ``attrs["definition"]`` names
        estimator and variance.

    Raises
    ------
    TypeError, ValueError
        For lists that are no lists, and for a level that is no fraction.

    References
    ----------
    Chapman (1951), Some properties of the hypergeometric distribution with applications to zoological
    sample censuses, Univ. California Publ. Stat. 1; Seber (1970), The effects of trap response on tag
    recapture estimates, Biometrics 26; for faults of software: Eick et al. (1992), ICSE.

    Examples
    --------
    >>> undetected(["typo", "dead link", "price"], ["typo", "price", "login", "video"]).round(1).to_dict()
    {'a': 3.0, 'b': 4.0, 'both': 2.0, 'found': 5.0, 'total': 5.7, 'undetected': 0.7, 'low': 5.0, 'high': 7.7}
    """
    one, other = _set(list_a, "list_a"), _set(list_b, "list_b")
    level = inside(level, "level", 0.95)
    a, b, both, found = len(one), len(other), len(one & other), len(one | other)
    total = (a + 1) * (b + 1) / (both + 1) - 1
    variance = (a + 1) * (b + 1) * (a - both) * (b - both) / ((both + 1) ** 2 * (both + 2))
    wide = NormalDist().inv_cdf((1 + level) / 2) * np.sqrt(variance)
    ends = {"low": max(total - wide, found), "high": max(total + wide, found)}
    counted = {"a": a, "b": b, "both": both, "found": found, "total": total, "undetected": total - found}
    result = pd.Series(counted | ends, dtype=float)
    result.attrs["definition"] = f"{DEFINITION}; level {level:g}"
    return result


def found_by(testers: int, chance: float) -> Measure:
    """Return the share of faults that at least one of so many testers finds: 1 - (1 - chance) ** testers.

    Parameters
    ----------
    testers : int
        How many look, independently.
    chance : float
        Chance that one tester finds one fault, the same for all faults, a fraction. Where faults differ,
        the share found is lower than this.

    Returns
    -------
    Measure
        A fraction.

    Raises
    ------
    ValueError
        For a chance that is no fraction, or a number of testers that is not whole.

    References
    ----------
    Nielsen and Landauer (1993), A mathematical model of the finding of usability problems, INTERCHI: their
    eleven studies have a mean chance of 0.31.

    Examples
    --------
    >>> round(found_by(5, 0.31), 2), round(found_by(5, 0.1), 2)
    (0.84, 0.41)
    """
    share = 1 - (1 - errors.fraction(chance, "chance")) ** count(testers, "testers")
    return Measure(share, definition="1 - (1 - chance) ** testers", unit="fraction")


def _set(found: Iterable[object], name: str) -> set:
    if isinstance(found, (str, bytes)) or not np.iterable(found):
        raise TypeError(f"{name} must be a list of faults, not {found!r}")
    return set(found)
