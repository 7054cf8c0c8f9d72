"""The checks of every assignment accept what is right, refuse what is wrong, and say why."""

import os

import pytest

from ecotools.docs.proofs import load as load_kept
from ecotools.grading.authoring import lesson_proof
from ecotools.grading.authoring.probes import load
from ecotools.grading.authoring.proof import SCORE, too_few_probes

from .course import ASSIGNMENTS, COURSE
from .proofs import proven

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="answers are tried in forks of a process")


@pytest.mark.parametrize("name", ASSIGNMENTS)
def test_the_reference_gets_full_points_for_every_student_the_stub_none_each_probe_what_it_should(name):
    proof = proven(name)
    assert proof.findings() == []
    assert len(proof.reference) == len(proof.untouched) > 0 and len(proof.probes) > 0


@pytest.mark.parametrize("name", ASSIGNMENTS)
def test_each_computed_task_has_enough_probes(name):
    assignment = COURSE.assignment(name)
    assert too_few_probes(assignment, load(assignment.path.parent)) == []


@pytest.mark.parametrize("name", ASSIGNMENTS)
def test_nine_of_ten_mutations_are_refused(name):
    assert proven(name).score >= SCORE


@pytest.mark.parametrize("name", ASSIGNMENTS)
def test_the_visible_checks_alone_refuse_seven_of_ten_mutations(name):
    assert proven(name).low_scores() == []


@pytest.mark.parametrize("name", ASSIGNMENTS)
def test_the_tries_of_a_lesson_pass_with_their_printed_solutions_alone_and_its_cells_can_run_again(name):
    assert lesson_proof.problems(COURSE.root / "course" / f"{name}.ipynb") == []


@pytest.mark.parametrize("name", ASSIGNMENTS)
def test_what_the_docs_say_of_its_scores_is_found_again_within_a_point(name):
    kept = load_kept(COURSE.root).get(name)
    assert kept is not None and kept.agrees(proven(name)), f"run: ecotools mutate --save {name}"
