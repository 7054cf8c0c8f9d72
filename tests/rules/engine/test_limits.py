"""A threshold says what it allows, reads as words, and takes another value of its own kind only."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecotools.rules.engine.limits import (
    above,
    amount,
    at_least,
    at_most,
    below,
    between,
    exactly,
    names,
    per_kind,
)

finite = st.floats(-1e9, 1e9)


@pytest.mark.parametrize(
    ("limit", "inside", "outside"),
    [
        (at_most(7), [7, 0, -1], [7.1]),
        (at_least(20), [20, 1e9], [19.9]),
        (below(0.05), [0.049], [0.05, 0.06]),
        (above(0), [0.1], [0, -1]),
        (between(3, 10), [3, 10, 5.5], [2.9, 10.1]),
        (exactly(1), [1], [0, 2]),
        (at_most(0.3), [0.1 + 0.2], []),
    ],
)
def test_it_says_which_numbers_it_allows(limit, inside, outside):
    assert all(number in limit for number in inside)
    assert not any(number in limit for number in outside)


@pytest.mark.parametrize(
    ("limit", "words"),
    [
        (below(0.05, "%"), "below 5%"),
        (above(0, "$"), "above $0"),
        (between(2997, 9997, "$"), "$2,997 to $9,997"),
        (between(29, 49, "$ a month"), "$29 to $49 a month"),
        (between(0.005, 0.02, "% of buyers"), "0.5% to 2% of buyers"),
        (exactly(3, "tiers"), "exactly 3 tiers"),
        (names("guide", "kit"), "guide, kit"),
        (
            per_kind({"basic": at_most(3, "days"), "other": at_least(1)}),
            "basic: at most 3 days; other: at least 1",
        ),
    ],
)
def test_it_reads_as_words(limit, words):
    assert str(limit) == words


def test_amounts_keep_the_digits_that_tell():
    assert [amount(0.138, "%"), amount(-5, "$"), amount(19.5, "$"), amount(1234.56), amount(1 / 3)] == [
        "13.8%", "-$5", "$19.50", "1,234.6", "0.3333",
    ]  # fmt: skip


LIMITS = [at_most(7), below(0.05), between(3, 10), exactly(1), names("a", "b"), per_kind({"x": at_least(2)})]


def test_where_exactly_one_number_is_usual_a_band_may_hold():
    assert exactly(3, "tiers").instead([2, 4]) == between(2, 4, "tiers")
    assert exactly(3, "tiers").instead(5) == exactly(5, "tiers")
    with pytest.raises(ValueError, match=r"two numbers, lowest and highest, such as \[3, 4\]"):
        exactly(3, "tiers").instead([2, 4, 5])


@pytest.mark.parametrize("limit", LIMITS, ids=str)
def test_its_own_value_leaves_it_as_it_is(limit):
    assert limit.instead(limit.value()) == limit


@pytest.mark.parametrize(
    ("limit", "value", "words"),
    [
        (at_most(7), "ten", "a number, such as 7"),
        (at_most(7), True, "a number"),
        (at_most(7), float("nan"), "a number"),
        (at_most(7), [1, 2], "a number"),
        (between(3, 10), 5, "a list of two numbers"),
        (between(3, 10), [10, 3], "the lowest first"),
        (names("guide", "kit"), ["giude"], "did you mean 'guide'"),
        (names("guide", "kit"), [], "a list of some of these words"),
        (names("guide", "kit"), "guide", "a list of some of these words"),
        (per_kind({"x": at_least(2)}), 3, "keys with values"),
        (per_kind({"x": at_least(2)}), {"y": 3}, "it has x, not 'y'"),
        (per_kind({"x": at_least(2)}), {"x": "no"}, "for 'x' a number"),
    ],
)
def test_another_value_must_be_of_its_kind(limit, value, words):
    with pytest.raises(ValueError, match="(?s)" + words.replace("(", "\\(")):
        limit.instead(value)


@given(finite, finite, finite)
def test_a_band_with_other_ends_allows_what_lies_between_them(first, second, number):
    low, high = sorted((first, second))
    assert (low <= number <= high) <= (number in between(0, 1).instead([low, high]))


def test_a_table_keeps_the_rows_that_are_not_named():
    table = per_kind({"a": at_most(1), "b": between(1, 2)}).instead({"b": [3, 4]})
    assert 1 in table["a"] and 3.5 in table["b"] and list(table) == ["a", "b"]
