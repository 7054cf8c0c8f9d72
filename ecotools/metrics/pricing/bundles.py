"""Products sold apart, as a bundle, or both: who takes what, and what buyers of a bundle really save."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.metrics.pricing.amounts import by_name, people

TIES = "of choices that leave a person the same, the one that leaves the seller most; then the larger one"
"""Who takes what when two choices are worth the same: a cent off the price would settle it that way."""

RESERVED = ("selling", "bundle", "buyers", "revenue", "profit", "surplus", "choice", "paid")
"""Names that a product cannot have, since tables of results use them."""


@dataclass(frozen=True)
class Valuations:
    """What products are worth to people (people x products), what each costs to serve, and their names."""

    worth: np.ndarray
    costs: np.ndarray
    names: list
    dropped: int

    @classmethod
    def read(cls, worths: pd.DataFrame, cost, *, fewest: int = 2) -> Valuations:
        """Read a table of worths; people with a blank are dropped and counted."""
        worth, names = people(worths, "worths", "product")
        if len(names) < fewest:
            raise ValueError(f"worths needs {fewest} products or more, one column each, not {len(names)}")
        taken = [name for name in names if name in RESERVED]
        if taken:
            raise ValueError(f"worths names a product {taken[0]!r}, a name of the result: rename it")
        whole = ~np.isnan(worth).any(axis=1)
        return cls(worth[whole], by_name(cost, names, "cost", default=0.0), names, int((~whole).sum()))


@dataclass(frozen=True)
class Taken:
    """What each person takes: the products bought alone (people x products), the bundle, and the amounts."""

    alone: np.ndarray
    bundle: np.ndarray
    paid: np.ndarray
    profit: np.ndarray
    surplus: np.ndarray


def bundle_choices(
    worths: pd.DataFrame,
    prices: Mapping[str, float] | None = None,
    bundle_price: float | None = None,
) -> pd.DataFrame:
    """Return what each person takes when products are sold apart, as a bundle of all, or both.

    The rule is that of `bundle_demand`, with products that cost the seller nothing.

    Parameters
    ----------
    worths, prices, bundle_price
        As for `bundle_demand`.

    Returns
    -------
    pandas.DataFrame
        The rows of ``worths`` without a blank, in their order, with ``choice`` ("nothing", the products
        bought alone joined by " + ", or "bundle"), ``paid`` and ``surplus`` (worth less price).

    Raises
    ------
    ValueError, TypeError
        As for `bundle_demand`.

    Examples
    --------
    >>> worths = pd.DataFrame({"course": [10, 80, 90], "kit": [90, 40, 10]})
    >>> bundle_choices(worths, {"course": 90, "kit": 85}, 120)
       course   kit  choice   paid  surplus
    0    10.0  90.0     kit   85.0      5.0
    1    80.0  40.0  bundle  120.0      0.0
    2    90.0  10.0  course   90.0      0.0
    """
    market = Valuations.read(worths, 0.0)
    taken = choose(market, *_offer(market, prices, bundle_price))
    kept = ~worths.isna().any(axis=1)
    table = pd.DataFrame(market.worth, columns=market.names, index=worths.index[kept])
    named = pd.Series("", index=table.index, dtype=object)
    for _, _, name, who in _by_choice(market, taken):
        named[who] = name
    return table.assign(choice=named.astype("str"), paid=taken.paid, surplus=taken.surplus)


def bundle_demand(
    worths: pd.DataFrame,
    prices: Mapping[str, float] | None = None,
    bundle_price: float | None = None,
    *,
    cost: float | Mapping[str, float] = 0.0,
) -> pd.DataFrame:
    """Return who takes what when products are sold apart, as a bundle of all, or both.

    Each person takes what leaves them most: worth less price. The worths of several products add up. Of
    choices that leave the same, the one that leaves the seller most is taken (a cent less would settle it
    so), and of those the larger one.

    Parameters
    ----------
    worths : pandas.DataFrame
        What each product is worth to each person: one row per person, one column per product, in money.
        People with a blank are dropped and counted.
    prices : dict of str to float, optional
        The price of each product alone; those left out are not sold alone. Default: none is.
    bundle_price : float, optional
        The price of all products together. Default: they are sold apart only.
    cost : float or dict
        What serving one buyer of a product costs, for all products or by product.

    Returns
    -------
    pandas.DataFrame
        One row per choice that somebody makes, the smallest first: ``choice`` ("nothing", the products
        bought alone joined by " + ", or "bundle"), ``people``, ``share`` (fraction of people), ``paid`` by
        each, ``revenue``, ``profit``, ``surplus`` (what these people keep: worth less price, in all).
        ``attrs``: ``n_used``, ``n_dropped``, ``definition``.

    Raises
    ------
    ValueError, TypeError
        Fewer than two products, a price for an unknown product, a negative amount, nothing for sale.

    Examples
    --------
    Two theatres and two films: G. J. Stigler (1963), Supreme Court Review, on block booking.

    >>> worths = pd.DataFrame({"first film": [8000, 7000], "second film": [2500, 3000]})
    >>> bundle_demand(worths, {"first film": 7000, "second film": 2500})[["choice", "people", "revenue"]]
                         choice  people  revenue
    0  first film + second film       2  19000.0
    >>> bundle_demand(worths, bundle_price=10_000)[["choice", "people", "revenue"]]
       choice  people  revenue
    0  bundle       2  20000.0
    """
    market = Valuations.read(worths, cost)
    taken = choose(market, *_offer(market, prices, bundle_price))
    rows = []
    for size, place, what, who in _by_choice(market, taken):
        sums = [each[who].sum() for each in (taken.paid, taken.profit, taken.surplus)]
        number = int(who.sum())
        rows.append([size, place, what, number, number / len(who), sums[0] / number, *sums])
    table = pd.DataFrame(
        rows, columns=["size", "place", "choice", "people", "share", "paid", "revenue", "profit", "surplus"]
    )
    table = table.sort_values(["size", "place"], ignore_index=True).drop(columns=["size", "place"])
    table.attrs.update(n_used=len(market.worth), n_dropped=market.dropped)
    table.attrs["definition"] = {"choice": "largest surplus, 0 or more", "ties": TIES}
    return table


def bundle_savings(worths: pd.DataFrame, prices: Mapping[str, float], bundle_price: float) -> pd.DataFrame:
    """Return what the buyers of a bundle really save: against what they would have bought without it.

    The saving that is advertised is the sum of all prices less the bundle's. Only those who would have
    bought every part make it; the others pay for parts that they would have left.

    Parameters
    ----------
    worths, prices, bundle_price
        As for `bundle_demand`.

    Returns
    -------
    pandas.DataFrame
        One row per thing that buyers of the bundle would have bought: ``otherwise``, ``people``, ``share`` of
        the bundle's buyers, ``would_pay``, ``pays``, ``saving`` = would_pay - pays (below 0: they spend
        more), ``gain`` = what they keep now less what they would have kept, per person on average.
        ``attrs``: ``advertised`` (NaN unless each product has a price), ``n_used``, ``n_dropped``,
        ``definition``.

    Raises
    ------
    ValueError, TypeError
        As for `bundle_demand`.

    Examples
    --------
    >>> worths = pd.DataFrame({"course": [250, 240, 190], "kit": [60, 20, 45]})
    >>> found = bundle_savings(worths, {"course": 199, "kit": 49}, 229)
    >>> found[["otherwise", "people", "would_pay", "pays", "saving", "gain"]]
          otherwise  people  would_pay   pays  saving  gain
    0       nothing       1        0.0  229.0  -229.0   6.0
    1  course + kit       1      248.0  229.0    19.0  19.0
    >>> found.attrs["advertised"]
    19.0
    """
    market = Valuations.read(worths, 0.0)
    prices = errors.by_name(prices, "prices", "{'kit': 49}")
    bundle_price = errors.not_negative(bundle_price, "bundle_price")
    price, together = _offer(market, prices, bundle_price)
    now, before = choose(market, price, together), choose(market, price, np.inf)
    rows = []
    for size, place, what, who in _by_choice(market, before):
        chosen = who & now.bundle
        if chosen.any():
            gain = (now.surplus - before.surplus)[chosen].mean()
            number, would = int(chosen.sum()), before.paid[chosen].mean()
            share = number / now.bundle.sum()
            rows.append([size, place, what, number, share, would, together, would - together, gain])
    table = pd.DataFrame(
        rows,
        columns=["size", "place", *("otherwise", "people", "share", "would_pay", "pays", "saving", "gain")],
    )
    table = table.sort_values(["size", "place"], ignore_index=True).drop(columns=["size", "place"])
    advertised = float(price.sum()) - together
    table.attrs.update(n_used=len(market.worth), n_dropped=market.dropped)
    table.attrs["advertised"] = advertised if np.isfinite(advertised) else np.nan
    table.attrs["definition"] = {
        "saving": "what they would have paid apart less the bundle's price",
        "ties": TIES,
    }
    return table


def choose(market: Valuations, price: np.ndarray, together: float) -> Taken:
    """Return what each person takes at prices for each product alone and together; infinite: not for sale."""
    # Prices have cents: a millionth of a unit apart is the same surplus.
    left = np.round(market.worth - price, 6)
    margin = np.where(np.isfinite(price), price - market.costs, 0.0)
    alone = (left > 0) | ((left == 0) & (margin >= 0))
    apart_left = np.where(alone, left, 0.0).sum(axis=1)
    apart_profit = np.where(alone, margin, 0.0).sum(axis=1)
    if np.isfinite(together):
        bundle_left = market.worth.sum(axis=1) - together
        more = np.round(bundle_left - apart_left, 6)
        profit = together - market.costs.sum()
        bundle = (more > 0) | ((more == 0) & (np.round(profit - apart_profit, 6) >= 0))
    else:
        bundle_left, profit, bundle = apart_left, 0.0, np.zeros(len(left), dtype=bool)
    alone &= ~bundle[:, None]
    return Taken(
        alone=alone,
        bundle=bundle,
        paid=np.where(bundle, together if bundle.any() else 0.0, np.where(alone, price, 0.0).sum(axis=1)),
        profit=np.where(bundle, profit, apart_profit),
        surplus=np.where(bundle, bundle_left, apart_left),
    )


def _offer(market: Valuations, prices, bundle_price) -> tuple[np.ndarray, float]:
    """Return the price of each product alone and of all together, infinite where it is not for sale."""
    price = np.full(len(market.names), np.inf)
    if prices is not None:
        given = dict(prices.items()) if isinstance(prices, (Mapping, pd.Series)) else None
        if given is None:
            raise TypeError(
                f"prices must name products with their prices, such as {{'kit': 49}}, not {prices!r}"
            )
        for name in given:
            errors.one_of(name, market.names, "each product in prices")
        sold = [place for place, name in enumerate(market.names) if name in given]
        price[sold] = by_name(given, [market.names[place] for place in sold], "prices") if sold else []
    together = np.inf if bundle_price is None else errors.not_negative(bundle_price, "bundle_price")
    if not np.isfinite(price).any() and not np.isfinite(together):
        raise ValueError("nothing is for sale: give prices, a bundle_price, or both")
    return price, together


def _by_choice(market: Valuations, taken: Taken):
    """Give each choice that somebody makes: its size, its place, its name and who makes it."""
    powers = 1 << np.arange(len(market.names))
    code = np.where(taken.bundle, -1, taken.alone @ powers)
    for each in np.unique(code):
        held = (
            []
            if each < 0
            else [name for name, power in zip(market.names, powers, strict=True) if each & power]
        )
        name = "bundle" if each < 0 else " + ".join(map(str, held)) or "nothing"
        yield len(market.names) + 1 if each < 0 else len(held), int(each), name, code == each
