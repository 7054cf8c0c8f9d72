"""JRN: rules about the customer journey, from the first touch to the referral."""

from __future__ import annotations

from ecotools.rules.catalogue.journey import journey
from ecotools.rules.engine.limits import at_least, at_most, names
from ecotools.rules.engine.parts import Missing, Part
from ecotools.rules.engine.rule import Seed
from ecotools.rules.words.vocabulary import (
    STAGES,
    bare,
    free,
    journey_graph,
    listed,
    offered,
    paid,
    sold_at,
    touchpoints,
)


@journey.rule(
    "JRN01",
    severity="error",
    title="Every stage of the journey has at least one asset",
    reason="People leave where nothing meets them, and no later stage can win them back.",
    source=Seed("000", "14-15", "Mapping the Customer Journey"),
    threshold=names(*STAGES),
    note="A launch guide of the same source maps only awareness, purchase, an upsell and a subscription; a "
    "blueprint at that point may list fewer stages as its threshold.",
    do="Add a touchpoint at each of these stages.",
    fails="""
        journey:
          - {id: post, stage: awareness, asset: Post}
          - {id: shop, stage: purchase, asset: Shop}
        """,
    passes="""
        journey:
          - {id: post, stage: awareness, asset: Post}
          - {id: mails, stage: consideration, asset: Mails}
          - {id: shop, stage: purchase, asset: Shop}
          - {id: start, stage: activation, asset: First lesson}
          - {id: call, stage: retention, asset: Monthly call}
          - {id: link, stage: referral, asset: Link to share}
        """,
)
def every_stage_has_an_asset(business, stages):
    if lacking := stages.lacking(point.stage for point in business.journey):
        yield business.finding("journey", found=f"no asset for {listed(lacking)}")


@journey.rule(
    "JRN02",
    severity="error",
    title="Activation comes between purchase and retention",
    reason="Who buys and then sees no early success seldom comes back.",
    source=Seed("000", "17;75", "Mapping the Customer Journey; Common Mistakes"),
    note="Who tries before buying has the first success before the purchase: a touchpoint of the stage "
    "activation that leads to the purchase counts.",
    do="Lead buyers to a first success, at the stage activation, before you ask them to stay.",
    fails="""
        journey:
          - {id: shop, stage: purchase, asset: Shop, next: [call]}
          - {id: call, stage: retention, asset: Monthly call}
        """,
    passes="""
        journey:
          - {id: shop, stage: purchase, asset: Shop, next: [start]}
          - {id: start, stage: activation, asset: First lesson, next: [call]}
          - {id: call, stage: retention, asset: Monthly call}
        """,
)
def activation_is_not_skipped(business):
    stage = {point.id: point.stage for point in business.journey}
    if "purchase" not in stage.values():
        raise Missing("a touchpoint of the stage purchase")
    if "activation" not in stage.values():
        yield business.finding("journey", found="no touchpoint of the stage activation")
    tried = _tried_before_buying(business, stage)
    for point in touchpoints(business, "purchase"):
        if point.id in tried:
            continue
        if early := [after for after in point.get("next") if stage[after] in ("retention", "referral")]:
            yield point.finding("next", found=f"{point.id} leads straight to {listed(early)}")


def _tried_before_buying(business: Part, stage: dict[str, str]) -> set[str]:
    """Return the touchpoints that people come to after an activation that no purchase came before."""
    import networkx as nx

    graph = journey_graph(business)
    early = [
        id
        for id in graph
        if stage[id] == "activation" and "purchase" not in {stage[at] for at in nx.ancestors(graph, id)}
    ]
    return {after for id in early for after in nx.descendants(graph, id)}


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
    "JRN04",
    severity="warning",
    title="A free lead magnet opens the funnel",
    reason="Something useful for nothing is the cheapest way to earn trust and an address.",
    source=(Seed("000", "99-100", "Frequently Asked Questions"), Seed("001", "87", "Funnel Design")),
    note="It counts at awareness, and one step after it, since many journeys show it on a page of its "
    "own. Of software a free trial counts too.",
    do="Give something useful away, as a product of kind lead_magnet, where strangers first meet you.",
    fails="""
        products: [{id: course, name: Course, kind: core, price: 199}]
        journey: [{id: post, stage: awareness, asset: Post}]
        """,
    passes="""
        products: [{id: list, name: Checklist, kind: lead_magnet}]
        journey: [{id: page, stage: awareness, asset: Checklist page, product: list}]
        """,
)
def a_free_lead_magnet_opens_the_funnel(business):
    gifts = {product.id for product in business.products if free(product)}
    if business.taken == "saas":
        gifts |= {product.id for product in business.products if product.get("trial_days")}
    graph, first = journey_graph(business), {point.id for point in touchpoints(business, "awareness")}
    if not first:
        raise Missing("a touchpoint of the stage awareness")
    early = first.union(*(graph.successors(id) for id in first))
    if not any(gifts.intersection(sold_at(graph.nodes[id]["part"])) for id in early):
        yield business.finding("journey", found="nothing free at awareness or one step after it")


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
    "JRN06",
    severity="warning",
    title="Customers can refer others",
    reason="A customer who brings another is the cheapest channel, and needs something to pass on.",
    source=(
        Seed("000", "14-15", "Mapping the Customer Journey"),
        Seed("002", "141;507", "Acquisition; Phase 4"),
    ),
    do="Add a touchpoint of the stage referral: a link to share, a reward, an affiliate page.",
    fails="journey: [{id: post, stage: awareness, asset: Post}]",
    passes="journey: [{id: link, stage: referral, asset: Link to share}]",
)
def customers_can_refer_others(business):
    if not touchpoints(business, "referral"):
        yield business.finding("journey", found="no touchpoint of the stage referral")


@journey.rule(
    "JRN07",
    severity="warning",
    title="A first result comes within days of the purchase",
    reason="An early success is what makes a buyer start, and who does not start does not stay.",
    source=(
        Seed("000", "17", "Mapping the Customer Journey"),
        Seed("002", "168-170", "Value Demonstration and Quick Wins"),
    ),
    kind="numeric",
    threshold=at_most(7, "days"),
    basis="default",
    over=paid,
    note="The sources ask for quick wins, and one for challenges in the first week; neither says within "
    "how many days a result has to come: a week is our choice.",
    do="Put something first that works within a week: a template filled in, a first draft reviewed.",
    fails="""
        products: [{id: course, name: Course, kind: core, price: 199, onboarding: {first_value_days: 21}}]
        """,
    passes="""
        products: [{id: course, name: Course, kind: core, price: 199, onboarding: {first_value_days: 2}}]
        """,
)
def a_quick_win_follows_the_purchase(product, limit):
    if (days := product.onboarding.first_value_days) not in limit:
        yield product.onboarding.finding("first_value_days", found=f"a first result after {days:g} days")


@journey.rule(
    "JRN08",
    severity="error",
    title="Every paid product has an onboarding sequence",
    reason="A buyer who does not know what to do first does nothing, and asks for the money back.",
    source=(
        Seed("000", "15;75", "Mapping the Customer Journey; Common Mistakes"),
        Seed("001", "105;110", "Integration Priorities; Retention Strategies"),
        Seed("002", "160-166", "Systematic Onboarding"),
    ),
    over=paid,
    note="The sources ask for onboarding of a purchase; that no product is left out is ours.",
    do="List under `onboarding.steps` what a new customer is shown and asked to do, day by day.",
    fails="""
        products: [{id: course, name: Course, kind: core, price: 199, onboarding: {steps: []}}]
        """,
    passes="""
        products:
          - {id: course, name: Course, kind: core, price: 199, onboarding: {steps: [{kind: welcome, day: 0}]}}
        """,
)
def every_paid_product_has_onboarding(product):
    if not product.onboarding.stated("steps"):
        yield product.onboarding.finding("steps", found=f"{product.id} has no onboarding")


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


@journey.rule(
    "JRN10",
    severity="info",
    title="Each product solves a problem that the audience has",
    reason="An offer that does not belong to the journey costs trust in all the others.",
    source=Seed("000", "12", "Defining a Digital Product Ecosystem"),
    over="products",
    note="Only words are compared, whatever their case and stops: a problem in other words is no fault.",
    do="If it is one of theirs in other words, all is well; else add it to `audience`, or take the product "
    "out.",
    fails="""
        audience: {who: Writers, pain_point: No clients}
        products: [{id: mug, name: Mug, kind: add_on, problem: No mug}]
        """,
    passes="""
        audience: {who: Writers, pain_point: No clients}
        products: [{id: course, name: Course, kind: core, problem: No clients}]
        """,
)
def each_product_solves_a_problem_of_the_audience(product):
    audience = product.business.audience
    known = map(bare, [audience.pain_point, *audience.get("problems")])
    if bare(product.problem) not in known:
        found = f"{product.problem!r} is not among the audience's problems in these words"
        yield product.finding("problem", found=found)


@journey.rule(
    "JRN11",
    severity="info",
    title="The offer covers the main problem and about three related ones",
    reason="Related problems are where the next products come from.",
    source=Seed("000", "11", "Defining a Digital Product Ecosystem"),
    threshold=at_least(3, "related problems"),
    do="List under `audience.problems` what else your customers struggle with.",
    fails="audience: {who: Writers, pain_point: No clients, problems: [No prices]}",
    passes="audience: {who: Writers, pain_point: No clients, problems: [No prices, No time, No feedback]}",
)
def three_related_problems_are_listed(business, limit):
    problems = business.audience.get("problems")
    if len(problems) not in limit:
        yield business.audience.finding("problems", found=f"{len(problems)} related problems")
