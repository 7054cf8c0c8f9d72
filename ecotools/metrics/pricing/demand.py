"""Demand at a price, and the price that earns most."""

from collections.abc import Iterable

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.metrics.pricing.amounts import money


def gabor_granger(
    max_prices: Iterable[float], prices: Iterable[float] | None = None, cost: float = 0.0, market: float = 1.0
) -> pd.DataFrame:
    """Return the share of people who would buy at each price, and what that earns.

    Demand at a price is the share of people whose highest acceptable price is that price or more. It can only
    fall as the price rises.

    Parameters
    ----------
    max_prices : list of float
        The highest price each person accepts; 0 for a person who would not buy at any price. Blanks (NaN) are
        dropped and counted.
    prices : list of float, optional
        The prices to look at. Default: every price that somebody named, above 0.
    cost : float
        What serving one buyer costs.
    market : float
        Number of people the answers stand for. The default 1 gives amounts per person asked.

    Returns
    -------
    pandas.DataFrame
        ``price`` (rising, each once), ``demand`` (fraction), ``revenue_index`` = price x demand x market,
        ``profit_index`` = (price - cost) x demand x market. ``attrs``: ``n_used``, ``n_dropped``,
        ``definition``. Demand is NaN, with ``attrs["reason"]``, when nobody answered.

    Raises
    ------
    ValueError, TypeError
        A negative price or cost, a market of 0 or less, an answer that is not a number.

    Examples
    --------
    >>> gabor_granger([10, 20, 20, 40], cost=5)
       price  demand  revenue_index  profit_index
    0   10.0    1.00           10.0          5.00
    1   20.0    0.75           15.0         11.25
    2   40.0    0.25           10.0          8.75

    References
    ----------
    A. Gabor and C. W. J. Granger (1966), Price as an indicator of quality, Economica 33, 43-70.
    """
    answers = money(max_prices, "max_prices")
    used = np.sort(answers[~np.isnan(answers)])
    asked = used[used > 0] if prices is None else money(prices, "prices")
    asked = np.unique(asked[~np.isnan(asked)])
    cost, market = errors.not_negative(cost, "cost"), errors.positive(market, "market")
    buyers = len(used) - np.searchsorted(used, asked, side="left")
    demand = buyers / len(used) if len(used) else np.full(len(asked), np.nan)
    table = pd.DataFrame({"price": asked, "demand": demand})
    table["revenue_index"] = asked * demand * market
    table["profit_index"] = (asked - cost) * demand * market
    table.attrs["n_used"], table.attrs["n_dropped"] = len(used), len(answers) - len(used)
    table.attrs["definition"] = {
        "demand": "share whose highest price is this price or more",
        "market": market,
    }
    if not len(used):
        table.attrs["reason"] = "nobody answered"
    return table


def best_price(table: pd.DataFrame, cost: float = 0.0, objective: str = "profit") -> pd.Series:
    """Return the row of a demand table whose price earns most.

    Only the prices of the table are compared; nothing is guessed in between. Of prices that earn the same,
    the lowest, which serves most people. When every price lies below the cost, the best one still loses
    money.

    Parameters
    ----------
    table : pandas.DataFrame
        Columns ``price`` and either ``demand`` (fraction of the market) or ``quantity`` (units sold).
    cost : float
        What serving one buyer costs.
    objective : {"profit", "revenue"}
        What to earn most of. They agree only when the cost is 0.

    Returns
    -------
    pandas.Series
        ``price``, ``demand`` or ``quantity``, ``revenue``, ``profit`` (per person of the market, or in all).

    Raises
    ------
    ValueError
        An empty table, a missing column, a share above 1, a negative price.

    Examples
    --------
    >>> best_price(gabor_granger([10, 20, 20, 40]), cost=15).to_dict()
    {'price': 40.0, 'demand': 0.25, 'revenue': 10.0, 'profit': 6.25}
    >>> float(best_price(gabor_granger([10, 20, 20, 40]), objective="revenue")["price"])
    20.0
    """
    errors.one_of(objective, ("profit", "revenue"), "objective")
    cost = errors.not_negative(cost, "cost")
    errors.columns(table, ["price"], "table")
    amount = "quantity" if "quantity" in table.columns and "demand" not in table.columns else "demand"
    errors.columns(table, [amount], "table")
    earned = pd.DataFrame({name: money(table[name], f"table[{name!r}]") for name in ("price", amount)})
    if amount == "demand" and (earned["demand"] > 1).any():
        errors.fraction(float(earned["demand"].max()), "demand")
    earned["revenue"] = earned["price"] * earned[amount]
    earned["profit"] = (earned["price"] - cost) * earned[amount]
    earned = earned.dropna().sort_values("price", kind="stable")
    if earned.empty:
        raise ValueError("table has no price with a demand: there is nothing to choose from")
    best = earned.loc[earned[objective].idxmax()].rename("best price")
    best.attrs["definition"] = {"objective": objective, "cost": cost, "among": "the prices of the table"}
    return best
