"""What a tier may charge for: who gives what the others come for."""

from collections.abc import Iterable

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.metrics.columns import numbers, refuse
from ecotools.metrics.community.days import activity_of


def free_floor(activity, paying: Iterable) -> pd.DataFrame:
    """Return what each kind of action would lose if only those who pay could do it.

    What people on the free floor (or on a cheaper tier) give to all is what a wall would take away. What they
    give nothing of can be charged for, and the floor stays as full as it was.

    Parameters
    ----------
    activity : Ledger or DataFrame
        Activity in the ledger's columns: customer_id, day, action, count.
    paying : list of ids
        Who pays for the tier. Everybody else in the activity is on the floor below it.

    Returns
    -------
    DataFrame
        Index action, sorted, and at the end ``together``: count, lost (of it, by people on the floor),
        share_lost (NaN where nothing was done), people (who did it), people_lost (of them, on the floor). It
        takes all of them for people who would stop; who would pay instead is a question of the price.

    Raises
    ------
    ValueError, TypeError
        A missing column or id, a count that is below zero or no whole number.

    Examples
    --------
    >>> activity = pd.DataFrame({"customer_id": [1, 2, 2, 3], "day": pd.to_datetime(["2025-01-01"] * 4),
    ...                          "action": ["post", "post", "event", "event"], "count": [6, 2, 1, 1]})
    >>> free_floor(activity, paying=[2, 3])[["count", "lost", "share_lost"]]
              count  lost  share_lost
    action
    event         2     0        0.00
    post          8     6        0.75
    together     10     6        0.60
    """
    table = activity_of(activity)
    errors.columns(table, ["action", "count"], "activity")
    number = numbers(table, "count", "activity")
    wrong = (number < 0) | (number != np.floor(number))
    refuse(table, wrong, "activity", "count is no whole number, 0 or more,")
    below = ~table["customer_id"].isin(errors.several(paying, "paying")).to_numpy(dtype=bool)
    read = pd.DataFrame({"who": table["customer_id"].to_numpy(), "below": below, "count": number})
    read["action"] = table["action"].astype(str).to_numpy()
    read = read[read["count"] > 0]
    rows = {action: _lost(part) for action, part in read.groupby("action")} | {"together": _lost(read)}
    found = pd.DataFrame(rows, index=["count", "lost", "people", "people_lost"]).T.rename_axis("action")
    found = found.astype(np.int64)
    found.insert(2, "share_lost", found["lost"] / found["count"].where(found["count"] > 0))
    found.attrs["definition"] = {"lost": "done by people who do not pay for the tier"}
    return found


def _lost(part: pd.DataFrame) -> tuple:
    mine = part[part["below"]]
    return part["count"].sum(), mine["count"].sum(), part["who"].nunique(), mine["who"].nunique()
