"""What a person gave a student for an assignment, and the score that the student has for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ecotools.grading.pipeline.manual_marks import Given

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def given_by_hand(db: Session, assignment: str, student: str) -> list[Given]:
    """Return the marks, comments and extra credit that a person gave, by notebook and cell."""
    from nbgrader.api import BaseCell, Comment, Grade, Notebook
    from sqlalchemy import or_

    cell, whose = (Notebook.name, BaseCell.name), (assignment, student)
    scores = _of_hand_in(
        Grade, whose, *cell, Grade.manual_score, Grade.extra_credit, Grade.needs_manual_grade
    )
    scores = scores.where(or_(Grade.manual_score.is_not(None), Grade.extra_credit.is_not(None)))
    said = _of_hand_in(Comment, whose, *cell, Comment.manual_comment)
    comments = {
        (notebook, cell): text
        for notebook, cell, text in db.execute(said.where(Comment.manual_comment.is_not(None)))
        if text
    }
    found = []
    for notebook, cell, score, extra, waits in db.execute(scores):
        comment = comments.pop((notebook, cell), "")
        found.append(Given(notebook, cell, score, extra or None, comment, bool(waits)))
    found += [Given(notebook, cell, comment=text) for (notebook, cell), text in comments.items()]
    return found


def total(db: Session, assignment: str, student: str) -> float | None:
    """Return what a student has so far, less the penalties; None where nothing was graded.

    Points that wait for a person do not count.
    """
    from nbgrader.api import Grade, SubmittedNotebook

    rows = _of_hand_in(
        Grade,
        (assignment, student),
        SubmittedNotebook.id,
        SubmittedNotebook.late_submission_penalty,
        Grade.score,
        Grade.needs_manual_grade,
    )
    scores: dict[str, float] = {}
    penalties: dict[str, float] = {}
    for part, penalty, score, waits in db.execute(rows):
        scores[part] = scores.get(part, 0.0) + (0.0 if waits else float(score))
        penalties[part] = float(penalty or 0)
    return sum(max(0.0, score - penalties[part]) for part, score in scores.items()) if scores else None


def _of_hand_in(table: Any, whose: tuple[str, str], *columns: Any) -> Any:
    """Select columns of a student's rows for an assignment from the grades or the comments."""
    from nbgrader.api import SubmittedAssignment

    return of_assignment(table, whose[0], *columns).where(SubmittedAssignment.student_id == whose[1])


def of_assignment(table: Any, assignment: str, *columns: Any) -> Any:
    """Select columns of everybody's rows for an assignment, with the cell and the hand-in that each is of."""
    from nbgrader.api import Assignment, BaseCell, Notebook, SubmittedAssignment, SubmittedNotebook
    from sqlalchemy import select

    return (
        select(*columns)
        .select_from(table)
        .join(BaseCell, table.cell_id == BaseCell.id)
        .join(SubmittedNotebook, table.notebook_id == SubmittedNotebook.id)
        .join(Notebook, SubmittedNotebook.notebook_id == Notebook.id)
        .join(SubmittedAssignment, SubmittedNotebook.assignment_id == SubmittedAssignment.id)
        .join(Assignment, SubmittedAssignment.assignment_id == Assignment.id)
        .where(Assignment.name == assignment)
    )
