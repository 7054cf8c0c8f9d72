"""BND: what a bundle holds: how many items, whether they belong together, what is sold alone."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from ecotools.rules.catalogue.bundle import bundle
from ecotools.rules.catalogue.bundle.price import items_of
from ecotools.rules.engine.limits import at_most, below
from ecotools.rules.engine.parts import Missing, Part, place_of
from ecotools.rules.engine.rule import Seed, only
from ecotools.rules.words.vocabulary import (
    bare,
    kinds,
    listed,
    of_kind,
    percent,
    sold_at,
)

if TYPE_CHECKING:
    import networkx as nx


@bundle.rule(
    "BND03",
    severity="warning",
    title="A bundle holds few items",
    reason="A box of everything says of nothing why it is in there.",
    source=Seed("000", "40;42", "Bundling and Tiered Pricing"),
    kind="numeric",
    basis="default",
    threshold=at_most(3, "items"),
    over=kinds("bundle"),
    note="The source wants bundles focused and shows one of three items; three is our reading of it.",
    do="Keep the items that are used together, and sell the others alone.",
    fails="""
        products:
          - {id: course, name: Course, kind: core}
          - {id: kit, name: Kit, kind: add_on}
          - {id: book, name: Book, kind: add_on}
          - {id: audit, name: Audit, kind: add_on}
          - {id: all, name: All, kind: bundle, includes: [course, kit, book, audit]}
        """,
    passes="""
        products:
          - {id: course, name: Course, kind: core}
          - {id: kit, name: Kit, kind: add_on}
          - {id: both, name: Both, kind: bundle, includes: [course, kit]}
        """,
)
def a_bundle_holds_few_items(box, limit):
    if (number := len(box.includes)) not in limit:
        yield box.finding("includes", found=f"{number} items in {box.id}")


@bundle.rule(
    "BND04",
    severity="warning",
    title="Most products can be bought alone",
    reason="What can only be had in a box has no price of its own, so nobody knows what the box saves.",
    source=Seed("000", "42", "Bundling and Tiered Pricing"),
    kind="numeric",
    basis="default",
    threshold=below(0.5, "% of the products"),
    note="The source warns of too much bundling and gives no share: half is ours. What is in no bundle is "
    "sold alone; bundles and lead magnets do not count.",
    do="Give the products their own price and page, and write `sold_alone: true`.",
    fails="""
        products:
          - {id: course, name: Course, kind: core, price: 199, sold_alone: true}
          - {id: kit, name: Kit, kind: add_on, price: 49, sold_alone: false}
          - {id: both, name: Both, kind: bundle, price: 219, includes: [course, kit]}
        """,
    passes="""
        products:
          - {id: course, name: Course, kind: core, price: 199, sold_alone: true}
          - {id: kit, name: Kit, kind: add_on, price: 49, sold_alone: true}
          - {id: both, name: Both, kind: bundle, price: 219, includes: [course, kit]}
        """,
)
def most_products_can_be_bought_alone(business, limit):
    boxes = of_kind(business, "bundle")
    inside = {id for box in boxes for id in box.includes}
    single = [one for one in business.products if one.kind not in ("bundle", "lead_magnet")]
    only(single, "a product that is neither bundle nor lead magnet")
    bound = [one.id for one in single if one.id in inside and not one.stated("sold_alone")]
    if (share := len(bound) / len(single)) not in limit:
        yield business.finding("products", found=f"{percent(share)} only in bundles: {listed(bound)}")


@bundle.rule(
    "BND06",
    severity="warning",
    title="The items of a bundle belong together",
    reason="An item that solves another problem makes the bundle more expensive for all who do not have it.",
    source=Seed("000", "25;42", "Building Complementary Products; Bundling and Tiered Pricing"),
    over=kinds("bundle"),
    note="Items belong together when they solve the same problem, or problems of the one audience (its pain "
    "point and those listed beside it), when one is the `next` of the other, or when the journey has them at "
    "the same stage after the purchase.",
    do="Take the item out, or name the problem of the audience that it solves.",
    fails="""
        products:
          - {id: course, name: Course, kind: core, problem: No clients}
          - {id: mug, name: Mug, kind: add_on, problem: Cold coffee}
          - {id: both, name: Both, kind: bundle, includes: [course, mug]}
        """,
    passes="""
        audience: {who: Writers, pain_point: No clients, problems: [No prices]}
        products:
          - {id: course, name: Course, kind: core, problem: No clients}
          - {id: kit, name: Kit, kind: add_on, problem: No prices}
          - {id: both, name: Both, kind: bundle, includes: [course, kit]}
        """,
)
def the_items_belong_together(box):
    import networkx as nx

    items = items_of(box)
    groups = sorted(nx.connected_components(_together(items)), key=len, reverse=True)
    if len(groups) > 1:
        if unknown := [(*place_of(item), "problem") for item in items if not item.has("problem")]:
            raise Missing(*unknown)
        strange = [item for item in items if item not in groups[0]]
        told = listed(f"{item.id} ({item.problem})" for item in strange)
        yield box.finding("includes", found=f"beside the problem of the others: {told}")


def _together(items: list[Part]) -> nx.Graph:
    """Return the items of a bundle as a graph with an edge between those that belong together."""
    import networkx as nx

    graph = nx.Graph()
    graph.add_nodes_from(items)
    for one, other in combinations(items, 2):
        same_problem = _root(one) is not None and _root(one) == _root(other)
        if same_problem or _follow(one, other) or _used_at(one) & _used_at(other):
            graph.add_edge(one, other)
    return graph


def _follow(one: Part, other: Part) -> bool:
    """Return whether one of two products leads to the other."""
    return other.id in one.get("next", []) or one.id in other.get("next", [])


def _used_at(item: Part) -> set[str]:
    """Return the stages of the journey at which owners of a product meet it."""
    return {
        point.stage
        for point in item.business.get("journey")
        if item.id in sold_at(point) and point.stage in ("activation", "retention")
    }


def _root(item: Part) -> str | None:
    """Return the problem behind that of a product, if it names one; those of the audience have one root."""
    if not item.has("problem"):
        return None
    problem, audience = bare(item.problem), item.business.get("audience")
    known = [audience.get("pain_point"), *audience.get("problems")] if audience else []
    return "" if problem in {bare(one) for one in known if one} else problem
