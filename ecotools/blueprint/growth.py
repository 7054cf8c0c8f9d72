"""What is pulled to grow: levers, the experiments that judge them, and initiatives step by step."""

from typing import Literal

from ecotools.blueprint.dates import Day
from ecotools.blueprint.fields import Count, Money, Number, Score, Section, Slug, Text

Pillar = Literal["network_effects", "data", "cross_sell"]
InitiativeStep = Literal[
    "audit", "levers", "metrics", "integration", "pilot", "scale", "capture_data", "optimise"
]


class Baseline(Section):
    """What a KPI was before something changed."""

    value: Number
    """Its value, in its unit."""
    date: Day
    """Day of the measurement."""


class Lever(Section):
    """One thing that could be done to grow."""

    id: Slug
    """How one refers to it."""
    name: Text | None = None
    """What the team calls it."""
    impact: Score | None = None
    """Expected effect, from 1 (low) to 5 (high)."""
    effort: Score | None = None
    """Expected work, from 1 (low) to 5 (high)."""
    pillars: list[Pillar] | None = None
    """What it strengthens."""
    raters: Count | None = None
    """People whose scores the impact is the mean of."""
    budget: Money | None = None
    """What it may cost, in the blueprint's currency."""
    start: Day | None = None
    """First day of work on it."""
    kpi: Slug | None = None
    """Id of the KPI it is to move."""
    baseline: Baseline | None = None
    """That KPI before the lever was pulled."""
    experiment: Slug | None = None
    """Id of the experiment that judges it."""


class Experiment(Section):
    """A test that shows what a change does."""

    id: Slug
    """How levers refer to it."""
    subject: Slug | None = None
    """Id of the product, bundle or lever it tests."""
    kind: Literal["ab_test", "before_after", "survey", "pilot"] | None = None
    """How it tests."""
    kpi: Slug | None = None
    """Id of the KPI it looks at."""
    start: Day | None = None
    """First day."""
    end: Day | None = None
    """Last day."""
    people: Count | None = None
    """People in it."""
    effect: Number | None = None
    """Difference it found, in the unit of the KPI."""


class InitiativeStage(Section):
    """One step of an initiative."""

    kind: InitiativeStep
    """Which step it is."""
    start: Day | None = None
    """First day; the order of the list counts where days are left out."""
    what: Text | None = None
    """What is done."""


class Initiative(Section):
    """A piece of work on the ecosystem, step by step."""

    id: Slug
    """How one refers to it."""
    name: Text | None = None
    """What the team calls it."""
    start: Day | None = None
    """First day."""
    kpis: list[Slug] | None = None
    """Ids of the KPIs it is judged by."""
    steps: list[InitiativeStage] | None = None
    """What is done, in order."""


class Growth(Section):
    """What is pulled to grow."""

    experiments: list[Experiment] | None = None
    """The tests that judge changes."""
    initiatives: list[Initiative] | None = None
    """Larger pieces of work."""
