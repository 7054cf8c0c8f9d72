"""Which ids refer to what, as data, for every section: no id twice, and none used that does not exist."""

from collections.abc import Iterable, Iterator
from typing import Any

from ecotools.blueprint.measures import METRICS
from ecotools.blueprint.problems import unknown

Found = tuple[tuple, str]

# Where things are named: how errors call one, its list, and the key that names it.
NAMED = {
    "product": ("products", "id"),
    "touchpoint": ("journey", "id"),
    "KPI": ("kpis", "id"),
    "channel": ("channels", "name"),
    "checkout": ("ladder.checkouts", "id"),
    "automation": ("automations", "id"),
    "node": ("map.nodes", "id"),
    "loop": ("map.loops", "id"),
    "integration": ("platform.integrations", "id"),
    "partner": ("platform.partners", "id"),
    "app": ("platform.apps", "id"),
    "data flow": ("platform.data_flows", "id"),
    "event": ("platform.event_log", "name"),
    "lever": ("levers", "id"),
    "experiment": ("growth.experiments", "id"),
    "initiative": ("growth.initiatives", "id"),
    "phase": ("plan.phases", "id"),
    "projection": ("projections", "id"),
    "assumed channel": ("assumptions.channels", "name"),
    "month": ("team.creator_time", "month"),
    "platform": ("community.platforms", "name"),
}
"""Kind of thing -> its list and the key that no two of the list share."""

# Where they are used. [] goes into a list, {} takes the keys of a group.
USED = {
    "product": (
        "products[].next[]",
        "products[].includes[]",
        "products[].included_months{}",
        "ladder.tiers[].product",
        "ladder.checkouts[].product",
        "ladder.checkouts[].offers[]",
        "ladder.upgrades[].from",
        "ladder.upgrades[].to",
        "ladder.upgrades[].from_product",
        "ladder.upgrades[].to_product",
        "journey[].product",
        "journey[].products[]",
        "community.tiers[]",
        "automations[].product",
        "measured[].product",
        "calendar.releases[].product",
        "calendar.surveys[].product",
        "plan.phases[].launches[]",
        "projections[].lines[].product",
    ),
    "touchpoint": ("journey[].next[]",),
    "channel": ("journey[].channel",),
    "automation": ("journey[].automation",),
    "KPI": (
        "products[].kpis[]",
        "community.metrics[]",
        "map.nodes[].kpi",
        "map.loops[].kpi",
        "dashboard.kpis[]",
        "levers[].kpi",
        "growth.experiments[].kpi",
        "growth.initiatives[].kpis[]",
        "claims[].kpi",
        "kpis[].counter",
    ),
    "node": (
        "map.edges[].from",
        "map.edges[].to",
        "map.edges[].from_node",
        "map.edges[].to_node",
        "map.loops[].nodes[]",
    ),
    "partner": ("platform.integrations[].partner",),
    "experiment": ("levers[].experiment",),
    "initiative": ("projections[].initiative",),
    "phase": ("plan.phases[].depends_on[]",),
    "touchpoint or product": ("journey[].derived_from",),
    "product or lever": ("growth.experiments[].subject",),
    "metric": ("measured[].metric",),
}
"""Kind of thing -> the paths at which an id of one is expected."""

_NOT_ITSELF = (
    "products[].next[]",
    "products[].includes[]",
    "journey[].next[]",
    "plan.phases[].depends_on[]",
)


def check(data: dict[str, Any]) -> Iterator[Found]:
    """Yield (path, message) for every id that is there twice or that nothing has."""
    named = {what: _names(data, *place) for what, place in NAMED.items()}
    for what, (place, key) in NAMED.items():
        yield from _twice(data, place, key)
        named[what] = _names(data, place, key)
    named["touchpoint or product"] = named["touchpoint"] | named["product"]
    named["product or lever"] = named["product"] | named["lever"]
    named["metric"] = named["KPI"] | dict.fromkeys(METRICS)
    for what, places in USED.items():
        if what == "channel" and not isinstance(data.get("channels"), list):
            continue
        for place in places:
            yield from _uses(data, place, what, named[what])


def local(data: dict[str, Any], named: str, used: str, what: str) -> Iterator[Found]:
    """Yield the same for ids that hold within one item only, such as the steps of a flow."""
    place, _, key = named.rpartition("[].")
    yield from _twice(data, place, key)
    yield from _uses(data, used, what, _names(data, place, key))


def _names(data: dict, place: str, key: str) -> dict[str, None]:
    found = (value for _, value in values(data, f"{place}[].{key}"))
    return dict.fromkeys(value for value in found if isinstance(value, str))


def _twice(data: dict, place: str, key: str) -> Iterator[Found]:
    first: dict[str, int] = {}
    for path, name in values(data, f"{place}[].{key}"):
        if not isinstance(name, str):
            continue
        if name in first:
            section = place.rpartition(".")[2]
            earlier = f"number {first[name] + 1} of {section}"
            yield path, f"duplicate {key} {name!r}: {earlier} has it already"
        first.setdefault(name, path[-2])


def _uses(data: dict, place: str, what: str, known: dict[str, None]) -> Iterator[Found]:
    for path, name in values(data, place):
        if not isinstance(name, str):
            continue
        if name not in known:
            yield path, unknown(what, name, known)
        elif place in _NOT_ITSELF and name == _owner(data, path).get("id"):
            yield path, f"{name!r} refers to itself"


def _owner(data: Any, path: tuple) -> dict:
    """Return the item whose list of ids a path leads into."""
    for part in path[:-2]:
        data = data[part]
    return data


def values(data: Any, place: str, at: tuple = ()) -> Iterator[Found]:
    """Yield (path, value) of everything at a place such as ``products[].next[]``."""
    head, _, rest = place.partition(".")
    key, kind = head.rstrip("[]{}"), head[-2:]
    value = data.get(key) if isinstance(data, dict) else None
    found: Iterable = ()
    if kind == "[]":
        found = (((*at, key, n), part) for n, part in enumerate(value if isinstance(value, list) else []))
    elif kind == "{}":
        found = (((*at, key, part), part) for part in (value if isinstance(value, dict) else {}))
    elif value is not None:
        found = (((*at, key), value),)
    for path, part in found:
        if rest:
            yield from values(part, rest, path)
        else:
            yield path, part
