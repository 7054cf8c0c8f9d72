"""The gradebook's one writer: what nbgrader's autograde would have saved, in one transaction per hand-in."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import event, text
from sqlalchemy.exc import OperationalError

from ecotools.grading.gradebook.late_penalties import Late
from ecotools.grading.gradebook.manual_scores import given_by_hand, total
from ecotools.grading.pipeline.journal import JournalLine
from ecotools.grading.pipeline.manual_marks import Given
from ecotools.grading.pipeline.rows import Rows

if TYPE_CHECKING:
    from nbgrader.api import Gradebook
    from traitlets.config import Config


class GradebookWriter:
    """Saves lines of the journal into an open gradebook; what a person wrote there stays as it is.

    ``config`` is nbgrader's, and ``root`` the course, where a plugin for late hand-ins may lie.
    """

    def __init__(self, gradebook: Gradebook, config: Config, root: Path) -> None:
        self._db, self.late = gradebook.db, Late(gradebook.db, config, root)
        self._rows: dict[str, Rows] = {}

    def save(self, line: JournalLine) -> None:
        """Save one line; saving it twice changes nothing."""
        from nbgrader.utils import parse_utc

        rows = self._rows_of(line.assignment)
        try:
            submission = rows.submission(line.student, parse_utc(line.timestamp or None))
            for name, notebook in rows.notebooks(submission).items():
                if name in line.kept:
                    continue
                rows.score(notebook, name, line.scores.get(name), line.waits.get(name, ()))
                rows.comment(notebook, name, line.comments.get(name, {}))
                if name in line.scores:
                    rows.penalise(notebook, None)
            if rows.due:
                graded = [part for name, part in rows.notebooks(submission).items() if name in line.scores]
                must = self.late.penalties(line.assignment, submission)
                self.late.write([{"part": part, "penalty": must[part]} for part in graded])
            self._db.commit()
        except BaseException:
            self._db.rollback()
            raise
        finally:
            self._db.expunge_all()  # a class of thousands must not pile up in memory

    def knows(self, line: JournalLine) -> bool:
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

    def given(self, assignment: str, student: str) -> list[Given]:
        """Return what a person gave a student for an assignment."""
        return given_by_hand(self._db, assignment, student)

    def total(self, assignment: str, student: str) -> float | None:
        """Return what a student has so far for an assignment; None before it is graded."""
        return total(self._db, assignment, student)

    def _rows_of(self, assignment: str) -> Rows:
        if assignment not in self._rows:
            self.late.sync(assignment)
            self._rows[assignment] = rows = Rows(self._db, assignment)
            # A plugin that cannot be had stops grading before the first hand-in is saved.
            if rows.due and assignment not in self.late.deadlines:
                _ = self.late.plugin
        return self._rows[assignment]


def quicken(gradebook: Gradebook) -> None:
    """Let SQLite wait for the disk only once per hand-in, and for the formgrader while that writes."""
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
