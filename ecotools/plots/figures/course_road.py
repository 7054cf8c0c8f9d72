"""The road through a course: a card for each module, with its question, in the order of the course."""

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import FancyArrowPatch, Rectangle

from ecotools.plots.canvas import inputs, style
from ecotools.plots.canvas.descriptions import describe
from ecotools.plots.canvas.formats import plural
from ecotools.plots.canvas.layout import PAD, drawn, panel
from ecotools.plots.canvas.text import text_size, wrap

_COLUMNS = ["module", "title", "question"]
_GAP, _INSIDE = 0.24, 0.1
_NARROWEST = 1.9


@drawn
def course_road(modules: pd.DataFrame, *, title: str, subtitle: str = "", width: float = style.WIDTH) -> Axes:
    """Draw a card for each module, in rows to be read like text.

    Parameters
    ----------
    modules : DataFrame
        One row per module in order: ``module`` (its number), ``title``, ``question``, as `learn.modules`
        gives it.
    title : str
        The message, as a sentence.
    subtitle : str
        What else there is to say.
    width : float
        Inches.

    Returns
    -------
    Axes
        The cards, with an arrow from each to the next in its row.

    Raises
    ------
    ValueError
        When the table has no rows or lacks a column.

    Examples
    --------
    >>> titles, questions = ["Start here", "Ecosystems"], ["How does it work?", "Is it one?"]
    >>> table = pd.DataFrame({"module": ["00", "01"], "title": titles, "question": questions})
    >>> course_road(table, title="Two modules").get_title(loc="left")
    'Two modules'
    """
    found = inputs.table(modules, _COLUMNS, "road", make="learn.modules", argument="modules")
    room = width - 2 * PAD
    per_row = max(1, int((room + _GAP) // (_NARROWEST + _GAP)))
    wide = (room + _GAP) / per_row - _GAP
    cards = [_Card(f"{row.module}  {row.title}", row.question, wide) for row in found.itertuples()]
    rows = [cards[start : start + per_row] for start in range(0, len(cards), per_row)]
    heights = [max(card.height for card in row) for row in rows]
    total = sum(heights) + _GAP * (len(rows) - 1)
    ax = panel(total, title=title, subtitle=subtitle, width=width)
    ax.set(xlim=(0, room), ylim=(total, 0))  # in inches, counted down
    ax.axis("off")
    for turn, row in enumerate(rows):
        top = sum(heights[:turn]) + turn * _GAP
        for place, card in enumerate(row):
            left = place * (wide + _GAP)
            card.draw(ax, left, top, heights[turn])
            if place:
                _arrow(ax, left - _GAP + 0.03, left - 0.03, top + heights[turn] / 2)
    said = "; ".join(f"{row.module} {row.title}: {row.question}" for row in found.itertuples())
    alt = f"{title}. A card for each of {plural(len(found), 'module')}, in order: {said}"
    return describe(ax, alt, found[_COLUMNS], caption=title)


class _Card:
    """A module's card: its texts, wrapped to ``width`` inches, and how high it has to be."""

    def __init__(self, name: str, question: str, width: float):
        self.width = width
        inner = width - 2 * _INSIDE
        self.name = wrap(name, inner, style.BODY, "bold")
        self.question = wrap(question, inner, style.SMALL)
        self.below = _INSIDE + text_size(self.name, style.BODY, "bold")[1] + 0.06
        self.height = self.below + text_size(self.question, style.SMALL)[1] + _INSIDE

    def draw(self, ax: Axes, left: float, top: float, height: float) -> None:
        """Draw it with its upper left corner there, as high as its row."""
        look = {"facecolor": style.BLUE_WASH, "edgecolor": style.BLUE, "linewidth": 0.8, "clip_on": False}
        ax.add_patch(Rectangle((left, top), self.width, height, **look))
        start = {"x": left + _INSIDE, "ha": "left", "va": "top"}
        ax.text(s=self.name, y=top + _INSIDE, fontsize=style.BODY, fontweight="bold", **start)
        ax.text(s=self.question, y=top + self.below, fontsize=style.SMALL, color=style.MUTED, **start)


def _arrow(ax: Axes, start: float, end: float, y: float) -> None:
    look = {"arrowstyle": "-|>", "mutation_scale": 9, "color": style.MUTED, "shrinkA": 0, "shrinkB": 0}
    ax.add_patch(FancyArrowPatch((start, y), (end, y), **look))
