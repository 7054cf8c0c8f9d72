"""RFM groups: customers by how recently, how often and for how much they bought, named and counted."""

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.metrics.counts import count
from ecotools.metrics.repeat.purchases import read_purchases
from ecotools.metrics.repeat.summary import summarised

SEGMENTS = {
    "champion": "often, recently, and for much",
    "loyal": "often and recently",
    "promising": "again, and recently",
    "new": "once, and recently",
    "at_risk": "often, but not recently",
    "fading": "again, but not recently",
    "one_time": "once, and not recently",
}


def segment_list(
    orders,
    until=None,
    *,
    recent: int = 90,
    often: int = 3,
    large: float | None = None,
    net: bool = False,
    include_free: bool = False,
) -> pd.DataFrame:
    """Return each customer's group by recency, frequency and money (RFM).

    The limits are choices and no findings: a shop for weddings and one for coffee need others. Say which
    were used, and try what changes with them.

    Parameters
    ----------
    orders : DataFrame or Ledger
        Orders in the ledger's columns: customer_id, day, amount. Several on one day are one purchase. What
        subscribers pay is not among them: join it with `revenue.payments`.
    until : day or month, optional
        First day not observed; a month is meant whole. Default: the ledger's end, or the day after the last
        order.
    recent : int, default 90
        A customer bought recently whose last purchase is at most this many days back.
    often : int, default 3
        Purchases from which on a customer buys often; 2 or more.
    large : float, optional
        Money from which on a customer spends much, all purchases together. Default: what the top fifth of the
        customers spent at least.
    net : bool
        Take off what was refunded.
    include_free : bool
        Count purchases for which nothing was paid (a lead magnet) too.

    Returns
    -------
    DataFrame
        Columns customer_id, purchases, days_since (last purchase to the last day observed), revenue, segment.
        One row per customer, sorted by id. ``attrs["definition"]`` says what each group is.

    Examples
    --------
    >>> import pandas as pd
    >>> days = pd.to_datetime(["2025-01-06", "2025-02-20", "2025-03-20", "2025-01-03", "2025-03-29"])
    >>> who = ["Ada", "Ada", "Ada", "Ben", "Cy"]
    >>> orders = pd.DataFrame({"customer_id": who, "day": days, "amount": [20.0, 20.0, 20.0, 30.0, 10.0]})
    >>> segment_list(orders, until="2025-04-01", recent=60)
      customer_id  purchases  days_since  revenue   segment
    0         Ada          3          11     60.0  champion
    1         Ben          1          87     30.0  one_time
    2          Cy          1           2     10.0       new
    """
    often = count(often, "often", at_least=2, of="purchases")
    recent = errors.not_negative(recent, "recent")
    bought = read_purchases(orders, until, net=net, include_free=include_free)
    summary = summarised(bought, 1)
    table = pd.DataFrame(
        {
            "customer_id": summary["customer_id"],
            "purchases": summary["frequency"] + 1,
            "days_since": (summary["age"] - summary["recency"]).astype(np.int64),
            "revenue": summary["revenue"],
        }
    )
    if large is None:
        large = float(np.quantile(table["revenue"], 0.8, method="higher")) if len(table) else 0.0
    large = errors.not_negative(large, "large")
    near, many, again = table["days_since"] <= recent, table["purchases"] >= often, table["purchases"] > 1
    much = table["revenue"] >= large
    cases = [near & many & much, near & many, near & again, near, many, again]
    table["segment"] = np.select(cases, list(SEGMENTS)[:-1], "one_time").astype(object)
    limits = {"recently": f"within {recent:g} days", "often": f"{often} purchases", "much": f"{large:g}"}
    table.attrs["definition"] = SEGMENTS | limits
    return table


def segments(
    orders,
    until=None,
    *,
    recent: int = 90,
    often: int = 3,
    large: float | None = None,
    net: bool = False,
    include_free: bool = False,
) -> pd.DataFrame:
    """Return how many customers are in each RFM group, and what they brought.

    Parameters
    ----------
    orders, until, recent, often, large, net, include_free
        As in `segment_list`.

    Returns
    -------
    DataFrame
        Index segment: champion, loyal, promising, new, at_risk, fading, one_time, also where empty. Columns
        customers, share (of the customers), revenue, revenue_share, purchases and days_since (means; NaN in
        an empty group). Shares are NaN when there is nobody, or no revenue.

    Examples
    --------
    >>> import pandas as pd
    >>> days = pd.to_datetime(["2025-01-06", "2025-02-20", "2025-03-20", "2025-01-03", "2025-03-29"])
    >>> who = ["Ada", "Ada", "Ada", "Ben", "Cy"]
    >>> orders = pd.DataFrame({"customer_id": who, "day": days, "amount": [20.0, 20.0, 20.0, 30.0, 10.0]})
    >>> found = segments(orders, until="2025-04-01", recent=60)
    >>> found.loc[found["customers"] > 0, ["customers", "revenue", "revenue_share"]]
              customers  revenue  revenue_share
    segment
    champion          1     60.0            0.6
    new               1     10.0            0.1
    one_time          1     30.0            0.3
    """
    listed = segment_list(
        orders, until, recent=recent, often=often, large=large, net=net, include_free=include_free
    )
    names = pd.Index(list(SEGMENTS), name="segment")
    grouped = listed.groupby("segment")
    customers = grouped.size().reindex(names, fill_value=0)
    revenue = grouped["revenue"].sum().reindex(names, fill_value=0.0)
    table = pd.DataFrame({"customers": customers, "share": _shares(customers), "revenue": revenue})
    table["revenue_share"] = _shares(revenue)
    for column in ("purchases", "days_since"):
        table[column] = grouped[column].mean().reindex(names)
    table.attrs["definition"] = listed.attrs["definition"]
    if not len(listed):
        table.attrs["reason"] = "there are no purchases"
    return table


def _shares(values: pd.Series) -> pd.Series:
    total = values.sum()
    return values / (total if total > 0 else np.nan)
