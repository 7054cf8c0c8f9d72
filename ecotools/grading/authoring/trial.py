"""Try answers against an assignment's checks in this process: no kernel, so that hundreds take seconds.

The cells of a notebook are run as plain Python in one namespace. What came before a task is run once;
each answer to it then runs in a fork (see ``forks``).
"""

from __future__ import annotations

import contextlib
import io
import linecache
import sys
import types
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ecotools.grading.assignment import Cell, Task
from ecotools.grading.outcomes import ERROR, OF_EXCEPTION, RIGHT, WARNED

RUNS = ("code", "parameters", "solution", "check")


@dataclass(frozen=True)
class Verdict:
    """What a check cell said: its outcome, its message, the points it gives and the points there are."""

    cell: str
    outcome: str
    message: str
    points: float
    of: float


@dataclass(frozen=True)
class Ran:
    """What came of running one cell: the exception (None when it ended well) and what it wrote to stderr."""

    error: BaseException | None
    stderr: str


class Namespace:
    """The names a notebook defines, filled by running its cells one after the other."""

    def __init__(self) -> None:
        module = types.ModuleType("__main__")
        sys.modules["__main__"] = (
            module  # where pickle, dataclasses and typing look for what a notebook defines
        )
        self.names = module.__dict__
        self.names["display"] = print

    def run(self, cell: Cell, source: str | None = None) -> Ran:
        """Run ``cell``, or ``source`` in its place; what it prints is kept back, errors are returned."""
        source = cell.source if source is None else source
        file = f"<ipython-input-{cell.name}>"
        linecache.cache[file] = (len(source), None, source.splitlines(keepends=True), file)
        errors = io.StringIO()
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(errors):
            try:
                exec(compile(source, file, "exec"), self.names)
            except (Exception, SystemExit) as error:
                return Ran(error, errors.getvalue())
        return Ran(None, errors.getvalue())


def attempt(namespace: Namespace, task: Task, code: Mapping[str, str] | None = None) -> list[Verdict]:
    """Run the cells of ``task`` with other ``code`` in its solution cells; return what its checks say.

    Parameters
    ----------
    namespace : where all cells before the task have run.
    task : the task.
    code : the text of solution cells by name; the key "" stands for the task's only solution cell.
        Cells that are not named keep what the notebook holds.
    """
    code, verdicts = code or {}, []
    for cell in task.of_kind("code", "solution", "check"):
        source = answer(task, cell, code)
        ran = namespace.run(cell, source)
        if cell.kind == "check":
            verdicts.append(judge(cell, ran))
    return verdicts


def answer(task: Task, cell: Cell, code: Mapping[str, str]) -> str:
    """Return the text of ``cell`` when ``code`` answers ``task``."""
    if cell.kind != "solution":
        return cell.source
    if "" in code and cell == task.of_kind("solution")[0]:
        return code[""]
    return code.get(cell.name, cell.source)


def judge(cell: Cell, ran: Ran) -> Verdict:
    """Return the verdict on a check cell by nbgrader's rules: an error or text on stderr gives no points."""
    if ran.error is not None:
        kinds = [kind.__name__ for kind in type(ran.error).__mro__]
        outcome = next((OF_EXCEPTION[kind] for kind in kinds if kind in OF_EXCEPTION), ERROR)
        return Verdict(cell.name, outcome, message_of(ran.error), 0.0, cell.points)
    if ran.stderr:
        return Verdict(cell.name, WARNED, ran.stderr.strip(), 0.0, cell.points)
    return Verdict(cell.name, RIGHT, "", cell.points, cell.points)


def message_of(error: BaseException) -> str:
    """Return what the student reads: the exception's text, with its kind when it is Python's own."""
    text = str(error)
    return text if type(error).__name__ in OF_EXCEPTION else f"{type(error).__name__}: {text}"


def play(namespace: Namespace, cells: Iterable[Cell], parameters: Mapping[str, object]) -> list[Verdict]:
    """Run the code among ``cells``, ``parameters`` set after the parameters cell; return its verdicts.

    Raises
    ------
    RuntimeError
        When a cell that is no check fails: then nothing after it says anything. It names the cell.
    """
    verdicts = []
    for cell in cells:
        if cell.kind not in RUNS:
            continue
        source = cell.source
        if cell.kind == "parameters":
            source += "".join(f"\n{name} = {value!r}" for name, value in parameters.items())
        ran = namespace.run(cell, source)
        if cell.kind == "check":
            verdicts.append(judge(cell, ran))
        elif ran.error is not None and cell.kind != "solution":
            raise RuntimeError(f"cell {cell.place} ({cell.name}): {message_of(ran.error)}")
    return verdicts
