"""The reference solutions of the course are right, and nothing about them is suspicious."""

from pathlib import Path

import nbformat
import pytest

from ecotools.grading.execute import forked
from ecotools.grading.execute.job import OK, Job
from ecotools.grading.execute.run_cells import is_test

SOLUTIONS = sorted(Path("solutions").glob("*/*.ipynb"))
CODE = {".ipynb", ".py", ".pyc"}


@pytest.mark.parametrize("path", SOLUTIONS, ids=lambda path: path.stem)
def test_every_test_of_a_solution_passes_without_evidence(sandboxed, path):
    notebook = nbformat.read(path, as_version=4)
    beside = [file for file in path.parent.rglob("*") if file.is_file() and file.suffix not in CODE]
    files = {str(file.relative_to(path.parent)): file.read_bytes() for file in beside}
    execution = forked.execute(Job(notebook, files, preload=("ecotools.learn", "pandas")))
    tests = {place: execution.cells[place] for place, cell in enumerate(notebook.cells) if is_test(cell)}
    assert tests
    assert {place: run.evalue for place, run in tests.items() if run.status != OK} == {}
    assert [text for run in tests.values() for text in run.evidence] == []
