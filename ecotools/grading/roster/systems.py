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

import csv
import io
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ecotools.grading.roster.people import COLUMNS, NUMBERS, RosterError
from ecotools.spreadsheet import as_written

ROSTER, CANVAS, WORKSHEET, GITHUB = "roster", "Canvas gradebook", "Moodle grading worksheet", "GitHub roster"
EXPORT, PARTICIPANTS, PLAIN = "Moodle grades export", "Moodle participants", "CSV file"
# What a column may be called, in small letters: English, then German, French and Spanish as Moodle has them.
_CALLED: Mapping[str, tuple[str, ...]] = {
    "first": ("first name", "firstname", "given name", "vorname", "prénom", "nombre"),
    "last": (
        "last name", "lastname", "surname", "family name", "nachname", "nom de famille", "nom",
        "apellido(s)", "apellidos",
    ),
    "name": ("name", "full name", "fullname", "student", "student name", "vollständiger name", "nom complet"),
    "email": (
        "email", "e-mail", "email address", "e-mail address", "mail", "e-mail-adresse",
        "adresse de courriel", "dirección de correo", "correo electrónico",
    ),
    "username": (
        "username", "user name", "login", "anmeldename", "nom d'utilisateur", "nom d’utilisateur",
        "nombre de usuario",
    ),
    "idnumber": (
        "id number", "idnumber", "student id", "student number", "id", "id-nummer", "matrikelnummer",
        "numéro d'identification", "numéro d’identification", "número de id",
    ),
    "sis_user_id": ("sis user id",),
    "sis_login_id": ("sis login id",),
    "section": ("section",),
    "github": ("github_username", "github username", "github"),
    "identifier": ("identifier",),
}  # fmt: skip
_FIELD = {text: name for name, texts in _CALLED.items() for text in texts}
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


def read_list(path: str | Path) -> ClassList:
    """Return the people in a file that a system gave out.

    Raises
    ------
    RosterError
        When it is no text, has no column that names people, or has a row that names nobody.
    """
    path = Path(path)
    rows = read_rows(path)
    header = rows[0][1] if rows else []
    kind = _kind(header)
    fields = [_field(text, kind) for text in header]
    if not {"name", "last", "email", "student", "identifier", *NUMBERS}.intersection(filter(None, fields)):
        raise RosterError(
            f"{path}: no column names people; expected some of First name, Last name, Name, Email address, "
            f"Username, ID number, or Canvas's Student and ID; found: {', '.join(header) or 'nothing'}"
        )
    people, left_out = [], []
    for line, row in rows[1:]:
        cells = [_NO_FORMULA.sub(r"\1", as_written(cell.strip())) for cell in row]
        if not any(cells) or (kind == CANVAS and _no_student(cells, fields)):
            continue
        said = {name: cell for name, cell in zip(fields, cells, strict=False) if name and cell}
        if kind == CANVAS and _test_student(said):
            left_out.append(f"line {line}: {said['name']} is made up by Canvas")
            continue
        people.append(_person(path, line, said, kind))
    return ClassList(kind, people, left_out)


def read_rows(path: Path) -> list[tuple[int, list[str]]]:
    """Return the rows of a CSV file with their lines, split by what its first line is split by.

    Blank lines are left out.

    Raises
    ------
    RosterError
        When it cannot be read as a CSV file in UTF-8 or UTF-16.
    """
    try:
        data = path.read_bytes()
        text = data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise RosterError(
            f"{path}: cannot be read as a UTF-8 text: {error}. Save it as CSV in UTF-8"
        ) from error
    first = text.split("\n", 1)[0]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=first.count))
    try:
        return [(reader.line_num, row) for row in reader if row]
    except csv.Error as error:
        raise RosterError(f"{path}, line {reader.line_num}: is no line of a CSV file: {error}") from error


def _kind(header: list[str]) -> str:
    small = [_small(text) for text in header]
    if len(header) > 2 and "Section" in header and {"Student", "LastName"}.intersection(header[:1]):
        return CANVAS
    if "student" in header and set(header) <= set(COLUMNS):
        return ROSTER
    if "github_username" in small:
        return GITHUB
    if "identifier" in small:
        return WORKSHEET
    if "last downloaded from this course" in small or {"institution", "department"} <= set(small):
        return EXPORT
    fields = {_FIELD.get(text) for text in small}
    return PARTICIPANTS if {"first", "last"} <= fields else PLAIN


def _field(text: str, kind: str) -> str | None:
    """Return what a column holds, None for what no roster keeps."""
    if kind == ROSTER:
        return text
    if kind == CANVAS and text == "ID":
        return "id"
    return _FIELD.get(_small(text))


def _small(text: str) -> str:
    return " ".join(text.split()).casefold()


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
