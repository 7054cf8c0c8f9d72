"""Selection and effect: who joins and what joining does, and what the naive number makes of both."""

from collections.abc import Iterator

import ipywidgets as W
import pandas as pd

from ecotools.errors import fraction
from ecotools.learn.numbers import written
from ecotools.metrics import effects
from ecotools.plots.canvas.formats import percent
from ecotools.widgets import markup
from ecotools.widgets.panel import Panel, name_width, number_slider, row

_LINES = {
    "loyal": "share of the loyal who join",
    "restless": "share of the restless who join",
    "effect": "departures that joining prevents",
}


class JoiningExplorer(Panel):
    """Sliders for who joins and what joining does, and the naive number with its two parts.

    Attributes
    ----------
    state : dict of str to float
        ``loyal`` and ``restless`` (the share of each kind that joins) and ``effect``, fractions.
    """

    name = "Selection and effect"
    how = "Move a slider, or type a fraction: 0.8 is eighty in a hundred. The arrow keys move it by one step."

    def __init__(self, loyal: float, restless: float, effect: float, stays: tuple[float, float]):
        self.start = {"loyal": loyal, "restless": restless, "effect": effect}
        self.stays = tuple(fraction(each, "stays") for each in stays)
        if len(self.stays) != 2:
            raise ValueError(f"stays must be two fractions, of the loyal and of the restless, not {stays!r}")
        self.sliders, lines, wide = {}, [], name_width(_LINES.values())
        for key, value in self.start.items():
            line, self.sliders[key] = number_slider(_LINES[key], fraction(value, key), 1, 0.05, wide)
            lines.append(line)
        for slider in self.sliders.values():
            slider.observe(self.refresh, "value")
        again = W.Button(description="Start again")
        again.on_click(lambda _: self.set(**self.start))
        super().__init__([*lines, row(again), "status", "parts", "sides"])

    @property
    def state(self) -> dict[str, float]:
        """Return the three fractions as the sliders stand."""
        return {key: round(slider.value, 6) for key, slider in self.sliders.items()}

    def set(self, **state: float) -> None:
        """Move sliders from code, by their names in `state`.

        Raises
        ------
        ValueError, TypeError
            For a value that is no fraction, or a name that is none of the sliders.
        """
        for key, value in state.items():
            if key not in self.sliders:
                raise TypeError(f"there is no slider {key!r}; there are {', '.join(self.sliders)}")
            self.sliders[key].value = fraction(value, key)

    def numbers(self) -> pd.DataFrame:
        """Return `metrics.effects.decomposed` for the sliders as they stand."""
        now = self.state
        return effects.decomposed([now["loyal"], now["restless"]], self.stays, now["effect"])

    def content(self, live: bool = True) -> Iterator[tuple[str, str]]:
        """Yield the naive number in words, its parts as cards, and the two sides as a table."""
        table = self.numbers()
        yield "status", markup.status(self._verdict(table), self._assumed())
        yield "parts", markup.cards(_cards(table), "What the naive number is made of", "13em")
        heads = ["side", "of all people", "would stay outside", "stay"]
        yield (
            "sides",
            markup.table("Members and the others", heads, [_cells(one) for one in table.itertuples()]),
        )

    def _verdict(self, table: pd.DataFrame) -> str:
        if table.attrs["reason"]:
            return f"Here {table.attrs['reason']}, so there are no two sides to compare."
        members, others = (percent(stayed) for stayed in table["stayed"])
        return f"Of the members {members} stay, of the others {others}."

    def _assumed(self) -> str:
        loyal, restless = (percent(each) for each in self.stays)
        return f"Half of all are loyal, and {loyal} of them would stay anyway; of the restless {restless}."


def _cards(table: pd.DataFrame) -> list[str]:
    said = {"Naive number": "naive", "Effect of joining": "effect", "Selection": "selection"}
    return [
        markup.card(
            markup.line(name),
            markup.line(f"{written(100 * table.attrs[key], '+number')} points", 21, bold=True),
        )
        for name, key in said.items()
    ]


def _cells(side) -> list[str]:
    return [side.Index, *(percent(each) for each in (side.people, side.without, side.stayed))]


def joining_explorer(
    loyal: float = 0.5,
    restless: float = 0.5,
    effect: float = 0.3,
    stays: tuple[float, float] = (0.9, 0.2),
) -> JoiningExplorer:
    """Return sliders for who joins and what joining does, and what the naive number says then.

    Half of the people are loyal and half are restless. See `ecotools.metrics.effects.decomposed`.

    Parameters
    ----------
    loyal, restless : float
        Share of each kind that joins, fractions. Where they are equal there is no selection.
    effect : float
        Share of the members' departures that joining prevents, a fraction.
    stays : (float, float)
        Share of the loyal and of the restless who stay outside the community, fractions.

    Returns
    -------
    JoiningExplorer
        A widget; ``.state`` and ``.numbers()`` give its present state, ``.set(loyal=0.8)`` moves a slider.

    Raises
    ------
    ValueError
        For a value that is no fraction.

    Examples
    --------
    >>> explorer = joining_explorer()
    >>> explorer.set(loyal=0.8, restless=0.2, effect=0)
    >>> explorer.numbers()["stayed"].round(2).to_dict()
    {'members': 0.76, 'others': 0.34}
    """
    return JoiningExplorer(loyal, restless, effect, stays)
