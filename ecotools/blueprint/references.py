"""Checks between the parts of a blueprint: ids that are used must exist, be unique and fit their use.

They read plain data, so that they also work on a file whose values are not all right, and all of its
problems come together.
"""

from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from itertools import chain, islice
from typing import Any

from ecotools.blueprint import links
from ecotools.blueprint.journey import STAGES
from ecotools.blueprint.problems import MOST, unknown

Found = tuple[tuple, str]
RECURRING = ("month", "quarter", "year")
RECURRING_RATES = ("subscribe_rate", "churn", "plan_change", "first_offer")


def check(data: dict[str, Any]) -> list[Found]:
    """Return (path, message) of the first `MOST` broken references in a blueprint's plain data."""
    checks = (
        links.check,
        _products,
        _shop_names,
        _funnel,
        _kpis,
        _assumptions,
        _automations,
        _map,
        _plan_phases,
    )
    return list(islice(chain.from_iterable(check(data) for check in checks), MOST))


def _items(data: Any, key: str) -> Iterator[tuple[int, dict]]:
    listed = data.get(key) if isinstance(data, dict) else None
    if isinstance(listed, list):
        yield from ((place, item) for place, item in enumerate(listed) if isinstance(item, dict))


def _entries(data: Any, key: str) -> Iterator[tuple[str, Any]]:
    group = data.get(key) if isinstance(data, dict) else None
    if isinstance(group, dict):
        yield from group.items()


def _by_id(data: dict, key: str) -> dict[str, dict]:
    return {item["id"]: item for _, item in _items(data, key) if isinstance(item.get("id"), str)}


def _products(data: dict) -> Iterator[Found]:
    known = _by_id(data, "products")
    for place, item in _items(data, "products"):
        path = ("products", place)
        yield from _periods(item, known, path)
        if item.get("kind") == "subscription" and item.get("billing", "one_time") == "one_time":
            yield (*path, "billing"), "a subscription is billed by month, quarter or year, not one_time"
        if item.get("kind") != "bundle":
            continue
        included = item.get("includes")
        for at, name in enumerate(included if isinstance(included, list) else []):
            if (
                isinstance(name, str)
                and name != item.get("id")
                and known.get(name, {}).get("kind") == "bundle"
            ):
                yield (*path, "includes", at), f"{name!r} is a bundle itself; a bundle holds single products"


def _shop_names(data: dict) -> Iterator[Found]:
    """Check that what shops call a product is the name of no other one."""
    owner: dict[str, str] = {}
    for _, item in _items(data, "products"):
        for name in (item.get("id"), item.get("name")):
            owner.setdefault(str(name).casefold(), item.get("id"))
    for place, item in _items(data, "products"):
        called = item.get("shop_names")
        for at, name in enumerate(called if isinstance(called, list) else []):
            other = owner.setdefault(str(name).casefold(), item.get("id"))
            if other != item.get("id"):
                yield (
                    ("products", place, "shop_names", at),
                    f"{name!r} is {other!r} already; a name in an export means one product",
                )


def _periods(item: dict, known: dict, path: tuple) -> Iterator[Found]:
    """Check that months are told for the recurring products of a bundle only."""
    included = item.get("includes")
    for name in item.get("included_months") if isinstance(item.get("included_months"), dict) else ():
        at = (*path, "included_months", name)
        if not isinstance(included, list) or name not in included:
            yield at, f"{name!r} is not in includes; months are told for what the bundle includes"
        elif name in known and known[name].get("billing", "one_time") not in RECURRING:
            yield at, f"{name!r} is sold once; months are told for products billed by month, quarter or year"


def _funnel(data: dict) -> Iterator[Found]:
    seen: set[tuple[str, str]] = set()
    for place, item in _items(data, "funnel"):
        start, end = (item.get(key, item.get(f"{key}_stage")) for key in ("from", "to"))
        if start not in STAGES or end not in STAGES:
            continue
        if STAGES.index(start) >= STAGES.index(end):
            order = " > ".join(STAGES)
            yield ("funnel", place, "to"), f"{end!r} does not come after {start!r}; the order is {order}"
        if (start, end) in seen:
            yield ("funnel", place), f"the step from {start!r} to {end!r} is there already"
        seen.add((start, end))


def _kpis(data: dict) -> Iterator[Found]:
    for place, item in _items(data, "kpis"):
        path = ("kpis", place)
        if isinstance(item.get("counter"), str) and item.get("counter") == item.get("id"):
            yield (*path, "counter"), f"{item['id']!r} cannot be its own counter-metric"
        target = item.get("target")
        if item.get("unit") == "fraction" and isinstance(target, (int, float)) and abs(target) >= 2:
            yield (
                (*path, "target"),
                f"{target:g} for a fraction. Rates are fractions: {target / 100:g}, not {target:g}.",
            )


def _assumptions(data: dict) -> Iterator[Found]:
    assumed, products = data.get("assumptions"), _by_id(data, "products")
    if not isinstance(assumed, dict):
        return
    for section in ("add_on_rate", "bundle_rate", *RECURRING_RATES, "refund_rate"):
        for name, value in _entries(assumed, section):
            path = ("assumptions", section, name)
            if name not in products:
                yield path, unknown("product", name, products)
                continue
            yield from _fits(section, products[name], path)
            if section == "plan_change" and isinstance(value, dict):
                yield from _plan(name, value.get("to"), products, path)
    yield from _joining(assumed.get("joining"), products)
    yield from _shares(assumed)


def _joining(joining, products: dict) -> Iterator[Found]:
    plans = joining.get("plans") if isinstance(joining, dict) else None
    for place, name in enumerate(plans if isinstance(plans, list) else []):
        path = ("assumptions", "joining", "plans", place)
        if name not in products:
            yield path, unknown("product", name, products)
        elif products[name].get("billing", "one_time") not in RECURRING:
            yield (
                path,
                f"{name!r} is sold once; who joins the community are subscribers of products billed again",
            )


def _fits(section: str, product: dict, path: tuple) -> Iterator[Found]:
    """Check that a rate is about a product of the kind it is for."""
    name, kind = product["id"], product.get("kind")
    recurring = product.get("billing", "one_time") in RECURRING
    if section in RECURRING_RATES and not recurring:
        yield path, f"{name!r} is sold once; {section} is for products billed by month, quarter or year"
    if section == "first_offer" and bool(product.get("trial_days")) == (
        product.get("intro_price") is not None
    ):
        found = "both" if product.get("trial_days") else "neither"
        yield path, f"first_offer is about trial_days or intro_price of the product, and {name!r} has {found}"
    if section == "add_on_rate" and (recurring or kind in ("core", "bundle", "lead_magnet")):
        yield (
            path,
            f"{name!r} is no add-on sold at checkout: its kind is {kind}, its billing {_billing(product)}",
        )
    if section == "bundle_rate" and kind != "bundle":
        yield path, f"{name!r} is not a bundle but of kind {kind}"


def _billing(product: dict) -> str:
    return str(product.get("billing", "one_time"))


def _plan(name: str, to: object, products: dict, path: tuple) -> Iterator[Found]:
    if not isinstance(to, str):
        return
    if to not in products:
        yield (*path, "to"), unknown("product", to, products)
    elif to == name:
        yield (*path, "to"), f"{name!r} cannot change to itself"
    elif products[to].get("billing", "one_time") not in RECURRING:
        yield (*path, "to"), f"{to!r} is sold once; a plan is billed by month, quarter or year"


def _automations(data: dict) -> Iterator[Found]:
    for place, item in _items(data, "automations"):
        steps = {"steps": item.get("steps")}
        for at, message in links.local(steps, "steps[].id", "steps[].next[]", "step"):
            yield ("automations", place, *at), message


def _map(data: dict) -> Iterator[Found]:
    drawn = data.get("map")
    nodes, seen = _by_id(drawn, "nodes"), set()
    none = drawn.get("none") if isinstance(drawn, dict) else None
    for place, item in _items(drawn, "nodes"):
        if isinstance(none, list) and item.get("kind") in none:
            yield ("map", "nodes", place, "kind"), f"{item['kind']!r} is in none, and here is one"
    for place, item in _items(drawn, "edges"):
        flow = (
            item.get("from", item.get("from_node")),
            item.get("to", item.get("to_node")),
            item.get("type"),
        )
        if not all(isinstance(end, str) and end in nodes for end in flow[:2]):
            continue
        if str(flow) in seen:
            yield ("map", "edges", place), f"the edge from {flow[0]!r} to {flow[1]!r} is there already"
        seen.add(str(flow))


def _plan_phases(data: dict) -> Iterator[Found]:
    """Find phases that wait for each other."""
    plan = data.get("plan")
    phases = _by_id(plan, "phases")
    needs = {name: item.get("depends_on") for name, item in phases.items()}
    waits = {
        name: [one for one in listed if isinstance(one, str) and one in phases and one != name]
        for name, listed in needs.items()
        if isinstance(listed, list)
    }
    try:
        TopologicalSorter(waits).prepare()
    except CycleError as error:
        circle = error.args[1]
        place = next(place for place, item in _items(plan, "phases") if item.get("id") in circle)
        shown = " before ".join(circle[:6])
        yield ("plan", "phases", place, "depends_on"), f"phases wait for each other: {shown}"


def _shares(assumed: dict) -> Iterator[Found]:
    rates = [value for _, value in _entries(assumed, "bundle_rate")]
    if all(isinstance(rate, (int, float)) and 0 <= rate <= 1 for rate in rates) and sum(rates) > 1 + 1e-9:
        message = f"the shares who take a bundle instead of the core sum to {sum(rates):g}, above 1"
        yield ("assumptions", "bundle_rate"), message
