"""Frames carry any JSON object, and nothing else."""

import json
import os
import socket
import struct
import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecotools.grading.execute import frames
from ecotools.grading.execute.frames import BrokenChannel, FrameSocket, untrusted

values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


@pytest.fixture
def ends():
    one, other = socket.socketpair()
    with one, other:
        yield FrameSocket(one), FrameSocket(other)


@given(messages=st.lists(st.dictionaries(st.text(), values, max_size=4), min_size=1, max_size=5))
def test_what_goes_in_comes_out_in_order(messages):
    one, other = socket.socketpair()
    with one, other:
        for message in messages:
            FrameSocket(one).write(message)
        reader = FrameSocket(other)
        assert [reader.read(1.0) for _ in messages] == messages


@given(cuts=st.lists(st.integers(1, 40), max_size=6))
def test_a_message_may_come_in_pieces(cuts):
    message = {"text": "ä" * 10, "n": [1, 2, 3]}
    data = json.dumps(message).encode()
    data = struct.pack(">I", len(data)) + data
    one, other = socket.socketpair()
    with one, other:
        reader, start = FrameSocket(other), 0
        for cut in sorted(set(cuts)):
            one.sendall(data[start:cut])
            start = max(start, cut)
            assert reader.read(0) is None
        one.sendall(data[start:])
        assert reader.read(1.0) == message


def test_nothing_within_the_time_is_none(ends):
    assert ends[1].read(0.01) is None


def test_a_length_above_the_cap_is_refused_before_anything_is_read(ends):
    ends[0].socket.sendall(struct.pack(">I", frames.MOST + 1))
    with pytest.raises(BrokenChannel, match="at most"):
        ends[1].read(1.0)


def test_a_message_above_the_cap_is_not_sent(ends, monkeypatch):
    monkeypatch.setattr(frames, "MOST", 100)
    with pytest.raises(BrokenChannel, match="at most 100"):
        ends[0].write({"text": "x" * 200})
    ends[0].write({"text": "short"})
    assert ends[1].read(1.0) == {"text": "short"}


@pytest.mark.parametrize(
    "data", [b"no json", b"\xff\xfe", b"[1, 2]", b"null", b"[" * 10_000, b'{"a": ' * 10_000, b"1" * 5000]
)
def test_what_is_no_json_object_is_refused(ends, data):
    ends[0].socket.sendall(struct.pack(">I", len(data)) + data)
    with pytest.raises(BrokenChannel):
        ends[1].read(1.0)


@pytest.mark.parametrize("sent", [b"", b"\x00", struct.pack(">I", 10) + b"half"])
def test_a_closed_end_is_the_end_even_within_a_message(ends, sent):
    ends[0].socket.sendall(sent)
    ends[0].close()
    with pytest.raises(EOFError):
        ends[1].read(1.0)


def test_a_file_descriptor_may_come_first(ends):
    read, write = os.pipe()
    ends[0].write_handle(write)
    ends[0].write({"then": "a message"})
    copy = ends[1].read_handle()
    os.write(copy, b"hello")
    assert os.read(read, 5) == b"hello"
    assert ends[1].read(1.0) == {"then": "a message"}
    for handle in (read, write, copy):
        os.close(handle)


def test_a_message_in_place_of_a_file_descriptor_is_not_lost(ends):
    ends[0].write({"kind": "broken"})
    assert ends[1].read_handle() is None
    assert ends[1].read(1.0) == {"kind": "broken"}


def test_whatever_a_message_does_to_its_reader_is_a_broken_channel():
    with pytest.raises(BrokenChannel, match="malformed reply: TypeError"), untrusted("reply"):
        {}[[]]


def test_a_small_message_of_ever_so_many_lists_is_refused_before_it_is_read(ends):
    data = b"[" + b"[]," * 4_600_000 + b"[]]"
    sending = threading.Thread(target=ends[0].socket.sendall, args=(struct.pack(">I", len(data)) + data,))
    sending.start()
    with pytest.raises(BrokenChannel, match="lists and objects"):
        ends[1].read(60)
    sending.join()


def _deep(levels):
    made = []
    for _ in range(levels):
        made = [made]
    return made


def test_what_is_too_deep_to_be_written_is_no_message(ends):
    with pytest.raises(BrokenChannel, match="cannot be written"):
        ends[0].write({"value": _deep(5000)})


@pytest.mark.parametrize(
    ("message", "can"),
    [({"do": "returned"}, True), (_deep(5000), False), ("x" * frames.MOST, False)],
    ids=("an answer", "too deep", "too long"),
)
def test_what_a_hand_in_says_is_tried_before_it_is_sent_on(message, can):
    assert frames.can_be_carried(message) is can
