"""Page one: what the business is, what it earns, how it goes, what it needs, and what could go wrong."""

import math
from functools import partial

import pandas as pd

from ecotools import plots
from ecotools.plots.canvas.formats import count, listing, money, percent, period, plural, quantity, ratio
from ecotools.report.blocks import (
    HALF,
    Cards,
    Columns,
    Facts,
    Head,
    Items,
    NumberCard,
    ReportSection,
    Words,
    picture,
)
from ecotools.report.cash import KINDS, kept_as_cash
from ecotools.report.inputs import Material
from ecotools.report.risks import risks
from ecotools.report.tables import lower_first, name_of, named_people, price, priced, role, upper_first, when
from ecotools.report.track_record import Actual

SHOWN = 24
"""Months in the picture of the trend."""


def summary(material: Material) -> ReportSection:
    """Return the business on one page."""
    trend = [Head("Trend"), *_trend(material)]
    needed = [Head("What is needed"), *_needed(material)]
    return ReportSection(
        "summary",
        "In short",
        [
            Facts(_facts(material)),
            Cards("In short", cards(material)),
            Columns([trend, needed]),
            Head("Three risks"),
            Items(risks(material), numbered=True),
        ],
    )


def _facts(material: Material) -> list[tuple[str, str]]:
    blueprint = material.blueprint
    audience, strategy = blueprint.audience, blueprint.strategy
    pairs = []
    if strategy and strategy.value_proposition:
        pairs.append(("What it does", strategy.value_proposition))
    if audience:
        problem = f". Their problem: {audience.pain_point}" if audience.pain_point else ""
        pairs.append(("For whom", f"{audience.who.rstrip('.')}{problem}"))
    if blueprint.products:
        pairs.append(("What it sells", _sells(material)))
    if since := _since(material):
        pairs.append(("Since", since))
    pairs.append(("Who runs it", _people(blueprint)))
    pairs.append(("Data", freshness(material)))
    return pairs


def _sells(material: Material) -> str:
    products = material.blueprint.products
    cores = [one.name for one in products if one.kind == "core"] or [one.name for one in products]
    said = sorted(priced(material.blueprint), key=lambda one: one.price)
    if not said:
        return f"{listing(cores, most=3)}; no price is stated"
    low, high = (
        "nothing" if one.price == 0 else price(one, material.currency) for one in (said[0], said[-1])
    )
    span = low if low == high else f"from {low} to {high}"
    if said[-1].price == 0:
        span = "free"
    return f"{listing(cores, most=3)}; {plural(len(products), 'product')} in all, {span}"


def _since(material: Material) -> str:
    if material.blueprint.since:
        return period(pd.Timestamp(material.blueprint.since))
    begun = [one.launch_date for one in material.blueprint.products if one.launch_date]
    begun = [day for day in begun if day <= material.day]
    return f"{period(pd.Timestamp(min(begun)))}, when the first product was launched" if begun else ""


def _people(blueprint) -> str:
    people = named_people(blueprint)
    if not people:
        return "not stated"
    return listing([f"{one.name} ({role(one)})" for one in people], most=5)


def freshness(material: Material) -> str:
    """Return how old the data are, and whose they are."""
    said = "what the business states about itself; nothing was measured"
    if not pd.isna(material.last_day):
        age = material.age
        old = f"{plural(age, 'day')} before this report" if age > 0 else "the day of this report"
        said = f"sales from {period(material.ledger.start)} to {period(material.last_day)} ({old})"
        if material.ledger.truth:
            said += "; they are simulated, nothing in them has happened"
    if material.blueprint.as_of:
        said += f"; the business as of {period(pd.Timestamp(material.blueprint.as_of))}"
    return upper_first(said)


def cards(material: Material) -> list[NumberCard]:
    """Return the numbers of page one; one that nothing says is there with the reason."""
    actual = material.actual
    found = _stated(material) if actual is None else _measured(actual, material.currency)
    return [*found, _cash(material), _payback(material)]


def _measured(actual: Actual, currency: str) -> list[NumberCard]:
    year, span, last = actual.year, actual.when, period(actual.last)
    grown, of, over = actual.growth()
    more = f"{of}: {percent(grown, signed=True)} on {over}" if of else over
    sold = year["revenue"].sum()
    again = f"{percent(year['recurring'].sum() / sold)} of it recurring" if sold else "no sale"
    subscribers = year["subscribers"].iloc[-1]
    margin = year["margin"].sum()
    paid = len(actual.by_customer)
    return [
        NumberCard("Revenue", money(sold, currency), (span, upper_first(more), again)),
        NumberCard("MRR", money(year["mrr"].iloc[-1], currency), (f"End of {last}", _mrr_growth(actual))),
        NumberCard(
            "Customers", count(paid), (f"Paid in {span}", f"{count(subscribers)} subscribers at the end")
        ),
        NumberCard(
            "Margin",
            percent(margin / sold) if sold else "no number",
            (f"{money(margin, currency)} after refunds{_costs(actual)}", _not_taken_off(actual, currency)),
        ),
    ]


def _costs(actual: Actual) -> str:
    """Return whether the costs of sales are taken off; they are unknown where no product states one."""
    stated = any(one.said("cost") for one in actual.blueprint.products)
    return " and product costs" if stated else "; no product costs are stated"


def _not_taken_off(actual: Actual, currency: str) -> str:
    """Return what the margin has still to pay: fixed costs, and what brings customers."""
    spent = actual.spent
    also = f" and {money(spent, currency)} paid to channels" if spent > 0 else ""
    return f"Fixed costs{also} are not taken off"


def _mrr_growth(actual: Actual) -> str:
    mrr = actual.months["mrr"]
    size = 12 if len(mrr) > 12 else len(mrr) - 1
    if size < 1 or not mrr.iloc[-1 - size] > 0:
        return "No earlier month to compare with" if mrr.iloc[-1] else "Nothing is paid again and again"
    return f"{percent(mrr.iloc[-1] / mrr.iloc[-1 - size] - 1, signed=True)} in {plural(size, 'month')}"


def _stated(material: Material) -> list[NumberCard]:
    """Return what the business says of its numbers: none of it was measured."""
    stated = {
        one.metric: one for one in material.blueprint.measured or [] if not one.product and not one.segment
    }
    names = {"revenue": "Revenue", "mrr": "MRR", "paid_students": "Customers"}
    found = []
    for metric, name in names.items():
        one = stated.get(metric)
        unit = "count" if metric == "paid_students" else "currency"
        if one is None or one.last is None:
            found.append(NumberCard(name, "not measured", ("No sales were handed over",)))
        else:
            month = next(reversed(one.series), None)
            when = f"{period(pd.Period(month, 'M'))}, " if month else ""
            found.append(
                NumberCard(name, quantity(one.last, unit, material.currency), (f"{when}stated, not checked",))
            )
    return [*found, NumberCard("Margin", "not measured", ("No sales were handed over",))]


def _cash(material: Material) -> NumberCard:
    asked, cash = material.blueprint.financing, material.money
    if asked is None or asked.cash is None:
        return NumberCard("Cash", "not stated", ("The business states no cash",))
    value, notes = money(asked.cash, material.currency), ["Today, as stated"]
    if cash is not None:
        low = cash.lowest
        when = material.month_name(low["month"])
        notes.append(
            f"Lowest month-end if things go badly: {money(low['worst_cash'], material.currency)}, {when}"
        )
    return NumberCard("Cash", value, tuple(notes))


def _payback(material: Material) -> NumberCard:
    cash = material.money
    if cash is not None and not math.isnan(cash.coverage):
        worst = f"{ratio(cash.worst_coverage)} in the careful scenario"
        return NumberCard(
            "Debt coverage", f"{ratio(cash.coverage)} times", ("The lowest of any twelve months", worst)
        )
    if material.actual is None:
        return NumberCard("Payback", "not measured", ("No sales were handed over",))
    found = material.actual.payback()
    if math.isnan(found):
        return NumberCard("Payback", "no number", (upper_first(found.reason),))
    return NumberCard(
        "Payback", plural(math.ceil(found), "month"), ("Until a new customer has paid for advertising",)
    )


def _trend(material: Material) -> list:
    actual = material.actual
    if actual is None or len(actual.months) < 2:
        return [Words(_without_trend(material))]
    shown = actual.months.tail(SHOWN)
    columns = {"revenue": "Revenue", "mrr": "MRR"} if (shown["mrr"] > 0).any() else {"revenue": "Revenue"}
    table = shown.rename(columns=columns).rename_axis("month").reset_index()
    grown, of, over = actual.growth()
    title = f"Revenue was {money(shown['revenue'].iloc[-1], material.currency)} in {period(actual.last)}"
    if of:
        title = f"Revenue of {of} is {percent(abs(grown))} {'above' if grown >= 0 else 'below'} {over}"
    how = {"title": title, "unit": "currency", "currency": material.currency, "width": HALF}
    draw = partial(plots.lines, table, "month", list(columns.values()), **how)
    return [picture(draw, f"Revenue{' and MRR' if len(columns) > 1 else ''} by month", "trend")]


def _without_trend(material: Material) -> str:
    if material.actual is not None:
        return f"Sales of one whole month were handed over, {period(material.actual.last)}: no trend yet."
    if made := material.forecast:
        last = made.of("revenue").iloc[-1]
        low, high = (money(last[end], material.currency) for end in ("low", "high"))
        return (
            "No sales were handed over, so there is no trend. By what the business assumes, the forecast is "
            f"{low} to {high} of revenue in {material.month_name(made.months)}."
        )
    return "No sales were handed over, so there is no trend."


def _needed(material: Material) -> list:
    asked, plan = material.blueprint.financing, material.blueprint.plan
    if asked is not None and asked.asked:
        kind = f" as {KINDS[asked.kind]}" if asked.kind else ""
        said = f"{money(asked.asked, material.currency)}{kind}{_terms(asked)}."
        blocks: list = [Words(said)]
        if asked.use:
            uses = [f"{one.what}: {money(one.amount, material.currency)}" for one in asked.use]
            if (kept := kept_as_cash(asked)) > 0:
                uses.append(f"Kept as cash: {money(kept, material.currency)}")
            shown = uses if len(uses) <= 5 else [*uses[:4], f"and {len(uses) - 4} more"]
            blocks.append(Items(shown))
        return blocks
    nothing = "No money is asked for." if asked is not None else "The business states no need of money."
    if plan and plan.phases:
        coming = [one for one in plan.phases if one.end is None or one.end >= material.day]
        told = [f"{name_of(one)} ({when(one)})" for one in coming]
        if told:
            return [Words(f"{nothing} What comes next in its plan:"), Items(told[:4])]
    return [Words(nothing)]


def _terms(asked) -> str:
    parts = []
    if asked.interest is not None:
        parts.append(f"at {percent(asked.interest)} a year")
    if asked.term_months:
        parts.append(f"paid back in {plural(asked.term_months, 'month')}")
    if asked.grace_months:
        parts.append(f"the first {asked.grace_months} of them interest alone")
    if asked.security:
        parts.append(f"secured by {lower_first(asked.security)}")
    return "".join(f", {part}" for part in parts)
