"""What a ledger shows of the whole months so far: sales, margin, customers, and whom they depend on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

import pandas as pd

from ecotools.blueprint import Blueprint
from ecotools.ledger import Ledger
from ecotools.measure import Measure, missing
from ecotools.metrics import funnel, kpi, retention, revenue, unit_economics
from ecotools.metrics.kpi.book import Book
from ecotools.metrics.kpi.sales import recurring_revenue
from ecotools.metrics.origins import UNKNOWN
from ecotools.plots.canvas.formats import percent, period
from ecotools.report.refunds import reversals

YEAR = 12
"""Months of a year: the span over which sums and shares are taken where the ledger has so many."""

MONTHLY = (
    "revenue", "order_revenue", "recurring_revenue", "mrr", "subscribers", "new_customers",
    "churn_rate", "gross_mrr_churn", "nrr", "grr", "quick_ratio", "arppu", "arpu", "ltv", "refund_rate",
)  # fmt: skip
LARGEST = (1, 5, 10, 20)
AGE = 3
"""Months after joining at which newer cohorts are compared with older ones."""
CHANCE = 0.1
"""How often chance alone may make a difference between cohorts that is told as one."""
COMPARED = (
    (12, 12, "the last twelve months", "the twelve before"),
    (3, 12, "the last three months", "the same months a year before"),
    (3, 3, "the last three months", "the three before"),
)
"""Spans whose revenue is compared: months, how far back the others lie, and what they are called."""


class Stayed(NamedTuple):
    """How many of those who joined were still there at an age.

    >>> newer = Stayed(16, 22)
    >>> str(newer), newer.differs_from(Stayed(63, 70)), Stayed(3, 4).differs_from(Stayed(9, 9))
    ('73% (16 of 22)', True, False)
    """

    there: int
    joined: int

    @property
    def share(self) -> float:
        return self.there / self.joined if self.joined else float("nan")

    def differs_from(self, other: Stayed) -> bool:
        """Return whether chance alone would hardly make a difference as large (Fisher's exact test)."""
        from scipy.stats import fisher_exact

        table = [[one.there, one.joined - one.there] for one in (self, other)]
        return bool(fisher_exact(table).pvalue < CHANCE)

    def __str__(self) -> str:
        return f"{percent(self.share)} ({self.there:,} of {self.joined:,})"


@dataclass(frozen=True)
class Actual:
    """A ledger as a report reads it. All sums are over whole months.

    Attributes
    ----------
    ledger, blueprint
        What happened, and the business that it happened to.
    table : DataFrame
        One row per KPI and month, as `metrics.kpi.compute` gives it; whole months only.
    partial : list of Period
        Months that the ledger covers in part, which are in nothing here.
    """

    ledger: Ledger
    blueprint: Blueprint
    table: pd.DataFrame
    partial: list[pd.Period]

    @cached_property
    def months(self) -> pd.DataFrame:
        """One row per whole month: the KPIs, and refunds (of what was revenue), costs and margin."""
        found = self.table.pivot(index="month", columns="kpi", values="value")[list(MONTHLY)]
        found = found.rename(columns={"order_revenue": "one_time", "recurring_revenue": "recurring"})
        given = reversals(self.ledger)
        back = self._book.total(given["amount"], given["day"])
        made = found["revenue"] - back - self._costs
        return found.assign(refunds=back, costs=self._costs, margin=made).loc[found.index]

    @property
    def last(self) -> pd.Period:
        """The last whole month."""
        return self.months.index[-1]

    @property
    def year(self) -> pd.DataFrame:
        """The last twelve whole months, or as many as there are."""
        return self.months.tail(YEAR)

    @property
    def span(self) -> tuple[pd.Timestamp, pd.Timestamp]:
        """First day of these months, and the first day after them."""
        return self.year.index[0].start_time, (self.last + 1).start_time

    @property
    def when(self) -> str:
        """The first and the last of these months, in words."""
        first, last = period(self.year.index[0]), period(self.last)
        return last if first == last else f"{first} to {last}"

    def value(self, id: str) -> Measure:
        """Return a KPI of the last whole month, or NaN with the reason."""
        row = self.table[(self.table["kpi"] == id) & (self.table["month"] == self.last)].iloc[0]
        return missing(row["reason"]) if pd.isna(row["value"]) else Measure(row["value"], unit=row["unit"])

    def growth(self) -> tuple[float, str, str]:
        """Return by how much revenue grew, as a fraction, of what, and over what; NaN where nothing compares.

        Whole years are compared where there are two, else three months with the same ones a year before, so
        that a season is no growth; else three months with the three before.
        """
        sold, count = self.months["revenue"], len(self.months)
        for size, back, of, over in COMPARED:
            before = sold.iloc[count - back - size : count - back].sum() if count >= back + size else 0
            if before > 0:
                return float(sold.iloc[-size:].sum() / before - 1), of, over
        return float("nan"), "", "no earlier months to compare with"

    @cached_property
    def by_customer(self) -> pd.Series:
        """What each customer paid in the span, before refunds, the largest first."""
        first, after = self.span
        paid = [self.ledger.orders[["customer_id", "day", "amount"]]]
        if len(self.ledger.subscriptions):
            paid.append(revenue.payments(self.ledger)[["customer_id", "day", "amount"]])
        rows = pd.concat([part for part in paid if len(part)], ignore_index=True)
        rows = rows[(rows["day"] >= first) & (rows["day"] < after) & (rows["amount"] > 0)]
        return rows.groupby("customer_id")["amount"].sum().sort_values(ascending=False, kind="stable")

    @property
    def largest(self) -> pd.Series:
        """Share of what was paid in the span that the largest customers paid, by how many."""
        paid = self.by_customer
        return pd.Series({few: paid.head(few).sum() / paid.sum() for few in LARGEST if few < len(paid)})

    @cached_property
    def by_product(self) -> pd.Series:
        """Revenue of each product in the span, the largest first; index: names."""
        names = {one.id: one.name for one in self.blueprint.products}
        found = self._by("product", ["revenue"])["revenue"].rename(index=names)
        return found[found > 0].sort_values(ascending=False, kind="stable")

    @cached_property
    def by_channel(self) -> pd.DataFrame:
        """New customers and revenue of each channel in the span, what was spent on it, and its CAC.

        A channel that was paid for and brought nothing is among them.
        """
        found = self._by("channel", ["new_customers", "revenue"])
        found = found[(found > 0).any(axis=1)].sort_values("revenue", ascending=False, kind="stable")
        if not len(self.ledger.spend):
            return found
        cost = unit_economics.channel_cac(self.ledger.between(*self.span)).set_index("channel")
        cost = cost.loc[(cost["cost"] > 0) | cost.index.isin(found.index), ["cost", "cac"]]
        found = found.join(cost, how="outer").fillna({"new_customers": 0.0, "revenue": 0.0})
        return found.sort_values("revenue", ascending=False, kind="stable")

    @property
    def spent(self) -> float:
        """What was paid to channels in the span."""
        first, after = self.span
        spend = self.ledger.spend
        return float(spend["amount"][(spend["day"] >= first) & (spend["day"] < after)].sum())

    def _by(self, what: str, ids: list[str]) -> pd.DataFrame:
        table = kpi.compute(_bare(self.blueprint), self.ledger, ids, by=what)
        table = table[table["month"].isin(self.year.index)]
        sums = table.pivot_table(index=what, columns="kpi", values="value", aggfunc="sum", observed=True)
        return sums.reindex(columns=ids).fillna(0.0)

    @property
    def known_channels(self) -> pd.DataFrame:
        """The channels without the customers of whom nobody knows where they came from."""
        return self.by_channel[self.by_channel.index != UNKNOWN]

    def payback(self) -> Measure:
        """Return after how many months an average customer has paid for being won, at the margin."""
        if not len(self.ledger.spend):
            return missing("the ledger has no spending on advertising")
        won = self.year["new_customers"].sum()
        people = (self.year["revenue"] / self.year["arpu"]).sum()
        if not won > 0 or not people > 0 or not self.year["margin"].sum() > 0:
            return missing("no margin that could pay for new customers")
        cac = self.spent / won
        return Measure(cac / (self.year["margin"].sum() / people), unit="months")

    @cached_property
    def movements(self) -> pd.DataFrame:
        """MRR and its movements in the whole months; empty without subscriptions."""
        if not len(self.ledger.subscriptions):
            return pd.DataFrame()
        return revenue.movements(self.ledger).reindex(self.months.index).dropna(how="all")

    def cohorts(self, of: str) -> pd.DataFrame:
        """Return the retention by month of joining and age, of "customers" or "revenue"."""
        until = (self.last + 1).start_time
        return retention.cohort_table(self.ledger, until=until, of=of).tail(YEAR).dropna(axis=1, how="all")

    @cached_property
    def newer_and_older(self) -> tuple[Stayed, Stayed]:
        """Who was there after three months, of the last three cohorts of that age and of those before."""
        counts = retention.cohort_table(self.ledger, until=(self.last + 1).start_time, values="count")
        if AGE not in counts.columns:
            return Stayed(0, 0), Stayed(0, 0)
        old = counts.dropna(subset=[AGE])
        newer, older = (
            Stayed(int(part[AGE].sum()), int(part[0].sum())) for part in (old.tail(3), old.iloc[:-3])
        )
        return newer, older

    @property
    def newer_and_older_said(self) -> str:
        """The same in a sentence, which calls nothing a difference that chance would make; "" if unknown."""
        newer, older = self.newer_and_older
        if not newer.joined or not older.joined:
            return ""
        better = "stay about as long as older ones"
        if newer.differs_from(older):
            better = "stay longer" if newer.share > older.share else "leave sooner"
        return (
            f"Newer subscribers {better}: after three months {newer} of the last three cohorts are there, "
            f"and {older} of those before."
        )

    def funnel(self) -> pd.DataFrame:
        """Return how many went from stage to stage, within the days that the blueprint states or ninety."""
        touches = self.ledger.touches
        stages = self.blueprint.stages_in_order()
        there = [stage for stage in stages if (touches["stage"] == stage).any()] if len(touches) else []
        if len(there) < 2:
            return pd.DataFrame()
        days = sum(step.window_days for step in self.blueprint.funnel if step.from_stage in there) or 90
        found = funnel.funnel(touches, there, window=days)
        found.attrs["days"] = days
        return found

    @cached_property
    def _book(self) -> Book:
        return Book(self.ledger, self.blueprint)

    @cached_property
    def _costs(self) -> pd.Series:
        """What the sales of each month cost: of one sale, or of a billing interval day by day, as stated."""
        cost = {one.id: one.cost for one in self.blueprint.products}
        lines = self._book.one_time
        spent = lines["quantity"] * lines["product"].astype(str).map(cost).fillna(0.0)
        rows = self.ledger.subscriptions
        paid = rows[rows["price"] * (1 - rows["discount"]) > 0]
        paid = paid.assign(
            price=paid["product"].astype(str).map(cost).fillna(0.0).astype(float), discount=0.0
        )
        running = recurring_revenue(Book(replace(self.ledger, subscriptions=paid), self.blueprint))
        return self._book.total(spent.astype(float), lines["day"]) + running


def read(ledger: Ledger | None, blueprint: Blueprint) -> Actual | None:
    """Return what a ledger shows; None without a ledger, a whole month or a sale."""
    if ledger is None or not ledger.has_sales:
        return None
    table = kpi.compute(_bare(blueprint), ledger, MONTHLY)
    partial = sorted(
        month for month in table["month"].unique() if str(month) in table.attrs["partial_months"]
    )
    whole = table[~table["month"].isin(partial)]
    return Actual(ledger, blueprint, whole, partial) if len(whole) else None


def _bare(blueprint: Blueprint) -> Blueprint:
    """Return the blueprint without its KPIs, whose names and units are its own."""
    return blueprint.model_copy(update={"kpis": []})
