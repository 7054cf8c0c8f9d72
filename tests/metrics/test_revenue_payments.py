"""What subscribers paid, payment by payment."""

import pandas as pd
import pytest
from hypothesis import given

from ecotools.ledger import Ledger
from ecotools.metrics import repeat, revenue
from ecotools.observation import span_of
from tests.metrics.subscription_tables import FEW, empty, subscriptions, tables


def paid(*rows, until="2025-01-01", **columns) -> list[tuple[str, float]]:
    found = revenue.payments(subscriptions(*rows, **columns), until)
    return [(f"{day:%m-%d}", amount) for day, amount in zip(found["day"], found["amount"], strict=True)]


def test_a_month_is_paid_for_on_its_first_day_and_the_end_is_not():
    assert paid(("a", "2024-01-31", "2024-03-31", 9.0)) == [("01-31", 9), ("02-29", 9)]
    assert paid(("a", "2024-11-10", None, 9.0)) == [("11-10", 9), ("12-10", 9)]
    assert paid(("a", "2024-11-10", None, 9.0), until="2024-12-10") == [("11-10", 9)]


def test_a_yearly_price_comes_at_once_with_its_discount_and_its_seats():
    terms = {"interval_months": 12, "discount": 0.25, "quantity": 2}
    assert paid(("a", "2024-02-01", None, 100.0), **terms) == [("02-01", 150)]
    assert paid(("a", "2024-02-01", None, 100.0), until="2025-02-02", **terms) == [("02-01", 150)] * 2


def test_trials_and_free_months_are_no_payments():
    rows = ("a", "2024-01-10", "2024-02-10", 0.0), ("a", "2024-02-10", "2024-03-10", 9.0)
    ended = {"subscription_id": [1, 1], "ended_by": ["changed", "cancelled"]}
    assert paid(*rows, **ended) == [("02-10", 9)]


def test_what_rounds_to_nothing_is_no_payment():
    assert paid(("a", "2024-01-10", "2024-03-10", 0.01), discount=[0.6]) == []
    assert paid(("a", "2024-01-10", "2024-03-10", 0.01), discount=[0.4]) == [("01-10", 0.01), ("02-10", 0.01)]


@FEW
@given(tables())
def test_payments_of_monthly_plans_are_the_mrr_of_the_days_on_which_they_are_made(table):
    table = table.assign(interval_months=1)
    found = revenue.payments(table, "2025-03-01")
    assert (found["amount"] > 0).all() and (found["day"] < "2025-03-01").all()
    for day, rows in found.groupby("day"):
        mrr = revenue.mrr_by_customer(table, day)
        for customer, amount in rows.groupby("customer_id")["amount"].sum().items():
            assert amount <= mrr[customer] + 0.011 * len(rows)


def test_orders_and_payments_together_say_who_buys_often():
    table = subscriptions(("a", "2025-01-10", None, 29.0))
    orders = pd.DataFrame(
        {"order_id": [1, 2], "customer_id": ["a", "b"], "product": "course", "kind": "core"}
    )
    orders = orders.assign(
        day=pd.to_datetime(["2025-01-05", "2025-01-06"]), quantity=1, price=99.0, discount=0.0, amount=99.0,
        refunded=0.0, refund_day=pd.NaT, channel="",
    )  # fmt: skip
    ledger = Ledger(subscriptions=table, orders=orders, start="2025-01", end="2025-06")
    made = revenue.payments(ledger)
    assert len(made) == 6 and span_of(made) == span_of(ledger)
    everything = pd.concat([ledger.orders, made])
    found = repeat.segment_list(everything).set_index("customer_id")
    assert found["purchases"].to_dict() == {"a": 7, "b": 1}
    assert found["segment"].to_dict() == {"a": "champion", "b": "one_time"}


def test_no_subscriptions_make_no_payments():
    assert list(revenue.payments(empty()).columns) == ["customer_id", "day", "product", "amount"]
    with pytest.raises(ValueError, match="subscriptions needs the columns"):
        revenue.payments(pd.DataFrame())
