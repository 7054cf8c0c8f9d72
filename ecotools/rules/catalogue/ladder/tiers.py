"""LAD: how one tier leads to the next: for whom each is, and what it costs."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from ecotools.rules.catalogue.ladder import ladder
from ecotools.rules.engine.parts import Finding, Missing, Part
from ecotools.rules.engine.rule import Seed
from ecotools.rules.words.vocabulary import (
    bare,
    every,
    money,
    monthly,
    product_of,
)

if TYPE_CHECKING:
    import networkx as nx


@ladder.rule(
    "LAD15",
    severity="warning",
    title="Each tier is for one segment and one problem, and no two are for both",
    reason="Two tiers for the same people with the same problem make buyers compare instead of choose.",
    source=Seed("001", "79", "Pricing and Positioning"),
    do="Say under `segment` for whom the tier is and under `problem` of its product what it solves; put "
    "tiers together that do not differ.",
    fails="""
        products:
          - {id: clinic, name: Clinic, kind: core, problem: No feedback}
          - {id: circle, name: Circle, kind: coaching, problem: No feedback}
        ladder: {tiers: [{product: clinic, segment: Writers}, {product: circle, segment: Writers}]}
        """,
    passes="""
        products:
          - {id: clinic, name: Clinic, kind: core, problem: No ideas}
          - {id: circle, name: Circle, kind: coaching, problem: No feedback}
        ladder: {tiers: [{product: clinic, segment: Writers}, {product: circle, segment: Writers}]}
        """,
)
def each_tier_has_its_own_segment_and_problem(business):
    seen: dict[tuple[str, str], str] = {}
    for tier in business.ladder.tiers:
        product = product_of(tier)
        if not tier.has("segment"):
            yield tier.finding("segment", found=f"the tier {product.id} names no segment")
        if not product.has("problem"):
            yield product.finding("problem", found=f"the tier {product.id} names no problem")
        if tier.has("segment") and product.has("problem"):
            both = (bare(tier.segment), bare(product.problem))
            if both in seen:
                yield tier.finding(
                    found=f"{seen[both]} and {product.id} are for the same segment and problem"
                )
            seen.setdefault(both, product.id)


@ladder.rule(
    "LAD16",
    severity="warning",
    title="Every tier leads to the next one",
    reason="An owner who is not shown the next step takes none.",
    source=Seed("001", "16;77;84-85", "What an Ecosystem Is; Pricing and Positioning; Funnel Design"),
    kind="graph",
    note="A way is made of the `next` of products and of `ladder.upgrades`, and may pass what is no tier.",
    do="Name the next tier in the `next` of this one, and offer it when a first result is there.",
    fails="""
        products:
          - {id: clinic, name: Clinic, kind: core, next: []}
          - {id: circle, name: Circle, kind: coaching}
        ladder: {tiers: [{product: clinic}, {product: circle}]}
        """,
    passes="""
        products:
          - {id: clinic, name: Clinic, kind: core, next: [circle]}
          - {id: circle, name: Circle, kind: coaching}
        ladder: {tiers: [{product: clinic}, {product: circle}]}
        """,
)
def every_tier_leads_to_the_next(business):
    tiers = _tiers(business)
    ways = _ways_up(business)
    yield from every(*(_leads_on(lower, upper, ways, tiers) for lower, upper in pairwise(tiers)))


@ladder.rule(
    "LAD17",
    severity="error",
    title="Each tier costs more than the one below it",
    reason="A higher tier that costs the same or less leaves no reason to take the lower one.",
    source=Seed("001", "81", "Case Study: Alexandra"),
    kind="numeric",
    basis="derived",
    note="Prices paid every quarter or year are compared by the month. Tiers that are paid once are compared "
    "with each other, and those that are paid again and again with each other.",
    do="Correct the price, or the order of `ladder.tiers`: from the cheapest to the most expensive.",
    fails="""
        products:
          - {id: plain, name: Plain, kind: subscription, price: 29, billing: month}
          - {id: plus, name: Plus, kind: subscription, price: 75, billing: quarter}
        ladder: {tiers: [{product: plain}, {product: plus}]}
        """,
    passes="""
        products:
          - {id: plain, name: Plain, kind: subscription, price: 29, billing: month}
          - {id: plus, name: Plus, kind: subscription, price: 150, billing: quarter}
        ladder: {tiers: [{product: plain}, {product: plus}]}
        """,
)
def prices_rise_with_the_tiers(business):
    tiers = _tiers(business)
    once = [tier for tier in tiers if tier.billing == "one_time"]
    again = [tier for tier in tiers if tier.billing != "one_time"]
    pairs = [*pairwise(once), *pairwise(again)]
    if not pairs:
        raise Missing("two tiers that are both paid once, or both again and again")
    yield from every(*(_costs_more(lower, upper) for lower, upper in pairs))


def _tiers(business: Part) -> list[Part]:
    """Return the products of the tiers in order; one alone is nothing to compare."""
    found = [product_of(tier) for tier in business.ladder.tiers]
    if len(found) < 2:
        raise Missing("a second tier under ladder.tiers")
    return found


def _ways_up(business: Part) -> nx.DiGraph:
    """Return the products as a graph, an edge for each `next` and for each upgrade."""
    import networkx as nx

    graph = nx.DiGraph()
    for product in business.products:
        graph.add_node(product.id)
        graph.add_edges_from((product.id, after) for after in product.get("next", []))
    for upgrade in business.ladder.get("upgrades", []):
        graph.add_edge(upgrade.get("from"), upgrade.get("to"))
    return graph


def _leads_on(lower: Part, upper: Part, ways: nx.DiGraph, tiers: list[Part]) -> Iterator[Finding]:
    """Yield a finding when no way leads from one tier to the next without passing another tier."""
    import networkx as nx

    others = {tier.id for tier in tiers} - {lower.id, upper.id}
    if not nx.has_path(ways.subgraph(set(ways) - others), lower.id, upper.id):
        lower.stated("next")
        yield lower.finding("next", found=f"no way leads from {lower.id} to {upper.id}")


def _costs_more(lower: Part, upper: Part) -> Iterator[Finding]:
    """Yield a finding unless the upper tier costs more."""
    low, high = map(_comparable, (lower, upper))
    if high <= low:
        month = "" if upper.billing == "one_time" else " a month"
        found = f"{upper.id} costs {money(high, upper)}{month}, {lower.id} {money(low, lower)}"
        yield upper.finding("price", found=found)


def _comparable(tier: Part) -> float:
    """Return the price of a tier, by the month when it recurs; a free gift need not say it."""
    if tier.billing != "one_time":
        return monthly(tier)
    return tier.get("price") if tier.kind == "lead_magnet" else tier.price
