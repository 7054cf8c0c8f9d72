"""LCH: the phases of a launch: their days add up, and what is learned comes before the crowd."""

from itertools import accumulate, pairwise

from ecotools.rules.catalogue.launch import launch
from ecotools.rules.engine.limits import at_most, names, per_kind
from ecotools.rules.engine.parts import Missing, place_of
from ecotools.rules.engine.rule import Seed
from ecotools.rules.words.phases import (
    days_covered,
    first_day,
    in_order,
    last_day,
    one_way,
    over_before,
    shown,
)
from ecotools.rules.words.vocabulary import listed, only

_LEARNS = ("feedback", "iterate")


_IMPROVES = ("iterate", "optimise")


@launch.rule(
    "LCH02",
    severity="warning",
    title="Feedback is collected between the soft launch and the launch",
    reason="What the first customers stumble over is cheap to mend only before the others come.",
    source=(
        Seed("000", "85-87", "Step-by-Step Guide to Launch Your Ecosystem"),
        Seed("001", "149-151", "90-Day Ecosystem Launch Plan"),
    ),
    kind="time-series",
    note="Phases are taken by their first days; where not all of these can be compared, as they are listed. "
    "A phase iterate counts too: it works on what was heard.",
    do="Put a phase of kind feedback between the two, if only for a week.",
    fails="""
        plan:
          phases:
            - {id: soft, kind: soft_launch, start_day: 1, end_day: 7}
            - {id: open, kind: launch, start_day: 8, end_day: 14}
        """,
    passes="""
        plan:
          phases:
            - {id: soft, kind: soft_launch, start_day: 1, end_day: 7}
            - {id: ask, kind: feedback, start_day: 8, end_day: 14}
            - {id: open, kind: launch, start_day: 15, end_day: 21}
        """,
)
def feedback_comes_before_the_launch(business):
    phases = in_order(business.plan.phases)
    soft = _first(phases, "soft_launch")
    after = phases[phases.index(soft) + 1 :]
    formal = _first(after, "launch", "a phase of kind launch after the soft launch")
    between_them = after[: after.index(formal)]
    if not _any(between_them, *_LEARNS):
        yield formal.finding("kind", found=f"{formal.id} follows {soft.id} without feedback in between")


@launch.rule(
    "LCH03",
    severity="error",
    title="The plan takes as many days as its title says",
    reason="Whoever plans money and leave by the title stands there half-way when the days are over.",
    source=Seed("001", "141-157", "90-Day Ecosystem Launch Plan"),
    kind="time-series",
    threshold=at_most(7, "days off"),
    basis="derived",
    note="The length is the number of days on which a phase runs, the first and the last included; a day of "
    "two phases counts once, and overlaps are the matter of LCH04.",
    do="Give the plan the title that its days deserve, or shorten its phases.",
    fails="""
        plan:
          title_days: 90
          phases: [{id: make, start_day: 1, end_day: 56}, {id: sell, start_day: 57, end_day: 140}]
        """,
    passes="""
        plan:
          title_days: 90
          phases: [{id: make, start_day: 1, end_day: 56}, {id: sell, start_day: 57, end_day: 91}]
        """,
)
def the_plan_is_as_long_as_its_title(business, limit):
    plan = business.plan
    days, title = days_covered(plan.phases), plan.title_days
    if abs(days - title) not in limit:
        yield plan.finding("title_days", found=f"the phases take {days:,} days, the title says {title:,}")


@launch.rule(
    "LCH04",
    severity="error",
    title="Each phase begins on the day after the one before it ends",
    reason="In a gap nobody works on the plan, and in an overlap everybody works on two things.",
    source=(
        Seed("001", "143-157", "90-Day Ecosystem Launch Plan"),
        Seed("002", "486-504", "Your Digital Product Community Implementation Plan"),
    ),
    kind="time-series",
    threshold=per_kind({"gap": at_most(0, "days"), "overlap": at_most(0, "days")}),
    basis="derived",
    note="Phases are taken by their first days, and each is compared with the one that ended last before it. "
    "A phase that says under `depends_on` what it waits for may run beside others. "
    "A plan whose phases pause at weekends sets the gap to 2.",
    do="Move the first day of the phase, or the last day of the one before it.",
    fails="""
        plan:
          phases: [{id: make, start_day: 1, end_day: 28}, {id: sell, start_day: 36, end_day: 60}]
        """,
    passes="""
        plan:
          phases: [{id: make, start_day: 1, end_day: 28}, {id: sell, start_day: 29, end_day: 60}]
        """,
)
def phases_follow_each_other(business, limits):
    phases = business.plan.phases
    one_way(phases)
    ordered = sorted(phases, key=lambda phase: (first_day(phase), last_day(phase)))
    longest = accumulate(ordered, lambda one, other: max(one, other, key=last_day))
    for before, phase in only(zip(longest, ordered[1:], strict=False), "a second phase in plan.phases[]"):
        if (gap := first_day(phase) - last_day(before) - 1) > 0 and gap not in limits["gap"]:
            found = f"{_days(gap)} without a phase between {before.id} (to {shown(before, 'end')}) and "
            found += f"{phase.id} (from {shown(phase, 'start')})"
            yield phase.finding(_start(phase), found=found, threshold=str(limits["gap"]))
        both = min(last_day(before), last_day(phase)) - first_day(phase) + 1
        if both > 0 and both not in limits["overlap"] and not _side_by_side(before, phase):
            found = f"{_days(both)} in both {before.id} (to {shown(before, 'end')}) and "
            found += f"{phase.id} (from {shown(phase, 'start')})"
            yield phase.finding(_start(phase), found=found, threshold=str(limits["overlap"]))


def _side_by_side(before, phase) -> bool:
    """Return whether a phase says what it waits for, and that this one is not among it."""
    waits = phase.get("depends_on")
    return waits is not None and before.id not in waits and phase.id not in (before.get("depends_on") or [])


@launch.rule(
    "LCH05",
    severity="warning",
    title="Marketing is scaled after what was launched has been improved",
    reason="Paid visitors make a leak more expensive, they do not mend it.",
    source=Seed("000", "86-87", "Step-by-Step Guide to Launch Your Ecosystem"),
    kind="time-series",
    note="A phase of kind iterate, or optimise, has to be over when the first one of kind scale_marketing "
    "begins; where days cannot be compared the order of the list counts.",
    do="Put a phase of kind iterate before it, or start the marketing when that is over.",
    fails="""
        plan:
          phases:
            - {id: ads, kind: scale_marketing, start_day: 15, end_day: 30}
            - {id: mend, kind: iterate, start_day: 31, end_day: 45}
        """,
    passes="""
        plan:
          phases:
            - {id: mend, kind: iterate, start_day: 15, end_day: 30}
            - {id: ads, kind: scale_marketing, start_day: 31, end_day: 45}
        """,
)
def marketing_is_scaled_after_iteration(business):
    phases = in_order(business.plan.phases)
    ads = _first(phases, "scale_marketing")
    if not _any([phase for phase in phases if phase != ads and over_before(phase, ads)], *_IMPROVES):
        later = listed(phase.id for phase in phases if phase.get("kind") in _IMPROVES)
        found = f"{ads.id} begins before {later} is over" if later else f"nothing is improved before {ads.id}"
        yield ads.finding(_start(ads), found=found)


@launch.rule(
    "LCH10",
    severity="info",
    title="A community is founded, opened, brought to life and only then asked for money",
    reason="A member who is asked to pay before anything happens among the members has nothing to stay for.",
    source=Seed("002", "486-508", "Your Digital Product Community Implementation Plan"),
    kind="time-series",
    threshold=names("foundation", "launch", "engagement", "monetisation"),
    note="It looks at plans of the profile community, and at others that have a phase engagement or "
    "monetisation. The first phase of each kind counts, by its first day, else by its place in the list.",
    do="Give the plan a phase of each of these kinds, in this order.",
    fails="""
        profile: community
        plan:
          phases:
            - {id: rules, kind: foundation, start_day: 1, end_day: 28}
            - {id: open, kind: launch, start_day: 29, end_day: 84}
            - {id: tiers, kind: monetisation, start_day: 85, end_day: 168}
            - {id: events, kind: engagement, start_day: 169, end_day: 240}
        """,
    passes="""
        profile: community
        plan:
          phases:
            - {id: rules, kind: foundation, start_day: 1, end_day: 28}
            - {id: open, kind: launch, start_day: 29, end_day: 84}
            - {id: events, kind: engagement, start_day: 85, end_day: 168}
            - {id: tiers, kind: monetisation, start_day: 169, end_day: 350}
        """,
)
def a_community_plan_has_its_order(business, kinds):
    phases = in_order(business.plan.phases)
    there = [phase.get("kind") for phase in phases]
    if business.get("profile") != "community" and not {"engagement", "monetisation"} & set(there):
        raise Missing("a phase of kind engagement or monetisation")
    known = [kind for kind in kinds.all if kind in there]
    for one, other in pairwise(known):
        if there.index(one) > there.index(other):
            phase = phases[there.index(other)]
            yield phase.finding("kind", found=f"{phase.id} ({other}) begins before {one}")
    if lacking := kinds.lacking(there):
        _require_kinds(phases)
        yield business.plan.finding("phases", found=f"no phase of kind {listed(lacking, 'or')}")


def _first(phases, kind, what=""):
    """Return the first phase of a kind; without one the rule is not checked."""
    return only([one for one in phases if one.get("kind") == kind], what or f"a phase of kind {kind}")[0]


def _any(phases, *kinds):
    """Say whether a phase is of one of the kinds; one that does not say its own might be."""
    if any(phase.get("kind") in kinds for phase in phases):
        return True
    _require_kinds(phases)
    return False


def _require_kinds(phases):
    if lacking := [(*place_of(phase), "kind") for phase in phases if not phase.has("kind")]:
        raise Missing(*lacking)


def _start(phase):
    return "start_day" if phase.has("start_day") else "start"


def _days(number):
    return f"{number:,} day{'' if number == 1 else 's'}"
