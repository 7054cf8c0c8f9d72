"""The proof of each assignment, tried together with the answers of strangers: what comes first is shared.

The tests of one assignment run in one process, also where they are in several files: see tests/conftest.py.
"""

import runpy
import shutil
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from ecotools.grading.authoring.probes import load
from ecotools.grading.authoring.proof import Proof, prove_assignment
from ecotools.grading.course import CONFIG, Course

from .course import ASSIGNMENTS, COURSE

HERE = Path(__file__).parent
ANSWERS = sorted(file for kind in ("frozen/*_probes", "*/*_answers") for file in HERE.glob(f"{kind}.py"))
STUDENTS = 3
HELD = """

from dataclasses import replace
from runpy import run_path
from ecotools.grading.authoring.probes import right, wrong

def probe(task, name, code, deserved):
    return right(task, name, code) if deserved else wrong(task, name, code, message="not compared")

def held(file):
    names, keys = run_path(file), ("task", "name", "code", "right")
    return names.get("PROBES") or [probe(*(a[key] for key in keys)) for a in names["ANSWERS"]]

PROBES += [
    replace(one, name=f"{file} {place} {one.name}") for file in FILES for place, one in enumerate(held(file))
]
"""


def assignment_of(file: Path) -> str:
    """Return the assignment that a file of answers is about."""
    return next(name for name in ASSIGNMENTS if name[:2] == file.name[:2])


def changed(file: Path) -> dict:
    """Return which answers of a file get another verdict now, on purpose, and why."""
    beside = file.with_name(f"{file.name[:2]}_changed.py")
    return runpy.run_path(str(beside))["CHANGED"] if beside.exists() else {}


def proven(name: str) -> Proof:
    """Return the proof of an assignment with its own probes."""
    return _tried(name)[0]


def tried(file: Path) -> list[tuple]:
    """Return each answer of a file with what the checks made of it."""
    return _tried(assignment_of(file))[1][str(file)]


@cache
def _tried(name: str) -> tuple[Proof, dict[str, list[tuple]]]:
    files = [str(file) for file in ANSWERS if assignment_of(file) == name]
    with TemporaryDirectory() as scratch:
        there = Path(scratch) / "solutions" / name
        ours = shutil.ignore_patterns("__pycache__", ".ipynb_checkpoints")
        shutil.copytree(COURSE.solutions / name, there, ignore=ours)
        with (there / "probes.py").open("a", encoding="utf-8") as probes:
            probes.write(f"\nFILES = {files!r}\n{HELD}")
        shutil.copy(COURSE.root / CONFIG, scratch)
        proof = prove_assignment(
            Course(Path(scratch)), name, students=STUDENTS, released=COURSE.released(name)
        )
    own, others = [], {file: [] for file in files}
    for probe, answer in proof.probes:
        file, _, rest = probe.name.partition(" ")
        if file in others:
            others[file].append((replace(probe, name=rest.partition(" ")[2]), answer))
        else:
            own.append((probe, answer))
    known = load(COURSE.source(name))
    return replace(proof, assignment=COURSE.assignment(name).main, known=known, probes=tuple(own)), others
