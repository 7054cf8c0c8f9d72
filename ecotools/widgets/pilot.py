"""The pilot explorer: testers and true quality, and how often the pilot picks the worse of two products."""

from collections.abc import Iterator

import ipywidgets as W
import pandas as pd

from ecotools.metrics import validation
from ecotools.plots.canvas.formats import count, percent
from ecotools.widgets import markup
from ecotools.widgets.panel import Panel, name_width, number_slider, row

SIZES = (10, 20, 30, 50, 100, 200)
_MOST_TESTERS = 200
_LINES = {
    "testers": "Testers of each product",
    "first": "True NPS of product A",
    "second": "True NPS of product B",
}


class PilotExplorer(Panel):
    """Sliders for the testers and the true scores of two products, and how often a pilot errs.

    Attributes
    ----------
    state : dict of str to float
        testers, first and second, as the sliders stand.
    """

    name = "Pilot explorer"
    how = "Move a slider, or type a number; the arrow keys move it by one step."

    def __init__(self, first: float, second: float, testers: int, passives: float):
        validation.pilot_errors(max(first, second), min(first, second), testers, passives)
        self.passives = passives
        self.start = {"testers": testers, "first": first, "second": second}
        most = 100 * (1 - passives)
        limits = {
            "testers": (1, max(_MOST_TESTERS, testers)),
            "first": (-most, most),
            "second": (-most, most),
        }
        self.sliders, lines, wide = {}, [], name_width(_LINES.values())
        for name, value in self.start.items():
            low, high = limits[name]
            line, slider = number_slider(_LINES[name], value, high, 1, wide, low=low)
            self.sliders[name] = slider
            lines.append(line)
        for slider in self.sliders.values():
            slider.observe(self.refresh, "value")
        again = W.Button(description="Start again")
        again.on_click(lambda _: self.reset())
        super().__init__([*lines, row(again), "status", "chances"])

    @property
    def state(self) -> dict[str, float]:
        """Return testers, first and second, as the sliders stand."""
        held = {name: round(slider.value, 6) for name, slider in self.sliders.items()}
        return held | {"testers": round(held["testers"])}

    def reset(self) -> None:
        """Bring the sliders back to where they started."""
        for name, value in self.start.items():
            self.sliders[name].value = value

    def numbers(self) -> pd.DataFrame:
        """Return the chances (`validation.pilot_errors`) for the testers chosen and for usual numbers."""
        state = self.state
        better, worse = max(state["first"], state["second"]), min(state["first"], state["second"])
        sizes = sorted({state["testers"], *SIZES})
        return validation.pilot_errors(better, worse, sizes, self.passives)

    def content(self, live: bool = True) -> Iterator[tuple[str, str]]:
        """Yield how often the pilot errs, in words, and a table by number of testers."""
        table, state = self.numbers(), self.state
        chosen = table[table["testers"] == state["testers"]].iloc[0]
        yield "status", markup.status(self._verdict(chosen), f"A true NPS of {self._scores()}.")
        yield (
            "chances",
            markup.table(
                "How a pilot of two products ends, by the testers of each",
                ["testers", "better one ahead", "tied", "worse one ahead", "picks the worse"],
                [_cells(one, one["testers"] == state["testers"]) for _, one in table.iterrows()],
            ),
        )

    def _verdict(self, chosen: pd.Series) -> str:
        testers = count(chosen["testers"])
        if self.state["first"] == self.state["second"]:
            return f"Both products are equally good: with {testers} testers each, the pilot tosses a coin."
        wrong = percent(chosen["picks_worse"])
        return f"With {testers} testers each, the pilot picks the worse product in {wrong} of all pilots."

    def _scores(self) -> str:
        return f"{self.state['first']:g} against {self.state['second']:g}; a tie is left to a coin"


def _cells(one: pd.Series, chosen: bool) -> list[str]:
    shares = [percent(one[name]) for name in ("right", "tied", "wrong", "picks_worse")]
    cells = [count(one["testers"]), *shares]
    return [f"<strong>{cell}</strong>" for cell in cells] if chosen else cells


def pilot_explorer(
    first: float = 40, second: float = 20, testers: int = 15, passives: float = 0.3
) -> PilotExplorer:
    """Return sliders for the testers and the true quality of two products, and how often a pilot errs.

    Each product has testers of its own, and the higher net promoter score of the pilot wins; see
    `ecotools.metrics.validation.pilot_errors`.

    Parameters
    ----------
    first, second : float
        True net promoter scores of the two products at the start, -100 to 100.
    testers : int
        Testers of each product at the start.
    passives : float
        Share of each product's people who answer 7 or 8, a fraction.

    Returns
    -------
    PilotExplorer
        A widget; ``.state`` and ``.numbers()`` give its present state.

    Raises
    ------
    ValueError
        For a score that so many passives leave no room for, or fewer than one tester.

    Examples
    --------
    >>> explorer = pilot_explorer(first=40, second=20, testers=15)
    >>> explorer.sliders["testers"].value = 60
    >>> table = explorer.numbers().set_index("testers")
    >>> round(float(table.loc[60, "picks_worse"]), 3)
    0.079
    """
    return PilotExplorer(first, second, testers, passives)
