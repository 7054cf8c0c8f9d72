"""The whole loop in one folder: lessons executed, assignments released, a made-up class graded."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from ecotools.grading.authoring.release import release_assignment
from ecotools.grading.course import CONFIG, Course
from ecotools.grading.demo.demo_class import hand_in_class
from ecotools.grading.grade import GradedHandIn, grade_assignment
from ecotools.grading.pipeline import schedule
from ecotools.grading.report import ClassReport
from ecotools.grading.report.objectives import FILE as OBJECTIVES
from ecotools.notebooks import Run, execute_all

# What an earlier demo left; anything else in the folder is not ours to delete.
MADE = ("lessons", ".exchange", ".ecotools")


@dataclass(frozen=True)
class Demo:
    """What a demo made: the lessons' runs, what came of the hand-ins, the report of the class, its page."""

    lessons: list[Run]
    handins: list[GradedHandIn]
    report: ClassReport
    page: Path


Step = Callable[[str, int], Callable[[object], None]]


def run_demo(
    course: Course, folder: str | Path, jobs: int = 2, seed: int = 0, step: Step | None = None
) -> Demo:
    """Run the whole loop of ``course`` in ``folder``; nothing outside of it is written.

    Parameters
    ----------
    course : whose lessons and solutions are used.
    folder : where lessons, release, hand-ins, gradebook and report go; an earlier demo there is replaced.
    jobs : how many lessons are executed at a time.
    seed : what the made-up class hands in depends on it.
    step : called with the name of a step and how many parts it has; returns what is called after each.
    """
    step = step or (lambda name, parts: lambda done: None)
    here = _prepare(course, Path(folder).resolve())
    names = here.names()
    lessons = course.lessons
    runs = execute_all(
        lessons, here.root / "lessons", jobs=jobs, on_done=step("Lessons executed", len(lessons))
    )
    released = step("Assignments released", len(names))
    for name in names:
        released(release_assignment(here, name))
    count = hand_in_class(here, names, seed)
    graded = step("Hand-ins graded", count)
    with schedule.pool() as pool:
        handins = [one for name in names for one in grade_assignment(here, name, on_done=graded, pool=pool)]
    report = ClassReport.of(here, names, handins)
    return Demo(runs, handins, report, report.write(here.report))


def _prepare(course: Course, folder: Path) -> Course:
    """Make ``folder`` a course of its own with the sources of ``course``; return it."""
    from nbgrader.utils import rmtree  # graded files are write-protected, which Windows minds

    folder.mkdir(parents=True, exist_ok=True)
    for file in (CONFIG, OBJECTIVES):
        if (course.root / file).exists():
            shutil.copy(course.root / file, folder / file)
    here = Course(folder, f"sqlite:///{folder / 'gradebook.db'}")  # whatever the configuration says
    steps = (here.solutions, here.exercises, here.submitted, here.autograded, here.report)
    for made in (*(folder / name for name in MADE), *steps):
        if made.exists():
            rmtree(made)
    (folder / "gradebook.db").unlink(missing_ok=True)
    for name in course.names():
        skipped = shutil.ignore_patterns("__pycache__", ".ipynb_checkpoints")
        shutil.copytree(course.source(name), here.source(name), ignore=skipped)
    return here
