"""What a section of the report is made of: sentences, facts, cards, pictures, tables, and columns of them."""

import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import ClassVar

import pandas as pd
from markupsafe import Markup
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from ecotools import plots

NONE = "–"
ON_PAPER = 12
"""Rows of a table that paper shows; a screen and its CSV have them all."""
WIDE, HALF = 7.2, 4.7
"""Inches of a picture that takes the page, and of one that stands beside another."""
SHEET = (7.0, 3.74)
"""Inches, across and down, that paper has for a picture."""
READABLE = 0.62
"""Share of its size below which a picture cannot be read on paper."""


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
    """A list of sentences; `numbered` where their order counts."""

    texts: list[str]
    numbered: bool = False
    kind: ClassVar[str] = "items"


@dataclass(frozen=True)
class Facts:
    """Names with what is said about each."""

    pairs: list[tuple[str, str]]
    kind: ClassVar[str] = "facts"


@dataclass(frozen=True)
class NumberCard:
    """One number with its name, and notes on what it is and what it is held against."""

    name: str
    value: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Cards:
    """Numbers to see at a glance."""

    name: str
    cards: list[NumberCard]
    kind: ClassVar[str] = "cards"


@dataclass(frozen=True)
class ReportTable:
    """A table as it is shown, and as data.

    Attributes
    ----------
    caption, heads, rows : str, tuple, list of tuple
        What is read.
    numbers : tuple of int
        Columns of numbers, which stand at the right.
    file : str
        What its CSV is called, without ending; "" for a table that needs none.
    data : DataFrame or None
        What is in its CSV; the texts of the rows, where there is nothing more exact.
    paper : int
        Rows that paper shows; with 0 the table is for the screen alone.
    """

    caption: str
    heads: tuple[str, ...]
    rows: list[tuple[str, ...]]
    numbers: tuple[int, ...] = ()
    file: str = ""
    data: pd.DataFrame | None = None
    paper: int = ON_PAPER
    kind: ClassVar[str] = "table"

    def __bool__(self) -> bool:
        return bool(self.rows)


@dataclass(frozen=True)
class Picture:
    """A picture as SVG, what it shows in words, its numbers, and whether paper shows it too."""

    svg: Markup
    caption: str
    alt: str
    file: str
    data: pd.DataFrame
    paper: bool = True
    kind: ClassVar[str] = "picture"


@dataclass(frozen=True)
class Columns:
    """Blocks side by side where there is room, one column after the other where there is not."""

    columns: list[list]
    kind: ClassVar[str] = "columns"


@dataclass(frozen=True)
class ReportSection:
    """A part of the report with its anchor, its title and its blocks."""

    id: str
    title: str
    blocks: list = field(default_factory=list)


def without_empty(table: ReportTable) -> ReportTable:
    """Return the table without the columns that say nothing in any row; the first one stays.

    >>> without_empty(ReportTable("", ("a", "b", "c"), [("x", "–", "1")], (2,))).heads
    ('a', 'c')
    """
    kept = [
        i for i in range(len(table.heads)) if i == 0 or any(row[i] not in ("", NONE) for row in table.rows)
    ]
    rows = [tuple(row[i] for i in kept) for row in table.rows]
    heads = tuple(table.heads[i] for i in kept)
    return replace(
        table, heads=heads, rows=rows, numbers=tuple(kept.index(i) for i in table.numbers if i in kept)
    )


def picture(draw: Callable[[], Axes | Figure], caption: str, file: str) -> Picture:
    """Return a picture as it stands in the report.

    Parameters
    ----------
    draw : function
        Draws it.
    caption : str
        What it is, for the line under it.
    file : str
        What the CSV of its numbers is called, without ending.

    Examples
    --------
    >>> shop = pd.DataFrame({"name": ["Guide", "Course"], "price": [0, 199]})
    >>> picture(lambda: plots.pricing_ladder(shop), "Prices", "prices").paper
    True
    """
    with warnings.catch_warnings():
        # The browser draws the text, with other fonts for letters that matplotlib's lacks.
        warnings.filterwarnings("ignore", message="Glyph .* missing from")
        drawn = draw()
        svg = plots.to_svg_html(drawn)
    wide, high = drawn.get_figure(root=True).get_size_inches()
    scale = min(SHEET[0] / wide, SHEET[1] / high)
    alt, numbers = plots.alt_text(drawn), plots.numbers(drawn)
    return Picture(Markup(svg), caption, alt, file, numbers, bool(scale >= READABLE))


def every(blocks: list) -> Iterator:
    """Yield the blocks one by one, those within columns too.

    >>> [block.text for block in every([Words("a"), Columns([[Words("b")], [Words("c")]])])]
    ['a', 'b', 'c']
    """
    for block in blocks:
        if isinstance(block, Columns):
            for column in block.columns:
                yield from every(column)
        else:
            yield block
