"""JRN: what belongs to a stage of the journey, from a free lead magnet to a referral."""

from ecotools.rules.catalogue.journey import journey
from ecotools.rules.engine.limits import at_most, names
from ecotools.rules.engine.parts import Missing, Part
from ecotools.rules.engine.rule import Seed
from ecotools.rules.words.vocabulary import (
    STAGES,
    free,
    journey_graph,
    listed,
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
    reason="A buyer who sees no early success rarely comes back.",
    source=Seed("000", "17;75", "Mapping the Customer Journey; Common Mistakes"),
    note="A customer who tries before buying has the first success before the purchase: a touchpoint of the "
    "stage activation that leads to the purchase counts.",
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
    reason="An early success is what makes a buyer start, and a buyer who does not start does not stay.",
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
