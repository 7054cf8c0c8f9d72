"""MAP: the channels: which there are, who fills them, and where they lead."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ecotools.rules.catalogue.map import ecosystem_map
from ecotools.rules.engine.limits import at_least, at_most, names
from ecotools.rules.engine.parts import Missing, Part
from ecotools.rules.engine.rule import Seed
from ecotools.rules.words.vocabulary import journey_graph, listed, only, place_of

if TYPE_CHECKING:
    import networkx as nx


@ecosystem_map.rule(
    "MAP06",
    severity="warning",
    title="What others run serves users and brings new ones",
    reason="An outside touchpoint that does only one of the two makes nothing grow on its own.",
    source=Seed("003", "16", "Defining Compounding"),
    threshold=names("value_users", "value_acquisition"),
    over=lambda business: only(
        (point for point in business.journey if point.has("external")), "a touchpoint with external: true"
    ),
    do="Say what it does for those who are customers and how it brings others; or leave it to someone else.",
    fails="""
        journey:
          - {id: plugin, stage: awareness, asset: Plugin, external: true, value_users: Saves a step}
        """,
    passes="""
        journey:
          - {id: plugin, stage: awareness, asset: Plugin, external: true, value_users: Saves a step,
             value_acquisition: Users of the partner find it}
        """,
)
def external_touchpoints_state_both_values(point, wanted):
    if lacking := [field for field in wanted.all if not point.has(field)]:
        yield point.finding(found=f"{point.id} has no {listed(lacking, 'or')}")


@ecosystem_map.rule(
    "MAP07",
    severity="info",
    title="Every channel leads to the home base",
    reason="A place of one's own stays when a platform changes its rules, and knows who comes back.",
    source=Seed("004", "23", "Elements of a digital ecosystem"),
    kind="graph",
    note="The home base is the channel with `home: true`, else the only one of kind website. A channel leads "
    "there when one of its touchpoints does, along `next`, in one step or many.",
    do="Let a touchpoint of the channel lead on to one of the home base.",
    fails="""
        channels: [{name: site, home: true}, {name: podcast}]
        journey:
          - {id: episode, stage: awareness, asset: Episode, channel: podcast}
          - {id: page, stage: consideration, asset: Page, channel: site, next: [shop]}
          - {id: shop, stage: purchase, asset: Shop, channel: site}
        """,
    passes="""
        channels: [{name: site, home: true}, {name: podcast}]
        journey:
          - {id: episode, stage: awareness, asset: Episode, channel: podcast, next: [page]}
          - {id: page, stage: consideration, asset: Page, channel: site}
        """,
)
def every_channel_leads_home(business):
    home, graph = _home(business), journey_graph(business)
    if not graph.edges:
        raise Missing("journey[].next")
    reached = _channels_that_lead_to(home, graph)
    for channel in only((one for one in business.channels if one != home), "a channel beside the home base"):
        if channel.name not in reached:
            yield channel.finding(found=f"no way from {channel.name} to {home.name}")


ELEMENTS = {
    "website": "channels[] of kind website",
    "brand_strategy": "strategy.brand.strategy",
    "social": "channels[] of kind social",
    "paid_media": "channels[] of kind paid",
    "data": "stack.analytics",
    "automation": "automations",
    "content": "channels[] of kind content, or calendar.releases",
}
"""Element of a digital ecosystem -> where a blueprint tells of it."""


@ecosystem_map.rule(
    "MAP08",
    severity="info",
    title="The seven elements of a digital ecosystem are there",
    reason="Each does what no other can, and where one is missing the work of the others leaks away.",
    source=Seed("004", "20-44", "Elements of a digital ecosystem"),
    threshold=names(*ELEMENTS),
    note="Told by: "
    + "; ".join(f"{name} by {where}" for name, where in ELEMENTS.items())
    + ". A business that "
    "does well without one of them, such as paid media, may say so in a threshold of its own.",
    do="Add it, or leave it out of the threshold of this rule with your reason.",
    fails="""
        channels: [{name: site, kind: website}, {name: videos, kind: social}, {name: blog, kind: content}]
        """,
    passes="""
        strategy: {brand: {name: Loaf Lab, strategy: Calm and exact}}
        channels:
          - {name: site, kind: website}
          - {name: videos, kind: social}
          - {name: adverts, kind: paid}
          - {name: blog, kind: content}
        automations: [{id: welcome, trigger: lead}]
        stack: {analytics: [Countbook]}
        """,
)
def seven_elements_are_there(business, wanted):
    told = {name: there for name, there in elements_told(business).items() if name in wanted.all}
    if lacking := [name for name, there in told.items() if there is False]:
        yield business.finding(found=f"no {listed(lacking, 'or')}")
    if unknown := [ELEMENTS[name] for name, there in told.items() if there is None]:
        raise Missing(*unknown)


@ecosystem_map.rule(
    "MAP09",
    severity="warning",
    title="There are several channels, each with content and an owner",
    reason="One channel is one landlord; and a channel that nobody fills tells people that nobody is there.",
    source=Seed("004", "110;119", "Strategies: introduction; diversify"),
    threshold=at_least(2, "channels"),
    basis="derived",
    note="The source asks to diversify and names no number: two are the fewest that are several. "
    "A channel has content when it tells its last post or a touchpoint of the journey is on it.",
    do="Name the person who looks after it and what stands on it, or close it.",
    fails="""
        channels: [{name: site, owner: Ada, last_post: 2025-03-01}, {name: videos}]
        journey: [{id: post, stage: awareness, asset: Post, channel: site}]
        """,
    passes="""
        channels: [{name: site, owner: Ada}, {name: videos, owner: Ben, last_post: 2025-03-01}]
        journey: [{id: post, stage: awareness, asset: Post, channel: site}]
        """,
)
def several_channels_have_content_and_an_owner(business, limit):
    channels = business.channels
    if len(channels) not in limit:
        yield business.finding("channels", found=f"{len(channels)} channel{'s' * (len(channels) > 1)}")
    used, untold = {one.channel for one in business.get("journey") if one.has("channel")}, []
    for channel in channels:
        filled = channel.has("last_post") or channel.name in used
        if not filled and not used:
            untold.append((*place_of(channel), "last_post"))
        lacking = ["owner"] * (not channel.has("owner")) + ["content"] * (not filled and bool(used))
        if lacking:
            yield channel.finding(found=f"{channel.name} has no {listed(lacking, 'and no')}")
    if untold:
        raise Missing(*untold)


@ecosystem_map.rule(
    "MAP10",
    severity="warning",
    title="Everything speaks with the voice of one brand",
    reason="People who meet another name or tone at each step do not notice that it is the same business.",
    source=(
        Seed("000", "76", "Common Mistakes"),
        Seed("002", "432", "Cross-Platform Community Integration"),
        Seed("004", "26;114", "Elements; Strategies: integrate"),
    ),
    threshold=at_most(1, "brand"),
    note="The brand is that of `strategy.brand`, else the one that most assets carry; capitals are all "
    "one. Touchpoints that others run may carry theirs.",
    do="Give it the name and the tone of the brand, or set a threshold if the brands are meant to be apart.",
    fails="""
        strategy: {brand: {name: Loaf Lab}}
        products: [{id: course, name: Course, kind: core, brand: Crumb Club}]
        """,
    passes="""
        strategy: {brand: {name: Loaf Lab}}
        products: [{id: course, name: Course, kind: core, brand: Loaf Lab}]
        """,
)
def the_brand_speaks_with_one_voice(business, limit):
    own = [point for point in business.get("journey") if not point.has("external")]
    assets = only([*own, *business.get("products")], "a touchpoint or a product")
    told = only((one for one in assets if one.has("brand")), "journey[].brand or products[].brand")
    main = _brand(business) or Counter(asset.brand for asset in told).most_common(1)[0][0]
    if len({brand.casefold() for brand in (main, *(asset.brand for asset in told))}) not in limit:
        for asset in told:
            if asset.brand.casefold() != main.casefold():
                yield asset.finding("brand", found=f"{asset.id} carries {asset.brand}, not {main}")
    if silent := [(*place_of(one), "brand") for one in assets if not one.has("brand")]:
        raise Missing(*silent)


def _home(business: Part) -> Part:
    """Return the channel to which all others lead."""
    homes = [one for one in business.channels if one.get("home")]
    sites = [one for one in business.channels if one.get("kind") == "website"]
    return only(homes or (sites if len(sites) == 1 else []), "a channel with home: true")[0]


def _channels_that_lead_to(home: Part, graph: nx.DiGraph) -> set[str]:
    """Return the names of the channels from which a way leads to a touchpoint of the home base."""
    import networkx as nx

    at = {id: part.get("channel") for id, part in graph.nodes(data="part")}
    ends = only((id for id, name in at.items() if name == home.name), f"a touchpoint on {home.name}")
    graph.add_edges_from((id, "home base") for id in ends)  # no id has a space
    return {at[id] for id in nx.ancestors(graph, "home base")}


def elements_told(business: Part) -> dict[str, bool | None]:
    """Return whether each of the elements is there; None where the blueprint does not say."""
    strategy, stack, calendar = (business.get(name) for name in ("strategy", "stack", "calendar"))
    brand = strategy.get("brand") if strategy else None
    content = [_channel(business, "content"), _there(calendar, "releases")]
    return {
        "website": _channel(business, "website"),
        "brand_strategy": _there(brand, "strategy"),
        "social": _channel(business, "social"),
        "paid_media": _channel(business, "paid"),
        "data": _there(stack, "analytics"),
        "automation": _there(business, "automations"),
        "content": True if True in content else None if None in content else False,
    }


def _there(part: Part | None, field: str) -> bool | None:
    said = part.get(field) if part else None
    return None if said is None else bool(said)


def _channel(business: Part, kind: str) -> bool | None:
    kinds = [one.get("kind") for one in business.get("channels") or []]
    return True if kind in kinds else None if not kinds or None in kinds else False


def _brand(business: Part) -> str | None:
    strategy = business.get("strategy")
    brand = strategy.get("brand") if strategy else None
    return brand.name if brand else None
