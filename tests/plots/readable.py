"""Find text in a picture that nobody could read: cut, covered by other text, too small, too faint."""

from __future__ import annotations

import numpy as np
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.colors import to_hex
from matplotlib.text import Text

from ecotools.plots.canvas import style

SMALLEST = 7.0  # points
SLACK = 1.0  # pixels by which the box of a text is larger than its ink


def problems(picture) -> list[str]:
    """Return a sentence for each text that is cut, too small or covered by another one."""
    figure = picture.get_figure(root=True)
    texts = drawn_texts(figure)
    bad = [
        f"{t.get_text()!r} has only {t.get_fontsize()} points"
        for t, _ in texts
        if t.get_fontsize() < SMALLEST
    ]
    bad += [f"{t.get_text()!r} is cut at the edge" for t, box in texts if _is_cut(box, figure.bbox)]
    bad += _overlaps(texts)
    return bad


def _overlaps(texts) -> list[str]:
    x0, y0, x1, y1 = np.array([box.extents for _, box in texts]).T.reshape(4, -1)
    across = np.minimum(x1, x1[:, None]) - np.maximum(x0, x0[:, None])
    upward = np.minimum(y1, y1[:, None]) - np.maximum(y0, y0[:, None])
    pairs = np.argwhere(np.triu((across > SLACK) & (upward > SLACK), k=1))
    return [f"{texts[i][0].get_text()!r} and {texts[j][0].get_text()!r} overlap" for i, j in pairs]


def drawn_texts(figure) -> list[tuple[Text, object]]:
    """Return every text that is drawn, with its box in pixels."""
    canvas = FigureCanvasAgg(figure)
    with style.theme():
        figure.draw_without_rendering()
    found = [t for t in figure.findobj(Text) if t.get_visible() and t.get_text().strip() and _is_drawn(t)]
    return [(text, text.get_window_extent(canvas.get_renderer())) for text in found]


def _is_drawn(text: Text) -> bool:
    """Say whether a text belongs to something drawn: axes may be off, ticks may lie outside the limits."""
    axes = text.axes
    if not isinstance(axes, Axes):
        return True
    for axis in (axes.xaxis, axes.yaxis):
        if text in (axis.label, axis.offsetText):
            return axes.axison
        if any(text in (tick.label1, tick.label2) for tick in (*axis.majorTicks, *axis.minorTicks)):
            return axes.axison and any(text in (tick.label1, tick.label2) for tick in axis._update_ticks())
    return True


def _is_cut(box, page) -> bool:
    outside = (page.x0 - box.x0, box.x1 - page.x1, page.y0 - box.y0, box.y1 - page.y1)
    return max(outside) > SLACK


def faint(picture) -> list[str]:
    """Return a sentence for each text whose contrast with what lies behind it is below 4.5:1."""
    figure = picture.get_figure(root=True)
    texts = drawn_texts(figure)
    for text, _ in texts:
        text.set_alpha(0)
    canvas = FigureCanvasAgg(figure)
    with style.theme():
        canvas.draw()
    behind = np.asarray(canvas.buffer_rgba())[::-1, :, :3] / 255
    bad = []
    for text, box in texts:
        text.set_alpha(None)
        x0, x1, y0, y1 = (max(round(v), 0) for v in (box.x0, box.x1, box.y0, box.y1))
        colour = to_hex(np.median(behind[y0:y1, x0:x1].reshape(-1, 3), axis=0))
        if style.contrast(text.get_color(), colour) < 4.5:
            bad.append(f"{text.get_text()!r} in {text.get_color()} on {colour} is too faint")
    return bad
