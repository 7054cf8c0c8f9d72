"""What a rule sees of a blueprint: parts that know where they stand and never make up what was not said."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from pydantic import BaseModel

from ecotools.blueprint.fields import lean
from ecotools.errors import nearest

Place = tuple[str | int, ...]

SAID_BY_SILENCE = ("billing", "currency", "base", "window_days")
"""Fields whose default is what a reader takes for granted: a product without billing is sold once, and a
step of the funnel counts the people at the earlier stage within thirty days. Where the model has no default
for a field of that name, silence says nothing."""

_EMPTY = (None, "", [], {})
_WORD = re.compile(r"[a-z_]+")


class Missing(Exception):
    """Ends a rule that cannot look: `places` has what the blueprint would have to say."""

    def __init__(self, *places: Place | str):
        self.places = places
        super().__init__(", ".join(map(str, places)))


@dataclass(frozen=True)
class Finding:
    """Something that a rule found: where, what, and what to do.

    Threshold and severity are the rule's unless given: what only the wording shows is a remark, ``info``.
    """

    at: Place
    found: str
    do: str = ""
    threshold: str = ""
    severity: str = ""


class Part:
    """A section or an item of a blueprint, as a rule sees it.

    ``part.price`` is what the blueprint says. When it says nothing, the rule ends there and is *not checked*:
    a default is not a statement, and an empty list is nothing to look at. Where `false` or an empty list is
    the answer, ask `stated`; to ask without ending use `has` and `get`.

    >>> from ecotools.blueprint import Blueprint, Product
    >>> shop = Business(Blueprint(name="Q", products=[Product(id="kit", name="Kit", kind="add_on")]))
    >>> shop.products[0].kind, shop.products[0].has("price"), shop.products[0].get("price")
    ('add_on', False, 0.0)
    >>> shop.products[0].price
    Traceback (most recent call last):
    ecotools.rules.engine.parts.Missing: ('products', 0, 'price')
    """

    __slots__ = ("_path", "_value", "business")

    def __init__(self, value: BaseModel | dict, path: Place, business: Business):
        self._value, self._path, self.business = value, path, business

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        key, said, value = self._look(name)
        if not said or value in _EMPTY:
            raise Missing((*self._path, key))
        self.business.looked = True
        return self._wrap(value, key)

    def stated(self, name: str) -> Any:
        """Return what was said here, be it nothing: `false`, an empty list. Only silence ends the rule."""
        key, said, value = self._look(name)
        if not said or value is None:
            raise Missing((*self._path, key))
        self.business.looked = True
        return self._wrap(value, key)

    def has(self, name: str) -> bool:
        """Return whether the blueprint names something here: not nothing, an empty list or `false`."""
        key, said, value = self._look(name)
        there = said and value not in _EMPTY and value is not False
        self._note(there, key)
        return there

    def get(self, name: str, default: Any = None) -> Any:
        """Return what stands here, the model's own default if it was not said, else `default`."""
        key, said, value = self._look(name)
        self._note(said and value not in _EMPTY, key)
        return default if value is None else self._wrap(value, key)

    def finding(
        self, field: str | None = None, *, found: str, do: str = "", threshold: str = "", severity: str = ""
    ) -> Finding:
        """Return a finding at this part, or at a field of it; what is not given the rule fills in."""
        path = self._path if field is None else (*self._path, self._field(field)[1])
        return Finding(path, found, do, threshold, severity)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Part) and self._path == other._path and self.business is other.business

    def __hash__(self) -> int:
        return hash(self._path)

    def __repr__(self) -> str:
        return f"<part {'.'.join(map(str, self._path)) or 'blueprint'}>"

    def _look(self, name: str) -> tuple[str, bool, Any]:
        """Return the key that YAML has for a field, whether it was said, and its value."""
        value = self._value
        if isinstance(value, dict):
            return name, name in value, value.get(name)
        field, key = self._field(name)
        found = getattr(value, field)
        if field in value.model_fields_set or field in SAID_BY_SILENCE:
            return key, True, found
        return key, found != _default(type(value), field), found

    def _field(self, name: str) -> tuple[str, str]:
        """Return a field's name in Python and in YAML; one that the model lacks is a slip of the rule."""
        if isinstance(self._value, dict):
            return name, name
        fields = type(self._value).model_fields
        if name in fields:
            return name, fields[name].alias or name
        for field, about in fields.items():
            if about.alias == name:
                return field, name
        close = nearest(name, fields)
        hint = f" Did you mean {close!r}?" if close else f" It has {', '.join(fields)}."
        raise AttributeError(f"{type(self._value).__name__} has no field {name!r}.{hint}")

    def _note(self, there: bool, key: str) -> None:
        if there:
            self.business.looked = True
        else:
            self.business.absent.append((*self._path, key))

    def _wrap(self, value: Any, *key: str | int) -> Any:
        path = (*self._path, *key)
        if isinstance(value, (BaseModel, dict)):
            return Part(value, path, self.business)
        if isinstance(value, (list, tuple)):
            return [self._wrap(item, *key, place) for place, item in enumerate(value)]
        return value


class Business(Part):
    """The whole blueprint as rules see it, with the ledger when there is one.

    `looked` and `absent` say what the rule that runs now has read and missed, `taken` whose thresholds hold:
    the profile of the blueprint, unless a review is asked for another one.
    """

    __slots__ = ("_ledger", "_said", "absent", "looked", "taken")

    def __init__(self, blueprint: BaseModel, ledger: Any = None):
        super().__init__(blueprint, (), self)
        self._ledger, self._said, self.taken = ledger, None, getattr(blueprint, "profile", None)
        self.begin()

    def denies(self, place: Place | str) -> bool:
        """Return whether the blueprint says that there is none of something: a section, a list, a field.

        What a rule names in words is looked for by its first word, such as ``measured[] with nps``, and by
        the sections of which there are none: without a community there is no product of that kind either.

        >>> from ecotools.blueprint import Blueprint
        >>> shop = Business(Blueprint.from_yaml("name: Q\\nlevers: []\\ncommunity: false"))
        >>> shop.denies(("levers", 0, "start")), shop.denies("a product of kind community")
        (True, True)
        >>> shop.denies(("kpis",))
        False
        """
        if self._said is None:
            self._said = lean(self._value)
        without = self._said.get("without", [])
        if isinstance(place, str):
            words = _WORD.findall(place)
            return any(name in words for name in without) or self._said.get(next(iter(words), "")) == []
        at = self._said
        for key in place:
            there = key < len(at) if isinstance(at, list) else isinstance(at, dict) and key in at
            if not there:
                return place[0] in without
            at = at[key]
            if at is False or at == []:
                return True
        return False

    def begin(self) -> None:
        """Forget what the last rule looked at."""
        self.looked, self.absent = False, []

    @property
    def has_ledger(self) -> bool:
        """Whether there is a ledger."""
        return self._ledger is not None

    @property
    def ledger(self):
        """The ledger: what happened. Without one the rule ends and is not checked."""
        if self._ledger is None:
            raise Missing("a ledger (--ledger)")
        self.looked = True
        return self._ledger


@cache
def _default(model: type[BaseModel], field: str) -> Any:
    """Return a field's default, to compare with; pydantic takes most of a millisecond to make one."""
    return model.model_fields[field].get_default(call_default_factory=True, validated_data={})


def plain(part: Part) -> Any:
    """Return the model or the keys with values behind a part, with its own properties and methods."""
    return part._value


def place_of(part: Part) -> Place:
    """Return the path of a part."""
    return part._path


def walk(business: Business, dotted: str) -> Iterator[Part]:
    """Yield the parts at a path such as ``"community.rituals"``, item by item.

    Raises
    ------
    Missing
        When the blueprint says nothing there.
    """
    at: Any = business
    for name in dotted.split("."):
        at = getattr(at, name)
    yield from at if isinstance(at, list) else [at]
