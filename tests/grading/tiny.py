"""A course small enough to read at a glance: one lesson, one assignment of three tasks."""

import shutil
from pathlib import Path

from ecotools.grading.course import CONFIG, Course
from ecotools.notebooks import new, write

ROOT = Path(__file__).parents[2]
NAME = "01-tiny"

SETUP = "import pandas as pd\n\nfrom ecotools.learn import check"
PARAMETERS = 'STUDENT_ID = "your-name"'
VARIANT = "visitors = pd.Series([1000 + len(STUDENT_ID), 120, 30])"

SHARE = '''def share(part, whole):
    """Return the share of `whole` that `part` is."""
    ### BEGIN SOLUTION
    return part / whole if whole else float("nan")
    ### END SOLUTION'''
SHARE_CHECK = """with check("01-q1", "share", points=2) as expect:
    expect.number(share(1, 4), 0.25, of="share(1, 4)", slips={25.0: "A rate is a fraction, not a percent"})
    ### BEGIN HIDDEN TESTS
    expect.number(share(3, 8), 3 / 8, of="share(3, 8)")
    expect.that(share(1, 0) != share(1, 0), "A share of nothing cannot be computed: return NaN")
    ### END HIDDEN TESTS"""

LOST = """lost = ...
### BEGIN SOLUTION
lost = visitors.iloc[0] - visitors.iloc[-1]
### END SOLUTION"""
LOST_CHECK = """with check("01-q2", "lost", points=3) as expect:
    expect.that(lost > 0, "How many were lost is a count above zero")
    ### BEGIN HIDDEN TESTS
    expect.number(lost, 970 + len(STUDENT_ID), of="lost")
    ### END HIDDEN TESTS"""

PROBES = """from ecotools.grading.authoring.probes import right, wrong

PROBES = [
    right("01-q1", "guard first", '''
        def share(part, whole):
            if whole == 0:
                return float("nan")
            return part / whole
    '''),
    right("01-q1", "numpy", '''
        import numpy as np

        def share(part, whole):
            return np.float64(part) / whole if whole else np.nan
    '''),
    wrong("01-q1", "percent", "def share(part, whole): return 100 * part / whole", message="not a percent"),
    wrong("01-q1", "upside down", "def share(part, whole): return whole / part", message="share(1, 4)"),
    wrong("01-q1", "no guard", "def share(part, whole): return part / whole", message="ZeroDivisionError"),
    right("01-q2", "an int", "lost = int(visitors.max() - visitors.min())"),
    right("01-q2", "a float", "lost = float(visitors.iloc[0]) - visitors.iloc[2]"),
    wrong("01-q2", "sign", "lost = visitors.iloc[-1] - visitors.iloc[0]", message="above zero"),
    wrong("01-q2", "first step only", "lost = visitors.iloc[0] - visitors.iloc[1]", message="lost"),
    wrong("01-q2", "a rate", "lost = 1 - visitors.iloc[-1] / visitors.iloc[0]", message="lost"),
]
SURVIVORS = {}
"""


def graded(name, kind, points=0):
    """Return a cell's nbgrader metadata: ``kind`` is solution, check, written or locked."""
    meta = {
        "grade": kind in ("check", "written"),
        "grade_id": name,
        "locked": kind in ("check", "locked"),
        "schema_version": 3,
        "solution": kind in ("solution", "written"),
        "task": False,
    }
    if meta["grade"]:
        meta["points"] = points
    made = {"nbgrader": meta}
    return made | {"tags": ["raises-exception"]} if kind == "check" else made


def cells(**changed):
    """Return the assignment's cells by name; ``changed`` replaces a cell's text."""
    made = {
        "title": "# Tiny\n\nOne question, two tasks.",
        "setup": ("code", SETUP),
        "parameters": ("code", PARAMETERS, {"tags": ["parameters"]}),
        "variant": ("code", VARIANT),
        "text1": "## Task 1 · A share (2 points)\n\nWhat part is it?",
        "share": ("code", SHARE, graded("01-q1", "solution")),
        "share_check": ("code", SHARE_CHECK, graded("01-q1-check", "check", 2)),
        "text2": "## Task 2 · What is lost (3 points)\n\nHow many visitors never buy?",
        "lost": ("code", LOST, graded("01-q2", "solution")),
        "lost_check": ("code", LOST_CHECK, graded("01-q2-check", "check", 3)),
        "text3": "## Task 3 · In your words (1 point)\n\nWhat would you change first?",
        "written": (
            "markdown",
            "The longest step, because most are lost there.",
            graded("01-q3", "written", 1),
        ),
    }
    for name, text in changed.items():
        made[name] = (made[name][0], text, *made[name][2:]) if isinstance(made[name], tuple) else text
    return made


LESSON = [
    "# Lesson\n\nHow many stay?",
    ("code", "import pandas as pd"),
    ("code", "seed = 1", {"tags": ["parameters"]}),
    ("code", "pd.Series([seed, 2]).sum()"),
]


def make_course(folder, probes=PROBES, **changed):
    """Write the course below ``folder``, with the texts of some cells ``changed``; return it."""
    folder = Path(folder)
    write(new(LESSON), folder / "course" / "01-tiny.ipynb")
    write(new(cells(**changed).values()), folder / "solutions" / NAME / f"{NAME}.ipynb")
    (folder / "solutions" / NAME / "probes.py").write_text(probes)
    shutil.copy(ROOT / CONFIG, folder / CONFIG)
    return Course(folder)
