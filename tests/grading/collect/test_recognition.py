"""A notebook is recognised by its graded cells, then by its name, then by what the instructor says."""

from ecotools.grading.collect.recognition import graded_cells, known, recognise

from ..tiny import NAME
from .making import JOURNEY, PRICING, THERE, notebook


def test_the_graded_cells_of_a_course_are_known(tiny):
    assert known(tiny) == {NAME: frozenset({"01-q1", "01-q1-check", "01-q2", "01-q2-check", "01-q3"})}


def test_the_cells_decide_and_a_differing_name_is_reported():
    assert recognise(notebook(), JOURNEY, THERE).note == ""
    assert recognise(notebook(), f"{JOURNEY}-1", THERE).note == f"named {JOURNEY}-1.ipynb"
    for stem in ("my answers", PRICING):
        found = recognise(notebook(), stem, THERE)
        assert found.assignment == JOURNEY and "recognised by its cells" in found.note


def test_a_notebook_that_was_cut_off_is_still_recognised():
    assert recognise(notebook()[:200], "answers", THERE).assignment == JOURNEY


def test_without_its_cells_the_name_decides_then_the_hint_and_it_is_marked():
    empty = notebook(cells=())
    assert recognise(empty, JOURNEY, THERE).hollow
    assert recognise(empty, "answers", THERE, hint=PRICING).assignment == PRICING
    assert recognise(empty, "answers", THERE).assignment == ""
    assert recognise(b"\xff\x00", "answers", THERE).assignment == ""


def test_cells_of_two_assignments_in_equal_number_decide_nothing():
    assert recognise(notebook(cells=["02-q1", "04-q1"]), "answers", THERE).assignment == ""


def test_a_text_that_looks_like_a_graded_cell_is_none():
    assert graded_cells(notebook(cells=["02-q1"], text='"grade_id": "04-q1"')) == {"02-q1"}
