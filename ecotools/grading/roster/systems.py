"""What learning platforms give out about a class, read by its columns.

- **Moodle, participants** (``user/action_redir.php``): First name, Last name, and the fields that the site
  shows of its users, mostly Email address, ID number or Username.
- **Moodle, grades export** (``grade/export/lib.php``): First name, Last name (before 4.0 Surname), ID number,
  Institution, Department, Email address, the grades, Last downloaded from this course.
- **Moodle, grading worksheet** (``mod/assign/feedback/offline``): Identifier ("Participant 12345", the number
  of the student in this one assignment, and in the names of its downloads), Full name, Email address …
- **Canvas, gradebook** (``lib/gradebook_exporter.rb``): Student or LastName and FirstName, ID, SIS User ID,
  SIS Login ID, Integration ID, Root Account, Section, the assignments; then a row "Points Possible", perhaps
  one "Manual Posting", and the made-up "Student, Test".
- **GitHub Classroom, roster**: identifier, github_username, github_id, name.
- Any CSV file with a name or an address, such as what Blackboard gives out; and a roster of this course.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ecotools.grading.roster.headings import fields_of, is_canvas, is_roster, small
from ecotools.grading.roster.people import NUMBERS, RosterError
from ecotools.grading.roster.tables import read_rows
from ecotools.spreadsheet import as_written

ROSTER, CANVAS, WORKSHEET, GITHUB = "roster", "Canvas gradebook", "Moodle grading worksheet", "GitHub roster"
EXPORT, PARTICIPANTS, PLAIN = "Moodle grades export", "Moodle participants", "CSV file"
_NO_FORMULA = re.compile(r'="(.*)"', re.DOTALL)  # how Canvas and Excel keep a text from being computed
_PARTICIPANT = re.compile(r"\D+(\d+)")
_POSTING = re.compile(r"\s*(muted|manual posting.*)?\s*", re.IGNORECASE)


@dataclass(frozen=True)
class ListedPerson:
    """A row of a list: the ``line`` of the file, and what it says of a person by the columns of a roster.

    ``participant`` is the number of a grading worksheet.
    """

    line: int
    said: dict[str, str]
    participant: str = ""

    @property
    def shown(self) -> str:
        """The row as a message names it."""
        who = self.said.get("name") or self.said.get("email") or next(iter(self.said.values()), "")
        return f"line {self.line}, {who}"


@dataclass(frozen=True)
class ClassList:
    """A list that was read: what kind it is, its people, and what was left out of it."""

    kind: str
    people: list[ListedPerson]
    left_out: list[str] = field(default_factory=list)


def read_list(path: str | Path, said: Mapping[str, str] | None = None) -> ClassList:
    """Return the people in a file that a system gave out.

    Parameters
    ----------
    path : the file.
    said : what the instructor says of its headings, as of ``headings.told``.

    Raises
    ------
    RosterError
        When it cannot be read, has no column that names people, or has a row that names nobody.
    """
    path, said = Path(path), said or {}
    rows = read_rows(path)
    header = rows[0][1] if rows else []
    lacking = [text for text in said if text not in map(small, header)]
    if lacking:
        raise RosterError(f"{path}: no column {lacking[0]!r}; there are {', '.join(header) or 'none'}")
    fields = fields_of(header, (row for _, row in rows[1:]), said)
    kind = _kind(header, fields, said)
    if not {"name", "last", "email", "student", "identifier", *NUMBERS}.intersection(filter(None, fields)):
        raise RosterError(
            f"{path}: no column names people; expected some of First name, Last name, Name, Email address, "
            f"Username, ID number, or Canvas's Student and ID; found: {', '.join(header) or 'nothing'}. "
            "Say which column is what, as in --columns name=HEADING"
        )
    people, left_out = [], []
    for line, row in rows[1:]:
        cells = [_NO_FORMULA.sub(r"\1", as_written(cell.strip())) for cell in row]
        if not any(cells) or (kind == CANVAS and _no_student(cells, fields)):
            continue
        row_says = {name: cell for name, cell in zip(fields, cells, strict=False) if name and cell}
        if kind == CANVAS and _test_student(row_says):
            left_out.append(f"line {line}: Student, Test is made up by Canvas")
            continue
        people.append(_person(path, line, row_says, kind))
    return ClassList(kind, people, left_out)


def _kind(header: list[str], fields: list[str | None], said: Mapping[str, str]) -> str:
    if is_canvas(header):
        return CANVAS
    if not said and is_roster(header):
        return ROSTER
    texts = {small(text) for text in header}
    if "github_username" in texts:
        return GITHUB
    if "identifier" in fields:
        return WORKSHEET
    if "last downloaded from this course" in texts or {"institution", "department"} <= texts:
        return EXPORT
    return PARTICIPANTS if {"first", "last"} <= set(fields) else PLAIN


def _no_student(cells: list[str], fields: list[str | None]) -> bool:
    """Return whether a row of Canvas's is that of the points, or that of the grades still hidden."""
    return "Points Possible" in cells[0] or all(_POSTING.fullmatch(cell) for cell in cells)


def _test_student(said: Mapping[str, str]) -> bool:
    return said.get("name") == "Student, Test" or (said.get("last"), said.get("first")) == ("Student", "Test")


def _person(path: Path, line: int, said: dict[str, str], kind: str) -> ListedPerson:
    first, last, identifier = (said.pop(name, "") for name in ("first", "last", "identifier"))
    if not said.get("name") and (first or last):
        said["name"] = ", ".join(filter(None, (last, first)))
    participant = ""
    if kind == WORKSHEET:
        found = _PARTICIPANT.fullmatch(identifier)
        if not found:
            raise RosterError(
                f"{path}, line {line}: {identifier!r} is no identifier of Moodle's, like Participant 12345"
            )
        participant = found[1]
    elif identifier:  # what the instructor called them in GitHub Classroom
        said.setdefault("email" if "@" in identifier else "name", identifier)
    if not any(said.get(name) for name in ("student", "name", "email", *NUMBERS)):
        raise RosterError(f"{path}, line {line}: it names nobody")
    return ListedPerson(line, said, participant)
