"""Run a module in a Python process of its own that can fork, and hear what it says or why it failed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

# A process that forks must have one thread; these libraries start more as soon as they are imported.
_ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
_SETTINGS = _ONE_THREAD | {"MPLBACKEND": "Agg", "ECOTOOLS_PROGRESS": "off"}


class ModuleFailed(RuntimeError):
    """A module that did not come to its end; the text is the last line that it wrote to stderr."""


def run_module(module: str, *arguments: str, folder: Path, asked: str = "") -> str:
    """Return what ``python -m module`` prints when it runs in ``folder`` with ``asked`` as its input.

    Raises
    ------
    ModuleFailed
        When the process does not end with 0.

    Examples
    --------
    >>> run_module("base64", "-", folder=Path.cwd(), asked="four")
    'Zm91cg==\\n'
    """
    command = [sys.executable, "-m", module, *arguments]
    env = os.environ | _SETTINGS
    done = subprocess.run(command, input=asked, text=True, capture_output=True, cwd=folder, env=env)
    if done.returncode != 0:
        raise ModuleFailed((done.stderr.strip().splitlines() or ["no reason given"])[-1])
    return done.stdout
