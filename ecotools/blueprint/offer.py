"""Whom the business serves and what it sells them."""

from typing import Literal

from pydantic import Field

from ecotools.blueprint.dates import Day
from ecotools.blueprint.fields import Count, Money, Positive, Section, Slug, Stated, Text, Yes
from ecotools.blueprint.product import Coaching, Onboarding, Rate, Refund

Kind = Literal[
    "lead_magnet",
    "core",
    "add_on",
    "subscription",
    "community",
    "coaching",
    "bundle",
    "event",
    "template",
    "service",
    "software",
]
Billing = Literal["one_time", "month", "quarter", "year"]
Delivery = Literal[
    "download", "self_paced", "software", "cohort", "group_sessions", "one_to_one", "membership", "event"
]

INTERVAL_MONTHS = {"one_time": 0, "month": 1, "quarter": 3, "year": 12}


class Audience(Section):
    """The people the ecosystem is for, and the problems it takes off them."""

    who: Text
    """Who they are, in a sentence."""
    pain_point: Text | None = None
    """The main problem, which the core product solves."""
    problems: list[Text] = Field(default_factory=list)
    """Smaller, related problems, each one an idea for another product."""
    subscribers: Count | None = None
    """People on the email list who still open what they get."""
    followers: Count | None = None
    """Followers on all social channels together."""


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
    shop_names: list[Text] | None = None
    """What exports of shops call it: other names, and ids such as prod_Q1 or price_Q2."""
    kind: Kind
    """Its part, or what else it is. What all else is built around is `core`, be it software."""
    price: Money = 0.0
    """Price of one sale, or of one billing interval."""
    billing: Billing = "one_time"
    """How often the price is due."""
    per_seat: Yes | None = None
    """Whether the price is for one seat: one user of a customer's account."""
    seats: Positive | None = None
    """Seats that a customer has on average, when the price is for one."""
    cost: Money = 0.0
    """What one sale, or one billing interval, costs the business; that of one seat, when the price is."""
    problem: Text | None = None
    """The problem of the audience it solves."""
    includes: list[Slug] = Field(default_factory=list)
    """Ids of the products in a bundle."""
    included_months: dict[Slug, Positive] | None = None
    """Id of a recurring product in a bundle -> months of it that the price of the bundle pays for."""
    stated_saving: Money | None = None
    """Saving that the page of a bundle advertises, against buying its products one by one."""
    sold_alone: Yes | None = None
    """Whether it can be bought outside a bundle."""
    value: Money | None = None
    """Perceived value when bought alone, as customers put it."""
    description: Text | None = None
    """Anything worth knowing about it."""
    next: list[Slug] | None = None
    """Ids of the products its buyers are led to: add-ons, the next tier; an empty list says none."""
    delivery: Delivery | None = None
    """How customers get it."""
    features: list[Text] | None = None
    """What it can do, one entry per feature."""
    brand: Text | None = None
    """Name of the brand it carries."""
    kpis: list[Slug] | None = None
    """Ids of the KPIs that say whether it works."""
    conversion: Rate | None = None
    """Share of the people it is offered to who buy it."""
    ticket: Literal["low", "mid", "high"] | None = None
    """Its class of price, as seen by the customers of this business."""
    pricing_basis: Literal["value", "cost", "competition", "hours"] | None = None
    """What the price was derived from."""
    trial_days: Count | None = None
    """Days of the free trial; 0 when there is none."""
    intro_price: Money | None = None
    """Price of the first billing interval, when it differs."""
    payment_plan_months: Count | None = None
    """Months over which the price can be paid in parts; 0 when it is paid at once."""
    guarantee: Stated | None = None
    """What is guaranteed, or false when nothing is."""
    refund: Refund | None = None
    """How money is given back, where it differs from `policies.refund`."""
    onboarding: Onboarding | None = None
    """The first weeks of its customers."""
    drip_days: list[Count] | None = None
    """Days after the purchase on which a part of it is unlocked; an empty list says all at once."""
    coaching: Coaching | None = None
    """Levels, places and hours, when people deliver it."""
    launch_date: Day | None = None
    """First day it was, or will be, sold."""
    last_update: Day | None = None
    """Day its content was last changed."""

    @property
    def customer_price(self) -> float:
        """What one customer pays for one sale, or for one billing interval: the price times the seats.

        >>> Product(id="team", name="Team", kind="core", price=12, per_seat=True, seats=9).customer_price
        108.0
        """
        return float(self.price) * self._units

    @property
    def customer_cost(self) -> float:
        """What one sale to a customer, or one billing interval, costs: the cost times the seats.

        >>> Product(id="team", name="Team", kind="core", cost=2, per_seat=True, seats=9).customer_cost
        18.0
        """
        return float(self.cost) * self._units

    @property
    def _units(self) -> float:
        return self.seats or 1 if self.per_seat else 1

    @property
    def interval_months(self) -> int:
        """Months between two payments: 0 (one-time), 1, 3 or 12."""
        return INTERVAL_MONTHS[self.billing]
