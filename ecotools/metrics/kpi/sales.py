"""KPIs of people on their way and of what they buy: touches and orders."""

import numpy as np
import pandas as pd

from ecotools.metrics import revenue
from ecotools.metrics.kpi.book import Book
from ecotools.metrics.kpi.registry import register

NEWCOMERS = "people seen for the first time in the month, observed for the whole window"


@register("visitors", name="Visitors", base="everyone", unit="count", source="touches", additive=True)
def visitors(book: Book):
    """People seen for the first time in the month, at any stage."""
    return book.count(book.first_touches())


@register("leads", name="Leads", base="everyone", unit="count", source="touches", additive=True)
def leads(book: Book):
    """People who reached the stage consideration for the first time in the month."""
    return book.count(book.first_touches("consideration"))


@register("lead_conversion", name="Lead conversion", base=NEWCOMERS, unit="fraction", source="touches")
def lead_conversion(book: Book):
    """People first seen at awareness in the month who reach consideration within the window / all of them.

    The window is that of the blueprint's funnel step, else 30 days.
    """
    return book.step_rate("awareness", "consideration")


@register(
    "conversion",
    name="Conversion",
    base="people who became leads in the month, observed for the whole window",
    unit="fraction",
    source="touches",
)
def conversion(book: Book):
    """People who became leads in the month and reach purchase within the window / all of them.

    The window is that of the blueprint's funnel step, else 30 days.
    """
    return book.step_rate("consideration", "purchase")


@register(
    "activation_rate",
    name="Activation",
    base="people first at the stage before activation in the month, observed for the whole window",
    unit="fraction",
    source="touches",
)
def activation_rate(book: Book):
    """People first at the stage before activation in the month who reach it within the window / all of them.

    The stage before is that of the blueprint's funnel step to activation, for a trial consideration, else
    purchase; the window is that of the step, else 30 days.
    """
    steps = [step.from_stage for step in book.blueprint.funnel if step.to_stage == "activation"]
    return book.step_rate(steps[0] if steps else "purchase", "activation")


@register(
    "new_customers", name="New customers", base="everyone", unit="count", source="orders", additive=True
)
def new_customers(book: Book):
    """People who paid for the first time in the month, for an order or a subscription."""
    return book.count(book.first_payments)


@register("customers", name="Customers", base="everyone", unit="count", source="orders", additive=True)
def customers(book: Book):
    """People who have ever paid, by the end of the month."""
    return book.ever_paid


@register("orders", name="Orders", base="everyone", unit="count", source="orders", additive=True)
def orders(book: Book):
    """One-time orders paid in the month; free ones are left out."""
    return book.count(book.one_time.drop_duplicates("order_id")["day"])


@register(
    "order_revenue",
    name="One-time sales",
    base="everyone who paid",
    unit="currency",
    source="orders",
    additive=True,
)
def order_revenue(book: Book):
    """Paid for one-time orders in the month, before refunds."""
    return book.total(book.one_time["amount"], book.one_time["day"])


@register(
    "revenue", name="Revenue", base="everyone who paid", unit="currency", source="orders", additive=True
)
def revenue_of_month(book: Book):
    """One-time sales of the month, before refunds, + subscription revenue earned in it day by day."""
    return order_revenue(book) + recurring_revenue(book)


@register(
    "recurring_revenue",
    name="Recurring revenue",
    base="paying subscribers",
    unit="currency",
    source="subscriptions",
    additive=True,
)
def recurring_revenue(book: Book):
    """Subscription revenue earned in the month: MRR of each of its days / days of the month, summed."""
    if not len(book.months) or book.ledger.subscriptions.empty:
        return pd.Series(0.0, index=book.months)
    days = pd.date_range(book.ledger.start, book.ledger.end, inclusive="left")
    daily = revenue.mrr(book.ledger, list(days))
    earned = pd.Series(np.asarray(daily, dtype=float) / days.days_in_month, index=days)
    return earned.groupby(days.to_period("M")).sum().reindex(book.months)


@register(
    "aov",
    name="Average order value",
    base="one-time orders of the month",
    unit="currency",
    source="orders",
    missing="no paid order in this month",
)
def aov(book: Book):
    """Paid for one-time orders / these orders; free ones are left out."""
    return pd.Series({month: float(revenue.aov(rows)) for month, rows in book.monthly(book.one_time)})


@register(
    "refund_rate",
    name="Refund rate",
    base="paid for one-time orders of the month, observed for the whole refund window",
    unit="fraction",
    direction="down",
    source="orders",
)
def refund_rate(book: Book):
    """Money of the month's one-time orders that was refunded, whenever that was / paid for these orders.

    The refund window is that of the blueprint's assumptions, else 30 days.
    """
    assumed = book.blueprint.assumptions
    window = assumed.refund_window_days if assumed else 30
    lines = book.one_time
    table = book.ripe_ratio(lines["day"], lines["refunded"], lines["amount"], window)
    reason = table["reason"].replace("nobody started in this month", "no paid order in this month")
    return table.assign(reason=reason)
