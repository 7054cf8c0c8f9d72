"""LAD: when the layers of the ladder open, and how one leads to the next."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from ecotools.rules.catalogue.ladder import ladder
from ecotools.rules.engine.limits import at_least, at_most
from ecotools.rules.engine.parts import Finding, Missing, Part
from ecotools.rules.engine.rule import Seed
from ecotools.rules.words.vocabulary import (
    LAYERS,
    QUARTER_DAYS,
    bare,
    core,
    days_between,
    every,
    kinds,
    last,
    launch_days,
    listed,
    measured,
    money,
    monthly,
    months_between,
    of_kind,
    plain,
    product_of,
    require_launch_days,
)

if TYPE_CHECKING:
    import datetime

    import networkx as nx


@ladder.rule(
    "LAD06",
    severity="error",
    title="Layers open one after the other",
    reason="Each layer needs all of the attention at first; two at once get half of it, and fail together.",
    source=(Seed("000", "74", "Common Mistakes"), Seed("001", "176", "Frequently Asked Questions")),
    kind="time-series",
    basis="default",
    threshold=at_most(1, "in any quarter"),
    per_profile={
        "creator": (2, "A first release may have a core product and one thing paid every month (LAD04)."),
        "saas": (2, "Software and the plans it is sold in open together."),
    },
    note="A layer is a kind: core, subscription, community or coaching; it opens with its first product. A "
    "quarter is any 91 days. The sources warn of too many at once and give no number. One plan in them opens "
    "course, community and coaching within eight weeks; infoproduct and community hold to the warning.",
    do="Move the later one to another quarter, when the first runs without daily care.",
    fails="""
        products:
          - {id: course, name: Course, kind: core, launch_date: 2026-03-15}
          - {id: club, name: Club, kind: community, launch_date: 2026-03-22}
          - {id: coach, name: Coaching, kind: coaching, launch_date: 2026-04-26}
        """,
    passes="""
        products:
          - {id: course, name: Course, kind: core, launch_date: 2026-01-10}
          - {id: club, name: Club, kind: community, launch_date: 2026-09-01}
          - {id: coach, name: Coaching, kind: coaching, launch_date: 2027-03-01}
        """,
)
def layers_open_one_by_one(business, limit):
    products = of_kind(business, *LAYERS)
    known = launch_days(products)
    opened: dict[str, Part] = {}
    for product in sorted(known, key=known.get):
        opened.setdefault(product.kind, product)
    at_once = max((_within_a_quarter(first, opened, known) for first in opened.values()), key=len, default=[])
    if at_once and len(at_once) not in limit:
        days = days_between(known[at_once[0]], known[at_once[-1]])
        when = f"open within {days} days" if days else "open on one day"
        layers = listed(product.kind for product in at_once)
        yield at_once[-1].finding("launch_date", found=f"{layers} {when}")
    require_launch_days(products, known)


@ladder.rule(
    "LAD11",
    severity="error",
    title="The community opens when enough students pay",
    reason="A room with five people in it looks empty, and who finds it empty does not come back.",
    source=Seed("001", "172", "Frequently Asked Questions"),
    kind="numeric",
    threshold=at_least(20, "paying students"),
    per_profile={
        "community": (0, "Here the community comes first, and the products grow out of it."),
    },
    over=kinds("community"),
    note="`measured` has the number as paid_students. The month in which the community opens counts, or the "
    "last one before it; the last of all when no day is given.",
    do="Open it after more people have paid for the core product; until then, answer them one by one.",
    fails="""
        products: [{id: club, name: Club, kind: community, launch_date: 2026-03-01}]
        measured: [{metric: paid_students, values: {2026-02: 9, 2026-03: 12, 2026-06: 41}}]
        """,
    passes="""
        products: [{id: club, name: Club, kind: community, launch_date: 2026-06-01}]
        measured: [{metric: paid_students, values: {2026-03: 12, 2026-06: 41}}]
        """,
)
def the_community_has_enough_students(club, limit):
    if (number := _at_launch(club, "paid_students")) not in limit:
        yield club.finding("launch_date", found=f"{number:g} paying students when {club.id} opens")


@ladder.rule(
    "LAD12",
    severity="error",
    title="Coaching opens when the community has enough members",
    reason="One member in twenty or fewer wants coaching; a small community fills no place.",
    source=Seed("001", "172", "Frequently Asked Questions"),
    kind="numeric",
    threshold=at_least(50, "members"),
    over=kinds("coaching"),
    note="`measured` has the number as community_members, taken as in LAD11. A plan of the same source opens "
    "coaching six weeks after the launch, whatever the number is then: all profiles hold to the number.",
    do="Wait until the community has grown, or ask its members who would pay today.",
    fails="""
        products: [{id: coach, name: Coaching, kind: coaching, launch_date: 2026-05-01}]
        measured: [{metric: community_members, values: {2026-04: 28, 2026-09: 74}}]
        """,
    passes="""
        products: [{id: coach, name: Coaching, kind: coaching, launch_date: 2026-10-01}]
        measured: [{metric: community_members, values: {2026-04: 28, 2026-09: 74}}]
        """,
)
def coaching_has_enough_members(coach, limit):
    if (number := _at_launch(coach, "community_members")) not in limit:
        yield coach.finding("launch_date", found=f"{number:g} members when {coach.id} opens")


@ladder.rule(
    "LAD13",
    severity="warning",
    title="The core product has months to itself before the next layer",
    reason="What the first customers teach about the course is what the next layer is made of.",
    source=Seed("001", "176", "Frequently Asked Questions"),
    kind="time-series",
    threshold=at_least(6, "months"),
    per_profile={
        "community": (0, "Here the community is there first, and the course may follow it at any time."),
    },
    note="The source gives 6 to 12 months; waiting longer breaks nothing, so only the lower end is asked "
    "for. The plan and the funnel of the same source are weeks after the course: creator, infoproduct and "
    "saas hold to the six months. The next layer is a community or coaching; a subscription may come with "
    "the first release (LAD04).",
    not_in={"saas": "Software and its plans open together; there is no course to master first."},
    do="Open it later, once the core product sells and is finished by most who buy it.",
    fails="""
        products:
          - {id: course, name: Course, kind: core, launch_date: 2026-01-10}
          - {id: club, name: Club, kind: community, launch_date: 2026-03-10}
        """,
    passes="""
        products:
          - {id: course, name: Course, kind: core, launch_date: 2026-01-10}
          - {id: club, name: Club, kind: community, launch_date: 2026-09-10}
        """,
)
def the_core_is_mastered_first(business, limit):
    course, others = core(business), of_kind(business, "community", "coaching")
    known = launch_days([course, *others])
    require_launch_days([course], known)
    later = [product for product in others if product in known]
    if later:
        following = min(later, key=known.get)
        if max(months_between(known[course], known[following]), 0) not in limit:
            found = f"{following.id} opens {_apart(known[course], known[following])} {course.id}"
            yield following.finding("launch_date", found=found)
    require_launch_days(others, known)


@ladder.rule(
    "LAD15",
    severity="warning",
    title="Each tier is for one segment and one problem, and no two are for both",
    reason="Two tiers for the same people with the same problem make buyers compare instead of choose.",
    source=Seed("001", "79", "Pricing and Positioning"),
    do="Say under `segment` for whom the tier is and under `problem` of its product what it solves; put "
    "tiers together that do not differ.",
    fails="""
        products:
          - {id: clinic, name: Clinic, kind: core, problem: No feedback}
          - {id: circle, name: Circle, kind: coaching, problem: No feedback}
        ladder: {tiers: [{product: clinic, segment: Writers}, {product: circle, segment: Writers}]}
        """,
    passes="""
        products:
          - {id: clinic, name: Clinic, kind: core, problem: No ideas}
          - {id: circle, name: Circle, kind: coaching, problem: No feedback}
        ladder: {tiers: [{product: clinic, segment: Writers}, {product: circle, segment: Writers}]}
        """,
)
def each_tier_has_its_own_segment_and_problem(business):
    seen: dict[tuple[str, str], str] = {}
    for tier in business.ladder.tiers:
        product = product_of(tier)
        if not tier.has("segment"):
            yield tier.finding("segment", found=f"the tier {product.id} names no segment")
        if not product.has("problem"):
            yield product.finding("problem", found=f"the tier {product.id} names no problem")
        if tier.has("segment") and product.has("problem"):
            both = (bare(tier.segment), bare(product.problem))
            if both in seen:
                yield tier.finding(
                    found=f"{seen[both]} and {product.id} are for the same segment and problem"
                )
            seen.setdefault(both, product.id)


@ladder.rule(
    "LAD16",
    severity="warning",
    title="Every tier leads to the next one",
    reason="An owner who is not shown the next step takes none.",
    source=Seed("001", "16;77;84-85", "What an Ecosystem Is; Pricing and Positioning; Funnel Design"),
    kind="graph",
    note="A way is made of the `next` of products and of `ladder.upgrades`, and may pass what is no tier.",
    do="Name the next tier in the `next` of this one, and offer it when a first result is there.",
    fails="""
        products:
          - {id: clinic, name: Clinic, kind: core, next: []}
          - {id: circle, name: Circle, kind: coaching}
        ladder: {tiers: [{product: clinic}, {product: circle}]}
        """,
    passes="""
        products:
          - {id: clinic, name: Clinic, kind: core, next: [circle]}
          - {id: circle, name: Circle, kind: coaching}
        ladder: {tiers: [{product: clinic}, {product: circle}]}
        """,
)
def every_tier_leads_to_the_next(business):
    tiers = _tiers(business)
    ways = _ways_up(business)
    yield from every(*(_leads_on(lower, upper, ways, tiers) for lower, upper in pairwise(tiers)))


@ladder.rule(
    "LAD17",
    severity="error",
    title="Each tier costs more than the one below it",
    reason="A higher tier that costs the same or less leaves no reason to take the lower one.",
    source=Seed("001", "81", "Case Study: Alexandra"),
    kind="numeric",
    basis="derived",
    note="Prices paid every quarter or year are compared by the month. Tiers that are paid once are compared "
    "with each other, and those that are paid again and again with each other.",
    do="Correct the price, or the order of `ladder.tiers`: from the cheapest to the most expensive.",
    fails="""
        products:
          - {id: plain, name: Plain, kind: subscription, price: 29, billing: month}
          - {id: plus, name: Plus, kind: subscription, price: 75, billing: quarter}
        ladder: {tiers: [{product: plain}, {product: plus}]}
        """,
    passes="""
        products:
          - {id: plain, name: Plain, kind: subscription, price: 29, billing: month}
          - {id: plus, name: Plus, kind: subscription, price: 150, billing: quarter}
        ladder: {tiers: [{product: plain}, {product: plus}]}
        """,
)
def prices_rise_with_the_tiers(business):
    tiers = _tiers(business)
    once = [tier for tier in tiers if tier.billing == "one_time"]
    again = [tier for tier in tiers if tier.billing != "one_time"]
    pairs = [*pairwise(once), *pairwise(again)]
    if not pairs:
        raise Missing("two tiers that are both paid once, or both again and again")
    yield from every(*(_costs_more(lower, upper) for lower, upper in pairs))


def _within_a_quarter(first: Part, opened: dict[str, Part], known: dict) -> list[Part]:
    """Return the layers that open within a quarter from the day of the first one, in order."""
    return [one for one in opened.values() if 0 <= days_between(known[first], known[one]) < QUARTER_DAYS]


def _apart(first: datetime.date, second: datetime.date) -> str:
    """Return how long after or before the first day the second is; part of a month is never rounded up."""
    days, months = abs(days_between(first, second)), abs(months_between(first, second))
    if not days:
        return "together with"
    side = "after" if second > first else "before"
    return f"{days} days {side}" if days < 62 else f"{int(months * 10) / 10:g} months {side}"


def _at_launch(product: Part, metric: str) -> float:
    """Return a number in the month in which a product is launched, or in the last month before it."""
    said = measured(product, metric)
    series, day = plain(said).series, launch_days([product]).get(product)
    if day is None or not series:
        return last(said)
    month = f"{day.year:04}-{day.month:02}"
    until = [value for known, value in series.items() if known <= month]
    if not until:
        raise Missing(f"measured[] with {metric} of {month} or before")
    return until[-1]


def _tiers(business: Part) -> list[Part]:
    """Return the products of the tiers in order; one alone is nothing to compare."""
    found = [product_of(tier) for tier in business.ladder.tiers]
    if len(found) < 2:
        raise Missing("a second tier under ladder.tiers")
    return found


def _ways_up(business: Part) -> nx.DiGraph:
    """Return the products as a graph, an edge for each `next` and for each upgrade."""
    import networkx as nx

    graph = nx.DiGraph()
    for product in business.products:
        graph.add_node(product.id)
        graph.add_edges_from((product.id, after) for after in product.get("next", []))
    for upgrade in business.ladder.get("upgrades", []):
        graph.add_edge(upgrade.get("from"), upgrade.get("to"))
    return graph


def _leads_on(lower: Part, upper: Part, ways: nx.DiGraph, tiers: list[Part]) -> Iterator[Finding]:
    """Yield a finding when no way leads from one tier to the next without passing another tier."""
    import networkx as nx

    others = {tier.id for tier in tiers} - {lower.id, upper.id}
    if not nx.has_path(ways.subgraph(set(ways) - others), lower.id, upper.id):
        lower.stated("next")
        yield lower.finding("next", found=f"no way leads from {lower.id} to {upper.id}")


def _costs_more(lower: Part, upper: Part) -> Iterator[Finding]:
    """Yield a finding unless the upper tier costs more."""
    low, high = map(_comparable, (lower, upper))
    if high <= low:
        month = "" if upper.billing == "one_time" else " a month"
        found = f"{upper.id} costs {money(high, upper)}{month}, {lower.id} {money(low, lower)}"
        yield upper.finding("price", found=found)


def _comparable(tier: Part) -> float:
    """Return the price of a tier, by the month when it recurs; a free gift need not say it."""
    if tier.billing != "one_time":
        return monthly(tier)
    return tier.get("price") if tier.kind == "lead_magnet" else tier.price
