"""The memory of the process that grades does not grow with the class: 100 hand-ins against 2,000.

    ECOTOOLS_BENCHMARK=1 .venv/bin/python -m pytest -s tests/benchmarks/test_grading_memory.py

Each class is graded in a fresh process, which reads the hand-ins, writes journal, gradebook and folders, and
is given executed notebooks of 200 kB: only what executes the hand-ins is left out, since that is done by
other processes. What is compared is the peak of the whole process.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SMALL, LARGE, GOAL = 100, 2000, 1.1

pytestmark = [
    pytest.mark.benchmark,
    pytest.mark.timeout(1800),
    pytest.mark.skipif(
        not os.environ.get("ECOTOOLS_BENCHMARK"), reason="set ECOTOOLS_BENCHMARK=1 to measure"
    ),
    pytest.mark.skipif(sys.platform == "win32", reason="the peak is asked of a Unix system"),
]

RUN = """
import json, resource, shutil, sys
from pathlib import Path

from ecotools.grading import grade as grading
from ecotools.grading.demo.demo_class import hand_in
from ecotools.grading.authoring.release import release
from tests.grading.instant import Instant
from tests.grading.tiny import NAME, make_course

course = make_course(Path(sys.argv[1]))
release(course, NAME)
first = hand_in(course, NAME, "s0000", "right")
for number in range(1, int(sys.argv[2])):
    shutil.copytree(first, course.submitted / f"s{number:04d}" / NAME)
executor = Instant(shown=200_000)
grading.schedule.pool = executor.pool
done = grading.grade(course, NAME)
assert len(executor.graded) == len(done) == int(sys.argv[2])
print(json.dumps(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss))
"""


def peak(folder, size):
    """Return the peak memory of a process that grades a class of ``size``."""
    folder.mkdir()
    run = [sys.executable, "-c", RUN, folder, str(size)]
    return json.loads(subprocess.run(run, cwd=ROOT, check=True, capture_output=True, text=True).stdout)


def test_memory_does_not_grow_with_the_class(tmp_path):
    small, large = peak(tmp_path / "small", SMALL), peak(tmp_path / "large", LARGE)
    print(f"\npeak with {SMALL} and {LARGE}: {small}, {large}; ratio {large / small:.3f}")
    assert large <= GOAL * small
