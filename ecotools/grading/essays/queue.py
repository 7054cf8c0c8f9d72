"""Which answers wait for a person, task by task, and in which order they are shown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ecotools.grading.gradebook.manual_scores import of_assignment

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


@dataclass(frozen=True)
class Waiting:
    """A student's answer to one task: ``part`` is nbgrader's id of the notebook handed in."""

    part: str
    student: str
    waits: bool


def answers_of(db: Session, assignment: str) -> dict[tuple[str, str], list[Waiting]]:
    """Return who handed in an answer for each graded cell, by notebook and cell."""
    from nbgrader.api import BaseCell, Grade, Notebook, SubmittedAssignment, SubmittedNotebook

    rows = of_assignment(
        Grade,
        assignment,
        Notebook.name,
        BaseCell.name,
        SubmittedNotebook.id,
        SubmittedAssignment.student_id,
        Grade.needs_manual_grade,
    )
    found: dict[tuple[str, str], list[Waiting]] = {}
    for notebook, cell, part, student, waits in db.execute(rows.order_by(SubmittedNotebook.id)):
        found.setdefault((notebook, cell), []).append(Waiting(part, student, bool(waits)))
    return found


def in_order(answers: Iterable[Waiting], groups: Iterable[Iterable[str]] = ()) -> list[Waiting]:
    """Return answers in nbgrader's order, with those of a group of students one after the other.

    >>> three = [Waiting(part, who, True) for part, who in (("1", "ada"), ("2", "ben"), ("3", "chen"))]
    >>> [one.student for one in in_order(three, [["ada", "chen"]])]
    ['ada', 'chen', 'ben']
    """
    answers = sorted(answers, key=lambda one: one.part)
    first: dict[str, str] = {}
    for group in map(set, groups):
        parts = [one.part for one in answers if one.student in group]
        first |= dict.fromkeys(group, parts[0] if parts else "")
    return sorted(answers, key=lambda one: (first.get(one.student, one.part), one.part))


def next_waiting(ordered: list[Waiting], after: str = "") -> Waiting | None:
    """Return the answer that waits next behind the part ``after``, from the start again at the end.

    >>> rows = [Waiting("1", "ada", True), Waiting("2", "ben", False), Waiting("3", "chen", True)]
    >>> next_waiting(rows, "1").student, next_waiting(rows, "3").student, next_waiting(rows[:1], "1")
    ('chen', 'ada', None)
    """
    place = next((place for place, one in enumerate(ordered) if one.part == after), -1)
    others = ordered[place + 1 :] + ordered[: max(place, 0)]
    return next((one for one in others if one.waits), None)
