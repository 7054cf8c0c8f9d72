"""Where the sections of the documents are taught: what the lessons of a course say in their references."""

import ast
from dataclasses import dataclass
from pathlib import Path

from ecotools.grading.authoring.pattern import claims_of
from ecotools.notebooks.canonical import read
from ecotools.notebooks.code_cells import CodeCell, code_cells
from ecotools.notebooks.hygiene import headings

from .references import Reference, references
from .table import Source, SourceSection, sources

_IN_EVERY_LESSON = {"blueprint", "claims", "data", "learn", "plots", "widgets"}
_HOLD_PARTS = {"ecotools", "ecotools.metrics"}  # what is imported from these is a part of the library


@dataclass(frozen=True)
class TaughtModule:
    """A module of the course, by its lesson.

    Attributes
    ----------
    lesson : Path
        The notebook.
    title : str
        Number and short name, such as ``"05 Bundles and experiments"``.
    references : tuple of Reference
        What it takes from the documents.
    claims : tuple of str
        The audited claims that lesson and assignment ask for.
    parts : tuple of str
        The parts of the library that the lesson works with, such as ``"metrics.flows"``.
    """

    lesson: Path
    title: str
    references: tuple[Reference, ...]
    claims: tuple[str, ...]
    parts: tuple[str, ...]

    def teaches(self, source: Source, section: SourceSection) -> bool:
        """Return whether the module names this section."""
        return any(one.source == source and section in one.sections for one in self.references)


def modules(root: str | Path) -> list[TaughtModule]:
    """Return the modules whose lessons there are in the course folder ``root``, in order.

    Raises
    ------
    ValueError
        When the references of a lesson cannot be read; the message names it and says what to write.
    """
    return [_module(lesson) for lesson in sorted(Path(root).glob("course/[0-9][0-9]-*.ipynb"))]


def gaps(taught: list[TaughtModule]) -> list[str]:
    """Return the sections, as ``"community guide, 5"``, that no module teaches and that do not say why."""
    return [
        f"{source.name}, {section.number}"
        for source in sources()
        for section in source.sections
        if not section.untaught and not any(module.teaches(source, section) for module in taught)
    ]


def _module(lesson: Path) -> TaughtModule:
    notebook = read(lesson)
    title = next((title for level, title, _ in headings(notebook) if level == 1), lesson.stem)
    cells = code_cells(notebook)
    parts = {part for cell in cells for part in _parts(cell)} - _IN_EVERY_LESSON
    assignment = lesson.parents[1] / "solutions" / lesson.stem / lesson.name
    if assignment.exists():
        cells += code_cells(read(assignment))
    asked = {claim for cell in cells for claim in claims_of(cell.source)}
    return TaughtModule(
        lesson,
        f"{lesson.stem[:2]} {title.partition(':')[0]}",
        tuple(references(lesson)),
        tuple(sorted(asked)),
        tuple(sorted(parts)),
    )


def _parts(cell: CodeCell) -> set[str]:
    """Return the parts of the library that a cell imports."""
    found: set[str] = set()
    for node in ast.walk(cell.tree) if cell.tree else ():
        if isinstance(node, ast.ImportFrom) and (node.module or "").partition(".")[0] == "ecotools":
            inside = node.module.split(".")[1:]
            names = [name.name for name in node.names] if node.module in _HOLD_PARTS else []
            found |= {".".join([*inside, name]) for name in names} or {".".join(inside)}
    return found
