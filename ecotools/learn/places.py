"""Where a learner's own files are: their progress and their blueprint."""

import os
from pathlib import Path

from .outcomes import being_graded

PROGRESS, BLUEPRINT = "progress.json", "my-blueprint.yaml"


def course_folder(start: Path | None = None) -> Path:
    """Return the nearest folder upwards that holds ``course/`` or ``exercises/``, else ``start`` itself."""
    start = (start or Path.cwd()).resolve()
    for folder in (start, *start.parents):
        if (folder / "course").is_dir() or (folder / "exercises").is_dir():
            return folder
    return start


def progress_file() -> Path | None:
    """Return where progress is kept, or None when it must not be: while grading, or switched off.

    The environment variable ECOTOOLS_PROGRESS names another file, or is "off".
    """
    setting = os.environ.get("ECOTOOLS_PROGRESS", "")
    if being_graded() or setting.casefold() == "off":
        return None
    return Path(setting) if setting else course_folder() / PROGRESS


def blueprint_file() -> Path:
    """Return where the learner's blueprint is kept. ECOTOOLS_BLUEPRINT names another file.

    While a hand-in is graded, it is the file in the hand-in's own folder: never that of another student,
    or of the instructor, further up.
    """
    setting = os.environ.get("ECOTOOLS_BLUEPRINT", "")
    if setting and setting.casefold() != "off":
        return Path(setting)
    graded = os.environ.get("NBGRADER_EXECUTION") == "autograde"
    return (Path.cwd() if graded else course_folder()) / BLUEPRINT


def may_write_blueprint() -> bool:
    """Return whether the learner's blueprint may be changed: not while validating, grading or testing."""
    if being_graded():
        return False
    setting = os.environ.get("ECOTOOLS_BLUEPRINT", "") or os.environ.get("ECOTOOLS_PROGRESS", "")
    return setting.casefold() != "off"
