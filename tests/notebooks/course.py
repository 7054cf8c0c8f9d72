"""The course in this repository, as the tests of its notebooks see it."""

from pathlib import Path

from ecotools.grading.course import Course

ROOT = Path(__file__).parents[2]
COURSE = Course(ROOT)
LESSONS = COURSE.lessons
ASSIGNMENTS = COURSE.names()
SOLUTIONS = [COURSE.solutions / name / f"{name}.ipynb" for name in ASSIGNMENTS]
EXERCISES = sorted(COURSE.exercises.glob("*/*.ipynb"))


def stem(path):
    """Return what a parametrised test is called after its notebook."""
    return path.stem
