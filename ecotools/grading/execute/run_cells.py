"""Run a hand-in's cells in order, and let the judge run the tests; whatever happens to their processes."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable
from typing import Any

from nbformat import NotebookNode, from_dict
from nbformat.v4 import new_output

from ecotools.grading.execute.cell_run import bounded
from ecotools.grading.execute.job import (
    ANSWER,
    DIED,
    FAILED,
    OK,
    TEST,
    TIMEOUT,
    CellRun,
    Execution,
    HandInLimits,
    Job,
    Process,
)
from ecotools.grading.execute.judge_process import UNREAD, Judge
from ecotools.grading.execute.outputs import Outputs
from ecotools.grading.judge.exchange import Message
from ecotools.grading.judge.names import ends_with_expression
from ecotools.grading.judge.plan import STUDENT, JudgeStep

FORGED = "a result was sent for a test that ends without an expression"
_LONGEST_ID = 200  # characters of a student id
_MOST_ASKED = 5_000  # calls that an answer may make of functions that a test gave it

Opener = Callable[[Outputs], Process]


def conduct(job: Job, open_answers: Opener, open_judge: Opener, sandbox: str) -> Execution:
    """Execute ``job`` with processes made by the openers; return what came of it.

    When the hand-in's process dies, the cell that ran loses, and the rest runs in a fresh process, after
    those before it were run again there. ``sandbox`` is kept with the result.
    """
    return _Conductor(job, open_answers, open_judge).run(sandbox)


class _Conductor:
    def __init__(self, job: Job, open_answers: Opener, open_judge: Opener) -> None:
        self._job, self._limits = job, job.limits
        self._outputs = Outputs(from_dict(job.notebook))
        self._open = open_answers
        self._judge = Judge(job, self._outputs, open_judge)
        cells = enumerate(self._outputs.notebook.cells)
        self._code: list[tuple[int, NotebookNode]] = [
            (place, cell) for place, cell in cells if cell.cell_type == "code" and cell.source.strip()
        ]
        self._runs = {place: CellRun() for place, _ in self._code}
        self._remembered: dict[int, Message] = {}
        self._process: Process | None = None
        self._restarts = 0
        self._student = ""

    def run(self, sandbox: str) -> Execution:
        self._start = time.monotonic()
        try:
            self._run_all()
        finally:
            self._end_process()
            self._judge.close()
        self._outputs.finish()
        seconds = time.monotonic() - self._start
        return Execution(self._outputs.notebook, self._runs, sandbox, seconds, self._student)

    def _run_all(self) -> None:
        waiting = []
        for step, (place, cell) in enumerate(self._code):
            test = self._test(cell)
            if test is None:
                if not self._ready(step):
                    return
                self._runs[place] = self._cell(cell, place)
                self._read_student()
            elif self._job.plan.at_the_end:
                if self._ready(step):
                    self._remember(place, test)
                waiting.append((place, cell, test))
            elif not self._judged(step, place, cell, test):
                return
        for place, cell, test in waiting:
            if not self._judged(len(self._code), place, cell, test):
                return

    def _test(self, cell: NotebookNode) -> JudgeStep | None:
        """Return the step of the judge that a cell is; None when it runs in the hand-in's process."""
        return self._job.plan.test(cell.metadata.get("nbgrader", {}).get("grade_id", ""))

    def _ready(self, step: int) -> bool:
        """Return whether there is a process in which all code cells before ``step`` have run."""
        if self._process is not None and not self._process.alive:
            self._end_process()
            self._restarts += 1
        while self._process is None:
            if self._restarts > self._limits.restarts or self._out_of_time():
                return False
            self._process = self._open(self._outputs)
            if not self._replayed(step):
                self._end_process()
                self._restarts += 1
        return True

    def _replayed(self, step: int) -> bool:
        """Run again what ran before a process died, except what killed it; return whether that went well."""
        for place, cell in self._code[:step]:
            test = self._test(cell)
            if self._out_of_time():
                return False
            if test is not None:
                self._remember(place, test)
            elif self._runs[place].alive:
                run = self._process.run(cell.source, place, self._limits, keep=False)
                if not run.alive:
                    return False
        return True

    def _cell(self, cell: NotebookNode, place: int) -> CellRun:
        """Run a cell of the hand-in, or a test that cannot be judged."""
        test = is_test(cell)
        if test:
            self._process.exchange(self._beginning(place, cell), self._limits)
        run = self._process.run(cell.source, place, self._limits)
        cell.execution_count = run.count
        if test and run.status == OK and run.results and not ends_with_expression(cell.source):
            run.evidence = [FORGED]
        if run.status != OK:
            say_why(cell, run, self._limits)
        return run

    def _remember(self, place: int, test: JudgeStep) -> None:
        """Keep what the names of a test stand for here; where that cannot be had, they are missing."""
        message = {"do": "remember", "place": place, "names": list(test.names)}
        self._process.begin_test()
        self._remembered[place] = self._process.exchange(message, self._limits)

    def _read_student(self) -> None:
        """Take STUDENT_ID, once it is there: text, and not too long."""
        if self._student or not self._job.plan.parameters or not self._process.alive:
            return
        self._process.begin_test()
        said = self._process.exchange({"do": "remember", "place": -1, "names": [STUDENT]}, self._limits)
        try:
            sent = said["names"][STUDENT]["value"]
            value = sent["value"] if sent["kind"] == "plain" else None
        except (KeyError, TypeError):
            return
        if isinstance(value, str) and len(value) <= _LONGEST_ID:
            self._student = value.encode("utf-8", "replace").decode()

    def _judged(self, step: int, place: int, cell: NotebookNode, test: JudgeStep) -> bool:
        """Let the judge run a test; return whether there is time and a process for more."""
        if not self._ready(step):
            return False
        if place not in self._remembered:
            self._remember(place, test)
        self._process.begin_test()
        process, stopped, asked, begin = self._process, [], 0, self._beginning(place, cell)

        def relay(message: Message) -> Message:
            nonlocal asked
            # With the first call the hand-in hears that a test begins.
            reply = process.exchange(begin | message, self._limits)
            begin.clear()
            asked += reply.get("do") != "returned"
            if asked > _MOST_ASKED:  # neither side uses much of its time, and it would never end
                reply = {"do": "returned", "stopped": TIMEOUT}
            if "stopped" in reply:  # the hand-in may have said so itself, in any words
                stopped.append(bounded(reply["stopped"]))
            return reply

        remembered = self._remembered[place]
        run = self._judge.run(test, place, remembered, self._seed(cell), self._student, relay)
        if stopped:
            run.status, run.blame = (TIMEOUT if stopped[0] == TIMEOUT else DIED), ANSWER
            run.evalue = stopped[0] if stopped[0] != TIMEOUT else ""
        elif run.status in {TIMEOUT, DIED}:
            run.blame = TEST
        if stopped or run.ename == UNREAD:  # what the test says of it would mislead
            cell.outputs = [one for one in cell.outputs if one.output_type != "error"]
        self._runs[place] = run
        cell.execution_count = run.count
        if run.status != OK:
            say_why(cell, run, self._limits)
        return True

    def _beginning(self, place: int, cell: NotebookNode) -> Message:
        return {"do": "begin", "place": place, "seed": self._seed(cell)}

    def _seed(self, cell: NotebookNode) -> int:
        """Return the seed of a test: the same for the same assignment, student and test."""
        text = f"{self._job.seed}|{cell.metadata.get('nbgrader', {}).get('grade_id', '')}"
        return int.from_bytes(hashlib.sha256(text.encode("utf-8", "replace")).digest()[:4], "big")

    def _out_of_time(self) -> bool:
        return time.monotonic() - self._start > self._limits.total

    def _end_process(self) -> None:
        if self._process is not None:
            self._process.close()
            self._process = None


def is_test(cell: Any) -> bool:
    """Return whether a cell is a test that gives points by itself."""
    meta = cell.metadata.get("nbgrader", {})
    return bool(meta.get("grade")) and not meta.get("solution") and cell.cell_type == "code"


def say_why(cell: Any, run: CellRun, limits: HandInLimits) -> None:
    """Leave an error among the outputs of a cell that was stopped or whose error was not shown."""
    if run.status == TIMEOUT:
        ename = "CellTimeoutError"
        what = "the test" if run.blame == TEST else "the cell"
        text = f"{what} took more than {limits.cpu:g} s of processor time, or {limits.wall:g} s in all"
    elif run.status == DIED:
        ename, text = "DeadKernelError", f"the process that ran this cell ended ({run.evalue})"
    elif any(output.output_type == "error" for output in cell.outputs):
        return
    else:
        ename, text = run.ename or "StoppedError", run.evalue or f"the cell was stopped: {run.status}"
    run.ename, run.evalue = (ename, text) if run.status != FAILED else (run.ename, run.evalue)
    cell.outputs.append(new_output("error", ename=ename, evalue=text, traceback=[f"{ename}: {text}"]))
