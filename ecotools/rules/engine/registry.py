"""All rules there are: what `ecotools.rules.catalogue` holds, in the order of its categories."""

import importlib
import pkgutil
from collections.abc import Iterable
from functools import cache

from ecotools.errors import nearest
from ecotools.rules.engine.rule import SEVERITIES, TIERS, Category, Rule

Words = str | Iterable[str] | None


@cache
def categories() -> tuple[Category, ...]:
    """Return the categories, each with its rules: what the folders of `catalogue` make."""
    catalogue = importlib.import_module("ecotools.rules.catalogue")
    found = []
    for module in pkgutil.walk_packages(catalogue.__path__, f"{catalogue.__name__}."):
        there = vars(importlib.import_module(module.name)).values()
        found += [one for one in there if isinstance(one, Category)]
    return tuple(sorted(dict.fromkeys(found), key=lambda category: category.place))


@cache
def rules() -> tuple[Rule, ...]:
    """Return every rule, by category and number."""
    return tuple(rule for category in categories() for rule in sorted(category.rules, key=lambda r: r.id))


def rule(id: str) -> Rule:
    """Return the rule with an id, in any case; the error of an unknown one offers the nearest.

    >>> rule("jrn01").title
    'Every stage of the journey has at least one asset'
    >>> rule("JNR01")
    Traceback (most recent call last):
    ValueError: there is no rule with the id 'JNR01'. Did you mean 'JRN01'? Rules are called like JRN01.
    """
    known = {one.id: one for one in rules()}
    if str(id).upper() in known:
        return known[str(id).upper()]
    close = nearest(str(id).upper(), known)
    hint = f" Did you mean {close!r}?" if close else ""
    raise ValueError(f"there is no rule with the id {str(id)!r}.{hint} Rules are called like JRN01.")


def chosen(select: Words = None, ignore: Words = None) -> tuple[Rule, ...]:
    """Return the rules that `select` names (all without it), without those that `ignore` names.

    A word is a rule's id, its first letters (``"JRN"``), a category, a tier or a severity; several stand in a
    list or in one text with commas.

    >>> [rule.id for rule in chosen("JRN", ignore="warning, optional")]
    ['JRN01', 'JRN02', ...]
    """
    wanted, unwanted = _matching(select, "select"), _matching(ignore, "ignore") or frozenset()
    return tuple(one for one in rules() if (wanted is None or one.id in wanted) and one.id not in unwanted)


def _matching(words: Words, argument: str) -> frozenset[str] | None:
    if words is None:
        return None
    listed = [words] if isinstance(words, str) else list(words)
    split = [word.strip() for text in listed for word in str(text).split(",") if word.strip()]
    return frozenset(id for word in split for id in _named(word, argument))


def _named(word: str, argument: str) -> list[str]:
    lower = word.lower()
    found = [
        one.id
        for one in rules()
        if one.id.lower().startswith(lower) or lower in (one.category, one.tier, one.severity)
    ]
    if found:
        return found
    known = [*(c.name for c in categories()), *TIERS, *SEVERITIES, *(one.id for one in rules())]
    close = nearest(lower, known) or nearest(word.upper(), known)
    hint = f" Did you mean {close!r}?" if close else ""
    raise ValueError(
        f"{argument} names no rule with {word!r}.{hint} It takes ids (JRN01), their first letters (JRN), "
        f"categories ({', '.join(c.name for c in categories())}), tiers ({', '.join(TIERS)}) and severities "
        f"({', '.join(SEVERITIES)})."
    )
