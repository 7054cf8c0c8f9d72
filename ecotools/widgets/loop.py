"""The loop explorer: how much a loop gives back and how long that takes, and what three years make of it."""

from collections.abc import Iterator

import ipywidgets as W
import numpy as np
import pandas as pd

from ecotools import plots
from ecotools.errors import not_negative, positive
from ecotools.metrics import growth
from ecotools.plots.canvas.formats import count
from ecotools.widgets import markup
from ecotools.widgets.panel import Panel, name_width, number_slider, row

MONTHS = 36
_NAMES = {"gain": "others whom each one brings", "delay": "months until they come"}
_MOST = {"gain": 1.5, "delay": 24.0}
_LOW = {"gain": 0.0, "delay": 0.5}
_STEP = {"gain": 0.05, "delay": 0.5}
_TOLD = (12, 24, 36)
_HEADS = ["month", "without the loop", "with it", "times", "all so far, times"]


class LoopExplorer(Panel):
    """Sliders for the gain and the delay of a loop, and the months that follow them.

    Attributes
    ----------
    state : dict of str to float
        ``gain`` (others whom each one brings) and ``delay`` (months), as the sliders stand.
    """

    name = "Loop explorer"
    how = "Move a slider, or type a number: 0.3 is three others for ten. The arrow keys move it by one step."

    def __init__(self, gain: float, delay: float, base: float, noun: str):
        self.base, self.noun = positive(base, "base"), noun
        self.start = {"gain": not_negative(gain, "gain"), "delay": positive(delay, "delay")}
        self.sliders, lines, wide = {}, [], name_width(_NAMES.values())
        for key, value in self.start.items():
            low, high = min(_LOW[key], value), max(_MOST[key], value)
            line, self.sliders[key] = number_slider(_NAMES[key], value, high, _STEP[key], wide, low=low)
            lines.append(line)
        for slider in self.sliders.values():
            slider.observe(self.refresh, "value")
        again = W.Button(description="Start again")
        again.on_click(lambda _: self.reset())
        super().__init__([*lines, row(again), "status", "curve", "years"])

    @property
    def state(self) -> dict[str, float]:
        """Return gain and delay, as the sliders stand."""
        return {key: round(slider.value, 6) for key, slider in self.sliders.items()}

    def set(self, **state: float) -> None:
        """Move sliders from code, by their names in `state`.

        Raises
        ------
        ValueError, TypeError
            For a number outside of a slider, or a name that is none of the sliders.
        """
        for key, value in state.items():
            if key not in self.sliders:
                raise TypeError(f"there is no slider {key!r}; there are {', '.join(self.sliders)}")
            slider = self.sliders[key]
            if not slider.min <= not_negative(value, key) <= slider.max:
                raise ValueError(f"{key} must lie between {slider.min:g} and {slider.max:g}, not {value}")
            slider.value = value

    def reset(self) -> None:
        """Bring both sliders back to where they started."""
        self.set(**self.start)

    def numbers(self) -> pd.DataFrame:
        """Return three years of the loop (`growth.loop_path`), with the flow and the total as multiples."""
        path = growth.loop_path(**self.state, months=MONTHS, base=self.base)
        return path.assign(
            times=path["flow"] / path["alone"], total_times=path["total"] / path["total_alone"]
        )

    def content(self, live: bool = True) -> Iterator[tuple[str, str]]:
        """Yield what the loop comes to in words, its curve, and a table of three years."""
        table = self.numbers()
        yield "status", markup.status(self._verdict(table), self._end(table))
        picture = self._picture(table)
        if not live:
            # The table below has the numbers, open and not behind a heading.
            picture = plots.describe(picture, plots.alt_text(picture), pd.DataFrame())
        yield "curve", plots.to_svg_html(picture) if live else plots.to_html(picture)
        yield "years", self._years(table)

    def _verdict(self, table: pd.DataFrame) -> str:
        last = table.iloc[-1]
        return (
            f"In month {MONTHS}, {_many(last['flow'])} {self.noun} come instead of {_many(self.base)}: "
            f"{last['times']:.2f} times as many."
        )

    def _end(self, table: pd.DataFrame) -> str:
        limit, gain = table.attrs["limit"], self.state["gain"]
        if np.isinf(limit):
            more = "as many as the first" if gain == 1 else "more than the last"
            turn = f"each turn adds {more}, as long as there is anyone left to come"
            return f"With a gain of {gain:g} there is no limit: {turn}."
        return f"With a gain of {gain:g} it never exceeds {_many(limit)} a month, however long one waits."

    def _picture(self, table: pd.DataFrame):
        shown = table.rename(columns={"alone": "without the loop", "flow": "with the loop"})
        return plots.lines(
            shown,
            "month",
            ["with the loop", "without the loop"],
            xlabel="month",
            ylabel=f"{self.noun.capitalize()} a month",
            title=f"After three years {table['times'].iloc[-1]:.2f} times as many {self.noun} come",
        )

    def _years(self, table: pd.DataFrame) -> str:
        chosen = table.set_index("month").loc[list(_TOLD)]
        rows = [
            [
                *(f"{month}", _many(one["alone"]), _many(one["flow"])),
                *(f"{one['times']:.2f}", f"{one['total_times']:.2f}"),
            ]
            for month, one in chosen.iterrows()
        ]
        return markup.table("Three years with the loop and without", _HEADS, rows)


def _many(number: float) -> str:
    return count(round(number))


def loop_explorer(
    gain: float = 0.3, delay: float = 3.0, *, base: float = 100.0, noun: str = "customers"
) -> LoopExplorer:
    """Return sliders for the gain and the delay of a loop, and what they come to in three years.

    Parameters
    ----------
    gain : float
        How many others each one brings, at the start; 0 or more.
    delay : float
        Months until these come, at the start; above 0.
    base : float
        How many come a month from outside, above 0.
    noun : str
        Who comes, in the plural.

    Returns
    -------
    LoopExplorer
        A widget; ``.state`` and ``.numbers()`` give its present state, ``.set(gain=0.5)`` moves a slider.

    Raises
    ------
    ValueError, TypeError
        For a number that is out of range.

    Examples
    --------
    >>> loop = loop_explorer(gain=0.3, delay=3)
    >>> loop.set(gain=0.9)
    >>> round(float(loop.numbers()["times"].iloc[-1]), 2)
    7.18
    """
    return LoopExplorer(gain, delay, base, noun)
