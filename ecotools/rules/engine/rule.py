"""A rule: a small function, and beside it the data that explain it."""

import inspect
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from ecotools.rules.engine.limits import Limit
from ecotools.rules.engine.parts import Business, Finding, Missing, Part, walk
from ecotools.sources import places

Severity = Literal["error", "warning", "info"]
Tier = Literal["core", "standard", "optional"]
Basis = Literal["explicit", "near", "derived", "benchmark", "default"]

SEVERITIES = ("error", "warning", "info")
TIERS = ("core", "standard", "optional")
PROFILES = {
    "creator": "one person or a few who sell what they know",
    "infoproduct": "courses and coaching sold through a funnel",
    "community": "members first; the products grow out of them",
    "saas": "software with partners and integrations",
}
BASES = {
    "explicit": "the source names it",
    "near": "the source names a number or a word; how far around it still counts is our choice",
    "derived": "arithmetic, or what the words of the source come to; they name no number",
    "benchmark": "a band that the source quotes; elsewhere another may hold",
    "default": "the source names none; this one is our choice",
}
_TIER_OF = {"error": "core", "warning": "standard", "info": "optional"}


@dataclass(frozen=True)
class Seed:
    """Where in the documents a rule comes from: three digits, lines, heading (`ecotools.sources`)."""

    number: str
    lines: str
    heading: str = ""

    def __str__(self) -> str:
        return places(self.number, self.lines) + (f" ({self.heading})" if self.heading else "")


@dataclass(frozen=True)
class Rule:
    """One rule with all that explains it; see `ecotools.rules` for how to write one."""

    id: str
    category: str
    severity: Severity
    tier: Tier
    title: str
    reason: str
    source: tuple[Seed, ...]
    look: Callable
    fails: str
    passes: str
    kind: str = "structure"
    do: str = ""
    threshold: Limit | None = None
    basis: Basis = "explicit"
    per_profile: Mapping[str, tuple[Any, str]] = field(default_factory=dict)
    over: str | Callable[[Business], Iterable[Part]] | None = None
    note: str = ""
    not_in: Mapping[str, str] = field(default_factory=dict)

    def __repr__(self) -> str:
        return f"<rule {self.id}: {self.title}>"

    @property
    def name(self) -> str:
        """The rule in a few words: the name of its function."""
        return self.look.__name__

    @property
    def file(self) -> str:
        """The file that holds the rule, from the project's folder."""
        return f"{self.look.__module__.replace('.', '/')}.py"

    def limit(self, profile: str | None = None) -> Limit | None:
        """Return the threshold that holds in a profile."""
        if self.threshold is None or profile not in self.per_profile:
            return self.threshold
        return self.threshold.instead(self.per_profile[profile][0])

    def subjects(self, business: Business) -> Iterator[Part]:
        """Yield what the function is called with: the business, or each item that the rule is about."""
        if self.over is None:
            yield business
        elif isinstance(self.over, str):
            yield from walk(business, self.over)
        else:
            yield from self.over(business)

    def findings(self, subject: Part, limit: Limit | None) -> Iterator[Finding]:
        """Yield what the rule finds about one subject; `Missing` ends it."""
        found = self.look(subject) if self.threshold is None else self.look(subject, limit)
        if isinstance(found, Finding):
            yield found
        elif found is not None:
            yield from found


class Category:
    """The rules about one part of a business: a folder makes one, and its method `rule` adds to it.

    Parameters
    ----------
    name : str
        As in ``--select journey``.
    place : int
        Where it comes among the categories.
    title, about : str
        Its heading, and a sentence on what its rules ask.
    """

    def __init__(self, name: str, place: int, title: str, about: str):
        self.name, self.place, self.title, self.about = name, place, title, about
        self.rules: list[Rule] = []

    def rule(
        self,
        id: str,
        *,
        severity: Severity,
        title: str,
        reason: str,
        source: Seed | tuple[Seed, ...],
        fails: str = "",
        passes: str = "",
        tier: Tier | None = None,
        kind: str = "structure",
        do: str = "",
        threshold: Limit | None = None,
        basis: Basis = "explicit",
        per_profile: Mapping[str, tuple[Any, str]] | None = None,
        over: str | Callable[[Business], Iterable[Part]] | None = None,
        note: str = "",
        not_in: Mapping[str, str] | None = None,
    ) -> Callable[[Callable], Callable]:
        """Make a rule of a function and return the function; see `ecotools.rules` for each argument.

        Raises
        ------
        ValueError
            When the rule comes without an example that fails or one that passes.
        TypeError
            When the function takes other arguments than a rule like this.
        """
        lacking = [name for name, example in (("fails", fails), ("passes", passes)) if not example.strip()]
        if lacking:
            raise ValueError(
                f"the rule {id} lacks {' and '.join(f'{name}=' for name in lacking)}: a rule has one example "
                "that gives a finding and one that is ok, each a blueprint in YAML without its name"
            )
        seeds = (source,) if isinstance(source, Seed) else tuple(source)

        def add(look: Callable) -> Callable:
            takes = len(inspect.signature(look).parameters)
            if takes != (wanted := 1 if threshold is None else 2):
                raise TypeError(f"{id}: the function takes {takes} arguments; a rule like this has {wanted}")
            self.rules.append(
                Rule(
                    id, self.name, severity, tier or _TIER_OF[severity], title, reason, seeds, look,
                    fails, passes, kind, do, threshold, basis, per_profile or {}, over, note, not_in or {},
                )
            )  # fmt: skip
            return look

        return add


def only(parts: Iterable[Part], what: str) -> list[Part]:
    """Return the parts as a list; with none of them the rule ends and names `what` the blueprint lacks.

    >>> only([], "products of kind bundle")
    Traceback (most recent call last):
    ecotools.rules.engine.parts.Missing: products of kind bundle
    """
    found = list(parts)
    if not found:
        raise Missing(what)
    return found
