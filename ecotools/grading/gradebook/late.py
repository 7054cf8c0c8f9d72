"""What is taken off for handing in late: by nbgrader's plugin, from the marks as they stand.

A mark by hand, an extension or another due date changes what is taken off, and nothing is run again for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from ecotools.grading.gradebook.configuration import started_in

if TYPE_CHECKING:
    from nbgrader.plugins import BasePlugin
    from sqlalchemy.orm import Session
    from traitlets.config import Config

    from ecotools.grading.course import Course


class LatePart(NamedTuple):
    """A notebook of a hand-in that was late: its score so far, and what is taken off it in the gradebook."""

    part: str
    student: str
    seconds: float
    score: float
    penalty: float | None


class Late:
    """Works out penalties; ``root`` is the course, where a plugin may lie."""

    def __init__(self, db: Session, config: Config, root: Path) -> None:
        self._db, self._config, self._root = db, config, root

    @cached_property
    def plugin(self) -> BasePlugin:
        """nbgrader's plugin; it brings all of nbconvert along, which only a due date is worth."""
        from nbgrader.preprocessors import AssignLatePenalties

        with started_in(self._root):
            late = AssignLatePenalties(config=self._config)
            late.init_plugin()
        return late.plugin_inst

    def penalty(self, one: LatePart) -> float | None:
        """Return what is taken off, between nothing and the score; None where nothing is said of it."""
        if one.seconds <= 0:
            return None
        said = self.plugin.late_submission_penalty(one.student, one.score, one.seconds)
        return None if said is None else min(max(0.0, said), one.score)

    def settle(self, assignment: str) -> int:
        """Write the penalties of an assignment with a due date that are not what they must be; count them."""
        wrong = [
            {"part": one.part, "penalty": penalty}
            for one in self.parts(assignment)
            if (penalty := self.penalty(one)) != one.penalty and (penalty or one.penalty)
        ]
        self.write(wrong)
        self._db.commit()
        return len(wrong)

    def write(self, penalties: list[dict[str, Any]]) -> None:
        """Write penalties: for each the ``part`` and the ``penalty``."""
        from nbgrader.api import SubmittedNotebook
        from sqlalchemy import bindparam, update

        table = SubmittedNotebook.__table__
        statement = update(table).where(table.c.id == bindparam("part"))
        if penalties:
            self._db.execute(statement.values(late_submission_penalty=bindparam("penalty")), penalties)

    def parts(self, assignment: str, submission: str | None = None) -> Iterator[LatePart]:
        """Yield the notebooks of all hand-ins, or of one, for an assignment that has a due date."""
        from nbgrader.api import Assignment, Grade, SubmittedAssignment, SubmittedNotebook
        from sqlalchemy import case, func, select

        counts = func.sum(case((Grade.needs_manual_grade, 0.0), else_=Grade.score))
        query = (
            select(
                SubmittedNotebook.id,
                SubmittedAssignment.student_id,
                SubmittedAssignment.timestamp,
                SubmittedAssignment.extension,
                Assignment.duedate,
                SubmittedNotebook.late_submission_penalty,
                counts,
            )
            .join(SubmittedAssignment, SubmittedNotebook.assignment_id == SubmittedAssignment.id)
            .join(Assignment, SubmittedAssignment.assignment_id == Assignment.id)
            .join(Grade, Grade.notebook_id == SubmittedNotebook.id, isouter=True)
            .where(Assignment.name == assignment, Assignment.duedate.is_not(None))
            .group_by(
                SubmittedNotebook.id,
                SubmittedAssignment.student_id,
                SubmittedAssignment.timestamp,
                SubmittedAssignment.extension,
                Assignment.duedate,
                SubmittedNotebook.late_submission_penalty,
            )
        )
        if submission is not None:
            query = query.where(SubmittedAssignment.id == submission)
        for part, student, handed_in, extension, due, penalty, score in self._db.execute(query).all():
            until = due if extension is None else due + extension
            seconds = (handed_in - until).total_seconds() if handed_in else 0.0
            yield LatePart(part, student, max(0.0, seconds), float(score or 0), penalty)


def settle_penalties(course: Course, name: str) -> None:
    """Bring what is taken off the hand-ins for an assignment up to date, where it has a due date."""
    gradebook = course.gradebook()
    if gradebook is not None:
        with closing(gradebook):
            Late(gradebook.db, course.config(), course.root).settle(name)
