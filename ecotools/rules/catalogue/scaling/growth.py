"""SCL: whether revenue and quality keep up with the number of members."""

from contextlib import suppress
from itertools import pairwise, takewhile

from ecotools.rules.catalogue.scaling import scaling
from ecotools.rules.engine.limits import at_least, below, between, per_kind
from ecotools.rules.engine.parts import Business, Missing, Part
from ecotools.rules.engine.rule import Seed
from ecotools.rules.words.prices import in_currency
from ecotools.rules.words.vocabulary import (
    amount,
    computed,
    last,
    measured,
    members,
    money,
    plain,
    scaling_phase,
    series,
)

_QUALITY = {"engagement": "engagement", "active_share": "the active share", "nps": "NPS"}


@scaling.rule(
    "SCL01",
    severity="info",
    title="Revenue lies in the band of the phase of growth",
    reason="A revenue far from a target of this size points at the prices, or at how it is counted.",
    source=Seed("001", "129;134;139", "Scaling Framework"),
    kind="numeric",
    threshold=per_kind(
        {
            "foundation": between(5_000, 15_000, "$ a month"),
            "systemization": between(15_000, 50_000, "$ a month"),
            "enterprise": at_least(50_000, "$ a month"),
        }
    ),
    basis="benchmark",
    per_profile={
        "infoproduct": (
            {"foundation": [5_000, 38_640], "systemization": [15_000, 198_500]},
            "The source's own projections, with coaching, go beyond its bands (lines 161-163).",
        )
    },
    note="Phases begin at 0, 100 and 500 members. With coaching the source projects more than its own bands "
    "(lines 83 and 159-163): infoproduct takes the wider ones, and creator, community and saas the bands.",
    do="Compare price and offer with businesses of this size, or set a band of your own with the reason.",
    fails="""
        measured: [{metric: members, value: 60}, {metric: revenue, value: 900}]
        """,
    passes="""
        measured: [{metric: members, value: 60}, {metric: revenue, value: 7200}]
        """,
)
def revenue_fits_the_phase(business, bands):
    band = in_currency(bands[scaling_phase(business)], business, "SCL01")
    if (revenue := _revenue(business)) not in band:
        above = revenue > band.low
        yield business.finding(
            "measured",
            found=f"{money(revenue, business)} a month with {count_of_members(business)}",
            threshold=str(band),
            do="Nothing to repair, unless a launch is in it: then plan with less." if above else "",
        )


@scaling.rule(
    "SCL05",
    severity="warning",
    title="Growth does not come at the cost of quality",
    reason="Those who came first notice the decline first, and they are the ones whom new people ask.",
    source=Seed("001", "123", "Common Ecosystem Mistakes"),
    kind="time-series",
    threshold=below(2, "months in a row up to the last"),
    basis="default",
    note="Counted are months with more members, and less engagement, active share or NPS, than the one "
    "before. With a ledger its subscribers, engagement and NPS count; a fall of NPS that its answers are too "
    "few to tell is left out.",
    do="Slow down what brings new people, and ask those who came first what has become worse.",
    fails="""
        measured:
          - {metric: members, values: {2026-01: 90, 2026-02: 140, 2026-03: 210}}
          - {metric: nps, values: {2026-01: 48, 2026-02: 41, 2026-03: 29}}
        """,
    passes="""
        measured:
          - {metric: members, values: {2026-01: 90, 2026-02: 140, 2026-03: 210}}
          - {metric: nps, values: {2026-01: 48, 2026-02: 44, 2026-03: 46}}
        """,
)
def growth_does_not_outrun_quality(business, limit):
    people = _members_by_month(business)
    for metric, quality in _quality(business, people).items():
        months = sorted(people.keys() & quality.keys())
        worse = [people[b] > people[a] and quality[b] < quality[a] for a, b in pairwise(months)]
        run = len(list(takewhile(bool, reversed(worse))))
        first, end = months[-run - 1], months[-1]
        if run not in limit and not _by_chance(business, metric, first, end):
            found = (
                f"from {first} to {end} members grew from {amount(people[first])} to {amount(people[end])}, "
                f"while {_QUALITY[metric]} fell from {amount(quality[first])} to {amount(quality[end])}"
            )
            yield business.finding("measured", found=found)


@scaling.rule(
    "SCL06",
    severity="error",
    title="The phases of growth leave no gap and do not overlap",
    reason="A number of members that belongs to two phases, or to none, decides nothing.",
    source=Seed("001", "126-140", "Scaling Framework"),
    kind="numeric",
    basis="derived",
    note="`max_members` is the first number that no longer belongs to the phase: 0 to 100, then 100 to 500. "
    "The first phase begins at 0; the last one may end: a plan need not go on without end.",
    do="Let each phase begin at the number at which the one before it ends.",
    fails="""
        strategy:
          phases:
            - {name: Foundation, min_members: 0, max_members: 100}
            - {name: Systems, min_members: 150, max_members: 500}
            - {name: Team, min_members: 500}
        """,
    passes="""
        strategy:
          phases:
            - {name: Foundation, min_members: 0, max_members: 100}
            - {name: Systems, min_members: 100, max_members: 500}
            - {name: Team, min_members: 500}
        """,
)
def phases_leave_no_gap(business):
    reached = 0
    phases = sorted(business.strategy.phases, key=lambda phase: phase.min_members)
    for phase in phases:
        low, high = phase.min_members, phase.get("max_members", float("inf"))
        if high <= low:
            yield phase.finding("max_members", found=f"{phase.name} holds for no number of members")
        elif low > reached:
            yield phase.finding("min_members", found=f"{_range(reached, low)}: in no phase")
        elif low < reached:
            twice = _range(low, min(reached, high))
            yield phase.finding("min_members", found=f"{twice}: in two phases")
        reached = max(reached, high)


def count_of_members(business: Part) -> str:
    """Return the number of members in words."""
    return f"{amount(last(members(business)))} members"


def _revenue(business: Business) -> float:
    """Return the revenue of the last whole month of the ledger, else as it was measured last."""
    if business.has_ledger and (by_month := computed(business, "revenue")):
        return round(list(by_month.values())[-1], 2)
    return last(measured(business, "revenue"))


def _members_by_month(business: Business) -> dict[str, float]:
    sold = business.has_ledger and len(business.ledger.subscriptions)
    return series(business, "subscribers") if sold else plain(members(business)).series


def _quality(business: Business, people: dict[str, float]) -> dict[str, dict[str, float]]:
    """Return each measure of quality that is known in three of these months; without any the rule ends."""
    known = {}
    for metric in _QUALITY:
        with suppress(Missing):
            known[metric] = series(business, metric)
    long = {metric: months for metric, months in known.items() if len(people.keys() & months.keys()) > 2}
    if not long:
        raise Missing("three months of members and of engagement, active_share or nps in measured[]")
    return long


def _by_chance(business: Business, metric: str, first: str, end: str) -> bool:
    """Return whether the answers in the ledger are too few to tell that the NPS has fallen."""
    if metric != "nps" or not business.has_ledger or business.ledger.surveys.empty:
        return False
    from ecotools.metrics.community import nps, nps_answers

    scores = nps_answers(business.ledger)
    before, after = (nps(scores[scores.index.to_period("M") == month]) for month in (first, end))
    return bool(before["nps"] <= after["high"])


def _range(low: float, high: float) -> str:
    if high == float("inf"):
        return f"{amount(low)} members and more"
    return f"{amount(low)} members" if high - low == 1 else f"{amount(low)} to {amount(high - 1)} members"
