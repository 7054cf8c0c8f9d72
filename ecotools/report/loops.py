"""The loops of an ecosystem map: those that are meant, whether they close, and those that close besides."""

from dataclasses import dataclass
from itertools import islice
from string import ascii_uppercase

import networkx as nx

from ecotools.blueprint import EcosystemMap
from ecotools.errors import instance

LONGEST = 8
"""Nodes of a loop that is looked for; longer ones nobody would follow."""

MOST = 26
"""Loops that are told of, a letter each."""

LOOKED_AT = 2000


@dataclass(frozen=True)
class Circle:
    """A loop on the map: its letter, the ids of its nodes in order, and what was said of it.

    `open_at` has the pairs of ids between which the map has no edge; a loop with none closes.
    """

    letter: str
    nodes: tuple[str, ...]
    meant: bool
    id: str = ""
    kpi: str = ""
    open_at: tuple[tuple[str, str], ...] = ()

    @property
    def closes(self) -> bool:
        """Whether the map has an edge from each node to the next, and from the last to the first."""
        return not self.open_at


def circles(drawn: EcosystemMap) -> list[Circle]:
    """Return the loops that the map names, then up to 26 in all of the others that its edges close.

    Examples
    --------
    >>> drawn = EcosystemMap(nodes=[{"id": "a", "kind": "feature"}, {"id": "b", "kind": "data_flow"}],
    ...     edges=[{"from": "a", "to": "b"}, {"from": "b", "to": "a"}],
    ...     loops=[{"id": "turn", "nodes": ["a", "b"]}])
    >>> [(one.letter, one.id, one.closes) for one in circles(drawn)]
    [('A', 'turn', True)]
    """
    instance(drawn, EcosystemMap, "drawn", "it is the map of a blueprint")
    edges = {(edge.from_node, edge.to_node) for edge in drawn.edges or []}
    found = []
    for loop in (drawn.loops or [])[:MOST]:
        nodes = tuple(loop.nodes or ())
        gaps = tuple(pair for pair in _pairs(nodes) if pair not in edges)
        found.append(Circle(ascii_uppercase[len(found)], nodes, True, loop.id, loop.kpi or "", gaps))
    meant = {_turned(one.nodes) for one in found}
    others = [nodes for nodes in _closed(drawn) if _turned(nodes) not in meant]
    letters = ascii_uppercase[len(found) :]
    return found + [Circle(letter, nodes, False) for letter, nodes in zip(letters, others, strict=False)]


def _pairs(nodes: tuple[str, ...]) -> list[tuple[str, str]]:
    return list(zip(nodes, [*nodes[1:], *nodes[:1]], strict=True))


def _turned(nodes: tuple) -> tuple:
    """Return a loop so that it begins with its least node: the same loop is then written the same."""
    if not nodes:
        return nodes
    first = nodes.index(min(nodes))
    return nodes[first:] + nodes[:first]


def _closed(drawn: EcosystemMap) -> list[tuple[str, ...]]:
    """Return the loops that the edges close, the shortest first."""
    ids = [node.id for node in drawn.nodes or []]
    place = {id: i for i, id in enumerate(ids)}
    graph = nx.DiGraph()  # of numbers, whose order does not change from one run of Python to the next
    graph.add_nodes_from(range(len(ids)))
    graph.add_edges_from((place[edge.from_node], place[edge.to_node]) for edge in drawn.edges or [])
    rounds = islice(nx.simple_cycles(graph, length_bound=LONGEST), LOOKED_AT)
    turned = sorted({_turned(tuple(one)) for one in rounds}, key=lambda one: (len(one), one))
    return [tuple(ids[i] for i in one) for one in turned if len(one) > 1]
