"""Which of several copies of a notebook was meant: the one that holds work, whatever their dates say.

A copy holds work where its answers differ from the text that was released. Of two that both do, one may hold
all that the other holds; else nobody but the student or the instructor can tell which of them counts.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TypeVar

from ecotools.grading.course import Course

# Why a copy is not the one that was meant.
EMPTY, EQUAL, PART = "holds no work", "holds the same work", "holds a part of the same work"
_LARGEST = 32 * 2**20  # bytes of a notebook that is looked into

Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True)
class Stub:
    """What students were given: the texts of cells that take an answer by name, all texts, all names."""

    answers: Mapping[str, str] = field(default_factory=dict)
    texts: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Work:
    """What a notebook holds beyond the stub: answers as pairs of name and text, and texts of other cells."""

    answers: frozenset[tuple[str, str]]
    texts: frozenset[str]

    def holds(self, other: Work) -> bool:
        """Return whether nothing of ``other`` is missing here."""
        return self.answers >= other.answers and self.texts >= other.texts


def stubs(course: Course, name: str) -> Callable[[str], Stub]:
    """Return what gives the stub of a notebook of the assignment ``name``, each made once and when needed."""

    @cache
    def stub(notebook: str) -> Stub:
        return read_stub(course, course.source(name) / f"{notebook}.ipynb")

    return stub


def read_stub(course: Course, source: Path) -> Stub:
    """Return what nbgrader makes of the source notebook ``source`` for students.

    A source that nbgrader refuses is no reason to stop here: then every answer counts as work.
    """
    from nbgrader.preprocessors import ClearHiddenTests, ClearSolutions
    from nbgrader.utils import is_solution

    from ecotools.grading.gradebook.capture_logs import kept_log
    from ecotools.notebooks import read

    notebook, config = read(source), course.config()
    try:
        with kept_log():
            for clears in (ClearSolutions(config=config), ClearHiddenTests(config=config)):
                notebook, _ = clears.preprocess(notebook, {})
    except (RuntimeError, ValueError, KeyError):
        return Stub()
    answers = {c.metadata.nbgrader.grade_id: _plain(c.source) for c in notebook.cells if is_solution(c)}
    texts = frozenset(_plain(cell.source) for cell in notebook.cells)
    return Stub(answers, texts, frozenset(filter(None, map(_name, notebook.cells))))


def work(content: bytes, stub: Stub) -> Work | None:
    """Return what the notebook ``content`` holds beyond ``stub``; None when that cannot be told."""
    if len(content) > _LARGEST:
        return None
    try:
        cells = json.loads(content)["cells"]
        found = [(_name(cell), _plain(_text(cell["source"]))) for cell in cells]
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    answers = {(name, text) for name, text in found if name in stub.answers and text != stub.answers[name]}
    others = {text for name, text in found if name not in stub.answers and text not in stub.texts}
    return Work(frozenset(pair for pair in answers if pair[1]), frozenset(others - {""}))


def _name(cell: Mapping) -> str:
    name = cell["metadata"].get("nbgrader", {}).get("grade_id", "")
    return name if isinstance(name, str) else ""


def _text(source: str | list[str]) -> str:
    return source if isinstance(source, str) else "".join(source)


def _plain(text: str) -> str:
    """Return a text without what editors change in it: the ends of lines, and of the whole."""
    return "\n".join(line.rstrip() for line in text.split("\n")).strip()


def with_work(copies: Mapping[Key, bytes], stub: Stub) -> tuple[list[Key], dict[Key, str]]:
    """Return the copies of one notebook that hold answers, equal ones once; and why the others are not meant.

    Parameters
    ----------
    copies : the bytes of each; of equal ones the first is kept.
    stub : what students were given.
    """
    found = {key: work(content, stub) for key, content in copies.items()}
    known = {key: one for key, one in found.items() if one is not None}
    best = [key for key, one in known.items() if one.answers]
    best = best or [key for key, one in known.items() if one.texts]
    untouched = [key for key in known if key not in best] if best else []
    others = {key: EMPTY for key in untouched}
    kept: dict = {}
    for key, content in copies.items():
        if key in others:
            continue
        alike = found[key] if found[key] is not None else content
        if alike in kept:
            others[key] = EQUAL
        else:
            kept[alike] = key
    return list(kept.values()), others


def fullest(copies: Mapping[Key, bytes], stub: Stub) -> tuple[list[Key], dict[Key, str]]:
    """Return the copy that holds all that each other one holds, or all when there is none; and the others."""
    found = {key: work(content, stub) for key, content in copies.items()}
    for key, one in found.items():
        if one is not None and all(other is not None and one.holds(other) for other in found.values()):
            return [key], {other: PART for other in found if other != key}
    return list(copies), {}
