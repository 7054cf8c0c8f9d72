"""The part about what happened: revenue and MRR by month, cohorts, retention, funnel and channels."""

import math
from functools import partial

import pandas as pd

from ecotools import plots
from ecotools.metrics import retention
from ecotools.metrics.kpi.registry import REGISTRY
from ecotools.plots.canvas.formats import count, listing, money, percent, period, plural, quantity
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
from ecotools.report.kpis import latest, stated, watched
from ecotools.report.tables import spoken
from ecotools.report.track_record import Actual

RETENTION = ("churn_rate", "gross_mrr_churn", "nrr", "grr", "quick_ratio", "arppu", "ltv", "refund_rate")
OF_WHOM = {"churn_rate": 2, "nrr": 13, "grr": 13}
"""Rates of customers, and which month from the last one has the customers that they are shares of."""
AGES = 9
"""Ages of a cohort that stand in a picture beside another."""


def actuals(material: Material) -> ReportSection | Absent:
    """Return what happened so far, and the KPIs and numbers that the business watches or states."""
    actual = material.actual
    watching = [*watched(material), *stated(material)]
    if actual is None:
        if not watching:
            return absent("actual", _brings(material))
        said = Words("Nothing was measured: no sales of a whole month were handed over.")
        return ReportSection("actual", "What happened so far", [said, *watching])
    blocks = [
        Words(_source(material, actual)),
        *_sales(actual, material.currency),
        *_subscribers(actual, material.currency),
        *_ways(actual, material.currency),
        *watching,
    ]
    return ReportSection("actual", "What happened so far", blocks)


def _brings(material: Material) -> str:
    if material.ledger is None:
        return ""
    return "a ledger that has sales in at least one whole month"


def _source(material: Material, actual: Actual) -> str:
    """Return in words where the numbers come from, and which months are left out."""
    ledger = actual.ledger
    span = f"{period(ledger.start)} to {period(material.last_day)}"
    said = f"Computed from sales and subscriptions from {span}."
    if ledger.truth:
        said += " They were simulated: nothing in them has happened."
    if actual.partial:
        names = listing([period(month) for month in actual.partial])
        are = "is" if len(actual.partial) == 1 else "are"
        said += f" {names} {are} left out: only a part is known."
    return (
        f"{said} Revenue is one-time sales before refunds, and subscriptions as they are earned day by day. "
        "Margin is revenue after refunds and after what the business says that a sale costs. Money given "
        "back for days after a subscription ended was never revenue, so it is not among the refunds. MRR is "
        "the monthly price, after discounts, of every paid subscription that runs at the end of the month."
    )


def _sales(actual: Actual, currency: str) -> list:
    shown = actual.months.iloc[::-1]
    columns = ["revenue", "one_time", "recurring", "refunds", "costs", "margin", "mrr"]
    rows = [
        (
            period(month),
            *(money(row[name], currency) for name in columns),
            count(row["subscribers"]),
            count(row["new_customers"]),
        )
        for month, row in shown.iterrows()
    ]
    heads = ("Month", "Revenue", "One-time", "Recurring", "Refunds", "Costs of sales", "Margin", "MRR")
    heads += ("Subscribers", "New customers")
    exact = shown.reset_index().astype({"month": str})
    caption = f"Month by month, the latest first, in {currency}"
    numbers = tuple(range(1, len(heads)))
    return [ReportTable(caption, heads, rows, numbers, "months", exact), *_concentration(actual, currency)]


def _concentration(actual: Actual, currency: str) -> list:
    sold = actual.by_product
    rows = [(name, money(value, currency), percent(value / sold.sum())) for name, value in sold.items()]
    exact = sold.rename_axis("product").reset_index(name="revenue")
    caption, heads = f"Revenue by product, {actual.when}", ("Product", "Revenue", "Share")
    return [
        Head("On whom and what it depends"),
        Words(_largest(actual)),
        ReportTable(caption, heads, rows, (1, 2), "revenue-by-product", exact, paper=8),
    ]


def _largest(actual: Actual) -> str:
    """Return how much of the money the largest customers paid."""
    few = [
        f"the largest {number} paid {percent(share)}"
        for number, share in actual.largest.items()
        if number > 1
    ]
    paid = f"{plural(len(actual.by_customer), 'customer')} paid ({actual.when})"
    return f"{paid}; of the money {listing(few)}." if few else f"{paid}."


def _subscribers(actual: Actual, currency: str) -> list:
    if not len(actual.movements):
        return [Words("Nothing that was sold is paid again and again, so there is no MRR.", quiet=True)]
    moves = actual.movements
    draw = partial(plots.mrr_movements, moves.tail(12), currency=currency, width=HALF)
    cohorts = {of: actual.cohorts(of).iloc[:, :AGES] for of in ("customers", "revenue")}
    pictures = [picture(draw, "MRR movements by month", "mrr-movements")]
    draw = partial(plots.cohort_heatmap, cohorts["customers"], noun="subscribers", width=HALF)
    pictures.append(picture(draw, "Subscribers still there, by month of joining", "cohorts"))
    return [
        Head("Subscribers"),
        Columns([[one] for one in pictures]),
        _movement_table(moves, currency),
        *_cohort_words(actual, cohorts["revenue"]),
        _retention_table(actual, currency),
        *_losses(actual),
    ]


def _movement_table(moves: pd.DataFrame, currency: str) -> ReportTable:
    names = ["start", "new", "expansion", "reactivation", "contraction", "churn", "end"]
    shown = moves[names].iloc[::-1]
    rows = [(period(month), *(money(value, currency) for value in row)) for month, row in shown.iterrows()]
    heads = ("Month", "MRR before", "New", "Expansion", "Reactivation", "Contraction", "Churn", "MRR after")
    exact = shown.reset_index().astype({"month": str})
    caption = f"MRR movements, the latest month first, in {currency}"
    return ReportTable(caption, heads, rows, tuple(range(1, len(heads))), "movements", exact, paper=6)


def _cohort_words(actual: Actual, money_kept: pd.DataFrame) -> list:
    told = [actual.newer_and_older_said] if actual.newer_and_older_said else []
    if 6 in money_kept.columns and money_kept[6].notna().any():
        told.append(
            f"Six months after they joined, subscribers pay {percent(money_kept[6].mean())} of what they "
            "paid at first (mean of the cohorts)."
        )
    return [Items(told)] if told else []


def _retention_table(actual: Actual, currency: str) -> ReportTable:
    """Return the numbers of retention of the last month, with what each means."""
    rows, exact = [], []
    for id in RETENTION:
        known, value = REGISTRY[id], actual.value(id)
        year_ago = actual.months[id].iloc[-13] if len(actual.months) > 12 else float("nan")
        before = NONE if pd.isna(year_ago) else quantity(year_ago, known.unit, currency)
        said = latest(actual.table[actual.table["kpi"] == id], actual.last, currency) + _of_whom(actual, id)
        rows.append((known.name, said, before, known.definition.split("\n")[0]))
        exact.append(
            {"kpi": id, "value": float(value), "a_year_ago": year_ago, "definition": known.definition}
        )
    heads = ("Number", period(actual.last), "A year before", "How it is computed")
    caption = f"Retention and revenue quality in {period(actual.last)}"
    return without_empty(ReportTable(caption, heads, rows, (1, 2), "retention", pd.DataFrame(exact)))


def _of_whom(actual: Actual, id: str) -> str:
    """Return of how many customers the last rate is, where it is known: a share of few says little."""
    back = OF_WHOM.get(id, len(actual.months) + 1)
    if back > len(actual.months) or math.isnan(actual.value(id)):
        return ""
    return f" (of {plural(round(actual.months['subscribers'].iloc[-back]), 'customer')})"


def _losses(actual: Actual) -> list:
    first, after = actual.span
    lost = retention.losses(actual.ledger, first, after)
    told = []
    if len(lost):
        failed = (lost["ended_by"] == "payment_failed").mean()
        told.append(
            f"Of {plural(len(lost), 'subscriber')} lost since {period(actual.year.index[0])}, "
            f"{percent(failed)} left because a payment failed."
        )
    begun = retention.trials(actual.ledger)
    began, went = begun["began"].sum(), begun["went_on"].sum()
    if began:
        over = went + begun["left"].sum()
        share = f"{percent(went / over)} of those that are over became paid" if over else "none is over yet"
        told.append(f"{plural(int(began), 'free trial')} began in all; {share}.")
    return [Items(told)] if told else []


def _ways(actual: Actual, currency: str) -> list:
    table = actual.funnel()
    blocks = []
    if len(table):
        days = plural(table.attrs["days"], "day")
        draw = partial(plots.funnel, table, width=HALF)
        rows = [
            (row.step.capitalize(), count(row.n), percent(row.step_rate), percent(row.cumulative_rate))
            for row in table.itertuples()
        ]
        heads = ("Stage", "People", "Of the stage before", "Of all")
        caption = f"People who reached each stage, in this order and within {days}"
        shown = picture(draw, f"Funnel as measured, within {days}", "funnel")
        blocks += [
            Head("How customers come"),
            Columns([[shown], [ReportTable(caption, heads, rows, (1, 2, 3), "funnel-measured", table)]]),
        ]
    return [*blocks, *_channels(actual, currency)]


def _channels(actual: Actual, currency: str) -> list:
    found = actual.by_channel
    if not len(found):
        return []
    spent = "cost" in found.columns
    rows = [
        (
            spoken(str(channel)),
            count(row["new_customers"]),
            money(row["revenue"], currency),
            percent(row["revenue"] / found["revenue"].sum()) if found["revenue"].sum() else NONE,
            money(row["cost"], currency) if spent and row["cost"] > 0 else NONE,
            money(row["cac"], currency) if spent and row["cost"] > 0 else NONE,
        )
        for channel, row in found.iterrows()
    ]
    heads = ("Channel", "New customers", "Revenue", "Share", "Spent", "Cost of a new customer")
    exact = found.rename_axis("channel").reset_index()
    table = ReportTable(f"Channels, {actual.when}", heads, rows, (1, 2, 3, 4, 5), "channels", exact, paper=8)
    blocks: list = [without_empty(table)]
    if not spent:
        said = "No spending on advertising was handed over, so what a customer costs cannot be said."
        blocks.append(Words(said, quiet=True))
    return blocks
