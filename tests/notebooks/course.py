"""The course in this repository, as the tests of its notebooks see it."""

from pathlib import Path

from ecotools.grading.course import Course

ROOT = Path(__file__).parents[2]
COURSE = Course(ROOT)
LESSONS = COURSE.lessons
ASSIGNMENTS = COURSE.names()
SOLUTIONS = [COURSE.solutions / name / f"{name}.ipynb" for name in ASSIGNMENTS]
# The modules that follow the pattern; each is added when it is brought to it.
CONVERTED = {"00-start-here", "02-journey-mapping", "03-validation", "04-pricing-tiers", "10-kpi-dashboards"}
EXERCISES = sorted(COURSE.exercises.glob("*/*.ipynb"))


def stem(path):
    """Return what a parametrised test is called after its notebook."""
    return path.stem
