"""How a product is delivered, sold and taken back: the parts that only some products have."""

from typing import Literal

from ecotools.blueprint.fields import Count, Days, Fraction, Money, NotNegative, Section, Stated, Text, Yes

StepKind = Literal[
    "welcome", "access", "first_task", "quick_win", "community_invite", "goal_setting", "check_in", "other"
]


class Rate(Section):
    """A share with all that makes two people compute the same number.

    >>> Rate(rate=0.04, base="leads", window_days=30).rate
    0.04
    """

    rate: Fraction
    """The share, as a fraction."""
    base: Text | None = None
    """Whose share it is, in words."""
    window_days: Days | None = None
    """Days within which they count."""


class OnboardingStep(Section):
    """One thing that happens to a new customer."""

    kind: StepKind
    """What it is for."""
    day: Count | None = None
    """Days after the purchase; 0 is the day itself."""
    what: Text | None = None
    """What the customer sees or does."""


class Onboarding(Section):
    """The first weeks of a new customer."""

    first_value_days: NotNegative | None = None
    """Days from the purchase to the first result the customer can feel."""
    steps: list[OnboardingStep] | None = None
    """What happens, in order; an empty list says that there is nothing."""
    milestones_days: list[Days] | None = None
    """Days after joining at which progress is marked: [30, 60, 90]."""


class Package(Section):
    """One level at which a service is sold."""

    name: Text
    """What customers call it."""
    price: Money
    """Price of the level, in the blueprint's currency."""


class Coaching(Section):
    """What only a service by people has: levels, places and hours."""

    packages: list[Package] | None = None
    """The levels it is sold at."""
    application: Yes | None = None
    """Whether people apply before they may buy."""
    group_size: Count | None = None
    """People in a group; 1 when it is one to one."""
    clients: Count | None = None
    """Clients at the same time, as planned."""
    hours_per_client: NotNegative | None = None
    """Hours of the team for one client in a month."""
    expectations: Stated | None = None
    """What is promised and what is not, or false when nothing bounds it."""


class Refund(Section):
    """How money is given back."""

    policy: Stated | None = None
    """The written policy, in a sentence or as a link; false when there is none."""
    days: Count | None = None
    """Days after the payment within which a customer may ask; 0 when never."""
    kind: Literal["full", "partial", "none"] | None = None
    """How much is given back."""
    cancel_anytime: Yes | None = None
    """Whether a subscription can be ended at any time."""
