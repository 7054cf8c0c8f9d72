"""Days and months as a blueprint writes them: 2025-03-01 and 2025-03, text in YAML."""

import datetime
import re
from typing import Annotated

from pydantic import BeforeValidator, PlainSerializer, WithJsonSchema

from ecotools.blueprint.fields import wrong

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_MONTH = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])")
_OTHER = re.compile(r"(\d{1,4})[-./](\d{1,2})[-./](\d{1,4})")


def day(value: object) -> datetime.date:
    """Return a day; text is year-month-day.

    >>> day("2025-03-01")
    datetime.date(2025, 3, 1)
    """
    expected = "a day written year-month-day, such as 2025-03-01"
    if isinstance(value, datetime.datetime):
        raise wrong(expected, value, "Leave out the time of day: use its date().")
    if isinstance(value, datetime.date):
        return value
    if not isinstance(value, str):
        raise wrong(expected, value)
    if not _DAY.fullmatch(value):
        raise wrong(expected, value, _day_hint(value))
    try:
        return datetime.date.fromisoformat(value)
    except ValueError:
        raise wrong(expected, value, "The calendar has no such day.") from None


def _day_hint(value: str) -> str:
    found = _OTHER.match(value.strip())
    if found is None:
        return "A month alone is not a day." if _MONTH.fullmatch(value) else ""
    if len(found[1]) == 4:
        return f"Write {found[1]}-{int(found[2]):02}-{found[3].zfill(2)[:2]}."
    return "Write the year first, with four digits."


def month(value: object) -> str:
    """Return a month as text; a day is told apart.

    >>> month("2025-03")
    '2025-03'
    """
    expected = "a month written year-month, such as 2025-03"
    if isinstance(value, str) and _MONTH.fullmatch(value):
        return value
    shortened = value[:7] if isinstance(value, str) and _DAY.fullmatch(value) else ""
    raise wrong(expected, value, f"Write {shortened}." if _MONTH.fullmatch(shortened) else "")


Day = Annotated[
    datetime.date,
    BeforeValidator(day),
    # Text in every dump: what is written to YAML and what is compared with it are the same.
    PlainSerializer(datetime.date.isoformat, return_type=str),
    WithJsonSchema({"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"}),
]
Month = Annotated[
    str, BeforeValidator(month), WithJsonSchema({"type": "string", "pattern": f"^{_MONTH.pattern}$"})
]
