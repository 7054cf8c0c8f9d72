"""Put an assignment into the gradebook: its cells, points and tests, as when nbgrader releases it."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from contextlib import closing
from dataclasses import asdict
from pathlib import Path

from traitlets.config import LazyConfigValue

from ecotools.files import put
from ecotools.grading.authoring.structure import faults
from ecotools.grading.course import Course
from ecotools.grading.gradebook.capture_logs import kept_log, reason
from ecotools.grading.gradebook.configuration import FILES
from ecotools.grading.pipeline import snapshot
from ecotools.grading.pipeline.caches import remember, remembered
from ecotools.grading.pipeline.fingerprint import digest, environment
from ecotools.grading.pipeline.handin import walk
from ecotools.grading.pipeline.journal import folder_of
from ecotools.grading.settings import GradingError
from ecotools.notebooks import read

_NOTED = "registered.json"


def register(course: Course, name: str) -> None:
    """Put the assignment's cells, points and tests into the gradebook; ``exercises/`` is left as it is.

    That takes seconds, so it is skipped when neither the source nor what the gradebook holds of it
    changed since the last time.
    """
    _refuse_other_languages(course, name)
    file = folder_of(course.root) / _NOTED
    noted, sources = remembered(file), _sources(course, name)
    if noted.get(name) != [sources, _held(course, name)]:
        _make_gradebook(course)
        _generate(course, name)
        remember(file, noted | {name: [sources, _held(course, name)]})


def _refuse_other_languages(course: Course, name: str) -> None:
    for file in course.notebooks(name):
        language = read(file).metadata.get("kernelspec", {}).get("language", "python")
        if str(language).lower() != "python":
            raise GradingError(f"{file}: its language is {language}; only Python is graded here")


def _make_gradebook(course: Course) -> None:
    """Make the file of the gradebook where there is none: aside, and as a whole."""
    file = course.gradebook_file
    if file is not None and not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        put(file, lambda aside: course.open_gradebook(aside).close())


def _generate(course: Course, name: str) -> None:
    """Run nbgrader's own converter; what it would release goes into a folder that is thrown away."""
    from ecotools.grading.gradebook.converter import Generate

    with tempfile.TemporaryDirectory(prefix="ecotools-register-") as scratch, kept_log() as log:
        try:
            Generate(course, name, Path(scratch)).start()
        except Exception as error:
            found = [text for part in course.assignment(name).parts for text in faults(part)]
            found += [f"{course.source(name)}: nbgrader: {reason(log, error)}"]
            raise GradingError("\n".join(found)) from error


def _sources(course: Course, name: str) -> str:
    """Return a hash of what the cells in the gradebook are made from."""
    files = [*walk(course.source(name), []), *(course.root / name for name in FILES)]
    data = {os.path.relpath(file, course.root): file.read_bytes() for file in files if file.is_file()}
    hashes = {path: hashlib.sha256(text).hexdigest() for path, text in data.items()}
    # A section that was only asked about is there from then on, and empty.
    settings = {section: held for section, held in course.config().items() if held}
    text = json.dumps(settings, default=_setting, sort_keys=True, ensure_ascii=False)
    return digest(environment(), hashes, text.replace(str(course.root), ""))  # a course may be moved


def _setting(value: object) -> object:
    """Return a value of the configuration as data; a function by its name, since its address changes."""
    return value.to_dict() if isinstance(value, LazyConfigValue) else getattr(value, "__qualname__", "")


def _held(course: Course, name: str) -> str:
    """Return a hash of what the gradebook holds of the assignment; "" when that is nothing."""
    from nbgrader.api import MissingEntry

    gradebook = course.gradebook()
    if gradebook is None:
        return ""
    with closing(gradebook):
        try:
            held = snapshot.take(gradebook, name, course.source(name))
        except MissingEntry:
            return ""
    return digest([asdict(notebook) for notebook in held])
