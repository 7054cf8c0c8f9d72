"""Every lesson and solution runs from end to end with the network cut off, with other parameters too."""

import pytest

from ecotools.notebooks import new, read, write
from ecotools.notebooks.execution import execute
from ecotools.notebooks.lessons import executed_problems
from ecotools.notebooks.network_guard import GUARD, NAMESPACE
from tests.shared_results import executed

from .course import LESSONS, SOLUTIONS, stem

CONNECT = "import socket\n\nsocket.create_connection(('192.0.2.1', 80), timeout=5)"


def test_a_notebook_that_opens_a_connection_fails(workers, tmp_path):
    write(new(["# Calls out", ("code", CONNECT)]), tmp_path / "calls.ipynb")
    run = execute(tmp_path / "calls.ipynb", tmp_path / "out.ipynb", workers=workers)
    assert run.network in {NAMESPACE, GUARD}
    assert "calls.ipynb, cell 1" in run.error and "OSError" in run.error


@pytest.mark.parametrize("path", LESSONS, ids=stem)
def test_a_lesson_runs_offline_and_what_it_shows_can_be_read_by_all(path, workers, request):
    run = executed(request, path, workers)
    assert run.ok, run.error
    assert executed_problems(read(run.out)) == []


@pytest.mark.parametrize("path", LESSONS, ids=stem)
def test_a_lesson_runs_with_another_seed(path, workers, tmp_path):
    run = execute(path, tmp_path / path.name, {"seed": 2027}, workers=workers)
    assert run.ok, run.error


@pytest.mark.parametrize("path", SOLUTIONS, ids=stem)
def test_a_solution_runs_offline_and_passes_its_own_checks(path, workers, tmp_path):
    run = execute(path, tmp_path / path.name, workers=workers)
    assert run.ok, run.error
    assert executed_problems(read(run.out), figures=0, widgets=0) == []
