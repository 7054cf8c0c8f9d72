"""Many hand-ins at a time, mapped by any executor of `concurrent.futures`; one that fails stops no other."""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, ProcessPoolExecutor, wait
from contextlib import contextmanager

from ecotools.grading.pipeline.work import Done, Task, work

_TRIES = 3  # of a hand-in whose worker was lost


@contextmanager
def executors(jobs: int, scheduler: str = "") -> Iterator[Callable[[], Executor]]:
    """Yield what makes an executor: processes of this machine, or a Dask cluster's at ``scheduler``."""
    made: list[Executor] = []
    if scheduler:
        from distributed import Client

        with Client(scheduler) as client:
            yield lambda: client.get_executor(pure=False)
        return

    def processes() -> Executor:
        # Not forked: this process has threads (the progress bar); each worker starts its own warm process.
        context = multiprocessing.get_context("spawn")
        made.append(ProcessPoolExecutor(jobs, mp_context=context))
        return made[-1]

    try:
        yield processes
    finally:
        for executor in made:
            executor.shutdown(wait=True, cancel_futures=True)


def map_tasks(
    tasks: Iterable[Task], make: Callable[[], Executor], at_once: int
) -> Iterator[tuple[Task, Done]]:
    """Yield each task with what came of it, as they are done; at most ``at_once`` are under way.

    A hand-in whose worker was lost is tried again; one that ran out of time while the machine was busy runs
    again alone, after all others.
    """
    executor, waiting, tries = make(), iter(tasks), {}
    again: deque[Task] = deque()
    slowed: list[Task] = []
    running: dict[Future, Task] = {}
    while True:
        while len(running) < at_once:
            task = again.popleft() if again else next(waiting, None)
            if task is None:
                break
            try:
                running[executor.submit(work, task)] = task
            except BrokenExecutor:
                again.append(task)
                executor = make()
        if not running and not again:
            if not slowed:
                return
            again.append(slowed.pop())
            at_once = 1
            continue
        for future in wait(running, return_when=FIRST_COMPLETED).done:
            task = running.pop(future)
            tries[task.digest] = tries.get(task.digest, 0) + 1
            failure = future.exception()
            if failure is None:
                done = future.result()
                if done.slowed and at_once > 1:
                    slowed.append(task)
                else:
                    yield task, done
            elif isinstance(failure, BrokenExecutor) and tries[task.digest] < _TRIES:
                again.append(task)
            else:
                why = f"{task.where}: {type(failure).__name__}: {failure}"
                yield task, Done(task.handin.student, task.digest, error=why)
