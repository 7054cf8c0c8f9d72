"""The checks of every assignment accept what is right, refuse what is wrong, and say why."""

import os

import pytest

from ecotools.grading.authoring.probes import load
from ecotools.grading.authoring.proof import prove, too_few_probes

from .course import ASSIGNMENTS, COURSE

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="answers are tried in forks of a process")
MUTATION_SCORE = 0.9


@pytest.mark.parametrize("name", ASSIGNMENTS)
def test_the_reference_gets_full_points_the_stub_none_and_each_probe_what_it_should(name):
    proof = prove(COURSE, name, parts=("reference", "untouched", "probes"))
    assert proof.findings() == []
    assert len(proof.reference) == len(proof.untouched) > 0


@pytest.mark.parametrize("name", ASSIGNMENTS)
@pytest.mark.parametrize("student", ["s-4711", "李雷"])
def test_the_reference_is_right_whoever_the_student_is(name, student):
    proof = prove(COURSE, name, parts=("reference", "untouched"), parameters={"STUDENT_ID": student})
    assert proof.findings() == []


@pytest.mark.parametrize("name", ASSIGNMENTS)
def test_each_computed_task_has_enough_probes(name):
    assignment = COURSE.assignment(name)
    assert too_few_probes(assignment, load(assignment.path.parent)) == []


@pytest.mark.parametrize("name", ASSIGNMENTS)
def test_nine_of_ten_mutations_are_refused_and_the_others_have_a_reason(name):
    proof = prove(COURSE, name, parts=("mutants",))
    assert proof.findings() == []
    assert proof.score >= MUTATION_SCORE
