"""The course that is attacked, and its honest hand-ins: two answers are tested, a person marks the third."""

import json
import shutil
from pathlib import Path

from ecotools.grading.assignment import HIDDEN, SOLUTION, Cell
from ecotools.grading.course import CONFIG, Course
from ecotools.notebooks import new, write

from ..tiny import NAME, ROOT, SETUP, graded

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
    assert double(5) == 10
    ### END HIDDEN TESTS"""
PLAN = "plan = [\n    ### BEGIN SOLUTION\n    'ask ten customers'\n    ### END SOLUTION\n]"
CELLS = [
    ("markdown", "# Tiny\n\nWhat can be got without knowing it?", {}),
    ("code", SETUP, {}),
    ("markdown", "## Task 1 · A share (2 points)", {}),
    ("code", SHARE, graded("01-q1", "solution")),
    ("code", SHARE_CHECK, graded("01-q1-check", "check", 2)),
    ("markdown", "## Task 2 · Twice as much (3 points)", {}),
    ("code", DOUBLE, graded("01-q2", "solution")),
    ("code", DOUBLE_CHECK, graded("01-q2-check", "check", 3)),
    ("markdown", "## Task 3 · A plan (7 points)", {}),
    ("code", PLAN, graded("01-q3", "written", 7)),
]
WRONG = {
    "01-q1": "def share(part, whole):\n    return 100 * part / whole",
    "01-q2": "def double(x):\n    return x + 1",
    "01-q3": "plan = ['hope']",
}
PROBES = "PROBES = []\nSURVIVORS = {}\n"


def make(folder: Path) -> Course:
    """Write the course below ``folder``; return it."""
    write(new(CELLS), folder / "solutions" / NAME / f"{NAME}.ipynb")
    (folder / "solutions" / NAME / "probes.py").write_text(PROBES)
    (folder / "solutions" / NAME / "rates.csv").write_text("0.25")
    (folder / "course").mkdir()
    shutil.copy(ROOT / CONFIG, folder / CONFIG)
    return Course(folder)


def answered(answers: dict[str, str]):
    """Return the notebook that a student hands in: the release with ``answers``, else the right ones."""
    notebook = new(CELLS)
    for cell in notebook.cells:
        name = cell.metadata.get("nbgrader", {}).get("grade_id", "")
        text = Cell(0, "", name, cell.source).without(HIDDEN)
        cell.source = answers.get(
            name, "\n".join(line for line in text.split("\n") if SOLUTION[0][6:] not in line)
        )
    return notebook


def hand_in(course: Course, student: str, notebook) -> Path:
    """Write a hand-in of ``student``; return its folder."""
    folder = course.submitted / student / NAME
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{NAME}.ipynb").write_text(json.dumps(notebook))
    (folder / "timestamp.txt").write_text("2026-03-01 17:00:00 UTC")
    return folder
