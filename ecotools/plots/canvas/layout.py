"""Put a picture on the page: measure text, wrap it, and give every part the room it needs, in inches.

A picture knows its sizes before it draws: the title is wrapped to the width, the margins are as wide as the
labels that stand in them, and the height follows from the content. So nothing is cut, and no layout engine
has to run.
"""

import math
import re
from collections.abc import Sequence
from functools import wraps

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from . import fonts, style
from .text import text_size, wrap

_TOGETHER = re.compile(r"\b([A-Z][a-z]{2}|[A-Z]{3}) (?=\d)")  # "Mar 2025", "CHF 5"

PAD = 0.14
"""White space in inches between the content of a picture and its edge."""


def drawn(picture):
    """Decorate a function that draws, so that it does so in the course's theme.

    >>> themed(drawn(Figure)())
    True
    """

    @wraps(picture)
    def draw(*args, **kwargs):
        with style.theme():
            result = picture(*args, **kwargs)
        families = fonts.of_figure(result.get_figure(root=True))
        if families and families != style.fonts():  # once more, with the room that these letters take
            with style.with_fonts(families), style.theme():
                result = picture(*args, **kwargs)
        result.get_figure(root=True)._ecotools_themed = True
        return result

    return draw


def themed(figure: Figure) -> bool:
    """Say whether one of our functions drew this figure, in the course's theme.

    >>> themed(Figure())
    False
    """
    return getattr(figure, "_ecotools_themed", False)


def heading(title: str, subtitle: str, width: float) -> tuple[str, str, float]:
    """Return title and subtitle wrapped to ``width`` inches, and the height in inches they take.

    >>> heading("", "", 7.2)
    ('', '', 0.14)
    """
    title = _balanced(_TOGETHER.sub("\\1\u00a0", title), width - 2 * PAD) if title else ""
    subtitle = wrap(subtitle, width - 2 * PAD, style.SMALL) if subtitle else ""
    height = PAD
    if title:
        height += text_size(title, style.TITLE, "bold")[1] + 0.06
    if subtitle:
        height += text_size(subtitle, style.SMALL)[1] + 0.05
    return title, subtitle, height


def _balanced(title: str, width: float) -> str:
    """Return the title in as few lines as fit, of about the same length, so that no word stands alone."""
    lines = wrap(title, width, style.TITLE, "bold").split("\n")
    if len(lines) == 1 or len(title.split("\n")) > 1:
        return "\n".join(lines)
    narrow = width
    while narrow > width * 0.5:
        tried = wrap(title, narrow - 0.2, style.TITLE, "bold").split("\n")
        if len(tried) > len(lines) or any(line.endswith("-") for line in tried[:-1]):
            break
        lines, narrow = tried, narrow - 0.2
    return "\n".join(lines)


def panel(
    height: float,
    *,
    title: str = "",
    subtitle: str = "",
    width: float = style.WIDTH,
    left: float = PAD,
    right: float = PAD,
    top: float = 0.1,
    bottom: float = PAD,
) -> Axes:
    """Return the Axes of a picture with one panel whose drawing area is ``height`` inches high.

    Parameters
    ----------
    height : float
        Inches from the bottom to the top of the drawing area.
    title, subtitle : str
        The message, and what is shown in which unit; both are wrapped.
    width : float
        Inches from edge to edge.
    left, right, top, bottom : float
        Inches beside the drawing area, for its labels; the heading comes on top of ``top``.

    Examples
    --------
    >>> ax = panel(2.0, title="Most visitors leave before they sign up", left=1.0)
    >>> ax.get_title(loc="left")
    'Most visitors leave before they sign up'
    """
    title, subtitle, head = heading(title, subtitle, width)
    total = head + top + height + bottom
    inner = width - left - right
    figure = Figure(figsize=(width, total), dpi=100)
    ax = figure.add_axes((left / width, bottom / total, inner / width, height / total))
    ax.patch.set_visible(False)
    if title:
        ax.set_title(
            title,
            loc="left",
            x=(PAD - left) / inner,
            y=(height + top + head - PAD) / height,
            va="top",
            fontsize=style.TITLE,
            fontweight="bold",
            color=style.INK,
        )
    _subtitle(figure, subtitle, head, total)
    return ax


def sheet(width: float, height: float, *, title: str = "", subtitle: str = "") -> tuple[Figure, float]:
    """Return an empty picture for several panels, ``height`` inches below its heading, and its total height.

    >>> figure, total = sheet(7.2, 3.0, title="Five of eight KPIs are on target")
    >>> figure.get_suptitle(), bool(total > 3.0)
    ('Five of eight KPIs are on target', True)
    """
    title, subtitle, head = heading(title, subtitle, width)
    total = head + height
    figure = Figure(figsize=(width, total), dpi=100)
    if title:
        figure.suptitle(
            title,
            x=PAD / width,
            y=1 - PAD / total,
            ha="left",
            va="top",
            fontsize=style.TITLE,
            fontweight="bold",
            color=style.INK,
        )
    _subtitle(figure, subtitle, head, total)
    return figure, total


def _subtitle(figure: Figure, subtitle: str, head: float, total: float) -> None:
    if subtitle:
        figure.text(
            PAD / figure.get_figwidth(),
            1 - (head - text_size(subtitle, style.SMALL)[1]) / total,
            subtitle,
            ha="left",
            va="top",
            fontsize=style.SMALL,
            color=style.MUTED,
        )


def place(figure: Figure, left: float, top: float, width: float, height: float) -> Axes:
    """Add Axes to a `sheet`, with all sizes in inches and ``top`` counted down from the upper edge.

    >>> figure, total = sheet(4.0, 2.0)
    >>> inches(place(figure, 0.5, 0.5, 3.0, 1.0))
    (3.0, 1.0)
    """
    wide, high = map(float, figure.get_size_inches())
    ax = figure.add_axes((left / wide, 1 - (top + height) / high, width / wide, height / high))
    ax.patch.set_visible(False)
    return ax


def ticks(low: float, high: float, most: int = 6, *, whole: bool = False) -> list[float]:
    """Return round numbers from at or below ``low`` to at or above ``high``, at most ``most`` of them.

    ``whole`` keeps them whole, for months and other things that are counted.

    >>> ticks(0, 4200)
    [0, 1000, 2000, 3000, 4000, 5000]
    >>> ticks(0, 9, 5), ticks(0, 9, 5, whole=True)
    ([0.0, 2.5, 5.0, 7.5, 10.0], [0, 3, 6, 9])
    """
    span = high - low
    if not math.isfinite(span) or span <= 0:
        low, high = (low - 1, low + 1) if low else (0.0, 1.0)
        span = high - low
    power = 10 ** math.floor(math.log10(span / max(most - 1, 1)))
    for step in (1, 2, 2.5, 3, 5, 6, 10, 20, 25, 50, 100, 1000):
        if whole and step * power != round(step * power):
            continue
        if step in (3, 6) and not (whole and power == 1):
            continue
        first, last = math.floor(low / (step * power) + 1e-9), math.ceil(high / (step * power) - 1e-9)
        if last - first + 1 <= most:
            return [round(i * step * power, 10) for i in range(first, last + 1)]
    return [low, high]


def all_whole(values) -> bool:
    """Tell whether every number that there is among ``values`` is whole, so that ticks should be too.

    >>> all_whole([29, float("nan"), 59.0]), all_whole([9.5])
    (True, False)
    """
    known = np.asarray(values, dtype=float)
    known = known[np.isfinite(known)]
    return bool((known == np.round(known)).all())


def inches(ax: Axes) -> tuple[float, float]:
    """Return width and height of the drawing area in inches.

    >>> inches(panel(2.0, width=4.0, left=0.5, right=0.5))
    (3.0, 2.0)
    """
    box, (wide, high) = ax.get_position(), ax.figure.get_size_inches()
    return round(float(box.width * wide), 6), round(float(box.height * high), 6)


def bar_length(shares: Sequence[float], labels: Sequence[float], room: float) -> float:
    """Return the inches that the longest of horizontal bars may take so that the label after every bar fits.

    Parameters
    ----------
    shares : sequence of float
        Length of each bar as a share of the longest (0..1).
    labels : sequence of float
        Width in inches of the text after each bar, with its white space.
    room : float
        Inches for bars and labels together.

    Examples
    --------
    >>> bar_length([1.0, 0.1], [0.5, 2.0], 5.0)
    4.5
    """
    return min(
        [room, *((room - label) / share for share, label in zip(shares, labels, strict=True) if share > 0)]
    )
