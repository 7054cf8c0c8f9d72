"""The numbers in the formgrader's lists: what counts, less what is taken off for handing in late.

nbgrader itself adds up all points there are, also those that wait for a person, and takes nothing off.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Any

from nbgrader.api import BaseCell, Grade, GradeCell, SubmittedAssignment, SubmittedNotebook
from nbgrader.apps.api import NbGraderAPI
from sqlalchemy import select

from ecotools.grading.gradebook.late_penalties import Late
from ecotools.grading.pipeline.handin import timestamp

_KINDS = ("code", "written", "task")


class FormgraderAPI(NbGraderAPI):
    """nbgrader's interface to a course, with the scores that the status, feedback and exports have."""

    def get_submitted_timestamp(self, assignment_id: str, student_id: str) -> datetime | None:
        """Return when something was handed in, in UTC, as grading reads it; None where that is not known.

        nbgrader itself stops at an empty file, which says just that.
        """
        step = self.coursedir.submitted_directory
        folder = self.coursedir.format_path(step, student_id, assignment_id)
        home = str(self.config.get("Exchange", {}).get("timezone", "UTC"))
        _, said = timestamp(Path(folder), home)
        return said.time if said else None

    def get_submissions(self, assignment_id: str) -> list[dict[str, Any]]:
        """Return what each student has for an assignment."""
        with self.gradebook as gradebook:
            Late(gradebook.db, self.config, Path(self.coursedir.root)).settle(assignment_id)
        return self._counted(super().get_submissions(assignment_id), SubmittedAssignment.id)

    def get_submission(self, assignment_id: str, student_id: str, *given: Any, **named: Any) -> Any:
        """Return what one student has for an assignment."""
        found = super().get_submission(assignment_id, student_id, *given, **named)
        return found and self._counted([found], SubmittedAssignment.id)[0]

    def get_notebook_submissions(self, assignment_id: str, notebook_id: str) -> list[dict[str, Any]]:
        """Return what each student has for one notebook of an assignment."""
        return self._counted(
            super().get_notebook_submissions(assignment_id, notebook_id), SubmittedNotebook.id
        )

    def get_student_notebook_submissions(self, student_id: str, assignment_id: str) -> list[dict[str, Any]]:
        """Return what a student has for each notebook of an assignment."""
        found = super().get_student_notebook_submissions(student_id, assignment_id)
        return self._counted(found, SubmittedNotebook.id)

    def get_assignment(self, assignment_id: str, released: Any = None) -> dict[str, Any] | None:
        """Return what there is of an assignment, with the averages of what counts."""
        found = super().get_assignment(assignment_id, released)
        if found and found["id"]:
            with self.gradebook as gradebook:
                Late(gradebook.db, self.config, Path(self.coursedir.root)).settle(assignment_id)
                handed_in = {one.id for one in gradebook.assignment_submissions(assignment_id)}
                found |= _averages(_scores(gradebook.db, SubmittedAssignment.id, handed_in))
        return found

    def get_notebooks(self, assignment_id: str) -> list[dict[str, Any]]:
        """Return what there is of each notebook of an assignment, with the averages of what counts."""
        found = super().get_notebooks(assignment_id)
        with self.gradebook as gradebook:
            for row in found:
                if row["id"]:
                    parts = {one.id for one in gradebook.notebook_submissions(row["name"], assignment_id)}
                    row |= _averages(_scores(gradebook.db, SubmittedNotebook.id, parts))
        return found

    def get_students(self) -> list[dict[str, Any]]:
        """Return the students, each with what they have in all."""
        return self._counted(super().get_students(), SubmittedAssignment.student_id)

    def _counted(self, rows: Iterable[dict[str, Any]], by: Any) -> list[dict[str, Any]]:
        """Return rows with the scores that count; ``by`` is the column that their ids are of."""
        rows = list(rows)
        with self.gradebook as gradebook:
            found = _scores(gradebook.db, by, {row["id"] for row in rows if row["id"]})
        for row in rows:
            scores = found.get(row["id"])
            if scores is not None:
                row.update({key: value for key, value in scores.items() if key in row})
        return rows


def _averages(scores: dict[str, dict[str, float]]) -> dict[str, float]:
    """Return the averages of several hand-ins, as nbgrader calls them; 0 where there is none."""
    names = ["score", *(f"{kind}_score" for kind in _KINDS)]
    return {
        f"average_{name}": sum(one[name] for one in scores.values()) / max(len(scores), 1) for name in names
    }


def _scores(db: Any, by: Any, ids: set[str]) -> dict[str, dict[str, float]]:
    """Return the scores of several rows by their ids: in all, and of each kind of cell."""
    part, penalty = SubmittedNotebook.id, SubmittedNotebook.late_submission_penalty
    query = (
        select(by, part, penalty, Grade.score, Grade.needs_manual_grade, BaseCell.type, GradeCell.cell_type)
        .select_from(Grade)
        .join(SubmittedNotebook, Grade.notebook_id == part)
        .join(SubmittedAssignment, SubmittedNotebook.assignment_id == SubmittedAssignment.id)
        .join(BaseCell, Grade.cell_id == BaseCell.id)
        .join(GradeCell.__table__, GradeCell.__table__.c.id == Grade.cell_id, isouter=True)
        .where(by.in_(ids))
    )
    found: dict[str, dict[str, float]] = {}
    parts: dict[tuple[str, str], list[float]] = {}
    for key, of, late, score, waits, kind, written in db.execute(query):
        scores = found.setdefault(key, dict.fromkeys((f"{one}_score" for one in _KINDS), 0.0))
        counted = 0.0 if waits else float(score)
        kind = "task" if kind == "TaskCell" else "code" if written == "code" else "written"
        scores[f"{kind}_score"] += counted
        parts.setdefault((key, of), [float(late or 0), 0.0])[1] += counted
    for (key, _), (late, raw) in parts.items():
        found[key]["score"] = found[key].get("score", 0.0) + max(0.0, raw - late)
    return found
