"""Every notebook is fit to be read, reached and kept."""

import pytest

from ecotools.grading.authoring import pattern as assignment_pattern
from ecotools.notebooks import hygiene, lessons, pattern, read

from .course import ASSIGNMENTS, COURSE, EXERCISES, LESSONS, SOLUTIONS, stem

TASKS, POINTS = range(5, 10), range(20, 31)


def test_each_module_has_a_lesson_an_assignment_and_its_release():
    modules = [path.stem for path in LESSONS]
    assert modules, "the course has no lessons"
    assert modules == ASSIGNMENTS
    assert [path.stem for path in EXERCISES] == ASSIGNMENTS


@pytest.mark.parametrize(
    "path", [*LESSONS, *SOLUTIONS, *EXERCISES], ids=lambda path: str(path.parent.name + "-" + path.stem)
)
def test_a_notebook_is_clean_and_accessible(path):
    assert hygiene.problems(path) == []


@pytest.mark.parametrize("path", LESSONS, ids=stem)
def test_a_lesson_has_what_every_lesson_has(path):
    assert lessons.problems(path) == []


@pytest.mark.parametrize("name", ASSIGNMENTS)
def test_a_module_follows_the_pattern(name):
    assert pattern.problems(COURSE.root / "course" / f"{name}.ipynb") == []
    assert assignment_pattern.problems(COURSE.assignment(name)) == []
    assert assignment_pattern.shown_answers(COURSE, name) == []


@pytest.mark.parametrize("name", ASSIGNMENTS)
def test_an_assignment_has_the_tasks_and_points_it_should(name):
    assignment = COURSE.assignment(name)
    assert len(assignment.tasks) in TASKS
    assert assignment.points in POINTS
    assert sum("claim" in task.title.lower() for task in assignment.tasks) >= 1, "no 'check the claim' task"
    assert sum(not task.computed for task in assignment.tasks) == 1, "expected one written reflection"


@pytest.mark.parametrize("name", ASSIGNMENTS)
def test_each_computed_task_gives_two_hints(name):
    hints = {
        task.name: sum(cell.source.count("<details") for cell in task.of_kind("text", "locked"))
        for task in COURSE.assignment(name).tasks
        if task.computed
    }
    assert {task: count for task, count in hints.items() if count < 2} == {}


@pytest.mark.parametrize("name", ASSIGNMENTS)
def test_the_reflection_comes_with_a_rubric(name):
    (written,) = [task for task in COURSE.assignment(name).tasks if not task.computed]
    rubric = "\n".join(cell.source for cell in written.of_kind("locked"))
    assert rubric.count("|") > 8, "the rubric is a table in a locked cell"


@pytest.mark.parametrize(
    "path", [*SOLUTIONS, *EXERCISES], ids=lambda path: str(path.parent.parent.name + "-" + path.stem)
)
def test_an_assignment_asks_for_the_students_name_in_its_parameters_cell(path):
    cells = [cell for cell in read(path).cells if "parameters" in cell.metadata.get("tags", [])]
    assert len(cells) == 1 and "STUDENT_ID = " in cells[0].source
