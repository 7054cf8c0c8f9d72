"""Messages become outputs as nbclient makes them, and no message does harm."""

import contextlib
import json

import nbformat
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecotools.grading.execute.frames import BrokenChannel
from ecotools.grading.execute.outputs import Outputs

from .cells import notebook

PNG = {"data": {"image/png": "iVBOR", "text/plain": "<Figure>"}, "metadata": {}}


def made(*messages, most=1000, outputs=None, place=0):
    outputs = outputs or Outputs(nbformat.from_dict(notebook("1", "2")))
    outputs.begin(place, "request")
    for kind, content in messages:
        outputs.take(kind, content, [], most)
    outputs.end()
    return outputs


def stream(text, name="stdout"):
    return "stream", {"name": name, "text": text}


def shown(outputs, place=0):
    return [
        output.get("text") or output.get("data", {}).get("text/plain")
        for output in outputs.notebook.cells[place].outputs
    ]


def display(text, display_id=None, kind="display_data"):
    content = {"data": {"text/plain": text}, "metadata": {}}
    return kind, content | ({"transient": {"display_id": display_id}} if display_id else {})


def test_pieces_of_a_stream_that_follow_each_other_are_one_output():
    assert shown(made(stream("a"), stream("b"), stream("c", "stderr"), stream("d"))) == ["ab", "c", "d"]


def test_an_old_output_is_gone_even_where_a_cell_never_runs():
    old = notebook("1")
    old["cells"][0]["outputs"] = [{"output_type": "stream", "name": "stdout", "text": "right"}]
    assert Outputs(nbformat.from_dict(old)).notebook.cells[0].outputs == []


def test_what_comes_after_the_cap_is_dropped_and_the_cell_says_so():
    outputs = made(stream("a" * 900), stream("b" * 900))
    assert outputs.cut
    assert shown(outputs) == ["a" * 900 + "\n… output cut …\n"]


def test_an_error_after_the_cut_is_kept_once():
    error = ("error", {"ename": "E", "evalue": "e", "traceback": ["E"]})
    outputs = made(stream("a" * 2000), error, error).notebook.cells[0].outputs
    assert [output.output_type for output in outputs] == ["error", "stream"]


def test_many_short_messages_count_with_their_frame():
    outputs = made(*[stream("a", name) for _ in range(500) for name in ("stdout", "stderr")])
    assert outputs.cut and len(outputs.notebook.cells[0].outputs) < 100


def test_a_notebook_keeps_no_more_than_sixteen_cells_may():
    outputs = Outputs(nbformat.from_dict(notebook(*["1"] * 40)))
    for place in range(40):
        made(stream("a" * 900), outputs=outputs, place=place)
    assert sum("aaa" in str(cell.outputs) for cell in outputs.notebook.cells) < 18


def test_what_is_cleared_does_not_count():
    frames = [message for _ in range(10) for message in (("clear_output", {"wait": True}), stream("a" * 300))]
    outputs = made(*frames)
    assert not outputs.cut and shown(outputs) == ["a" * 300]


def test_clear_output_clears_at_once_or_before_the_next_output():
    assert shown(made(stream("a"), ("clear_output", {"wait": False}))) == []
    assert shown(made(stream("a"), ("clear_output", {"wait": True}))) == ["a"]
    assert shown(made(stream("a"), ("clear_output", {"wait": True}), stream("b"))) == ["b"]


def test_an_update_changes_what_an_earlier_cell_shows():
    outputs = made(display("old", "d"))
    made(display("new", "d", "update_display_data"), outputs=outputs, place=1)
    assert shown(outputs, 0) == ["new"] and shown(outputs, 1) == []


def test_updates_do_not_fill_a_cell():
    outputs = made(display("0", "d"), *[display("x" * 500, "d", "update_display_data") for _ in range(10)])
    assert not outputs.cut and shown(outputs) == ["x" * 500]


def test_widgets_leave_their_state_in_the_notebook():
    state = {"_model_name": "IntSliderModel", "_model_module": "m", "_model_module_version": "2", "value": 3}
    content = {"comm_id": "c", "target_name": "jupyter.widget", "data": {"state": state, "buffer_paths": []}}
    outputs = made(("comm_open", content), ("comm_msg", {"comm_id": "c", "data": {"state": {"value": 4}}}))
    outputs.finish()
    kept = outputs.notebook.metadata.widgets["application/vnd.jupyter.widget-state+json"]["state"]["c"]
    assert kept["state"]["value"] == 4 and kept["model_name"] == "IntSliderModel"


def test_halves_of_characters_are_replaced_so_that_the_notebook_can_be_written():
    outputs = made(stream("a\ud800b 😀"))
    assert shown(outputs) == ["a?b 😀"]
    json.dumps(outputs.notebook, ensure_ascii=False).encode()


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        ("stream", {"name": "stdout", "text": 7}),
        ("stream", {"name": ["stdout"], "text": "a"}),
        ("stream", {}),
        ("stream", []),
        ("stream", None),
        ("error", {"ename": "E", "evalue": None, "traceback": []}),
        ("error", {"ename": "E", "evalue": "e", "traceback": "text"}),
        ("display_data", {"data": None, "metadata": {}}),
        ("display_data", {"data": {"text/html": {"a": 1}}, "metadata": {}}),
        ("display_data", {"data": {}, "metadata": []}),
        ("display_data", {"data": {}, "metadata": {}, "transient": {"display_id": ["list"]}}),
        ("execute_result", {"data": {"text/plain": "1"}, "metadata": {}, "execution_count": "one"}),
        ("update_display_data", {"data": 5}),
        ("comm_open", {"comm_id": ["c"], "data": {}}),
        ("comm_open", {"comm_id": "c", "target_name": "jupyter.widget", "data": {"state": {}}}),
        ("comm_msg", {"comm_id": "c", "data": {"state": 5}}),
        ("comm_msg", {"comm_id": "c", "data": {"state": {}, "buffer_paths": 5}}),
    ],
)
def test_a_message_without_its_form_breaks_the_channel(kind, content):
    with pytest.raises(BrokenChannel):
        made((kind, content))


def test_a_message_of_lists_in_lists_is_refused():
    deep = []
    for _ in range(200):
        deep = [deep]
    with pytest.raises(BrokenChannel, match="deep"):
        made(("display_data", {"data": {"application/json": deep}, "metadata": {}}))


def test_what_is_no_output_is_counted_and_left_out():
    outputs = made(("status", {"execution_state": "idle"}), ("nonsense", {"a": 1}))
    assert outputs.notebook.cells[0].outputs == []
    assert outputs.take("nonsense", {"a": "x" * 50}, [b"y" * 50], 1000) > 100


@given(
    kind=st.sampled_from(
        ["stream", "error", "display_data", "execute_result", "comm_open", "comm_msg", "clear_output"]
    ),
    content=st.recursive(
        st.none() | st.integers() | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(
                    [
                        "name",
                        "text",
                        "data",
                        "metadata",
                        "comm_id",
                        "state",
                        "ename",
                        "traceback",
                        "transient",
                    ]
                ),
                inner,
                max_size=5,
            )
        ),
    ),
)
def test_any_message_is_taken_or_refused_and_the_notebook_stays_valid(kind, content):
    outputs = Outputs(nbformat.from_dict(notebook("1")))
    outputs.begin(0, "request")
    with contextlib.suppress(BrokenChannel):
        outputs.take(kind, content, [], 1000)
    outputs.finish()
    nbformat.validate(outputs.notebook)
    json.dumps(outputs.notebook, ensure_ascii=False, sort_keys=True).encode()
