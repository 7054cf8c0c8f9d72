"""Run hand-ins in forks of one warm process inside of a sandbox. Linux only."""

from __future__ import annotations

import atexit
import contextlib
import os
import secrets
import signal
import socket
import threading
from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from ecotools.grading.execute.cell_run import RunningCell
from ecotools.grading.execute.cpu_clock import CpuClock
from ecotools.grading.execute.frames import BrokenChannel, FrameSocket, untrusted
from ecotools.grading.execute.job import CUT, CellRun, Execution, HandInLimits, Job, Relay
from ecotools.grading.execute.outputs import Outputs
from ecotools.grading.execute.run_cells import conduct
from ecotools.grading.execute.warm_client import LostError, SandboxError, Warm, ready_to_read
from ecotools.grading.judge.exchange import Message

SANDBOX = "each hand-in in a fork of its own in bubblewrap: no network, its own files, processes and limits"
_STARTING = 120.0  # seconds the warm process may take to import what it needs, and to fork
_OPENING = 30.0  # seconds a fork may take to be ready, or to read what is sent to it
_LOSING = 0.2  # seconds after which a process whose warm process was ended still shows it
_ENDING = 5.0  # seconds the system may take to end what a hand-in started
_PIECE = 2**22  # bytes of a file that are sent at a time


class Forked:
    """A fork of the warm process: it runs one hand-in, or the tests for it."""

    def __init__(self, warm: Warm, outputs: Outputs, job: Job, files: Mapping[str, bytes]) -> None:
        self._warm, self._outputs = warm, outputs
        sock = warm.fork(job.preload)
        self._channel = FrameSocket(sock)
        self._handle: int | None = None
        self.alive = True
        try:
            self._open(sock, job.limits, files)
        except (OSError, EOFError, BrokenChannel) as error:
            # What ends without a word, before anything of the hand-in ran, was ended from outside.
            lost = isinstance(error, EOFError) or warm.ended(_LOSING)
            self.close()
            why = f"a fork did not come up: {warm.said() or error}"
            raise (LostError if lost else SandboxError)(why) from error

    def _open(self, sock: socket.socket, limits: HandInLimits, files: Mapping[str, bytes]) -> None:
        """Bring the fork to where it waits for its first cell; nothing of the hand-in has run until then."""
        sock.settimeout(_STARTING)
        self._channel.write({"limits": asdict(limits)})
        self._handle = self._channel.read_handle()
        sock.settimeout(_OPENING)
        if self._handle is not None:
            self._watch = CpuClock.behind(self._handle)
            # When the fork fails it reads no more; what it said then is still to be read.
            with contextlib.suppress(OSError):
                self._send_files(files)
        said = self._channel.read(_OPENING) or {}
        if said.get("kind") != "ready":
            raise BrokenChannel(said.get("why", "it said nothing"))

    def _send_files(self, files: Mapping[str, bytes]) -> None:
        for name, data in files.items():
            for start in range(0, len(data) or 1, _PIECE):
                piece = b64encode(data[start : start + _PIECE]).decode()
                self._channel.write({"file": name, "data": piece})
        self._channel.write({"file": ""})

    def run(
        self, source: str, place: int, limits: HandInLimits, keep: bool = True, relay: Relay | None = None
    ) -> CellRun:
        """Run the cell at ``place``; see `Process`."""
        request = secrets.token_hex(8)
        running = RunningCell(self._outputs if keep else None, place, request, limits)
        self._watch.begin()
        try:
            self._channel.write({"do": "run", "source": source, "id": request})
            ended = False
            while not ended:
                message = self._channel.read(self._watch.patience(limits))
                if message is not None and relay is not None and message.get("kind") == "exchange":
                    self._relayed(message, relay)
                    continue
                ended = message is not None and _take(running, message, request)
                why = self._watch.over(limits) or (CUT if running.flooded else "")
                if why and not ended:
                    self._stop(running, why)
        except (EOFError, OSError, BrokenChannel) as error:
            self._died(error)
            running.died(str(error))
        run = running.result()
        run.cpu, run.wall, run.busy = self._watch.spent()
        return run

    def _relayed(self, message: dict[str, Any], relay: Relay) -> None:
        """Pass on what the judge asks of the hand-in; the time that takes is not the judge's."""
        self._watch.pause()
        reply = relay(message["message"])
        self._watch.resume()
        try:
            self._channel.write({"do": "exchange", "message": reply})
        except BrokenChannel as error:  # too long or too deep to be sent on, by the hand-in's doing
            self._channel.write({"do": "exchange", "message": {"do": "returned", "stopped": str(error)}})

    def begin_test(self) -> None:
        """Count the time of calls from here on."""
        self._watch.begin()
        self._watch.pause()

    def exchange(self, message: Message, limits: HandInLimits) -> Message:
        """Pass a message on to the code that answers for the hand-in; see `Process`."""
        stopped, came = "", 0
        self._watch.resume()
        try:
            self._channel.write({"do": "exchange", "message": message})
            while True:
                frame = self._channel.read(self._watch.patience(limits))
                if frame is not None and frame.get("kind") == "exchange":
                    reply = frame.get("message")
                    return {"do": "returned", "stopped": stopped} if stopped else _a_message(reply)
                if frame is not None:
                    _must_go_on(frame)
                    with untrusted("message"):  # it may be too deep
                        came += len(str(frame))
                why = self._watch.over(limits) or (CUT if came > limits.flood else "")
                if why:
                    stopped = stopped or why
                    self._interrupt()
        except (EOFError, OSError, BrokenChannel) as error:
            self._died(error)
            return {"do": "returned", "stopped": stopped or str(error)}
        finally:
            self._watch.pause()

    def seat(self, message: Message) -> Message:
        """Put stand-ins where the judge's next test finds them."""
        return self._asked({"do": "seat", "message": message}).get("message") or {}

    def failed_hidden(self) -> bool:
        """Return whether the judge's last test failed in its hidden part."""
        return self._asked({"do": "ended"}).get("hidden") is True

    def _asked(self, request: dict[str, Any]) -> dict[str, Any]:
        """Ask the judge's process something between cells; return its answer, {} when there is none."""
        try:
            self._channel.write(request)
            while True:
                frame = self._channel.read(_OPENING) or {}
                if frame.get("kind") in {"answer", None}:
                    return frame
                _must_go_on(frame)
        except (EOFError, OSError, BrokenChannel) as error:
            self._died(error)
            return {}

    def close(self) -> None:
        """End the fork and all that it started."""
        self.alive = False
        self._channel.close()
        if self._handle is not None:
            self._kill()
            ready_to_read(self._handle, _ENDING)
            os.close(self._handle)
            self._handle = None

    def _died(self, error: Exception) -> None:
        if self._warm.ended(_LOSING):
            raise LostError(f"the process that runs hand-ins ended: {error}") from error
        self.alive = False
        self._kill()

    def _stop(self, running: RunningCell, why: str) -> None:
        running.stopped(why)
        self._interrupt()

    def _interrupt(self) -> None:
        """Interrupt what runs, or end its process where an interrupt did not help."""
        if self._watch.interrupted and self._watch.over(HandInLimits()):
            raise BrokenChannel("an interrupt did not stop it")
        if not self._watch.interrupted:
            self._watch.interrupt()
            with contextlib.suppress(ProcessLookupError):
                signal.pidfd_send_signal(self._handle, signal.SIGINT)

    def _kill(self) -> None:
        with contextlib.suppress(ProcessLookupError):
            signal.pidfd_send_signal(self._handle, signal.SIGKILL)


def _a_message(reply: Any) -> Message:
    if not isinstance(reply, dict):
        raise BrokenChannel("an answer that is no message")
    return reply


def _must_go_on(frame: dict[str, Any]) -> None:
    """Raise when a frame says that its process ended."""
    if str(frame.get("kind")) in {"ended", "broken"}:
        raise BrokenChannel(str(frame.get("why") or _ending(frame.get("status"))))


def _take(running: RunningCell, message: dict[str, Any], request: str) -> bool:
    """Give one message of the fork to the running cell; return whether it was the last one."""
    kind, content, of = str(message.get("kind")), message.get("content"), message.get("of")
    _must_go_on(message)
    if kind in {"execute_reply", "done"} and of != request:
        raise BrokenChannel("a reply to something that was not asked")
    with untrusted(f"message {kind!r}"):
        if kind == "execute_reply":
            running.reply(content)
        elif kind == "done":
            running.done()
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
        return _conducted(job)
    except LostError:
        return _conducted(job)


def _conducted(job: Job) -> Execution:
    return conduct(
        job,
        lambda outputs: Forked(_ready(), outputs, job, job.files),
        lambda outputs: Forked(_ready(), outputs, job, job.judge_files),
        SANDBOX,
    )


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
