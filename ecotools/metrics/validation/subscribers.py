"""How many sales a list of subscribers brings at a launch: a distribution, not a product."""

import numpy as np
import pandas as pd
from scipy.stats import betabinom, binom

from ecotools import errors
from ecotools.measure import Measure, missing
from ecotools.metrics.counts import count, inside

_MOST = 10**8  # subscribers: beyond that, there is nobody left to ask


def launch_sales(subscribers: int, rate: float, measured_on: int | None = None) -> pd.DataFrame:
    """Return how likely each number of sales is when so many subscribers are offered a product.

    Parameters
    ----------
    subscribers : int
        People who are offered it, each of whom buys or does not, independently of the others.
    rate : float
        Share who buy, a fraction.
    measured_on : int, optional
        Subscribers of an earlier launch on whom the rate was measured. It is then known only so well, and
        the sales spread further. Without it, the rate is taken to be known exactly.

    Returns
    -------
    DataFrame
        One row per number of sales from 0 to ``subscribers``: sales, probability, at_least (the chance of so
        many or more), fractions. ``attrs["definition"]`` names the distribution.

    Raises
    ------
    ValueError
        For a rate that is no fraction, or numbers of people that are not whole; for a rate of 0 or 1 that
        was measured, which says nothing about how well it is known.

    References
    ----------
    The binomial distribution; with ``measured_on``, the beta-binomial one (Skellam 1948, JRSS B 10), whose
    beta has the buyers and the others of the earlier launch as its parameters.

    Examples
    --------
    >>> launch_sales(3, 0.5)
       sales  probability  at_least
    0      0        0.125     1.000
    1      1        0.375     0.875
    2      2        0.375     0.500
    3      3        0.125     0.125
    """
    subscribers = count(subscribers, "subscribers")
    chances, said = _distribution(subscribers, rate, measured_on)
    sales = np.arange(subscribers + 1)
    table = pd.DataFrame(
        {"sales": sales, "probability": chances.pmf(sales), "at_least": chances.sf(sales - 1)}
    )
    table.attrs["definition"] = said
    return table


def launch_range(
    subscribers: int,
    rate: float,
    *,
    gate: int | None = None,
    level: float = 0.95,
    measured_on: int | None = None,
) -> pd.Series:
    """Return the sales to expect from a list of subscribers, and within which range they will lie.

    Parameters
    ----------
    subscribers, rate, measured_on
        As for `launch_sales`.
    gate : int, optional
        A number of sales that has to be reached.
    level : float, default 0.95
        Share of launches whose sales lie in the range, at least; what is left out is split to both sides.

    Returns
    -------
    Series
        expected, low and high (sales), and reaches_gate (a fraction; NaN without a gate).
        ``attrs["definition"]`` names the distribution.

    Raises
    ------
    ValueError
        As for `launch_sales`.

    Examples
    --------
    >>> launch_range(500, 0.03, gate=20).round(3).to_dict()
    {'expected': 15.0, 'low': 8.0, 'high': 23.0, 'reaches_gate': 0.121}
    """
    subscribers, level = count(subscribers, "subscribers"), inside(level, "level", 0.95)
    chances, said = _distribution(subscribers, rate, measured_on)
    low, high = chances.ppf((1 - level) / 2), chances.ppf((1 + level) / 2)
    reached = np.nan if gate is None else float(chances.sf(count(gate, "gate") - 1))
    result = pd.Series({"expected": subscribers * rate, "low": low, "high": high, "reaches_gate": reached})
    result.attrs["definition"] = said
    return result.astype(float)


def subscribers_needed(
    sales: int, rate: float, chance: float = 0.9, measured_on: int | None = None
) -> Measure:
    """Return the smallest list that brings so many sales with the chance asked for.

    ``sales / rate`` subscribers bring them in about one launch of two only.

    Parameters
    ----------
    sales : int
        Sales that are needed, 1 or more.
    rate, measured_on
        As for `launch_sales`.
    chance : float, default 0.9
        How sure it should be, a fraction.

    Returns
    -------
    Measure
        Subscribers. NaN with a reason where no list is long enough.

    Raises
    ------
    ValueError
        As for `launch_sales`, and for a chance that is not above 0 and below 1.

    Examples
    --------
    >>> subscribers_needed(20, 0.03), subscribers_needed(20, 0.03, chance=0.5)
    (860.0, 656.0)
    """
    sales, chance = count(sales, "sales", at_least=1), inside(chance, "chance", 0.9)

    def enough(subscribers: int) -> bool:
        return _distribution(subscribers, rate, measured_on)[0].sf(sales - 1) >= chance

    said = {"definition": f"{sales} sales with a chance of {chance:g} or more", "unit": "subscribers"}
    high = sales
    while not enough(high):
        high *= 2
        if high > _MOST:
            return missing(f"not even {_MOST:,} subscribers are enough at a rate of {rate:g}", **said)
    low = high // 2
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if enough(middle) else (middle, high)
    return Measure(high, **said)


def _distribution(subscribers: int, rate: float, measured_on: int | None):
    """Return the distribution of the sales, and its definition in words."""
    rate = errors.fraction(rate, "rate")
    if measured_on is None:
        return binom(subscribers, rate), "binomial: each subscriber buys at the rate, which is known"
    seen = count(measured_on, "measured_on", at_least=1)
    if not 0 < rate < 1:
        raise ValueError(
            f"a rate of {rate:g} that was measured on {seen} subscribers does not say how well it is known: "
            "leave out measured_on, or take the upper end of its interval (none_seen)"
        )
    said = f"beta-binomial: the rate was measured on {seen} subscribers"
    return betabinom(subscribers, rate * seen, (1 - rate) * seen), said
