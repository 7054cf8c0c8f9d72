"""From an executed notebook to scores, comments and outcomes: only what ran without an error counts."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from nbgrader import utils

from ecotools import outcomes
from ecotools.grading import notes
from ecotools.grading.execute.job import (
    CUT,
    DIED,
    MEMORY,
    NOT_RUN,
    OK,
    TEST,
    TIMEOUT,
    CellRun,
    Execution,
)
from ecotools.grading.judge.names import ends_with_expression

NO_RESPONSE = "No response."
# What stopped a student's cell is the reason why the test after it found nothing to test.
_STOPPED = {TIMEOUT: outcomes.TIMEOUT, MEMORY: outcomes.MEMORY, CUT: outcomes.CUT, DIED: outcomes.ERROR}
_OUTSIDE = "the test gave {points:g} points of {most:g}; tell whoever wrote it"
_LOST = "so much was printed that the points this test gave were cut off"


@dataclass
class Scored:
    """Scores by cell (None: a person decides) and comments by cell."""

    scores: dict[str, float | None] = field(default_factory=dict)
    comments: dict[str, str | None] = field(default_factory=dict)


def score(execution: Execution) -> Scored:
    """Score an executed notebook; what came of each graded cell is written into its metadata.

    A test gives its points when it ran to its end without an error; where its last statement is an
    expression with a number, it gives that many, and 0 when these are not between 0 and the points there
    are: then the test is wrong.
    """
    found, stopped, broken = Scored(), "", ""
    for place, cell in enumerate(execution.notebook.cells):
        run = execution.cells.get(place, CellRun())
        meta = cell.metadata.get("nbgrader", {})
        if not meta.get("grade_id"):
            stopped, broken = stopped or _stopped(cell, run), broken or _syntax_error(cell, run)
            continue
        if meta.get("solution") or meta.get("task"):
            unchanged = meta.get("checksum") == utils.compute_checksum(cell)
            found.comments[meta["grade_id"]] = NO_RESPONSE if unchanged and not meta.get("task") else None
            stopped, broken = stopped or _stopped(cell, run), broken or _syntax_error(cell, run)
            if meta.get("grade"):
                found.scores[meta["grade_id"]] = 0.0 if unchanged else None
                _note(cell, outcomes.NOT_ATTEMPTED if unchanged else outcomes.TO_MARK, "", run)
        elif meta.get("grade") and cell.cell_type == "code":
            points, outcome, message = _test(cell, run)
            if outcome != outcomes.RIGHT and stopped:
                outcome, message = stopped, _WORDS[stopped]
            elif broken and (outcome == outcomes.NOT_ATTEMPTED or message.startswith("NameError: ")):
                outcome, message = outcomes.ERROR, broken
            found.scores[meta["grade_id"]] = points
            _note(cell, outcome, message, run)
            stopped = broken = ""
    return found


_WORDS = {
    outcomes.TIMEOUT: "your cell above took too long and was stopped: is there a loop that never ends?",
    outcomes.MEMORY: "your cell above needed more memory than there is",
    outcomes.CUT: "your cell above printed without end and was stopped",
    outcomes.ERROR: "your cell above ended the program that runs this notebook",
}


def _syntax_error(cell: Any, run: CellRun) -> str:
    """Return what to say of a cell that is no Python: it defined nothing, so its test found nothing."""
    if cell.cell_type != "code" or run.ename not in {"SyntaxError", "IndentationError", "TabError"}:
        return ""
    return f"{run.ename} in your cell: {run.evalue}. Python could not read it, so nothing in it was run."


def _stopped(cell: Any, run: CellRun) -> str:
    return _STOPPED.get(run.status, "") if cell.cell_type == "code" else ""


def _test(cell: Any, run: CellRun) -> tuple[float | None, str, str]:
    """Return points, outcome and message of a test."""
    most = float(cell.metadata["nbgrader"]["points"])
    results = [output for output in cell.outputs if output.output_type == "execute_result"]
    errors = [output for output in cell.outputs if output.output_type == "error"]
    if run.blame == TEST:
        return 0.0, outcomes.UNCHECKED, f"the test itself could not be run: {run.evalue}"
    if run.status in {TIMEOUT, CUT, MEMORY, DIED}:
        return 0.0, _STOPPED[run.status], errors[-1].evalue if errors else run.evalue
    if run.status == NOT_RUN:
        return (
            0.0,
            outcomes.ERROR,
            "the test was not run: the hand-in had used up its time, or ended too often",
        )
    if run.status != OK or errors:
        ename = errors[-1].ename if errors else run.ename
        message = (errors[-1].evalue if errors else run.evalue) or ename
        outcome = outcomes.OF_EXCEPTION.get(ename, outcomes.ERROR)
        named = ename in outcomes.OF_EXCEPTION
        return 0.0, outcome, message if named else f"{ename}: {message}"
    if not ends_with_expression(cell.source):
        return most, outcomes.RIGHT, ""
    if run.cut and not results:
        return 0.0, outcomes.CUT, _LOST
    points = _number(results, most)
    if not 0 <= points <= most:
        return 0.0, outcomes.UNCHECKED, _OUTSIDE.format(points=points, most=most)
    return points, outcomes.RIGHT if points == most else outcomes.WRONG, ""


def _number(results: list[Any], most: float) -> float:
    """Return the number that a test shows as its value, ``most`` when it shows none."""
    try:
        return float(results[-1]["data"]["text/plain"])
    except (IndexError, KeyError, TypeError, ValueError):
        return most


def _note(cell: Any, outcome: str, message: str, run: CellRun) -> None:
    cell.metadata[notes.KEY] = {
        "outcome": outcome,
        "message": message,
        "hidden": run.hidden,
        "seconds": round(run.cpu, 3),
        "evidence": list(run.evidence),
    }
