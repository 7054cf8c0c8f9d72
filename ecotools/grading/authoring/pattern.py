"""The pattern of an assignment, checked by reading it: its texts, its check cells, its readings, its points.

The findings are of a kind of their own, beside those of ``structure``: an assignment may be fit for grading
and not follow the pattern yet.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from ecotools.grading.assignment import Assignment, AssignmentTask
from ecotools.grading.authoring import tasks as described
from ecotools.grading.course import Course
from ecotools.notebooks import read
from ecotools.notebooks.code_cells import CodeCell, code_cells
from ecotools.notebooks.links import dead_links
from ecotools.notebooks.pattern import cell_problems

HINTS = 2
TAG = "raises-exception"  # without it, nbgrader and JupyterLab stop at the first check that refuses
# "`share(1, 4)` is `0.25`", in the words a text may use for it.
EXAMPLE = re.compile(
    r"`(?P<call>[^`\n]+\)(?:\[[^`\n]*\])?)`\s+(?:is|are|gives|returns|makes)\s+`(?P<value>[^`\n]+)`"
)
_POINTS = re.compile(r"\b(\d+) points\b")
_ROW = re.compile(r"^\s*\|\s*(\d+(?:\.\d+)?)\s*\|", re.MULTILINE)
_WORDS = ("example", "shape")
_CLAIMS = ("quote", "recompute")


def problems(assignment: Assignment) -> list[str]:
    """Return where ``assignment`` leaves the pattern, one sentence per finding."""
    notebook = read(assignment.path)
    cells = {cell.place: cell for cell in code_cells(notebook)}
    found = [*_checks(assignment, cells), *_totals(assignment), *dead_links(assignment.path, notebook)]
    found += [text for cell in cells.values() for text in cell_problems(cell)]
    tasks = described.load(assignment.path.parent)
    for task in assignment.tasks:
        found += [f"task {task.name}: {text}" for text in _in_task(task, tasks.get(task.name), cells)]
    for name in tasks.keys() - {task.name for task in assignment.tasks}:
        found.append(f"{described.FILE} describes {name}, which the notebook does not have")
    return [f"{assignment.path}: {text}" for text in found]


def shown_answers(course: Course, name: str) -> list[str]:
    """Return the claims of the assignment ``name`` whose audit its module's lesson shows."""
    lesson = course.root / "course" / f"{name}.ipynb"
    if not lesson.exists():
        return []
    assignment = course.assignment(name).main
    asked = {
        claim
        for task in assignment.tasks
        if is_claim(task)
        for cell in task.of_kind("code")
        for claim in claims_of(cell.source)
    }
    found = []
    for cell in code_cells(read(lesson)):
        for claim in sorted(asked & claims_of(cell.source)):
            found.append(f"{lesson}: {cell.where} shows the claim {claim}, which the assignment asks about")
    return found


def is_claim(task: AssignmentTask) -> bool:
    """Return whether a task is the one that checks a claim."""
    return "claim" in task.title.casefold()


def claims_of(source: str) -> set[str]:
    """Return the ids of claims that code asks ``ecotools.claims`` for.

    >>> claims_of('claims.quote("A09")')
    {'A09'}
    """
    try:
        nodes = list(ast.walk(ast.parse(source)))
    except SyntaxError:
        return set()
    return {
        argument.value
        for node in nodes
        if isinstance(node, ast.Call) and getattr(node.func, "attr", "") in _CLAIMS
        for argument in node.args
        if isinstance(argument, ast.Constant)
    }


def examples_in(task: AssignmentTask) -> list[tuple[str, str]]:
    """Return the examples in the text of a task: what is called, and what it is said to give."""
    texts = [cell.source for cell in task.of_kind("text", "locked")]
    return [(found["call"], found["value"]) for text in texts for found in EXAMPLE.finditer(text)]


def _checks(assignment: Assignment, cells: dict[int, CodeCell]) -> Iterator[str]:
    for cell in assignment.cells:
        if cell.kind == "check" and TAG not in cells[cell.place].metadata.get("tags", []):
            yield f"cell {cell.place} ({cell.name}): a check cell without the tag {TAG!r}"


def _totals(assignment: Assignment) -> Iterator[str]:
    """Yield totals in the text before the first task that are not those of the tasks."""
    first = min((cell.place for task in assignment.tasks for cell in task.cells), default=0)
    for cell in assignment.cells:
        if cell.place < first and cell.kind in {"text", "locked"}:
            for stated in _POINTS.findall(cell.source):
                if float(stated) != assignment.points:
                    yield (
                        f"cell {cell.place} ({cell.name}): {stated} points in the text, "
                        f"{assignment.points:g} in the tasks"
                    )


def _in_task(
    task: AssignmentTask, known: described.TaskText | None, cells: dict[int, CodeCell]
) -> Iterator[str]:
    text = "\n".join(cell.source for cell in task.of_kind("text", "locked"))
    if known and known.points != task.points:
        yield f"{described.FILE} gives {known.points:g} points, the metadata {task.points:g}"
    if not task.computed:
        yield from _rubric(task)
        return
    if text.count("<details") < HINTS:
        yield f"{text.count('<details')} hints in its text, expected {HINTS}"
    if not any(word in text.casefold() for word in _WORDS):
        yield "no example in its text: begin a line with 'Example:'"
    if known is None:
        return
    if any("(" in call for call in known.examples) and not examples_in(task):
        yield "no example in its text that can be tried, such as `share(1, 4)` is `0.25`"
    if not is_claim(task) and any("(" in call for call in known.hidden):
        check = task.of_kind("check")[-1].place
        after = [cells[cell.place] for cell in task.of_kind("code") if cell.place > check]
        if not any(cell.calls("reading") for cell in after):
            yield "no cell with reading(…) after its check asks for one reading of the learner's own data"


def _rubric(task: AssignmentTask) -> Iterator[str]:
    rows = [float(row) for cell in task.of_kind("locked") for row in _ROW.findall(cell.source)]
    if not rows:
        yield "no rubric: a table in a locked cell whose first column holds the points"
    elif max(rows) != task.points:
        yield f"its rubric goes up to {max(rows):g} points, the task is worth {task.points:g}"
