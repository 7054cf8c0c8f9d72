"""KPIs of subscriptions: MRR, its movements, churn, retention and lifetime value."""

from __future__ import annotations

import pandas as pd

from ecotools.metrics import retention, revenue
from ecotools.metrics.kpi.book import Book
from ecotools.metrics.kpi.registry import register

PAYING = "customers who pay for a subscription at the end of the month"
AT_START = "customers who pay for a subscription at the start of the month"
NOBODY_PAYS = "nobody pays for a subscription at the end of the month"
NO_MRR = "the month starts with no MRR"


@register(
    "mrr", name="MRR", base="running subscriptions", unit="currency", source="subscriptions", additive=True
)
def mrr(book: Book):
    """Monthly price, after discounts, of every paid subscription that runs at the end of the month."""
    return book.movements.get("end", pd.Series(dtype=float))


@register(
    "new_mrr",
    name="New MRR",
    base="first-time subscribers",
    unit="currency",
    source="subscriptions",
    additive=True,
)
def new_mrr(book: Book):
    """MRR at the end of the month of customers who never had any before."""
    return book.movements.get("new", pd.Series(dtype=float))


@register(
    "expansion_mrr",
    name="Expansion MRR",
    base="subscribers",
    unit="currency",
    source="subscriptions",
    additive=True,
)
def expansion_mrr(book: Book):
    """Increase over the month of the MRR of customers who had some at its start."""
    return book.movements.get("expansion", pd.Series(dtype=float))


@register(
    "contraction_mrr",
    name="Contraction MRR",
    base="subscribers",
    unit="currency",
    source="subscriptions",
    additive=True,
    direction="down",
)
def contraction_mrr(book: Book):
    """Decrease over the month of the MRR of customers who still have some at its end."""
    return book.movements.get("contraction", pd.Series(dtype=float))


@register(
    "churned_mrr",
    name="Churned MRR",
    base="subscribers",
    unit="currency",
    source="subscriptions",
    additive=True,
    direction="down",
)
def churned_mrr(book: Book):
    """MRR at the start of the month of customers who have none at its end."""
    return book.movements.get("churn", pd.Series(dtype=float))


@register(
    "reactivation_mrr",
    name="Reactivation MRR",
    base="former subscribers",
    unit="currency",
    source="subscriptions",
    additive=True,
)
def reactivation_mrr(book: Book):
    """MRR at the end of the month of customers who had none at its start, but earlier."""
    return book.movements.get("reactivation", pd.Series(dtype=float))


@register(
    "subscribers", name="Subscribers", base="everyone", unit="count", source="subscriptions", additive=True
)
def subscribers(book: Book):
    """Customers who pay for a subscription at the end of the month."""
    return book.churn.get("end", pd.Series(dtype=float))


@register(
    "arppu",
    name="Revenue per subscriber",
    base=PAYING,
    unit="currency",
    source="subscriptions",
    missing=NOBODY_PAYS,
)
def arppu(book: Book):
    """MRR / customers who pay for a subscription, at the end of the month (also called ARPA)."""
    paying = subscribers(book)
    return mrr(book) / paying.where(paying > 0)


@register(
    "arpu",
    name="Revenue per customer",
    base="people who have ever paid, by the end of the month",
    unit="currency",
    source="subscriptions",
    missing="nobody has paid yet",
)
def arpu(book: Book):
    """MRR / people who have ever paid for anything, at the end of the month."""
    earlier = (book.first_payments < book.ledger.start).sum()
    everyone = earlier + book.count(book.first_payments).cumsum()
    return mrr(book) / everyone.where(everyone > 0)


@register(
    "churn_rate",
    name="Customer churn",
    base=AT_START,
    unit="fraction",
    source="subscriptions",
    direction="down",
    missing="nobody pays for a subscription at the start of the month",
)
def churn_rate(book: Book):
    """Customers at the start of the month who pay for nothing at its end / customers at its start."""
    return book.churn.get("churn", pd.Series(dtype=float))


@register(
    "gross_mrr_churn",
    name="Gross MRR churn",
    base="MRR at the start of the month",
    unit="fraction",
    source="subscriptions",
    direction="down",
    missing=NO_MRR,
)
def gross_mrr_churn(book: Book):
    """(Churn + contraction) / MRR at the start of the month."""
    return revenue.mrr_churn(book.movements, "gross") if len(book.months) else pd.Series(dtype=float)


@register(
    "net_mrr_churn",
    name="Net MRR churn",
    base="MRR at the start of the month",
    unit="fraction",
    source="subscriptions",
    direction="down",
    missing=NO_MRR,
)
def net_mrr_churn(book: Book):
    """(Churn + contraction - expansion - reactivation) / MRR at the start of the month."""
    return revenue.mrr_churn(book.movements, "net") if len(book.months) else pd.Series(dtype=float)


@register(
    "quick_ratio",
    name="Quick ratio",
    base="MRR lost in the month",
    unit="ratio",
    source="subscriptions",
    missing="no MRR was lost in this month",
)
def quick_ratio(book: Book):
    """(New + reactivation + expansion) / (contraction + churn)."""
    if not len(book.months):
        return pd.Series(dtype=float)
    lost = book.movements["contraction"] + book.movements["churn"]
    return revenue.quick_ratio(book.movements).where(lost > 0)


@register(
    "nrr",
    name="Net revenue retention",
    base="MRR a year ago of those who paid then",
    unit="fraction",
    source="subscriptions",
    window="year",
)
def nrr(book: Book):
    """MRR now of the customers who paid 12 months ago / their MRR then."""
    return _measures(book, {month: revenue.nrr(book.ledger, month) for month in book.months})


@register(
    "grr",
    name="Gross revenue retention",
    base="MRR a year ago of those who paid then",
    unit="fraction",
    source="subscriptions",
    window="year",
)
def grr(book: Book):
    """MRR now of the customers who paid 12 months ago, none for more than then / their MRR then."""
    return _measures(book, {month: revenue.grr(book.ledger, month) for month in book.months})


@register("ltv", name="Lifetime value", base=PAYING, unit="currency", source="subscriptions")
def ltv(book: Book):
    """MRR per paying customer / customer churn of the month: revenue, if churn stayed what it is."""
    values = {}
    for month, income, churn in zip(book.months, arppu(book), churn_rate(book), strict=True):
        if pd.isna(churn) or pd.isna(income):
            lacking = "churn has no base yet" if pd.isna(churn) else NOBODY_PAYS
            values[month] = (float("nan"), lacking)
        else:
            value = retention.ltv(income, churn)
            values[month] = (float(value), value.reason)
    return pd.DataFrame(list(values.values()), index=book.months, columns=["value", "reason"])


def _measures(book: Book, found: dict) -> pd.DataFrame:
    rows = [(float(measure), measure.reason) for measure in found.values()]
    return pd.DataFrame(rows, index=book.months, columns=["value", "reason"])
