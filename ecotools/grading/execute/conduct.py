"""Run a notebook's cells in order, whatever happens to the process that runs them."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from nbformat import from_dict
from nbformat.v4 import new_output

from ecotools.grading.execute.job import DIED, OK, TIMEOUT, CellRun, Execution, Job, Limits, Process
from ecotools.grading.execute.outputs import Outputs
from ecotools.grading.execute.twins import ends_with_expression, twins_of

PASSED_TWIN = "a twin of this test that must fail was accepted: something changed how tests work"
ELSEWHERE = "this test passes in the process that the hand-in began in, and not in a copy of it"
THREADS = "code of the hand-in was still running in a thread beside this test"
FORGED = "a result was sent for a test that ends without an expression"

Opener = Callable[[Outputs], Process]


def conduct(job: Job, open_process: Opener, sandbox: str) -> Execution:
    """Execute ``job`` with processes made by ``open_process``; return what came of it.

    When a process dies, the cell that ran loses, and the cells after it run in a fresh process, after those
    before it were run again there. ``sandbox`` is kept with the result.
    """
    start = time.monotonic()
    outputs = Outputs(from_dict(job.notebook))
    code = [
        (n, c) for n, c in enumerate(outputs.notebook.cells) if c.cell_type == "code" and c.source.strip()
    ]
    runs = {place: CellRun() for place, _ in code}
    process: Process | None = None
    restarts = 0
    try:
        for step, (place, cell) in enumerate(code):
            if time.monotonic() - start > job.limits.total:
                break
            if process is None:
                process = open_process(outputs)
                if not _replayed(process, code[:step], runs, job.limits, start):
                    break
            beside = runs[code[step - 1][0]].threads if step else 0
            runs[place] = _run(process, cell, place, job, beside)
            if runs[place].status != OK:
                _say_why(cell, runs[place], job.limits)
            if not runs[place].alive:
                process.close()
                process, restarts = None, restarts + 1
                if restarts > job.limits.restarts:
                    break
    finally:
        if process is not None:
            process.close()
    outputs.finish()
    return Execution(outputs.notebook, runs, sandbox, time.monotonic() - start)


def _replayed(
    process: Process, before: list[tuple[int, Any]], runs: dict[int, CellRun], limits: Limits, start: float
) -> bool:
    """Run again what ran before a process died, except what killed it; return whether that went well."""
    return all(
        time.monotonic() - start < limits.total and process.run(cell.source, place, limits, keep=False).alive
        for place, cell in before
        if runs[place].alive
    )


def _run(process: Process, cell: Any, place: int, job: Job, beside: int) -> CellRun:
    """Run one cell; where it is a test, try it and its twins in a copy of the process before.

    ``beside`` says how many threads were running when the cell before it ended.
    """
    test = is_test(cell)
    twins = twins_of(cell.source) if test and job.twins else []
    # The test itself is among them: what behaves in a copy and misbehaves outside of it passes only outside.
    tried = process.passed([cell.source, *twins]) if twins else []
    run = process.run(cell.source, place, job.limits)
    cell.execution_count = run.count
    if test and run.status == OK:
        said = {
            PASSED_TWIN: any(tried[1:]),
            ELSEWHERE: tried[:1] == [False],
            THREADS: run.threads > 0 or beside > 0,
            FORGED: run.results > 0 and not ends_with_expression(cell.source),
        }
        run.evidence = [text for text, holds in said.items() if holds]
    return run


def is_test(cell: Any) -> bool:
    """Return whether a cell is a test that gives points by itself."""
    meta = cell.metadata.get("nbgrader", {})
    return bool(meta.get("grade")) and not meta.get("solution") and cell.cell_type == "code"


def _say_why(cell: Any, run: CellRun, limits: Limits) -> None:
    """Leave an error among the outputs of a cell that was stopped or whose error was not shown."""
    if run.status == TIMEOUT:
        ename = "CellTimeoutError"
        text = f"the cell took more than {limits.cpu:g} s of processor time, or {limits.wall:g} s in all"
    elif run.status == DIED:
        ename, text = "DeadKernelError", f"the process that ran this cell ended ({run.evalue})"
    elif any(output.output_type == "error" for output in cell.outputs):
        return
    else:
        ename, text = run.ename or "StoppedError", run.evalue or f"the cell was stopped: {run.status}"
    cell.outputs.append(new_output("error", ename=ename, evalue=text, traceback=[f"{ename}: {text}"]))
