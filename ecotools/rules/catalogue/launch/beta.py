"""LCH: the beta: how many people, and at what price."""

from ecotools.rules.catalogue.launch import launch
from ecotools.rules.engine.limits import between
from ecotools.rules.engine.rule import Seed
from ecotools.rules.words.vocabulary import listed


@launch.rule(
    "LCH01",
    severity="warning",
    title="The beta has enough people to learn from, and few enough to listen to",
    reason="Fewer tell you their taste, not the market's; more write what nobody has the time to read.",
    source=(
        Seed("000", "85", "Step-by-Step Guide to Launch Your Ecosystem"),
        Seed("001", "149", "90-Day Ecosystem Launch Plan"),
    ),
    kind="numeric",
    threshold=between(10, 30, "people"),
    per_profile={
        "infoproduct": (
            [10, 20],
            "A course is changed from lesson to lesson: of 10 to 20 students each is heard.",
        )
    },
    note="One source wants 20 to 30 early buyers of something small, the other 10 to 20 first students. The "
    "latter is about courses, so it holds for infoproduct; creator, community and saas may follow either.",
    do="Invite some more people by name, or split the group and let the second start after the first.",
    fails="plan: {beta: {people: 4}}",
    passes="plan: {beta: {people: 20}}",
)
def the_beta_is_a_group(business, limit):
    beta = business.plan.beta
    if (people := beta.people) not in limit:
        yield beta.finding("people", found=f"{people} people in the beta")


@launch.rule(
    "LCH06",
    severity="info",
    title="The beta has a discount that ends",
    reason="Early customers take a risk and are paid for it; without a last day it becomes the price.",
    source=Seed("000", "85", "Step-by-Step Guide to Launch Your Ecosystem"),
    over="plan.beta",
    do="Say how much is taken off for the beta, and until which day.",
    fails="plan: {beta: {people: 20, discount: 0.3}}",
    passes="plan: {beta: {people: 20, discount: 0.3, end: 2025-05-31}}",
)
def the_beta_has_a_discount_that_ends(beta):
    lacking = {} if beta.get("discount") else {"discount": "discount"}
    lacking |= {} if beta.has("end") else {"end": "last day"}
    if lacking:
        yield beta.finding(next(iter(lacking)), found=f"no {listed(lacking.values(), 'and no')}")
