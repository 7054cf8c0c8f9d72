"""A tiny class that is graded and partly marked by a person: import the fixture ``marked``."""

import shutil

import pytest

from ecotools.grading.course import CONFIG, Course
from ecotools.grading.demo.demo_class import hand_in
from ecotools.grading.grade import grade_assignment
from ecotools.notebooks import read, write

from .tiny import NAME, make_course

KINDS = {"ada": "right", "chen": "wrong", "emil": "untouched", "hana": "broken", "leo": "right"}
# Finds the check that is running and hands it on, hidden tests and all.
PEEK = """import linecache
import sys

def share(part, whole):
    frame = sys._getframe(1)
    raise ValueError("".join(linecache.getlines(frame.f_code.co_filename)))"""


@pytest.fixture(scope="session")
def marked(tiny, tmp_path_factory):
    """Ada was late, and her written answer has 1 of 1 point, 0.5 extra and a comment; Leo is curious."""
    course = make_course(tmp_path_factory.mktemp("marked"))
    shutil.copytree(tiny.exercises, course.exercises)
    for student, kind in KINDS.items():
        hand_in(course, NAME, student, kind)
    file = course.submitted / "leo" / NAME / f"{NAME}.ipynb"
    notebook = read(file)
    next(cell for cell in notebook.cells if "def share" in cell.source).source = PEEK
    write(notebook, file)
    failed = [handin.error for handin in grade_assignment(course, NAME) if handin.error]
    assert len(failed) == 1 and "hana" in failed[0]
    mark(course, "ada", "01-q3", 1, extra=0.5, comment="Well *argued*.", penalty=2)
    return course


def mark(course, student, cell, score, extra=None, comment=None, penalty=None, name=NAME):
    """Do what a person does in the formgrader."""
    with course.gradebook() as gradebook:
        grade = gradebook.find_grade(cell, name, name, student)
        grade.manual_score, grade.extra_credit, grade.needs_manual_grade = score, extra, False
        if comment:
            gradebook.find_comment(cell, name, name, student).manual_comment = comment
        if penalty:
            gradebook.find_submission_notebook(name, name, student).late_submission_penalty = penalty
        gradebook.db.commit()


def not_late(course, student="ada"):
    """Take back what was taken off for handing in late."""
    with course.gradebook() as gradebook:
        gradebook.find_submission_notebook(NAME, NAME, student).late_submission_penalty = None
        gradebook.db.commit()


def copy_of(course, folder):
    """Return a copy of a course that a test may change."""
    shutil.copytree(course.root, folder / "course")
    return Course(folder / "course")


def in_berlin(course, folder):
    """Return a copy whose clocks are those of Berlin, and in which nobody was late yet."""
    course = copy_of(course, folder)
    not_late(course)
    config = course.root / CONFIG
    config.write_text(config.read_text() + 'c.Exchange.timezone = "Europe/Berlin"\n')
    return Course(course.root)


def change(course, student, alter):
    """Change the autograded notebook of a student."""
    file = course.autograded / student / NAME / f"{NAME}.ipynb"
    notebook = read(file)
    alter({cell.metadata.get("nbgrader", {}).get("grade_id"): cell for cell in notebook.cells})
    file.chmod(0o644)
    write(notebook, file)
