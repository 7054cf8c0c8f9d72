"""Subscriptions that go on under another id: a plan that was switched, a shop that was left."""

import pandas as pd


def joined_up(subscriptions: pd.DataFrame) -> pd.DataFrame:
    """Return subscriptions in which one that begins on the day another of its customer ends goes on with it.

    The later one takes the id of the earlier one, whose ending becomes a change, so that who switches a plan
    or moves with the business to another shop is neither lost nor new. Where several end or begin on that
    day, they are paired in the order of their ids.

    Examples
    --------
    >>> rows = pd.DataFrame({
    ...     "subscription_id": ["a", "b"], "customer_id": [1, 1],
    ...     "start": pd.to_datetime(["2025-01-01", "2025-03-01"]),
    ...     "end": pd.to_datetime(["2025-03-01", None]), "ended_by": ["cancelled", ""]})
    >>> joined_up(rows)[["subscription_id", "ended_by"]].to_dict("list")
    {'subscription_id': ['a', 'a'], 'ended_by': ['changed', '']}
    """
    rows = subscriptions.astype({"ended_by": "str"}).reset_index(drop=True)
    spans = rows.sort_values(["start", "end"], kind="stable").groupby("subscription_id", sort=True)
    firsts = spans.head(1)[["subscription_id", "customer_id", "start"]]
    lasts = spans.tail(1)[["subscription_id", "customer_id", "end"]].dropna(subset="end")
    begun, ended = (
        part.rename(columns={"start": "day", "end": "day"}).sort_values("subscription_id", kind="stable")
        for part in (firsts, lasts)
    )
    key = ["customer_id", "day"]
    pairs = ended.assign(row=ended.index, place=ended.groupby(key).cumcount()).merge(
        begun.assign(place=begun.groupby(key).cumcount()), on=[*key, "place"], suffixes=("", "_next")
    )
    pairs = pairs[pairs["subscription_id"] != pairs["subscription_id_next"]]
    if pairs.empty:
        return subscriptions
    rows.loc[pairs["row"], "ended_by"] = "changed"
    before = dict(zip(pairs["subscription_id_next"], pairs["subscription_id"], strict=True))
    return rows.assign(subscription_id=[_first(id, before) for id in rows["subscription_id"]])


def _first(id, before: dict):
    """Return the first of a chain of subscriptions."""
    while id in before:
        id = before[id]
    return id
