"""A value written as Python text is the same value when it is read."""

import datetime
import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecotools.grading.authoring.literals import WIDEST, LiteralError, as_source, quoted, wrapped

SIMPLE = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=60), st.binary(max_size=9)
)
HASHABLE = st.one_of(st.integers(), st.text(max_size=9), st.booleans())
VALUES = st.recursive(
    SIMPLE,
    lambda inner: st.one_of(
        st.lists(inner, max_size=6),
        st.lists(inner, max_size=3).map(tuple),
        st.dictionaries(HASHABLE, inner, max_size=6),
        st.sets(HASHABLE, max_size=4),
    ),
    max_leaves=25,
)


def read(text):
    return eval(text, {"pd": pd, "np": np})


def same(one, other):
    """Return whether two values are alike, NaN included."""
    if isinstance(one, float) and isinstance(other, float):
        return one == other or (math.isnan(one) and math.isnan(other))
    if type(one) is not type(other):
        return False
    if isinstance(one, dict):
        return list(one) == list(other) and all(same(one[key], other[key]) for key in one)
    if isinstance(one, list | tuple):
        return len(one) == len(other) and all(map(same, one, other))
    return one == other


@given(VALUES, st.integers(0, 12))
def test_plain_values_come_back(value, indent):
    assert same(read(as_source(value, indent)), value)


@given(st.text(max_size=200))
def test_texts_come_back(text):
    assert read(quoted(text)) == text
    assert read(f"({wrapped(text, 8)})") == text


NUMBERS = st.lists(st.floats(allow_nan=False) | st.just(math.nan), min_size=1, max_size=30)


@given(NUMBERS, st.booleans())
def test_series_come_back(numbers, labelled):
    index = [f"day {n}" for n in range(len(numbers))] if labelled else None
    value = pd.Series(numbers, index=index, dtype=float)
    pd.testing.assert_series_equal(read(as_source(value)), value)


@given(NUMBERS, st.booleans())
def test_tables_come_back(numbers, labelled):
    index = list(range(10, 10 + len(numbers))) if labelled else None
    value = pd.DataFrame({"a": numbers, "b": ["x"] * len(numbers)}, index=index)
    pd.testing.assert_frame_equal(read(as_source(value)), value)


@pytest.mark.parametrize(
    "value",
    [
        pd.Timestamp("2025-03-01"),
        pd.Timestamp("2025-03-01 12:30", tz="UTC"),
        pd.Timedelta("2 days"),
        pd.Period("2025-03", "M"),
        pd.NaT,
        ...,
    ],
)
def test_moments_come_back(value):
    found = read(as_source(value))
    assert found is value or found == value


def test_moments_of_python_come_back_as_pandas_has_them():
    assert read(as_source(datetime.date(2025, 3, 1))) == pd.Timestamp("2025-03-01")
    assert read(as_source(datetime.timedelta(days=2))) == pd.Timedelta("2 days")


def test_numbers_of_numpy_are_plain_numbers():
    assert as_source([np.int64(3), np.float64(0.5), np.bool_(True)]) == "[3, 0.5, True]"
    assert np.array_equal(read(as_source(np.array([[1, 2], [3, 4]]))), [[1, 2], [3, 4]])


def test_a_repeated_or_nested_index_comes_back():
    repeated = pd.Series([1, 2], index=["a", "a"])
    pd.testing.assert_series_equal(read(as_source(repeated)), repeated)
    assert len(read(as_source(pd.Series([], dtype=float)))) == 0


def test_long_values_have_one_part_per_line():
    text = as_source({f"key {n}": list(range(10)) for n in range(10)})
    assert text.startswith("{\n    ") and text.endswith(",\n}")
    assert max(map(len, text.splitlines())) <= WIDEST


@pytest.mark.parametrize("value", [object(), len, [object()], {"a": {1: object()}}, 3 + 4j])
def test_what_cannot_be_written_is_named(value):
    with pytest.raises(LiteralError, match="cannot be written as text"):
        as_source(value)
