"""The class as its roster knows it: what people are called, who is missing, whose variants were asked for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

import pandas as pd

from ecotools.grading.course import Course
from ecotools.grading.essays import similar_answers as similar
from ecotools.grading.gradebook.late_penalties import in_days
from ecotools.grading.gradebook.marks import marks_by_student
from ecotools.grading.roster import absentees as absence
from ecotools.grading.roster import student_ids
from ecotools.grading.roster.people import RosterPerson
from ecotools.grading.roster.roster_file import roster_of


class LateRow(NamedTuple):
    """A hand-in that was late, by how much, and the points taken off for it."""

    assignment: str
    student: str
    late: str
    penalty: float


class MissingRow(NamedTuple):
    """An assignment, how many have handed in nothing for it, and who."""

    assignment: str
    count: int
    students: tuple[str, ...]


@dataclass(frozen=True)
class ClassPeople:
    """``roster`` by id, ``missing`` as of ``absent.absent``, ``odd_ids`` as of ``student_ids.odd_ids``.

    ``late`` are the hand-ins that were late, the latest first; ``alike`` are written answers that are nearly
    the same, as of ``essays.alike.alike_in_class``.
    """

    roster: Mapping[str, RosterPerson] = field(default_factory=dict)
    missing: pd.DataFrame = field(default_factory=lambda: pd.DataFrame(columns=absence.COLUMNS))
    odd_ids: pd.DataFrame = field(default_factory=lambda: pd.DataFrame(columns=student_ids.COLUMNS))
    late: tuple[LateRow, ...] = ()
    alike: pd.DataFrame = field(default_factory=lambda: pd.DataFrame(columns=similar.COLUMNS))

    @classmethod
    def of(cls, course: Course, names: Iterable[str]) -> ClassPeople:
        """Return what is known of a class for the assignments ``names``."""
        names = list(names)
        missing, odd = absence.absent(course, names), student_ids.odd_ids(course, names)
        alike = similar.alike_in_class(course, names)
        return cls(roster_of(course), missing, odd, tuple(_late(course, names)), alike)

    def missing_by_assignment(self) -> list[MissingRow]:
        """Return a row for each assignment that somebody has not handed in."""
        groups = self.missing.groupby("assignment", sort=True)
        return [MissingRow(name, len(group), tuple(group["student"])) for name, group in groups]


def _late(course: Course, names: list[str]) -> list[LateRow]:
    """Return who was late, from the marks as they stand."""
    late = {
        (name, student): marks
        for name in names
        for student, marks in marks_by_student(course, name).items()
        if marks.late or marks.penalty
    }
    latest_first = sorted(late, key=lambda key: (key[0], -late[key].late, key[1]))
    return [LateRow(*key, in_days(late[key].late), late[key].penalty) for key in latest_first]
