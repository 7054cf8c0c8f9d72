"""FUN: whether as many people go on from stage to stage as elsewhere."""

from ecotools.blueprint import FunnelStep
from ecotools.rules.catalogue.funnel import funnel
from ecotools.rules.engine.limits import between, per_kind
from ecotools.rules.engine.rule import Seed
from ecotools.rules.words.shares import beyond_chance, counted
from ecotools.rules.words.vocabulary import layer, only, percent, plain

_TOO_GOOD = "Count again: such a rate mostly comes of a narrower base or a longer window than others use."


_QUOTED = (
    "The band is what one source quotes, without saying whom it counted; a business that has reasons for "
    "another sets it. A step with `entered` is outside only when so many people cannot have brought that by "
    "chance."
)


@funnel.rule(
    "FUN01",
    severity="warning",
    title="As many visitors take the lead magnet as elsewhere",
    reason="A visitor who does not even take what is free was the wrong visitor, or saw the wrong gift.",
    source=Seed("001", "87", "Funnel Design & Upsell Paths"),
    kind="numeric",
    threshold=between(0.3, 0.5, "%"),
    basis="benchmark",
    over=lambda business: _steps(business, "awareness", "consideration"),
    note=f"It reads the step from awareness to consideration. {_QUOTED}",
    not_in={"saas": "Software is tried rather than given away, and no source of ours says how many begin."},
    do="Make the gift smaller and more exact, or bring visitors who have the problem that it solves.",
    fails="funnel: [{from: awareness, to: consideration, rate: 0.12}]",
    passes="funnel: [{from: awareness, to: consideration, rate: 0.35}]",
)
def the_lead_magnet_is_taken(step, band):
    yield from _outside(step, "of the visitors take the lead magnet", band)


@funnel.rule(
    "FUN02",
    severity="warning",
    title="As many leads become customers as elsewhere",
    reason="A lead costs work or money long before it pays, so this rate decides what a visitor may cost.",
    source=Seed("001", "88;94", "Funnel Design & Upsell Paths"),
    kind="numeric",
    threshold=between(0.03, 0.05, "%"),
    basis="benchmark",
    over=lambda business: _steps(business, "consideration", "purchase"),
    per_profile={
        "saas": (
            [0.08, 0.6],
            "Published comparisons do not agree: 8% to 25% of trials are paid for where no card is asked for "
            "first, 25% to 60% where one is.",
        ),
    },
    note="It reads the step from consideration to purchase; of software it is that from the trial to the "
    f"first payment. {_QUOTED}",
    do="Ask those who did not buy what kept them, and answer it in the emails before the offer.",
    fails="funnel: [{from: consideration, to: purchase, rate: 0.01}]",
    passes="funnel: [{from: consideration, to: purchase, rate: 0.04}]",
)
def leads_become_customers(step, band):
    of_software = step.business.taken == "saas"
    yield from _outside(step, "of the trials are paid for" if of_software else "of the leads buy", band)


@funnel.rule(
    "FUN03",
    severity="warning",
    title="As many buyers of the course join the community as elsewhere",
    reason="The community is where a single sale becomes an income that comes again.",
    source=Seed("001", "95", "Funnel Optimization Metrics"),
    kind="numeric",
    threshold=between(0.4, 0.6, "%"),
    basis="benchmark",
    over=lambda business: _upgrades(business, "core", "community"),
    note=_QUOTED,
    do="Invite buyers on the first day, with something to do there that the course asks for.",
    fails="""
        products:
          - {id: course, name: Course, kind: core}
          - {id: club, name: Club, kind: community}
        ladder: {upgrades: [{from: course, to: club, rate: 0.15}]}
        """,
    passes="""
        products:
          - {id: course, name: Course, kind: core}
          - {id: club, name: Club, kind: community}
        ladder: {upgrades: [{from: course, to: club, rate: 0.45}]}
        """,
)
def buyers_join_the_community(upgrade, band):
    yield from _outside(upgrade, _going_on(upgrade), band)


@funnel.rule(
    "FUN04",
    severity="warning",
    title="As many members take coaching as elsewhere",
    reason="Members have seen results and know you: when they do not want more, something is missing there.",
    source=Seed("001", "96", "Funnel Optimization Metrics"),
    kind="numeric",
    threshold=between(0.05, 0.15, "%"),
    basis="benchmark",
    over=lambda business: _upgrades(business, "community", "coaching"),
    note=_QUOTED,
    do="Show members what clients of the coaching reached, and let them talk to you before they apply.",
    fails="""
        products:
          - {id: club, name: Club, kind: community}
          - {id: coach, name: Coaching, kind: coaching}
        ladder: {upgrades: [{from: club, to: coach, rate: 0.01}]}
        """,
    passes="""
        products:
          - {id: club, name: Club, kind: community}
          - {id: coach, name: Coaching, kind: coaching}
        ladder: {upgrades: [{from: club, to: coach, rate: 0.08}]}
        """,
)
def members_take_coaching(upgrade, band):
    yield from _outside(upgrade, _going_on(upgrade), band)


@funnel.rule(
    "FUN05",
    severity="info",
    title="As many buyers of the course take coaching as elsewhere",
    reason="Coaching is planned in hours, and this rate says how many hours the course will bring.",
    source=Seed("001", "175", "Frequently Asked Questions"),
    kind="numeric",
    threshold=between(0.01, 0.05, "%"),
    basis="benchmark",
    per_profile={
        "community": (
            [0.02, 0.09],
            "Coaching is sold to members here: 40% to 60% of the buyers join and 5% to 15% of those go on.",
        )
    },
    over=lambda business: _upgrades(business, "core", "coaching"),
    note="The source contradicts itself: its FAQ says 1% to 5%, its rates by way of the community (FUN03 "
    "times FUN04) make 2% to 9%. The FAQ holds for creator, infoproduct and saas, who sell it to buyers.",
    not_in={"saas": "It is about buyers of a course."},
    do="Offer coaching when buyers finish the course, to those who want the next result.",
    fails="""
        products:
          - {id: course, name: Course, kind: core}
          - {id: coach, name: Coaching, kind: coaching}
        ladder: {upgrades: [{from: course, to: coach, rate: 0.2}]}
        """,
    passes="""
        products:
          - {id: course, name: Course, kind: core}
          - {id: coach, name: Coaching, kind: coaching}
        ladder: {upgrades: [{from: course, to: coach, rate: 0.03}]}
        """,
)
def some_buyers_take_coaching(upgrade, band):
    yield from _outside(upgrade, _going_on(upgrade), band)


@funnel.rule(
    "FUN08",
    severity="info",
    title="Each layer of the offer converts as it does elsewhere",
    reason="Fewer people buy the more expensive layers; a plan that forgets it counts on money "
    "that never comes.",
    source=Seed("001", "28-31", "Revenue Streams"),
    kind="numeric",
    threshold=per_kind(
        {
            "course": between(0.03, 0.05, "%"),
            "course and community": between(0.02, 0.04, "%"),
            "whole programme": between(0.01, 0.03, "%"),
            "coaching": between(0.005, 0.02, "%"),
        }
    ),
    basis="benchmark",
    over=lambda business: only(filter(layer, business.products), "a course, a bundle with one, or coaching"),
    note="Layers are those of PRC04. The source does not say whose share it is; its sums fit 1,000 leads.",
    not_in={"saas": "Its layers are course, community and coaching."},
    do="Compare whom you count with the leads of others; if they are the same, work on the offer.",
    fails="""
        products:
          - {id: course, name: Course, kind: core, conversion: {rate: 0.011, base: leads, window_days: 30}}
        """,
    passes="""
        products:
          - {id: course, name: Course, kind: core, conversion: {rate: 0.038, base: leads, window_days: 30}}
          - {id: coach, name: Coaching, kind: coaching, conversion: {rate: 0.01}}
        """,
)
def each_layer_converts_as_elsewhere(product, bands):
    band, rate = bands[layer(product)], product.conversion.rate
    if rate not in band:
        do = _TOO_GOOD if rate > band.high else ""
        found = f"{percent(rate)} buy {product.id} ({layer(product)})"
        yield product.conversion.finding("rate", found=found, do=do, threshold=str(band))


def _steps(business, start, end):
    """Return the step of the funnel from one stage to another, in a list."""
    found = [step for step in business.funnel if (step.get("from"), step.get("to")) == (start, end)]
    return only(found, f"a step of the funnel from {start} to {end}")


def _upgrades(business, start, end):
    """Return the upgrades from products of one kind to those of another."""
    kind = {product.id: product.kind for product in business.products}
    found = [
        one
        for one in business.ladder.upgrades
        if (kind.get(one.get("from")), kind.get(one.get("to"))) == (start, end)
    ]
    return only(found, f"ladder.upgrades[] from a product of kind {start} to one of kind {end}")


def _going_on(upgrade):
    return f"go on from {upgrade.get('from')} to {upgrade.get('to')}"


def _outside(part, who, band):
    """Yield a finding when the rate of a part is outside a band; above it there is another thing to do.

    A step that says of how many people it is counted is outside only when chance cannot have brought that.
    """
    people = part.get("entered") if isinstance(plain(part), FunnelStep) else None
    if beyond_chance(part.rate, people, band):
        do = _TOO_GOOD if part.rate > band.high else ""
        found = f"{percent(part.rate)} {who}{counted(part.rate, people)}"
        yield part.finding("rate", found=found, do=do)
