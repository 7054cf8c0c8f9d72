"""The rows that a hand-in has in the gradebook's tables, written without loading its objects.

Through its objects nbgrader reads and writes a row at a time, and a class waits for that.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from nbgrader.api import (
    Assignment,
    BaseCell,
    Comment,
    Grade,
    Notebook,
    Student,
    SubmittedAssignment,
    SubmittedNotebook,
)
from sqlalchemy import Table, and_, bindparam, insert, or_, select, update
from sqlalchemy.orm import Session

_GRADED, _COMMENTED = {"GradeCell", "TaskCell"}, {"SolutionCell", "TaskCell"}
_ASSIGNMENT, _NOTEBOOK, _CELL, _STUDENT, _GRADE, _COMMENT, _WHOLE, _PART = (
    made.__table__
    for made in (
        Assignment,
        Notebook,
        BaseCell,
        Student,
        Grade,
        Comment,
        SubmittedAssignment,
        SubmittedNotebook,
    )
)
# "in_notebook" and "in_cell", since an update binds the names of its columns itself.
_PLACE = {"in_notebook": bindparam("in_notebook"), "in_cell": bindparam("in_cell")}


def _at(table: Table) -> Any:
    return and_(table.c.notebook_id == _PLACE["in_notebook"], table.c.cell_id == _PLACE["in_cell"])


# Where nobody gave a score, or a person gave it for another answer, a person is to look at it.
_SCORE = (
    update(_GRADE)
    .where(_at(_GRADE))
    .values(
        auto_score=bindparam("score"),
        needs_manual_grade=or_(
            and_(_GRADE.c.manual_score.is_(None), bindparam("unknown")), bindparam("waits")
        ),
    )
)
_NOTHING = update(_GRADE).where(_GRADE.c.notebook_id == bindparam("in_notebook"))
_WAITS = update(_GRADE).where(_at(_GRADE)).values(needs_manual_grade=True)
_SAY = update(_COMMENT).where(_at(_COMMENT)).values(auto_comment=bindparam("said"))


class Rows:
    """The rows of an assignment's hand-ins; nothing is committed here."""

    def __init__(self, db: Session, assignment: str) -> None:
        self._db = db
        found = select(_ASSIGNMENT.c.id, _ASSIGNMENT.c.duedate).where(_ASSIGNMENT.c.name == assignment)
        self._assignment, due = db.execute(found).one()
        self.due = due is not None
        """Whether a hand-in of it can be late."""
        rows = select(_NOTEBOOK.c.name, _NOTEBOOK.c.id).where(_NOTEBOOK.c.assignment_id == self._assignment)
        self._notebooks = {name: number for name, number in db.execute(rows)}
        self._cells = {_GRADE: defaultdict(dict), _COMMENT: defaultdict(dict)}
        for name, notebook in self._notebooks.items():
            cells = select(_CELL.c.name, _CELL.c.id, _CELL.c.type).where(_CELL.c.notebook_id == notebook)
            for cell, number, kind in db.execute(cells):
                for table, kinds in ((_GRADE, _GRADED), (_COMMENT, _COMMENTED)):
                    if kind in kinds:
                        self._cells[table][name][cell] = number

    def submission(self, student: str, timestamp: datetime | None) -> str:
        """Return the id of a student's hand-in, with its rows and its time, None where that is not known."""
        found = select(_WHOLE.c.id).where(
            _WHOLE.c.assignment_id == self._assignment, _WHOLE.c.student_id == student
        )
        number = self._db.execute(found).scalar_one_or_none()
        if number is None:
            number = self._begin(student)
        self._db.execute(update(_WHOLE).where(_WHOLE.c.id == number).values(timestamp=timestamp))
        return number

    def notebooks(self, submission: str) -> dict[str, str]:
        """Return the ids of a hand-in's notebooks by their names."""
        rows = select(_PART.c.notebook_id, _PART.c.id).where(_PART.c.assignment_id == submission)
        known = {notebook: part for notebook, part in self._db.execute(rows)}
        return {name: known[number] for name, number in self._notebooks.items() if number in known}

    def score(
        self,
        part: str,
        name: str,
        scores: Mapping[str, float | None] | None,
        waits: Collection[str] = (),
    ) -> None:
        """Write the scores of one notebook; what was not handed in (None) gets 0 for everything.

        ``waits`` names the cells whose mark by hand was given for another answer.
        """
        cells = self._cells[_GRADE][name]
        if scores is None:
            self._db.execute(_NOTHING.values(auto_score=0, needs_manual_grade=False), {"in_notebook": part})
            places = [{"in_notebook": part, "in_cell": cells[cell]} for cell in waits if cell in cells]
            self._many(_WAITS, places)
            return
        self._many(
            _SCORE,
            [
                {
                    "in_notebook": part,
                    "in_cell": cells[cell],
                    "score": score,
                    "unknown": score is None,
                    "waits": cell in waits,
                }
                for cell, score in scores.items()
                if cell in cells
            ],
        )

    def comment(self, part: str, name: str, comments: Mapping[str, str | None]) -> None:
        """Write what grading says to the cells of one notebook."""
        cells = self._cells[_COMMENT][name]
        self._many(
            _SAY,
            [
                {"in_notebook": part, "in_cell": cells[cell], "said": said}
                for cell, said in comments.items()
                if cell in cells
            ],
        )

    def penalise(self, part: str, penalty: float | None) -> None:
        """Write what is taken off one notebook."""
        self._db.execute(update(_PART).where(_PART.c.id == part).values(late_submission_penalty=penalty))

    def _begin(self, student: str) -> str:
        """Make the rows of a hand-in, as nbgrader makes them; return its id."""
        if self._db.execute(select(_STUDENT.c.id).where(_STUDENT.c.id == student)).first() is None:
            self._db.execute(insert(_STUDENT), {"id": student})
        number = self._insert(_WHOLE, assignment_id=self._assignment, student_id=student)
        for name, notebook in self._notebooks.items():
            part = self._insert(_PART, notebook_id=notebook, assignment_id=number)
            for table, cells in self._cells.items():
                places = [{"notebook_id": part, "cell_id": cell} for cell in cells[name].values()]
                self._many(insert(table), places)
        return number

    def _insert(self, table: Table, **values: Any) -> str:
        return self._db.execute(insert(table), values).inserted_primary_key[0]

    def _many(self, statement: Any, rows: list[dict[str, Any]]) -> None:
        if rows:
            self._db.execute(statement, rows)
