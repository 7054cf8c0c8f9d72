"""Which archives of a course there are, and whether one of them is of the course as it is now."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from ecotools.grading.course import Course
from ecotools.grading.pipeline.caches import remember, remembered
from ecotools.grading.pipeline.journal import folder_of
from ecotools.grading.term.archive import check, differences
from ecotools.grading.term.contents import ARCHIVES, NOTED_ARCHIVES

ENDING = ".tar.gz"
_SHOWN = 3  # of what changed


def usual_name(course: Course, day: date) -> Path:
    """Return where an archive goes if nobody says where: ``archives/``, by the course and the day."""
    stem = f"{course.directory.course_id or course.root.name}-{day}"
    names = [f"{stem}{ENDING}", *(f"{stem}-{number}{ENDING}" for number in range(2, 1000))]
    return next(file for name in names if not (file := course.root / ARCHIVES / name).exists())


def note(course: Course, file: Path) -> None:
    """Remember that an archive of the course was written, wherever it is."""
    noted = _noted(course)
    remember(noted, remembered(noted) | {str(file.resolve()): str(date.today())})


def archives_of(course: Course) -> list[Path]:
    """Return the archives of a course that are still there, the newest first."""
    there = {*map(Path, remembered(_noted(course))), *(course.root / ARCHIVES).resolve().glob(f"*{ENDING}")}
    return sorted((file for file in there if file.is_file()), key=lambda file: -file.stat().st_mtime)


def why_not_archived(course: Course, named: Path | None = None) -> list[str]:
    """Return why no archive is of the course as it is: a sentence for each one; nothing where one is.

    ``named`` is the only one that is looked at; by default all that are known.
    """
    found = []
    for file in [named] if named else archives_of(course):
        checked = check(file)
        if checked.manifest is None or checked.findings:
            found.append("; ".join(checked.findings[:_SHOWN]))
            continue
        changed = differences(course, checked.manifest)
        if not changed:
            return []
        more = f" and {len(changed) - _SHOWN} more" if len(changed) > _SHOWN else ""
        found.append(f"{file} is not of the course as it is: {', '.join(changed[:_SHOWN])}{more}")
    return found or ["there is no archive of this course"]


def _noted(course: Course) -> Path:
    return folder_of(course.root).parent / NOTED_ARCHIVES
