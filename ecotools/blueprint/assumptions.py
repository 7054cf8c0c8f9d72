"""What `simulate` has to assume about the business; every field has a default."""

from typing import Self

from pydantic import Field, model_validator

from ecotools.blueprint.fields import (
    Days,
    Fraction,
    Growth,
    Positive,
    Section,
    Shape,
    Slug,
    Text,
    Whole,
    wrong,
)


class Channel(Section):
    """Where visitors come from."""

    name: Text
    """Name of the channel, as in the ledger."""
    visitors_per_month: Positive
    """New visitors in the first month."""
    monthly_growth: Growth = 0.0
    """Growth of the visitors from month to month, as a fraction: 0.03."""
    quality: Positive = 1.0
    """Multiplier on the funnel's rates for visitors of this channel."""
    segment: Text | None = None
    """The kind of people it brings."""


class Churn(Section):
    """Beta distribution of the monthly churn probability over subscribers (shifted-beta-geometric).

    The mean churn of a new subscriber's first month is alpha / (alpha + beta). Source: Fader & Hardie (2007).

    >>> Churn(alpha=1, beta=9).mean
    0.1
    """

    alpha: Shape
    """First shape parameter, above zero."""
    beta: Shape
    """Second shape parameter, above zero."""

    @property
    def mean(self) -> float:
        """Mean churn probability in the first month, as a fraction."""
        return self.alpha / (self.alpha + self.beta)


class PlanChange(Section):
    """Subscribers who move from one plan to another."""

    to: Slug
    """Id of the plan they move to."""
    monthly_rate: Fraction
    """Share of the plan's subscribers who do in a month."""


class FirstOffer(Section):
    """What a free trial or a lower first price does: how many more begin, and how many of them go on to pay.

    Which of the two it is, the product says: `trial_days` or `intro_price`.

    >>> FirstOffer(to_paid=0.6, begin_factor=1.5).early
    1.0
    """

    to_paid: Fraction
    """Share of those who begin with the offer and go on to the full price."""
    begin_factor: Positive = 1.0
    """Multiplier on `subscribe_rate`: 1.5 when half as many again begin because of the offer."""
    early: Fraction = 1.0
    """Of those who leave with it, the share who would be the first to go anyway; the others are anybody."""


class Joining(Section):
    """Who of the subscribers joins the community, and what belonging does to how long they stay.

    Those who would stay longer are active on more days of their first week. Selection is how far these join
    more often; the effect is what joining itself does. Members are those who post, comment or come to events.

    >>> Joining(share=0.4, selection=0.8, effect=0.3).hidden
    0.0
    """

    share: Fraction
    """Share of the subscribers who join without an invitation."""
    selection: Fraction = 0.0
    """How far those who would stay longer join more: 0 by lot, 1 as far as the share leaves room."""
    hidden: Fraction = 0.0
    """Part of the selection that shows in nothing they did before."""
    effect: Fraction = 0.0
    """Share of the members' cancellations that belonging prevents: 0.4 makes each one's churn 0.6 times."""
    invited_share: Fraction = 0.0
    """Share of the subscribers invited in person, by lot; a survey `invitation` keeps who was."""
    persuaded: Fraction = 0.0
    """Share of those who would not join by themselves who do when invited."""
    plans: list[Slug] = Field(default_factory=list)
    """Subscription ids whose subscribers may join. Default: all."""
    from_month: Whole = 1
    """Month simulated, counted from 1, in which the community opens."""


class Activity(Section):
    """How busy the subscribers are."""

    active_share: Fraction = 0.5
    """Share of subscribers active at all in a month."""
    mean_actions: Positive = 3.0
    """Mean actions on an active day."""
    days_active_mean: Positive = 6.0
    """Mean active days a month of an active subscriber."""


class Nps(Section):
    """How answers to "would you recommend us" fall, as fractions that sum to 1."""

    promoters: Fraction = 0.45
    """Share that answers 9 or 10."""
    passives: Fraction = 0.35
    """Share that answers 7 or 8."""
    detractors: Fraction = 0.20
    """Share that answers 0 to 6."""

    @model_validator(mode="after")
    def _sum_is_one(self) -> Self:
        total = self.promoters + self.passives + self.detractors
        if abs(total - 1) > 1e-9:
            raise wrong("promoters, passives and detractors that sum to 1", round(total, 9))
        return self


class Assumptions(Section):
    """What the simulator needs to know beyond the offer and the funnel.

    >>> Assumptions().channels[0].name
    'direct'
    """

    channels: list[Channel] = Field(default_factory=lambda: [Channel(name="direct", visitors_per_month=1000)])
    """Where visitors come from. Default: one channel, direct, of 1,000 visitors a month."""
    add_on_rate: dict[Slug, Fraction] = Field(default_factory=dict)
    """Product id -> share of core buyers who add it at checkout. Default: nobody."""
    bundle_rate: dict[Slug, Fraction] = Field(default_factory=dict)
    """Bundle id -> share of core buyers who take the bundle instead. Default: nobody."""
    subscribe_rate: dict[Slug, Fraction] = Field(default_factory=dict)
    """Subscription or community id -> share of core buyers who subscribe. Default: nobody."""
    subscribe_window_days: Days = 30
    """Days after the purchase within which they subscribe."""
    churn: dict[Slug, Churn] = Field(default_factory=dict)
    """Subscription id -> churn per billing month. Default: alpha 1, beta 15 (6.25 % in the first month)."""
    plan_change: dict[Slug, PlanChange] = Field(default_factory=dict)
    """Subscription id -> the plan its subscribers move to. Default: nobody moves."""
    first_offer: dict[Slug, FirstOffer] = Field(default_factory=dict)
    """Subscription id -> what its free trial or first price does. Default: neither is simulated."""
    refund_rate: dict[Slug, Fraction] = Field(default_factory=dict)
    """Product id -> share of its sales refunded. Default: none."""
    refund_window_days: Days = 30
    """Days after the sale within which refunds happen."""
    payment_failure_rate: Fraction = 0.0
    """Share of renewals whose payment fails (involuntary churn)."""
    recovered_share: Fraction = 0.7
    """Share of the failed payments that are collected after all."""
    activity: Activity = Field(default_factory=Activity)
    """How busy the subscribers are."""
    joining: Joining | None = None
    """Who joins the community and what it does. Default: activity and staying have nothing to do with it."""
    nps: Nps = Field(default_factory=Nps)
    """How survey answers fall."""
    response_rate: Fraction = 0.25
    """Share of customers asked who answer a survey."""
    premium_uplift: Fraction | None = None
    """Share of the revenue that premium tiers are expected to add. `simulate` does not use it."""

    def churn_of(self, product: str) -> Churn:
        """Return the churn assumed for a product, the documented default when none is given."""
        return self.churn.get(product, Churn(alpha=1.0, beta=15.0))
