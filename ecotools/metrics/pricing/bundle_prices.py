"""The best prices for products sold apart, as a bundle, or both; and what each part adds to a bundle."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import product

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.metrics.pricing.bundles import TIES, Valuations, choose
from ecotools.metrics.pricing.demand import best_price, gabor_granger

SELLING = ("apart", "bundle", "mixed")
"""The ways of selling that `best_bundle` compares."""

EXACT = 20
"""Up to how many people the best mixed prices of two products are found exactly."""

_STEPS = 24  # prices tried for each product, in a search that is not exact
_SAMPLE = 1000  # people on whom the whole grid is tried; what it finds is refined on all
_AT_A_TIME = 2_000_000  # people times prices looked at in one step, which bounds the memory


def best_bundle(worths: pd.DataFrame, *, cost: float | Mapping[str, float] = 0.0) -> pd.DataFrame:
    """Return the best prices of products sold apart, as a bundle of all, and both ways side by side (mixed).

    People choose as in `bundle_demand`. Apart and bundle are exact: the best price is one that somebody is
    just willing to pay. Mixed is exact for two products and up to 20 people; beyond that prices are searched
    on a grid that is refined to cents, and the result can lie a little below the best. It never lies below
    the other two.

    Parameters
    ----------
    worths : pandas.DataFrame
        What each product is worth to each person: one row per person, one column per product, in money.
        People with a blank are dropped and counted.
    cost : float or dict
        What serving one buyer of a product costs, for all products or by product.

    Returns
    -------
    pandas.DataFrame
        Index ``selling``: ``apart``, ``bundle``, ``mixed``. One column per product with its price alone, and
        ``bundle`` with the price of all (NaN where not for sale, or not worth selling); ``buyers`` (people
        who buy anything), ``revenue``, ``profit``, ``surplus`` (what buyers keep). Of prices that earn the
        same, the lowest. ``attrs``: ``best`` (the simplest way that earns most), ``n_used``, ``n_dropped``,
        ``definition`` (the rule for ties, and how mixed was searched).

    Raises
    ------
    ValueError, TypeError
        Fewer than two products, no people, a negative amount, a product named as a column of the result.

    Examples
    --------
    Four people whose worths run against each other, in a textbook's numbers:

    >>> worths = pd.DataFrame({"course": [10, 80, 40, 90], "kit": [90, 40, 80, 10]})
    >>> best_bundle(worths)
             course   kit  bundle  buyers  revenue  profit  surplus
    selling
    apart      80.0  80.0     NaN     4.0    320.0   320.0     20.0
    bundle      NaN   NaN   100.0     4.0    400.0   400.0     40.0
    mixed      90.0  90.0   120.0     4.0    420.0   420.0      0.0

    References
    ----------
    W. J. Adams and J. L. Yellen (1976), "Commodity bundling and the burden of monopoly", Quarterly Journal of
    Economics 90, 475-498. The numbers are those of R. Pindyck and D. Rubinfeld, "Microeconomics", section
    11.5.
    """
    market = Valuations.read(worths, cost)
    if not len(market.worth):
        raise ValueError("worths has no person without a blank: there is nobody to sell to")
    apart = np.array([_single(market.worth[:, i], each) for i, each in enumerate(market.costs)])
    together = _single(market.worth.sum(axis=1), market.costs.sum())
    mixed, searched = _mixed(market, apart)
    offers = [(apart, np.inf), (np.full(len(apart), np.inf), together), mixed]
    rows = [_row(market, *offer) for offer in offers]
    names = [*market.names, "bundle", "buyers", "revenue", "profit", "surplus"]
    table = pd.DataFrame(rows, index=pd.Index(SELLING, name="selling"), columns=names, dtype=float)
    table.attrs["best"] = str(table["profit"].round(6).idxmax())
    table.attrs.update(n_used=len(market.worth), n_dropped=market.dropped)
    table.attrs["definition"] = {"ties": TIES, "prices": "of prices that earn the same, the lowest"}
    table.attrs["definition"]["search"] = searched
    return table


def over_bundling(
    worths: pd.DataFrame, *, cost: float | Mapping[str, float] = 0.0, order: Iterable[str] | None = None
) -> pd.DataFrame:
    """Return what each part adds to a bundle, put together part by part and sold at its best price.

    A part that is worth nothing to most people lifts no price, and it costs as often as the bundle is sold.

    Parameters
    ----------
    worths, cost
        As for `best_bundle`; one product is enough.
    order : list of str, optional
        In which order the products join. Default: that of the columns.

    Returns
    -------
    pandas.DataFrame
        One row per part: ``parts`` (how many there are now), ``added`` (the product), ``worthless`` (share of
        people to whom it is worth 0), ``price`` (the best one of the bundle so far; NaN when none covers the
        cost), ``buyers``, ``profit``, ``gained`` = profit less that without this part. ``attrs``: ``n_used``,
        ``n_dropped``.

    Raises
    ------
    ValueError, TypeError
        As for `best_bundle`; an order that does not name each product once.

    Examples
    --------
    >>> worths = pd.DataFrame({"course": [200, 180, 150], "kit": [20, 40, 60], "old ebook": [0, 0, 4]})
    >>> over_bundling(worths, cost={"old ebook": 3})[["added", "price", "buyers", "profit", "gained"]]
           added  price  buyers  profit  gained
    0     course  150.0       3   450.0   450.0
    1        kit  210.0       3   630.0   180.0
    2  old ebook  214.0       3   633.0     3.0
    """
    market = Valuations.read(worths, cost, fewest=1)
    if not len(market.worth):
        raise ValueError("worths has no person without a blank: there is nobody to sell to")
    order = market.names if order is None else list(order)
    for name in order:
        errors.one_of(name, market.names, "each product in order")
    if sorted(map(str, order)) != sorted(map(str, market.names)):
        raise ValueError(f"order must name each product once: {', '.join(map(repr, market.names))}")
    places = [market.names.index(name) for name in order]
    rows, before = [], 0.0
    for parts in range(1, len(places) + 1):
        worth, costs = market.worth[:, places[:parts]].sum(axis=1), market.costs[places[:parts]].sum()
        price = _single(worth, costs)
        buyers = int((np.round(worth - price, 6) >= 0).sum())
        profit = float(buyers * (price - costs)) if buyers else 0.0
        worthless = float((market.worth[:, places[parts - 1]] == 0).mean())
        known = price if np.isfinite(price) else np.nan
        rows.append([parts, order[parts - 1], worthless, known, buyers, profit, profit - before])
        before = profit
    table = pd.DataFrame(rows, columns=["parts", "added", "worthless", "price", "buyers", "profit", "gained"])
    table.attrs.update(n_used=len(market.worth), n_dropped=market.dropped)
    return table


def _single(worth: np.ndarray, cost: float) -> float:
    """Return the best price of one thing, infinite where no price covers its cost."""
    # Sums of cents differ in their last digits.
    answers = np.round(worth, 6)
    if not (answers > 0).any():
        return 0.0 if cost == 0 else np.inf
    best = best_price(gabor_granger(answers, cost=0, market=len(worth)), cost=cost)
    return float(best["price"]) if best["profit"] >= 0 else np.inf


def _row(market: Valuations, price: np.ndarray, together: float) -> list[float]:
    taken = choose(market, price, together)
    known = [each if np.isfinite(each) else np.nan for each in (*price, together)]
    buyers = (taken.bundle | taken.alone.any(axis=1)).sum()
    return [*known, buyers, taken.paid.sum(), taken.profit.sum(), taken.surplus.sum()]


def _mixed(market: Valuations, apart: np.ndarray) -> tuple[tuple[np.ndarray, float], str]:
    """Return the best prices alone and together, and how they were found."""
    highest = market.worth.max(axis=0)
    # Two starts from which mixed selling cannot be worse than apart, and than the bundle alone.
    starts = np.array([np.minimum(apart, highest + 1), highest + 1])
    if len(highest) == 2 and len(market.worth) <= EXACT:
        prices, searched = np.vstack([_corners(market), starts]), "exact"
        best = _pick(market, prices)
    else:
        searched = f"grid of {_STEPS} prices per product, refined to cents"
        found = _pick(_some(market), np.vstack([_grid(market, starts), starts]))
        best = _refined(market, _pick(market, np.vstack([found, starts])))
    return (best, _together(market, best[None])[1][0]), searched


def _corners(market: Valuations) -> np.ndarray:
    """Return all pairs of prices at which a best offer of two products can lie.

    Between prices at which nobody changes their mind the profit rises with each price. So at a best offer
    three things hold at once, of these: somebody is just willing to pay a price, or is just indifferent
    between the bundle and one product. Each way to choose three gives a pair of prices.
    """
    one, two = (np.unique(market.worth[:, i]) for i in (0, 1))
    sums = np.unique(market.worth.sum(axis=1))
    # 0 lets a product cost as much as the bundle.
    zero_one, zero_two = np.append(one, 0.0), np.append(two, 0.0)
    pairs = [
        _pairs(lambda a, b, _: (a, b), one, two, [0.0]),
        _pairs(lambda a, s, other: (a, s - other), one, sums, zero_one),
        _pairs(lambda b, s, other: (s - other, b), two, sums, zero_two),
        _pairs(lambda s, b, a: (s - b, s - a), sums, zero_two, zero_one),
        _pairs(lambda a, b, other: (a, a + b - other), one, zero_two, zero_one),
        _pairs(lambda b, a, other: (b + a - other, b), two, zero_one, zero_two),
    ]
    found = np.unique(np.round(np.vstack(pairs), 6), axis=0)
    return found[(found >= market.costs).all(axis=1)]


def _pairs(prices, *lists) -> np.ndarray:
    """Return the pairs of prices that a rule makes of each combination of three values."""
    return np.column_stack([each.ravel() for each in prices(*np.meshgrid(*lists, indexing="ij"))])


def _grid(market: Valuations, starts: np.ndarray) -> np.ndarray:
    """Return prices to try: all combinations for two products, else one product moved at a time."""
    steps = [_steps(market.worth[:, i], market.costs[i]) for i in range(len(market.names))]
    if len(steps) == 2:
        return np.array(list(product(*steps)))
    return np.vstack([_moved(start, steps) for start in starts])


def _some(market: Valuations) -> Valuations:
    """Return the market with every so many of its people, about a thousand, from few to much worth."""
    order = np.lexsort((*market.worth.T, market.worth.sum(axis=1)))
    return replace(market, worth=market.worth[order[:: max(len(order) // _SAMPLE, 1)]])


def _steps(worth: np.ndarray, cost: float) -> np.ndarray:
    prices = np.floor(100 * np.quantile(worth, np.linspace(0, 1, _STEPS))) / 100
    return np.unique(np.maximum(prices, cost))


def _moved(start: np.ndarray, steps: list[np.ndarray]) -> np.ndarray:
    """Return copies of prices in which one of them is changed."""
    rows = []
    for i, values in enumerate(steps):
        changed = np.tile(start, (len(values), 1))
        changed[:, i] = values
        rows.append(changed)
    return np.vstack(rows)


def _refined(market: Valuations, best: np.ndarray) -> np.ndarray:
    """Return prices that no step of one price improves, with steps that shrink to cents."""
    wide = [_steps(market.worth[:, i], market.costs[i]) for i in range(len(market.names))]
    for scale in (None, *np.geomspace(market.worth.max() / 16, 0.01, 10)):
        for _ in range(8):
            around = [each + scale * np.array([-2, -1, 1, 2]) for each in best] if scale else wide
            tried = np.round(np.maximum(_moved(best, around), market.costs), 2)
            better = _pick(market, np.vstack([best, tried]))
            if np.array_equal(better, best):
                break
            best = better
    return best


def _pick(market: Valuations, prices: np.ndarray) -> np.ndarray:
    """Return the row of prices that earns most with its best bundle; of equals, the first."""
    step = max(_AT_A_TIME // max(market.worth.size, 1), 1)
    earned = [_together(market, prices[place : place + step])[0] for place in range(0, len(prices), step)]
    return prices[int(np.round(np.concatenate(earned), 6).argmax())]


def _together(market: Valuations, prices: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return what each row of prices earns with its best bundle, and the price of that bundle.

    A person takes the bundle when it costs no more than the sum, over the products, of its worth or its
    price alone, whichever is less. So the best price of the bundle is one of these sums.
    """
    worth, price = market.worth[None], prices[:, None, :]
    most = np.round(np.minimum(worth, price).sum(axis=2), 6)
    alone = np.where(np.round(worth - price, 6) >= 0, price - market.costs, 0.0).sum(axis=2)
    # Those who would pay most for the bundle first; of equals, those who bring least otherwise.
    order = np.lexsort((alone, -most), axis=1)
    most, alone = np.take_along_axis(most, order, 1), np.take_along_axis(alone, order, 1)
    rank = np.arange(1, most.shape[1] + 1)
    total = alone.sum(axis=1, keepdims=True)
    with_bundle = rank * (most - market.costs.sum()) + total - np.cumsum(alone, axis=1)
    earned = np.round(np.column_stack([total[:, 0], with_bundle]), 6)
    # The last of equals serves most people, at the lowest price.
    buyers = earned.shape[1] - 1 - earned[:, ::-1].argmax(axis=1)
    offered = np.column_stack([np.full(len(most), np.inf), most])
    rows = np.arange(len(most))
    return earned[rows, buyers], offered[rows, buyers]
