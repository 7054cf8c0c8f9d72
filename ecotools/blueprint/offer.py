"""Whom the business serves and what it sells them."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from ecotools.blueprint.fields import Money, Section, Slug, Text

Kind = Literal["lead_magnet", "core", "add_on", "subscription", "community", "coaching", "bundle"]
Billing = Literal["one_time", "month", "quarter", "year"]

INTERVAL_MONTHS = {"one_time": 0, "month": 1, "quarter": 3, "year": 12}


class Audience(Section):
    """The people the ecosystem is for, and the problems it takes off them."""

    who: Text
    """Who they are, in a sentence."""
    pain_point: Text | None = None
    """The main problem, which the core product solves."""
    problems: list[Text] = Field(default_factory=list)
    """Smaller, related problems, each one an idea for another product."""


class Product(Section):
    """One thing the business sells or gives away.

    >>> club = Product(id="club", name="Club", kind="subscription", price=60, billing="quarter")
    >>> club.interval_months
    3
    """

    id: Slug
    """How the rest of the blueprint and the ledger refer to it."""
    name: Text
    """What customers see."""
    kind: Kind
    """Its part in the ecosystem."""
    price: Money = 0.0
    """Price of one sale, or of one billing interval."""
    billing: Billing = "one_time"
    """How often the price is due."""
    cost: Money = 0.0
    """What one sale, or one billing interval, costs the business."""
    problem: Text | None = None
    """The problem of the audience it solves."""
    includes: list[Slug] = Field(default_factory=list)
    """Ids of the products in a bundle."""
    value: Money | None = None
    """Perceived value when bought alone, as customers put it."""
    description: Text | None = None
    """Anything worth knowing about it."""

    @property
    def interval_months(self) -> int:
        """Months between two payments: 0 (one-time), 1, 3 or 12."""
        return INTERVAL_MONTHS[self.billing]
