"""What a forecast needs and does not have, and what it leaves out of what it has."""

from itertools import pairwise

from ecotools.blueprint import Blueprint
from ecotools.errors import instance
from ecotools.forecast import from_blueprint
from ecotools.forecast.business import ForecastBusiness
from ecotools.ledger import Ledger

KNOWN_OTHERWISE = "is known otherwise."
"""How the sentence ends on an upgrade that a forecast need not follow."""


class NoForecastError(ValueError):
    """There is no forecast: blueprint and ledger do not say enough for one, or what they say does not fit."""


def lacking(blueprint: Blueprint, ledger: Ledger | None = None) -> list[str]:
    """Return the fields that a forecast needs and the blueprint does not say; nothing is put in their place.

    A field left at its documented default has that value, such as `assumptions.churn`: the parameters call
    it a default. With a ledger that has sales or subscriptions nothing is needed.

    >>> lacking(Blueprint(name="Q"))
    ['products of kind core', 'funnel', 'assumptions.channels']
    """
    instance(blueprint, Blueprint, "blueprint", "Blueprint.read(path) reads one")
    if ledger is not None:
        return [] if ledger.has_sales else ["a sale or a subscription in the ledger"]
    cores = [one for one in blueprint.products if one.kind == "core"]
    absent = [] if cores else ["products of kind core"]
    sold = from_blueprint.sold_products(blueprint)
    absent += [f"products[{one.id}].price" for one in sold if not one.said("price")]
    absent += _funnel(blueprint)
    said = blueprint.assumptions
    if said is None or not said.said("channels") or not said.channels:
        absent.append("assumptions.channels")
    return absent


def _funnel(blueprint: Blueprint) -> list[str]:
    if not blueprint.funnel:
        return ["funnel"]
    steps = from_blueprint.funnel_of(blueprint)
    if not steps:
        return ["funnel to the stage purchase"]
    broken = any(later.from_stage != earlier.to_stage for earlier, later in pairwise(steps))
    return ["funnel as one chain of stages up to the purchase"] if broken else []


def left_out(blueprint: Blueprint, business: ForecastBusiness, ledger: Ledger | None = None) -> list[str]:
    """Return what the blueprint says, or the ledger shows, and a forecast does not follow, one sentence each.

    >>> blueprint = Blueprint.from_yaml('''
    ... name: A course and a retreat
    ... products:
    ...   - {id: course, name: The course, kind: core, price: 100}
    ...   - {id: retreat, name: The retreat, kind: add_on, price: 900}
    ... ''')
    >>> left_out(blueprint, from_blueprint.business_of(blueprint))[0]
    'The retreat: neither the blueprint nor a ledger says how many buy it.'
    """
    sold = {*business.goods, *business.plans}
    found = [
        f"{one.name}: neither the blueprint nor a ledger says how many buy it."
        for one in blueprint.products
        if one.id not in sold and one.price > 0
    ]
    found += [
        f"{one.name}: what its buyers do when the months of {id} that it includes are over."
        for one in blueprint.products
        for id in one.included_months or {}
        if one.id in sold
    ]
    found += _upgrades(blueprint, business)
    if blueprint.financing and blueprint.financing.costs is not None:
        fixed = "Fixed costs: the margin is what is left to pay them, and debts, from."
    else:
        fixed = "Wages, rent, advertising and the fees of payment services: no fixed costs are stated."
    found.append(fixed)
    if ledger is not None and len(ledger.spend):
        found.append("What is paid to channels for customers: it is not taken off the margin.")
    if ledger is not None and len(ledger.refunds):
        found.append("Refunds of subscriptions: those of one-time sales are in it.")
    return found


def _upgrades(blueprint: Blueprint, business: ForecastBusiness) -> list[str]:
    names = {one.id: one.name for one in blueprint.products}
    taken = {(move.start, move.to) for move in business.moves}
    other = {*business.bundles, *business.add_ons, *business.joined, *business.direct}
    found = []
    for one in from_blueprint.upgrades_of(blueprint):
        pair = f"The upgrade from {names[one.from_product]} to {names[one.to_product]}"
        if one.rate is None:
            found.append(f"{pair}: no rate is stated.")
        elif one.to_product in other:
            found.append(f"{pair}: how many buy {names[one.to_product]} {KNOWN_OTHERWISE}")
        elif (one.from_product, one.to_product) not in taken:
            found.append(f"{pair}: it leads back to where its owners came from.")
    return found
