"""The course that is attacked, and its honest hand-ins.

One assignment tests with `check`, where tests wait until all cells have run; a person marks its last answer.
The other one tests as foreign courses do: plain asserts, where they stand, and partial credit.
"""

import json
import shutil
from dataclasses import dataclass
from pathlib import Path

from ecotools.grading.assignment import HIDDEN, SOLUTION, AssignmentCell
from ecotools.grading.course import CONFIG, Course
from ecotools.notebooks import new, write

from ..tiny import NAME, PARAMETERS, ROOT, SETUP, graded

PLAIN = "02-plain"

SHARE = "def share(part, whole):\n    ### BEGIN SOLUTION\n    return part / whole\n    ### END SOLUTION"
SHARE_CHECK = """with check("01-q1", "share", points=2) as expect:
    expect.number(share(1, 4), 0.25, of="share(1, 4)")
    ### BEGIN HIDDEN TESTS
    expect.number(share(3, 8), 3 / 8, of="share(3, 8)")
    ### END HIDDEN TESTS"""
DOUBLE = "def double(x):\n    ### BEGIN SOLUTION\n    return 2 * x\n    ### END SOLUTION"
DOUBLE_CHECK = """with check("01-q2", "double", points=3) as expect:
    assert double(2) == 4
    ### BEGIN HIDDEN TESTS
    assert double(5 + len(STUDENT_ID)) == 10 + 2 * len(STUDENT_ID)
    ### END HIDDEN TESTS"""
MARKED = "plan = [\n    ### BEGIN SOLUTION\n    'ask ten customers'\n    ### END SOLUTION\n]"
CHECKED = [
    ("markdown", "# Tiny\n\nWhat can be got without knowing it?", {}),
    ("code", SETUP, {}),
    ("code", PARAMETERS, {"tags": ["parameters"]}),
    ("markdown", "## Task 1 · A share (2 points)", {}),
    ("code", SHARE, graded("01-q1", "solution")),
    ("code", SHARE_CHECK, graded("01-q1-check", "check", 2)),
    ("markdown", "## Task 2 · Twice as much (3 points)", {}),
    ("code", DOUBLE, graded("01-q2", "solution")),
    ("code", DOUBLE_CHECK, graded("01-q2-check", "check", 3)),
    ("markdown", "## Task 3 · A plan (7 points)", {}),
    ("code", MARKED, graded("01-q3", "written", 7)),
]
CHECKED_WRONG = {
    "01-q1": "def share(part, whole):\n    return 100 * part / whole",
    "01-q2": "def double(x):\n    return x + 1",
    "01-q3": "plan = ['hope']",
}

NEAR = "def share(part, whole):\n    ### BEGIN SOLUTION\n    return part / whole\n    ### END SOLUTION"
NEAR_TEST = """assert np.isclose(share(1, 4), 0.25)
### BEGIN HIDDEN TESTS
assert np.isclose(share(3, 8), 0.375)
### END HIDDEN TESTS"""
TABLE = """def cheap(table):
    ### BEGIN SOLUTION
    return table[table["price"] < 3]
    ### END SOLUTION"""
TABLE_TEST = """few = pd.DataFrame({"price": [1, 2]})
pd.testing.assert_frame_equal(cheap(pd.DataFrame({"price": [1, 2, 3, 4]})), few)
### BEGIN HIDDEN TESTS
one = pd.DataFrame({"price": [2]}, index=[1])
pd.testing.assert_frame_equal(cheap(pd.DataFrame({"price": [5, 2]})), one)
### END HIDDEN TESTS"""
TWICE = "def twice(values):\n    ### BEGIN SOLUTION\n    return [2 * x for x in values]\n    ### END SOLUTION"
TWICE_TEST = """assert len(twice([1, 2])) == 2
assert abs(sum(twice([1, 2])) - 6) < 1e-9
### BEGIN HIDDEN TESTS
assert twice([5]) == [10]
### END HIDDEN TESTS"""
MOST = "def most(values):\n    ### BEGIN SOLUTION\n    return max(values)\n    ### END SOLUTION"
MOST_TEST = """found = 0
if most([1, 3, 2]) == 3:
    found += 2
### BEGIN HIDDEN TESTS
if most([-2, -3]) == -2:
    found += 2
### END HIDDEN TESTS
found"""
ASSERTED = [
    ("markdown", "# Plain\n\nThe same with plain asserts.", {}),
    ("code", "import numpy as np\nimport pandas as pd", {}),
    ("code", NEAR, graded("02-q1", "solution")),
    ("code", NEAR_TEST, graded("02-q1-check", "check", 2)),
    ("code", TABLE, graded("02-q2", "solution")),
    ("code", TABLE_TEST, graded("02-q2-check", "check", 3)),
    ("code", TWICE, graded("02-q3", "solution")),
    ("code", TWICE_TEST, graded("02-q3-check", "check", 3)),
    ("code", MOST, graded("02-q4", "solution")),
    ("code", MOST_TEST, graded("02-q4-check", "check", 4)),
]
ASSERTED_WRONG = {
    "02-q1": "def share(part, whole):\n    return 100 * part / whole",
    "02-q2": "def cheap(table):\n    return table",
    "02-q3": "def twice(values):\n    return [0 for x in values]",
    "02-q4": "def most(values):\n    return 0",
}


@dataclass(frozen=True)
class Sheet:
    """An assignment of the course: its cells, wrong answers to all of it, the points of its tests."""

    cells: list
    wrong: dict[str, str]
    points: dict[str, float]


SHEETS = {
    NAME: Sheet(CHECKED, CHECKED_WRONG, {"01-q1": 2, "01-q2": 3}),
    PLAIN: Sheet(
        ASSERTED, ASSERTED_WRONG, {"02-q1-check": 2, "02-q2-check": 3, "02-q3-check": 3, "02-q4-check": 4}
    ),
}


def make(folder: Path) -> Course:
    """Write the course below ``folder``; return it."""
    for name, sheet in SHEETS.items():
        write(new(sheet.cells), folder / "solutions" / name / f"{name}.ipynb")
        (folder / "solutions" / name / "probes.py").write_text("PROBES = []\nSURVIVORS = {}\n")
    (folder / "solutions" / NAME / "rates.csv").write_text("0.25")
    (folder / "course").mkdir()
    shutil.copy(ROOT / CONFIG, folder / CONFIG)
    return Course(folder)


def answered(name: str, answers: dict[str, str]):
    """Return the notebook that a student hands in: the release with ``answers``, else the right ones."""
    notebook = new(SHEETS[name].cells)
    for cell in notebook.cells:
        of = cell.metadata.get("nbgrader", {}).get("grade_id", "")
        text = AssignmentCell(0, "", of, cell.source).without(HIDDEN)
        cell.source = answers.get(
            of, "\n".join(line for line in text.split("\n") if SOLUTION[0][6:] not in line)
        )
    return notebook


def hand_in(course: Course, name: str, student: str, notebook) -> Path:
    """Write a hand-in of ``student``; return its folder."""
    folder = course.submitted / student / name
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.ipynb").write_text(json.dumps(notebook))
    (folder / "timestamp.txt").write_text("2026-03-01 17:00:00 UTC")
    return folder
