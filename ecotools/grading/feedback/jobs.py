"""Which pages there are to make, and what came of each: small records that travel between processes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ecotools.grading.course import Course
from ecotools.grading.feedback.lateness import sentences
from ecotools.grading.gradebook.marks import Marks, joined, read_marks
from ecotools.grading.roster.roster_file import people_of

WRITTEN, UNCHANGED, FAILED = "written", "unchanged", "failed"


@dataclass(frozen=True)
class FeedbackJob:
    """A page to be made: of which executed notebook, into which file, with which marks (None without any).

    ``submitted`` is the folder of the hand-in. ``why`` says why it cannot be graded, empty when it can.
    ``called`` is the student's name, or else the id; ``titles`` are the headings of tasks by graded cell;
    ``time`` is what there is to say of when it was due and handed in, in sentences.
    """

    student: str
    assignment: str
    notebook: Path
    out: Path
    marks: Marks | None
    submitted: Path
    why: str = ""
    hidden_tests: bool = False
    called: str = ""
    titles: Mapping[str, str] = field(default_factory=dict)
    time: tuple[str, ...] = ()


@dataclass(frozen=True)
class FeedbackPage:
    """What came of a page: ``state`` is written, unchanged or failed, and ``error`` says why it failed.

    ``not_graded`` is the reason that the page gives for a hand-in that could not be graded; ``waiting`` is
    how many answers a person must still look at.
    """

    student: str
    assignment: str
    file: Path
    state: str
    seconds: float = 0.0
    error: str = ""
    not_graded: str = ""
    waiting: int = 0


def find_jobs(course: Course, name: str, students: list[str] | None, hidden_tests: bool) -> list[FeedbackJob]:
    """Return a job for each notebook in the gradebook, and one for each hand-in that is not in there."""
    from ecotools.grading.grade import unreadable

    marks: dict[str, list[Marks | None]] = {student: [] for student in course.students(name)}
    for found in read_marks(course, name):
        marks.setdefault(found.student, []).append(found)
    people, zone, source = people_of(course), course.home_zone(), course.assignment(name)
    titles = {part.name: source.headings(part.name) for part in source.parts}
    jobs = []
    for student in sorted(marks):
        if students is not None and student not in students:
            continue
        called = (people[student].spoken if student in people else "") or student
        for one in marks[student] or [None]:
            notebook = one.notebook if one else name
            jobs.append(
                FeedbackJob(
                    student,
                    name,
                    course.graded(student, name) / f"{notebook}.ipynb",
                    course.returned(student, name) / f"{notebook}.html",
                    one,
                    course.handed_in(student, name),
                    "" if one else unreadable(course, name, student),
                    hidden_tests,
                    called,
                    titles.get(notebook, {}),
                    tuple(sentences(joined(marks[student]), zone)) if one else (),
                )
            )
    return jobs
