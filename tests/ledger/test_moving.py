"""A business that left one shop for another: what was paid there counts, and nobody is counted twice."""

import pandas as pd
import pytest

from ecotools.blueprint import Blueprint
from ecotools.ledger import import_files
from ecotools.metrics import retention, revenue

PADDLE = (
    "transaction_id,customer_email,billed_at,product_name,price_name,total,tax,currency_code,status,"
    "subscription_id,billing_period_starts_at,billing_period_ends_at\n"
)
STRIPE = "id,Customer Email,Product,Plan,Currency,Interval,Amount,Status,Created (UTC),Start (UTC),"
STRIPE += "Ended At (UTC)\n"


def old(*rows):
    """What the first shop sold: who, from, to, plan, price."""
    lines = [
        f"t{n},{who}@x.org,{start},Desk,{plan},{price},0,GBP,completed,s_{who},{start},{end}\n"
        for n, (who, start, end, plan, price) in enumerate(rows)
    ]
    return PADDLE + "".join(lines)


def new(*rows):
    """What the second shop knows: who, from, to, price."""
    lines = [
        f"sub_{who},{who}@x.org,Desk,Monthly,gbp,month,{price},{'canceled' if end else 'active'},"
        f"{start},{start},{end}\n"
        for who, start, end, price in rows
    ]
    return STRIPE + "".join(lines)


@pytest.fixture
def both(tmp_path):
    def write(first, second, **options):
        (tmp_path / "old.csv").write_text(first)
        (tmp_path / "new.csv").write_text(second)
        return import_files([tmp_path / "old.csv", tmp_path / "new.csv"], **options)

    return write


MOVED = (
    [("ada", "2025-01-05", "2025-02-05", "Monthly", 10), ("ada", "2025-02-05", "2025-03-05", "Monthly", 10)],
    [("ada", "2025-03-05", "", 10), ("bea", "2025-06-01", "", 10)],
)


def test_who_moved_pays_without_a_break_and_once(both):
    found = both(old(*MOVED[0]), new(*MOVED[1]))
    months = ["2025-01", "2025-02", "2025-03", "2025-04", "2025-05"]
    assert revenue.mrr(found.ledger.subscriptions, months).tolist() == [10.0] * 5
    assert retention.churn_table(found.ledger)["lost"].sum() == 0
    assert "ended when another began: the customer goes on in another export" in list(
        found.unmapped["reason"]
    )


def test_who_moved_on_the_last_days_is_not_counted_twice(both):
    found = both(old(("ada", "2025-01-05", "2025-02-05", "Monthly", 10)), new(("ada", "2025-02-05", "", 10)))
    assert revenue.mrr(found.ledger.subscriptions, "2025-02-05") == 10


def test_who_did_not_move_ended_when_it_was_due_and_the_file_is_named(both):
    found = both(old(("cy", "2025-01-10", "2025-02-10", "Monthly", 10)), new(("bea", "2025-06-01", "", 10)))
    assert found.ledger.subscriptions.set_index("customer_id").loc["cy@x.org", "end"] == pd.Timestamp(
        "2025-02-10"
    )
    said = found.unmapped.query("what == 'file'")[["file", "reason"]].to_numpy().tolist()
    assert [file for file, reason in said if "its payments end on 2025-01-10" in reason] == ["old.csv"]


def test_a_shop_that_sells_on_is_not_told_that_it_closed(both):
    first = old(("cy", "2025-05-20", "2025-06-20", "Monthly", 10))
    found = both(first, new(("bea", "2025-06-01", "", 10)))
    assert found.ledger.subscriptions["end"].isna().all()
    assert not found.unmapped["reason"].str.contains("its payments end").any()


def test_a_payment_while_the_other_export_says_that_it_runs_is_of_that_subscription(both):
    found = both(old(("ada", "2025-04-05", "2025-05-05", "Monthly", 10)), new(("ada", "2025-03-05", "", 10)))
    assert len(found.ledger.subscriptions) == 1
    assert "a payment of a subscription, not an order" in list(found.unmapped["reason"])


def test_plans_of_one_product_are_told_apart_by_their_interval_in_every_export(both):
    blueprint = Blueprint.from_yaml("""
        name: Q
        currency: GBP
        products:
          - {id: desk, name: Desk, kind: core, price: 10, billing: month}
          - {id: desk_yearly, name: Desk (Yearly), kind: core, price: 100, billing: year}
        """)
    second = new(("ada", "2025-03-05", "", 10)).replace("Monthly,gbp,month", "Yearly,gbp,year")
    first = old(
        ("bea", "2025-01-05", "2026-01-05", "Yearly", 100), ("cy", "2025-02-28", "2025-03-28", "Monthly", 10)
    )
    found = both(first, second, products=blueprint).ledger.subscriptions
    assert dict(zip(found["customer_id"].str[:3], found["product"], strict=True)) == {
        "bea": "desk_yearly",
        "cy@": "desk",
        "ada": "desk_yearly",
    }


@pytest.mark.parametrize("day", ["2025-03-03", "2025-03-05", "2025-03-08"])
def test_who_moved_some_days_before_or_after_the_due_day_pays_without_a_break(both, day):
    found = both(old(*MOVED[0]), new(("ada", day, "", 10), MOVED[1][1])).ledger.subscriptions
    days = [*pd.date_range("2025-02-28", "2025-03-10").strftime("%Y-%m-%d")]
    assert revenue.mrr(found, days).tolist() == [10.0] * len(days)
