"""How many hand-ins a minute get their feedback, against nbgrader's own command on the same class.

    ECOTOOLS_BENCHMARK=1 .venv/bin/python -m pytest -s tests/benchmarks/test_feedback.py

The goal is at least 5 times as many on two cores. The class is 30 hand-ins of module 02, right, wrong, half
done and untouched. Both commands are started as one types them, so their times include starting Python, and
no page is there that they could leave as it is.
"""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from ecotools.grading.authoring.release import release_assignment
from ecotools.grading.course import CONFIG, Course
from ecotools.grading.demo.demo_class import hand_in
from ecotools.grading.grade import grade_assignment

ROOT = Path(__file__).parents[2]
NAME = "02-journey-mapping"
KINDS = ["right", "another form", "wrong", "half", "untouched", "mixed"]
STUDENTS, GOAL = 30, 5


def seconds(course, *command):
    """Return how long a command takes in the course, from nothing to all pages written."""
    shutil.rmtree(course.root / "feedback", ignore_errors=True)
    start = time.perf_counter()
    program = Path(sys.executable).with_name(command[0])
    subprocess.run([program, *command[1:]], cwd=course.root, capture_output=True, check=True)
    took = time.perf_counter() - start
    assert len(list(course.root.glob("feedback/*/*/*.html"))) == STUDENTS
    return took


@pytest.mark.benchmark
@pytest.mark.timeout(1800)
@pytest.mark.skipif(os.environ.get("ECOTOOLS_BENCHMARK") != "1", reason="set ECOTOOLS_BENCHMARK=1 to measure")
def test_feedback_for_a_class_of_thirty(tmp_path, capsys):
    course = Course(tmp_path / "course")
    shutil.copytree(ROOT / "solutions" / NAME, course.solutions / NAME)
    shutil.copy(ROOT / CONFIG, course.root / CONFIG)
    release_assignment(course, NAME)
    for number in range(STUDENTS):
        hand_in(course, NAME, f"student{number:02}", KINDS[number % len(KINDS)], seed=number)
    assert not [handin.error for handin in grade_assignment(course, NAME) if handin.error]
    stock = seconds(course, "nbgrader", "generate_feedback", NAME)
    ours = seconds(course, "ecotools", "feedback", NAME, "-q", "--jobs", "2")
    with capsys.disabled():
        print(f"\nfeedback for {STUDENTS} hand-ins, hand-ins a minute:")
        for name, took in {"nbgrader generate_feedback": stock, "ecotools feedback": ours}.items():
            print(f"{60 * STUDENTS / took:7.0f}  {name} ({took:.1f} s)")
        print(f"{stock / ours:7.1f} times as many (goal: at least {GOAL})")
    assert stock / ours >= GOAL
