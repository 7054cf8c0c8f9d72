import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.learn.asking import accepts, ask

numbers = st.lists(st.floats(-1e6, 1e6).map(lambda x: round(x, 3)), min_size=1, max_size=8)
texts = st.lists(st.text("abcdefg", min_size=1, max_size=3), min_size=1, max_size=8)


def forms(values: list) -> list:
    return [
        values,
        tuple(values),
        pd.Series(values, index=range(5, 5 + len(values))),
        pd.Index(values),
        np.array(values),
        (one for one in values),
        map(lambda one: one, values),
        dict.fromkeys(range(len(values))) and dict(enumerate(values)).values(),
    ]


@given(st.one_of(numbers, texts))
def test_a_right_sequence_passes_in_every_form(values):
    assert all(accepts("sequence", form, values) for form in forms(values))


@given(st.one_of(numbers, texts), st.data())
def test_items_pass_in_every_order_and_form(values, data):
    assert all(accepts("items", form, values) for form in forms(data.draw(st.permutations(values))))


@given(numbers, st.data())
def test_one_wrong_element_is_refused(values, data):
    place = data.draw(st.integers(0, len(values) - 1))
    wrong = [*values[:place], values[place] + 0.5 + abs(values[place]) / 100, *values[place + 1 :]]
    assert not accepts("sequence", wrong, values)
    assert not accepts("items", wrong, values)


@given(texts)
def test_a_missing_or_an_extra_element_is_refused_and_named(values):
    assert repr(values[-1]) in ask("items", values[:-1], values).note
    assert "zz" in ask("items", [*values, "zz"], values).note
    assert "instead of" in ask("sequence", [*values, "zz"], values).note


def test_the_right_elements_in_another_order_are_recognised():
    assert ask("sequence", [2, 1, 3], [1, 2, 3]).note.startswith("The right elements in another order")


def test_sets_have_no_order():
    assert accepts("items", {"a", "b"}, ["b", "a"])
    assert accepts("items", ["b", "a"], {"a", "b"})
    assert accepts("value", ["b", "a"], {"a", "b"})
    assert "no order" in ask("sequence", {"a", "b"}, ["a", "b"]).note


def test_repeats_count():
    assert "Too often: 'a'" in ask("items", ["a", "a", "b"], ["a", "b"]).note
    assert not accepts("items", {"a"}, ["a", "a"])


def test_pairs_may_be_lists_or_tuples():
    assert accepts("sequence", [["a", 1], ("b", np.int64(2))], [("a", 1), ("b", 2)])
    assert accepts("items", [("b", 2.0), ("a", 1)], [("a", 1), ("b", 2)])
    assert accepts("items", pd.MultiIndex.from_tuples([("b", 2), ("a", 1)]), [("a", 1), ("b", 2)])
    assert not accepts("sequence", [("a", 2)], [("a", 1)])


def test_missing_values_match_each_other():
    assert accepts("sequence", [1, None], [1, float("nan")])
    assert not accepts("sequence", [1, 0], [1, float("nan")])
    assert "NaN, not 0" in ask("sequence", [1, 0], [1, float("nan")]).note


def test_the_slip_that_all_elements_share_is_said():
    note = ask("sequence", [5, 10, 20], [0.05, 0.1, 0.2]).note
    assert "position 0 is 5" in note
    assert "3 of 3" in note
    assert "fraction" in note


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (None, "forget `return`"),
        ("abc", "several values in a list"),
        (3, "several values in a list"),
        (sorted, "call it"),
        (iter(int, 1), "several values in a list"),
        ((1 for _ in iter(int, 1)), "never ends"),
    ],
)
def test_what_is_no_list_is_refused_with_the_reason(found, words):
    assert words in ask("sequence", found, [1, 2]).note


def test_empty_sequences_are_equal_in_every_form():
    for form in ([], (), pd.Series([], dtype=float), np.array([]), set()):
        assert accepts("sequence", form, [])
        assert accepts("items", form, [])


def test_a_stated_tolerance_holds_for_each_element():
    assert accepts("sequence", [0.33, 0.67], [1 / 3, 2 / 3], tol=0.005)
    assert not accepts("sequence", [0.33, 0.67], [1 / 3, 2 / 3])


def test_months_match_in_any_form_when_one_side_is_a_date():
    months = pd.period_range("2025-01", periods=3, freq="M")
    assert accepts("sequence", ["2025-01", "2025-02", "2025-03"], months)
    assert accepts("sequence", months.to_timestamp(), months)
    assert accepts("items", list(months[::-1].astype(str)), months)


def test_slips_see_what_was_found():
    slips = [(lambda found: set(found) == {"a"}, "Only the ones that are there.")]
    assert ask("sequence", ["a"], ["b"], slips=slips).note == "Only the ones that are there."
    assert (
        ask("sequence", [3, 4], [1, 2], slips=[([3, 4], "These are the others.")]).note
        == "These are the others."
    )


def test_thousands_of_numbers_are_compared_without_pairing_each_with_each():
    values = [k * 0.1 for k in range(20_000)]
    assert accepts("items", [value + 1e-9 for value in reversed(values)], values)
    assert "Missing: 5." in ask("items", [value for value in values if value != 5.0], values).note


def test_what_is_missing_never_looks_like_what_is_too_many():
    for comparer in ("items", "sequence"):
        said = ask(comparer, [0.66671, 2.0], [0.66667, 2.0])
        assert (said.found, said.expected) == ("[0.66671, 2]", "[0.66667, 2]")
    assert ask("items", [0.66671], [0.66667]).note == "Missing: 0.66667. Not expected: 0.66671."
    assert "('a', 0.66671)" in ask("items", [("a", 0.66671)], [("a", 0.66667)]).note


def test_long_lists_are_shown_in_part_with_their_length():
    found = ask("sequence", list(range(1000)), list(range(1, 1001))).found
    assert found.startswith("[0, 1, 2")
    assert found.endswith("19, … 1000 in all]")
