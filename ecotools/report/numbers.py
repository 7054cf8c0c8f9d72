"""The parts with numbers: the forecast and its assumptions, and the KPIs of a ledger."""

from __future__ import annotations

from functools import partial

from ecotools import plots
from ecotools.forecast import LEVEL, Forecast
from ecotools.ledger import Ledger
from ecotools.plots import kpitable
from ecotools.plots.formats import count, is_missing, percent, period, plural, quantity
from ecotools.report import tables
from ecotools.report.assumed import assumptions
from ecotools.report.blocks import Absent, Card, Cards, Head, Items, Section, Words, picture
from ecotools.report.material import Material
from ecotools.report.missing import absent

PANELS = 9
"""KPIs in one picture, so that it fits on a sheet."""


def outlook(material: Material) -> Section | Absent:
    """Return the forecast with what it assumes."""
    made = material.forecast
    if made is None:
        fields = ", ".join(f"`{field}`" for field in material.lacking)
        return absent("forecast", fields or material.no_forecast, example=bool(material.lacking))
    start = "Each run begins with no customers."
    if made.first is not None:
        start = f"Each run begins with the customers that there are before {period(made.first)}."
    blocks = [
        Words(
            f"Simulated, not promised. The numbers below were played through {made.runs} times over "
            f"{plural(made.months, 'month')}, each time with other values within what is known of them; the "
            f"line is the median of the runs, and {percent(LEVEL)} of them lie in the band. {start} The band "
            "shows chance, and how far the numbers may be off; it does not know what nobody has planned."
        )
    ]
    for measure in made.measures:
        rows = made.of(measure)
        name, unit = rows["name"].iloc[0], rows["unit"].iloc[0]
        look = {"unit": unit, "level": LEVEL, "currency": material.currency}
        draw = partial(plots.forecast_band, rows, name=name, **look)
        blocks.append(picture(draw, f"{name} by month, simulated: median and {percent(LEVEL)} interval"))
    if "mrr" not in made.measures:
        text = "Nothing that is sold is paid again and again, so there is no MRR."
        blocks.append(Words(text, quiet=True))
    blocks += [in_months(made, material.currency), Head("What the forecast assumes")]
    blocks.append(_assumed(material))
    blocks += [Head("What the forecast leaves out"), Items(made.left_out)]
    return Section("forecast", "Forecast", blocks)


def _assumed(material: Material) -> tables.Table:
    """Return what the forecast rests on: numbers with their ranges, or what the blueprint says."""
    made = material.forecast
    if made.first is not None:
        rows = [
            (row.about, _ranged(row), row.source)
            for row in made.parameters.itertuples()
            if row.unit != "ratio"
        ]
        return tables.Table("What the forecast rests on", ("About", "Taken", "From"), rows)
    found = assumptions(material.blueprint)
    heads, caption = ("About", "Assumed", "Said by"), "Assumptions of the simulation"
    if set(found["origin"]) == {"the blueprint"}:
        found, heads = found.drop(columns="origin"), heads[:2]
        caption += ", all said by the blueprint"
    return tables.Table(caption, heads, [tuple(row) for row in found.itertuples(index=False)])


def _ranged(row) -> str:
    """Return a number of the forecast with the range that 80% of its draws lie in."""
    write = count if row.unit == "count" else partial(percent, signed=row.unit == "growth")
    low, high = write(row.low), write(row.high)
    return write(row.value) if low == high else f"{write(row.value)} ({low} to {high})"


def in_months(made: Forecast, currency: str) -> tables.Table:
    """Return the forecast as a table: a row a month, median and interval of each number in one cell."""
    columns = [made.of(measure) for measure in made.measures]
    rows = []
    for at in range(made.months):
        cells = [_interval(column.iloc[at], currency) for column in columns]
        rows.append((str(at + 1), *cells))
    heads = ("Month", *(f"{column['name'].iloc[0]}" for column in columns))
    caption = f"Forecast by month: median ({percent(LEVEL)} interval), money in {currency}"
    return tables.Table(caption, heads, rows, tuple(range(1, len(heads))))


def _interval(row, currency: str) -> str:
    median, low, high = (quantity(row[end], row["unit"], currency) for end in ("median", "low", "high"))
    return f"{median} ({low} to {high})"


def kpis(material: Material) -> Section | Absent:
    """Return the KPIs: against their targets when there is a ledger, else how they will be computed."""
    blueprint = material.blueprint
    if not blueprint.kpis:
        return absent("kpis", "no KPIs (`kpis`)")
    if material.kpis is None:
        said = (
            "No ledger was given, so nothing here was measured: these are the numbers that will be watched."
        )
        if material.ledger is not None:
            said = "The ledger covers no day, so nothing here was measured."
        return Section("kpis", "KPIs", [Words(said), tables.definitions(blueprint)])
    table, when = material.kpis, period(material.month)
    blocks = [Words(_source(material.ledger, table)), Head(f"In {when}")]
    blocks.append(Cards(f"KPIs of {when}", [card(row, material.currency) for row in material.of_month()]))
    blocks.append(Head("Month by month"))
    ids = list(table["kpi"].unique())
    for at in range(0, len(ids), PANELS):
        part = table[table["kpi"].isin(ids[at : at + PANELS])]
        months = f"{period(part['month'].min())} to {period(part['month'].max())}"
        caption = f"KPIs by month, {months}, against their targets"
        draw = partial(plots.kpi_multiples, part, currency=material.currency)
        blocks.append(picture(draw, caption, "the tables below"))
    blocks += tables.by_month(table, material.currency)
    blocks.append(tables.definitions(blueprint))
    return Section("kpis", "KPIs", blocks)


def _source(ledger: Ledger, table) -> str:
    """Return in words where the numbers come from, and which months are seen in part only."""
    whole = f"{period(ledger.start)} up to {period(ledger.end)}, that day not included"
    said = f"Computed from a ledger in {ledger.currency} that covers {whole}."
    if ledger.truth:
        said += " The ledger was simulated: nothing in it has happened."
    partial = table.attrs["partial_months"]
    if partial:
        names = ", ".join(period(month) for month in sorted(table["month"].unique()) if str(month) in partial)
        said += f" It covers only a part of {names}, which is not held against the targets."
    return said


def card(row: dict, currency: str) -> Card:
    """Return a KPI of a month as a card.

    >>> card({"name": "Churn", "value": 0.06, "target": 0.05, "direction": "down", "unit": "fraction",
    ...     "on_target": False, "change": 0.01, "reason": ""}, "USD").notes
    ('at most 5%', '▲ +1 points on the month before, worse')
    """
    if is_missing(row["value"]):
        return Card(row["name"], "no number", (row["reason"][:1].upper() + row["reason"][1:],))
    judged = not is_missing(row["on_target"]) and not is_missing(row["target"])
    good = judged and bool(row["on_target"])
    said = {**row, "status": "on target" if good else "off target" if judged else "no target"}
    step, better = kpitable.change(row, currency)
    notes = [kpitable.aim(said, currency)]
    notes += [f"{step} on the month before{f', {better}' if better else ''}"] if step else []
    mark = ("✓ on target" if good else "✗ off target") if judged else ""
    look = ("good" if good else "bad") if judged else ""
    return Card(row["name"], kpitable.value(said, currency), tuple(notes), mark, look)
