"""How it comes to life: the launch plan with its phases, and the people who do the work."""

from typing import Literal, Self

from pydantic import model_validator

from ecotools.blueprint.dates import Day, Month
from ecotools.blueprint.fields import Count, Days, Fraction, NotNegative, Section, Slug, Text, clash, wrong

PhaseKind = Literal[
    "research",
    "foundation",
    "build",
    "soft_launch",
    "feedback",
    "iterate",
    "launch",
    "engagement",
    "optimise",
    "scale_marketing",
    "monetisation",
    "scale",
    "other",
]
Role = Literal[
    "creator",
    "assistant",
    "community_manager",
    "support",
    "coach",
    "marketing",
    "content",
    "developer",
    "designer",
    "operations",
    "department_head",
    "other",
]


class Phase(Section):
    """A part of a plan, with dates or with days counted from its start, the first day being 1.

    >>> Phase(id="pilot", start_day=57, end_day=63).length_days
    7
    """

    id: Slug
    """How other phases refer to it."""
    name: Text | None = None
    """What the team calls it."""
    kind: PhaseKind | None = None
    """What it is for."""
    start: Day | None = None
    """First day."""
    end: Day | None = None
    """Last day; it belongs to the phase."""
    start_day: Days | None = None
    """First day, counted from 1 at the start of the plan."""
    end_day: Days | None = None
    """Last day, counted in the same way; it belongs to the phase."""
    depends_on: list[Slug] | None = None
    """Ids of the phases that must end before it starts; an empty list says none."""
    owner: Text | None = None
    """Who is responsible for it."""
    launches: list[Slug] | None = None
    """Ids of the products first sold in it."""

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        dates, days = (self.start, self.end), (self.start_day, self.end_day)
        if any(part is not None for part in dates) and any(part is not None for part in days):
            raise clash("expected dates (start, end) or days (start_day, end_day), found both")
        for first, last in (dates, days):
            if first is not None and last is not None and last < first:
                raise clash(f"ends on {last}, before it starts on {first}")
        return self

    @property
    def length_days(self) -> int | None:
        """Its days, the first and the last included; None when one of them is not given."""
        if self.start is not None and self.end is not None:
            return (self.end - self.start).days + 1
        if self.start_day is not None and self.end_day is not None:
            return self.end_day - self.start_day + 1
        return None


class Validation(Section):
    """How the idea was tried before much was built on it."""

    status: Literal["planned", "running", "validated", "refuted"] | None = None
    """How far it is."""
    pilot_days: Days | None = None
    """Days the pilot ran."""
    nps_answers: Count | None = None
    """Answers to "would you recommend us" that it collected."""


class Beta(Section):
    """The first customers, before everyone may buy."""

    people: Count | None = None
    """How many take part."""
    discount: Fraction | None = None
    """Share of the price taken off for them."""
    end: Day | None = None
    """Last day of the discount."""


class Plan(Section):
    """The launch plan."""

    title: Text | None = None
    """What it calls itself."""
    title_days: Days | None = None
    """The days that its title promises."""
    validation: Validation | None = None
    """How the idea was tried."""
    beta: Beta | None = None
    """The first customers."""
    phases: list[Phase] | None = None
    """Its parts, in order."""


class TimeSplit(Section):
    """How the founder spends the working time of a month; the shares sum to at most 1."""

    month: Month
    """Which month."""
    content: Fraction | None = None
    """Share spent on making content."""
    community: Fraction | None = None
    """Share spent with members."""
    leadership: Fraction | None = None
    """Share spent on people and direction."""
    sales: Fraction | None = None
    """Share spent on selling."""

    @model_validator(mode="after")
    def _at_most_one(self) -> Self:
        total = sum(filter(None, (self.content, self.community, self.leadership, self.sales)))
        if total > 1 + 1e-9:
            raise wrong("shares that sum to at most 1", round(total, 9))
        return self


class Person(Section):
    """One person, or one post to fill."""

    name: Text | None = None
    """Who it is."""
    role: Role
    """What the person does."""
    hours_per_week: NotNegative | None = None
    """Hours of work in a week."""


class Team(Section):
    """Who does the work."""

    people: list[Person] | None = None
    """Everyone, the founder included; an empty list says nobody."""
    hours_per_week: NotNegative | None = None
    """Hours in a week that the team has for the ecosystem."""
    community_hours_per_week: NotNegative | None = None
    """Those of them that it has for the members: moderating, events, answers."""
    coaching_hours_per_month: NotNegative | None = None
    """Hours in a month that it has for clients."""
    creator_time: list[TimeSplit] | None = None
    """How the founder spends the working time, month by month."""
