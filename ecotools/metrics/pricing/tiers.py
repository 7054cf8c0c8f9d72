"""Several tiers side by side: who takes which, and a made-up market to try it on."""

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.metrics.counts import count
from ecotools.metrics.pricing.amounts import by_name, people


def tiers_demand(
    wtp: pd.DataFrame,
    prices: Mapping[str, float] | Sequence[float],
    *,
    cost: float | Mapping[str, float] | Sequence[float] = 0.0,
    market: float | None = None,
) -> pd.DataFrame:
    """Return how many people take each tier, and what that earns.

    Each person takes the tier that leaves them most (what it is worth to them less its price), and nothing
    when every tier would leave them less than 0. Of tiers that leave the same, the cheapest is taken; of
    those, the first.

    Parameters
    ----------
    wtp : pandas.DataFrame
        Willingness to pay: one row per person, one column per tier, in one currency. People with a blank are
        dropped and counted.
    prices : dict of str to float, or list in the order of the columns
        The price of each tier.
    cost : float, dict or list
        What serving one buyer costs, for all tiers or by tier.
    market : float, optional
        Number of people the rows stand for. Default: as many as there are rows.

    Returns
    -------
    pandas.DataFrame
        One row per tier: ``tier``, ``price``, ``buyers`` (people of the market), ``share`` (fraction of
        people), ``revenue``, ``profit``. ``attrs``: ``n_used``, ``n_dropped``, ``not_buying`` (fraction),
        ``definition``; with nobody asked the shares are NaN and ``attrs["reason"]`` says so.

    Raises
    ------
    ValueError, TypeError
        A price without a tier or a tier without a price, a negative amount, a market of 0 or less.

    Examples
    --------
    >>> wtp = pd.DataFrame({"basic": [20, 30, 40, 10], "pro": [25, 60, 90, 12]})
    >>> tiers_demand(wtp, {"basic": 20, "pro": 49}, cost={"basic": 1, "pro": 4})
        tier  price  buyers  share  revenue  profit
    0  basic   20.0     1.0   0.25     20.0    19.0
    1    pro   49.0     2.0   0.50     98.0    90.0
    """
    worth, tiers = people(wtp, "wtp", "tier")
    price, costs = by_name(prices, tiers, "prices"), by_name(cost, tiers, "cost", default=0.0)
    whole = ~np.isnan(worth).any(axis=1)
    n = int(whole.sum())
    market = float(n) if market is None else errors.positive(market, "market")
    nobody, *taken = np.bincount(_choices(worth[whole], price) + 1, minlength=len(tiers) + 1)
    share = np.array(taken) / n if n else np.full(len(tiers), np.nan)
    buyers = share * market if n else np.zeros(len(tiers))
    table = pd.DataFrame({"tier": tiers, "price": price, "buyers": buyers, "share": share})
    table["revenue"] = buyers * price
    table["profit"] = buyers * (price - costs)
    table.attrs.update(n_used=n, n_dropped=len(worth) - n, not_buying=float(nobody / n) if n else np.nan)
    table.attrs["definition"] = {
        "choice": "largest surplus of 0 or more",
        "ties": "the cheaper tier",
        "market": market,
    }
    if not n:
        table.attrs["reason"] = "nobody was asked"
    return table


def _choices(worth: np.ndarray, price: np.ndarray) -> np.ndarray:
    """Return the column each person takes, -1 for none."""
    # Columns from cheap to expensive, so that the first of equal surpluses is the cheapest.
    cheap_first = np.argsort(price, kind="stable")
    # Prices have cents: a millionth of a unit apart is the same surplus.
    surplus = np.round(worth[:, cheap_first] - price[cheap_first], 6)
    best = surplus.argmax(axis=1)
    return np.where(surplus[np.arange(len(surplus)), best] >= 0, cheap_first[best], -1)


def simulate_wtp(
    n: int,
    means: Mapping[str, float] | pd.Series | Sequence[float],
    sds: Mapping[str, float] | pd.Series | Sequence[float] | float,
    correlation: float | Sequence[Sequence[float]] = 0.0,
    seed: int = 0,
) -> pd.DataFrame:
    """Return a made-up market: what each of ``n`` people would pay for each tier.

    Normal amounts, rounded to cents; below 0 becomes 0 (nobody pays to have something), which lifts the
    mean a little when the spread is wide.

    Parameters
    ----------
    n : int
        Number of people.
    means : dict or Series of float by tier, or list of float
        Mean willingness to pay of each tier. The tiers of a list are called "tier 1", "tier 2" and so on.
    sds : the same, or float
        Standard deviation of each tier, or one for all.
    correlation : float or square table
        How far people who value one tier value the others: one number from -1/(tiers - 1) to 1 for every
        pair, or a correlation matrix in the order of ``means``.
    seed : int
        The same seed gives the same people.

    Returns
    -------
    pandas.DataFrame
        ``n`` rows, one column of amounts a tier.

    Raises
    ------
    ValueError
        A negative mean or spread, a tier named twice, a matrix that is not a correlation matrix.

    Examples
    --------
    >>> simulate_wtp(3, {"basic": 20, "pro": 60}, {"basic": 5, "pro": 20}, correlation=0.8, seed=1).shape
    (3, 2)
    """
    n = count(n, "n", of="people")
    tiers = _tier_names(means)
    mean, sd = by_name(means, tiers, "means"), by_name(sds, tiers, "sds")
    weights = _triangle(_matrix(correlation, len(tiers)))
    noise = np.random.Generator(np.random.PCG64(seed)).standard_normal((n, len(tiers)))
    # Written out instead of as a matrix product: the same bytes whatever linear algebra is installed.
    mixed = [sum(weights[i, j] * noise[:, j] for j in range(i + 1)) for i in range(len(tiers))]
    amounts = {tier: mean[i] + sd[i] * mixed[i] for i, tier in enumerate(tiers)}
    return pd.DataFrame(amounts, columns=tiers).clip(lower=0).round(2)


def _tier_names(means) -> list:
    """Return the names that a dict or Series of means gives, or numbered ones for a list."""
    if np.ndim(means) == 0 and not isinstance(means, Mapping):
        raise TypeError(f"means must name each tier with its mean, such as {{'basic': 20}}, not {means!r}")
    if not len(means):
        raise ValueError("means names no tier: give each one's mean, such as {'basic': 20}")
    if not isinstance(means, (Mapping, pd.Series)):
        return [f"tier {place + 1}" for place in range(len(means))]
    tiers = list(means.keys())
    twice = [tier for place, tier in enumerate(tiers) if tier in tiers[:place]]
    if twice:
        raise ValueError(f"means names {twice[0]!r} twice: a tier has one mean")
    return tiers


def _matrix(correlation: float | Sequence[Sequence[float]], size: int) -> np.ndarray:
    if np.ndim(correlation) == 0:
        pairs = errors.finite(correlation, "correlation")
        if not -1 <= pairs <= 1:
            hint = f" Did you mean {pairs / 100:g}?" if 1 < pairs <= 100 else ""
            raise ValueError(f"correlation must be between -1 and 1, not {pairs:g}.{hint}")
        matrix = np.full((size, size), pairs)
        np.fill_diagonal(matrix, 1.0)
        return matrix
    matrix = np.asarray(correlation, dtype=float)
    if matrix.shape != (size, size):
        raise ValueError(
            f"correlation must be one number or a {size} by {size} table, not of shape {matrix.shape}"
        )
    if not (
        np.allclose(matrix, matrix.T) and np.allclose(np.diag(matrix), 1) and (np.abs(matrix) <= 1).all()
    ):
        raise ValueError("correlation must be symmetric, with 1 on its diagonal and no value beyond 1")
    return matrix


def _triangle(matrix: np.ndarray) -> np.ndarray:
    """Return the lower triangle whose square is the matrix (Cholesky), also of a matrix at the edge."""
    size = len(matrix)
    lower = np.zeros((size, size))
    for i in range(size):
        for j in range(i + 1):
            left = matrix[i, j] - sum(lower[i, k] * lower[j, k] for k in range(j))
            if i == j:
                if left < -1e-9:
                    raise ValueError(
                        "correlation cannot be: the tiers cannot all be this far apart. For one"
                        f" number and {size} tiers, stay above {-1 / max(size - 1, 1):g}"
                    )
                lower[i, i] = max(left, 0.0) ** 0.5
            elif lower[j, j] > 1e-9:
                lower[i, j] = left / lower[j, j]
            elif abs(left) > 1e-9:
                raise ValueError("correlation cannot be: two tiers that move as one differ towards a third")
    return lower
