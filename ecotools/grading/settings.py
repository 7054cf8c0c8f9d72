"""How to grade: what a class's grading is asked for, and what this machine can do of it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import lru_cache

from ecotools.grading.assignment import AssignmentError
from ecotools.grading.course import Course
from ecotools.grading.execute import sandbox
from ecotools.grading.execute.job import HandInLimits
from ecotools.grading.execute.ways import FORKED, KERNEL

AUTO, REQUIRE, OFF = "auto", "require", "off"
_HOUR = 3600.0


class GradingError(AssignmentError):
    """An assignment that cannot be graded at all; the text names it."""


@dataclass(frozen=True)
class Settings:
    """How to grade.

    Parameters
    ----------
    sandbox : "require" (refuse to grade without), "auto" (grade without where it cannot be had) or "off".
    jobs : how many hand-ins at a time; as many as there are processors when 0.
    force : whether to grade again what did not change.
    limits : what a hand-in may use.
    scheduler : the address of a Dask cluster; processes of this machine when empty.
    """

    sandbox: str = AUTO
    jobs: int = 0
    force: bool = False
    limits: HandInLimits = field(default_factory=HandInLimits)
    scheduler: str = ""

    def way(self) -> str:
        """Return how hand-ins are executed: ``FORKED`` in a sandbox, or ``KERNEL`` without one.

        Raises
        ------
        GradingError
            When a sandbox is required and cannot be had.
        """
        if self.sandbox == OFF:
            return KERNEL
        why = missing_sandbox()
        if why and self.sandbox == REQUIRE:
            raise GradingError(f"a sandbox is required and cannot be had: {why}")
        return KERNEL if why else FORKED


def limits(course: Course, cpu: float | None, wall: float | None, memory: int) -> HandInLimits:
    """Return what a hand-in of ``course`` may use: what is asked for, or else what the course says.

    Parameters
    ----------
    course : where ``Execute.timeout`` of nbgrader's configuration asks for more time than there is else, its
        cells get it: an hour where that says that there is no limit.
    cpu, wall : seconds of processor time, and in all, that a cell may take; None for what the course says.
    memory : MiB that a process may hold.
    """
    usual, said = HandInLimits(), course.timeout()
    longest = usual.wall if said is None else said or _HOUR
    more = longest > usual.wall
    cpu = cpu if cpu is not None else longest if more else usual.cpu
    wall = max(wall if wall is not None else longest if more else usual.wall, cpu)
    total = max(usual.total, 2 * wall if more else 0)
    return replace(usual, cpu=cpu, wall=wall, total=total, memory=memory * 2**20)


@lru_cache(maxsize=1)
def missing_sandbox() -> str:
    """Return why a sandbox cannot be had on this machine, "" when it can; asked once."""
    return sandbox.missing()
