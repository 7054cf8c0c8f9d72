"""A small made-up class: its hand-ins are made of an assignment's solutions and probes."""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from pathlib import Path

import numpy as np

from ecotools.grading.assignment import HIDDEN, SOLUTION, AssignmentTask
from ecotools.grading.authoring import probes as probe_files
from ecotools.grading.authoring.probes import ProbeSet
from ecotools.grading.authoring.trial import answer
from ecotools.grading.course import Course
from ecotools.notebooks import dumps, read

# What each student's hand-in is like; a broken one is a file that was cut off while it was copied.
CLASS: Mapping[str, str] = {
    "ada": "right",
    "bola": "another form",
    "chen": "wrong",
    "dana": "half",
    "emil": "untouched",
    "farah": "mixed",
    "goro": "mixed",
    "hana": "broken",
}
STAMP = "2026-03-{day:02d} 17:{minute:02d}:00 UTC"


def hand_in(course: Course, name: str, student: str, kind: str, seed: int = 0) -> Path:
    """Write a hand-in of ``kind`` by ``student`` for the released assignment ``name``; return its folder.

    Parameters
    ----------
    kind : "right" (the reference), "another form" (right probes), "wrong" (wrong probes), "half" (every
        other task), "untouched", "mixed" (any of these, task by task) or "broken" (not a notebook).
    seed : what is drawn depends on it, the student and the assignment only.
    """
    source, known = course.assignment(name).main, probe_files.load(course.source(name))
    draw = np.random.Generator(np.random.PCG64([seed, zlib.crc32(f"{student}/{name}".encode())]))
    notebook = read(course.released(name) / f"{name}.ipynb")
    by_name = {cell.metadata.get("nbgrader", {}).get("grade_id"): cell for cell in notebook.cells}
    for place, task in enumerate(source.tasks):
        for cell, text in _filled(task, known, _kind(kind, place, draw), draw).items():
            by_name[cell].source = text
    _sign(notebook, student)
    return _write(course, name, student, notebook, draw, broken=kind == "broken")


def hand_in_class(course: Course, names: list[str], seed: int = 0) -> int:
    """Write a hand-in of each student of ``CLASS`` for each assignment; return how many there are."""
    for name in names:
        for student, kind in CLASS.items():
            hand_in(course, name, student, kind, seed)
    return len(names) * len(CLASS)


def _kind(kind: str, place: int, draw: np.random.Generator) -> str:
    """Return how one task is answered in a hand-in of ``kind``."""
    if kind == "half":
        return "right" if place % 2 == 0 else "untouched"
    if kind == "mixed":
        return str(draw.choice(["right", "another form", "wrong", "untouched"], p=[0.3, 0.3, 0.3, 0.1]))
    return kind


def _filled(task: AssignmentTask, known: ProbeSet, kind: str, draw: np.random.Generator) -> dict[str, str]:
    """Return the text of the cells that a student fills in, by name; nothing for what stays untouched."""
    if kind in {"untouched", "broken"}:
        return {}
    if kind == "right" or not task.computed:
        return {cell.name: _unmarked(cell.source) for cell in task.of_kind("solution", "written")}
    probes = known.of(task.name, kind == "another form")
    if not probes:
        return {}
    code = probes[int(draw.integers(len(probes)))].code
    return {cell.name: _unmarked(answer(task, cell, code)) for cell in task.of_kind("solution")}


def _unmarked(source: str) -> str:
    marks = (*SOLUTION, *HIDDEN)
    return "\n".join(line for line in source.split("\n") if not any(mark in line for mark in marks))


def _sign(notebook, student: str) -> None:
    """Put the student's name where the assignment asks for it."""
    for cell in notebook.cells:
        if "parameters" in cell.metadata.get("tags", []):
            lines = [line for line in cell.source.split("\n") if not line.startswith("STUDENT_ID")]
            cell.source = "\n".join([f'STUDENT_ID = "{student}"', *lines])


def _write(
    course: Course, name: str, student: str, notebook, draw: np.random.Generator, broken: bool
) -> Path:
    folder = course.handed_in(student, name)
    folder.mkdir(parents=True, exist_ok=True)
    text = dumps(notebook)
    file = folder / f"{name}.ipynb"
    file.write_text(text[: len(text) * 2 // 3] if broken else text, encoding="utf-8")
    stamp = STAMP.format(day=int(draw.integers(1, 29)), minute=int(draw.integers(60)))
    (folder / "timestamp.txt").write_text(stamp)
    return folder
