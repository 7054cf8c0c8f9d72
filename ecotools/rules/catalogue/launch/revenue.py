"""LCH, continued: the launch and the money that is expected of it; initiatives that open up to partners."""

from __future__ import annotations

from ecotools.rules.catalogue.launch import launch
from ecotools.rules.engine.limits import names
from ecotools.rules.engine.parts import Missing
from ecotools.rules.engine.rule import Seed
from ecotools.rules.words.phases import launch_months
from ecotools.rules.words.vocabulary import denied, every, listed, only, require


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


@launch.rule(
    "LCH08",
    severity="warning",
    title="An initiative audits what is there, then tries with one partner, then scales",
    reason="A partner who meets an untried connection tells the others.",
    source=Seed("003", "135-140", "Step-by-Step Guide to Launch a Compounding Initiative"),
    kind="time-series",
    over="growth.initiatives",
    note="Steps come by their first days, or as they are listed where one of them has none.",
    do="Begin with a step audit, and put a step pilot before the step scale.",
    fails="""
        growth:
          initiatives: [{id: open_api, steps: [{kind: audit}, {kind: scale}, {kind: pilot}]}]
        """,
    passes="""
        growth:
          initiatives: [{id: open_api, steps: [{kind: audit}, {kind: pilot}, {kind: scale}]}]
        """,
)
def audit_and_pilot_come_before_outreach(initiative):
    steps = initiative.steps
    if all(step.has("start") for step in steps):
        steps = sorted(steps, key=lambda step: step.start)
    kinds = [step.kind for step in steps]
    if "pilot" not in kinds and "scale" not in kinds:
        raise Missing(f"a step pilot or scale of {initiative.id}")
    told = set()
    for late, needs in (("pilot", ["audit"]), ("scale", ["audit", "pilot"])):
        at = kinds.index(late) if late in kinds else 0
        if lacking := [kind for kind in needs if late in kinds and kind not in (*kinds[:at], *told)]:
            told.update(lacking)
            yield steps[at].finding(
                "kind", found=f"{initiative.id}: {late} without {listed(lacking)} before it"
            )


@launch.rule(
    "LCH09",
    severity="warning",
    title="The smallest integration has a sandbox, a guide and an email that invites partners",
    reason="A partner has to hear of it, understand it and try it; without one of these nobody connects.",
    source=Seed("003", "138", "Step-by-Step Guide to Launch a Compounding Initiative"),
    threshold=names("sandbox", "docs", "outreach"),
    over="platform.integrations",
    do="Make it, and write down where it stands.",
    fails="""
        platform: {integrations: [{id: api, sandbox: true, docs: A guide of two pages, outreach: false}]}
        """,
    passes="""
        platform: {integrations: [{id: api, sandbox: true, docs: A guide of two pages, outreach: An email}]}
        """,
)
def the_smallest_integration_is_complete(integration, parts):
    words = {"sandbox": "sandbox", "docs": "guide", "outreach": "email to partners"}
    if lacking := denied(integration, parts.all):
        found = f"{integration.id} has no {listed((words[part] for part in lacking), 'and no')}"
        yield integration.finding(lacking[0], found=found)
    require(integration, parts.all)


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
