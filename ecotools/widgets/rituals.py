"""A week of rituals: which of a list to hold, and whether the hours for them are there."""

from collections.abc import Iterable, Iterator
from html import escape

import ipywidgets as W
import pandas as pd

from ecotools import errors
from ecotools.blueprint.community import TIMES_A_WEEK
from ecotools.metrics import community
from ecotools.plots.canvas.formats import count, plural, ratio
from ecotools.widgets import markup
from ecotools.widgets.panel import Panel, labelled, name_width, number_slider, row

_COLUMNS = ("option", "cadence", "minutes")


class RitualWeek(Panel):
    """Boxes to tick for rituals, a slider for the hours there are, and what a week of them takes.

    Attributes
    ----------
    chosen : list of str
        The names of the rituals that are ticked, in the order of the list.
    hours : float
        Hours a week that there are.
    """

    name = "A week of rituals"
    how = "Tick what to hold, with the mouse or the space bar, and set the hours that there are."

    def __init__(self, activities: pd.DataFrame, hours: float, chosen: Iterable[str]):
        errors.columns(activities, _COLUMNS, "activities")
        self.activities = activities[list(_COLUMNS)].reset_index(drop=True)
        hours = errors.not_negative(hours, "hours")
        self._needed(self.activities)
        self.start = (list(chosen), hours)
        self.boxes = {
            str(each.option): labelled(W.Checkbox, _label(each), "21em", indent=False)
            for each in self.activities.itertuples()
        }
        name = "hours a week there are"
        line, self.slider = number_slider(name, hours, max(40, hours), 0.5, name_width([name]))
        self.set(*self.start)
        for control in (*self.boxes.values(), self.slider):
            control.observe(self.refresh, "value")
        again = W.Button(description="Start again")
        again.on_click(lambda _: self.set(*self.start))
        kinds = self.activities.groupby("cadence", sort=False)["option"]
        ticks = [row(*(self.boxes[str(name)] for name in names)) for _, names in kinds]
        super().__init__([*ticks, line, row(again), "status", "parts", "list"])

    @property
    def chosen(self) -> list[str]:
        """Return the names of the rituals that are ticked."""
        return [name for name, box in self.boxes.items() if box.value]

    @property
    def hours(self) -> float:
        """Return the hours a week that there are."""
        return round(self.slider.value, 6)

    def set(self, chosen: Iterable[str], hours: float | None = None) -> None:
        """Tick these rituals and no others, from code, and set the hours if they are given.

        Raises
        ------
        ValueError
            For a name that is none of the rituals, or hours below zero.
        """
        names = [errors.one_of(name, self.boxes, "chosen") for name in chosen]
        for name, box in self.boxes.items():
            box.value = name in names
        if hours is not None:
            self.slider.value = errors.not_negative(hours, "hours")

    def numbers(self) -> pd.DataFrame:
        """Return the rituals that are ticked, with the hours a week that each takes."""
        table = self.activities[self.activities["option"].isin(self.chosen)].reset_index(drop=True)
        weekly = table["minutes"] / 60 * table["cadence"].map(TIMES_A_WEEK).astype(float)
        return table.assign(hours=weekly)

    def content(self, live: bool = True) -> Iterator[tuple[str, str]]:
        """Yield whether the hours are there in words, the sums as cards, and the rituals as a table."""
        table = self.numbers()
        needed = self._needed(table)
        yield "status", markup.status(self._verdict(needed, len(table)))
        yield "parts", markup.cards(self._cards(needed), "Hours a week", "11em")
        heads = ["ritual", "how often", "minutes each", "hours a week"]
        rows = [
            [escape(str(each.option)), each.cadence, count(each.minutes), ratio(each.hours)]
            for each in table.itertuples()
        ]
        yield "list", markup.table("What a week holds", heads, rows, text_columns=(1,))

    def _needed(self, table: pd.DataFrame) -> float:
        rituals = table.rename(columns={"option": "name"}).assign(owner="team")
        return float(community.ritual_hours(rituals).loc["together", "hours"])

    def _verdict(self, needed: float, number: int) -> str:
        left = self.hours - needed
        fits = f"{ratio(left)} are left" if left >= 0 else f"{ratio(-left)} are missing"
        return f"{plural(number, 'kind')} of ritual: {ratio(needed)} hours a week, and {fits}."

    def _cards(self, needed: float) -> list[str]:
        said = {"Needed": needed, "There are": self.hours, "Left": self.hours - needed}
        return [
            markup.card(markup.line(name), markup.line(ratio(value), 21, bold=True))
            for name, value in said.items()
        ]


def _label(each) -> str:
    return f"{each.option} ({each.cadence}, {count(each.minutes)} min)"


def ritual_week(
    activities: pd.DataFrame | None = None, hours: float = 7.5, chosen: Iterable[str] = ()
) -> RitualWeek:
    """Return boxes to tick for rituals, and whether a week has the hours for them.

    See `ecotools.metrics.community.ritual_hours`.

    Parameters
    ----------
    activities : DataFrame, optional
        One row per ritual: option (its name), cadence, and minutes of the team for one time of it. Default:
        the fifteen kinds of `ecotools.data.community_activities`.
    hours : float, default 7.5
        Hours a week that there are.
    chosen : list of str
        Names of the rituals that are ticked at the start.

    Returns
    -------
    RitualWeek
        A widget; ``.chosen``, ``.hours`` and ``.numbers()`` give its present state, ``.set()`` changes it.

    Raises
    ------
    ValueError, TypeError
        A missing column, an unknown cadence or name, minutes or hours below zero.

    Examples
    --------
    >>> week = ritual_week(hours=5, chosen=["Poll", "Workshop"])
    >>> week.numbers()["hours"].round(2).tolist()
    [0.58, 2.5]
    """
    if activities is None:
        from ecotools.data import community_activities

        activities = community_activities()
    return RitualWeek(activities, hours, chosen)
