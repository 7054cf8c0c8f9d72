"""Price as a filter beside the form: who buys at a price, and how many of them are good clients."""

from collections.abc import Iterable

import numpy as np
import pandas as pd
from scipy.stats import multivariate_normal, norm

from ecotools import errors
from ecotools.metrics.counts import count, inside


def price_as_filter(
    prices: Iterable[float],
    *,
    median: float,
    spread: float = 0.5,
    base_rate: float,
    follows: float = 0.0,
    sensitivity: float = 1.0,
    specificity: float = 0.0,
) -> pd.DataFrame:
    """Return who would buy at several prices, and how many of them are good clients, with a form behind it.

    What somebody would pay follows a lognormal distribution. How well somebody fits, which makes a good
    client of the best of them, goes along with it more or less: that is what decides whether a higher price
    brings better clients, and it has to be measured.

    Parameters
    ----------
    prices : list of float
        Prices, above zero.
    median : float
        What half of those interested would pay at least.
    spread : float, default 0.5
        Standard deviation of the logarithm of what they would pay; 0.5 is two thirds between 0.6 and 1.65
        times the median.
    base_rate : float
        Share of good ones among all who are interested, a fraction between 0 and 1.
    follows : float, default 0
        Correlation of fitting and of what somebody would pay (its logarithm), above -1 and below 1. At 0 a
        price turns away good ones and others alike, below 0 the good ones first.
    sensitivity, specificity : float, default 1 and 0
        Of a form that buyers pass through, as in `application_form`. It reads fit, not money, and errs at
        random. Default: no form, everybody is accepted.

    Returns
    -------
    DataFrame
        One row per price, as given: price, buyers (share of the interested who would buy), good_share (of the
        buyers), kept (share of all good ones who would buy), accepted (share of the interested, after the
        form), good_accepted (share of good ones among the accepted; NaN when nobody is) and revenue (price x
        accepted, per person interested).

    Raises
    ------
    ValueError, TypeError
        Prices, a median or a spread that are not above zero, a base rate of 0 or 1, a correlation of 1.

    References
    ----------
    A bivariate normal distribution; half of both with a correlation r is 1/4 + arcsin(r) / (2 pi) (Sheppard
    1899).

    Examples
    --------
    >>> table = price_as_filter([500, 1000, 2000], median=1000, base_rate=0.4, follows=0.5)
    >>> table[["price", "buyers", "good_share", "kept"]].round(3)
        price  buyers  good_share   kept
    0   500.0   0.917       0.428  0.981
    1  1000.0   0.500       0.561  0.701
    2  2000.0   0.083       0.774  0.160
    """
    prices = errors.several(prices, "prices")
    price = np.array([errors.positive(each, "prices") for each in prices], dtype=float)
    high, least, together = _terms(median, spread, base_rate, follows)
    right, refuses = errors.fraction(sensitivity, "sensitivity"), errors.fraction(specificity, "specificity")
    short = high(price)
    buyers = norm.sf(short)
    good = np.array([_both(each, least, together) for each in short])
    accepted = good * right + (buyers - good) * (1 - refuses)
    table = pd.DataFrame({"price": price, "buyers": buyers, "good_share": _over(good, buyers)})
    table["kept"], table["accepted"] = good / norm.sf(least), accepted
    table["good_accepted"], table["revenue"] = _over(good * right, accepted), price * accepted
    return table


def simulate_applicants(
    people: int,
    *,
    median: float,
    spread: float = 0.5,
    base_rate: float,
    follows: float = 0.0,
    noise: float = 1.0,
    seed: int = 0,
) -> pd.DataFrame:
    """Return simulated people who are interested in coaching: what they would pay, their score, how it ends.

    Parameters
    ----------
    people : int
        How many.
    median, spread, base_rate, follows
        As in `price_as_filter`.
    noise : float, default 1
        Standard deviation of what the form's score adds to how well somebody fits, which has a standard
        deviation of 1. At 0 the form sees it all.
    seed : int, default 0
        Seed of the draws.

    Returns
    -------
    DataFrame
        One row per person: person (1, 2, ...), would_pay (money), score (of the form: mean 50, ten points are
        one standard deviation of fitting), good (True or False).

    Raises
    ------
    ValueError, TypeError
        As `price_as_filter`; a noise below zero.

    Examples
    --------
    >>> simulate_applicants(3, median=1000, base_rate=0.4, follows=0.5, seed=1).round(1)
       person  would_pay  score  good
    0       1      620.1   48.1  True
    1       2     1817.5   64.0  True
    2       3     1317.7   57.0  True
    """
    _, least, together = _terms(median, spread, base_rate, follows)
    noise, rng = errors.not_negative(noise, "noise"), np.random.default_rng(seed)
    fit, own, said = rng.standard_normal((3, count(people, "people")))
    money = together * fit + np.sqrt(1 - together**2) * own
    return pd.DataFrame(
        {
            "person": np.arange(1, len(fit) + 1),
            "would_pay": median * np.exp(spread * money),
            "score": 50 + 10 * (fit + noise * said),
            "good": fit > least,
        }
    )


def _terms(median: float, spread: float, base_rate: float, follows: float):
    """Return how many deviations above the median a price is, the fit of a good client, the correlation."""
    middle, wide = errors.positive(median, "median"), errors.positive(spread, "spread")
    least = norm.isf(inside(base_rate, "base_rate", 0.4))
    together = errors.finite(follows, "follows")
    if not -1 < together < 1:
        raise ValueError(f"follows must lie between -1 and 1, such as 0.3, not {follows}")
    return (lambda price: np.log(price / middle) / wide), least, together


def _both(short: float, least: float, together: float) -> float:
    """Return the chance that one normal number is above ``short`` and the other above ``least``."""
    matrix = [[1.0, together], [together, 1.0]]
    return float(multivariate_normal.cdf([-short, -least], cov=matrix))


def _over(above: np.ndarray, below: np.ndarray) -> np.ndarray:
    return np.divide(above, below, out=np.full(len(below), np.nan), where=below > 0)
