"""A course at the end of a term, with everything that names its people: import the fixture ``whole``."""

import json
import shutil
import sqlite3
from contextlib import closing

import pytest

from ecotools.grading.course import Course
from ecotools.grading.feedback.jobs import find_jobs
from ecotools.grading.feedback.page import make
from ecotools.grading.gradebook.deadlines import Deadline, write_deadlines
from ecotools.grading.report import write_report
from ecotools.grading.roster.names import name_in_gradebook
from ecotools.grading.roster.people import RosterPerson
from ecotools.grading.roster.roster_file import roster_of, write_roster

from ..commands import run_in
from ..marked import KINDS, marked  # noqa: F401 - a fixture
from ..tiny import NAME

NAMES = {"ada": "Lovelace, Ada", "chen": "Chen, Zoë", "emil": "Emil Ek", "hana": "Hana Ono", "leo": "Leo Li"}


@pytest.fixture(scope="session")
def whole(marked, tmp_path_factory):  # noqa: F811
    """Roster, due date, more time for two, graded, marked, feedback, report, numbers of a platform."""
    root = tmp_path_factory.mktemp("whole") / "course"
    shutil.copytree(marked.root, root)
    course = Course(root)
    people = [
        RosterPerson(s, name, f"{s}@example.org", username=f"{s}-of-the-class") for s, name in NAMES.items()
    ]
    write_roster(course, people)
    more = {"ada": "2026-03-20 18:00 UTC", "emil": "2026-03-21 18:00 UTC"}
    write_deadlines(
        root, {NAME: Deadline(due="2026-03-14 18:00 UTC", penalty="1 per day, at most 2", extensions=more)}
    )
    (root / ".ecotools" / "collected.json").write_text(
        json.dumps({"students": {NAME: {"7": "ada", "8": "leo"}}, "names": {"Ada Lovelace": ["ada"]}})
    )
    name_in_gradebook(course, roster_of(course).values())
    for job in find_jobs(course, NAME, None, False):
        make(job)
    write_report(course, [NAME], root / "report")
    assert set(course.students(NAME)) == set(KINDS)
    return course


@pytest.fixture
def course(whole, tmp_path):
    """A copy of it that a test may change."""
    shutil.copytree(whole.root, tmp_path / "course", symlinks=True)
    return Course(tmp_path / "course")


def status(course, *words):
    """Return what `ecotools status` says of a course, as data, wherever it lies."""
    code, text = run_in(course, "status", "--json", *words)
    assert code == 0, text
    return [row | {"state": row["state"].replace(str(course.root), "course")} for row in json.loads(text)]


def bytes_below(folder):
    """Return the path and the bytes of each file below a folder; of a gradebook all its rows."""
    there = (file for file in folder.rglob("*") if file.is_file() and not file.is_symlink())
    files = {file: file.read_bytes() for file in there}
    return {
        file.relative_to(folder).as_posix(): rows(file) if file.suffix == ".db" else data
        for file, data in files.items()
    }


def rows(file):
    """Return all that a database in SQLite holds, as text."""
    with closing(sqlite3.connect(file)) as book:
        return "\n".join(book.iterdump()).encode()
