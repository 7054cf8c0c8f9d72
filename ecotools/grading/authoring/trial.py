"""Try answers against an assignment's checks in this process: no kernel, so that hundreds take seconds.

The cells of a notebook are run as plain Python: answers in one namespace, tests in another, as the judge of
`ecotools.grading.judge` has them. What came before a task is run once; each answer to it then runs in a fork
(see ``forks``).
"""

from __future__ import annotations

import contextlib
import io
import linecache
import sys
import types
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ecotools.grading.assignment import AssignmentCell, AssignmentTask
from ecotools.grading.judge.answers import Answers
from ecotools.grading.judge.bench import Bench
from ecotools.grading.judge.plan import (
    PARAMETERS,
    SETUP,
    SOLUTION,
    TEST,
    JudgePlan,
    JudgeStep,
    SourceCodeCell,
    make_plan,
)
from ecotools.outcomes import ERROR, OF_EXCEPTION, RIGHT, WARNED
from ecotools.wire import WireError

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

    def run(self, cell: AssignmentCell, source: str | None = None) -> Ran:
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


class Trial:
    """A hand-in and its judge, in two namespaces of this process, as ``plan`` divides an assignment."""

    def __init__(self, plan: JudgePlan, seed: str = "") -> None:
        self._plan, self._seed = plan, seed
        self._judge, self._handin = Namespace(), Namespace()
        self._answers = Answers(self._handin.names, lambda message: self._bench.stand_ins.serve(message))
        self._bench = Bench(self._judge.names, self._answers.serve)

    @property
    def answers(self) -> dict:
        """The names of the hand-in."""
        return self._handin.names

    def run(self, cell: AssignmentCell, source: str | None = None) -> Ran:
        """Run ``cell``, or ``source`` in its place, where it belongs; return what came of it."""
        source = cell.source if source is None else source
        test = self._plan.test(cell.name) if cell.kind == "check" else None
        if test is not None:
            return self._judged(cell, test, source)
        ran = self._handin.run(cell, source)
        if ran.error is None and any(step.name == cell.name for step in self._plan.steps):
            return self._judge.run(cell, source)
        return ran

    def _judged(self, cell: AssignmentCell, test: JudgeStep, source: str) -> Ran:
        asked = {"do": "remember", "place": cell.place, "names": list(test.names)}
        remembered = self._answers.serve(asked)
        seed = zlib.crc32(f"{self._seed}|{cell.name}".encode())
        self._answers.serve({"do": "begin", "place": cell.place, "seed": seed})
        said = {"asked": test.asked, "wanted": test.wanted, "remembered": remembered}
        unread = self._bench.seat(said | {"source": source, "seed": seed})["unread"]
        ran = self._judge.run(cell, source)
        return Ran(WireError(unread), ran.stderr) if unread and ran.error is not None else ran


def planned(cells: Iterable[AssignmentCell]) -> JudgePlan:
    """Return what the judge runs of an assignment's cells."""
    return make_plan(code_cells(cells))


def code_cells(cells: Iterable[AssignmentCell]) -> tuple[SourceCodeCell, ...]:
    """Return the code among an assignment's cells as the judge has them."""
    return tuple(
        SourceCodeCell(_KINDS[cell.kind], cell.name, cell.source) for cell in cells if cell.kind in RUNS
    )


_KINDS = {"code": SETUP, "parameters": PARAMETERS, "solution": SOLUTION, "check": TEST}


def attempt(trial: Trial, task: AssignmentTask, code: Mapping[str, str] | None = None) -> list[Verdict]:
    """Run the cells of ``task`` with other ``code`` in its solution cells; return what its checks say.

    Parameters
    ----------
    trial : where all cells before the task's first solution have run.
    task : the task.
    code : the text of solution cells by name; the key "" stands for the task's only solution cell.
        Cells that are not named keep what the notebook holds.
    """
    code, verdicts = code or {}, []
    for cell in decisive(task):
        source = answer(task, cell, code)
        ran = trial.run(cell, source)
        if cell.kind == "check":
            verdicts.append(judge(cell, ran))
    return verdicts


def decisive(task: AssignmentTask) -> list[AssignmentCell]:
    """Return the cells that decide what an answer gets: from the first solution to the last check."""
    cells = task.of_kind("code", "solution", "check")
    answers = [place for place, cell in enumerate(cells) if cell.kind != "code"]
    return list(cells[answers[0] : answers[-1] + 1]) if answers else []


def answer(task: AssignmentTask, cell: AssignmentCell, code: Mapping[str, str]) -> str:
    """Return the text of ``cell`` when ``code`` answers ``task``."""
    if cell.kind != "solution":
        return cell.source
    if "" in code and cell == task.of_kind("solution")[0]:
        return code[""]
    return code.get(cell.name, cell.source)


def judge(cell: AssignmentCell, ran: Ran) -> Verdict:
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


def play(trial: Trial, cells: Iterable[AssignmentCell], parameters: Mapping[str, object]) -> list[Verdict]:
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
        ran = trial.run(cell, source)
        if cell.kind == "check":
            verdicts.append(judge(cell, ran))
        elif ran.error is not None and cell.kind != "solution":
            raise RuntimeError(f"cell {cell.place} ({cell.name}): {message_of(ran.error)}")
    return verdicts
