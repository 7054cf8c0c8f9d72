"""What the proofs of the assignments found, as ``ecotools mutate --save`` keeps it in ``docs/proofs.json``.

A proof takes minutes, a page that tells of it seconds.
"""

from __future__ import annotations

import json
import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ecotools.files import write_text
from ecotools.grading.authoring import probes

if TYPE_CHECKING:
    from ecotools.grading.authoring.proof import Proof
    from ecotools.grading.course import Course

FILE = "docs/proofs.json"
NEAR = 0.01
"""How far a score may be from the one that is kept: a mutation more or less makes no other page."""


@dataclass(frozen=True)
class Counts:
    """What an assignment has: points, tasks, and the answers that its checks are tried with.

    ``right`` are other right answers, ``wrong`` the slips and other wrong ones.
    """

    points: float
    tasks: int
    right: int
    wrong: int

    @classmethod
    def of(cls, course: Course, name: str) -> Counts:
        """Return those of an assignment of a course, without running anything of it."""
        assignment = course.assignment(name, checks=False).main
        known = probes.load(course.source(name)).probes
        right = sum(probe.right for probe in known)
        return cls(assignment.points, len(assignment.tasks), right, len(known) - right)


@dataclass(frozen=True)
class Proven:
    """What is kept of the proof of an assignment.

    ``mutants`` are the changed solutions tried, ``whole`` and ``visible`` the shares of them that the whole
    check and its visible part refuse, ``seconds`` how long its solution took from top to bottom.
    """

    counts: Counts
    mutants: int
    whole: float
    visible: float
    seconds: float

    @classmethod
    def of(cls, course: Course, name: str, proof: Proof, seconds: float) -> Proven:
        """Return what is kept of a proof with its mutants."""
        scores = round(proof.score, 3), round(proof.score_by_sight, 3)
        return cls(Counts.of(course, name), len(proof.wrong), *scores, round(seconds, 1))

    def agrees(self, proof: Proof) -> bool:
        """Return whether a proof gives these scores again, within a point."""
        return abs(proof.score - self.whole) <= NEAR and abs(proof.score_by_sight - self.visible) <= NEAR


def load(root: Path) -> dict[str, Proven]:
    """Return what is kept in a clone, by the name of the assignment; nothing where there is no file."""
    file = root / FILE
    rows = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
    return {name: Proven(Counts(**row.pop("counts")), **row) for name, row in rows.items()}


def save(root: Path, found: dict[str, Proven]) -> Path:
    """Keep what was found of some assignments beside what is kept of the others; return the file."""
    kept = dict(sorted((load(root) | found).items()))
    rows = {name: asdict(proven) for name, proven in kept.items()}
    return write_text(root / FILE, json.dumps(rows, indent=1) + "\n", make_folders=True)


def seconds_to_run(course: Course, name: str) -> float:
    """Return how long the solution of an assignment runs, without the network, in seconds."""
    from ecotools.notebooks import execute

    source = course.assignment(name, checks=False).main.path
    with tempfile.TemporaryDirectory(prefix="ecotools-seconds-") as scratch:
        return execute(source, Path(scratch) / source.name).seconds
