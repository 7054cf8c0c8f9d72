"""ARPU, ASP and AOV: averages over everybody, over those who are new, and over orders."""

import math
from types import SimpleNamespace

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecotools.metrics import revenue
from tests.metrics.subscription_tables import empty, subscriptions


def orders(*rows) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["order_id", "amount", "refunded"])


def test_arpu_divides_by_everybody_who_pays_or_not():
    table = subscriptions(
        ("a", "2024-01-01", None, 30.0), ("b", "2024-01-01", None, 10.0), ("c", "2024-01-01", None, 0.0)
    )
    assert revenue.arpu(table, 10, "2024-01-31") == 4
    assert revenue.arpu(table, 10, "2024-01-31").definition == "MRR / users, paying or not, on the day"
    assert revenue.arpu(empty(), 0, "2024-01-31").reason == "there are no users"


def test_fewer_users_than_customers_are_refused():
    table = subscriptions(("a", "2024-01-01", None, 30.0), ("b", "2024-01-01", None, 10.0))
    with pytest.raises(
        ValueError, match="users counts everybody, paying or not: 1 is fewer than the 2 who pay"
    ):
        revenue.arpu(table, 1, "2024-01-31")
    with pytest.raises(ValueError, match="users must be zero or more"):
        revenue.arpu(table, -1, "2024-01-31")


def test_asp_is_the_price_of_new_business_and_not_of_all_business():
    table = subscriptions(
        ("a", "2024-01-01", None, 10.0), ("b", "2024-02-01", None, 50.0), ("c", "2024-02-09", None, 30.0)
    )
    assert revenue.asp(table, "2024-02") == 40
    assert revenue.asp(table, "2024-03").reason == "no new customers in 2024-03"
    assert revenue.asp(empty()).reason == "the table is empty"


def test_aov_divides_by_orders_and_not_by_lines_or_customers():
    table = orders((1, 199.0, 0.0), (1, 49.0, 0.0), (2, 199.0, 0.0))
    assert revenue.aov(table) == 223.5


def test_net_aov_takes_refunds_off_and_keeps_the_order():
    table = orders((1, 200.0, 200.0), (2, 100.0, 0.0))
    assert revenue.aov(table) == 150
    assert revenue.aov(table, net=True) == 50
    assert revenue.aov(table, net=True).definition == "(paid - refunded) / orders, free ones left out"


def test_free_orders_are_left_out_unless_you_ask_for_them():
    table = orders((1, 0.0, 0.0), (2, 100.0, 0.0), (2, 0.0, 0.0))
    assert revenue.aov(table) == 100
    assert revenue.aov(table, include_free=True) == 50


def test_no_orders_have_no_average():
    assert revenue.aov(orders()).reason == "there are no orders"
    assert revenue.aov(orders((1, 0.0, 0.0))).reason == "there are no orders"


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ((1, -5.0, 0.0), "orders: amount is below zero"),
        ((1, float("nan"), 0.0), "orders: amount is missing or not finite in row 1"),
        ((1, 10.0, 11.0), "orders: refunded does not lie between 0 and the amount"),
        ((1, 10.0, -1.0), "orders: refunded does not lie between 0 and the amount"),
        ((None, 10.0, 0.0), "orders: order_id is missing in row 1"),
    ],
)
def test_impossible_money_is_refused(row, message):
    with pytest.raises(ValueError, match=message):
        revenue.aov(orders((7, 1.0, 0.0), row), net=True)


def test_a_gross_average_needs_no_refunds():
    assert revenue.aov(pd.DataFrame({"order_id": [1], "amount": [5.0]})) == 5
    with pytest.raises(ValueError, match="orders needs the column 'refunded'"):
        revenue.aov(pd.DataFrame({"order_id": [1], "amount": [5.0]}), net=True)


def test_a_ledger_gives_its_orders_and_its_currency():
    class Ledger:
        orders = pd.DataFrame({"order_id": [1], "amount": [5.0], "refunded": [0.0]})
        currency = "EUR"

    assert revenue.aov(Ledger()) == 5
    assert revenue.aov(Ledger()).unit == "EUR per order"


@given(st.lists(st.tuples(st.integers(1, 5), st.integers(0, 50_000), st.floats(0, 1)), min_size=1))
def test_net_is_never_above_gross(rows):
    table = orders(*[(order, cents / 100, cents / 100 * share) for order, cents, share in rows])
    gross, net = revenue.aov(table), revenue.aov(table, net=True)
    assert math.isnan(gross) or net <= gross + 1e-9


def test_a_decimal_comma_is_named_with_its_column_and_row():
    table = orders((1, 5.0, 0.0)).assign(amount=["12,50"])
    with pytest.raises(
        TypeError, match=r"orders.amount must hold numbers, not '12,50' in row 0: write 12.50"
    ):
        revenue.aov(table)


def test_amounts_in_32_bits_are_the_decimals_they_were_written_as_or_refused():
    prices = [29.99, 0.1, 1234.56]
    table = orders(*[(number, price, 0.0) for number, price in enumerate(prices)])
    assert revenue.aov(table.astype({"amount": "float32"})) == revenue.aov(table)
    table = orders((1, 299_999.99, 0.0)).astype({"amount": "float32"})
    with pytest.raises(
        ValueError, match="amount is held as float32, which has no room for the cents: use float64"
    ):
        revenue.aov(table)


def test_an_average_does_not_depend_on_the_order_of_the_rows_to_the_last_bit():
    rows = [(number, amount, 0.0) for number, amount in enumerate([0.1, 0.2, 0.3, 1e6, 0.7])]
    assert revenue.aov(orders(*rows)) == revenue.aov(orders(*rows[::-1]))


def test_a_currency_that_is_not_the_ledgers_is_refused():
    table = orders((1, 5.0, 0.0)).assign(currency="eur")
    assert revenue.aov(table) == 5
    source = SimpleNamespace(orders=table, currency="USD")
    with pytest.raises(ValueError, match=r"orders.currency has EUR, but the ledger's money is USD"):
        revenue.aov(source)
