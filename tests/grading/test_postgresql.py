"""A gradebook in PostgreSQL holds what one in SQLite does. A server is started for it, and ended."""

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest
from click.testing import CliRunner

from ecotools.cli import main
from ecotools.grading.course import Course
from ecotools.grading.demo.demo_class import hand_in
from ecotools.grading.gradebook import results

from .books import files, tables
from .marked import mark
from .needed import missing
from .tiny import NAME, make_course

PLACES = [*sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True), Path("/usr/local/pgsql/bin")]
SEARCHED = os.pathsep.join([os.environ.get("PATH", ""), *map(str, PLACES)])
INITDB, POSTGRES = (shutil.which(name, path=SEARCHED) for name in ("initdb", "postgres"))
ANYBODY = 65534  # who runs the server when root runs the tests: it refuses to run as root

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="the server is reached by a socket in a folder"
)


@contextmanager
def server():
    """Run a server that only this test can reach; yield where a gradebook in it is."""
    if not (INITDB and POSTGRES):
        missing("PostgreSQL: install the package postgresql")
    someone = {"user": ANYBODY, "group": ANYBODY, "extra_groups": []} if os.getuid() == 0 else {}
    with tempfile.TemporaryDirectory(prefix="eco-pg-", dir="/tmp") as folder:
        if someone:
            os.chown(folder, ANYBODY, ANYBODY)
        data, quiet = Path(folder, "data"), {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        make = [INITDB, "-D", data, "-U", "grader", "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync"]
        subprocess.run(make, check=True, cwd=folder, **quiet, **someone)
        run = [POSTGRES, "-D", data, "-k", folder, "-c", "listen_addresses=", "-F"]
        with subprocess.Popen(run, cwd=folder, **quiet, **someone) as process:
            try:
                make_database(folder)
                yield f"postgresql+psycopg://grader@/gradebook?host={folder}"
            finally:
                process.send_signal(signal.SIGINT)  # end now, connections or not


def make_database(folder):
    until = time.monotonic() + 60
    while True:
        try:
            with psycopg.connect(host=folder, user="grader", dbname="postgres", autocommit=True) as session:
                session.execute("CREATE DATABASE gradebook")
                return
        except psycopg.OperationalError:
            if time.monotonic() > until:
                raise
            time.sleep(0.1)


@pytest.fixture(scope="module")
def both(tiny, tmp_path_factory):
    """The same class, graded into SQLite and into PostgreSQL."""
    course = make_course(tmp_path_factory.mktemp("postgresql") / "sqlite")
    shutil.copytree(tiny.exercises, course.exercises)
    for student, kind in {"ada": "right", "chen": "half", "emil": "untouched"}.items():
        hand_in(course, NAME, student, kind)
    shutil.copytree(course.root, course.root.parent / "postgresql")
    with server() as address:
        found = course, Course(course.root.parent / "postgresql", db=address)
        command("grade", "--course", course.root)
        command("grade", "--course", found[1].root, "--db", address)
        yield found


def command(*words):
    said = CliRunner().invoke(main, [str(word) for word in words], catch_exceptions=False)
    assert said.exit_code == 0, said.output
    return said.stdout


def test_all_tables_hold_the_same(both):
    sqlite, postgresql = both
    assert tables(postgresql) == tables(sqlite)
    assert files(postgresql) == files(sqlite)
    assert not (postgresql.root / "gradebook.db").exists()


def test_the_table_of_the_class_is_the_same(both):
    sqlite, postgresql = (results.of_class(course, [NAME]).drop(columns="seconds") for course in both)
    assert postgresql.equals(sqlite)


def test_nbgrader_s_own_interface_reads_it(both):
    said = [{one["student"]: one["score"] for one in course.api().get_submissions(NAME)} for course in both]
    assert said[0] == said[1] and said[0]["ada"] == 5


def test_what_changed_is_graded_again_and_what_a_person_gave_stays(both):
    for course in both:
        mark(course, "chen", "01-q3", 1, extra=0.5, comment="Well argued.")
        hand_in(course, NAME, "chen", "right")
        said = json.loads(command("grade", "--json", "--course", course.root, "--db", course.db))
        assert [one["student"] for one in said["handins"] if not one["unchanged"]] == ["chen"]
    assert tables(both[1]) == tables(both[0])


def test_an_archive_holds_it_as_a_file_and_opens_without_a_server(both, tmp_path):
    sqlite, postgresql = both
    command("archive", tmp_path / "a.tar.gz", "--course", postgresql.root, "--db", postgresql.db)
    command("archive", tmp_path / "a.tar.gz", "--unpack", tmp_path / "there")
    opened = Course.find(tmp_path / "there")
    assert tables(opened) == tables(sqlite)
    found = (results.of_class(course, [NAME]).drop(columns="seconds") for course in (opened, sqlite))
    assert next(found).equals(next(found))
    (tmp_path / "a.tar.gz").unlink()


def test_who_is_forgotten_is_in_no_table_of_either(both):
    for course in both:
        command("forget", "emil", "--yes", "--course", course.root, "--db", course.db)
        assert "emil" not in str(tables(course))
    assert tables(both[1]) == tables(both[0])


def test_a_new_term_begins_with_an_empty_one_and_last_year_s_is_a_file(both):
    sqlite, postgresql = both
    held = tables(postgresql)
    command("new-term", "2026", "--no-archive", "--yes", "--course", postgresql.root, "--db", postgresql.db)
    assert not any(
        rows for name, rows in tables(postgresql).items() if name not in ("alembic_version", "course")
    )
    assert tables(Course.find(postgresql.root / "terms" / "2026")) == held
    assert len(held["grade"]) == len(tables(sqlite)["grade"]) > 0
