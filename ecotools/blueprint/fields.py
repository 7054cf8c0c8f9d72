"""The kinds of value a blueprint is made of, each with an error that says what would be right."""

import math
import re
from datetime import date
from numbers import Real
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError, WithJsonSchema
from pydantic_core import PydanticCustomError

MOST_DAYS = 36_525
MOST = 10**15
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

    def said(self, name: str) -> bool:
        """Say whether a field was given: a default that nobody wrote is no statement about the business.

        >>> from ecotools.blueprint import Product
        >>> free = Product(id="a", name="A", kind="core", price=0)
        >>> silent = Product(id="b", name="B", kind="core")
        >>> free.said("price"), silent.said("price"), free.price == silent.price
        (True, False, True)
        """
        value = getattr(self, name)
        if value is None or name in self.__pydantic_fields_set__:
            return value is not None
        field = type(self).model_fields[name]
        return value != field.get_default(call_default_factory=True, validated_data={})

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


def clash(message: str) -> PydanticCustomError:
    """Return the error for fields that do not go together."""
    return PydanticCustomError("clash", "{message}", {"message": message})


def lean(value: Any) -> Any:
    """Return a section as plain data: what was said, without defaults that nobody wrote."""
    if isinstance(value, Section):
        fields = type(value).model_fields.items()
        return {field.alias or name: lean(getattr(value, name)) for name, field in fields if value.said(name)}
    if isinstance(value, dict):
        return {key: lean(part) for key, part in value.items()}
    if isinstance(value, list):
        return [lean(part) for part in value]
    return value.isoformat() if isinstance(value, date) else value


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
        return f"{value:g}" if isinstance(value, float) or abs(value) >= 10**15 else str(value)
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


def any_number(value: object, expected: str = "a number") -> float:
    """Return a finite number of any sign."""
    return _number(value, expected)


def days(value: object) -> int:
    """Return a whole number of days, one or more, at most a hundred years."""
    number = _number(value, "a whole number of days, 1 or more")
    if number != int(number) or number < 1:
        raise wrong("a whole number of days, 1 or more", value)
    if number > MOST_DAYS:
        raise wrong(f"a whole number of days, at most {MOST_DAYS:,} (a hundred years)", value)
    return int(number)


def count(value: object) -> int:
    """Return a whole number, zero or more."""
    expected = "a whole number, 0 or more"
    number = _number(value, expected)
    if number != int(number) or number < 0:
        raise wrong(expected, value)
    if number > MOST:
        raise wrong(f"a whole number below {MOST:,}", value)
    return int(number)


def whole(value: object) -> int:
    """Return a whole number, one or more."""
    expected = "a whole number, 1 or more"
    number = _number(value, expected)
    if number != int(number) or not 1 <= number < MOST:
        raise wrong(expected, value)
    return int(number)


def not_negative(value: object) -> float:
    """Return a number, zero or more."""
    if _number(value, "a number, zero or more") < 0:
        raise wrong("a number, zero or more", value)
    return value


def score(value: object) -> float:
    """Return a score from 1 (low) to 5 (high)."""
    expected = "a score from 1 (low) to 5 (high)"
    if not 1 <= _number(value, expected) <= 5:
        raise wrong(expected, value)
    return value


def yes(value: object) -> bool:
    """Return true or false; a word for it is recognised."""
    if not isinstance(value, bool):
        raise wrong("true or false", value, _yes_hint(value))
    return value


def stated(value: object) -> bool | str:
    """Return text that tells it, true when it is there, or false when it is said not to be."""
    if isinstance(value, bool):
        return value
    expected = "text, or true (there is one) or false (there is none)"
    if hint := _yes_hint(value):
        raise wrong(expected, value, hint)
    if not isinstance(value, str) or not value.strip():
        raise wrong(expected, value)
    return value


def _yes_hint(value: object) -> str:
    word = value.strip().lower() if isinstance(value, str) else ""
    meant = "true" if word in ("yes", "y", "on") else "false" if word in ("no", "n", "off", "none") else ""
    return f"Write {meant}, without quotes." if meant else ""


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


def _json(kind: str, **more: object) -> WithJsonSchema:
    return WithJsonSchema({"type": kind, **more})


Text = Annotated[str, BeforeValidator(text), _json("string", pattern=r"\S")]
Slug = Annotated[str, BeforeValidator(slug), _json("string", pattern=f"^{SLUG.pattern}$")]
Money = Annotated[float, BeforeValidator(money), _json("number", minimum=0)]
Fraction = Annotated[float, BeforeValidator(fraction), _json("number", minimum=0, maximum=1)]
Positive = Annotated[float, BeforeValidator(positive), _json("number", exclusiveMinimum=0)]
NotNegative = Annotated[float, BeforeValidator(not_negative), _json("number", minimum=0)]
Shape = Annotated[float, BeforeValidator(shape), _json("number", exclusiveMinimum=0)]
Growth = Annotated[float, BeforeValidator(growth), _json("number", exclusiveMinimum=-1, maximum=1)]
Number = Annotated[float, BeforeValidator(lambda value: any_number(value)), _json("number")]
Score = Annotated[float, BeforeValidator(score), _json("number", minimum=1, maximum=5)]
Days = Annotated[int, BeforeValidator(days), _json("integer", minimum=1, maximum=MOST_DAYS)]
Count = Annotated[int, BeforeValidator(count), _json("integer", minimum=0)]
Whole = Annotated[int, BeforeValidator(whole), _json("integer", minimum=1)]
Yes = Annotated[bool, BeforeValidator(yes), _json("boolean")]
Stated = Annotated[
    bool | str,
    BeforeValidator(stated),
    WithJsonSchema({"anyOf": [{"type": "boolean"}, {"type": "string", "pattern": r"\S"}]}),
]
