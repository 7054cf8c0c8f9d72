"""A new module: a lesson and an assignment that run and are proven; texts and tasks are to be written.

What they begin with lies in ``skeleton/`` as files; ``TODO`` marks each place to write.
"""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

from ecotools.grading.course import Course

NAME = re.compile(r"\d\d-[a-z0-9]+(?:-[a-z0-9]+)*")
_HERE = "ecotools.grading.authoring"


class NewModuleError(ValueError):
    """A module that cannot be made; the text says why."""


def make_module(course: Course, name: str) -> list[Path]:
    """Write the lesson, the assignment, its ``tasks.py`` and its ``probes.py``; return the files.

    A course that holds the decisions of its lessons by tests (``tests/notebooks/decisions/``) gets a file for
    the new one too.

    Raises
    ------
    NewModuleError
        When the name is none of a module, or one of the files is there already.
    """
    if not NAME.fullmatch(name):
        raise NewModuleError(
            f"{name!r} is no name of a module; expected two digits and words, like 14-licences"
        )
    folder = course.solutions / name
    made = {
        course.root / "course" / f"{name}.ipynb": "lesson.ipynb",
        folder / f"{name}.ipynb": "assignment.ipynb",
        folder / "tasks.py": "tasks.txt",
        folder / "probes.py": "probes.txt",
    }
    if (decisions := course.root / "tests" / "notebooks" / "decisions").is_dir():
        made[decisions / f"m{name[:2]}.py"] = "decision.txt"
    taken = [path for path in made if path.exists()]
    if taken:
        raise NewModuleError(f"{taken[0]}: there already; choose another name, or remove it first")
    for path, file in made.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(skeleton(file, name), encoding="utf-8")
    return list(made)


def skeleton(file: str, name: str) -> str:
    """Return the text of a file that the module ``name`` begins with."""
    text = files(_HERE).joinpath("skeleton", file).read_text(encoding="utf-8")
    return text.replace("NN-name", name).replace("NN", name[:2])
