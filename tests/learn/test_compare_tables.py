import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.learn.asking import accepts, ask

labels = st.lists(st.text("abcdefg", min_size=1, max_size=3), min_size=1, max_size=7, unique=True)


@st.composite
def tables(draw):
    names = draw(labels)
    n = len(names)
    amount = draw(st.lists(st.floats(-1e5, 1e5).map(lambda x: round(x, 2)), min_size=n, max_size=n))
    count = draw(st.lists(st.integers(0, 1000), min_size=n, max_size=n))
    return pd.DataFrame({"tier": names, "count": count, "amount": amount})


def shuffled(table: pd.DataFrame, data) -> pd.DataFrame:
    rows = data.draw(st.permutations(range(len(table))))
    return table.iloc[rows][data.draw(st.permutations(list(table.columns)))]


@settings(max_examples=15)
@given(tables(), st.data())
def test_a_right_table_passes_in_every_form(table, data):
    mixed = shuffled(table, data)
    forms = [
        mixed,
        mixed.reset_index(drop=True),
        mixed.set_index("tier"),
        mixed.set_index("tier").rename_axis(None),
        mixed.assign(extra=1, note="x"),
        mixed.astype({"tier": "category", "count": float}),
        mixed.astype({"tier": object, "count": "Int64", "amount": object}),
        mixed.to_dict("list"),
        mixed.to_dict("records"),
    ]
    assert all(accepts("table", form, table) for form in forms)
    assert all(accepts("table", form, table.set_index("tier")) for form in forms)
    assert accepts("table", mixed.set_index("tier"), table.set_index("tier").rename_axis(None))
    assert accepts("table", mixed, table.set_index("tier").rename_axis(None))


@settings(max_examples=15)
@given(tables(), st.data())
def test_one_wrong_cell_is_refused_and_named(table, data):
    row = data.draw(st.integers(0, len(table) - 1))
    wrong = table.copy()
    wrong.loc[row, "amount"] = wrong.loc[row, "amount"] * 1.01 + 1
    said = ask("table", shuffled(wrong, data), table)
    assert "'amount'" in said.note
    assert table.loc[row, "tier"] in said.note


@settings(max_examples=15)
@given(tables(), st.data())
def test_a_missing_or_doubled_row_is_refused_and_named(table, data):
    row = data.draw(st.integers(0, len(table) - 1))
    name = table.loc[row, "tier"]
    assert f"No row for {name}" in ask("table", table.drop(index=row), table).note
    assert "More than one row" in ask("table", pd.concat([table, table.iloc[[row]]]), table).note


@settings(max_examples=15)
@given(tables(), st.data())
def test_a_right_series_passes_in_every_form(table, data):
    series = table.set_index("tier")["amount"]
    mixed = series.iloc[data.draw(st.permutations(range(len(series))))]
    forms = [
        mixed,
        mixed.rename("other").rename_axis("other"),
        mixed.to_dict(),
        mixed.to_frame(),
        mixed.reset_index(),
        mixed.astype(object),
        mixed.set_axis(pd.CategoricalIndex(mixed.index)),
    ]
    assert all(accepts("series", form, series) for form in forms)
    assert all(accepts("series", form, series.to_dict()) for form in forms)


@settings(max_examples=15)
@given(tables(), st.data())
def test_a_wrong_value_or_label_of_a_series_is_refused_and_named(table, data):
    series = table.set_index("tier")["amount"]
    name = data.draw(st.sampled_from(list(series.index)))
    wrong = series.copy()
    wrong[name] = wrong[name] * 1.01 + 1
    assert f"For {name}:" in ask("series", wrong, series).note
    assert f"No value for {name}" in ask("series", series.drop(name), series).note
    assert "zzz" in ask("series", pd.concat([series, pd.Series({"zzz": 1.0})]), series).note


def test_order_counts_only_when_it_is_asked_for():
    table = pd.DataFrame({"tier": ["a", "b", "c"], "n": [3, 2, 1]})
    assert accepts("table", table[::-1], table)
    assert "another order" in ask("table", table[::-1], table, order=True).note
    assert accepts("table", table, table, order=True)
    series = table.set_index("tier")["n"]
    assert accepts("series", series[::-1], series)
    assert "another order" in ask("series", series[::-1], series, order=True).note


def test_rows_without_a_key_are_matched_as_a_whole():
    table = pd.DataFrame({"x": [0.5, 0.25, 0.5], "y": [1.0, 2.0, 1.0]})
    assert accepts("table", table[::-1], table)
    assert not accepts("table", table.assign(y=[1.0, 2.0, 2.0]), table)
    assert "2 rows instead of 3" in ask("table", table[:2], table).note


def test_repeated_labels_are_matched_with_their_rows():
    table = pd.DataFrame({"channel": ["a", "a", "b"], "tier": ["x", "y", "x"], "n": [1, 2, 3]})
    assert accepts("table", table[::-1], table, key=["channel", "tier"])
    assert accepts("table", table.set_index(["tier", "channel"]), table)
    assert accepts("table", table[::-1], table.set_index(["channel", "tier"]))
    assert "a, y" in ask("table", table.assign(n=[1, 9, 3]), table).note


def test_a_groupby_result_equals_its_flat_form():
    orders = pd.DataFrame({"channel": ["a", "b", "a"], "month": ["x", "x", "y"], "amount": [1.0, 2.0, 4.0]})
    grouped = orders.groupby(["channel", "month"])[["amount"]].sum()
    assert accepts("table", grouped, grouped.reset_index())
    assert accepts("table", grouped.reset_index(), grouped)
    assert accepts(
        "series", grouped["amount"], grouped["amount"].reset_index().set_index(["channel", "month"])["amount"]
    )
    assert accepts("series", grouped.reset_index(), grouped["amount"])


MONTHS = pd.period_range("2025-01", periods=3, freq="M")


@pytest.mark.parametrize(
    "index",
    [
        MONTHS,
        MONTHS.to_timestamp(),
        MONTHS.to_timestamp(how="end").normalize(),
        pd.Index(MONTHS.astype(str)),
        MONTHS.to_timestamp().as_unit("ns"),
        pd.Index([month.to_timestamp().date() for month in MONTHS]),
    ],
    ids=["period", "start", "end", "text", "ns", "date"],
)
def test_months_match_in_every_form(index):
    found = pd.Series([1.0, 2.0, 3.0], index=index)
    for expected in (MONTHS, MONTHS.to_timestamp(), pd.Index(MONTHS.astype(str))):
        assert accepts("series", found[::-1], pd.Series([1.0, 2.0, 3.0], index=expected))
        table = pd.DataFrame({"month": expected, "mrr": [1.0, 2.0, 3.0]})
        assert accepts("table", found.rename("mrr").rename_axis("month").reset_index(), table)
        assert accepts("table", found.rename("mrr").to_frame(), table)
    assert not accepts("series", found.iloc[:2], pd.Series([1.0, 2.0, 3.0], index=MONTHS))


def test_days_of_one_month_stay_apart():
    days = pd.to_datetime(["2025-01-01", "2025-01-31"])
    expected = pd.Series([1, 2], index=days)
    assert accepts("series", expected[::-1], expected)
    assert not accepts("series", pd.Series([2, 1], index=days), expected)


def test_missing_cells_match_missing_cells_only():
    table = pd.DataFrame({"step": ["a", "b"], "rate": [1.0, np.nan]})
    assert accepts("table", table.astype({"rate": object}), table)
    assert accepts("table", table.assign(rate=[1.0, None]), table)
    assert accepts("table", table.assign(rate=pd.array([1.0, pd.NA], dtype="Float64")), table)
    said = ask("table", table.fillna(0), table)
    assert "NaN, not 0" in said.note
    assert said.expected == "NaN, for b"


def test_a_missing_column_is_named_with_the_one_that_is_like_it():
    table = pd.DataFrame({"step": ["a"], "step_rate": [0.5]})
    note = ask("table", table.rename(columns={"step_rate": "steprate"}), table).note
    assert "Missing: the column 'step_rate'." in note
    assert "'steprate'" in note


def test_a_column_that_is_right_is_never_offered_for_the_missing_one():
    table = pd.DataFrame({"month": ["a"], "mrr_start": [1.0], "mrr_end": [2.0]})
    assert ask("table", table.drop(columns="mrr_end"), table).note == "Missing: the column 'mrr_end'."


def test_differing_cells_are_shown_with_as_many_digits_as_it_takes():
    right = pd.Series({"a": 2 / 3, "b": 0.5})
    said = ask("series", right.replace(0.5, 1 / 3), right)
    assert said.found == "a Series: a: 0.6667, b: 0.3333"
    said = ask("series", {"a": 0.66667, "b": 0.5}, right)
    assert (said.found, said.expected) == ("{'a': 0.66667, 'b': 0.5}", "a Series: a: 0.666667, b: 0.5")
    assert "For a: 0.66667 instead of 0.666667" in said.note
    said = ask("table", right.rename("x").replace(2 / 3, 0.66667).to_frame(), right.rename("x").to_frame())
    assert (said.found, said.expected) == ("0.66667", "0.666667, for a")


def test_the_slip_that_a_column_shares_is_said():
    table = pd.DataFrame({"step": ["a", "b"], "rate": [0.5, 0.25]})
    note = ask("table", table.assign(rate=[50, 25]), table).note
    assert "2 of 2" in note
    assert "fraction" in note


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (None, "forget `return`"),
        (3, "table"),
        ([1, 2], "table"),
        ({"a": [1], "b": [1, 2]}, "different lengths"),
        (len, "call it"),
        (pd.DataFrame([[1, 2]], columns=["a", "a"]), "comes 2 times"),
    ],
)
def test_what_is_no_table_is_refused_with_the_reason(found, words):
    assert words in ask("table", found, pd.DataFrame({"a": [1]})).note


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (None, "forget `return`"),
        (3, "Series with the labels"),
        ([1, 2], "labels"),
        (pd.DataFrame({"x": [1], "y": [2], "z": [3]}, index=["a"]), "not a table of several columns"),
        (len, "call it"),
    ],
)
def test_what_is_no_series_is_refused_with_the_reason(found, words):
    assert words in ask("series", found, pd.Series({"a": 1, "b": 2})).note


def test_a_series_without_labels_is_compared_in_order():
    plain = pd.Series([0.5, 0.25])
    assert accepts("series", [0.5, 0.25], plain)
    assert accepts("series", pd.Series([0.5, 0.25], index=[7, 3]), plain)
    assert accepts("series", pd.DataFrame({"x": [0.5, 0.25]}), plain)
    assert not accepts("series", [0.25, 0.5], plain)


def test_empty_tables_are_equal():
    empty = pd.DataFrame({"a": [], "b": []})
    assert accepts("table", empty, empty)
    assert accepts("table", empty.set_index("a"), empty)
    assert not accepts("table", pd.DataFrame({"a": [1], "b": [2]}), empty)
    assert accepts("series", pd.Series(dtype=float), pd.Series({"a": 1})[:0])


def test_comparing_changes_neither_side():
    left, right = pd.DataFrame({"a": [2, 1]}, index=[5, 6]), pd.DataFrame({"a": [1, 2]})
    before = left.copy(), right.copy()
    assert accepts("table", left, right)
    assert left.equals(before[0])
    assert right.equals(before[1])
