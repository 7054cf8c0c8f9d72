"""How to grade: what a class's grading is asked for, and what this machine can do of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from ecotools.grading.assignment import AssignmentError
from ecotools.grading.execute import sandbox
from ecotools.grading.execute.job import Limits
from ecotools.grading.execute.ways import FORKED, KERNEL

AUTO, REQUIRE, OFF = "auto", "require", "off"


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
    limits: Limits = field(default_factory=Limits)
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


@lru_cache(maxsize=1)
def missing_sandbox() -> str:
    """Return why a sandbox cannot be had on this machine, "" when it can; asked once."""
    return sandbox.missing()
