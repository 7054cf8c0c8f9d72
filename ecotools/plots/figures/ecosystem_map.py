"""The ecosystem map: what there is as shapes by kind, what flows between as named arrows, loops set off."""

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import FancyArrowPatch, Polygon

from ecotools.errors import one_of
from ecotools.plots.canvas import inputs, style
from ecotools.plots.canvas.boxes import ROW, Box, arc, bend, places
from ecotools.plots.canvas.descriptions import describe
from ecotools.plots.canvas.formats import is_missing, listing, plural
from ecotools.plots.canvas.labels import Free
from ecotools.plots.canvas.layout import drawn, panel
from ecotools.plots.canvas.text import text_size, wrap

KINDS = {
    "feature": ("feature", style.BLUE, style.BLUE_WASH),
    "integration": ("integration", style.PLUM, "#F8E9F4"),
    "community_asset": ("community asset", style.PINE, style.PINE_WASH),
    "data_flow": ("data flow", style.UMBER, "#F5F0DE"),
    "revenue_channel": ("revenue channel", style.RUST, style.RUST_WASH),
    "lead_magnet": ("free", style.MUTED, "#FFFFFF"),
    "core": ("core product", style.BLUE, style.BLUE_WASH),
    "add_on": ("add-on", style.RUST, style.RUST_WASH),
    "subscription": ("membership", style.PINE, style.PINE_WASH),
    "community": ("community", style.PLUM, "#F8E9F4"),
    "coaching": ("coaching", style.UMBER, "#F5F0DE"),
    "bundle": ("bundle", style.RUST, "#FFFFFF"),
    "event": ("event", style.UMBER, "#FFFFFF"),
    "template": ("template", style.BLUE, "#FFFFFF"),
    "service": ("service", style.PLUM, "#FFFFFF"),
    "software": ("software", style.PINE, "#FFFFFF"),
}
"""Kind of a node or product -> its name, which is written in it, and the colours of its edge and ground."""

FLOWS = {
    "data": (style.UMBER, (0, (1.2, 1.4))),
    "revenue": (style.RUST, "-"),
    "user": (style.BLUE, (0, (5, 2))),
    "": (style.MUTED, "-"),
}
"""What flows -> colour and dashes of its arrow."""

NAMES = {"data": "data", "revenue": "revenue", "user": "users", "": ""}

MOST = 40
"""Nodes of a map that can still be read as a picture."""

_LOOP = "#FBE3A2"
_SIDES = ((-1, -1), (1, 1))


@drawn
def ecosystem_map(
    nodes: pd.DataFrame,
    edges: pd.DataFrame | None = None,
    *,
    loops: Mapping[str, Sequence[str]] | None = None,
    title: str | None = None,
    width: float = 9.6,
) -> Axes:
    """Draw the nodes of an ecosystem with the flows between them, and the loops that they close.

    Parameters
    ----------
    nodes : DataFrame
        One row per node with ``id``, ``kind`` (feature, integration, community_asset, data_flow or
        revenue_channel, or the kind of a product) and ``name``.
    edges : DataFrame, optional
        One row per flow with ``from`` and ``to`` (ids), and if any ``type`` (data, revenue, user) and
        ``what`` (in words, which then stands at the arrow).
    loops : dict of str to list of str, optional
        Short name of a loop ("A") -> the ids of its nodes in order; the last leads to the first. Their arrows
        run on a yellow ground and carry that name. Without it, nothing is said about loops.
    title : str, optional
        Instead of the sentence made from the tables.
    width : float
        Inches.

    Returns
    -------
    Axes
        Nodes stand where `networkx.kamada_kawai_layout` puts them, moved apart until none covers another.

    Raises
    ------
    ValueError
        When there are no nodes or more than `MOST`, an edge or a loop names an unknown node, or a kind or
        type is unknown.

    References
    ----------
    Kamada & Kawai (1989), An algorithm for drawing general undirected graphs.

    Examples
    --------
    >>> nodes = pd.DataFrame({"id": ["diary", "gallery"], "kind": ["feature", "community_asset"],
    ...     "name": ["Bake diary", "Gallery"]})
    >>> edges = pd.DataFrame({"from": ["diary", "gallery"], "to": ["gallery", "diary"], "type": "user"})
    >>> ecosystem_map(nodes, edges, loops={"A": ["diary", "gallery"]}).get_title(loc="left")
    '2 nodes, 2 flows, and 1 loop that feeds itself'
    """
    found = inputs.table(nodes, ["id", "kind", "name"], "table of nodes", make="a blueprint's map")
    flows = _flows(edges)
    message = _message(found, flows, loops) if title is None else title
    loops = dict(loops or {})
    _known(found, flows, loops)
    boxes = {row["id"]: _box(row) for row in found.to_dict("records")}
    pairs = list(zip(flows["from"], flows["to"], strict=True))
    high = max(
        2.6, min(6.2, 1.6 + 0.42 * len(found)), sum(b.width * b.height for b in boxes.values()) / width * 3.4
    )
    if not pairs:
        high = -(-len(found) // ROW) * (max(box.height for box in boxes.values()) + 0.3)
    boxes = places(boxes, pairs, width - 0.3, high)
    arcs = [arc(boxes[start], boxes[end], bend(boxes, start, end)) for start, end in pairs]
    ax, key = _area(boxes, arcs, message)
    _draw_flows(ax, boxes, arcs, flows, loops, key)
    _draw_key(ax, flows, bool(loops), key)
    for row in found.to_dict("records"):
        _draw_node(ax, row["kind"], boxes[row["id"]])
    kind = f"Ecosystem map of {plural(len(found), 'node')} and {plural(len(flows), 'flow')}"
    alt = f"{message}. {kind}. {_spoken(found, flows, loops)}"
    shown = flows.assign(
        **{end: flows[end].map(dict(zip(found["id"], found["name"], strict=True))) for end in ("from", "to")}
    )
    return describe(ax, alt, shown if len(shown) else found[["name", "kind"]], caption=kind)


def _flows(edges: pd.DataFrame | None) -> pd.DataFrame:
    """Return the edges with all columns, texts empty where nothing was said."""
    if edges is None or edges.empty:
        return pd.DataFrame({name: pd.Series(dtype=object) for name in ("from", "to", "type", "what")})
    found = inputs.columns(edges, ["from", "to"], "table of edges").copy()
    for column in ("type", "what"):
        found[column] = [("" if is_missing(v) else v) for v in found[column]] if column in found else ""
    return found[["from", "to", "type", "what"]].reset_index(drop=True)


def _known(nodes: pd.DataFrame, flows: pd.DataFrame, loops: Mapping) -> None:
    if len(nodes) > MOST:
        raise ValueError(f"a map of {len(nodes)} nodes cannot be read: draw at most {MOST}, a part at a time")
    ids = list(nodes["id"])
    for kind in nodes["kind"]:
        one_of(kind, KINDS, "kind of a node")
    for flow in flows.itertuples(index=False):
        one_of(flow[0], ids, "from of an edge")
        one_of(flow[1], ids, "to of an edge")
        one_of(flow[2], FLOWS, "type of an edge")
    for members in loops.values():
        for id in members:
            one_of(id, ids, "node of a loop")


def _message(nodes: pd.DataFrame, flows: pd.DataFrame, loops: Mapping | None) -> str:
    there, flowing = plural(len(nodes), "node"), plural(len(flows), "flow")
    if loops is None:  # whoever draws it may not have looked for any
        return f"{there} and {flowing}"
    said = f"{there}, {flowing}"
    if not loops:
        return f"{said}, and no loop that feeds itself"
    many = "feeds itself" if len(loops) == 1 else "feed themselves"
    return f"{said}, and {plural(len(loops), 'loop')} that {many}"


def _spoken(nodes: pd.DataFrame, flows: pd.DataFrame, loops: Mapping) -> str:
    name = dict(zip(nodes["id"], nodes["name"], strict=True))
    said = [
        f"{KINDS[kind][0]}: {listing(rows['name'], most=6)}"
        for kind, rows in nodes.groupby("kind", sort=False)
    ]
    for loop, members in list(loops.items())[:6]:
        said.append(f"loop {loop}: {' to '.join(name[id] for id in [*members, *members[:1]])}")
    arrows = [
        f"{name[a]} to {name[b]}{f' ({kind})' if kind else ''}"
        for a, b, kind, _ in flows.itertuples(index=False)
    ]
    return "; ".join(said) + "." + (f" Flows: {listing(arrows, most=12)}." if arrows else "")


def _box(row: dict) -> Box:
    text = wrap(row["name"], 1.3, style.SMALL, "bold", lines=3)
    wide, high = text_size(text, style.SMALL, "bold")
    under = text_size(KINDS[row["kind"]][0], style.TINY)[0]
    return Box(text, max(wide, under) + 0.42, high + 0.17 + 0.2)


def _draw_node(ax: Axes, kind: str, box: Box) -> None:
    name, ink, ground = KINDS[kind]
    outline = shape(kind, box.x, box.y, box.width, box.height)
    ax.add_patch(
        Polygon(outline, closed=True, facecolor=ground, edgecolor=ink, lw=1.4, zorder=5, clip_on=False)
    )
    high = text_size(box.text, style.SMALL, "bold")[1]
    top = box.y - (high + 0.17) / 2
    look = {"ha": "center", "va": "top", "zorder": 6}
    ax.text(box.x, top, box.text, fontsize=style.SMALL, fontweight="bold", **look)
    ax.text(box.x, top + high + 0.045, name, fontsize=style.TINY, color=ink, **look)


def shape(kind: str, x: float, y: float, width: float, height: float) -> np.ndarray:
    """Return the corners of a node's outline: each kind on a map has its own, products are all rectangles.

    >>> len(shape("feature", 0, 0, 2, 1)), len(shape("integration", 0, 0, 2, 1))
    (4, 6)
    """
    w, h, cut = width / 2, height / 2, min(0.14, width / 6)
    angles = np.linspace(-np.pi / 2, np.pi / 2, 9)
    outlines = {
        "feature": [(-w, -h), (w, -h), (w, h), (-w, h)],
        "integration": [(-w, 0), (-w + cut, -h), (w - cut, -h), (w, 0), (w - cut, h), (-w + cut, h)],
        "data_flow": [(-w + cut, -h), (w, -h), (w - cut, h), (-w, h)],
        "revenue_channel": [(-w, -h), (w - cut, -h), (w, 0), (w - cut, h), (-w, h), (-w + cut, 0)],
        "community_asset": [
            *((w - cut * 1.2 + cut * 1.2 * np.cos(a), h * np.sin(a)) for a in angles),
            *((-w + cut * 1.2 - cut * 1.2 * np.cos(a), -h * np.sin(a)) for a in angles),
        ],
    }
    return np.array(outlines.get(kind, outlines["feature"])) + np.array([x, y])


def _area(boxes: dict[str, Box], arcs: list[np.ndarray], message: str) -> tuple[Axes, float]:
    """Return Axes in inches that hold all boxes and arcs, and the height at which the key stands."""
    corners = [(b.x + s * b.width / 2, b.y + t * b.height / 2) for b in boxes.values() for s, t in _SIDES]
    x, y = np.vstack([corners, *arcs]).T
    left, right, top, bottom = x.min() - 0.06, x.max() + 0.06, y.min() - 0.14, y.max() + 0.5
    ax = panel(bottom - top, title=message, width=right - left + 0.2, left=0.1, right=0.1)
    ax.set(xlim=(left, right), ylim=(bottom, top))
    ax.set_axis_off()
    return ax, bottom - 0.14


def _draw_flows(
    ax: Axes, boxes: dict[str, Box], arcs: list[np.ndarray], flows: pd.DataFrame, loops: Mapping, key: float
) -> None:
    on, free = _loops_of(loops), Free(ax)
    left, right = ax.get_xlim()
    free.box((left + right) / 2, key, right - left, 0.28)
    for box in boxes.values():
        free.box(box.x, box.y, box.width + 0.04, box.height + 0.04)
    pixels = [free.curve(*points.T) for points in arcs]
    few = len(flows) <= 14
    for points, near, (start, end, kind, what) in zip(
        arcs, pixels, flows.itertuples(index=False), strict=True
    ):
        ink, dashes = FLOWS[kind]
        loop = on.get((start, end), "")
        if loop:
            ax.plot(*points.T, color=_LOOP, lw=7, zorder=1, solid_capstyle="butt")
        ax.plot(*points[:-1].T, color=ink, lw=1.4, ls=dashes, zorder=2)
        look = {"color": ink, "lw": 0.1, "zorder": 4, "shrinkA": 0, "shrinkB": 0, "mutation_scale": 11}
        ax.add_patch(FancyArrowPatch(points[-4], points[-1], arrowstyle="-|>", **look))
        _name_flow(ax, free, near, (what if few else "") or NAMES[kind], loop, ink)


def _loops_of(loops: Mapping) -> dict[tuple[str, str], str]:
    """Return for each pair of nodes the names of the loops that lead from one to the other: ``"A, B"``."""
    on: dict[tuple[str, str], list[str]] = {}
    for loop, ids in loops.items():
        for pair in zip(ids, [*ids[1:], *ids[:1]], strict=True):
            on.setdefault(pair, []).append(str(loop))
    return {pair: ", ".join(names) for pair, names in on.items()}


def _name_flow(ax: Axes, free: Free, pixels: np.ndarray, text: str, loop: str, ink: str) -> None:
    """Write what flows, and the name of its loop, where there is room beside the middle of its arrow."""
    text = wrap(text, 1.15, style.TINY, lines=2) if text else ""
    said = f"{loop}: {text}" if loop and text else loop or text
    if not said:
        return
    wide, high = text_size(said, style.TINY, "bold" if loop else "normal")
    third = len(pixels) // 4
    at = ax.transData.inverted().transform(
        free.room(pixels[third : -third or None : 3], wide + 0.03, high + 0.02)
    )
    look = {"fontsize": style.TINY, "fontweight": "bold" if loop else "normal", "color": ink}
    paper = {"facecolor": style.PAPER, "edgecolor": "none", "pad": 0.6, "alpha": 0.85}
    ax.text(*at, said, ha="center", va="center", bbox=paper, zorder=4.5, **look)


def _draw_key(ax: Axes, flows: pd.DataFrame, loops: bool, y: float) -> None:
    """Name below the map the dashes of each flow that is on it, and the ground of a loop.

    Where no flow says its type, all arrows look the same, and there is nothing to tell apart.
    """
    named, found = NAMES | {"": "flow of a type not said"}, set(flows["type"])
    marks = [(named[kind], *FLOWS[kind], 1.6) for kind in FLOWS if kind in found and any(found)]
    marks += [("part of a loop, with its letter", _LOOP, "-", 7)] if loops else []
    x = ax.get_xlim()[0]
    for name, ink, dashes, thick in marks:
        ax.plot([x, x + 0.4], [y, y], color=ink, ls=dashes, lw=thick, solid_capstyle="butt", clip_on=False)
        look = {"color": style.INK if ink == _LOOP else ink, "fontsize": style.TINY}
        ax.text(x + 0.48, y, name, va="center", **look)
        x += 0.48 + text_size(name, style.TINY)[0] + 0.3
