"""What holds for every value: it arrives as it left, and its digest says whether it is the same."""

from __future__ import annotations

import copy
import json

import numpy as np
import pandas as pd
import pytest
from hypothesis import given

from ecotools.wire import decode, digest, encode
from tests.wire.same import crossed, same
from tests.wire.strategies import VALUES


@given(VALUES)
def test_any_value_arrives_as_it_left(value):
    assert same(crossed(value), value)


@given(VALUES)
def test_a_digest_is_the_same_on_both_sides(value):
    assert digest(value) == digest(crossed(value)) == digest(copy.deepcopy(value))


@given(VALUES, VALUES)
def test_values_with_one_digest_are_the_same_but_for_the_sign_of_zero_and_the_bits_of_nan(one, other):
    if digest(one) == digest(other):
        assert repr(one).replace("-0.0", "0.0") == repr(other).replace("-0.0", "0.0") or one == other


@given(VALUES)
def test_data_are_json_that_any_reader_takes(value):
    text = json.dumps(encode(value), allow_nan=False, ensure_ascii=False)
    assert same(decode(json.loads(text.encode())), value)


FRAME = pd.DataFrame({"a": [1, 2], "b": ["x", "y"]}, index=pd.Index([5, 6], name="k"))


@pytest.mark.parametrize(
    "one, other",
    [
        (1, True),
        (1, 1.0),
        (1, "1"),
        ([1, 2], [2, 1]),
        ([1], (1,)),
        ([[1], 2], [1, [2]]),
        ({"a": 1, "b": 2}, {"b": 2, "a": 1}),
        ({1}, frozenset({1})),
        (b"a", bytearray(b"a")),
        (np.array([1, 2]), np.array([1, 2], "i4")),
        (np.array([1, 2]), np.array([[1, 2]])),
        (np.array([1, 2]), [1, 2]),
        (np.float64(1), 1.0),
        (np.array(["a"]), np.array(["a"], dtype=object)),
        (FRAME, FRAME[["b", "a"]]),
        (FRAME, FRAME.iloc[::-1]),
        (FRAME, FRAME.rename(columns={"a": "A"})),
        (FRAME, FRAME.rename_axis("K")),
        (FRAME, FRAME.reset_index(drop=True)),
        (FRAME, FRAME.astype({"a": "int32"})),
        (FRAME, FRAME.astype({"b": object})),
        (FRAME, FRAME.assign(a=[1, 3])),
        (FRAME["a"], FRAME["a"].rename("b")),
        (pd.Series(["a"], dtype="category"), pd.Series(["a"], dtype=pd.CategoricalDtype(["a", "b"]))),
    ],
)
def test_a_digest_tells_kinds_order_dtypes_and_names_apart(one, other):
    assert digest(one) != digest(other)


def _nan_of_other_bits() -> float:
    return np.frombuffer(b"\x01\x00\x00\x00\x00\x00\xf8\xff")[0]


@pytest.mark.parametrize(
    "one, other",
    [
        (float("nan"), -float("nan")),
        ([1.0, float("nan")], [1.0, float(_nan_of_other_bits())]),
        (np.array([np.nan, 0.0]), np.array([_nan_of_other_bits(), -0.0])),
        (np.array([np.nan], ">f4"), np.array([-np.nan], ">f4")),
        (np.array([complex(np.nan, 0.0)]), np.array([complex(-np.nan, -0.0)])),
        (pd.Series([0.0, np.nan]), pd.Series([-0.0, _nan_of_other_bits()])),
        (set("abcdefgh"), set("hgfedcba")),
        ({1, (2, 3), None}, {None, 1, (2, 3)}),
        (np.asfortranarray(np.eye(2)), np.eye(2)),
        (np.arange(10)[::2], np.array([0, 2, 4, 6, 8])),
        (np.ma.array([1, 2]), np.ma.array([1, 2], mask=[False, False])),
        (
            pd.array([1, None], dtype="Int64"),
            pd.arrays.IntegerArray(np.array([1, 77]), np.array([False, True])),
        ),
        (pd.MultiIndex.from_tuples([("a", 1)]), pd.MultiIndex.from_product([["b", "a"], [1, 2]])[2:3]),
        (iter([1]), iter([2])),
    ],
)
def test_a_digest_is_the_same_for_what_is_equal(one, other):
    assert digest(one) == digest(other)


def test_a_digest_consumes_nothing():
    squares = (n * n for n in range(3))
    digest([squares])
    assert list(squares) == [0, 1, 4]


def test_long_doubles_have_one_digest_whatever_lies_beside_their_bits():
    dirty = np.full(16 * 3, 255, "u1").view(np.longdouble)
    dirty[:] = [0.1, 2, 3]
    assert digest(dirty) == digest(np.array([0.1, 2, 3], np.longdouble))
