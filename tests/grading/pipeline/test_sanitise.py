"""Whatever became of a hand-in's cells: the tests are the gradebook's, and no work of the student is lost."""

import copy
import json

import nbformat
import pytest
from hypothesis import HealthCheck, settings
from hypothesis import given as for_all
from hypothesis import strategies as st

from ecotools.grading.pipeline.handin import HandInError
from ecotools.grading.pipeline.sanitise import MOST_CELLS, sanitise
from ecotools.grading.pipeline.snapshot import SourceNotebook

from .released import ANSWERS, LOCKED, SOURCE, STUB, at, file, given

WHERE = "submitted/ada/01-tiny/01-tiny.ipynb"
often = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def names(notebook):
    return [cell.metadata.get("nbgrader", {}).get("grade_id") for cell in notebook.cells if cell.metadata]


def named(notebook, name):
    (found,) = [c for c in notebook.cells if c.metadata.get("nbgrader", {}).get("grade_id") == name]
    return found


def assert_sound(notebook):
    """Assert that a notebook holds each cell of the assignment once, tests behind the answers they test."""
    nbformat.validate(notebook)
    order = names(notebook)
    assert sorted(order) == sorted(cell.name for cell in SOURCE.cells)
    before = []
    for cell in SOURCE.cells:
        here = named(notebook, cell.name)
        assert here.metadata == cell.metadata() and here.cell_type == cell.cell_type
        if cell.locked:
            assert here.source == cell.source
            assert all(order.index(name) < order.index(cell.name) for name in before)
            before = []
        else:
            before.append(cell.name)
    json.dumps(notebook, ensure_ascii=False).encode()


def put_right(cells, **changed):
    notebook, notes = sanitise(file(cells, **changed), SOURCE, WHERE)
    assert_sound(notebook)
    return notebook, notes


def texts(notebook):
    return [cell.source for cell in notebook.cells]


def test_an_honest_hand_in_comes_out_as_it_is_and_nothing_is_said():
    for answers in (ANSWERS, {}):
        notebook, notes = put_right(given(answers))
        assert notes == []
        assert names(notebook) == [cell.name for cell in SOURCE.cells]
        assert {name: named(notebook, name).source for name in answers} == answers
    assert notebook.metadata.kernelspec.name == "python3"
    assert not any("tags" in cell.metadata for cell in notebook.cells)


def test_blanks_at_the_ends_of_lines_and_other_line_ends_are_no_change():
    cells = given()
    for cell in cells:
        cell["source"] = [line + "  \r\n" for line in cell["source"].split("\n")]
    assert put_right(cells)[1] == []


def test_older_formats_and_a_missing_format_are_read():
    assert put_right(given(), nbformat_minor=4)[1] == []
    assert put_right(given(), nbformat=None)[1] == []
    old = {"cell_type": "code", "input": "half = 0.5", "language": "python", "outputs": [], "metadata": {}}
    file = {"nbformat": 3, "nbformat_minor": 0, "metadata": {}, "worksheets": [{"cells": [old]}]}
    notebook, notes = sanitise(json.dumps(file).encode(), SOURCE, WHERE)
    assert_sound(notebook)
    assert "half = 0.5" in texts(notebook)
    assert len(notes) == len(SOURCE.cells)


def test_a_picture_in_a_written_answer_stays():
    cells = given()
    pictures = {"plot.png": {"image/png": "iVBORw0KGgo="}}
    cells[at(cells, "q3")]["attachments"] = pictures
    assert named(put_right(cells)[0], "q3").attachments == pictures


def test_a_split_answer_runs_in_both_parts_and_its_test_stands_behind_them():
    cells = given()
    place = at(cells, "q1")
    second = copy.deepcopy(cells[place])
    cells[place]["source"], second["source"] = "factor = 2", "def double(x):\n    return factor * x"
    cells.insert(place + 1, second)
    notebook, notes = put_right(cells)
    assert notes == ["cell q1 was there 2 times; one of them counts"]
    found = texts(notebook)
    assert found.index("factor = 2") < found.index(second["source"]) < found.index(LOCKED["q1-check"].source)


def test_a_split_written_answer_is_joined():
    cells = given()
    place = at(cells, "q3")
    cells.insert(place + 1, {**cells[place], "source": "Most are lost there."})
    notebook, _ = put_right(cells)
    assert named(notebook, "q3").source == "The longest step.\n\nMost are lost there."
    assert texts(notebook).count("Most are lost there.") == 0


def test_a_stub_that_was_pasted_again_does_not_undo_the_answer():
    cells = given()
    cells.insert(at(cells, "q1") + 1, {**cells[at(cells, "q1")], "source": STUB})
    notebook, _ = put_right(cells)
    assert named(notebook, "q1").source == ANSWERS["q1"]
    assert STUB not in texts(notebook)


def test_an_answer_written_into_a_copy_of_a_test_is_kept_and_runs():
    cells = given()
    place = at(cells, "q1-check")
    cells.insert(place, {**cells[place], "source": "helper = 1"})
    cells.insert(place, copy.deepcopy(cells[place + 1]))
    notebook, notes = put_right(cells)
    assert "helper = 1" in [cell.source for cell in notebook.cells if cell.cell_type == "code"]
    assert notes[0] == "cell q1-check was there 3 times; one of them counts"
    assert texts(notebook).count(cells[place]["source"]) == 0


def test_an_answer_merged_into_the_test_before_it_still_runs():
    cells = given()
    test, answer = at(cells, "q1-check"), at(cells, "q2a")
    cells[test]["source"] += "\n\n" + cells[answer]["source"]
    del cells[answer]
    notebook, notes = put_right(cells)
    assert notes == [
        "the text of cell q1-check was changed, and was put back",
        "cell q2a was deleted, and was put back empty",
    ]
    code = [cell.source for cell in notebook.cells if cell.cell_type == "code"]
    assert code.index(LOCKED["q1-check"].source) < code.index(ANSWERS["q2a"])
    assert code.index(ANSWERS["q2a"]) < code.index(LOCKED["q2-check"].source)


def test_a_test_merged_into_an_answer_comes_back():
    cells = given()
    answer, test = at(cells, "q1"), at(cells, "q1-check")
    cells[answer]["source"] += "\n" + cells[test]["source"]
    del cells[test]
    notebook, notes = put_right(cells)
    assert notes == ["cell q1-check was deleted, and was put back"]
    assert named(notebook, "q1").source.startswith(ANSWERS["q1"])


def test_an_answer_that_stands_in_a_new_cell_is_not_undone_by_a_stub():
    cells = given()
    cells[at(cells, "q1")]["metadata"] = {}
    notebook, notes = put_right(cells)
    assert notes == ["cell q1 was deleted, and was put back empty"]
    assert ANSWERS["q1"] in texts(notebook) and STUB not in texts(notebook)


def test_an_edited_test_is_put_back_and_what_was_written_can_be_read():
    cells = given()
    cells[at(cells, "q2-check")]["source"] = "assert True"
    notebook, notes = put_right(cells)
    assert notes == ["the text of cell q2-check was changed, and was put back"]
    assert [c.source for c in notebook.cells if c.cell_type == "raw"] == ["assert True"]


def test_moved_tests_go_back_and_answers_stay_where_they_are():
    cells = given()
    cells.insert(1, cells.pop(at(cells, "q2-check")))
    assert put_right(cells)[1] == ["cell q2-check was moved; tests stand behind their answers again"]
    cells = given()
    cells.append(cells.pop(at(cells, "q1")))
    notebook, notes = put_right(cells)
    assert notes == ["cell q1-check was moved; tests stand behind their answers again"]
    assert names(notebook)[-2:] == ["q1", "q1-check"]
    cells = given()
    cells[2:4] = []  # both cells of a task go to the end
    cells += given()[2:4]
    assert put_right(cells)[1] == []


def test_retyped_cells_get_their_kind_back():
    cells = given()
    cells[at(cells, "q1")]["cell_type"] = "raw"
    cells[at(cells, "q1-check")]["cell_type"] = "markdown"
    notebook, notes = put_right(cells)
    assert notes == [
        "cell q1 was made a raw cell, and is a code cell again",
        "cell q1-check was made a markdown cell, and is a code cell again",
    ]
    assert named(notebook, "q1").source == ANSWERS["q1"]


def test_flags_points_and_tags_are_put_back_and_said():
    cells = given()
    metadata = cells[at(cells, "q1-check")]["metadata"]
    metadata["tags"] = ["skip-execution"]
    metadata["nbgrader"]["points"] = 200
    cells[at(cells, "q4")]["metadata"]["nbgrader"]["solution"] = False
    assert put_right(cells)[1] == [
        "points of cell q1-check was changed, and was put back",
        "cell q1-check had a tag that skips it; tags do not count",
        "solution of cell q4 was changed, and was put back",
    ]


def test_a_cell_that_claims_to_be_another_ones_test_is_an_ordinary_cell():
    cells = given()
    cells.append(copy.deepcopy(cells[at(cells, "q1-check")]))
    cells[-1]["metadata"]["nbgrader"]["grade_id"] = "bonus"
    notebook, notes = put_right(cells)
    assert notes == ["a cell says that it is 'bonus', which the assignment does not have"]
    assert not notebook.cells[-1].metadata


def test_characters_that_cannot_be_written_are_replaced():
    cells = given()
    cells[at(cells, "q1")]["source"] = "x = '\ud800'"
    notebook, notes = put_right(cells)
    assert named(notebook, "q1").source == "x = '?'"
    assert notes == ["half characters in the text of a cell were replaced by question marks"]


def test_a_notebook_of_ever_so_many_cells_is_refused():
    with pytest.raises(HandInError, match=r"01-tiny.ipynb: 5,001 cells; at most 5,000 are graded"):
        sanitise(file([{}] * (MOST_CELLS + 1)), SOURCE, WHERE)


@pytest.mark.parametrize(
    "data",
    [b"", b"[]", b"{}", b"\xff\xfe\x00", b"[" * 100_000, b"1" * 10_000, b'{"nbformat": 3}', b'{"cells": 1}'],
)
def test_what_is_no_notebook_is_refused_by_name(data):
    with pytest.raises(HandInError, match=r"^submitted/ada/01-tiny/01-tiny\.ipynb: not a notebook: "):
        sanitise(data, SOURCE, WHERE)


SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8)
CELL_WORDS = [
    "cell_type",
    "source",
    "input",
    "metadata",
    "nbgrader",
    "attachments",
    "tags",
    "outputs",
    "level",
]
FLAG_WORDS = [
    "grade_id",
    "grade",
    "solution",
    "task",
    "locked",
    "points",
    "q1",
    "q1-check",
    "code",
    "markdown",
]
WORDS = st.sampled_from(["cells", "worksheets", "nbformat", "heading", *CELL_WORDS, *FLAG_WORDS])
JSON = st.recursive(
    SCALARS | WORDS | st.sampled_from([1, 2, 3, 4, 5]),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(WORDS | st.text(max_size=3), inner, max_size=5)
    ),
    max_leaves=25,
)


@often
@for_all(JSON)
def test_any_json_is_a_notebook_or_refused_by_name(content):
    for whole in (content, {"nbformat": 3, "worksheets": content}, {"cells": content}, {"cells": [content]}):
        try:
            notebook, _ = sanitise(json.dumps(whole).encode(), SOURCE, WHERE)
        except HandInError as error:
            assert str(error).startswith(WHERE)
        else:
            assert_sound(notebook)


@often
@for_all(st.binary(max_size=200))
def test_any_bytes_are_refused_by_name(data):
    with pytest.raises(HandInError, match="not a notebook"):
        sanitise(data, SOURCE, WHERE)


def change(cells, what, here, there, value):
    """Do to the cells what students do, by hand or on purpose."""
    here, there = here % len(cells), there % len(cells)
    cell, other = cells[here], cells[there]
    meta = cell["metadata"].get("nbgrader", {})
    if what == "duplicate":
        cells.insert(there, copy.deepcopy(cell))
    elif what == "delete" and len(cells) > 1:
        del cells[here]
    elif what == "split":
        lines = cell["source"].split("\n")
        second = copy.deepcopy(cell)
        cell["source"], second["source"] = (
            "\n".join(lines[: len(lines) // 2]),
            "\n".join(lines[len(lines) // 2 :]),
        )
        cells.insert(here + 1, second)
    elif what == "merge" and here + 1 < len(cells):
        cell["source"] += "\n\n" + cells.pop(here + 1)["source"]
    elif what == "retype":
        cell["cell_type"] = value
    elif what == "move":
        cells.insert(there, cells.pop(here))
    elif what == "rename" and meta:
        meta["grade_id"] = value
    elif what == "swap names":
        cell["metadata"], other["metadata"] = other["metadata"], cell["metadata"]
    elif what == "edit":
        cell["source"] = value
    elif what == "flag" and meta:
        meta[["grade", "solution", "task", "locked", "points", "cell_type"][there % 6]] = value
    elif what == "tag":
        cell["metadata"]["tags"] = ["skip-execution", value]
    elif what == "forget":
        cell["metadata"] = {}


BY_HAND = ["duplicate", "split", "merge", "move", "retype", "swap names", "forget"]
CHANGES = st.lists(
    st.tuples(
        st.sampled_from([*BY_HAND, "delete", "rename", "edit", "flag", "tag"]),
        st.integers(0, 30),
        st.integers(0, 30),
        st.sampled_from(["q1", "q2-check", "code", "raw", "markdown", "x = 1", "", "assert True"]),
    ),
    max_size=8,
)


@often
@for_all(CHANGES)
def test_whatever_is_done_to_the_cells_the_tests_are_the_gradebooks(changes):
    cells = given()
    for one in changes:
        change(cells, *one)
    put_right(cells)


@often
@for_all(CHANGES)
def test_whatever_is_done_by_hand_the_written_lines_are_all_there(changes):
    cells = given()
    for one in changes:
        if one[0] in BY_HAND:
            change(cells, *one)
    notebook, _ = put_right(cells)
    everything = "\n".join(texts(notebook))
    assert all(line in everything for text in ANSWERS.values() for line in text.split("\n"))


@often
@for_all(CHANGES)
def test_what_was_put_right_once_needs_no_more(changes):
    cells = given()
    for one in changes:
        change(cells, *one)
    notebook, _ = put_right(cells)
    again, notes = sanitise(nbformat.writes(notebook).encode(), SOURCE, WHERE)
    assert (notes, again.cells) == ([], notebook.cells)


def test_an_assignment_without_cells_of_nbgraders_takes_any_notebook():
    notebook, notes = sanitise(file(given()), SourceNotebook("x", None, ()), WHERE)
    assert len(notebook.cells) == len(given()) and not any(cell.metadata for cell in notebook.cells)
    assert len(notes) == len(SOURCE.cells)
