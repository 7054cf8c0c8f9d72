"""Run rules over a blueprint: each ends as ok, as findings, as not checked or as not applying."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ecotools.blueprint import Blueprint
from ecotools.blueprint.problems import field_path
from ecotools.rules.engine.parts import Business, Finding, Missing, Place
from ecotools.rules.engine.registry import Words, chosen
from ecotools.rules.engine.rule import Rule, only
from ecotools.rules.engine.settings import Setting, problems, profile_of, setting

if TYPE_CHECKING:
    from ecotools.ledger import Ledger
    from ecotools.rules.engine.result import ReviewResult

OK, FINDING, NOT_CHECKED, NONE, WAIVED = "ok", "finding", "not checked", "does not apply", "waived"


@dataclass(frozen=True)
class RuleOutcome:
    """What came of one rule.

    `missing` has what the blueprint would have to say for the rule to see more, `none` why it does not apply:
    what the blueprint says there is none of, or the profile that is not asked. `waiver` is the reason why the
    business is not bound by the rule.
    """

    rule: Rule
    setting: Setting
    findings: tuple[Finding, ...] = ()
    missing: tuple[str, ...] = ()
    none: tuple[str, ...] = ()
    waiver: str = ""

    @property
    def word(self) -> str:
        """``"finding"`` or ``"waived"`` when there is one, ``"not checked"`` when something was missing,
        ``"does not apply"`` when all it could have looked at is said not to be there, else ``"ok"``."""
        if self.findings:
            return WAIVED if self.waiver else FINDING
        return NOT_CHECKED if self.missing else NONE if self.none else OK


def review(
    blueprint: Blueprint,
    ledger: Ledger | None = None,
    profile: str | None = None,
    select: Words = None,
    ignore: Words = None,
) -> ReviewResult:
    """Return what the rules say about a blueprint: what is wrong, what is right, what could not be checked.

    Parameters
    ----------
    blueprint : Blueprint
        As `Blueprint.read` returns it; findings then have the lines of its file.
    ledger : Ledger, optional
        What happened; rules about time need it, or dates in the blueprint.
    profile : {"creator", "infoproduct", "community", "saas"}, optional
        Whose thresholds hold where the sources disagree. Default: the blueprint's own profile.
    select, ignore : str or list of str, optional
        Which rules: ids (``"JRN01"``), their first letters (``"JRN"``), categories, tiers, severities.

    Returns
    -------
    ReviewResult
        Its ``table`` is a DataFrame, one row per finding or rule; a notebook shows it to read and to filter.

    Raises
    ------
    TypeError
        When `blueprint` is not a Blueprint or `ledger` not a Ledger.
    ValueError
        When profile, select or ignore name nothing that is known; the nearest is offered.

    Examples
    --------
    >>> draft = Blueprint.from_yaml("name: Q\\njourney:\\n  - {id: post, stage: awareness, asset: Post}\\n")
    >>> found = review(draft, select="JRN01")
    >>> found.table[["rule", "outcome", "where", "line"]].to_dict("records")
    [{'rule': 'JRN01', 'outcome': 'finding', 'where': 'journey', 'line': 2}]
    >>> review(Blueprint(name="Q"), select="JRN01").table["outcome"].item()
    'not checked'
    """
    from ecotools.rules.engine.result import ReviewResult

    _check(blueprint, ledger)
    profile, own = profile_of(blueprint, profile), _own(blueprint)
    business, data = Business(blueprint, ledger), blueprint.model_dump(by_alias=True, warnings=False)
    business.taken, waivers = profile, blueprint.waivers or {}
    found = [
        replace(outcome(rule, business, setting(rule, profile, own), data), waiver=waivers.get(rule.id, ""))
        for rule in chosen(select, ignore)
    ]
    return ReviewResult(blueprint, data, found, problems(own, waivers), profile)


def outcome(rule: Rule, business: Business, used: Setting, data: dict) -> RuleOutcome:
    """Return what comes of one rule.

    A rule that found nothing and has read nothing of what it asked for is not checked, never ok; when the
    blueprint says that there is none of it, it does not apply.
    """
    if business.taken in rule.not_in:
        return RuleOutcome(rule, used, none=(f"profile {business.taken}: {rule.not_in[business.taken]}",))
    findings, lacking, seen_whole = _looked(rule, business, used)
    missing = [place for place in lacking if not business.denies(place)]
    denied = [] if seen_whole else [place for place in lacking if business.denies(place)]
    complete = (
        replace(
            one,
            do=one.do or rule.do,
            threshold=one.threshold or _words(used),
            severity=one.severity or rule.severity,
        )
        for one in findings
    )
    lacks = dict.fromkeys(named(place, data) for place in missing)
    none = dict.fromkeys(f"no {named(place, data).removeprefix('a ')}" for place in denied)
    return RuleOutcome(rule, used, tuple(complete), tuple(lacks), tuple(none))


def named(place: Place | str, data: Mapping) -> str:
    """Return a place as a reader would write it, with ids: ``products[bootcamp].price``."""
    return place if isinstance(place, str) else field_path(place, data)


def _looked(rule: Rule, business: Business, used: Setting) -> tuple[list[Finding], list[Place | str], int]:
    """Return what a rule found, what it lacked, and how many subjects it could look at without a gap."""
    business.begin()
    findings: list[Finding] = []
    lacking: list[Place | str] = []
    whole = 0
    try:
        for subject in only(rule.subjects(business), "anything that this rule is about"):
            try:
                for found in rule.findings(subject, used.limit):
                    findings.append(found)  # one by one: what was found before a gap counts
                whole += 1
            except Missing as lack:
                lacking += lack.places
    except Missing as lack:
        lacking += lack.places
    if not findings and not lacking and not business.looked:
        return [], business.absent or ["anything that this rule is about"], 0
    return findings, lacking, whole


def _words(used: Setting) -> str:
    return "" if used.limit is None else str(used.limit)


def _own(blueprint: Blueprint) -> Mapping:
    return getattr(blueprint, "thresholds", None) or {}


def _check(blueprint: object, ledger: object) -> None:
    if not isinstance(blueprint, Blueprint):
        raise TypeError(
            f"blueprint must be a Blueprint, not {type(blueprint).__name__}; read a file with "
            "ecotools.blueprint.Blueprint.read(path)"
        )
    if ledger is not None:
        from ecotools.ledger import Ledger

        if not isinstance(ledger, Ledger):
            raise TypeError(
                f"ledger must be a Ledger, not {type(ledger).__name__}; read one with "
                "ecotools.ledger.read_ledger(folder)"
            )
