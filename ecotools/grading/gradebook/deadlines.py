"""When assignments are due, who has more time, and what is taken off: the file deadlines.yaml of a course.

The times in it name their zone, so that they mean the same on every machine.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from ecotools.files import write_text
from ecotools.grading.assignment import AssignmentError
from ecotools.grading.collect.instants import read_instant

FILE = "deadlines.yaml"
NONE = "none"
_PENALTY = re.compile(
    r"(?P<amount>\d+(?:\.\d+)?) ?(?P<percent>%)?(?: per (?P<unit>day|hour))?"
    r"(?:, at most (?P<most>\d+(?:\.\d+)?) ?(?P<most_percent>%)?)?"
)
_SECONDS = {"day": 86400, "hour": 3600}


class DeadlineError(AssignmentError):
    """A due date or a penalty that cannot be understood; the text says what was expected."""


@dataclass(frozen=True)
class Penalty:
    """What is taken off for handing in late: points, or a share of the points there are.

    ``unit`` is "day" or "hour", each one that has begun counts; "" takes the amount off once. ``most`` is as
    much as is ever taken off.
    """

    amount: float = 0.0
    percent: bool = False
    unit: str = ""
    most: float | None = None
    most_percent: bool = False

    @classmethod
    def read(cls, text: str) -> Penalty:
        """Return the penalty that a text describes.

        >>> Penalty.read("10% per day, at most 50%").points(3 * 86400 - 1, 20)
        6.0
        >>> Penalty.read("2").points(60, 20), Penalty.read("none").points(60, 20)
        (2.0, 0.0)
        """
        said = " ".join(text.lower().split())
        if said == NONE:
            return cls()
        found = _PENALTY.fullmatch(said)
        if not found:
            forms = '"none", "2", "1 per hour", "10% per day", "10% per day, at most 50%"'
            raise DeadlineError(f"{text!r} is no penalty; expected one like {forms}")
        most = None if found["most"] is None else float(found["most"])
        return cls(
            float(found["amount"]),
            bool(found["percent"]),
            found["unit"] or "",
            most,
            bool(found["most_percent"]),
        )

    @property
    def words(self) -> str:
        """The rule as a student reads it.

        >>> Penalty.read("10% per day, at most 5").words, Penalty.read("2").words
        ('10% per day that has begun, at most 5 points', '2 points, however late')
        """
        rate = f" per {self.unit} that has begun" if self.unit else ", however late"
        most = "" if self.most is None else f", at most {_amount(self.most, self.most_percent)}"
        return f"{_amount(self.amount, self.percent)}{rate}{most}"

    def points(self, seconds: float, points: float) -> float:
        """Return what is taken off of ``points`` for being so many seconds late; 0 for being in time."""
        if seconds <= 0:
            return 0.0
        times = math.ceil(seconds / _SECONDS[self.unit]) if self.unit else 1
        taken = times * (self.amount * points / 100 if self.percent else self.amount)
        if self.most is not None:
            taken = min(taken, self.most * points / 100 if self.most_percent else self.most)
        return round(taken, 6)  # a third of a tenth is no reason for a long number


def _amount(number: float, percent: bool) -> str:
    return f"{number:g}%" if percent else f"{number:g} point{'' if number == 1 else 's'}"


@dataclass(frozen=True)
class Due:
    """When a hand-in was due: for everybody and for its student, in UTC without a zone.

    ``grace`` is in minutes. ``penalty`` is what being late costs, as the file has it; "" where nbgrader's
    plugin decides.
    """

    everybody: datetime
    student: datetime
    grace: float = 0.0
    penalty: str = ""


class Deadline(BaseModel):
    """When one assignment is due, as it stands in the file: times with their zone, minutes of grace.

    ``extensions`` says until when students have more time, by their ids.
    """

    model_config = ConfigDict(extra="forbid")

    due: str
    grace: float = 0
    penalty: str = NONE
    extensions: dict[str, str] = {}

    @property
    def time(self) -> datetime:
        """When it is due, in UTC."""
        return instant(self.due)

    def until(self, student: str) -> datetime:
        """Return when it is due for a student, in UTC."""
        return instant(self.extensions.get(student, self.due))

    def due_for(self, student: str) -> Due:
        """Return when it is due for a student, beside what holds for everybody."""
        return Due(self.time, self.until(student), self.grace, self.penalty)

    def seconds_late(self, student: str, handed_in: datetime | None) -> float:
        """Return how late a hand-in is: 0 within the grace, and where its time is not known."""
        if handed_in is None:
            return 0.0
        late = handed_in - self.until(student)
        return late.total_seconds() if late > timedelta(minutes=self.grace) else 0.0


_ALL = TypeAdapter(dict[str, Deadline])


@lru_cache(maxsize=4096)  # it is asked for each hand-in
def instant(text: str) -> datetime:
    """Return the time in UTC that a text with a zone says."""
    found = read_instant(text)
    if found.time is None:
        raise DeadlineError(found.note)
    return found.time


def in_zone(text: str, home: str) -> str:
    """Return a time with its zone: the one it names, or else that of the course.

    >>> in_zone("2026-03-01 18:00", "Europe/Berlin")
    '2026-03-01 18:00 Europe/Berlin'
    """
    found = read_instant(text, home)
    if found.time is None:
        raise DeadlineError(found.note)
    named = text.strip() if found.zoned else f"{text.strip()} {home}"
    instant(named)
    return named


def read_deadlines(root: Path) -> dict[str, Deadline]:
    """Return the deadlines of a course by assignment; none without the file.

    Raises
    ------
    DeadlineError
        When the file cannot be read, naming it and what is wrong.
    """
    file = root / FILE
    try:
        found = _ALL.validate_python(yaml.safe_load(file.read_text(encoding="utf-8")) or {})
        for one in found.values():
            Penalty.read(one.penalty)
            for text in (one.due, *one.extensions.values()):
                instant(text)
    except FileNotFoundError:
        return {}
    except (OSError, yaml.YAMLError, ValidationError, DeadlineError) as error:
        raise DeadlineError(f"{file}: {error}") from error
    return found


def write_deadlines(root: Path, deadlines: dict[str, Deadline]) -> None:
    """Write the deadlines of a course into its file."""
    data = {name: one.model_dump(exclude_defaults=True) for name, one in sorted(deadlines.items())}
    write_text(root / FILE, yaml.safe_dump(data, sort_keys=False, allow_unicode=True))
