from itertools import pairwise

import numpy as np
import pandas as pd
import pytest

from ecotools.learn.compare import Expect, Mismatch
from tests.learn.asking import accepts, ask


def rates(counts):
    return [b / a for a, b in pairwise(counts)]


def test_a_function_that_does_the_same_passes():
    def student(counts):
        array = np.array(counts, dtype=float)
        return array[1:] / array[:-1]

    assert accepts("function", student, rates, [([10, 5],), [100, 10, 1], {"counts": [3, 3]}])


def test_the_first_input_that_fails_is_shown():
    with pytest.raises(Mismatch) as caught:
        Expect().function(lambda counts: [5], rates, [([10, 5],)], of="rates")
    assert caught.value.of == "rates([10, 5])"
    assert caught.value.difference.expected == "[0.5]"


def test_a_function_without_return_is_recognised():
    assert "forget `return`" in ask("function", lambda counts: None, rates, [([10, 5],)]).note


def test_a_function_that_changes_its_input_is_refused_unless_allowed():
    def student(table):
        table["total"] = table["a"] * 2
        return table["total"].sum()

    def reference(table):
        return table["a"].sum() * 2

    case = pd.DataFrame({"a": [1, 2]})
    assert "changed the table" in ask("function", student, reference, [(case,)]).note
    assert "`table`" in ask("function", student, reference, [(case,)]).note
    assert list(case.columns) == ["a"]
    assert accepts("function", student, reference, [(case,)], mutates=True)


@pytest.mark.parametrize("value", [[3, 1, 2], {"a": [1]}, np.array([3, 1])], ids=["list", "dict", "array"])
def test_changes_deep_inside_an_input_are_seen(value):
    def student(x):
        if isinstance(x, dict):
            x["a"].append(2)
        else:
            x.sort()
        return 1

    assert "changed" in ask("function", student, lambda x: 1, [(value,)]).note


def test_where_the_reference_raises_the_function_must_too():
    def reference(price):
        if price < 0:
            raise ValueError("no")
        return price

    assert accepts("function", reference, reference, [(1,), (-1,)])
    assert "ValueError" in ask("function", lambda price: price, reference, [(-1,)]).note


def test_an_exception_of_the_function_goes_through_with_its_call():
    expect = Expect()
    with pytest.raises(ZeroDivisionError):
        expect.function(rates, lambda counts: [0.0], [([0, 5],)])
    assert expect.call == "rates([0, 5])"


def test_results_are_compared_as_what_the_reference_returns():
    table = pd.DataFrame({"a": ["x", "y"], "n": [1, 2]})
    assert accepts("function", lambda t: t[::-1].set_index("a"), lambda t: t, [(table,)])
    assert not accepts("function", lambda t: t[::-1], lambda t: t, [(table,)], order=True)
    assert accepts("function", lambda t: {"y": 2, "x": 1}, lambda t: t.set_index("a")["n"], [(table,)])
    assert accepts("function", lambda t: ["y", "x"], lambda t: {"x", "y"}, [(table,)])


def test_another_comparer_may_be_named():
    expect = Expect()
    expect.function(lambda n: [2, 1], lambda n: [1, 2], [(1,)], compare=expect.items)
    with pytest.raises(Mismatch):
        expect.function(lambda n: [2, 1], lambda n: [1, 2], [(1,)])


def test_slips_and_tolerance_hold_in_every_case():
    assert (
        ask("function", lambda x: x * 100, lambda x: x, [(0.5,)], slips={50: "Percent!"}).note == "Percent!"
    )
    assert accepts("function", lambda x: round(x, 1), lambda x: x, [(0.52,)], tol=0.05)


def test_what_is_no_function_is_refused():
    assert "should be a function" in ask("function", 5, rates, [([1, 2],)], of="rates").note


def test_raises_accepts_the_error_and_nothing_else():
    assert accepts("raises", ValueError, int, "x")
    assert "ValueError" in ask("raises", ValueError, int, "5").expected
    with pytest.raises(TypeError):
        Expect().raises(ValueError, int, None)


def test_that_takes_a_condition_and_says_its_message():
    assert accepts("that", True, "no")
    assert accepts("that", pd.Series([True, True]), "no")
    assert ask("that", np.False_, "Look again.", found=3, expected="4").note == "Look again."
    assert not accepts("that", pd.Series([True, False]), "no")


def test_long_arguments_are_shortened():
    with pytest.raises(Mismatch) as caught:
        Expect().function(lambda x: 1, lambda x: 2, [(list(range(1000)),)], of="f")
    assert len(caught.value.of) < 250
