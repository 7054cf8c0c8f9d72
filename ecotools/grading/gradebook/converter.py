"""nbgrader's converter from the source of an assignment to its release, which writes where it is told to."""

from __future__ import annotations

import os
from pathlib import Path

from nbgrader.converters.generate_assignment import GenerateAssignment
from nbgrader.coursedir import CourseDirectory

from ecotools.grading.course import Course
from ecotools.grading.gradebook.configuration import started_in
from ecotools.grading.gradebook.revision import api


class Generate(GenerateAssignment):
    """Makes the release of the assignment ``name`` in a folder below ``scratch``, which is ``made``.

    With ``database`` its cells, points and tests go into the gradebook. Where the release of the course lies
    is left alone, and what is configured to run after a release, which may send it somewhere, does not run.
    """

    def __init__(self, course: Course, name: str, scratch: Path, database: bool = True) -> None:
        api()
        config = course.config()
        config.SaveCells.enabled = database
        super().__init__(coursedir=CourseDirectory(config=config, assignment_id=name), config=config)
        self.made = Path(scratch, name)
        self._notebooks = [file.name for file in course.notebooks(name)]
        self.force, self.create_assignment, self.no_database = True, True, not database

    def start(self) -> None:
        """Convert, as in the folder of the course: the configuration may name files and modules there."""
        with started_in(Path(self.coursedir.root)):
            super().start()

    def init_notebooks(self) -> None:
        """Take the notebooks of the course; nbgrader takes a path with brackets for a pattern."""
        folder = self._format_source(self.coursedir.assignment_id, self.coursedir.student_id)
        self.assignments = {folder: [os.path.join(folder, name) for name in self._notebooks]}

    def _format_dest(self, assignment_id: str, student_id: str, escape: bool = False) -> str:
        return str(self.made)

    def set_permissions(self, assignment_id: str, student_id: str) -> None:
        """Leave them as they are: nobody but this process reads the folder."""

    def run_post_convert_hook(self) -> None:
        """Run nothing."""
