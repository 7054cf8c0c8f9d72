"""Monthly recurring revenue on a day, by month and by customer."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecotools.metrics import revenue
from tests.metrics.subscription_tables import FEW, empty, subscriptions, tables


def by_the_formula(table: pd.DataFrame, day) -> float:
    """The definition, written out as a learner would."""
    day = pd.Timestamp(day)
    runs = (table["start"] <= day) & (table["end"].isna() | (day < table["end"]))
    amount = table["price"] * table["quantity"] * (1 - table["discount"]) / table["interval_months"]
    return amount[runs].sum()


@FEW
@given(tables(), st.integers(0, 400))
def test_mrr_is_the_sum_of_price_quantity_and_discount_a_month(table, days):
    day = pd.Timestamp("2024-01-01") + pd.Timedelta(days=days)
    assert revenue.mrr(table, day) == pytest.approx(by_the_formula(table, day), abs=0.0051)


@FEW
@given(tables())
def test_mrr_by_customer_adds_up_to_mrr(table):
    by_customer = revenue.mrr_by_customer(table, "2024-06-30")
    assert by_customer.sum() == pytest.approx(by_the_formula(table, "2024-06-30"))
    assert (by_customer > 0).all() and by_customer.index.is_unique


@FEW
@given(tables(), st.randoms(use_true_random=False))
def test_the_order_of_rows_does_not_matter(table, random):
    order = list(range(len(table)))
    random.shuffle(order)
    shuffled = revenue.movements(table.iloc[order], "2024-01", "2024-12")["end"]
    pd.testing.assert_series_equal(
        shuffled, revenue.movements(table, "2024-01", "2024-12")["end"], check_exact=True
    )


def test_stripes_example_holds_with_600_dollars_a_year_and_not_with_its_misprint():
    # docs.stripe.com, billing analytics: 200 at 50 a month, 50 at 600 a year; it prints "800 USD/12".
    monthly = [(f"m{n}", "2024-01-01", None, 50.0) for n in range(200)]
    yearly = [(f"y{n}", "2024-01-01", None, 600.0) for n in range(50)]
    table = subscriptions(*monthly, *yearly, interval_months=[1] * 200 + [12] * 50)
    assert revenue.mrr(table, "2024-01-31") == 12_500


def test_yearly_and_quarterly_prices_are_spread_over_their_months():
    table = subscriptions(
        ("a", "2024-01-01", None, 120.0), ("b", "2024-01-01", None, 30.0), interval_months=[12, 3]
    )
    assert revenue.mrr(table, "2024-01-31") == 20


def test_twelve_thousand_yearly_prices_lose_no_cents_to_rounding():
    table = subscriptions(*[(n, "2024-01-01", None, 100.0) for n in range(12_000)], interval_months=12)
    assert revenue.mrr(table, "2024-01-31") == 100_000


def test_a_trial_counts_zero_and_a_one_dollar_month_counts_one():
    table = subscriptions(("a", "2024-01-01", "2024-02-01", 0.0), ("b", "2024-01-01", "2024-02-01", 1.0))
    assert revenue.mrr(table, "2024-01-31") == 1


def test_the_end_is_the_first_day_not_paid_for():
    table = subscriptions(("a", "2024-01-10", "2024-02-10", 10.0))
    days = ["2024-01-09", "2024-01-10", "2024-02-09", "2024-02-10"]
    assert revenue.mrr(table, days).tolist() == [0, 10, 10, 0]


def test_a_month_means_its_last_day_and_not_its_first():
    table = subscriptions(("a", "2024-02-10", None, 10.0))
    assert revenue.mrr(table, "2024-02") == revenue.mrr(table, pd.Period("2024-02")) == 10
    assert revenue.mrr(table, "2024-02-01") == 0


def test_without_a_day_mrr_is_that_of_the_last_day_the_table_tells_about():
    table = subscriptions(("a", "2024-01-10", "2024-03-10", 10.0), ("b", "2024-02-01", None, 5.0))
    assert revenue.mrr(table) == 5
    assert revenue.mrr_by_customer(table).to_dict() == {"b": 5.0}


def test_the_number_says_how_it_was_defined():
    measure = revenue.mrr(revenue.example(), "2025-03")
    assert "months of the billing interval" in measure.definition
    assert measure.unit == "currency per month"


def test_a_ledger_gives_its_table_its_currency_and_its_span():
    class Ledger:
        subscriptions = revenue.example()
        currency, start, end = "EUR", pd.Timestamp("2025-01-01"), pd.Timestamp("2025-04-01")

    assert revenue.mrr(Ledger()).unit == "EUR per month"
    assert revenue.mrr(Ledger()) == 93.5
    assert revenue.movements(Ledger())["end"].index.astype(str).tolist() == ["2025-01", "2025-02", "2025-03"]


def test_an_empty_table_has_no_mrr_on_a_day_you_name_and_none_to_tell_otherwise():
    assert revenue.mrr(empty(), "2024-01-31") == 0
    assert np.isnan(revenue.mrr(empty())) and "name a day" in revenue.mrr(empty()).reason
    assert revenue.movements(empty())["end"].empty
    assert revenue.movements(empty(), "2024-01", "2024-02")["end"].tolist() == [0, 0]
    assert revenue.mrr_by_customer(empty()).empty


def test_an_empty_table_without_types_works_too():
    bare = pd.DataFrame(columns=revenue.example().columns)
    assert revenue.movements(bare, "2024-01", "2024-02")["end"].tolist() == [0, 0]


def test_days_in_microseconds_or_nanoseconds_give_the_same():
    table = revenue.example()
    other = table.astype({"start": "datetime64[us]", "end": "datetime64[us]"})
    pd.testing.assert_series_equal(revenue.movements(table)["end"], revenue.movements(other)["end"])


def test_categorical_ids_and_nullable_numbers_work():
    table = revenue.example().astype({"customer_id": "category", "price": "Float64", "quantity": "Int64"})
    assert revenue.mrr(table, "2025-03") == 93.5


def test_an_empty_ledger_has_no_span_and_so_no_number():
    class Ledger:
        subscriptions = empty()
        currency, start, end = "USD", pd.NaT, pd.NaT

    assert "name a day" in revenue.mrr(Ledger()).reason
    assert revenue.movements(Ledger())["end"].empty
