"""Two means side by side, such as revenue per visitor: how far apart they are, and how sure that is."""

from collections.abc import Iterable

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.metrics.counts import count, inside

METHODS = {
    "welch": "Welch's t test, which lets the groups differ in spread",
    "bootstrap": "percentiles of the difference in resampled groups",
}
"""The intervals that `compare_means` offers."""

_AT_A_TIME = 4_000_000  # amounts drawn in one step of the bootstrap, which bounds its memory


def compare_means(
    a: Iterable[float],
    b: Iterable[float],
    *,
    method: str = "welch",
    level: float = 0.95,
    resamples: int = 2000,
    seed: int = 0,
) -> pd.Series:
    """Return how far the mean of B lies from that of A, with its interval.

    For revenue per visitor give one amount per visitor: 0 for a visitor who bought nothing.

    Parameters
    ----------
    a, b : list, Series or array of float
        One amount per visitor of each group, at least two in each.
    method : {"welch", "bootstrap"}
        ``welch`` takes the means as normal, which many visitors make true. ``bootstrap`` draws each group
        again with replacement, and asks less where few visitors bring most of the revenue.
    level : float, default 0.95
        Confidence level of the interval, a fraction.
    resamples : int, default 2000
        How often the bootstrap draws.
    seed : int, default 0
        The same seed gives the same interval.

    Returns
    -------
    pandas.Series
        ``n_a``, ``n_b``, ``mean_a``, ``mean_b``; ``difference`` = mean_b - mean_a with ``low`` and ``high``;
        ``lift`` = mean_b / mean_a - 1 (NaN when A has a mean of 0); ``p_value``, two-sided. ``attrs``:
        ``definition`` (the method and the level), ``reason`` (why a number is missing, or "").

    Raises
    ------
    ValueError, TypeError
        Fewer than two amounts in a group, a blank or something that is no number, an unknown method.

    Examples
    --------
    >>> found = compare_means([0, 0, 49, 0, 199], [0, 49, 49, 0, 249])
    >>> found[["mean_a", "mean_b", "difference", "low", "high"]].round(1).to_dict()
    {'mean_a': 49.6, 'mean_b': 69.4, 'difference': 19.8, 'low': -119.8, 'high': 159.4}
    >>> found.attrs["definition"]["method"]
    "welch: Welch's t test, which lets the groups differ in spread"

    References
    ----------
    B. L. Welch (1947), Biometrika 34, 28-35; B. Efron and R. J. Tibshirani (1993), "An Introduction to the
    Bootstrap", chapter 13.
    """
    errors.one_of(method, METHODS, "method")
    level = inside(level, "level", 0.95)
    resamples = count(resamples, "resamples", at_least=100)
    first, second = amounts(a, "a"), amounts(b, "b")
    found = pd.Series(
        {
            "n_a": float(len(first)),
            "n_b": float(len(second)),
            "mean_a": first.mean(),
            "mean_b": second.mean(),
            "difference": second.mean() - first.mean(),
            "low": np.nan,
            "high": np.nan,
            "lift": second.mean() / first.mean() - 1 if first.mean() else np.nan,
            "p_value": np.nan,
        },
        name="B against A",
    )
    reasons = [] if first.mean() else ["the mean of A is 0, so there is no lift"]
    if first.std() == 0 and second.std() == 0:
        reasons.append("all amounts of a group are alike, so there is no spread to judge by")
    elif method == "welch":
        found[["low", "high", "p_value"]] = _welch(first, second, level)
    else:
        found[["low", "high", "p_value"]] = _bootstrap(first, second, level, resamples, seed)
    drawn = {"resamples": resamples, "seed": seed} if method == "bootstrap" else {}
    found.attrs["definition"] = {"method": f"{method}: {METHODS[method]}", "level": level} | drawn
    found.attrs["reason"] = "; ".join(reasons)
    return found


def amounts(values: Iterable[float], name: str) -> np.ndarray:
    """Return the amounts of a group as floats; refuse fewer than two, blanks and what is no number.

    >>> amounts([0, None], "a")
    Traceback (most recent call last):
    ValueError: a has a blank at place 2: a visitor who bought nothing is a 0
    """
    if isinstance(values, str) or not isinstance(values, Iterable):
        raise TypeError(f"{name} must be a list of amounts, one per visitor, not {values!r}")
    listed = pd.Series(values if isinstance(values, pd.Series) else list(values)).reset_index(drop=True)
    if len(listed) < 2:
        raise ValueError(f"{name} needs two amounts or more, one per visitor, not {len(listed)}")
    if listed.isna().any():
        place = int(listed.isna().to_numpy().argmax()) + 1
        raise ValueError(f"{name} has a blank at place {place}: a visitor who bought nothing is a 0")
    if listed.dtype.kind not in "iuf":
        for value in listed:
            errors.finite(value, f"each amount in {name}")
    numbers = listed.to_numpy(dtype=float)
    if np.isinf(numbers).any():
        raise ValueError(f"{name} has an infinite amount")
    return numbers


def _welch(a: np.ndarray, b: np.ndarray, level: float) -> tuple[float, float, float]:
    from scipy.stats import ttest_ind

    result = ttest_ind(b, a, equal_var=False)
    interval = result.confidence_interval(level)
    return float(interval.low), float(interval.high), float(result.pvalue)


def _bootstrap(
    a: np.ndarray, b: np.ndarray, level: float, resamples: int, seed: int
) -> tuple[float, float, float]:
    random = np.random.Generator(np.random.PCG64(seed))
    differences = _resampled_means(b, resamples, random) - _resampled_means(a, resamples, random)
    low, high = np.quantile(differences, [(1 - level) / 2, (1 + level) / 2])
    # The level at which the interval would just touch 0; the 1 keeps it from being 0 by luck.
    fewer = min((differences <= 0).sum(), (differences >= 0).sum())
    return float(low), float(high), float(min(2 * (fewer + 1) / (resamples + 1), 1.0))


def _resampled_means(values: np.ndarray, resamples: int, random: np.random.Generator) -> np.ndarray:
    """Return the means of groups drawn with replacement, in steps that bound the memory.

    Visitors who bring the same amount are drawn together, as a count, which is fast where most bring 0.
    """
    number = len(values)
    distinct, times = np.unique(values, return_counts=True)
    few = 4 * len(distinct) < number
    step = max(_AT_A_TIME // (len(distinct) if few else number), 1)
    sizes = [min(step, resamples - done) for done in range(0, resamples, step)]
    if few:
        sums = [random.multinomial(number, times / number, size=size) @ distinct for size in sizes]
    else:
        ordered = np.sort(values)
        sums = [ordered[random.integers(number, size=(size, number))].sum(axis=1) for size in sizes]
    return np.concatenate(sums) / number
