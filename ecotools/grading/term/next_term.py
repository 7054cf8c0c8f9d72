"""Begin a new term: last year's put apart, whole and readable, and the folders empty.

Nothing is deleted that is not somewhere else already. What is to be done is written down before it is begun.
Killed anywhere, it goes on where it was, and until then no other command touches the course.
"""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from ecotools.files import copy, write_text
from ecotools.grading.course import Course
from ecotools.grading.term import PLAN, TermError
from ecotools.grading.term.archive import alone_in
from ecotools.grading.term.contents import GRADEBOOK, TERMS, parts, path_in
from ecotools.grading.term.gradebook_copy import copy_gradebook, has_gradebook, held_in, remove_gradebook
from ecotools.grading.term.moved_course import use_what_lies_here

_NAME = re.compile(r"[\w][\w.-]*")


class TermPlan(BaseModel):
    """What is to be done: ``copied`` stays as well, named by its path there; ``moved`` does not stay."""

    model_config = ConfigDict(extra="forbid")

    name: str
    copied: dict[str, str]
    moved: list[str]


def unfinished(root: Path) -> str:
    """Return the name of the term that is half put apart; "" where there is none."""
    return "" if (plan := _read(root)) is None else plan.name


def plan(course: Course, name: str) -> TermPlan:
    """Return what beginning a new term will do; the one that ends goes to ``terms/<name>/``.

    Raises
    ------
    TermError
        When it cannot be done.
    """
    if not _NAME.fullmatch(name):
        raise TermError(f"{name!r} is no name for a folder: letters, digits, '.', '-' and '_'")
    if (course.root / TERMS / name).exists():
        raise TermError(f"{course.root / TERMS / name} is there already: give another name")
    found = parts(course)
    moved = [place for part in found if not part.kept for place in part.movable()]
    if elsewhere := [one for one in moved if one.lstat().st_dev != course.root.stat().st_dev]:
        raise TermError(f"{elsewhere[0]} is on another disk than {course.root}; move it by hand")
    if not moved and not has_gradebook(course):
        raise TermError(f"{course.root}: there is no term to end: no hand-ins, no roster, no gradebook")
    return TermPlan(
        name=name,
        copied={part.path: os.path.relpath(part.place, course.root) for part in found if part.kept},
        moved=[path_in(course.root, place) for place in moved],
    )


def begin_term(course: Course, steps: TermPlan | None = None) -> tuple[Path, list[str]]:
    """Do what ``steps`` says, or go on with what was begun; return the folder of the term that ended.

    With it come sentences on what was changed there.
    """
    with alone_in(course):
        begun = _read(course.root)
        if begun is None:
            if steps is None:
                raise TermError(f"{course.root}: no new term was begun here")
            begun = steps
            write_text(course.root / PLAN, steps.model_dump_json(indent=1))
        folder = course.root / TERMS / begun.name
        folder.mkdir(parents=True, exist_ok=True)
        for path, place in begun.copied.items():
            _copy(course.root / place, folder / path)
        notes = use_what_lies_here(folder)
        _put_apart(course, folder / GRADEBOOK)
        for path in begun.moved:
            _move(course.root / path, folder / path)
        (course.root / PLAN).unlink()
    return folder, notes


def _read(root: Path) -> TermPlan | None:
    file = root / PLAN
    try:
        return TermPlan.model_validate_json(file.read_bytes())
    except FileNotFoundError:
        return None
    except ValidationError as error:
        raise TermError(f"{file}: what is to be done cannot be read: {error}") from error


def _copy(source: Path, place: Path) -> None:
    """Copy a file or folder, whole or not at all, unless it was copied before."""
    if place.exists():
        return
    if not source.is_dir():
        copy(source, place)
        return
    place.parent.mkdir(parents=True, exist_ok=True)
    beside = place.with_name(f".{place.name}.new")
    shutil.rmtree(beside, ignore_errors=True)
    shutil.copytree(source, beside, symlinks=True, ignore=shutil.ignore_patterns("__pycache__"))
    beside.rename(place)


def _put_apart(course: Course, place: Path) -> None:
    """Copy the gradebook to ``place``, compare, and only then take it away from where it was."""
    if not has_gradebook(course):
        return
    with tempfile.TemporaryDirectory(prefix=".ecotools-", dir=place.parent) as scratch:
        fresh = Path(scratch, GRADEBOOK)
        copy_gradebook(course, fresh)
        if not place.exists():
            fresh.rename(place)
        elif held_in(fresh) != held_in(place):
            raise TermError(
                f"{place} is another gradebook than the one in use, which was changed since: keep one"
            )
    remove_gradebook(course)


def _move(source: Path, place: Path) -> None:
    """Rename a file or folder, unless that was done before; nothing that is there is written over."""
    there = place.exists() or place.is_symlink()
    if not (source.exists() or source.is_symlink()):
        if not there:
            raise TermError(f"{source} was to be put apart, and is gone")
        return
    if there:
        raise TermError(f"{source} and {place} are both there: keep one of them")
    place.parent.mkdir(parents=True, exist_ok=True)
    os.rename(source, place)
