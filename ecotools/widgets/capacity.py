"""The capacity board: clients, hours and group size, and what they do to utilisation, margin and wait."""

from collections.abc import Iterator

import ipywidgets as W
import numpy as np
import pandas as pd

from ecotools.metrics import capacity
from ecotools.plots.canvas.formats import count, money, percent, plural
from ecotools.widgets import markup
from ecotools.widgets.panel import Panel, name_width, number_slider, row

_MOST = {"clients": 60, "hours": 80, "group_size": 20}
_LINES = {
    "clients": "Clients at the same time",
    "hours": "Hours there are in a month",
    "group_size": "People in a group",
}
_HEADS = [
    "clients",
    "hours needed",
    "utilisation",
    "revenue a month",
    "margin a month",
    "margin per hour",
    "wait in weeks",
    "give up",
]


class CapacityBoard(Panel):
    """Sliders for clients, hours and the size of a group, and a month of coaching that follows them.

    Attributes
    ----------
    state : dict of str to int or float
        clients, hours and group_size, as the sliders stand.
    """

    name = "Capacity board"
    how = "Move a slider, or type a number; the arrow keys move it by one step."

    def __init__(self, start: dict[str, float], terms: dict[str, float], currency: str):
        self.start, self.terms, self.currency = start, terms, currency
        capacity.coaching_month(**start, **terms)
        self.sliders, lines, wide = {}, [], name_width(_LINES.values())
        for name, value in start.items():
            low = 0 if name == "hours" else 1
            line, slider = number_slider(_LINES[name], value, max(_MOST[name], value), 1, wide, low=low)
            self.sliders[name] = slider
            slider.observe(self.refresh, "value")
            lines.append(line)
        again = W.Button(description="Start again")
        again.on_click(lambda _: self.reset())
        super().__init__([*lines, row(again), "status", "months"])

    @property
    def state(self) -> dict[str, float]:
        """Return clients, hours and group_size, as the sliders stand."""
        held = {name: round(slider.value, 6) for name, slider in self.sliders.items()}
        return held | {name: round(held[name]) for name in ("clients", "group_size")}

    def reset(self) -> None:
        """Bring the sliders back to where they started."""
        for name, value in self.start.items():
            self.sliders[name].value = value

    def numbers(self) -> pd.DataFrame:
        """Return a month (`capacity.coaching_month`) for the clients chosen, and for fewer and more."""
        state = self.state
        size, chosen = state["group_size"], state["clients"]
        around = {chosen + step * size for step in (-2, -1, 0, 1, 2)}
        return capacity.coaching_month(
            sorted(clients for clients in around if clients >= 1),
            hours=state["hours"],
            group_size=size,
            **self.terms,
        )

    def content(self, live: bool = True) -> Iterator[tuple[str, str]]:
        """Yield what the chosen clients come to, in words, and a table of it beside fewer and more."""
        table, chosen = self.numbers(), self.state["clients"]
        one = table[table["clients"] == chosen].iloc[0]
        yield "status", markup.status(self._verdict(one), self._more(one))
        cells = [self._cells(each, each["clients"] == chosen) for _, each in table.iterrows()]
        yield "months", markup.table("A month of coaching, by the clients at the same time", _HEADS, cells)

    def _verdict(self, one: pd.Series) -> str:
        clients, hours = plural(int(one["clients"]), "client"), count(self.state["hours"])
        needed = f"{clients} need {_hours(one['needed'])} hours a month"
        over = one["needed"] - self.state["hours"]
        if over > 1e-9:
            return f"{needed}, {_hours(over)} more than the {hours} there are."
        return f"{needed} of the {hours} there are: {percent(one['utilisation'])}."

    def _more(self, one: pd.Series) -> str:
        wait = f"people wait {_weeks(one['weeks'])} weeks on average"
        if np.isinf(one["weeks"]):
            wait = "more people apply than there are places, and the waiting list has no end"
        per_hour = money(round(one["margin_per_hour"]), self.currency)
        return f"An hour leaves {per_hour}; {wait}, and {percent(one['gives_up'])} give up."

    def _cells(self, one: pd.Series, chosen: bool) -> list[str]:
        used = percent(one["utilisation"]) if np.isfinite(one["utilisation"]) else "no hours"
        names = ("revenue", "margin", "margin_per_hour")
        amounts = [money(round(one[name]), self.currency) for name in names]
        cells = [count(one["clients"]), _hours(one["needed"]), used, *amounts]
        cells += [_weeks(one["weeks"]), percent(round(one["gives_up"], 3))]
        return [f"<strong>{cell}</strong>" for cell in cells] if chosen else cells


def _hours(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")


def _weeks(number: float) -> str:
    return "no end" if np.isinf(number) else f"{number:.1f}"


def capacity_board(
    clients: int = 4,
    hours: float = 12,
    group_size: int = 1,
    *,
    hours_each: float = 2,
    price: float = 997,
    weeks_each: float = 13,
    applications_per_week: float = 0.4,
    patience: float | None = 8,
    cost_per_hour: float = 65,
    prepare: float = 0.0,
    lost: float = 0.0,
    currency: str = "USD",
) -> CapacityBoard:
    """Return sliders for clients, hours and the size of a group, and what a month of coaching comes to.

    Parameters
    ----------
    clients : int
        Clients at the same time, at the start.
    hours : float
        Hours there are in a month, at the start.
    group_size : int
        People in a group, at the start; 1 is one to one.
    hours_each, price, weeks_each, applications_per_week, patience, cost_per_hour, prepare, lost
        As in `ecotools.metrics.capacity.coaching_month`; they stay as they are.
    currency : str
        ISO code of the price.

    Returns
    -------
    CapacityBoard
        A widget; ``.state`` and ``.numbers()`` give its present state.

    Raises
    ------
    ValueError, TypeError
        As `ecotools.metrics.capacity.coaching_month`.

    Examples
    --------
    >>> board = capacity_board(clients=4, hours=12)
    >>> board.sliders["clients"].value = 8
    >>> month = board.numbers().set_index("clients").loc[8]
    >>> float(month["needed"]), round(float(month["utilisation"]), 2)
    (16.0, 1.33)
    """
    start = {"clients": clients, "hours": hours, "group_size": group_size}
    terms = {
        "hours_each": hours_each,
        "price": price,
        "weeks_each": weeks_each,
        "applications_per_week": applications_per_week,
        "patience": patience,
        "cost_per_hour": cost_per_hour,
        "prepare": prepare,
        "lost": lost,
    }
    return CapacityBoard(start, terms, currency)
