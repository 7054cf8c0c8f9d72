"""The outcome of a review: a table to work with, findings to act on, advice on what to describe next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from ecotools.blueprint import Blueprint, yaml_tree
from ecotools.rules.engine.parts import Finding, Place
from ecotools.rules.engine.rule import SEVERITIES, TIERS, Rule
from ecotools.rules.engine.run import FINDING, NONE, NOT_CHECKED, OK, WAIVED, RuleOutcome, named

if TYPE_CHECKING:
    import pandas as pd

COLUMNS = (
    "rule", "category", "severity", "tier", "title", "outcome", "where", "line",
    "found", "threshold", "basis", "do", "missing", "reason", "source",
)  # fmt: skip


@dataclass(frozen=True)
class Told:
    """One finding with its rule, in the words that every form of output shows."""

    rule: str
    severity: str
    title: str
    where: str
    line: int | None
    found: str
    threshold: str
    basis: str
    do: str
    place: Place = ()


@dataclass(frozen=True)
class Advice:
    """What to add to the blueprint next: a field, and the rules that wait for it."""

    field: str
    rules: tuple[Rule, ...]

    @property
    def core(self) -> int:
        """How many of the rules are core."""
        return sum(rule.tier == "core" for rule in self.rules)

    def words(self) -> str:
        """Return for whom it is: ``"5 rules, 2 of them core"``."""
        ids = ", ".join(rule.id for rule in self.rules[:3]) + (" …" if len(self.rules) > 3 else "")
        return f"{_count(len(self.rules), 'rule')}, {self.core} of them core ({ids})"


class ReviewResult:
    """What the rules said about a blueprint. Made by `review`; a notebook shows it as a page to filter.

    Attributes
    ----------
    table : DataFrame
        One row per finding, waived ones too, and one for each other rule: rule, category, severity, tier,
        title, outcome, where, line, found, threshold, basis (why that one), do, missing, reason, source.
    findings : list of Told
        What is wrong, errors first; `errors` has only those. What the blueprint waives is not among them.
    outcomes : list of RuleOutcome
        What came of each rule, in order.
    profile : str or None
        Whose thresholds were used.
    """

    def __init__(
        self,
        blueprint: Blueprint,
        data: dict,
        outcomes: Sequence[RuleOutcome],
        settings: Sequence[Finding] = (),
        profile: str | None = None,
    ):
        self.name, self.outcomes, self.profile = blueprint.name, list(outcomes), profile
        self._blueprint, self._data, self._settings = blueprint, data, settings

    @cached_property
    def findings(self) -> list[Told]:
        found = [self._settings_told(one) for one in self._settings]
        found += [
            self._told(one, finding)
            for one in self.outcomes
            if one.word == FINDING
            for finding in one.findings
        ]
        return sorted(found, key=lambda told: SEVERITIES.index(told.severity))

    @property
    def errors(self) -> list[Told]:
        """The findings of severity error."""
        return [told for told in self.findings if told.severity == "error"]

    @property
    def counts(self) -> dict[str, int]:
        """How many findings of each severity there are, and how many rules came to each other outcome."""
        told, words = Counter(t.severity for t in self.findings), Counter(o.word for o in self.outcomes)
        return {name: told[name] for name in SEVERITIES} | {
            word: words[word] for word in (OK, NOT_CHECKED, NONE, WAIVED)
        }

    @property
    def waived(self) -> list[tuple[RuleOutcome, list[Told]]]:
        """The rules that the blueprint waives and that would find something, each with what it would find."""
        return [
            (one, [self._told(one, finding) for finding in one.findings])
            for one in self.outcomes
            if one.word == WAIVED
        ]

    @property
    def needless(self) -> list[RuleOutcome]:
        """The rules that the blueprint waives and that find nothing: such a waiver may be taken out."""
        return [one for one in self.outcomes if one.waiver and one.word != WAIVED]

    @property
    def not_checked(self) -> list[RuleOutcome]:
        """The rules that could not look, core ones first."""
        waiting = [one for one in self.outcomes if one.word == NOT_CHECKED]
        return sorted(waiting, key=lambda one: TIERS.index(one.rule.tier))

    @property
    def not_applying(self) -> list[RuleOutcome]:
        """The rules about what the blueprint says it has none of, and those its profile is not asked."""
        return [one for one in self.outcomes if one.word == NONE]

    @property
    def advice(self) -> list[Advice]:
        """What to describe next: the fields that most core rules, then most rules, wait for.

        Kinds of products come last: the list of products says what is sold.
        """
        waiting: dict[str, dict[str, Rule]] = {}
        for one in self.not_checked:
            for field in one.missing:
                waiting.setdefault(_general(field), {})[one.rule.id] = one.rule
        found = [Advice(field, tuple(rules.values())) for field, rules in waiting.items()]
        return sorted(found, key=lambda one: (one.field.startswith("a product "), -one.core, -len(one.rules)))

    @cached_property
    def table(self) -> pd.DataFrame:
        import pandas as pd

        rows = [row for one in self.outcomes for row in self._rows(one)]
        rows = [self._settings_row(told) for told in self.findings if told.rule == SETTINGS] + rows
        return pd.DataFrame(rows, columns=list(COLUMNS)).astype({"line": "Int64"})

    def summary(self) -> str:
        """Return the review in a sentence.

        >>> from ecotools.rules import review
        >>> review(Blueprint(name="Q"), select="JRN01").summary()
        'Q: no findings; 0 rules ok, 1 not checked'
        """
        counts = self.counts
        told = [_count(counts[severity], severity) for severity in SEVERITIES if counts[severity]]
        rest = [f"{_count(counts[OK], 'rule')} ok", f"{counts[NOT_CHECKED]} not checked"]
        rest += [f"{counts[NONE]} {'does' if counts[NONE] == 1 else 'do'} not apply"] if counts[NONE] else []
        rest += [f"{counts[WAIVED]} waived"] if counts[WAIVED] else []
        return f"{self.name}: {', '.join(told) or 'no findings'}; {', '.join(rest)}"

    def __repr__(self) -> str:
        lines = [f"  {t.rule} {t.severity}, {t.where or 'blueprint'}: {t.found}" for t in self.findings]
        return "\n".join([self.summary(), *lines])

    def _repr_html_(self) -> str:
        from ecotools.rules.engine.html import to_html

        return to_html(self)

    def line(self, place: Place) -> int | None:
        """Return the line of a place in the file, or of the nearest key around it; None without a file."""
        root = self._tree
        return root.line_of(place) if root is not None and place else (1 if root is not None else None)

    @cached_property
    def _tree(self) -> yaml_tree.TextNode | None:
        """The text of the blueprint, unless it was made in Python or changed since it was read."""
        text = self._blueprint._text
        return None if text is None or self._blueprint._said != self._data else _parsed(text)

    def _told(self, one: RuleOutcome, finding: Finding) -> Told:
        where = named(finding.at, self._data)
        rule = one.rule
        return Told(
            rule.id, finding.severity, rule.title, where, self.line(finding.at), finding.found,
            finding.threshold, one.setting.why, finding.do, finding.at,
        )  # fmt: skip

    def _settings_told(self, finding: Finding) -> Told:
        title = f"A blueprint's own {finding.at[0]} can be used"
        where, line = named(finding.at, self._data), self.line(finding.at)
        return Told(SETTINGS, "error", title, where, line, finding.found, "", "", finding.do, finding.at)

    def _settings_row(self, told: Told) -> dict:
        reason = "A threshold or waiver that cannot be used would be thought to hold, and would not."
        return {**self._told_columns(told), "category": "settings", "tier": "core", "reason": reason}

    def _rows(self, one: RuleOutcome) -> list[dict]:
        rule = one.rule
        about = {
            "rule": rule.id, "category": rule.category, "severity": rule.severity, "tier": rule.tier,
            "title": rule.title, "missing": ", ".join(one.missing), "reason": rule.reason,
            "source": "; ".join(map(str, rule.source)), "basis": one.setting.why,
        }  # fmt: skip
        if one.findings:
            came = {"outcome": one.word} | ({"basis": f"waived: {one.waiver}"} if one.waiver else {})
            return [
                {**about, **self._told_columns(self._told(one, finding)), **came} for finding in one.findings
            ]
        limit = "" if one.setting.limit is None else str(one.setting.limit)
        nothing = {"where": "", "line": None, "found": "", "do": ""}
        return [{**about, **nothing, "outcome": one.word, "threshold": limit}]

    def _told_columns(self, told: Told) -> dict:
        return {
            "rule": told.rule, "severity": told.severity, "title": told.title, "outcome": FINDING,
            "where": told.where, "line": told.line, "found": told.found, "threshold": told.threshold,
            "basis": told.basis, "do": told.do,
        }  # fmt: skip


SETTINGS = "thresholds"
"""What findings about a blueprint's own thresholds are called: they belong to no rule."""


@lru_cache(maxsize=4)
def _parsed(text: str) -> yaml_tree.TextNode:
    return yaml_tree.parse(text.removeprefix("\ufeff"))


def _general(field: str) -> str:
    """Return a field without saying of which item: ``products[].price``.

    >>> _general("products[bootcamp].price"), _general("products of kind coaching")
    ('products[].price', 'products of kind coaching')
    """
    parts = field.split("[")
    return parts[0] + "".join(f"[]{part.partition(']')[2]}" for part in parts[1:])


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" + ("" if number == 1 else "s")
