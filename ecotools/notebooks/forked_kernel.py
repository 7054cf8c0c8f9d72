"""Kernels for papermill that are forks of one process: what notebooks of the course use is loaded there."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Sequence
from importlib.metadata import EntryPoint
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

from jupyter_client.provisioning import KernelProvisionerFactory, LocalProvisioner

from ecotools.fork_server import CAN_FORK, LIBRARY, fork_server, replace_environment

LAUNCHER = "ipykernel_launcher"
NAME = "ecotools-forked"
INLINE = "module://matplotlib_inline.backend_inline"


class ForkedKernels(LocalProvisioner):
    """Starts a Python kernel as a fork, and any other as its command says."""

    async def launch_kernel(self, cmd: list[str], **kwargs: Any) -> dict[str, Any]:
        """Start the kernel; return how to reach it."""
        if LAUNCHER not in cmd:
            return await super().launch_kernel(cmd, **kwargs)
        arguments, folder = cmd[cmd.index(LAUNCHER) + 1 :], kwargs.get("cwd") or Path.cwd()
        server = fork_server(("ipykernel.kernelapp", *LIBRARY), MPLBACKEND=INLINE)
        kernel = server.Process(target=_run, args=(arguments, str(folder), dict(kwargs["env"])))
        kernel.start()
        self.process, self.pid, self.pgid, self.cwd = _Running(kernel), kernel.pid, kernel.pid, folder
        return self.connection_info


class _Running:
    """A forked kernel with the face that its provisioner knows: that of `subprocess.Popen`."""

    stdin = stdout = stderr = None

    def __init__(self, process: BaseProcess) -> None:
        self._process, self.pid = process, process.pid

    def poll(self) -> int | None:
        """Return how it ended, None while it runs."""
        return self._process.exitcode

    def wait(self) -> int | None:
        """Wait for its end; return how it ended."""
        self._process.join()
        return self.poll()

    def send_signal(self, number: int) -> None:
        """Send it a signal."""
        os.kill(self.pid, number)

    def kill(self) -> None:
        """End it at once."""
        self.send_signal(signal.SIGKILL)

    def terminate(self) -> None:
        """Ask it to end."""
        self.send_signal(signal.SIGTERM)


def use_forks() -> None:
    """Let the kernels that this process starts from now on be forks, where the system has them."""
    if CAN_FORK:
        factory = KernelProvisionerFactory.instance()
        place = f"{__name__}:{ForkedKernels.__name__}"
        factory.provisioners[NAME] = EntryPoint(NAME, place, factory.GROUP_NAME)
        factory.default_provisioner_name = NAME


def _run(arguments: Sequence[str], folder: str, environment: dict[str, str]) -> None:
    """Be a kernel: in a session of its own, and only as long as the fork server is there."""
    os.setsid()
    replace_environment(environment)
    os.chdir(folder)
    from ipykernel import kernelapp

    sys.argv = [LAUNCHER, *arguments, f"--IPKernelApp.parent_handle={os.getppid()}"]
    kernelapp.launch_new_instance()
