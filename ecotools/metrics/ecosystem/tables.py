"""An ecosystem as two tables: what there is (nodes), and what leads from one to another (flows)."""

from collections.abc import Iterator

import networkx as nx
import pandas as pd

from ecotools import errors
from ecotools.blueprint import Blueprint

PARTS = ("products", "map")
"""What of a blueprint can be read as a graph: the products with what buyers go on to, or the map."""

KINDS = ("user", "data", "revenue")
"""What flows, as on the map of a blueprint."""


def nodes(blueprint: Blueprint, of: str = "products") -> pd.DataFrame:
    """Return what an ecosystem consists of, one row per product or per node of its map.

    Parameters
    ----------
    blueprint : Blueprint
        Whose products or map.
    of : {"products", "map"}
        ``"products"``: what it sells or gives away. ``"map"``: the nodes that its map draws.

    Returns
    -------
    DataFrame
        ``id``, ``kind`` and ``name``; of products also ``price``, in the currency of the blueprint. No rows
        when the blueprint has none.

    Raises
    ------
    TypeError, ValueError
        When it is no blueprint, or ``of`` is neither of the two.

    Examples
    --------
    >>> from ecotools.data import quillwork
    >>> nodes(quillwork(), of="map")["kind"].value_counts()["feature"].item()
    2
    """
    is_blueprint(blueprint)
    if errors.one_of(of, PARTS, "of") == "products":
        rows = [(one.id, one.kind, one.name, float(one.price)) for one in blueprint.products]
        return pd.DataFrame(rows, columns=["id", "kind", "name", "price"])
    drawn = (blueprint.map.nodes if blueprint.map else None) or []
    return pd.DataFrame([(n.id, n.kind, n.name or n.id) for n in drawn], columns=["id", "kind", "name"])


def flows(blueprint: Blueprint, of: str = "products") -> pd.DataFrame:
    """Return what leads from one part of an ecosystem to another, one row per pair and kind of flow.

    Parameters
    ----------
    blueprint : Blueprint
        Whose products or map.
    of : {"products", "map"}
        ``"products"``: people who look at one or buy it are led to another, since that is its ``next``, is
        offered at its checkout, is an upgrade from it, or is a bundle of which it is the most expensive part,
        so that there is no bundle without it. ``"map"``: the edges that the map draws.

    Returns
    -------
    DataFrame
        ``from`` and ``to`` (ids), ``type`` (user, data, revenue; empty where the map does not say) and
        ``what``: the words of the map, or where the blueprint says so (next, checkout, upgrade, bundle). Of
        products also ``rate``: the share of the buyers of the one who go on to the other, NaN where nobody
        says.

    Raises
    ------
    TypeError, ValueError
        When it is no blueprint, or ``of`` is neither of the two.

    Examples
    --------
    >>> from ecotools.data import quillwork
    >>> ways = flows(quillwork())
    >>> ways[ways["from"] == "headline_checklist"][["to", "type", "what"]].values.tolist()
    [['bootcamp', 'user', 'next']]
    """
    is_blueprint(blueprint)
    if errors.one_of(of, PARTS, "of") == "map":
        drawn = (blueprint.map.edges if blueprint.map else None) or []
        rows = [(edge.from_node, edge.to_node, edge.type or "", edge.what or "") for edge in drawn]
        return pd.DataFrame(rows, columns=["from", "to", "type", "what"])
    said: dict[tuple[str, str], list] = {}
    for pair, word, rate in _ways(blueprint):
        said.setdefault(pair, []).append((word, rate))
    rows = [
        (*pair, "user", ", ".join(dict.fromkeys(word for word, _ in told)), _first(told))
        for pair, told in said.items()
    ]
    return pd.DataFrame(rows, columns=["from", "to", "type", "what", "rate"]).astype({"rate": float})


def _ways(blueprint: Blueprint) -> Iterator[tuple[tuple[str, str], str, float | None]]:
    """Yield (from and to, where the blueprint says so, share of buyers) of every way between products."""
    ladder, assumed = blueprint.ladder, blueprint.assumptions
    taken = (assumed.add_on_rate if assumed else None) or {}
    prices = {product.id: product.price for product in blueprint.products}
    for product in blueprint.products:
        yield from (((product.id, after), "next", None) for after in product.next or [])
        if product.includes:
            yield (max(product.includes, key=prices.get), product.id), "bundle", None
    for checkout in (ladder.checkouts if ladder else None) or []:
        if checkout.product:
            for offer in checkout.offers or []:
                yield (checkout.product, offer), "checkout", taken.get(offer)
    for upgrade in (ladder.upgrades if ladder else None) or []:
        yield (upgrade.from_product, upgrade.to_product), "upgrade", upgrade.rate


def _first(told: list[tuple[str, float | None]]) -> float:
    return next((rate for _, rate in told if rate is not None), float("nan"))


def is_blueprint(blueprint: object) -> None:
    """Refuse what is no blueprint.

    >>> is_blueprint("quillwork")
    Traceback (most recent call last):
    TypeError: blueprint must be a Blueprint, such as data.quillwork() gives, not str
    """
    if not isinstance(blueprint, Blueprint):
        found = type(blueprint).__name__
        raise TypeError(f"blueprint must be a Blueprint, such as data.quillwork() gives, not {found}")


def ids(nodes: pd.DataFrame) -> list[str]:
    """Return the ids of a table of nodes in alphabetical order; the error names the spoilt cell.

    >>> ids(pd.DataFrame({"id": ["kit", "course"]}))
    ['course', 'kit']
    """
    found = list(errors.columns(nodes, ["id"], "nodes")["id"])
    for one in found:
        if not isinstance(one, str) or not one:
            raise ValueError(f"nodes['id'] must hold texts, not {one!r}: give each node a name of its own")
    twice = sorted({one for one in found if found.count(one) > 1}) if len(set(found)) < len(found) else []
    if twice:
        raise ValueError(f"nodes['id'] has {twice[0]!r} more than once: keep one row per node")
    return sorted(found)


def graph(nodes: pd.DataFrame, flows: pd.DataFrame) -> nx.DiGraph:
    """Return the nodes and the flows between them as a directed graph.

    Several flows from one node to another are one edge, whose ``types`` are the kinds of all of them. A flow
    from a node to itself feeds nothing else and is left out.

    Parameters
    ----------
    nodes : DataFrame
        One row per node, with ``id``.
    flows : DataFrame
        One row per flow, with ``from`` and ``to`` (ids of nodes), and if there is one ``type`` (user, data,
        revenue, or empty or missing where nobody says).

    Raises
    ------
    TypeError, ValueError
        When a table lacks a column, an id is missing or occurs twice, a flow names an unknown node, or its
        type is not one of the three.

    Examples
    --------
    >>> shop = pd.DataFrame({"id": ["kit", "course"]})
    >>> graph(shop, pd.DataFrame({"from": ["kit"], "to": ["course"]})).edges
    OutEdgeView([('kit', 'course')])
    """
    built = nx.DiGraph()
    built.add_nodes_from(ids(nodes))
    for start, end, kind in sorted(set(_read(flows, built))):
        if start != end:
            held = built.edges[start, end]["types"] if built.has_edge(start, end) else set()
            built.add_edge(start, end, types=held | ({kind} if kind else set()))
    return built


def _read(flows: pd.DataFrame, known: nx.DiGraph) -> Iterator[tuple[str, str, str]]:
    errors.columns(flows, ["from", "to"], "flows")
    kinds = flows["type"] if "type" in flows else [""] * len(flows)
    for start, end, kind in zip(flows["from"], flows["to"], kinds, strict=True):
        for column, one in (("from", start), ("to", end)):
            if not isinstance(one, str) or one not in known:
                near = errors.nearest(one, known) if isinstance(one, str) else None
                hint = f" Did you mean {near!r}?" if near else " Add it to nodes, or drop the flow."
                raise ValueError(f"flows[{column!r}] has {one!r}, which is no id of nodes.{hint}")
        kind = "" if pd.isna(kind) is True else kind
        if kind != "" and (not isinstance(kind, str) or kind not in KINDS):
            errors.one_of(kind, [*KINDS, ""], "each of flows['type']")
        yield start, end, kind
