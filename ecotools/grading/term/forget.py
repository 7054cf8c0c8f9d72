"""Take a person out of a course: gradebook, roster, folders, journal, due dates, report, what is remembered.

The roster comes last, since it says who is meant: a run that was stopped is started again in the same words.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from contextlib import closing, nullcontext, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from nbgrader.utils import rmtree

from ecotools.files import put
from ecotools.grading.course import Course
from ecotools.grading.gradebook.deadlines import FILE as DUE
from ecotools.grading.gradebook.deadlines import read_deadlines, write_deadlines
from ecotools.grading.pipeline.journal import JOURNAL, folder_of
from ecotools.grading.roster.names import ids_in, student_called
from ecotools.grading.roster.roster_file import FILE as ROSTER
from ecotools.grading.roster.roster_file import roster_of, write_roster
from ecotools.grading.term import TermError
from ecotools.grading.term.archive import alone_in
from ecotools.grading.term.contents import exchanged, of_students, path_in, remembered_in, walk
from ecotools.grading.term.mentions import named_in, still_named
from ecotools.grading.term.person import Naming


@dataclass(frozen=True)
class Forgotten:
    """What came of forgetting: who it was, what was removed (or would be), and where they are still named.

    ``namesakes`` have the same name, so that it was not looked for.
    """

    student: str
    called: str
    removed: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)
    namesakes: tuple[str, ...] = ()


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
    with alone_in(course) if do else nullcontext():
        removed = [text for text in _steps(course, who, do) if text]
        left = still_named(course, who, () if do else _reached(course, who))
    return Forgotten(who.student, who.called, removed, left, who.namesakes)


def _reached(course: Course, who: Naming) -> list[Path]:
    """Return the files and folders that forgetting looks after."""
    steps = of_students(course).values()
    return [
        *(folder for step in steps for folder in course.folders_of(step, who.student)),
        folder_of(course.root).parent,
        *exchanged(course),
        *(course.report, course.handed_back, course.root / DUE, course.root / ROSTER),
    ]


def _steps(course: Course, who: Naming, do: bool) -> Iterable[str]:
    """Remove a person step by step, in the order that lets a stopped run be started again."""
    reported = (course.report / "report.html").exists()
    yield _report(course, who, do)
    yield _handed_back(course, who, do)
    for what, step in of_students(course).items():
        yield from _folders(course, what, course.folders_of(step, who.student), do)
    yield from _exchange(course, who, do)
    yield _journal(course, who, do)
    yield _extensions(course, who, do)
    yield from _gradebook(course, who, do)
    yield from _remembered(course, who, do)
    yield _roster(course, who, do)
    if reported and do:
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
    file = folder_of(course.root) / JOURNAL
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


def _remembered(course: Course, who: Naming, do: bool) -> Iterable[str]:
    """Take a person out of what else is remembered; what names them nevertheless is found out again."""
    for file in (file for top in remembered_in(course.root) for file in walk(top)):
        path = path_in(course.root, file)
        if not file.is_file() or file.name == JOURNAL or not _names(path, file.read_bytes(), who):
            continue
        kept = _pruned(file, who.student)
        if do and (kept is None or _names(path, kept, who)):
            _remove(file)
            with suppress(OSError):
                file.parent.rmdir()  # where nothing else is in it
        elif do:
            put(file, lambda beside, text=kept: beside.write_bytes(text))
        yield f"remembered: {path}"


def _names(path: str, data: bytes, who: Naming) -> bool:
    return bool(who.found_in(path.encode("utf-8", "surrogateescape")) or who.found_in(data))


def _pruned(file: Path, student: str) -> bytes | None:
    """Return the text of a file in JSON without what it says of a student; None where it is no JSON."""
    try:
        data = json.loads(file.read_bytes())
    except ValueError:
        return None
    return json.dumps(without(data, student), indent=1, ensure_ascii=False).encode()


def without(data: Any, student: str) -> Any:
    """Return data without what is a student's: by the key, by the value, or since it says whose it is.

    >>> without({"numbers": {"7": "ada", "8": "bo"}, "names": {"Ada": ["ada"]}, "ada": 1}, "ada")
    {'numbers': {'8': 'bo'}, 'names': {}}
    >>> without([{"student": "ada", "score": 1}, "ada", "bo", None], "ada")
    ['bo', None]
    """

    def is_theirs(value: Any) -> bool:
        return value == student or (isinstance(value, dict) and value.get("student") == student)

    if isinstance(data, dict):
        theirs = {key for key, value in data.items() if key == student or is_theirs(value)}
        kept = {key: without(value, student) for key, value in data.items() if key not in theirs}
        return {key: value for key, value in kept.items() if value != [] or data[key] == []}
    if isinstance(data, list):
        return [without(value, student) for value in data if not is_theirs(value)]
    return data


def _report(course: Course, who: Naming, do: bool) -> str:
    """Remove the files of the report that name a person; it is written again once they are gone."""
    found = [file for file in walk(course.report) if named_in(file, "", who)]
    for file in found if do else ():
        file.unlink()
    return f"report: {_counted(len(found), 'file')}, written again without them" if found else ""


def _handed_back(course: Course, who: Naming, do: bool) -> str:
    """Remove the files for the platforms that name a person: those of others in them are made again."""
    folder = course.handed_back
    found = [file for file in walk(folder) if named_in(file, path_in(folder, file), who)]
    for file in found if do else ():
        _remove(file)
        with suppress(OSError):
            file.parent.rmdir()
    said = f"{folder.name}: {_counted(len(found), 'file')}; ecotools feedback writes them again"
    return said if found else ""


def _write_report(course: Course) -> None:
    from ecotools.grading.report import write_report

    write_report(course, course.names(), course.report)


def _roster(course: Course, who: Naming, do: bool) -> str:
    people = roster_of(course)
    if who.student not in people:
        return ""
    if do:
        write_roster(course, (one for student, one in people.items() if student != who.student))
    return f"roster: a line of {ROSTER}"
