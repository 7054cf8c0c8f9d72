"""Where the processor time of grading a hand-in goes: asked of the system, process by process."""

from __future__ import annotations

import time
from collections import defaultdict
from unittest.mock import patch

from ecotools.grading.course import Course
from ecotools.grading.execute.forks import Forked
from ecotools.grading.execute.ways import FORKED
from ecotools.grading.pipeline.tasks import GradingTasks
from ecotools.grading.pipeline.worker import work
from ecotools.grading.settings import Settings

from .classes import NAME

MOST = 30  # hand-ins


def stages(course: Course) -> dict[str, float]:
    """Return the seconds of processor time of one hand-in, by stage, the largest first."""
    with course.gradebook() as gradebook:
        tasks = GradingTasks(course, NAME, gradebook, Settings(), FORKED)
        given = [tasks.task(student, keep=False) for student in course.students(NAME)[: MOST + 1]]
    work(given[0])  # the warm process comes up
    spent: dict[str, float] = defaultdict(float)
    start = time.process_time()
    with (
        patch.object(Forked, "_open", _timed(Forked._open, spent, lambda *_: "opening two forks")),
        patch.object(Forked, "run", _timed(Forked.run, spent, _of_run)),
        patch.object(Forked, "exchange", _timed(Forked.exchange, spent, lambda *_: "answers: calls")),
        patch.object(Forked, "seat", _timed(Forked.seat, spent, lambda *_: "judge: stand-ins")),
    ):
        for task in given[1:]:
            work(task)
    spent["worker: all it does itself"] = time.process_time() - start
    each = {stage: seconds / (len(given) - 1) for stage, seconds in spent.items()}
    return dict(sorted(each.items(), key=lambda pair: -pair[1]))


def _of_run(source, place, limits, keep=True, relay=None) -> str:
    if relay is not None:
        return "judge: tests"
    return "answers: cells" if keep else "judge: set-up cells"


def _timed(method, spent, label):
    def timed(self, *args, **kwargs):
        before = _spent(self)
        try:
            return method(self, *args, **kwargs)
        finally:
            spent[label(*args, **kwargs)] += max(0.0, _spent(self) - before)

    return timed


def _spent(process: Forked) -> float:
    """Return the processor time of the main thread of a fork so far; 0 before it is there, or after."""
    try:
        return int(process._watch._schedule.read_text().split()[0]) / 1e9
    except (AttributeError, OSError, IndexError):
        return 0.0
