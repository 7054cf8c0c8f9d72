"""Which threshold holds: the rule's own, a profile's, or the blueprint's own with its reason."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ecotools.errors import nearest, one_of
from ecotools.rules.engine.limits import Limit
from ecotools.rules.engine.parts import Finding
from ecotools.rules.engine.registry import rules
from ecotools.rules.engine.rule import PROFILES, Rule


@dataclass(frozen=True)
class Setting:
    """The threshold of a rule in one review, and why it is another than usual, if it is."""

    limit: Limit | None
    why: str = ""


def profile_of(blueprint: Any, profile: str | None) -> str | None:
    """Return the profile to use: the one asked for, else the blueprint's own, else none.

    >>> profile_of(None, "sass")
    Traceback (most recent call last):
    ValueError: profile must be one of 'creator', ... not 'sass'. Did you mean 'saas'?
    """
    profile = profile or getattr(blueprint, "profile", None)
    return None if profile is None else one_of(profile, PROFILES, "profile")


def setting(rule: Rule, profile: str | None, own: Mapping[str, Any]) -> Setting:
    """Return the threshold that holds for a rule."""
    if rule.threshold is None:
        return Setting(None)
    if rule.id in own:
        value, reason = _said(own[rule.id])
        try:
            return Setting(
                rule.threshold.instead(value), f"the blueprint's own: {reason or 'no reason given'}"
            )
        except ValueError:
            pass  # `problems` tells it
    if profile in rule.per_profile:
        return Setting(rule.limit(profile), f"profile {profile}: {rule.per_profile[profile][1]}")
    return Setting(rule.threshold)


def problems(own: Mapping[str, Any], waivers: Mapping[str, str] | None = None) -> list[Finding]:
    """Return a finding for each threshold and each waiver of a blueprint that cannot be used."""
    known = {rule.id: rule for rule in rules()}
    found = [Finding(("waivers", id), *_unknown(id, known)) for id in waivers or {} if id not in known]
    for id, entry in own.items():
        message, do = _problem(id, entry, known)
        if message:
            found.append(Finding(("thresholds", id), message, do))
    return found


def _problem(id: str, entry: Any, known: Mapping[str, Rule]) -> tuple[str, str]:
    if id not in known:
        return _unknown(id, known)
    rule = known[id]
    if rule.threshold is None:
        do = f"Take it out; `waivers: {{{id}: the reason}}` waives the rule, `--ignore {id}` leaves it out."
        return f"{id} has no threshold to change", do
    value, reason = _said(entry)
    try:
        rule.threshold.instead(value)
    except ValueError as error:
        return f"{value!r} cannot be the threshold of {id}", f"Write {error}."
    if not reason:
        return f"the threshold of {id} comes without a reason", "Add a reason: why your business differs."
    return "", ""


def _unknown(id: str, known: Mapping[str, Rule]) -> tuple[str, str]:
    close = nearest(id, known)
    hint = f"Did you mean {close}? " if close else ""
    return f"there is no rule {id!r}", f"{hint}`ecotools review --explain` and a rule's id shows a rule."


def _said(entry: Any) -> tuple[Any, str]:
    """Return value and reason of an entry, be it a model or plain keys with values."""
    if isinstance(entry, Mapping):
        return entry.get("value"), str(entry.get("reason") or "")
    return getattr(entry, "value", entry), str(getattr(entry, "reason", "") or "")
