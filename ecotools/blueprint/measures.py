"""What the business watches: KPIs with all that makes two people compute the same number."""

from __future__ import annotations

from typing import Literal

from ecotools.blueprint.fields import Number, Section, Slug, Text

Window = Literal["day", "week", "month", "quarter", "year"]
Unit = Literal["currency", "fraction", "count", "score", "days", "months", "ratio"]
Direction = Literal["up", "down"]


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
    """Which way is better."""
    owner: Text | None = None
    """Who answers for it."""
    source: Text | None = None
    """The table of the ledger it comes from."""
    target: Number | None = None
    """The value to reach: at least (up) or at most (down)."""
    counter: Slug | None = None
    """Id of the KPI that shows when this one is bought too dearly."""
