"""MET: rules about the numbers that a business watches: which, how often, who for, and what they prove."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ecotools.blueprint import Claim
from ecotools.rules.engine.limits import Limit, at_least, at_most, between, names, per_kind
from ecotools.rules.engine.parts import Finding, Missing, Part
from ecotools.rules.engine.rule import Category, Seed
from ecotools.rules.kpis import better_way, change, on_dashboard, unwatched
from ecotools.rules.vocabulary import days_between, listed, only, place_of, plain, require, scaling_phase

metrics = Category("metrics", 9, "The metrics", "Do the numbers it watches show what grows, and why?")


@metrics.rule(
    "MET01",
    severity="error",
    title="The five core KPIs are defined",
    reason="Each of them explains another: one that is left out hides the cause of what the others show.",
    source=Seed("000", "49-54", "Measuring Success"),
    threshold=names("ltv", "arpu", "churn_rate", "conversion", "engagement"),
    note="A business that sells nothing by the month may leave churn out, in a threshold of its own. ARPPU "
    "stands for ARPU.",
    do="Add these KPIs under `kpis`; `ecotools.metrics.kpi` computes them from a ledger by these ids.",
    fails="""
        kpis: [{id: ltv, name: Lifetime value}, {id: conversion, name: Lead to customer}]
        """,
    passes="""
        kpis:
          - {id: ltv, name: Lifetime value}
          - {id: arpu, name: Revenue a user}
          - {id: churn_rate, name: Churn}
          - {id: conversion, name: Lead to customer}
          - {id: engagement, name: Engagement score}
        """,
)
def the_five_core_kpis_are_defined(business, five):
    if lacking := unwatched(five.all, (kpi.id for kpi in business.kpis)):
        yield business.finding("kpis", found=f"no KPI {listed(lacking, 'or')}")


@metrics.rule(
    "MET02",
    severity="warning",
    title="The dashboard is refreshed every month",
    reason="A number that is older than a month tells of a problem when it has cost a month already.",
    source=Seed("000", "55", "Measuring Success"),
    kind="time-series",
    threshold=at_most(31, "days between two refreshes"),
    do="Fix a day of the month for it, or let the dashboard refresh itself.",
    fails="dashboard: {updated: [2025-01-06, 2025-02-03, 2025-04-07]}",
    passes="dashboard: {updated: [2025-01-06, 2025-02-03, 2025-03-03]}",
)
def the_dashboard_is_refreshed_monthly(business, limit):
    return _regular(business.dashboard, "updated", limit, "refreshed")


@metrics.rule(
    "MET03",
    severity="error",
    title="The dashboard does not look at one thing only",
    reason="Revenue alone, or a count of users alone, can rise while what carries it breaks.",
    source=(
        Seed("000", "56", "Measuring Success"),
        Seed("003", "131", "Measuring Compounding Success"),
    ),
    threshold=at_least(2, "families of KPIs"),
    do="Put a KPI of another family on the dashboard, such as retention beside revenue.",
    fails="""
        kpis:
          - {id: mrr, name: MRR, family: revenue}
          - {id: aov, name: Order value, family: revenue}
        dashboard: {kpis: [mrr, aov]}
        """,
    passes="""
        kpis:
          - {id: mrr, name: MRR, family: revenue}
          - {id: churn_rate, name: Churn, family: retention}
        dashboard: {kpis: [mrr, churn_rate]}
        """,
)
def the_dashboard_shows_more_than_one_family(business, limit):
    shown = on_dashboard(business)
    told = sorted({kpi.family for kpi in shown if kpi.has("family")})
    silent = [(*place_of(kpi), "family") for kpi in shown if not kpi.has("family")]
    if len(told) in limit:
        return
    if len(told) + len(silent) in limit:  # those that say no family may be of another one
        raise Missing(*silent)
    about = f", about {listed(told)}" if told else ""
    yield business.dashboard.finding("kpis", found=f"{listed(kpi.id for kpi in shown)} only{about}")


@metrics.rule(
    "MET04",
    severity="warning",
    title="Each product carries the KPI of its type",
    reason="Each kind of offer succeeds in its own way; one number for all of them hides which does not.",
    source=Seed("000", "57-62", "Core vs. Add-On vs. Subscription"),
    threshold=per_kind(
        {
            "core": names("conversion"),
            "add_on": names("aov"),
            "subscription": names("churn_rate", "ltv"),
        }
    ),
    over=lambda business: only(
        (one for one in business.products if _sold_as(one) in ("core", "add_on", "subscription")),
        "a product of kind core, add_on or subscription",
    ),
    note="A community or a service that is billed again and again counts as a subscription.",
    do="Define these KPIs under `kpis`, and name them under `kpis` of the product.",
    fails="""
        kpis: [{id: mrr, name: MRR}]
        products: [{id: club, name: Club, kind: subscription, billing: month, kpis: [mrr]}]
        """,
    passes="""
        kpis: [{id: churn_rate, name: Churn}, {id: ltv, name: Lifetime value}]
        products: [{id: club, name: Club, kind: subscription, billing: month, kpis: [churn_rate, ltv]}]
        """,
)
def each_product_carries_the_kpi_of_its_type(product, wanted):
    asked = wanted[_sold_as(product)]
    if lacking := unwatched(asked.all, product.stated("kpis")):
        found = f"{product.id} is not judged by {listed(lacking, 'or')}"
        yield product.finding("kpis", found=found, threshold=str(asked))


@metrics.rule(
    "MET05",
    severity="warning",
    title="What the ecosystem adds has KPIs of its own",
    reason="Classic numbers show that a business grows, not whether partners, members and data made it grow.",
    source=Seed("003", "120-125", "Measuring Compounding Success"),
    threshold=names("integration_adoption", "ugc_growth", "feature_lift", "gmv"),
    note="Asked for where there is something to measure: integrations, what users make (a community asset or "
    "`platform.user_content`), data flows, a marketplace.",
    do="Add KPIs with these ids under `kpis`, or say in a threshold which of them you need.",
    fails="""
        map: {nodes: [{id: api, kind: integration}]}
        kpis: [{id: mrr, name: MRR}]
        """,
    passes="""
        map: {nodes: [{id: api, kind: integration}]}
        kpis: [{id: integration_adoption, name: Partners that use the API}]
        """,
)
def ecosystem_assets_have_their_kpis(business, wanted):
    there = only(_assets(business), "an integration, a community asset, a data flow or a marketplace")
    why = dict(reversed(there))
    asked = [kpi for kpi in wanted.all if kpi in why]
    for kpi in unwatched(asked, (one.id for one in business.kpis)):
        yield business.finding("kpis", found=f"no KPI {kpi}, though there is {why[kpi]}")


@metrics.rule(
    "MET06",
    severity="warning",
    title="A scorecard sums up every quarter what each lever added",
    reason="Compounding is slow: only a look back over a quarter shows which lever works.",
    source=Seed("003", "127", "Measuring Compounding Success"),
    kind="time-series",
    threshold=at_most(92, "days between two scorecards"),
    do="Put the next scorecard into the calendar, and keep its day under `dashboard.scorecards`.",
    fails="dashboard: {scorecards: [2025-01-06, 2025-07-07]}",
    passes="dashboard: {scorecards: [2025-01-06, 2025-04-07]}",
)
def a_scorecard_every_quarter(business, limit):
    return _regular(business.dashboard, "scorecards", limit, "summed up")


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
    "MET10",
    severity="info",
    title="The dashboard shows what matters at this size",
    reason="First it matters that members get through, then that they stay, then that all pays for a team.",
    source=Seed("001", "130;135;140", "Scaling Framework"),
    threshold=per_kind(
        {
            "foundation": names("completion", "engagement"),
            "systemization": names("ltv", "churn_rate", "team_efficiency"),
            "enterprise": names("margin", "team_satisfaction", "innovation"),
        }
    ),
    note="The phase follows from the last number of members in `measured`: below 100, below 500, 500 on. "
    "A KPI counts when its id has these words, as course_completion has.",
    do="Put KPIs with these words in their ids on the dashboard.",
    fails="""
        measured: [{metric: members, value: 60}]
        kpis: [{id: mrr, name: MRR}]
        dashboard: {kpis: [mrr]}
        """,
    passes="""
        measured: [{metric: members, value: 60}]
        kpis: [{id: course_completion, name: Completion}, {id: engagement, name: Engagement score}]
        dashboard: {kpis: [course_completion, engagement]}
        """,
)
def metrics_fit_the_phase(business, wanted):
    phase = scaling_phase(business)
    if lacking := unwatched(wanted[phase].all, (kpi.id for kpi in on_dashboard(business))):
        yield business.dashboard.finding(
            "kpis", found=f"no {listed(lacking, 'or')} in the phase {phase}", threshold=f"{wanted[phase]}"
        )


@metrics.rule(
    "MET11",
    severity="warning",
    tier="core",
    title="Every KPI has an owner, a source and a formula",
    reason="Where nothing says how, two people get two numbers; and a number that nobody owns moves nobody.",
    source=(Seed("000", "77", "Common Mistakes"), Seed("004", "120", "Strategies: measure and optimise")),
    basis="derived",
    threshold=names("owner", "source", "formula"),
    over="kpis",
    do="Write down who answers for it, which table it comes from, and how it is computed.",
    fails="kpis: [{id: mrr, name: MRR, owner: Ada}]",
    passes="""
        kpis:
          - {id: mrr, name: MRR, owner: Ada, source: subscriptions, formula: sum of the monthly prices}
        """,
)
def every_kpi_is_accounted_for(kpi, wanted):
    if lacking := [field for field in wanted.all if not kpi.has(field)]:
        yield kpi.finding(found=f"{kpi.id} has no {listed(lacking, 'or')}")


@metrics.rule(
    "MET12",
    severity="error",
    title="Every KPI says which way is better, and claims agree with it",
    reason="A business that boosts its churn has grown its losses; a sign must not depend on who reads it.",
    source=Seed("003", "158", "Mini Case Study"),
    basis="derived",
    over=lambda business: [*business.kpis, *(one for one in business.get("claims", []) if one.has("delta"))],
    do="Set `direction` of the KPI to up or down; put right the sign, or the words, of the claim.",
    fails="""
        kpis: [{id: churn_rate, name: Churn, direction: down}]
        claims: [{text: Churn boosted by 15%, kpi: churn_rate, delta: 0.15, unit: fraction, meant: better}]
        """,
    passes="""
        kpis: [{id: churn_rate, name: Churn, direction: down}]
        claims: [{text: Churn cut by a point, kpi: churn_rate, delta: -0.01, unit: fraction, meant: better}]
        """,
)
def signs_are_said_and_kept(part):
    yield from _sign_of_claim(part) if isinstance(plain(part), Claim) else _sign_of_kpi(part)


def _sign_of_kpi(kpi: Part) -> Iterator[Finding]:
    if not kpi.has("direction"):
        yield kpi.finding("direction", found=f"{kpi.id} does not say which way is better")
    elif (known := better_way(kpi.id)) not in (None, kpi.direction):
        found = f"says that {kpi.direction} is better for {kpi.id}, of which {known} is"
        yield kpi.finding("direction", found=found)


def _sign_of_claim(claim: Part) -> Iterator[Finding]:
    require(claim, ("kpi", "meant"))
    kpi = next(one for one in claim.business.kpis if one.id == claim.kpi)
    better = better_way(kpi.id) or (kpi.has("direction") and kpi.direction)
    went = "up" if claim.delta > 0 else "down"
    if better and claim.delta and (went == better) != (claim.meant == "better"):
        found = f"{kpi.id} {went} by {change(claim)}, told as {claim.meant}; {better} is better"
        yield claim.finding("delta", found=found)


def _sold_as(product: Part) -> str:
    """Return the kind of a product; other kinds than core and add-on are subscriptions when billed again."""
    recurring = product.billing != "one_time" and product.kind not in ("core", "add_on")
    return "subscription" if recurring else product.kind


def _assets(business: Part) -> list[tuple[str, str]]:
    """Return (KPI, what there is that needs it), in words."""
    platform, drawn = business.get("platform"), business.get("map")
    kinds = {node.kind: node.id for node in (drawn.get("nodes", []) if drawn else [])}
    needs = {
        "integration": "integration_adoption",
        "community_asset": "ugc_growth",
        "data_flow": "feature_lift",
    }
    found = [(kpi, f"{kinds[kind]} on the map") for kind, kpi in needs.items() if kind in kinds]
    told = {
        "integrations": ("integration_adoption", "an integration"),
        "user_content": ("ugc_growth", "content of users"),
        "marketplace": ("gmv", "a marketplace"),
    }
    return found + [need for field, need in told.items() if platform and platform.has(field)]


def _tests_of(lever: Part) -> list[Part]:
    """Return the experiments that a lever names, or that name the lever."""
    growth = lever.business.get("growth")
    tests = growth.get("experiments", []) if growth else []
    return [one for one in tests if one.id == lever.get("experiment") or one.get("subject") == lever.id]


def _regular(dashboard: Part, field: str, limit: Limit, done: str) -> Iterator[Finding]:
    """Yield the longest gap between days, and up to the day the blueprint describes, that is too long."""
    days = sorted(dashboard.stated(field))
    if not days:
        yield dashboard.finding(field, found=f"never {done}")
        return
    if dashboard.business.has("as_of") and dashboard.business.as_of > days[-1]:
        days.append(dashboard.business.as_of)
    if len(days) == 1:
        raise Missing(f"a second day in dashboard.{field}, or as_of")
    gaps = [(days_between(one, two), one, two) for one, two in pairwise(days)]
    if long := [gap for gap in gaps if gap[0] not in limit]:
        many, first, second = max(long)
        more = f", the longest of {len(long)} such gaps" if len(long) > 1 else ""
        yield dashboard.finding(field, found=f"{many} days from {first} to {second}{more}")
