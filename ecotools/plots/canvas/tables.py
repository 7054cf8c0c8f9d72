"""Tables drawn as pictures: rows of cells with wrapped text, thin rules, and nothing else."""

from collections.abc import Sequence
from dataclasses import dataclass

from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from . import style
from .layout import PAD, inches, panel
from .text import text_size, wrap

GUTTER = 0.12
"""White space in inches left and right of the text of a cell."""


@dataclass(frozen=True)
class TableCell:
    """One cell of a drawn table: its text and how it looks.

    ``small`` is a second line in small grey letters; ``fill`` a background colour.
    """

    text: str = ""
    ink: str = style.INK
    weight: str = "normal"
    size: float = style.BODY
    align: str = "left"
    small: str = ""
    fill: str = ""


def draw_table(
    rows: Sequence[Sequence[TableCell]],
    widths: Sequence[float],
    *,
    title: str = "",
    subtitle: str = "",
    headers: int = 1,
) -> Axes:
    """Return a picture of rows of cells in columns of ``widths`` inches; the first ``headers`` are heads.

    >>> rows = [["KPI", "now"], ["Churn", "5%"]]
    >>> ax = draw_table([[TableCell(text) for text in row] for row in rows], [2.0, 1.0])
    >>> [text.get_text() for text in ax.texts]
    ['KPI', 'now', 'Churn', '5%']
    """
    wrapped = [
        [_wrapped(cell, width - 2 * GUTTER) for cell, width in zip(row, widths, strict=True)] for row in rows
    ]
    heights = [max(_height(cell) for cell in row) + 0.15 for row in wrapped]
    total = sum(widths)
    ax = panel(sum(heights), title=title, subtitle=subtitle, width=total + 2 * PAD)
    ax.set(xlim=(0, inches(ax)[0]), ylim=(sum(heights), 0))
    ax.set_axis_off()
    top = 0.0
    for number, (row, height) in enumerate(zip(wrapped, heights, strict=True)):
        left = 0.0
        for cell, width in zip(row, widths, strict=True):
            _draw(ax, cell, left, top, width, height)
            left += width
        top += height
        if number < len(rows) - 1:
            heavy = number == headers - 1
            ax.plot(
                [0, total], [top, top], color=style.MUTED if heavy else style.RULE, lw=1.0 if heavy else 0.8
            )
    return ax


def _wrapped(cell: TableCell, width: float) -> TableCell:
    text = wrap(cell.text, width, cell.size, cell.weight) if cell.text else ""
    small = wrap(cell.small, width, style.SMALL) if cell.small else ""
    return TableCell(text, cell.ink, cell.weight, cell.size, cell.align, small, cell.fill)


def _height(cell: TableCell) -> float:
    high = text_size(cell.text, cell.size, cell.weight)[1] if cell.text else 0.0
    return high + (text_size(cell.small, style.SMALL)[1] + 0.04 if cell.small else 0.0)


def _draw(ax: Axes, cell: TableCell, left: float, top: float, width: float, height: float) -> None:
    if cell.fill:
        ax.add_patch(Rectangle((left, top), width, height, facecolor=cell.fill, lw=0, zorder=0))
    x = {"left": left + GUTTER, "center": left + width / 2, "right": left + width - GUTTER}[cell.align]
    y = top + (height - _height(cell)) / 2
    if cell.text:
        ax.text(
            x,
            y,
            cell.text,
            ha=cell.align,
            va="top",
            fontsize=cell.size,
            color=cell.ink,
            fontweight=cell.weight,
        )
        y += text_size(cell.text, cell.size, cell.weight)[1] + 0.04
    if cell.small:
        ax.text(x, y, cell.small, ha=cell.align, va="top", fontsize=style.SMALL, color=style.MUTED)
