"""The three risks of page one: the gravest that the data show, in a fixed order, in words with numbers."""

import math
from collections.abc import Iterator

from ecotools.plots.canvas.formats import money, percent, period, plural, quantity, ratio
from ecotools.report.inputs import Material
from ecotools.report.tables import lower_first, named_people, spoken
from ecotools.report.track_record import YEAR, Actual

MOST = 3
SAFE_COVERAGE = 1.25
"""Debt coverage that lenders ask for."""
MUCH = 0.4
"""Share of revenue or of new customers from which one source is a risk of its own."""
FEW_LARGE = 0.2
"""Share of revenue of five customers from which losing one of them would be felt."""
STALE = 62
"""Days after which data are old: two months have ended since."""
FELT = 0.05
"""Difference from which newer cohorts, or a year's revenue if things go badly, are called worse."""


def risks(material: Material) -> list[str]:
    """Return the three gravest risks that blueprint, ledger and forecast show, the gravest first.

    In this order: cash that runs out, debt that is not covered, nothing measured, old data, one source of
    most of the money, what the forecast depends on most, subscribers who leave, targets missed, one person
    alone, no forecast.
    """
    found = []
    for kind in (_cash, _coverage, _evidence, _sources, _forecast, _leaving, _targets, _people):
        found += kind(material)
    rest = "Nothing else that the data could show stands out."
    return found[:MOST] if len(found) >= MOST else [*found, rest]


def _cash(material: Material) -> Iterator[str]:
    cash = material.money
    if cash is not None and material.blueprint.financing.cash is not None and cash.lowest["worst_cash"] < 0:
        short = money(cash.short, material.currency)
        when = material.month_name(cash.months.loc[cash.months["worst_cash"] < 0, "month"].iloc[0])
        yield (
            f"Cash runs out in {when} if a fifth fewer come and a quarter more leave. "
            f"With {short} more it would last in nine of ten such cases."
        )


def _coverage(material: Material) -> Iterator[str]:
    cash = material.money
    if cash is None or math.isnan(cash.worst_coverage) or cash.worst_coverage >= SAFE_COVERAGE:
        return
    worst, usual = ratio(cash.worst_coverage), ratio(cash.coverage)
    yield (
        f"In the careful scenario a year of margin covers its debt payments {worst} times, in the expected "
        f"one {usual} times; lenders ask for {ratio(SAFE_COVERAGE)}."
    )


def _evidence(material: Material) -> Iterator[str]:
    if material.actual is None:
        yield "None of the numbers has been measured: they are what the business assumes or states."
        return
    if material.age > STALE:
        old = f"{plural(material.age, 'day')} before this report"
        yield f"The data end on {period(material.last_day)}, {old}: much may have changed since."


def _sources(material: Material) -> Iterator[str]:
    actual = material.actual
    if actual is None:
        return
    for shares, what in (
        (actual.by_product, "the revenue comes from one product"),
        (actual.known_channels["revenue"], f"{_known(actual)} comes from customers of one channel"),
    ):
        share = shares.iloc[0] / shares.sum() if len(shares) > 1 and shares.sum() else 0
        if share >= MUCH:
            name, so = spoken(str(shares.index[0])), "what happens to it happens to the business"
            yield f"{percent(share)} of {what}, {name}: {so}."
    few = actual.largest.get(5, 0)
    if few >= FEW_LARGE:
        yield f"The five largest customers paid {percent(few)} of what came in ({actual.when})."


def _known(actual: Actual) -> str:
    """Return which revenue it is whose channel is known, in words."""
    known, whole = (table["revenue"].sum() for table in (actual.known_channels, actual.by_channel))
    if known == whole:
        return "the revenue"
    return f"the revenue whose channel is known ({percent(known / whole)} of all)"


def _forecast(material: Material) -> Iterator[str]:
    if material.forecast is None:
        yield "There is no forecast, because too little is stated or has happened for one."
        return
    months = min(YEAR, material.forecast.months)
    table = material.scenarios[
        (material.scenarios["kpi"] == "revenue") & (material.scenarios["month"] == months)
    ]
    total = table.set_index("scenario")["total"]
    usual, careful = total["expected"], total["careful"]
    if not usual * (1 - FELT) > careful:  # most of the money comes from those who are there already
        return
    less = f"{money(careful, material.currency)}, {percent(1 - careful / usual)} less than expected"
    said = "If a fifth fewer came and bought, and a quarter more left, the revenue of "
    said += f"{_span(months)} would be {less}."
    if len(material.tornado):
        said += f" What the forecast depends on most: {lower_first(material.tornado['about'].iloc[0])}."
    yield said


def _span(months: int) -> str:
    return "the next twelve months" if months == YEAR else f"the next {plural(months, 'month')}"


def _leaving(material: Material) -> Iterator[str]:
    actual = material.actual
    if actual is None or not (actual.months["subscribers"] > 0).any():
        return
    newer, older = actual.newer_and_older
    if newer.share < older.share - FELT and newer.differs_from(older):
        yield actual.newer_and_older_said
    churn = actual.value("churn_rate")
    if churn > 0:
        half = math.ceil(math.log(0.5) / math.log(1 - min(churn, 0.99)))
        yield (
            f"{percent(churn)} of the subscribers left in {period(actual.last)}; at this pace half of those "
            f"of today are gone after {plural(half, 'month')}."
        )


def _targets(material: Material) -> Iterator[str]:
    if material.kpis is None or material.actual is None:
        return
    rows = material.kpis[material.kpis["month"] == material.actual.last]
    missed = rows[rows["on_target"].eq(False).fillna(False)]
    if len(missed):
        row = missed.iloc[0]
        said = quantity(row["value"], row["unit"], material.currency)
        aim = quantity(row["target"], row["unit"], material.currency)
        yield (
            f"{plural(len(missed), 'target')} of {len(rows)} KPIs {'was' if len(missed) == 1 else 'were'} "
            f"missed in {period(material.actual.last)}, among them {row['name']}: {said} for {aim}."
        )


def _people(material: Material) -> Iterator[str]:
    people = named_people(material.blueprint)
    if len(people) == 1:
        yield f"{people[0].name} runs it alone: nobody could stand in."
    elif not people:
        yield "Who runs it is not stated."
