"""Each kind of slip in a right answer of each shape is named; and no slip is named that is not there."""

import math
from itertools import accumulate, pairwise

import pandas as pd
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.learn.asking import ask

NAMES = ["lite", "core", "plus", "club", "pro", "team"]


def labels(values):
    return NAMES[: len(values)]


SHAPES = {
    "number": lambda values: values[0],
    "list": list,
    "dict": lambda values: dict(zip(labels(values), values, strict=True)),
    "series": lambda values: pd.Series(values, index=labels(values), dtype=object),
    "table": lambda values: pd.DataFrame({"tier": labels(values), "x": pd.Series(values, dtype=object)}),
    "function": lambda values: lambda: list(values),
}
COMPARERS = {name: name for name in ("number", "series", "table")}
COMPARERS |= {"list": "sequence", "dict": "value", "function": "function"}


def ask_shape(shape, wrong, right):
    if shape == "function":
        return ask("function", SHAPES[shape](wrong), SHAPES[shape](right), [()], of="f")
    return ask(COMPARERS[shape], SHAPES[shape](wrong), SHAPES[shape](right))


def each(change):
    return lambda values: [change(one) for one in values]


# Values of which no slip looks like another: thirds of large odd numbers, shares with long fractions, counts.
numbers = st.lists(
    st.integers(1001, 99_999).filter(lambda n: n % 7), min_size=3, max_size=6, unique=True
).map(each(lambda n: n / 7))
rates = st.lists(st.integers(501, 4999), min_size=3, max_size=6, unique=True).map(each(lambda n: n / 10_007))
counts = st.lists(st.integers(4, 3333).map(lambda n: n * 3), min_size=3, max_size=6, unique=True)
above = st.lists(st.integers(143, 9999).map(lambda n: n + 6 / 7), min_size=3, max_size=6, unique=True)

# name: the values it is made in, what it makes of them, the words that name it
EACH = {
    "percent for a fraction": (rates, each(lambda x: x * 100), "a rate is a fraction"),
    "a fraction for a percent": (numbers, each(lambda x: x / 100), "a hundredth of the expected value"),
    "the sign": (numbers, each(lambda x: -x), "the sign is not"),
    "thousands": (numbers, each(lambda x: x * 1000), "This is 1,000 times the expected value"),
    "cents for tenths": (numbers, each(lambda x: x / 10), "The expected value is 10 times this"),
    "upside down": (numbers, each(lambda x: 1 / x), "upside down"),
    "the share of the others": (rates, each(lambda x: 1 - x), "1 minus the expected value"),
    "counted twice": (
        counts.map(lambda x: [n * 10 + 101 for n in x]),
        each(lambda x: x * 2),
        "is something counted twice, or",
    ),
    "a year for a month": (numbers, each(lambda x: x * 12), "12 times the expected value"),
    "one too many": (counts, each(lambda x: x + 1), "one more than expected"),
    "one too few": (counts, each(lambda x: x - 1), "one fewer than expected"),
    "rounded": (numbers, each(lambda x: round(x, 1)), "rounded too far"),
    "cut off": (above, each(lambda x: math.floor(x * 10) / 10), "cut off and not rounded"),
    "text for a number": (numbers, each(str), "This is text, not a number"),
    "NaN for a number": (numbers, each(lambda x: math.nan), "This is NaN where a number is expected"),
    "a number for NaN": (st.just([math.nan] * 3), each(lambda x: 0), "the answer is NaN, not 0"),
}
WHOLE = {
    "running totals": (numbers, lambda x: list(accumulate(x)), "running totals. The"),
    "single for running": (
        numbers.map(lambda x: list(accumulate(x))),
        lambda x: [x[0], *(b - a for a, b in pairwise(x))],
        "Running totals are expected",
    ),
    "counts for shares": (
        counts.map(lambda x: [one / sum(x) for one in x]),
        lambda x: [one * 1234 for one in x],
        "not divided by their sum",
    ),
    "shares for counts": (counts, lambda x: [one / sum(x) for one in x], "divided by the sum of all"),
}

# Only where the values have an order of their own: in lists, and by month.
MOVED = {
    "the reverse order": (lambda x: x[::-1], "reverse"),
    "shifted": (lambda x: [0.5, *x[:-1]], "shifted by one place"),
    "shifted back": (lambda x: [*x[1:], math.nan], "shifted by one place"),
}
MONTHS = pd.period_range("2025-01", periods=6, freq="M")


@pytest.mark.parametrize("slip", MOVED)
@settings(max_examples=12)
@given(numbers.filter(lambda x: len(x) > 3))
def test_values_that_moved_are_named_where_they_have_an_order(slip, right):
    change, words = MOVED[slip]
    wrong = change(right)
    assert words in ask("sequence", wrong, right).note
    wanted, found = (pd.Series(one, index=MONTHS[: len(right)]) for one in (right, wrong))
    assert words in ask("series", found, wanted).note
    assert words in ask("table", found.to_frame("x"), wanted.to_frame("x")).note
    assert words not in ask_shape("series", wrong, right).note


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("slip", EACH)
@settings(max_examples=12)
@given(st.data())
def test_a_slip_in_every_value_is_named_in_each_shape(slip, shape, data):
    values, change, words = EACH[slip]
    right = data.draw(values)
    wrong = change(right)
    assume(all(one != other for one, other in zip(wrong, right, strict=True)))
    assert words in ask_shape(shape, wrong, right).note


@pytest.mark.parametrize("shape", [name for name in SHAPES if name != "number"])
@pytest.mark.parametrize("slip", WHOLE)
@settings(max_examples=12)
@given(st.data())
def test_a_slip_across_the_values_is_named_in_each_shape(slip, shape, data):
    values, change, words = WHOLE[slip]
    right = data.draw(values)
    note = ask_shape(shape, change(right), right).note
    assert words in note


@pytest.mark.parametrize("shape", [name for name in SHAPES if name != "number"])
@settings(max_examples=12)
@given(numbers, st.integers(0, 5))
def test_one_wrong_value_is_named_with_its_place(shape, right, place):
    place %= len(right)
    wrong = [one + 0.731 * (k == place) for k, one in enumerate(right)]
    said = ask_shape(shape, wrong, right)
    where = {"list": f"position {place} ", "function": f"position {place} "}.get(shape, NAMES[place])
    assert where in said.note


small = st.one_of(st.integers(-30, 30), st.integers(-3000, 3000).map(lambda n: n / 100))
ALL = {words: change for *_, change, words in [*EACH.values(), *WHOLE.values(), *MOVED.values()]}
del ALL["reverse"]
# What these say holds for every power of ten, or names something that no change of the right value makes.
ALL["This is 100 times the expected value"] = each(lambda x: x * 100)
ALL["is something left out, or divided by two?"] = each(lambda x: x / 2)
ALL["a twelfth of the expected value"] = each(lambda x: x / 12)
ALL["upside down"] = each(lambda x: 1 / x if x else math.inf)
ALL["in the reverse order"] = lambda x: x[::-1]
for _power in (3, 4, 5, 6):
    ALL[f"The expected value is {10**_power:,} times this"] = each(lambda x, many=10**_power: x / many)
    ALL[f"This is {10**_power:,} times the expected value"] = each(lambda x, many=10**_power: x * many)
ELSEWHERE = {
    "shifted by one place": lambda wrong, right: wrong[1:] == right[:-1] or wrong[:-1] == right[1:],
    "Running totals are expected": lambda wrong, right: near(list(accumulate(wrong)), right),
    "not divided by their sum": lambda wrong, right: near([x / sum(wrong) for x in wrong], right),
    "rounded too far": lambda wrong, right: any(
        near(wrong, [round(x, k) for x in right], only=right) for k in range(9)
    ),
    "cut off and not rounded": lambda wrong, right: any(
        near(wrong, [math.trunc(x * 10**k) / 10**k for x in right], only=right) for k in range(9)
    ),
}


def near(one, other, only=None):
    """Return whether two lists agree; with ``only``, at the places where ``one`` is not right."""
    places = [k for k in range(len(one)) if only is None or not math.isclose(one[k], only[k], rel_tol=1e-6)]
    return all(math.isclose(one[k], other[k], rel_tol=2e-6, abs_tol=1e-9) for k in places)


CHANGES = [lambda x: x, lambda x: -x, lambda x: x + 1, lambda x: x - 1, lambda x: 1 - x, lambda x: x + 0.5]
CHANGES += [
    lambda x, many=many: x * many for many in (0, 0.001, 0.01, 0.1, 1 / 12, 0.5, 2, 10, 12, 100, 1000)
]
CHANGES += [lambda x: 1 / (x or 1), lambda x: round(x, 1), lambda x: math.trunc(x * 10) / 10]


def across(right, data):
    change = data.draw(st.sampled_from([change for *_, change, _ in (*WHOLE.values(), *MOVED.values())]))
    return change(right) if sum(right) else right[::-1]


def one_change(right, data):
    return list(map(data.draw(st.sampled_from(CHANGES)), right))


def many_changes(right, data):
    return [data.draw(st.sampled_from(CHANGES))(one) for one in right]


def anything(right, data):
    return data.draw(
        st.lists(st.one_of(small, st.sampled_from(right)), min_size=len(right), max_size=len(right))
    )


@pytest.mark.parametrize("shape", ["number", "list", "dict", "series", "table"])
@given(st.data())
def test_no_slip_is_named_that_is_not_there(shape, data):
    size = data.draw(st.integers(2, 4))
    right = data.draw(st.lists(small, min_size=size, max_size=size))
    wrong = data.draw(st.sampled_from([across, one_change, many_changes, anything]))(right, data)
    assume(not any(isinstance(one, float) and math.isnan(one) for one in wrong))
    said = ask_shape(shape, wrong, right)
    if said is None:
        return
    have, due = (wrong[:1], right[:1]) if shape == "number" else (wrong, right)
    for words, change in ALL.items():
        if words not in said.note:
            continue
        differ = [
            k for k in range(len(have)) if not math.isclose(have[k], due[k], rel_tol=1e-6, abs_tol=1e-9)
        ]
        if words not in ELSEWHERE:
            found = any(near(have[k : k + 1], change(due)[k : k + 1]) for k in differ)
        elif shape == "dict":  # its values are compared one by one, and the note is about one of them
            found = any(ELSEWHERE[words](have[k : k + 1], due[k : k + 1]) for k in differ)
        else:
            found = ELSEWHERE[words](have, due)
        assert found, (said.note, have, due)


@pytest.mark.parametrize("shape", SHAPES)
@settings(max_examples=12)
@given(numbers, st.data())
def test_every_refusal_has_a_reason(shape, right, data):
    wrong = data.draw(st.lists(small, min_size=len(right), max_size=len(right)))
    said = ask_shape(shape, wrong, right)
    assert said is None or said.note.strip()


@pytest.mark.parametrize("shape", SHAPES)
@settings(max_examples=12)
@given(numbers, st.data())
def test_a_first_try_does_not_give_the_expected_value_away(shape, right, data):
    wrong = data.draw(st.lists(st.integers(-9, 9), min_size=len(right), max_size=len(right)))
    said = ask_shape(shape, wrong, right).without_answer()
    assert said.expected == ""
    assert not any(f"{one:.2f}" in said.note for one in right)


@pytest.mark.parametrize("place", [0, 2, -1])
def test_members_that_are_missing_or_counted_twice_are_named(place):
    right = ["ann", "ben", "cy", "di"]
    less = [one for one in right if one != right[place]]
    assert f"Missing: '{right[place]}'." in ask("items", less, right).note
    assert ("The first one is left out" in ask("items", less, right).note) == (place == 0)
    assert ("The last one is left out" in ask("sequence", less, right).note) == (place == -1)
    assert "The last 2 are left out." in ask("sequence", right[:2], right).note
    twice = ask("items", [*right, right[place]], right)
    assert f"Too often: '{right[place]}'. Something is counted twice" in twice.note
    assert right[place] not in ask("items", less, right).without_answer().note


def test_rows_and_columns_that_are_exchanged_are_named():
    rows = [[1, 2, 3], [4, 5, 6], [7, 8, 10]]
    assert "transposed" in ask("value", [list(row) for row in zip(*rows, strict=True)], rows).note
    assert "swapped" in ask("value", [(2, 1), (4, 3)], [(1, 2), (3, 4)]).note
    table = pd.DataFrame({"a": [1, 2], "b": [3, 4]}, index=["x", "y"])
    assert "transposed" in ask("table", table.T, table).note
    assert "values of the column 'b'" in ask("table", table.assign(a=table["b"]), table).note


def test_labels_that_are_lost_are_text_or_left_out_are_named():
    series = pd.Series({"lite": 3, "core": 5, "plus": 0})
    assert "names have been lost" in ask("series", series.reset_index(drop=True), series).note
    years = pd.Series({2024: 3, 2025: 5})
    assert "labels are text" in ask("series", years.rename(index=str), years).note
    assert "labels are numbers" in ask("value", {1: 3}, {"1": 3}).note
    assert "capital letters" in ask("series", series.rename(str.upper), series).note
    assert "nothing to count belongs" in ask("series", series[series > 0], series).note
    assert "nothing to count" not in ask("series", series.drop("core"), series).note
    assert (
        "should be no value for pro" in ask("series", pd.concat([series, pd.Series({"pro": 1})]), series).note
    )
    table = series.rename_axis("tier").to_frame("n")
    lost = ask("table", table.reset_index(drop=True), table)
    assert "Missing" in lost.note
    assert "lost" in lost.note


def test_rows_that_come_twice_or_were_dropped_are_named():
    table = pd.DataFrame({"x": [1.5, 1.5, 2.5]})
    assert "Rows that look alike have been dropped" in ask("table", table.drop_duplicates(), table).note
    assert "Rows come twice" in ask("table", pd.concat([table, table.tail(1)]), table).note
    named = pd.DataFrame({"tier": ["a", "b"], "x": [1.5, 2.5]})
    assert "More than one row for b" in ask("table", pd.concat([named, named.tail(1)]), named).note


@given(st.lists(st.integers(10, 10_000), min_size=3, max_size=30))
def test_the_other_standard_deviation_is_named_where_it_is_one(values):
    data = pd.Series(values)
    right, wrong = data.std(), data.std(ddof=0)
    assume(all(round(one, 4) != one for one in (right, wrong)))
    assert "ddof=1" in ask("number", wrong, right).note
    assert "ddof=0" in ask("number", right, wrong).note
    assert "ddof" not in ask("number", right * 1.0371, right).note


def test_what_many_slips_may_give_gets_no_name():
    thirds = pd.Series([1, 2 / 3, 1 / 3], index=[10, 20, 25])
    assert "shifted" not in ask("series", thirds.shift(-1).fillna(1 / 3), thirds).note
    assert "1 minus" in ask("series", 1 - thirds, thirds).note
    assert "shifted" not in ask("value", {"a": 3, "b": 2, "c": 1}, {"a": 2, "b": 1, "c": 0}).note
    assert "divided by the sum" not in ask("sequence", [1 / 3, 2 / 3, 0], [0.5, 1, 0]).note
    assert "totals" not in ask("sequence", [1, 0, 0], [1, 1, 1]).note
    assert ask("number", 20, 10).note == "Too high by 10."
    assert ask("number", -0.25, -0.5).note == "Too high by 0.25."


def test_zero_is_never_called_a_percent_and_a_percent_is():
    assert "percent" not in ask("between", 0, 0, 1, strict=True).note
    assert "more than 0" in ask("between", 0, 0, 1, strict=True).note
    assert "looks like a percent: give a fraction, 0.6 and not 60" in ask("between", 60, 0, 1).note
    assert "at least 0" in ask("between", -0.2, 0, 1).note
    assert ask("between", 0, 0, 1) is None
    assert "text" in ask("between", "60", 0, 1).note
    assert "NaN" in ask("between", math.nan, 0, 1).note
    for wrong in (0, 0.0):
        assert "fraction" not in ask("number", wrong, 0.6).note


def test_a_rounded_value_is_never_asked_to_be_unrounded_where_rounding_does_not_explain_it():
    assert "rounded" not in ask("number", 3.4, 3.01, tol=0.0051).note
    assert "keep more digits" in ask("number", 3.3, 10 / 3).note
    assert "as it is computed" not in ask("number", 3.3, 10 / 3).note


def test_a_wrong_value_of_any_shape_may_be_given_as_a_slip():
    series, wrong = pd.Series({"a": 1, "b": 2}), pd.Series({"b": 1, "a": 3})
    slips = [(wrong, "Someone else's."), ([1, 2], "Not here.")]
    assert ask("series", {"a": 3, "b": 1}, series, slips=slips).note == "Someone else's."
    assert ask("series", {"a": 3, "b": 2}, series, slips=slips).note != "Someone else's."
    table = series.to_frame("n")
    assert ask("table", wrong.to_frame("n"), table, slips=[(wrong.to_frame("n"), "No.")]).note == "No."
    assert ask("value", {"a": 5}, {"a": 1}, slips=[({"a": 5}, "Five.")]).note == "Five."
    assert ask("sequence", map(int, [1, 3]), [1, 2], slips=[((1, 3), "Odd.")]).note == "Odd."
