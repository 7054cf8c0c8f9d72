"""MET: the numbers that a business watches: which, how often, and who answers for them."""

from collections.abc import Iterator
from itertools import pairwise

from ecotools.rules.catalogue.metrics import metrics
from ecotools.rules.engine.limits import Limit, at_least, at_most, names, per_kind
from ecotools.rules.engine.parts import Finding, Missing, Part
from ecotools.rules.engine.rule import Seed
from ecotools.rules.words.kpis import better_way, on_dashboard, unwatched
from ecotools.rules.words.vocabulary import days_between, listed, only, place_of, scaling_phase


@metrics.rule(
    "MET01",
    severity="error",
    title="The core KPIs are defined",
    reason="Each of them explains another: one that is left out hides the cause of what the others show.",
    source=Seed("000", "49-54", "Measuring Success"),
    threshold=names("ltv", "arpu", "churn_rate", "conversion", "engagement"),
    per_profile={
        "saas": (
            ["ltv", "arpu", "churn_rate", "conversion"],
            "The engagement of the source is that in a community or on a course; software is asked for "
            "activation (SAS02).",
        ),
    },
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
    if lacking := unwatched(five.all, business.kpis):
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
    basis="derived",
    note="The sources warn of a single metric: two families are the fewest that are not one.",
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
    named = product.stated("kpis")
    judged = [kpi for kpi in product.business.get("kpis") if kpi.id in named]
    if lacking := unwatched(asked.all, judged):
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
    for kpi in unwatched(asked, business.kpis):
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
def a_scorecard_sums_up_every_quarter(business, limit):
    return _regular(business.dashboard, "scorecards", limit, "summed up")


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
    "A KPI counts by what it means: its id, its name or its `family` says so, and other words for the same "
    "will do (active members for engagement, retention for churn).",
    do="Put a KPI that tells this on the dashboard, or say in a threshold which of them you need.",
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
    if lacking := unwatched(wanted[phase].all, on_dashboard(business)):
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
    note="A KPI that ecotools computes has its table and its formula in `ecotools.metrics.kpi.describe`: of "
    "it the owner alone is asked for.",
    do="Write down who answers for it, which table it comes from, and how it is computed.",
    fails="kpis: [{id: loaves, name: Loaves, owner: Ada}]",
    passes="""
        kpis:
          - {id: mrr, name: MRR, owner: Ada}
          - {id: loaves, name: Loaves, owner: Ada, source: activity, formula: loaves that members show}
        """,
)
def every_kpi_is_accounted_for(kpi, wanted):
    known = {"source", "formula"} if better_way(kpi.id) else set()
    if lacking := [field for field in wanted.all if not kpi.has(field) and field not in known]:
        yield kpi.finding(found=f"{kpi.id} has no {listed(lacking, 'or')}")


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
