"""Run a hand-in in a plain ipykernel of its own: slower, without a sandbox, on any system."""

from __future__ import annotations

import contextlib
import json
import os
import queue
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import zmq
from jupyter_client.blocking import BlockingKernelClient
from jupyter_client.manager import KernelManager

from ecotools.grading.execute.cell_run import RunningCell
from ecotools.grading.execute.cpu_clock import CpuClock
from ecotools.grading.execute.frames import BrokenChannel, can_be_carried, untrusted
from ecotools.grading.execute.job import CUT, CellRun, Execution, HandInLimits, Job, Relay
from ecotools.grading.execute.outputs import Outputs
from ecotools.grading.execute.run_cells import conduct
from ecotools.grading.execute.sandbox import environment
from ecotools.grading.judge.exchange import Message

SANDBOX = "none: each hand-in in a kernel of its own, with the rights of whoever grades"
_STARTING = 60.0
_SIDE = "__import__('ecotools.grading.judge.kernel_exchange', fromlist=['']).{}"


class KernelError(RuntimeError):
    """The kernel did not start. It says nothing about the hand-in."""


class PlainKernel:
    """A kernel that runs one hand-in, or the tests for it, in a temporary folder that goes with it."""

    def __init__(self, outputs: Outputs, job: Job, files: Mapping[str, bytes]) -> None:
        self._outputs = outputs
        self._answering = ""  # the request that the code which answers for the hand-in runs in
        self.alive = True
        self._folder = tempfile.TemporaryDirectory(prefix="ecotools-handin-", ignore_cleanup_errors=True)
        work = Path(self._folder.name, "handin")
        work.mkdir()
        for name, data in files.items():
            (work / name).parent.mkdir(parents=True, exist_ok=True)
            (work / name).write_bytes(data)
        self._manager = KernelManager(kernel_name="python3", **_transport(Path(self._folder.name)))
        self._manager.start_kernel(
            cwd=str(work),
            env=_environment(work),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            extra_arguments=[
                "--HistoryManager.enabled=False",
                f"--IPKernelApp.exec_lines={_first_line(work)}",
            ],
            **_limited(job.limits),
        )
        self._client: BlockingKernelClient = self._manager.client()
        self._client.start_channels()
        self._client.allow_stdin = False
        try:
            self._client.wait_for_ready(timeout=_STARTING)
        except RuntimeError as error:
            self.close()
            raise KernelError(f"the kernel that runs a hand-in did not start: {error}") from error
        self._watch = CpuClock(self._manager.provisioner.process.pid)

    def run(
        self, source: str, place: int, limits: HandInLimits, keep: bool = True, relay: Relay | None = None
    ) -> CellRun:
        """Run the cell at ``place``; see `Process`."""
        self._stop_answering()
        self._watch.begin()
        request = self._client.execute(
            source, store_history=True, stop_on_error=False, allow_stdin=relay is not None
        )
        running = RunningCell(self._outputs if keep else None, place, request, limits)
        try:
            idle = False
            while not (idle and running.replied):
                idle = self._take_shown(running, request, limits, relay) or idle
                self._take_reply(running, request, wait=1.0 if idle else 0)
                why = self._watch.over(limits) or (CUT if running.flooded else "")
                if why and not (idle and running.replied):
                    self._stop(running, why)
        except BrokenChannel as error:
            self.alive = False
            running.died(str(error))
        run = running.result()
        run.cpu, run.wall, run.busy = self._watch.spent()
        return run

    def begin_test(self) -> None:
        """Count the time of calls from here on."""
        self._watch.begin()
        self._watch.pause()

    def exchange(self, message: Message, limits: HandInLimits) -> Message:
        """Pass a message on to the code that answers for the hand-in; see `Process`."""
        stopped = ""
        self._watch.resume()
        try:
            if not self._answering:
                self._answering = self._side("answer()")
                self._next_word(limits)
            self._client.input(json.dumps(message))
            while True:
                try:
                    said = self._next_word(limits)
                except TimeoutError as over:
                    stopped = stopped or str(over)
                    self._interrupt()
                    continue
                with untrusted("answer"):  # it may be too deep
                    reply = json.loads(said)
                if not isinstance(reply, dict) or "broken" in reply:
                    raise BrokenChannel(f"an answer that is no message: {str(reply)[:200]}")
                return {"do": "returned", "stopped": stopped} if stopped else reply
        except (BrokenChannel, ValueError, TimeoutError) as error:  # a timeout: it did not begin to answer
            self.alive = False
            return {"do": "returned", "stopped": stopped or str(error)}
        finally:
            self._watch.pause()

    def seat(self, message: Message) -> Message:
        """Put stand-ins where the judge's next test finds them."""
        self._watch.begin()
        try:
            self._side("seat()")
            self._next_word(HandInLimits())
            self._client.input(json.dumps(message))
            reply = json.loads(self._next_word(HandInLimits()))
            self._client.input("")
            return reply
        except (BrokenChannel, TimeoutError, ValueError) as error:
            self.alive = False
            return {"unread": str(error)}

    def failed_hidden(self) -> bool:
        """Return whether the judge's last test failed in its hidden part."""
        asked = {"hidden": _SIDE.format("ended()")}
        request = self._client.execute("", silent=True, store_history=False, user_expressions=asked)
        until = time.monotonic() + _STARTING
        while time.monotonic() < until and self._manager.is_alive():
            reply = _next(self._client.get_shell_msg, 1.0)
            if reply and reply["parent_header"].get("msg_id") == request:
                data = reply["content"].get("user_expressions", {}).get("hidden", {}).get("data", {})
                return data.get("text/plain") == "True"
        return False

    def _side(self, call: str) -> str:
        """Start code of one of the ends of the exchange in the kernel; return its request."""
        return self._client.execute(
            _SIDE.format(call), silent=True, store_history=False, allow_stdin=True, stop_on_error=False
        )

    def _next_word(self, limits: HandInLimits) -> str:
        """Return what the code in the kernel says next by asking for input.

        Raises
        ------
        TimeoutError
            When it has used up its time; the text says how.
        BrokenChannel
            When the kernel ended, or left the code that should answer.
        """
        while True:
            said = _next(self._client.get_stdin_msg, min(1.0, self._watch.patience(limits)))
            if said is not None and said["msg_type"] == "input_request":
                with untrusted("request"):
                    return str(said["content"]["prompt"])
            while _next(self._client.get_iopub_msg, 0):
                pass  # nothing that is shown meanwhile counts
            if said is None and not self._manager.is_alive():
                raise BrokenChannel("its kernel ended")
            if self._answered():
                raise BrokenChannel("it stopped answering")
            why = self._watch.over(limits)
            if why:
                raise TimeoutError(why)

    def _answered(self) -> bool:
        """Return whether the code that answers has ended, though it should not."""
        reply = _next(self._client.get_shell_msg, 0)
        return bool(reply and self._answering and reply["parent_header"].get("msg_id") == self._answering)

    def _stop_answering(self) -> None:
        if self._answering:
            self._client.input("")
            self._answering = ""

    def close(self) -> None:
        """End the kernel and take its folder away."""
        self.alive = False
        with contextlib.suppress(Exception):  # whatever a hostile hand-in left of it
            self._client.stop_channels()
        if hasattr(os, "killpg"):  # what the kernel started, unless it left its group
            with contextlib.suppress(OSError):
                os.killpg(self._manager.provisioner.pgid, signal.SIGKILL)
        self._manager.shutdown_kernel(now=True)
        self._client.context.destroy(linger=0)
        self._folder.cleanup()

    def _take_shown(
        self, running: RunningCell, request: str, limits: HandInLimits, relay: Relay | None
    ) -> bool:
        """Take what the kernel shows, if anything; return whether it says that it is done with the cell."""
        patience = min(1.0, self._watch.patience(limits))
        if relay is not None:
            patience = 0 if self._relayed(relay, patience) else 0.01
        with untrusted("message"):
            message = _next(self._client.get_iopub_msg, patience)
            if message is None:
                if not self._manager.is_alive():
                    raise BrokenChannel("its kernel ended")
                return False
            kind, content = message["msg_type"], message["content"]
            of = message["parent_header"].get("msg_id")
            if kind == "status":
                return of == request and content["execution_state"] == "idle"
            running.show(kind, content, [bytes(buffer) for buffer in message["buffers"]], of)
            return False

    def _relayed(self, relay: Relay, patience: float) -> bool:
        """Wait for something to come; pass on what a test asks of the hand-in, and return whether it did."""
        channels = {one.socket: one for one in (self._client.stdin_channel, self._client.iopub_channel)}
        waiting = zmq.Poller()
        for socket in channels:
            waiting.register(socket, zmq.POLLIN)
        if self._client.stdin_channel.socket not in dict(waiting.poll(patience * 1000)):
            return False
        said = _next(self._client.get_stdin_msg, 0)
        if said is None or said["msg_type"] != "input_request":
            return False
        self._watch.pause()
        reply = relay(json.loads(said["content"]["prompt"]))
        self._watch.resume()
        if not can_be_carried(reply):
            reply = {"do": "returned", "stopped": "an answer that is too long or too deep to be sent on"}
        self._client.input(json.dumps(reply))
        return True

    def _take_reply(self, running: RunningCell, request: str, wait: float) -> None:
        """Take the reply to the cell, if it came; others are answers to what is no longer asked."""
        if running.replied:
            return
        with untrusted("reply"):
            reply = _next(self._client.get_shell_msg, wait)
            if reply and reply["parent_header"].get("msg_id") == request:
                running.reply(reply["content"])
                running.done()

    def _stop(self, running: RunningCell, why: str) -> None:
        running.stopped(why)
        self._interrupt()

    def _interrupt(self) -> None:
        if not self._watch.interrupted:
            self._watch.interrupt()
            self._manager.interrupt_kernel()
        elif self._watch.over(HandInLimits()):
            raise BrokenChannel("an interrupt did not stop it")


def execute(job: Job) -> Execution:
    """Execute ``job`` in a plain kernel."""
    return conduct(
        job,
        lambda outputs: PlainKernel(outputs, job, job.files),
        lambda outputs: PlainKernel(outputs, job, job.judge_files),
        SANDBOX,
    )


def _transport(folder: Path) -> dict[str, Any]:
    """Return how to speak with a kernel: by files in ``folder`` where the system can, as ports may clash."""
    if os.name == "posix":
        return {"transport": "ipc", "ip": str(folder / "socket")}
    return {"transport_encryption": "auto"}


def _next(get: Callable[..., dict[str, Any]], seconds: float) -> dict[str, Any] | None:
    """Return the next message of a channel; None when none came within ``seconds``."""
    with untrusted("message"):
        try:
            return get(timeout=seconds)
        except queue.Empty:
            return None


def _environment(work: Path) -> dict[str, str]:
    """Return the environment of the kernel: what the system needs of ours, and what the sandbox would set."""
    kept = {name: os.environ[name] for name in ("SYSTEMROOT", "APPDATA", "TEMP", "TMP") if name in os.environ}
    places = {"HOME": work, "USERPROFILE": work, "IPYTHONDIR": work.parent, "MPLCONFIGDIR": work.parent}
    return kept | environment() | {name: str(path) for name, path in places.items()} | {"PYTHONSAFEPATH": "1"}


def _first_line(work: Path) -> str:
    """Return code that lets modules of ``work`` be found after what is installed; `exit` ends nothing."""
    return f"__import__('sys').path.append({str(work)!r}); get_ipython().ask_exit = lambda: None"


def _limited(limits: HandInLimits) -> dict[str, Any]:
    """Return what makes the system limit a kernel, where it can."""
    if sys.platform == "win32":
        return {}
    from ecotools.grading.execute.limits import set_limits

    return {"preexec_fn": lambda: set_limits(limits)}
