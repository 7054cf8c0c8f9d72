"""From a name in the report to what that student handed in, by an address relative to the page."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import quote

from ecotools.grading.course import Course


class Links:
    """Addresses of hand-ins for a page in ``folder``; without a course there are none."""

    def __init__(self, course: Course | None = None, folder: Path | None = None) -> None:
        self._course, self._folder = course, folder
        self._found: dict[tuple[str, str, str], str] = {}
        self._by_assignment: dict[str, dict[str, tuple[str, str]]] = {}

    def to(self, assignment: str, student: str, task: str = "") -> str:
        """Return the address of a hand-in; "" where nothing is there.

        It is the page of feedback, at the task, where that is not older than the grades: a browser opens it.
        Else it is the notebook as it was handed in, or its folder.
        """
        if self._course is None or self._folder is None:
            return ""
        notebook, cell = self._places(assignment).get(task, (assignment, ""))
        key = (assignment, student, notebook)
        if key not in self._found:
            self._found[key] = self._address(*key)
        page = self._found[key]
        return f"{page}#{quote(cell)}" if cell and page.endswith(".html") else page

    def _address(self, assignment: str, student: str, notebook: str) -> str:
        course = self._course
        page = course.returned(student, assignment) / f"{notebook}.html"
        graded = course.graded(student, assignment) / f"{notebook}.ipynb"
        folder = course.handed_in(student, assignment)
        handed_in = folder / f"{notebook}.ipynb"
        if not (_time(page) and _time(page) >= _time(graded)):
            page = handed_in if handed_in.is_file() else folder
        if not page.exists():
            return ""
        try:
            return quote(os.path.relpath(page, self._folder).replace(os.sep, "/"))
        except ValueError:  # another drive of Windows
            return ""

    def _places(self, assignment: str) -> dict[str, tuple[str, str]]:
        """Return notebook and graded cell of each task, as feedback pages name them."""
        if assignment not in self._by_assignment:
            source = self._course.assignment(assignment)
            labels = source.labels()
            found: dict[str, tuple[str, str]] = {}
            for part in source.parts or (source,):
                for cell in part.cells:
                    if cell.kind in {"check", "written"}:
                        found.setdefault(labels[part.name, cell.name], (part.name, cell.name))
            self._by_assignment[assignment] = found
        return self._by_assignment[assignment]


def _time(file: Path) -> float:
    """Return when a file was written; 0 where there is none."""
    try:
        return file.stat().st_mtime
    except OSError:
        return 0.0
