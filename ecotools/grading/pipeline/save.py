"""The gradebook's one writer: what nbgrader's autograde would have saved, in one transaction a hand-in."""

from __future__ import annotations

import contextlib
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import event, text
from sqlalchemy.exc import OperationalError

from ecotools.grading.gradebook.configuration import started_in
from ecotools.grading.pipeline.journal import JournalLine
from ecotools.grading.pipeline.rows import Rows

if TYPE_CHECKING:
    from nbgrader.api import Gradebook
    from nbgrader.preprocessors import AssignLatePenalties
    from traitlets.config import Config


class Writer:
    """Saves lines of the journal into an open gradebook; what a person wrote there stays as it is.

    ``config`` is nbgrader's, and ``root`` the course, where a plugin for late hand-ins may lie.
    """

    def __init__(self, gradebook: Gradebook, config: Config, root: Path) -> None:
        self._db, self._config, self._root = gradebook.db, config, root
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
                rows.score(notebook, name, line.scores.get(name))
                rows.comment(notebook, name, line.comments.get(name, {}))
                if name in line.scores:
                    rows.penalise(notebook, self._penalty(submission, notebook) if rows.due else None)
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

    def _rows_of(self, assignment: str) -> Rows:
        if assignment not in self._rows:
            self._rows[assignment] = rows = Rows(self._db, assignment)
            if rows.due:  # a plugin that cannot be had stops grading before the first hand-in is saved
                _ = self._late
        return self._rows[assignment]

    @cached_property
    def _late(self) -> AssignLatePenalties:
        """nbgrader's penalties; it brings all of nbconvert along, which only a due date is worth."""
        from nbgrader.preprocessors import AssignLatePenalties

        with started_in(self._root):
            late = AssignLatePenalties(config=self._config)
            late.init_plugin()
        return late

    def _penalty(self, submission: str, notebook: str) -> float | None:
        """Return what is taken off for handing in late, by nbgrader's plugin and within its bounds."""
        from nbgrader import api

        whole, part = (
            self._db.get(api.SubmittedAssignment, submission),
            self._db.get(api.SubmittedNotebook, notebook),
        )
        if whole.total_seconds_late <= 0:
            return None
        penalty = self._late.plugin_inst.late_submission_penalty(
            whole.student_id, part.score, whole.total_seconds_late
        )
        return None if penalty is None else self._late._check_late_penalty(part, penalty)


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
