"""The experiment planner: a share, the rise worth finding and the visitors a day, and how long that takes."""

import math
from collections.abc import Iterator

import ipywidgets as W
import pandas as pd

from ecotools import errors
from ecotools.metrics import experiments
from ecotools.plots.canvas.formats import count, percent, plural
from ecotools.widgets import markup
from ecotools.widgets.panel import Panel, name_width, number_slider, row

_WIDE = 756  # pixels of the table and the cards
_NAMES = {
    "base": "Share who buy, %",
    "effect": "Rise worth finding, % of it",
    "visitors": "Visitors a day",
}
_OTHERS = {"half the rise": 0.5, "this rise": 1.0, "twice the rise": 2.0}
_HIGHEST, _WEEK = 100.0, 7


class ExperimentPlanner(Panel):
    """Sliders for what a test of two pages starts from, and the visitors and days that it needs.

    Attributes
    ----------
    base, effect : float
        The share who buy today, and the rise worth finding as a part of it: fractions.
    visitors : float
        Visitors a day, of both pages together.
    """

    name = "Experiment planner"
    how = "Move a number with the slider, or type it; the arrow keys move it by one step."

    def __init__(self, base: float, effect: float, visitors: float):
        self.start = {
            "base": 100 * errors.fraction(base, "base"),
            "effect": 100 * errors.fraction(effect, "effect"),
            "visitors": errors.positive(visitors, "visitors"),
        }
        highest = {
            "base": _HIGHEST,
            "effect": _HIGHEST,
            "visitors": max(1000.0, 4 * math.ceil(self.start["visitors"])),
        }
        steps = {"base": 0.1, "effect": 1.0, "visitors": 10.0}
        wide = name_width(_NAMES.values())
        self.sliders, lines = {}, []
        for name, label in _NAMES.items():
            value = round(self.start[name], 6)
            line, self.sliders[name] = number_slider(label, value, highest[name], steps[name], wide)
            lines.append(line)
        for slider in self.sliders.values():
            slider.observe(self.refresh, "value")
        again = W.Button(description="Start again")
        again.on_click(lambda _: self.reset())
        super().__init__([*lines, row(again), "status", "totals", "rises"])

    @property
    def base(self) -> float:
        """Return the share who buy, as the slider stands."""
        return round(self.sliders["base"].value / 100, 8)

    @property
    def effect(self) -> float:
        """Return the rise worth finding as a part of the share, as the slider stands."""
        return round(self.sliders["effect"].value / 100, 8)

    @property
    def visitors(self) -> float:
        """Return the visitors a day, as the slider stands."""
        return round(self.sliders["visitors"].value, 6)

    def set(self, **values: float) -> None:
        """Move sliders from code: ``base`` and ``effect`` as fractions, ``visitors`` a day.

        Raises
        ------
        ValueError
            For another name, a number below 0 and one beyond the slider's end.
        """
        for name, value in values.items():
            errors.one_of(name, self.sliders, "slider")
            shown = errors.not_negative(value, name) * (1 if name == "visitors" else 100)
            end = self.sliders[name].max
            if round(shown, 6) > end:
                raise ValueError(f"{name} lies beyond the slider's end, which is {end:g}")
            self.sliders[name].value = round(shown, 6)

    def reset(self) -> None:
        """Bring all numbers back to where they started."""
        for name, value in self.start.items():
            self.sliders[name].value = round(value, 6)

    def numbers(self) -> pd.DataFrame:
        """Return one row per rise: half of the chosen one, that one, twice it.

        Columns ``rise`` (in words), ``from`` and ``to`` (shares), ``per_page`` and ``in_all`` (visitors),
        ``days`` and ``weeks`` (whole); NaN where no number of visitors would do.
        """
        return pd.DataFrame([self._row(words, self.effect * times) for words, times in _OTHERS.items()])

    def _row(self, words: str, effect: float) -> dict:
        target = self.base * (1 + effect)
        found = {"rise": words, "from": self.base, "to": target}
        if self.base in (0, 1) or effect == 0 or target > 1 or self.visitors == 0:
            nothing = dict.fromkeys(["per_page", "in_all", "days", "weeks"], math.nan)
            return found | nothing
        size = experiments.sample_size(self.base, effect, relative=True)
        days = math.ceil(size["in_all"] / self.visitors)
        weeks = math.ceil(days / _WEEK)
        return found | {"per_page": size["per_group"], "in_all": size["in_all"], "days": days, "weeks": weeks}

    def content(self, live: bool = True) -> Iterator[tuple[str, str]]:
        """Yield the answer in words and as cards, and half and twice the rise as a table."""
        table = self.numbers()
        chosen = table.set_index("rise").loc["this rise"]
        yield "status", markup.status(self._verdict(chosen), self._assumed())
        yield "totals", _narrow(markup.cards(_cards(chosen), "What the test needs", "12em"))
        heads = ["rise", "from", "to", "visitors on each page", "days", "whole weeks"]
        rows = [_cells(each) for each in table.to_dict("records")]
        yield "rises", _narrow(markup.table("Half the rise, and twice the rise", heads, rows, width="100%"))

    def _verdict(self, chosen: pd.Series) -> str:
        change = f"from {percent(self.base)} to {percent(chosen['to'])}"
        if math.isnan(chosen["days"]):
            return f"No number of visitors would do {change}."
        return f"To find a rise {change}: {plural(int(chosen['days']), 'day')}."

    def _assumed(self) -> str:
        return "One false alarm in 20 tests without an effect; 4 of 5 real rises of this size are found."


def _cards(chosen: pd.Series) -> list[str]:
    said = {"Visitors on each page": "per_page", "Visitors in all": "in_all", "Days": "days"}
    return [
        markup.card(markup.line(name), markup.line(_whole(chosen[at]), 21, bold=True))
        for name, at in said.items()
    ]


def _cells(each: dict) -> list[str]:
    shares = [percent(each["from"]), percent(each["to"])]
    return [each["rise"], *shares, *(_whole(each[name]) for name in ("per_page", "days", "weeks"))]


def _whole(number: float) -> str:
    return "none would do" if math.isnan(number) else count(number)


def _narrow(html: str) -> str:
    return f'<div style="max-width:{_WIDE}px">{html}</div>'


def experiment_planner(base: float, effect: float, visitors: float) -> ExperimentPlanner:
    """Return sliders for a share, the rise worth finding and the visitors a day, and how long a test takes.

    The visitors are those of `ecotools.metrics.experiments.sample_size` with its usual formula: half of
    them see each page, 1 in 20 tests without an effect is a false alarm, and 4 in 5 find the rise.

    Parameters
    ----------
    base : float
        The share of visitors who buy today, a fraction.
    effect : float
        The rise worth finding, as a part of that share: 0.2 at a share of 5% is a rise to 6%. At most 1.
    visitors : float
        Visitors a day, of both pages together.

    Returns
    -------
    ExperimentPlanner
        A widget; ``.base``, ``.effect``, ``.visitors`` and ``.numbers()`` give its present state, ``.set()``
        moves sliders.

    Raises
    ------
    ValueError
        A share or a rise outside 0..1, no visitors.

    Examples
    --------
    >>> planner = experiment_planner(base=0.05, effect=0.2, visitors=300)
    >>> planner.numbers()[["rise", "per_page", "days"]]
                 rise  per_page  days
    0   half the rise   31234.0   209
    1       this rise    8158.0    55
    2  twice the rise    2213.0    15
    """
    return ExperimentPlanner(base, effect, visitors)
