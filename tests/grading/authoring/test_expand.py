"""A check that is written out from ``tasks.py`` is formatted as code is that is written by hand."""

import textwrap

import pytest

from ecotools.grading.authoring.expand import expand
from ecotools.notebooks import new

TASKS = """
from ecotools.grading.authoring.tasks import slip, task

LONG = "pd.Series({f'a label of some length, number {n}': n / 3 for n in range(4)})"
TASKS = [
    task("02-q1", points=1, names="f", examples={"f(1)": LONG, "f(2)": LONG.replace("n / 3", "2 * n / 3")},
         hidden=["f(3)"], slips=[slip("factor * n", "factor * n + 1", says="One too many.")]),
]
"""
SOLUTION = """
import pandas as pd


def f(factor):
    return pd.Series({f"a label of some length, number {n}": factor * n / 3 for n in range(4)})
"""


def graded(kind):
    return {"grade_id": f"02-q1{kind}", "schema_version": 3, "task": False, "locked": False}


@pytest.fixture
def check(tmp_path):
    (tmp_path / "tasks.py").write_text(TASKS)
    solution = {"nbgrader": graded("") | {"grade": False, "solution": True}}
    test = {"nbgrader": graded("-check") | {"grade": True, "solution": False, "points": 1}}
    cells = [("code", SOLUTION.strip(), solution), ("code", 'graded("02-q1")', test)]
    return expand(new(["# A module", *cells]), tmp_path).cells[-1].source


def test_a_wrong_value_of_several_lines_is_indented_as_its_brackets_are(check):
    visible = check.partition("    ### BEGIN")[0]
    body = textwrap.dedent(visible.partition(" as expect:\n")[2])
    assert not [line for line in body.splitlines() if line and line[0] not in "e) "]
    assert max(map(len, visible.splitlines())) <= 110
