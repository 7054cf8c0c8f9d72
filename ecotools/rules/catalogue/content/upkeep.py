"""CON: whether content is kept fresh, and used more than once."""

import datetime
from math import ceil

from ecotools.rules.catalogue.content import content
from ecotools.rules.engine.limits import at_least, at_most
from ecotools.rules.engine.parts import Missing, Part, place_of
from ecotools.rules.engine.rule import Seed, only
from ecotools.rules.words.vocabulary import as_of, months_between


def _with_content(business: Part) -> list[Part]:
    """Return the products that have content of their own: bundles borrow it, coaching makes it each time."""
    found = [one for one in business.products if one.kind not in ("bundle", "coaching")]
    return only(found, "a product that is neither bundle nor coaching")


@content.rule(
    "CON01",
    severity="warning",
    title="No product goes without an update for long",
    reason="What is never touched again grows wrong in details, and customers notice before you do.",
    source=(Seed("000", "78", "Common Mistakes"), Seed("004", "117", "Strategies: update your tactics")),
    kind="time-series",
    basis="default",
    threshold=at_most(12, "months"),
    over=_with_content,
    note="The sources warn of stale products and give no time: a year is ours. The age is counted from the "
    "last of `last_update`, the launch and the releases in the calendar to the `as_of` of the blueprint, "
    "else to the end of the ledger, else to today.",
    do="Go through it, correct what is no longer true, and write the day under `last_update`.",
    fails="""
        as_of: 2026-06-30
        products: [{id: course, name: Course, kind: core, last_update: 2024-11-01}]
        """,
    passes="""
        as_of: 2026-06-30
        products: [{id: course, name: Course, kind: core, last_update: 2026-02-01}]
        """,
)
def no_product_stays_static(product, limit):
    today, changes = as_of(product), _changes(product)
    new = [product.launch_date] if product.has("launch_date") else []
    age = min((months_between(day, today) for day in [*changes, *new]), default=None)
    if age is None or (age not in limit and not changes):
        raise Missing((*place_of(product), "last_update"))
    if age not in limit:
        yield product.finding("last_update", found=f"no change for {ceil(age * 10) / 10:g} months")


@content.rule(
    "CON02",
    severity="info",
    title="Something is made out of content that is there already",
    reason="An article can become a talk and a checklist for a tenth of the work of a new idea.",
    source=Seed("000", "96", "Frequently Asked Questions"),
    threshold=at_least(1, "asset made of another"),
    basis="derived",
    note="The source says that content can be used again; that it should be at least once is ours. "
    "It asks for one touchpoint with `derived_from`; which part of the content is used again is yours.",
    do="Turn something that works into another format, and name what it came from under `derived_from`.",
    fails="""
        journey:
          - {id: post, stage: awareness, asset: Ten openings, format: article}
          - {id: list, stage: consideration, asset: Checklist of openings, format: PDF}
        """,
    passes="""
        journey:
          - {id: post, stage: awareness, asset: Ten openings, format: article}
          - {id: list, stage: consideration, asset: Checklist of openings, format: PDF, derived_from: post}
        """,
)
def content_is_used_again(business, limit):
    number = sum(point.has("derived_from") for point in business.journey)
    if number not in limit:
        yield business.finding("journey", found=f"{number or 'no'} asset made of another")


def _changes(product: Part) -> list[datetime.date]:
    """Return the days on which a product's content changed; a release that is still to come is none."""
    calendar = product.business.get("calendar")
    releases = calendar.get("releases", []) if calendar else []
    days = [one.date for one in releases if one.get("product") == product.id and one.date <= as_of(product)]
    return [*days, product.last_update] if product.has("last_update") else days
