"""What an archive of a term says of itself: when and with what it was packed, and a checksum of each file."""

from __future__ import annotations

import platform
from datetime import UTC, datetime
from typing import Literal

from pydantic import BaseModel, ConfigDict

from ecotools import __version__
from ecotools.grading.course import Course
from ecotools.grading.pipeline.fingerprint import installed
from ecotools.grading.pipeline.handin import walk
from ecotools.grading.pipeline.journal import folder_of
from ecotools.grading.pipeline.versions import as_source, versions
from ecotools.grading.roster.names import ids_in
from ecotools.grading.roster.roster_file import roster_of

FILE = "MANIFEST.json"
_CODE = (".ipynb", ".py")


class HeldGradebook(BaseModel):
    """The gradebook in an archive: a hash of what it holds, and the rows of each table."""

    model_config = ConfigDict(extra="forbid")

    digest: str
    rows: dict[str, int]


class ArchiveManifest(BaseModel):
    """The file `FILE` of an archive.

    ``packages`` are the packages that the tests import, with their versions; ``installed`` all that there
    were, as the folders that describe them are called. ``files`` are SHA-256 checksums by path, ``links``
    where links led, ``folders`` those with nothing in them.
    """

    model_config = ConfigDict(extra="forbid")

    format: Literal[1] = 1
    course: str
    packed: str
    ecotools: str
    python: str
    system: str
    packages: dict[str, str]
    installed: list[str]
    assignments: list[str]
    students: list[str]
    gradebook: HeldGradebook | None = None
    files: dict[str, str] = {}
    links: dict[str, str] = {}
    folders: list[str] = []


def begin(course: Course) -> ArchiveManifest:
    """Return the manifest of a course, still without its files."""
    names = course.names()
    sources = [file for name in names for file in walk(course.source(name), []) if file.suffix in _CODE]
    packages = versions((as_source(file.read_bytes()) for file in sources), folder_of(course.root))
    return ArchiveManifest(
        course=course.directory.course_id or course.root.name,
        packed=datetime.now(UTC).isoformat(timespec="seconds"),
        ecotools=__version__,
        python=platform.python_version(),
        system=f"{platform.system()} {platform.release()}",
        packages=packages,
        installed=list(installed()),
        assignments=names,
        students=sorted({*roster_of(course), *ids_in(course)}),
    )
