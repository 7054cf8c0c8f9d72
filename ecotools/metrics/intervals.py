"""The interval of a share that was counted."""

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


def count_ends(n: int, level: float) -> tuple[float, float]:
    """Return the ends of the exact interval for the mean of a Poisson number of which ``n`` were counted.

    Source: Garwood (1936), Fiducial limits for the Poisson distribution, Biometrika 28.

    >>> [round(end, 3) for end in count_ends(10, 0.95)], [round(end, 3) for end in count_ends(0, 0.95)]
    ([4.795, 18.39], [0.0, 3.689])
    """
    from scipy.stats import chi2

    tail = (1 - level) / 2
    return (float(chi2.ppf(tail, 2 * n)) / 2 if n else 0.0), float(chi2.isf(tail, 2 * n + 2)) / 2


def count_difference_ends(n: int, other: int, times: float, level: float) -> tuple[float, float]:
    """Return the ends of the interval for mean - ``times`` x other mean, of two Poisson numbers.

    The squared distances to the ends of both intervals are added up. Source: Zou and Donner (2008),
    Construction of confidence limits about effect measures, Statistics in Medicine 27.

    >>> [round(end, 2) for end in count_difference_ends(40, 10, 2.0, 0.95)]
    [-0.3, 37.82]
    """
    (low, high), (other_low, other_high) = count_ends(n, level), count_ends(other, level)
    middle = n - times * other
    below = ((n - low) ** 2 + (times * (other_high - other)) ** 2) ** 0.5
    above = ((high - n) ** 2 + (times * (other - other_low)) ** 2) ** 0.5
    return middle - below, middle + above
