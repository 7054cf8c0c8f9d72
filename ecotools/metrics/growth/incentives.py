"""What a badge, a share of revenue or a featured slot costs, and what the content that it brings is worth."""

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.metrics import columns
from ecotools.metrics.decisions.ranks import distinct


def incentive_outcomes(incentives: pd.DataFrame, *, items: float, value: float) -> pd.DataFrame:
    """Return what each incentive for those who make content costs a month, and what it brings.

    What is paid per item is paid for all items, those too that would have come anyway.

    Parameters
    ----------
    incentives : DataFrame
        One row per incentive: ``incentive`` (its name); ``more``, by how much it raises the number of items,
        as a fraction (0.5 for half as many more; below 0 where it drives people off); ``per_item``, money
        paid for each; ``fixed``, money a month.
    items : float
        Good items a month without any incentive.
    value : float
        What one good item leaves over its life, in money: visitors in its first month / fade x what a visitor
        is worth.

    Returns
    -------
    DataFrame
        One row per incentive: ``incentive``, ``items`` a month with it, ``extra`` of these, ``cost``,
        ``brings`` (extra x value), ``net``, and ``needed``: the value of an item from which it pays (inf
        where it costs and brings none; 0 where it costs nothing). The largest net first, then by name.

    Raises
    ------
    TypeError, ValueError
        A missing column, an incentive named twice, a number out of range.

    Examples
    --------
    >>> ways = pd.DataFrame({"incentive": ["badge", "share"], "more": [0.1, 0.5], "per_item": [0.0, 3.0],
    ...     "fixed": [20.0, 0.0]})
    >>> incentive_outcomes(ways, items=40, value=8)
      incentive  items  extra   cost  brings   net  needed
    0     badge   44.0    4.0   20.0    32.0  12.0     5.0
    1     share   60.0   20.0  180.0   160.0 -20.0     9.0
    """
    errors.columns(incentives, ["incentive", "more", "per_item", "fixed"], "incentives")
    names = distinct(incentives, "incentive", "incentives")
    held = {one: columns.numbers(incentives, one, "incentives") for one in ("more", "per_item", "fixed")}
    columns.refuse(incentives, held["more"] < -1, "incentives", "more is below -1")
    for one in ("per_item", "fixed"):
        columns.refuse(incentives, held[one] < 0, "incentives", f"{one} is below 0")
    items, value = errors.not_negative(items, "items"), errors.not_negative(value, "value")
    extra = items * held["more"]
    cost = held["per_item"] * (items + extra) + held["fixed"]
    with np.errstate(divide="ignore", invalid="ignore"):
        needed = np.where(cost == 0, 0.0, np.where(extra > 0, cost / extra, np.inf))
    table = pd.DataFrame({"incentive": names, "items": items + extra, "extra": extra, "cost": cost})
    table["brings"] = extra * value
    table["net"] = table["brings"] - table["cost"]
    table["needed"] = needed
    return table.sort_values(["net", "incentive"], ascending=[False, True], ignore_index=True)
