"""When things were handed in, by a table beside a download: what the zips of Moodle and Canvas do not say.

Moodle's grading worksheet has such a column, "Last modified (submission)", in the language and the zone of
whoever downloads it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from ecotools.grading.collect.instants import Instant, clock_instant
from ecotools.grading.roster.people import NUMBERS, RosterError, RosterPerson, people_called, turned
from ecotools.grading.roster.systems import ListedPerson, read_list
from ecotools.grading.roster.tables import read_rows

if TYPE_CHECKING:
    from ecotools.grading.collect.plan import FoundHandIn

CLOCK = "table of times"
# English, German, French and Spanish, as Moodle writes a day.
_MONTHS = (
    "january januar janvier enero",
    "february februar février febrero",
    "march märz mars marzo",
    "april avril abril",
    "may mai mayo",
    "june juni juin junio",
    "july juli juillet julio",
    "august août agosto",
    "september septembre septiembre",
    "october oktober octobre octubre",
    "november novembre noviembre",
    "december dezember décembre diciembre",
)
_MONTH = {name: number for number, names in enumerate(_MONTHS, 1) for name in names.split()}
_SPOKEN = re.compile(
    r"\D*?(?P<day>\d{1,2})\.?\s+(?:de\s+)?(?P<month>[^\W\d_]+)\s+(?:de\s+)?(?P<year>\d{4}),?\s+(?:\D{1,3}\s+)?"
    r"(?P<hour>\d{1,2}):(?P<minute>\d\d)\s*(?P<half>[ap]\.?\s?m\.?)?",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class StatedTimes:
    """Times in UTC by Moodle's number, by student, and by the words of a name that one person alone has."""

    by_number: Mapping[str, datetime] = field(default_factory=dict)
    by_student: Mapping[str, datetime] = field(default_factory=dict)
    by_name: Mapping[frozenset[str], datetime] = field(default_factory=dict)

    def dated(self, handin: FoundHandIn) -> FoundHandIn:
        """Return a hand-in with its time of the table, where nothing better is known and it has one."""
        time = None
        if not handin.known:
            owner = handin.owner
            number = owner.number if owner.form == "Moodle" else ""
            time = self.by_number.get(number) or self.by_student.get(handin.student)
            time = time or self.by_name.get(turned(owner.name))
        return replace(handin, time=time, clock=CLOCK, known=True) if time else handin


def read_times(path: Path, zone: str, roster: Mapping[str, RosterPerson]) -> StatedTimes:
    """Return the times in a table of people.

    Parameters
    ----------
    path : a list of people as ``ecotools roster`` reads them, with a column of times: the first one that
        holds nothing else.
    zone : that of the times, where they name none.
    roster : by which its people are known; without it by Moodle's number and by name.

    Raises
    ------
    RosterError
        When it is no such list, or no column holds times.
    """
    cells = dict(read_rows(path))
    people = read_list(path).people
    times = _times({row.line: cells[row.line] for row in people}, zone)
    if not times:
        forms = "'2026-03-01 18:00' or 'Sunday, 1 March 2026, 6:00 PM'"
        named = "" if zone else "; where they name no zone, say it with --zone"
        raise RosterError(f"{path}: no column holds times such as {forms}{named}")
    # Of somebody who is there twice the later time counts.
    rows = sorted(((row, times[row.line]) for row in people if row.line in times), key=lambda pair: pair[1])
    names = [turned(row.said.get("name", "")) for row in people]
    return StatedTimes(
        {row.participant: time for row, time in rows if row.participant},
        {found: time for row, time in rows if (found := _student(row, roster))},
        {
            name: time
            for row, time in rows
            if not roster and (name := turned(row.said.get("name", ""))) and names.count(name) == 1
        },
    )


def _times(cells: Mapping[int, list[str]], zone: str) -> dict[int, datetime]:
    """Return the times of the first column that holds only times, by line."""
    for place in range(max(map(len, cells.values()), default=0)):
        texts = {line: row[place].strip() for line, row in cells.items() if place < len(row)}
        texts = {line: text for line, text in texts.items() if text not in ("", "-")}
        found = {line: spoken_instant(text, zone) for line, text in texts.items()}
        if found and all(one.time and one.zoned for one in found.values()):
            return {line: one.time for line, one in found.items() if one.time}
    return {}


def _student(row: ListedPerson, roster: Mapping[str, RosterPerson]) -> str:
    """Return whose a row is by the roster; empty where that is nobody, or might be several."""
    for key in ("student", *NUMBERS, "email", "name"):
        text = row.said.get(key, "")
        found = _alone(people_called(text, roster.values())) if text else ""
        if found:
            return found
    return ""


def _alone(people: Iterable[RosterPerson]) -> str:
    found = [one.student for one in people]
    return found[0] if len(found) == 1 else ""


def spoken_instant(text: str, zone: str) -> Instant:
    """Return the instant of a time as a person or a platform writes it.

    >>> spoken_instant("Sunday, 1 March 2026, 6:05 PM", "Europe/Berlin").time
    datetime.datetime(2026, 3, 1, 17, 5)
    >>> spoken_instant("domingo, 1 de marzo de 2026, 18:05", "UTC").time
    datetime.datetime(2026, 3, 1, 18, 5)
    """
    found = _SPOKEN.fullmatch(text)
    month = _MONTH.get(found["month"].casefold()) if found else None
    if not found or not month:
        return clock_instant(text, zone)
    hour = int(found["hour"])
    if found["half"]:
        hour = hour % 12 + (12 if found["half"].lower().startswith("p") else 0)
    day = f"{found['year']}-{month:02}-{int(found['day']):02}"
    return clock_instant(f"{day} {hour:02}:{found['minute']}", zone)
