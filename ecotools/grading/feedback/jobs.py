"""Which pages there are to make, and what came of each: small records that travel between processes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ecotools.grading.course import Course
from ecotools.grading.gradebook.marks import Marks, read_marks

WRITTEN, UNCHANGED, FAILED = "written", "unchanged", "failed"


@dataclass(frozen=True)
class FeedbackJob:
    """A page to be made: of which executed notebook, into which file, with which marks (None without any).

    ``submitted`` is the folder of the hand-in. ``why`` says why it cannot be graded, empty when it can.
    """

    student: str
    assignment: str
    notebook: Path
    out: Path
    marks: Marks | None
    submitted: Path
    why: str = ""
    hidden_tests: bool = False


@dataclass(frozen=True)
class FeedbackPage:
    """What came of a page: ``state`` is written, unchanged or failed, and ``error`` says why it failed.

    ``not_graded`` is the reason that the page gives for a hand-in that could not be graded.
    """

    student: str
    assignment: str
    file: Path
    state: str
    seconds: float = 0.0
    error: str = ""
    not_graded: str = ""


def find_jobs(course: Course, name: str, students: list[str] | None, hidden_tests: bool) -> list[FeedbackJob]:
    """Return a job for each notebook in the gradebook, and one for each hand-in that is not in there."""
    from ecotools.grading.grade import unreadable

    marks: dict[str, list[Marks | None]] = {student: [] for student in course.students(name)}
    for found in read_marks(course, name):
        marks.setdefault(found.student, []).append(found)
    jobs = []
    for student in sorted(marks):
        if students is not None and student not in students:
            continue
        for one in marks[student] or [None]:
            notebook = one.notebook if one else name
            source = course.graded(student, name) / f"{notebook}.ipynb"
            out = course.returned(student, name) / f"{notebook}.html"
            given = course.handed_in(student, name)
            why = "" if one else unreadable(course, name, student)
            jobs.append(FeedbackJob(student, name, source, out, one, given, why, hidden_tests))
    return jobs
