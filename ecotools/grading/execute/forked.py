"""Run hand-ins in forks of one warm process inside of a sandbox. Linux only."""

from __future__ import annotations

import atexit
import contextlib
import json
import os
import secrets
import select
import signal
import socket
import subprocess
import threading
import time
from base64 import b64decode, b64encode
from dataclasses import asdict
from typing import Any

from ecotools.grading.execute import sandbox
from ecotools.grading.execute.conduct import conduct
from ecotools.grading.execute.frames import BrokenChannel, Channel, untrusted
from ecotools.grading.execute.job import CUT, CellRun, Execution, Job, Limits
from ecotools.grading.execute.outputs import Outputs
from ecotools.grading.execute.running import Running
from ecotools.grading.execute.watch import Watch

SANDBOX = "each hand-in in a fork of its own in bubblewrap: no network, its own files, processes and limits"
_STARTING = 120.0  # seconds a warm process may take to import what it needs
_OPENING = 30.0  # seconds a fork may take to be ready, or to read what is sent to it
_ENDING = 5.0  # seconds the system may take to end what a hand-in started
_PIECE = 2**22  # bytes of a file that are sent at a time


class SandboxError(RuntimeError):
    """The sandbox did not come up; the text says why."""


class LostError(SandboxError):
    """The warm process ended while a hand-in ran, which says nothing about the hand-in."""


class Warm:
    """One warm process; to be used by the process that made it."""

    def __init__(self, modules: tuple[str, ...] = ()) -> None:
        self._owner = os.getpid()
        ours, theirs = socket.socketpair()
        arguments = ["-m", "ecotools.grading.execute.warm", str(theirs.fileno()), sandbox.WORK]
        needed = json.dumps(sandbox.needed_paths())
        self._process = subprocess.Popen(
            sandbox.command([*arguments, needed, json.dumps(modules)]),
            pass_fds=[theirs.fileno()],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            cwd="/",
        )
        theirs.close()
        self._control = ours
        ours.settimeout(_STARTING)
        with self._process.stderr as said:
            if not _came(ours):
                self.close()
                why = said.read().decode("utf-8", "replace").strip() or "it said nothing"
                raise SandboxError(f"the process that runs hand-ins did not start: {why}")

    def open(self, outputs: Outputs, job: Job) -> Forked:
        """Return a fork that is ready to run the cells of ``job``."""
        ours, theirs = socket.socketpair()
        with theirs:
            try:
                socket.send_fds(self._control, [b"!"], [theirs.fileno()])
            except OSError as error:
                ours.close()
                raise LostError(f"the process that runs hand-ins is gone: {error}") from error
        return Forked(self, ours, outputs, job)

    @property
    def ours(self) -> bool:
        """Whether this process made it, and not the one that this process is a fork of."""
        return self._owner == os.getpid()

    @property
    def running(self) -> bool:
        """Whether the warm process lives."""
        return self._process.poll() is None

    def ending(self, seconds: float = 0.2) -> bool:
        """Return whether the warm process has ended, or does within ``seconds``."""
        # It never writes again, so what can be read is the end.
        return not self.running or bool(_ready_to_read(self._control, seconds))

    def close(self) -> None:
        """End the warm process and all that runs in its sandbox; in a fork of its owner, only forget it."""
        self._control.close()
        if self.ours:
            self._process.kill()
            self._process.wait()


class Forked:
    """A fork of the warm process that runs one hand-in."""

    def __init__(self, warm: Warm, sock: socket.socket, outputs: Outputs, job: Job) -> None:
        self._warm, self._channel, self._outputs = warm, Channel(sock), outputs
        sock.settimeout(_OPENING)
        self._handle: int | None = None
        try:
            self._open(job)
        except (OSError, EOFError, BrokenChannel) as error:
            self.close()
            lost = warm.ending()
            raise (LostError if lost else SandboxError)(f"a fork did not come up: {error}") from error

    def _open(self, job: Job) -> None:
        """Bring the fork to where it waits for its first cell; nothing of the hand-in has run until then."""
        self._channel.write({"limits": asdict(job.limits)})
        self._handle = self._channel.read_handle()
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
            if self._warm.ending():
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
            _ready_to_read(self._handle, _ENDING)
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


def _came(sock: socket.socket) -> bool:
    with contextlib.suppress(OSError):
        return sock.recv(1) == b"!"
    return False


def _ready_to_read(handle: Any, seconds: float) -> bool:
    waiting = select.poll()
    waiting.register(handle, select.POLLIN)
    return bool(waiting.poll(seconds * 1000))


_MOST_WARM = 4  # notebooks of an assignment may import different modules
_warm: dict[tuple[str, ...], Warm] = {}
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
        return conduct(job, lambda outputs: _ready(job.preload).open(outputs, job), SANDBOX)
    except LostError:
        return conduct(job, lambda outputs: _ready(job.preload).open(outputs, job), SANDBOX)


def _ready(modules: tuple[str, ...]) -> Warm:
    with _one_at_a_time:
        for one in list(_warm):
            if not _warm[one].ours or not _warm[one].running or (one != modules and len(_warm) >= _MOST_WARM):
                _warm.pop(one).close()
        if modules not in _warm:
            _warm[modules] = Warm(modules)
        return _warm[modules]


@atexit.register
def stop() -> None:
    """End the warm processes of this process."""
    while _warm:
        _warm.popitem()[1].close()
