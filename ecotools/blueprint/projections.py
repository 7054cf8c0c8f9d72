"""What the business expects to earn, and what it states about itself."""

from typing import Literal, Self

from pydantic import model_validator

from ecotools.blueprint.fields import Fraction, Money, NotNegative, Number, Section, Slug, Text, Whole, clash

MoneyUnit = Literal["revenue", "mrr", "arr"]
ClaimUnit = Literal[
    "revenue", "mrr", "arr", "currency", "fraction", "points", "count", "months", "days", "score", "ratio"
]


class Line(Section):
    """One product in a projection: each number is the value or, with its `_high`, the low end of a range."""

    product: Slug
    """Id of the product."""
    base: NotNegative | None = None
    """People that the quantity is a share of."""
    rate: Fraction | None = None
    """Share of the base who buy."""
    rate_high: Fraction | None = None
    """High end of the share."""
    quantity: NotNegative | None = None
    """Units sold, or subscriptions running."""
    quantity_high: NotNegative | None = None
    """High end of the quantity."""
    unit_price: Money | None = None
    """Price of one unit, in the blueprint's currency."""
    unit_price_high: Money | None = None
    """High end of the price."""
    amount: Money | None = None
    """Quantity times unit price, as stated."""
    amount_high: Money | None = None
    """High end of the amount, as stated."""

    @model_validator(mode="after")
    def _ranges_rise(self) -> Self:
        _rise(self, "rate", "quantity", "unit_price", "amount")
        return self


class Projection(Section):
    """What is expected of a period, as stated.

    >>> lines = [Line(product="course", quantity=20, unit_price=997, amount=19940)]
    >>> Projection(id="quarter-1", month=1, to_month=3, unit="revenue", lines=lines).lines[0].amount
    19940.0
    """

    id: Slug
    """How one refers to it."""
    month: Whole | None = None
    """Its first month, counted from 1 at the start of the plan."""
    to_month: Whole | None = None
    """Its last month; the first one, when left out."""
    unit: MoneyUnit | None = None
    """What the amounts are: revenue of the period, or a run rate a month (mrr) or a year (arr) at its end."""
    amount: Money | None = None
    """The sum, as stated."""
    amount_high: Money | None = None
    """High end of the sum."""
    initiative: Slug | None = None
    """Id of the initiative whose effect on revenue it counts on."""
    lines: list[Line] | None = None
    """What it is made of."""

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        _rise(self, "amount")
        if self.to_month is not None and self.month is not None and self.to_month < self.month:
            raise clash(f"to_month is {self.to_month}, before month {self.month}")
        return self


class Claim(Section):
    """Something the business states about itself in numbers."""

    text: Text
    """What it says."""
    kpi: Slug | None = None
    """Id of the KPI it is about."""
    value: Number | None = None
    """The number it states, in its unit."""
    delta: Number | None = None
    """The change it states: above 0 is a rise; in its unit."""
    unit: ClaimUnit | None = None
    """What the number is; money is revenue of a period, or a run rate (mrr, arr)."""
    meant: Literal["better", "worse"] | None = None
    """Whether it presents the change as good or bad news."""


def _rise(part: Section, *names: str) -> None:
    for name in names:
        low, high = getattr(part, name), getattr(part, f"{name}_high")
        if high is None:
            continue
        if low is None:
            raise clash(f"{name}_high is the high end of a range; give {name}, its low end, too")
        if high < low:
            raise clash(f"{name}_high is {high:g}, below {name} ({low:g})")
