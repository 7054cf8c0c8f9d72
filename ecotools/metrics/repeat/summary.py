"""The RFM summary: how often, how recently and for how much each customer bought."""

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.metrics.repeat.purchases import SAME_DAY, UNITS, Purchases, read_purchases


def rfm(
    orders,
    until=None,
    *,
    unit: str = "week",
    same_day: str = "one",
    net: bool = False,
    include_free: bool = False,
) -> pd.DataFrame:
    """Return each customer's frequency, recency, age and spend, as the models of repeat buying take them.

    Parameters
    ----------
    orders : DataFrame or Ledger
        Orders in the ledger's columns: customer_id, day, amount, and order_id for ``same_day="each"``. Pass
        them from the beginning: a customer whose first purchase is missing looks younger than they are.
    until : day or month, optional
        First day not observed; a month is meant whole. Default: the ledger's end, or the day after the last
        order.
    unit : "day" or "week"
        What recency and age are counted in, a week being 7 days.
    same_day : "one" or "each"
        Whether several orders of a customer on one day are one purchase, as the published summaries of CDNOW
        have it, or one each. Of orders on one day, that of the lowest order_id is the first.
    net : bool
        Take off what was refunded.
    include_free : bool
        Count purchases for which nothing was paid (a lead magnet) too.

    Returns
    -------
    DataFrame
        One row per customer who bought before ``until``, sorted by id. Columns customer_id, frequency
        (purchases after the first), recency (time from the first to the last purchase, 0 without a
        repeat), age (time from the first purchase to the last day observed), spend (mean amount of a repeat
        purchase, NaN without one), revenue (all that was paid, first purchase included).

    Raises
    ------
    ValueError
        When the orders are a window of a longer ledger, which cannot tell who had bought before.

    References
    ----------
    Fader, Hardie & Lee (2005), Marketing Science 24, section 4: x, t_x and T.

    Examples
    --------
    >>> import pandas as pd
    >>> days = pd.to_datetime(["2025-01-06", "2025-01-20", "2025-01-20", "2025-02-03"])
    >>> orders = pd.DataFrame({"customer_id": ["Ada", "Ada", "Ada", "Ben"], "order_id": [1, 2, 3, 4]})
    >>> orders = orders.assign(day=days, amount=[20.0, 10.0, 30.0, 15.0])
    >>> rfm(orders, until="2025-03-04")[["customer_id", "frequency", "recency", "age", "spend", "revenue"]]
      customer_id  frequency  recency  age  spend  revenue
    0         Ada          1      2.0  8.0   40.0     60.0
    1         Ben          0      0.0  4.0    NaN     15.0
    >>> rfm(orders, until="2025-03-04", same_day="each")["frequency"].tolist()
    [2, 0]
    """
    days = UNITS[errors.one_of(unit, UNITS, "unit")]
    bought = read_purchases(orders, until, same_day=same_day, net=net, include_free=include_free)
    table = summarised(bought, days)
    table.attrs["definition"] = described(same_day, unit, net=net, include_free=include_free)
    return table


def described(same_day: str, unit: str, *, net: bool = False, include_free: bool) -> dict[str, str]:
    """Return what a summary counts, in words."""
    return {
        "purchase": SAME_DAY[same_day] + ("" if include_free else "; free ones left out"),
        "unit": unit,
        "spend": f"mean of what was {'paid - refunded' if net else 'paid'} for a purchase after the first",
    }


def summarised(bought: Purchases, days: int) -> pd.DataFrame:
    """Return the summary of purchases, in times of ``days``."""
    many = len(bought.ids)
    frequency = np.bincount(bought.who[bought.repeat], minlength=many)
    again = np.bincount(bought.who[bought.repeat], bought.amount[bought.repeat], minlength=many)
    first, last = bought.first, np.zeros(many, dtype="datetime64[D]")
    last[bought.who] = bought.day  # sorted by day: the last one stays
    return pd.DataFrame(
        {
            "customer_id": bought.ids,
            "frequency": frequency,
            "recency": (last - first).astype(np.int64) / days,
            "age": (bought.last - first).astype(np.int64) / days,
            "spend": np.divide(again, frequency, out=np.full(many, np.nan), where=frequency > 0),
            "revenue": np.bincount(bought.who, bought.amount, minlength=many),
        }
    )
