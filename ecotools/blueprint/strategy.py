"""What the business stands for, who plays which part, and the phases it grows through."""

from ecotools.blueprint.fields import Count, Section, Stated, Text


class Brand(Section):
    """How it speaks."""

    name: Text
    """What touchpoints and products call it."""
    voice: Text | None = None
    """How it sounds, in a sentence."""
    strategy: Stated | None = None
    """What it stands for, or where that is written."""


class Roles(Section):
    """Who plays which part in an ecosystem of several businesses."""

    orchestrator: Text | None = None
    """The one that brings the others together."""
    buyers: Text | None = None
    """Who pays."""
    sellers: Text | None = None
    """Who sells."""
    consumers: Text | None = None
    """Who uses what is sold."""
    businesses: Text | None = None
    """Which other businesses take part."""


class GrowthPhase(Section):
    """A phase of growth by members: from `min_members` up to, but without, `max_members`."""

    name: Text
    """What the team calls it."""
    min_members: Count
    """Members from which it holds."""
    max_members: Count | None = None
    """Members from which it no longer holds; no limit, when left out."""


class Strategy(Section):
    """What the business stands for."""

    value_proposition: Text | None = None
    """What it does for whom, and why better than others."""
    brand: Brand | None = None
    """How it speaks."""
    roles: Roles | None = None
    """Who plays which part."""
    phases: list[GrowthPhase] | None = None
    """The phases it grows through."""
