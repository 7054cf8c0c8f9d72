"""LAD: rules about the ladder, from one core product to what its buyers are offered on top.

When its layers and tiers come is in `ladder_tiers`, what coaching needs in `ladder_coaching`.
"""

from __future__ import annotations

from ecotools.rules.catalogue.ladder import ladder
from ecotools.rules.engine.limits import (
    at_least,
    at_most,
    between,
    exactly,
    names,
    per_kind,
)
from ecotools.rules.engine.parts import Part
from ecotools.rules.engine.rule import Seed
from ecotools.rules.words.vocabulary import (
    QUARTER_DAYS,
    bare,
    core,
    days_between,
    kinds,
    launch_days,
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
    "LAD04",
    severity="warning",
    title="The first release has one or two add-ons and a recurring offer",
    reason="It is enough to see whether people buy more and stay, and little enough to change.",
    source=Seed("000", "83;92", "Step-by-Step Guide; Frequently Asked Questions"),
    kind="numeric",
    threshold=per_kind({"add-ons": between(1, 2), "recurring offers": at_least(1)}),
    per_profile={
        "infoproduct": (
            {"recurring offers": 0},
            "Here the course is mastered for months before a community opens (LAD13).",
        ),
        "saas": (
            {"add-ons": [0, 2]},
            "Software is a recurring offer by itself, and its modules can come once it is used.",
        ),
    },
    note="It holds until `plan.validation.status` is validated. What is launched more than a quarter after "
    "the core product is no part of the first release. LAD10 names three offers at a checkout: they go with "
    "this when the most expensive of them is coaching, which is no add-on, and else once "
    "the idea is validated. The thresholds of creator and community are those of the source.",
    do="Begin with one or two add-ons and one thing paid again and again; add more when the idea is proven.",
    fails="""
        plan: {validation: {status: running}}
        products:
          - {id: course, name: Course, kind: core, price: 199}
          - {id: kit, name: Kit, kind: add_on, price: 49}
        """,
    passes="""
        plan: {validation: {status: running}}
        products:
          - {id: course, name: Course, kind: core, price: 199}
          - {id: kit, name: Kit, kind: add_on, price: 49}
          - {id: club, name: Club, kind: subscription, price: 19, billing: month}
        """,
)
def the_first_release_is_small(business, limits):
    if business.plan.validation.status == "validated":
        return
    first = _first_release(business)
    there = {
        "add-ons": sum(product.kind == "add_on" for product in first),
        "recurring offers": sum(map(_recurring, first)),
    }
    for what, number in there.items():
        if number not in limits[what]:
            found = f"{number or 'no'} {what} in the first release"
            yield business.finding("products", found=found, threshold=f"{limits[what]} {what}")


@ladder.rule(
    "LAD05",
    severity="warning",
    title="At least one offer is paid again and again",
    reason="With single sales only, every month begins at nothing.",
    source=Seed("000", "28-29;92", "Memberships and Subscriptions; Frequently Asked Questions"),
    threshold=at_least(1, "recurring offer"),
    do="Add what is worth a fee every month, such as new material or a tool, with `billing: month`.",
    fails="products: [{id: course, name: Course, kind: core, price: 199}]",
    passes="products: [{id: club, name: Club, kind: community, price: 19, billing: month}]",
)
def something_is_paid_again_and_again(business, limit):
    number = sum(map(_recurring, business.products))
    if number not in limit:
        yield business.finding("products", found=f"{number or 'no'} recurring offers")


@ladder.rule(
    "LAD07",
    severity="warning",
    title="Each add-on is a next step after the core product",
    reason="An add-on is taken when it answers the question that the core product just raised.",
    source=Seed("000", "24", "Building Complementary Products"),
    kind="graph",
    over=kinds("add_on"),
    note="A step after a step counts: the `next` of products are followed from the core product on. An "
    "offer at a checkout is no such statement.",
    do="Name it in the `next` of the product after which it is needed, or take it out.",
    fails="""
        products:
          - {id: course, name: Course, kind: core, next: [kit]}
          - {id: kit, name: Kit, kind: add_on}
          - {id: mug, name: Mug, kind: add_on}
        """,
    passes="""
        products:
          - {id: course, name: Course, kind: core, next: [kit]}
          - {id: kit, name: Kit, kind: add_on}
        """,
)
def each_add_on_follows_from_the_core(add_on):
    products = {product.id: product for product in add_on.business.products}
    start = core(add_on)
    start.stated("next")
    seen, waiting = {start.id}, [start.id]
    while waiting:
        new = [id for id in products[waiting.pop()].get("next", []) if id not in seen]
        seen.update(new)
        waiting += new
    if add_on.id not in seen:
        yield add_on.finding(found=f"no `next` leads from {start.id} to {add_on.id}")


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
    "LAD09",
    severity="error",
    title="A checkout offers few things on top",
    reason="People who came to pay and have to compare again leave with nothing.",
    source=Seed("000", "26-27", "Building Complementary Products"),
    kind="numeric",
    threshold=at_most(3, "offers"),
    over="ladder.checkouts",
    do="Keep the two or three that most buyers take, and offer the others later by mail.",
    fails="""
        products:
          - {id: course, name: Course, kind: core}
          - {id: kit, name: Kit, kind: add_on}
          - {id: audit, name: Audit, kind: add_on}
          - {id: club, name: Club, kind: community}
          - {id: coach, name: Coaching, kind: coaching}
        ladder: {checkouts: [{id: pay, product: course, offers: [kit, audit, club, coach]}]}
        """,
    passes="""
        products:
          - {id: course, name: Course, kind: core}
          - {id: kit, name: Kit, kind: add_on}
        ladder: {checkouts: [{id: pay, product: course, offers: [kit]}]}
        """,
)
def a_checkout_offers_few_things(checkout, limit):
    if (number := len(checkout.stated("offers"))) not in limit:
        yield checkout.finding("offers", found=f"{number} offers at {checkout.id}")


@ladder.rule(
    "LAD10",
    severity="info",
    title="A checkout offers something cheap, something in the middle and something expensive",
    reason="Buyers differ in what they can spend, and the expensive offer makes the middle one look fair.",
    source=Seed("000", "26", "Building Complementary Products"),
    threshold=names("low", "mid", "high"),
    over="ladder.checkouts",
    note="The class is the product's `ticket`. Before the idea is validated LAD04 wants two add-ons at most; "
    "both hold when the expensive offer is coaching.",
    not_in={"saas": "The three offers of the source are a booklet, a workshop and coaching beside a course."},
    do="Offer one product of each class, such as a booklet, a workshop and coaching.",
    fails="""
        products:
          - {id: course, name: Course, kind: core}
          - {id: kit, name: Kit, kind: add_on, ticket: low}
        ladder: {checkouts: [{id: pay, product: course, offers: [kit]}]}
        """,
    passes="""
        products:
          - {id: course, name: Course, kind: core}
          - {id: book, name: Book, kind: add_on, ticket: low}
          - {id: day, name: Workshop, kind: add_on, ticket: mid}
          - {id: coach, name: Coaching, kind: coaching, ticket: high}
        ladder: {checkouts: [{id: pay, product: course, offers: [book, day, coach]}]}
        """,
)
def a_checkout_has_an_offer_of_each_class(checkout, classes):
    products = {product.id: product for product in checkout.business.products}
    there = [products[id].ticket for id in checkout.stated("offers")]
    if lacking := classes.lacking(there):
        short = listed([f"{ticket}-ticket" for ticket in lacking], "and no")
        yield checkout.finding("offers", found=f"no {short} offer at {checkout.id}")


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


def _recurring(product: Part) -> bool:
    """Return whether a product is paid again and again; one that is said to be free is not."""
    return product.billing != "one_time" and not (product.has("price") and product.price == 0)


def _first_release(business: Part) -> list[Part]:
    """Return the products without those launched more than a quarter after the core product."""
    products = business.products
    known = launch_days(products)
    first = known.get(core(business))
    return [
        product
        for product in products
        if first is None or product not in known or days_between(first, known[product]) < QUARTER_DAYS
    ]
