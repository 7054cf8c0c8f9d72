"""Grading a class of 100 against stock `nbgrader autograde`, in one run: hand-ins a minute, same scores.

    ECOTOOLS_BENCHMARK=1 .venv/bin/python -m pytest -s tests/benchmarks/test_grading.py

`ECOTOOLS_BENCHMARK_CLASS=20` makes the class smaller.
"""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from ecotools.grading.authoring.release import release
from ecotools.grading.course import CONFIG, Course
from ecotools.grading.register import register
from ecotools.grading.settings import missing_sandbox
from ecotools.notebooks import new, read, write
from tests.grading.tiny import graded

ROOT = Path(__file__).parents[2]
NAME = "01-sums"
SIZE = int(os.environ.get("ECOTOOLS_BENCHMARK_CLASS", "100"))
# The right answer, a wrong one, and what the test compares with.
TASKS = {
    "total": ("frame['paid'].sum()", "frame['paid'].max()", "37"),
    "mean": ("frame['paid'].mean()", "frame['paid'].median()", "9.25"),
    "buyers": ("int((frame['paid'] > 0).sum())", "len(frame)", "3"),
    "most": ("frame['paid'].idxmax()", "frame.index[0]", "'d'"),
    "half": ("frame['paid'].quantile(0.5)", "frame['paid'].max() / 2", "8"),
    "doubled": ("frame.assign(paid=frame['paid'] * 2)['paid'].sum()", "frame['paid'].sum()", "74"),
}
SETUP = """import matplotlib.pyplot as plt
import pandas as pd

from ecotools.learn import check

frame = pd.DataFrame({"paid": [0, 7, 9, 21]}, index=list("abcd"))"""

pytestmark = [
    pytest.mark.benchmark,
    pytest.mark.timeout(3600),
    pytest.mark.skipif(
        not os.environ.get("ECOTOOLS_BENCHMARK"), reason="set ECOTOOLS_BENCHMARK=1 to measure"
    ),
    pytest.mark.skipif(bool(missing_sandbox()), reason=f"no sandbox: {missing_sandbox()}"),
]


def make_class(folder: Path) -> Course:
    """Return a course with one assignment of six tasks, and a class that handed it in."""
    cells = ["# Sums", ("code", SETUP)]
    for place, (name, (right, _, value)) in enumerate(TASKS.items(), 1):
        answer = f"### BEGIN SOLUTION\n{name} = {right}\n### END SOLUTION"
        test = f"with check('01-q{place}', '{name}', points=1) as expect:\n    assert {name} == {value}"
        cells.append(f"## Task {place} · {name} (1 point)")
        cells.append(("code", answer, graded(name, "solution")))
        cells.append(("code", test, graded(f"01-q{place}-check", "check", 1)))
    write(new(cells), folder / "solutions" / NAME / f"{NAME}.ipynb")
    shutil.copy(ROOT / CONFIG, folder / CONFIG)
    course = Course(folder)
    release(course, NAME)
    for number in range(SIZE):
        notebook = read(course.exercises / NAME / f"{NAME}.ipynb")
        for place, (name, (right, wrong, _)) in enumerate(TASKS.items()):
            answer = wrong if (number + place) % 3 == 0 else right
            cell = next(c for c in notebook.cells if c.metadata.get("nbgrader", {}).get("grade_id") == name)
            cell.source = f"{name} = {answer}"
        write(notebook, course.submitted / f"student{number:04}" / NAME / f"{NAME}.ipynb")
    register(course, NAME)
    return course


def scores(course: Course) -> dict[tuple[str, str], float]:
    """Return what the gradebook holds."""
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
    subprocess.run(
        [sys.executable, "-m", "nbgrader", "autograde", NAME, "--log-level=ERROR"],
        cwd=course.root,
        check=True,
        capture_output=True,
    )
    return time.perf_counter() - start


def ours(course: Course, twins: bool) -> float:
    """Return how many seconds `ecotools grade` takes for it."""
    script = Path(sys.executable).with_name("ecotools")
    command = [script, "grade", NAME, "--sandbox", "require", "-q", "--jobs", "2"]
    start = time.perf_counter()
    subprocess.run([*command, *([] if twins else ["--no-twins"])], cwd=course.root, check=True)
    return time.perf_counter() - start


def test_a_class_is_graded_many_times_faster_than_by_nbgrader_with_the_same_scores(tmp_path):
    course = make_class(tmp_path / "made")
    courses = {}
    for way in ("stock", "sandbox", "sandbox and twins"):
        shutil.copytree(course.root, tmp_path / way)
        courses[way] = Course(tmp_path / way)
    seconds = {
        "sandbox": ours(courses["sandbox"], twins=False),
        "sandbox and twins": ours(courses["sandbox and twins"], twins=True),
        "stock": stock(courses["stock"]),
    }
    for way, took in seconds.items():
        rate, ratio = 60 * SIZE / took, seconds["stock"] / took
        print(f"\n{way}: {SIZE} hand-ins in {took:.1f} s, {rate:.0f} a minute, {ratio:.1f} times stock")
    known = scores(courses["stock"])
    assert known == scores(courses["sandbox"]) == scores(courses["sandbox and twins"])
    assert len(known) == SIZE * len(TASKS) and set(known.values()) == {0.0, 1.0}
    assert seconds["stock"] / seconds["sandbox"] >= 20
    assert seconds["stock"] / seconds["sandbox and twins"] >= 12
