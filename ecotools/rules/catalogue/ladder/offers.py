"""LAD: what buyers of the core product are offered on top: add-ons, a recurring offer, a checkout."""

from ecotools.rules.catalogue.ladder import ladder
from ecotools.rules.engine.limits import (
    at_least,
    at_most,
    between,
    names,
    per_kind,
)
from ecotools.rules.engine.parts import Part
from ecotools.rules.engine.rule import Seed
from ecotools.rules.words.vocabulary import (
    QUARTER_DAYS,
    core,
    days_between,
    kinds,
    launch_days,
    listed,
)


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
