"""Run hand-ins in forks of one warm process inside of a sandbox. Linux only."""

from __future__ import annotations

import atexit
import contextlib
import json
import os
import secrets
import signal
import socket
import subprocess
import time
from base64 import b64encode
from dataclasses import asdict
from typing import Any

from ecotools.grading.execute import sandbox
from ecotools.grading.execute.conduct import conduct
from ecotools.grading.execute.frames import BrokenChannel, Channel
from ecotools.grading.execute.job import CUT, CellRun, Execution, Job, Limits
from ecotools.grading.execute.outputs import Outputs
from ecotools.grading.execute.running import Running
from ecotools.grading.execute.watch import Watch

SANDBOX = "each hand-in in a fork of its own in bubblewrap: no network, its own files, processes and limits"
_STARTING = 120.0  # seconds a warm process may take to import what it needs
_OPENING = 30.0  # seconds a fork may take to be ready


class SandboxError(RuntimeError):
    """The sandbox did not come up; the text says why."""


class Warm:
    """One warm process; to be used by one thread of one process."""

    def __init__(self, modules: tuple[str, ...] = ()) -> None:
        self.modules = modules
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
        if ours.recv(1) != b"!":
            said = self._process.stderr.read().decode("utf-8", "replace").strip()
            self.close()
            raise SandboxError(f"the process that runs hand-ins did not start: {said or 'it said nothing'}")
        # It writes no more; a full pipe would stop it.
        self._process.stderr.close()

    def open(self, outputs: Outputs, job: Job) -> Forked:
        """Return a fork that is ready to run the cells of ``job``."""
        ours, theirs = socket.socketpair()
        try:
            socket.send_fds(self._control, [b"!"], [theirs.fileno()])
        except OSError as error:
            raise SandboxError(f"the process that runs hand-ins is gone: {error}") from error
        finally:
            theirs.close()
        return Forked(ours, outputs, job)

    def close(self) -> None:
        """End the warm process and all that runs in its sandbox."""
        self._control.close()
        self._process.kill()
        self._process.wait()


class Forked:
    """A fork of the warm process that runs one hand-in."""

    def __init__(self, sock: socket.socket, outputs: Outputs, job: Job) -> None:
        self._channel, self._outputs = Channel(sock), outputs
        self._channel.write({"limits": asdict(job.limits)})
        self._handle = self._first_process(sock)
        self._watch = Watch.behind(self._handle)
        files = {name: b64encode(data).decode() for name, data in job.files.items()}
        self._channel.write({"files": files})

    def _first_process(self, sock: socket.socket) -> int:
        sock.settimeout(_OPENING)
        try:
            word, handles, _, _ = socket.recv_fds(sock, 1, 1)
        except OSError as error:
            raise SandboxError(f"a fork did not come up: {error}") from error
        sock.settimeout(None)
        if word == b"!" and handles:
            return handles[0]
        self._channel._held += word
        with contextlib.suppress(EOFError, BrokenChannel):
            said = self._channel.read(1.0) or {}
            raise SandboxError(f"a fork did not come up: {said.get('why', 'it said nothing')}")
        raise SandboxError("a fork did not come up")

    def run(self, source: str, place: int, limits: Limits, keep: bool = True) -> CellRun:
        """Run the cell at ``place``; with ``keep`` its outputs are gathered."""
        request = secrets.token_hex(8)
        running = Running(self._outputs if keep else None, place, limits)
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
        except (EOFError, OSError, BrokenChannel, ValueError) as error:
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
                message = self._channel.read(max(0.0, until - time.monotonic()))
                if message and message.get("kind") == "twins" and message.get("of") == request:
                    return [one is True for one in message.get("passed", ())]
        except (EOFError, OSError, BrokenChannel, TypeError):
            pass  # the cell that comes next will find the same, and say it
        return []

    def close(self) -> None:
        """End the fork and all that it started."""
        self._kill()
        self._channel.close()
        os.close(self._handle)

    def _stop(self, running: Running, why: str) -> None:
        """Interrupt the cell, or end its process where an interrupt did not help."""
        running.stopped(why)
        if self._watch.interrupted and self._watch.over(Limits()):
            raise EOFError("an interrupt did not stop it")
        if not self._watch.interrupted:
            self._watch.interrupt()
            with contextlib.suppress(ProcessLookupError):
                signal.pidfd_send_signal(self._handle, signal.SIGINT)

    def _kill(self) -> None:
        with contextlib.suppress(ProcessLookupError):
            signal.pidfd_send_signal(self._handle, signal.SIGKILL)


def _take(running: Running, message: dict[str, Any], request: str) -> bool:
    """Give one message of the fork to the running cell; return whether it was the last one."""
    kind, content = message.get("kind"), message.get("content") or {}
    if kind in {"ended", "broken"}:
        raise EOFError(str(message.get("why") or f"its process ended with status {message.get('status')}"))
    if kind in {"execute_reply", "done"} and message.get("of") != request:
        raise BrokenChannel("a reply to something that was not asked")
    if kind == "execute_reply":
        running.reply(content)
    elif kind == "done":
        if not running.replied:
            raise BrokenChannel("an end without a reply")
        running.threads(int(message.get("threads") or 0))
    else:
        running.show(str(kind), content, [bytes.fromhex(text) for text in message.get("buffers", ())])
    return kind == "done"


_warm: Warm | None = None


def execute(job: Job) -> Execution:
    """Execute ``job`` in a fork of this process's warm process, which is started when there is none yet."""
    return conduct(job, lambda outputs: _ready(job.preload).open(outputs, job), SANDBOX)


def _ready(modules: tuple[str, ...]) -> Warm:
    global _warm
    if _warm is None or _warm.modules != modules or _warm._process.poll() is not None:
        stop()
        _warm = Warm(modules)
    return _warm


@atexit.register
def stop() -> None:
    """End this process's warm process, if there is one."""
    global _warm
    if _warm is not None:
        _warm.close()
        _warm = None
