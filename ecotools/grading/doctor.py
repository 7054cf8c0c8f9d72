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
class Finding:
    """One thing that was looked at: whether it is good, whether a sandbox needs it, and what was found."""

    what: str
    good: bool
    found: str
    needed: bool = False


def examine(course: Course | None = None) -> list[Finding]:
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
        Finding("Hand-ins run", not why, way, needed=True),
        Finding("Sandbox", not why, why or "bubblewrap, and namespaces inside of it", needed=True),
        Finding(
            "System", True, f"{platform.system()} {platform.release()}, Python {platform.python_version()}"
        ),
        Finding("bwrap", shutil.which("bwrap") is not None, shutil.which("bwrap") or "not there"),
        Finding("Processors", True, str(os.cpu_count())),
        Finding(
            "Memory",
            True,
            "limited for each process; "
            + ("control groups could limit a whole hand-in" if grouped else "there are no control groups"),
        ),
        Finding("Dask", True, "there" if find_spec("distributed") else "not there: install ecotools[scale]"),
        Finding("PostgreSQL", True, "there" if find_spec("psycopg") else "not there: install psycopg"),
        *([] if course is None else [_tests_in_place(course)]),
    ]


def _tests_in_place(course: Course) -> Finding:
    from ecotools.grading.pipeline.in_place import in_words, known_tests
    from ecotools.grading.pipeline.journal import folder_of

    known = known_tests(folder_of(course.root))
    found = (
        f"{in_words(known)}: the judge cannot run them, so a hand-in could reach them"
        if known
        else "none known"
    )
    return Finding("Tests in a hand-in's process", not known, found)
