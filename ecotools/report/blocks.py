"""What a section of the report is made of: sentences, facts, cards, pictures, tables, findings, code."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import ClassVar

from markupsafe import Markup
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from ecotools import plots

SHEETS = {"": (6.85, 8.3), "broad": (7.5, 8.9), "sideways": (10.6, 5.4)}
"""Kinds of sheet in print -> inches for a picture on it: upright, with small margins, on its side."""


@dataclass(frozen=True)
class Words:
    """A paragraph; `quiet` for a remark."""

    text: str
    quiet: bool = False
    kind: ClassVar[str] = "words"


@dataclass(frozen=True)
class Head:
    """A heading within a section."""

    text: str
    kind: ClassVar[str] = "head"


@dataclass(frozen=True)
class Items:
    """A list of sentences."""

    texts: list[str]
    kind: ClassVar[str] = "items"


@dataclass(frozen=True)
class Facts:
    """Names with what is said about each."""

    pairs: list[tuple[str, str]]
    kind: ClassVar[str] = "facts"


@dataclass(frozen=True)
class Card:
    """One number with its name, what it is held against, and how it is judged (good, bad or nothing)."""

    name: str
    value: str
    notes: tuple[str, ...] = ()
    mark: str = ""
    look: str = ""


@dataclass(frozen=True)
class Cards:
    """Numbers to see at a glance."""

    name: str
    cards: list[Card]
    kind: ClassVar[str] = "cards"


@dataclass(frozen=True)
class Code:
    """Lines to add to a file."""

    name: str
    text: str
    kind: ClassVar[str] = "code"


@dataclass(frozen=True)
class Picture:
    """A picture as SVG, where its numbers stand, and the kind of sheet it needs in print (see `SHEETS`)."""

    svg: Markup
    caption: str
    numbers: str
    sheet: str
    kind: ClassVar[str] = "picture"


@dataclass(frozen=True)
class Section:
    """A part of the report with its anchor, its title and its blocks."""

    id: str
    title: str
    blocks: list = field(default_factory=list)

    @property
    def sheet(self) -> str:
        """The kind of sheet it opens with: that of its first picture, if only words stand before it."""
        first = next((block for block in self.blocks if not isinstance(block, Words)), None)
        return first.sheet if isinstance(first, Picture) else ""


@dataclass(frozen=True)
class Absent:
    """A part that the report cannot have yet: what it would show, what is missing, lines to start from."""

    title: str
    shows: str
    missing: str
    example: str = ""


def picture(draw: Callable[[], Axes | Figure], caption: str, numbers: str = "the table below") -> Picture:
    """Return a picture as it stands in the report.

    Parameters
    ----------
    draw : function
        Draws it.
    caption : str
        What it is, for the line under it.
    numbers : str
        Where its numbers can be read.

    Examples
    --------
    >>> import pandas as pd
    >>> shop = pd.DataFrame({"name": ["Guide", "Course"], "price": [0, 199]})
    >>> picture(lambda: plots.pricing_ladder(shop), "Prices").sheet
    ''
    """
    with warnings.catch_warnings():
        # The browser draws the text, with other fonts for letters that matplotlib's lacks.
        warnings.filterwarnings("ignore", message="Glyph .* missing from")
        drawn = draw()
        svg = plots.to_svg_html(drawn)
    return Picture(Markup(svg), caption, numbers, _sheet(drawn.get_figure(root=True).get_size_inches()))


def _sheet(size) -> str:
    """Return the kind of sheet on which a picture is largest; the usual one when it is as good as any."""
    scales = {kind: min(1.0, wide / size[0], high / size[1]) for kind, (wide, high) in SHEETS.items()}
    return "" if scales[""] > 0.94 else max(scales, key=lambda kind: round(scales[kind], 2))
