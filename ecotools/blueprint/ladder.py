"""How the products are sold together: tiers, checkouts and what buyers go on to."""

from pydantic import Field

from ecotools.blueprint.fields import Days, Fraction, Section, Slug, Text


class Tier(Section):
    """One step of a ladder of prices; its price and problem are those of its product."""

    product: Slug
    """Id of the product that is sold as this tier."""
    segment: Text | None = None
    """For whom it is."""
    name: Text | None = None
    """What the pricing page calls it, when that differs from the product."""


class Checkout(Section):
    """A page where people pay, and what else is offered there."""

    id: Slug
    """How one refers to it."""
    product: Slug | None = None
    """Id of the product that people came to buy."""
    offers: list[Slug] | None = None
    """Ids of the products offered on top; an empty list says none."""


class Upgrade(Section):
    """The share of the owners of one product who go on to another.

    In YAML and in keyword arguments the products are ``from`` and ``to``; code writes ``from_product`` and
    ``to_product``.

    >>> Upgrade(from_product="course", to_product="community", rate=0.5).rate
    0.5
    """

    from_product: Slug = Field(alias="from")
    """Id of the product they own."""
    to_product: Slug = Field(alias="to")
    """Id of the product they go on to."""
    rate: Fraction | None = None
    """The share who do, as a fraction."""
    base: Text | None = None
    """Whose share it is, in words."""
    window_days: Days | None = None
    """Days within which they do."""


class Ladder(Section):
    """How the products are sold together."""

    tiers: list[Tier] | None = None
    """The tiers of the pricing page, from the cheapest to the most expensive."""
    checkouts: list[Checkout] | None = None
    """Where people pay."""
    upgrades: list[Upgrade] | None = None
    """How many owners of a product go on to another."""
