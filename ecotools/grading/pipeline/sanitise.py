"""Put a hand-in right: what the gradebook says of its cells holds, whatever became of them on the way."""

from __future__ import annotations

import json
from typing import Any

import nbformat
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_raw_cell

from ecotools.grading.pipeline.handin import HandInError
from ecotools.grading.pipeline.snapshot import SourceCell, SourceNotebook

_NEW = {"code": new_code_cell, "markdown": new_markdown_cell, "raw": new_raw_cell}


def sanitise(data: bytes, source: SourceNotebook, where: str) -> tuple[NotebookNode, list[str]]:
    """Return the notebook to execute, and a sentence for each thing that was put right.

    Tests and other locked cells get the text, kind, flags and points that the gradebook holds, and no tags.
    Copies lose their name, what was deleted comes back, tests that were moved go back behind the cell they
    followed. All other cells keep their text and nothing else.

    Raises
    ------
    HandInError
        When ``data`` is no notebook at all; the text begins with ``where``.
    """
    cells, notes = [], []
    for given in read_cells(data, where):
        cells.append(_plain(given, source, notes))
    _drop_copies(cells, source, notes)
    _put_back(cells, source, notes)
    for cell in cells:
        known = source.cell(_name(cell))
        if known is not None:
            _restore(cell, known, notes)
    metadata = {"kernelspec": source.kernelspec} if source.kernelspec else {}
    metadata["language_info"] = {"name": "python"}
    notebook = nbformat.from_dict({"cells": [], "metadata": metadata, "nbformat": 4, "nbformat_minor": 5})
    notebook.cells = cells
    for place, cell in enumerate(cells):
        cell.id = f"cell-{place}"
    return notebook, notes


def read_cells(data: bytes, where: str) -> list[dict[str, Any]]:
    """Return the cells of a notebook file of any version, as they came."""
    try:
        content = json.loads(data)
        if not isinstance(content, dict):
            raise ValueError("the file holds no JSON object")
        if content.get("nbformat") != 4:
            content = nbformat.convert(nbformat.from_dict(content), 4)
        cells = content["cells"]
    except KeyError as error:
        raise HandInError(f"{where}: not a notebook: it has no {error.args[0]!r}") from error
    except (ValueError, RecursionError, AttributeError, TypeError, nbformat.ValidationError) as error:
        raise HandInError(f"{where}: not a notebook: {error}") from error
    if not isinstance(cells, list):
        raise HandInError(f"{where}: not a notebook: its cells are no list")
    return [cell for cell in cells if isinstance(cell, dict)]


def _plain(given: dict[str, Any], source: SourceNotebook, notes: list[str]) -> NotebookNode:
    """Return a cell with the text of ``given``, its name when the assignment knows it, and nothing else."""
    text = given.get("source", "")
    if isinstance(text, list):
        text = "".join(str(line) for line in text)
    kind = given.get("cell_type")
    cell = _NEW.get(kind if isinstance(kind, str) else "", new_raw_cell)(
        text if isinstance(text, str) else ""
    )
    metadata = given.get("metadata")
    known = metadata.get("nbgrader") if isinstance(metadata, dict) else None
    name = known.get("grade_id") if isinstance(known, dict) else None
    if isinstance(name, str) and source.cell(name) is not None:
        cell.metadata = nbformat.from_dict({"nbgrader": {"grade_id": name}})
        if isinstance(metadata.get("tags"), list) and "skip-execution" in metadata["tags"]:
            notes.append(f"cell {name} had a tag that skips it; tags do not count")
    return cell


def _name(cell: NotebookNode) -> str:
    return cell.metadata.get("nbgrader", {}).get("grade_id", "")


def _drop_copies(cells: list[NotebookNode], source: SourceNotebook, notes: list[str]) -> None:
    """Leave each name to one cell: the last one worked on; the texts of a split answer are joined."""
    for known in source.cells:
        same = [cell for cell in cells if _name(cell) == known.name]
        if len(same) < 2:
            continue
        notes.append(f"cell {known.name} was there {len(same)} times; one of them counts")
        worked_on = [
            cell for cell in same if not known.locked and cell.source.strip() != known.source.strip()
        ]
        kept = worked_on[-1] if worked_on else same[0]
        if known.grade and known.solution:
            texts = list(dict.fromkeys(cell.source for cell in worked_on))
            kept.source = "\n\n".join(texts) if texts else kept.source
        for cell in same:
            if cell is not kept:
                cell.metadata = nbformat.from_dict({})
                if known.locked or known.cell_type != "code":
                    cells.remove(cell)  # a copy of a test, or of a text that was joined, would only repeat it


def _put_back(cells: list[NotebookNode], source: SourceNotebook, notes: list[str]) -> None:
    """Bring back cells that were deleted, and locked ones to the place behind the cell they followed."""
    order = {known.name: place for place, known in enumerate(source.cells)}
    before = ""
    for known in source.cells:
        here = next((cell for cell in cells if _name(cell) == known.name), None)
        names = [_name(cell) for cell in cells]
        wanted = names.index(before) + 1 if before else 0
        if here is None:
            notes.append(f"cell {known.name} was deleted, and was put back")
            here = _NEW[known.cell_type](known.source)
            here.metadata = nbformat.from_dict({"nbgrader": {"grade_id": known.name}})
            cells.insert(wanted, here)
        elif known.locked:
            place = names.index(known.name)
            earlier = [order[name] for name in names[:place] if name]
            later = [order[name] for name in names[place + 1 :] if name]
            if (
                max(earlier, default=-1) > order[known.name]
                or min(later, default=len(order)) < order[known.name]
            ):
                notes.append(f"cell {known.name} was moved, and was put back")
                cells.remove(here)
                names = [_name(cell) for cell in cells]
                cells.insert(names.index(before) + 1 if before else 0, here)
        before = known.name


def _restore(cell: NotebookNode, known: SourceCell, notes: list[str]) -> None:
    """Give a cell what the gradebook holds of it: kind, flags, points, and its text where that is locked."""
    if cell.cell_type != known.cell_type:
        notes.append(
            f"cell {known.name} was made a {cell.cell_type} cell, and is a {known.cell_type} cell again"
        )
        fresh = _NEW[known.cell_type](cell.source)
        cell.clear()
        cell.update(fresh)
    if known.locked and cell.source != known.source:
        # The release has no hidden tests, so every honest hand-in differs here: only more than that is said.
        if _visible(known.source) != cell.source.strip():
            notes.append(f"the text of cell {known.name} was changed, and was put back")
        cell.source = known.source
    cell.metadata = nbformat.from_dict(known.metadata())


def _visible(source: str) -> str:
    """Return a test as students have it, without the hidden part."""
    lines, hidden = [], False
    for line in source.split("\n"):
        if "### BEGIN HIDDEN TESTS" in line:
            hidden = True
        if not hidden:
            lines.append(line)
        if "### END HIDDEN TESTS" in line:
            hidden = False
    return "\n".join(lines).strip()
