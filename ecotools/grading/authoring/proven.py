"""Whether an assignment is proven before students get it; a proof holds until what it is about changes."""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path

from ecotools.files import write_text
from ecotools.grading.authoring.proof import PARTS, ProofError, prove_assignment, too_few_probes
from ecotools.grading.course import Course
from ecotools.grading.pipeline.fingerprint import digest
from ecotools.grading.pipeline.handin import walk
from ecotools.grading.pipeline.journal import folder_of
from ecotools.grading.pipeline.versions import versions

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
    known, made_from = _noted(file), _made_from(course, name)
    if known.get(name) == made_from:
        return []
    parts = tuple(part for part in PARTS if part != "mutants")
    try:
        proof = prove_assignment(course, name, parts, students=1, released=released)
    except ProofError as error:
        return [str(error)]
    found = [*proof.findings(), *too_few_probes(proof.assignment, proof.known)]
    if not found:
        file.parent.mkdir(parents=True, exist_ok=True)
        write_text(file, json.dumps(_noted(file) | {name: made_from}, indent=1, sort_keys=True))
    return [f"{name}, {text}" for text in found]


def _made_from(course: Course, name: str) -> str:
    files = [file for file in walk(course.source(name), ["__pycache__", ".*"]) if file.is_file()]
    data = {file.relative_to(course.source(name)).as_posix(): file.read_bytes() for file in files}
    texts = [text.decode("utf-8", "replace").replace("\\n", "\n") for text in data.values()]
    return digest(
        {path: hashlib.sha256(text).hexdigest() for path, text in data.items()},
        versions([*texts, "import ecotools.learn"], folder_of(course.root)),
    )


def _noted(file: Path) -> dict[str, str]:
    try:
        return dict(json.loads(file.read_bytes()))
    except (OSError, ValueError, TypeError):
        return {}
