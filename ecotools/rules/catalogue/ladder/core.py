"""LAD: the core product, which the ladder begins with."""

from ecotools.rules.catalogue.ladder import ladder
from ecotools.rules.engine.limits import (
    at_least,
    at_most,
    between,
    exactly,
    per_kind,
)
from ecotools.rules.engine.rule import Seed
from ecotools.rules.words.vocabulary import (
    bare,
    kinds,
    listed,
    plans,
    require,
)

BY_THE_HOUR = ("one_to_one", "group_sessions")
"""Deliveries of which nobody can sell more than there are hours."""


@ladder.rule(
    "LAD01",
    severity="error",
    title="There is exactly one core product",
    reason="Everything else is built around it; with two of them, neither customers nor the team know which.",
    source=Seed("000", "18-19", "Core Product Selection"),
    threshold=exactly(1, "core product"),
    note="The source speaks of the core product, one, and forbids no second. "
    "A core product that can be paid by the month or by the year is one, with two plans; in the profile saas "
    "the tiers of the software are plans of one too.",
    do="Give the kind core to the one product that solves the main problem, and other kinds to the others.",
    fails="""
        products:
          - {id: book, name: Book, kind: core}
          - {id: course, name: Course, kind: core}
        """,
    passes="""
        products:
          - {id: course, name: Course, kind: core}
          - {id: book, name: Book, kind: add_on}
        """,
)
def there_is_one_core_product(business, limit):
    found = [product.id for product in business.products if product.kind == "core"]
    beside = sum(len(alike) - 1 for alike in plans(business) if alike[0].kind == "core")
    if len(found) - beside not in limit:
        many = f"{len(found)} core products: {listed(found)}" if found else "no product of kind core"
        yield business.finding("products", found=many)


@ladder.rule(
    "LAD02",
    severity="warning",
    title="The core product can be sold without selling more hours",
    reason="An anchor made of hours stops growing when the week is full.",
    source=Seed("000", "19", "Core Product Selection"),
    over=kinds("core"),
    note="One-to-one and group sessions count as hours, and so does a price that was derived from hours. A "
    "cohort does not: its material is made once.",
    do="Put what you explain every time into a course, a tool or a cohort, and sell the hours on top of it.",
    fails="products: [{id: talks, name: Talks, kind: core, delivery: one_to_one}]",
    passes="products: [{id: course, name: Course, kind: core, delivery: self_paced}]",
)
def the_core_product_scales(product):
    if product.get("pricing_basis") == "hours":
        yield product.finding("pricing_basis", found=f"the price of {product.id} is made of hours")
    if product.delivery in BY_THE_HOUR:
        yield product.finding("delivery", found=f"{product.id} is delivered as {product.delivery}")


@ladder.rule(
    "LAD03",
    severity="error",
    title="The core product says which main problem it solves",
    reason="People buy the end of a problem; a core product without one has no reason to be bought.",
    source=(
        Seed(
            "000",
            "11;19;80",
            "Defining a Digital Product Ecosystem; Core Product Selection; Step-by-Step Guide",
        ),
    ),
    over=kinds("core"),
    note="The problem may be told in other words than `audience.pain_point`: JRN10 remarks on that. Found is "
    "a core product that names none, or one of the related problems in `audience.problems`; of the plans of "
    "one product it is enough that one names it.",
    do="Write the audience's pain point under `problem`, or correct the pain point.",
    fails="products: [{id: course, name: Course, kind: core}]",
    passes="""
        audience: {who: Writers, pain_point: No clients}
        products: [{id: course, name: Course, kind: core, problem: No clients}]
        """,
)
def the_core_product_solves_the_main_problem(product):
    audience = product.business.get("audience")
    others = [one for alike in plans(product) if product in alike for one in alike if one.has("problem")]
    if not product.has("problem"):
        if not others:
            yield product.finding("problem", found=f"{product.id} names no problem")
    elif audience and audience.has("pain_point") and audience.has("problems"):
        problem, main = bare(product.problem), bare(audience.pain_point)
        told = problem == main or any(bare(one.problem) == main for one in others)
        if not told and problem in map(bare, audience.problems):
            other = f"{product.problem!r} is a related problem; the main one is {audience.pain_point!r}"
            yield product.finding("problem", found=other)


@ladder.rule(
    "LAD08",
    severity="warning",
    title="The core product starts with few features",
    reason="Each feature more is one to learn and one to explain before the first result.",
    source=(
        Seed("000", "22", "Core Product Selection"),
        Seed("003", "18", "Understanding Product Ecosystems and Compounding Effects"),
    ),
    kind="numeric",
    basis="default",
    threshold=at_most(7, "features"),
    per_profile={
        "saas": (12, "Software needs an account, settings and a bill before it does anything."),
    },
    over=kinds("core"),
    note="The sources warn and name no number: seven is ours. It is meant for the launch; a product that has "
    "grown over years may say so with a threshold of its own.",
    do="Keep the features that the problem cannot do without; make the others later steps or add-ons.",
    fails="products: [{id: desk, name: Desk, kind: core, features: [a, b, c, d, e, f, g, h]}]",
    passes="products: [{id: desk, name: Desk, kind: core, features: [lessons, diary, answers]}]",
)
def the_core_product_starts_small(product, limit):
    if (number := len(product.stated("features"))) not in limit:
        yield product.finding("features", found=f"{number} features")


@ladder.rule(
    "LAD21",
    severity="warning",
    title="The core idea was tried in a short pilot that asked for recommendations",
    reason="Two weeks with real people cost less than a year of building what nobody recommends.",
    source=Seed("000", "21", "Core Product Selection"),
    threshold=per_kind({"pilot_days": between(7, 28, "days"), "nps_answers": at_least(1, "answers")}),
    basis="near",
    note="The source names two weeks; half of that to twice as long counts.",
    do="Run a pilot of about two weeks, and ask everyone in it whether they would recommend it.",
    fails="plan: {validation: {pilot_days: 90, nps_answers: 0}}",
    passes="plan: {validation: {pilot_days: 14, nps_answers: 22}}",
)
def the_idea_was_tried(business, limits):
    words = {"pilot_days": "a pilot of {} days", "nps_answers": "{} answers to the NPS question"}
    validation = business.plan.validation
    for field, found in words.items():
        number = validation.get(field)
        if number is not None and number not in limits[field]:
            yield validation.finding(field, found=found.format(number), threshold=str(limits[field]))
    require(validation, words)
