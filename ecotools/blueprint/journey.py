"""The way of a customer: touchpoints on six stages, and how many pass from one to the next."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from ecotools.blueprint.fields import Days, Fraction, Number, Section, Slug, Text

Stage = Literal["awareness", "consideration", "purchase", "activation", "retention", "referral"]
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
    next: list[Slug] = Field(default_factory=list)
    """Ids of the touchpoints it leads to."""


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
