"""Run small jobs in forks of this process, each with its own limits: what one breaks, only it has."""

from __future__ import annotations

import json
import os
import selectors
import signal
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

MEMORY = 4 * 2**30  # bytes of data a job may hold, well above what any answer needs


@dataclass(frozen=True)
class Lost:
    """Stands for the result of a job that did not come back; ``reason`` is "timeout" or how it died."""

    reason: str


@dataclass
class _Child:
    """A running job: its place in the list, its process, the pipe its result comes through."""

    place: int
    process: int
    pipe: int
    deadline: float
    received: bytearray


def run_forked(
    jobs: Sequence[Callable[[], Any]], cpu: float = 10, wall: float = 60, at_once: int = 2
) -> list[Any | Lost]:
    """Return the results of ``jobs``, each run in a fork of this process, ``at_once`` at a time.

    Parameters
    ----------
    jobs : functions without arguments whose results can be written as JSON.
    cpu : seconds of processor time a job may use.
    wall : seconds it may take in all, for a job that waits.
    at_once : how many run beside each other.

    Returns
    -------
    list
        The results in the order of the jobs; ``Lost`` where a job ran into a limit or died.

    Examples
    --------
    >>> run_forked([lambda: 1 + 1, lambda: "a" * 2])
    [2, 'aa']
    """
    if not hasattr(os, "fork"):
        raise OSError("answers are tried in forked processes, which this system does not have")
    results: list[Any | Lost] = [Lost("not run")] * len(jobs)
    waiting = list(enumerate(jobs))[::-1]
    with selectors.DefaultSelector() as running:
        while waiting or running.get_map():
            while waiting and len(running.get_map()) < at_once:
                place, job = waiting.pop()
                child = _start(place, job, cpu, wall)
                running.register(child.pipe, selectors.EVENT_READ, child)
            for child in _ready(running):
                results[child.place] = _end(child)
                running.unregister(child.pipe)
                os.close(child.pipe)
    return results


def _start(place: int, job: Callable[[], Any], cpu: float, wall: float) -> _Child:
    read, write = os.pipe()
    process = os.fork()
    if process == 0:
        os.close(read)
        _work(job, write, cpu)
    os.close(write)
    return _Child(place, process, read, time.monotonic() + wall, bytearray())


def _work(job: Callable[[], Any], pipe: int, cpu: float) -> None:
    """Do the job in the child, send what it returns, and leave without the parent's clean-up."""
    status = 1
    try:
        import resource  # not on Windows, where there is no fork either

        seconds = max(1, int(cpu + 0.999))
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
        resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        with os.fdopen(pipe, "wb") as out:
            out.write(json.dumps(job()).encode())
        status = 0
    finally:
        os._exit(status)


def _ready(running: selectors.BaseSelector) -> list[_Child]:
    """Return the children that ended or ran out of time, after reading what came from the others."""
    now = time.monotonic()
    held = [key.data for key in running.get_map().values()]
    nearest = min((child.deadline for child in held), default=now)
    done = []
    for key, _ in running.select(max(0.0, nearest - now)):
        piece = os.read(key.fd, 2**16)
        key.data.received.extend(piece)
        if not piece:
            done.append(key.data)
    now = time.monotonic()
    for child in held:
        if child.deadline <= now and child not in done:
            os.kill(child.process, signal.SIGKILL)
            done.append(child)
    return done


def _end(child: _Child) -> Any | Lost:
    """Return what the ended ``child`` sent, or why it sent nothing."""
    _, status = os.waitpid(child.process, 0)
    if os.WIFSIGNALED(status):
        number = os.WTERMSIG(status)
        slow = number in (signal.SIGXCPU, signal.SIGKILL)
        return Lost("timeout" if slow else signal.Signals(number).name)
    if os.WEXITSTATUS(status) != 0:
        return Lost(f"its process ended with {os.WEXITSTATUS(status)}")
    return json.loads(bytes(child.received))
