"""Put an assignment into the gradebook: its cells, points and tests, as when nbgrader releases it."""

from __future__ import annotations

import tempfile

from ecotools.grading.course import Course, find_alembic
from ecotools.grading.quiet import kept_log, reason
from ecotools.grading.settings import GradingError
from ecotools.grading.structure import problems


def register(course: Course, name: str) -> None:
    """Put the assignment's cells, points and tests into the gradebook; ``exercises/`` is left as it is."""
    from nbgrader.converters import GenerateAssignment
    from nbgrader.coursedir import CourseDirectory

    found = problems(course.assignment(name))
    if found:
        raise GradingError("\n".join(found))
    find_alembic()
    with tempfile.TemporaryDirectory(prefix="ecotools-register-") as scratch, kept_log() as log:
        config = course.config()
        config.CourseDirectory.release_directory = scratch
        converter = GenerateAssignment(
            coursedir=CourseDirectory(config=config, assignment_id=name), config=config
        )
        converter.force = True
        try:
            converter.start()
        except Exception as error:
            raise GradingError(f"{course.solutions / name}: nbgrader: {reason(log, error)}") from error
