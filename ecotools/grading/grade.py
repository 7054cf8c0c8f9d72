"""Grade hand-ins the plain way: nbgrader's own autograde, one student at a time."""

from __future__ import annotations

import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from ecotools.grading.assignment import AssignmentError
from ecotools.grading.course import Course, find_alembic
from ecotools.grading.quiet import kept_log, kept_stderr, reason
from ecotools.grading.structure import problems
from ecotools.notebooks import NotebookError, read


class GradingError(AssignmentError):
    """An assignment that cannot be graded at all; the text names it."""


@dataclass(frozen=True)
class HandIn:
    """What came of one hand-in: ``error`` is empty when it was graded, and names file and cell otherwise."""

    student: str
    assignment: str
    seconds: float = 0.0
    error: str = ""

    @property
    def graded(self) -> bool:
        """Whether nbgrader scored it."""
        return not self.error


def grade(
    course: Course,
    name: str,
    students: Iterable[str] | None = None,
    on_done: Callable[[HandIn], None] = lambda handin: None,
) -> list[HandIn]:
    """Grade the hand-ins for the assignment ``name`` into the gradebook; return what came of each.

    Parameters
    ----------
    course, name : the course and the assignment's name.
    students : whose hand-ins; all that were handed in when None.
    on_done : called with each ``HandIn`` as it is done.

    Raises
    ------
    GradingError
        When the assignment cannot be put into the gradebook.
    """
    there = course.students(name)
    chosen = there if students is None else list(students)
    for student in chosen:
        if student not in there:
            raise GradingError(f"{course.submitted}: {student} has not handed in {name}")
    if not chosen:
        return []
    register(course, name)
    api, done = course.api(), []
    for student in chosen:
        handin = _graded(course, api, name, student)
        done.append(handin)
        on_done(handin)
    return done


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


def _graded(course: Course, api, name: str, student: str) -> HandIn:
    start = time.perf_counter()
    error = unreadable(course, name, student)
    if not error:
        with kept_log() as log, kept_stderr():
            result = api.autograde(name, student, force=True, create=True)
        if not result["success"]:
            why = reason([*log, result.get("error", "")], "it gave no reason")
            error = f"{course.submitted / student / name}: nbgrader: {why}"
    return HandIn(student, name, time.perf_counter() - start, error)


def unreadable(course: Course, name: str, student: str) -> str:
    """Return why a hand-in cannot be graded, before nbgrader is asked, whose messages name no cell."""
    folder = course.submitted / student / name
    file = folder / f"{name}.ipynb"
    if not file.exists():
        others = ", ".join(path.name for path in sorted(folder.glob("*.ipynb"))) or "no notebook"
        return f"{file}: not there; the folder holds {others}. Was it renamed?"
    try:
        notebook = read(file)
    except NotebookError as error:
        return str(error)
    names = Counter(cell.metadata.get("nbgrader", {}).get("grade_id") for cell in notebook.cells)
    twice = [str(cell) for cell, count in names.items() if cell is not None and count > 1]
    if twice:
        return f"{file}, cell {twice[0]}: this cell is there {names[twice[0]]} times; delete the copies"
    return ""


def assignments(course: Course, names: Iterable[str]) -> list[str]:
    """Return ``names``, or all assignments when there are none; the error lists what there is."""
    names = list(names)
    for name in names:
        course.assignment(name)
    found = names or course.names()
    if not found:
        raise AssignmentError(f"{course.solutions}: no assignments")
    return found
