"""BND: the price of a bundle against the prices of what it holds."""

from ecotools.rules.catalogue.bundle import bundle
from ecotools.rules.engine.limits import at_most
from ecotools.rules.engine.parts import Missing, Part, place_of
from ecotools.rules.engine.rule import Seed
from ecotools.rules.words.vocabulary import (
    amount,
    kinds,
    listed,
    money,
    monthly,
    percent,
    plain,
)


@bundle.rule(
    "BND01",
    severity="error",
    title="A bundle costs less than its parts",
    reason="People who buy several things at once expect to pay less, and can add up the prices.",
    source=Seed("000", "39-40", "Bundling and Tiered Pricing"),
    kind="numeric",
    over=kinds("bundle"),
    note="A product that is paid again and again counts with the months under `included_months`; in a bundle "
    "that is paid again and again itself, with the months between two of its payments.",
    do="Lower the price of the bundle, or take out what adds nothing to it.",
    fails="""
        products:
          - {id: course, name: Course, kind: core, price: 199}
          - {id: kit, name: Kit, kind: add_on, price: 49}
          - {id: both, name: Both, kind: bundle, price: 249, includes: [course, kit]}
        """,
    passes="""
        products:
          - {id: course, name: Course, kind: core, price: 199}
          - {id: club, name: Club, kind: subscription, price: 33, billing: month}
          - {id: b, name: B, kind: bundle, price: 259, includes: [course, club], included_months: {club: 3}}
        """,
)
def a_bundle_costs_less_than_its_parts(box):
    worth = _worth(box)
    if box.price >= worth:
        found = f"{money(box.price, box)} for parts that cost {money(worth, box)}: {_sum(box)}"
        yield box.finding("price", found=found)


@bundle.rule(
    "BND02",
    severity="error",
    title="The advertised saving is what a bundle saves",
    reason="It takes a customer a minute to add up the parts, and a saving that is not there costs trust.",
    source=Seed("000", "40", "Bundling and Tiered Pricing"),
    kind="numeric",
    basis="derived",
    threshold=at_most(0.01, "$ of difference"),
    over=kinds("bundle"),
    note="The saving is what the parts cost, counted as in BND01, without the price of the bundle.",
    do="Correct `stated_saving`, or the prices that it comes from.",
    fails="""
        products:
          - {id: course, name: Course, kind: core, price: 199}
          - {id: kit, name: Kit, kind: add_on, price: 49}
          - {id: both, name: Both, kind: bundle, price: 219, includes: [course, kit], stated_saving: 49}
        """,
    passes="""
        products:
          - {id: course, name: Course, kind: core, price: 199}
          - {id: kit, name: Kit, kind: add_on, price: 49}
          - {id: both, name: Both, kind: bundle, price: 219, includes: [course, kit], stated_saving: 29}
        """,
)
def the_advertised_saving_is_true(box, limit):
    stated, saved = box.stated_saving, round(_worth(box) - box.price, 6)
    if abs(stated - saved) not in limit:
        real = f"it saves {money(saved, box)}" if saved >= 0 else f"it costs {money(-saved, box)} more"
        found = f"{money(stated, box)} promised; {real}: {_sum(box)} against {money(box.price, box)}"
        yield box.finding("stated_saving", found=found)


@bundle.rule(
    "BND05",
    severity="warning",
    title="The discount of a bundle is not so deep that its parts look worthless",
    reason="After a deep discount nobody pays the old price of a part again.",
    source=Seed("000", "40;42", "Bundling and Tiered Pricing"),
    kind="numeric",
    basis="default",
    threshold=at_most(0.3, "% off the parts"),
    over=kinds("bundle"),
    note="The source gives one bundle, which is 13.8% off, and no bound: 30% is ours.",
    do="Raise the price of the bundle, or take out the part that is thrown in for nothing.",
    fails="""
        products:
          - {id: course, name: Course, kind: core, price: 199}
          - {id: kit, name: Kit, kind: add_on, price: 49}
          - {id: both, name: Both, kind: bundle, price: 99, includes: [course, kit]}
        """,
    passes="""
        products:
          - {id: course, name: Course, kind: core, price: 199}
          - {id: kit, name: Kit, kind: add_on, price: 49}
          - {id: both, name: Both, kind: bundle, price: 219, includes: [course, kit]}
        """,
)
def the_discount_is_not_too_deep(box, limit):
    if not (worth := _worth(box)):
        raise Missing(f"a part of {box.id} that costs something")
    if (discount := 1 - box.price / worth) not in limit:
        found = f"{percent(discount)} off: {money(box.price, box)} instead of {money(worth, box)}"
        yield box.finding("price", found=found)


@bundle.rule(
    "BND07",
    severity="error",
    title="A bundle says for how many months it holds what is paid by the month",
    reason="Three months for 99 and 99 a month are different offers, and buyers find out which too late.",
    source=Seed("000", "40", "Bundling and Tiered Pricing"),
    basis="derived",
    over=kinds("bundle"),
    note="A bundle that is paid again and again itself holds its items for as long as it is paid.",
    do="Write the months under `included_months`, as in `included_months: {club: 3}`, and on the page too.",
    fails="""
        products:
          - {id: course, name: Course, kind: core}
          - {id: club, name: Club, kind: subscription, price: 33, billing: month}
          - {id: both, name: Both, kind: bundle, includes: [course, club]}
        """,
    passes="""
        products:
          - {id: course, name: Course, kind: core}
          - {id: club, name: Club, kind: subscription, price: 33, billing: month}
          - {id: both, name: Both, kind: bundle, includes: [course, club], included_months: {club: 3}}
        """,
)
def a_bundle_says_for_how_many_months(box):
    recurring = [item for item in items_of(box) if item.billing != "one_time"]
    if silent := [item.id for item in recurring if _months(item, box) is None]:
        yield box.finding("included_months", found=f"no months for {listed(silent)}")


def items_of(box: Part) -> list[Part]:
    """Return the products of a bundle."""
    products = {product.id: product for product in box.business.products}
    return [products[id] for id in box.includes]


def _months(item: Part, box: Part) -> float | None:
    """Return for how many months a bundle holds a product that is paid again and again, if it says so."""
    said = plain(box).included_months or {}
    return said.get(item.id, plain(box).interval_months or None)


def _price(item: Part, box: Part) -> float:
    """Return what a bundle's item costs alone, for the months that it is in there; a gift is 0."""
    if item.kind == "lead_magnet" and not item.has("price"):
        return 0.0
    if item.billing == "one_time":
        if plain(box).interval_months:
            raise Missing(f"what {item.id} is worth with each payment of {box.id}")
        return item.price
    months = _months(item, box)
    if months is None:
        raise Missing((*place_of(box), "included_months"))
    return monthly(item) * months


def _worth(box: Part) -> float:
    """Return what the parts of a bundle cost one by one."""
    return round(sum(_price(item, box) for item in items_of(box)), 6)


def _sum(box: Part) -> str:
    """Return the sum of the parts as one would write it: ``199 + 49``."""
    return " + ".join(amount(round(_price(item, box), 2)) for item in items_of(box))
