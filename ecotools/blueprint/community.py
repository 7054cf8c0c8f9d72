"""The community: what it is for, who keeps it, and what happens in it."""

from typing import Literal, Self

from pydantic import model_validator

from ecotools.blueprint.fields import (
    Count,
    NotNegative,
    Positive,
    Section,
    Slug,
    Stated,
    Text,
    Whole,
    Yes,
    clash,
)

CommunityType = Literal["basic", "programmed", "mastermind", "hybrid"]
Cadence = Literal["daily", "weekly", "monthly", "quarterly", "yearly"]
TIMES_A_WEEK = {"daily": 7, "weekly": 1, "monthly": 12 / 52, "quarterly": 4 / 52, "yearly": 1 / 52}
"""How often a ritual comes in a week, by its cadence."""
MemberAction = Literal["visit", "post", "comment", "lesson", "event"]


class Platform(Section):
    """A place where the community meets."""

    name: Text
    """What it is called."""
    role: Text | None = None
    """What it is for, and no other platform."""


class Ritual(Section):
    """Something that happens again and again."""

    name: Text
    """What members call it."""
    cadence: Cadence | None = None
    """How often it happens."""
    minutes: Positive | None = None
    """Minutes of the team for one time of it."""
    live: Yes | None = None
    """Whether members meet at the same time."""
    owner: Text | None = None
    """Who is responsible for it."""


class Ambassadors(Section):
    """Members who carry a part of the community."""

    start_week: Whole | None = None
    """Week of the community, counted from 1, in which the programme starts."""
    people: Count | None = None
    """How many there are."""
    reward: Text | None = None
    """What they get for it."""


class EngagementScore(Section):
    """How busy a member has to be for a score of 100, and which actions count more."""

    targets: dict[MemberAction, Positive] | None = None
    """Action -> times a month that earn all its points. Default: those of `ecotools.metrics.kpi`."""
    weights: dict[MemberAction, NotNegative] | None = None
    """Action -> how much it counts; only the proportions matter. Default: all the same."""

    @model_validator(mode="after")
    def _same_actions(self) -> Self:
        if self.targets and self.weights and self.targets.keys() != self.weights.keys():
            odd = ", ".join(sorted(self.targets.keys() ^ self.weights.keys()))
            raise clash(f"targets and weights are to name the same actions; only one of them has {odd}")
        return self


class Community(Section):
    """The community layer. `[]` and `false` say that there is nothing; a field left out says nothing."""

    type: CommunityType | None = None
    """How much is done with its members: access only, a programme, a closed group, or a mix."""
    purpose: Text | None = None
    """What it is for, in a sentence."""
    goals: list[Text] | None = None
    """What it is to reach."""
    metrics: list[Slug] | None = None
    """Ids of the KPIs that say whether it does."""
    engagement: EngagementScore | None = None
    """How the KPI `engagement` is reckoned."""
    tiers: list[Slug] | None = None
    """Ids of the products that give access, free ones included."""
    paid_from_month: Whole | None = None
    """Month of the community, counted from 1, in which the first members pay."""
    monetisation_policy: Stated | None = None
    """What members are told about how money is made with it."""
    platforms: list[Platform] | None = None
    """Where it meets."""
    moderators: list[Text] | None = None
    """Who moderates; an empty list says nobody."""
    guidelines: Stated | None = None
    """The rules of behaviour, or where they stand."""
    reporting: Stated | None = None
    """How a member reports a breach."""
    escalation: Stated | None = None
    """What happens after a report, step by step."""
    governance: Stated | None = None
    """How members take part in decisions."""
    recognition: Stated | None = None
    """How contributions of members are honoured."""
    accountability: Stated | None = None
    """How members hold one another to their goals."""
    rituals: list[Ritual] | None = None
    """What happens again and again."""
    subgroups: list[Text] | None = None
    """The groups within it."""
    ambassadors: Ambassadors | None = None
    """The programme of ambassadors."""
