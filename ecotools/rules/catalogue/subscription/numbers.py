"""SUB: whether the numbers about subscribers agree: churn and lifetime, lifetime value, MRR."""

from collections.abc import Iterator

from ecotools.rules.catalogue.subscription import subscription
from ecotools.rules.engine.limits import at_most
from ecotools.rules.engine.parts import Finding, Missing, Part
from ecotools.rules.engine.rule import Seed
from ecotools.rules.words.churn import lacking_months, said, same, where
from ecotools.rules.words.vocabulary import (
    amount,
    computed,
    last,
    money,
    monthly,
    off_by,
    only,
    percent,
    plain,
    product_of,
)


@subscription.rule(
    "SUB07",
    severity="error",
    title="Stated lifetime and stated churn agree",
    reason="A lifetime is 1 / churn: when the two disagree, one of them is a wish, and all that follows.",
    source=Seed("001", "97-98", "Funnel Optimization Metrics"),
    kind="numeric",
    threshold=at_most(0.1, "% off"),
    basis="derived",
    over=lambda business: said(business, "lifetime_months"),
    note="Both must be about the same product and segment; of a series it is the last month. 1 / churn holds "
    "while churn is the same for all: where customers differ, measured lifetimes are longer.",
    do="Measure churn, and state the lifetime as 1 / churn a month, or take it from a survival curve.",
    fails="""
        measured:
          - {metric: lifetime_months, value: 36}
          - {metric: churn_rate, value: 0.05}
        """,
    passes="""
        measured:
          - {metric: lifetime_months, value: 20}
          - {metric: churn_rate, value: 0.05}
        """,
)
def lifetime_and_churn_agree(lifetime, limit):
    months, churn = last(lifetime), last(same(lifetime, "churn_rate"))
    if churn <= 0:
        raise Missing("a churn_rate above 0: without churn a lifetime has no end")
    if off_by(months, 1 / churn) not in limit:
        found = f"{amount(months, 'months')}, but a churn of {percent(churn)} makes {1 / churn:.3g} months"
        yield lifetime.finding(where(lifetime), found=found)


@subscription.rule(
    "SUB08",
    severity="warning",
    title="Churn is tracked every month",
    reason="A month without a number is a month in which a leak can grow unseen.",
    source=Seed("000", "52", "Measuring Success"),
    kind="time-series",
    threshold=at_most(1, "month from value to value"),
    basis="derived",
    note="The source counts churn by the month and looks at a monthly dashboard; a month without one is a "
    "gap. A ledger of two months or more with subscriptions tells the churn of every month.",
    do="Fill in the missing months from your payment system, and put churn on the monthly dashboard.",
    fails="""
        measured: [{metric: churn_rate, values: {2026-01: 0.05, 2026-02: 0.04, 2026-05: 0.06}}]
        """,
    passes="""
        measured: [{metric: churn_rate, values: {2026-01: 0.05, 2026-02: 0.04, 2026-03: 0.06}}]
        """,
)
def churn_is_tracked_every_month(business, limit):
    if business.has_ledger and len(computed(business, "churn_rate")) > 1:
        return
    by_month = [one for one in said(business, "churn_rate") if one.has("values")]
    for part in only(by_month, "measured[] with churn_rate and values by month"):
        months = list(plain(part).series)
        if len(months) < 2:
            raise Missing(f"a second month of churn_rate after {months[0]}")
        for first, second in lacking_months(months, limit):
            yield part.finding("values", found=f"no churn between {first} and {second}")


@subscription.rule(
    "SUB10",
    severity="error",
    title="The lifetime value is revenue a month times lifetime",
    reason="A lifetime value that its own parts do not give is used to justify costs that never come back.",
    source=Seed("001", "83", "Monthly Revenue Distribution"),
    kind="numeric",
    threshold=at_most(0.01, "% off"),
    basis="derived",
    over=lambda business: said(business, "ltv"),
    note="`arpu` is taken a month and `lifetime_months` in months, both of the same product and segment. "
    "Lifetime values with margin or discount need a threshold of their own.",
    do="Compute it again from the two, or correct the one that is wrong.",
    fails="""
        measured:
          - {metric: ltv, value: 7842}
          - {metric: arpu, value: 446.55}
          - {metric: lifetime_months, value: 18}
        """,
    passes="""
        measured:
          - {metric: ltv, value: 8037.90}
          - {metric: arpu, value: 446.55}
          - {metric: lifetime_months, value: 18}
        """,
)
def ltv_is_revenue_times_lifetime(ltv, limit):
    value, arpu, months = last(ltv), last(same(ltv, "arpu")), last(same(ltv, "lifetime_months"))
    if off_by(value, arpu * months) not in limit:
        whole = money(arpu * months, ltv)
        found = f"{money(value, ltv)}, but {money(arpu, ltv)} for {amount(months, 'months')} are {whole}"
        yield ltv.finding(where(ltv), found=found)


@subscription.rule(
    "SUB11",
    severity="error",
    title="One-time sales are not counted in MRR",
    reason="What is sold once has to be sold again next month; counted as recurring it promises what is not.",
    source=Seed("001", "83;161-163", "Monthly Revenue Distribution; Realistic Revenue Projections"),
    kind="numeric",
    threshold=at_most(0, "% off the recurring lines"),
    basis="derived",
    over=lambda business: _run_rates(business),
    note="A run rate is also checked against the sum of its lines, to the cent, and a line against the "
    "interval that its price is for: a price a quarter is no price a month. PRJ06 asks for the unit.",
    do="Put one-time sales into a projection of their own with `unit: revenue`, and sum up what recurs.",
    fails="""
        products:
          - {id: club, name: Club, kind: community, price: 197, billing: month}
          - {id: coach, name: Coaching, kind: coaching, price: 2997}
        projections:
          - id: autumn
            unit: mrr
            lines:
              - {product: club, quantity: 50, unit_price: 197, amount: 9850}
              - {product: coach, quantity: 2, unit_price: 2997, amount: 5994}
        """,
    passes="""
        products: [{id: club, name: Club, kind: community, price: 197, billing: month}]
        projections:
          - id: autumn
            unit: mrr
            amount: 9850
            lines: [{product: club, quantity: 50, unit_price: 197, amount: 9850}]
        """,
)
def mrr_is_what_recurs(projection, limit):
    counted = [found for line in projection.lines for found in _miscounted(line, projection.unit)]
    yield from counted
    for end in () if counted else ("amount", "amount_high"):
        if projection.has(end):
            total = round(sum(_end(line, end) for line in projection.lines), 2)
            if off_by(stated := getattr(projection, end), total) not in limit:
                unit, lines = projection.unit.upper(), money(total, projection)
                found = f"{money(stated, projection)} {unit}, but its lines are {lines}"
                yield projection.finding(end, found=found)


def _run_rates(business: Part) -> list[Part]:
    found = [one for one in business.projections if one.get("unit") in ("mrr", "arr")]
    return only(found, "a projection with unit mrr or arr")


def _miscounted(line: Part, unit: str) -> Iterator[Finding]:
    """Yield a finding when a line is no run rate: sold once, or with the price of another interval."""
    product = product_of(line)
    if product.billing == "one_time":
        yield line.finding("product", found=f"{line.product} is sold once, and counted in {unit.upper()}")
    elif line.has("unit_price") and product.has("price"):
        price = monthly(product) * {"mrr": 1, "arr": 12}[unit]
        if line.unit_price == product.price != price:
            rate = f"{money(price, line)} {unit.upper()}"
            found = f"{line.product} at its price a {product.billing}, which is {rate}"
            yield line.finding("unit_price", found=found)


def _end(line: Part, end: str) -> float:
    """Return the amount of a line at one end of its range; without a high end the two are the same."""
    return line.amount_high if end == "amount_high" and line.has("amount_high") else line.amount
