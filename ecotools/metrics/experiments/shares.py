"""Two shares side by side: how far apart they are, and how sure that is."""

from math import exp, sqrt

import numpy as np
import pandas as pd

from ecotools.metrics.counts import inside, part
from ecotools.metrics.intervals import share_ends

METHODS = {
    "difference": "share_b - share_a; Newcombe's interval from two Wilson intervals (his method 10)",
    "lift": "share_b / share_a - 1; Katz's interval of the logarithm of the ratio",
    "p_value": "two-sided z test with the pooled share",
}
"""How each part of a comparison of two shares is computed."""


def compare_shares(
    conversions_a: int, visitors_a: int, conversions_b: int, visitors_b: int, *, level: float = 0.95
) -> pd.Series:
    """Return how far the share of B lies from that of A, in points and relative, each with its interval.

    Parameters
    ----------
    conversions_a, conversions_b : int
        How many visitors of each group did it. Each visitor counts once.
    visitors_a, visitors_b : int
        How many visitors each group had.
    level : float, default 0.95
        Confidence level of the intervals, a fraction.

    Returns
    -------
    pandas.Series
        ``share_a``, ``share_b`` (fractions); ``difference`` = share_b - share_a with ``low`` and ``high``;
        ``lift`` = share_b / share_a - 1 with ``lift_low`` and ``lift_high`` (fractions: 0.1 is 10% more);
        ``z`` and ``p_value``. What cannot be computed is NaN, and ``attrs["reason"]`` says why. ``attrs``:
        ``definition`` (the methods and the level), ``reason`` ("" if nothing is missing).

    Raises
    ------
    ValueError, TypeError
        A count that is not a whole number of 0 or more, more conversions than visitors, a level that is not
        between 0 and 1.

    Examples
    --------
    >>> found = compare_shares(200, 5000, 260, 5000)
    >>> found[["difference", "low", "high", "lift", "lift_low", "lift_high"]].round(3).to_dict()
    {'difference': 0.012, 'low': 0.004, 'high': 0.02, 'lift': 0.3, 'lift_low': 0.086, 'lift_high': 0.557}
    >>> found.attrs["definition"]["p_value"]
    'two-sided z test with the pooled share'

    References
    ----------
    R. G. Newcombe (1998), "Interval estimation for the difference between independent proportions",
    Statistics in Medicine 17, 873-890; D. Katz et al. (1978), Biometrics 34, 469-474.
    """
    a, n_a = part(conversions_a, visitors_a, "conversions_a", "visitors_a")
    b, n_b = part(conversions_b, visitors_b, "conversions_b", "visitors_b")
    level = inside(level, "level", 0.95)
    found = pd.Series(
        np.nan,
        index=[
            *("share_a", "share_b", "difference", "low", "high"),
            *("lift", "lift_low", "lift_high", "z", "p_value"),
        ],
        name="B against A",
    )
    found.attrs["definition"] = METHODS | {"level": level}
    found.attrs["reason"] = ""
    if not n_a or not n_b:
        found.attrs["reason"] = f"nobody visited {'A' if not n_a else 'B'}"
        return found
    found["share_a"], found["share_b"] = a / n_a, b / n_b
    found["difference"] = b / n_b - a / n_a
    found["low"], found["high"] = newcombe(a, n_a, b, n_b, level)
    reasons = [_fill_lift(found, a, n_a, b, n_b, level), _fill_test(found, a + b, n_a, n_b)]
    found.attrs["reason"] = "; ".join(reason for reason in reasons if reason)
    return found


def newcombe(a: int, n_a: int, b: int, n_b: int, level: float) -> tuple[float, float]:
    """Return Newcombe's interval for the share of B less that of A.

    >>> [round(end, 4) for end in newcombe(48, 80, 56, 70, 0.95)]
    [0.0524, 0.3339]
    """
    (low_a, high_a), (low_b, high_b) = share_ends(a, n_a, level), share_ends(b, n_b, level)
    share_a, share_b = a / n_a, b / n_b
    down = sqrt((share_b - low_b) ** 2 + (high_a - share_a) ** 2)
    up = sqrt((high_b - share_b) ** 2 + (share_a - low_a) ** 2)
    return share_b - share_a - down, share_b - share_a + up


def _fill_lift(found: pd.Series, a: int, n_a: int, b: int, n_b: int, level: float) -> str:
    """Put the lift and its interval into the result; return why a part is missing, or ""."""
    from scipy.stats import norm

    if not a:
        return "nobody converted in A, so there is nothing to compare B with as a ratio"
    found["lift"] = (b / n_b) / (a / n_a) - 1
    if not b:
        return "nobody converted in B, so the lift has no interval"
    wide = norm.ppf((1 + level) / 2) * sqrt(1 / a - 1 / n_a + 1 / b - 1 / n_b)
    found["lift_low"], found["lift_high"] = ((1 + found["lift"]) * exp(side * wide) - 1 for side in (-1, 1))
    return ""


def _fill_test(found: pd.Series, converted: int, n_a: int, n_b: int) -> str:
    """Put z and its p-value into the result; return why they are missing, or ""."""
    from scipy.stats import norm

    pooled = converted / (n_a + n_b)
    if pooled in (0, 1):
        return f"{'nobody' if not pooled else 'everybody'} converted, so the z test has no spread"
    found["z"] = found["difference"] / sqrt(pooled * (1 - pooled) * (1 / n_a + 1 / n_b))
    found["p_value"] = 2 * norm.sf(abs(found["z"]))
    return ""
