"""Hand-ins written to ``submitted/<student>/<assignment>/``, so that a stop at any moment loses none."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from dataclasses import replace as replaced
from datetime import datetime
from pathlib import Path

from ecotools.grading.collect.archives import Entry, utc
from ecotools.grading.collect.copies import EMPTY, Stub, with_work
from ecotools.grading.collect.instants import STAMP, read_instant, written
from ecotools.grading.collect.names import same_file
from ecotools.grading.collect.numbers import SeenNumbers
from ecotools.grading.collect.plan import CollectPlan, FoundHandIn
from ecotools.grading.course import Course

LOCK = ".collecting"
WORK = ".collecting-"
OLD = "replaced"
# What happens to a hand-in; of these only "refused" is nothing to be content with.
NEW, NEWER, SAME, KEPT, REFUSED = (
    "new",
    "replaces an older one",
    "already there",
    "kept what is there",
    "refused",
)


class CollectError(ValueError):
    """Nothing can be collected now; the text says why."""


@dataclass(frozen=True)
class CollectOutcome:
    """What happens, or happened, to a hand-in: one of the words above, and ``error`` if it is refused."""

    handin: FoundHandIn
    what: str
    error: str = ""

    @property
    def writes(self) -> bool:
        """Whether it puts something into submitted/."""
        return self.what in (NEW, NEWER)


def outlook(
    course: Course,
    handins: Iterable[FoundHandIn],
    replace: bool = False,
    stub: Callable[[str], Stub] = lambda name: Stub(),
    seen: SeenNumbers | None = None,
) -> list[CollectOutcome]:
    """Return what collecting ``handins`` would do.

    What is there already gives way to what is newer, and with ``replace`` to anything else. Only work does
    not give way to a notebook without any, which ``stub`` tells apart; and that always gives way to work.
    ``seen`` has the times of downloads, by which a later one is known to be newer.
    """
    there, seen = {same_file(student): student for student in course.everybody()}, seen or SeenNumbers()
    return [_foreseen(course, handin, there, replace, stub, seen) for handin in handins]


def _foreseen(
    course: Course,
    handin: FoundHandIn,
    there: Mapping[str, str],
    replace: bool,
    stub: Callable[[str], Stub],
    seen: SeenNumbers,
) -> CollectOutcome:
    place = course.handed_in(handin.student, handin.assignment)
    spelled = there.get(same_file(handin.student), handin.student)
    if spelled != handin.student:
        return _refused(
            handin, f"{place.parent} and {spelled} there are one folder on some systems: rename one"
        )
    try:
        if any(path.is_symlink() for path in (place.parent, place)):
            return _refused(handin, f"{place} leads elsewhere by a link: remove it")
        if not place.exists():
            return CollectOutcome(handin, NEW)
        before = _time(place)
        if _same(place, handin.files):
            return CollectOutcome(handin, NEWER if before is None and handin.handed_in else SAME)
        before = before or seen.time(handin.assignment, handin.student)
        return CollectOutcome(handin, NEWER) if replace else _compared(handin, place, before, stub)
    except OSError as error:
        return _refused(handin, f"{place} cannot be looked at: {error}")


def _compared(
    handin: FoundHandIn, place: Path, before: datetime | None, stub: Callable[[str], Stub]
) -> CollectOutcome:
    """Return whether ``handin`` replaces the other one in ``place``, which is of the time ``before``."""
    file = f"{handin.assignment}.ipynb"
    held = (place / file).read_bytes() if (place / file).is_file() else b""
    _, others = with_work({"there": held, "new": handin.files[file].read()}, stub(handin.assignment))
    if others.get("new") == EMPTY:
        return CollectOutcome(_noted(handin, "holds no work, and what is there does"), KEPT)
    if others.get("there") == EMPTY:
        return CollectOutcome(_noted(handin, "holds work, and what is there does not"), NEWER)
    if before is None or handin.time is None:
        return CollectOutcome(_noted(handin, "not known to be newer; --replace takes it"), KEPT)
    return CollectOutcome(handin, NEWER if before < handin.time else KEPT)


def _noted(handin: FoundHandIn, note: str) -> FoundHandIn:
    return replaced(handin, notes=(*handin.notes, note))


def _refused(handin: FoundHandIn, why: str) -> CollectOutcome:
    return CollectOutcome(handin, REFUSED, f"{handin.where}: {why}")


def collect_hand_ins(
    course: Course,
    outcomes: list[CollectOutcome],
    on_done: Callable[[CollectOutcome], None] = lambda outcome: None,
) -> list[CollectOutcome]:
    """Write what ``outcomes`` announce; return them with what could not be written as refused.

    Each hand-in is written to a folder beside the students' and then renamed. What a hand-in replaces is set
    aside until then; a run that was stopped in between leaves it there, and the next one puts it back.
    """
    course.submitted.mkdir(parents=True, exist_ok=True)
    done = []
    with alone(course.submitted):
        _put_back(course)
        work = Path(tempfile.mkdtemp(prefix=WORK, dir=course.submitted))
        try:
            for number, outcome in enumerate(outcomes):
                done.append(_written(course, outcome, work, number) if outcome.writes else outcome)
                on_done(done[-1])
        finally:
            _put_back(course)
    return done


@contextmanager
def alone(submitted: Path) -> Iterator[None]:
    """Keep other runs out meanwhile; the system lifts the lock of a run that was stopped."""
    with (submitted / LOCK).open("a+b") as file:
        try:
            if os.name == "nt":
                import msvcrt

                msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
            else:
                import fcntl

                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise CollectError(f"{submitted}: another run is collecting into it; wait for its end") from error
        yield


def _written(course: Course, outcome: CollectOutcome, work: Path, number: int) -> CollectOutcome:
    handin = outcome.handin
    place = course.handed_in(handin.student, handin.assignment)
    old = work / OLD / handin.student / handin.assignment
    try:
        new = _laid_out(handin, work / str(number))
        place.parent.mkdir(parents=True, exist_ok=True)
        if place.exists():
            old.parent.mkdir(parents=True, exist_ok=True)
            place.rename(old)
        new.rename(place)
    except OSError as error:
        _return(old, place)
        return _refused(handin, f"could not be written: {error}")
    return outcome


def _laid_out(handin: FoundHandIn, folder: Path) -> Path:
    """Write the files of ``handin`` and its time into ``folder``."""
    for path, entry in handin.files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(entry.read())
    (folder / STAMP).write_text(
        written(handin.handed_in) if handin.handed_in else ""
    )  # nbgrader: empty is not known
    return folder


def refusals(plan: CollectPlan, outcomes: Iterable[CollectOutcome]) -> list[str]:
    """Return what was refused, each with its file and the reason."""
    return [f"{note.where}: {note.why}" for note in plan.refused] + [o.error for o in outcomes if o.error]


def as_data(plan: CollectPlan, outcomes: Iterable[CollectOutcome], dry_run: bool = False) -> dict:
    """Return all that was understood and done as plain lists and texts, for JSON."""
    outcomes = list(outcomes)
    rows = [
        {
            "student": outcome.handin.student,
            "assignment": outcome.handin.assignment,
            "what": outcome.what,
            "written": outcome.writes and not dry_run,
            "handed_in": f"{time:%Y-%m-%d %H:%M:%S} UTC" if (time := outcome.handin.handed_in) else None,
            "clock": outcome.handin.clock,
            "form": outcome.handin.owner.form,
            "late": outcome.handin.owner.late,
            "where": outcome.handin.where,
            "files": sorted(outcome.handin.files),
            "notes": list(outcome.handin.notes),
        }
        for outcome in outcomes
    ]
    ignored = [{"where": note.where, "why": note.why} for note in plan.ignored]
    return {"handins": rows, "refused": refusals(plan, outcomes), "ignored": ignored}


def _put_back(course: Course) -> None:
    """Return to their place what replaced hand-ins have no successor, and clear what runs left behind."""
    for work in course.submitted.glob(f"{WORK}*"):
        for old in (work / OLD).glob("*/*"):
            _return(old, course.handed_in(old.parent.name, old.name))
        shutil.rmtree(work, ignore_errors=True)


def _return(old: Path, place: Path) -> None:
    if old.exists() and not place.exists():
        old.rename(place)


def _same(place: Path, files: dict[str, Entry]) -> bool:
    """Return whether ``place`` holds just these files, whatever its time."""
    there = {path.relative_to(place).as_posix(): path for path in place.rglob("*") if not path.is_dir()}
    there.pop(STAMP, None)
    return there.keys() == files.keys() and all(
        there[path].read_bytes() == files[path].read() for path in files
    )


def _time(place: Path) -> datetime | None:
    """Return when the files in ``place`` were handed in: by timestamp.txt, or else their newest time.

    None when it has a timestamp.txt that does not tell.
    """
    stamp = place / STAMP
    if stamp.exists():
        return read_instant(stamp.read_text(encoding="utf-8", errors="replace")).time
    return utc(max(path.stat().st_mtime for path in (place, *place.rglob("*"))))
