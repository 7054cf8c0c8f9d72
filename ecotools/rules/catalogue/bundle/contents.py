"""BND: rules about bundles, whose price and contents have to agree with what is sold alone."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from ecotools.rules.catalogue.bundle import bundle
from ecotools.rules.engine.limits import at_most, below
from ecotools.rules.engine.parts import Missing, Part, place_of
from ecotools.rules.engine.rule import Seed, only
from ecotools.rules.words.vocabulary import (
    amount,
    bare,
    kinds,
    listed,
    money,
    monthly,
    of_kind,
    percent,
    plain,
    sold_at,
)

if TYPE_CHECKING:
    import networkx as nx


@bundle.rule(
    "BND01",
    severity="error",
    title="A bundle costs less than its parts",
    reason="Who buys several things at once expects to pay less, and can add up the prices.",
    source=Seed("000", "39-40", "Bundling and Tiered Pricing"),
    kind="numeric",
    over=kinds("bundle"),
    note="A product that is paid again and again counts with the months under `included_months`; in a bundle "
    "that is paid again and again itself, with the months between two of its payments.",
    do="Lower the price of the bundle, or take out what adds nothing to it.",
    fails="""
        products:
          - {id: course, name: Course, kind: core, price: 199}
          - {id: kit, name: Kit, kind: add_on, price: 49}
          - {id: both, name: Both, kind: bundle, price: 249, includes: [course, kit]}
        """,
    passes="""
        products:
          - {id: course, name: Course, kind: core, price: 199}
          - {id: club, name: Club, kind: subscription, price: 33, billing: month}
          - {id: b, name: B, kind: bundle, price: 259, includes: [course, club], included_months: {club: 3}}
        """,
)
def a_bundle_costs_less_than_its_parts(box):
    worth = _worth(box)
    if box.price >= worth:
        found = f"{money(box.price, box)} for parts that cost {money(worth, box)}: {_sum(box)}"
        yield box.finding("price", found=found)


@bundle.rule(
    "BND02",
    severity="error",
    title="The advertised saving is what a bundle saves",
    reason="It takes a customer a minute to add up the parts, and a saving that is not there costs trust.",
    source=Seed("000", "40", "Bundling and Tiered Pricing"),
    kind="numeric",
    basis="derived",
    threshold=at_most(0.01, "$ of difference"),
    over=kinds("bundle"),
    note="The saving is what the parts cost, counted as in BND01, without the price of the bundle.",
    do="Correct `stated_saving`, or the prices that it comes from.",
    fails="""
        products:
          - {id: course, name: Course, kind: core, price: 199}
          - {id: kit, name: Kit, kind: add_on, price: 49}
          - {id: both, name: Both, kind: bundle, price: 219, includes: [course, kit], stated_saving: 49}
        """,
    passes="""
        products:
          - {id: course, name: Course, kind: core, price: 199}
          - {id: kit, name: Kit, kind: add_on, price: 49}
          - {id: both, name: Both, kind: bundle, price: 219, includes: [course, kit], stated_saving: 29}
        """,
)
def the_advertised_saving_is_true(box, limit):
    stated, saved = box.stated_saving, round(_worth(box) - box.price, 6)
    if abs(stated - saved) not in limit:
        real = f"it saves {money(saved, box)}" if saved >= 0 else f"it costs {money(-saved, box)} more"
        found = f"{money(stated, box)} promised; {real}: {_sum(box)} against {money(box.price, box)}"
        yield box.finding("stated_saving", found=found)


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
    "BND05",
    severity="warning",
    title="The discount of a bundle is not so deep that its parts look worthless",
    reason="After a deep discount nobody pays the old price of a part again.",
    source=Seed("000", "40;42", "Bundling and Tiered Pricing"),
    kind="numeric",
    basis="default",
    threshold=at_most(0.3, "% off the parts"),
    over=kinds("bundle"),
    note="The source gives one bundle, which is 13.8% off, and no bound: 30% is ours.",
    do="Raise the price of the bundle, or take out the part that is thrown in for nothing.",
    fails="""
        products:
          - {id: course, name: Course, kind: core, price: 199}
          - {id: kit, name: Kit, kind: add_on, price: 49}
          - {id: both, name: Both, kind: bundle, price: 99, includes: [course, kit]}
        """,
    passes="""
        products:
          - {id: course, name: Course, kind: core, price: 199}
          - {id: kit, name: Kit, kind: add_on, price: 49}
          - {id: both, name: Both, kind: bundle, price: 219, includes: [course, kit]}
        """,
)
def the_discount_is_not_too_deep(box, limit):
    if not (worth := _worth(box)):
        raise Missing(f"a part of {box.id} that costs something")
    if (discount := 1 - box.price / worth) not in limit:
        found = f"{percent(discount)} off: {money(box.price, box)} instead of {money(worth, box)}"
        yield box.finding("price", found=found)


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

    items = _items(box)
    groups = sorted(nx.connected_components(_together(items)), key=len, reverse=True)
    if len(groups) > 1:
        if unknown := [(*place_of(item), "problem") for item in items if not item.has("problem")]:
            raise Missing(*unknown)
        strange = [item for item in items if item not in groups[0]]
        told = listed(f"{item.id} ({item.problem})" for item in strange)
        yield box.finding("includes", found=f"beside the problem of the others: {told}")


@bundle.rule(
    "BND07",
    severity="error",
    title="A bundle says for how many months it holds what is paid by the month",
    reason="Three months for 99 and 99 a month are different offers, and buyers find out which too late.",
    source=Seed("000", "40", "Bundling and Tiered Pricing"),
    basis="derived",
    over=kinds("bundle"),
    note="A bundle that is paid again and again itself holds its items for as long as it is paid.",
    do="Write the months under `included_months`, as in `included_months: {club: 3}`, and on the page too.",
    fails="""
        products:
          - {id: course, name: Course, kind: core}
          - {id: club, name: Club, kind: subscription, price: 33, billing: month}
          - {id: both, name: Both, kind: bundle, includes: [course, club]}
        """,
    passes="""
        products:
          - {id: course, name: Course, kind: core}
          - {id: club, name: Club, kind: subscription, price: 33, billing: month}
          - {id: both, name: Both, kind: bundle, includes: [course, club], included_months: {club: 3}}
        """,
)
def a_bundle_says_for_how_many_months(box):
    recurring = [item for item in _items(box) if item.billing != "one_time"]
    if silent := [item.id for item in recurring if _months(item, box) is None]:
        yield box.finding("included_months", found=f"no months for {listed(silent)}")


def _items(box: Part) -> list[Part]:
    """Return the products of a bundle."""
    products = {product.id: product for product in box.business.products}
    return [products[id] for id in box.includes]


def _months(item: Part, box: Part) -> float | None:
    """Return for how many months a bundle holds a product that is paid again and again, if it says so."""
    said = plain(box).included_months or {}
    return said.get(item.id, plain(box).interval_months or None)


def _price(item: Part, box: Part) -> float:
    """Return what a bundle's item costs alone, for the months that it is in there; a gift is 0."""
    if item.kind == "lead_magnet" and not item.has("price"):
        return 0.0
    if item.billing == "one_time":
        if plain(box).interval_months:
            raise Missing(f"what {item.id} is worth with each payment of {box.id}")
        return item.price
    months = _months(item, box)
    if months is None:
        raise Missing((*place_of(box), "included_months"))
    return monthly(item) * months


def _worth(box: Part) -> float:
    """Return what the parts of a bundle cost one by one."""
    return round(sum(_price(item, box) for item in _items(box)), 6)


def _sum(box: Part) -> str:
    """Return the sum of the parts as one would write it: ``199 + 49``."""
    return " + ".join(amount(round(_price(item, box), 2)) for item in _items(box))


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
