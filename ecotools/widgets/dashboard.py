"""The KPI dashboard: pick a month, a segment and a KPI; cards, a chart over time, and the table behind it."""

from collections.abc import Iterator
from html import escape

import ipywidgets as W
import pandas as pd

from ecotools import plots
from ecotools.blueprint import Blueprint
from ecotools.errors import one_of
from ecotools.ledger import Ledger
from ecotools.metrics import kpi as kpis
from ecotools.plots.canvas import kpi_values
from ecotools.plots.canvas.formats import is_missing, period, quantity
from ecotools.widgets import kpicard, markup
from ecotools.widgets.panel import Panel, labelled, row

EVERYONE = "everyone"
_READ = (
    "Under each value: how far it is from its target, and the change since the month before."
    " For the months of one KPI, choose it in the list below."
)
_SHOW, _HIDE = "Show the table", "Hide the table"


class KpiDashboard(Panel):
    """Cards with each KPI's value, change and distance to its target, and one KPI over time with its table.

    Attributes
    ----------
    table : DataFrame
        Every KPI of every month and segment, as `metrics.kpi.compute` gives it, with a column ``segment``
        ("everyone" for the whole business) and each KPI's definition in ``attrs["definition"]``.
    """

    name = "KPI dashboard"
    how = "Choose a month, a segment and a KPI; by keyboard, the space bar opens a list and Enter chooses."

    def __init__(self, blueprint: Blueprint, ledger: Ledger, by: str | None):
        self.currency = blueprint.currency
        self.table = _all_segments(blueprint, ledger, by)
        # Every step of pandas copies the definitions deeply; the view, which reads none, does without them.
        self._rows = self.table.copy(deep=False)
        self._rows.attrs = {}
        months = list(self.table["month"].drop_duplicates().sort_values())
        names = self.table.drop_duplicates("kpi")
        self.month = labelled(W.Dropdown, "Month", options=[(period(m), m) for m in months], value=months[-1])
        self.segment = labelled(W.Dropdown, "Segment", options=list(self.table["segment"].unique()))
        self.kpi = labelled(W.Dropdown, "KPI", options=list(zip(names["name"], names["kpi"], strict=True)))
        self.details = W.ToggleButton(value=False, description=_SHOW)
        self._said: dict[tuple, tuple[str, list[dict]]] = {}
        self._drawn: dict[tuple, str] = {}
        for control in (self.month, self.segment, self.kpi):
            control.observe(self.refresh, "value")
        self.details.observe(self.refresh, "value")
        above, below = row(self.month, self.segment), row(self.kpi, self.details)
        super().__init__([above, "status", "cards", below, "chart", "table"])

    def show(self, month=None, segment: str | None = None, kpi: str | None = None) -> None:
        """Set the controls from code; what is left out stays as it is.

        Parameters
        ----------
        month : Period or str, optional
            A month of the ledger, like ``"2025-06"``.
        segment : str, optional
            ``"everyone"`` or one of the segments.
        kpi : str, optional
            Id of a KPI of the blueprint.

        Raises
        ------
        ValueError
            When there is no such month, segment or KPI; the error says what there is.
        """
        chosen = {"month": month, "segment": segment, "kpi": kpi}
        chosen = {name: _choice(self, name, value) for name, value in chosen.items() if value is not None}
        for name, value in chosen.items():
            getattr(self, name).value = value

    def numbers(self) -> pd.DataFrame:
        """Return the KPIs of the chosen month and segment, one row a KPI."""
        return self._defined(self._month())

    def history(self) -> pd.DataFrame:
        """Return the chosen KPI of the chosen segment up to the chosen month, one row per month."""
        return self._defined(self._history())

    def _month(self) -> pd.DataFrame:
        rows = self._rows
        chosen = (rows["month"] == self.month.value) & (rows["segment"] == self.segment.value)
        return rows[chosen].reset_index(drop=True)

    def _history(self) -> pd.DataFrame:
        rows = self._rows
        chosen = (rows["kpi"] == self.kpi.value) & (rows["segment"] == self.segment.value)
        return rows[chosen & (rows["month"] <= self.month.value)].sort_values("month", ignore_index=True)

    def _defined(self, rows: pd.DataFrame) -> pd.DataFrame:
        rows.attrs = dict(self.table.attrs)
        return rows

    def refresh(self, _change: object = None) -> None:
        """Draw the view again, and let the button say what it would do next."""
        self.details.description = _HIDE if self.details.value else _SHOW
        super().refresh()

    def content(self, live: bool = True) -> Iterator[tuple[str, str]]:
        """Yield the verdict on the month, the cards, the chart of the chosen KPI, and the table behind it."""
        status, rows = self._sayings()
        yield "status", status
        cards = [kpicard.card(one, self.currency, one["kpi"] == self.kpi.value) for one in rows]
        yield "cards", markup.note(_READ) + markup.cards(cards, f"KPIs of {period(self.month.value)}", "12em")
        yield "table", self._table() if self.details.value or not live else ""
        yield "chart", self._chart(live)

    def _sayings(self) -> tuple[str, list[dict]]:
        """Return the verdict on the chosen month, and its rows; what was said once is remembered."""
        key = (self.segment.value, self.month.value)
        if key not in self._said:
            found = self._month()
            verdict = kpi_values.message(kpi_values.read(found), self.currency)
            status = markup.status(f"{verdict}.", f"Segment: {self.segment.value}.")
            self._said[key] = status, found.to_dict("records")
        return self._said[key]

    def _chart(self, live: bool) -> str:
        """Return the picture of the chosen KPI; what the live view has drawn once it remembers."""
        history = self._history()
        if history["value"].isna().all():
            last = history.iloc[-1]
            return f"<p>There is no chart of {escape(str(last['name']))}: {escape(str(last['reason']))}.</p>"
        if not live:
            picture = self._picture(history)
            # Without the numbers that figures carry along: the table below says more.
            return plots.to_html(plots.describe(picture, plots.alt_text(picture), pd.DataFrame()))
        key = (self.kpi.value, self.segment.value, self.month.value)
        if key not in self._drawn:
            self._drawn[key] = plots.to_svg_html(self._picture(history))
        return self._drawn[key]

    def _picture(self, history: pd.DataFrame):
        return plots.kpi_multiples(history, currency=self.currency)

    def _table(self) -> str:
        history = self._history()
        caption = f"{history['name'].iloc[0]}, {self.segment.value}, month by month"
        heads = ["month", "value", "change since the month before", "against the target"]
        rows = [self._cells(one) for one in history.to_dict("records")]
        return markup.table(caption, heads, rows, text_columns=(3,))

    def _cells(self, one: dict) -> list[str]:
        value = quantity(one["value"], one["unit"], self.currency)
        step, better = kpi_values.change(one, self.currency)
        last = escape(one["reason"]) if is_missing(one["value"]) else kpicard.judged(one, self.currency)
        return [period(one["month"]), value, f"{step} {better}".strip() or "–", last]


def _choice(dashboard: KpiDashboard, name: str, value: object) -> object:
    """Return the value of a control that is meant; the error of one that is not there says what is."""
    if name != "month":
        return one_of(value, [choice for choice in dashboard.table[name].unique()], name)
    months = list(dashboard.table["month"].drop_duplicates().sort_values())
    try:
        month = pd.Period(value, "M")
    except (ValueError, TypeError):
        raise ValueError(f"month must be a month like '2025-06', not {value!r}") from None
    if month not in months:
        raise ValueError(
            f"month {month} is not on the dashboard, which goes from {months[0]} to {months[-1]}"
        )
    return month


def _all_segments(blueprint: Blueprint, ledger: Ledger, by: str | None) -> pd.DataFrame:
    """Return the KPIs of the whole business and, below them, those of each segment."""
    if not blueprint.kpis:
        raise ValueError("the blueprint lists no KPIs: a dashboard shows those under its `kpis`")
    table = kpis.compute(blueprint, ledger).assign(segment=EVERYONE)
    if table.empty:
        raise ValueError("the ledger covers no month: there is nothing for a dashboard to show")
    if by is None:
        return table
    parts = kpis.compute(blueprint, ledger, by=by).rename(columns={by: "segment"})
    whole = pd.concat([table, parts[table.columns]], ignore_index=True)
    whole.attrs = dict(table.attrs)
    return whole


def kpi_dashboard(blueprint: Blueprint, ledger: Ledger, by: str | None = "channel") -> KpiDashboard:
    """Return a dashboard of a blueprint's KPIs, with controls for month, segment and KPI.

    All numbers are computed once, when the dashboard is made; moving a control only picks among them.

    Parameters
    ----------
    blueprint : Blueprint
        Its ``kpis`` say what to compute, against which target.
    ledger : Ledger
        What happened.
    by : {"channel", "product"} or None
        What the segments are; None for the whole business only.

    Returns
    -------
    KpiDashboard
        A widget; ``.numbers()`` gives the cards as a table, ``.history()`` the chosen KPI over time, and
        ``.show()`` sets its controls.

    Raises
    ------
    ValueError
        When the blueprint lists no KPIs, the ledger covers no month, or ``by`` is none of its values.

    Examples
    --------
    >>> from ecotools.data import quillwork
    >>> from ecotools.simulate import simulate
    >>> dashboard = kpi_dashboard(quillwork(), simulate(quillwork(), months=2, seed=1, scale=0.1))
    >>> dashboard.show(month="2025-02", segment="search", kpi="mrr")
    >>> list(dashboard.history()["month"].astype(str))
    ['2025-01', '2025-02']
    """
    if not isinstance(blueprint, Blueprint):
        raise TypeError(
            f"blueprint must be a Blueprint, such as data.quillwork() gives, not {type(blueprint).__name__}"
        )
    if not isinstance(ledger, Ledger):
        raise TypeError(
            f"ledger must be a Ledger, such as simulate() or read_ledger() gives, not {type(ledger).__name__}"
        )
    return KpiDashboard(blueprint, ledger, by)
