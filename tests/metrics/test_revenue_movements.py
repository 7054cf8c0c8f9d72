"""The five movements: exact to the cent, and each of the right kind."""

from fractions import Fraction

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecotools.metrics import revenue
from ecotools.metrics.revenue.bridge import movement_list
from tests.metrics.subscription_tables import FEW, empty, subscriptions, tables

COLUMNS = ["start", "new", "expansion", "contraction", "churn", "reactivation", "end"]
UP, DOWN = ["new", "reactivation", "expansion"], ["contraction", "churn"]


def in_cents(table: pd.DataFrame) -> pd.DataFrame:
    """Return money as whole cents, and fail if it is not."""
    cents = (table * 100).round()
    assert np.allclose(cents, table * 100, rtol=0, atol=1e-6)
    return cents.astype(int)


def assert_balanced(table: pd.DataFrame) -> None:
    """Start plus the movements is the end, and each end the next start, to the cent."""
    cents = in_cents(table[COLUMNS])
    assert (cents["start"] + cents[UP].sum(axis=1) - cents[DOWN].sum(axis=1) == cents["end"]).all()
    assert cents["end"].tolist()[:-1] == cents["start"].tolist()[1:]
    assert (cents >= 0).all().all()


@given(tables(), st.sampled_from("MQDW"))
def test_start_plus_movements_is_end_to_the_cent_in_every_period(table, freq):
    moved = revenue.movements(table, "2024-01-01", "2025-04-01" if freq != "D" else "2024-04-01", freq=freq)
    assert_balanced(moved)
    last = moved.index.to_timestamp(how="end")
    assert moved["end"].tolist() == revenue.mrr(table, list(last)).tolist()


@FEW
@given(tables())
def test_a_window_shows_the_same_rows_as_the_whole(table):
    whole = revenue.movements(table, "2024-01", "2025-06")
    part = revenue.movements(table, "2024-05", "2024-08")
    pd.testing.assert_frame_equal(part[COLUMNS[1:]], whole.loc["2024-05":"2024-08", COLUMNS[1:]], atol=0.011)
    assert part["end"].tolist() == whole.loc["2024-05":"2024-08", "end"].tolist()


def one_by_one(table: pd.DataFrame, months: pd.PeriodIndex) -> pd.DataFrame:
    """The five movements by the words of the definition, a customer and a month at a time, in fractions."""
    rows = []
    value = [
        Fraction(str(row.price)) * row.quantity * (1 - Fraction(row.discount).limit_denominator(1000))
        / row.interval_months
        for row in table.itertuples()
    ]  # fmt: skip
    table = table.assign(value=value)
    table = table[(table["value"] > 0) & ~(table["end"] <= table["start"])]
    for month in months:
        moved = dict.fromkeys(COLUMNS[1:-1], Fraction(0))
        for _, own in table.groupby("customer_id"):
            before, after = (level(own, period.end_time.normalize()) for period in (month - 1, month))
            ever = (own["start"] < month.start_time).any()
            if after > before:
                moved["expansion" if before else "reactivation" if ever else "new"] += after - before
            elif after < before:
                moved["contraction" if after else "churn"] += before - after
        rows.append(moved)
    return pd.DataFrame(rows, index=months)


def level(rows: pd.DataFrame, day) -> Fraction:
    runs = (rows["start"] <= day) & (rows["end"].isna() | (rows["end"] > day))
    return sum(rows["value"][runs], Fraction(0))


@FEW
@given(tables(max_customers=3, max_rows=6))
def test_each_movement_is_what_the_definition_says_customer_by_customer(table):
    moved = revenue.movements(table, "2024-01", "2024-12")
    expected = one_by_one(table, moved.index).astype(float)
    assert np.allclose(moved[COLUMNS[1:-1]], expected[COLUMNS[1:-1]], rtol=0, atol=0.0151)


@FEW
@given(tables())
def test_the_list_of_movements_adds_up_to_the_table(table):
    moved = revenue.movements(table, "2024-01", "2025-03")
    single = movement_list(table, "2024-01", "2025-03")
    total = single.pivot_table(index="month", columns="kind", values="amount", aggfunc="sum", fill_value=0)
    total = total.reindex(index=moved.index, columns=COLUMNS[1:-1], fill_value=0).fillna(0)
    assert np.allclose(total, moved[COLUMNS[1:-1]], rtol=0, atol=0.0151)
    assert not single.duplicated(["customer_id", "month"]).any()
    assert (single["amount"] > 0).all()


def of(table: pd.DataFrame, month: str) -> dict[str, float]:
    """The movements of one month that are not 0."""
    row = revenue.movements(table, month, month)[COLUMNS[1:-1]].iloc[0]
    return {kind: amount for kind, amount in row.items() if amount}


def test_the_example_moves_as_its_description_says():
    table = revenue.example()
    assert of(table, "2025-01") == {"new": 49}
    assert of(table, "2025-03") == {"expansion": 30, "churn": 29}
    assert of(table, "2025-05") == {"reactivation": 29}
    single = movement_list(table)
    assert single[single["customer_id"] == "Cleo"]["kind"].tolist() == ["new", "churn", "reactivation"]


def test_a_second_subscription_is_expansion_and_ending_one_of_two_is_contraction():
    table = subscriptions(("a", "2024-01-05", "2024-04-05", 10.0), ("a", "2024-02-05", "2024-03-05", 5.0))
    assert [of(table, f"2024-0{month}") for month in (1, 2, 3, 4)] == [
        {"new": 10},
        {"expansion": 5},
        {"contraction": 5},
        {"churn": 10},
    ]


def test_a_downgrade_is_contraction_and_the_end_of_a_discount_is_expansion():
    rows = (
        ("a", "2024-01-05", "2024-02-05", 59.0),
        ("a", "2024-02-05", "2024-03-05", 29.0),
        ("a", "2024-03-05", None, 29.0),
    )
    table = subscriptions(*rows, subscription_id=[1, 1, 1], discount=[0.0, 0.5, 0.0])
    assert of(table, "2024-02") == {"contraction": 44.5}
    assert of(table, "2024-03") == {"expansion": 14.5}


def test_the_first_payment_after_a_trial_is_new_and_the_trial_is_nothing():
    rows = ("a", "2024-01-25", "2024-02-08", 0.0), ("a", "2024-02-08", None, 29.0)
    table = subscriptions(*rows, subscription_id=[1, 1])
    assert of(table, "2024-01") == {}
    assert of(table, "2024-02") == {"new": 29}


def test_a_one_dollar_month_is_new_at_one_dollar_and_then_expansion():
    rows = ("a", "2024-01-10", "2024-02-10", 1.0), ("a", "2024-02-10", None, 29.0)
    assert of(subscriptions(*rows), "2024-01") == {"new": 1}
    assert of(subscriptions(*rows), "2024-02") == {"expansion": 28}


def test_ups_and_downs_within_a_month_are_netted():
    rows = (
        ("a", "2024-01-05", "2024-02-03", 29.0),
        ("a", "2024-02-03", "2024-02-20", 59.0),
        ("a", "2024-02-20", None, 29.0),
    )
    assert of(subscriptions(*rows), "2024-02") == {}


def test_a_gap_inside_a_month_is_netted_and_one_over_a_month_end_is_churn_and_reactivation():
    inside = subscriptions(("a", "2024-01-05", "2024-02-05", 10.0), ("a", "2024-02-20", None, 10.0))
    across = subscriptions(("a", "2024-01-05", "2024-02-05", 10.0), ("a", "2024-03-01", None, 10.0))
    assert of(inside, "2024-02") == {}
    assert (of(across, "2024-02"), of(across, "2024-03")) == ({"churn": 10}, {"reactivation": 10})


def test_who_signs_up_and_leaves_in_one_month_leaves_no_trace_but_comes_back_as_reactivation():
    table = subscriptions(("a", "2024-01-05", "2024-01-25", 10.0), ("a", "2024-03-05", None, 10.0))
    assert of(table, "2024-01") == {}
    assert of(table, "2024-03") == {"reactivation": 10}


def test_an_end_on_the_first_of_a_month_is_churn_of_that_month():
    table = subscriptions(("a", "2024-01-01", "2024-02-01", 10.0))
    assert of(table, "2024-02") == {"churn": 10}


def test_a_pause_takes_the_mrr_to_zero():
    rows = ("a", "2024-01-05", "2024-02-05", 10.0), ("a", "2024-04-05", None, 10.0)
    table = subscriptions(*rows, subscription_id=[1, 1], ended_by=["paused", ""])
    assert (of(table, "2024-02"), of(table, "2024-04")) == ({"churn": 10}, {"reactivation": 10})


def test_thirds_of_a_cent_still_balance():
    rows = [(n, f"2024-0{1 + n % 3}-10", f"2024-0{5 + n % 4}-10", 100.0) for n in range(40)]
    table = subscriptions(*rows, interval_months=12, discount=[1 / 3 if n % 2 else 0.0 for n in range(40)])
    assert_balanced(revenue.movements(table, "2024-01", "2024-09"))


def test_months_without_events_are_rows_of_zero_movements():
    table = subscriptions(("a", "2024-01-05", "2024-06-05", 10.0))
    quiet = revenue.movements(table).loc["2024-02":"2024-05"]
    assert (quiet[COLUMNS[1:-1]] == 0).all().all() and (quiet["end"] == 10).all()


def test_months_before_the_first_and_after_the_last_subscription_are_zero():
    moved = revenue.movements(subscriptions(("a", "2024-03-05", "2024-04-05", 10.0)), "2023-12", "2024-12")
    assert moved["end"].tolist() == [0, 0, 0, 10, 0, 0, 0, 0, 0, 0, 0, 0, 0]
    assert_balanced(moved)


def test_an_empty_table_has_no_months_unless_you_name_them():
    assert revenue.movements(empty()).empty
    assert revenue.movements(empty(), "2024-01", "2024-03")["end"].tolist() == [0, 0, 0]
    assert list(movement_list(empty()).columns) == [
        "customer_id",
        "month",
        "kind",
        "before",
        "after",
        "amount",
    ]


def test_the_table_says_how_it_was_made():
    moved = revenue.movements(revenue.example())
    assert "netted" in moved.attrs["definition"]["moment"]
    assert list(moved.columns) == COLUMNS
    assert moved.index.dtype == "period[M]" and moved.index.name == "month"


def test_months_given_for_a_daily_table_are_taken_whole():
    daily = revenue.movements(revenue.example(), "2025-02", "2025-03", freq="D")
    assert (str(daily.index[0]), str(daily.index[-1])) == ("2025-02-01", "2025-03-31")
    assert daily["churn"].sum() == 29


def test_a_month_without_a_year_is_refused_because_it_would_change_with_the_calendar():
    with pytest.raises(ValueError, match=r"start must be .* not 'March': add the year"):
        revenue.movements(revenue.example(), "March")
