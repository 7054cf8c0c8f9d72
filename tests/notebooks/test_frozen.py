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
from pathlib import Path

import pytest

from ecotools.grading.authoring.expand import expand
from ecotools.grading.authoring.proof import prove_assignment
from ecotools.grading.course import CONFIG, Course
from ecotools.notebooks import read, write

from .course import ASSIGNMENTS, COURSE

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="answers are tried in forks of a process")
HERE = Path(__file__).parent
FILES = sorted(file for kind in ("frozen/*_probes", "*/*_answers") for file in HERE.glob(f"{kind}.py"))
RENAMED = """
from dataclasses import replace
from runpy import run_path
from ecotools.grading.authoring.probes import right, wrong

def probe(task, name, code, deserved):
    return right(task, name, code) if deserved else wrong(task, name, code, message="not compared")

HELD = run_path(FILE)
FOUND = HELD.get("PROBES") or [probe(a["task"], a["name"], a["code"], a["right"]) for a in HELD["ANSWERS"]]
PROBES = [replace(one, name=f"{place} {one.name}") for place, one in enumerate(FOUND)]
"""


def assignment_of(file):
    return next(name for name in ASSIGNMENTS if name[:2] == file.name[:2])


def changed(file):
    beside = file.with_name(f"{file.name[:2]}_changed.py")
    return runpy.run_path(str(beside))["CHANGED"] if beside.exists() else {}


def verdicts(file, scratch):
    """Return each answer of ``file`` with what the checks of its assignment made of it."""
    name = assignment_of(file)
    source = COURSE.solutions / name
    there = scratch / "solutions" / name
    ours = shutil.ignore_patterns("tasks.py", "probes.py", "__pycache__", ".ipynb_checkpoints")
    shutil.copytree(source, there, ignore=ours)
    write(expand(read(source / f"{name}.ipynb"), source), there / f"{name}.ipynb")
    (there / "probes.py").write_text(f"FILE = {str(file)!r}\n{RENAMED}")
    shutil.copy(COURSE.root / CONFIG, scratch)
    proof = prove_assignment(Course(scratch), name, parts=("probes",))
    return [(replace(one, name=one.name.partition(" ")[2]), answer) for one, answer in proof.probes]


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}-{file.stem}")
def test_an_answer_gets_the_verdict_it_deserves(file, tmp_path):
    tried, known = verdicts(file, tmp_path), changed(file)
    other = {(one.task, one.name): answer for one, answer in tried if answer.right != one.right}
    surprises = [f"{key}: {answer.outcome}: {answer.message}" for key, answer in other.items()]
    assert [text for key, text in zip(other, surprises, strict=True) if key not in known] == []
    assert set(known) - set(other) == set(), "said to have changed, and has not"
    assert tried and all(reason.strip() for reason in known.values())
