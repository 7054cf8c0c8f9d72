"""The roster of a course: its file class-roster.csv, which a person may change in any editor."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import nullcontext
from dataclasses import astuple, replace
from pathlib import Path

from ecotools.files import write_text
from ecotools.grading.course import Course
from ecotools.grading.roster.people import COLUMNS, RosterError, RosterPerson
from ecotools.grading.roster.tables import read_rows
from ecotools.spreadsheet import as_csv, as_written

FILE = "class-roster.csv"


def roster_of(course: Course) -> dict[str, RosterPerson]:
    """Return the people of a course by their id; nobody where it has no roster."""
    file = course.root / FILE
    return read_roster(file) if file.exists() else {}


def write_roster(course: Course, people: Iterable[RosterPerson]) -> Path:
    """Write the roster of a course, sorted, each cell harmless in a spreadsheet; return its file."""
    rows = sorted(map(astuple, people))
    return write_text(course.root / FILE, as_csv([COLUMNS, *rows]))


def read_roster(path: str | Path) -> dict[str, RosterPerson]:
    """Return the people in a roster by their student id.

    Parameters
    ----------
    path : a CSV file with a header. The column ``student`` must be there; any others of ``COLUMNS`` may be.

    Raises
    ------
    RosterError
        When the file cannot be read, when a column is unknown, or when a student is empty or there twice.
    """
    (_, columns), *rows = read_rows(Path(path)) or [(0, [])]
    unknown = [column for column in columns if column not in COLUMNS]
    if unknown or "student" not in columns:
        wrong = f"the column {unknown[0]!r} is unknown" if unknown else "there is no column 'student'"
        raise RosterError(f"{path}: {wrong}; a roster has 'student' and any of {', '.join(COLUMNS[1:])}")
    people: dict[str, RosterPerson] = {}
    for line, row in rows:
        cells = zip(columns, row, strict=False)
        person = RosterPerson(
            **{"student": ""} | {column: as_written(cell.strip()) for column, cell in cells}
        )
        if not person.student or person.student in people:
            wrong = f"{person.student} is there twice" if person.student else "the student is empty"
            raise RosterError(f"{path}, line {line}: {wrong}")
        people[person.student] = person
    return people


def by_login(student: str) -> RosterPerson:
    """Return someone of whom only the id is known: it stands for the login, which in most courses it is."""
    return RosterPerson(student, sis_login_id=student, username=student)


def people_of(course: Course) -> dict[str, RosterPerson]:
    """Return whom the roster or the gradebook knows, by id; what the roster says comes first."""
    return from_gradebook(course) | roster_of(course)


def from_gradebook(course: Course) -> dict[str, RosterPerson]:
    """Return the students of the gradebook by their id, with the names and numbers that it has of them."""
    with course.gradebook() or nullcontext() as gradebook:
        students = gradebook.students if gradebook else []
        return {
            one.id: replace(
                by_login(one.id),
                name=" ".join(part for part in (one.first_name, one.last_name) if part),
                email=one.email or "",
                id=one.lms_user_id or "",
            )
            for one in students
        }
