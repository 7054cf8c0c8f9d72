"""Grading a class as students write it, against stock `nbgrader autograde` in one run: speed, same scores.

    ECOTOOLS_BENCHMARK=1 .venv/bin/python -m pytest -s tests/benchmarks/test_grading.py

It prints how long classes of 60 and of 100 take, and where the processor time of a hand-in goes.
`ECOTOOLS_BENCHMARK_CLASS=20` makes the classes smaller. Stock grades every fourth hand-in only: its time
grows with their number.
"""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from ecotools.grading.course import Course
from ecotools.grading.settings import missing_sandbox

from ..grading.stock import PLAIN
from .classes import NAME, TASKS, make_class
from .stages import stages

SIZES = [int(size) for size in os.environ.get("ECOTOOLS_BENCHMARK_CLASS", "60,100").split(",")]
EVERY = 4  # stock grades one hand-in of so many
GOAL = 20

pytestmark = [
    pytest.mark.benchmark,
    pytest.mark.timeout(3600),
    pytest.mark.skipif(
        not os.environ.get("ECOTOOLS_BENCHMARK"), reason="set ECOTOOLS_BENCHMARK=1 to measure"
    ),
    pytest.mark.skipif(bool(missing_sandbox()), reason=f"no sandbox: {missing_sandbox()}"),
]


def scores(course: Course) -> dict[tuple[str, str], float]:
    """Return what the gradebook holds of the hand-ins."""
    with course.gradebook() as gradebook:
        return {
            (submission.student_id, grade.name): grade.auto_score
            for submission in gradebook.assignment_submissions(NAME)
            for notebook in submission.notebooks
            for grade in notebook.grades
        }


def stock(course: Course) -> float:
    """Return how many seconds `nbgrader autograde` takes for the class."""
    start = time.perf_counter()
    command = [sys.executable, "-m", "nbgrader", "autograde", NAME, "--log-level=ERROR", *PLAIN]
    subprocess.run(command, cwd=course.root, check=True, capture_output=True)
    return time.perf_counter() - start


def ours(course: Course) -> float:
    """Return how many seconds `ecotools grade` takes for it."""
    script = Path(sys.executable).with_name("ecotools")
    start = time.perf_counter()
    subprocess.run([script, "grade", NAME, "--sandbox", "require", "-q"], cwd=course.root, check=True)
    return time.perf_counter() - start


@pytest.mark.parametrize("size", SIZES)
def test_a_class_is_graded_many_times_faster_than_by_nbgrader_with_the_same_scores(tmp_path, size):
    made = make_class(tmp_path / "made", size)
    graded, beside = Course(tmp_path / "ours"), Course(tmp_path / "stock")
    for course in (graded, beside):
        shutil.copytree(made.root, course.root)
    for number, folder in enumerate(sorted(beside.submitted.iterdir())):
        if number % EVERY:
            shutil.rmtree(folder)
    took, of_stock = ours(graded), stock(beside)
    few = len(list(beside.submitted.iterdir()))
    ratio = (of_stock / few) / (took / size)
    print(f"\nclass of {size}: {took:.1f} s, {60 * size / took:.0f} hand-ins a minute")
    print(f"stock, {few} of them: {of_stock:.1f} s, {60 * few / of_stock:.0f} a minute: {ratio:.1f} times")
    for stage, seconds in stages(made).items():
        print(f"{stage:>32}: {1000 * seconds:6.1f} ms of processor time per hand-in")
    known, found = scores(beside), scores(graded)
    assert known == {key: value for key, value in found.items() if key in known}
    assert len(found) == size * len(TASKS) and set(found.values()) == {0.0, 2.0}
    assert ratio >= GOAL
