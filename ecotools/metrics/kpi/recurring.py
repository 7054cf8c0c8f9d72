"""KPIs of subscriptions: MRR, its movements, churn, retention and lifetime value."""

from functools import partial

import pandas as pd

from ecotools.metrics import retention, revenue
from ecotools.metrics.kpi.book import Book
from ecotools.metrics.kpi.registry import register
from ecotools.metrics.kpi.sales import recurring_revenue, revenue_of_month
from ecotools.metrics.revenue.rates import retention_by_month

PAYING = "customers who pay for a subscription at the end of the month"
AT_START = "customers who pay for a subscription at the start of the month"
NOBODY_PAYS = "nobody pays for a subscription at the end of the month"
LTV_MONTHS = 6
NO_MRR = "the month starts with no MRR"

_register = partial(register, source="subscriptions")
_amount = partial(_register, unit="currency", additive=True)
_fraction = partial(_register, unit="fraction")


@_amount("mrr", name="MRR", base="running subscriptions")
def mrr(book: Book):
    """Monthly price, after discounts, of every paid subscription that runs at the end of the month."""
    return book.movements["end"]


@_amount("new_mrr", name="New MRR", base="first-time subscribers")
def new_mrr(book: Book):
    """MRR at the end of the month of customers who never had any before."""
    return book.movements["new"]


@_amount("expansion_mrr", name="Expansion MRR", base="subscribers")
def expansion_mrr(book: Book):
    """Increase over the month of the MRR of customers who had some at its start."""
    return book.movements["expansion"]


@_amount("contraction_mrr", name="Contraction MRR", base="subscribers", direction="down")
def contraction_mrr(book: Book):
    """Decrease over the month of the MRR of customers who still have some at its end."""
    return book.movements["contraction"]


@_amount("churned_mrr", name="Churned MRR", base="subscribers", direction="down")
def churned_mrr(book: Book):
    """MRR at the start of the month of customers who have none at its end."""
    return book.movements["churn"]


@_amount("reactivation_mrr", name="Reactivation MRR", base="former subscribers")
def reactivation_mrr(book: Book):
    """MRR at the end of the month of customers who had none at its start, but earlier."""
    return book.movements["reactivation"]


@_register("subscribers", name="Subscribers", base="everyone", unit="count", additive=True)
def subscribers(book: Book):
    """Customers who pay for a subscription at the end of the month."""
    return book.churn["end"]


@_register("arppu", name="Revenue per subscriber", base=PAYING, unit="currency", missing=NOBODY_PAYS)
def arppu(book: Book):
    """MRR / customers who pay for a subscription, at the end of the month (also called ARPA)."""
    paying = subscribers(book)
    return mrr(book) / paying.where(paying > 0)


@_register(
    "arpu",
    name="Revenue per customer",
    base="people who bought or subscribed in the month",
    unit="currency",
    missing="nobody bought or subscribed in this month",
)
def arpu(book: Book):
    """Revenue of the month, one-time sales included / people who bought or subscribed in it."""
    return revenue_of_month(book) / book.paying.where(book.paying > 0)


@_fraction(
    "trial_to_paid",
    name="Trials that pay",
    base="free trials that ended in the month",
    missing="no free trial ended in this month",
)
def trial_to_paid(book: Book):
    """Free trials that ended in the month and became paid on that day / all that ended in it."""
    return retention.trials(book.ledger, by="month")["to_paid"]


@_register(
    "mrr_per_customer",
    name="MRR per past or present customer",
    base="people who have ever paid, by the end of the month",
    unit="currency",
    missing="nobody has paid yet",
)
def mrr_per_customer(book: Book):
    """MRR / people who have ever paid for anything, at the end of the month."""
    return mrr(book) / book.ever_paid.where(book.ever_paid > 0)


@_fraction(
    "churn_rate",
    name="Customer churn",
    base=AT_START,
    direction="down",
    missing="nobody pays for a subscription at the start of the month",
)
def churn_rate(book: Book):
    """Customers at the start of the month who pay for nothing at its end / customers at its start."""
    return book.churn["churn"]


@_fraction(
    "gross_mrr_churn",
    name="Gross MRR churn",
    base="MRR at the start of the month",
    direction="down",
    missing=NO_MRR,
)
def gross_mrr_churn(book: Book):
    """(Churn + contraction) / MRR at the start of the month."""
    return revenue.mrr_churn(book.movements, "gross")


@_fraction(
    "net_mrr_churn",
    name="Net MRR churn",
    base="MRR at the start of the month",
    direction="down",
    missing=NO_MRR,
)
def net_mrr_churn(book: Book):
    """(Churn + contraction - expansion - reactivation) / MRR at the start of the month."""
    return revenue.mrr_churn(book.movements, "net")


@_register(
    "quick_ratio",
    name="Quick ratio",
    base="MRR lost in the month",
    unit="ratio",
    missing="no MRR was lost in this month",
)
def quick_ratio(book: Book):
    """(New + reactivation + expansion) / (contraction + churn)."""
    lost = book.movements["contraction"] + book.movements["churn"]
    return revenue.quick_ratio(book.movements).where(lost > 0)


@_fraction("nrr", name="Net revenue retention", base="MRR a year ago of those who paid then", window="year")
def nrr(book: Book):
    """MRR now of the customers who paid 12 months ago / their MRR then."""
    return retention_by_month(book.ledger, book.months)


@_fraction("grr", name="Gross revenue retention", base="MRR a year ago of those who paid then", window="year")
def grr(book: Book):
    """MRR now of the customers who paid 12 months ago, none for more than then / their MRR then."""
    return retention_by_month(book.ledger, book.months, gross=True)


@_register("ltv", name="Lifetime value", base=f"subscribers of the last {LTV_MONTHS} months", unit="currency")
def ltv(book: Book):
    """Monthly revenue per subscriber, extras included / customer churn, both of the last 6 months.

    Revenue is what their subscriptions earned and what they bought beside them, so that upsells move it; six
    months, as ChartMogul has it, so that one bad month does not. The churn is all who were lost / all who
    were there at the starts of these months. In the first months of a ledger it is of the months so far.
    """
    earned = _last_months(recurring_revenue(book) + book.extras)
    there = _last_months((book.churn["start"] + book.churn["end"]) / 2)
    lost, at_start = _last_months(book.churn["lost"]), _last_months(book.churn["start"])
    churn = lost / at_start.where(at_start > 0)
    return _lifetime_values(book, earned / there.where(there > 0), churn)


@_register("subscription_ltv", name="Lifetime value of the subscription", base=PAYING, unit="currency")
def subscription_ltv(book: Book):
    """MRR per paying customer / customer churn of the month: revenue, if churn stayed what it is."""
    return _lifetime_values(book, arppu(book), churn_rate(book))


def _last_months(values: pd.Series) -> pd.Series:
    return values.rolling(LTV_MONTHS, min_periods=1).sum()


def _lifetime_values(book: Book, income: pd.Series, churn: pd.Series) -> pd.DataFrame:
    rows = []
    for money, rate in zip(income, churn, strict=True):
        if pd.isna(rate) or pd.isna(money):
            rows.append((float("nan"), "churn has no base yet" if pd.isna(rate) else NOBODY_PAYS))
        else:
            value = retention.ltv(money, rate)
            rows.append((float(value), value.reason))
    return pd.DataFrame(rows, index=book.months, columns=["value", "reason"])
