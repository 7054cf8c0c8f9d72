"""A table that does not fit is told table, column, row, value and what is right."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecotools.ledger import LedgerError, problems
from ecotools.ledger.checks import validate


def wrong(table, name, column):
    """The one problem that ``table`` must have."""
    with pytest.raises(LedgerError) as caught:
        validate(table, name)
    found = [problem for problem in caught.value.problems if problem.column == column]
    assert found, caught.value
    return found[0]


def changed(table, column, row, value):
    table = table.copy()
    table[column] = table[column].astype(object)
    table.loc[row, column] = value
    return table.infer_objects()


def test_right_tables_come_back_as_they_are(shop):
    for name, table in shop.tables.items():
        assert validate(table, name) is table


def test_extra_columns_are_kept_and_not_looked_at(shop):
    table = shop.orders.assign(note=[None, object(), 3])
    assert "note" in validate(table, "orders")


def test_the_order_of_columns_and_the_index_do_not_matter(shop):
    table = shop.orders[shop.orders.columns[::-1]].set_axis([9, 9, 9])
    assert not problems(table, "orders")


def test_rows_are_counted_from_the_top_whatever_the_index(shop):
    table = changed(shop.orders, "price", 2, -199.0).set_axis(["a", "b", "c"])
    assert wrong(table, "orders", "price").rows == [2]


def test_one_bad_cell_of_a_million_is_named_with_its_row():
    n = 1_000_000
    table = pd.DataFrame(
        {
            "customer_id": np.arange(n),
            "day": pd.Timestamp("2025-03-01"),
            "action": "visit",
            "count": np.ones(n, np.int64),
        }
    )
    table.loc[734_112, "count"] = 0
    problem = wrong(table, "activity", "count")
    assert (problem.rows, problem.values, problem.count, problem.total) == ([734_112], ["0"], 1, n)
    assert "activity.count must be a whole number, 1 or more. 1 of 1,000,000 rows: row 734112 has 0." in str(
        problem
    )


def test_the_first_five_bad_rows_are_shown_and_all_are_counted(shop):
    table = pd.concat([shop.orders] * 4, ignore_index=True).assign(order_id=range(12), price=-1.0)
    problem = wrong(table, "orders", "price")
    assert problem.rows == [0, 1, 2, 3, 4]
    assert "and 7 more" in str(problem)


def test_all_problems_are_told_at_once(shop):
    table = changed(changed(shop.orders, "price", 0, -1.0), "kind", 1, "addon")
    with pytest.raises(LedgerError) as caught:
        validate(table, "orders")
    assert [problem.column for problem in caught.value.problems] == ["kind", "price"]
    assert caught.value.table()["count"].tolist() == [1, 1]


def test_a_missing_column_is_offered_the_nearest_one(shop):
    problem = wrong(shop.orders.rename(columns={"refund_day": "refunded_day"}), "orders", "refund_day")
    assert "Rename 'refunded_day'?" in str(problem)


def test_a_missing_column_with_nothing_like_it_lists_what_is_there():
    with pytest.raises(LedgerError, match="The table has a, b"):
        validate(pd.DataFrame({"a": [1], "b": [2]}), "activity")


def test_a_column_that_is_there_twice_is_an_error(shop):
    table = pd.concat([shop.activity, shop.activity[["count"]]], axis=1)
    assert "2 times" in str(wrong(table, "activity", "count"))


def test_what_is_no_table_is_a_type_error():
    with pytest.raises(TypeError, match="orders must be a pandas DataFrame, not list"):
        validate([], "orders")


@pytest.mark.parametrize(
    ("name", "column", "row", "value", "told"),
    [
        ("orders", "price", 0, -199.0, "zero or more"),
        ("orders", "price", 0, float("nan"), "zero or more"),
        ("orders", "price", 0, float("inf"), "zero or more"),
        ("orders", "discount", 1, 200.0, "at most quantity * price"),
        ("orders", "amount", 0, 198.0, "quantity * price - discount"),
        ("orders", "refunded", 2, 250.0, "at most the amount"),
        ("orders", "refund_day", 2, pd.Timestamp("2025-01-01"), "day of the order or later"),
        ("orders", "refund_day", 0, pd.Timestamp("2025-01-09"), "nothing was refunded"),
        ("orders", "customer_id", 1, 2, "same customer on every line"),
        ("orders", "quantity", 0, 0, "1 or more"),
        ("orders", "kind", 0, "corr", "Did you mean 'core'?"),
        ("touches", "stage", 0, "awarness", "Did you mean 'awareness'?"),
        ("touches", "stage", 0, "", "one of awareness"),
        ("touches", "day", 1, pd.NaT, "a day without"),
        ("touches", "day", 1, pd.Timestamp("2025-01-02 13:30"), ".dt.normalize()"),
        ("subscriptions", "end", 0, pd.Timestamp("2025-01-01"), "the start or later"),
        ("subscriptions", "ended_by", 2, "", "exactly while the period runs"),
        ("subscriptions", "ended_by", 2, "changed", "starts on the day this one ends"),
        ("subscriptions", "ended_by", 2, "canceled", "Did you mean 'cancelled'?"),
        ("subscriptions", "start", 3, pd.Timestamp("2025-02-01"), "must not overlap"),
        ("subscriptions", "discount", 2, 20.0, "0.05, not 5"),
        ("subscriptions", "interval_months", 0, 0, "1 or more"),
        ("subscriptions", "customer_id", 1, 2, "same customer in every period"),
        ("surveys", "answer", 0, 11.0, "0 to 10"),
        ("surveys", "answer", 0, 8.5, "0 to 10"),
        ("surveys", "answer", 1, -1.0, "price of zero or more"),
        ("activity", "action", 0, "posts", "Did you mean 'post'?"),
    ],
)
def test_a_wrong_cell_is_named_with_what_is_right(shop, name, column, row, value, told):
    table = changed(shop.tables[name], column, row, value)
    with pytest.raises(LedgerError) as caught:
        validate(table, name)
    found = caught.value.problems
    assert all(problem.rows == [row] for problem in found)
    assert any(problem.column == column and told in str(problem) for problem in found)


def test_two_lines_of_an_order_that_sell_the_same_are_named(shop):
    problem = wrong(changed(shop.orders, "product", 1, "bootcamp"), "orders", "order_id")
    assert problem.rows == [1]
    assert "order_id 10, product 'bootcamp'" in str(problem)


def test_periods_of_different_subscriptions_may_overlap(shop):
    table = pd.concat([shop.subscriptions, shop.subscriptions.assign(subscription_id=[17, 17, 18, 18])])
    assert not problems(table, "subscriptions")


def test_an_unended_period_overlaps_all_that_follows(shop):
    table = shop.subscriptions.copy()
    table.loc[0, ["end", "ended_by"]] = [pd.NaT, ""]
    assert wrong(table, "subscriptions", "start").rows == [1]


def test_a_subscription_may_end_on_the_day_it_began(shop):
    table = shop.subscriptions.iloc[[2]].assign(end=shop.subscriptions["start"].iloc[2])
    assert not problems(table, "subscriptions")


def test_times_with_a_zone_are_refused_with_how_to_convert_them(shop):
    table = shop.touches.assign(day=shop.touches["day"].dt.tz_localize("Europe/Berlin"))
    problem = wrong(table, "touches", "day")
    assert "Europe/Berlin" in problem.advice
    fixed = table.assign(day=eval(problem.advice.split("then: ")[1].rstrip("."), {"table": table}))
    assert not problems(fixed, "touches")


def test_days_as_text_are_refused_with_how_to_convert_them(shop):
    table = shop.touches.assign(day=["2025-01-01", "2025-01-02", "2025-01-03"])
    assert "pd.to_datetime(table['day'])" in str(wrong(table, "touches", "day"))


def test_the_one_text_that_is_no_day_is_found(shop):
    table = shop.touches.assign(day=["2025-01-01", "02.01.2025", "2025-01-03"])
    problem = wrong(table, "touches", "day")
    assert (problem.rows, problem.values) == ([1], ["'02.01.2025'"])


def test_the_one_text_that_is_no_number_is_found(shop):
    table = shop.orders.assign(price=["199", "ten", "199"])
    problem = wrong(table, "orders", "price")
    assert (problem.rows, problem.values) == ([1], ["'ten'"])


def test_numbers_as_text_are_refused_with_how_to_convert_them(shop):
    assert "pd.to_numeric" in str(wrong(shop.orders.assign(price=["199", "49", "199"]), "orders", "price"))


def test_whole_numbers_held_as_floats_are_refused_with_how_to_convert_them(shop):
    table = shop.orders.assign(quantity=shop.orders["quantity"].astype(float))
    assert ".astype('int64')" in str(wrong(table, "orders", "quantity"))


def test_ids_with_gaps_are_named(shop):
    problem = wrong(shop.touches.assign(customer_id=[1.0, np.nan, 2.0]), "touches", "customer_id")
    assert problem.rows == [1]


def test_ids_may_be_text_but_not_empty_nor_mixed(shop):
    assert not problems(shop.touches.assign(customer_id=["a", "b", "c"]), "touches")
    assert wrong(shop.touches.assign(customer_id=["a", "", "c"]), "touches", "customer_id").rows == [1]
    mixed = pd.Series(["a", 2, "c"], dtype=object)
    assert wrong(shop.touches.assign(customer_id=mixed), "touches", "customer_id").rows == [1]


def test_floats_as_ids_and_truth_values_as_counts_are_refused(shop):
    assert (
        "float64" in wrong(shop.touches.assign(customer_id=[1.0, 2.0, 3.0]), "touches", "customer_id").advice
    )
    assert "bool" in wrong(shop.activity.assign(count=True), "activity", "count").advice


def test_text_may_be_a_category(shop):
    table = shop.touches.astype({"stage": "category", "channel": "category", "customer_id": "category"})
    assert not problems(table, "touches")
    assert wrong(table.assign(stage=pd.Categorical(["awareness", "buy", "purchase"])), "touches", "stage")


def test_a_missing_text_is_named_with_how_to_say_unknown(shop):
    problem = wrong(shop.touches.assign(channel=["a", None, "b"]), "touches", "channel")
    assert problem.rows == [1]
    assert ".fillna('')" in problem.advice


def test_nullable_and_pyarrow_dtypes_are_accepted(shop):
    assert not problems(shop.activity.astype({"count": "Int64", "action": "string"}), "activity")
    assert wrong(shop.activity.assign(count=pd.array([None], dtype="Int64")), "activity", "count")


@given(st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=30))
def test_exactly_the_negative_prices_are_counted(prices):
    n = len(prices)
    day = pd.Timestamp("2025-01-01")
    table = pd.DataFrame({"order_id": range(n), "customer_id": 1, "day": day, "product": "p", "kind": ""})
    table = table.assign(quantity=1, price=prices, discount=0.0, amount=prices, refunded=0.0, channel="")
    table["refund_day"] = pd.Series(pd.NaT, index=table.index, dtype="datetime64[us]")
    negative = [row for row, price in enumerate(prices) if price < 0]
    found = {problem.column: problem for problem in problems(table, "orders")}
    assert found["price"].count == len(negative) if negative else "price" not in found
    assert not negative or found["price"].rows == negative[:5]


@given(
    st.lists(st.tuples(st.integers(0, 3), st.integers(0, 40), st.integers(1, 8)), min_size=1, max_size=9),
)
def test_overlaps_are_found_exactly_when_there_are_any(periods):
    day = pd.Timestamp("2025-01-01")
    ids, starts, lengths = (np.array(part) for part in zip(*periods, strict=True))
    table = pd.DataFrame(
        {
            "subscription_id": ids,
            "customer_id": 1,
            "product": "p",
            "start": day + pd.to_timedelta(starts, "D"),
            "end": day + pd.to_timedelta(starts + lengths, "D"),
            "price": 1.0,
            "interval_months": 1,
            "quantity": 1,
            "discount": 0.0,
            "ended_by": "cancelled",
        }
    )
    covered = [(i, d) for i, s, n in periods for d in range(s, s + n)]
    found = [problem for problem in problems(table, "subscriptions") if problem.column == "start"]
    assert bool(found) == (len(set(covered)) < len(covered))


def test_errors_survive_being_sent_between_processes(shop):
    import pickle

    with pytest.raises(LedgerError) as caught:
        validate(shop.orders.assign(price=-1.0), "orders")
    again = pickle.loads(pickle.dumps(caught.value))
    assert str(again) == str(caught.value)
    assert again.problems == caught.value.problems
