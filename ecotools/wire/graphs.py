"""Graphs of networkx as nodes and edges with their attributes."""

from ecotools.wire.containers import write_view
from ecotools.wire.limits import WireError
from ecotools.wire.reader import ValueReader, alike_checked, reads
from ecotools.wire.unknown_values import bases, class_module
from ecotools.wire.writer import ValueWriter, writes_late, writes_where

_CLASSES = ("MultiDiGraph", "MultiGraph", "DiGraph", "Graph")


@writes_where(lambda value: class_module(type(value)) == "networkx.classes.reportviews")
def write_graph_view(writer: ValueWriter, value, depth: int) -> dict:
    """The nodes, edges or degrees of a graph as a list."""
    return write_view(writer, value, depth)


@writes_late("networkx", "Graph")
def write_graph(writer: ValueWriter, value, depth: int) -> dict:
    import networkx as nx

    name = next(name for name in _CLASSES if getattr(nx, name) in bases(type(value)))
    nodes = list(value._node.items())
    place = {node: at for at, (node, _) in enumerate(nodes)}
    edges = list(value.edges(keys=True, data=True) if "Multi" in name else value.edges(data=True))
    return {
        "kind": "graph",
        "class": name,
        "attributes": writer.node(value.graph, depth),
        "nodes": writer.items([node for node, _ in nodes], depth),
        "about nodes": writer.items([about for _, about in nodes], depth),
        "edges": [[place[edge[0]], place[edge[1]]] for edge in edges],
        "keys": writer.items([edge[2] for edge in edges], depth) if "Multi" in name else [],
        "about edges": writer.items([edge[-1] for edge in edges], depth),
    }


@reads("graph", "class", "attributes", "nodes", "about nodes", "edges", "keys", "about edges")
def read_graph(reader: ValueReader, data: dict, depth: int):
    import networkx as nx

    if reader.text(data["class"]) not in _CLASSES:
        raise WireError("unknown class of graph")
    graph = getattr(nx, data["class"])()
    graph.graph.update(_named(reader.node(data["attributes"], depth)))
    nodes = reader.keys(data["nodes"], depth)
    for node, about in zip(nodes, reader.items(data["about nodes"], depth), strict=True):
        graph.add_node(node)
        graph._node[node].update(_named(about))
    ends = [[nodes[at] for at in _ends(reader, edge, len(nodes))] for edge in reader.listed(data["edges"])]
    keys, abouts = reader.items(data["keys"], depth), reader.items(data["about edges"], depth)
    if graph.is_multigraph():
        alike_checked([(*edge, hash(key)) for edge, key in zip(data["edges"], keys, strict=True)])
        for (start, end), key, about in zip(ends, keys, abouts, strict=True):
            graph.add_edge(start, end, key)
            graph[start][end][key].update(_named(about))
    else:
        for (start, end), about in zip(ends, abouts, strict=True):
            graph.add_edge(start, end)
            graph[start][end].update(_named(about))
    if len(graph) != len(nodes) or graph.number_of_edges() != len(ends) or len(keys) not in (0, len(ends)):
        raise WireError("a graph holds the same node or edge twice")
    return graph


def _ends(reader: ValueReader, edge: object, count: int) -> list[int]:
    return [reader.whole(at, 0, count - 1) for at in reader.wholes(edge, 2)]


def _named(about: object) -> dict:
    if type(about) is not dict:
        raise WireError("the attributes of a graph are a dict")
    return about
