"""COM: the numbers of a community: how many, how active, what it brings in."""

from ecotools.rules.catalogue.community import communal, community
from ecotools.rules.engine.limits import at_least, at_most, names, per_kind
from ecotools.rules.engine.parts import Business, Missing, Part
from ecotools.rules.engine.rule import Seed
from ecotools.rules.words.shares import beyond_chance, counted
from ecotools.rules.words.vocabulary import amount, computed, last, listed, members, only, percent, plain


@community.rule(
    "COM04",
    severity="error",
    title="Enough members are active for this type of community",
    reason="A place where nobody answers loses also those who came to take part.",
    source=Seed("001", "49-52;118", "Modern Community Models; Common Ecosystem Mistakes"),
    kind="numeric",
    threshold=per_kind(
        {
            "basic": at_least(0.03, "% active in a month"),
            "programmed": at_least(0.15, "% active in a month"),
            "mastermind": at_least(0.4, "% active in a month"),
            "hybrid": at_least(0.5, "% active in a month"),
        }
    ),
    basis="benchmark",
    note="These are the low ends of the quoted bands. Where no `active_share` is measured, it is "
    "active_members / members. With a ledger its active members count.",
    do="Give members a reason to come this week: one live hour, one question by name, one early success.",
    fails="""
        community: {type: programmed}
        measured: [{metric: active_share, value: 0.06}]
        """,
    passes="""
        community: {type: programmed}
        measured: [{metric: active_share, value: 0.22}]
        """,
)
def enough_members_are_active(business, floors):
    kind, share = business.community.type, _active_share(business)
    people = _members_behind(business)
    if beyond_chance(share, people, floors[kind]):
        of = counted(share, people)
        found = f"{percent(share)} of the members are active{of}, in a community of type {kind}"
        yield business.finding("community", found=found, threshold=str(floors[kind]))


@community.rule(
    "COM08",
    severity="warning",
    title="A very large community has sub-groups",
    reason="Where nobody can know the others any more, people need a smaller room to speak in.",
    source=Seed("002", "470", "FAQ"),
    kind="numeric",
    threshold=per_kind(
        {"active members": at_most(1500, "in one group"), "sub-groups": at_least(2, "beyond that")}
    ),
    note="The same answer calls 150 to 1,500 active members the best range. Fewer are no finding in any "
    "profile: the communities of creators begin far below it.",
    do="Open groups by topic, level or place, each with somebody who looks after it.",
    fails="""
        community: {subgroups: []}
        measured: [{metric: active_members, value: 1800}]
        """,
    passes="""
        community: {subgroups: [Rye, Gluten-free]}
        measured: [{metric: active_members, value: 1800}]
        """,
)
def a_large_community_has_subgroups(business, limits):
    described, active = business.community, _active_members(business)
    if active in limits["active members"]:
        return
    groups = described.stated("subgroups")
    if len(groups) not in limits["sub-groups"]:
        yield described.finding("subgroups", found=f"{len(groups)} for {amount(active)} active members")


@community.rule(
    "COM10",
    severity="warning",
    title="Members are not asked for money too early",
    reason="A price on a room in which nothing has happened yet keeps out those who would fill it.",
    source=Seed("002", "482;504-505", "FAQ; Phase 4"),
    kind="time-series",
    threshold=at_least(7, "as the month of the community"),
    per_profile={
        "creator": (
            3,
            "Members have bought something first; by weeks 11-12 the information-product guide sells the "
            "club to them.",
        ),
        "infoproduct": (
            1,
            "The information-product guide opens its club, in weeks 11-12 of the plan, as a paid one from "
            "the start.",
        ),
    },
    over="community",
    note="The community guide lets a community grow for half a year first, which holds for the profiles "
    "community and saas: there people come for each other, not with a course that they have bought.",
    do="Let the first members in for nothing until the place is busy, then add a tier worth paying for.",
    fails="community: {paid_from_month: 1}",
    passes="community: {paid_from_month: 7}",
)
def money_comes_after_the_first_months(community, month):
    if community.paid_from_month not in month:
        yield community.finding("paid_from_month", found=f"paid from month {community.paid_from_month}")


@community.rule(
    "COM11",
    severity="warning",
    title="Above 100 members somebody manages the community",
    reason="What a founder answers in passing for fifty people is a post of its own for two hundred.",
    source=(Seed("001", "133", "Scaling Framework, phase 2"), Seed("002", "324", "Management Structure")),
    kind="numeric",
    threshold=at_most(100, "members without a community manager"),
    over=communal,
    do="Give one person the role `community_manager` in `team.people`, with hours of their own.",
    fails="""
        community: {type: programmed}
        measured: [{metric: members, value: 240}]
        team: {people: [{role: creator}]}
        """,
    passes="""
        community: {type: programmed}
        measured: [{metric: members, value: 240}]
        team: {people: [{role: creator}, {role: community_manager, hours_per_week: 10}]}
        """,
)
def somebody_manages_a_large_community(business, limit):
    many = last(members(business))
    if many not in limit and not any(map(_manages, business.team.stated("people"))):
        yield business.team.finding("people", found=f"no community manager for {amount(many)} members")


@community.rule(
    "COM17",
    severity="warning",
    title="NPS and the mood of the members are tracked",
    reason="Members grow unhappy months before they leave, and only those who ask can tell.",
    source=Seed("002", "390-391", "Community Health Indicators"),
    threshold=names("nps", "sentiment"),
    per_profile={
        "creator": (["nps"], "One person reads the posts; the series that is asked for is that of NPS."),
        "infoproduct": (["nps"], "The club is one product of several; the NPS of all buyers shows its mood."),
        "saas": (["nps"], "The users of the product are asked; their forum is only one of their voices."),
    },
    over=communal,
    note="A KPI counts, a measured series of two months or more, and for NPS the answers in a ledger. One "
    "single value is no tracking. A KPI of the family satisfaction counts as sentiment.",
    do="Ask how likely people are to recommend you every month or quarter, and add the KPI `nps`.",
    fails="""
        community: {type: programmed}
        kpis: [{id: active_members, name: Active members}]
        """,
    passes="""
        community: {type: programmed}
        kpis: [{id: nps, name: Net promoter score}]
        """,
)
def the_mood_of_members_is_tracked(business, series):
    if lacking := series.lacking(_tracked(business)):
        business.stated("kpis")  # only a list of all that is watched tells what is not
        yield business.finding("kpis", found=f"{listed(lacking)} not tracked")


@community.rule(
    "COM23",
    severity="warning",
    title="What the community brings in is measured",
    reason="Its costs show in every month; its gains show only where somebody has counted them.",
    source=Seed("002", "382-387;479", "Business Impact; FAQ"),
    threshold=names(
        "ltv_lift", "retention_lift", "support_cost_saved", "development_saved", "attributed_revenue"
    ),
    per_profile={
        "creator": (
            ["ltv_lift", "retention_lift"],
            "The information-product guide judges a club by lifetime value and churn; a small team books "
            "no hours of support.",
        ),
        "infoproduct": (
            ["ltv_lift", "retention_lift"],
            "The information-product guide judges a club by lifetime value and churn, its key metrics of "
            "phase 2.",
        ),
    },
    over=communal,
    note="All five channels of the community guide are asked for where the community is the business or "
    "carries support and ideas for a software. A number counts when it is a KPI or has been measured.",
    do="Compare members with customers who are none, and say in `measured` what came out.",
    fails="""
        community: {type: programmed}
        measured: [{metric: ltv_lift, value: 84}]
        kpis: [{id: revenue, name: Revenue}]
        """,
    passes="""
        community: {type: programmed}
        measured: [{metric: ltv_lift, value: 84}, {metric: retention_lift, value: 0.11}]
        """,
)
def what_the_community_brings_in_is_measured(business, channels):
    have = {one.metric for one in business.get("measured", [])} | {kpi.id for kpi in business.get("kpis")}
    if lacking := channels.lacking(have):
        business.stated("kpis")  # only a list of all that is watched tells what is not
        yield business.finding("measured", found=f"{listed(lacking)} not measured")


def _told(business: Part, metric: str) -> Part | None:
    """Return what is measured of the business, else of a community product; None when nothing is."""
    clubs = [product.id for product in business.business.get("products") if product.kind == "community"]
    said = [one for one in business.business.get("measured", []) if one.metric == metric]
    return next((one for of in (None, *clubs) for one in said if one.get("product") == of), None)


def _active_members(business: Business) -> float:
    """Return the active members of the last whole month of the ledger, else as they were measured last."""
    if business.has_ledger and (by_month := computed(business, "active_members")):
        return list(by_month.values())[-1]
    return last(only(filter(None, [_told(business, "active_members")]), "measured[] with active_members")[0])


def _active_share(business: Business) -> float:
    said = _told(business, "active_share")
    if said is not None:
        share = last(said)
    elif _told(business, "active_members") is None and not business.has_ledger:
        raise Missing("measured[] with active_share")
    else:
        many = last(members(business))
        share = _active_members(business) / many if many else 0
    if share > 1:
        raise Missing("measured[] with active_share as a fraction of the members, such as 0.15")
    return share


def _members_behind(business: Business) -> int | None:
    """Return of how many members the active share is the share; None when nothing says it."""
    said = _told(business, "active_share")
    if said is not None:
        return said.get("people")
    return round(last(members(business)))


def _manages(person: Part) -> bool:
    return person.role == "community_manager" and person.get("hours_per_week") != 0


def _tracked(business: Business) -> set[str]:
    """Return the ids of what is watched: KPIs, series measured more than once, answers in the ledger."""
    have = {kpi.id for kpi in business.get("kpis")}
    have |= {one.metric for one in business.get("measured", []) if len(plain(one).series) > 1}
    if any(kpi.get("family") == "satisfaction" for kpi in business.get("kpis")):
        have.add("sentiment")
    if business.has_ledger and (business.ledger.surveys["survey"] == "nps").any():
        have.add("nps")
    return have
