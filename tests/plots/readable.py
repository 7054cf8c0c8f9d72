"""Find text in a picture that nobody could read: cut off at the edge, covered by other text, or too small."""

from __future__ import annotations

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.text import Text
from matplotlib.transforms import Bbox

from ecotools.plots import style

SMALLEST = 7.0  # points
SLACK = 1.0  # pixels by which the box of a text is larger than its ink


def texts(picture) -> list[tuple[str, Bbox, float]]:
    """Return string, box in pixels and size in points of every text that is drawn."""
    figure = picture.figure if isinstance(picture, Axes) else picture
    canvas = FigureCanvasAgg(figure)
    with style.theme():
        canvas.draw()
    renderer = canvas.get_renderer()
    drawn = []
    for text in figure.findobj(Text):
        if text.get_visible() and text.get_text().strip() and _is_drawn(text):
            drawn.append((text.get_text(), text.get_window_extent(renderer), text.get_fontsize()))
    return drawn


def _is_drawn(text: Text) -> bool:
    """Say whether a text belongs to something drawn: axes may be switched off, and ticks lie outside the limits."""
    axes = text.axes
    if axes is None:
        return True
    for axis in (axes.xaxis, axes.yaxis):
        ticks = [*axis.majorTicks, *axis.minorTicks]
        if any(text in (tick.label1, tick.label2) for tick in ticks):
            shown = axes.axison and axis.get_visible()
            return shown and any(text in (t.label1, t.label2) for t in axis._update_ticks())
        if text is axis.label or text is axis.offsetText:
            return axes.axison and axis.get_visible()
    return True


def problems(picture) -> list[str]:
    """Return a sentence for each text that is cut, too small or covered by another one."""
    figure = picture.figure if isinstance(picture, Axes) else picture
    found = texts(picture)
    page = figure.bbox
    bad = [f"{said!r} has only {size} points" for said, _, size in found if size < SMALLEST]
    for said, box, _ in found:
        if (
            box.x0 < page.x0 - SLACK
            or box.x1 > page.x1 + SLACK
            or box.y0 < page.y0 - SLACK
            or box.y1 > page.y1 + SLACK
        ):
            bad.append(
                f"{said!r} is cut at the edge: {box.extents.round(1).tolist()} on {page.extents.round(1).tolist()}"
            )
    for i, (said, box, _) in enumerate(found):
        for other, other_box, _ in found[i + 1 :]:
            width = min(box.x1, other_box.x1) - max(box.x0, other_box.x0)
            height = min(box.y1, other_box.y1) - max(box.y0, other_box.y0)
            if width > SLACK and height > SLACK:
                bad.append(f"{said!r} and {other!r} overlap by {width:.1f} x {height:.1f} pixels")
    return bad
