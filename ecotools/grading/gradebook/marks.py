"""What the gradebook holds about an assignment, read in one round: scores, comments, who is still waiting."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import nullcontext
from dataclasses import dataclass, field, replace
from datetime import datetime

from ecotools.grading.course import Course
from ecotools.grading.gradebook.deadlines import Due
from ecotools.grading.gradebook.late_penalties import Late, LatePart


@dataclass(frozen=True)
class Mark:
    """The score of one graded cell as it stands, and the points there are for it.

    ``waits`` says that a person must still look at it: the score is then not final, and does not count.
    ``by_person`` says that a person has scored it; ``extra`` is the extra credit in the score.
    """

    score: float
    points: float
    waits: bool = False
    by_person: bool = False
    extra: float = 0.0


@dataclass(frozen=True)
class Marks:
    """What one student has for one notebook: a mark for each graded cell, comments by cell, late penalty.

    ``due`` says when it was due, None without a due date; ``late`` is how many seconds after that it was
    handed in.
    """

    student: str
    notebook: str
    timestamp: datetime | None = None
    penalty: float = 0.0
    cells: dict[str, Mark] = field(default_factory=dict)
    comments: dict[str, str] = field(default_factory=dict)
    late: float = 0.0
    due: Due | None = None

    @property
    def undated(self) -> bool:
        """Whether it was due, and it is not known when it was handed in: then it counts as in time."""
        return self.due is not None and self.timestamp is None

    @property
    def raw(self) -> float:
        """The scores that count together, before the late penalty."""
        return sum(mark.score for mark in self.cells.values() if not mark.waits)

    @property
    def score(self) -> float:
        """What is left of them after the penalty, never below 0."""
        return max(0.0, self.raw - self.penalty)

    @property
    def points(self) -> float:
        """The points there are."""
        return sum(mark.points for mark in self.cells.values())

    @property
    def extra(self) -> float:
        """The extra credit in the score."""
        return sum(mark.extra for mark in self.cells.values() if not mark.waits)

    @property
    def waiting(self) -> int:
        """How many cells a person must still look at."""
        return sum(mark.waits for mark in self.cells.values())

    @property
    def stale(self) -> int:
        """How many of these a person marked before the answer changed."""
        return sum(mark.waits and (mark.by_person or mark.extra != 0) for mark in self.cells.values())


def joined(parts: list[Marks]) -> Marks:
    """Return what one student has for all notebooks of an assignment together.

    The cells of several notebooks are told apart by the notebook's name before them.
    """
    first, *others = parts
    if not others:
        return first
    return replace(
        first,
        notebook="",
        penalty=sum(part.raw - part.score for part in parts),
        cells={f"{part.notebook}/{cell}": mark for part in parts for cell, mark in part.cells.items()},
        comments={f"{part.notebook}/{cell}": text for part in parts for cell, text in part.comments.items()},
    )


def marks_by_student(course: Course, name: str) -> dict[str, Marks]:
    """Return what each student has for all notebooks of an assignment together, see `read_marks`."""
    parts: dict[str, list[Marks]] = {}
    for one in read_marks(course, name):
        parts.setdefault(one.student, []).append(one)
    return {student: joined(found) for student, found in parts.items()}


def read_marks(course: Course, name: str) -> list[Marks]:
    """Return what each student has for the assignment ``name``, in order; empty before anything is graded.

    What is taken off for handing in late is brought up to date before.
    """
    with course.gradebook() or nullcontext() as gradebook:
        if gradebook is None:
            return []
        parts = Late(gradebook.db, course.config(), course.root).settle(name)
        return _read(gradebook.db, name, {one.part: one for one in parts})


def _read(db, name: str, late: Mapping[str, LatePart]) -> list[Marks]:
    """Ask three questions, whatever the size of the class: who handed in, the scores, the comments."""
    from nbgrader.api import Assignment, BaseCell, Comment, Grade, Notebook, SubmittedAssignment
    from nbgrader.api import SubmittedNotebook as Submitted
    from sqlalchemy import select

    def of_assignment(*columns):
        """Select columns of this assignment's hand-ins, each row beginning with the hand-in's id."""
        return (
            select(Submitted.id, *columns)
            .select_from(Submitted)
            .join(SubmittedAssignment, Submitted.assignment_id == SubmittedAssignment.id)
            .join(Assignment, SubmittedAssignment.assignment_id == Assignment.id)
            .where(Assignment.name == name)
        )

    handed_in = of_assignment(
        SubmittedAssignment.student_id,
        Notebook.name,
        SubmittedAssignment.timestamp,
        Submitted.late_submission_penalty,
    ).join(Notebook, Submitted.notebook_id == Notebook.id)
    graded = of_assignment(
        BaseCell.name,
        Grade.score,
        Grade.max_score,
        Grade.needs_manual_grade,
        Grade.manual_score,
        Grade.extra_credit,
    )
    graded = graded.join(Grade, Grade.notebook_id == Submitted.id).join(
        BaseCell, Grade.cell_id == BaseCell.id
    )
    said = of_assignment(BaseCell.name, Comment.comment).join(Comment, Comment.notebook_id == Submitted.id)
    said = said.join(BaseCell, Comment.cell_id == BaseCell.id)

    found = {
        hand_in: Marks(student, notebook, timestamp, penalty or 0.0)
        for hand_in, student, notebook, timestamp, penalty in db.execute(handed_in)
    }
    for hand_in, one in late.items():
        found[hand_in] = replace(found[hand_in], late=one.seconds, due=one.due)
    for hand_in, cell, score, points, waits, manual, extra in db.execute(graded):
        mark = Mark(float(score), float(points), bool(waits), manual is not None, float(extra or 0))
        found[hand_in].cells[cell] = mark
    for hand_in, cell, comment in db.execute(said):
        if comment:
            found[hand_in].comments[cell] = comment
    return sorted(found.values(), key=lambda marks: (marks.student, marks.notebook))
