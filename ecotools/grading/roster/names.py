"""What people are called, in messages and in the gradebook, from which the formgrader has its names."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import closing
from typing import TYPE_CHECKING

from ecotools.grading.collect.names import printable
from ecotools.grading.course import Course
from ecotools.grading.roster.people import RosterError, RosterPerson, people_called
from ecotools.grading.roster.roster_file import from_gradebook, roster_of

if TYPE_CHECKING:  # pandas takes long to import, and grading begins without it
    import pandas as pd


def called(roster: dict[str, RosterPerson], student: str) -> str:
    """Return a student's name and id, or the id alone where no roster names them.

    >>> called({"ada": RosterPerson("ada", "Lovelace, Ada")}, "ada"), called({}, "bo")
    ('Ada Lovelace (ada)', 'bo')
    """
    return roster[student].called if student in roster else student


def student_called(course: Course, text: str) -> str:
    """Return the id of the student whom a text names: by id, number, address or name.

    Without a roster the text is taken for an id, and so is an id that is in the course and not in the roster.

    Raises
    ------
    RosterError
        When the roster names nobody so, or several.
    """
    roster = roster_of(course)
    if not roster or text in roster:
        return text
    found = people_called(text, roster.values())
    if not found and text in ids_in(course):
        return text
    if len(found) != 1:
        listed = " or ".join(sorted(one.called for one in found))
        raise RosterError(
            f"{text!r} could be {listed}: give the id" if found else f"{text!r} is not in the roster"
        )
    return found[0].student


def with_names(table: pd.DataFrame, roster: dict[str, RosterPerson]) -> pd.DataFrame:
    """Return a table with names beside the ids in its column ``student``."""
    return table.assign(student=[called(roster, one) for one in table["student"]])


def ids_in(course: Course) -> set[str]:
    """Return the ids that a course has already: of folders among the hand-ins, and of the gradebook."""
    return {*map(printable, course.everybody()), *from_gradebook(course)}


def name_in_gradebook(course: Course, people: Iterable[RosterPerson]) -> None:
    """Write names and addresses of the people of a roster to the students whom the gradebook has."""
    known = {one.student: one for one in people}
    gradebook = course.gradebook() if known else None
    if gradebook is None:
        return
    with closing(gradebook):
        for student in gradebook.students:
            if one := known.get(student.id):
                last, comma, first = one.name.partition(",")
                student.last_name = last.strip() or student.last_name
                student.first_name = first.strip() if comma else student.first_name
                student.email = one.email or student.email
                student.lms_user_id = one.id or student.lms_user_id
        gradebook.db.commit()
