"""The parts about the offer and the customer's way: prices, journey, ecosystem map."""

from functools import partial

import pandas as pd

from ecotools import plots
from ecotools.plots.canvas.formats import listing, percent, plural
from ecotools.plots.figures.ecosystem_map import MOST
from ecotools.report import tables
from ecotools.report.blocks import HALF, WIDE, Columns, Head, Items, ReportSection, Words, picture
from ecotools.report.gaps import Absent, absent
from ecotools.report.inputs import Material
from ecotools.report.loops import MOST as MOST_LOOPS
from ecotools.report.loops import Circle, circles

MARKED = 6
"""Loops that are marked in the picture of a map, so that their letters can be read."""

RUNGS = 16
"""Products in one picture of prices, so that it fits on a sheet."""


def offer(material: Material) -> ReportSection | Absent:
    """Return what is sold and for how much."""
    blueprint = material.blueprint
    if not blueprint.products:
        return absent("offer")
    priced = tables.priced(blueprint)
    shown = pd.DataFrame(
        [
            {field: getattr(one, field) for field in ("name", "kind", "price", "billing", "per_seat")}
            for one in priced
        ]
    )
    blocks = []
    if len(priced):
        shown = shown.sort_values("price", kind="stable")
        for at in range(0, len(shown), RUNGS):
            part = shown.iloc[at : at + RUNGS]
            caption = f"Prices in {blueprint.currency}, from the lowest to the highest"
            draw = partial(plots.pricing_ladder, part, currency=blueprint.currency)
            blocks.append(picture(draw, caption, f"prices-{at + 1}"))
    silent = [one.name for one in blueprint.products if one not in priced]
    if silent:
        blocks.append(Words(f"No price is said for {listing(silent, most=6)}.", quiet=True))
    blocks.append(tables.products(blueprint))
    if going_on := tables.upgrades(blueprint):
        blocks.append(going_on)
    return ReportSection("offer", "Offer and prices", blocks)


def journey(material: Material) -> ReportSection | Absent:
    """Return where customers are met, and how many go on from stage to stage."""
    blueprint = material.blueprint
    if not blueprint.journey and not blueprint.funnel:
        return absent("journey")
    blocks = []
    if blueprint.journey:
        stages = blueprint.stages_in_order()
        drawn = partial(plots.journey_map, _met(blueprint), stages=stages, width=WIDE)
        blocks += [
            picture(drawn, "Touchpoints by stage and channel", "journey"),
            tables.touchpoints(blueprint),
        ]
    if blueprint.funnel:
        blocks += _funnel(blueprint)
    return ReportSection("journey", "Customer journey", blocks)


def _met(blueprint) -> pd.DataFrame:
    """Return the touchpoints with the names of their KPIs and channels."""
    names = {one.id: one.name for one in blueprint.kpis}
    table = blueprint.table("journey").astype(object)
    channels = [tables.spoken(name) if isinstance(name, str) else None for name in table["channel"]]
    return table.assign(kpi=[names.get(kpi, kpi) for kpi in table["kpi"]], channel=channels)


def _funnel(blueprint) -> list:
    steps = blueprint.funnel_steps()
    names = [f"{one.from_stage} to {one.to_stage}" for one in steps]
    rates = pd.DataFrame({"step": names, "share": [one.rate for one in steps]})
    lowest = rates.loc[rates["share"].idxmin()]
    title = f"The fewest go on from {lowest['step']}: {percent(lowest['share'])}"
    look = {"title": title, "unit": "fraction", "subtitle": "Share who reach the next stage", "width": HALF}
    draw = partial(plots.bars, rates, "step", "share", **look)
    shown = picture(draw, "Shares from stage to stage, as the business assumes them", "shares-assumed")
    return [Head("How many go on"), Columns([[shown], [tables.funnel(blueprint)]])]


def ecosystem(material: Material) -> ReportSection | Absent:
    """Return the ecosystem map with its flows and loops."""
    drawn = material.blueprint.map
    if drawn is None or not drawn.nodes:
        return absent("ecosystem")
    found = circles(drawn)
    blocks = [*_loops(material, found)]
    if len(drawn.nodes) <= MOST:
        caption = "Ecosystem map: nodes by kind, flows and loops"
        blocks.append(picture(partial(_map, drawn, found), caption, "map"))
    else:
        blocks.append(
            Words(f"A picture of {len(drawn.nodes)} nodes could not be read; the tables list them all.")
        )
    blocks.append(tables.nodes(material.blueprint))
    if flowing := tables.flows(material.blueprint):
        blocks.append(flowing)
    return ReportSection("ecosystem", "Ecosystem map", blocks)


def together(material: Material) -> ReportSection | None:
    """Return who works with the business, and what is connected; None where nothing is said about that."""
    platform = material.blueprint.platform
    if platform is None or not (platform.partners or platform.integrations):
        return None
    blocks = [
        one for one in (tables.partners(material.blueprint), tables.integrations(material.blueprint)) if one
    ]
    market = platform.marketplace
    if market and market.platform_share is not None:
        blocks.append(
            Words(f"Of a sale by third parties the business keeps {percent(market.platform_share)}.")
        )
    return ReportSection("partners", "Partners and integrations", blocks)


def _map(drawn, found: list[Circle]):
    nodes = pd.DataFrame([{"id": n.id, "kind": n.kind, "name": n.name or n.id} for n in drawn.nodes])
    edges = pd.DataFrame(
        [{"from": e.from_node, "to": e.to_node, "type": e.type, "what": e.what} for e in drawn.edges or []]
    )
    closed = {one.letter: list(one.nodes) for one in found if one.closes and one.nodes}
    title = None
    if len(closed) > MARKED:
        title = f"{plural(len(nodes), 'node')}, {plural(len(edges), 'flow')}, and {_number(found)} that feed "
        title += f"themselves, the first {MARKED} of them marked"
    return plots.ecosystem_map(
        nodes, edges, loops=dict(list(closed.items())[:MARKED]), title=title, width=WIDE
    )


def _number(found: list[Circle]) -> str:
    """Return how many loops close; at least so many, where not all were looked at."""
    closed = sum(one.closes and bool(one.nodes) for one in found)
    return ("at least " if len(found) == MOST_LOOPS else "") + plural(closed, "loop")


def _loops(material: Material, found: list[Circle]) -> list:
    names = {node.id: node.name or node.id for node in material.blueprint.map.nodes}
    kpis = {one.id: one.name for one in material.blueprint.kpis}
    if not found:
        return [Words("No loop is named, and the flows close none: nothing on this map feeds itself yet.")]
    told = []
    for one in found:
        way = " → ".join(names[id] for id in [*one.nodes, *one.nodes[:1]]) or "no nodes are named"
        said = f"Loop {one.letter}{f' ({tables.in_words(one.id)})' if one.id else ''}: {way}."
        if not one.meant:
            said += " It closes, though the blueprint does not name it as a loop."
        elif one.kpi:
            said += f" Whether it turns is seen by {kpis.get(one.kpi, one.kpi)}."
        if one.open_at:
            gaps = [f"{names[start]} to {names[end]}" for start, end in one.open_at]
            said += f" It does not close: no flow leads from {listing(gaps)}."
        told.append(said)
    number = _number(found)
    said = f"{tables.upper_first(number)} of the map {'closes' if number == '1 loop' else 'close'}."
    return [Words(said), Items(told)]
