"""Each kind of the closed list arrives as it left."""

from __future__ import annotations

import datetime as dt
import enum
import itertools
from collections import Counter, OrderedDict, UserDict, defaultdict, deque, namedtuple
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple
from zoneinfo import ZoneInfo

import numpy as np
import pandas as pd
import pytest

from ecotools.wire import WireError, decode, encode
from ecotools.wire.unknown_values import Opaque
from tests.wire.same import crossed, same

Point = namedtuple("Point", "x y")


class Sale(NamedTuple):
    day: str
    amount: float = 0.0


class Level(enum.IntEnum):
    LOW = 1


class Colour(enum.Enum):
    RED = 1
    BLUE = 2


class Money(float):
    pass


class Rows(list):
    pass


PLAIN = [
    *(None, True, False, ..., NotImplemented, 0, -1, 2**63, -(2**63), 2**64, -(2**64), 10**5000),
    *(0.0, -0.0, 0.1, 1e308, 5e-324, float("inf"), float("-inf"), float("nan")),
    *(
        1j,
        complex(-0.0, float("nan")),
        Decimal("1.10"),
        Decimal("-Infinity"),
        Decimal("NaN"),
        Decimal("1E+999"),
    ),
    *(Fraction(-1, 3), Fraction(10**40, 7), "", "abc", "ü€😀", "\ud800", "\ud83d\ude00", "a\x00b"),
    *(
        b"",
        b"\x00\xff",
        bytearray(b"ab"),
        range(3),
        range(10, 0, -3),
        range(2**70),
        slice(None, 3),
        slice("a", "b"),
    ),
]

TIMES = [
    dt.date(2024, 2, 29),
    dt.datetime(1, 1, 1),
    dt.datetime(2024, 10, 27, 2, 30, fold=1, tzinfo=ZoneInfo("Europe/Berlin")),
    dt.datetime(2024, 1, 1, 12, 0, 0, 999_999, tzinfo=dt.UTC),
    dt.datetime(2024, 1, 1, tzinfo=dt.timezone(dt.timedelta(hours=-5, seconds=7))),
    dt.datetime(2024, 1, 1, tzinfo=dt.timezone(dt.timedelta(hours=1), "CET")),
    dt.time(23, 59, 59, 1),
    dt.time(1, fold=1, tzinfo=dt.UTC),
    dt.timedelta(days=-1, seconds=5, microseconds=7),
    pd.Timestamp("2024-01-01 10:00:00.123456789"),
    pd.Timestamp("2024-10-27 01:30", tz="UTC").tz_convert("Europe/Berlin"),
    pd.Timestamp("2024-01-01", tz=dt.timezone(dt.timedelta(hours=2))).as_unit("s"),
    pd.Timestamp("0001-01-01").as_unit("ms"),
    *(pd.Timedelta("1 day 3 ns"), pd.Timedelta(5, "s").as_unit("s"), pd.NaT, pd.NA),
    *(pd.Period("2024-01", "M"), pd.Period("2024-01-01", "2D"), pd.Period("2024Q1", "Q-NOV")),
    *(pd.Interval(0, 1.5, closed="both"), pd.Interval(pd.Timestamp("2024"), pd.Timestamp("2025"))),
]

CONTAINERS = [
    *([], [1, [2, [3]]], (), (1, "a", None), set(), {1, "a", (2, 3)}, frozenset({frozenset({1})})),
    {"b": 1, "a": [2]},
    {1: "int", "1": "str", (1, 2): "tuple", None: "none", 2.5: "float", dt.date(2024, 1, 1): "day"},
    {frozenset({1}): 1, b"x": 2, pd.Timestamp("2024"): 3, Fraction(1, 3): 4},
    [{"name": "a", "price": 1.0}, {"name": "b", "price": float("nan")}],
    [True, 1, 1.0, "1", None],
]

SCALARS = [
    *(np.int8(-5), np.uint64(2**64 - 1), np.float16(0.1), np.float32("nan"), np.float64(0.1), np.bool_(True)),
    *(np.complex64(1 + 2j), np.longdouble("0.1"), np.clongdouble(1j)),
    *(np.str_("ab"), np.str_("a\x00"), np.bytes_(b"a\x00")),
    *(np.datetime64("2024-01-01"), np.datetime64("2024-01-01T10:00:00.123", "ns"), np.datetime64("NaT")),
    *(np.timedelta64(5, "D"), np.timedelta64(7), np.datetime64(3, "25s")),
    np.array((1, "a"), dtype=[("n", "i4"), ("t", "U3")])[()],
]


@pytest.mark.parametrize(
    "value", [*PLAIN, *TIMES, *CONTAINERS, *SCALARS], ids=lambda value: type(value).__name__
)
def test_a_value_arrives_as_it_left(value):
    assert same(crossed(value), value)


@pytest.mark.parametrize(
    "value, arrives",
    [
        (Money(1.5), 1.5),
        (Level.LOW, 1),
        (type("Name", (str,), {})("x"), "x"),
        (Rows([1, 2]), [1, 2]),
        (Counter("aab"), {"a": 2, "b": 1}),
        (defaultdict(list, a=[1]), {"a": [1]}),
        (OrderedDict(b=1, a=2), {"b": 1, "a": 2}),
        (type("Frame", (pd.DataFrame,), {})({"a": [1]}), pd.DataFrame({"a": [1]})),
        (np.array([[1]]).view(np.recarray), np.array([[1]])),
        (type("Many", (frozenset,), {})({1}), frozenset({1})),
    ],
    ids=lambda value: type(value).__name__,
)
def test_a_subclass_is_taken_for_what_it_is(value, arrives):
    assert same(crossed(value), arrives)


class _Summer(dt.tzinfo):
    """A zone of somebody's own."""

    def utcoffset(self, at):
        return dt.timedelta(hours=2)

    def dst(self, at):
        return dt.timedelta(hours=1)


@pytest.mark.parametrize("place", [_Summer(), dt.timezone(dt.timedelta(hours=2))])
def test_a_time_in_a_zone_without_a_known_key_keeps_its_instant(place):
    value = dt.datetime(2024, 7, 1, 12, tzinfo=place)
    copy = crossed(value)
    assert copy == value and copy.utcoffset() == dt.timedelta(hours=2)


def test_an_ordered_dict_keeps_the_order_that_it_was_given():
    value = OrderedDict(a=1, b=2)
    value.move_to_end("a")
    assert list(crossed(value)) == ["b", "a"]


@pytest.mark.parametrize("value", [Point(1, [2]), Sale("2024-01-01"), type("_Own", (Point,), {})(1, 2)])
def test_a_namedtuple_keeps_its_name_and_fields(value):
    copy = crossed(value)
    assert copy == value and copy._fields == value._fields and type(copy).__name__ == type(value).__name__


def test_two_copies_of_a_namedtuple_have_one_class():
    assert type(crossed(Point(1, 2))) is type(crossed(Point(3, 4)))


def test_a_namedtuple_with_names_that_python_made_up_is_a_tuple():
    odd = namedtuple("Odd", ["class", "x"], rename=True)
    assert same(crossed(odd(1, 2)), (1, 2))


@pytest.mark.parametrize(
    "value, arrives",
    [
        ((n * n for n in range(3)), [0, 1, 4]),
        (map(str, [1, 2]), ["1", "2"]),
        (zip("ab", [1, 2], strict=True), [("a", 1), ("b", 2)]),
        (enumerate("a"), [(0, "a")]),
        (reversed([1, 2]), [2, 1]),
        (iter({"a": 1}), ["a"]),
        (itertools.chain([1], [2]), [1, 2]),
        ({"a": 1}.keys(), ["a"]),
        ({"a": 1}.values(), [1]),
        ({"a": 1}.items(), [("a", 1)]),
        (OrderedDict(a=1).items(), [("a", 1)]),
        (UserDict(a=1).keys(), ["a"]),
        (deque([1, 2], maxlen=2), [1, 2]),
    ],
    ids=lambda value: type(value).__name__,
)
def test_what_is_gone_through_arrives_as_a_list(value, arrives):
    assert same(crossed(value), arrives)


def test_the_error_of_a_generator_is_told():
    def broken():
        yield 1
        raise KeyError("price")

    with pytest.raises(WireError, match=r"a generator stopped with an error .*KeyError: 'price'"):
        encode(broken())


def test_an_open_file_is_not_read(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("a\nb\n")
    with path.open() as file:
        assert isinstance(crossed(file), Opaque)
        assert file.readline() == "a\n"


@pytest.mark.parametrize(
    "kind",
    [
        int,
        str,
        dict,
        type(None),
        ValueError,
        dt.date,
        np.float64,
        np.int32,
        np.ndarray,
        pd.DataFrame,
        pd.CategoricalDtype,
    ],
)
def test_a_class_of_the_table_is_itself(kind):
    assert crossed(kind) is kind


@pytest.mark.parametrize(
    "dtype",
    [
        *map(np.dtype, ["f8", ">i4", "U5", "S3", "M8[ns]", "O", "?", "c16"]),
        np.dtype([("a", "i4"), ("b", [("c", "U2"), ("d", "f8", (2, 3))])]),
        np.dtype({"names": ["a"], "formats": ["i2"], "offsets": [4], "itemsize": 16}),
        *(pd.Int64Dtype(), pd.StringDtype("python"), pd.CategoricalDtype(["b", "a"], ordered=True)),
        *(
            pd.CategoricalDtype(),
            pd.PeriodDtype("M"),
            pd.IntervalDtype("float64", "left"),
            pd.SparseDtype("f8", 0.0),
        ),
        *(pd.DatetimeTZDtype("us", "Europe/Berlin"), pd.BooleanDtype(), pd.Float32Dtype()),
    ],
)
def test_a_dtype_is_rebuilt(dtype):
    assert crossed(dtype) == dtype and type(crossed(dtype)) is type(dtype)


@pytest.mark.parametrize(
    "value", [object(), Colour.RED, pd.DataFrame({"a": [1]}).groupby("a"), pytest.raises]
)
def test_what_is_not_in_the_list_is_opaque_and_knows_its_class(value):
    copy = crossed(value)
    assert copy.kind == type(value).__name__
    assert repr(copy) == f"<{copy.kind} object>"


def test_something_opaque_stays_in_its_place():
    first, second, third = crossed([1, object(), "a"])
    assert (first, third) == (1, "a") and isinstance(second, Opaque)


def test_opaque_things_equal_only_themselves_so_keys_stay_apart():
    assert len(crossed({Colour.RED: 1, Colour.BLUE: 2})) == 2


def test_an_opaque_thing_crosses_back():
    assert same(crossed(Opaque("Figure", "matplotlib.figure")), Opaque("Figure", "matplotlib.figure"))


def test_a_scalar_is_wrapped_since_data_are_always_a_dict():
    assert encode(None) == {"kind": "plain", "value": None}
    assert decode({"kind": "plain", "value": "a"}) == "a"
