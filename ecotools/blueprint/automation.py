"""What happens by itself: flows of trigger, condition, delay, action and message; and the tools below."""

from typing import Literal

from ecotools.blueprint.fields import NotNegative, Section, Slug, Text, Yes
from ecotools.blueprint.journey import Stage

Trigger = Literal[
    "lead",
    "purchase",
    "delivery",
    "join",
    "activation",
    "inactivity",
    "renewal",
    "payment_failed",
    "cancel",
    "refund",
    "schedule",
    "manual",
]
Action = Literal[
    "deliver",
    "welcome",
    "message",
    "wait",
    "survey",
    "cross_sell",
    "upsell",
    "invite",
    "assign_role",
    "remind",
    "win_back",
    "tag",
    "end",
]


class Message(Section):
    """What a customer is sent."""

    subject: Text | None = None
    """What it is about."""
    stage: Stage | None = None
    """The stage of the journey it speaks to."""
    value: Text | None = None
    """What the reader gets from it."""


class FlowStep(Section):
    """One step of a flow."""

    id: Slug | None = None
    """How `next` refers to it."""
    action: Action
    """What is done."""
    delay_days: NotNegative = 0.0
    """Days after the trigger; 0 is at once."""
    condition: Text | None = None
    """When the step is done; always, when left out."""
    message: Message | None = None
    """What the customer is sent."""
    next: list[Slug] | None = None
    """Ids of what may follow: the first whose condition holds. Default: the next step; [] is the end."""


class Automation(Section):
    """A flow: what sets it off, and what then happens."""

    id: Slug
    """How touchpoints refer to it."""
    name: Text | None = None
    """What the team calls it."""
    trigger: Trigger | None = None
    """What sets it off."""
    product: Slug | None = None
    """Id of the product it is about."""
    stage: Stage | None = None
    """The stage of the journey at which people are when it starts."""
    condition: Text | None = None
    """For whom it runs; for everyone, when left out."""
    steps: list[FlowStep] | None = None
    """What happens, in order; it starts with the first."""


class Stack(Section):
    """The systems the business runs on."""

    payments: list[Text] | None = None
    """Systems that take money."""
    analytics: list[Text] | None = None
    """Systems that collect the numbers."""
    sso: Yes | None = None
    """Whether one login opens every platform."""
    tools: list[Text] | None = None
    """Every other system: courses, email, community."""
