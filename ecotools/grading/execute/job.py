"""What goes into the execution of a hand-in, and what comes out: plain data that travels between machines."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from ecotools.grading.judge.exchange import Message
from ecotools.grading.judge.plan import JudgePlan

OK, FAILED, TIMEOUT, MEMORY, CUT, DIED, NOT_RUN = (
    "ok",
    "error",
    "timeout",
    "out of memory",
    "output cut",
    "died",
    "not run",
)
ANSWER, TEST = "answer", "test"  # whose fault it is that a test was stopped


@dataclass(frozen=True)
class HandInLimits:
    """What a hand-in may use. Processor time comes first: it does not depend on what else the machine does.

    Parameters
    ----------
    cpu, wall : seconds of processor time, and seconds in all, that a cell may take; a test may take as much
        itself, and the answer that it calls as much again.
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
    """One notebook to execute: sanitised, as JSON data, with the files beside it.

    Parameters
    ----------
    notebook : the sanitised notebook, without the tests that the judge runs.
    plan : what the judge runs.
    files, judge_files : the files beside the notebook, for the hand-in and for the judge.
    limits : what it may use.
    preload : modules that the instructor's notebook imports: they may be imported beforehand.
    seed : text that the seeds of a test are made of, beside its name: the assignment and the student.
    """

    notebook: dict[str, Any]
    plan: JudgePlan = field(default_factory=JudgePlan)
    files: Mapping[str, bytes] = field(default_factory=dict)
    judge_files: Mapping[str, bytes] = field(default_factory=dict)
    limits: HandInLimits = field(default_factory=HandInLimits)
    preload: tuple[str, ...] = ()
    seed: str = ""


@dataclass
class CellRun:
    """What came of one cell.

    ``status`` is one of this module's constants; ``busy`` says that it waited long for a processor that
    others had; ``blame`` says whose fault it was that a test was stopped, ``hidden`` whether a test failed in
    the part that students do not have (None where it did not fail, or nobody knows). ``evidence`` holds
    sentences on why a person should look at it.
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
    blame: str = ANSWER
    hidden: bool | None = None
    evidence: list[str] = field(default_factory=list)


@dataclass
class Execution:
    """An executed notebook, what came of each code cell by place, and under what protection it ran.

    ``student`` is what the hand-in says in STUDENT_ID, "" where it says nothing.
    """

    notebook: dict[str, Any]
    cells: dict[int, CellRun]
    sandbox: str
    seconds: float = 0.0
    student: str = ""

    @property
    def slowed(self) -> bool:
        """Whether a cell ran out of time while the machine was busy with something else."""
        return any(run.status == TIMEOUT and run.busy for run in self.cells.values())


Relay = Callable[[Message], Message]


class Process(Protocol):
    """A live process that runs cells one after the other: of a hand-in, or of the judge."""

    def run(
        self, source: str, place: int, limits: HandInLimits, keep: bool = True, relay: Relay | None = None
    ) -> CellRun:
        """Run the cell at ``place``; with ``keep`` its outputs are gathered.

        ``relay`` passes what the cell asks of the hand-in's process on to it, and returns the answer.
        """

    def exchange(self, message: Message, limits: HandInLimits) -> Message:
        """Pass a message on to the code that answers for the hand-in; return what it says.

        Where the process was stopped or ended, ``{"do": "returned", "stopped": why}``.
        """

    def begin_test(self) -> None:
        """Count the time of calls from here on."""

    def seat(self, message: Message) -> Message:
        """Put stand-ins where the judge's next test finds them."""

    def failed_hidden(self) -> bool:
        """Return whether the judge's last test failed in its hidden part."""

    @property
    def alive(self) -> bool:
        """Whether it can still be used."""

    def close(self) -> None:
        """End the process and all that it started."""
