"""The interval of a share that was counted."""

from __future__ import annotations

_IN_SCIPY = {"wilson": "wilson", "clopper_pearson": "exact"}


def share_ends(k: int, n: int, level: float, method: str = "wilson") -> tuple[float, float]:
    """Return the ends of the interval for the share of ``k`` among ``n`` (1 or more).

    ``method`` is "wilson" or "clopper_pearson". Source: Wilson (1927), Probable inference, JASA 22.

    >>> [round(end, 4) for end in share_ends(81, 263, 0.95)]
    [0.2553, 0.3662]
    """
    from scipy.stats import binomtest

    found = binomtest(k, n).proportion_ci(level, method=_IN_SCIPY[method])
    # Rounding errors of 1e-17 beside 0 and 1 would be read as a share that can be ruled out.
    return (0.0 if not k else float(found.low)), (1.0 if k == n else float(found.high))
