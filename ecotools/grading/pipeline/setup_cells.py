"""Set-up cells that were deleted or emptied come back, so that the answers that need them run."""

from __future__ import annotations

from typing import Any

from nbformat import NotebookNode

from ecotools.grading.judge.names import names_of
from ecotools.grading.judge.plan import PARAMETERS, SETUP, SourceCodeCell
from ecotools.grading.pipeline.new_cells import new_cell
from ecotools.grading.pipeline.snapshot import SourceNotebook


def put_back_setup(
    cells: list[NotebookNode], ids: list[Any], source: SourceNotebook, notes: list[str]
) -> None:
    """Bring back the set-up cells that are gone, behind the cells they stand behind in the assignment.

    One is gone when no cell has its id and some text, and it binds a name that no cell of the hand-in
    binds before others read it. One that was changed stays as it was handed in.

    Parameters
    ----------
    cells : the cells of the hand-in, each with its name of nbgrader when it has one; changed in place.
    ids : the id of each cell as it was handed in.
    """
    by_id = {one: cell for one, cell in zip(ids, cells, strict=True) if isinstance(one, str)}
    gone = [known for known in source.code if _is_gone(known, _found(cells, by_id, known))]
    bound = _bound_in_time(cells, gone) if gone else set()
    last = -1
    for known in source.code:
        here = _found(cells, by_id, known)
        if known in gone:
            binds = names_of(known.source).binds
            if not binds <= bound:
                notes.append(f"the set-up cell {known.name} was gone, and was put back")
                if here is None:
                    here = new_cell("code")
                    cells.insert(last + 1, here)
                here.source = known.source
                bound |= binds
        if here is not None:
            last = next(place for place, cell in enumerate(cells) if cell is here)


def _found(
    cells: list[NotebookNode], by_id: dict[str, NotebookNode], known: SourceCodeCell
) -> NotebookNode | None:
    """Return the cell of the hand-in that stands for a source cell: by nbgrader's name, or by its id."""
    named = (c for c in cells if c.metadata.get("nbgrader", {}).get("grade_id") == known.name)
    return next(named, None) or by_id.get(known.name)


def _is_gone(known: SourceCodeCell, here: NotebookNode | None) -> bool:
    """Return whether a set-up cell has no text in the hand-in."""
    if known.kind not in {SETUP, PARAMETERS} or not known.source.strip():
        return False
    return here is None or not here.source.strip()


def _bound_in_time(cells: list[NotebookNode], gone: list[SourceCodeCell]) -> set[str]:
    """Return the names that the hand-in binds before it, or a set-up cell that is gone, reads them."""
    bound: set[str] = set()
    missed = set().union(*(names_of(known.source).reads for known in gone))
    for names in (names_of(cell.source) for cell in cells if cell.cell_type == "code"):
        missed |= (names.reads | names.deferred) - bound
        bound |= names.binds
    return bound - missed
