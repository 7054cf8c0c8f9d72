"""The grades of a class as a CSV file: a plain one, or one that Canvas or Moodle imports.

A score that is not final, because a person must still look at an answer, is not written, and is reported, as
is a hand-in that was not graded. The late penalty is taken off the score.

Both platforms clear a grade where a cell of the file is empty (or, in Moodle, "-"). So no file for them has
such a cell: the first one holds who has a score in every column, and ``<name>-<assignment>.csv`` those who
have one for that assignment, and not for all. An assignment in which nobody has a score has no column.

Canvas
    Columns Student, ID, SIS User ID, SIS Login ID, Section, then one an assignment; a second row "Points
    Possible". A student is found by the first of ID, SIS User ID, SIS Login ID and name that fits. An
    assignment is found by its title, or created. Look at the changes it shows before it takes them. From
    ``lib/gradebook_importer.rb`` of instructure/canvas-lms (``row_has_student_headers?``,
    ``update_column_count``, ``process_student``, ``no_change_to_value?``).
Moodle
    Columns Name, Username, ID number, Email address, then one an assignment. On the import page map one of
    Username, ID number and Email address to the user's field of that name, and each assignment to a grade
    item or a new one. It stops the whole import at the first user it does not know. From docs.moodle.org,
    "Grade import", and ``grade/import/csv/classes/load_data.php`` of moodle/moodle
    (``map_user_data_with_value``, ``update_grade_item``, ``prepare_import_grade_data``).

So who is not in a given roster, or has nothing there that the platform goes by, is written into a file of
their own beside the others, ``<name>-unmatched.csv``, and reported; in it "no score" stands where there is
none.

A text that a spreadsheet would take for a formula gets an apostrophe before it, see ``spreadsheet``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ecotools.files import write_together
from ecotools.grading.course import Course
from ecotools.grading.export.roster import Person, by_login, from_gradebook
from ecotools.grading.gradebook.marks import Marks, joined, read_marks
from ecotools.spreadsheet import as_csv, harmless

NO_SCORE = "no score"
FORMATS = ("csv", "canvas", "moodle")
PLAIN = ["student", "assignment", "handed_in", "score", "max_score", "raw_score", "late_penalty"]
PLAIN += ["extra_credit", "needs_person", "note"]
CANVAS = ["Student", "ID", "SIS User ID", "SIS Login ID", "Section"]
MOODLE = ["Name", "Username", "ID number", "Email address"]
# What each platform goes by when it looks for a student, as a roster names it.
GOES_BY: Mapping[str, tuple[str, ...]] = {
    "csv": (),
    "canvas": ("id", "sis_user_id", "sis_login_id", "name"),
    "moodle": ("username", "idnumber", "email"),
}


@dataclass(frozen=True)
class Grade:
    """What one student has for one assignment.

    ``score`` is None when there is none that is final; ``note`` then says why, and ``open`` whether there
    will be one: something was handed in.
    """

    student: str
    assignment: str
    points: float
    score: float | None = None
    marks: Marks | None = None
    note: str = ""
    open: bool = False


@dataclass(frozen=True)
class Export:
    """What was written: the files, how many students, and a sentence for each score or student left out.

    ``empty`` are the assignments without a column, since nobody has a score in them.
    """

    files: list[Path]
    students: int
    left_out: list[str]
    empty: list[str] = field(default_factory=list)


def export_grades(
    course: Course,
    names: Iterable[str],
    format: str,
    out: str | Path,
    roster: Mapping[str, Person] | None = None,
) -> Export:
    """Write the grades of the assignments ``names`` to the file ``out``.

    Parameters
    ----------
    course, names : the course and its assignments.
    format : "csv" (a row for each student and assignment), "canvas" or "moodle" (a row for each student).
    out : the file; it is replaced.
    roster : from ``roster.read_roster``. Without one, what the gradebook has of the students is used.
    """
    names, out, roster = list(names), Path(out), dict(roster or {})
    known = from_gradebook(course)
    known |= {s: by_login(s) for name in names for s in course.students(name) if s not in known}
    people = known | roster
    found = {name: grades(course, name, sorted(people)) for name in names}
    lost = {s: _why_lost(person, format, not roster or s in roster) for s, person in people.items()}
    lost = {student: why for student, why in sorted(lost.items()) if why}
    given = {name: of for name, of in found.items() if any(one.score is not None for one in of.values())}
    shown = found if format == "csv" else given
    matched = [person for student, person in sorted(people.items()) if student not in lost]
    parts = _parts(matched, shown, format)
    if lost:
        parts["-unmatched"] = [people[student] for student in lost], list(shown)
    tables = {
        f"{out.stem}{ending}{out.suffix}": as_csv(_ROWS[format](who, {name: found[name] for name in columns}))
        for ending, (who, columns) in parts.items()
    }
    write_together(out.parent, tables)
    waiting = [grade for name in names for grade in found[name].values() if grade.open]
    left_out = [f"{grade.student}, {grade.assignment}: no score yet, {grade.note}" for grade in waiting]
    empty = [name for name in found if name not in given]
    return Export([out.parent / file for file in tables], len(people), left_out + list(lost.values()), empty)


def _parts(
    people: list[Person], found: Mapping[str, Mapping[str, Grade]], format: str
) -> dict[str, tuple[list[Person], list[str]]]:
    """Return who comes into which file, with which columns, by the ending of the file's name.

    For a platform no file has an empty cell; the first file is there even if nobody comes into it.
    """
    names = list(found)
    if format == "csv":
        return {"": (people, names)}

    def has(person: Person, name: str) -> bool:
        return found[name][person.student].score is not None

    whole = [person for person in people if names and all(has(person, name) for name in names)]
    parts = {"": (whole, names)}
    for name in names:
        some = [person for person in people if has(person, name) and person not in whole]
        if some:
            parts[f"-{name}"] = some, [name]
    return parts


def grades(course: Course, name: str, students: Iterable[str]) -> dict[str, Grade]:
    """Return what each of ``students`` has for the assignment ``name``, by their id."""
    points, handed_in = course.assignment(name).points, set(course.students(name))
    parts: dict[str, list[Marks]] = {}
    for found in read_marks(course, name):
        parts.setdefault(found.student, []).append(found)
    marks = {student: joined(found) for student, found in parts.items()}
    made = {}
    for student in students:
        mine = marks.get(student)
        if mine is None or not mine.cells:
            note = "not graded" if student in handed_in else "nothing handed in"
            made[student] = Grade(student, name, points, note=note, open=student in handed_in)
        elif mine.waiting:
            note = f"{mine.waiting} answer{'s' if mine.waiting > 1 else ''} to be looked at by a person"
            made[student] = Grade(student, name, points, None, mine, note, open=True)
        else:
            made[student] = Grade(student, name, points, mine.score, mine)
    return made


def _why_lost(person: Person, format: str, listed: bool) -> str:
    """Return why the platform would not find a student, empty when it would."""
    by = GOES_BY[format]
    found = {field: getattr(person, field) for field in by if getattr(person, field)}
    if not by or (listed and any(harmless(value) == value for value in found.values())):
        return ""
    if not listed:
        return f"{person.student}: not in the roster"
    if not found:
        return (
            f"{person.student}: the roster has none of {', '.join(by)}, which {format.capitalize()} goes by"
        )
    field, value = next(iter(found.items()))
    return f"{person.student}: {field} {value!r} would be a formula; with an apostrophe nobody is found by it"


def _plain(people: list[Person], found: Mapping[str, Mapping[str, Grade]]) -> list[list[str]]:
    rows = [PLAIN]
    for name in found:
        for person in people:
            grade = found[name][person.student]
            rows.append([person.student, name, *_details(grade)])
    return rows


def _details(grade: Grade) -> list[str]:
    marks = grade.marks
    if marks is None:
        return ["", "", _number(grade.points), "", "", "", "0", grade.note]
    return [
        marks.timestamp.isoformat(sep=" ") if marks.timestamp else "",
        _number(grade.score),
        _number(grade.points),
        _number(marks.raw),
        _number(marks.penalty),
        _number(marks.extra),
        str(marks.waiting),
        grade.note,
    ]


def _canvas(people: list[Person], found: Mapping[str, Mapping[str, Grade]]) -> list[list[str]]:
    points = [_number(next(iter(of.values())).points) if of else "" for of in found.values()]
    rows = [[*CANVAS, *found], ["    Points Possible", "", "", "", "", *points]]
    for person in people:
        who = [person.name or person.student, person.id, person.sis_user_id, person.sis_login_id]
        rows.append([*who, person.section, *_scores(person, found)])
    return rows


def _moodle(people: list[Person], found: Mapping[str, Mapping[str, Grade]]) -> list[list[str]]:
    rows = [[*MOODLE, *found]]
    for person in people:
        who = [person.name, person.username, person.idnumber, person.email]
        rows.append([*who, *_scores(person, found)])
    return rows


_ROWS = {"csv": _plain, "canvas": _canvas, "moodle": _moodle}


def _scores(person: Person, found: Mapping[str, Mapping[str, Grade]]) -> list[str]:
    return [_number(of[person.student].score) or NO_SCORE for of in found.values()]


def _number(value: float | None) -> str:
    """Return a number with at most four decimals, nothing for None.

    >>> _number(7.0), _number(2.3333333), _number(None)
    ('7', '2.3333', '')
    """
    return "" if value is None else f"{round(value, 4):.12g}"
