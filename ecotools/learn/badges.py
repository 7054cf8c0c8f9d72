"""The milestones of the course. A badge is for something done, never for time spent or clicks."""

import datetime
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

import pandas as pd

from .catalogue import Module

Rule = Callable[[Mapping, tuple[Module, ...]], bool]


@dataclass(frozen=True)
class Badge:
    """A milestone: its title, what was done for it, and the rule over a history and the course's modules."""

    title: str
    meaning: str
    earned: Rule


def _done(history: Mapping, tasks: Iterable[str]) -> bool:
    """Return whether each of these tasks, and at least one, was right at some time."""
    names = list(tasks)
    return bool(names) and all(history["tasks"].get(name, {}).get("first_right") for name in names)


def _right(history: Mapping) -> list[dict]:
    return [task for task in history["tasks"].values() if task.get("first_right")]


def _claim(history: Mapping, modules: tuple[Module, ...]) -> bool:
    return any(
        _done(history, [task.id])
        for module in modules
        for task in module.tasks
        if "claim" in task.title.lower()
    )


def _longest_run(days: Iterable[str]) -> int:
    """Return the longest run of days in a row.

    >>> _longest_run(["2026-01-01", "2026-01-02", "2026-01-04"])
    2
    """
    longest = run = 0
    before = None
    for day in sorted(map(datetime.date.fromisoformat, set(days))):
        run = run + 1 if before is not None and (day - before).days == 1 else 1
        longest, before = max(longest, run), day
    return longest


BADGES: dict[str, Badge] = {
    "first-right": Badge(
        "First right answer",
        "A check said yes.",
        lambda history, modules: bool(_right(history)),
    ),
    "first-points": Badge(
        "First points",
        "A graded task is right so far.",
        lambda history, modules: any(task.get("points") for task in _right(history)),
    ),
    "got-up-again": Badge(
        "Got up again",
        "Right after at least three tries that were not.",
        lambda history, modules: any(task.get("tries_to_right", 0) > 3 for task in _right(history)),
    ),
    "claim-checked": Badge(
        "Claim checked",
        "You recomputed a confident number and found what it hides.",
        _claim,
    ),
    "lesson": Badge(
        "A lesson tried out",
        "Every try of one lesson is right.",
        lambda history, modules: any(_done(history, module.ids("try")) for module in modules),
    ),
    "module": Badge(
        "A module complete",
        "Every checked task of one assignment is right so far.",
        lambda history, modules: any(_done(history, module.ids("task")) for module in modules),
    ),
    "week": Badge(
        "A week in a row",
        "Seven days in a row with at least one try.",
        lambda history, modules: _longest_run(history["days"]) >= 7,
    ),
    "course": Badge(
        "All modules complete",
        "Every checked task of every assignment is right so far.",
        lambda history, modules: _done(history, [one for module in modules for one in module.ids("task")]),
    ),
}


def badges() -> pd.DataFrame:
    """Return the badges that there are: one row each, with its title and what it is for.

    >>> badges()["badge"].tolist()[0]
    'First right answer'
    """
    rows = [(badge.title, badge.meaning) for badge in BADGES.values()]
    return pd.DataFrame(rows, columns=["badge", "what it is for"])


def new_badges(history: Mapping, modules: tuple[Module, ...]) -> list[str]:
    """Return the badges that a history deserves and does not have yet, in the order of `BADGES`.

    >>> history = {"tasks": {"00-t1": {"first_right": "2026-01-05"}}, "days": [], "badges": {}}
    >>> new_badges(history, ())
    ['first-right']
    """
    return [
        name
        for name, badge in BADGES.items()
        if name not in history["badges"] and badge.earned(history, modules)
    ]
