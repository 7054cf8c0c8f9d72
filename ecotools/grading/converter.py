"""nbgrader's converter from the source of an assignment to its release, which writes where it is told to."""

from __future__ import annotations

from pathlib import Path

from nbgrader.converters.generate_assignment import GenerateAssignment
from nbgrader.coursedir import CourseDirectory
from traitlets.config import Config

import ecotools.quicker  # noqa: F401 - before anything of nbgrader
from ecotools.grading.configuration import started_in
from ecotools.grading.revision import api


class Generate(GenerateAssignment):
    """Makes the release of the assignment ``name`` in a folder below ``scratch``, which is ``made``.

    Where the release of the course lies is left alone, and what is configured to run after a release, which
    may send it somewhere, does not run.
    """

    def __init__(self, name: str, config: Config, scratch: Path) -> None:
        api()
        super().__init__(coursedir=CourseDirectory(config=config, assignment_id=name), config=config)
        self.made = Path(scratch, name)
        self.force = self.create_assignment = True

    def start(self) -> None:
        """Convert, as in the folder of the course: the configuration may name files and modules there."""
        with started_in(Path(self.coursedir.root)):
            super().start()

    def _format_dest(self, assignment_id: str, student_id: str, escape: bool = False) -> str:
        return str(self.made)

    def set_permissions(self, assignment_id: str, student_id: str) -> None:
        """Leave them as they are: nobody but this process reads the folder."""

    def run_post_convert_hook(self) -> None:
        """Run nothing."""
