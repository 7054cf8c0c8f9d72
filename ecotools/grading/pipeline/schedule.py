"""Many hand-ins at a time, mapped by any executor of `concurrent.futures`; one that fails stops no other."""

from __future__ import annotations

import multiprocessing
import os
import signal
import socket
import sys
import threading
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import (
    FIRST_COMPLETED,
    BrokenExecutor,
    CancelledError,
    Executor,
    Future,
    ProcessPoolExecutor,
    wait,
)
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from typing import Any

from ecotools.grading.assignment import AssignmentError
from ecotools.grading.execute.warm_client import Warm, begun
from ecotools.grading.pipeline.snapshot import SourceNotebook
from ecotools.grading.pipeline.worker import Done, GradingTask, work

_LOSSES = 2  # of a worker that had nothing but this hand-in, which is then held to be the reason


class SchedulerError(AssignmentError):
    """A cluster that cannot be used; the text says why."""


@dataclass(frozen=True)
class Pool:
    """Where hand-ins are graded.

    ``executor`` gives an executor, another one than the broken one that it is told of; ``at_once`` is how
    many hand-ins it is given at a time, and ``lost`` are the errors that say that a worker was lost.
    ``warm`` is the process that is forked for the hand-ins of all workers, where they share one.
    """

    executor: Callable[[Executor | None], Executor]
    at_once: int
    lost: tuple[type[BaseException], ...] = (BrokenExecutor, CancelledError)
    warm: Warm | None = None

    def run(self, function: Callable[..., Any], *given: Any) -> Any:
        """Return what a function says in one of the workers, or here where its worker is lost."""
        executor = self.executor(None)
        try:
            return executor.submit(function, *given).result()
        except self.lost:
            return function(*given)

    def prepare(self, source: Iterable[SourceNotebook]) -> None:
        """Let what runs hand-ins import what they are going to need."""
        for notebook in source if self.warm is not None else ():
            self.warm.prepare(notebook.imports)


@contextmanager
def processes(jobs: int = 0, warm: Warm | None = None) -> Iterator[Pool]:
    """Yield a pool of processes of this machine, as many as there are processors when ``jobs`` is 0.

    They share ``warm``; without it each one that needs a warm process starts its own.
    """
    jobs, made = jobs or os.cpu_count() or 1, []
    # Not forked from here: this process has threads (the progress bar). A server that imported what
    # workers need is forked where the system has that.
    ways = multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("forkserver" if "forkserver" in ways else "spawn")
    if context.get_start_method() == "forkserver":
        from multiprocessing import forkserver

        # Each worker also runs the script that started this process, which imports the commands.
        commands = [name for name in ("ecotools.cli",) if name in sys.modules]
        context.set_forkserver_preload([*commands, work.__module__, "ecotools.grading.execute.forks"])
        forkserver.ensure_running()  # it imports while this process does something else

    shared = (warm.control if warm else None,)

    def executor(broken: Executor | None = None) -> Executor:
        if not made or made[-1] is broken:
            made.append(ProcessPoolExecutor(jobs, context, _begin, shared))
        return made[-1]

    try:
        yield Pool(executor, 2 * jobs, warm=warm)
    finally:
        for one in made:
            one.shutdown(wait=True, cancel_futures=True)


@contextmanager
def pool(jobs: int = 0, scheduler: str = "", warm: Warm | bool | None = True) -> Iterator[Pool]:
    """Yield the pool of a cluster, or of this machine where no scheduler is named.

    Its workers share ``warm``, or one that is started for them when that is true.
    """
    if scheduler:
        with cluster(scheduler) as made:
            yield made
    else:
        given = nullcontext(warm) if isinstance(warm, Warm) else begun(bool(warm))
        with given as shared, processes(jobs, shared) as made:
            yield made


@contextmanager
def cluster(address: str) -> Iterator[Pool]:
    """Yield the workers of the Dask cluster whose scheduler is at ``address``.

    Raises
    ------
    SchedulerError
        When `distributed` is not installed, or there is no scheduler.
    """
    try:
        from distributed import Client
        from distributed.scheduler import KilledWorker
    except ImportError as error:
        raise SchedulerError("--scheduler needs `distributed`: pip install 'ecotools[scale]'") from error
    try:
        client = Client(address)
    except (OSError, ValueError) as error:
        raise SchedulerError(f"{address}: no Dask scheduler answers there: {error}") from error
    with client:
        at_once = 2 * max(1, sum(client.nthreads().values()))
        yield Pool(lambda broken=None: client.get_executor(pure=False), at_once, (*Pool.lost, KilledWorker))


def map_tasks(tasks: Iterable[GradingTask], pool: Pool) -> Iterator[tuple[GradingTask, Done]]:
    """Yield each task with what came of it, as they are done.

    A hand-in whose worker was lost, and one that ran out of time while the machine was busy, run again
    alone after all others: it may have been a neighbour's fault.
    """
    executor, waiting = pool.executor(None), iter(tasks)
    running: dict[Future, tuple[GradingTask, bool]] = {}
    again: deque[GradingTask] = deque()
    losses: Counter[str] = Counter()
    while True:
        while len(running) < pool.at_once:
            task = next(waiting, None)
            alone = task is None and not running and bool(again)
            if alone:
                task = again.popleft()
            if task is None:
                break
            try:
                future = executor.submit(work, task)
            except BrokenExecutor:
                executor = pool.executor(executor)
                future = executor.submit(work, task)
            running[future] = task, alone
        if not running:
            return
        for future in wait(running, return_when=FIRST_COMPLETED).done:
            task, alone = running.pop(future)
            failure = _failure(future)
            lost = isinstance(failure, pool.lost)
            losses.update([task.where] if lost and alone else [])
            if lost and losses[task.where] < _LOSSES:
                again.append(task)
            elif failure is not None:
                why = f"{task.where}: {type(failure).__name__}: {failure}"
                yield task, Done(task.handin.student, error=why)
            elif future.result().slowed and not alone:
                again.append(task)
            else:
                yield task, future.result()


def _failure(future: Future) -> BaseException | None:
    try:
        return future.exception()
    except CancelledError as error:
        return error


def _begin(control: socket.socket | None) -> None:
    """Share the warm process behind ``control``, and end this worker when the process that grades is gone.

    It ends even if that was killed, or interrupted.
    """
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # at once and without a traceback
    if control is not None:
        from ecotools.grading.execute import forks

        forks.share(control)

    def watch() -> None:
        multiprocessing.parent_process().join()
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()
