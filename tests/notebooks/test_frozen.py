"""Answers that were written before the checks as they are now still get the verdict that they deserve.

``frozen/NN_probes.py`` holds what an assignment was proven with in an earlier form, ``fresh/NN_answers.py``
what was written from the released text alone. ``blind/NN_answers.py`` holds what a stranger wrote so, later:
dicts of a task, a name, whether it is right, why, and the code. The messages of all these do not count.
``NN_changed.py`` beside a file says which answers get another verdict now, on purpose, and why:
``CHANGED = {("04-q5", "name of the answer"): "reason"}``.
"""

import os
import runpy
import shutil
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from ecotools.grading.authoring.expand import expand
from ecotools.grading.authoring.proof import prove_assignment
from ecotools.grading.course import CONFIG, Course
from ecotools.notebooks import read, write

from .course import ASSIGNMENTS, COURSE

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="answers are tried in forks of a process")
HERE = Path(__file__).parent
FILES = sorted(file for kind in ("frozen/*_probes", "*/*_answers") for file in HERE.glob(f"{kind}.py"))
HELD = """
from dataclasses import replace
from runpy import run_path
from ecotools.grading.authoring.probes import right, wrong

KEYS = ("task", "name", "code", "right")

def probe(task, name, code, deserved):
    return right(task, name, code) if deserved else wrong(task, name, code, message="not compared")

def held(file):
    names = run_path(file)
    return names.get("PROBES") or [probe(*(a[key] for key in KEYS)) for a in names["ANSWERS"]]

PROBES = [
    replace(one, name=f"{file} {place} {one.name}") for file in FILES for place, one in enumerate(held(file))
]
"""


def assignment_of(file):
    return next(name for name in ASSIGNMENTS if name[:2] == file.name[:2])


def changed(file):
    beside = file.with_name(f"{file.name[:2]}_changed.py")
    return runpy.run_path(str(beside))["CHANGED"] if beside.exists() else {}


@cache  # the answers of all files, since what comes before them takes as long as hundreds of answers
def tried(name):
    """Return each answer to the assignment ``name`` with what its checks made of it, by the answer's file."""
    files = [str(file) for file in FILES if assignment_of(file) == name]
    source = COURSE.solutions / name
    ours = shutil.ignore_patterns("tasks.py", "probes.py", "__pycache__", ".ipynb_checkpoints")
    with TemporaryDirectory() as scratch:
        there = Path(scratch) / "solutions" / name
        shutil.copytree(source, there, ignore=ours)
        write(expand(read(source / f"{name}.ipynb"), source), there / f"{name}.ipynb")
        (there / "probes.py").write_text(f"FILES = {files!r}\n{HELD}")
        shutil.copy(COURSE.root / CONFIG, scratch)
        proof = prove_assignment(Course(Path(scratch)), name, parts=("probes",))
    made = {file: [] for file in files}
    for probe, answer in proof.probes:
        file, _, own = probe.name.split(" ", 2)
        made[file].append((replace(probe, name=own), answer))
    return made


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}-{file.stem}")
def test_an_answer_gets_the_verdict_it_deserves(file):
    answers, known = tried(assignment_of(file))[str(file)], changed(file)
    other = {(one.task, one.name): answer for one, answer in answers if answer.right != one.right}
    surprises = [f"{key}: {answer.outcome}: {answer.message}" for key, answer in other.items()]
    assert [text for key, text in zip(other, surprises, strict=True) if key not in known] == []
    assert set(known) - set(other) == set(), "said to have changed, and has not"
    assert answers and all(reason.strip() for reason in known.values())
