"""A marketplace with two sides over time: what the platform's share of a sale does to both."""

from collections.abc import Iterable
from dataclasses import dataclass, fields

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.metrics.counts import count


@dataclass(frozen=True)
class Market:
    """Two sides that wait for each other: buyers want choice, sellers want income.

    Parameters
    ----------
    sellers, buyers : float
        How many there are at the start.
    new_buyers : float
        People a month who look in; those who find what they want stay.
    buyer_leave : float
        Share of the buyers who leave in a month, above 0.
    spend : float
        What a buyer spends a month when there is everything to choose from, in money.
    choice_half : float
        Sellers with whom a buyer finds half of what they want; 0: the number of sellers does not matter.
    income_wanted : float
        Income a month, after the platform's share and costs, at which ``sellers_then`` would sell.
    sellers_then : float
        How many sellers that income keeps in the long run.
    supply : float
        Elasticity: one percent more income keeps so many percent more sellers.
    speed : float
        Share of the gap to that number which closes in a month, above 0.
    seller_cost : float
        What a sale costs the seller, as a share of it.
    fees : float
        What a sale costs the platform (payment, support), as a share of it.
    fixed : float
        What the platform costs a month, in money.
    """

    sellers: float = 10
    buyers: float = 100
    new_buyers: float = 60
    buyer_leave: float = 0.1
    spend: float = 20
    choice_half: float = 20
    income_wanted: float = 150
    sellers_then: float = 30
    supply: float = 1.0
    speed: float = 0.2
    seller_cost: float = 0.0
    fees: float = 0.05
    fixed: float = 0.0

    def __post_init__(self) -> None:
        for field in fields(self):
            errors.not_negative(getattr(self, field.name), field.name)
        for name in ("buyer_leave", "speed", "seller_cost", "fees"):
            errors.fraction(getattr(self, name), name)
        for name in ("buyer_leave", "income_wanted", "speed"):
            errors.positive(getattr(self, name), name)

    def choice(self, sellers: float) -> float:
        """Return which share of what they want buyers find with so many sellers."""
        if not self.choice_half:
            return 1.0
        return sellers / (sellers + self.choice_half)


def marketplace(market: Market, share: float, months: int = 36) -> pd.DataFrame:
    """Return a marketplace month by month at one share of the platform.

    Parameters
    ----------
    market : Market
        Both sides at the start, and what moves them.
    share : float
        What the platform keeps of a sale, as a fraction: 0.3 is "70/30".
    months : int, default 36

    Returns
    -------
    DataFrame
        ``month``; ``sellers`` and ``buyers`` in it; ``gmv``, what buyers paid; ``platform`` (share x gmv) and
        ``platform_margin`` (less fees and fixed costs); ``paid_out`` to all sellers, and ``seller_margin`` of
        one (less what a sale costs them; NaN without sellers).

    Raises
    ------
    TypeError, ValueError
        Something else than a `Market`, a share that is no fraction, months that are no whole number.

    Notes
    -----
    A month's sales are buyers x spend x choice(sellers). Then sellers move towards
    sellers_then x (margin of one / income_wanted) ^ supply, and those who look in stay with the chance that
    they find what they want.

    References
    ----------
    J.-C. Rochet and J. Tirole (2003), Platform Competition in Two-Sided Markets, JEEA 1, 990-1029: the volume
    depends on how the price is split between the sides, not on its level alone.

    Examples
    --------
    >>> path = marketplace(Market(), share=0.3, months=24)
    >>> path[["sellers", "buyers", "gmv"]].iloc[[0, -1]].round(0).values.tolist()
    [[10.0, 100.0, 667.0], [17.0, 239.0, 2194.0]]
    """
    if not isinstance(market, Market):
        raise TypeError(f"market must be a Market, such as Market(sellers=10, buyers=100), not {market!r}")
    share, many = errors.fraction(share, "share"), count(months, "months", 1)
    sellers, buyers, rows = float(market.sellers), float(market.buyers), []
    for month in range(1, many + 1):
        choice = market.choice(sellers)
        gmv = buyers * market.spend * choice
        left = gmv * max(1 - share - market.seller_cost, 0.0)
        each = left / sellers if sellers > 0 else np.nan
        margin = gmv * (share - market.fees) - market.fixed
        rows.append((month, sellers, buyers, gmv, share * gmv, margin, (1 - share) * gmv, each))
        # Without sellers one who tries it would serve alone what buyers find with one.
        income = each if sellers > 0 else buyers * market.spend * market.choice(1.0) * (1 - share)
        wanted = market.sellers_then * (income / market.income_wanted) ** market.supply
        sellers += market.speed * (wanted - sellers)
        buyers += market.new_buyers * choice - market.buyer_leave * buyers
    names = ["month", "sellers", "buyers", "gmv", "platform", "platform_margin", "paid_out", "seller_margin"]
    table = pd.DataFrame(rows, columns=names)
    table.attrs["definition"] = {"gmv": "all that buyers paid, before anybody's share", "share": share}
    return table


def market_shares(
    market: Market, shares: Iterable[float] = (0.3, 0.2, 0.15), months: int = 36
) -> pd.DataFrame:
    """Return what a marketplace comes to at several shares of the platform.

    Parameters
    ----------
    market : Market
    shares : list of float, default 70/30, 80/20 and 85/15
        What the platform keeps of a sale, as fractions.
    months : int, default 36

    Returns
    -------
    DataFrame
        One row per share, as given: ``share``; ``gmv``, ``platform`` and ``platform_margin`` of all months;
        ``sellers``, ``buyers``, ``seller_margin`` (of one) and ``margin_last`` (of the platform) in the last
        month. ``attrs["best"]`` is the share with the largest margin over all months, ``attrs["best_last"]``
        that with the largest in the last month: they differ where a low share takes years to pay.

    Raises
    ------
    TypeError, ValueError
        As `marketplace`, and for no share at all.

    Examples
    --------
    >>> found = market_shares(Market(supply=3), shares=(0.3, 0.15), months=36)
    >>> found[["share", "sellers"]].round(0)["sellers"].is_monotonic_increasing
    True
    """
    rows = []
    for share in shares:
        path = marketplace(market, share, months)
        last, sums = path.iloc[-1], path[["gmv", "platform", "platform_margin"]].sum()
        rows.append(
            (share, *sums, last["sellers"], last["buyers"], last["seller_margin"], last["platform_margin"])
        )
    if not rows:
        raise ValueError("shares must have one or more, such as [0.3, 0.2, 0.15]")
    names = [
        "share",
        "gmv",
        "platform",
        "platform_margin",
        "sellers",
        "buyers",
        "seller_margin",
        "margin_last",
    ]
    table = pd.DataFrame(rows, columns=names)
    table.attrs["best"] = float(table["share"][table["platform_margin"].idxmax()])
    table.attrs["best_last"] = float(table["share"][table["margin_last"].idxmax()])
    return table
