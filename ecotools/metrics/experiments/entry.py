"""A cheap first product: does it lead buyers to the course, or does it take the place of the course?"""

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.metrics import columns
from ecotools.metrics.counts import inside
from ecotools.metrics.experiments.means import compare_means
from ecotools.metrics.experiments.shares import compare_shares

GROUPS = ("offered", "held_back")
"""The two groups: visitors who were offered the entry product, and visitors who were not."""

SHARES = {
    "entry": "bought the entry product",
    "upgraded": "bought the core product on a later day than the entry product",
    "direct": "bought the core product without having bought the entry product on a day before",
    "core": "bought the core product at all: upgraded or direct",
}
"""The shares of visitors that `entry_offer` compares."""


def entry_offer(orders, groups: pd.DataFrame, *, entry: str, core: str, level: float = 0.95) -> pd.DataFrame:
    """Return what an entry product brings, from an experiment that held it back from some visitors by lot.

    Counting upgrades alone praises the kit for buyers who would have bought the course anyway. What counts
    are the upgrades less the direct sales that are lost, which is the difference of the row ``core``, and
    in money that of the row ``revenue``.

    Parameters
    ----------
    orders : Ledger or DataFrame
        Order lines in the ledger's columns ``customer_id``, ``day``, ``product``, ``amount`` and, where
        known, ``refunded``. Orders of people in neither group are left out.
    groups : DataFrame
        One row per visitor of the experiment, buyers or not: ``customer_id`` and ``group`` ("offered" or
        "held_back"). At least two visitors in each group.
    entry, core : str
        The products, such as a kit and the course.
    level : float, default 0.95
        Confidence level of the intervals, a fraction.

    Returns
    -------
    pandas.DataFrame
        Index ``measure``: ``entry``, ``upgraded``, ``direct``, ``core`` (shares of visitors) and
        ``revenue`` (money per visitor, of all their orders, less refunds). Columns ``offered``,
        ``held_back``, ``difference`` = offered - held_back, ``low``, ``high``. ``attrs``: ``visitors`` by
        group, ``verdict`` ("feeds", "eats" or "cannot be told", by the interval of the revenue),
        ``definition``, ``reason`` (why an interval is missing, or "").

    Raises
    ------
    ValueError, TypeError
        A missing column or id, a visitor in two groups, an unknown group, fewer than two visitors in one,
        amounts in several currencies, a product that nobody bought while others were.

    Examples
    --------
    >>> groups = pd.DataFrame({"customer_id": range(1, 9), "group": ["offered", "held_back"] * 4})
    >>> orders = pd.DataFrame({"customer_id": [1, 1, 2, 3], "product": ["kit", "course", "course", "kit"],
    ...     "day": pd.to_datetime(["2025-03-01", "2025-03-20", "2025-03-02", "2025-03-05"]),
    ...     "amount": [29.0, 199.0, 199.0, 29.0]})
    >>> found = entry_offer(orders, groups, entry="kit", core="course")
    >>> found[["offered", "held_back", "difference"]]
             offered  held_back  difference
    measure
    entry       0.50       0.00        0.50
    upgraded    0.25       0.00        0.25
    direct      0.00       0.25       -0.25
    core        0.25       0.25        0.00
    revenue    64.25      49.75       14.50
    >>> found.attrs["verdict"]
    'cannot be told'
    """
    level = inside(level, "level", 0.95)
    group = _groups(groups)
    bought = _orders(orders, entry, core)
    visitors = _visitors(bought[bought["customer_id"].isin(group.index)], group, entry, core)
    halves = {name: visitors[group == name] for name in GROUPS}
    rows, reasons = {}, []
    for measure in [*SHARES, "revenue"]:
        held, offered = (halves[name][measure] for name in reversed(GROUPS))
        if measure == "revenue":
            found = compare_means(held, offered, level=level)
        else:
            found = compare_shares(held.sum(), len(held), offered.sum(), len(offered), level=level)
        row = [offered.mean(), held.mean(), *found[["difference", "low", "high"]]]
        rows[measure] = row
        if np.isnan(found["low"]):
            reasons.append(f"{measure}: {found.attrs['reason']}")
    table = pd.DataFrame.from_dict(
        rows, orient="index", columns=[*GROUPS, "difference", "low", "high"], dtype=float
    )
    table = table.rename_axis("measure")
    table.attrs["visitors"] = {name: len(half) for name, half in halves.items()}
    table.attrs["verdict"] = _verdict(*table.loc["revenue", ["low", "high"]])
    table.attrs["definition"] = SHARES | {
        "revenue": "amounts less refunds of all orders, per visitor",
        "intervals": "Newcombe's of the shares, Welch's of the revenue",
        "level": level,
    }
    table.attrs["reason"] = "; ".join(reasons)
    return table


def _verdict(low: float, high: float) -> str:
    return "feeds" if low > 0 else "eats" if high < 0 else "cannot be told"


def _groups(groups: pd.DataFrame) -> pd.Series:
    """Return the group of each visitor."""
    errors.columns(groups, ["customer_id", "group"], "groups")
    who, group = columns.ids(groups, "customer_id", "groups"), groups["group"].astype(object)
    columns.refuse(
        groups, ~group.isin(GROUPS).to_numpy(), "groups", "group is neither 'offered' nor 'held_back'"
    )
    columns.refuse(groups, who.duplicated().to_numpy(), "groups", "customer_id has been given before")
    for name in GROUPS:
        if (group == name).sum() < 2:
            raise ValueError(f"groups needs two visitors or more in the group {name!r}")
    return pd.Series(group.to_numpy(), index=pd.Index(who, dtype=object))


def _orders(orders, entry: str, core: str) -> pd.DataFrame:
    """Return who bought what on which day, and what it left after refunds."""
    table = orders if isinstance(orders, pd.DataFrame) else getattr(orders, "orders", orders)
    errors.columns(table, ["customer_id", "day", "product", "amount"], "orders")
    columns.one_currency(table, "orders", orders)
    product = table["product"].astype(object)
    for name, value in (("entry", entry), ("core", core)):
        if len(table):
            errors.one_of(value, sorted(set(product.dropna().map(str))), f"{name} (a product of orders)")
    paid = columns.numbers(table, "amount", "orders", money=True)
    if "refunded" in table.columns:
        paid = paid - columns.numbers(table, "refunded", "orders", money=True)
    return pd.DataFrame(
        {
            "customer_id": columns.ids(table, "customer_id", "orders").astype(object).to_numpy(),
            "day": columns.days(table["day"], "orders.day"),
            "product": product.to_numpy(),
            "paid": paid,
        }
    )


def _visitors(bought: pd.DataFrame, group: pd.Series, entry: str, core: str) -> pd.DataFrame:
    """Return what each visitor did: the shares as True or False, and the revenue."""
    first = {
        name: bought[bought["product"] == name].groupby("customer_id")["day"].min().reindex(group.index)
        for name in (entry, core)
    }
    upgraded = first[entry] < first[core]
    return pd.DataFrame(
        {
            "entry": first[entry].notna(),
            "upgraded": upgraded,
            "direct": first[core].notna() & ~upgraded,
            "core": first[core].notna(),
            # Sorted, so that the last digit of a sum does not depend on the order of the orders.
            "revenue": bought.sort_values("paid").groupby("customer_id")["paid"].sum().reindex(group.index),
        }
    ).fillna({"revenue": 0.0})
