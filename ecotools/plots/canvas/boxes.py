"""Place boxes so that joined ones stand near each other and none covers another; lead arcs around them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

import networkx as nx
import numpy as np

ROW = 4
"""Boxes side by side where nothing joins them."""

_GAP = (0.55, 0.42)
_BENDS = (0.12, -0.12, 0.26, -0.26, 0.42, -0.42, 0.6, -0.6)


@dataclass(frozen=True)
class Box:
    """A labelled box: its text, its size and the place of its centre, in inches."""

    text: str
    width: float
    height: float
    x: float = 0.0
    y: float = 0.0


def places(
    boxes: Mapping[str, Box], pairs: Iterable[tuple[str, str]], width: float, height: float
) -> dict[str, Box]:
    """Return the boxes with their places, in inches from the left and from the top.

    Parameters
    ----------
    boxes : dict of str to Box
        Id -> box; the order decides between layouts that are equally good.
    pairs : iterable of (str, str)
        Ids that are joined.
    width, height : float
        Inches there are; more of the height is taken when boxes have to be moved apart.

    Examples
    --------
    >>> placed = places({"a": Box("A", 1, 0.5), "b": Box("B", 1, 0.5)}, [("a", "b")], 6, 2)
    >>> abs(placed["a"].x - placed["b"].x) >= 1 or abs(placed["a"].y - placed["b"].y) >= 0.5
    True
    """
    ids = list(boxes)
    sizes = np.array([(boxes[id].width, boxes[id].height) for id in ids])
    at = _spread(_wished(ids, pairs), sizes, np.array([width, height]))
    at = _apart(at, sizes, width)
    at = np.round(at, 3)
    return {id: replace(boxes[id], x=float(x), y=float(y)) for id, (x, y) in zip(ids, at, strict=True)}


def _wished(ids: list[str], pairs: Iterable[tuple[str, str]]) -> np.ndarray:
    """Return places between -1 and 1 with joined nodes near each other; parts nothing joins stay near too."""
    pairs = list(pairs)
    if not pairs:  # nothing says who belongs near whom: rows, as in a catalogue
        return np.array([(i % ROW, i // ROW) for i in range(len(ids))], dtype=float)
    graph = nx.Graph()
    graph.add_nodes_from(range(len(ids)))
    place = {id: i for i, id in enumerate(ids)}
    graph.add_edges_from((place[a], place[b]) for a, b in pairs if a != b)
    parts = sorted(min(part) for part in nx.connected_components(graph))
    graph.add_edges_from(pairwise(parts))
    if len(ids) < 3:
        return np.array([(-1.0, 0.0), (1.0, 0.0)][: len(ids)]) * (len(ids) > 1)
    found = nx.kamada_kawai_layout(graph, pos=nx.circular_layout(graph))
    return np.array([found[i] for i in range(len(ids))])


def _spread(wished: np.ndarray, sizes: np.ndarray, room: np.ndarray) -> np.ndarray:
    """Return the places stretched to the room there is, in inches."""
    low, high = wished.min(axis=0), wished.max(axis=0)
    share = (wished - low) / np.where(high - low > 1e-6, high - low, 1.0)
    share = np.where(high - low > 1e-6, share, 0.5)
    margin = sizes.max(axis=0) / 2
    return margin + share * np.maximum(room - 2 * margin, 0.0)


def _apart(at: np.ndarray, sizes: np.ndarray, width: float) -> np.ndarray:
    """Return the places with boxes moved until each has air around it; none leaves the width."""
    least = (sizes[:, None] + sizes[None]) / 2 + _GAP
    for _ in range(600):
        away = at[:, None] - at[None]
        over = least - np.abs(away)
        np.fill_diagonal(over[..., 0], 0.0)
        hit = (over > 1e-3).all(axis=2)
        if not hit.any():
            break
        sideways = over[..., 0] < over[..., 1]
        # Of two boxes on the same spot the later one goes right and down.
        order = np.sign(np.arange(len(at))[:, None] - np.arange(len(at))[None])
        for axis, chosen in ((0, sideways), (1, ~sideways)):
            way = np.where(away[..., axis] == 0, order, np.sign(away[..., axis]))
            at[:, axis] += (np.where(hit & chosen, over[..., axis] * way, 0.0) * 0.3).sum(axis=1)
        at[:, 0] = np.clip(at[:, 0], sizes[:, 0] / 2, width - sizes[:, 0] / 2)
    return at


def arc(one: Box, other: Box, bent: float) -> np.ndarray:
    """Return the points of an arc from the edge of one box to the edge of another, or of a ring at one box.

    Parameters
    ----------
    one, other : Box
        Where it starts and ends.
    bent : float
        How far its middle lies off the straight line, as a share of the line's length; the sign says on which
        side.

    Examples
    --------
    >>> points = arc(Box("A", 1, 1, 0, 0), Box("B", 1, 1, 4, 0), 0.0)
    >>> float(points[0, 0]) > 0.5, float(points[-1, 0]) < 3.5
    (True, True)
    """
    if (one.x, one.y) == (other.x, other.y):
        turn = np.linspace(np.pi, 2.5 * np.pi, 60)[:, None]
        ring = np.hstack([np.cos(turn), np.sin(turn)]) * 0.26
        points = ring + np.array([one.x + one.width / 2, one.y - one.height / 2])
    else:
        start, end = np.array([one.x, one.y]), np.array([other.x, other.y])
        along = end - start
        middle = (start + end) / 2 + bent * np.array([-along[1], along[0]])
        t = np.linspace(0, 1, 161)[:, None]
        points = (1 - t) ** 2 * start + 2 * t * (1 - t) * (2 * middle - (start + end) / 2) + t**2 * end
    outside = ~(_inside(points, one, 0.03) | _inside(points, other, 0.05))
    return points[outside] if outside.sum() > 4 else points


def bend(boxes: Mapping[str, Box], start: str, end: str) -> float:
    """Return how an arc is best bent: over as few other boxes as can be, then as little as can be.

    >>> boxes = {"a": Box("A", 1, 1, 0, 0), "b": Box("B", 1, 3, 3, 0), "c": Box("C", 1, 1, 6, 0)}
    >>> abs(bend(boxes, "a", "b")) < abs(bend(boxes, "a", "c"))
    True
    """
    others = [box for id, box in boxes.items() if id not in (start, end)]

    def covered(bent: float) -> tuple[int, float]:
        points = arc(boxes[start], boxes[end], bent)
        return sum(int(_inside(points, box, 0.08).sum()) for box in others), abs(bent)

    return min(_BENDS, key=covered)


def _inside(points: np.ndarray, box: Box, air: float) -> np.ndarray:
    x, y = points.T
    across = np.abs(x - box.x) <= box.width / 2 + air
    return across & (np.abs(y - box.y) <= box.height / 2 + air)
