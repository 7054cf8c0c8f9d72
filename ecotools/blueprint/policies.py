"""What customers are promised in writing, and the thresholds of the review that the business sets itself."""

import re
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, WithJsonSchema

from ecotools.blueprint.fields import Section, Stated, Text, any_number, text, wrong
from ecotools.blueprint.product import Refund

Profile = Literal["creator", "infoproduct", "community", "saas"]
_RULE = re.compile(r"[A-Z]{3}\d{2}")


def rule_id(value: object) -> str:
    """Return the id of a rule: three capital letters and two digits."""
    expected = "the id of a rule, such as LAD09"
    if isinstance(value, str) and _RULE.fullmatch(value):
        return value
    better = value.strip().upper() if isinstance(value, str) else ""
    raise wrong(expected, value, f"Write {better}." if _RULE.fullmatch(better) else "")


def bound(value: object) -> float | list | dict:
    """Return what a limit can be: a number, the ends of a band, names, or one of these for each kind.

    >>> bound([0.02, 0.05]), bound({"mastermind": [99, 199]})
    ([0.02, 0.05], {'mastermind': [99, 199]})
    """
    if isinstance(value, dict) and value:
        return {text(kind): _one(limit) for kind, limit in value.items()}
    return _one(value)


def _one(value: object) -> float | list:
    expected = "a number, a list of two numbers: [low, high], or a list of names"
    if not isinstance(value, (list, tuple)):
        return any_number(value, expected)
    if value and all(isinstance(name, str) for name in value):
        return list(value)
    ends = [any_number(end, expected) for end in value]
    if len(ends) != 2 or ends[0] > ends[1]:
        raise wrong(expected, value)
    return ends


RuleId = Annotated[str, BeforeValidator(rule_id)]
_NUMBER = {"type": "number"}
_LIMITS = [
    _NUMBER,
    {"type": "array", "items": _NUMBER, "minItems": 2, "maxItems": 2},
    {"type": "array", "items": {"type": "string"}, "minItems": 1},
]
Bound = Annotated[
    Any,  # what `bound` returns; of a union, errors would name each type that it might have been
    BeforeValidator(bound),
    WithJsonSchema({"anyOf": [*_LIMITS, {"type": "object", "additionalProperties": {"anyOf": _LIMITS}}]}),
]


class Threshold(Section):
    """The limit of a rule, where the business has a reason for another one than the profile's."""

    value: Bound
    """The limit that holds here: a number, [low, high], names, or keys with such; rates as fractions."""
    reason: Text
    """Why."""


class Privacy(Section):
    """What happens with personal data."""

    policy: Stated | None = None
    """The written policy, or where it stands; false when there is none."""
    contact: Text | None = None
    """Whom people ask about their data."""
    regimes: list[Literal["gdpr", "ccpa", "other"]] | None = None
    """The laws it was written for."""


class Policies(Section):
    """What customers are promised in writing."""

    refund: Refund | None = None
    """How money is given back, for every product that has no `refund` of its own."""
    privacy: Privacy | None = None
    """What happens with personal data."""
