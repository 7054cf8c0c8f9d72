"""The gradebook's one writer: what nbgrader's autograde would have saved, in one transaction a hand-in."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Any

from sqlalchemy import event, text
from sqlalchemy.exc import OperationalError

from ecotools.grading.pipeline.journal import Line

if TYPE_CHECKING:
    from nbgrader.api import Gradebook
    from traitlets.config import Config


class Writer:
    """Saves lines of the journal into an open gradebook; what a person wrote there stays as it is."""

    def __init__(self, gradebook: Gradebook, config: Config) -> None:
        from nbgrader.preprocessors import AssignLatePenalties

        self._gradebook, self._db = gradebook, gradebook.db
        self._late = AssignLatePenalties(config=config)
        self._late.init_plugin()

    def save(self, line: Line) -> None:
        """Save one line; saving it twice changes nothing."""
        try:
            submission = self._submission(line)
            for notebook in submission.notebooks:
                self._grades(notebook, line)
            self._db.flush()
            for notebook in submission.notebooks:
                if notebook.name in line.scores:
                    notebook.late_submission_penalty = self._penalty(submission, notebook)
            self._db.commit()
        except BaseException:
            self._db.rollback()
            raise
        finally:
            self._db.expunge_all()  # a class of thousands must not pile up in memory

    def knows(self, line: Line) -> bool:
        """Return whether the gradebook has the assignment and the notebooks that a line is of."""
        from nbgrader import api

        rows = self._db.query(api.Notebook.name).join(api.Assignment)
        return {*line.scores} <= {row[0] for row in rows.filter(api.Assignment.name == line.assignment)}

    def saved(self, assignment: str) -> set[str]:
        """Return the students whose hand-in for ``assignment`` the gradebook knows."""
        rows = self._db.execute(
            text(
                "SELECT s.student_id FROM submitted_assignment s JOIN assignment a ON a.id = s.assignment_id"
                " WHERE a.name = :name"
            ),
            {"name": assignment},
        )
        return {row[0] for row in rows}

    def _submission(self, line: Line) -> Any:
        from nbgrader import api
        from nbgrader.utils import parse_utc

        if self._db.get(api.Student, line.student) is None:
            self._db.add(api.Student(id=line.student))
        assignment = self._gradebook.find_assignment(line.assignment)
        found = (
            self._db.query(api.SubmittedAssignment)
            .filter_by(assignment_id=assignment.id, student_id=line.student)
            .one_or_none()
        )
        if found is None:
            found = api.SubmittedAssignment(assignment_id=assignment.id, student_id=line.student)
            self._db.add(found)
            self._db.flush()
            for notebook in assignment.notebooks:
                self._db.add(_empty(api, notebook, found))
            self._db.flush()
            self._db.refresh(found)
        if line.timestamp:
            found.timestamp = parse_utc(line.timestamp)
        return found

    def _grades(self, notebook: Any, line: Line) -> None:
        """Write scores and comments; a notebook that was not handed in gets 0 for everything."""
        scores, comments = line.scores.get(notebook.name), line.comments.get(notebook.name, {})
        for grade in notebook.grades:
            if scores is None:
                grade.auto_score, grade.needs_manual_grade = 0, False
            elif grade.name in scores:
                grade.auto_score = scores[grade.name]
                grade.needs_manual_grade = grade.manual_score is not None or grade.auto_score is None
        for comment in notebook.comments:
            if comment.name in comments:
                comment.auto_comment = comments[comment.name]

    def _penalty(self, submission: Any, notebook: Any) -> float | None:
        """Return what is taken off for handing in late, by nbgrader's plugin and within its bounds."""
        if submission.timestamp is None or submission.total_seconds_late <= 0:
            return None
        self._db.refresh(notebook, ["score"])
        penalty = self._late.plugin_inst.late_submission_penalty(
            submission.student_id, notebook.score, submission.total_seconds_late
        )
        return None if penalty is None else self._late._check_late_penalty(notebook, penalty)


def _empty(api: Any, notebook: Any, submission: Any) -> Any:
    """Return a handed-in notebook with a row for each grade and comment, as nbgrader makes them."""
    made = api.SubmittedNotebook(notebook_id=notebook.id, assignment_id=submission.id)
    made.grades = [api.Grade(cell_id=cell.id) for cell in (*notebook.grade_cells, *notebook.task_cells)]
    made.comments = [
        api.Comment(cell_id=cell.id) for cell in (*notebook.solution_cells, *notebook.task_cells)
    ]
    return made


def quicken(gradebook: Gradebook) -> None:
    """Let SQLite wait for the disk once a hand-in only, and for the formgrader while that writes."""
    engine = gradebook.engine
    if engine.dialect.name != "sqlite":
        return

    @event.listens_for(engine, "connect")
    def _pragmas(connection: Any, _: Any) -> None:
        connection.execute("PRAGMA busy_timeout=60000")
        connection.execute("PRAGMA journal_mode=WAL")

    engine.dispose()


def settle(gradebook: Gradebook) -> None:
    """Leave SQLite as nbgrader expects it: one file, no log beside it, unless somebody is reading it."""
    if gradebook.engine.dialect.name == "sqlite":
        gradebook.db.rollback()
        with contextlib.suppress(OperationalError):
            gradebook.db.execute(text("PRAGMA busy_timeout=1000"))
            gradebook.db.execute(text("PRAGMA journal_mode=DELETE"))
            gradebook.db.commit()
