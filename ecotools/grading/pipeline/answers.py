"""The answers in a notebook, each with the points there are for it: what a mark by hand is given for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from ecotools.grading.pipeline.fingerprint import digest


class MarkedAnswer(NamedTuple):
    """The text that a cell's mark or comment is about, the pictures in it, and the points there are."""

    text: str
    pictures: Mapping[str, Any] = {}
    points: float | None = None

    @property
    def hash(self) -> str:
        """A hash of all three; blanks at the ends of lines do not count."""
        lines = [line.rstrip() for line in self.text.strip().split("\n")]
        return digest(lines, self.pictures, self.points)[:16]


def answers(notebook: Mapping[str, Any]) -> dict[str, MarkedAnswer]:
    """Return what each cell of a graded notebook that can have a mark or a comment is about, by its name.

    A cell that holds an answer is about itself; a test is about the answers before it; a task that is marked
    by hand is about the cells that follow it, up to the next one of the assignment.
    """
    cells = list(notebook.get("cells", ()))
    found, group, tested = {}, [], False
    for place, cell in enumerate(cells):
        meta = cell.get("metadata", {}).get("nbgrader", {})
        name = meta.get("grade_id")
        if not name:
            continue
        points = float(meta.get("points") or 0) if meta.get("grade") or meta.get("task") else None
        if meta.get("task"):
            found[name] = MarkedAnswer("\n\n".join(_following(cells[place + 1 :])), points=points)
        elif meta.get("solution"):
            text = _text(cell)
            found[name] = MarkedAnswer(text, cell.get("attachments", {}), points)
            group, tested = ([text], False) if tested else ([*group, text], False)
        elif meta.get("grade"):
            found[name] = MarkedAnswer("\n\n".join(group), points=points)
            tested = True
    return found


def hashes(notebook: Mapping[str, Any]) -> dict[str, str]:
    """Return a hash of each of the `answers`, by the name of the cell."""
    return {name: answer.hash for name, answer in answers(notebook).items()}


def _following(cells: list[Mapping[str, Any]]) -> Iterator[str]:
    for cell in cells:
        if cell.get("metadata", {}).get("nbgrader", {}).get("grade_id"):
            return
        yield _text(cell)


def _text(cell: Mapping[str, Any]) -> str:
    source = cell.get("source", "")
    return source if isinstance(source, str) else "".join(source)
