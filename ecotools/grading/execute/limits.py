"""The limits that the system keeps for each process. Unix only."""

from __future__ import annotations

import resource

from ecotools.grading.execute.job import HandInLimits


def set_limits(limits: HandInLimits, held: int = 0) -> None:
    """Limit processor time, data, the size of files, open files and core dumps of this process.

    ``held`` bytes of data do not count: what was set aside before the hand-in began.
    """
    for what, most in (
        (resource.RLIMIT_CPU, int(limits.total) + 1),
        (resource.RLIMIT_DATA, limits.memory + held),
        (resource.RLIMIT_FSIZE, limits.disk),
        (resource.RLIMIT_NOFILE, 256),
        (resource.RLIMIT_CORE, 0),
    ):
        hard = resource.getrlimit(what)[1]
        most = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(what, (most, most))
