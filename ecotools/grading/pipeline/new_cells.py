"""Cells of a notebook, made without the check of nbformat, which would take most of the time of grading."""

from __future__ import annotations

from nbformat import NotebookNode


def new_cell(kind: str, source: str = "") -> NotebookNode:
    """Return a cell of a kind with a text, as nbformat's own functions make it, but for its id.

    >>> new_cell("code", "1 + 1").outputs
    []
    """
    cell = NotebookNode(cell_type=kind, metadata=NotebookNode(), source=source)
    if kind == "code":
        cell.update(execution_count=None, outputs=[])
    return cell
