"""Of several copies the one that holds work is meant; two that hold different work decide nothing."""

import json
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecotools.grading.collect.copies import Stub, fullest, read_stub, with_work, work

from ..tiny import LOST, NAME, SHARE
from .making import JOURNEY, notebook

GIVEN = Stub({"q1": "...", "q2": "..."}, frozenset({"...", "# Title"}), frozenset({"q1", "q2"}))


def answered(q1="...", q2="...", **more):
    """Return the bytes of a notebook with these answers, and cells with ``more`` texts."""
    cells = [{"metadata": {"nbgrader": {"grade_id": name}}, "source": text} for name, text in
             (("q1", q1), ("q2", q2))]  # fmt: skip
    cells += [{"metadata": {}, "source": text} for text in ("# Title", *more.values())]
    return json.dumps({"cells": cells}).encode()


def test_the_stub_of_an_assignment_is_what_nbgrader_releases(tiny):
    made = read_stub(tiny, tiny.solutions / NAME / f"{NAME}.ipynb")
    released = (tiny.exercises / NAME / f"{NAME}.ipynb").read_bytes()
    assert made.answers.keys() == {"01-q1", "01-q2", "01-q3"}
    assert work(released, made) == work(released, made).__class__(frozenset(), frozenset())
    solved = work((tiny.solutions / NAME / f"{NAME}.ipynb").read_bytes(), made)
    assert {name for name, _ in solved.answers} == {"01-q1", "01-q2", "01-q3"}
    assert SHARE not in made.texts and LOST not in made.texts


def test_a_source_that_nbgrader_refuses_makes_every_text_count_as_work(tiny, tmp_path):
    broken = tmp_path / "broken.ipynb"
    source = (tiny.solutions / NAME / f"{NAME}.ipynb").read_text()
    broken.write_text(source.replace("### END SOLUTION", "#"))
    assert read_stub(tiny, broken) == Stub()


def test_an_answer_is_work_and_what_editors_change_is_none():
    assert work(answered("x = 1"), GIVEN).answers == {("q1", "x = 1")}
    for text in ("...", "...\n", "  \n...  ", ["...", "\n"], "", "\n"):
        assert not work(answered(text), GIVEN).answers
    assert work(answered(a="scratch"), GIVEN).texts == {"scratch"}


@pytest.mark.parametrize(
    "content", [b"", b"{}", b"[]", b'{"cells": 3}', b'{"cells": [3]}', b"[" * 10**5, b"\xff"]
)
def test_what_is_no_notebook_tells_nothing(content):
    assert work(content, GIVEN) is None


def test_the_copy_with_work_is_meant_and_not_the_untouched_one():
    kept, others = with_work({"right name": answered(), "(1)": answered("x = 1"), "(2)": answered()}, GIVEN)
    assert kept == ["(1)"] and others == {"right name": "holds no work", "(2)": "holds no work"}


def test_answers_count_before_other_cells():
    assert with_work({"a": answered(a="1 + 1"), "b": answered("x = 1")}, GIVEN)[0] == ["b"]
    assert with_work({"a": answered(a="1 + 1"), "b": answered()}, GIVEN)[0] == ["a"]


def test_the_same_work_counts_once_the_first_and_so_does_none_at_all():
    assert with_work({"a": answered("x = 1"), "b": answered("x = 1 ")}, GIVEN) == (
        ["a"],
        {"b": "holds the same work"},
    )
    assert with_work({"a": answered(), "b": answered()}, GIVEN)[0] == ["a"]


def test_different_work_and_what_cannot_be_read_decide_nothing():
    assert with_work({"a": answered("x = 1"), "b": answered("x = 2")}, GIVEN)[0] == ["a", "b"]
    assert with_work({"a": answered("x = 1"), "b": b"broken"}, GIVEN)[0] == ["a", "b"]


def test_a_copy_that_holds_all_of_the_other_is_the_later_one():
    copies = {"a": answered("x = 1"), "b": answered("x = 1", "y = 2", a="z")}
    for order in permutations(copies):
        assert fullest({key: copies[key] for key in order}, GIVEN) == (
            ["b"],
            {"a": "holds a part of the same work"},
        )
    copies["c"] = answered("x = 3", "y = 2")
    assert fullest(copies, GIVEN) == (["a", "b", "c"], {})


TEXTS = st.sampled_from(["...", "x = 1", "x = 2", "y"])


@given(st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=4), st.randoms())
def test_no_work_is_ever_dropped_whatever_the_order(answers, chance):
    copies = {place: answered(*pair) for place, pair in enumerate(answers)}
    kept, others = with_work(copies, GIVEN)
    last, part = fullest({key: copies[key] for key in kept}, GIVEN)
    assert {*last, *others, *part} == copies.keys() and not {*last} & {*others, *part}
    if len(last) == 1:
        taken = work(copies[last[0]], GIVEN)
        assert all(taken.holds(work(content, GIVEN)) for content in copies.values())
    shuffled = list(copies)
    chance.shuffle(shuffled)
    again, _ = with_work({key: copies[key] for key in shuffled}, GIVEN)
    assert {work(copies[key], GIVEN) for key in again} == {work(copies[key], GIVEN) for key in kept}


def test_a_notebook_without_a_stub_is_told_by_its_texts():
    assert work(notebook(JOURNEY, "1"), Stub()).texts == {"1"}
