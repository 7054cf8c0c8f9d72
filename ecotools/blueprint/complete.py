"""A complete example to start from: what a blueprint lacks is taken from it, and what it says stays as it is.

The example is the file ``complete.yaml``: a fictional school for adults who return to the piano. It has no
errors in a review, can be forecast, and agrees with itself.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from ecotools.blueprint import links, references
from ecotools.blueprint.examples import full_example
from ecotools.blueprint.fields import lean
from ecotools.blueprint.model import Blueprint
from ecotools.blueprint.problems import BlueprintError, Problem, field_path
from ecotools.blueprint.yaml_text import plain
from ecotools.english import listing

# They describe the file and not the business, so they come with a new file only.
_OF_THE_FILE = ("name", "currency", "profile", "note", "as_of")
# What a forecast cannot do without, and a module may have left out of its section.
_PARTS = {"assumptions": ("channels", "subscribe_rate"), "plan": ("title", "title_days", "phases")}
# An item that says one of these is about nothing else; any other mention can go without its item.
_ABOUT = ("from", "to", "product", "subject")
_RECURRING = ("subscription", "community")
# Where people put their own words first.
_WORDS = (
    "name", "strategy.value_proposition", "audience.who", "audience.pain_point", "audience.problems[]",
    "products[].name", "products[].problem", "journey[].asset", "community.purpose", "plan.title",
    "plan.phases[].name",
)  # fmt: skip
_FEWEST_WORDS = 3
_WAITS = re.compile(r"[\W_]*|\W*(to[ -]?do|tbd|tba|fixme)(\W*|:.*)", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True)
class Completed:
    """A blueprint with what it lacked.

    Attributes
    ----------
    text : str
        The YAML.
    added : tuple of str
        The sections that come from the example, ``"funnel"``, or parts of one, ``"assumptions.channels"``.
    left : dict of str to str
        Sections of the example that do not fit what the blueprint says, with the reason.
    """

    text: str
    added: tuple[str, ...]
    left: dict[str, str]

    def words(self, file: str) -> str:
        """Return what was done to a file, in a line or more.

        >>> Completed("", ("funnel", "dashboard"), {}).words("my-blueprint.yaml").splitlines()[0]
        'my-blueprint.yaml: added funnel and dashboard from the example.'
        """
        if not self.added:
            said = f"{file}: nothing is missing, so that nothing was added."
        else:
            said = f"{file}: added {listing(self.added)} from the example.\n"
            said += "Change all of it into your own: words, prices, days, rates."
        return said + "".join(f"\nNot added: {name}. {why}" for name, why in self.left.items())


def complete_example() -> str:
    """Return the YAML of the complete example.

    >>> Blueprint.from_yaml(complete_example()).name
    'Second Octave'
    """
    return (files("ecotools.blueprint") / "complete.yaml").read_text(encoding="utf-8")


def complete(text: str, source: str = "the blueprint") -> Completed:
    """Return a blueprint with the sections that it lacks, taken from the complete example.

    Every line that is there stays, in its order. Where the example speaks of one of its products, the
    blueprint's first product of that kind takes its place, with its price in projections; what is about a
    product, KPI or phase that the blueprint has not got is left out.

    Parameters
    ----------
    text : str
        The YAML of a blueprint. Without any content, the whole example comes back.
    source : str
        What errors call the blueprint.

    Raises
    ------
    BlueprintError
        When the text is not a blueprint, or so written that nothing can be added without changing a line.

    Examples
    --------
    >>> found = complete("name: Loaf Lab\\nproducts: [{id: loaf, name: A loaf, kind: core, price: 60}]\\n")
    >>> found.text.startswith("name: Loaf Lab"), "funnel" in found.added, "products" in found.added
    (True, True, False)
    >>> Blueprint.from_yaml(found.text).projections[0].lines[0].product
    'loaf'
    """
    if not text.strip():
        whole = Blueprint.from_yaml(complete_example())
        return Completed(complete_example(), tuple(lean(whole)), {})
    blueprint = Blueprint.from_yaml(text, source=source)
    said = plain(lean(blueprint))
    offered = _offered(blueprint, said)
    data, left = _fitting(said, offered)
    wanted = Blueprint.model_validate(data)
    for name in sorted(offered.keys() - left.keys(), key=_place):
        setattr(blueprint, name, getattr(wanted, name))
    new = blueprint.to_yaml()
    if not _holds(new, text):
        message = "nothing can be added without changing a line: write each section on lines of its own"
        raise BlueprintError([Problem("", message)], source)
    added = [
        f"{name}.{part}" if name in said else name
        for name, parts in offered.items()
        if name not in left
        for part in (parts if name in said else [""])
        if name not in said or part in data[name]
    ]
    return Completed(new, tuple(added), left)


def copied(blueprint: Blueprint, of: Iterable[Blueprint] = ()) -> list[tuple[str, str]]:
    """Return what a blueprint has word for word from the examples: field and text, in the order of the file.

    Parameters
    ----------
    blueprint : Blueprint
        One that should be somebody's own.
    of : blueprints, optional
        Others than the two examples of this package. Texts of fewer than three words may be the same in any
        two businesses and do not count, but for the name of the business.

    Examples
    --------
    >>> copied(Blueprint(name="Second Octave"))
    [('name', 'Second Octave')]
    >>> copied(Blueprint(name="Loaf Club"))
    []
    """
    examples = [Blueprint.from_yaml(one) for one in (complete_example(), full_example())]
    known = {_folded(text) for one in (*examples, *of) for _, text in _texts(one)}
    return [(field, text) for field, text in _texts(blueprint) if _folded(text) in known]


def unfinished(blueprint: Blueprint) -> list[tuple[str, str]]:
    """Return the texts that still wait for their words: dots, "to do", "tbd". Field and text, as in the file.

    Examples
    --------
    >>> unfinished(Blueprint(name="To do")), unfinished(Blueprint(name="Done by noon"))
    ([('name', 'To do')], [])
    """
    data = plain(lean(blueprint))
    return [(field_path(path, data), text) for path, text in _strings(data) if _WAITS.fullmatch(text.strip())]


def _strings(part: Any, path: tuple = ()) -> list[tuple[tuple, str]]:
    """Return all texts in a part of a blueprint, with their ways."""
    if isinstance(part, str):
        return [(path, part)]
    inside = part.items() if isinstance(part, dict) else enumerate(part) if isinstance(part, list) else ()
    return [found for key, one in inside for found in _strings(one, (*path, key))]


def _offered(blueprint: Blueprint, said: dict) -> dict[str, Any]:
    """Return what the example has and the blueprint has not: whole sections, and parts of some."""
    example = Blueprint.from_yaml(complete_example())
    shown = plain(lean(example))
    found = {name: part for name, part in shown.items() if name not in _OF_THE_FILE and not said.get(name)}
    if "calendar" in found and "as_of" not in said:
        found["as_of"] = shown["as_of"]  # its dates are counted to that day
    for name, parts in _PARTS.items():
        if said.get(name) and not said[name].get(parts[-1]):
            found[name] = {part: shown[name][part] for part in parts if not said[name].get(part)}
    if not blueprint.products:
        return found
    theirs = {one.id: _like(one, blueprint) for one in example.products}
    found = _renamed(found, {old: one.id for old, one in theirs.items() if one})
    for one in found.get("projections", ()):
        _price(one, blueprint)
    return found


def _place(name: str) -> tuple[bool, int]:
    """Return the place of a section, those that others refer to first."""
    return name not in ("products", "kpis"), list(Blueprint.model_fields).index(name)


def _like(product, blueprint: Blueprint):
    """Return the first product of the blueprint of the same kind; a membership may be of either kind."""
    kinds = _RECURRING if product.kind in _RECURRING else (product.kind,)
    return next((one for one in blueprint.products if one.kind in kinds), None)


def _renamed(data: Any, names: dict[str, str]) -> Any:
    """Return data with other ids, also where they are keys."""
    if isinstance(data, dict):
        return {names.get(key, key): _renamed(part, names) for key, part in data.items()}
    if isinstance(data, list):
        return [_renamed(part, names) for part in data]
    return names.get(data, data) if isinstance(data, str) else data


def _price(projection: dict, blueprint: Blueprint) -> None:
    """Put the blueprint's own prices into a projection; lines about products that it has not got go."""
    products = {one.id: one for one in blueprint.products}
    lines = [line for line in projection["lines"] if line["product"] in products]
    for line in lines:
        product = products[line["product"]]
        line["unit_price"] = product.price / max(product.interval_months, 1)
    for end in ("", "_high"):
        for line in lines:
            line[f"amount{end}"] = round(line[f"quantity{end}"] * line["unit_price"], 2)
        projection[f"amount{end}"] = round(sum(line[f"amount{end}"] for line in lines), 2)


def _fitting(said: dict, offered: dict[str, Any]) -> tuple[dict, dict[str, str]]:
    """Return the data of both without mentions of what there is not, and which sections that leaves empty."""
    data = {name: said.get(name, {}) | part if name in _PARTS else part for name, part in offered.items()}
    data, left = said | data, {}
    while broken := [(path, why) for path, why in references.check(data) if path[0] in offered]:
        path, why = broken[0]
        at = f"{field_path(path, data)}: {why}"
        _remove(data, path)
        if path[0] not in data:
            left[path[0]] = at
    return data, left


def _remove(data: dict, path: tuple) -> None:
    """Remove a mention, with the item that is about it and whatever it leaves empty."""
    if path[-1] in _ABOUT and path[0] != "journey":
        path = path[:-1]
    while True:
        *above, last = path
        holder = data
        for part in above:
            holder = holder[part]
        del holder[last]
        if holder or not above:
            return
        path = tuple(above)


def _holds(new: str, old: str) -> bool:
    """Return whether a text has all lines of another one, in their order."""
    lines = iter(new.splitlines())
    return all(line in lines for line in old.splitlines())


def _texts(blueprint: Blueprint) -> list[tuple[str, str]]:
    """Return the words that should be somebody's own, with their fields."""
    data = lean(blueprint)
    found = [(path, text) for place in _WORDS for path, text in links.values(data, place)]
    own = [(path, text) for path, text in found if path == ("name",) or len(text.split()) >= _FEWEST_WORDS]
    return [(field_path(path, data), text) for path, text in own]


def _folded(text: str) -> str:
    return " ".join(text.split()).rstrip(".").casefold()
