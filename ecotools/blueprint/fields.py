"""The kinds of value a blueprint is made of, each with an error that says what would be right."""

from __future__ import annotations

import math
import re
from numbers import Real
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError
from pydantic_core import PydanticCustomError

SLUG = re.compile(r"[a-z0-9]+(?:[_-][a-z0-9]+)*")
_NUMBER_IN_TEXT = re.compile(r"[-+]?\d[\d,_ ]*(?:\.\d+)?")


class Section(BaseModel):
    """A part of a blueprint: unknown keys are refused, and assignments are checked like a file is."""

    model_config = ConfigDict(
        extra="forbid",
        validate_assignment=True,
        populate_by_name=True,
        use_attribute_docstrings=True,
    )

    def __setattr__(self, name: str, value: Any) -> None:
        """Assign if the outcome is valid; pydantic alone would leave a wrong value behind."""
        before = self.__dict__.get(name)
        try:
            super().__setattr__(name, value)
        except ValidationError:
            if name in self.__dict__:
                self.__dict__[name] = before
            raise


def wrong(expected: str, found: object, hint: str = "") -> PydanticCustomError:
    """Return the error for a value that is not what was expected, with what to do about it."""
    shown = describe(found)
    return PydanticCustomError(
        "not_expected",
        "expected {expected}, found {found}{stop}{hint}",
        {"expected": expected, "found": shown, "stop": ". " if hint else "", "hint": hint},
    )


def describe(value: object) -> str:
    """Return how an error shows a value: short, with its kind when the kind is what went wrong.

    >>> describe("49"), describe(49), describe(None), describe([1, 2])
    ("'49' (text)", '49', 'nothing', 'a list of 2')
    """
    if value is None:
        return "nothing"
    if isinstance(value, str):
        shown = value if len(value) <= 60 else value[:57] + "..."
        return f"{shown!r} (text)"
    if isinstance(value, bool):
        return f"{str(value).lower()} (true or false)"
    if isinstance(value, dict):
        return "a group of keys" + (f" ({', '.join(map(str, list(value)[:4]))})" if value else "")
    if isinstance(value, (list, tuple)):
        return f"a list of {len(value)}"
    if isinstance(value, Real):
        return f"{value:g}" if isinstance(value, float) else str(value)
    return f"{type(value).__name__}"


def _number(value: object, expected: str) -> float:
    if isinstance(value, bool) or not isinstance(value, Real):
        raise wrong(expected, value, _number_hint(value, expected))
    if not math.isfinite(value):
        raise wrong(expected, value)
    return value if isinstance(value, int) else float(value)


def _number_hint(value: object, expected: str) -> str:
    """Recognise a number written for people: ``$49``, ``5%``, ``"1,000"``."""
    if not isinstance(value, str):
        return ""
    inside = _NUMBER_IN_TEXT.search(value)
    if inside is None:
        return ""
    digits = re.sub(r"[,_ ]", "", inside[0])
    if "%" in value:
        return f"Rates are fractions: write {float(digits) / 100:g}."
    if "fraction" in expected and abs(float(digits)) > 1:
        return ""
    return f"Write {digits}, without quotes, symbols or words."


def money(value: object) -> float:
    """Return an amount of money, zero or more."""
    expected = "an amount of money, zero or more"
    if _number(value, expected) < 0:
        raise wrong(expected, value, "A discount is not a negative price; write the price that is paid.")
    return value


def fraction(value: object) -> float:
    """Return a fraction between 0 and 1; a percent is recognised."""
    expected = "a fraction between 0 and 1"
    number = _number(value, expected)
    if 0 <= number <= 1:
        return number
    hint = f"Rates are fractions: {number / 100:g}, not {number:g}." if 1 < number <= 100 else ""
    raise wrong(expected, value, hint)


def positive(value: object) -> float:
    """Return a number above zero."""
    if _number(value, "a number above zero") <= 0:
        raise wrong("a number above zero", value)
    return value


def shape(value: object) -> float:
    """Return a shape parameter of a beta distribution, above zero."""
    expected = "a number above zero"
    if _number(value, expected) <= 0:
        raise wrong(
            expected, value, "The mean churn is alpha / (alpha + beta); no churn at all is not a case."
        )
    return value


def growth(value: object) -> float:
    """Return a growth rate a month as a fraction above -1."""
    expected = "a fraction above -1 (0.05 grows by 5 in 100 a month)"
    number = _number(value, expected)
    if number <= -1:
        raise wrong(expected, value)
    if number > 1:
        raise wrong(expected, value, f"Rates are fractions: did you mean {number / 100:g}?")
    return number


def any_number(value: object) -> float:
    """Return a finite number of any sign."""
    return _number(value, "a number")


def days(value: object) -> int:
    """Return a whole number of days, one or more."""
    number = _number(value, "a whole number of days, 1 or more")
    if number != int(number) or number < 1:
        raise wrong("a whole number of days, 1 or more", value)
    return int(number)


def free(value: object) -> object:
    """Return keys with values, a list or None: a part that later modules give its meaning."""
    if value is not None and not isinstance(value, (dict, list)):
        raise wrong("keys with values, or a list", value)
    return value


def text(value: object) -> str:
    """Return text; a number or a yes/no that YAML read as such is to be quoted."""
    if not isinstance(value, str):
        hint = f'Write it in quotes: "{value}".' if isinstance(value, (int, float)) else ""
        raise wrong("text", value, hint)
    if not value.strip():
        raise wrong("text", value, "It is empty.")
    return value


def slug(value: object) -> str:
    """Return an id: lower-case letters and digits, joined by _ or -."""
    expected = "an id of lower-case letters and digits joined by _ or -"
    if not isinstance(value, str):
        raise wrong(
            expected, value, f'Write it in quotes: "{value}".' if isinstance(value, (int, float)) else ""
        )
    if SLUG.fullmatch(value):
        return value
    better = re.sub(r"[^a-z0-9]+", "_", value.lower()).strip("_")
    raise wrong(expected, value, f"Write {better!r}." if better else "")


Text = Annotated[str, BeforeValidator(text)]
Slug = Annotated[str, BeforeValidator(slug)]
Money = Annotated[float, BeforeValidator(money)]
Fraction = Annotated[float, BeforeValidator(fraction)]
Positive = Annotated[float, BeforeValidator(positive)]
Shape = Annotated[float, BeforeValidator(shape)]
Growth = Annotated[float, BeforeValidator(growth)]
Number = Annotated[float, BeforeValidator(any_number)]
Days = Annotated[int, BeforeValidator(days)]
