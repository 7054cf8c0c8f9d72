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
from collections.abc import Callable
from pathlib import Path
from typing import Any

from jupyter_client.blocking import BlockingKernelClient
from jupyter_client.manager import KernelManager

from ecotools.grading.execute.conduct import conduct
from ecotools.grading.execute.frames import BrokenChannel, untrusted
from ecotools.grading.execute.job import CUT, CellRun, Execution, Job, Limits
from ecotools.grading.execute.outputs import Outputs
from ecotools.grading.execute.running import Running
from ecotools.grading.execute.sandbox import environment
from ecotools.grading.execute.watch import Watch

SANDBOX = "none: each hand-in in a kernel of its own, with the rights of whoever grades"
_STARTING = 60.0
_TWINS = "__import__('ecotools.grading.execute.twinned', fromlist=['']).in_kernel({sources!r})"
_THREADS = "__import__('ecotools.grading.execute.twinned', fromlist=['']).student_threads()"


class KernelError(RuntimeError):
    """The kernel did not start. It says nothing about the hand-in."""


class PlainKernel:
    """A kernel that runs one hand-in, in a temporary folder that goes with it."""

    def __init__(self, outputs: Outputs, job: Job) -> None:
        self._outputs = outputs
        self._folder = tempfile.TemporaryDirectory(prefix="ecotools-handin-", ignore_cleanup_errors=True)
        work = Path(self._folder.name, "handin")
        work.mkdir()
        for name, data in job.files.items():
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
                f"--IPKernelApp.exec_lines={_found_last(work)}",
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
        self._watch = Watch(self._manager.provisioner.process.pid)

    def run(self, source: str, place: int, limits: Limits, keep: bool = True) -> CellRun:
        """Run the cell at ``place``; with ``keep`` its outputs are gathered."""
        self._watch.begin()
        request = self._client.execute(
            source, store_history=True, stop_on_error=False, user_expressions={"threads": _THREADS}
        )
        running = Running(self._outputs if keep else None, place, request, limits)
        try:
            idle = False
            while not (idle and running.replied):
                idle = self._take_shown(running, request, limits) or idle
                self._take_reply(running, request, wait=1.0 if idle else 0)
                why = self._watch.over(limits) or (CUT if running.flooded else "")
                if why and not (idle and running.replied):
                    self._stop(running, why)
        except BrokenChannel as error:
            running.died(str(error))
        run = running.result()
        run.cpu, run.wall, run.busy = self._watch.spent()
        return run

    def passed(self, twins: list[str]) -> list[bool]:
        """Try sources in a fork of the kernel's process; say which ended without an error."""
        unsaid = [False] * len(twins) if hasattr(os, "fork") else []
        asked = {"passed": _TWINS.format(sources=twins)}
        request = self._client.execute("", silent=True, store_history=False, user_expressions=asked)
        until = time.monotonic() + 30
        while time.monotonic() < until and self._manager.is_alive():
            # A reply that makes no sense is no answer; the cell that comes next will say so.
            with contextlib.suppress(BrokenChannel), untrusted("a reply"):
                reply = _next(self._client.get_shell_msg, 1.0)
                if reply and reply["parent_header"].get("msg_id") == request:
                    said = [one is True for one in _value(reply["content"], "passed") or ()]
                    return said if len(said) == len(twins) else unsaid
        return unsaid

    def close(self) -> None:
        """End the kernel and take its folder away."""
        with contextlib.suppress(Exception):  # whatever a hostile hand-in left of it
            self._client.stop_channels()
        if hasattr(os, "killpg"):  # what the kernel started, unless it left its group
            with contextlib.suppress(OSError):
                os.killpg(self._manager.provisioner.pgid, signal.SIGKILL)
        self._manager.shutdown_kernel(now=True)
        self._client.context.destroy(linger=0)
        self._folder.cleanup()

    def _take_shown(self, running: Running, request: str, limits: Limits) -> bool:
        """Take what the kernel shows, if anything; return whether it says that it is done with the cell."""
        with untrusted("a message"):
            message = _next(self._client.get_iopub_msg, min(1.0, self._watch.patience(limits)))
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

    def _take_reply(self, running: Running, request: str, wait: float) -> None:
        """Take the reply to the cell, if it came; others are answers to what is no longer asked."""
        if running.replied:
            return
        with untrusted("a reply"):
            reply = _next(self._client.get_shell_msg, wait)
            if reply and reply["parent_header"].get("msg_id") == request:
                running.reply(reply["content"])
                running.done(_value(reply["content"], "threads") or 0)

    def _stop(self, running: Running, why: str) -> None:
        running.stopped(why)
        if not self._watch.interrupted:
            self._watch.interrupt()
            self._manager.interrupt_kernel()
        elif self._watch.over(Limits()):
            raise BrokenChannel("an interrupt did not stop it")


def execute(job: Job) -> Execution:
    """Execute ``job`` in a plain kernel."""
    return conduct(job, lambda outputs: PlainKernel(outputs, job), SANDBOX)


def _transport(folder: Path) -> dict[str, Any]:
    """Return how to speak with a kernel: by files in ``folder`` where the system can, as ports may clash."""
    if os.name == "posix":
        return {"transport": "ipc", "ip": str(folder / "socket")}
    return {"transport_encryption": "auto"}


def _next(get: Callable[..., dict[str, Any]], seconds: float) -> dict[str, Any] | None:
    """Return the next message of a channel; None when none came within ``seconds``."""
    try:
        return get(timeout=seconds)
    except queue.Empty:
        return None


def _value(content: dict[str, Any], name: str) -> Any:
    """Return the value of a user expression, which comes as Python writes it; None without one."""
    expression = content.get("user_expressions", {}).get(name, {})
    text = expression.get("data", {}).get("text/plain", "null")
    with contextlib.suppress(ValueError):
        return json.loads(text.replace("True", "true").replace("False", "false"))
    return None


def _environment(work: Path) -> dict[str, str]:
    """Return the environment of the kernel: what the system needs of ours, and what the sandbox would set."""
    kept = {name: os.environ[name] for name in ("SYSTEMROOT", "APPDATA", "TEMP", "TMP") if name in os.environ}
    places = {"HOME": work, "USERPROFILE": work, "IPYTHONDIR": work.parent, "MPLCONFIGDIR": work.parent}
    return kept | environment() | {name: str(path) for name, path in places.items()} | {"PYTHONSAFEPATH": "1"}


def _found_last(work: Path) -> str:
    """Return code that lets modules of ``work`` be imported, after what is installed."""
    return f"__import__('sys').path.append({str(work)!r})"


def _limited(limits: Limits) -> dict[str, Any]:
    """Return what makes the system limit a kernel, where it can."""
    if sys.platform == "win32":
        return {}
    from ecotools.grading.execute.limits import set_limits

    return {"preexec_fn": lambda: set_limits(limits)}
