"""How strongly demand answers a price: point, arc and fitted elasticity, and the price they call for."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.measure import Measure, missing
from ecotools.metrics.pricing.amounts import money


def elasticity(p0: float, q0: float, p1: float, q1: float, method: str = "arc") -> Measure:
    """Return the price elasticity of demand between two observations.

    It is the change of the quantity in per cent for a change of the price by one per cent.

    -2 says: the price 1% up, sales 2% down. Below -1 (elastic) a price rise loses revenue, above -1 it gains.

    Parameters
    ----------
    p0, q0 : float
        Price (above 0) and quantity before.
    p1, q1 : float
        Price and quantity after.
    method : {"arc", "point"}
        ``arc``: changes as shares of the midpoints, the same in both directions. ``point``: as shares of the
        first observation, so that going back gives another number.

    Returns
    -------
    Measure
        The elasticity, usually below 0; NaN with a reason when the price did not change or nothing was sold.

    Raises
    ------
    ValueError
        A price of 0 or less, a negative quantity.

    Examples
    --------
    >>> round(elasticity(60, 3000, 70, 2800), 2)
    -0.45
    >>> round(elasticity(60, 3000, 70, 2800, method="point"), 2)
    -0.4

    References
    ----------
    Principles of Economics (OpenStax), section 5.1, has the first example as 0.45, without the sign.
    """
    errors.one_of(method, ("arc", "point"), "method")
    p0, p1 = errors.positive(p0, "p0"), errors.positive(p1, "p1")
    q0, q1 = errors.not_negative(q0, "q0"), errors.not_negative(q1, "q1")
    base_p, base_q = ((p0 + p1) / 2, (q0 + q1) / 2) if method == "arc" else (p0, q0)
    definition = f"{method} elasticity: (change of q / {_base(method)} q) / (change of p / {_base(method)} p)"
    if p0 == p1:
        return missing("the price did not change", definition=definition)
    if base_q == 0:
        return missing("nothing was sold" + (" before" if method == "point" else ""), definition=definition)
    return Measure((q1 - q0) / base_q / ((p1 - p0) / base_p), definition=definition, unit="ratio")


def _base(method: str) -> str:
    return "midpoint" if method == "arc" else "first"


def fit_elasticity(prices: Iterable[float], quantities: Iterable[float], level: float = 0.95) -> pd.Series:
    """Return the constant elasticity that fits several prices and quantities best, with its interval.

    The slope of a straight line through ln(quantity) over ln(price), by least squares.

    Parameters
    ----------
    prices, quantities : list of float
        Price and quantity sold of each observation, all above 0; at least two different prices. Pairs with a
        blank are dropped and counted.
    level : float
        Confidence level of the interval (fraction).

    Returns
    -------
    pandas.Series
        ``elasticity``, ``low``, ``high`` (Student's t, n - 2 degrees of freedom; NaN for two observations),
        ``constant`` (quantity = constant x price ** elasticity), ``r_squared``, ``n``. ``attrs``:
        ``n_dropped``, ``reason`` (why the interval is missing, or ""), ``definition``.

    Raises
    ------
    ValueError
        Lists of different length, fewer than two prices, a price or quantity of 0: its logarithm does not
        exist, and leaving such rows out would make demand look firmer than it is.

    Examples
    --------
    >>> fit = fit_elasticity([10, 20, 40], [400, 100, 25])
    >>> [round(float(fit[name]), 6) for name in ("elasticity", "constant")]
    [-2.0, 40000.0]
    """
    level = errors.fraction(level, "level")
    price, quantity = money(prices, "prices"), money(quantities, "quantities")
    if len(price) != len(quantity):
        raise ValueError(f"prices has {len(price)} values and quantities {len(quantity)}: they must be pairs")
    whole = ~(np.isnan(price) | np.isnan(quantity))
    price, quantity = price[whole], quantity[whole]
    for name, values in (("prices", price), ("quantities", quantity)):
        if (values == 0).any():
            raise ValueError(
                f"{name} holds a 0, which has no logarithm. Do not just leave it out (demand would look"
                f" firmer than it is): join neighbouring prices, or read the demand table with best_price"
            )
    if len(np.unique(price)) < 2:
        raise ValueError(f"a slope needs two different prices; there {_are(len(np.unique(price)))}")
    fit = _log_log(price, quantity, level)
    fit.attrs["n_dropped"] = int((~whole).sum())
    fit.attrs["reason"] = (
        "two observations leave nothing to estimate the error from" if len(price) == 2 else ""
    )
    fit.attrs["definition"] = {"model": "ln q = a + e ln p, least squares", "level": level}
    return fit


def _are(count: int) -> str:
    return "is one" if count == 1 else "are none"


def _log_log(price: np.ndarray, quantity: np.ndarray, level: float) -> pd.Series:
    from scipy import stats

    line = stats.linregress(np.log(price), np.log(quantity))
    freedom = len(price) - 2
    half = stats.t.ppf(0.5 + level / 2, freedom) * line.stderr if freedom else np.nan
    # A flat demand has no variance to explain, and linregress divides by it.
    r_squared = line.rvalue**2 if np.ptp(quantity) else np.nan
    return pd.Series(
        {
            "elasticity": line.slope,
            "low": line.slope - half,
            "high": line.slope + half,
            "constant": np.exp(line.intercept),
            "r_squared": r_squared,
            "n": len(price),
        },
        name="elasticity",
    )


def best_price_constant_elasticity(elasticity: float, cost: float) -> Measure:
    """Return the price that earns most profit if demand has the same elasticity at every price.

    The price is cost x e / (1 + e): a markup that shrinks as demand answers more strongly.

    Parameters
    ----------
    elasticity : float
        Price elasticity of demand, below -1.
    cost : float
        What serving one more buyer costs, 0 or more.

    Returns
    -------
    Measure
        The price, in the currency of the cost. NaN with a reason for a cost of 0: every cut of the price
        then earns more, down to a price of nothing, which says that the model does not hold and not that
        the product should be free.

    Raises
    ------
    ValueError
        An elasticity of -1 or above: profit would grow with the price forever.

    Examples
    --------
    >>> best_price_constant_elasticity(-2, cost=30)
    60.0
    >>> best_price_constant_elasticity(-0.8, cost=30)
    Traceback (most recent call last):
    ValueError: elasticity must be below -1 for a best price to exist, not -0.8: ...
    """
    e, cost = errors.finite(elasticity, "elasticity"), errors.not_negative(cost, "cost")
    if e >= -1:
        hint = f" Elasticities are negative: did you mean {-e:g}?" if e > 1 else ""
        raise ValueError(
            f"elasticity must be below -1 for a best price to exist, not {e:g}: with demand this"
            f" inelastic, every price increase earns more. Look at more prices, or use best_price on a demand"
            f" table.{hint}"
        )
    definition = "cost x e / (1 + e), constant elasticity e"
    if cost == 0:
        return missing(
            "without a cost each cut of the price earns more, down to nothing", definition=definition
        )
    return Measure(cost * e / (1 + e), definition=definition, unit="currency")
