"""What the last report said, kept beside the gradebook, and what changed since.

The record holds two states: that of the last report, and the last one that was different from it. A report of
the same state leaves both, so that it says the same however often it is written.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pandas as pd

from ecotools.grading.collect.instants import STAMP
from ecotools.grading.course import Course
from ecotools.grading.gradebook.results import Results
from ecotools.grading.pipeline.caches import remember, remembered
from ecotools.grading.pipeline.journal import folder_of
from ecotools.grading.report.summary import points_of

NOTED = "reported.json"
NEW, AGAIN, GONE = "new hand-in", "handed in again", "no longer there"
GRADED, POINTS, LATE = "graded", "points", "taken off for being late"
COLUMNS = ["assignment", "student", "task", "what", "before", "now"]

# What is known of each hand-in by assignment and student, see `state_of`.
State = dict[str, dict[str, dict[str, Any]]]


@dataclass(frozen=True)
class ReportChanges:
    """What changed since the report of ``since``, a time in UTC; "" for the first report.

    ``table`` has the columns assignment, student, task (empty for the whole hand-in), what ("new hand-in",
    "handed in again", "no longer there", "graded", "points", "taken off for being late"), before, now.
    """

    since: str = ""
    table: pd.DataFrame = field(default_factory=lambda: pd.DataFrame(columns=COLUMNS))

    @property
    def in_words(self) -> str:
        """What changed in one sentence, for a terminal; "" for the first report."""
        if not self.since:
            return ""
        count = self.table["what"].value_counts()
        told = [
            (NEW, "new hand-in", "new hand-ins"),
            (AGAIN, "handed in again", "handed in again"),
            (GONE, "hand-in no longer there", "hand-ins no longer there"),
            (GRADED, "other grade of a hand-in", "other grades of hand-ins"),
            (POINTS, "answer with other points", "answers with other points"),
            (LATE, "other late penalty", "other late penalties"),
        ]
        said = [
            f"{count[what]} {one if count[what] == 1 else more}" for what, one, more in told if what in count
        ]
        return f"Since the report of {self.since}: {', '.join(said) or 'nothing changed'}."


def changes(course: Course, names: Iterable[str], found: Results) -> tuple[ReportChanges, dict[str, Any]]:
    """Return what changed since the last report of a course, and what `keep` is to write for the next one.

    Parameters
    ----------
    course, names : the course and the assignments that the report is about.
    found : the class as it is now.
    """
    noted, now = remembered(_file(course.root)), state_of(course, names, found)
    last = _kept(noted, "last")
    everything = {**last.get("hand_ins", {}), **now}
    if last and everything == last["hand_ins"]:
        before, record = _kept(noted, "before"), noted
    else:
        before = last
        record = {"before": last, "last": {"hand_ins": everything}}
    record = record | {"last": {**record["last"], "at": _time()}}
    earlier = before.get("hand_ins", {})
    rows = [row for name in sorted(now) for row in differences(name, earlier.get(name, {}), now[name])]
    table = pd.DataFrame(rows if before else [], columns=COLUMNS)
    return ReportChanges(before.get("at", ""), table), record


def keep(root: Path, record: Mapping[str, Any]) -> None:
    """Write the record of a course, in place of the one before."""
    remember(_file(root), dict(record))


def state_of(course: Course, names: Iterable[str], found: Results) -> State:
    """Return the state of a class: for each hand-in its files, its score and that of each task."""
    state: State = {name: {} for name in names}
    tasks = dict(list(found.tasks.groupby(["assignment", "student"])))
    for row in found.grades.itertuples():
        cells = tasks.get((row.assignment, row.student), found.tasks.iloc[:0])
        state.setdefault(row.assignment, {})[row.student] = {
            "files": _digest(course.handed_in(row.student, row.assignment)),
            "score": points_of(row),
            "penalty": f"{row.penalty:g}",
            "tasks": {
                task: _of_task(of_task["score"].sum(skipna=False), of_task["points"].sum())
                for task, of_task in cells.groupby("task", sort=True)
            },
        }
    return state


def differences(
    assignment: str, before: Mapping[str, dict[str, Any]], now: Mapping[str, dict[str, Any]]
) -> Iterator[tuple[str, str, str, str, str, str]]:
    """Yield what changed between two states of an assignment, as rows of `ReportChanges.table`."""
    for student in sorted({*before, *now}):
        old, new = before.get(student), now.get(student)
        whole = (assignment, student, "")
        if old is None or new is None:
            yield (*whole, NEW, "", new["score"]) if new else (*whole, GONE, old["score"], "")
            continue
        tasks = sorted({*old["tasks"], *new["tasks"]})
        if old["files"] != new["files"]:
            yield (*whole, AGAIN, old["score"], new["score"])
        elif not (old["tasks"] and new["tasks"]) and old["score"] != new["score"]:
            yield (*whole, GRADED, old["score"], new["score"])
        for task in tasks if old["tasks"] and new["tasks"] else []:
            was, is_ = old["tasks"].get(task, "–"), new["tasks"].get(task, "–")
            if was != is_:
                yield (assignment, student, task, POINTS, was, is_)
        if old["penalty"] != new["penalty"]:
            yield (*whole, LATE, old["penalty"], new["penalty"])


def _of_task(score: float, points: float) -> str:
    return "to mark" if score != score else f"{score:g} of {points:g}"


def _digest(folder: Path) -> str:
    """Return a hash of the notebooks in the folder of a hand-in and its time; "" where it cannot be read."""
    found = hashlib.sha256()
    try:
        for file in sorted([*folder.glob("*.ipynb"), *folder.glob(STAMP)]):
            found.update(file.name.encode() + b"\0" + file.read_bytes())
    except OSError:
        return ""
    return found.hexdigest()[:16]


def _kept(noted: Mapping[str, Any], which: str) -> dict[str, Any]:
    found = noted.get(which)
    return found if isinstance(found, dict) else {}


def _time() -> str:
    return f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC"


def _file(root: Path) -> Path:
    return folder_of(root) / NOTED
