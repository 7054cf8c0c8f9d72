"""Who is who in the learning platform: a CSV file that gives the platform's ids for those of the course."""

from __future__ import annotations

import csv
from contextlib import nullcontext
from dataclasses import dataclass, fields, replace
from pathlib import Path

from ecotools.grading.assignment import AssignmentError
from ecotools.grading.course import Course


class RosterError(AssignmentError):
    """A roster that cannot be used; the text names the file, the line and what is wrong."""


@dataclass(frozen=True)
class Person:
    """One student as the platform knows them; what is not known is empty.

    ``student`` is the id in the course, that is the name of the folder in ``submitted/``. ``id`` is the
    platform's own number; ``sis_user_id``, ``sis_login_id`` and ``section`` are Canvas's, ``username`` and
    ``idnumber`` are Moodle's.
    """

    student: str
    name: str = ""
    email: str = ""
    id: str = ""
    sis_user_id: str = ""
    sis_login_id: str = ""
    section: str = ""
    username: str = ""
    idnumber: str = ""


COLUMNS = tuple(field.name for field in fields(Person))


def read_roster(path: str | Path) -> dict[str, Person]:
    """Return the people in a roster by their student id.

    Parameters
    ----------
    path : a CSV file with a header. The column ``student`` must be there; any others of ``COLUMNS`` may be.

    Raises
    ------
    RosterError
        When the file cannot be read, when a column is unknown, or when a student is empty or there twice.
    """
    try:
        text = Path(path).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise RosterError(f"{path}: cannot be read as a UTF-8 text: {error}") from error
    reader = csv.DictReader(text.splitlines(), restkey="", restval="")
    columns = list(reader.fieldnames or [])
    unknown = [column for column in columns if column not in COLUMNS]
    if unknown or "student" not in columns:
        wrong = f"the column {unknown[0]!r} is unknown" if unknown else "there is no column 'student'"
        raise RosterError(f"{path}: {wrong}; a roster has 'student' and any of {', '.join(COLUMNS[1:])}")
    people: dict[str, Person] = {}
    for row in reader:
        person = Person(**{column: (row[column] or "").strip() for column in columns})
        if not person.student or person.student in people:
            wrong = f"{person.student} is there twice" if person.student else "the student is empty"
            raise RosterError(f"{path}, line {reader.line_num}: {wrong}")
        people[person.student] = person
    return people


def by_login(student: str) -> Person:
    """Return someone of whom only the id is known: it stands for the login, which in most courses it is."""
    return Person(student, sis_login_id=student, username=student)


def from_gradebook(course: Course) -> dict[str, Person]:
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
