"""Each attack ends as the threat table says, in the sandbox and in a plain kernel, and harms nobody else."""

import pytest

from ..collect.making import notebook, saved, understood, zipped
from ..needed import need_sandbox
from . import attack, threats
from .collecting import NOTEBOOK
from .graded import COLLECTING, EVERY, KERNEL, SANDBOX, grade_attacks

UNSTOPPED = {"rewrites_grader_hidden"}  # the one that is known to get points unseen in the sandbox


@pytest.fixture(scope="module", params=(SANDBOX, KERNEL))
def way(request):
    if request.param == SANDBOX:
        need_sandbox()
    return request.param


@pytest.fixture(scope="module")
def graded(way, tmp_path_factory):
    graded = grade_attacks(tmp_path_factory.mktemp(way), way)
    yield graded
    for process in graded.left_behind():
        process.kill()


@pytest.mark.parametrize("one", EVERY, ids=lambda one: one.name)
def test_an_attack_ends_as_the_table_says(graded, way, one):
    expected = getattr(one, way)
    if expected == attack.NOT_TRIED:
        assert one.name not in graded.handins
    else:
        assert graded.observed(one.name) == expected


def test_honest_hand_ins_among_them_get_their_points_and_no_suspicion(graded):
    assert graded.scores("right") == [2, 3] and graded.scores("wrong") == [0, 0]
    for student in ("right", "wrong"):
        handin = graded.handins[student]
        assert (handin.error, handin.flagged, handin.repairs) == ("", (), ())


def test_every_hand_in_is_graded_or_named(graded, way):
    tried = {one.name for one in EVERY if getattr(one, way) != attack.NOT_TRIED}
    assert set(graded.handins) == {*tried, "right", "wrong"}
    for student, handin in graded.handins.items():
        assert handin.graded or f"{student}/01-tiny/01-tiny.ipynb: " in handin.error


def test_what_a_person_marks_waits_for_a_person_whatever_was_done(graded):
    for student, handin in graded.handins.items():
        if handin.graded:
            assert graded.outcomes(student)[2] == "to be marked"


def test_in_the_sandbox_nothing_gets_out(graded, way):
    if way == SANDBOX:
        assert graded.changed == set()
        assert graded.left_behind() == []
        assert not (graded.course.root.parent / "dead-drop").exists()
        assert not any(graded.reached(student) for student, one in graded.handins.items() if one.graded)


def test_no_attack_but_the_ones_that_are_listed_gets_points_unseen():
    for way in (SANDBOX, KERNEL):
        assert {one.name for one in EVERY if getattr(one, way) == attack.NOT_STOPPED} == UNSTOPPED
    assert not any(one.sandbox == attack.SUCCEEDED for one in EVERY)


@pytest.mark.parametrize("one", COLLECTING, ids=lambda one: one.name)
def test_a_hostile_zip_is_refused_by_name_and_the_others_are_collected(one, tmp_path):
    others = {"bola_2_assignsubmission_file_/02-journey-mapping.ipynb": notebook()}
    upload = zipped({"ada_1_assignsubmission_file_/ada.zip": one.do(None)} | others)
    plan = understood(saved(tmp_path, upload), tmp_path)
    (refused,) = plan.refused
    assert "ada.zip" in refused.where and refused.where.endswith(("evil.txt", "evil.csv", NOTEBOOK))
    assert "bola" in [handin.student for handin in plan.handins]
    assert all(set(handin.files) == {"02-journey-mapping.ipynb"} for handin in plan.handins)


def test_the_table_in_the_docs_is_made_of_what_is_expected_here():
    assert threats.FILE.read_text(encoding="utf-8") == threats.text(), f"run: {threats.COMMAND}"
