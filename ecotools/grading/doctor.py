"""What this machine can do for grading: which way hand-ins are executed here, and why."""

from __future__ import annotations

import os
import platform
import shutil
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from ecotools.grading.course import Course
from ecotools.grading.settings import missing_sandbox


@dataclass(frozen=True)
class MachineFinding:
    """One thing that was looked at: whether it is good, whether a sandbox needs it, and what was found."""

    what: str
    good: bool
    found: str
    needed: bool = False


def examine(course: Course | None = None) -> list[MachineFinding]:
    """Return what was found on this machine, and in the folder of a course, the most important first.

    Examples
    --------
    >>> [one.what for one in examine()][:2]
    ['Hand-ins run', 'Sandbox']
    """
    why = missing_sandbox()
    way = (
        "in forks of a warm process inside of bubblewrap"
        if not why
        else "in a plain kernel each, with your own rights: what they do, you do"
    )
    grouped = Path("/sys/fs/cgroup/cgroup.controllers").exists()
    return [
        MachineFinding("Hand-ins run", not why, way, needed=True),
        MachineFinding("Sandbox", not why, why or "bubblewrap, and namespaces inside of it", needed=True),
        MachineFinding(
            "System", True, f"{platform.system()} {platform.release()}, Python {platform.python_version()}"
        ),
        MachineFinding("bwrap", shutil.which("bwrap") is not None, shutil.which("bwrap") or "not there"),
        MachineFinding("Processors", True, str(os.cpu_count())),
        MachineFinding(
            "Memory",
            True,
            "limited for each process; "
            + ("control groups could limit a whole hand-in" if grouped else "there are no control groups"),
        ),
        MachineFinding(
            "Dask", True, "there" if find_spec("distributed") else "not there: install ecotools[scale]"
        ),
        MachineFinding("PostgreSQL", True, "there" if find_spec("psycopg") else "not there: install psycopg"),
        *([] if course is None else [_tests_in_place(course)]),
    ]


def _tests_in_place(course: Course) -> MachineFinding:
    from ecotools.grading.pipeline.in_place_tests import in_words, known_tests
    from ecotools.grading.pipeline.journal import folder_of

    known = known_tests(folder_of(course.root))
    found = (
        f"{in_words(known)}: the judge cannot run them, so a hand-in could reach them"
        if known
        else "none known"
    )
    return MachineFinding("Tests in a hand-in's process", not known, found)
