"""A course of one assignment whose three tasks are described in a tasks.py."""

import shutil
from pathlib import Path

from ecotools.grading.course import CONFIG, Course
from ecotools.notebooks import new, write

from ..tiny import ROOT, graded

NAME = "01-mini"
CHECK = (
    "# Check: run this cell to see whether your answer is right\n"
    "from ecotools.grading.authoring.expand import graded\n\ngraded({!r})"
)
SHARE = '''def share(part, whole):
    """Return the share."""
    ### BEGIN SOLUTION
    return part / whole
    ### END SOLUTION'''
LOST = '''def lost(counts):
    """Return how many were lost."""
    ### BEGIN SOLUTION
    return counts[0] - counts[-1] if share(1, 2) else 0
    ### END SOLUTION'''
LOWEST = "lowest = ...\n### BEGIN SOLUTION\nlowest = min(prices)\n### END SOLUTION"
TASKS = """
from ecotools.grading.authoring.tasks import form, slip, task

TASKS = [
    task(
        "01-q1", points=3, names="share",
        examples={"share(1, 4)": "0.25", "share(2, 5)": "0.4"},
        hidden=["share(3, 7)", "share(77, 800)", "share(0, 7)"],
        slips=[
            slip("part / whole", "100 * part / whole", says="A share is a fraction, not a percent."),
            slip("part / whole", "whole / part", says="Upside down: divide the part by the whole."),
            slip("part / whole", "round(part / whole, 3)", says="Do not round.", hidden_only=True),
        ],
        also=[
            form("reversed", "part / whole", "1 / (whole / part) if part else 0"),
            form("whole cell", "def share(part, whole):\\n    return part * whole ** -1"),
        ],
        right="Keep the counts beside it.",
    ),
    task(
        "01-q2", points=4, names="lost",
        examples={"lost([10, 4, 3])": "7", "lost([5, 5])": "0"},
        hidden=["lost([8129, 12, 77])", "lost(prices)"],
        slips=[
            slip("counts[0] - counts[-1]", "counts[0] - counts[1]", says="That is the first step only."),
            slip("counts[0] - counts[-1]", "counts[-1] - counts[0]", says="Lost is a count above zero."),
            slip("counts[0] - counts[-1]", "counts[-1]", says="These are the ones that stayed."),
        ],
        also=[
            form("unpacked", "def lost(counts):\\n    first, *_, last = counts\\n    return first - last"),
            form("a float", "counts[0] - counts[-1]", "float(counts[0]) - counts[-1]"),
        ],
    ),
    task(
        "01-q3", points=1, names="lowest", form={"lowest": "0.0"}, hidden=["lowest"],
        slips=[
            slip("min(prices)", "max(prices)", says="This is the highest."),
            slip("min(prices)", "sum(prices)", says="This is the sum."),
            slip("min(prices)", "len(prices)", says="This is how many there are."),
        ],
        also=[
            form("sorted", "min(prices)", "sorted(prices)[0]"),
            form("stars", "min(prices)", "min(*prices)"),
        ],
    ),
]
"""


def make_course(folder, tasks=TASKS, **cells):
    """Write the course below ``folder``; return it. ``cells`` replace the texts of solution cells."""
    folder = Path(folder)
    texts = {"01-q1": SHARE, "01-q2": LOST, "01-q3": LOWEST} | {
        f"01-{name}": text for name, text in cells.items()
    }
    made = [
        "# Mini",
        ("code", 'STUDENT_ID = "your-name"', {"tags": ["parameters"]}),
        ("code", "import pandas as pd\n\nfrom ecotools.learn import check\n\nprices = [19.0, 29.0, 59.0]"),
    ]
    for place, (name, text) in enumerate(texts.items()):
        points = (3, 4, 1)[place]
        made += [
            f"## Task {place + 1} · A question ({points} point{'s' if points > 1 else ''})\n\nWhat is it?",
            ("code", text, graded(name, "solution")),
            ("code", CHECK.format(name), graded(f"{name}-check", "check", points)),
        ]
    write(new(made), folder / "solutions" / NAME / f"{NAME}.ipynb")
    (folder / "solutions" / NAME / "tasks.py").write_text(tasks)
    shutil.copy(ROOT / CONFIG, folder / CONFIG)
    return Course(folder)
