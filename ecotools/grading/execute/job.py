"""What goes into the execution of a hand-in, and what comes out: plain data that travels between machines."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

OK, FAILED, TIMEOUT, MEMORY, CUT, DIED, NOT_RUN = (
    "ok",
    "error",
    "timeout",
    "out of memory",
    "output cut",
    "died",
    "not run",
)


@dataclass(frozen=True)
class Limits:
    """What a hand-in may use. Processor time comes first: it does not depend on what else the machine does.

    Parameters
    ----------
    cpu, wall : seconds of processor time, and seconds in all, that a cell may take.
    total : seconds in all that a hand-in may take.
    memory : bytes of data a process may hold.
    disk : bytes that may be written to the working folder, and to the temporary one.
    processes : processes and threads at a time.
    output : bytes of output kept of a cell; what comes after is dropped.
    flood : bytes of output after which a cell is stopped.
    restarts : how often the rest of a hand-in is run in a fresh process after one died.
    """

    cpu: float = 30
    wall: float = 60
    total: float = 600
    memory: int = 2 * 2**30
    disk: int = 64 * 2**20
    processes: int = 64
    output: int = 2**20
    flood: int = 32 * 2**20
    restarts: int = 3


@dataclass(frozen=True)
class Job:
    """One notebook to execute: sanitised, as JSON data, with the files that lie beside it.

    ``preload`` names modules that the instructor's notebook imports: they may be imported beforehand.
    """

    notebook: dict[str, Any]
    files: Mapping[str, bytes] = field(default_factory=dict)
    limits: Limits = field(default_factory=Limits)
    twins: bool = True
    preload: tuple[str, ...] = ()


@dataclass
class CellRun:
    """What came of one cell.

    ``status`` is one of this module's constants; ``busy`` says that it waited long for a processor that
    others had; ``evidence`` holds sentences on why a person should look at it.
    """

    status: str = NOT_RUN
    ename: str = ""
    evalue: str = ""
    count: int | None = None
    results: int = 0
    cpu: float = 0.0
    wall: float = 0.0
    busy: bool = False
    cut: bool = False
    alive: bool = True
    threads: int = 0
    evidence: list[str] = field(default_factory=list)


@dataclass
class Execution:
    """An executed notebook, what came of each code cell by place, and under what protection it ran."""

    notebook: dict[str, Any]
    cells: dict[int, CellRun]
    sandbox: str
    seconds: float = 0.0

    @property
    def slowed(self) -> bool:
        """Whether a cell ran out of time while the machine was busy with something else."""
        return any(run.status == TIMEOUT and run.busy for run in self.cells.values())


class Process(Protocol):
    """A live process that runs the cells of one hand-in, one after the other."""

    def run(self, source: str, place: int, limits: Limits, keep: bool = True) -> CellRun:
        """Run the cell at ``place``; with ``keep`` its outputs are gathered."""

    def passed(self, twins: list[str]) -> list[bool]:
        """Try sources in a throw-away copy of the process; say which ended without an error.

        Nothing where there can be no such copy; where it did not answer, none of them ended well.
        """

    def close(self) -> None:
        """End the process and all that it started."""
