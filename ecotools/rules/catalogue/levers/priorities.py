"""LVR: what is done first, what it strengthens, and what it is worth."""

from ecotools.rules.catalogue.levers import levers
from ecotools.rules.engine.limits import LimitPerKind, at_least, at_most, names, per_kind
from ecotools.rules.engine.parts import Missing, Part
from ecotools.rules.engine.rule import Seed
from ecotools.rules.words.vocabulary import listed, only, percent, place_of


@levers.rule(
    "LVR01",
    severity="error",
    title="Each lever has a score for impact and one for effort",
    reason="Without both, what is loudest is done first, not what is worth most for the work.",
    source=Seed("003", "58-65", "Identifying High-Impact Levers"),
    threshold=names("impact", "effort"),
    over="levers",
    do="Score both from 1 (low) to 5 (high); a rough score is better than none.",
    fails="levers: [{id: api, impact: 5}]",
    passes="levers: [{id: api, impact: 5, effort: 3}]",
)
def each_lever_is_scored(lever, wanted):
    if lacking := [field for field in wanted.all if not lever.has(field)]:
        yield lever.finding(found=f"{lever.id} has no {listed(lacking, 'or')}")


@levers.rule(
    "LVR02",
    severity="warning",
    title="Levers of much impact for little effort come first",
    reason="They pay for the slow ones, and show early whether the idea of the whole holds.",
    source=Seed("003", "67", "Identifying High-Impact Levers"),
    kind="numeric",
    threshold=per_kind({"impact": at_least(4, "of 5"), "effort": at_most(2, "of 5")}),
    basis="near",
    note="The source says high and low; from 1 to 5 we take 4 for high and 2 for low. "
    "A lever comes before those that are not better in impact or effort and worse in one; and a lever "
    "within both limits comes before those that are not. Otherwise any order will do.",
    do="Start it earlier, or the other one later; if it has to wait for something, its effort is higher.",
    fails="""
        levers:
          - {id: chat, impact: 3, effort: 3, start: 2025-02-01}
          - {id: webinars, impact: 5, effort: 1, start: 2025-06-01}
        """,
    passes="""
        levers:
          - {id: webinars, impact: 5, effort: 1, start: 2025-02-01}
          - {id: chat, impact: 3, effort: 3, start: 2025-06-01}
        """,
)
def quick_wins_come_first(business, quick):
    fields = ("impact", "effort", "start")
    ranked = [one for one in business.levers if all(map(one.has, fields))]
    silent = [(*place_of(one), field) for one in business.levers for field in fields if not one.has(field)]
    if len(ranked) < 2:
        raise Missing(*silent or ["a second lever with impact, effort and start"])
    firsts = {
        (one.impact, one.effort): one for one in sorted(ranked, key=lambda one: one.start, reverse=True)
    }
    for late in ranked:
        early = min(
            (one for scores, one in firsts.items() if _first((late.impact, late.effort), scores, quick)),
            key=lambda one: one.start,
            default=late,
        )
        if early.start < late.start:
            yield late.finding("start", found=f"{_shown(late)}, after {_shown(early)}")
    if silent:
        raise Missing(*silent)


@levers.rule(
    "LVR03",
    severity="warning",
    title="A lever that comes first strengthens two pillars or more",
    reason="Network effects, data and cross-selling drive each other, so work that serves two counts twice.",
    source=Seed("003", "36;67", "The Three Pillars; Identifying High-Impact Levers"),
    threshold=at_least(2, "pillars"),
    over=lambda business: _in_work(business),
    note="Of levers with and without a `start`, those with one come first; when none has one, all count.",
    do="Let it feed a second pillar, say with the data it brings, or put one first that does.",
    fails="levers: [{id: chat, pillars: [network_effects]}]",
    passes="levers: [{id: api, pillars: [network_effects, data]}]",
)
def a_priority_serves_two_pillars(lever, limit):
    pillars = list(dict.fromkeys(lever.stated("pillars")))
    if len(pillars) not in limit:
        yield lever.finding("pillars", found=f"{lever.id} serves {listed(pillars) or 'none'}")


@levers.rule(
    "LVR04",
    severity="error",
    title="The levers together strengthen more than one pillar",
    reason="Growth that leans on one thing stops when that thing has given what it can.",
    source=Seed("003", "38", "The Three Pillars"),
    threshold=at_least(2, "pillars"),
    note="All three are better.",
    do="Add a lever that strengthens another of network_effects, data and cross_sell.",
    fails="levers: [{id: chat, pillars: [network_effects]}, {id: badges, pillars: [network_effects]}]",
    passes="levers: [{id: chat, pillars: [network_effects]}, {id: scores, pillars: [data]}]",
)
def the_portfolio_has_several_pillars(business, limit):
    told = [one for one in business.levers if one.get("pillars") is not None]
    pillars = sorted({pillar for one in told for pillar in one.get("pillars")})
    if len(pillars) in limit:
        return
    if silent := [(*place_of(one), "pillars") for one in business.levers if one not in told]:
        raise Missing(*silent)  # any of them may strengthen another
    yield business.finding("levers", found=f"all serve {listed(pillars) or 'none'}")


@levers.rule(
    "LVR05",
    severity="warning",
    title="Levers of low impact take a small share of the effort",
    reason="What is nice to have eats the time that would compound elsewhere.",
    source=Seed("003", "71", "Identifying High-Impact Levers"),
    kind="numeric",
    basis="default",
    threshold=per_kind({"impact": at_most(2, "of 5"), "share": at_most(0.2, "%")}),
    note="The share is one of the budget when each lever has one, else of the effort scores. A fifth leaves "
    "room to try things. Levers without a `start` do not count when others have one.",
    do="Drop it, make it smaller, or do it when those of high impact are done.",
    fails="""
        levers:
          - {id: api, impact: 5, effort: 3}
          - {id: stickers, impact: 1, effort: 2}
        """,
    passes="""
        levers:
          - {id: api, impact: 5, effort: 4}
          - {id: stickers, impact: 1, effort: 1}
        """,
)
def low_impact_takes_little(business, limit):
    chosen = _in_work(business)
    budgets = [one.get("budget") for one in chosen]
    measure = "budget" if None not in budgets and any(budgets) else "effort"
    costs = {one: getattr(one, measure) for one in chosen}
    low = sorted((one for one in chosen if one.impact in limit["impact"]), key=costs.get, reverse=True)
    share = sum(costs[one] for one in low) / sum(costs.values())
    if low and share not in limit["share"]:
        yield low[0].finding(
            measure,
            found=f"{percent(share)} of the {measure} goes to {listed(one.id for one in low)} (impact "
            f"{listed(f'{one.impact:g}' for one in low)})",
            threshold=f"{limit['share']} for levers of an impact of {limit['impact']}",
        )


@levers.rule(
    "LVR06",
    severity="info",
    title="Several people score the impact of a lever",
    reason="One person scores what that person would like to do.",
    source=Seed("003", "69", "Identifying High-Impact Levers"),
    basis="default",
    threshold=at_least(3, "people"),
    over="levers",
    note="With three, one favourite can be outvoted.",
    do="Ask colleagues, partners or a few customers, and take the mean.",
    fails="levers: [{id: api, impact: 5, raters: 1}]",
    passes="levers: [{id: api, impact: 4.2, raters: 6}]",
)
def impact_is_scored_by_several(lever, limit):
    if (many := lever.raters) not in limit:
        who = f"{many} {'person' if many == 1 else 'people'}" if many else "nobody"
        yield lever.finding("raters", found=f"the impact of {lever.id} was scored by {who}")


@levers.rule(
    "LVR07",
    severity="warning",
    title="Each feature has a KPI for what it does to the ecosystem",
    reason="Features pile up where nobody has to show what one of them is good for.",
    source=Seed("003", "18", "Defining Compounding"),
    over=lambda business: only(
        (node for node in business.map.nodes if node.kind == "feature"), "a node of kind feature on the map"
    ),
    do="Name in `kpi` of the node the number that it is to move, before it is built.",
    fails="map: {nodes: [{id: diary, kind: feature}]}",
    passes="""
        kpis: [{id: active_members, name: Active members}]
        map: {nodes: [{id: diary, kind: feature, kpi: active_members}]}
        """,
)
def each_feature_has_a_measure(node):
    if not node.has("kpi"):
        yield node.finding("kpi", found=f"{node.id} has no KPI")


def _in_work(business: Part) -> list[Part]:
    """Return the levers that have a first day; all of them when none has one."""
    return [one for one in business.levers if one.has("start")] or business.levers


def _shown(lever: Part) -> str:
    return f"{lever.id} (impact {lever.impact:g}, effort {lever.effort:g}) on {lever.start}"


def _first(one: tuple[float, float], other: tuple[float, float], quick: LimitPerKind) -> bool:
    """Return whether a lever (impact, effort) has to come before another."""
    dominates = one != other and one[0] >= other[0] and one[1] <= other[1]
    return dominates or (_is_quick(one, quick) and not _is_quick(other, quick))


def _is_quick(scores: tuple[float, float], quick: LimitPerKind) -> bool:
    return scores[0] in quick["impact"] and scores[1] in quick["effort"]
