"""Free trials and first prices: who begins, who goes on to pay, and what measures make of it."""

import numpy as np
import pandas as pd
import pytest

from ecotools.blueprint import BlueprintError
from ecotools.metrics import retention, revenue
from ecotools.metrics.revenue.bridge import movement_list
from ecotools.simulate import FailedPaymentRun, simulate
from tests.simulate.test_recovery import covers
from tests.simulate.test_seed import fingerprints


@pytest.fixture
def club(company):
    """A company in which every third buyer takes the basic plan, and only churn ends it."""
    assumed = company.assumptions
    assumed.channels[0].visitors_per_month = 4000
    assumed.subscribe_rate, assumed.plan_change = {"basic": 0.3}, {}
    assumed.churn = {"basic": {"alpha": 2, "beta": 6}}
    assumed.payment_failure_rate = 0
    return company


def offer(company, *, days=0, price=None, **effect):
    """The company with an offer for its basic plan."""
    company.product("basic").trial_days, company.product("basic").intro_price = days, price
    company.assumptions.first_offer = {"basic": effect}
    return company


def over(ledger, price):
    """The offers that have ended, at their price."""
    rows = ledger.subscriptions
    return rows[(rows["price"] == price) & rows["end"].notna()]


def test_a_trial_in_the_blueprint_alone_changes_nothing(club):
    before = fingerprints(simulate(club, 6, 11))
    club.product("basic").trial_days = 14
    assert fingerprints(simulate(club, 6, 11)) == before


def test_an_offer_changes_subscriptions_and_activity_only(club):
    before = fingerprints(simulate(club, 6, 11))
    after = fingerprints(simulate(offer(club, days=14, to_paid=0.5), 6, 11))
    assert {name for name in before if before[name] != after[name]} == {"subscriptions", "activity"}


def test_a_trial_runs_so_many_days_at_price_zero_and_then_the_full_price_begins(club):
    rows = simulate(offer(club, days=10, to_paid=1), 8).check().subscriptions
    trials, paid = rows[rows["price"] == 0], rows[rows["price"] > 0].set_index("subscription_id")
    ended = trials.dropna(subset="end")
    assert (ended["end"] - ended["start"] == pd.Timedelta(days=10)).all()
    assert (ended["ended_by"] == "changed").all()
    assert (paid.loc[ended["subscription_id"], "start"].to_numpy() == ended["end"].to_numpy()).all()


def test_an_introductory_price_holds_for_one_billing_interval(club):
    rows = simulate(offer(club, price=1, to_paid=0.7), 8).check().subscriptions
    first = rows[rows["price"] == 1].dropna(subset="end")
    assert (first["end"] == first["start"] + pd.DateOffset(months=1)).all()
    assert set(first["ended_by"]) == {"changed", "cancelled"}
    assert rows["subscription_id"].nunique() == (rows["price"] == 1).sum()


@pytest.mark.parametrize("terms", [{"days": 14}, {"price": 1.0}])
@pytest.mark.parametrize("early", [0, 0.5, 1])
def test_the_share_that_goes_on_to_pay_is_recovered_whoever_leaves(club, terms, early):
    ended = over(simulate(offer(club, to_paid=0.6, early=early, **terms), 12, 5), terms.get("price", 0.0))
    assert len(ended) > 900
    assert covers((ended["ended_by"] == "changed").sum(), len(ended), 0.6)


def test_an_offer_draws_so_many_more_to_begin(club):
    without = simulate(club, 12, 5).subscriptions["subscription_id"].nunique()
    with_offer = simulate(offer(club, days=14, to_paid=0.6, begin_factor=1.5), 12, 5).subscriptions
    assert with_offer["subscription_id"].nunique() / without == pytest.approx(1.5, abs=0.1)


@pytest.mark.parametrize(("to_paid", "early"), [(0.7, 1.0), (0.7, 0.5), (0.7, 0.0), (0.9, 1.0)])
def test_those_who_go_on_stay_as_the_formula_says(club, to_paid, early):
    # Of those who begin, the share early * (1 - to_paid) with the shortest lives is gone for certain.
    ledger = simulate(offer(club, days=14, to_paid=to_paid, early=early), 18, 5)
    curve = retention.survival(ledger, level=0.999).set_index("time")
    expected = retention.sbg_survival(2, 6, np.arange(1, 9)) / (1 - early * (1 - to_paid))
    for month, share in zip(range(1, 9), np.minimum(expected, 1), strict=True):
        low, high = curve.loc[month, ["low", "high"]]
        assert (low <= share <= high) or share == curve.loc[month, "survival"] == 1, month


def test_a_trial_moves_the_churn_of_the_first_months_and_does_not_take_it_away(club):
    plain = simulate(club, 18, 5).subscriptions
    rows = simulate(offer(club, days=14, to_paid=0.75, early=1), 18, 5).subscriptions
    first = [retention.survival(table).set_index("time").loc[1, "survival"] for table in (plain, rows)]
    assert first[0] == pytest.approx(0.75, abs=0.03)
    assert first[1] == 1
    began = rows[(rows["price"] == 0) & (rows["start"] < "2025-10-01")].set_index("subscription_id")
    paid = rows[rows["price"] > 0].set_index("subscription_id")["end"].fillna(pd.Timestamp("2030-01-01"))
    after = began["start"] + pd.Timedelta(days=14) + pd.DateOffset(months=4)
    there = (paid.reindex(began.index) > after).sum()
    assert covers(there, len(began), float(retention.sbg_survival(2, 6, 4)))


def test_trials_are_no_customers_no_mrr_and_no_churn(club):
    ledger = simulate(offer(club, days=14, to_paid=0.6), 9, 5)
    paid = ledger.subscriptions[ledger.subscriptions["price"] > 0]
    bare = type(ledger)(subscriptions=paid, start=ledger.start, end=ledger.end)
    pd.testing.assert_frame_equal(revenue.movements(ledger), revenue.movements(bare))
    pd.testing.assert_frame_equal(retention.churn_table(ledger), retention.churn_table(bare))
    assert retention.tenures(ledger)["duration"].tolist() == retention.tenures(bare)["duration"].tolist()
    assert not movement_list(ledger)["kind"].isin(["expansion", "contraction"]).any()


def test_the_end_of_an_introductory_price_is_an_expansion_and_never_a_contraction(club):
    ledger = simulate(offer(club, price=1, to_paid=0.6), 9, 5)
    moved = movement_list(ledger)
    assert set(moved["kind"]) == {"new", "expansion", "churn"}
    grown = moved[moved["kind"] == "expansion"]
    assert set(grown["before"]) == {1.0}
    assert set(grown["after"]) == {29.0}
    new = moved[moved["kind"] == "new"]
    assert set(new["after"]) == {1.0}


def test_who_returns_after_a_failed_payment_run_has_had_the_offer(club):
    incident = FailedPaymentRun(5, 1.0, returning=1.0)
    ledger = simulate(offer(club, days=14, to_paid=1), 8, incidents=[incident]).check()
    rows = ledger.subscriptions
    failed = rows[rows["ended_by"] == "payment_failed"]
    again = rows[rows["start"] > "2025-05-01"].merge(failed[["customer_id", "end"]], on="customer_id")
    again = again[again["start"] > again["end_y"]]
    assert len(again) > 50
    assert (again["price"] == 29).all()


def test_the_truth_says_what_the_offer_is_and_does(club):
    truth = simulate(offer(club, price=1, to_paid=0.6, begin_factor=1.2), 2).truth
    expected = {"to_paid": 0.6, "begin_factor": 1.2, "early": 1.0, "trial_days": 0, "intro_price": 1.0}
    assert truth["first_offer"] == {"basic": expected}
    assert "first_offer" in truth["bases"]


def test_without_offers_the_truth_says_so(club):
    assert simulate(club, 2).truth["first_offer"] == {}


@pytest.mark.parametrize(("terms", "found"), [({}, "neither"), ({"days": 14, "price": 1}, "both")])
def test_an_offer_needs_a_trial_or_a_first_price(club, terms, found):
    with pytest.raises(BlueprintError, match=f"'basic' has {found}"):
        simulate(offer(club, to_paid=0.5, **terms), 3)


def test_an_offer_of_something_sold_once_is_refused(club):
    club.assumptions.first_offer = {"course": {"to_paid": 0.5}}
    with pytest.raises(BlueprintError, match="'course' is sold once; first_offer is for"):
        simulate(club, 3)


def test_an_offer_that_draws_more_than_all_buyers_is_refused(club):
    with pytest.raises(ValueError, match=r"at most 1, not 1\.2 \(with `begin_factor`"):
        simulate(offer(club, days=14, to_paid=0.5, begin_factor=4), 3)
