"""All that goes into a report, computed once: what the blueprint says, what happened, what is to come."""

from dataclasses import dataclass
from datetime import date

import pandas as pd

from ecotools.blueprint import Blueprint
from ecotools.forecast import SCENARIOS, Forecast, NoForecastError, lacking
from ecotools.forecast.intervals import Ready, checked, forecast_of, get_ready
from ecotools.forecast.what_if import scenarios_of, tornado_of
from ecotools.ledger import Ledger
from ecotools.metrics import kpi
from ecotools.planning import against_forecast
from ecotools.report import track_record
from ecotools.report.cash_flow import Money, money_of
from ecotools.report.track_record import YEAR, Actual
from ecotools.rules import ReviewResult, review

DOUBT = 0.2
"""How far a number that nobody has counted may be off, as `forecast` takes it."""


@dataclass(frozen=True)
class Material:
    """What the sections are made of.

    Attributes
    ----------
    blueprint, ledger, review, day
        The business, what happened in it (or None), what the rules say, and the day on the first page.
    actual : Actual or None
        What the ledger shows; None where nothing was sold in a whole month.
    kpis : DataFrame or None
        Every KPI of the blueprint in every month; None without a ledger or without KPIs.
    forecast : Forecast or None
        None when the blueprint does not allow one; `no_forecast` then says why, where it says enough.
    scenarios, tornado : DataFrame or None
        The forecast if things go worse or better, and what it depends on most (revenue of a year).
    projections : DataFrame or None
        What the blueprint projects, beside the forecast where there is one.
    money : Money or None
        Cash and coverage by month; None without a forecast or without the section financing.
    """

    blueprint: Blueprint
    ledger: Ledger | None
    review: ReviewResult
    day: date
    actual: Actual | None
    kpis: pd.DataFrame | None
    forecast: Forecast | None
    no_forecast: str
    scenarios: pd.DataFrame | None
    tornado: pd.DataFrame | None
    projections: pd.DataFrame | None
    money: Money | None

    @property
    def currency(self) -> str:
        """The currency of all money in the report."""
        return self.blueprint.currency

    @property
    def last_day(self) -> pd.Timestamp:
        """The last day that the ledger knows; NaT without one."""
        return pd.NaT if self.ledger is None else self.ledger.end - pd.Timedelta(days=1)

    @property
    def age(self) -> int:
        """Days from the last day that the ledger knows to the day on the first page."""
        return (pd.Timestamp(self.day) - self.last_day).days

    def month_name(self, number: int) -> str:
        """Return how a month of the forecast is called: by the calendar where a ledger says which it is."""
        first = self.forecast.first
        return f"month {number}" if first is None else (first + int(number) - 1).strftime("%b %Y")


def gather(
    blueprint: Blueprint,
    ledger: Ledger | None,
    *,
    day: date,
    months: int,
    runs: int,
    seed: int,
    profile: str | None,
) -> Material:
    """Return all that goes into a report.

    Raises
    ------
    TypeError, ValueError
        When an argument does not fit, or blueprint and ledger do not go together.
    """
    checked(months, runs, seed)
    found = review(blueprint, ledger, profile)
    sold = ledger if ledger is not None and ledger.has_sales else None
    made, ready, why = None, None, ""
    if not lacking(blueprint, sold):
        try:
            ready = get_ready(blueprint, sold, runs, seed, DOUBT)
            made = forecast_of(ready, months, seed)
        except NoForecastError as error:
            why = str(error)
    table = kpi.compute(blueprint, ledger) if ledger is not None and blueprint.kpis else None
    return Material(
        blueprint=blueprint,
        ledger=ledger,
        review=found,
        day=day,
        actual=track_record.read(ledger, blueprint),
        kpis=table if table is not None and len(table) else None,
        forecast=made,
        no_forecast=why,
        scenarios=scenarios_of(ready, SCENARIOS, months, seed) if made else None,
        tornado=tornado_of(ready, "revenue", min(months, YEAR)) if made else None,
        projections=_projections(blueprint, sold, runs, seed) if made else None,
        money=_money(blueprint, ready, months, seed) if made else None,
    )


def _projections(blueprint: Blueprint, ledger: Ledger | None, runs: int, seed: int) -> pd.DataFrame | None:
    if not blueprint.projections:
        return None
    return against_forecast(blueprint, ledger=ledger, runs=runs, seed=seed)


def _money(blueprint: Blueprint, ready: Ready, months: int, seed: int) -> Money | None:
    return money_of(blueprint.financing, ready, months, seed) if blueprint.financing else None
