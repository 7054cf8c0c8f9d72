"""The reference solutions of the course are right, and the judge runs each of their tests."""

from pathlib import Path

import pytest

from ecotools.grading.authoring.trial import code_cells
from ecotools.grading.course import Course
from ecotools.grading.execute import forks
from ecotools.grading.execute.job import OK
from ecotools.grading.judge.plan import make_plan
from ecotools.grading.pipeline.in_place_tests import reference_job
from ecotools.grading.pipeline.snapshot import SourceNotebook, imported

ROOT = Path(__file__).parents[3]


@pytest.mark.parametrize("name", Course(ROOT).names())
def test_every_test_of_a_solution_passes_in_the_judge(sandboxed, name):
    code = code_cells(Course(ROOT).assignment(name).cells)
    plan = make_plan(code)
    imports = imported("\n".join(cell.source for cell in code))
    execution = forks.execute(reference_job(SourceNotebook(name, None, (), imports, tuple(code), plan), {}))
    cells = execution.notebook.cells
    tests = {place: run for place, run in execution.cells.items() if cells[place].metadata.get("nbgrader")}
    assert len(tests) == sum(cell.kind == "test" for cell in code) and plan.in_place == ()
    assert {place: run.evalue for place, run in tests.items() if run.status != OK} == {}
    assert [text for run in tests.values() for text in run.evidence] == []
