"""Each attack ends as the threat table says, in the sandbox and in a plain kernel, and harms nobody else."""

import pytest

from ..collect.making import notebook, saved, understood, zipped
from ..needed import need_sandbox
from ..tiny import NAME
from . import attack, threats
from .collecting import NOTEBOOK
from .course import SHEETS
from .graded import COLLECTING, EVERY, KERNEL, SANDBOX, grade_attacks, tried

UNSTOPPED: set[str] = set()  # attacks that are known to get points unseen: none


@pytest.fixture(scope="module", params=(SANDBOX, KERNEL))
def way(request):
    if request.param == SANDBOX:
        need_sandbox()
    return request.param


@pytest.fixture(scope="module")
def graded(way, tmp_path_factory):
    graded = grade_attacks(tmp_path_factory.mktemp(way), way)
    yield graded
    for process in graded[NAME].left_behind():
        process.kill()


@pytest.mark.parametrize("one", EVERY, ids=lambda one: one.name)
def test_an_attack_ends_as_the_table_says(graded, way, one):
    expected = getattr(one, way)
    if expected == attack.NOT_TRIED:
        assert one.name not in graded[one.assignment].handins
    else:
        assert graded[one.assignment].observed(one.name) == expected


@pytest.mark.parametrize("name", SHEETS)
def test_honest_hand_ins_among_them_get_their_points_and_no_suspicion(graded, name):
    points = list(SHEETS[name].points.values())
    assert graded[name].scores("right") == points
    assert graded[name].scores("wrong") == [0] * len(points)
    for student in ("right", "wrong"):
        handin = graded[name].handins[student]
        assert (handin.error, handin.flagged, handin.repairs) == ("", (), ())


@pytest.mark.parametrize("name", SHEETS)
def test_every_hand_in_is_graded_or_named(graded, way, name):
    handed_in = {one.name for one in tried(way) if one.assignment == name}
    assert set(graded[name].handins) == {*handed_in, "right", "wrong"}
    for student, handin in graded[name].handins.items():
        assert handin.graded or f"{student}/{name}/{name}.ipynb: " in handin.error


def test_what_a_person_marks_waits_for_a_person_whatever_was_done(graded):
    for student, handin in graded[NAME].handins.items():
        if handin.graded:
            assert graded[NAME].outcomes(student)[2] == "to be marked"


def test_in_the_sandbox_nothing_gets_out(graded, way):
    if way == SANDBOX:
        assert graded[NAME].left_behind() == []
        assert not (graded[NAME].course.root.parent / "dead-drop").exists()
        for of_one in graded.values():
            assert of_one.changed == set()
            assert not any(of_one.reached(name) for name, one in of_one.handins.items() if one.graded)


def test_no_attack_gets_points_but_the_ones_that_are_listed():
    for way in (SANDBOX, KERNEL):
        got = {one.name for one in EVERY if getattr(one, way) in (attack.NOT_STOPPED, attack.REPORTED)}
        assert got == UNSTOPPED
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
    assert threats.FILE.read_text(encoding="utf-8") == threats.text(), "run: ecotools docs"
