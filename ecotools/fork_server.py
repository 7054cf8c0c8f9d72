"""Processes that begin with libraries loaded: forks of one that has imported them and does nothing else.

It is the fork server of `multiprocessing`. Importing pandas, matplotlib and scipy takes seconds; a fork of a
process that has done so takes none.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import cache
from multiprocessing import get_context
from multiprocessing.context import BaseContext

CAN_FORK = hasattr(os, "fork")
"""Whether this system has forks. Windows has none."""

LIBRARY = (
    *("ecotools.learn", "ecotools.simulate", "ecotools.metrics.effects", "ecotools.metrics.kpi"),
    *("ipywidgets", "matplotlib.pyplot", "networkx", "scipy.stats"),
)
"""What most notebooks load, but for `ecotools.plots`, which tells the kernel how figures are shown."""


@cache
def fork_server(modules: tuple[str, ...], **settings: str) -> BaseContext:
    """Return a context whose processes are forks of one that has imported ``modules``.

    There is one for a process: whoever asks first says what it has imported.

    Parameters
    ----------
    modules : names of modules; one that does not exist is skipped.
    settings : variables of the environment that libraries read when they are imported.
    """
    from multiprocessing import forkserver  # not on every system that has no fork

    server = get_context("forkserver")
    server.set_forkserver_preload(list(modules))
    before = dict(os.environ)
    os.environ.update(settings)
    try:
        forkserver.ensure_running()
    finally:
        replace_environment(before)
    return server


def replace_environment(environment: Mapping[str, str]) -> None:
    """Make ``environment`` the variables of this process."""
    os.environ.clear()
    os.environ.update(environment)
