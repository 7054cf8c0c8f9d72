"""From ``graded("04-q1")`` in a source notebook to the check that students get, with its hidden tests."""

from __future__ import annotations

import contextlib
import copy
import io
import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from nbformat import NotebookNode

from ecotools.grading.authoring.literals import WIDEST, LiteralError, as_source, quoted, wrapped
from ecotools.grading.authoring.tasks import FILE, Form, Slip, TaskError, TaskText, load
from ecotools.grading.judge.names import names_of
from ecotools.notebooks import read

FIRST_LINE = "# Check: run this cell to see whether your answer is right"
_GRADED = re.compile(r"^graded\(\s*(['\"])(?P<task>[^'\"]+)\1\s*\)", re.MULTILINE)


def task_of(source: str) -> str:
    """Return the id in ``graded("04-q1")``, "" where a cell does not call it.

    >>> task_of('# Check\\ngraded("04-q1")'), task_of("graded = 3")
    ('04-q1', '')
    """
    found = _GRADED.search(source)
    return found["task"] if found else ""


def expand(notebook: NotebookNode, folder: Path) -> NotebookNode:
    """Return a copy of a source notebook in which the checks of ``tasks.py`` are written out.

    Raises
    ------
    TaskError
        When a task is not described, or its examples or slips are not as they should be.
    """
    if not any(cell.cell_type == "code" and task_of(cell.source) for cell in notebook.cells):
        return notebook
    made, checks = copy.deepcopy(notebook), Checks(notebook, load(folder), folder)
    for cell in made.cells:
        name = task_of(cell.source) if cell.cell_type == "code" else ""
        if name:
            cell.source = checks.text(name)
    return made


def graded(task: str) -> None:
    """Run the check of a task as students and grading will have it: for authors, in the source notebook.

    It reads ``tasks.py`` and the notebook of the same name as the folder that it runs in; save that first.
    """
    folder = Path.cwd()
    notebook = read(folder / f"{folder.name}.ipynb")
    space = sys._getframe(1).f_globals
    exec(compile(Checks(notebook, load(folder), folder).text(task), f"<check {task}>", "exec"), space)


@dataclass(frozen=True)
class _Given:
    """What an answer gives for an expression: a value, or the name of an exception."""

    value: Any = None
    error: str = ""

    def text(self, indent: int = 0) -> str:
        return self.error or as_source(self.value, indent)


class Checks:
    """Writes the checks of one notebook; what is expected comes from running its reference solutions."""

    def __init__(self, notebook: NotebookNode, tasks: Mapping[str, TaskText], folder: Path) -> None:
        self._tasks, self._folder = tasks, folder
        self._cells = [cell for cell in notebook.cells if cell.cell_type == "code"]

    def answers(self, name: str) -> list[tuple[Slip | Form, dict[str, str]]]:
        """Return the wrong and the other right answers of a task, each with its solution cells."""
        task = self._task(name)
        cells = {cell.metadata.get("nbgrader", {}).get("grade_id"): cell.source for cell in self._cells}
        here = {cell: plain(cells[cell]) for cell in self._cells_of(name)}
        return [(one, self.answer(task, one.change, here)) for one in (*task.slips, *task.also)]

    def text(self, name: str) -> str:
        """Return the check cell of a task, hidden tests included."""
        task = self._task(name)
        space, solutions = self._before(name)
        here = {cell: plain(text) for cell, text in solutions.items() if cell in self._cells_of(name)}
        shown: set[str] = set()
        examples = "".join(self._example(task, call, space, here, shown) for call in task.examples)
        for slip in task.slips:
            if task.examples and not slip.hidden_only and slip.name not in shown:
                raise TaskError(
                    f"{self._folder / FILE}, {task.id}, slip {slip.name!r}: no example tells it from a right"
                    " answer and from the other slips; add an example, or say hidden_only=True"
                )
        forms = "".join(
            f"    expect.form({one}, {like}, of={quoted(one)})\n" for one, like in task.form.items()
        )
        given = [quoted(one) for one in (name, *task.names)] + [f"points={task.points:g}"]
        given += ["mutates=True"] if task.mutates else []
        given += [f"right={wrapped(task.right, 10)}"] if task.right else []
        opening = _call("with check", given, 0) + " as expect:\n"
        return f"{FIRST_LINE}\n{opening}{forms}{examples}{self._hidden(task, solutions, here)}"

    def _task(self, name: str) -> TaskText:
        if name not in self._tasks:
            raise TaskError(
                f"{self._folder / FILE}: no task {name!r}; it has {', '.join(self._tasks) or 'none'}"
            )
        return self._tasks[name]

    def _cells_of(self, name: str) -> list[str]:
        """Return the grade_ids of the solution cells between the check of ``name`` and the one before."""
        found: list[str] = []
        for cell in self._cells:
            meta = cell.metadata.get("nbgrader", {})
            if task_of(cell.source) == name:
                return found
            if meta.get("grade") and not meta.get("solution"):
                found = []
            elif meta.get("solution"):
                found.append(meta["grade_id"])
        return found

    def _before(self, name: str) -> tuple[dict[str, Any], dict[str, str]]:
        """Run the cells before the check of ``name``; return their names, and solution cells by grade_id."""
        space: dict[str, Any] = {"__name__": "__main__", "display": print}
        solutions = {}
        for cell in self._cells:
            if task_of(cell.source) == name:
                return space, solutions
            meta = cell.metadata.get("nbgrader", {})
            if meta.get("grade") and not meta.get("solution"):
                continue
            _run(cell.source, space)
            if meta.get("solution"):
                solutions[meta["grade_id"]] = cell.source
        raise TaskError(f"{self._folder}: no cell calls graded({name!r})")

    def _example(
        self, task: TaskText, call: str, space: dict, solutions: Mapping[str, str], shown: set[str]
    ) -> str:
        """Return the lines of one example, with what each slip gives there."""
        expected, given = _evaluated(task.examples[call], space), _evaluated(call, space)
        if expected.error or not _same(given, expected, task):
            raise TaskError(
                f"{self._folder / FILE}, {task.id}: the example {call} is said to be {task.examples[call]},"
                f" and the reference solution gives {given.text()}"
            )
        slips: dict[str, tuple[_Given, str]] = {}
        for slip in task.slips:
            wrong = self._wrong(task, slip.name, slip.change, solutions, space, call)
            text = _writable(wrong)
            if not slip.hidden_only and not _same(wrong, given, task) and text and text not in slips:
                slips[text] = wrong, slip.says
                shown.add(slip.name)
        parts = [quoted(call), as_source(expected.value, 8)]
        if slips:
            pairs = (_pair(wrong.text(16), says, 12) for wrong, says in slips.values())
            parts.append("slips=[\n" + "".join(pairs) + " " * 8 + "]")
        parts += [f"{name}={value!r}" for name, value in task.how.items()]
        return _call("    expect.example", parts, 4) + "\n"

    def _wrong(self, task, name, change, solutions: Mapping[str, str], space: dict, call: str) -> _Given:
        """Return what an answer with a slip gives for an expression."""
        answer = self.answer(task, change, solutions)
        changed = dict(space)
        try:
            for text in answer.values():
                _run(text, changed)
        except Exception as error:
            raise TaskError(
                f"{self._folder / FILE}, {task.id}, {name!r}: {type(error).__name__}: {error}"
            ) from error
        return _evaluated(call, changed)

    def answer(self, task: TaskText, change, solutions: Mapping[str, str]) -> dict[str, str]:
        """Return the solution cells of a task with a change made, by grade_id."""
        cell = change.cell or next(iter(solutions), "")
        if cell not in solutions:
            raise TaskError(f"{self._folder / FILE}, {task.id}: there is no solution cell {cell!r}")
        try:
            return dict(solutions) | {cell: change.of(solutions[cell])}
        except TaskError as error:
            raise TaskError(f"{self._folder / FILE}, {task.id}: {error}") from error

    def _hidden(self, task: TaskText, solutions: Mapping[str, str], here: Mapping[str, str]) -> str:
        """Return the hidden part: the cases, and the reference solution as text for the judge."""
        reference = "\n\n".join(plain(text) for text in self._needed(solutions, here))
        calls = "".join(f"            {quoted(call)},\n" for call in task.hidden)
        texts = [("\n\n".join(self.answer(task, one.change, here).values()), one.says) for one in task.slips]
        said = "".join(_pair(repr(text), says, 12) for text, says in texts)
        parts = [f"[\n{calls}        ]", f"reference={reference!r}"]
        parts += [f"slips=[\n{said}        ]"] if said else []
        parts += [f"{name}={value!r}" for name, value in task.how.items()]
        test = _call("    expect.same", parts, 4)
        return f"    ### BEGIN HIDDEN TESTS\n{test}\n    ### END HIDDEN TESTS"

    def _needed(self, solutions: Mapping[str, str], here: Mapping[str, str]) -> list[str]:
        """Return the solution cells of a task, and the earlier ones whose names they read, in order."""
        wanted = set(here)
        names = {cell: names_of(plain(text)) for cell, text in solutions.items()}
        read = set().union(*(names[cell].reads | names[cell].deferred for cell in wanted))
        for cell in reversed(list(solutions)):
            if cell not in wanted and names[cell].binds & read:
                wanted.add(cell)
                read |= names[cell].reads | names[cell].deferred
        return [text for cell, text in solutions.items() if cell in wanted]


def plain(solution: str) -> str:
    """Return a solution cell without the marks of nbgrader, and without comments of its stub."""
    return "\n".join(line for line in solution.split("\n") if not re.search(r"### (BEGIN|END) ", line))


def _call(opening: str, parts: list[str], indent: int) -> str:
    """Return the text of a call, over several lines where one would be too long."""
    flat = f"{opening}({', '.join(parts)})"
    if "\n" not in flat and len(flat) <= WIDEST:
        return flat
    space = " " * (indent + 4)
    return f"{opening}(\n" + "".join(f"{space}{part},\n" for part in parts) + " " * indent + ")"


def _pair(value: str, says: str, indent: int) -> str:
    """Return the lines of a wrong value and its sentence."""
    space, flat = " " * indent, f"({value}, {quoted(says)}),"
    if "\n" not in flat and len(flat) + indent <= WIDEST:
        return f"{space}{flat}\n"
    return f"{space}(\n{space}    {value},\n{space}    {wrapped(says, indent + 4)},\n{space}),\n"


def _writable(given: _Given) -> str:
    try:
        return given.text()
    except LiteralError:
        return ""


def _same(one: _Given, other: _Given, task: TaskText) -> bool:
    from ecotools.learn.compare.examples import differ

    if one.error or other.error:
        return one.error == other.error
    return differ(one.value, other.value, task.how) is None


def _run(source: str, space: dict[str, Any]) -> None:
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        exec(compile(source, "<cell>", "exec"), space)


def _evaluated(expression: str, space: dict[str, Any]) -> _Given:
    """Return what an expression gives, or the exception that it ends with."""
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            return _Given(eval(compile(expression, "<example>", "eval"), dict(space)))
    except Exception as error:
        return _Given(error=type(error).__name__)


@lru_cache(maxsize=64)
def expanded_file(path: Path, text: bytes, tasks: bytes) -> NotebookNode:
    """Return the expanded notebook in ``path``, made once for the same ``text`` and the same ``tasks.py``."""
    return expand(read(path), path.parent)
