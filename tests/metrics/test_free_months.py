"""A free month inside a running subscription is a gift: nobody is lost, in any measure."""

import pandas as pd
import pytest

from ecotools.ledger import Ledger
from ecotools.metrics import retention, revenue
from ecotools.metrics.revenue.bridge import movement_list
from tests.metrics.subscription_tables import subscriptions


def gift(price=30.0, discount=1.0, product="membership", last_end=None) -> pd.DataFrame:
    """Return a subscription that pays for two months, has one free, and pays again."""
    rows = [
        ("a", "2024-01-10", "2024-03-10", 30.0),
        ("a", "2024-03-10", "2024-04-10", price),
        ("a", "2024-04-10", last_end, 30.0),
    ]
    ended_by = ["changed", "changed", "" if last_end is None else "cancelled"]
    discounts, products = [0.0, discount, 0.0], ["membership", product, "membership"]
    return subscriptions(*rows, subscription_id=1, discount=discounts, product=products, ended_by=ended_by)


@pytest.mark.parametrize(
    "free", [{"discount": 1.0}, {"price": 0.0, "discount": 0.0}], ids=["100% off", "price 0"]
)
def test_a_free_month_inside_is_no_churn_in_any_measure(free):
    table = gift(**free)
    moved = revenue.movements(table, "2024-01", "2024-04")
    assert moved["churn"].sum() == moved["reactivation"].sum() == 0
    assert moved["contraction"].tolist() == [0, 0, 30, 0]
    assert moved["expansion"].tolist() == [0, 0, 0, 30]
    assert moved["end"].tolist() == [30, 30, 0, 30]
    assert retention.churn_table(table, "2024-01", "2024-04")["lost"].sum() == 0
    assert retention.churn_rate(table, "2024-03") == 0
    assert retention.churn_rate(table, "2024-03", base="daily_sum") == 0
    assert retention.losses(table, "2024-01", "2024-04").empty
    assert retention.tenures(table, "2024-06-01")[["duration", "observed"]].to_numpy().tolist() == [
        [4, False]
    ]
    assert retention.cohort_table(table, "2024-06-01", values="count").iloc[0, :5].tolist() == [1] * 5
    assert revenue.mrr(table, "2024-03-31") == 0
    assert revenue.mrr_by_customer(table, "2024-03-31").to_dict() == {"a": 0.0}
    assert movement_list(table, "2024-01", "2024-04")["kind"].tolist() == [
        "new",
        "contraction",
        "expansion",
    ]


def test_who_leaves_in_a_free_month_is_lost_when_it_is_over():
    table = gift().iloc[:2].assign(ended_by=["changed", "cancelled"])
    assert retention.losses(table)[["day", "ended_by"]].to_numpy().tolist() == [
        [pd.Timestamp("2024-04-10"), "cancelled"]
    ]
    tenure = retention.tenures(table, "2024-06-01")
    assert tenure[["duration", "observed"]].to_numpy().tolist() == [[3, True]]
    moved = revenue.movements(table, "2024-01", "2024-05")
    assert moved["contraction"].sum() == 30 and moved["churn"].sum() == 0


def test_a_trial_is_no_gift_and_a_free_plan_is_no_customer():
    trial = subscriptions(
        ("a", "2024-01-01", "2024-01-15", 0.0),
        ("a", "2024-01-15", None, 30.0),
        subscription_id=1,
        ended_by=["changed", ""],
    )
    assert retention.tenures(trial)["start"].tolist() == [pd.Timestamp("2024-01-15")]
    downgrade = gift(price=0.0, discount=0.0, product="free")
    assert retention.losses(downgrade)["day"].tolist() == [pd.Timestamp("2024-03-10")]
    assert revenue.movements(downgrade, "2024-01", "2024-04")["reactivation"].sum() == 30


def test_a_free_period_after_a_gap_or_of_another_subscription_is_none():
    table = subscriptions(("a", "2024-01-01", "2024-02-01", 30.0), ("a", "2024-02-01", "2024-03-01", 0.0))
    assert retention.losses(table)["day"].tolist() == [pd.Timestamp("2024-02-01")]
    gap = table.assign(subscription_id=1, start=pd.to_datetime(["2024-01-01", "2024-02-02"]))
    assert retention.losses(gap)["day"].tolist() == [pd.Timestamp("2024-02-01")]


def test_the_rule_is_known_before_the_next_payment_is():
    """Whether a free month is churn does not change when the customer pays again."""
    whole = Ledger(subscriptions=gift(), start="2024-01", end="2024-06")
    for end in ("2024-03-20", "2024-04-10", "2024-04-11"):
        assert retention.losses(whole.between("2024-01", end)).empty


def test_two_subscriptions_that_end_on_one_day_count_the_decision_and_begin_with_the_larger():
    rows = ("a", "2024-01-01", "2024-03-01", 10.0), ("a", "2024-01-01", "2024-03-01", 30.0)
    table = subscriptions(*rows, product=["aaa", "bbb"], ended_by=["paused", "cancelled"])
    for each in (table, table.iloc[::-1]):
        tenure = retention.tenures(each, "2024-06-01", lost_by="cancelled")
        assert tenure[["product", "observed"]].to_numpy().tolist() == [["bbb", True]]
        assert retention.losses(each)["ended_by"].tolist() == ["cancelled"]


def test_a_switch_on_one_day_is_no_loss_of_a_customer():
    table = subscriptions(("a", "2024-01-10", "2024-03-10", 10.0), ("a", "2024-03-10", None, 30.0))
    assert retention.losses(table, "2024-01", "2024-05").empty
    assert revenue.movements(table, "2024-01", "2024-05")["expansion"].sum() == 20
    assert len(retention.losses(table, "2024-01", "2024-05", count_by="subscription")) == 1
