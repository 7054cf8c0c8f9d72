"""The way of a customer: touchpoints on six stages, and how many pass from one to the next."""

from typing import Literal

from pydantic import Field

from ecotools.blueprint.dates import Day
from ecotools.blueprint.fields import Count, Days, Fraction, Money, Number, Section, Slug, Text, Yes

Stage = Literal["awareness", "consideration", "purchase", "activation", "retention", "referral"]
ChannelKind = Literal[
    "website", "social", "paid", "search", "email", "community", "content", "partner", "other"
]
STAGES: tuple[str, ...] = ("awareness", "consideration", "purchase", "activation", "retention", "referral")


class Touchpoint(Section):
    """One asset that meets a customer at one stage."""

    id: Slug
    """How `next` refers to it."""
    stage: Stage
    """Where on the journey it works."""
    asset: Text
    """What the customer meets."""
    format: Text | None = None
    """Its format: article, email, video, checkout page ..."""
    channel: Text | None = None
    """Where the customer meets it."""
    kpi: Text | None = None
    """The one number that says whether it works."""
    target: Number | None = None
    """The value of that number to reach, in its unit."""
    product: Slug | None = None
    """Id of the product it sells or delivers."""
    products: list[Slug] = Field(default_factory=list)
    """Ids of the products, where they are several: the plans on a pricing page."""
    next: list[Slug] = Field(default_factory=list)
    """Ids of the touchpoints it leads to."""
    price: Money | None = None
    """What it costs the customer; 0 when it is free. Default: the price of its product."""
    owner: Text | None = None
    """Who is responsible for it."""
    automation: Slug | None = None
    """Id of the automation that sees to it."""
    brand: Text | None = None
    """Name of the brand it carries."""
    external: Yes | None = None
    """Whether others run it: an API, a plugin, a marketplace page."""
    value_users: Text | None = None
    """What it does for those who are customers already."""
    value_acquisition: Text | None = None
    """How it brings new ones."""
    derived_from: Slug | None = None
    """Id of the touchpoint or product whose content it uses again."""


class FunnelStep(Section):
    """The share of people at one stage who reach a later one.

    In YAML and in keyword arguments the stages are ``from`` and ``to``; since ``from`` is a word of Python,
    code writes ``from_stage`` and ``to_stage``.

    >>> FunnelStep(from_stage="awareness", to_stage="consideration", rate=0.25, base="visitors").window_days
    30
    """

    from_stage: Stage = Field(alias="from")
    """The stage they are at."""
    to_stage: Stage = Field(alias="to")
    """The stage they reach."""
    rate: Fraction
    """The share who do."""
    base: Text = "people at the earlier stage"
    """Whose share it is, in words."""
    window_days: Days = 30
    """Days within which they do."""
    entered: Count | None = None
    """People counted at the earlier stage."""
    reached: Count | None = None
    """People of those counted at the later stage."""


class MarketingChannel(Section):
    """A place where the business meets people; its visitors in a simulation are `assumptions.channels`."""

    name: Text
    """Its name, as in `journey` and in the ledger."""
    kind: ChannelKind | None = None
    """What it is."""
    owner: Text | None = None
    """Who looks after it."""
    last_post: Day | None = None
    """Day on which something was last published there."""
    home: Yes | None = None
    """True for the one that all others lead to."""
