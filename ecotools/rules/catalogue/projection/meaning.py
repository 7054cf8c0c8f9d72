"""PRJ: what a projection means: revenue or a run rate, of which people, and how soon."""

import datetime
import re
from collections.abc import Iterator

from ecotools.rules.catalogue.projection import projection
from ecotools.rules.engine.limits import amount, at_least
from ecotools.rules.engine.parts import Missing, Part, place_of
from ecotools.rules.engine.rule import Seed
from ecotools.rules.words.sums import quantities, unreached
from ecotools.rules.words.vocabulary import listed, money, months_between, only

_RUN_RATE = re.compile(
    r"\b(arr|mrr|run[- ]?rates?|(annual(ly)?|monthly)?\s*recurring(\s+revenues?)?)\b", re.I
)
_REVENUE = re.compile(r"\b(revenues?|sales|turnover|income|earn\w*)\b", re.I)


@projection.rule(
    "PRJ05",
    severity="info",
    title="No revenue is expected of an initiative before its loops have closed",
    reason="First come partners, then their data, and only then something that customers pay for.",
    source=Seed("003", "171", "Frequently Asked Questions"),
    kind="time-series",
    threshold=at_least(3, "months after its start"),
    over=lambda business: only(
        [one for one in business.projections if one.has("initiative")], "a projection with an initiative"
    ),
    note="The source says 3 to 6 months. Months of a projection are counted from the first dated phase of "
    "the plan, and its last month decides.",
    do="Move the revenue to a later month, or start the initiative earlier.",
    fails="""
        growth: {initiatives: [{id: api, start: 2026-03-01}]}
        plan: {phases: [{id: build, start: 2026-01-01}]}
        projections: [{id: spring, month: 4, initiative: api}]
        """,
    passes="""
        growth: {initiatives: [{id: api, start: 2026-03-01}]}
        plan: {phases: [{id: build, start: 2026-01-01}]}
        projections: [{id: summer, month: 7, initiative: api}]
        """,
)
def lift_is_not_expected_at_once(projection, limit):
    initiative = next(
        one for one in projection.business.growth.initiatives if one.id == projection.initiative
    )
    month = projection.get("to_month") or projection.month
    waited = months_between(initiative.start, _first_day(projection.business, month))
    if waited not in limit:
        after = f"{amount(round(waited, 1), 'months')} after its start"
        since = "which starts later" if waited < 0 else after
        yield projection.finding("initiative", found=f"month {month} counts on {initiative.id}, {since}")


@projection.rule(
    "PRJ06",
    severity="error",
    title="A run rate is not passed off as revenue",
    reason="ARR and MRR say what a year or a month would bring if nothing changed; revenue has been earned.",
    source=Seed("003", "152;158", "Mini Case Study"),
    basis="derived",
    over=lambda business: only(_money_said(business), "a claim or projection about revenue or a run rate"),
    note="What only the words of a claim show is a remark.",
    do="Say in `unit` which it is (revenue, mrr or arr), and call it so in the text.",
    fails="""
        claims:
          - {text: Two million of revenue through the API, value: 2000000, unit: revenue}
          - {text: The API added $2M of ARR, value: 2000000, unit: arr}
        """,
    passes="""
        claims:
          - {text: The API added $2M of ARR, value: 2000000, unit: arr}
        """,
)
def a_run_rate_is_not_called_revenue(said):
    unit = said.get("unit")
    if unit in (None, "currency"):
        yield said.finding("unit", found="money without a word on whether it is revenue or a run rate")
    elif place_of(said)[0] == "claims":
        called, other = _called(said), _same_as_run_rate(said)
        if called == ({"run rate"} if unit == "revenue" else {"revenue"}):
            words = f"{said.text!r} is about {listed(called)}, but its unit is {unit}"
            yield said.finding("unit", found=words, severity="info")
        elif unit == "revenue" and other:
            found = f"{money(said.value, said)} of revenue are {other.unit.upper()} in {other.text!r}"
            yield said.finding("value", found=found)


@projection.rule(
    "PRJ07",
    severity="error",
    title="All lines of a projection count the same people",
    reason="A sum over a hundred customers here and a thousand there describes no business that can exist.",
    source=Seed("001", "27-31", "Revenue Streams"),
    kind="numeric",
    basis="derived",
    over=lambda business: only(
        [one for one in business.projections if len(one.get("lines", [])) > 1],
        "a projection with two lines or more",
    ),
    note="A `base` may be that of the other lines, the quantity of one of them or of an earlier projection "
    "(who bought the course may join the club), or the subscribers or followers of the audience.",
    do="Use one base, or the number of buyers that another line gives; or split the projection.",
    fails="""
        products:
          - {id: course, name: Course, kind: core, price: 497}
          - {id: club, name: Club, kind: community, price: 97, billing: month}
        projections:
          - id: month
            lines:
              - {product: course, base: 1000, quantity: 20}
              - {product: club, base: 100, quantity: 100}
        """,
    passes="""
        products:
          - {id: course, name: Course, kind: core, price: 497}
          - {id: club, name: Club, kind: community, price: 97, billing: month}
        projections:
          - id: month
            lines:
              - {product: course, base: 1000, quantity: 20}
              - {product: club, base: 20, quantity: 8}
        """,
)
def all_lines_count_the_same_people(projection):
    based = [line for line in projection.lines if line.has("base")]
    if len(based) > 1:
        for line in unreached(based, _known_people(projection)):
            others = max(one.base for one in based)
            found = f"{line.product} is a share of {line.base:,.6g} people, other lines of {others:,.6g}"
            yield line.finding("base", found=found)
    if lacking := [(*place_of(line), "base") for line in projection.lines if not line.has("base")]:
        raise Missing(*lacking)


def _called(claim: Part) -> set[str]:
    """Return whether the text of a claim speaks of revenue, of a run rate, of both or of neither."""
    text = claim.text
    found = {"run rate"} if _RUN_RATE.search(text) else set()
    return found | ({"revenue"} if _REVENUE.search(_RUN_RATE.sub(" ", text)) else set())


def _money_said(business: Part) -> Iterator[Part]:
    """Yield the projections, and the claims that are about revenue or a run rate by unit or by words."""
    yield from (one for one in business.get("projections", []) if one.has("amount") or one.has("lines"))
    for claim in business.get("claims", []):
        unit = claim.get("unit")
        if unit in ("revenue", "mrr", "arr") or (unit in (None, "currency") and _called(claim)):
            yield claim


def _same_as_run_rate(claim: Part) -> Part | None:
    """Return another claim that states the same amount as a run rate, if there is one."""
    rates = [one for one in claim.business.claims if one.get("unit") in ("mrr", "arr") and one.has("value")]
    return next((one for one in rates if claim.has("value") and one.value == claim.value), None)


def _first_day(business: Part, month: int) -> datetime.date:
    """Return the first day of a month of the plan, counted from 1 at its first dated phase."""
    starts = [phase.start for phase in business.plan.phases if phase.has("start")]
    first = min(only(starts, "plan.phases[].start"))
    year, month = divmod(first.year * 12 + first.month - 1 + month - 1, 12)
    return datetime.date(year, month + 1, min(first.day, 28))


def _known_people(projection: Part) -> set[float]:
    """Return the numbers of people that are told outside a projection: the audience, and earlier buyers."""
    audience = projection.business.get("audience")
    known = {audience.get(field) for field in ("subscribers", "followers")} if audience else set()
    for other in projection.business.projections:
        if _is_earlier(other, projection):
            known |= {
                number
                for line in other.get("lines", [])
                if line.has("quantity")
                for number in quantities(line)
            }
    return {number for number in known if number is not None}


def _is_earlier(one: Part, other: Part) -> bool:
    """Return whether one projection ends before the other begins."""
    return one.has("month") and other.has("month") and (one.get("to_month") or one.month) < other.month
