"""LAD: when the layers of the ladder open: the course, then the community, then coaching."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ecotools.rules.catalogue.ladder import ladder
from ecotools.rules.engine.limits import at_least, at_most
from ecotools.rules.engine.parts import Missing, Part
from ecotools.rules.engine.rule import Seed
from ecotools.rules.words.vocabulary import (
    LAYERS,
    QUARTER_DAYS,
    core,
    days_between,
    kinds,
    last,
    launch_days,
    listed,
    measured,
    months_between,
    of_kind,
    plain,
    require_launch_days,
)

if TYPE_CHECKING:
    import datetime


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
    reason="A room with five people in it looks empty, and anyone who finds it empty does not come back.",
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
