"""MET: what numbers prove: the effect of a lever, of an initiative, of a claim."""

from collections.abc import Iterator

from ecotools.blueprint import Claim
from ecotools.rules.catalogue.metrics import metrics
from ecotools.rules.engine.limits import at_least, between
from ecotools.rules.engine.parts import Finding, Missing, Part
from ecotools.rules.engine.rule import Seed
from ecotools.rules.words.kpis import better_way, change
from ecotools.rules.words.vocabulary import days_between, listed, place_of, plain, require


@metrics.rule(
    "MET07",
    severity="error",
    title="A baseline is recorded before a lever starts",
    reason="What the number was before can never be measured again, and without it no effect can be shown.",
    source=Seed("003", "129;142", "Measuring Compounding Success; Step-by-Step Guide"),
    kind="time-series",
    threshold=at_least(1, "day before the start"),
    over="levers",
    do="Measure the lever's KPI first and write down value and date, or move the start.",
    fails="""
        levers: [{id: api, start: 2025-03-01, baseline: {value: 61, date: 2025-03-10}}]
        """,
    passes="""
        levers: [{id: api, start: 2025-03-01, baseline: {value: 61, date: 2025-02-20}}]
        """,
)
def a_baseline_comes_before_the_start(lever, limit):
    start = lever.start
    if not lever.has("baseline"):
        yield lever.finding("baseline", found=f"{lever.id} starts on {start} without a baseline")
    elif days_between(measured := lever.baseline.date, start) not in limit:
        yield lever.baseline.finding("date", found=f"baseline of {measured}, start of {lever.id} on {start}")


@metrics.rule(
    "MET08",
    severity="warning",
    title="The effect of a lever is shown by an A/B test",
    reason="Much changes between before and after; only a group that goes without shows what a lever does.",
    source=Seed("003", "129", "Measuring Compounding Success"),
    over="levers",
    note="A lever that has no start yet and no test is not checked. The test may name the lever as its "
    "`subject` instead.",
    do="Give a part of the users the change and not the others; link that test under `experiment`.",
    fails="""
        levers: [{id: api, start: 2025-03-01, experiment: look_back}]
        growth: {experiments: [{id: look_back, kind: before_after}]}
        """,
    passes="""
        levers: [{id: api, start: 2025-03-01, experiment: half_of_users}]
        growth: {experiments: [{id: half_of_users, kind: ab_test}]}
        """,
)
def lever_effects_come_from_ab_tests(lever):
    if not (tests := _tests_of(lever)):
        if not lever.has("start"):
            raise Missing((*place_of(lever), "experiment"))
        yield lever.finding("experiment", found=f"{lever.id} starts on {lever.start} without a test")
    elif not any(test.get("kind") == "ab_test" for test in tests):
        kinds = listed(test.kind for test in tests)
        yield lever.finding("experiment", found=f"{lever.id} is judged by {kinds}")


@metrics.rule(
    "MET09",
    severity="info",
    title="Each initiative is judged by two or three KPIs",
    reason="One can be bought at the cost of another, and among many there is always one that looks good.",
    source=Seed("003", "137", "Step-by-Step Guide"),
    kind="numeric",
    threshold=between(2, 3, "KPIs"),
    over="growth.initiatives",
    note="Any KPI of the blueprint counts: what compounds differs from business to business.",
    do="Decide before it starts which two or three numbers it is to move.",
    fails="""
        kpis: [{id: mrr, name: MRR}]
        growth: {initiatives: [{id: open_api, kpis: [mrr]}]}
        """,
    passes="""
        kpis: [{id: mrr, name: MRR}, {id: integration_adoption, name: Partners that use the API}]
        growth: {initiatives: [{id: open_api, kpis: [integration_adoption, mrr]}]}
        """,
)
def each_initiative_has_a_few_kpis(initiative, limit):
    if (many := len(set(initiative.stated("kpis")))) not in limit:
        yield initiative.finding("kpis", found=f"{initiative.id} has {many or 'no'} KPI{'s' * (many != 1)}")


@metrics.rule(
    "MET12",
    severity="error",
    title="A change is told as better only where that way is better",
    reason="A business that boosts its churn has grown its losses; a sign must not depend on who reads it.",
    source=Seed("003", "158", "Mini Case Study"),
    basis="derived",
    note="The source tells more churn as a gain, and names no rule: that signs are to agree is ours. A KPI "
    "that says no `direction` has the one of the registry, else up.",
    over=lambda business: [*business.kpis, *(one for one in business.get("claims", []) if one.has("delta"))],
    do="Correct the `direction` of the KPI, or the sign or the words of the claim.",
    fails="""
        kpis: [{id: churn_rate, name: Churn, direction: down}]
        claims: [{text: Churn boosted by 15%, kpi: churn_rate, delta: 0.15, unit: fraction, meant: better}]
        """,
    passes="""
        kpis: [{id: churn_rate, name: Churn, direction: down}]
        claims: [{text: Churn cut by a point, kpi: churn_rate, delta: -0.01, unit: fraction, meant: better}]
        """,
)
def changes_are_told_as_better_only_where_they_are(part):
    yield from _sign_of_claim(part) if isinstance(plain(part), Claim) else _sign_of_kpi(part)


def _sign_of_kpi(kpi: Part) -> Iterator[Finding]:
    known = better_way(kpi.id)
    if kpi.has("direction") and known not in (None, kpi.direction):
        found = f"says that {kpi.direction} is better for {kpi.id}, of which {known} is"
        yield kpi.finding("direction", found=found)


def _sign_of_claim(claim: Part) -> Iterator[Finding]:
    require(claim, ("kpi", "meant"))
    kpi = next(one for one in claim.business.kpis if one.id == claim.kpi)
    better = better_way(kpi.id) or kpi.get("direction")
    went = "up" if claim.delta > 0 else "down"
    if claim.delta and (went == better) != (claim.meant == "better"):
        found = f"{kpi.id} {went} by {change(claim)}, told as {claim.meant}; {better} is better"
        yield claim.finding("delta", found=found)


def _tests_of(lever: Part) -> list[Part]:
    """Return the experiments that a lever names, or that name the lever."""
    growth = lever.business.get("growth")
    tests = growth.get("experiments", []) if growth else []
    return [one for one in tests if one.id == lever.get("experiment") or one.get("subject") == lever.id]
