"""Of the notebooks in a hand-in's folder the right ones are graded: found by cells, preferred by work."""

import json

import pytest

from ecotools.grading.collect.copies import Stub
from ecotools.grading.pipeline.choose_notebooks import CopiesError, choose_notebooks

TINY = "01-tiny"
STUBS = {
    TINY: Stub({"q1": "..."}, frozenset({"..."}), frozenset({"q1", "q1-check"})),
    "extra": Stub({"e1": "..."}, frozenset({"..."}), frozenset({"e1"})),
}
NAMES = (
    "Copy of 01-tiny.ipynb",
    "01-tiny (1).ipynb",
    "01-tiny-Copy1.ipynb",
    "01-tiny__20260303110500.ipynb",
    "01-tiny.ipynb.ipynb",
    "01-tiny.ipynb.txt",
    "my answers.ipynb",
    "work/01-tiny.ipynb",
)


def notebook(text="...", cell="q1"):
    return json.dumps({"cells": [{"metadata": {"nbgrader": {"grade_id": cell}}, "source": text}]}).encode()


def of(expected=(TINY,), **notebooks):
    return choose_notebooks(notebooks, expected, STUBS.__getitem__)


@pytest.mark.parametrize("name", NAMES)
def test_a_renamed_notebook_is_found_by_its_cells_and_that_is_said(name):
    taken, said = of(**{name: notebook("x")})
    assert taken == {TINY: notebook("x")}
    assert said == [f"{name} was graded as 01-tiny.ipynb, whose cells it holds"]


@pytest.mark.parametrize("name", NAMES)
def test_the_copy_with_work_is_graded_and_not_the_untouched_one_of_the_right_name(name):
    taken, said = of(**{"01-tiny.ipynb": notebook(), name: notebook("x")})
    assert taken == {TINY: notebook("x")}
    assert said[0] == f"01-tiny.ipynb was not graded: it holds no work; {name} was"


@pytest.mark.parametrize("name", NAMES)
def test_an_untouched_copy_beside_the_work_is_not_worth_a_word(name):
    assert of(**{"01-tiny.ipynb": notebook("x"), name: notebook()}) == ({TINY: notebook("x")}, [])


@pytest.mark.parametrize("name", NAMES[:-1])
def test_copies_with_different_work_are_asked_for(name):
    with pytest.raises(
        CopiesError, match="hold different work: keep the one that counts under that name"
    ) as error:
        of(**{"01-tiny.ipynb": notebook("x"), name: notebook("y")})
    assert name in str(error.value) and "01-tiny.ipynb" in str(error.value)


def test_what_lies_in_a_folder_below_comes_after_what_lies_at_the_top():
    taken, said = of(**{"01-tiny.ipynb": notebook("x"), "old/01-tiny.ipynb": notebook("y")})
    assert taken == {TINY: notebook("x")}
    assert said == ["old/01-tiny.ipynb was not graded: it is in a folder below; 01-tiny.ipynb was"]


def test_notebooks_of_no_assignment_are_left_alone():
    lesson = notebook("text", cell="other")
    assert of(
        **{"01-tiny.ipynb": notebook("x"), "scratch.ipynb": b"{}", "lessons/01-tiny.ipynb": lesson}
    ) == (
        {TINY: notebook("x")},
        [],
    )
    assert of(**{"scratch.ipynb": b"{}", "01-tiny (1).ipynb": lesson}) == ({}, [])


def test_each_of_several_notebooks_has_its_own_copies():
    notebooks = {
        "a.ipynb": notebook("x"),
        "b.ipynb": notebook("y", "e1"),
        "extra.ipynb": notebook("...", "e1"),
    }
    taken, said = of((TINY, "extra"), **notebooks)
    assert taken == {TINY: notebook("x"), "extra": notebook("y", "e1")} and len(said) == 3


def test_where_only_the_right_names_are_there_nobody_is_asked_what_was_given():
    def never(name):
        raise AssertionError(name)

    assert choose_notebooks({"01-tiny.ipynb": b"broken"}, (TINY,), never) == ({TINY: b"broken"}, [])
