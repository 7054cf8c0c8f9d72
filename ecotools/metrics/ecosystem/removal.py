"""What happens to the rest of an ecosystem when one of its nodes is taken away."""

from collections.abc import Iterable

import networkx as nx
import pandas as pd

from ecotools import errors
from ecotools.metrics.ecosystem.tables import graph

RULES = {
    "reach": "no way from an entry leads to it any more",
    "feeders": "all that fed it is gone or starves, too",
}
"""When a node starves."""


def reachable(
    nodes: pd.DataFrame, flows: pd.DataFrame, entry: Iterable[str] | str, *, without: Iterable[str] | str = ()
) -> list[str]:
    """Return the nodes that people who come in at an entry can get to, the entries included.

    Parameters
    ----------
    nodes : DataFrame
        One row per node, with ``id``.
    flows : DataFrame
        One row per flow, with ``from`` and ``to``.
    entry : str or list of str
        Ids of the nodes where people come in.
    without : str or list of str
        Ids of nodes that are taken away first.

    Returns
    -------
    list of str
        In alphabetical order.

    Raises
    ------
    TypeError, ValueError
        When a table lacks a column, or an id is unknown; the nearest is offered.

    Examples
    --------
    >>> shop = pd.DataFrame({"id": ["checklist", "course", "audit"]})
    >>> ways = pd.DataFrame({"from": ["checklist", "course"], "to": ["course", "audit"]})
    >>> reachable(shop, ways, "checklist")
    ['audit', 'checklist', 'course']
    >>> reachable(shop, ways, "checklist", without="course")
    ['checklist']
    """
    drawn = graph(nodes, flows)
    doors, gone = _known(entry, drawn, "entry"), _known(without, drawn, "without")
    return sorted(_reached(drawn, doors, gone))


def starved(
    nodes: pd.DataFrame,
    flows: pd.DataFrame,
    without: Iterable[str] | str,
    *,
    entry: Iterable[str] | str | None = None,
    rule: str = "reach",
) -> list[str]:
    """Return the nodes that starve when others are taken away.

    Parameters
    ----------
    nodes : DataFrame
        One row per node, with ``id``.
    flows : DataFrame
        One row per flow, with ``from`` and ``to``.
    without : str or list of str
        Ids of the nodes that are taken away. They do not count as starved.
    entry : str or list of str, optional
        Ids of the nodes where people come in. Default: those that nothing feeds.
    rule : {"reach", "feeders"}
        When a node starves. ``"reach"``: a way from an entry led to it, and none does any more.
        ``"feeders"``: something fed it, and all of that is gone or starves; an entry does not starve. The two
        differ for circles: cut off from every entry, a circle still feeds itself, and so starves by the first
        rule only.

    Returns
    -------
    list of str
        In alphabetical order.

    Raises
    ------
    TypeError, ValueError
        When a table lacks a column, an id is unknown, or no entry is given and every node is fed.

    References
    ----------
    Taking one node away starves by ``"reach"`` exactly those that it dominates: T. Lengauer and R. E. Tarjan,
    A fast algorithm for finding dominators in a flowgraph, ACM TOPLAS 1 (1979).

    Examples
    --------
    >>> shop = pd.DataFrame({"id": ["checklist", "course", "audit", "mugs"]})
    >>> ways = pd.DataFrame({"from": ["checklist", "course"], "to": ["course", "audit"]})
    >>> starved(shop, ways, "course"), starved(shop, ways, "mugs")
    (['audit'], [])
    """
    drawn = graph(nodes, flows)
    gone = _known(without, drawn, "without")
    doors = _entries(drawn, entry)
    return sorted(_starved(drawn, gone, doors, errors.one_of(rule, RULES, "rule")))


def removals(
    nodes: pd.DataFrame, flows: pd.DataFrame, *, entry: Iterable[str] | str | None = None, rule: str = "reach"
) -> pd.DataFrame:
    """Return for each node what starves when it alone is taken away.

    Parameters
    ----------
    nodes : DataFrame
        One row per node, with ``id``.
    flows : DataFrame
        One row per flow, with ``from`` and ``to``.
    entry : str or list of str, optional
        Ids of the nodes where people come in. Default: those that nothing feeds.
    rule : {"reach", "feeders"}
        When a node starves, as in `starved`.

    Returns
    -------
    DataFrame
        ``id``; ``starves``, how many others; ``which``, the list of their ids. The node that most depend on
        comes first, then in alphabetical order. In a catalogue every number is 0.

    Raises
    ------
    TypeError, ValueError
        As `starved`.

    Examples
    --------
    >>> shop = pd.DataFrame({"id": ["checklist", "course", "audit", "mugs"]})
    >>> ways = pd.DataFrame({"from": ["checklist", "course"], "to": ["course", "audit"]})
    >>> removals(shop, ways)["starves"].tolist()
    [2, 1, 0, 0]
    """
    drawn = graph(nodes, flows)
    doors, chosen = _entries(drawn, entry), errors.one_of(rule, RULES, "rule")
    lost = [sorted(_starved(drawn, {one}, doors, chosen)) for one in drawn]
    table = pd.DataFrame({"id": list(drawn), "starves": [len(each) for each in lost]})
    table["which"] = pd.Series(lost, dtype=object)
    return table.sort_values(["starves", "id"], ascending=[False, True], ignore_index=True)


def _starved(drawn: nx.DiGraph, gone: set[str], doors: set[str], rule: str) -> set[str]:
    if rule == "reach":
        return _reached(drawn, doors, set()) - _reached(drawn, doors, gone) - gone
    lost = set(gone)
    while more := {
        one
        for one in drawn
        if one not in lost | doors and drawn.in_degree(one) and set(drawn.predecessors(one)) <= lost
    }:
        lost |= more
    return lost - gone


def _reached(drawn: nx.DiGraph, doors: set[str], gone: set[str]) -> set[str]:
    left = drawn.subgraph(set(drawn) - gone)
    open_doors = doors - gone
    return open_doors.union(*(nx.descendants(left, door) for door in open_doors))


def _entries(drawn: nx.DiGraph, entry: Iterable[str] | str | None) -> set[str]:
    if entry is not None:
        return _known(entry, drawn, "entry")
    doors = {one for one, fed in drawn.in_degree() if not fed}
    if not doors and len(drawn):
        raise ValueError("entry must be named: all nodes are fed by another, so where do people come in?")
    return doors


def _known(named: Iterable[str] | str, drawn: nx.DiGraph, name: str) -> set[str]:
    if not isinstance(named, (str, list, tuple, set, frozenset, pd.Series, pd.Index)):
        raise TypeError(f"{name} must be an id or a list of ids, not {named!r}")
    listed = [named] if isinstance(named, str) else list(named)
    return {errors.one_of(one, drawn, name) for one in listed}
