"""Arrays, columns, indexes and tables arrive with their dtype, order, index and names."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import numpy as np
import pandas as pd
import pyarrow as pa
import pytest

from ecotools.wire import WireError, encode
from ecotools.wire.limits import ValueLimits
from ecotools.wire.unknown_values import Opaque
from tests.wire.same import crossed, same

ARRAYS = {
    **{code: np.array([0, 1, 100]).astype(code) for code in "?bBhHiIlLqQefdgFDG"},
    "big-endian": np.array([1, 2], ">i4"),
    "nan": np.array([np.nan, -0.0, np.inf]),
    "0-d": np.array(5.0),
    "empty": np.empty((0, 3), "i2"),
    "no text": np.array(["", ""], "U1"),
    "text": np.array(["a", "ü😀"]),
    "bytes": np.array([b"a", b"bc"]),
    "days": np.array(["2024-01-01", "NaT"], "M8[D]"),
    "steps": np.array([1, 2], "m8[15m]"),
    "Fortran": np.asfortranarray(np.arange(6).reshape(2, 3)),
    "strides": np.arange(10)[::-3],
    "broadcast": np.broadcast_to(np.array([1.5]), (2, 2)),
    "objects": np.array([[1, "a"], [None, (1, 2)]], dtype=object),
    "0-d object": np.array({"a": 1}, dtype=object),
    "lists": np.array([[1], [2, 3]], dtype=object),
    "records": np.array([(1, "a", [1.5, 2])], dtype=[("n", "i4"), ("t", "O"), ("v", "f8", (2,))]),
    "no records": np.empty((2, 0), dtype=[("n", "i4"), ("t", "U3")]),
    "nested records": np.zeros(2, dtype=[("a", [("b", "i2")]), ("c", "?")]),
    "masked": np.ma.array([1.0, 2.0], mask=[False, True], fill_value=-1),
    "masked text": np.ma.array(["a", "b"], mask=[True, False]),
    "nothing masked": np.ma.array([1, 2]),
    "masked records": np.ma.array([(1, 2.0)], mask=[(True, False)], dtype=[("a", "i4"), ("b", "f8")]),
}

DAYS = pd.date_range("2024-01-01", periods=3, tz="Europe/Berlin")

COLUMNS = {
    "int": pd.Series([1, 2], dtype="int16"),
    "float": pd.Series([1.5, None]),
    "object": pd.Series([1, "a", None], dtype=object),
    "object of texts": pd.Series(["a", "b"], dtype=object),
    "bool": pd.Series([True, False]),
    "str": pd.Series(["a", None, "ü"]),
    "str of python": pd.Series(["a", None], dtype=pd.StringDtype("python", na_value=np.nan)),
    "string[python]": pd.Series(["a", None], dtype="string[python]"),
    "string[pyarrow]": pd.Series(["a", None], dtype="string[pyarrow]"),
    **{
        name: pd.Series([1, None, 3], dtype=name)
        for name in ("Int8", "UInt64", "Int64", "Float32", "Float64")
    },
    "boolean": pd.Series([True, None], dtype="boolean"),
    "category": pd.Series(["b", None, "a"], dtype=pd.CategoricalDtype(["b", "a", "c"], ordered=True)),
    "category of numbers": pd.Series([3, 1], dtype="category"),
    "datetime": pd.Series(pd.date_range("2024", periods=2)),
    "datetime in s": pd.Series(pd.date_range("2024", periods=2, unit="s")),
    "datetime with zone": pd.Series(DAYS),
    "timedelta": pd.Series(pd.to_timedelta([1, None], unit="h")),
    "period": pd.Series(pd.period_range("2024-01", periods=2, freq="Q")),
    "interval": pd.Series(pd.interval_range(0, 2, closed="left")),
    "interval of days": pd.Series(pd.IntervalIndex.from_breaks(DAYS)),
    "sparse": pd.Series(pd.arrays.SparseArray([0, 0, 1])),
    "sparse with blocks": pd.Series(pd.arrays.SparseArray([np.nan, 1.5], kind="block")),
    "empty": pd.Series([], dtype="Int64"),
}

ARROW = {
    str(kind): pd.Series(pd.arrays.ArrowExtensionArray(pa.array([*values, None], type=kind)))
    for kind, values in [
        (pa.int8(), [1]),
        (pa.float64(), [1.5, float("nan")]),
        (pa.bool_(), [True]),
        (pa.large_string(), ["a"]),
        (pa.binary(), [b"\xff"]),
        (pa.date32(), [dt.date(2024, 1, 1)]),
        (pa.time64("us"), [dt.time(3)]),
        (pa.timestamp("ns", "Europe/Berlin"), [pd.Timestamp("2024-01-01 00:00:00.000000001", tz="UTC")]),
        (pa.timestamp("s", "+01:00"), [dt.datetime(2024, 1, 1)]),
        (pa.duration("ms"), [dt.timedelta(1)]),
        (pa.decimal128(5, 2), [Decimal("1.25")]),
        (pa.list_(pa.int8()), [[1, 2], []]),
        (pa.struct([("a", pa.list_(pa.string()))]), [{"a": ["x"]}]),
    ]
}

INDEXES = {
    "range": pd.RangeIndex(5, 0, -2, name="n"),
    "int": pd.Index([3, 1], dtype="int8", name="n"),
    "bool": pd.Index([True, False]),
    "objects": pd.Index([1, "a", (1, 2)], dtype=object),
    "texts": pd.Index(["a", None], name=("x", 1)),
    "objects of texts": pd.Index(["a", "b"], dtype=object),
    "days": pd.date_range("2024", periods=3, freq="ME", tz="Europe/Berlin", name="month"),
    "business hours": pd.date_range("2024", periods=3, freq="2bh"),
    "days without a frequency": pd.DatetimeIndex(["2024-01-01", "2024-01-05"]),
    "times": pd.timedelta_range("1h", periods=3, freq="90min"),
    "periods": pd.period_range("2024-01", periods=2, freq="M", name="m"),
    "categories": pd.CategoricalIndex(["a", "b"], categories=["b", "a"], ordered=True, name="c"),
    "intervals": pd.interval_range(0, 3, name="i"),
    "nullable": pd.Index([1, None], dtype="Int64"),
    "multi": pd.MultiIndex.from_product([["a", "b"], DAYS], names=["k", None]),
    "multi with gaps": pd.MultiIndex.from_tuples([("a", 1.0), ("b", None)]),
    "multi with unused": pd.MultiIndex.from_product([["a", "b"], [1, 2]])[:2],
    "empty": pd.Index([], dtype="float64"),
}


@pytest.mark.parametrize("value", ARRAYS.values(), ids=ARRAYS)
def test_an_array_arrives_as_it_left_and_can_be_written_to(value):
    assert same(crossed(value), np.array(value) if type(value) is np.ndarray else value)


def test_a_masked_array_keeps_what_it_is_filled_with():
    copy = crossed(ARRAYS["masked"])
    assert copy.fill_value == -1 and crossed(np.ma.masked) is np.ma.masked


@pytest.mark.parametrize("value", [*COLUMNS.values(), *ARROW.values()], ids=[*COLUMNS, *ARROW])
def test_a_column_arrives_in_a_series_in_a_frame_and_alone(value):
    named = value.rename("price")
    assert same(crossed(named), named)
    assert same(crossed(named.to_frame()), named.to_frame())
    assert same(crossed(value.array), value.array)


@pytest.mark.parametrize("value", INDEXES.values(), ids=INDEXES)
def test_an_index_arrives_alone_and_on_both_sides_of_a_frame(value):
    assert same(crossed(value), value)
    rows = pd.DataFrame({"a": range(len(value))}, index=value)
    assert same(crossed(rows), rows)
    columns = pd.DataFrame([range(len(value))], columns=value)
    assert same(crossed(columns), columns)


@pytest.mark.parametrize(
    "frame",
    [
        pd.DataFrame(),
        pd.DataFrame(index=[1, 2]),
        pd.DataFrame(columns=["a", "b"]),
        pd.DataFrame([[1, "x"], [2, "y"]], columns=["a", "a"]),
        pd.DataFrame({"a": [1, 2]}, index=["x", "x"]),
        pd.DataFrame({1: [1], "1": [2.5], None: ["c"]}),
        pd.DataFrame({"a": [[1, 2], {"k": 1}]}),
        pd.DataFrame({"k": ["a", "b", "a"], "v": [1, 2, 3]}).groupby("k").agg({"v": ["sum", "mean"]}),
    ],
    ids=[
        "empty",
        "rows only",
        "columns only",
        "one name twice",
        "one label twice",
        "mixed",
        "objects",
        "grouped",
    ],
)
def test_a_frame_arrives_whatever_its_form(frame):
    assert same(crossed(frame), frame)


def test_attrs_come_along():
    frame = pd.DataFrame({"a": [1]})
    frame.attrs = {"source": "shop", "span": (1, 2)}
    assert crossed(frame).attrs == {"source": "shop", "span": (1, 2)}


def test_a_copy_shares_no_memory_with_what_it_was_made_from():
    array = np.zeros(3)
    crossed(array)[0] = 1
    assert array[0] == 0


def test_a_calendar_of_holidays_is_left_out_of_the_frequency():
    days = pd.bdate_range("2024-01-01", periods=3, freq="C", holidays=["2024-01-02"])
    assert days.freq is not None and crossed(days).freq is None and crossed(days).equals(days)


@pytest.mark.parametrize(
    "value",
    [
        np.zeros(2, "V4"),
        np.array(["a"], dtype=np.dtypes.StringDType()),
        pd.Series(pd.arrays.ArrowExtensionArray(pa.array([[(1, 2)]], type=pa.map_(pa.int8(), pa.int8())))),
    ],
    ids=["void", "numpy's own strings", "map of Arrow"],
)
def test_a_table_of_a_dtype_that_is_not_in_the_list_is_opaque_as_a_whole(value):
    assert isinstance(crossed(value), Opaque) and crossed(value).kind == type(value).__name__


@pytest.mark.parametrize(
    "value",
    [
        np.zeros(1000),
        np.broadcast_to(np.zeros(1), (10**12,)),
        np.broadcast_to(np.array([None]), (10**12,)),
        pd.Series(pd.arrays.SparseArray(np.zeros(1000))),
        pd.DataFrame({"a": np.zeros(1000)}),
        pd.Series(["a" * 2000]),
        [np.zeros(60)] * 10,
    ],
    ids=["array", "broadcast", "objects", "sparse", "frame", "texts", "many"],
)
def test_a_table_that_is_too_large_is_refused_before_it_is_copied(value):
    with pytest.raises(WireError, match="more than"):
        encode(value, limits=ValueLimits(bytes=1000, nodes=1000))
