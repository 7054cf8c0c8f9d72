"""Composed values of the closed list, for properties."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import numpy as np
import pandas as pd
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

TEXTS = st.text(st.characters(), max_size=8) | st.text(st.sampled_from("\ud83d\ude00a"), max_size=3)
ZONES = st.timezone_keys(allow_prefix=False).map(ZoneInfo)
DAYS = st.datetimes(dt.datetime(1700, 1, 1), dt.datetime(2200, 1, 1))

SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.integers(-(2**80), 2**80),
    st.floats(),
    st.complex_numbers(),
    TEXTS,
    st.binary(max_size=8),
    st.fractions(),
    st.decimals(),
    st.dates(),
    st.datetimes(timezones=st.none() | ZONES),
    st.times(),
    st.timedeltas(),
    DAYS.map(pd.Timestamp),
    st.sampled_from([..., pd.NA, pd.NaT, range(3), slice(1, None)]),
    hnp.arrays(hnp.scalar_dtypes(), ()).map(lambda array: array[()]),
)

KEYS = st.recursive(
    st.none() | st.integers() | TEXTS | st.dates() | st.fractions(),
    lambda inner: st.tuples(inner, inner) | st.frozensets(inner, max_size=3),
    max_leaves=4,
)

ARRAYS = hnp.arrays(
    st.one_of(
        hnp.scalar_dtypes(),
        hnp.array_dtypes(hnp.scalar_dtypes(), max_size=3),
        hnp.unicode_string_dtypes(max_len=4),
    ),
    hnp.array_shapes(min_dims=0, max_dims=3, min_side=0, max_side=3),
)


@st.composite
def series(draw, length: int | None = None) -> pd.Series:
    """A Series of one of many dtypes."""
    length = draw(st.integers(0, 4)) if length is None else length
    numbers = st.lists(st.none() | st.integers(0, 100), min_size=length, max_size=length)
    kind = draw(
        st.sampled_from(
            ["object", "str", "string[python]", "category", "Int16", "Float64", "float32", "datetime64[us]"]
        )
    )
    if kind == "object":
        values = draw(st.lists(SCALARS, min_size=length, max_size=length))
        return pd.Series(np.fromiter(values, object, length), dtype=object)
    values = draw(numbers)
    if kind in ("str", "string[python]"):
        values = [None if value is None else chr(97 + value) for value in values]
    return pd.Series(values, dtype=kind)


@st.composite
def frames(draw) -> pd.DataFrame:
    """A frame with names of columns that may repeat, and an index of any of those dtypes."""
    length = draw(st.integers(0, 3))
    columns = draw(st.lists(series(length), max_size=3))
    index = pd.Index(draw(series(length)))
    frame = pd.DataFrame({at: column.set_axis(index) for at, column in enumerate(columns)}, index=index)
    names = draw(
        st.lists(st.integers(0, 2) | st.text(max_size=2), min_size=len(columns), max_size=len(columns))
    )
    frame.columns = pd.Index(names, dtype=object)
    return frame


VALUES = st.recursive(
    SCALARS | ARRAYS | series() | frames(),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.tuples(inner, inner),
        st.dictionaries(KEYS, inner, max_size=3),
        st.sets(KEYS, max_size=3),
    ),
    max_leaves=6,
)

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=10),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=6), inner, max_size=4),
    max_leaves=15,
)
