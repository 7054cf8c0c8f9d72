"""What `nbgrader export` writes in a course whose configuration names this class: the scores that count.

nbgrader's own plug-in adds up all points there are, also those that wait for a person, takes off no more for
handing in late than was written last, and writes names with commas so that they fall apart.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nbgrader.plugins import ExportPlugin

from ecotools.files import write_text
from ecotools.grading.course import Course
from ecotools.grading.gradebook.marks import Marks, marks_by_student
from ecotools.spreadsheet import as_csv

if TYPE_CHECKING:
    from nbgrader.api import Assignment, Gradebook, Student

COLUMNS = [
    "assignment",
    "duedate",
    "timestamp",
    "student_id",
    "last_name",
    "first_name",
    "email",
    "raw_score",
]
COLUMNS += ["late_submission_penalty", "score", "max_score"]  # so far nbgrader's own
WAITING = "needs_person"


class CountedExport(ExportPlugin):
    """Writes nbgrader's table with the scores that count, and how many answers wait for a person."""

    def export(self, gradebook: Gradebook) -> None:
        """Write the file that ``--to`` names, or else grades.csv."""
        directory = self.parent.coursedir
        course = Course(Path(directory.root), directory.db_url)
        rows = [
            row
            for assignment in gradebook.assignments
            if not self.assignment or assignment.name in map(str, self.assignment)
            for row in self._rows(course, assignment, gradebook.students)
        ]
        file = Path(self.to or "grades.csv")
        self.log.info("Exporting the grades that count to %s", file)
        write_text(file, as_csv([[*COLUMNS, WAITING], *rows]))

    def _rows(self, course: Course, assignment: Assignment, students: list[Student]) -> Iterator[list[Any]]:
        marks = marks_by_student(course, assignment.name)
        for student in students:
            if self.student and student.id not in map(str, self.student):
                continue
            person = [student.id, student.last_name, student.first_name, student.email]
            had = marks.get(student.id) or Marks(student.id, "")
            scores = [had.raw, had.penalty, had.score, assignment.max_score, had.waiting]
            yield [
                _plain(cell)
                for cell in (assignment.name, assignment.duedate, had.timestamp, *person, *scores)
            ]


def _plain(cell: object) -> object:
    return "" if cell is None else cell
