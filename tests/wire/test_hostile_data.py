"""Whatever JSON comes in, `decode` returns a value or says in a `WireError` what is wrong."""

from __future__ import annotations

import json

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ecotools.blueprint import Blueprint
from ecotools.ledger import empty_ledger
from ecotools.wire import WireError, decode, encode
from ecotools.wire.limits import ValueLimits
from ecotools.wire.reader import _READERS
from tests.wire.paths import at, changed, places
from tests.wire.strategies import JSON, VALUES
from tests.wire.test_kinds import CONTAINERS, PLAIN, SCALARS, TIMES, Point
from tests.wire.test_tables import ARRAYS, ARROW, COLUMNS, INDEXES

SMALL = ValueLimits(nodes=20_000, bytes=200_000)


def _graph():
    import networkx as nx

    graph = nx.MultiDiGraph(name="g")
    graph.add_edge("a", "b", weight=1)
    graph.add_edge("b", (1, 2))
    return graph


EXAMPLES = [
    *PLAIN[:12],
    *PLAIN[13:],
    *TIMES,
    *CONTAINERS,
    *SCALARS,
    *ARRAYS.values(),
    *COLUMNS.values(),
    *ARROW.values(),
    *INDEXES.values(),
    *(Point(1, 2), int, np.dtype("f8"), pd.CategoricalDtype(), pd.Int64Dtype(), np.ma.masked, object()),
    *(pd.DataFrame({"a": [1], "b": ["x"]}), pd.arrays.NumpyExtensionArray(np.array([1]))),
    *(np.random.default_rng(1), np.random.Generator(np.random.MT19937(1)), np.random.RandomState(1)),
    *(np.random.Generator(np.random.Philox(1)), np.random.Generator(np.random.SFC64(1))),
    *(_graph(), Blueprint.from_yaml("name: A\n"), empty_ledger()),
]
DATA = [json.loads(json.dumps(encode(value))) for value in EXAMPLES]
DATA.append(encode(lambda a, *b, c=(1,), **d: a, export=lambda function: 3))


def outcome(data, limits=SMALL):
    """The value of some data, or None for a WireError; any other error is a failure."""
    try:
        return decode(data, limits=limits, bind=lambda function: function)
    except WireError as error:
        assert 0 < len(str(error)) < 1000
        return None


ODD = st.one_of(
    JSON,
    st.sampled_from(
        [
            *(
                -1,
                2**31,
                2**63 - 1,
                -(2**63),
                2**64,
                10**400,
                1e400,
                float("nan"),
                -0.0,
                True,
                None,
                "",
                [],
                {},
            ),
            *(
                "__import__('os')",
                "\ud800",
                "|O",
                "<f8",
                "<M8[ns]",
                "<U9999999",
                "object",
                "\x00",
                "a" * 10_000,
            ),
            *([0] * 100, [[]] * 9, {"kind": "list", "items": []}, {"kind": "dict", "keys": [], "values": []}),
            *({"kind": "index"}, {"kind": "objects", "shape": [1], "items": [None]}, "////", "A" * 8),
        ]
    ),
    st.sampled_from(DATA),
)


def test_every_kind_that_can_be_read_is_among_the_examples():
    written = {
        part["kind"]
        for data in DATA
        for path in places(data)
        if type(part := at(data, path)) is dict and "kind" in part
    }
    assert written == set(_READERS)


@given(JSON)
def test_any_json_is_a_value_or_an_error_of_the_wire(data):
    outcome(data)
    outcome({"kind": "list", "items": data})


@given(st.sampled_from(sorted(_READERS)), st.data())
def test_any_json_in_the_fields_of_a_kind(kind, data):
    fields = _READERS[kind][1] - {"kind"}
    outcome({"kind": kind, **{field: data.draw(ODD) for field in sorted(fields)}})


@settings(max_examples=250)
@given(st.sampled_from(DATA), st.data())
def test_data_with_one_place_changed(data, draw):
    path = draw.draw(st.sampled_from(places(data)))
    outcome(changed(data, path, draw.draw(ODD)))


@given(st.sampled_from(DATA), st.data())
def test_data_with_a_field_too_many_or_one_too_few(data, draw):
    inside = [path for path in places(data) if type(at(data, path)) is dict]
    path = draw.draw(st.sampled_from(inside))
    part = at(data, path)
    with pytest.raises(WireError):
        decode(changed(data, path, part | {"extra": 1}))
    with pytest.raises(WireError):
        decode(changed(data, path, {key: part[key] for key in list(part)[1:]}))


@given(VALUES, st.data())
def test_composed_values_with_one_place_changed(value, draw):
    data = encode(value)
    path = draw.draw(st.sampled_from(places(data)))
    outcome(changed(data, path, draw.draw(ODD)))
