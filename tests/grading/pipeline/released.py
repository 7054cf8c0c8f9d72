"""An assignment as the gradebook holds it, and the notebook that its students were given."""

import copy
import json

from nbformat import from_dict
from nbgrader.utils import compute_checksum

from ecotools.grading.pipeline.snapshot import SourceCell, SourceNotebook

CHECK = """with check("{task}", points=2) as expect:
    expect.number(double({n}), {m}, of="double({n})")
    ### BEGIN HIDDEN TESTS
    expect.number(double(7), 14, of="double(7)")
    ### END HIDDEN TESTS"""
SHOWN = """with check("{task}", points=2) as expect:
    expect.number(double({n}), {m}, of="double({n})")"""
STUB = "def double(x):\n    ...;  # your code here"
WRITE = "*Write your answer here.*"


def known(name, source, kind="code", grade=False, solution=False, task=False, points=0.0):
    """Return a cell of the assignment; what is no answer is locked."""
    made = SourceCell(name, kind, not solution, source, "", grade, solution, task, points)
    cell = from_dict({"cell_type": kind, "source": source, "metadata": made.metadata()})
    return SourceCell(name, kind, not solution, source, compute_checksum(cell), grade, solution, task, points)


SOURCE = SourceNotebook(
    "01-tiny",
    {"name": "python3", "display_name": "Python 3 (ipykernel)", "language": "python"},
    (
        known("setup", "from ecotools.learn import check"),
        known("q1", STUB, solution=True),
        known("q1-check", CHECK.format(task="q1", n=2, m=4), grade=True, points=2.0),
        known("q2a", "half = ...", solution=True),
        known("q2b", "third = ...", solution=True),
        known("q2-check", "assert half == 0.5\nassert third > 0.3", grade=True, points=3.0),
        known("q3", WRITE, "markdown", grade=True, solution=True, points=1.0),
        known("q4", "plot = ...", grade=True, solution=True, points=4.0),
        known(
            "q5",
            "Find a market.\n### BEGIN MARK SCHEME\n1 point a reason\n### END MARK SCHEME",
            "markdown",
            task=True,
            points=5.0,
        ),
    ),
)
LOCKED = {cell.name: cell for cell in SOURCE.cells if cell.locked}
ANSWERS = {
    "q1": "def double(x):\n    return 2 * x",
    "q2a": "half = 1 / 2",
    "q2b": "third = 1 / 3",
    "q3": "The longest step.",
    "q4": "plot = [1, 2]",
}


def given(answers=ANSWERS):
    """Return the cells of an honest hand-in, as JSON data: the release with ``answers`` filled in."""
    cells = [{"cell_type": "markdown", "source": "# Tiny", "metadata": {}}]
    for cell in SOURCE.cells:
        text = answers.get(cell.name, shown(cell.source))
        metadata = cell.metadata()
        metadata["nbgrader"]["checksum"] = "of the release"
        if cell.test:
            metadata["tags"] = ["raises-exception"]
        cells.append({"cell_type": cell.cell_type, "source": text, "metadata": metadata})
    return copy.deepcopy(cells)


def shown(source):
    """Return the text of a cell as it is released."""
    lines = source.split("\n")
    if any("### BEGIN" in line for line in lines):
        begin, end = (next(n for n, line in enumerate(lines) if mark in line) for mark in ("BEGIN", "END"))
        lines = lines[:begin] + lines[end + 1 :]
    return "\n".join(lines)


def file(cells, **changed):
    """Return the bytes of a notebook file."""
    content = {"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5} | changed
    return json.dumps(content).encode()


def at(cells, name):
    """Return the place of the first cell of that name."""
    return next(
        n for n, cell in enumerate(cells) if cell["metadata"].get("nbgrader", {}).get("grade_id") == name
    )
