"""JRN: the touchpoints, and the ways between them."""

from ecotools.rules.catalogue.journey import journey
from ecotools.rules.engine.parts import Missing
from ecotools.rules.engine.rule import Seed
from ecotools.rules.words.vocabulary import (
    journey_graph,
    listed,
    offered,
)


@journey.rule(
    "JRN03",
    severity="warning",
    title="Each touchpoint names its format and its KPI",
    reason="Without a format nobody can make it, and without a number nobody knows whether it works.",
    source=Seed("000", "16", "Mapping the Customer Journey"),
    over="journey",
    do="Write down what it is (article, email, video …) and the one number that says whether it works.",
    fails="""
        journey:
          - {id: post, stage: awareness, asset: Post, format: article}
        """,
    passes="""
        journey:
          - {id: post, stage: awareness, asset: Post, format: article, kpi: visitors a month}
        """,
)
def each_touchpoint_has_a_format_and_a_kpi(point):
    if lacking := [field for field in ("format", "kpi") if not point.has(field)]:
        yield point.finding(found=f"no {listed(lacking, 'and no')}")


@journey.rule(
    "JRN05",
    severity="warning",
    title="Every touchpoint but the last leads on to another",
    reason="A dead end loses people who were willing to go on.",
    source=Seed("000", "10;24", "Defining a Digital Product Ecosystem; Building Complementary Products"),
    kind="graph",
    do="Name in `next` where a customer goes from here.",
    fails="""
        journey:
          - {id: post, stage: awareness, asset: Post, next: [shop]}
          - {id: shop, stage: purchase, asset: Shop}
        """,
    passes="""
        journey:
          - {id: post, stage: awareness, asset: Post, next: [link]}
          - {id: link, stage: referral, asset: Link to share}
        """,
)
def no_touchpoint_is_a_dead_end(business):
    graph = journey_graph(business)
    if not graph.edges:
        raise Missing("journey[].next")
    for id, part in graph.nodes(data="part"):
        if not graph.out_degree(id) and part.stage != "referral":
            yield part.finding("next", found=f"{id} ({part.stage}) leads nowhere")


@journey.rule(
    "JRN09",
    severity="error",
    title="Every product can be reached from an awareness asset",
    reason="What no way leads to is not sold, however good it is.",
    source=(
        Seed("000", "14", "Mapping the Customer Journey"),
        Seed("003", "52-54", "Mapping the Ecosystem"),
    ),
    kind="graph",
    basis="derived",
    note="A bundle, a checkout, an upgrade or the `next` of a product leads on too. The tiers of the "
    "pricing page are all on it, and what can be paid by the month or by the year is one thing with two "
    "plans, as are the tiers of software: where one of them is reached the others are.",
    do="Let a touchpoint that people reach offer it (`product`, or `products` for a page with several), or "
    "put it into something that is offered.",
    fails="""
        products:
          - {id: course, name: Course, kind: core, price: 199}
          - {id: kit, name: Kit, kind: add_on, price: 49}
        journey:
          - {id: post, stage: awareness, asset: Post, next: [shop]}
          - {id: shop, stage: purchase, asset: Shop, product: course}
        """,
    passes="""
        products: [{id: course, name: Course, kind: core, price: 199}]
        journey:
          - {id: post, stage: awareness, asset: Post, next: [shop]}
          - {id: shop, stage: purchase, asset: Shop, product: course}
        """,
)
def every_product_can_be_reached(business):
    there = offered(business)
    for product in business.products:
        if product.id not in there:
            yield product.finding(found=f"no way leads from awareness to {product.id}")
