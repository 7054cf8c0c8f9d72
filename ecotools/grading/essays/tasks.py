"""What a written task asks for, as its source says: the rubric and the model answer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ecotools.grading.assignment import SOLUTION, Assignment, AssignmentCell, AssignmentTask
from ecotools.grading.roster.student_ids import id_in

_ROW = re.compile(r"^\|\s*(?P<points>\d+(?:\.\d+)?)\s*\|(?P<says>.*)\|\s*$", re.MULTILINE)
_HEAD = re.compile(r"^\|\s*points\s*\|", re.MULTILINE | re.IGNORECASE)
_MOST_KEYS = 9
_LETTERS = "abdefgh"  # without those that the page has for something else


@dataclass(frozen=True)
class RubricRow:
    """Points, what an answer does that gets them, and the key that gives them; "" for what there is not."""

    points: float
    says: str
    key: str


@dataclass(frozen=True)
class WrittenTask:
    """A task that a person marks: ``cell`` of ``notebook`` holds the answer.

    ``given`` is all that the learner was given to read there: the task, the rubric, the placeholder. The
    numbers in ``model`` are those of ``student_id``, the STUDENT_ID of the source; "" where it has none.
    """

    notebook: str
    cell: str
    title: str
    points: float
    rubric: tuple[RubricRow, ...]
    model: str
    given: str
    student_id: str = ""


def written_tasks(assignment: Assignment) -> list[WrittenTask]:
    """Return the written tasks of an assignment in order."""
    found = []
    for part in assignment.parts or (assignment,):
        ids = (id_in(cell.source) for cell in part.cells if cell.kind == "parameters")
        whose = next(filter(None, ids), "")
        found += [
            _task(part.name, task, cell, whose) for task in part.tasks for cell in task.of_kind("written")
        ]
    return found


def _task(notebook: str, task: AssignmentTask, cell: AssignmentCell, student_id: str) -> WrittenTask:
    texts = [one.source for one in task.of_kind("text", "locked")]
    solution = "\n".join(cell.lines(SOLUTION)).strip()
    # A cell without marks is a solution as a whole, and learners got the placeholder of the course.
    model, stub = (solution, cell.without(SOLUTION)) if solution else (cell.source.strip(), "")
    rows = tuple(keyed([*_rows("\n".join(texts))]) or _whole_points(cell.points))
    given = "\n".join([task.title, *texts, stub])
    return WrittenTask(notebook, cell.name, task.title, cell.points, rows, model, given, student_id)


def _rows(text: str) -> Iterator[tuple[float, str]]:
    """Yield points and words of the rows of a rubric: a table whose first column is called points."""
    head = _HEAD.search(text)
    if head:
        for row in _ROW.finditer(text, head.end()):
            yield float(row["points"]), row["says"].strip()


def _whole_points(points: float) -> list[RubricRow]:
    """Return a row without words for each number of points, where there is no rubric and few of them."""
    if points > _MOST_KEYS:
        return []
    return keyed([(number, "") for number in sorted({points, *map(float, range(int(points)))}, reverse=True)])


def keyed(rows: list[tuple[float, str]]) -> list[RubricRow]:
    """Return the rows with their keys: the points themselves, or letters where these are no single digits.

    >>> [row.key for row in keyed([(2, "all"), (1, "half"), (0, "none")])]
    ['2', '1', '0']
    >>> [row.key for row in keyed([(1, "all"), (0.5, "half")])]
    ['a', 'b']
    """
    digits = [f"{points:g}" for points, _ in rows]
    plain = len(set(digits)) == len(digits) and all(len(digit) == 1 for digit in digits)
    keys = digits if plain else [*_LETTERS, *[""] * len(rows)]
    return [RubricRow(points, says, key) for (points, says), key in zip(rows, keys, strict=False)]
