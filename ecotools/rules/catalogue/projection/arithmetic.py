"""PRJ: whether a projection adds up: sums, prices, ranges and people."""

from ecotools.rules.catalogue.projection import projection
from ecotools.rules.engine.limits import at_most
from ecotools.rules.engine.parts import Missing, Part, place_of
from ecotools.rules.engine.rule import Seed
from ecotools.rules.words.sums import (
    ends,
    in_months,
    lines,
    listed_prices,
    mixed,
    months_of,
    off,
    quantities,
    same_number,
    whole_range,
)
from ecotools.rules.words.vocabulary import amount, money, only, percent, product_of

_PRJ = "Realistic Revenue Projections"


@projection.rule(
    "PRJ01",
    severity="error",
    title="Every line of a projection is its units times their price",
    reason="A sum that its own parts do not give cannot be checked, corrected or met.",
    source=Seed("001", "159-163", _PRJ),
    kind="numeric",
    threshold=at_most(0, "% off"),
    basis="derived",
    over=lines,
    note="To the cent. A high end that takes the low end of another range is a matter of PRJ04. Whoever "
    "rounds amounts, to hundreds for example, sets a threshold.",
    do="Calculate the amount again, or correct the quantity or the price.",
    fails="""
        products: [{id: course, name: Course, kind: core, price: 997}]
        projections:
          - {id: spring, lines: [{product: course, quantity: 20, unit_price: 997, amount: 19400}]}
        """,
    passes="""
        products: [{id: course, name: Course, kind: core, price: 997}]
        projections:
          - {id: spring, lines: [{product: course, quantity: 20, unit_price: 997, amount: 19940}]}
        """,
)
def every_line_is_units_times_price(line, limit):
    many, each = quantities(line), ends(line, "unit_price")
    for end, field in enumerate(("amount", "amount_high")):
        if field == "amount_high" and not line.has(field):
            continue
        stated, right = getattr(line, field), many[end] * each[end]
        if off(stated, right) not in limit and not (end and mixed(stated, many, each)):
            sum = f"{many[end]:,.6g} at {money(each[end], line)} are {money(right, line)}"
            yield line.finding(field, found=f"{money(stated, line)} for {line.product}, but {sum}")


@projection.rule(
    "PRJ02",
    severity="error",
    title="Projections use prices that the business asks",
    reason="Revenue from a price that nothing is sold at will not come.",
    source=Seed("001", "161-163", _PRJ),
    kind="numeric",
    basis="derived",
    over=lines,
    note="The price of a product counts, with its first price, the prices of its packages and its price for "
    "beta customers. What recurs brings in a projection of several months what a customer pays in all of "
    "them: three months at 39 a month are 117. Of one that does not say its months the price by interval, "
    "month or year counts.",
    do="Use the price in `products`, or change it there if the new one is meant.",
    fails="""
        products: [{id: club, name: Club, kind: community, price: 97, billing: month}]
        projections: [{id: summer, lines: [{product: club, unit_price: 197}]}]
        """,
    passes="""
        products: [{id: club, name: Club, kind: community, price: 197, billing: month}]
        projections: [{id: summer, lines: [{product: club, unit_price: 197}]}]
        """,
)
def projections_use_prices_that_are_asked(line):
    asked = listed_prices(line)
    for field, price in zip(("unit_price", "unit_price_high"), ends(line, "unit_price"), strict=True):
        if line.has(field) and not any(same_number(price, one) for one in asked):
            found = f"{line.product} at {money(price, line)}, but {_asked(line)}"
            yield line.finding(field, found=found)


@projection.rule(
    "PRJ03",
    severity="warning",
    tier="core",
    title="The audience is large enough for the customers that are projected",
    reason="Customers come out of an audience at a rate: a plan with more of them needs a larger audience.",
    source=Seed("001", "159-160;172", f"{_PRJ}; Frequently Asked Questions"),
    kind="numeric",
    threshold=at_most(1, "times what the audience gives"),
    basis="derived",
    over=lines,
    note="People are the `base` of the line, else the subscribers of the audience for what is sold once. The "
    "rate is that of the line, at its high end, else the `conversion` of the product, else the funnel's step "
    "to purchase.",
    do="Lower the quantity, or say in `base` how many people you expect to reach by then, and how.",
    fails="""
        audience: {who: Writers, subscribers: 500}
        products: [{id: course, name: Course, kind: core, price: 997}]
        projections: [{id: spring, lines: [{product: course, rate: 0.03, rate_high: 0.05, quantity: 50}]}]
        """,
    passes="""
        audience: {who: Writers, subscribers: 1000}
        products: [{id: course, name: Course, kind: core, price: 997}]
        projections: [{id: spring, lines: [{product: course, rate: 0.03, rate_high: 0.05, quantity: 50}]}]
        """,
)
def the_audience_is_large_enough(line, limit):
    most, people, rate = ends(line, "quantity")[1], _people(line), _rate(line)
    if (most / (people * rate) if people * rate else float("inf") if most else 0) not in limit:
        field = "quantity_high" if line.has("quantity_high") else "quantity"
        given = f"{people:,.6g} people at {percent(rate)} are {people * rate:,.4g}"
        yield line.finding(field, found=f"{most:,.6g} of {line.product}, but {given}")


@projection.rule(
    "PRJ04",
    severity="warning",
    tier="core",
    title="The high end of an amount takes the high end of every range",
    reason="When one range is left at its low end, the two amounts are not the best and the worst case.",
    source=Seed("001", "28", "Revenue Streams"),
    kind="numeric",
    basis="derived",
    over=lambda business: only(
        [line for line in lines(business) if line.has("amount_high")], "a line with amount_high"
    ),
    note="The range of a rate counts when the quantity has none. Amounts that no pair of ends gives are a "
    "matter of PRJ01.",
    do="Multiply the low ends for the low amount and the high ends for the high one.",
    fails="""
        products: [{id: course, name: Course, kind: core, price: 297}]
        projections:
          - id: month
            lines:
              - {product: course, base: 1000, rate: 0.03, rate_high: 0.05, quantity: 30,
                 unit_price: 297, unit_price_high: 697, amount: 8910, amount_high: 20910}
        """,
    passes="""
        products: [{id: course, name: Course, kind: core, price: 297}]
        projections:
          - id: month
            lines:
              - {product: course, base: 1000, rate: 0.03, rate_high: 0.05,
                 unit_price: 297, unit_price_high: 697, amount: 8910, amount_high: 34850}
        """,
)
def high_ends_go_with_high_ends(line):
    many, each = whole_range(line), ends(line, "unit_price")
    if pair := mixed(line.amount_high, many, each):
        made = f"{pair[0]:,.6g} at {money(pair[1], line)}"
        high = f"{many[1]:,.6g} at {money(each[1], line)}"
        found = f"{money(line.amount_high, line)} for {line.product} is {made}; the high ends are {high}"
        yield line.finding("amount_high", found=found)


def _asked(line: Part) -> str:
    """Return what a product costs: in the months of the projection, when it recurs and these are known."""
    product, months = product_of(line), months_of(line)
    if product.billing == "one_time" or not months:
        return f"it costs {money(product.price, line)}"
    whole = money(in_months(product, product.price, months)[-1], line)
    return f"{money(product.price, line)} a {product.billing} make {whole} in {amount(months, 'months')}"


def _people(line: Part) -> float:
    """Return how many people the units of a line can come from."""
    if line.has("base") or product_of(line).billing != "one_time":
        return line.base
    return line.business.audience.subscribers


def _rate(line: Part) -> float:
    """Return the largest share of these people who can be expected to buy."""
    if line.has("rate"):
        return ends(line, "rate")[1]
    product = product_of(line)
    if product.has("conversion"):
        return product.conversion.rate
    steps = line.business.get("funnel", [])
    bought = [step.rate for step in steps if (step.get("from"), step.to) == ("consideration", "purchase")]
    if not bought or product.kind not in ("core", "bundle"):
        raise Missing((*place_of(line), "rate"))
    return bought[0]
