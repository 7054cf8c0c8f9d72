"""The part about the months to come: forecast, scenarios, what it depends on, and what was projected."""

import math
from functools import partial

import pandas as pd

from ecotools import plots
from ecotools.forecast import LEVEL, SCENARIOS, Forecast
from ecotools.forecast.gaps import KNOWN_OTHERWISE
from ecotools.forecast.intervals import SUMMED
from ecotools.plots.canvas.formats import count, money, percent, period, plural, quantity
from ecotools.report.blocks import (
    HALF,
    NONE,
    Columns,
    Head,
    Items,
    ReportSection,
    ReportTable,
    Words,
    picture,
    without_empty,
)
from ecotools.report.gaps import Absent, absent
from ecotools.report.inputs import Material
from ecotools.report.tables import in_words, with_range
from ecotools.report.track_record import YEAR

BARS = 6
"""Numbers in the picture of what the forecast depends on."""
LEFT_OUT = 6
"""Sentences about what the forecast leaves out."""
ASSUMES = {
    "careful": "a fifth fewer come and buy, a quarter more leave",
    "expected": "it goes on as it was",
    "hopeful": "a fifth more come and buy, a fifth fewer leave",
}
"""What each scenario of the forecast takes for granted."""
VERDICTS = {
    "within": "in line with the forecast",
    "above": "more than the forecast",
    "below": "less than the forecast",
    "unknown": "cannot be compared",
}


def outlook(material: Material) -> ReportSection | Absent:
    """Return the forecast with its scenarios, and the projections of the business."""
    made = material.forecast
    if made is None:
        if not material.blueprint.projections:
            return absent("forecast", material.no_forecast)
        return ReportSection("forecast", "Forecast", [Words(_none(material)), _stated(material)])
    blocks = [
        Words(_how(material)),
        _scenarios(material),
        _by_month(material),
        *_pictures(material),
        *_depends(material),
        *_projections(material),
        Head("What the forecast leaves out"),
        Items(_left_out(made.left_out)),
    ]
    return ReportSection("forecast", "Forecast", blocks)


def _left_out(sentences: list[str]) -> list[str]:
    """Return the first sentences about what is left out, with one for all upgrades counted otherwise."""
    counted = [one for one in sentences if one.endswith(KNOWN_OTHERWISE)]
    *others, fixed_costs = [one for one in sentences if one not in counted]
    last = [fixed_costs]
    if counted:
        upgrades = plural(len(counted), "stated upgrade")
        last.append(f"{upgrades}: how many buy these products is counted directly.")
    most = LEFT_OUT - len(last)
    if len(others) <= most:
        return [*others, *last]
    return [*others[: most - 1], *last, f"And {len(others) - most + 1} more like these."]


def _none(material: Material) -> str:
    why = f" ({material.no_forecast})" if material.no_forecast else ""
    return f"Too little is stated, or has happened, for a forecast{why}. What the business itself projects:"


def _how(material: Material) -> str:
    made = material.forecast
    start = "It begins with no customers, since no sales were handed over."
    if made.first is not None:
        start = f"It begins in {period(made.first)} with the customers that there were."
    return (
        f"Simulated, not promised: {plural(made.months, 'month')} were played through {made.runs} times, "
        "each time with other values within what is known of them. The middle of the runs is given, and the "
        f"range that {percent(LEVEL)} of them lie in. {start} It goes on as it was: it knows no price "
        "change, campaign or rival."
    )


def _pictures(material: Material) -> list:
    made, shown = material.forecast, []
    for measure in [one for one in ("revenue", "mrr") if one in made.measures]:
        rows = made.of(measure)
        name, unit = rows["name"].iloc[0], rows["unit"].iloc[0]
        last = rows.iloc[-1]
        low, high = (quantity(last[end], unit, material.currency) for end in ("low", "high"))
        title = f"{name}: {low} to {high} in {material.month_name(made.months)}"
        look = {"unit": unit, "level": LEVEL, "currency": material.currency, "title": title, "width": HALF}
        draw = partial(plots.forecast_band, rows, name=name, **look)
        shown.append([picture(draw, f"{name} by month, simulated", f"forecast-{measure}")])
    blocks: list = [Columns(shown)]
    if "mrr" not in made.measures:
        blocks.append(Words("Nothing that is sold is paid again and again, so there is no MRR.", quiet=True))
    return blocks


def _scenarios(material: Material) -> ReportTable:
    """Return each scenario: sums of the first and of all months, MRR and subscribers at the end."""
    table, made = material.scenarios, material.forecast
    shown = []
    for measure in made.measures:
        name = _name(made, measure)
        if measure in SUMMED:
            months = dict.fromkeys((min(YEAR, made.months), made.months))
            shown += [(f"{name}, {month} months", measure, month, "total") for month in months]
        else:
            shown.append((f"{name} at the end", measure, made.months, "median"))
    units = {measure: made.of(measure)["unit"].iloc[0] for measure in made.measures}
    rows = []
    for name in SCENARIOS:
        part = table[table["scenario"] == name].set_index(["kpi", "month"])
        cells = (
            quantity(part.loc[(measure, month), column], units[measure], material.currency)
            for _, measure, month, column in shown
        )
        rows.append((f"{name.capitalize()}: {ASSUMES[name]}", *cells))
    heads = ("Scenario", *(head for head, *_ in shown))
    caption = (
        f"Scenarios over {plural(made.months, 'month')}, the middle of the runs, money in {material.currency}"
    )
    return ReportTable(caption, heads, rows, tuple(range(1, len(heads))), "scenarios", table)


def _name(made: Forecast, measure: str) -> str:
    """Return the name of a measure, short enough for the head of a column."""
    return "Margin" if measure == "margin" else made.of(measure)["name"].iloc[0]


def _by_month(material: Material) -> ReportTable:
    made = material.forecast
    columns = {measure: made.of(measure) for measure in made.measures}
    rows = []
    for at in range(made.months):
        cells = [_interval(column.iloc[at], material.currency) for column in columns.values()]
        rows.append((material.month_name(at + 1).capitalize(), *cells))
    names = [_name(made, measure) for measure in columns]
    caption = f"Forecast by month: the middle (and the range of {percent(LEVEL)} of the runs)"
    numbers = tuple(range(1, len(names) + 1))
    return ReportTable(caption, ("Month", *names), rows, numbers, "forecast", made.table)


def _interval(row, currency: str) -> str:
    """Return the middle and the range in few letters; the CSV has them exactly."""
    short = partial(money, currency=currency, compact=True) if row["unit"] == "currency" else count
    return with_range(row["median"], row["low"], row["high"], short)


def _depends(material: Material) -> list:
    table = material.tornado
    if table is None or not len(table):
        return []
    months = min(YEAR, material.forecast.months)
    name = f"Revenue of {plural(months, 'month')}"
    draw = partial(plots.tornado, table, name=name, currency=material.currency, most=BARS)
    return [picture(draw, "What the forecast depends on most", "depends-on")]


def _projections(material: Material) -> list:
    table = material.projections
    if table is None:
        return []
    rows = []
    for one in table.to_dict("records"):
        span = _months(one["month"], one["to_month"])
        ends = [money(one[end], material.currency) for end in ("low", "high") if not math.isnan(one[end])]
        verdict = VERDICTS[one["verdict"]] + (f": {one['reason']}" if one["reason"] else "")
        rows.append(
            (
                in_words(one["projection"]),
                _unit(one["unit"]),
                span,
                _range(one["stated"], one["stated_high"], material.currency),
                " to ".join(ends) or NONE,
                NONE if math.isnan(one["chance"]) else percent(one["chance"]),
                verdict,
            )
        )
    heads = ("Projection", "Of", "Months", "Stated", "Forecast", "Chance to reach it", "The stated amount is")
    return [
        Head("What the business projects"),
        without_empty(
            ReportTable("Projections beside the forecast", heads, rows, (3, 4, 5), "projections", table)
        ),
    ]


def _stated(material: Material) -> ReportTable:
    rows = [
        (
            in_words(one.id),
            _unit(one.unit),
            _months(one.month, one.to_month),
            _range(one.amount, one.amount_high, material.currency),
        )
        for one in material.blueprint.projections
    ]
    heads = ("Projection", "Of", "Months", "Stated")
    return without_empty(
        ReportTable("Projections, as the business states them", heads, rows, (3,), "projections")
    )


def _unit(unit: str | None) -> str:
    return {"revenue": "revenue", "mrr": "MRR", "arr": "ARR"}.get(unit, NONE)


def _months(first, last) -> str:
    if first is None or pd.isna(first):
        return NONE
    last = first if last is None or pd.isna(last) else last
    return f"{first:g}" if first == last else f"{first:g} to {last:g}"


def _range(low, high, currency: str) -> str:
    if low is None or pd.isna(low):
        return NONE
    same = high is None or pd.isna(high) or high == low
    return money(low, currency) if same else f"{money(low, currency)} to {money(high, currency)}"
