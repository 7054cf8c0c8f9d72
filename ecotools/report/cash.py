"""The part about cash: what every month costs, the money asked for, and how the margin covers the debts."""

import math
from functools import partial

from ecotools.plots.canvas.formats import is_missing, listing, money, percent, plural, ratio
from ecotools.report.blocks import NONE, Facts, ReportSection, ReportTable, Words, without_empty
from ecotools.report.gaps import Absent, absent
from ecotools.report.inputs import Material
from ecotools.report.risks import SAFE_COVERAGE
from ecotools.report.tables import with_range

HALF_A_CENT = 0.005
KINDS = {"loan": "a loan", "equity": "equity", "grant": "a grant"}
"""What money that is asked for is called, after "as"."""


def financing(material: Material) -> ReportSection | Absent:
    """Return the money asked for with its use and terms, and cash and coverage by month."""
    if material.blueprint.financing is None:
        return absent("cash")
    blocks: list = [Facts(_facts(material))]
    if material.money is None:
        blocks.append(
            Words("Cash by month needs a forecast, and there is none: see above what it would take.")
        )
        return ReportSection("cash", "Cash and financing", blocks)
    blocks += [Words(sentence) for sentence in (_covered(material), _lasts(material)) if sentence]
    return ReportSection(
        "cash", "Cash and financing", [*blocks, _by_month(material), Words(_taken(material), quiet=True)]
    )


def _facts(material: Material) -> list[tuple[str, str]]:
    asked, currency = material.blueprint.financing, material.currency
    pairs = [("Cash today", "not stated" if asked.cash is None else money(asked.cash, currency))]
    if asked.costs is None:
        pairs.append(("Fixed costs", "not stated: the numbers below are before wages, rent and tools"))
    else:
        each = [f"{one.what} {money(one.per_month, currency)}" for one in asked.costs]
        named = f": {listing(each, most=8)}" if each else ""
        pairs.append(("Fixed costs", f"{money(asked.fixed_per_month, currency)} a month{named}"))
    debts = [
        f"{one.what}, {money(one.per_month, currency)} a month for {plural(one.months_left, 'month')}"
        for one in asked.debts or []
    ]
    said = "not stated" if asked.debts is None else "none"
    pairs.append(("Debts today", listing(debts, most=6) if debts else said))
    return [*pairs, *_asked(material)]


def kept_as_cash(asked) -> float:
    """Return what is left of the money asked for when all that it is for is paid; 0 when nothing is."""
    kept = asked.asked - sum(one.amount for one in asked.use or [])
    return kept if asked.use and kept > HALF_A_CENT else 0.0


def _asked(material: Material) -> list[tuple[str, str]]:
    asked, currency = material.blueprint.financing, material.currency
    if not asked.asked:
        return [("Money asked for", "none")]
    kind = f", as {KINDS[asked.kind]}" if asked.kind else ""
    when = f"month {asked.month}"
    if material.forecast is not None and asked.month <= material.forecast.months:
        when = material.month_name(asked.month)
    pairs = [("Money asked for", f"{money(asked.asked, currency)}{kind}, in {when}")]
    if asked.use:
        pairs.append(
            ("What for", listing([f"{one.what} {money(one.amount, currency)}" for one in asked.use], most=8))
        )
        if (kept := kept_as_cash(asked)) > 0:
            pairs.append(("Kept as cash", money(kept, currency)))
    terms = [f"{percent(asked.interest)} interest a year"] if asked.interest is not None else []
    if asked.term_months:
        terms.append(f"paid back in {plural(asked.term_months, 'month')}, in equal payments")
    if asked.grace_months:
        terms.append(f"interest alone in the first {asked.grace_months}")
    if asked.kind == "loan" and not asked.term_months:
        terms.append("how long it runs is not stated, so its payments are not in the numbers")
    pairs += [("Terms", "; ".join(terms))] if terms else []
    return pairs + ([("Security", asked.security)] if asked.security else [])


def _covered(material: Material) -> str:
    cash = material.money
    if math.isnan(cash.coverage):
        return "No debt is paid in these months, so there is nothing to cover."
    holds = "holds in both" if cash.worst_coverage >= SAFE_COVERAGE else "does not hold in the careful one"
    if cash.coverage < SAFE_COVERAGE:
        holds = "holds in neither"
    return (
        "Debt coverage is what is left of the margin after fixed costs, divided by the debt payments. Over "
        f"the worst twelve months in a row it is {ratio(cash.coverage)} in the expected scenario and "
        f"{ratio(cash.worst_coverage)} in the careful one, in which a fifth fewer come and buy and a quarter "
        f"more leave. The {ratio(SAFE_COVERAGE)} that lenders ask for {holds}."
    )


def _lasts(material: Material) -> str:
    cash, low = material.money, material.money.lowest
    at_least = money(low["worst_cash"], material.currency)
    said = f"Cash is lowest in {material.month_name(low['month'])} of the careful scenario, at {at_least}"
    if material.blueprint.financing.cash is None:
        return f"{said}, counted from nothing, since no cash is stated."
    if cash.short > 0:
        short = money(cash.short, material.currency)
        return f"{said}. With {short} more it would last in nine of ten runs of it."
    return f"{said}; it lasts in nine of ten runs of it."


def _by_month(material: Material) -> ReportTable:
    table, currency = material.money.months, material.currency
    short = partial(money, currency=currency, compact=True)  # the CSV has them exactly
    rows = []
    for one in table.to_dict("records"):
        cover, worst = (
            NONE if is_missing(one[name]) else ratio(one[name]) for name in ("coverage", "worst_coverage")
        )
        net = one["received"] - one["spent"]
        rows.append(
            (
                material.month_name(one["month"]).capitalize(),
                money(one["margin"], currency),
                money(one["payment"], currency) if one["payment"] else NONE,
                money(net, currency, signed=True) if net or one["received"] else NONE,
                with_range(one["cash"], one["cash_low"], one["cash_high"], short),
                cover,
                money(one["worst_cash"], currency),
                worst,
            )
        )
    heads = ("Month", "Margin", "Debt payments", "Money asked for, less its use", "Cash at the end")
    heads += ("Coverage", "Cash, careful", "Coverage, careful")
    caption = "Cash and debt coverage by month, after fixed costs; in brackets the range of 80% of the runs"
    full = ReportTable(caption, heads, rows, tuple(range(1, len(heads))), "cash", table, paper=24)
    return without_empty(full)


def _taken(material: Material) -> str:
    actual, also = material.actual, ""
    if actual is not None and actual.spent > 0:
        each = money(actual.spent / len(actual.year), material.currency)
        also = (
            f" Payments to channels for new customers were {each} a month ({actual.when}); this money counts "
            "where it is among the fixed costs above, and nowhere else."
        )
    return (
        "Margin is taken as cash of its month; taxes are not in it. Interest is paid by the month; the "
        f"payments of the money asked for begin in the month after it comes.{also}"
    )
