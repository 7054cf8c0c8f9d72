"""Words for rules: money and lists as text, gaps between dates, products by kind, the graphs of a business.

What selects items ends the rule as *not checked* when there are none, so that a rule never passes because it
had nothing to look at.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import permutations
from typing import TYPE_CHECKING

from ecotools.blueprint.journey import STAGES
from ecotools.english import listing as listed
from ecotools.rules.engine.limits import amount
from ecotools.rules.engine.parts import Business, Finding, Missing, Part, place_of, plain, walk
from ecotools.rules.engine.rule import only
from ecotools.rules.words.dates import (
    QUARTER_DAYS,
    as_of,
    days_between,
    gaps,
    launch_days,
    months_between,
    require_launch_days,
)

if TYPE_CHECKING:
    import networkx as nx

__all__ = [
    "LAYERS", "QUARTER_DAYS", "SCALING_PHASES", "STAGES", "amount", "as_of", "bare", "computed", "core",
    "days_between", "denied", "every", "free", "gaps", "journey_graph", "kinds", "last", "launch_days",
    "layer", "listed", "map_graph", "measured", "members", "money", "monthly", "months_between",
    "of_kind", "off_by", "offered", "only", "paid", "percent", "plain", "plans", "product_of", "require",
    "require_launch_days", "scaling_phase", "series", "sold_at", "touchpoints", "walk", "weekly_hours",
]  # fmt: skip

LAYERS = ("core", "subscription", "community", "coaching")
"""Kinds of product that make a layer: each needs work of its own for as long as it is there."""

SCALING_PHASES = {"foundation": 0, "systemization": 100, "enterprise": 500}
"""Phase of a membership business -> members from which it holds, half open.

From the information-product guide, lines 126-140.
"""


def money(value: float, business: Part | None = None) -> str:
    """Return an amount of money in the currency of the business; dollars as ``$``.

    >>> money(1299.5), money(49)
    ('$1,299.50', '$49')
    """
    currency = "USD" if business is None else business.business.get("currency")
    return amount(value, "$") if currency == "USD" else f"{amount(value, '$').replace('$', '')} {currency}"


def percent(fraction: float) -> str:
    """Return a fraction as a percent.

    >>> percent(0.138)
    '13.8%'
    """
    return amount(fraction, "%")


def bare(text: str) -> str:
    """Return a text as it is compared with others: whatever its case, spaces and stops.

    >>> bare("No clients.") == bare("no  clients"), bare("No clients") == bare("No prices")
    (True, False)
    """
    return " ".join(text.casefold().split()).rstrip(".!?")


def off_by(stated: float, computed: float) -> float:
    """Return how far a stated number is from the computed one, as a fraction of the stated one.

    >>> round(off_by(24, 1 / 0.05), 3)
    0.167
    """
    if stated == computed:
        return 0.0
    return abs(stated - computed) / abs(stated) if stated else float("inf")


def denied(part: Part, fields: Iterable[str]) -> list[str]:
    """Return those of the fields of which the blueprint says that there is nothing: `false` or `[]`."""
    return [field for field in fields if not part.has(field) and not _silent(part, field)]


def require(part: Part, fields: Iterable[str]) -> None:
    """End the rule unless the blueprint says something, be it nothing, about every one of the fields."""
    if lacking := [place for field in fields for place in _silent(part, field)]:
        raise Missing(*lacking)


def every(*checks: Iterable[Finding]) -> Iterator[Finding]:
    """Yield the findings of several checks; what one of them lacks does not keep the others from looking."""
    silent: list = []
    for check in checks:
        try:
            yield from check
        except Missing as lack:
            silent += lack.places
    if silent:
        raise Missing(*silent)


def of_kind(business: Part, *kind: str) -> list[Part]:
    """Return the products of these kinds, in order; without one the rule is not checked."""
    found = [product for product in business.business.products if product.kind in kind]
    return only(found, f"a product of kind {listed(kind, 'or')}")


def kinds(*kind: str):
    """Return what `over` needs to call a rule with each product of these kinds."""
    return lambda business: of_kind(business, *kind)


def core(business: Part) -> Part:
    """Return the core product, the first when there are several."""
    return of_kind(business, "core")[0]


def paid(business: Part) -> list[Part]:
    """Return the products that cost something; one whose price is not said ends the rule."""
    return only([p for p in business.business.products if not free(p)], "a product with a price above 0")


def free(product: Part) -> bool:
    """Return whether a product costs nothing; a lead magnet need not say so."""
    return product.get("price") == 0 if product.kind == "lead_magnet" else product.price == 0


def layer(product: Part) -> str | None:
    """Return the layer that a product is in a business of courses, community and coaching, or None."""
    if product.kind != "bundle":
        return {"core": "course", "coaching": "coaching"}.get(product.kind)
    ids = product.get("includes")
    inside = {other.kind for other in product.business.products if other.id in ids}
    if not {"core", "community"} <= inside:
        return None
    return "whole programme" if "coaching" in inside else "course and community"


def plans(business: Part) -> list[list[Part]]:
    """Return the products that are plans of one thing: of one kind, and each paid by another interval.

    Software is sold in tiers: in the profile saas all core products that are paid again and again are plans
    of one.
    """
    again = [product for product in business.business.products if product.billing != "one_time"]
    by_kind = [[one for one in again if one.kind == kind] for kind in dict.fromkeys(p.kind for p in again)]
    software = business.business.taken == "saas"
    return [
        alike
        for alike in by_kind
        if len({one.billing for one in alike}) == len(alike) or (software and alike[0].kind == "core")
    ]


def sold_at(point: Part) -> list[str]:
    """Return the ids of what a touchpoint sells or delivers: one product, or the plans of a pricing page."""
    return [*([point.product] if point.has("product") else []), *point.get("products", [])]


def product_of(part: Part, field: str = "product") -> Part:
    """Return the product whose id stands in a field of a tier, a line, a touchpoint ..."""
    id = getattr(part, field)
    return next(product for product in part.business.products if product.id == id)


def monthly(product: Part) -> float:
    """Return the price of a recurring product a month."""
    months = plain(product).interval_months
    if not months:
        raise Missing(f"a billing interval of {product.id}")
    return product.price / months


def touchpoints(business: Part, stage: str) -> list[Part]:
    """Return the touchpoints of a stage; there may be none, but there must be a journey."""
    return [point for point in business.business.journey if point.stage == stage]


def journey_graph(business: Part) -> nx.DiGraph:
    """Return the journey as a graph of touchpoint ids, an edge for each `next`; each node has its `part`."""
    import networkx as nx

    graph = nx.DiGraph()
    for point in (points := business.business.journey):
        graph.add_node(point.id, part=point)
    for point in points:
        graph.add_edges_from((point.id, after) for after in point.get("next"))
    return graph


def map_graph(business: Part) -> nx.MultiDiGraph:
    """Return the ecosystem map as a graph of node ids; edges carry their `part`, nodes too."""
    import networkx as nx

    graph = nx.MultiDiGraph()
    for node in business.business.map.nodes:
        graph.add_node(node.id, part=node)
    for edge in business.business.map.get("edges", []):
        flow = plain(edge)  # a map may have thousands
        graph.add_edge(flow.from_node, flow.to_node, part=edge)
    return graph


def offered(business: Part) -> set[str]:
    """Return the ids of the products that a stranger can come to, by touchpoints, bundles or checkouts.

    The way starts at every touchpoint of the stage awareness; without one the rule is not checked.
    """
    import networkx as nx

    graph = nx.relabel_nodes(journey_graph(business), lambda id: ("touchpoint", id))
    start = only(touchpoints(business, "awareness"), "a touchpoint of the stage awareness")
    graph.add_edges_from(("stranger", ("touchpoint", point.id)) for point in start)
    graph.add_edges_from((("touchpoint", p.id), id) for p in business.business.journey for id in sold_at(p))
    graph.add_edges_from(_sold_after(business.business))
    return {node for node in nx.descendants(graph, "stranger") if isinstance(node, str)}


def _sold_after(business: Business) -> Iterator[tuple[str, str]]:
    """Yield (product, product that its buyers are offered)."""
    for product in business.products:
        yield from ((product.id, id) for id in [*product.get("includes"), *product.get("next", [])])
    yield from _beside([[one.id for one in alike] for alike in plans(business)])
    ladder = business.get("ladder")
    if ladder is None:
        return
    yield from _beside([[tier.get("product") for tier in ladder.get("tiers", [])]])
    for checkout in ladder.get("checkouts", []):
        # A checkout that is not for one product in particular shows its offers to whoever comes to buy.
        yield from ((checkout.get("product", "stranger"), id) for id in checkout.get("offers", []))
    for upgrade in ladder.get("upgrades", []):
        yield upgrade.get("from"), upgrade.get("to")


def _beside(groups: Iterable[list[str]]) -> Iterator[tuple[str, str]]:
    """Yield the pairs of what is shown side by side: who sees one of them sees the others."""
    for ids in groups:
        yield from permutations(ids, 2)


def measured(business: Part, metric: str, *kinds: str) -> Part:
    """Return what `measured` says of a metric: of the whole business, or of a product of one of the kinds.

    With several, the first counts; with none the rule is not checked.
    """
    of = {product.id for product in of_kind(business, *kinds)} if kinds else {None}
    about = f" of a product of kind {listed(kinds, 'or')}" if kinds else ""
    said = [one for one in business.business.measured if one.metric == metric and one.get("product") in of]
    return only(said, f"measured[] with {metric}{about}")[0]


def last(measurement: Part) -> float:
    """Return the value of a measurement, the one of the last month when it is a series."""
    value = plain(measurement).last
    if value is None:
        raise Missing((*place_of(measurement), "value"))
    return value


def members(business: Part) -> Part:
    """Return what `measured` says of the number of members: of the business, else of its community."""
    names = ("members", "community_members")
    said = [one for one in business.business.measured if one.metric in names and not one.has("product")]
    return only(sorted(said, key=lambda one: names.index(one.metric)), "measured[] with members")[0]


def scaling_phase(business: Part) -> str:
    """Return the phase of `SCALING_PHASES` that the last number of members falls into."""
    many = last(members(business))
    return next(name for name, start in reversed(SCALING_PHASES.items()) if many >= start or not start)


def series(business: Part, metric: str, *kinds: str) -> dict[str, float]:
    """Return a metric by month, ``{"2026-01": 0.04, ...}``: of the ledger if that tells it, else measured.

    Months that the ledger cannot tell, or of which it has only a part, are left out. With kinds it is the
    first product of them.
    """
    if business.business.has_ledger and (found := computed(business, metric, *kinds)):
        return found
    return plain(measured(business, metric, *kinds)).series


def weekly_hours(team: Part) -> float:
    """Return the hours that a team has in a week: as it says, else the sum of those of its people."""
    if team.has("hours_per_week") or not team.has("people"):
        return team.hours_per_week
    return sum(person.hours_per_week for person in team.people)


def computed(business: Part, metric: str, *kinds: str, product: str = "") -> dict[str, float]:
    """Return a metric of the ledger by month: of all, of the first product of some kinds, or of a product.

    Nothing when the ledger cannot tell it.
    """
    whole = business.business
    from ecotools.metrics import kpi

    id = product or (of_kind(business, *kinds)[0].id if kinds else "")
    try:
        table = kpi.compute(plain(whole), whole.ledger, metric, **({"by": "product"} if id else {}))
    except ValueError as error:  # another currency, or a KPI in a unit that it does not have
        raise Missing(f"a ledger that fits the blueprint ({error})") from None
    if id:
        table = table[table["product"] == id]
    whole_months = ~table["month"].astype(str).isin(table.attrs["partial_months"])
    known = table[whole_months].dropna(subset="value")
    return {str(month): float(value) for month, value in zip(known["month"], known["value"], strict=True)}


def _silent(part: Part, field: str) -> tuple:
    """Return the place of a field about which nothing is said, in a tuple; an empty one when something is."""
    try:
        part.stated(field)
    except Missing as lack:
        return lack.places
    return ()
