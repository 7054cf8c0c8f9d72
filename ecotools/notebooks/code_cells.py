"""The code cells of a notebook, read as Python."""

import ast
from dataclasses import dataclass

from nbformat import NotebookNode


@dataclass(frozen=True)
class CodeCell:
    """A code cell: place, id, text, tree (None where it is not plain Python), metadata."""

    place: int
    id: str
    source: str
    tree: ast.Module | None
    metadata: dict

    @property
    def where(self) -> str:
        """How a finding names it."""
        return f"cell {self.place} ({self.id})"

    def calls(self, *names: str) -> list[ast.Call]:
        """Return the calls of functions of these names, as ``check(…)`` or ``learn.check(…)``."""
        nodes = ast.walk(self.tree) if self.tree else ()
        return [node for node in nodes if isinstance(node, ast.Call) and called(node) in names]


def code_cells(notebook: NotebookNode) -> list[CodeCell]:
    """Return the code cells of a notebook."""
    return [
        CodeCell(place, cell.get("id", ""), cell.source, _tree(cell.source), dict(cell.metadata))
        for place, cell in enumerate(notebook.cells)
        if cell.cell_type == "code"
    ]


def called(call: ast.Call) -> str:
    """Return the name of the function that ``call`` calls, without what stands before a dot."""
    return call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")


def _tree(source: str) -> ast.Module | None:
    try:
        return ast.parse(source)
    except SyntaxError:
        return None
