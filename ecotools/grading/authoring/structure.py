"""What is wrong with how an assignment is built, found by reading it: each finding names file and cell."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from ecotools.grading.assignment import HIDDEN, SOLUTION, Assignment, AssignmentCell, AssignmentTask
from ecotools.notebooks.code_cells import called

_MARKS = re.compile(r"(BEGIN|END) (SOLUTION|HIDDEN TESTS)")


def faults(assignment: Assignment) -> list[str]:
    """Return what keeps an assignment from being graded, whoever wrote it and with whatever tests."""
    found = [*_repeated(assignment)]
    for cell in assignment.cells:
        found += [f"{_where(assignment, cell)}: {text}" for text in _unpaired(cell.source)]
    return found


def problems(assignment: Assignment) -> list[str]:
    """Return what is wrong with ``assignment``, one sentence per finding; nothing when all is well.

    Looked at: repeated ``grade_id``, marks without their partner or in the wrong kind of cell, points
    that are missing or differ between heading, metadata and ``check(points=…)``, checks with another
    task's name, solution cells without a check, cells that would give points by accident.
    """
    found = faults(assignment)
    for cell in assignment.cells:
        found += [f"{_where(assignment, cell)}: {text}" for text in _in_cell(cell)]
    for task in assignment.tasks:
        found += [f"{assignment.path}, task {task.name}: {text}" for text in _in_task(task)]
    in_tasks = {cell.name for task in assignment.tasks for cell in task.cells}
    for cell in assignment.cells:
        if cell.kind == "solution" and cell.name not in in_tasks:
            found.append(f"{_where(assignment, cell)}: a solution cell that belongs to no graded task")
    if not assignment.tasks:
        found.append(f"{assignment.path}: no task: no heading '## …' is followed by a graded cell")
    return found


def _where(assignment: Assignment, cell: AssignmentCell) -> str:
    return f"{assignment.path}, cell {cell.place} ({cell.name})"


def _repeated(assignment: Assignment) -> Iterator[str]:
    first: dict[str, AssignmentCell] = {}
    for cell in assignment.cells:
        if cell.name in first:
            yield f"{_where(assignment, cell)}: the same grade_id as cell {first[cell.name].place}"
        if cell.name:
            first[cell.name] = cell


def _in_cell(cell: AssignmentCell) -> Iterator[str]:
    if SOLUTION[0] in cell.source and cell.kind not in {"solution", "written"}:
        yield f"{SOLUTION[0]} stands in a {cell.kind} cell; only solution cells are emptied"
    if HIDDEN[0] in cell.source and cell.kind != "check":
        yield f"{HIDDEN[0]} stands in a {cell.kind} cell; only check cells have hidden tests"
    if cell.kind in {"check", "written"} and cell.points <= 0:
        yield "a graded cell without points"
    if cell.kind in {"check", "solution", "code", "parameters"}:
        yield from _code(cell)


def _unpaired(source: str) -> Iterator[str]:
    """Yield marks that are opened twice, never closed, or closed before they are opened."""
    open_mark = ""
    for edge, what in _MARKS.findall(source):
        if edge == "BEGIN" and open_mark:
            yield f"BEGIN {what} inside BEGIN {open_mark}"
        if edge == "END" and open_mark != what:
            yield f"END {what} without BEGIN {what}"
        open_mark = what if edge == "BEGIN" else ""
    if open_mark:
        yield f"BEGIN {open_mark} without END {open_mark}"


def _code(cell: AssignmentCell) -> Iterator[str]:
    try:
        body = ast.parse(cell.source).body
    except SyntaxError as error:
        yield f"not plain Python (line {error.lineno}: {error.msg}); magics cannot be used in assignments"
        return
    # nbgrader reads the value of a check cell's last expression as its points.
    if cell.kind == "check" and body and isinstance(body[-1], ast.Expr):
        yield "ends with an expression, whose value nbgrader would take for points"


def _in_task(task: AssignmentTask) -> Iterator[str]:
    if task.stated_points is None:
        yield f"its heading says no points; expected '{task.title} ({task.points:g} points)'"
    elif task.stated_points != task.points:
        yield f"its heading says {task.stated_points:g} points, its cells give {task.points:g}"
    if task.computed and not task.of_kind("solution"):
        yield "a check, but no solution cell"
    if task.of_kind("solution") and not task.computed:
        yield "a solution cell, but no check"
    for cell in task.of_kind("check"):
        yield from _check_call(task, cell)


def _check_call(task: AssignmentTask, cell: AssignmentCell) -> Iterator[str]:
    """Yield where ``check("02-q1", …, points=4)`` says something else than the metadata."""
    try:
        tree = ast.parse(cell.source)
    except SyntaxError:
        return
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and called(node) == "check"]
    if not calls:
        yield f"cell {cell.place} ({cell.name}) calls no check(…)"
        return
    given = [keyword.value for call in calls for keyword in call.keywords if keyword.arg == "points"]
    stated = sum(value.value for value in given if isinstance(value, ast.Constant))
    if stated != cell.points:
        yield f"check(…, points={stated:g}) in cell {cell.name}, but its metadata has {cell.points:g} points"
    for call in calls:
        name = call.args[0].value if call.args and isinstance(call.args[0], ast.Constant) else None
        if name != task.name:
            yield f"check({name!r}, …) in cell {cell.name}; expected check({task.name!r}, …)"
