"""What a learner is told about each graded cell: outcome in words, message, score and comment."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from nbformat import NotebookNode

from ecotools import outcomes
from ecotools.grading import notes
from ecotools.grading.gradebook.marks import Mark, Marks
from ecotools.grading.pipeline.manual_marks import EARLIER

# How bootstrap colours it; the words say the same.
_LOOKS: Mapping[str, str] = {
    outcomes.RIGHT: "success",
    outcomes.MARKED: "success",
    outcomes.NOT_ATTEMPTED: "warning",
    outcomes.TO_MARK: "info",
}
_ANSI = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")


@dataclass(frozen=True)
class CellFeedback:
    """One cell as the page shows it.

    ``score``, ``outcome`` and ``message`` are empty for a cell without points; ``look`` is the colour of the
    outcome, by bootstrap's names. ``title`` is the heading of its task, ``extra`` the extra credit in the
    score, in words.
    """

    name: str
    label: str
    score: str = ""
    outcome: str = ""
    message: str = ""
    look: str = ""
    comment: str = ""
    title: str = ""
    extra: str = ""


def tell(notebook: NotebookNode, marks: Marks, titles: Mapping[str, str]) -> list[CellFeedback]:
    """Note in each cell's metadata, as ``told``, what its student is told; return what has no cell.

    ``titles`` are the headings of tasks by graded cell.
    An error whose traceback says just the message is taken out of the cell: the message is there already.
    """
    missing = dict(marks.cells)
    for cell in notebook.cells:
        meta = cell.metadata.get("nbgrader", {})
        name = meta.get("grade_id", "")
        mark = missing.pop(name, None) if meta.get("grade") or meta.get("task") else None
        if mark is not None:
            told = _graded(cell, name, mark, _comment(cell, marks.comments.get(name, ""), mark.waits))
            told = replace(told, title=titles.get(name, ""), extra=_extra(mark))
        elif meta.get("solution"):
            comment = _comment(cell, marks.comments.get(name, ""))
            told = CellFeedback(name, "Your answer", comment=comment, title=titles.get(name, ""))
        else:
            continue
        cell.metadata["told"] = told
        if told.message and cell.cell_type == "code":
            cell.outputs = [output for output in cell.outputs if not _says_just(output, told.message)]
    return [
        CellFeedback(
            name,
            "Cell that is not in the notebook",
            _score(mark),
            *_outcome_of_nothing(mark),
            title=titles.get(name, ""),
            extra=_extra(mark),
        )
        for name, mark in missing.items()
    ]


def _comment(cell: NotebookNode, comment: str, waits: bool = True) -> str:
    """Return a comment; one that was written for another answer says so, until a person has looked again."""
    earlier = notes.note(cell).get(EARLIER)
    about_another = comment and waits and earlier and earlier.get("comment") == comment
    return f"On your earlier answer: {comment}" if about_another else comment


def _graded(cell: NotebookNode, name: str, mark: Mark, comment: str) -> CellFeedback:
    meta = cell.metadata["nbgrader"]
    written = meta.get("solution") or meta.get("task") or cell.cell_type != "code"
    outcome, message = _by_hand(cell, mark) if written else _by_check(cell, mark)
    if mark.waits:
        outcome = outcomes.TO_MARK
    words = outcomes.ON_FEEDBACK.get(outcome, outcome)
    if mark.by_person and not mark.waits and outcome != outcomes.MARKED:
        words += "; the score is a person's"
    look = _LOOKS.get(outcome, "danger")
    return CellFeedback(name, _label(cell), _score(mark), words, message.strip(), look, comment)


def _label(cell: NotebookNode) -> str:
    """Return nbgrader's name for a kind of cell."""
    meta = cell.metadata["nbgrader"]
    if meta.get("task"):
        return "Task"
    if not meta.get("solution"):
        return "Test cell"
    return "Coding free-response" if cell.cell_type == "code" else "Written response"


def _score(mark: Mark) -> str:
    """Return a score as nbgrader writes it; one that is not final is none yet."""
    return f"{'not yet' if mark.waits else round(mark.score, 2)} / {round(mark.points, 2)}"


def _extra(mark: Mark) -> str:
    """Return what of a score is extra credit, in words."""
    return f"{round(mark.extra, 2):g} of it extra credit" if mark.extra and not mark.waits else ""


def _by_hand(cell: NotebookNode, mark: Mark) -> tuple[str, str]:
    noted = notes.note(cell)
    untouched = mark.score == 0 and not mark.by_person
    outcome = outcomes.NOT_ATTEMPTED if untouched else outcomes.MARKED
    return outcome, noted.get("message", "")


def _by_check(cell: NotebookNode, mark: Mark) -> tuple[str, str]:
    """Return what grading noted, or else what the outputs of a notebook graded by nbgrader say."""
    noted = notes.note(cell)
    if "outcome" in noted:
        return noted["outcome"], noted.get("message", "")
    for output in cell.outputs:
        if output.output_type == "error":
            outcome = outcomes.OF_EXCEPTION.get(output.ename, outcomes.ERROR)
            return outcome, output.evalue or output.ename
    if mark.by_person or mark.score >= mark.points:
        return outcomes.RIGHT, ""
    warned = _stderr(cell)
    return outcomes.WARNED if warned else outcomes.WRONG, warned


def _stderr(cell: NotebookNode) -> str:
    streams = [output for output in cell.outputs if output.output_type == "stream"]
    return "".join(output.text for output in streams if output.name == "stderr")


def _outcome_of_nothing(mark: Mark) -> tuple[str, ...]:
    if mark.waits:
        return outcomes.ON_FEEDBACK[outcomes.TO_MARK], "", _LOOKS[outcomes.TO_MARK]
    return outcomes.ON_FEEDBACK[outcomes.NOT_ATTEMPTED], "", _LOOKS[outcomes.NOT_ATTEMPTED]


def _says_just(output: Any, message: str) -> bool:
    """Return whether an output is an error whose traceback is the message and nothing else."""
    if output.output_type != "error":
        return False
    return _ANSI.sub("", "".join(output.traceback)).split() == _ANSI.sub("", message).split()
