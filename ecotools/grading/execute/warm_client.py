"""The warm process as it is seen from outside: started, asked for forks, ended. Linux only.

It is one for all workers of a machine. This module imports little, so that the warm process can be started
first and import what hand-ins need while its owner is still importing what grading needs.
"""

from __future__ import annotations

import contextlib
import json
import os
import select
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, BinaryIO, Self

from ecotools.grading.execute import sandbox


class SandboxError(RuntimeError):
    """The sandbox did not come up; the text says why."""


class LostError(SandboxError):
    """The warm process ended while a hand-in ran, which says nothing about the hand-in."""


class Warm:
    """A warm process, of this process or shared with the one that started it.

    ``control`` is the socket that forks are asked for on; ``process`` and ``said``, what it writes when it
    fails, are known to its owner only.
    """

    def __init__(
        self, control: socket.socket, process: subprocess.Popen | None = None, said: BinaryIO | None = None
    ) -> None:
        self.control, self._process, self._said = control, process, said
        self._user = os.getpid()

    @classmethod
    def start(cls) -> Self:
        """Return one that has just been started, which may fail yet."""
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        handle, said = theirs.fileno(), tempfile.TemporaryFile()  # noqa: SIM115 - read when it failed
        needed = json.dumps(sandbox.needed_paths())
        arguments = ["-m", "ecotools.grading.execute.warm_process", str(handle), sandbox.WORK, needed]
        with theirs:
            process = subprocess.Popen(
                sandbox.command(arguments),
                pass_fds=[handle],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=said,
                cwd="/",
            )
        return cls(ours, process, said)

    def prepare(self, modules: tuple[str, ...]) -> None:
        """Let it import modules that hand-ins are going to need."""
        with contextlib.suppress(OSError):  # whoever asks for a fork will see that it is gone
            self.control.send(json.dumps(modules).encode())

    def fork(self, modules: tuple[str, ...]) -> socket.socket:
        """Return a socket whose other end a fork has, in which ``modules`` were imported."""
        ours, theirs = socket.socketpair()
        with theirs:
            try:
                socket.send_fds(self.control, [json.dumps(modules).encode()], [theirs.fileno()])
            except OSError as error:
                ours.close()
                raise LostError(f"the process that runs hand-ins is gone: {self.said() or error}") from error
        return ours

    @property
    def ours(self) -> bool:
        """Whether this process may use it, and is not a fork of the one that may."""
        return self._user == os.getpid()

    def ended(self, seconds: float = 0.0) -> bool:
        """Return whether it has ended, or does within ``seconds``."""
        # It never writes anything, so what can be read is the end.
        return ready_to_read(self.control, seconds)

    def said(self) -> str:
        """Return what it wrote about why it failed; "" when that is not known here."""
        if self._said is None:
            return ""
        self._said.seek(0)
        return self._said.read().decode("utf-8", "replace").strip()

    def close(self) -> None:
        """End it with all that runs in its sandbox, when it is this process's own; else only forget it."""
        self.control.close()
        if self._said is not None:
            self._said.close()
        if self._process is not None and self.ours:
            self._process.kill()
            self._process.wait()


@contextmanager
def begun(wanted: bool = True) -> Iterator[Warm | None]:
    """Yield a warm process that was just started; None when it is not ``wanted`` or there cannot be one."""
    if not wanted or sys.platform != "linux" or shutil.which("bwrap") is None:
        yield None
        return
    warm = Warm.start()
    try:
        yield warm
    finally:
        warm.close()


def ready_to_read(handle: Any, seconds: float) -> bool:
    """Return whether there is something to read, or will be within ``seconds``."""
    waiting = select.poll()
    waiting.register(handle, select.POLLIN)
    return bool(waiting.poll(seconds * 1000))
