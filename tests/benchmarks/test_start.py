"""How long a command takes to start, in the same run beside the start of Python and of what it needs.

The goal for `ecotools review` of Quillwork is a second from the shell. Since machines differ, what the test
holds to is a multiple of the imports of pandas and pydantic.
"""

import os
import subprocess
import sys

import pytest

from ecotools.data import path

resource = pytest.importorskip("resource", reason="this system does not count processor time")

pytestmark = [
    pytest.mark.benchmark,
    pytest.mark.skipif(not os.environ.get("ECOTOOLS_BENCHMARK"), reason="ECOTOOLS_BENCHMARK=1 to run"),
]
RUNS = 7
COMMANDS = (["--help"], ["grade", "--help"], ["report", "--help"], ["grade", "--nonsense"])
MOST = 2.5  # times what Python and click take by themselves
MOST_OF_A_REVIEW = 3.5  # times what Python takes to import pandas and pydantic


def fastest(code, *words):
    """Return the seconds of processor time of the fastest of some runs."""
    taken = []
    for _ in range(RUNS):
        before = _of_children()
        subprocess.run([sys.executable, "-c", code, *words], capture_output=True)
        taken.append(_of_children() - before)
    return min(taken)


def _of_children():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def test_a_command_that_does_no_work_takes_little_more_than_python_and_click():
    bare, click = fastest("pass"), fastest("import click")
    print(f"\npython {bare:.3f} s, with click {click:.3f} s")
    for words in COMMANDS:
        taken = fastest("from ecotools.cli import main; main()", *words)
        print(f"ecotools {' '.join(words)}: {taken:.3f} s, {taken / click:.1f} times click")
        assert taken < MOST * click


def test_a_review_takes_little_more_than_what_it_cannot_do_without():
    needed = fastest("import pandas, pydantic; pydantic.BaseModel")
    taken = fastest("from ecotools.cli import main; main()", "review", str(path("quillwork.yaml")))
    print(f"\npandas and pydantic {needed:.3f} s")
    print(f"ecotools review: {taken:.3f} s, {taken / needed:.1f} times as long")
    assert taken < MOST_OF_A_REVIEW * needed
