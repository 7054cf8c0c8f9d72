"""The judge in an execution: its process is prepared as the instructor's notebook says, and runs tests."""

from __future__ import annotations

from collections.abc import Callable

from ecotools.grading.execute.frames import can_be_carried
from ecotools.grading.execute.job import FAILED, OK, TEST, CellRun, Job, Process, Relay
from ecotools.grading.execute.outputs import Outputs
from ecotools.grading.judge.exchange import Message
from ecotools.grading.judge.plan import PARAMETERS, STUDENT, JudgeStep
from ecotools.grading.judge.plan import TEST as TEST_STEP

SETUP = "SetUpError"
UNREAD = "UnreadableAnswer"  # what an answer is that could not be copied


class Judge:
    """Runs the tests of one hand-in; its process is made when the first of them is to run."""

    def __init__(self, job: Job, outputs: Outputs, opened: Callable[[Outputs], Process]) -> None:
        self._job, self._outputs, self._open = job, outputs, opened
        self._process: Process | None = None
        self._done = 0  # steps of the plan that the process has behind it
        self._broken = ""  # why a set-up cell failed

    def run(
        self, test: JudgeStep, place: int, remembered: Message, seed: int, student: str, relay: Relay
    ) -> CellRun:
        """Run a test, with stand-ins for what the hand-in ``remembered``."""
        self._prepare(test, student)
        if self._broken:
            return CellRun(FAILED, SETUP, self._broken, blame=TEST)
        if "stopped" in remembered or not can_be_carried(remembered):
            remembered = {}
        message = {
            "asked": list(test.asked),
            "wanted": list(test.wanted),
            "remembered": remembered,
            "source": test.source,
            "seed": seed,
        }
        unread = str(self._process.seat(message).get("unread") or "")
        run = self._process.run(test.source, place, self._job.limits, relay=relay)
        if run.status == FAILED:
            run.hidden = self._process.failed_hidden() if self._process.alive else None
            if unread:
                run.ename, run.evalue = UNREAD, unread
        return run

    def _prepare(self, test: JudgeStep, student: str) -> None:
        """Bring the process to where the test stands: the set-up cells before it have run."""
        if self._process is not None and not self._process.alive:
            self.close()
        if self._process is None:
            self._process, self._done, self._broken = self._open(self._outputs), 0, ""
        steps = self._job.plan.steps
        while self._done < len(steps) and not self._broken:
            step = steps[self._done]
            if step is test:
                break
            if step.kind != TEST_STEP:
                self._set_up(step, student)
            self._done += 1

    def _set_up(self, step: JudgeStep, student: str) -> None:
        source = step.source
        if step.kind == PARAMETERS and student:
            source += f"\n{STUDENT} = {student!r}"
        run = self._process.run(source, 0, self._job.limits, keep=False)
        if run.status != OK:
            said = f"{run.ename}: {run.evalue}" if run.ename else run.status
            self._broken = f"the set-up cell {step.name!r} of the assignment failed: {said}"

    def close(self) -> None:
        """End the process, if there is one."""
        if self._process is not None:
            self._process.close()
            self._process = None
