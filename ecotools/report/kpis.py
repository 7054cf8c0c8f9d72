"""The numbers that a business watches against their targets, and those that it states."""

import math
from dataclasses import replace
from functools import partial

import pandas as pd

from ecotools import plots
from ecotools.metrics.kpi.registry import REGISTRY
from ecotools.plots.canvas import kpi_values
from ecotools.plots.canvas.formats import is_missing, listing, period, plural, quantity
from ecotools.report.blocks import NONE, Head, ReportTable, Words, picture, without_empty
from ecotools.report.inputs import Material
from ecotools.report.tables import in_words

PANELS = 9
"""KPIs in one picture."""
_UNITS = {"currency": "money", "fraction": "percent", "count": "number"}
"""Units that readers know by another word."""


def watched(material: Material) -> list:
    """Return the blueprint's KPIs: of the last whole month against their targets, or their definitions."""
    if not material.blueprint.kpis:
        return []
    if material.kpis is None or material.actual is None:
        return [Head("The numbers it watches"), definitions(material)]
    table, month = material.kpis, material.actual.last
    rows = table[table["month"] == month].to_dict("records")
    blocks = [Head("Targets"), Words(_balance(rows, month)), _of_month(material, rows)]
    ids = list(table.loc[table["value"].notna(), "kpi"].unique())  # the others have their reason in the table
    for at in range(0, len(ids), PANELS):
        part = table[table["kpi"].isin(ids[at : at + PANELS])]
        draw = partial(plots.kpi_multiples, part, currency=material.currency)
        shown = picture(
            draw, "The numbers it watches, month by month, against their targets", f"kpis-{at + 1}"
        )
        blocks.append(replace(shown, paper=False))  # on paper the table says the same in less room
    return [*blocks, replace(definitions(material), paper=0)]


def _balance(rows: list[dict], month) -> str:
    """Return how many are on target of all that there are, not of those alone that could be judged."""
    judgements = [bool(row["on_target"]) for row in rows if not is_missing(row["on_target"])]
    good, judged = sum(judgements), len(judgements)
    none = [row["name"] for row in rows if is_missing(row["value"])]
    said = f"Of {plural(len(rows), 'number')} that the business watches, {good} reached the target in "
    said += f"{period(month)}, {judged - good} missed it"
    if no_target := len(rows) - judged - len(none):
        said += f", {no_target} {'has' if no_target == 1 else 'have'} no target"
    if none:
        said += f", and {len(none)} {'has' if len(none) == 1 else 'have'} no value: {listing(none, most=6)}"
    return f"{said}."


def _of_month(material: Material, rows: list[dict]) -> ReportTable:
    shown = []
    for row in rows:
        months = material.kpis[material.kpis["kpi"] == row["kpi"]]
        judged = NONE if is_missing(row["on_target"]) else "reached" if row["on_target"] else "missed"
        aim, change = NONE, NONE
        if not is_missing(row["target"]):
            aim = kpi_values.aim({**row, "status": "on target"}, material.currency)
        if not is_missing(row["change"]):
            change = quantity(row["change"], row["unit"], material.currency, signed=True)
        shown.append(
            (row["name"], latest(months, material.actual.last, material.currency), aim, judged, change)
        )
    heads = ("Number", "Value", "Target", "Judged", "On the month before")
    caption = f"The numbers it watches, {period(material.actual.last)}"
    exact = material.kpis.astype({"month": str})
    return without_empty(ReportTable(caption, heads, shown, (1,), "kpis", exact, paper=18))


def latest(rows: pd.DataFrame, month: pd.Period, currency: str) -> str:
    """Return the value of a KPI in a month; where there is none yet, the last known and its month, or why."""
    known = rows[(rows["month"] <= month) & rows["value"].notna()].sort_values("month")
    if not len(known):
        return f"no value: {rows[rows['month'] == month]['reason'].iloc[0]}"
    last = known.iloc[-1]
    said = quantity(last["value"], last["unit"], currency)
    return said if last["month"] == month else f"{said} in {period(last['month'])}, later not known yet"


def _formula(one) -> str:
    """Return the business's own formula beside the one that was computed, where both are there."""
    known = REGISTRY.get(one.id) if one else None
    computed = known.definition.split("\n")[0] if known else ""
    if one and one.formula and computed:
        return f"{computed} The business puts it so: {one.formula}."
    return computed or (one.formula if one else None) or NONE


def definitions(material: Material) -> ReportTable:
    """Return how each KPI is computed, and its target with its unit."""
    rows = []
    for one in material.blueprint.kpis:
        known = REGISTRY.get(one.id)
        unit, target = known.unit if known else one.unit, NONE
        if one.target is not None:
            given = "direction" in one.model_fields_set or not known
            direction = one.direction if given else known.direction
            row = {"target": one.target, "direction": direction, "unit": unit}
            target = kpi_values.aim(row, material.currency)
        rows.append((one.name, _formula(one), _UNITS.get(unit, unit), target, one.owner or NONE))
    heads = ("KPI", "How it is computed", "Unit", "Target", "Owner")
    return without_empty(
        ReportTable("The numbers it watches, each a month's", heads, rows, (), "definitions")
    )


def stated(material: Material) -> list:
    """Return the numbers that the business states as measured, each beside what the ledger gives."""
    if not material.blueprint.measured:
        return []
    names = {one.id: one.name for one in material.blueprint.kpis}
    products = {one.id: one.name for one in material.blueprint.products}
    rows = []
    for one in material.blueprint.measured:
        known = REGISTRY.get(one.metric)
        kpi = next((kpi for kpi in material.blueprint.kpis if kpi.id == one.metric), None)
        unit = known.unit if known else kpi.unit if kpi else UNITS.get(one.metric, "count")
        month = next(reversed(one.series), None)
        name = names.get(one.metric) or (known.name if known else in_words(one.metric))
        about = " · ".join(filter(None, (products.get(one.product), one.segment))) or NONE
        when = period(pd.Period(month, "M")) if month else NONE
        value = NONE if one.last is None else quantity(one.last, unit, material.currency)
        people = NONE if one.people is None else f"{one.people:,}"
        rows.append((name, about, when, value, people, _computed(material, one, month, unit)))
    heads = (
        "Number",
        "Of whom or what",
        "Month",
        "Stated",
        "People asked or counted",
        "From the sales handed over",
    )
    caption = "Numbers that the business states; nobody else has checked them"
    return [
        Head("Stated numbers"),
        without_empty(ReportTable(caption, heads, rows, (3, 4, 5), "stated", paper=8)),
    ]


UNITS = dict.fromkeys(
    (
        "active_share",
        "churn_rate",
        "engagement",
        "ltv_lift",
        "refund_rate",
        "retention_annual",
        "retention_lift",
    ),
    "fraction",
) | dict.fromkeys(("arpu", "attributed_revenue", "development_saved", "ltv", "mrr", "revenue"), "currency")
"""Units of stated numbers that no KPI of the registry gives."""


def _computed(material: Material, one, month: str | None, unit: str) -> str:
    """Return what the ledger gives for the same number and month; a dash where it cannot say."""
    actual = material.actual
    if (
        actual is None
        or month is None
        or one.product
        or one.segment
        or one.metric not in actual.months.columns
    ):
        return NONE
    if pd.Period(month, "M") not in actual.months.index:
        return NONE
    value = actual.months.loc[pd.Period(month, "M"), one.metric]
    return NONE if math.isnan(value) else quantity(value, unit, material.currency)
