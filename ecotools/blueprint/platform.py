"""What others build on the business, and the data that goes with it: partners, apps, marketplace, content."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, WithJsonSchema

from ecotools.blueprint.dates import Day
from ecotools.blueprint.fields import Fraction, NotNegative, Section, Slug, Stated, Text, Yes, wrong


def country(value: object) -> str:
    """Return a country as its code of two capital letters (ISO 3166)."""
    if isinstance(value, str) and len(value) == 2 and value.isascii() and value.isalpha():
        if value.isupper():
            return value
        raise wrong("a country as two capital letters, such as PT", value, f"Write {value.upper()}.")
    raise wrong("a country as two capital letters, such as PT", value)


Country = Annotated[
    str, BeforeValidator(country), WithJsonSchema({"type": "string", "pattern": "^[A-Z]{2}$"})
]


class Environment(Section):
    """Something an integration works with: a browser, a version, a system."""

    name: Text
    """Which one."""
    current: Yes | None = None
    """Whether its maker still looks after it; false for a legacy one."""


class Integration(Section):
    """A connection to the product of someone else."""

    id: Slug
    """How one refers to it."""
    partner: Slug | None = None
    """Id of the partner on the other side."""
    docs: Stated | None = None
    """The guide for those who connect, or where it stands."""
    sandbox: Stated | None = None
    """The place where they can try without harm."""
    kit: Stated | None = None
    """What both sides may use to tell their customers."""
    outreach: Stated | None = None
    """The email that invites a partner to connect."""
    supported: list[Environment] | None = None
    """What it works with."""
    support_owner: Text | None = None
    """Who answers when the partner asks."""
    sla_hours: NotNegative | None = None
    """Hours within which the partner is answered."""
    revenue_model: (
        Literal["none", "referral_fee", "revenue_share", "flat_fee", "per_use", "licence"] | None
    ) = None
    """How money is shared."""
    auth: Literal["token", "password", "none"] | None = None
    """How the other side proves who it is; OAuth is a token."""
    scopes: list[Text] | None = None
    """What it may read and change; an empty list says that nothing bounds it."""
    agreement: Stated | None = None
    """The data-processing agreement with the partner."""


class Partner(Section):
    """Another business that takes part."""

    id: Slug
    """How integrations refer to it."""
    name: Text | None = None
    """What it is called."""
    country: Country | None = None
    """Where it sits, as two capital letters."""
    model: Literal["integration", "affiliate", "co_marketing", "reseller", "content", "supplier"] | None = (
        None
    )
    """How one works together."""
    share: Fraction | None = None
    """Share that it gets of what the customers pay whom it brings, as a fraction."""
    last_api_call: Day | None = None
    """Day on which it last used the API."""


class App(Section):
    """Something a third party sells or gives to the customers."""

    id: Slug
    """How one refers to it."""
    name: Text | None = None
    """What customers see."""
    security_review: Day | None = None
    """Day on which its security was last reviewed."""


class Marketplace(Section):
    """Where third parties sell."""

    platform_share: Fraction | None = None
    """Share of a sale that the platform keeps, as a fraction."""
    portal: Stated | None = None
    """Where developers hand in what they sell."""
    review: Stated | None = None
    """How it is reviewed before it is sold."""


class UserContent(Section):
    """What users make for other users."""

    moderation: Stated | None = None
    """How it is checked."""
    incentives: list[Literal["badge", "revenue_share", "featured_slot", "discount"]] | None = None
    """What contributors get; an empty list says nothing."""


class DataFlow(Section):
    """Personal data that leave the business."""

    id: Slug
    """How one refers to it."""
    to: Text | None = None
    """Who gets them."""
    legal_basis: Literal["consent", "contract", "legitimate_interest", "legal_duty", "none"] | None = None
    """What allows it."""
    regimes: list[Literal["gdpr", "ccpa", "other"]] | None = None
    """The laws it was checked against."""
    anonymised: Yes | None = None
    """Whether nobody can be recognised in them."""
    promised_anonymous: Yes | None = None
    """Whether users were promised so."""


class EventKind(Section):
    """One kind of entry in the event log."""

    name: Text
    """What happened."""
    fields: list[Text] | None = None
    """What each entry carries: source, user_id, outcome ..."""


class OpenPlatform(Section):
    """What others build on the business. `[]` says that there is nothing of a kind."""

    integrations: list[Integration] | None = None
    """Connections to products of others."""
    partners: list[Partner] | None = None
    """Businesses that take part."""
    apps: list[App] | None = None
    """What third parties add."""
    marketplace: Marketplace | None = None
    """Where third parties sell."""
    user_content: UserContent | None = None
    """What users make for users."""
    data_flows: list[DataFlow] | None = None
    """Personal data that leave the business."""
    event_log: list[EventKind] | None = None
    """What the event log keeps."""
