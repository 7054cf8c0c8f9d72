"""REF: what customers are promised when they want their money back."""

from typing import Any

from ecotools.rules.catalogue.policy import policy
from ecotools.rules.engine.limits import at_least
from ecotools.rules.engine.parts import Missing, Part
from ecotools.rules.engine.rule import Seed, only
from ecotools.rules.words.vocabulary import LAYERS, kinds


def _sold(business: Part) -> list[Part]:
    """Return the products that are not given away; one whose price is not said is sold."""
    given_away = (one for one in business.products if one.has("price") and one.price == 0)
    gifts = {*given_away, *(one for one in business.products if one.kind == "lead_magnet")}
    return only((one for one in business.products if one not in gifts), "a product that is not free")


def _layers(business: Part) -> list[Part]:
    """Return the products for which the kind of refund differs by their layer."""
    return only((one for one in _sold(business) if one.kind in LAYERS), "a product that is sold")


@policy.rule(
    "REF01",
    severity="error",
    title="Every layer has a written refund policy",
    reason="A buyer who knows how to get out dares to come in, and a written rule ends quarrels early.",
    source=Seed("001", "177", "Frequently Asked Questions"),
    over=_sold,
    note="What stands under `policies.refund` holds for every product that has no `refund` of its own; what "
    "is free needs none.",
    do="Write one sentence under `policies.refund.policy`, or under `refund.policy` of the product.",
    fails="products: [{id: course, name: Course, kind: core, price: 199, refund: {policy: false}}]",
    passes="""
        products: [{id: course, name: Course, kind: core, price: 199}]
        policies: {refund: {policy: Thirty days and no questions}}
        """,
)
def every_layer_has_a_refund_policy(product):
    if not _refund(product, "policy"):
        yield product.finding("refund", found=f"{product.id} has no written refund policy")


@policy.rule(
    "REF02",
    severity="info",
    title="Refunds fit the layer: a month for the course, free exit from fees, a part of coaching",
    reason="A course can be judged in a month, a fee should end when wanted, and hours given are gone.",
    source=Seed("001", "177", "Frequently Asked Questions"),
    threshold=at_least(30, "days for what is paid once"),
    over=_layers,
    note="The source names 30 days for a course; more is as good. What is paid again and again can be ended "
    "at any time, and coaching is paid back in part, for what was not delivered yet.",
    do="Write what holds for this layer under `refund` of the product.",
    fails="""
        products:
          - {id: course, name: Course, kind: core, price: 199, refund: {days: 7}}
        """,
    passes="""
        products:
          - {id: course, name: Course, kind: core, price: 199, refund: {days: 30}}
          - {id: club, name: Club, kind: community, price: 29, billing: month, refund: {cancel_anytime: true}}
          - {id: coach, name: Coaching, kind: coaching, price: 990, refund: {kind: partial}}
        """,
)
def refunds_fit_the_layer(product, limit):
    if product.kind == "coaching":
        if (kind := _refund(product, "kind")) != "partial":
            do = "Pay back the sessions that were not held, and write `kind: partial`."
            found = {"full": "all of it is", "none": "nothing is"}[kind]
            yield product.finding("refund", found=f"{product.id}: {found} paid back", do=do)
    elif product.billing != "one_time":
        if not _refund(product, "cancel_anytime"):
            do = "Let people leave at the end of the paid month, and write `cancel_anytime: true`."
            yield product.finding("refund", found=f"{product.id} cannot be ended at any time", do=do)
    elif (days := _refund(product, "days")) not in limit:
        do = f"Give people {limit.value()} days to judge it, and write them under `days`."
        yield product.finding("refund", found=f"{days} days to return {product.id}", do=do)


@policy.rule(
    "REF03",
    severity="warning",
    title="Coaching says what it promises and what it does not",
    reason="Most refunds of coaching come from a result that nobody promised and the client expected.",
    source=Seed("001", "119", "Common Ecosystem Mistakes"),
    over=kinds("coaching"),
    do="Write under `coaching.expectations` what a client will have at the end and what is up to the client.",
    fails="products: [{id: coach, name: Coaching, kind: coaching, coaching: {expectations: false}}]",
    passes="""
        products:
          - id: coach
            name: Coaching
            kind: coaching
            coaching: {expectations: A page that you would show; no promise about how many buy}
        """,
)
def coaching_is_bounded(coach):
    if not coach.coaching.stated("expectations"):
        yield coach.coaching.finding("expectations", found=f"nothing bounds what {coach.id} promises")


def _refund(product: Part, field: str) -> Any:
    """Return what a product's own refund says about a field, else what the policies say for all."""
    policies = product.business.get("policies")
    general = policies.get("refund") if policies else None
    for part in (product.get("refund"), general):
        if part is not None and (said := part.get(field)) is not None:
            return said
    if field == "policy" and product.business.denies(("policies",)):
        return False
    raise Missing(("policies", "refund", field))
