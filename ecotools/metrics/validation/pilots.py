"""A pilot and its testers: people to try a product on, and how often a pilot picks the worse of two."""

from collections.abc import Iterable

import numpy as np
import pandas as pd
from scipy.signal import fftconvolve
from scipy.stats import norm

from ecotools import errors
from ecotools.metrics.counts import count

# How closely the other two outcomes follow how much somebody likes the product (correlations).
ACTIVATION_FOLLOWS, KEEPING_FOLLOWS = 0.5, 0.6


def simulate_testers(
    people: int,
    nps: float = 30.0,
    *,
    passives: float = 0.3,
    activation: float = 0.6,
    refunds: float = 0.05,
    eager: float = 0.0,
    seed: int = 0,
) -> pd.DataFrame:
    """Return simulated people who tried a product whose true quality is known.

    How much each of them likes it is a draw from a normal distribution. The score follows from it alone;
    activation and refund follow it in part.

    Parameters
    ----------
    people : int
        How many try it.
    nps : float, default 30
        The true net promoter score among all buyers, -100 to 100.
    passives : float, default 0.3
        True share who answer 7 or 8, a fraction.
    activation, refunds : float
        True shares of all buyers who reach a first result, and who want their money back.
    eager : float, default 0
        How far those who take part like it more than all buyers do, in standard deviations. 0 is a fair
        sample. With 1, a person who likes it one standard deviation more is e times as likely to take part.
    seed : int
        Seed of the draws.

    Returns
    -------
    DataFrame
        One row per person: person (1, 2, ...), score (0 to 10), activated, refunded (True or False).

    Raises
    ------
    ValueError
        For shares that are no fractions, or an NPS that so many passives leave no room for.

    Examples
    --------
    >>> simulate_testers(3, nps=30, seed=1)
       person  score  activated  refunded
    0       1      9      False     False
    1       2     10       True     False
    2       3      9       True     False
    """
    promoters, detractors = _shares(nps, passives)
    activation, refunds = errors.fraction(activation, "activation"), errors.fraction(refunds, "refunds")
    eager, rng = errors.finite(eager, "eager"), np.random.default_rng(seed)
    liking, own, other = rng.standard_normal((3, count(people, "people")))
    liking = liking + eager
    place = norm.cdf(liking)
    # Among detractors (0 to 6), passives (7, 8) and promoters (9, 10), each answer is as frequent as another.
    middle = [(detractors + 1 - promoters) / 2, 1 - promoters, 1 - promoters / 2]
    cuts = [*np.linspace(detractors / 7, detractors, 7), *middle]
    return pd.DataFrame(
        {
            "person": np.arange(1, len(liking) + 1),
            "score": np.searchsorted(cuts, place, side="right"),
            "activated": _follows(liking, own, ACTIVATION_FOLLOWS) > norm.isf(activation),
            "refunded": _follows(liking, other, KEEPING_FOLLOWS) < norm.ppf(refunds),
        }
    )


def pilot_errors(
    better: float, worse: float, testers: int | Iterable[int], passives: float = 0.3
) -> pd.DataFrame:
    """Return how often a pilot of two products picks the worse one, by number of testers.

    Each product has its own testers, and the higher net promoter score wins. Nothing is drawn: the chances
    are computed from the distribution of the score, and hold for a fair sample.

    Parameters
    ----------
    better, worse : float
        True net promoter scores of the two products, -100 to 100.
    testers : int or list of int
        Testers of each product.
    passives : float, default 0.3
        Share of each product's people who answer 7 or 8, a fraction.

    Returns
    -------
    DataFrame
        One row per number of testers: testers, right, tied and wrong (fractions that add up to 1), and
        picks_worse, which is ``wrong`` and one half of ``tied``, since a tie is left to a coin.

    Raises
    ------
    ValueError
        For a ``better`` below ``worse``, a number of testers below 1, an NPS that so many passives leave no
        room for.

    Examples
    --------
    >>> pilot_errors(better=40, worse=20, testers=[15, 60]).round(3)
       testers  right   tied  wrong  picks_worse
    0       15  0.723  0.073  0.205        0.241
    1       60  0.912  0.017  0.071        0.079
    """
    both = _shares(better, passives, "better"), _shares(worse, passives, "worse")
    chances = [np.array([d, passives, p]) for p, d in both]
    if better < worse:
        raise ValueError(f"better must be at least worse, which is {worse:g}, not {better:g}: swap them")
    sizes = [testers] if np.ndim(testers) == 0 and not isinstance(testers, str) else testers
    rows = [_versus(*chances, count(number, "testers", at_least=1)) for number in sizes]
    table = pd.DataFrame(rows, columns=["testers", "right", "tied", "wrong"])
    return table.assign(picks_worse=table["wrong"] + table["tied"] / 2)


def _shares(nps: float, passives: float, name: str = "nps") -> tuple[float, float]:
    """Return the shares of promoters and detractors."""
    nps, passives = errors.finite(nps, name), errors.fraction(passives, "passives")
    most = 100 * (1 - passives)
    if abs(nps) > most + 1e-9:
        raise ValueError(
            f"an NPS of {nps:g} needs promoters or detractors that passives={passives:g} leave no room for: "
            f"it can be from {-most:g} to {most:g}"
        )
    promoters = min(max((1 - passives + nps / 100) / 2, 0.0), 1.0)
    return promoters, max(1 - passives - promoters, 0.0)


def _follows(liking: np.ndarray, own: np.ndarray, correlation: float) -> np.ndarray:
    return correlation * liking + np.sqrt(1 - correlation**2) * own


def _versus(better: np.ndarray, worse: np.ndarray, number: int) -> tuple[int, float, float, float]:
    """Return the chances that the better product is ahead, level or behind; an answer counts -1, 0 or 1."""
    ahead = fftconvolve(_sum(better, number), _sum(worse, number)[::-1]).clip(min=0)
    ahead /= ahead.sum()
    level = len(ahead) // 2
    return number, ahead[level + 1 :].sum(), ahead[level], ahead[:level].sum()


def _sum(chances: np.ndarray, number: int) -> np.ndarray:
    """Return the distribution of the sum of ``number`` answers, by repeated squaring."""
    result = np.ones(1)
    while number:
        if number % 2:
            result = np.convolve(result, chances)
        number //= 2
        chances = np.convolve(chances, chances) if number else chances
    return result
