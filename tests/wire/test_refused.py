"""What would do harm is refused, each with words that say what is wrong."""

from __future__ import annotations

import base64
import subprocess
import sys

import numpy as np
import pandas as pd
import pytest

from ecotools.wire import WireError, decode, encode
from ecotools.wire.limits import ValueLimits
from tests.wire.paths import changed


@pytest.mark.parametrize(
    "data", [None, 1, "a", [], {}, object(), {1: 2}, {"kind": []}, {"kind": "plain", "value": object()}]
)
def test_what_is_not_a_dict_of_the_format_is_refused(data):
    with pytest.raises(WireError):
        decode(data)


def buffer(dtype: str, shape: list, raw: bytes) -> dict:
    return {"kind": "array", "dtype": dtype, "shape": shape, "base64": base64.b64encode(raw).decode()}


def listed(*items) -> dict:
    return {"kind": "list", "items": list(items)}


RANGE = {"kind": "range index", "bounds": [0, 2, 1], "name": None}
NUMBERS = buffer("<i8", [2], bytes(16))
MT = encode(np.random.Generator(np.random.MT19937(1)))
PHILOX = encode(np.random.Generator(np.random.Philox(1)))


@pytest.mark.parametrize(
    "data, words",
    [
        (buffer("|O", [1], bytes(8)), "a buffer holds numbers, times or texts"),
        (buffer("<f8", [3], bytes(16)), "expected 24 bytes"),
        (buffer("<f8", [2**30, 2**30], b""), "too large"),
        (buffer("<U0", [10**12], b""), "too large"),
        (buffer("<f8", [-1], b""), "whole number from 0"),
        (buffer("<f8", [True], bytes(8)), "whole number from 0"),
        (buffer("<f8,<f8", [1], bytes(16)), "unknown dtype"),
        (buffer("<U1", [1], b"\xff\xff\xff\xff"), "character that does not exist"),
        (buffer("|b1", [1], b"\x02"), "0 or 1"),
        ({**NUMBERS, "base64": "!" * 24}, "cannot be rebuilt"),
        ({"kind": "objects", "shape": [2], "items": [1]}, "2 objects holds 1"),
        ({"kind": "int", "hex": "0x1"}, "hexadecimal"),
        ({"kind": "int", "hex": "1_0"}, "hexadecimal"),
        ({"kind": "decimal", "text": "1" * 10 + "_0"}, "digits"),
        ({"kind": "fraction", "over": ["1", "0"]}, "ZeroDivisionError"),
        ({"kind": "fraction", "over": ["f" * 5000, "3"]}, "at most 4096"),
        ({"kind": "date", "at": [2024, 2, 30]}, "cannot be rebuilt"),
        (
            {"kind": "datetime", "at": [2024, 1, 1, 0, 0, 0, 0], "fold": 0, "zone": {"key": "../etc/passwd"}},
            "unknown time zone",
        ),
        ({"kind": "timestamp", "at": -(2**63), "unit": "ns", "zone": None}, "whole number"),
        ({"kind": "timestamp", "at": 1, "unit": "Y", "zone": None}, "unit"),
        ({"kind": "period", "ordinal": 1, "frequency": "M; import os"}, "no frequency"),
        ({"kind": "namedtuple", "name": "P", "fields": ["x=print()"], "items": [1]}, "needs a name"),
        ({"kind": "namedtuple", "name": "P", "fields": ["x", "x"], "items": [1, 2]}, "needs a name"),
        ({"kind": "namedtuple", "name": "P", "fields": ["class"], "items": [1]}, "needs a name"),
        ({"kind": "namedtuple", "name": "P", "fields": ["__new__"], "items": [1]}, "needs a name"),
        ({"kind": "namedtuple", "name": "P", "fields": ["ﬁ"], "items": [1]}, "needs a name"),
        ({"kind": "set", "items": [1, 1]}, "same key twice"),
        ({"kind": "set", "items": [listed(1)]}, "unhashable"),
        ({"kind": "dict", "keys": [1, True], "values": [1, 2]}, "same key twice"),
        ({"kind": "dict", "keys": [1], "values": []}, "shorter"),
        ({"kind": "type", "name": "os.system"}, "cannot be rebuilt"),
        ({"kind": "type", "name": "subprocess.Popen"}, "cannot be rebuilt"),
        ({"kind": "range", "bounds": [0, 1, 0]}, "must not be zero"),
        ({"kind": "range index", "bounds": [0, 2**62, 1], "name": None}, "too long"),
        ({"kind": "index", "values": NUMBERS, "name": None, "frequency": "D"}, "only times"),
        (
            {
                "kind": "series",
                "values": NUMBERS,
                "index": {**RANGE, "bounds": [0, 3, 1]},
                "name": None,
                "attrs": None,
            },
            "index of 3",
        ),
        ({"kind": "series", "values": NUMBERS, "index": RANGE, "name": listed(), "attrs": None}, "hashable"),
        (
            {"kind": "series", "values": listed(1, 2), "index": RANGE, "name": None, "attrs": None},
            "not a list",
        ),
        (
            {"kind": "frame", "columns": RANGE, "index": RANGE, "values": [NUMBERS], "attrs": None},
            "2 names of columns",
        ),
        (
            {
                "kind": "categorical",
                "codes": buffer("|i1", [1], b"\x05"),
                "categories": RANGE,
                "ordered": False,
            },
            "codes",
        ),
        (
            {
                "kind": "multi index",
                "levels": [RANGE],
                "codes": [buffer("|i1", [1], b"\x05")],
                "names": [None],
            },
            "max",
        ),
        ({"kind": "multi index", "levels": [], "codes": [], "names": []}, "level"),
        (
            {"kind": "function", "handle": -1, "class": "f", "name": "f", "doc": "", "signature": None},
            "whole number from 0",
        ),
        ({"kind": "generator", "bits": "os", "state": {}}, "cannot be rebuilt"),
        (changed(MT, ("state", "pos"), "ffff"), "too large"),
        (changed(MT, ("state", "key"), ["1"]), "624"),
        (changed(PHILOX, ("state", "buffer_pos"), "7fffffff"), "too large"),
        ({"kind": "blueprint", "yaml": "name: &a [*a]"}, "cannot be rebuilt"),
        ({"kind": "sparse", "values": NUMBERS, "fill": 0, "index": "other"}, "cannot be rebuilt"),
        ({"kind": "pickle"}, "unknown kind of value: 'pickle'"),
    ],
)
def test_what_would_do_harm_is_refused_by_name(data, words):
    with pytest.raises(WireError, match=words):
        decode(data)


def test_a_categories_column_may_not_repeat_one():
    twice = encode(pd.Index([1, 1]))
    with pytest.raises(WireError, match="unique"):
        decode(
            {"kind": "categorical", "codes": buffer("|i1", [1], b"\0"), "categories": twice, "ordered": False}
        )


def test_records_may_not_be_larger_than_what_they_say():
    huge = {"fields": [["a", "<f8", 0, None]], "size": 2**26}
    with pytest.raises(WireError, match="more than"):
        decode({"kind": "records", "dtype": huge, "shape": [2**20], "fields": [buffer("<f8", [2**20], b"")]})


def test_a_dtype_may_not_have_fields_without_end():
    dtype, size = "|i1", 1
    for _ in range(15):
        fields = [["a", dtype, 0, None], ["b", dtype, size, None]]
        dtype, size = {"fields": fields, "size": 2 * size}, 2 * size
    with pytest.raises(WireError, match="more than 1,000 values"):
        decode({"kind": "dtype", "dtype": dtype}, limits=ValueLimits(nodes=1000))


def test_a_type_of_arrow_may_not_have_fields_without_end():
    kind = ["int8"]
    for _ in range(15):
        kind = ["struct", [["a", kind], ["b", kind]]]
    with pytest.raises(WireError, match="more than 1,000 values"):
        decode({"kind": "arrow", "type": kind, "items": []}, limits=ValueLimits(nodes=1000))


@pytest.mark.parametrize("kind", ["set", "frozenset", "dict"])
def test_keys_that_were_made_to_have_one_hash_are_refused(kind):
    prime = 2**61 - 1
    keys = [{"kind": "int", "hex": f"{prime * 2**10 * at:x}"} for at in range(1, 50_000)]
    fields = {"keys": keys, "values": keys} if kind == "dict" else {"items": keys}
    with pytest.raises(WireError, match="same hash"):
        decode({"kind": kind, **fields})


def test_data_that_are_too_deep_are_refused():
    data = listed()
    for _ in range(3000):
        data = listed(data)
    with pytest.raises(WireError, match="nested more than 60 deep"):
        decode(data)


@pytest.mark.parametrize(
    "data",
    [
        listed(*range(30)),
        listed(*[listed()] * 30),
        listed("a" * 3000),
        {"kind": "bytes", "base64": "A" * 4000},
        {"kind": "int", "hex": "f" * 3000},
        buffer("|i1", [3000], bytes(3000)),
    ],
    ids=["items", "lists", "text", "bytes", "int", "array"],
)
def test_data_beyond_the_limits_are_refused(data):
    with pytest.raises(WireError, match=r"more than|at most|too large"):
        decode(data, limits=ValueLimits(nodes=20, bytes=2000))


def test_an_error_of_bind_is_an_error_of_the_wire():
    data = encode(len, export=lambda function: 1)
    with pytest.raises(WireError, match="KeyError"):
        decode(data, bind=lambda function: {}["x"])


def test_reading_imports_nothing_heavy_and_nothing_of_this_project():
    code = (
        "import sys, ecotools.wire as wire\n"
        "wire.decode({'kind': 'type', 'name': 'builtins.int'})\n"
        "heavy = {'networkx', 'pydantic', 'matplotlib', 'ecotools.blueprint', 'ecotools.ledger'}\n"
        "print(heavy & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
