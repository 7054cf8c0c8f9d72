"""What a learner has done so far: tries, right answers and days, kept in a plain file of theirs."""

import datetime
from collections.abc import Iterable, Mapping

from ecotools.outcomes import FORM_RIGHT, NOT_ATTEMPTED, RIGHT, WRONG

from . import store
from .badges import BADGES, new_badges
from .catalogue import course
from .outcomes import Outcome
from .places import progress_file

_said: set[str] = set()
_wrong: dict[str, int] = {}  # wrong tries of this session, for where no progress is kept


def wrong_tries(task: str) -> int:
    """Return how often a task was answered wrong so far, as far as is known."""
    file = progress_file()
    try:
        kept = store.read(file)["tasks"].get(task, {}).get("wrong", 0) if file is not None else 0
    except (store.Unreadable, OSError):
        kept = 0
    return max(kept, _wrong.get(task, 0))


def record(outcome: Outcome) -> list[str]:
    """Add the outcome of a check to the learner's history, and return what there is to tell them.

    An answer that was not attempted is not a try and leaves no trace. Trouble with the file never stops a
    check.
    """
    if outcome.kind == WRONG:
        _wrong[outcome.task] = _wrong.get(outcome.task, 0) + 1
    file = progress_file()
    if file is None or outcome.kind == NOT_ATTEMPTED:
        return []
    now = datetime.datetime.now().replace(microsecond=0)
    earned: list[str] = []

    def change(data: dict) -> None:
        add(data, outcome, now)
        earned.extend(award(data, now.date()))

    try:
        notes = [store.update(file, change)]
    except OSError as error:
        notes = [f"Your progress could not be saved in {file.name}: {error.strerror or error}."]
    # A problem is told once a session, not after every check.
    notes = [note for note in notes if note and note not in _said]
    _said.update(notes)
    return [f"New badge: {BADGES[one].title}. {BADGES[one].meaning}" for one in earned] + notes


def add(data: dict, outcome: Outcome, now: datetime.datetime) -> None:
    """Add one outcome to a history.

    >>> data = store.empty()
    >>> add(data, Outcome("02-t1", "right"), datetime.datetime(2026, 1, 5, 9))
    >>> data["tasks"]["02-t1"]["tries"], data["days"]
    (1, ['2026-01-05'])
    """
    task = data["tasks"].setdefault(outcome.task, {"tries": 0})
    before = task.get("first_right")
    if not (before and outcome.right):
        task["tries"] += 1
    if outcome.kind == WRONG:
        task["wrong"] = task.get("wrong", 0) + 1
    task["outcome"], task["last_try"] = outcome.kind, now.isoformat()
    task.setdefault("first_try", now.isoformat())
    if outcome.points is not None:
        task["points"] = outcome.points
    if outcome.right and not before:
        task["first_right"], task["tries_to_right"] = now.isoformat(), task["tries"]
    data["days"] = sorted({*data["days"], now.date().isoformat()})


def award(data: dict, today: datetime.date) -> list[str]:
    """Add the badges that the history has come to deserve, and return their ids."""
    earned = new_badges(data, course())
    data["badges"].update({one: today.isoformat() for one in earned})
    return earned


def streak(days: Iterable[str], today: datetime.date) -> int:
    """Return the days in a row up to today, or up to yesterday when today is still to come.

    Days after ``today`` do not count: they come from a clock that was wrong.

    >>> streak(["2026-01-03", "2026-01-04", "2026-01-05"], datetime.date(2026, 1, 6))
    3
    >>> streak(["2026-01-03"], datetime.date(2026, 1, 6))
    0
    """
    seen = {datetime.date.fromisoformat(day) for day in days}
    day = today if today in seen else today - datetime.timedelta(days=1)
    length = 0
    while day in seen:
        length, day = length + 1, day - datetime.timedelta(days=1)
    return length


def is_right(task: Mapping) -> bool:
    """Return whether the last run of a task's check was right."""
    return task.get("outcome") == RIGHT


def is_well_formed(task: Mapping) -> bool:
    """Return whether the last run of a task's check found the form right, and left the value to grading."""
    return task.get("outcome") == FORM_RIGHT
