"""How subscriptions renew, change and end."""

import numpy as np
import pandas as pd
import pytest

from ecotools.simulate import FailedPaymentRun, PriceChange, simulate


@pytest.fixture
def members(company):
    """A company in which every buyer takes the basic plan, nobody cancels and nothing fails."""
    assumed = company.assumptions
    assumed.subscribe_rate, assumed.plan_change = {"basic": 1.0}, {}
    assumed.churn = {"basic": {"alpha": 1e-9, "beta": 1}}
    assumed.payment_failure_rate = 0
    return company


def test_without_churn_everyone_stays(members):
    rows = simulate(members, 12).subscriptions
    assert rows["end"].isna().all()
    assert rows["subscription_id"].is_unique


def test_with_certain_churn_everyone_leaves_after_one_period(members):
    members.assumptions.churn = {"basic": {"alpha": 1, "beta": 1e-12}}
    rows = simulate(members, 12).subscriptions
    ended = rows[rows["end"].notna()]
    assert (ended["end"] == ended["start"] + pd.DateOffset(months=1)).all()
    assert (ended["ended_by"] == "cancelled").all()


def test_with_certain_failure_everyone_is_lost_at_the_first_renewal(members):
    members.assumptions.payment_failure_rate, members.assumptions.recovered_share = 1, 0
    rows = simulate(members, 12).subscriptions
    ended = rows[rows["end"].notna()]
    assert (ended["end"] == ended["start"] + pd.DateOffset(months=1)).all()
    assert (ended["ended_by"] == "payment_failed").all()


def test_payments_that_are_recovered_leave_no_trace(members):
    members.assumptions.payment_failure_rate, members.assumptions.recovered_share = 1, 1
    assert simulate(members, 12).subscriptions["end"].isna().all()


def test_periods_end_on_the_day_of_the_month_they_began_on_or_its_last_one(members):
    members.assumptions.churn = {"basic": {"alpha": 1, "beta": 2}}
    rows = simulate(members, 14).subscriptions.dropna(subset="end")
    last = rows["end"].dt.days_in_month
    assert (rows["end"].dt.day == np.minimum(rows["start"].dt.day, last)).all()


def test_a_change_of_plan_continues_the_subscription_on_the_other_plans_terms(members):
    members.assumptions.plan_change = {"basic": {"to": "yearly", "monthly_rate": 1.0}}
    rows = simulate(members, 12).check().subscriptions
    first = rows[rows["product"] == "basic"].dropna(subset="end").set_index("subscription_id")
    then = rows[rows["product"] == "yearly"].set_index("subscription_id")
    assert (first["ended_by"] == "changed").all()
    assert (first["end"] == then["start"]).all()
    assert set(then["price"]) == {290.0}
    assert set(then["interval_months"]) == {12}


def test_a_yearly_plan_ends_after_whole_years_also_for_those_who_changed_to_it(members):
    members.assumptions.plan_change = {"basic": {"to": "yearly", "monthly_rate": 0.5}}
    members.assumptions.churn = {"basic": {"alpha": 1, "beta": 3}}
    rows = simulate(members, 30).subscriptions.dropna(subset="end")
    yearly = rows[rows["product"] == "yearly"]
    months = (yearly["end"].dt.year - yearly["start"].dt.year) * 12 + (
        yearly["end"].dt.month - yearly["start"].dt.month
    )
    assert len(yearly)
    assert (months % 12 == 0).all()


def test_a_change_of_plan_alters_what_is_paid_and_not_how_long_people_stay(members):
    members.assumptions.churn = {"basic": {"alpha": 1, "beta": 5}}

    def ends():
        rows = simulate(members, 12).subscriptions
        return rows.drop_duplicates("subscription_id", keep="last").set_index("subscription_id")["end"]

    before = ends()
    members.assumptions.plan_change = {"basic": {"to": "plus", "monthly_rate": 0.3}}
    pd.testing.assert_series_equal(ends().sort_index(), before.sort_index())


def test_a_buyer_takes_at_most_one_of_the_plans_that_one_can_change_between(company):
    company.assumptions.subscribe_rate = {"basic": 0.6, "plus": 0.4, "room": 1.0}
    joined = simulate(company, 6).subscriptions.drop_duplicates("subscription_id")
    plans = joined[joined["product"].isin(["basic", "plus"])]
    assert plans["customer_id"].is_unique
    assert joined["customer_id"].duplicated().any()


def test_subscriptions_are_numbered_in_the_order_in_which_they_begin(company):
    rows = simulate(company, 12).subscriptions
    assert rows["start"].is_monotonic_increasing
    assert rows.drop_duplicates("subscription_id")["subscription_id"].is_monotonic_increasing


def test_a_failed_payment_run_hits_its_share_of_the_renewals_of_the_month(members):
    incident = FailedPaymentRun(6, 0.3)
    members.assumptions.channels[0].visitors_per_month = 4000
    rows = simulate(members, 12, incidents=[incident]).subscriptions
    due = rows[rows["start"] < "2025-05-15"]
    failed = due[due["ended_by"] == "payment_failed"]
    assert (failed["end"].dt.to_period("M") == pd.Period("2025-06")).all()
    assert len(failed) / len(due) == pytest.approx(0.3, abs=0.03)
    assert (rows["ended_by"] == "payment_failed").sum() >= len(failed)


def test_those_who_return_after_a_failed_payment_run_begin_a_new_subscription(members):
    incidents = [FailedPaymentRun(4, 1.0, returning=1.0), PriceChange(5, "basic", 35)]
    ledger = simulate(members, 12, incidents=incidents).check()
    rows = ledger.subscriptions
    failed = rows[rows["ended_by"] == "payment_failed"].set_index("customer_id")
    again = rows[rows["customer_id"].duplicated()].set_index("customer_id")
    waited = (again["start"] - failed["end"]).dt.days
    assert len(again) == len(failed) > 50
    assert waited.between(1, 30).all()
    assert not set(again["subscription_id"]) & set(failed["subscription_id"])
    assert set(again.loc[again["start"] >= "2025-05-01", "price"]) == {35.0}


def test_two_failed_payment_runs_can_hit_the_same_customer(members):
    incidents = [FailedPaymentRun(4, 1.0, returning=1.0), FailedPaymentRun(7, 1.0)]
    rows = simulate(members, 12, incidents=incidents).check().subscriptions
    failures = rows[rows["ended_by"] == "payment_failed"].groupby("customer_id").size()
    assert failures.max() == 2
