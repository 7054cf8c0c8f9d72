"""A gradebook copied while it is used, and two gradebooks compared by what they hold."""

from __future__ import annotations

import hashlib
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from ecotools.grading.course import Course
from ecotools.grading.term import TermError


@dataclass(frozen=True)
class Held:
    """What a gradebook holds: a hash of all rows, and how many each table has."""

    digest: str
    rows: dict[str, int]


def has_gradebook(course: Course) -> bool:
    """Return whether there is a gradebook that holds anything; none is made by looking."""
    file = course.gradebook_file
    if file is not None:
        return file.exists()
    with closing(course.open_gradebook()) as gradebook:
        return bool(gradebook.assignments or gradebook.students)


def copy_gradebook(course: Course, file: Path) -> None:
    """Copy the gradebook of a course into a new SQLite ``file``, as it is at one moment.

    A gradebook in SQLite is copied by SQLite itself, so that what another program writes meanwhile is in it
    whole or not at all. One of another database is read row by row, in one transaction.
    """
    source = course.gradebook_file
    if source is None:
        _copy_rows(course, file)
        return
    address = f"{source.absolute().as_uri()}?mode=rw"
    try:
        with (
            closing(sqlite3.connect(address, uri=True, timeout=60)) as old,
            closing(sqlite3.connect(file)) as new,
        ):
            old.backup(new)
            new.execute("PRAGMA journal_mode=DELETE")  # one file, whatever the other one has beside it
    except sqlite3.Error as error:
        raise TermError(f"{source}: the gradebook cannot be copied: {error}") from error


def _copy_rows(course: Course, file: Path) -> None:
    from sqlalchemy import delete, insert, select

    from ecotools.grading.gradebook.revision import api

    tables = api().Base.metadata.sorted_tables
    with closing(course.open_gradebook()) as old, closing(course.open_gradebook(file)) as new:
        reading = old.engine.connect().execution_options(isolation_level="REPEATABLE READ")
        with reading as source, new.engine.begin() as target:
            for table in tables:
                target.execute(delete(table))  # a new gradebook names its course
                rows = [dict(row) for row in source.execute(select(table)).mappings()]
                if rows:
                    target.execute(insert(table), rows)


def held_in(file: Path) -> Held:
    """Return what the gradebook in an SQLite file holds.

    Raises
    ------
    TermError
        When it is no gradebook, or SQLite finds it broken.
    """
    try:
        with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)) as book:
            said = book.execute("PRAGMA integrity_check").fetchone()[0]
            if said != "ok":
                raise TermError(f"{file}: the gradebook is broken: {said}")
            names = [row[0] for row in book.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
            return _held(book, sorted(names))
    except sqlite3.Error as error:
        raise TermError(f"{file}: no gradebook can be read from it: {error}") from error


def _held(book: sqlite3.Connection, tables: list[str]) -> Held:
    found, rows = hashlib.sha256(), {}
    for table in tables:
        columns = [row[1] for row in book.execute(f'PRAGMA table_info("{table}")')]
        order = ", ".join(str(number + 1) for number in range(len(columns)))
        found.update(repr((table, columns)).encode())
        rows[table] = 0
        for row in book.execute(f'SELECT * FROM "{table}" ORDER BY {order}'):
            found.update(repr(row).encode("utf-8", "surrogatepass"))
            rows[table] += 1
    return Held(found.hexdigest(), rows)


def remove_gradebook(course: Course) -> None:
    """Take the gradebook of a course away: the file, or all rows of another database.

    Raises
    ------
    TermError
        When another program has it open.
    """
    file = course.gradebook_file
    if file is None:
        _remove_rows(course)
        return
    try:
        with closing(sqlite3.connect(file, timeout=5, isolation_level=None)) as book:
            book.execute("PRAGMA journal_mode=DELETE")  # nothing may be left beside it
            book.execute("BEGIN EXCLUSIVE")
            book.execute("ROLLBACK")
    except sqlite3.Error as error:
        raise TermError(
            f"{file}: {error}; another program has it open, perhaps the formgrader: end it"
        ) from error
    file.unlink()


def _remove_rows(course: Course) -> None:
    from sqlalchemy import delete

    from ecotools.grading.gradebook.revision import api

    with closing(course.open_gradebook()) as gradebook, gradebook.engine.begin() as session:
        for table in reversed(api().Base.metadata.sorted_tables):
            session.execute(delete(table))
