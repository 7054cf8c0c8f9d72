"""Small notebooks to execute, and what came of them."""

from ecotools.grading.execute.job import HandInLimits, Job
from ecotools.grading.execute.ways import EXECUTE as WAYS

SHORT = HandInLimits(cpu=2, wall=6, total=60)


class Test(str):
    """The source of a cell that is a test."""

    __test__ = False


def notebook(*sources):
    """Return a notebook of code cells; those that are a `Test` give points."""
    cells = []
    for number, source in enumerate(sources):
        meta = {"grade": True, "solution": False, "grade_id": f"q{number}", "points": 1}
        cells.append(
            {
                "cell_type": "code",
                "id": f"cell-{number}",
                "metadata": {"nbgrader": meta} if isinstance(source, Test) else {},
                "source": str(source),
                "outputs": [],
                "execution_count": None,
            }
        )
    kernelspec = {"name": "python3", "display_name": "Python 3", "language": "python"}
    return {"cells": cells, "metadata": {"kernelspec": kernelspec}, "nbformat": 4, "nbformat_minor": 5}


def execute(way, *sources, files=None, limits=SHORT, preload=()):
    """Execute cells in one of the `WAYS`; tests run where they stand, in the process of the others."""
    return WAYS[way](Job(notebook(*sources), files=files or {}, limits=limits, preload=preload))


def statuses(execution):
    """Return the status of each cell."""
    return [run.status for _, run in sorted(execution.cells.items())]


def text_of(cell):
    """Return all text that a cell shows: streams, values, and what errors say."""
    parts = []
    for output in cell.outputs:
        if output.output_type == "stream":
            parts.append(output.text)
        elif output.output_type == "error":
            parts.append(f"{output.ename}: {output.evalue}")
        else:
            parts.append(output.data.get("text/plain", ""))
    return "\n".join(parts)


def shown(way, *sources, **named):
    """Execute cells; return what the last one shows."""
    return text_of(execute(way, *sources, **named).notebook.cells[-1]).strip()
