"""Who feeds whom: the part of each node, the share that feed another, loops, and what flows."""

from itertools import islice

import networkx as nx
import pandas as pd

from ecotools import errors
from ecotools.measure import Measure, missing
from ecotools.metrics.ecosystem.tables import KINDS, graph

BASES = {
    "all": "nodes with a flow to another node / all nodes",
    "connected": "nodes with a flow to another node / nodes with any flow to or from another",
}
"""What the share of feeding nodes is a share of."""

PARTS = {
    (True, True): "passes on",
    (True, False): "starts",
    (False, True): "ends",
    (False, False): "stands alone",
}
"""(feeds another, is fed) -> the part that a node plays."""


def feeding(nodes: pd.DataFrame, flows: pd.DataFrame) -> pd.DataFrame:
    """Return how many others each node feeds and is fed by, and the part it plays.

    Parameters
    ----------
    nodes : DataFrame
        One row per node, with ``id``.
    flows : DataFrame
        One row per flow, with ``from`` and ``to``. Several flows from one node to another count once, and one
        from a node to itself does not count.

    Returns
    -------
    DataFrame
        ``id``; ``feeds`` and ``fed_by``, numbers of other nodes; ``part``: it *starts* (feeds and is not
        fed), *passes on* (both), *ends* (is only fed) or *stands alone* (neither). Those that feed the most
        come first, then in alphabetical order.

    Raises
    ------
    TypeError, ValueError
        When a table lacks a column, an id occurs twice, or a flow names an unknown node.

    Examples
    --------
    >>> shop = pd.DataFrame({"id": ["checklist", "course", "audit", "mugs"]})
    >>> ways = pd.DataFrame({"from": ["checklist", "course"], "to": ["course", "audit"]})
    >>> feeding(shop, ways)["part"].tolist()
    ['starts', 'passes on', 'ends', 'stands alone']
    """
    drawn = graph(nodes, flows)
    degrees = [(one, drawn.out_degree(one), drawn.in_degree(one)) for one in drawn]
    rows = [(one, gives, takes, PARTS[gives > 0, takes > 0]) for one, gives, takes in degrees]
    table = pd.DataFrame(rows, columns=["id", "feeds", "fed_by", "part"])
    return table.sort_values(["feeds", "id"], ascending=[False, True], ignore_index=True)


def share_feeding(nodes: pd.DataFrame, flows: pd.DataFrame, *, base: str = "all") -> Measure:
    """Return the share of nodes that feed at least one other node, as a fraction.

    Parameters
    ----------
    nodes : DataFrame
        One row per node, with ``id``.
    flows : DataFrame
        One row per flow, with ``from`` and ``to``.
    base : {"all", "connected"}
        What it is a share of: ``"all"`` nodes, or the ``"connected"`` ones only, which leaves out those that
        stand alone and so looks better the more of them there are.

    Returns
    -------
    Measure
        Between 0 (a catalogue) and 1 (everything leads on, as in a circle); NaN with a reason without nodes.

    Raises
    ------
    TypeError, ValueError
        As `feeding`, and when ``base`` is neither of the two.

    Examples
    --------
    >>> shop = pd.DataFrame({"id": ["checklist", "course", "audit", "mugs"]})
    >>> ways = pd.DataFrame({"from": ["checklist", "course"], "to": ["course", "audit"]})
    >>> share_feeding(shop, ways), round(share_feeding(shop, ways, base="connected"), 3)
    (0.5, 0.667)
    """
    definition = BASES[errors.one_of(base, BASES, "base")]
    parts = feeding(nodes, flows)
    counted = parts if base == "all" else parts[parts["part"] != "stands alone"]
    if counted.empty:
        reason = "there are no nodes" if parts.empty else "no node has a flow to or from another"
        return missing(reason, definition=definition, unit="fraction")
    return Measure((counted["feeds"] > 0).mean(), definition=definition, unit="fraction")


def loops(nodes: pd.DataFrame, flows: pd.DataFrame, *, most: int = 100) -> pd.DataFrame:
    """Return the circles of an ecosystem: ways along its flows that lead back to where they began.

    Parameters
    ----------
    nodes : DataFrame
        One row per node, with ``id``.
    flows : DataFrame
        One row per flow, with ``from`` and ``to``.
    most : int
        Where the search ends: a dense graph has more circles than anyone can list.

    Returns
    -------
    DataFrame
        One row per circle of two or more nodes in which none occurs twice: ``nodes``, the list of its ids in
        order from the alphabetically first one, the last leading to the first; ``length``, how many they
        are. The shortest come first. ``attrs["complete"]`` is False when the search ended at ``most``.

    Raises
    ------
    TypeError, ValueError
        As `feeding`, and when ``most`` is below 1.

    References
    ----------
    D. B. Johnson, Finding all the elementary circuits of a directed graph, SIAM J. Computing 4 (1975).

    Examples
    --------
    >>> shop = pd.DataFrame({"id": ["course", "wins", "room"]})
    >>> ways = pd.DataFrame({"from": ["course", "wins", "course"], "to": ["wins", "course", "room"]})
    >>> loops(shop, ways).values.tolist()
    [[['course', 'wins'], 2]]
    """
    if errors.positive(most, "most") < 1:
        raise ValueError(f"most must be 1 or more, not {most}")
    found = list(islice(nx.simple_cycles(graph(nodes, flows)), int(most) + 1))
    rows = sorted(map(_turned, found[: int(most)]), key=lambda circle: (len(circle), circle))
    table = pd.DataFrame({"nodes": pd.Series(rows, dtype=object), "length": [len(circle) for circle in rows]})
    table.attrs["complete"] = len(found) <= most
    return table.astype({"length": int})


def _turned(circle: list[str]) -> list[str]:
    first = circle.index(min(circle))
    return circle[first:] + circle[:first]


def flow_kinds(flows: pd.DataFrame) -> pd.DataFrame:
    """Return which of the three kinds of flow there are, and how many of each.

    Parameters
    ----------
    flows : DataFrame
        One row per flow, with ``from``, ``to`` and ``type`` (user, data, revenue, or empty for not said).

    Returns
    -------
    DataFrame
        ``type`` (user, data and revenue, in this order) and ``flows``, how many pairs of different nodes it
        joins; 0 where there is none. ``attrs["not_said"]`` counts the pairs of which no kind is said.

    Raises
    ------
    TypeError, ValueError
        When the table lacks a column, or a type is not one of the three.

    Examples
    --------
    >>> ways = pd.DataFrame({"from": ["course", "wins"], "to": ["wins", "course"], "type": ["user", "data"]})
    >>> flow_kinds(ways)["flows"].tolist()
    [1, 1, 0]
    """
    errors.columns(flows, ["from", "to", "type"], "flows")
    ends = [one for column in ("from", "to") for one in flows[column] if isinstance(one, str) and one]
    drawn = graph(pd.DataFrame({"id": list(dict.fromkeys(ends))}, dtype=object), flows)
    types = [kinds for _, _, kinds in drawn.edges(data="types")]
    table = pd.DataFrame({"type": KINDS, "flows": [sum(kind in each for each in types) for kind in KINDS]})
    table.attrs["not_said"] = sum(not each for each in types)
    return table
