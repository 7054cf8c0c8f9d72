"""What a visible check calls right, it has looked at; where hidden tests follow, it says how far."""

import os

import pytest

from ecotools.grading.assignment import HIDDEN
from ecotools.grading.authoring.forks import run_forked
from ecotools.grading.authoring.soundness import visible_only
from ecotools.grading.authoring.trial import Trial, planned, play
from ecotools.learn import checks
from ecotools.outcomes import FORM_RIGHT, RIGHT

from .course import ASSIGNMENTS, COURSE

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="answers are tried in forks of a process")


def said_to_the_reference(name):
    """Return the outcomes that a learner with the reference solution sees, in order of the tasks."""
    assignment, seen = COURSE.assignment(name).main, []
    os.environ.pop("NBGRADER_EXECUTION", None)
    checks.show_outcome = seen.append
    visible = {cell.place: cell for task in assignment.tasks for cell in visible_only(task).cells}
    cells = [visible.get(cell.place, cell) for cell in assignment.cells]
    play(Trial(planned(assignment.cells), name), cells, {"STUDENT_ID": "ada"})
    return [{"task": one.task, "kind": one.kind, "examples": one.examples} for one in seen]


@pytest.mark.parametrize("name", ASSIGNMENTS)
def test_a_visible_check_that_hidden_tests_follow_never_says_just_right(name, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)  # set-up may write files
    (said,) = run_forked([lambda: said_to_the_reference(name)], cpu=120, wall=600)
    tasks = COURSE.assignment(name).main.tasks
    hidden = {task.name for task in tasks if any(cell.lines(HIDDEN) for cell in task.of_kind("check"))}
    assert hidden and {one["task"] for one in said} >= hidden
    limited = [one["kind"] == FORM_RIGHT or one["examples"] > 0 for one in said if one["task"] in hidden]
    assert all(limited) and all(one["kind"] in (RIGHT, FORM_RIGHT) for one in said)
