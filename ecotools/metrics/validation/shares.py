"""What a share of a few people says about everybody: its interval, and what "none of twenty" leaves open."""

import numpy as np
import pandas as pd
from scipy.stats import norm

from ecotools import errors
from ecotools.measure import Measure, missing
from ecotools.metrics.counts import count, inside, part
from ecotools.metrics.intervals import share_ends

INTERVALS = {
    "wilson": "Wilson's score interval",
    "clopper_pearson": "Clopper and Pearson's exact interval, which is never too narrow and often too wide",
    "wald": "the share plus and minus its standard error, which is too narrow for few people",
}
UPPER = {
    "exact": "the share at which n people without a single case have a chance of 1 - level",
    "rule_of_three": "3 / n, for a level of 0.95",
}


def share_interval(k: int, n: int, level: float = 0.95, method: str = "wilson") -> pd.Series:
    """Return the share of k among n, with the interval in which the share of everybody lies.

    Parameters
    ----------
    k, n : int
        People of whom it is true, and people in all. ``k`` is at most ``n``.
    level : float, default 0.95
        Confidence level, a fraction.
    method : {"wilson", "clopper_pearson", "wald"}
        ``wald`` has no width at all when everybody or nobody did it.

    Returns
    -------
    Series
        share, low, high (fractions) and n. NaN when ``n`` is 0, with ``attrs["reason"]``.
        ``attrs["definition"]`` names method and level.

    Raises
    ------
    ValueError
        For numbers that are not whole, a ``k`` above ``n``, or a level that is no fraction.

    References
    ----------
    Wilson (1927), Probable inference, JASA 22; Newcombe (1998), Two-sided confidence intervals for the
    single proportion, Statistics in Medicine 17, whose Table I the tests use.

    Examples
    --------
    >>> share_interval(9, 15).round(3).to_dict()
    {'share': 0.6, 'low': 0.357, 'high': 0.802, 'n': 15.0}
    """
    errors.one_of(method, INTERVALS, "method")
    level, n = inside(level, "level", 0.95), count(n, "n")
    k, n = part(k, n, "k", "n")
    result = pd.Series({"share": np.nan, "low": np.nan, "high": np.nan, "n": float(n)}, name="share")
    result.attrs["definition"] = {"share": "k / n", "method": INTERVALS[method], "level": level}
    if not n:
        result.attrs["reason"] = "there is nobody to count"
        return result
    low, high = _wald(k, n, level) if method == "wald" else share_ends(k, n, level, method)
    result[["share", "low", "high"]] = k / n, low, high
    return result


def none_seen(n: int, level: float = 0.95, method: str = "exact") -> Measure:
    """Return the largest share that is still compatible with no case among n people.

    Parameters
    ----------
    n : int
        People who were watched, of whom none did it.
    level : float, default 0.95
        How sure the bound should be, a fraction.
    method : {"exact", "rule_of_three"}
        ``exact`` solves (1 - share) ** n = 1 - level; ``rule_of_three`` is 3 / n, at most 1.

    Returns
    -------
    Measure
        A fraction: NaN with a reason when ``n`` is 0.

    Raises
    ------
    ValueError
        For an ``n`` that is no whole number, and for the rule of three at another level than 0.95.

    References
    ----------
    Hanley and Lippman-Hand (1983), If nothing goes wrong, is everything all right?, JAMA 249.

    Examples
    --------
    >>> round(none_seen(20), 3), round(none_seen(20, method="rule_of_three"), 3)
    (0.139, 0.15)
    """
    errors.one_of(method, UPPER, "method")
    level, n = inside(level, "level", 0.95), count(n, "n")
    said = {"definition": f"{UPPER[method]}; level {level:g}", "unit": "fraction"}
    if method == "rule_of_three" and level != 0.95:
        raise ValueError(f"the rule of three is for a level of 0.95, not {level:g}: take method='exact'")
    if not n:
        return missing("nobody was watched", **said)
    return Measure(min(3 / n, 1.0) if method == "rule_of_three" else 1 - (1 - level) ** (1 / n), **said)


def _wald(k: int, n: int, level: float) -> tuple[float, float]:
    wide = norm.ppf((1 + level) / 2) * np.sqrt(k / n * (1 - k / n) / n)
    return max(k / n - wide, 0.0), min(k / n + wide, 1.0)
