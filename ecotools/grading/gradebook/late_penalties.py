"""What is taken off for handing in late, worked out from the marks as they stand.

A mark by hand, more time or another rule changes what is taken off, and nothing is run again for it. The rule
is that of deadlines.yaml where it names the assignment, and else nbgrader's plugin with the due date in the
gradebook.
"""

from __future__ import annotations

import math
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from ecotools.grading.gradebook.configuration import started_in
from ecotools.grading.gradebook.deadlines import Deadline, Due, Penalty, read_deadlines

if TYPE_CHECKING:
    from nbgrader.plugins import BasePlugin
    from sqlalchemy.orm import Session
    from traitlets.config import Config


class LatePart(NamedTuple):
    """A notebook of a hand-in: when it was due, how late it is, and what is taken off now.

    ``score`` is what it has so far, of ``points``; ``seconds`` is 0 where it is not known when it was handed
    in.
    """

    part: str
    student: str
    seconds: float
    score: float
    points: float
    penalty: float | None
    due: Due


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

    @cached_property
    def deadlines(self) -> dict[str, Deadline]:
        """The deadlines in the course's own file."""
        return read_deadlines(self._root)

    def settle(self, assignment: str) -> list[LatePart]:
        """Write the penalties of an assignment with a due date that are not what they must be.

        Returned are the notebooks of all its hand-ins, as they are then.
        """
        self.sync(assignment)
        parts = self.parts(assignment)
        must = self._penalties(assignment, parts)
        self.write(
            [
                {"part": one.part, "penalty": must[one.part]}
                for one in parts
                if must[one.part] != one.penalty and (must[one.part] or one.penalty)
            ]
        )
        self._db.commit()
        return [one._replace(penalty=must[one.part]) for one in parts]

    def penalties(self, assignment: str, submission: str) -> dict[str, float | None]:
        """Return what is taken off each notebook of a hand-in, by its id."""
        return self._penalties(assignment, self.parts(assignment, submission))

    def _penalties(self, assignment: str, parts: list[LatePart]) -> dict[str, float | None]:
        rule = self.deadlines.get(assignment)
        if rule is None:
            return {one.part: self._by_plugin(one) for one in parts}
        found: dict[str, float | None] = {}
        penalty = Penalty.read(rule.penalty)
        for student in {one.student for one in parts}:
            theirs = [one for one in parts if one.student == student]
            left = penalty.points(theirs[0].seconds, sum(one.points for one in theirs))
            for one in theirs:
                taken = min(left, one.score)
                found[one.part], left = taken or None, left - taken
        return found

    def _by_plugin(self, one: LatePart) -> float | None:
        """Return what the plugin takes off, between nothing and the score; None where it says nothing."""
        if one.seconds <= 0:
            return None
        said = self.plugin.late_submission_penalty(one.student, one.score, one.seconds)
        return None if said is None else min(max(0.0, said), one.score)

    def write(self, penalties: list[dict[str, Any]]) -> None:
        """Write penalties: for each the ``part`` and the ``penalty``."""
        from nbgrader.api import SubmittedNotebook
        from sqlalchemy import bindparam, update

        table = SubmittedNotebook.__table__
        statement = update(table).where(table.c.id == bindparam("part"))
        if penalties:
            self._db.execute(statement.values(late_submission_penalty=bindparam("penalty")), penalties)

    def sync(self, assignment: str) -> None:
        """Write the due date and the extensions of the course's own file into the gradebook."""
        from nbgrader.api import Assignment, SubmittedAssignment
        from sqlalchemy import select, update

        rule = self.deadlines.get(assignment)
        row = self._db.execute(select(Assignment.id, Assignment.duedate).where(Assignment.name == assignment))
        found = row.one_or_none()
        if rule is None or found is None:
            return
        if found.duedate != rule.time:
            table = Assignment.__table__
            self._db.execute(update(table).where(table.c.id == found.id).values(duedate=rule.time))
        table = SubmittedAssignment.__table__
        columns = select(table.c.id, table.c.student_id, table.c.extension)
        for one in self._db.execute(columns.where(table.c.assignment_id == found.id)).all():
            more = rule.until(one.student_id) - rule.time if one.student_id in rule.extensions else None
            if more != one.extension:
                self._db.execute(update(table).where(table.c.id == one.id).values(extension=more))

    def forget(self, assignment: str) -> None:
        """Take the due date of an assignment, all extensions and all penalties out of the gradebook."""
        from nbgrader.api import Assignment, Notebook, SubmittedAssignment, SubmittedNotebook
        from sqlalchemy import select, update

        whose = select(Assignment.id).where(Assignment.name == assignment).scalar_subquery()
        notebooks = select(Notebook.id).where(Notebook.assignment_id == whose)
        for table, where, values in (
            (Assignment.__table__, Assignment.__table__.c.id == whose, {"duedate": None}),
            (
                SubmittedAssignment.__table__,
                SubmittedAssignment.__table__.c.assignment_id == whose,
                {"extension": None},
            ),
            (
                SubmittedNotebook.__table__,
                SubmittedNotebook.__table__.c.notebook_id.in_(notebooks),
                {"late_submission_penalty": None},
            ),
        ):
            self._db.execute(update(table).where(where).values(**values))
        self._db.commit()

    def parts(self, assignment: str, submission: str | None = None) -> list[LatePart]:
        """Return the notebooks of all hand-ins, or of one, for an assignment that has a due date."""
        from nbgrader.api import Assignment, Grade, SubmittedAssignment, SubmittedNotebook
        from sqlalchemy import case, func, select

        columns = (
            SubmittedNotebook.id,
            SubmittedAssignment.student_id,
            SubmittedAssignment.timestamp,
            SubmittedAssignment.extension,
            Assignment.duedate,
            SubmittedNotebook.late_submission_penalty,
        )
        counts = func.sum(case((Grade.needs_manual_grade, 0.0), else_=Grade.score))
        query = (
            select(*columns, counts, func.sum(Grade.max_score))
            .join(SubmittedAssignment, SubmittedNotebook.assignment_id == SubmittedAssignment.id)
            .join(Assignment, SubmittedAssignment.assignment_id == Assignment.id)
            .join(Grade, Grade.notebook_id == SubmittedNotebook.id, isouter=True)
            .where(Assignment.name == assignment, Assignment.duedate.is_not(None))
            .group_by(*columns)
        )
        if submission is not None:
            query = query.where(SubmittedAssignment.id == submission)
        found, rule = [], self.deadlines.get(assignment)
        for part, student, handed_in, extension, due, penalty, score, points in self._db.execute(query).all():
            if rule is None:
                when = Due(due, due if extension is None else due + extension)
                seconds = _seconds(handed_in, when.student)
            else:
                when, seconds = rule.due_for(student), rule.seconds_late(student, handed_in)
            scores = float(score or 0), float(points or 0)
            found.append(LatePart(part, student, seconds, *scores, penalty, when))
        return found


def _seconds(handed_in: datetime | None, due: datetime) -> float:
    return max(0.0, (handed_in - due).total_seconds()) if handed_in else 0.0


def in_days(seconds: float) -> str:
    """Return how late a hand-in is, by hours that have begun; "" when it is in time.

    >>> in_days(3 * 3600), in_days(86400 + 1), in_days(0)
    ('3 h', '1 d 1 h', '')
    """
    days, hours = divmod(math.ceil(seconds / 3600), 24)
    return f"{days} d {hours} h" if days else f"{hours} h" if hours else ""
