"""Run hand-ins in forks of one warm process inside of a sandbox. Linux only."""

from __future__ import annotations

import atexit
import contextlib
import os
import secrets
import signal
import socket
import threading
import time
from base64 import b64decode, b64encode
from dataclasses import asdict
from typing import Any

from ecotools.grading.execute.conduct import conduct
from ecotools.grading.execute.frames import BrokenChannel, Channel, untrusted
from ecotools.grading.execute.job import CUT, CellRun, Execution, Job, Limits
from ecotools.grading.execute.keeper import LostError, SandboxError, Warm, ready_to_read
from ecotools.grading.execute.outputs import Outputs
from ecotools.grading.execute.running import Running
from ecotools.grading.execute.watch import Watch

SANDBOX = "each hand-in in a fork of its own in bubblewrap: no network, its own files, processes and limits"
_STARTING = 120.0  # seconds the warm process may take to import what it needs, and to fork
_OPENING = 30.0  # seconds a fork may take to be ready, or to read what is sent to it
_LOSING = 0.2  # seconds after which a process whose warm process was ended still shows it
_ENDING = 5.0  # seconds the system may take to end what a hand-in started
_PIECE = 2**22  # bytes of a file that are sent at a time


class Forked:
    """A fork of the warm process that runs one hand-in."""

    def __init__(self, warm: Warm, outputs: Outputs, job: Job) -> None:
        self._warm, self._outputs = warm, outputs
        sock = warm.fork(job.preload)
        self._channel = Channel(sock)
        self._handle: int | None = None
        try:
            self._open(sock, job)
        except (OSError, EOFError, BrokenChannel) as error:
            # What ends without a word, before anything of the hand-in ran, was ended from outside.
            lost = isinstance(error, EOFError) or warm.ended(_LOSING)
            self.close()
            why = f"a fork did not come up: {warm.said() or error}"
            raise (LostError if lost else SandboxError)(why) from error

    def _open(self, sock: socket.socket, job: Job) -> None:
        """Bring the fork to where it waits for its first cell; nothing of the hand-in has run until then."""
        sock.settimeout(_STARTING)
        self._channel.write({"limits": asdict(job.limits)})
        self._handle = self._channel.read_handle()
        sock.settimeout(_OPENING)
        if self._handle is not None:
            self._watch = Watch.behind(self._handle)
            # When the fork fails it reads no more; what it said then is still to be read.
            with contextlib.suppress(OSError):
                self._send_files(job)
        said = self._channel.read(_OPENING) or {}
        if said.get("kind") != "ready":
            raise BrokenChannel(said.get("why", "it said nothing"))

    def _send_files(self, job: Job) -> None:
        for name, data in job.files.items():
            for start in range(0, len(data) or 1, _PIECE):
                piece = b64encode(data[start : start + _PIECE]).decode()
                self._channel.write({"file": name, "data": piece})
        self._channel.write({"file": ""})

    def run(self, source: str, place: int, limits: Limits, keep: bool = True) -> CellRun:
        """Run the cell at ``place``; with ``keep`` its outputs are gathered."""
        request = secrets.token_hex(8)
        running = Running(self._outputs if keep else None, place, request, limits)
        self._watch.begin()
        try:
            self._channel.write({"do": "run", "source": source, "id": request})
            ended = False
            while not ended:
                message = self._channel.read(self._watch.patience(limits))
                ended = message is not None and _take(running, message, request)
                why = self._watch.over(limits) or (CUT if running.flooded else "")
                if why and not ended:
                    self._stop(running, why)
        except (EOFError, OSError, BrokenChannel) as error:
            if self._warm.ended(_LOSING):
                raise LostError(f"the process that runs hand-ins ended: {error}") from error
            running.died(str(error))
            self._kill()
        run = running.result()
        run.cpu, run.wall, run.busy = self._watch.spent()
        return run

    def passed(self, twins: list[str]) -> list[bool]:
        """Try sources in a fork of the fork; say which ended without an error."""
        request = secrets.token_hex(8)
        try:
            self._channel.write({"do": "twins", "sources": twins, "id": request})
            until = time.monotonic() + 30
            while time.monotonic() < until:
                message = self._channel.read(max(0.0, until - time.monotonic())) or {}
                if message.get("kind") == "twins" and message.get("of") == request:
                    said = [one is True for one in message.get("passed", ())]
                    return said if len(said) == len(twins) else [False] * len(twins)
        except (EOFError, OSError, BrokenChannel, TypeError):
            pass  # the cell that comes next will find the same, and say it
        return [False] * len(twins)

    def close(self) -> None:
        """End the fork and all that it started."""
        self._channel.close()
        if self._handle is not None:
            self._kill()
            ready_to_read(self._handle, _ENDING)
            os.close(self._handle)
            self._handle = None

    def _stop(self, running: Running, why: str) -> None:
        """Interrupt the cell, or end its process where an interrupt did not help."""
        running.stopped(why)
        if self._watch.interrupted and self._watch.over(Limits()):
            raise BrokenChannel("an interrupt did not stop it")
        if not self._watch.interrupted:
            self._watch.interrupt()
            with contextlib.suppress(ProcessLookupError):
                signal.pidfd_send_signal(self._handle, signal.SIGINT)

    def _kill(self) -> None:
        with contextlib.suppress(ProcessLookupError):
            signal.pidfd_send_signal(self._handle, signal.SIGKILL)


def _take(running: Running, message: dict[str, Any], request: str) -> bool:
    """Give one message of the fork to the running cell; return whether it was the last one."""
    kind, content, of = str(message.get("kind")), message.get("content"), message.get("of")
    if kind in {"ended", "broken"}:
        raise BrokenChannel(str(message.get("why") or _ending(message.get("status"))))
    if kind in {"execute_reply", "done"} and of != request:
        raise BrokenChannel("a reply to something that was not asked")
    with untrusted(f"a message {kind!r}"):
        if kind == "execute_reply":
            running.reply(content)
        elif kind == "done":
            running.done(message["threads"])
        else:
            running.show(kind, content, [b64decode(text) for text in message.get("buffers", ())], of)
    return kind == "done"


def _ending(status: Any) -> str:
    """Say how a process ended, by its status as `os.waitpid` gives it."""
    if not isinstance(status, int):
        return "its process ended"
    number = status & 0x7F
    return f"its process was ended by signal {number}" if number else f"its process ended with {status >> 8}"


_warm: list[Warm] = []  # one at most
_one_at_a_time = threading.Lock()


def execute(job: Job) -> Execution:
    """Execute ``job`` in a fork of a warm process of this process, which is started when there is none yet.

    When the warm process is lost while the hand-in runs, the hand-in runs once more from its beginning.

    Raises
    ------
    SandboxError
        When the sandbox does not come up, or was lost twice. It says nothing about the hand-in.
    """
    try:
        return conduct(job, lambda outputs: Forked(_ready(), outputs, job), SANDBOX)
    except LostError:
        return conduct(job, lambda outputs: Forked(_ready(), outputs, job), SANDBOX)


def share(control: socket.socket) -> None:
    """Use the warm process that another process started, by its control, for as long as it lives."""
    stop()
    _warm.append(Warm(control))


def _ready() -> Warm:
    with _one_at_a_time:
        if _warm and (not _warm[0].ours or _warm[0].ended()):
            stop()
        if not _warm:
            _warm.append(Warm.start())
        return _warm[0]


@atexit.register
def stop() -> None:
    """End the warm process of this process."""
    while _warm:
        _warm.pop().close()
