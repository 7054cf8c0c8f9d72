"""The gate of a release: nothing of solutions, hidden tests, probes or outputs may be found in it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from nbformat import NotebookNode

from ecotools.grading.assignment import HIDDEN, SOLUTION, Assignment
from ecotools.grading.authoring.probes import ProbeSet
from ecotools.notebooks import read

ALLOWED_FILES = {".ipynb", ".csv", ".parquet", ".json", ".yaml", ".png", ".svg", ".md"}
ALLOWED_METADATA = {"nbgrader", "tags", "editable", "deletable", "jupyter"}
ALLOWED_TAGS = {"parameters", "raises-exception", "hide-input"}
_MARK = re.compile(r"(BEGIN|END) (SOLUTION|HIDDEN TESTS|MARK SCHEME)|HASHED AUTOTEST")
_SHORTEST = 12  # characters of code without spaces; anything shorter says nothing about the answer


@dataclass(frozen=True)
class Secret:
    """A line that must not be found in a release: what it is a part of, and its text."""

    what: str
    line: str


def leaks(assignment: Assignment, probes: ProbeSet, released: Path) -> list[str]:
    """Return what the folder ``released`` gives away, one sentence per finding that names file and cell.

    Parameters
    ----------
    assignment : the source that the release was made of.
    probes : the assignment's probes.
    released : the folder with the release.
    """
    known = secrets(assignment, probes)
    found = [*_extra_files(assignment, released)]
    for file in sorted(released.rglob("*.ipynb")):
        notebook = read(file)
        for place, cell in enumerate(notebook.cells):
            name = cell.metadata.get("nbgrader", {}).get("grade_id") or cell.get("id", "")
            found += [f"{file}, cell {place} ({name}): {text}" for text in _in_cell(cell, known)]
        extra = set(notebook.metadata) - {"kernelspec", "language_info"}
        found += [f"{file}: metadata {key!r} of the notebook" for key in sorted(extra)]
    return found


def secrets(assignment: Assignment, probes: ProbeSet) -> list[Secret]:
    """Return the lines of solutions, hidden tests, and right and wrong answers that say something.

    A line that the same cell shows outside of its marks (a signature that the stub repeats) is no secret, nor
    is what a wrong answer is told.
    """
    known: dict[str, Secret] = {}
    told = {squeezed(probe.message) for probe in probes.probes if probe.message}
    for cell in assignment.cells:
        shown = {squeezed(line) for line in cell.without(SOLUTION).split("\n")}
        solution = cell.lines(SOLUTION)
        if cell.kind in {"solution", "written"} and SOLUTION[0] not in cell.source:
            solution, shown = cell.source.split("\n"), set()
        _add(known, f"solution of {cell.name}", solution, shown)
        hidden = [line for line in cell.lines(HIDDEN) if not _is_told(line, told)]
        visible = {squeezed(line) for line in cell.without(HIDDEN).split("\n")}
        _add(known, f"hidden test of {cell.name}", hidden, visible)
    for probe in probes.probes:
        stub = {squeezed(line) for line in _stub_lines(assignment, probe.task)}
        lines = [line for code in probe.code.values() for line in code.split("\n")]
        _add(known, f"probe {probe.name!r} of {probe.task}", lines, stub)
    return list(known.values())


def _is_told(line: str, told: set[str]) -> bool:
    """Return whether a line holds nothing but what the learner is told, or a part of it."""
    text = squeezed(line).rstrip(",").strip('"')
    return any(text in sentence for sentence in told)


def _add(known: dict[str, Secret], what: str, lines: list[str], shown: set[str]) -> None:
    for line in lines:
        text = squeezed(line)
        if text not in shown and text not in known and telling(line):
            known[text] = Secret(what, line.strip())


def _stub_lines(assignment: Assignment, task: str) -> list[str]:
    """Return the lines that a student sees in the solution cells of ``task``."""
    found = [t for t in assignment.tasks if t.name == task]
    cells = found[0].of_kind("solution") if found else []
    return [line for cell in cells for line in cell.without(SOLUTION).split("\n")]


def squeezed(line: str) -> str:
    """Return ``line`` without its spaces and quotes' kind, so that a leak in another layout is found.

    >>> squeezed("  x = f( 'a' )")
    'x=f("a")'
    """
    return re.sub(r"\s+", "", line).replace("'", '"')


def telling(line: str) -> bool:
    """Return whether ``line`` of code would say something about an answer.

    >>> telling("return total / visitors.sum()"), telling("return total"), telling("import numpy as np")
    (True, False, False)

    The head of a call that goes on in the next line says nothing yet:

    >>> telling("expect.series(")
    False
    """
    text = squeezed(line).rstrip("([{")
    if len(text) < _SHORTEST or text.startswith(("import", "from", "#", '"""', "@")):
        return False
    words = re.findall(r"[A-Za-z_]\w*", line)
    return len(words) >= 6 or (len(words) >= 2 and bool(re.search(r"[-+*/%<>=(\[]", text)))


def _in_cell(cell: NotebookNode, known: list[Secret]) -> Iterator[str]:
    if cell.get("outputs"):
        yield "it has outputs"
    if cell.get("execution_count") is not None:
        yield "it has an execution count"
    for key in sorted(set(cell.metadata) - ALLOWED_METADATA):
        yield f"metadata {key!r}"
    for tag in sorted(set(cell.metadata.get("tags", [])) - ALLOWED_TAGS):
        yield f"the tag {tag!r}"
    mark = _MARK.search(cell.source)
    if mark:
        yield f"the mark {mark[0]!r}"
    everything = squeezed(cell.source) + squeezed(json.dumps(cell.metadata, ensure_ascii=False))
    for secret in known:
        if squeezed(secret.line) in everything:
            yield f"a line of the {secret.what}: {secret.line}"


def _extra_files(assignment: Assignment, released: Path) -> Iterator[str]:
    """Yield files that the source does not have, or of a kind that a release does not hold."""
    source = assignment.path.parent
    for file in sorted(path for path in released.rglob("*") if path.is_file()):
        relative = file.relative_to(released)
        if not (source / relative).exists():
            yield f"{file}: a file that the source does not have"
        elif file.suffix not in ALLOWED_FILES:
            yield f"{file}: a kind of file that is not released"
