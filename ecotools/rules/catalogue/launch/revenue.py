"""LCH: the launch and the money that is expected of it."""

from ecotools.rules.catalogue.launch import launch
from ecotools.rules.engine.rule import Seed
from ecotools.rules.words.phases import launch_months
from ecotools.rules.words.vocabulary import every, listed, only, require


@launch.rule(
    "LCH07",
    severity="error",
    title="Plan and projections agree on when a product begins to earn",
    reason="Revenue of what is not on sale yet is missing in the month in which the bills come.",
    source=Seed("001", "156;161", "90-Day Ecosystem Launch Plan; Realistic Revenue Projections"),
    kind="time-series",
    basis="derived",
    note="A day of the plan is in a month, counted from 1: with days a month has 30 of them, with dates it "
    "is that of the calendar from the first day of the plan. The phase that launches a product first counts, "
    "by its first day. A projection over several months is too early only when it ends before the month of "
    "the launch. It is too late when another projection of the same unit, which goes beyond that month, "
    "leaves the product out. Products that the plan does not launch are taken to be on sale already.",
    do="Move the launch or the revenue, so that both are in the same month.",
    fails="""
        products: [{id: coach, name: Coaching, kind: coaching}]
        plan:
          phases: [{id: make, start_day: 1, end_day: 112}, {id: open, start_day: 113, launches: [coach]}]
        projections:
          - {id: winter, month: 1, to_month: 3, unit: revenue, lines: [{product: coach, quantity: 4}]}
        """,
    passes="""
        products: [{id: coach, name: Coaching, kind: coaching}]
        plan:
          phases: [{id: make, start_day: 1, end_day: 112}, {id: open, start_day: 113, launches: [coach]}]
        projections:
          - {id: spring, month: 4, to_month: 6, unit: revenue, lines: [{product: coach, quantity: 4}]}
        """,
)
def revenue_begins_with_the_launch(business):
    months, projections = launch_months(business.plan), business.projections
    sold = {line.product for one in projections for line in _selling(one)}
    both = only(
        [id for id in months if id in sold], "a product that the plan launches and projections[] name"
    )
    yield from every(*(_agreement(id, months[id], projections) for id in both))
    for one in projections:
        require(one, ["lines"])


def _selling(projection):
    """Return the lines of a projection that expect something; none or nothing is expected of a zero."""
    return [line for line in projection.get("lines", []) if _sells(line)]


def _sells(line):
    return not any(line.get(field) == 0 and not line.get(f"{field}_high") for field in ("quantity", "amount"))


def _until(projection):
    return projection.get("to_month") or projection.month


def _agreement(product, launched, projections):
    """Yield a finding when a product earns before its launch, or is left out for months after it."""
    lines = [(one, line) for one in projections for line in _selling(one) if line.product == product]
    first, line = min(lines, key=lambda pair: _until(pair[0]))
    if _until(first) < launched:
        found = f"{product} earns by month {_until(first)} and is launched in month {launched}"
        yield line.finding("product", found=found)
    silent = [one.id for one in projections if _leaves_out(one, first, launched)]
    if silent:
        found = f"{product} is launched in month {launched} and first earns in month {first.month}: "
        yield line.finding("product", found=f"{found}{listed(silent)} leave{'s' * (len(silent) == 1)} it out")


def _leaves_out(projection, first, launched):
    """Say whether a projection counts the same money as the first, before it, in a month after the launch."""
    if not projection.has("lines") or projection.get("unit") != first.get("unit"):
        return False
    return launched < _until(projection) < first.month
