"""What the business watches: KPIs with all that makes two people compute the same number."""

from typing import Literal, Self

from pydantic import model_validator

from ecotools.blueprint.dates import Day, Month
from ecotools.blueprint.fields import Count, Number, Section, Slug, Text, clash

Window = Literal["day", "week", "month", "quarter", "year"]
Unit = Literal["currency", "fraction", "count", "score", "days", "months", "ratio"]
Direction = Literal["up", "down"]
Family = Literal[
    "acquisition",
    "activation",
    "revenue",
    "retention",
    "engagement",
    "satisfaction",
    "referral",
    "ecosystem",
    "operations",
]

METRICS = (
    "active_members",
    "active_share",
    "arpu",
    "attributed_revenue",
    "churn_rate",
    "community_members",
    "development_saved",
    "engagement",
    "integration_adoption",
    "lifetime_months",
    "ltv",
    "ltv_lift",
    "members",
    "mrr",
    "nps",
    "paid_students",
    "refund_rate",
    "retention_annual",
    "retention_lift",
    "revenue",
    "sentiment",
    "support_cost_saved",
)
"""Numbers that a measurement may be of, beside the KPIs of the blueprint; rates are fractions a month."""


class Kpi(Section):
    """A number to watch, who answers for it and what it should be.

    `ecotools.metrics.kpi` computes it when its id is one that the registry there knows.
    """

    id: Slug
    """Which number it is; `ecotools.metrics.kpi.REGISTRY` lists the computable ones."""
    name: Text
    """What the dashboard calls it."""
    formula: Text | None = None
    """How it is computed, in words, for a reader."""
    base: Text | None = None
    """What it is divided by, or over whom it is counted."""
    window: Window = "month"
    """The period one value covers."""
    unit: Unit = "count"
    """What the value is."""
    direction: Direction = "up"
    """Which way is better. Left out, it is that of the registry where this knows the KPI, else up."""
    owner: Text | None = None
    """Who answers for it."""
    source: Text | None = None
    """The table of the ledger it comes from."""
    target: Number | None = None
    """The value to reach: at least (up) or at most (down)."""
    family: Family | None = None
    """What it is about, so that a dashboard does not look at one thing only."""
    counter: Slug | None = None
    """Id of the KPI that shows when this one is bought too dearly."""


class Measured(Section):
    """What a number was, or is said to be: one value with its period, or a series by month.

    >>> Measured(metric="churn_rate", values={"2025-01": 0.06, "2025-02": 0.05}).last
    0.05
    """

    metric: Slug
    """Which number: the id of a KPI of the blueprint, or one of the list in the reference."""
    product: Slug | None = None
    """Id of the product it is about; about the whole business, when left out."""
    segment: Text | None = None
    """Whom it is about: members, active members, non-members ..."""
    value: Number | None = None
    """Its value, in its unit; rates are fractions, money is in the blueprint's currency."""
    period: Month | None = None
    """Month of the value."""
    values: dict[Month, Number] | None = None
    """Month -> value, for a series."""
    people: Count | None = None
    """People it was measured on."""

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        if (self.value is None) == (self.values is None):
            found = "both" if self.values is not None else "neither"
            raise clash(f"expected either value (one number) or values (month: number), found {found}")
        return self

    @property
    def series(self) -> dict[str, float]:
        """Its values by month, in the order of the months; a single one without a month is left out."""
        single = {self.period: self.value} if self.period else {}
        return dict(sorted((self.values or single).items()))

    @property
    def last(self) -> float | None:
        """The single value, or that of the last month; None for an empty series."""
        return next(reversed(self.series.values()), None) if self.value is None else self.value


class Dashboard(Section):
    """Where the numbers are looked at."""

    kpis: list[Slug] | None = None
    """Ids of the KPIs on it."""
    updated: list[Day] | None = None
    """Days on which it was refreshed; an empty list says never."""
    scorecards: list[Day] | None = None
    """Days on which the effect of everything on growth was summed up."""
