"""What is known of a cell while it runs: its outputs so far, its reply, why it was stopped."""

from __future__ import annotations

from typing import Any

from ecotools.grading.execute.frames import BrokenChannel
from ecotools.grading.execute.job import CUT, DIED, FAILED, MEMORY, OK, TIMEOUT, CellRun, HandInLimits
from ecotools.grading.execute.outputs import Outputs

_LONGEST = 10_000  # characters of what an error says that are kept beside the outputs


class RunningCell:
    """One cell that was sent to a process; ``outputs`` is None when what it shows is of no interest."""

    def __init__(self, outputs: Outputs | None, place: int, request: str, limits: HandInLimits) -> None:
        self._outputs, self._request, self._limits = outputs, request, limits
        self._run = CellRun()
        self._reply: dict[str, Any] | None = None
        self._came = 0
        if outputs is not None:
            outputs.begin(place, request)

    @property
    def flooded(self) -> bool:
        """Whether more came than a cell may send."""
        return self._came > self._limits.flood

    def show(self, kind: str, content: dict[str, Any], buffers: list[bytes], of: Any) -> None:
        """Take a message that shows something; what is not ``of`` this cell's request is dropped."""
        if self._outputs is None or of != self._request:
            self._came += len(str(content))
        else:
            self._came += self._outputs.take(kind, content, buffers, self._limits.output)

    def reply(self, content: dict[str, Any]) -> None:
        """Take the reply that ends the cell."""
        if self._reply is not None:
            raise BrokenChannel("a second reply to one request")
        self._reply = dict(content)

    def done(self) -> None:
        """Note that nothing more comes."""
        if not self.replied:
            raise BrokenChannel("an end without a reply")

    @property
    def replied(self) -> bool:
        """Whether the reply came."""
        return self._reply is not None

    def stopped(self, why: str) -> None:
        """Note why the cell was interrupted; the first reason stays."""
        self._run.status = self._run.status if self._run.status in {TIMEOUT, CUT} else why

    def died(self, why: str) -> None:
        """Note that the process is gone."""
        self._run.alive, self._run.evalue = False, bounded(why)

    def result(self) -> CellRun:
        """Return what came of the cell."""
        run, was_stopped = self._run, self._run.status in {TIMEOUT, CUT}
        if self._outputs is not None:
            self._outputs.end()
            run.cut, run.results = self._outputs.cut, self._outputs.results
        if not run.alive:
            run.status = run.status if was_stopped else DIED
        elif self._reply is not None:
            run.ename, run.evalue = bounded(self._reply.get("ename")), bounded(self._reply.get("evalue"))
            count = self._reply.get("execution_count")
            run.count = count if isinstance(count, int) else None
            if not was_stopped:
                failed = MEMORY if run.ename == "MemoryError" else FAILED
                run.status = OK if self._reply.get("status") == "ok" else failed
        return run


def bounded(said: Any) -> str:
    """Return what a hand-in said as text of bounded length that a file can hold."""
    return str(said or "")[:_LONGEST].encode("utf-8", "replace").decode()
