"""Whether an assignment is proven before students get it; a proof holds until what it is about changes."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from ecotools.grading.authoring.proof import WITHOUT_MUTANTS, ProofError, prove_assignment
from ecotools.grading.course import Course
from ecotools.grading.pipeline.caches import remember, remembered
from ecotools.grading.pipeline.fingerprint import digest
from ecotools.grading.pipeline.handin import walk
from ecotools.grading.pipeline.journal import folder_of
from ecotools.grading.pipeline.versions import as_source, versions

NOTED = "proven.json"
CAN_PROVE = hasattr(os, "fork")
"""Whether this system can try answers: each in a fork of one process."""


def unproven(course: Course, name: str, released: Path) -> list[str]:
    """Return why the checks of an assignment are not proven, one sentence each; nothing when they are.

    Tried are the reference solution, the untouched stub and all probes, once. What was proven is remembered
    until the source, or the code it imports, is another.

    Parameters
    ----------
    course, name : the course and the assignment.
    released : the folder of the students' version as it would be published.
    """
    file = folder_of(course.root) / NOTED
    made_from = _made_from(course, name)
    if remembered(file).get(name) == made_from:
        return []
    try:
        proof = prove_assignment(course, name, WITHOUT_MUTANTS, students=1, released=released)
    except ProofError as error:
        return [str(error)]
    found = proof.unproven()
    if not found:
        remember(file, remembered(file) | {name: made_from})
    return [f"{name}, {text}" for text in found]


def _made_from(course: Course, name: str) -> str:
    files = [file for file in walk(course.source(name), ["__pycache__", ".*"]) if file.is_file()]
    data = {file.relative_to(course.source(name)).as_posix(): file.read_bytes() for file in files}
    return digest(
        {path: hashlib.sha256(text).hexdigest() for path, text in data.items()},
        versions([*map(as_source, data.values()), "import ecotools.learn"], folder_of(course.root)),
    )
