"""What somebody who has broken into one partner could read or change, along the flows of the map."""

from collections.abc import Iterable

import networkx as nx
import pandas as pd

from ecotools import errors
from ecotools.metrics.ecosystem.tables import KINDS, graph

MAY = ("read", "write")
"""What a partner may do with a node."""

EVERYTHING = "*"
"""A scope without bounds."""


def breach_reach(
    nodes: pd.DataFrame,
    flows: pd.DataFrame,
    scopes: pd.DataFrame,
    partner: str,
    *,
    types: Iterable[str] | None = ("data",),
) -> pd.DataFrame:
    """Return what one breached partner could reach: what its scopes say, and what follows from it.

    Who may read a node also reads what flows into it, from as far as the flows lead; who may write to one
    also feeds all that it flows to.

    Parameters
    ----------
    nodes : DataFrame
        One row per node of the map, with ``id``.
    flows : DataFrame
        One row per flow: ``from``, ``to`` and, unless ``types`` is None, ``type``.
    scopes : DataFrame
        One row per permission: ``partner``, ``node`` (an id, or * for all) and ``may`` (read or write).
    partner : str
        Who was broken into; one without a scope reaches nothing.
    types : list of str or None, default ("data",)
        Kinds of flow that carry something worth having; None for all.

    Returns
    -------
    DataFrame
        One row per node that is reached: ``id``; ``reads`` and ``writes``: "scope" (given to the partner),
        "flows" (it follows from the flows) or "" ; ``steps``, flows between it and the nearest node of the
        scopes. The nearest first, then by name. ``attrs["share"]`` is the share of all nodes.

    Raises
    ------
    TypeError, ValueError
        A missing column, an unknown node, type or permission, a partner who is no text.

    References
    ----------
    J. H. Saltzer and M. D. Schroeder (1975), The Protection of Information in Computer Systems, Proc. IEEE
    63: least privilege.

    Examples
    --------
    >>> shop = pd.DataFrame({"id": ["drafts", "faults", "report", "page"]})
    >>> ways = pd.DataFrame({"from": ["drafts", "faults", "page"], "to": ["faults", "report", "drafts"],
    ...     "type": ["data", "data", "user"]})
    >>> scopes = pd.DataFrame({"partner": ["calendar"], "node": ["report"], "may": ["read"]})
    >>> breach_reach(shop, ways, scopes, "calendar")
           id  reads writes  steps
    0  report  scope             0
    1  faults  flows             1
    2  drafts  flows             2
    """
    drawn = _carrying(nodes, flows, types)
    given = _scopes(scopes, drawn)
    if not isinstance(partner, str):
        raise TypeError(f"partner must be a name, not {partner!r}")
    return _reach(drawn, given, partner)


def breaches(
    nodes: pd.DataFrame,
    flows: pd.DataFrame,
    scopes: pd.DataFrame,
    *,
    types: Iterable[str] | None = ("data",),
) -> pd.DataFrame:
    """Return for each partner how much of the map one breach of it could reach.

    Parameters
    ----------
    nodes, flows, scopes, types
        As in `breach_reach`.

    Returns
    -------
    DataFrame
        One row per partner with a scope: ``partner``; numbers of nodes in its ``scopes``, that it ``reads``
        and ``writes`` in all; ``share`` of all nodes that it reaches. The largest share first, then by name.

    Raises
    ------
    TypeError, ValueError
        As `breach_reach`.

    Examples
    --------
    >>> shop = pd.DataFrame({"id": ["drafts", "faults"]})
    >>> ways = pd.DataFrame({"from": ["drafts"], "to": ["faults"], "type": ["data"]})
    >>> scopes = pd.DataFrame({"partner": ["calendar", "mail"], "node": ["drafts", "*"],
    ...     "may": ["read", "write"]})
    >>> breaches(shop, ways, scopes).values.tolist()
    [['mail', 2, 0, 2, 1.0], ['calendar', 1, 1, 0, 0.5]]
    """
    drawn = _carrying(nodes, flows, types)
    given = _scopes(scopes, drawn)
    rows = []
    for partner in sorted({one for one, _, _ in given}):
        found = _reach(drawn, given, partner)
        held = len({node for one, node, _ in given if one == partner})
        reads, writes = (int((found[one] != "").sum()) for one in ("reads", "writes"))
        rows.append((partner, held, reads, writes, found.attrs["share"]))
    table = pd.DataFrame(rows, columns=["partner", "scopes", "reads", "writes", "share"])
    return table.sort_values(["share", "partner"], ascending=[False, True], ignore_index=True)


def _carrying(nodes: pd.DataFrame, flows: pd.DataFrame, types: Iterable[str] | None) -> nx.DiGraph:
    """Return the map with those flows only that carry what is looked for."""
    drawn = graph(nodes, flows)
    if types is None:
        return drawn
    errors.columns(flows, ["type"], "flows")
    wanted = {errors.one_of(one, KINDS, "types") for one in ([types] if isinstance(types, str) else types)}
    kept = [(start, end) for start, end, kinds in drawn.edges(data="types") if kinds & wanted]
    left = nx.DiGraph()
    left.add_nodes_from(drawn)
    left.add_edges_from(kept)
    return left


def _scopes(scopes: pd.DataFrame, drawn: nx.DiGraph) -> set[tuple[str, str, str]]:
    errors.columns(scopes, ["partner", "node", "may"], "scopes")
    found = set()
    for partner, node, may in zip(scopes["partner"], scopes["node"], scopes["may"], strict=True):
        if not isinstance(partner, str) or not partner:
            raise ValueError(f"scopes['partner'] must hold names, not {partner!r}")
        may = errors.one_of(may, MAY, "each of scopes['may']")
        named = list(drawn) if node == EVERYTHING else [errors.one_of(node, drawn, "each of scopes['node']")]
        found |= {(partner, one, may) for one in named}
    return found


def _reach(drawn: nx.DiGraph, given: set[tuple[str, str, str]], partner: str) -> pd.DataFrame:
    steps: dict[str, dict[str, int]] = {}
    for may, ways in (("read", drawn.reverse(copy=False)), ("write", drawn)):
        mine = {node for one, node, kind in given if one == partner and kind == may}
        steps[may] = nx.multi_source_dijkstra_path_length(ways, mine, weight=None) if mine else {}
    rows = []
    for id in drawn:
        far = [steps[may][id] for may in MAY if id in steps[may]]
        if far:
            said = ["" if id not in steps[may] else "flows" if steps[may][id] else "scope" for may in MAY]
            rows.append((id, *said, int(min(far))))
    table = pd.DataFrame(rows, columns=["id", "reads", "writes", "steps"])
    table = table.sort_values(["steps", "id"], ignore_index=True)
    table.attrs["share"] = len(table) / len(drawn) if len(drawn) else float("nan")
    return table
