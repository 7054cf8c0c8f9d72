"""Checks between the parts of a blueprint: ids that are used must exist, be unique and fit their use.

They read plain data, so that they also work on a file whose values are not all right, and all of its
problems come together.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ecotools.blueprint.journey import STAGES
from ecotools.blueprint.problems import unknown

Found = tuple[tuple, str]
RECURRING = ("month", "quarter", "year")


def check(data: dict[str, Any]) -> list[Found]:
    """Return (path, message) of every broken reference in a blueprint's plain data."""
    return [
        *_unique(data, "products", "id"),
        *_unique(data, "journey", "id"),
        *_unique(data, "kpis", "id"),
        *_products(data),
        *_journey(data),
        *_funnel(data),
        *_kpis(data),
        *_assumptions(data),
    ]


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


def _unique(data: Any, section: str, key: str, at: tuple = ()) -> Iterator[Found]:
    first: dict[str, int] = {}
    for place, item in _items(data, section):
        name = item.get(key)
        if not isinstance(name, str):
            continue
        if name in first:
            earlier = f"number {first[name] + 1} of {section}"
            yield (*at, section, place, key), f"duplicate {key} {name!r}: {earlier} has it already"
        first.setdefault(name, place)


def _links(item: dict, key: str, known: dict, what: str, path: tuple) -> Iterator[Found]:
    """Check a list of ids of one item: each known, and none the item itself."""
    listed = item.get(key)
    for place, name in enumerate(listed if isinstance(listed, list) else []):
        if not isinstance(name, str):
            continue
        if name not in known:
            yield (*path, key, place), unknown(what, name, known)
        elif name == item.get("id"):
            yield (*path, key, place), f"{name!r} refers to itself"


def _link(item: dict, key: str, known: dict, what: str, path: tuple) -> Iterator[Found]:
    name = item.get(key)
    if isinstance(name, str) and name not in known:
        yield (*path, key), unknown(what, name, known)


def _products(data: dict) -> Iterator[Found]:
    known = _by_id(data, "products")
    for place, item in _items(data, "products"):
        path = ("products", place)
        yield from _links(item, "includes", known, "product", path)
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


def _journey(data: dict) -> Iterator[Found]:
    products, touchpoints = _by_id(data, "products"), _by_id(data, "journey")
    for place, item in _items(data, "journey"):
        path = ("journey", place)
        yield from _link(item, "product", products, "product", path)
        yield from _links(item, "next", touchpoints, "touchpoint", path)


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
    known = _by_id(data, "kpis")
    for place, item in _items(data, "kpis"):
        path = ("kpis", place)
        yield from _link(item, "counter", known, "KPI", path)
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
    yield from _unique(assumed, "channels", "name", ("assumptions",))
    for section in ("add_on_rate", "bundle_rate", "subscribe_rate", "churn", "plan_change", "refund_rate"):
        for name, value in _entries(assumed, section):
            path = ("assumptions", section, name)
            if name not in products:
                yield path, unknown("product", name, products)
                continue
            yield from _fits(section, products[name], path)
            if section == "plan_change" and isinstance(value, dict):
                yield from _plan(name, value.get("to"), products, path)
    yield from _shares(assumed)


def _fits(section: str, product: dict, path: tuple) -> Iterator[Found]:
    """Check that a rate is about a product of the kind it is for."""
    name, kind = product["id"], product.get("kind")
    recurring = product.get("billing", "one_time") in RECURRING
    if section in ("subscribe_rate", "churn", "plan_change") and not recurring:
        yield path, f"{name!r} is sold once; {section} is for products billed by month, quarter or year"
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


def _shares(assumed: dict) -> Iterator[Found]:
    rates = [value for _, value in _entries(assumed, "bundle_rate")]
    if all(isinstance(rate, (int, float)) and 0 <= rate <= 1 for rate in rates) and sum(rates) > 1 + 1e-9:
        message = f"the shares who take a bundle instead of the core sum to {sum(rates):g}, above 1"
        yield ("assumptions", "bundle_rate"), message
