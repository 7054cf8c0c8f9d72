"""What became of a value is put into the original, and said in a sentence for a learner."""

from __future__ import annotations

from collections import Counter, deque

import networkx as nx
import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecotools.blueprint import Blueprint
from ecotools.ledger import Ledger, empty_ledger
from ecotools.wire import digest
from ecotools.wire.changes import describe_change, replace_contents
from tests.wire.same import crossed, same

SHOP = pd.DataFrame({"name": ["a", "b", "c"], "price": [10, 5, 7]}, index=["x", "y", "z"])


def _drawn(generator):
    generator.random(3)
    return generator


@pytest.mark.parametrize(
    "old, new",
    [
        ([1, 2], [3]),
        ({"a": 1}, {"b": 2, "a": 3}),
        (Counter("aab"), {"a": 5}),
        ({1}, {2, 3}),
        (bytearray(b"ab"), bytearray(b"c")),
        (deque([1, 2], maxlen=5), [3, 4, 5]),
        (np.array([1, 2]), np.array([3, 4])),
        (np.array([[1], "a"], dtype=object), np.array([[1, 2], "a"], dtype=object)),
        (np.ma.array([1, 2], mask=[True, False]), np.ma.array([1, 2], mask=[False, False])),
        (pd.Series([1, 2]), pd.Series(["a"], name="n", index=[5])),
        (SHOP.copy(), SHOP.sort_values("price").assign(new=1.5)),
        (SHOP.copy(), pd.DataFrame()),
    ],
    ids=lambda value: type(value).__name__,
)
def test_a_mutable_value_holds_what_the_new_one_holds_and_stays_itself(old, new):
    other_name = old
    assert replace_contents(old, new)
    assert other_name is old and same(crossed(old), crossed(new))


@pytest.mark.parametrize("make", [np.random.default_rng, np.random.RandomState])
def test_a_generator_goes_on_where_the_other_one_is(make):
    old, new = make(5), _drawn(make(5))
    assert replace_contents(old, new) and old.random(4).tolist() == new.random(4).tolist()


def test_what_is_of_our_own_or_of_networkx_is_replaced_as_a_whole():
    graph, ledger, blueprint = nx.path_graph(3), empty_ledger(), Blueprint.from_yaml("name: A\n")
    assert replace_contents(graph, nx.path_graph(2)) and list(graph.edges) == [(0, 1)]
    assert replace_contents(ledger, Ledger(currency="EUR")) and ledger.currency == "EUR"
    assert replace_contents(blueprint, Blueprint.from_yaml("name: B # new\n"))
    assert blueprint.to_yaml() == "name: B # new\n"


def test_a_frame_that_was_filled_shares_nothing_with_the_other():
    old, new = SHOP.copy(), SHOP.assign(price=1)
    replace_contents(old, new)
    new.loc["x", "price"] = 99
    assert old["price"].tolist() == [1, 1, 1]


def test_a_value_filled_with_itself_stays_as_it_is():
    value = {"a": 1}
    assert replace_contents(value, value) and value == {"a": 1}


@pytest.mark.parametrize(
    "old, new",
    [
        ((1, 2), (3, 4)),
        ([1], (1,)),
        ("a", "b"),
        (np.array([1, 2]), np.array([1, 2, 3])),
        (np.array([1, 2]), np.array([1.5, 2])),
        (np.broadcast_to(np.array(1), (2,)), np.array([1, 2])),
        (SHOP, SHOP["price"]),
        (np.random.default_rng(1), np.random.Generator(np.random.MT19937(1))),
        (nx.Graph(), nx.DiGraph()),
    ],
    ids=lambda value: type(value).__name__,
)
def test_what_cannot_be_filled_is_left_alone(old, new):
    before = digest(old)
    assert not replace_contents(old, new) and digest(old) == before


@pytest.mark.parametrize(
    "before, after, words",
    [
        ([1, 2, 3, 4], [1, 2, 3], "the list has 3 elements in place of 4: 4 was removed"),
        ([1], [1, 2], "the list has 2 elements in place of 1: 2 was added"),
        ([1, 2, 3], [9], "the list has 1 element in place of 3"),
        ([3, 1, 2], [1, 2, 3], "its order changed: it was [3, 1, 2], now [1, 2, 3]"),
        ([1, 2], [1, 5], "element 1 changed: 2 is now 5"),
        ([{"a": 1}], [{"a": 2}], "element 0 changed: key 'a' changed: 1 is now 2"),
        ([1, 2, 3], [0, 0, 0], "element 0 changed: 1 is now 0 (and 2 more elements changed)"),
        ([np.float64(1.5)], [2.5], "element 0 changed: 1.5 is now 2.5"),
        ([2], [np.int64(2)], "element 0 changed: 2 (int) is now 2 (int64)"),
        ({"a": 1, "b": 2}, {"b": 2}, "key 'a' was removed"),
        ({}, {"a": 1}, "key 'a' was added"),
        ({"a": [1]}, {"a": [1, 2]}, "key 'a' changed: the list has 2 elements in place of 1: 2 was added"),
        (
            {"b": 1, "a": 2},
            {"a": 2, "b": 1},
            "the order of its keys changed: it was ['b', 'a'], now ['a', 'b']",
        ),
        (
            dict.fromkeys("abcde"),
            {},
            "key 'a' was removed; key 'b' was removed; key 'c' was removed; and 2 more changes",
        ),
        ({1}, {2}, "1 was removed; 2 was added"),
        (np.array([3, 1]), np.array([1, 3]), "its order changed: it was [3, 1], now [1, 3]"),
        (np.zeros((2, 2)), np.eye(2), "element [0, 0] changed: 0.0 is now 1.0 (and 1 more element changed)"),
        (np.array([1]), np.array([1.0]), "its dtype changed from int64 to float64"),
        (np.zeros(3), np.zeros((3, 1)), "its shape changed: it was (3,), now (3, 1)"),
        (SHOP, SHOP.assign(price=[10, 5, 12]), "column 'price' changed in row 'z': 7 is now 12"),
        (SHOP, SHOP.assign(tax=1), "the column 'tax' was added"),
        (SHOP, SHOP.drop(columns="name"), "the column 'name' was removed"),
        (SHOP, SHOP.rename(columns={"price": "cost"}), "the column 'price' was renamed to 'cost'"),
        (
            SHOP,
            SHOP[["price", "name"]],
            "the order of its columns changed: it was ['name', 'price'], now ['price', 'name']",
        ),
        (SHOP, SHOP.head(2), "rows: 3 before, 2 now"),
        (SHOP, SHOP.drop("x").assign(a=1), "the column 'a' was added; rows: 3 before, 2 now"),
        (SHOP, SHOP.sort_values("price"), "the order of its rows changed"),
        (
            SHOP,
            SHOP.sort_values("price", ignore_index=True),
            "the order of its rows changed; the index was reset",
        ),
        (SHOP, SHOP.reset_index(drop=True), "the index was reset"),
        (SHOP, SHOP.rename_axis("key"), "the name of its index changed: None is now 'key'"),
        (SHOP, SHOP.set_axis([1, 2, 3]), "the index changed: it was ['x', 'y', 'z'], now [1, 2, 3]"),
        (SHOP, SHOP.astype({"price": float}), "column 'price' changed its dtype from int64 to float64"),
        (SHOP["price"], SHOP["price"] * 2, "it changed at 'x': 10 is now 20 (and 2 more values changed)"),
        (SHOP["price"], SHOP["price"].sort_values(), "its order changed: it was [10, 5, 7], now [5, 7, 10]"),
        (SHOP["price"], SHOP["price"].rename("cost"), "its name changed: 'price' is now 'cost'"),
        (SHOP["price"], SHOP["price"].head(1), "values: 3 before, 1 now"),
        (SHOP.index, SHOP.index.rename("k"), "the name of its index changed: None is now 'k'"),
        (np.random.default_rng(1), _drawn(np.random.default_rng(1)), "random numbers were drawn from it"),
        (SHOP, None, "a DataFrame of 3 rows is now None"),
    ],
)
def test_a_change_is_said_in_plain_words(before, after, words):
    assert describe_change(before, after) == words


def test_a_sentence_is_short_however_long_the_values_are():
    assert len(describe_change({"k" * 10**5: 1}, {"j" * 10**5: "x" * 10**6})) <= 300
    assert len(describe_change(["\n" * 999] * 10**4, ["x" * 10**3] * 10**4)) <= 300


def test_values_that_hold_themselves_are_said_to_have_changed():
    loop = []
    loop.append(loop)
    assert describe_change(loop, [1]) == "it changed"


VALUES = st.recursive(
    st.none() | st.integers() | st.text(max_size=5) | st.floats(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=3), inner, max_size=4),
    max_leaves=10,
)


@given(VALUES, VALUES)
def test_every_change_gets_a_sentence_of_one_line(before, after):
    words = describe_change(before, after)
    assert 0 < len(words) <= 300 and "\n" not in words


@given(st.lists(VALUES, max_size=5), st.lists(VALUES, max_size=5))
def test_a_list_that_was_filled_has_the_digest_of_the_new_one(old, new):
    assert replace_contents(old, new) and digest(old) == digest(new)
