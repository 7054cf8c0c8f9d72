"""What the gradebook says of an assignment: plain data, so that grading needs no gradebook in sight."""

from __future__ import annotations

import ast
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ecotools.grading.judge.plan import (
    PARAMETERS,
    SETUP,
    SOLUTION,
    TEST,
    JudgePlan,
    SourceCodeCell,
    make_plan,
)
from ecotools.notebooks import read

if TYPE_CHECKING:
    from nbgrader.api import Gradebook


@dataclass(frozen=True)
class SourceCell:
    """One cell of an assignment as it was released, hidden tests included."""

    name: str
    cell_type: str
    locked: bool
    source: str
    checksum: str
    grade: bool
    solution: bool
    task: bool
    points: float

    @property
    def test(self) -> bool:
        """Whether the cell gives points by being run."""
        return self.grade and not self.solution and self.cell_type == "code"

    def metadata(self) -> dict[str, Any]:
        """Return the metadata of the cell in a notebook: nbgrader's and nothing else, no tags above all."""
        found: dict[str, Any] = {
            "cell_type": self.cell_type,
            "checksum": self.checksum,
            "grade": self.grade,
            "grade_id": self.name,
            "locked": self.locked,
            "schema_version": 3,
            "solution": self.solution,
            "task": self.task,
        }
        if self.grade or self.task:
            found["points"] = self.points
        return {"nbgrader": found}


@dataclass(frozen=True)
class SourceNotebook:
    """A notebook of an assignment: its cells in order, the kernel it asks for, the modules it imports.

    ``cells`` are those that the gradebook knows, ``code`` all code cells, as the instructor's file and the
    gradebook have them; ``plan`` is what the judge runs of them.
    """

    name: str
    kernelspec: dict[str, Any] | None
    cells: tuple[SourceCell, ...]
    imports: tuple[str, ...] = ()
    code: tuple[SourceCodeCell, ...] = ()
    plan: JudgePlan = field(default_factory=JudgePlan)

    def cell(self, name: str) -> SourceCell | None:
        """Return the cell of that name, None when there is none."""
        return next((cell for cell in self.cells if cell.name == name), None)


def take(gradebook: Gradebook, assignment: str, folder: Path) -> tuple[SourceNotebook, ...]:
    """Return the notebooks of ``assignment`` as the gradebook holds them.

    ``folder`` holds the source notebooks: the gradebook does not keep in which order the cells come.
    """
    return tuple(
        _notebook(notebook, read(folder / f"{notebook.name}.ipynb").cells)
        for notebook in gradebook.find_assignment(assignment).notebooks
    )


def _notebook(notebook: Any, given: list[Any]) -> SourceNotebook:
    order = {cell.metadata.get("nbgrader", {}).get("grade_id"): place for place, cell in enumerate(given)}
    points = {cell.name: float(cell.max_score) for cell in (*notebook.grade_cells, *notebook.task_cells)}
    grades = {cell.name for cell in notebook.grade_cells}
    solutions = {cell.name for cell in notebook.solution_cells}
    tasks = {cell.name for cell in notebook.task_cells}
    cells = [
        SourceCell(
            name=cell.name,
            cell_type=cell.cell_type,
            locked=bool(cell.locked),
            source=cell.source,
            checksum=cell.checksum,
            grade=cell.name in grades,
            solution=cell.name in solutions,
            task=cell.name in tasks,
            points=points.get(cell.name, 0.0),
        )
        for cell in notebook.source_cells
    ]
    cells.sort(key=lambda cell: order.get(cell.name, len(order)))
    kernelspec = json.loads(notebook.kernelspec) if notebook.kernelspec else None
    imports = imported("\n".join(cell.source for cell in given if cell.cell_type == "code"))
    code = tuple(_code({cell.name: cell for cell in cells}, given))
    return SourceNotebook(notebook.name, kernelspec, tuple(cells), imports, code, make_plan(code))


def _code(known: dict[str, SourceCell], given: list[Any]) -> Iterator[SourceCodeCell]:
    """Yield the code cells of a source notebook in order; tests have the text that the gradebook holds."""
    for cell in given:
        if cell.cell_type != "code":
            continue
        name = cell.metadata.get("nbgrader", {}).get("grade_id") or cell.get("id", "")
        named = known.get(name)
        if named is not None and named.test:
            yield SourceCodeCell(TEST, name, named.source)
        elif named is not None and named.solution:
            yield SourceCodeCell(SOLUTION, name, cell.source)
        else:
            kind = PARAMETERS if "parameters" in cell.metadata.get("tags", ()) else SETUP
            yield SourceCodeCell(kind, name, cell.source)


def imported(source: str) -> tuple[str, ...]:
    """Return the modules that a source imports, in alphabetical order; none where it is not plain Python.

    >>> imported("import numpy as np\\nfrom ecotools.learn import check")
    ('ecotools.learn', 'numpy')
    """
    try:
        nodes = list(ast.walk(ast.parse(source)))
    except SyntaxError:
        return ()
    found = {name.name for node in nodes if isinstance(node, ast.Import) for name in node.names}
    found |= {node.module for node in nodes if isinstance(node, ast.ImportFrom) and node.module}
    return tuple(sorted(found))
