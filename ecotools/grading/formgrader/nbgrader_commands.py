"""What nbgrader's `autograde` and `generate_feedback` do in a course whose configuration names these classes.

nbgrader makes an exporter after it has found the notebooks and before it touches anything: the one place
where a configuration can step in. These exporters do the work with ecotools, in a process of its own, and
leave nbgrader nothing to convert.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from typing import Any

from nbconvert.exporters import NotebookExporter
from nbgrader.converters import BaseConverter, NbGraderException


class _Instead(NotebookExporter):
    """Runs a command of ecotools for the hand-ins that a converter of nbgrader was started for."""

    def __init__(self, parent: BaseConverter | None = None, **settings: Any) -> None:
        super().__init__(parent=parent, **settings)
        if isinstance(parent, BaseConverter):
            for assignment, students in sorted(_chosen(parent).items()):
                self._run(parent, assignment, students)
            parent.assignments = {}

    def _command(self, converter: BaseConverter) -> list[str]:
        raise NotImplementedError

    def _said(self, result: Any) -> list[str]:
        raise NotImplementedError

    def _run(self, converter: BaseConverter, assignment: str, students: list[str]) -> None:
        """Run the command; what it says goes into nbgrader's log, and what failed stops nbgrader."""
        root = str(converter.coursedir.root)
        everybody = converter.coursedir.student_id == "*"
        chosen = [] if everybody else [word for student in students for word in ("--student", student)]
        command = [*self._command(converter), assignment, "--course", root, "--json", *chosen]
        done = subprocess.run(
            [sys.executable, "-m", "ecotools", *command],
            cwd=root,
            capture_output=True,
            text=True,
            check=False,
        )
        try:
            result = json.loads(done.stdout)
        except ValueError:
            said = done.stderr.strip() or done.stdout.strip() or f"it ended with {done.returncode}"
            converter.log.error("ecotools %s: %s", command[0], said)
            raise NbGraderException(said) from None
        for text in self._said(result):
            converter.log.info("%s", text)
        failed = [one["error"] for one in _rows(result) if one["error"]]
        for text in failed:
            converter.log.error("%s", text)
        if failed:
            raise NbGraderException("\n".join(failed))


class GradeInstead(_Instead):
    """Grades with `ecotools grade`: in the sandbox, with the judge, and with the marks by hand kept."""

    def _command(self, converter: BaseConverter) -> list[str]:
        force = ["--force"] if converter.force else []
        return ["grade", *force, "--db", str(converter.coursedir.db_url)]

    def _said(self, result: Any) -> list[str]:
        said = []
        for one in _rows(result):
            if not one["error"]:
                said.append(
                    f"{one['student']}: {'unchanged' if one['unchanged'] else 'graded'} by ecotools grade"
                )
            said += [f"{one['student']}: {text}" for text in (*one["by_hand"], *one["flagged"])]
        return [*said, f"The report: {result['report']}"]


class FeedbackInstead(_Instead):
    """Writes feedback with `ecotools feedback`: without the hidden tests."""

    def _command(self, converter: BaseConverter) -> list[str]:
        return ["feedback", "--db", str(converter.coursedir.db_url)]

    def _said(self, result: Any) -> list[str]:
        return [
            f"{one['student']}: {one['state']} by ecotools feedback: {one['file']}" for one in _rows(result)
        ]


def _rows(result: Any) -> list[dict[str, Any]]:
    return result["handins"] if isinstance(result, dict) else result


def _chosen(converter: BaseConverter) -> dict[str, list[str]]:
    """Return the students of the hand-ins that nbgrader found, by assignment."""
    pattern = converter._format_source("(?P<assignment>.*)", "(?P<student>.*)", escape=True)
    found: dict[str, list[str]] = {}
    for place in sorted(converter.assignments):
        matched = re.match(pattern, place)
        if matched is None:
            raise NbGraderException(f"{place}{os.sep}: not a folder of the form {pattern}")
        found.setdefault(matched["assignment"], []).append(matched["student"])
    return found
