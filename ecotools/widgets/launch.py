"""The launch explorer: what is assumed of a launch, how far that reaches, and which assumption decides."""

from collections.abc import Iterator

import ipywidgets as W
import numpy as np
import pandas as pd

from ecotools import plots
from ecotools.blueprint import Blueprint
from ecotools.errors import one_of, positive
from ecotools.forecast import LEVEL, draws, forecast, tornado
from ecotools.ledger import Ledger
from ecotools.plots.canvas.formats import count, money, percent
from ecotools.widgets import markup
from ecotools.widgets.panel import Panel, name_width, number_slider, row

_KINDS = {
    "visitors": "visitors, times",
    "rate": "share that goes on to each step, times",
    "subscribe": "share of buyers who join, times",
    "churn": "churn, times",
}
_DOUBT = "doubt of what nobody has counted"
_MEASURES = {"revenue": "Revenue", "margin": "Margin"}
_BARS = 6


class LaunchExplorer(Panel):
    """Sliders for what is assumed, and the months to come with the numbers that decide them.

    Attributes
    ----------
    factors : dict of str to float
        Kind of assumption -> factor on it, as the sliders stand.
    doubt : float
        How far a number that nobody has counted may be off, as a share of it.
    """

    name = "Launch explorer"
    how = "Move a slider, or type a number: 1 is as assumed, 0.5 is half. The arrow keys move it by one step."

    def __init__(self, blueprint: Blueprint, measure: str, target: float, doubt: float, settings: dict):
        self.blueprint, self.measure = blueprint, one_of(measure, _MEASURES, "measure")
        self.target, self.settings = positive(target, "target"), settings
        made = forecast(blueprint, doubt=doubt, **settings)
        if measure not in made.measures:
            raise ValueError("measure must be 'revenue': neither refunds nor costs of the products are known")
        there = set(made.parameters["id"].str.partition(".")[0])
        self.start = {kind: 1.0 for kind in _KINDS if kind in there} | {"doubt": doubt}
        names = {kind: _KINDS.get(kind, _DOUBT) for kind in self.start}
        self.sliders, lines, wide = {}, [], name_width(names.values())
        for kind, value in self.start.items():
            least, most = (0.0, 0.9) if kind == "doubt" else (0.1, 3.0)
            line, self.sliders[kind] = number_slider(names[kind], value, most, 0.05, wide, low=least)
            lines.append(line)
        for slider in self.sliders.values():
            slider.observe(self.refresh, "value")
        again = W.Button(description="Start again")
        again.on_click(lambda _: self.reset())
        super().__init__([*lines, row(again), "status", "fan", "tornado", "months"])

    @property
    def factors(self) -> dict[str, float]:
        """Return the factors as the sliders stand."""
        return {kind: round(one.value, 6) for kind, one in self.sliders.items() if kind != "doubt"}

    @property
    def doubt(self) -> float:
        """Return the doubt as its slider stands."""
        return round(self.sliders["doubt"].value, 6)

    def reset(self) -> None:
        """Bring all sliders back to where they started."""
        for kind, value in self.start.items():
            self.sliders[kind].value = value

    def runs(self) -> pd.DataFrame:
        """Return the measure in each run and month, summed up to the month."""
        found = draws(self.blueprint, doubt=self.doubt, changes=self.factors, **self.settings)
        return found[self.measure].cumsum(axis=1)

    def numbers(self) -> pd.DataFrame:
        """Return month, low, median and high of the measure, summed up to the month."""
        return _band(self.runs())

    def content(self, live: bool = True) -> Iterator[tuple[str, str]]:
        """Yield what the last month comes to in words, the fan, the tornado, and a table by month."""
        runs = self.runs()
        table, last = _band(runs), runs.iloc[:, -1]
        yield "status", markup.status(self._verdict(last), self._target(last))
        name = f"{_MEASURES[self.measure]} so far"
        fan = plots.forecast_band(
            table, name=name, unit="currency", level=LEVEL, currency=self.blueprint.currency
        )
        yield "fan", self._picture(fan, live)
        yield "tornado", self._tornado(live)
        yield "months", self._months(table)

    def _verdict(self, last: pd.Series) -> str:
        low, median = (self._money(np.quantile(last, at)) for at in ((1 - LEVEL) / 2, 0.5))
        months = count(self.settings["months"])
        name = _MEASURES[self.measure]
        return f"{name} of {months} months is {low} or more in nine of ten runs, and {median} in the middle."

    def _target(self, last: pd.Series) -> str:
        share = percent(float((last >= self.target).mean()))
        return f"{share} of the runs reach {self._money(self.target)} or more."

    def _tornado(self, live: bool) -> str:
        settings = {key: value for key, value in self.settings.items() if key != "months"}
        table = tornado(
            self.blueprint,
            self.measure,
            self.settings["months"],
            doubt=self.doubt,
            changes=self.factors,
            **settings,
        )
        if table.empty:
            return markup.note("No number is in doubt, so that none decides.")
        currency = self.blueprint.currency
        drawn = plots.tornado(table, name=_MEASURES[self.measure], currency=currency, most=_BARS)
        return self._picture(drawn, live)

    def _picture(self, picture, live: bool) -> str:
        if live:
            return plots.to_svg_html(picture)
        # The table below has the months, open and not behind a heading.
        return plots.to_html(plots.describe(picture, plots.alt_text(picture), pd.DataFrame()))

    def _months(self, table: pd.DataFrame) -> str:
        rows = [
            [count(one.month), *(self._money(value) for value in (one.low, one.median, one.high))]
            for one in table.itertuples()
        ]
        caption = f"{_MEASURES[self.measure]} so far, by month: {percent(LEVEL)} of the runs lie in between"
        return markup.table(caption, ["month", "low", "median", "high"], rows)

    def _money(self, amount: float) -> str:
        return money(round(float(amount)), self.blueprint.currency)


def _band(runs: pd.DataFrame) -> pd.DataFrame:
    tail = (1 - LEVEL) / 2
    low, median, high = np.quantile(runs, (tail, 0.5, 1 - tail), axis=0)
    return pd.DataFrame({"month": runs.columns, "low": low, "median": median, "high": high})


def launch_explorer(
    blueprint: Blueprint,
    *,
    target: float,
    measure: str = "revenue",
    months: int = 12,
    runs: int = 200,
    seed: int = 0,
    doubt: float = 0.2,
    ledger: Ledger | None = None,
) -> LaunchExplorer:
    """Return sliders for what a forecast assumes, and the fan and the tornado that follow them.

    Parameters
    ----------
    blueprint, months, runs, seed, doubt, ledger
        As for `ecotools.forecast.forecast`; doubt is where its slider starts.
    target : float
        Amount of money whose chance is said.
    measure : {"revenue", "margin"}
        What is summed up over the months.

    Returns
    -------
    LaunchExplorer
        A widget; ``.factors``, ``.doubt`` and ``.numbers()`` give its present state.

    Raises
    ------
    NoForecastError, ValueError, TypeError
        As `ecotools.forecast.forecast`; a target that is not above zero; a measure that is not known.

    Examples
    --------
    >>> blueprint = Blueprint.from_yaml('''
    ... name: One course
    ... products: [{id: course, name: The course, kind: core, price: 100}]
    ... funnel: [{from: awareness, to: purchase, rate: 0.1}]
    ... assumptions: {channels: [{name: search, visitors_per_month: 500}]}
    ... ''')
    >>> explorer = launch_explorer(blueprint, target=20_000, months=3, runs=50)
    >>> before = explorer.numbers()["median"].iloc[-1]
    >>> explorer.sliders["visitors"].value = 2
    >>> bool(explorer.numbers()["median"].iloc[-1] > 1.7 * before)
    True
    """
    settings = {"months": months, "runs": runs, "seed": seed, "ledger": ledger}
    return LaunchExplorer(blueprint, measure, target, doubt, settings)
