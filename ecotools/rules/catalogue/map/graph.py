"""MAP: the nodes and edges: what there is, what flows, and what feeds itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, get_args

from ecotools.blueprint.ecosystem import NodeKind
from ecotools.rules.catalogue.map import ecosystem_map
from ecotools.rules.engine.limits import at_least, names
from ecotools.rules.engine.parts import Finding, Part
from ecotools.rules.engine.rule import Seed
from ecotools.rules.words.vocabulary import listed, map_graph

if TYPE_CHECKING:
    import networkx as nx


@ecosystem_map.rule(
    "MAP01",
    severity="error",
    title="The map has all five kinds of node",
    reason="What is not drawn is forgotten: a flow that nobody uses, or a way to earn that nobody built.",
    source=Seed("003", "42-48", "Mapping Your Ecosystem Landscape"),
    threshold=names(*get_args(NodeKind)),
    do="Draw a node of each of these kinds, or name the kind under `map.none` if there is none on purpose.",
    fails="""
        map:
          nodes: [{id: diary, kind: feature}, {id: forum, kind: community_asset}]
          none: [integration]
        """,
    passes="""
        map:
          nodes:
            - {id: diary, kind: feature}
            - {id: forum, kind: community_asset}
            - {id: usage, kind: data_flow}
            - {id: membership, kind: revenue_channel}
          none: [integration]
        """,
)
def all_five_kinds_are_mapped(business, kinds):
    drawn = business.map
    if lacking := kinds.lacking([node.kind for node in drawn.nodes] + drawn.get("none", [])):
        yield drawn.finding("nodes", found=f"no {listed(lacking, 'or')}")


@ecosystem_map.rule(
    "MAP02",
    severity="error",
    title="Every edge says what flows, from one node to another",
    reason="A line without a direction and a kind shows that two things have to do with each other, not how.",
    source=Seed("003", "52", "Mapping Your Ecosystem Landscape"),
    kind="graph",
    over="map.edges",
    do="Set `type` to data, revenue or user, and let the edge lead from one node to another.",
    fails="""
        map:
          nodes: [{id: diary, kind: feature}, {id: usage, kind: data_flow}]
          edges: [{from: diary, to: usage}]
        """,
    passes="""
        map:
          nodes: [{id: diary, kind: feature}, {id: usage, kind: data_flow}]
          edges: [{from: diary, to: usage, type: data}]
        """,
)
def edges_have_type_and_direction(edge):
    if edge.from_node == edge.to_node:
        yield edge.finding("to", found=f"leads from {edge.from_node} to itself")
    if not edge.has("type"):
        yield edge.finding("type", found=f"what flows from {edge.from_node} to {edge.to_node} is not said")


@ecosystem_map.rule(
    "MAP03",
    severity="warning",
    tier="core",
    title="No node stands alone",
    reason="What gives to nothing and takes from nothing costs work and adds nothing to the rest.",
    source=(
        Seed("003", "52", "Mapping Your Ecosystem Landscape"),
        Seed("004", "110", "Strategies"),
    ),
    kind="graph",
    basis="derived",
    threshold=at_least(1, "neighbour"),
    do="Draw what flows to it or from it, build that flow, or drop the node.",
    fails="""
        map:
          nodes: [{id: diary, kind: feature}, {id: usage, kind: data_flow}, {id: feed, kind: data_flow}]
          edges: [{from: diary, to: usage, type: data}]
        """,
    passes="""
        map:
          nodes: [{id: diary, kind: feature}, {id: usage, kind: data_flow}]
          edges: [{from: diary, to: usage, type: data}]
        """,
)
def no_node_is_isolated(business, limit):
    business.map.stated("edges")
    graph = map_graph(business)
    for id, node in graph.nodes(data="part"):
        near = {*graph.predecessors(id), *graph.successors(id)} - {id}
        if len(near) not in limit:
            tied = f"tied to {listed(sorted(near))} only" if near else "tied to nothing"
            yield node.finding(found=f"{id} ({node.kind}) is {tied}")


@ecosystem_map.rule(
    "MAP04",
    severity="info",
    title="The map shows indirect connections",
    reason="Much of what a thing is worth comes one step later, and is missed when each flow ends at once.",
    source=Seed("003", "54", "Mapping Your Ecosystem Landscape"),
    kind="graph",
    threshold=at_least(1, "pairs of nodes joined through a third"),
    basis="derived",
    note="A pair counts once, however many ways join it and whether or not an edge joins it too.",
    do="Ask of each node what it sets off further on, and draw the flow that goes on from there.",
    fails="""
        map:
          nodes: [{id: templates, kind: community_asset}, {id: usage, kind: data_flow}]
          edges: [{from: templates, to: usage, type: data}]
        """,
    passes="""
        map:
          nodes:
            - {id: templates, kind: community_asset}
            - {id: usage, kind: data_flow}
            - {id: analytics, kind: feature}
          edges:
            - {from: templates, to: usage, type: data}
            - {from: usage, to: analytics, type: data}
        """,
)
def indirect_connections_are_shown(business, limit):
    business.map.stated("edges")
    graph, pairs = _simple(map_graph(business)), 0
    for first in graph:
        pairs += len(set().union(*(graph.succ[middle] for middle in graph.succ[first])) - {first})
        if pairs in limit:  # enough is enough: a dense map has millions
            return
    found = f"{pairs} only" if pairs else "none: every flow ends after one step"
    yield business.map.finding("edges", found=found)


@ecosystem_map.rule(
    "MAP05",
    severity="warning",
    title="At least one loop feeds itself",
    reason="Growth compounds only where what comes out goes in again; a line has to be pushed forever.",
    source=Seed("003", "12;75-80;90", "Defining Compounding; Integration Loops; User-Generated Content"),
    kind="graph",
    threshold=at_least(1, "loops"),
    basis="derived",
    note="A loop is a circle of two or more nodes along the edges; those made of others do not count again. "
    "Each of `map.loops` has to be one.",
    do="Draw, and build, the flow that leads back: what users or data add to what brought them.",
    fails="""
        map:
          nodes: [{id: diary, kind: feature}, {id: usage, kind: data_flow}]
          edges: [{from: diary, to: usage, type: data}]
        """,
    passes="""
        map:
          nodes: [{id: diary, kind: feature}, {id: usage, kind: data_flow}]
          edges:
            - {from: diary, to: usage, type: data}
            - {from: usage, to: diary, type: user}
        """,
)
def a_loop_feeds_itself(business, limit):
    business.map.stated("edges")
    graph = _simple(map_graph(business))
    if (many := _loops(graph)) not in limit:
        found = f"{many} only" if many else "no flow leads back to where it began"
        yield business.map.finding("edges", found=found)
    for loop in business.map.get("loops", []):
        yield from _open(loop, graph)


def _simple(graph: nx.MultiDiGraph) -> nx.DiGraph:
    """Return a map with one edge for all flows from a node to another, and none from a node to itself."""
    import networkx as nx

    return nx.DiGraph((first, last) for first, last in graph.edges() if first != last)


def _loops(graph: nx.DiGraph) -> int:
    """Return how many independent circles there are.

    All circles of a dense map are too many to list. A part of it in which every node leads to every other has
    edges - nodes + 1 independent ones (its circuit rank), and every circle lies in such a part.
    """
    import networkx as nx

    parts = list(nx.strongly_connected_components(graph))
    within = {node: place for place, nodes in enumerate(parts) for node in nodes}
    return sum(within[first] == within[last] for first, last in graph.edges) - len(graph) + len(parts)


def _open(loop: Part, graph: nx.DiGraph) -> Iterator[Finding]:
    """Yield where a loop that the blueprint names is not closed."""
    nodes = loop.nodes
    gaps = [
        (first, last)
        for first, last in zip(nodes, nodes[1:] + nodes[:1], strict=True)
        if not graph.has_edge(first, last)
    ]
    if gaps:
        broken = listed(f"from {first} to {last}" for first, last in gaps)
        yield loop.finding("nodes", found=f"{loop.id} is not closed: nothing flows {broken}")
