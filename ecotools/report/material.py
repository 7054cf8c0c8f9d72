"""All that goes into a report, computed once: the blueprint, its review, its forecast, the ledger's KPIs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pandas as pd

from ecotools.blueprint import Blueprint
from ecotools.forecast import Forecast, NoForecastError, forecast, lacking
from ecotools.forecast.made import checked
from ecotools.ledger import Ledger
from ecotools.metrics import kpi
from ecotools.rules import Review, review


@dataclass(frozen=True)
class Material:
    """What the sections are made of.

    Attributes
    ----------
    blueprint, ledger, review, day
        The business, what happened in it (or None), what the rules say, and the day on the title page.
    forecast : Forecast or None
        None when the blueprint does not allow one; `no_forecast` then says why, and `lacking` which fields it
        takes.
    kpis : DataFrame or None
        Every KPI of every month, as `metrics.kpi.compute` gives it; None without a ledger or without KPIs.
    """

    blueprint: Blueprint
    ledger: Ledger | None
    review: Review
    day: date
    forecast: Forecast | None
    no_forecast: str
    lacking: list[str]
    kpis: pd.DataFrame | None

    @property
    def currency(self) -> str:
        """The currency of all money in the report."""
        return self.blueprint.currency

    @property
    def month(self) -> pd.Period | None:
        """The last month that the ledger covers as a whole, else the last one; None without KPIs."""
        if self.kpis is None:
            return None
        months = sorted(self.kpis["month"].unique())
        whole = [month for month in months if str(month) not in self.kpis.attrs["partial_months"]]
        return (whole or months)[-1]

    def of_month(self) -> list[dict]:
        """Return the KPIs of that month, one dict each; none without KPIs."""
        if self.kpis is None:
            return []
        return self.kpis[self.kpis["month"] == self.month].to_dict("records")


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
    needed, made, why = lacking(blueprint, _sold(ledger)), None, ""
    if not needed:
        try:
            made = forecast(blueprint, months, runs, seed, ledger=_sold(ledger))
        except NoForecastError as error:
            why = str(error)
    table = None
    if ledger is not None and blueprint.kpis:
        table = kpi.compute(blueprint, ledger)
        table = table if len(table) else None
    return Material(blueprint, ledger, found, day, made, why, needed, table)


def _sold(ledger: Ledger | None) -> Ledger | None:
    """Return the ledger when it can tell what comes: when something was sold in it."""
    return None if ledger is None or (ledger.orders.empty and ledger.subscriptions.empty) else ledger
