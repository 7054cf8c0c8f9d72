"""What a ledger tells about the months behind: counts by month, who bought what, who runs today."""

from dataclasses import replace
from functools import cached_property

import numpy as np
import pandas as pd

from ecotools.blueprint import Blueprint
from ecotools.days import DAY
from ecotools.forecast.switches import joined_up
from ecotools.ledger import Ledger
from ecotools.metrics.retention.tenure import tenures

MOST_MONTHS = 12
"""Months looked back: what is older says little of what comes."""


class TooShortError(ValueError):
    """The ledger does not hold a whole month."""


class Seen:
    """The whole months of a ledger, at most the last twelve, as a forecast reads them.

    Attributes
    ----------
    ledger : Ledger
        Up to the end of its last whole month; who switched is one subscriber (see `joined_up`).
    months : PeriodIndex
        The months looked at.
    """

    def __init__(self, ledger: Ledger, blueprint: Blueprint):
        first = ledger.start.to_period("M") + int(ledger.start.day > 1)
        last = ledger.end.to_period("M") - 1
        if pd.isna(ledger.start) or last < first:
            raise TooShortError("the ledger holds no whole month; a forecast needs one to start from")
        seen = ledger.between(str(first), str(last))
        self.ledger = replace(seen, subscriptions=joined_up(seen.subscriptions))
        self.months = pd.period_range(max(first, last - MOST_MONTHS + 1), last, freq="M")
        self.blueprint = blueprint
        self.end = (last + 1).start_time

    @property
    def past(self) -> int:
        """How many months are looked at."""
        return len(self.months)

    def by_month(self, days: pd.Series) -> np.ndarray:
        """Return how many of ``days`` lie in each of the months."""
        return days.dt.to_period("M").value_counts().reindex(self.months, fill_value=0).to_numpy(float)

    @cached_property
    def since(self) -> pd.Timestamp:
        """First day looked at."""
        return self.months[0].start_time

    @cached_property
    def kind(self) -> dict[str, str]:
        """The kind of each product, by the blueprint; the ledger's own for others."""
        orders = self.ledger.orders
        told = dict(zip(orders["product"].astype(str), orders["kind"].astype(str), strict=True))
        return told | {one.id: one.kind for one in self.blueprint.products}

    @cached_property
    def orders(self) -> pd.DataFrame:
        """Paid lines of one-time products since the first month looked at."""
        orders = self.ledger.orders
        plans = set(self.ledger.subscriptions["product"].astype(str))
        kept = (orders["amount"] > 0) & (orders["day"] >= self.since)
        kept &= ~orders["product"].astype(str).isin(plans)
        return orders[kept].assign(product=orders["product"].astype(str))

    @cached_property
    def main(self) -> pd.DataFrame:
        """Sales of core products and bundles: their buyers are who the funnel leads to.

        A core product that is paid again and again is sold when its subscription begins.
        """
        columns = ["order_id", "customer_id", "day", "product"]
        lines = self.orders.loc[self.orders["product"].map(self.kind).isin(["core", "bundle"]), columns]
        begun = self.joins[
            self.joins["product"].map(self.kind).eq("core") & (self.joins["start"] >= self.since)
        ]
        if begun.empty:
            return lines
        begun = begun.rename(columns={"start": "day"}).assign(order_id=-1 - np.arange(len(begun)))
        return pd.concat([lines, begun[columns]], ignore_index=True)

    @cached_property
    def buyers(self) -> pd.Series:
        """Day of each customer's first order of a core product or bundle since the first month."""
        return self.main.groupby("customer_id")["day"].min()

    @cached_property
    def first_touches(self) -> pd.DataFrame:
        """The first touch of each visitor who came since the first month: day and channel."""
        touches = self.ledger.touches.sort_values("day", kind="stable").drop_duplicates("customer_id")
        recent = touches[touches["day"] >= self.since]
        return recent.set_index("customer_id")[["day", "channel"]].astype({"channel": str})

    def in_time(self, start: pd.Series, then: pd.Series, days: int) -> tuple[int, int]:
        """Return how many follow within ``days``, of how many who were observed so long.

        Parameters
        ----------
        start, then : Series
            Days by customer, one each.
        """
        ripe = start[start + days * DAY < self.end]
        waited = then.reindex(ripe.index) - ripe
        return int(((waited >= 0 * DAY) & (waited <= days * DAY)).sum()), len(ripe)

    @cached_property
    def subscriptions(self) -> pd.DataFrame:
        """All periods of paid terms, with the product as text and what each adds to MRR."""
        rows = self.ledger.subscriptions
        monthly = rows["price"] * rows["quantity"] * (1 - rows["discount"]) / rows["interval_months"]
        return rows.assign(product=rows["product"].astype(str), monthly=monthly)[monthly > 0]

    @cached_property
    def running(self) -> pd.DataFrame:
        """Paid periods that run on the last day, with the age of their subscription in whole months."""
        rows, last = self.subscriptions, self.end - DAY
        rows = rows[(rows["start"] <= last) & (rows["end"].isna() | (rows["end"] > last))]
        known = self.tenures[~self.tenures["observed"]].set_index("subscription_id")["duration"]
        return rows.assign(age=rows["subscription_id"].map(known).fillna(0).astype(int))

    @cached_property
    def joins(self) -> pd.DataFrame:
        """The first paid period of each subscription."""
        rows = self.subscriptions.sort_values("start", kind="stable")
        return rows.drop_duplicates("subscription_id")

    def started(self, product: str) -> pd.Series:
        """Return the day of each customer's first order of a product, or first day of paying for it."""
        orders, joins = self.orders, self.joins
        bought = orders.loc[orders["product"] == product, ["customer_id", "day"]]
        joined = joins.loc[joins["product"] == product, ["customer_id", "start"]]
        rows = [bought, joined.rename(columns={"start": "day"})]
        rows = [one for one in rows if len(one)] or [bought]
        return pd.concat(rows).groupby("customer_id")["day"].min()

    @cached_property
    def tenures(self) -> pd.DataFrame:
        """How long each subscription has run, in months, and whether it ended."""
        return tenures(self.ledger, count_by="subscription")

    def changes(self, plan: str) -> tuple[str | None, int, float]:
        """Return the plan that most changes of ``plan`` lead to, how many, and of how many months."""
        rows = self.subscriptions
        mine = rows[rows["product"] == plan]
        ends = mine["end"].fillna(self.end).clip(upper=self.end)
        months = float((ends - mine["start"]).dt.days.clip(lower=0).sum() / 30.4375)
        moved = mine[mine["ended_by"].astype(str) == "changed"]
        key = ["subscription_id", "day"]
        then = moved.assign(day=moved["end"])[key].merge(rows.assign(day=rows["start"]), on=key)
        to = then["product"].value_counts().drop(plan, errors="ignore")
        return (str(to.index[0]), int(to.iloc[0]), months) if len(to) else (None, 0, months)
