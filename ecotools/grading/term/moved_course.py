"""A course that lies elsewhere than its configuration says: the one that it was made from is left alone."""

from __future__ import annotations

import json
from pathlib import Path

from ecotools.files import write_text
from ecotools.grading.gradebook import configuration
from ecotools.grading.term import APART
from ecotools.grading.term.contents import GRADEBOOK

_FILE = configuration.FILES[1]  # what it says counts over the file in Python beside it


def use_what_lies_here(folder: Path) -> list[str]:
    """Let the course in ``folder`` use this folder, and the gradebook in it; say what is changed for that.

    Where its configuration names another folder or another gradebook, a grading run in it would change that
    one. Then the file nbgrader_config.json says otherwise. And a gradebook that the environment names for all
    commands is not for this course.
    """
    write_text(
        folder / APART, "A term that ended: ECOTOOLS_DB is the running term's, and does not count here.\n"
    )
    said = configuration.load(folder).CourseDirectory
    wanted = {}
    if Path(folder, said.get("root", "")).resolve() != folder.resolve():
        wanted["root"] = "."
    if "db_url" in said and said["db_url"] not in _addresses(folder):
        wanted["db_url"] = f"sqlite:///{GRADEBOOK}"
    if not wanted:
        return []
    file = folder / _FILE
    known = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
    known["CourseDirectory"] = known.get("CourseDirectory", {}) | wanted
    write_text(file, json.dumps(known, indent=1))
    texts = " and ".join(f"{name} {value!r}" for name, value in wanted.items())
    return [f"{file} says {texts}, since the configuration names what lies elsewhere"]


def _addresses(folder: Path) -> set[str]:
    here = folder.resolve() / GRADEBOOK
    return {f"sqlite:///{GRADEBOOK}", f"sqlite:///{here}", f"sqlite:///{here.as_posix()}"}


def reading(folder: Path, command: str = "status") -> str:
    """Return the command that reads a course that lies apart.

    >>> reading(Path("terms/2026"))
    'ecotools status --course terms/2026'
    """
    return f"ecotools {command} --course {folder}"
