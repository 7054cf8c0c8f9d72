"""The page *How we know* tells what the proofs found, and what is kept of them fits the assignments."""

from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from ecotools.docs.how_we_know import pages
from ecotools.docs.proofs import Counts, Proven, load, save
from ecotools.grading.course import Course

ROOT = Path(__file__).parents[2]
COURSE = Course(ROOT)
KEPT = load(ROOT)
ONE = Proven(Counts(20, 6, 14, 57), 55, 0.982, 0.917, 10.9)


def proof(whole, visible):
    return SimpleNamespace(score=whole, score_by_sight=visible)


def test_something_is_kept_of_every_assignment():
    assert list(KEPT) == COURSE.names()


@pytest.mark.parametrize("name", COURSE.names())
def test_points_tasks_and_answers_are_those_of_the_assignment(name):
    assert KEPT[name].counts == Counts.of(COURSE, name), f"run: ecotools mutate --save {name}"


def test_a_score_within_a_point_is_the_same():
    assert ONE.agrees(proof(0.975, 0.925))
    assert not ONE.agrees(proof(0.96, 0.917)) and not ONE.agrees(proof(0.982, 0.93))
    assert not ONE.agrees(proof(float("nan"), 0.917))


def test_what_was_found_of_one_assignment_leaves_the_others(tmp_path):
    save(tmp_path, {"b": ONE})
    save(tmp_path, {"a": replace(ONE, whole=0.9)})
    assert load(tmp_path) == {"a": replace(ONE, whole=0.9), "b": ONE}
    assert list(load(tmp_path)) == ["a", "b"]


def test_the_page_has_the_scores_of_every_assignment():
    text = pages(ROOT)["how-we-know.md"]
    for one in KEPT.values():
        assert f"| {one.mutants} | {one.whole:.0%} | {one.visible:.0%} |" in text


def test_where_nothing_is_kept_it_says_so(tmp_path):
    assert "Nothing is proven yet." in pages(tmp_path)["how-we-know.md"]
