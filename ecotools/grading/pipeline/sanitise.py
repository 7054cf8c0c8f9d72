"""Put a hand-in right: what the gradebook says of its cells holds, whatever became of them on the way."""

from __future__ import annotations

import json
from difflib import SequenceMatcher
from typing import Any

import nbformat
from nbformat import NotebookNode

from ecotools.grading.pipeline.handin import HandInError
from ecotools.grading.pipeline.new_cells import new_cell
from ecotools.grading.pipeline.setup_cells import put_back_setup
from ecotools.grading.pipeline.snapshot import SourceCell, SourceNotebook

MOST_CELLS = 5000
_KINDS = ("code", "markdown", "raw")
# What students do not have of a cell: the hidden tests, and how an answer is marked.
_KEPT_BACK = (("BEGIN HIDDEN TESTS", "END HIDDEN TESTS"), ("BEGIN MARK SCHEME", "END MARK SCHEME"))


def sanitise(data: bytes, source: SourceNotebook, where: str) -> tuple[NotebookNode, list[str]]:
    """Return the notebook to execute, and a sentence for each thing that was repaired.

    Tests and other locked cells get the text, kind, flags and points that the gradebook holds, and no tags;
    each stands behind the answers it tests. Copies lose their name, what was deleted comes back. All other
    cells keep their text, their place and nothing else; what a student wrote is never thrown away.

    Raises
    ------
    HandInError
        When ``data`` is no notebook at all; the text begins with ``where``.
    """
    notes: list[str] = []
    given_cells = read_cells(data, where)
    cells = [_plain(given, source, notes) for given in given_cells]
    put_back_setup(cells, [given.get("id") for given in given_cells], source, notes)
    for known in source.cells:
        _drop_copies(cells, known, notes)
    for cell in list(cells):
        known = source.cell(_name(cell))
        if known is not None:
            _restore(cells, cell, known, notes)
    _put_back(cells, source, notes)
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
        if "cells" not in content and content.get("nbformat") in (1, 2, 3):
            content = nbformat.convert(nbformat.from_dict(content), 4)
        cells = content["cells"]
    except KeyError as error:
        raise HandInError(f"{where}: not a notebook: it has no {error.args[0]!r}") from error
    except Exception as error:  # nbformat raises anything when it converts what is no notebook
        said = " ".join(str(error).encode("utf-8", "replace").decode().split())
        raise HandInError(f"{where}: not a notebook: {said[:300]}") from error
    if not isinstance(cells, list):
        raise HandInError(f"{where}: not a notebook: its cells are no list")
    if len(cells) > MOST_CELLS:
        raise HandInError(f"{where}: {len(cells):,} cells; at most {MOST_CELLS:,} are graded")
    return [cell for cell in cells if isinstance(cell, dict)]


def _plain(given: dict[str, Any], source: SourceNotebook, notes: list[str]) -> NotebookNode:
    """Return a cell with the text of ``given``, its name when the assignment knows it, and nothing else."""
    kind = given.get("cell_type")
    kind = kind if isinstance(kind, str) and kind in _KINDS else "raw"
    cell = new_cell(kind, _text(given.get("source"), notes))
    if kind == "markdown" and _are_attachments(given.get("attachments")):
        cell.attachments = nbformat.from_dict(given["attachments"])
    metadata = given.get("metadata")
    said = metadata.get("nbgrader") if isinstance(metadata, dict) else None
    if not isinstance(said, dict):
        return cell
    name = said.get("grade_id")
    known = source.cell(name) if isinstance(name, str) else None
    if known is not None:
        cell.metadata = _named(known.name)
        notes += _changed(known, said, metadata.get("tags"))
    elif any(said.get(flag) for flag in ("grade", "solution", "task", "locked")):
        notes.append(f"a cell says that it is {str(name)[:60]!r}, which the assignment does not have")
    return cell


def _text(given: Any, notes: list[str]) -> str:
    """Return the text of a cell, in characters that can be written to a file."""
    if isinstance(given, list):
        given = "".join(str(line) for line in given)
    text = given.replace("\r\n", "\n") if isinstance(given, str) else ""
    writable = text.encode("utf-8", "replace").decode()
    if writable != text:
        notes.append("half characters in the text of a cell were replaced by question marks")
    return writable


def _are_attachments(given: Any) -> bool:
    """Return whether these are pictures in a text cell as notebooks hold them: name, type, data."""
    return isinstance(given, dict) and all(
        isinstance(one, dict) and all(isinstance(data, str) and data.isascii() for data in one.values())
        for one in given.values()
    )


def _named(name: str) -> NotebookNode:
    return nbformat.from_dict({"nbgrader": {"grade_id": name}})


def _name(cell: NotebookNode) -> str:
    return cell.metadata.get("nbgrader", {}).get("grade_id", "")


def _changed(known: SourceCell, said: dict[str, Any], tags: Any) -> list[str]:
    """Return what was changed in the metadata of a cell that the assignment knows."""
    notes, right = [], known.metadata()["nbgrader"]
    changed = [flag for flag in ("grade", "solution", "task") if bool(said.get(flag)) != right[flag]]
    if "points" in right and said.get("points") != right["points"]:
        changed.append("points")
    if changed:
        notes.append(f"{' and '.join(changed)} of cell {known.name} was changed, and was put back")
    if isinstance(tags, list) and "skip-execution" in tags:
        notes.append(f"cell {known.name} had a tag that skips it; tags do not count")
    return notes


def _drop_copies(cells: list[NotebookNode], known: SourceCell, notes: list[str]) -> None:
    """Leave the name to one cell: the first one worked on, or the first true copy of what is locked.

    The others stay where they are as cells of the student's own, so that what ran in the student's notebook
    runs; copies that hold nothing new go. The parts of a split text are joined.
    """
    same = [cell for cell in cells if _name(cell) == known.name]
    if len(same) < 2:
        return
    notes.append(f"cell {known.name} was there {len(same)} times; one of them counts")
    if known.locked:
        preferred = [cell for cell in same if _same(cell.source, _visible(known.source))]
    else:
        preferred = [cell for cell in same if _beyond(cell.source, known)]
    kept = (preferred or same)[0]
    joined = not known.locked and known.cell_type != "code"
    if joined and preferred:
        kept.source = "\n\n".join(dict.fromkeys(cell.source for cell in preferred))
        pictures = [cell.get("attachments", {}) for cell in preferred]
        if any(pictures):
            kept.attachments = {name: data for one in pictures for name, data in one.items()}
    for cell in same:
        if cell is kept:
            continue
        cell.metadata = NotebookNode()
        if joined or not _beyond(cell.source, known):
            _remove(cells, cell)


def _restore(cells: list[NotebookNode], cell: NotebookNode, known: SourceCell, notes: list[str]) -> None:
    """Give a cell what the gradebook holds of it: kind, flags, points, and its text where that is locked."""
    if cell.cell_type != known.cell_type:
        kinds = f"a {cell.cell_type} cell, and is a {known.cell_type} cell again"
        notes.append(f"cell {known.name} was made {kinds}")
        fresh = new_cell(known.cell_type, cell.source)
        cell.clear()
        cell.update(fresh)
    # The release has no hidden tests, so every honest hand-in differs here: only more than that is said.
    visible = _visible(known.source)
    if known.locked and not _same(cell.source, visible) and not _same(cell.source, known.source):
        notes.append(f"the text of cell {known.name} was changed, and was put back")
        _keep(cells, cell, known)
    if known.locked:
        cell.source = known.source
    cell.metadata = nbformat.from_dict(known.metadata())


def _keep(cells: list[NotebookNode], cell: NotebookNode, known: SourceCell) -> None:
    """Keep what a student wrote into a locked cell behind it: it runs where the locked text is still whole.

    Such a cell comes of merging a test with the answer that follows it.
    """
    written = _beyond(cell.source, known)
    if written:
        whole = _visible(known.source) in cell.source
        beside = new_cell(known.cell_type if whole else "raw", written)
        cells.insert(_place(cells, cell) + 1, beside)


def _put_back(cells: list[NotebookNode], source: SourceNotebook, notes: list[str]) -> None:
    """Bring back cells that were deleted, and locked ones behind the answers that they belong to.

    A locked cell belongs behind those that come between it and the locked cell before it in the assignment,
    or else behind that one. Answers stay where the student put them.
    """
    before: list[str] = []
    order = _order(cells)
    for known in source.cells:
        here = next((cell for cell in cells if _name(cell) == known.name), None)
        if here is None:
            # An answer that is gone may stand in another cell: the text of the release would undo it.
            text, how = (known.source, "") if known.locked or known.task else ("", " empty")
            notes.append(f"cell {known.name} was deleted, and was put back{how}")
            here = new_cell(known.cell_type, text)
            here.metadata = nbformat.from_dict(known.metadata())
            cells.insert(_behind(cells, before if known.locked else before[-1:]), here)
        elif known.locked and not _follows(cells, here, before):
            _remove(cells, here)
            cells.insert(_behind(cells, before), here)
        before = [known.name] if known.locked else [*_answers(before, source), known.name]
    # Which cell was moved, when two have changed places? The fewest that explain it.
    now = [name for name in _order(cells) if name in order]
    kept = SequenceMatcher(None, order, now, autojunk=False).get_matching_blocks()
    moved = set(order) - {name for block in kept for name in order[block.a : block.a + block.size]}
    notes += [f"cell {name} was moved; tests stand behind their answers again" for name in sorted(moved)]


def _answers(names: list[str], source: SourceNotebook) -> list[str]:
    return [name for name in names if not source.cell(name).locked]


def _behind(cells: list[NotebookNode], names: list[str]) -> int:
    """Return the place behind the last cell of these names; without names, that of the first named cell."""
    found = [place for place, cell in enumerate(cells) if _name(cell) and (not names or _name(cell) in names)]
    if not found:
        return len(cells)
    return found[-1] + 1 if names else found[0]


def _follows(cells: list[NotebookNode], here: NotebookNode, names: list[str]) -> bool:
    """Return whether ``here`` is the next named cell behind the last one of ``names``."""
    order = _order(cells)
    place = order.index(_name(here))
    if not names:
        return place == 0
    return place > 0 and place - 1 == max(order.index(name) for name in names)


def _order(cells: list[NotebookNode]) -> list[str]:
    return [_name(cell) for cell in cells if _name(cell)]


def _remove(cells: list[NotebookNode], cell: NotebookNode) -> None:
    del cells[_place(cells, cell)]


def _place(cells: list[NotebookNode], cell: NotebookNode) -> int:
    """Return the place of this very cell: others may be equal to it."""
    return next(place for place, other in enumerate(cells) if other is cell)


def _beyond(text: str, known: SourceCell) -> str:
    """Return what ``text`` holds beyond the text that students were given."""
    given = _visible(known.source)
    if not known.locked:
        return "" if _same(text, given) or not text.strip() else text
    if text.strip() in given:  # or a part of it, when the cell was split
        return ""
    before, _, after = text.partition(given) if given else (text, "", "")
    return "\n\n".join(part.strip("\n") for part in (before, after) if part.strip())


def _same(one: str, other: str) -> bool:
    """Return whether two texts are the same but for blanks at the ends of lines."""
    return [line.rstrip() for line in one.strip().split("\n")] == [
        line.rstrip() for line in other.strip().split("\n")
    ]


def _visible(source: str) -> str:
    """Return the text of a cell as students have it."""
    lines, end = [], ""
    for line in source.split("\n"):
        begun = next((marks[1] for marks in _KEPT_BACK if marks[0] in line), "")
        if begun:
            end = begun
        elif end and end in line:
            end = ""
        elif not end:
            lines.append(line)
    return "\n".join(lines).strip()
