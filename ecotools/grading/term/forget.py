"""Take a person out of a course: gradebook, roster, folders, journal, due dates, report, what is remembered.

The roster comes last, since it says who is meant: a run that was stopped is started again in the same words.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from contextlib import closing, nullcontext
from dataclasses import dataclass, field
from pathlib import Path

from nbgrader.utils import rmtree

from ecotools.files import put
from ecotools.grading.collect.numbers import SeenNumbers
from ecotools.grading.course import Course
from ecotools.grading.gradebook.deadlines import FILE as DUE
from ecotools.grading.gradebook.deadlines import read_deadlines, write_deadlines
from ecotools.grading.pipeline.journal import LOCKS, folder_of
from ecotools.grading.roster.kept import FILE as ROSTER
from ecotools.grading.roster.kept import roster_of, write_roster
from ecotools.grading.roster.names import ids_in, student_called
from ecotools.grading.term import TermError
from ecotools.grading.term.archive import alone_in
from ecotools.grading.term.contents import NOTED_ARCHIVES, REPORT, exchanged, path_in, remembered_in, walk
from ecotools.grading.term.person import Naming
from ecotools.grading.term.still_named import still_named


@dataclass(frozen=True)
class Forgotten:
    """What came of forgetting: who it was, what was removed (or would be), and where they are still named."""

    student: str
    called: str
    removed: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)


def somebody(course: Course, text: str) -> Naming:
    """Return whom a text means: an id, or what the roster knows somebody by.

    Raises
    ------
    TermError, RosterError
        When nobody in the course is called so, or several are.
    """
    student = student_called(course, text)
    who = Naming.of(course, student)
    if student in roster_of(course) or student in ids_in(course) or any(_steps(course, who, do=False)):
        return who
    raise TermError(f"{course.root}: nobody in this course is called {text!r}")


def forget(course: Course, who: Naming, do: bool) -> Forgotten:
    """Remove a person from a course; without ``do`` only say what would be removed."""
    called = f"{who.names[0]} ({who.student})" if who.names else who.student
    with alone_in(course) if do else nullcontext():
        removed = [text for text in _steps(course, who, do) if text]
        left = still_named(course, who, () if do else _reached(course, who))
    return Forgotten(who.student, called, removed, left)


def _reached(course: Course, who: Naming) -> list[Path]:
    """Return the files and folders that forgetting looks after."""
    directory, root = course.directory, course.root
    steps = (directory.submitted_directory, directory.autograded_directory, directory.feedback_directory)
    folders = [folder for step in steps for folder in course.folders_of(step, who.student)]
    return [
        *folders,
        folder_of(root).parent,
        *exchanged(course),
        *(root / one for one in (REPORT, DUE, ROSTER)),
    ]


def _steps(course: Course, who: Naming, do: bool) -> Iterable[str]:
    """Remove a person step by step, in the order that lets a stopped run be started again."""
    report = (course.root / REPORT / "report.html").exists()
    yield _report(course, who, do)
    for what, step in (
        ("feedback", course.directory.feedback_directory),
        ("graded notebooks", course.directory.autograded_directory),
        ("hand-ins", course.directory.submitted_directory),
    ):
        yield from _folders(course, what, course.folders_of(step, who.student), do)
    yield from _exchange(course, who, do)
    yield _journal(course, who, do)
    yield _numbers(course, who, do)
    yield _extensions(course, who, do)
    yield from _gradebook(course, who, do)
    yield from _caches(course, who, do)
    yield _roster(course, who, do)
    if report and do:
        _write_report(course)


def _folders(course: Course, what: str, folders: Iterable[Path], do: bool) -> Iterable[str]:
    for folder in folders:
        count = sum(1 for _ in walk(folder))
        if do:
            _remove(folder)
        yield f"{what}: {path_in(course.root, folder)}, {_counted(count, 'file')}"


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"


def _remove(place: Path) -> None:
    if place.is_dir() and not place.is_symlink():
        rmtree(str(place))  # graded files are write-protected, which Windows minds
    else:
        place.unlink()


def _exchange(course: Course, who: Naming, do: bool) -> Iterable[str]:
    """Remove what the exchange has of a person: nbgrader begins the name of a hand-in there with the id."""
    for folder in exchanged(course):
        sent = [one for one in folder.iterdir() if one.name.startswith(f"{who.student}+")]
        yield from _folders(course, "exchange", sent, do)


def _journal(course: Course, who: Naming, do: bool) -> str:
    file = folder_of(course.root) / "journal.jsonl"
    lines = file.read_bytes().splitlines(keepends=True) if file.exists() else []
    kept = [line for line in lines if not _is_of(line, who)]
    if len(kept) == len(lines):
        return ""
    if do:
        for line in lines:
            staged = folder_of(course.root) / "staged" / _staged(line) if _is_of(line, who) else None
            if staged and staged.name and staged.is_dir():
                rmtree(str(staged))
        put(file, lambda beside: beside.write_bytes(b"".join(kept)))
    return f"journal: {_counted(len(lines) - len(kept), 'line')}"


def _is_of(line: bytes, who: Naming) -> bool:
    """Return whether a line of the journal is a person's; one that was cut off is, where it names them."""
    try:
        return json.loads(line)["student"] == who.student
    except (ValueError, KeyError, TypeError):
        return bool(who.found_in(line))


def _staged(line: bytes) -> str:
    try:
        return Path(json.loads(line)["staged"]).name
    except (ValueError, KeyError, TypeError):
        return ""


def _numbers(course: Course, who: Naming, do: bool) -> str:
    seen = SeenNumbers.read(course.root)
    students = {
        assignment: {number: one for number, one in known.items() if one != who.student}
        for assignment, known in seen.students.items()
    }
    names = {name: [one for one in ids if one != who.student] for name, ids in seen.names.items()}
    kept = SeenNumbers(students, {name: ids for name, ids in names.items() if ids})
    if kept == seen:
        return ""
    if do:
        kept.write(course.root)
    return "numbers of the platform, remembered from collecting"


def _extensions(course: Course, who: Naming, do: bool) -> str:
    known = read_deadlines(course.root)
    more = [name for name, one in known.items() if who.student in one.extensions]
    if more and do:
        for name in more:
            others = {s: until for s, until in known[name].extensions.items() if s != who.student}
            known[name] = known[name].model_copy(update={"extensions": others})
        write_deadlines(course.root, known)
    return f"more time for {', '.join(more)}" if more else ""


def _gradebook(course: Course, who: Naming, do: bool) -> Iterable[str]:
    """Remove a person's rows of all tables, and what SQLite keeps in its file of rows that are gone."""
    from sqlalchemy import delete, func, select, text

    gradebook = course.gradebook()
    if gradebook is None:
        return
    with closing(gradebook):
        lite = gradebook.engine.dialect.name == "sqlite"
        if do and lite:
            gradebook.db.execute(text("PRAGMA secure_delete=ON"))
        for table, theirs in _rows_of(who.student):
            count = gradebook.db.execute(select(func.count()).select_from(table).where(theirs)).scalar_one()
            if do:
                gradebook.db.execute(delete(table).where(theirs))
            if count:
                yield f"gradebook: {_counted(count, 'row')} of {table.__tablename__}"
        gradebook.db.commit()
        if do and lite:
            gradebook.db.connection(execution_options={"isolation_level": "AUTOCOMMIT"}).execute(
                text("VACUUM")
            )


def _rows_of(student: str) -> list[tuple]:
    """Return each table with rows of a student and how they are found, those that point to others first."""
    from nbgrader.api import Comment, Grade, Student, SubmittedAssignment, SubmittedNotebook
    from sqlalchemy import select

    handed_in = select(SubmittedAssignment.id).where(SubmittedAssignment.student_id == student)
    notebooks = select(SubmittedNotebook.id).where(SubmittedNotebook.assignment_id.in_(handed_in))
    return [
        (Comment, Comment.notebook_id.in_(notebooks)),
        (Grade, Grade.notebook_id.in_(notebooks)),
        (SubmittedNotebook, SubmittedNotebook.assignment_id.in_(handed_in)),
        (SubmittedAssignment, SubmittedAssignment.student_id == student),
        (Student, Student.id == student),
    ]


def _caches(course: Course, who: Naming, do: bool) -> Iterable[str]:
    """Remove what else is remembered and names a person; it is found out again when it is needed."""
    ours = {"journal.jsonl", "collected.json", NOTED_ARCHIVES, *LOCKS}
    for place in (file for top in remembered_in(course.root) for file in walk(top)):
        if place.name not in ours and place.is_file() and who.found_in(place.read_bytes()):
            if do:
                _remove(place)
            yield f"remembered: {path_in(course.root, place)}"


def _report(course: Course, who: Naming, do: bool) -> str:
    """Remove the files of the report that name a person; it is written again once they are gone."""
    folder = course.root / REPORT
    found = [file for file in walk(folder) if file.is_file() and who.found_in(file.read_bytes())]
    for file in found if do else ():
        file.unlink()
    return f"report: {_counted(len(found), 'file')}, written again without them" if found else ""


def _write_report(course: Course) -> None:
    from ecotools.grading.report import write_report

    write_report(course, course.names(), course.root / REPORT)


def _roster(course: Course, who: Naming, do: bool) -> str:
    people = roster_of(course)
    if who.student not in people:
        return ""
    if do:
        write_roster(course, (one for student, one in people.items() if student != who.student))
    return f"roster: a line of {ROSTER}"
