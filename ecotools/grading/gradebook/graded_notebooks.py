"""What an autograded notebook says: about each graded cell, and about the hand-in as a whole."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from nbformat import NotebookNode

from ecotools.grading.notes import KEY, NO_SANDBOX, note
from ecotools.notebooks import read
from ecotools.outcomes import ERROR, MARKED, OF_EXCEPTION, RIGHT, WARNED

NAN = float("nan")
PLAIN = f"{NO_SANDBOX}nbgrader's own engine, with the rights of whoever grades"


@dataclass(frozen=True)
class Said:
    """What came of one graded cell: see ``notes.note``; ``seconds`` is NaN when nobody measured.

    ``hidden`` says whether a test failed in its hidden part, None where nobody knows.
    """

    outcome: str
    message: str = ""
    seconds: float = NAN
    evidence: tuple[str, ...] = ()
    hidden: bool | None = None


@dataclass(frozen=True)
class Executed:
    """An autograded notebook: its graded cells by name, and what was found about the whole of it.

    ``sandbox`` says under what protection it ran, ``repairs`` and ``evidence`` are sentences (without those
    that a graded cell has), ``seconds`` is the time it took, NaN when nobody measured.
    """

    cells: Mapping[str, Said]
    sandbox: str = ""
    repairs: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    seconds: float = NAN


def executed(file: str | Path) -> Executed:
    """Return what the autograded notebook in ``file`` says.

    Raises
    ------
    ecotools.notebooks.NotebookError
        When there is no such file, or it is not a notebook.
    """
    notebook = read(file)
    cells = {}
    for cell in notebook.cells:
        meta = cell.metadata.get("nbgrader", {})
        if meta.get("grade"):
            cells[meta["grade_id"]] = _said(cell, by_hand=bool(meta.get("solution")))
    whole = notebook.metadata.get(KEY)
    if whole is None:
        return Executed(cells, PLAIN)
    of_cells = {f"{name}: {text}" for name, said in cells.items() for text in said.evidence}
    return Executed(
        cells,
        whole.get("sandbox", ""),
        tuple(whole.get("repairs", ())),
        tuple(text for text in whole.get("evidence", ()) if text not in of_cells),
        whole.get("seconds", NAN),
    )


def _said(cell: NotebookNode, by_hand: bool) -> Said:
    """Return what the engine noted in a cell; where it noted nothing, what the outputs tell."""
    noted = note(cell)
    if by_hand:
        outcome, message = MARKED, ""
    else:
        outcome, message = _of_outputs(cell.get("outputs", []))
    return Said(
        noted.get("outcome", outcome),
        noted.get("message", message),
        noted.get("seconds", NAN),
        tuple(noted.get("evidence", ())),
        noted.get("hidden"),
    )


def _of_outputs(outputs: Iterable[NotebookNode]) -> tuple[str, str]:
    for output in outputs:
        if output.output_type == "error":
            return OF_EXCEPTION.get(output.ename, ERROR), output.evalue or output.ename
        if output.output_type == "stream" and output.name == "stderr":
            return WARNED, output.text.strip()
    return RIGHT, ""
