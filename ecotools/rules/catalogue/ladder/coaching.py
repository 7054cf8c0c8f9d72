"""LAD: what coaching and other expensive offers need: price, levels, application, parts to pay in, hours."""

from ecotools.rules.catalogue.ladder import ladder
from ecotools.rules.engine.limits import at_most, between
from ecotools.rules.engine.parts import Missing, Part
from ecotools.rules.engine.rule import Seed, only
from ecotools.rules.words.vocabulary import core, kinds, money, of_kind, percent

CHARM = 0.005
"""How far a price may miss a bound so that it can end in 7 or 97, as a fraction."""


@ladder.rule(
    "LAD14",
    severity="warning",
    title="Coaching costs 3 to 10 times the course",
    reason="Far below that the hours do not pay, and far above it no owner of the course goes on to it.",
    source=Seed("001", "175", "Frequently Asked Questions"),
    kind="numeric",
    threshold=between(3, 10, "times the core product"),
    over=kinds("coaching"),
    note="Charm prices such as 2,997 for a course of 1,000 may miss a bound by half a percent. Every package "
    "counts. Only what is paid once, on both sides, can be compared.",
    do="Change the price, or sell the coaching in a smaller or a larger package.",
    fails="""
        products:
          - {id: course, name: Course, kind: core, price: 497}
          - {id: coach, name: Coaching, kind: coaching, price: 997}
        """,
    passes="""
        products:
          - {id: course, name: Course, kind: core, price: 497}
          - {id: coach, name: Coaching, kind: coaching, price: 2485}
        """,
)
def coaching_costs_a_multiple_of_the_course(coach, limit):
    course, packages = core(coach), _packages(coach)
    base = _paid_once(course)
    prices = [(package, package.price) for package in packages]
    if coach.has("price") or not packages:
        prices.insert(0, (coach, _paid_once(coach)))
    for part, price in prices:
        times = price / base
        if not any(times * nearly in limit for nearly in (1, 1 - CHARM, 1 + CHARM)):
            yield part.finding("price", found=f"{money(price, coach)}, {times:.3g} times the {course.id}")


@ladder.rule(
    "LAD18",
    severity="info",
    title="Coaching is sold at two or three levels",
    reason="One level leaves nothing to choose, and more than three make people put off the choice.",
    source=Seed("001", "72", "Coaching Pricing Psychology"),
    kind="numeric",
    threshold=between(2, 3, "levels"),
    per_profile={
        "community": ([2, 5], "Members know up to five tiers, and coaching may have a level for each."),
    },
    over=kinds("coaching"),
    note="Another source gives a community five tiers of membership (COM15). Creator, infoproduct and saas "
    "hold to two or three, since there coaching is bought without a membership before it.",
    do="List two or three packages under `coaching.packages`, each with its price.",
    fails="""
        products:
          - {id: coach, name: Coaching, kind: coaching, coaching: {packages: [{name: Full, price: 1490}]}}
        """,
    passes="""
        products:
          - id: coach
            name: Coaching
            kind: coaching
            coaching: {packages: [{name: Four weeks, price: 690}, {name: Ten weeks, price: 1490}]}
        """,
)
def coaching_has_levels(coach, limit):
    if (number := len(coach.coaching.stated("packages"))) not in limit:
        found = f"{number or 'no'} level{'' if number == 1 else 's'}"
        yield coach.coaching.finding("packages", found=found)


@ladder.rule(
    "LAD19",
    severity="info",
    title="People apply for high-ticket coaching",
    reason="A form before the payment keeps out those whom you cannot help, and their refunds.",
    source=Seed("001", "75", "Coaching Pricing Psychology"),
    over=lambda business: only(
        filter(_high_ticket, of_kind(business, "coaching")), "a coaching product of the ticket high"
    ),
    note="Coaching counts as high-ticket unless its `ticket` says low or mid.",
    do="Ask five questions before you sell it, answer each applicant, and write `application: true`.",
    fails="products: [{id: coach, name: Coaching, kind: coaching, coaching: {application: false}}]",
    passes="products: [{id: coach, name: Coaching, kind: coaching, coaching: {application: true}}]",
)
def people_apply_for_coaching(coach):
    if not coach.coaching.stated("application"):
        yield coach.coaching.finding("application", found=f"{coach.id} can be bought without an application")


@ladder.rule(
    "LAD20",
    severity="info",
    title="High-ticket offers can be paid in parts",
    reason="Many who would gain from it can pay it over months, and not on one day.",
    source=Seed("001", "73", "Coaching Pricing Psychology"),
    kind="numeric",
    threshold=between(3, 12, "months"),
    over=lambda business: only(
        (one for one in business.products if one.billing == "one_time" and _high_ticket(one)),
        "a product of the ticket high that is paid once",
    ),
    note="Coaching counts as high-ticket unless its `ticket` says low or mid; other products when it says "
    "high. What is paid every month or quarter is paid in parts as it is.",
    do="Offer three to twelve monthly parts, and write their number under `payment_plan_months`.",
    fails="products: [{id: coach, name: Coaching, kind: coaching, price: 2490, payment_plan_months: 0}]",
    passes="products: [{id: coach, name: Coaching, kind: coaching, price: 2490, payment_plan_months: 6}]",
)
def expensive_offers_can_be_paid_in_parts(product, limit):
    if (months := product.payment_plan_months) not in limit:
        found = f"{product.id} is paid over {months} months" if months else f"{product.id} is paid at once"
        yield product.finding("payment_plan_months", found=found)


@ladder.rule(
    "LAD22",
    severity="info",
    title="A coaching group has 10 to 20 people",
    reason="Fewer cannot learn from each other, and in a larger group nobody is seen.",
    source=Seed("001", "64", "Coaching Layer"),
    kind="numeric",
    threshold=between(10, 20, "people"),
    over=lambda business: only(filter(_a_group, of_kind(business, "coaching")), "coaching in a group"),
    note="Coaching that is delivered one to one, or in groups of 1, is no group.",
    do="Change the size of the group, or call it one to one and price it so.",
    fails="products: [{id: group, name: Group, kind: coaching, coaching: {group_size: 35}}]",
    passes="products: [{id: group, name: Group, kind: coaching, coaching: {group_size: 12}}]",
)
def a_group_is_neither_small_nor_large(coach, limit):
    if (size := coach.coaching.group_size) not in limit:
        yield coach.coaching.finding("group_size", found=f"{size} people in a group of {coach.id}")


@ladder.rule(
    "LAD23",
    severity="warning",
    tier="core",
    title="The hours of coaching fit into the team's month",
    reason="Coaching sold beyond the hours there are is delivered late, badly or at night.",
    source=Seed("001", "69", "Coaching Layer"),
    kind="numeric",
    basis="derived",
    threshold=at_most(1, "% of the hours there are"),
    note="The hours of all coaching together are compared with `team.coaching_hours_per_month`. For a group, "
    "the hours for one client are those of the group shared by its people.",
    do="Take fewer clients, work in groups, or find the hours first.",
    fails="""
        products:
          - {id: coach, name: Coaching, kind: coaching, coaching: {clients: 12, hours_per_client: 4}}
        team: {coaching_hours_per_month: 32}
        """,
    passes="""
        products:
          - {id: coach, name: Coaching, kind: coaching, coaching: {clients: 8, hours_per_client: 4}}
        team: {coaching_hours_per_month: 32}
        """,
)
def coaching_fits_into_the_hours(business, limit):
    services = [coach.coaching for coach in of_kind(business, "coaching")]
    needed = sum(service.clients * service.hours_per_client for service in services)
    hours = business.team.coaching_hours_per_month
    share = needed / hours if hours else float("inf") if needed else 0
    if share not in limit:
        used = f", {percent(share)} of them" if hours else ""
        found = f"{needed:g} hours of coaching a month for {hours:g} there are{used}"
        yield business.team.finding("coaching_hours_per_month", found=found)


def _packages(coach: Part) -> list[Part]:
    """Return the levels of a service; none when it says none."""
    service = coach.get("coaching")
    return service.get("packages", []) if service else []


def _paid_once(product: Part) -> float:
    """Return a price that is paid once and is not nothing; with another the rule is not checked."""
    if product.billing != "one_time" or not product.price:
        raise Missing(f"a price of {product.id} that is paid once")
    return product.price


def _high_ticket(product: Part) -> bool:
    """Return whether its customers find a product expensive: as it says, and coaching unless it says not."""
    return (product.get("ticket") or ("high" if product.kind == "coaching" else None)) == "high"


def _a_group(coach: Part) -> bool:
    """Return whether coaching may be for several people at once; what says nothing may be."""
    service = coach.get("coaching")
    alone = service is not None and service.get("group_size") in (0, 1)
    return not alone and coach.get("delivery") != "one_to_one"
