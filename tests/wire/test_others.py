"""Functions stay where they are; generators, graphs, ledgers and blueprints have a form of their own."""

from __future__ import annotations

import functools
import inspect
import operator

import networkx as nx
import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecotools.blueprint import Blueprint
from ecotools.ledger import Ledger, empty_ledger
from ecotools.wire import WireError, decode, digest, encode
from ecotools.wire.unknown_values import Opaque
from tests.wire.same import crossed, same


def price(base, *extra, rate=0.2, **more):
    """The price with tax."""
    return base * (1 + rate)


class Shop:
    def sell(self, count: int = 1) -> int:
        return count

    def __call__(self, day):
        return day


def bound(value) -> dict:
    """What `bind` gets for a callable."""
    return decode(encode(value, export=lambda function: 7), bind=lambda function: function)


def test_a_function_crosses_as_a_number_with_name_signature_and_docstring():
    data = bound(price)
    assert data["handle"] == 7 and data["name"] == "price" and data["doc"] == "The price with tax."
    assert str(data["signature"]) == "(base, *extra, rate=0.2, **more)"


@pytest.mark.parametrize(
    "value, kind, signature",
    [
        (lambda a, /, b=(1, 2): a, "function", "(a, /, b=(1, 2))"),
        (Shop().sell, "method", "(count=1)"),
        (Shop(), "Shop", "(day)"),
        (Shop, "type", "()"),
        (functools.partial(price, rate=0.1), "partial", "(base, *extra, rate=0.1, **more)"),
        (operator.itemgetter(1), "itemgetter", None),
        (len, "builtin_function_or_method", "(obj, /)"),
        (np.add, "ufunc", None),
    ],
    ids=lambda value: str(value)[:20],
)
def test_every_callable_is_exported(value, kind, signature):
    data = bound(value)
    assert data["class"] == kind
    assert signature is None or str(data["signature"]) == signature


def test_callables_inside_containers_are_exported_one_by_one():
    exported = []
    data = encode(
        {"f": price, "g": [len]}, export=lambda function: exported.append(function) or len(exported)
    )
    copy = decode(data, bind=lambda function: function["handle"])
    assert exported == [price, len] and copy == {"f": 1, "g": [2]}


def test_without_export_or_bind_a_callable_is_opaque():
    assert same(crossed(price), Opaque("function", "builtins"))
    assert isinstance(decode(encode(price, export=lambda function: 1)), Opaque)


def test_a_class_of_the_table_is_never_exported():
    assert encode([int, np.float64], export=lambda function: 1 / 0)["items"][0] == {
        "kind": "type",
        "name": "builtins.int",
    }


def test_a_default_that_cannot_cross_is_opaque():
    def draw(figure=object()):  # noqa: B008
        return figure

    (parameter,) = bound(draw)["signature"].parameters.values()
    assert isinstance(parameter.default, Opaque)


def test_a_callable_whose_signature_or_name_fails_still_crosses():
    class Odd:
        __signature__ = property(lambda self: 1 / 0)
        __name__ = property(lambda self: 1 / 0)
        __doc__ = 5

        def __call__(self):
            return 1

    data = bound(Odd())
    assert data["name"] == "" and data["doc"] == "" and data["signature"] is None


def test_parameters_in_an_order_that_python_does_not_allow_are_refused():
    data = encode(price, export=lambda function: 1)
    data["signature"].reverse()
    with pytest.raises(WireError, match="wrong parameter order"):
        decode(data)


def test_a_signature_has_no_annotations_since_those_are_code():
    assert bound(Shop().sell)["signature"] == inspect.Signature(
        [inspect.Parameter("count", inspect.Parameter.POSITIONAL_OR_KEYWORD, default=1)]
    )


BITS = [np.random.PCG64, np.random.PCG64DXSM, np.random.MT19937, np.random.Philox, np.random.SFC64]


@pytest.mark.parametrize("bits", BITS)
@given(seed=st.integers(0, 2**70), drawn=st.integers(0, 9))
def test_a_generator_draws_the_same_numbers_on_the_other_side(bits, seed, drawn):
    generator = np.random.Generator(bits(seed))
    generator.integers(5, size=drawn, dtype="i4")
    copy = crossed(generator)
    assert digest(copy) == digest(generator)
    assert copy.integers(10**6, size=9).tolist() == generator.integers(10**6, size=9).tolist()
    assert copy.normal() == generator.normal()


def test_an_old_random_state_keeps_the_normal_number_that_waits():
    state = np.random.RandomState(5)
    state.normal()
    copy = crossed(state)
    assert copy.normal() == state.normal() and copy.rand() == state.rand()


def test_a_generator_on_bits_of_an_unknown_kind_is_opaque():
    class Own(np.random.PCG64):
        @property
        def state(self):
            return {"bit_generator": "Own", "state": {}}

    assert isinstance(crossed(np.random.Generator(Own(1))), Opaque)


@pytest.mark.parametrize("kind", [nx.Graph, nx.DiGraph, nx.MultiGraph, nx.MultiDiGraph])
def test_a_graph_keeps_its_class_nodes_edges_and_attributes(kind):
    graph = kind(name="map", days=[1, 2])
    graph.add_node((1, "b"), colour="red")
    graph.add_edges_from([("a", "b", {"weight": 2.5}), ("b", "b", {}), ("a", (1, "b"), {"items": [1]})])
    graph.add_node("alone")
    copy = crossed(graph)
    assert type(copy) is kind and copy.graph == graph.graph
    assert same(list(copy.nodes(data=True)), list(graph.nodes(data=True)))
    assert same(list(copy.edges(data=True)), list(graph.edges(data=True)))


def test_a_multigraph_keeps_the_keys_of_its_edges():
    graph = nx.MultiDiGraph()
    graph.add_edge("a", "b", key="first", weight=1)
    graph.add_edge("a", "b", weight=2)
    assert list(crossed(graph).edges(keys=True, data=True)) == list(graph.edges(keys=True, data=True))


def test_many_edges_with_one_key_each_are_no_attack():
    graph = nx.MultiGraph(nx.path_graph(500))
    assert crossed(graph).number_of_edges() == 499


def test_edges_between_two_nodes_may_not_all_have_one_hash():
    graph = nx.MultiGraph()
    for at in range(200):
        graph.add_edge("a", "b", key=(2**61 - 1) * 2**10 * at)
    with pytest.raises(WireError, match="same hash"):
        decode(encode(graph))


@pytest.mark.parametrize(
    "field, value", [("edges", [[0, 5]]), ("edges", [[0, -1]]), ("class", "os"), ("nodes", [1, 1])]
)
def test_a_graph_that_does_not_hold_together_is_refused(field, value):
    data = encode(nx.path_graph(2))
    with pytest.raises(WireError):
        decode({**data, field: value})


def test_an_attribute_called_like_an_argument_of_networkx_is_only_an_attribute():
    graph = nx.Graph([("a", "b")], name="g")
    graph.graph.update({"incoming_graph_data": 2, "self": 1})
    graph.nodes["a"].update({"node_for_adding": 1, "self": 2, 3: 4})
    graph.edges["a", "b"].update({"u_of_edge": 1, "key": 3})
    assert same(list(crossed(graph).edges(data=True)), list(graph.edges(data=True)))
    assert crossed(graph).nodes["a"] == graph.nodes["a"] and crossed(graph).graph == graph.graph


@pytest.mark.parametrize(
    "look", [lambda g: g.nodes, lambda g: g.edges, lambda g: g.degree, lambda g: g.nodes(data=True)]
)
def test_a_view_of_a_graph_arrives_as_a_list(look):
    graph = nx.path_graph(3)
    assert same(crossed(look(graph)), list(look(graph)))


def test_a_blueprint_keeps_every_byte_of_its_text():
    text = "name: Quillwork  # fictional\nproducts:\n- {id: book, name: Book, kind: core, price: 9.0}\n"
    blueprint = Blueprint.from_yaml(text)
    assert crossed(blueprint).to_yaml() == text and crossed(blueprint) == blueprint
    blueprint.note = "new"
    assert crossed(blueprint).note == "new"


def test_a_blueprint_that_does_not_hold_is_refused():
    with pytest.raises(WireError, match="a blueprint cannot be rebuilt"):
        decode({"kind": "blueprint", "yaml": "prodcuts: []"})


def _ledger() -> Ledger:
    visits = pd.DataFrame(
        {
            "customer_id": [1, 2],
            "day": pd.to_datetime(["2025-01-31", "2025-02-01"]),
            "action": "visit",
            "count": 2,
        }
    )
    return Ledger(activity=visits, currency="EUR", truth={"rate": (0.1, 0.2)})


def _paid() -> Ledger:
    spend = pd.DataFrame({"day": pd.to_datetime(["2025-01-02"]), "channel": ["search"], "amount": [9.5]})
    return Ledger(spend=spend)


@pytest.mark.parametrize("ledger", [_ledger(), _paid(), empty_ledger()], ids=["some", "spend", "empty"])
def test_a_ledger_keeps_tables_currency_span_and_truth(ledger):
    copy = crossed(ledger)
    assert repr(copy) == repr(ledger) and copy.truth == ledger.truth
    assert all(same(copy.tables[name], table) for name, table in ledger.tables.items())
    assert digest(copy) == digest(ledger)


def test_a_window_of_a_ledger_keeps_what_came_before_it():
    window = _ledger().between("2025-02", "2025-02")
    copy = crossed(window)
    assert (copy.start, copy.end, copy.since) == (window.start, window.end, window.since)
    assert all(same(copy.tables[name], table) for name, table in window.tables.items())
    assert all(same(copy.history.tables[name], table) for name, table in window.history.tables.items())
    assert digest(copy) == digest(window)


LEDGER_FAULTS = [("currency", "XX"), ("span", [1, 2]), ("tables", []), ("truth", 5), ("history", 5)]


@pytest.mark.parametrize("field, value", LEDGER_FAULTS)
def test_a_ledger_that_does_not_hold_together_is_refused(field, value):
    with pytest.raises(WireError):
        decode({**encode(_ledger()), field: value})
