"""From an executed notebook to scores, comments and outcomes: only what ran without an error counts."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from nbgrader import utils

from ecotools.grading import outcomes
from ecotools.grading.execute.job import CUT, DIED, MEMORY, NOT_RUN, OK, TIMEOUT, CellRun, Execution
from ecotools.grading.execute.twins import ends_with_expression

NO_RESPONSE = "No response."
# What stopped a student's cell is the reason why the test after it found nothing to test.
_STOPPED = {TIMEOUT: outcomes.TIMEOUT, MEMORY: outcomes.MEMORY, CUT: outcomes.CUT, DIED: outcomes.ERROR}
_OUTSIDE = "the test gave {points:g} points of {most:g}; tell whoever wrote it"
_LOST = "so much was printed that the points this test gave were cut off"
REPLACED = "the value that this test shows was taken away, or shown more than once"
_HELD = "a person looks at this answer before it gets points"


@dataclass
class Scored:
    """Scores by cell (None: a person decides), comments by cell, and how many scores were withheld."""

    scores: dict[str, float | None] = field(default_factory=dict)
    comments: dict[str, str | None] = field(default_factory=dict)
    withheld: int = 0


def score(execution: Execution) -> Scored:
    """Score an executed notebook; what came of each graded cell is written into its metadata.

    A test gives its points when it ran to its end without an error; where its last statement is an
    expression with a number, it gives that many, and 0 when these are not between 0 and the points there
    are: then the test is wrong. When there is evidence that something changed how tests work, the score is
    withheld: a person looks at it.
    """
    found, stopped = Scored(), ""
    for place, cell in enumerate(execution.notebook.cells):
        run = execution.cells.get(place, CellRun())
        meta = cell.metadata.get("nbgrader", {})
        if not meta.get("grade_id"):
            stopped = stopped or _stopped(cell, run)
            continue
        if meta.get("solution") or meta.get("task"):
            unchanged = meta.get("checksum") == utils.compute_checksum(cell)
            found.comments[meta["grade_id"]] = NO_RESPONSE if unchanged and not meta.get("task") else None
            stopped = stopped or _stopped(cell, run)
            if meta.get("grade"):
                found.scores[meta["grade_id"]] = 0.0 if unchanged else None
                _note(cell, outcomes.NOT_ATTEMPTED if unchanged else outcomes.TO_MARK, "", run)
        elif meta.get("grade") and cell.cell_type == "code":
            points, outcome, message = _test(cell, run)
            if outcome not in {outcomes.RIGHT, outcomes.TAMPERED} and stopped:
                outcome, message = stopped, _WORDS[stopped]
            found.scores[meta["grade_id"]] = points
            found.withheld += outcome == outcomes.TAMPERED
            _note(cell, outcome, message, run)
            stopped = ""
    return found


_WORDS = {
    outcomes.TIMEOUT: "your cell above took too long and was stopped: is there a loop that never ends?",
    outcomes.MEMORY: "your cell above needed more memory than there is",
    outcomes.CUT: "your cell above printed without end and was stopped",
    outcomes.ERROR: "your cell above ended the program that runs this notebook",
}


def _stopped(cell: Any, run: CellRun) -> str:
    return _STOPPED.get(run.status, "") if cell.cell_type == "code" else ""


def _test(cell: Any, run: CellRun) -> tuple[float | None, str, str]:
    """Return points, outcome and message of a test."""
    most = float(cell.metadata["nbgrader"]["points"])
    results = [output for output in cell.outputs if output.output_type == "execute_result"]
    if run.evidence:
        return None, outcomes.TAMPERED, _HELD
    errors = [output for output in cell.outputs if output.output_type == "error"]
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
    if run.results != len(results) or run.results > 1:
        run.evidence.append(REPLACED)
        return None, outcomes.TAMPERED, _HELD
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
    cell.metadata[outcomes.KEY] = {
        "outcome": outcome,
        "message": message,
        "seconds": round(run.cpu, 3),
        "evidence": list(run.evidence),
    }
