"""Put words next to the marks they name without covering anything: beside lines, and spread apart."""

from collections.abc import Sequence

import numpy as np
from matplotlib.axes import Axes

from . import style
from .text import text_size


def spread(wanted: Sequence[float], sizes: Sequence[float], low: float, high: float) -> list[float]:
    """Return centres as near as possible to ``wanted`` so that the intervals of ``sizes`` do not overlap.

    All in one unit. When the room from ``low`` to ``high`` is too small the intervals are set close
    together and run over ``high``.

    >>> spread([1.0, 1.1], [1.0, 1.0], 0.0, 10.0)
    [0.55, 1.55]
    """
    order = np.argsort(np.asarray(wanted, float), kind="stable")
    blocks: list[list[float]] = []  # [sum of wished starts, width, members] of labels that touch
    for i in order:
        blocks.append([wanted[i] - sizes[i] / 2, sizes[i], 1])
        while len(blocks) > 1 and _start(blocks[-2], low, high) + blocks[-2][1] > _start(
            blocks[-1], low, high
        ):
            wish, width, members = blocks.pop()
            blocks[-1][0] += wish - members * blocks[-1][1]
            blocks[-1][1] += width
            blocks[-1][2] += members
    centres, done = [0.0] * len(wanted), iter(order)
    for block in blocks:
        at = _start(block, low, high)
        for _ in range(int(block[2])):
            i = next(done)
            centres[i] = round(float(at + sizes[i] / 2), 9)
            at += sizes[i]
    return centres


def _start(block: list[float], low: float, high: float) -> float:
    return max(low, min(block[0] / block[2], high - block[1]))


class Free:
    """The free room of a drawing area, in pixels: what is taken by curves, marks and earlier labels.

    Parameters
    ----------
    ax : Axes
        Its position and limits must be final.
    """

    def __init__(self, ax: Axes):
        self.ax = ax
        self.dpi = ax.figure.dpi
        self.area = ax.get_window_extent()
        self.curves: list[np.ndarray] = []
        self.threads: list[np.ndarray] = []
        self.boxes: list[tuple[float, float, float, float]] = []

    def curve(self, x: Sequence[float], y: Sequence[float], step: bool = False) -> np.ndarray:
        """Take the room of a curve given in data units; return it as closely spaced points in pixels."""
        x, y = np.asarray(x, float), np.asarray(y, float)
        if step:
            x, y = np.repeat(x, 2)[1:], np.repeat(y, 2)[:-1]
        here = np.isfinite(x) & np.isfinite(y)
        self.curves.append(_dense(self.ax.transData.transform(np.column_stack([x[here], y[here]]))))
        return self.curves[-1]

    def thread(self, x: Sequence[float], y: Sequence[float]) -> None:
        """Take the room of a thin line, which a label may cross if there is no other way."""
        self.threads.append(_dense(self.ax.transData.transform(np.column_stack([x, y]))))

    def box(self, x: float, y: float, width: float, height: float) -> None:
        """Take a rectangle around a point in data units; sizes in inches."""
        at = self.ax.transData.transform((x, y))
        w, h = width * self.dpi / 2, height * self.dpi / 2
        self.boxes.append((at[0] - w, at[1] - h, at[0] + w, at[1] + h))

    def room(
        self, anchors: np.ndarray, width: float, height: float, own: np.ndarray | None = None
    ) -> np.ndarray:
        """Return the centre (pixels) of the freest place for a label beside one of ``anchors``, and take it.

        Parameters
        ----------
        anchors : array (n, 2)
            Points of the labelled curve, in pixels.
        width, height : float
            Size of the label in inches.
        own : array (n, 2), optional
            The labelled curve, as `curve` returned it: a label does not lie nearer to another one.
        """
        w, h = width * self.dpi / 2, height * self.dpi / 2
        places, effort = [], []
        for gap in (7.0, 15.0) if len(anchors) > 4 else (7.0, 11.0, 15.0, 20.0, 26.0):
            slant = gap * 0.7
            ways = [(w + gap, 0), (-w - gap, 0), (0, h + gap), (0, -h - gap)]
            ways += [(s * (w + slant), t * (h + slant)) for s in (1, -1) for t in (1, -1)]
            places.append((anchors[:, None, :] + np.array(ways)[None]).reshape(-1, 2))
            effort.append(np.repeat(self._doubt(anchors), len(ways)) + 3.0 * gap)
        centres, effort = np.vstack(places), np.concatenate(effort)
        outside = self._outside(centres, w, h)
        inside = outside <= max(0.0, outside.min())
        centres, effort = centres[inside], effort[inside]
        effort = effort + self._mistaken(centres, w, h, own)
        best = centres[int(np.argmin(self._cost(centres, w, h) + effort))]
        self.boxes.append((best[0] - w, best[1] - h, best[0] + w, best[1] + h))
        return best

    def _doubt(self, anchors: np.ndarray) -> np.ndarray:
        """Return for each anchor how much a label there could name another curve than its own."""
        area = self.area
        edge = np.minimum(anchors[:, 1] - area.y0, area.y1 - anchors[:, 1])
        doubt = np.where(edge < 0.05 * area.height, 150.0, 0.0)  # curves meet at 0% and at 100%
        for curve in self.curves:
            near = np.sqrt(((anchors[:, None] - curve[None]) ** 2).sum(axis=2)).min(axis=1, initial=1e6)
            if near.max(initial=0.0) > 1.0:  # its own curve is nowhere away from the anchors
                doubt += 4.0 * np.maximum(40.0 - near, 0)
        return doubt

    def _mistaken(self, centres: np.ndarray, w: float, h: float, own: np.ndarray | None) -> np.ndarray:
        """Return how much nearer than its own curve each label would be to another one."""
        others = [curve for curve in self.curves if curve is not own]
        if own is None or not others:
            return np.zeros(len(centres))
        mine, next_best = (_away(points, centres, w, h).min(axis=1) for points in (own, np.vstack(others)))
        return 10.0 * np.maximum(mine - next_best + 4.0, 0)

    def _outside(self, centres: np.ndarray, w: float, h: float) -> np.ndarray:
        """Return by how many pixels a label at each centre would leave the drawing area."""
        x, y = centres.T
        area = self.area
        outside = np.maximum(area.x0 + 3 - x + w, 0) + np.maximum(x + w - area.x1, 0)
        return outside + np.maximum(area.y0 + 3 - y + h, 0) + np.maximum(y + h - area.y1, 0)

    def _cost(self, centres: np.ndarray, w: float, h: float) -> np.ndarray:
        """Return what is wrong with a label at each centre: over a label or a curve, or crowded."""
        x, y = centres.T
        cost = np.zeros(len(centres))
        for left, bottom, right, top in self.boxes:
            across = np.minimum(x + w, right + 5) - np.maximum(x - w, left - 5)
            upward = np.minimum(y + h, top + 3) - np.maximum(y - h, bottom - 3)
            cost += 50.0 * np.maximum(across, 0) * np.maximum(upward, 0)
        for lines, price in ((self.curves, 100.0), (self.threads, 20.0)):
            far = _away(np.vstack([*lines, np.empty((0, 2))]), centres, w, h)
            cost += price * np.count_nonzero(far <= 3.0, axis=1)
            cost += price / 5 * np.sqrt(np.count_nonzero(far <= 12.0, axis=1))
        return cost


def _away(points: np.ndarray, centres: np.ndarray, w: float, h: float) -> np.ndarray:
    """Return how far each point is from the label at each centre, in pixels: centres x points."""
    apart = np.maximum(np.abs(points[None] - centres[:, None]) - (w, h), 0)
    return np.hypot(apart[..., 0], apart[..., 1])


def _dense(points: np.ndarray, every: float = 6.0) -> np.ndarray:
    """Return points at most ``every`` pixels apart along the line through ``points``."""
    if len(points) < 2:
        return points
    length = np.hypot(*np.diff(points, axis=0).T)
    along = np.concatenate([[0], np.cumsum(length)])
    at = np.linspace(0, along[-1], max(int(along[-1] / every), 2))
    return np.column_stack([np.interp(at, along, points[:, i]) for i in (0, 1)])


def name_curves(free: Free, curves: dict[str, np.ndarray], colours: dict[str, str], size=style.SMALL) -> None:
    """Write each curve's name, in its colour, beside the part of it that is freest.

    Parameters
    ----------
    free : Free
        Which already knows every curve and mark.
    curves : dict of name to array (n, 2)
        The points of each curve in pixels, as `Free.curve` returned them.
    colours : dict of name to colour
        The colour of each name.
    """
    to_data = free.ax.transData.inverted()
    for name, points in curves.items():
        if not len(points):
            continue
        anchors = points[:: max(len(points) // 16, 1)]
        width, height = text_size(name, size, "bold")
        at = free.room(anchors, width, height, own=points)
        x, y = to_data.transform(at)
        free.ax.text(
            x,
            y,
            name,
            ha="center",
            va="center",
            fontsize=size,
            fontweight="bold",
            color=colours[name],
            zorder=6,
        )
