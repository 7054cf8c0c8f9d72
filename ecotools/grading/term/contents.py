"""What belongs to a term, and where in the folder of a course it lies."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ecotools.grading.collect.collect import LOCK as COLLECTING
from ecotools.grading.course import Course
from ecotools.grading.gradebook.configuration import FILES as CONFIGURATION
from ecotools.grading.gradebook.deadlines import FILE as DEADLINES
from ecotools.grading.pipeline.journal import LOCKS, folder_of
from ecotools.grading.roster.roster_file import FILE as ROSTER
from ecotools.grading.term import TermError

ARCHIVES, TERMS = "archives", "terms"
GRADEBOOK = "gradebook.db"  # what the gradebook of a packed or ended term is called, whatever it was before
NOTED_ARCHIVES = "archives.json"
_SKIPPED = {"__pycache__", COLLECTING}


@dataclass(frozen=True)
class CoursePart:
    """A file or folder of a course: ``what`` it is, its ``place``, and the ``path`` that it has in a course.

    ``kept`` says that the next term has it, too. ``emptied`` is a folder that stays when what is in it goes.
    """

    what: str
    place: Path
    path: str
    kept: bool = False
    emptied: bool = False

    def entries(self) -> Iterator[tuple[str, Path]]:
        """Yield path and place of each file, each link and each empty folder; links are not followed."""
        for place in walk(self.place):
            inside = path_in(self.place, place)
            yield (self.path if inside == "." else f"{self.path}/{inside}"), place

    def movable(self) -> list[Path]:
        """Return what to move when the part is to be gone; locks stay."""
        if not self.emptied or self.place.is_symlink():
            return [self.place]
        return [one for one in _children(self.place) if one.name not in _SKIPPED]


def parts(course: Course) -> list[CoursePart]:
    """Return the parts of a course that are there, but for its gradebook, which must be copied with care.

    Raises
    ------
    TermError
        When one lies outside of the course folder.
    """
    directory, root = course.directory, course.root
    found = [_part(root, "roster", root / ROSTER), _part(root, "due dates", root / DEADLINES)]
    tops = {course.submitted, course.autograded, course.feedback}
    for what, step in of_students(course).items():
        found += [_part(root, what, place, emptied=place in tops) for place in course.holding(step)]
    found += [_part(root, one.name, one, emptied=True) for one in (course.report, course.handed_back)]
    found += [_part(root, "what grading remembers", place) for place in remembered_in(root)]
    found += [_part(root, "exchange", place, emptied=True) for place in exchanged(course)]
    for what, step in (("source", directory.source_directory), ("releases", directory.release_directory)):
        found += [_part(root, what, place, kept=True) for place in course.holding(step, ".")]
    home = course.started or root
    # A configuration may import what lies beside it, and a course may say more of itself there.
    beside = {*(home / name for name in CONFIGURATION), *home.glob("*.py"), *home.glob("*.yaml")}
    beside.discard(root / DEADLINES)
    found += [CoursePart("configuration", place, place.name, kept=True) for place in sorted(beside)]
    return [part for part in found if part.place.exists() or part.place.is_symlink()]


def of_students(course: Course) -> dict[str, str]:
    """Return the steps of nbgrader that keep a folder for each student, by what is in it, the last first."""
    directory = course.directory
    return {
        "feedback": directory.feedback_directory,
        "graded notebooks": directory.autograded_directory,
        "hand-ins": directory.submitted_directory,
    }


def _part(root: Path, what: str, place: Path, **how: bool) -> CoursePart:
    if not place.is_relative_to(root):
        raise TermError(
            f"{place} ({what}) lies outside of the course folder {root}, which alone is looked at"
        )
    return CoursePart(what, place, path_in(root, place), **how)


def remembered_in(root: Path) -> list[Path]:
    """Return what grading and collecting remember of a course, but for locks and the list of archives."""
    grading = folder_of(root)
    places = [*_children(grading.parent), *_children(grading)]
    return [place for place in places if place != grading and place.name not in {*LOCKS, NOTED_ARCHIVES}]


def exchanged(course: Course) -> list[Path]:
    """Return where an exchange that lies in the folder of the course keeps what students send, and get."""
    exchange = Path(course.config().Exchange.root).resolve()
    if not exchange.is_relative_to(course.root):
        return []
    return [one for name in ("inbound", "feedback") for one in sorted(exchange.glob(f"*/{name}"))]


def walk(place: Path) -> Iterator[Path]:
    """Yield the files, the links and the empty folders at a place; links are not followed."""
    waiting = [place]
    while waiting:
        path = waiting.pop()
        inside = []
        if path.is_dir() and not path.is_symlink():
            inside = [one for one in _children(path) if one.name not in _SKIPPED]
        waiting += reversed(inside)
        if not inside:
            yield path


def path_in(root: Path, place: Path) -> str:
    """Return where in a course a place is, written with "/" on every system.

    >>> path_in(Path("course"), Path("course", "submitted", "ada"))
    'submitted/ada'
    """
    return place.relative_to(root).as_posix()


def _children(folder: Path) -> list[Path]:
    return sorted(map(Path, os.scandir(folder))) if folder.is_dir() else []
