"""exercises/ is what solutions/ generates, gives nothing away, and asks for what the solution answers."""

import pytest

from ecotools.grading.assignment import Assignment, signatures
from ecotools.grading.authoring import probes
from ecotools.grading.authoring.leaks import leaks
from ecotools.grading.authoring.release import differences
from ecotools.grading.authoring.structure import problems

from .course import ASSIGNMENTS, COURSE


@pytest.mark.parametrize("name", ASSIGNMENTS)
def test_an_assignment_is_built_soundly(name):
    """No repeated ids, no open marks; points in heading, metadata and check agree."""
    assert problems(COURSE.assignment(name)) == []


@pytest.mark.parametrize("name", ASSIGNMENTS)
def test_the_exercise_is_byte_for_byte_what_the_solution_generates(name):
    assert differences(COURSE, name) == []


@pytest.mark.parametrize("name", ASSIGNMENTS)
def test_the_exercise_gives_nothing_away(name):
    source = COURSE.assignment(name)
    assert leaks(source, probes.load(source.path.parent), COURSE.exercises / name) == []


@pytest.mark.parametrize("name", ASSIGNMENTS)
def test_stub_and_solution_define_the_same_names_with_the_same_arguments(name):
    source, release = COURSE.assignment(name), Assignment.read(COURSE.exercises / name)
    solutions = {cell.name: signatures(cell.source) for cell in source.cells if cell.kind == "solution"}
    stubs = {cell.name: signatures(cell.source) for cell in release.cells if cell.kind == "solution"}
    asked = {cell: {n: solutions[cell].get(n) for n in names} for cell, names in stubs.items()}
    assert asked == stubs
    assert all(stubs.values()), "a stub that defines nothing"


@pytest.mark.parametrize("name", ASSIGNMENTS)
def test_source_and_release_give_the_same_points(name):
    source, release = COURSE.assignment(name), Assignment.read(COURSE.exercises / name)
    given = [(task.name, task.stated_points, task.points) for task in release.tasks]
    assert given == [(task.name, task.points, task.points) for task in source.tasks]
