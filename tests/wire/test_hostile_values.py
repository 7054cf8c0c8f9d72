"""A value that lies, raises or does not end leaves as a copy of what it is, as opaque, or not at all."""

from __future__ import annotations

import inspect
import itertools
import json
import sys

import numpy as np
import pandas as pd
import pytest

from ecotools.wire import WireError, decode, digest, encode
from ecotools.wire.limits import ValueLimits
from ecotools.wire.unknown_values import Opaque
from tests.wire.same import crossed, same


def _fails(*args, **more):
    raise RuntimeError("hostile")


def _endless(*args, **more):
    return itertools.count()


SPECIAL = [
    *(
        "__iter__",
        "__len__",
        "__eq__",
        "__hash__",
        "__repr__",
        "__str__",
        "__bool__",
        "__getitem__",
        "__contains__",
    ),
    *(
        "__float__",
        "__int__",
        "__index__",
        "__pos__",
        "__add__",
        "__lt__",
        "__format__",
        "__reduce_ex__",
        "__array__",
    ),
    *("items", "keys", "values", "copy", "encode", "isascii", "bit_length", "as_integer_ratio"),
]


def hostile(base: type, does=_fails) -> type:
    """A subclass of which every method that somebody may ask does something bad."""
    methods = {name: does for name in SPECIAL if hasattr(base, name) or name.startswith("__")}
    methods["__class__"] = property(lambda self: does())
    methods["__getattr__"] = does
    return type("Hostile", (base,), methods)


@pytest.mark.parametrize("does", [_fails, _endless])
@pytest.mark.parametrize(
    "value",
    [
        7,
        2**70,
        1.5,
        float("nan"),
        1j,
        "text",
        "\ud800",
        b"ab",
        bytearray(b"ab"),
        [1, [2]],
        (1, 2),
        {1, 2},
        frozenset({1}),
        {"a": 1},
    ],
    ids=lambda value: type(value).__name__,
)
def test_a_hostile_subclass_is_copied_as_what_it_is(value, does):
    data = encode(hostile(type(value), does)(value))
    assert same(decode(json.loads(json.dumps(data))), value)
    assert len(digest([hostile(type(value), does)(value)])) == 64


@pytest.mark.parametrize("base", [object, pd.DataFrame, pd.Series, np.ndarray, pd.Timestamp, Exception])
def test_a_hostile_object_does_no_harm(base):
    kind = hostile(base)
    value = kind.__new__(kind, *({np.ndarray: [(2,)], pd.Timestamp: ["2024"]}.get(base, [])))
    copy = crossed([1, value, 2])
    assert copy[0] == 1 and copy[2] == 2


class _Lying(type):
    """A class whose own class lies about its name, bases and hash."""

    __hash__ = lambda cls: hash(list)  # noqa: E731
    __eq__ = lambda cls, other: True  # noqa: E731
    __mro__ = property(_fails)
    __name__ = property(_fails)
    __module__ = property(_fails)
    __instancecheck__ = _fails

    def __getattribute__(cls, name):
        raise RuntimeError("hostile")


def test_a_class_that_lies_about_itself_is_opaque_under_its_true_name():
    kind = _Lying("Wolf", (), {"__class__": property(lambda self: list)})
    copy = crossed([kind(), 1])
    assert isinstance(copy[0], Opaque) and copy[0].kind == "Wolf" and copy[1] == 1
    assert isinstance(crossed([kind])[0], Opaque)


@pytest.mark.parametrize("kind", [int, str, float, list, bool, type(None)])
def test_a_class_with_the_hash_of_another_is_not_taken_for_it(kind):
    meta = type("Meta", (type,), {"__hash__": lambda cls: hash(kind), "__eq__": lambda cls, other: True})
    wolf = meta("Wolf", (), {"__lt__": lambda self, other: True})
    copy = crossed([wolf(), wolf()])
    assert [type(each) for each in copy] == [Opaque, Opaque]
    assert isinstance(crossed(wolf), Opaque)


def test_a_value_that_only_claims_to_be_a_list_is_opaque():
    claims = type("Claims", (), {"__class__": property(lambda self: list), "__len__": lambda self: 3})()
    assert isinstance(claims, list) and crossed(claims).kind == "Claims"


def test_the_name_of_a_class_is_bounded_and_clean():
    long = crossed(type("x" * 10_000, (), {})())
    assert long.kind == "x" * 200
    odd, strange = crossed([type("A", (), {"__module__": module})() for module in (5, "a\ud800")])
    assert (odd.kind, odd.module) == ("A", "") and strange.module == "a?"


def test_a_list_that_holds_itself_ends_in_words():
    loop = [1]
    loop.append(loop)
    with pytest.raises(WireError, match="a list nested more than 60 deep"):
        encode(loop)


def _nested(depth: int) -> list:
    value = []
    for _ in range(depth - 1):
        value = [value]
    return value


def test_sixty_lists_inside_each_other_cross_and_one_more_does_not():
    assert same(crossed(_nested(60)), _nested(60))
    with pytest.raises(WireError, match="a list nested more than 60 deep"):
        encode(_nested(61))
    with pytest.raises(WireError, match="nested more than 60 deep"):
        encode(_nested(100_000))


def test_a_value_that_repeats_itself_without_end_is_counted():
    value = [1] * 10
    for _ in range(30):
        value = [value, value]
    with pytest.raises(WireError, match="it holds more than 10,000 values"):
        encode(value, limits=ValueLimits(nodes=10_000))


@pytest.mark.parametrize(
    "value", [itertools.count(), itertools.repeat("a"), iter(int, 1), (n for n in itertools.count())]
)
def test_an_iterator_without_end_is_asked_whether_it_ends(value):
    with pytest.raises(WireError, match=r"gave more than 1,000 items: does it ever end\?"):
        encode(value, limits=ValueLimits(items=1000))


@pytest.mark.parametrize(
    "value",
    [
        "a" * 3000,
        b"a" * 3000,
        bytearray(3000),
        2**20_000,
        ["a" * 500] * 5,
        ["é" * 1500],
        "\ud800" * 1000,
        {"a" * 3000: 1},
    ],
    ids=lambda value: type(value).__name__,
)
def test_what_is_too_large_is_said_in_bytes(value):
    with pytest.raises(WireError, match="it takes more than 2,000 bytes"):
        encode(value, limits=ValueLimits(bytes=2000))


def test_the_usual_limit_is_said_in_mebibytes():
    with pytest.raises(WireError, match="it takes more than 64 MiB"):
        encode(np.broadcast_to(np.zeros(1), (10**9,)))


@pytest.mark.parametrize(
    "value", ["a" * 1000, "é" * 500, 2**3000, b"a" * 1000, np.zeros(90), ["ab"] * 500, [np.int8(1)] * 500]
)
def test_what_may_leave_may_arrive(value):
    limits = ValueLimits(bytes=2000, nodes=1001)
    assert same(decode(encode(value, limits=limits), limits=limits), value)


def test_an_error_that_cannot_be_written_is_still_named():
    class Bad(Exception):
        __str__ = _fails

    def broken():
        yield 1
        raise Bad

    with pytest.raises(WireError, match=r"while its items were drawn: Bad$"):
        encode(broken())


def test_a_value_far_down_the_stack_is_refused_in_words():
    def down(depth: int):
        return down(depth - 1) if depth else encode([[[[[[1.5, (2,)]]]]]])

    for room in range(5, 60):
        try:
            down(sys.getrecursionlimit() - len(inspect.stack()) - room)
        except (WireError, RecursionError) as error:
            assert isinstance(error, RecursionError) or "stack of Python is full" in str(error)
