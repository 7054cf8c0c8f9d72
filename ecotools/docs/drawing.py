"""Drawings of boxes and arrows as SVG, whose text can be searched and read aloud.

A plot depends on the fonts of the machine that draws it; these files are the same everywhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from ecotools.plots.canvas import style

BOX, GAP, EDGE = (208, 66), (38, 44), 16  # across and down, in pixels


@dataclass(frozen=True)
class Station:
    """A box at a column and a row, which need not be whole: its name, a line on it, whether it stands out."""

    column: float
    row: float
    name: str
    about: str = ""
    main: bool = False

    @property
    def corner(self) -> tuple[float, float]:
        """Its upper left corner."""
        return EDGE + self.column * (BOX[0] + GAP[0]), EDGE + self.row * (BOX[1] + GAP[1])

    @property
    def middle(self) -> tuple[float, float]:
        """Its centre."""
        return self.corner[0] + BOX[0] / 2, self.corner[1] + BOX[1] / 2


@dataclass(frozen=True)
class Arrow:
    """An arrow from one box to another, by their names."""

    start: str
    end: str


def drawing(title: str, described: str, boxes: Sequence[Station], arrows: Iterable[Arrow]) -> str:
    """Return an SVG with its title and description for those who do not see it, on paper of its own colour.

    Raises
    ------
    KeyError
        When an arrow leads from or to a box that there is not.
    """
    named = {box.name: box for box in boxes}
    wide = max(box.corner[0] for box in boxes) + BOX[0] + EDGE
    high = max(box.corner[1] for box in boxes) + BOX[1] + EDGE
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide:g} {high:g}" width="{wide:g}"'
            f' role="img" aria-labelledby="title about" font-family="system-ui, sans-serif">',
            f'<title id="title">{escape(title)}</title>\n<desc id="about">{escape(described)}</desc>',
            '<defs><marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8"'
            f' orient="auto"><path d="M0 0 L8 4 L0 8 z" fill="{style.QUIET}"/></marker></defs>',
            f'<rect width="{wide:g}" height="{high:g}" rx="10" fill="{style.PAPER}"/>',
            *(_arrow(named[arrow.start], named[arrow.end]) for arrow in arrows),
            *map(_box, boxes),
            "</svg>\n",
        ]
    )


def _box(box: Station) -> str:
    (left, top), (x, y) = box.corner, box.middle
    fill, ink = (style.BLUE, style.PAPER) if box.main else (style.WASH, style.INK)
    name = _text(x, y - 4 if box.about else y + 6, box.name, 17, ink, "600")
    about = _text(x, y + 18, box.about, 14, style.PAPER if box.main else style.MUTED) if box.about else ""
    edge = style.BLUE if box.main else style.RULE
    return (
        f'<rect x="{left:g}" y="{top:g}" width="{BOX[0]}" height="{BOX[1]}" rx="8" fill="{fill}"'
        f' stroke="{edge}"/>{name}{about}'
    )


def _arrow(start: Station, end: Station) -> str:
    (x0, y0), (x1, y1) = _edge(start, end), _edge(end, start)
    return (
        f'<path d="M{x0:g} {y0:g} L{x1:g} {y1:g}" stroke="{style.QUIET}" stroke-width="1.6"'
        ' marker-end="url(#head)"/>'
    )


def _edge(box: Station, towards: Station) -> tuple[float, float]:
    """Return where the line from the middle of a box to that of another leaves the box."""
    (x, y), (there_x, there_y) = box.middle, towards.middle
    across, down = there_x - x, there_y - y
    share = min(
        (size / 2 + 3) / abs(way) for size, way in zip(BOX, (across, down), strict=True) if abs(way) > 1e-9
    )
    return round(x + share * across, 1), round(y + share * down, 1)


def _text(x: float, y: float, words: str, size: int, ink: str, weight: str = "400") -> str:
    return (
        f'<text x="{x:g}" y="{y:g}" font-size="{size}" font-weight="{weight}" fill="{ink}"'
        f' text-anchor="middle">{escape(words)}</text>'
    )
