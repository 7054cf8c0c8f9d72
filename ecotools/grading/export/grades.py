"""The grades of a class as a CSV file: a plain one, or one that Canvas or Moodle imports.

A score that is not final, because a person must still look at an answer, is not written, and is reported, as
is a hand-in that was not graded. The late penalty is taken off the score.

Both platforms clear a grade where a cell of the file is empty (or, in Moodle, "-"). So no file for them has
such a cell: the first one holds students with a score in every column, ``<name>-<assignment>.csv`` those who
have one for that assignment, and not for all. An assignment in which nobody has a score has no column.

Canvas
    Columns Student, ID, SIS User ID, SIS Login ID, Section, then one per assignment; a second row "Points
    Possible". An assignment is found by its title, or created. Look at the changes it shows before it takes
    them. From ``lib/gradebook_importer.rb`` of instructure/canvas-lms (``row_has_student_headers?``,
    ``update_column_count``, ``parse_assignments``, ``no_change_to_value?``).
Moodle
    Columns Name, those of Username, ID number and Email address that name everybody in the file (see
    ``found_by``; students with another one are in ``<name>-by-email.csv``), then one per assignment. On
    the import page map one of these columns to the user's field of that name, and each assignment to a grade
    item or a new one. Moodle stops at a user whom it does not know, and at a grade over 100 unless the site
    has unlimited grades. From docs.moodle.org, "Grade import", and ``grade/import/csv/classes/load_data.php``
    of moodle/moodle (``update_grade_item``, ``insert_grade_record``).

So students who are not in the roster, or have nothing there that the platform goes by, are written into a
file of their own beside the others, ``<name>-unmatched.csv``, and reported; in it "no score" stands where
there is none.

A text that a spreadsheet would take for a formula gets an apostrophe before it, see ``spreadsheet``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ecotools.files import write_together
from ecotools.grading.course import Course
from ecotools.grading.export.found_by import GOES_BY, FoundBy
from ecotools.grading.gradebook.marks import Marks, marks_by_student
from ecotools.grading.roster.people import RosterPerson
from ecotools.grading.roster.roster_file import by_login, from_gradebook, roster_of
from ecotools.spreadsheet import as_csv

NO_SCORE = "no score"
PLAIN = ["student", "assignment", "handed_in", "score", "max_score", "raw_score", "late_penalty"]
PLAIN += ["extra_credit", "needs_person", "note"]
_HIGHEST = 100  # of Moodle's grades, unless the site has unlimited ones


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
    roster: Mapping[str, RosterPerson] | None = None,
) -> Export:
    """Write the grades of the assignments ``names`` to the file ``out``.

    Parameters
    ----------
    course, names : the course and its assignments.
    format : "csv" (a row for each student and assignment), "canvas" or "moodle" (a row for each student).
    out : the file; it is replaced.
    roster : from ``kept.read_roster``; by default that of the course. Without any, what the gradebook has of
        the students is used, and their ids stand for their logins.
    """
    names, out = list(names), Path(out)
    roster = roster_of(course) if roster is None else dict(roster)
    known = from_gradebook(course)
    known |= {s: by_login(s) for name in names for s in course.students(name) if s not in known}
    people = known | roster
    found = {name: grades(course, name, sorted(people)) for name in names}
    found_by = FoundBy(format, people.values())
    lost = {s: found_by.why_not(person, not roster or s in roster) for s, person in people.items()}
    lost = {student: why for student, why in sorted(lost.items()) if why}
    given = {name: of for name, of in found.items() if any(one.score is not None for one in of.values())}
    shown = found if format == "csv" else given
    matched = [person for student, person in sorted(people.items()) if student not in lost]
    tables = {}
    for ending, (who, columns) in _parts(matched, shown, format).items():
        for by, (some, fields) in found_by.together(who).items():
            tables[f"{ending}{by}"] = _table(found_by, some, {name: found[name] for name in columns}, fields)
    if lost:
        some = [people[student] for student in lost]
        tables["-unmatched"] = _table(found_by, some, shown, GOES_BY[format], sure=False)
    tables = {f"{out.stem}{ending}{out.suffix}": as_csv(table) for ending, table in tables.items()}
    write_together(out.parent, tables)
    waiting = [grade for name in names for grade in found[name].values() if grade.open]
    left_out = [f"{grade.student}, {grade.assignment}: no score yet, {grade.note}" for grade in waiting]
    left_out += list(lost.values())
    if format == "moodle":
        left_out += [_too_high(grade) for of in given.values() for grade in of.values() if _over(grade)]
    empty = [name for name in found if name not in given]
    return Export([out.parent / file for file in tables], len(people), left_out, empty)


def _parts(
    people: list[RosterPerson], found: Mapping[str, Mapping[str, Grade]], format: str
) -> dict[str, tuple[list[RosterPerson], list[str]]]:
    """Return who comes into which file, with which columns, by the ending of the file's name.

    For a platform no file has an empty cell; the first file is there even if nobody comes into it.
    """
    names = list(found)
    if format == "csv":
        return {"": (people, names)}

    def has(person: RosterPerson, name: str) -> bool:
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
    marks, made = marks_by_student(course, name), {}
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


def _over(grade: Grade) -> bool:
    return grade.score is not None and grade.score > _HIGHEST


def _too_high(grade: Grade) -> str:
    return (
        f"{grade.student}, {grade.assignment}: {_number(grade.score)} points are written, and Moodle refuses"
        f" a grade over {_HIGHEST} unless the site has unlimited grades"
    )


def _table(
    found_by: FoundBy,
    people: list[RosterPerson],
    found: Mapping[str, Mapping[str, Grade]],
    fields: Iterable[str],
    sure: bool = True,
) -> list[list[str]]:
    """Return the rows of one file, in which people are found by ``fields``."""
    if found_by.format == "csv":
        return _plain(people, found)
    rows = [[*found_by.columns(fields), *found]]
    if found_by.format == "canvas":
        points = [_number(next(iter(of.values())).points) if of else "" for of in found.values()]
        rows.append(["    Points Possible", "", "", "", "", *points])
    return rows + [[*found_by.who(one, fields, sure), *_scores(one, found)] for one in people]


def _plain(people: list[RosterPerson], found: Mapping[str, Mapping[str, Grade]]) -> list[list[str]]:
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


def _scores(person: RosterPerson, found: Mapping[str, Mapping[str, Grade]]) -> list[str]:
    return [_number(of[person.student].score) or NO_SCORE for of in found.values()]


def _number(value: float | None) -> str:
    """Return a number with at most four decimals, nothing for None.

    >>> _number(7.0), _number(2.3333333), _number(None)
    ('7', '2.3333', '')
    """
    return "" if value is None else f"{round(value, 4):.12g}"
