"""Referrals that bring somebody: a loop of the funnel, which the default leaves open."""

import json

import numpy as np
import pandas as pd
import pytest

from ecotools.blueprint import Blueprint
from ecotools.metrics import growth, kpi
from ecotools.simulate import Referral, Spending, simulate
from tests.simulate.test_seed import fingerprints


@pytest.fixture
def circle(company):
    """The small company with a last step to referral, and windows short enough for many turns."""
    company.funnel = [
        {"from": "awareness", "to": "purchase", "rate": 0.2, "window_days": 3},
        {"from": "purchase", "to": "referral", "rate": 0.25, "window_days": 3},
    ]
    return company


def arrivals(ledger, channel) -> pd.DataFrame:
    first = ledger.touches[(ledger.touches["stage"] == "awareness") & (ledger.touches["channel"] == channel)]
    return first["day"].value_counts().sort_index()


def test_without_it_a_referral_brings_nobody_and_nothing_is_told(circle):
    plain = simulate(circle, 6, 11)
    assert "referral" not in plain.truth
    assert fingerprints(plain) == fingerprints(simulate(circle, 6, 11, referral=None))


def test_who_comes_unasked_stays_who_they_were(circle):
    plain, closed = simulate(circle, 6, 11), simulate(circle, 6, 11, referral=Referral(visitors=5))
    for channel in ("search", "social", "partners"):
        pd.testing.assert_series_equal(arrivals(plain, channel), arrivals(closed, channel))
    assert (
        closed.truth["counts"]["visitors"] - plain.truth["counts"]["visitors"]
        == (closed.truth["referral"]["brought_visitors"])
    )
    assert len(arrivals(closed, "referral")) and not len(arrivals(plain, "referral"))


def test_a_referral_that_brings_nobody_changes_no_purchase(circle):
    plain, closed = simulate(circle, 6, 11), simulate(circle, 6, 11, referral=Referral(visitors=0))
    assert closed.truth["referral"]["brought_visitors"] == closed.truth["referral"]["k"] == 0
    assert fingerprints(plain)["orders"] == fingerprints(closed)["orders"]


def test_in_the_long_run_every_customer_becomes_one_over_one_minus_k(circle):
    told = simulate(circle, 60, 3, scale=3, referral=Referral(visitors=6, delay_days=3)).truth["referral"]
    assert told["k"] == pytest.approx(6 * 0.2 * 0.25)
    own = told["customers"] - told["brought_customers"]
    assert told["customers"] / own == pytest.approx(growth.amplification(told["k"]), rel=0.03)
    assert told["brought_customers"] / told["customers"] == pytest.approx(0.3, abs=0.02)


def test_a_channel_of_another_quality_refers_by_its_own_rates(circle):
    told = simulate(circle, 2, 3, referral=Referral(visitors=4, quality=2)).truth["referral"]
    assert told["k"] == pytest.approx(4 * 0.4 * 0.5)
    assert told["k_by_channel"]["social"] == pytest.approx(4 * 0.4 * 0.25 * 0.8)
    assert told["k_by_channel"]["partners"] == pytest.approx(4 * 0.4 * 0.25 * 1.5)


def test_a_turn_takes_as_long_as_is_told(circle):
    """Who buys on a day brings others after the waits of all steps: read off their first days."""
    circle.assumptions.channels = [circle.assumptions.channels[0]]
    circle.funnel[1].rate = 1.0
    closed = simulate(circle, 36, 3, referral=Referral(visitors=1, delay_days=20))
    told = closed.truth["referral"]
    waits = [2, 2, 20]
    assert 1 < told["cycle_days"] < 1 + sum(waits)
    first = closed.touches[closed.touches["stage"] == "awareness"]
    ripe = first["day"] > "2026-06-01"
    share = (first["channel"] == "referral")[ripe].mean()
    per_cycle = 1.05 ** (told["cycle_days"] / 30.4) - 1
    assert share == pytest.approx(growth.referred_share(told["k"], growth=per_cycle), abs=0.01)


def test_nobody_is_brought_before_the_month_in_which_it_begins(circle):
    closed = simulate(circle, 8, 3, referral=Referral(visitors=6, month=5))
    assert arrivals(closed, "referral").index.min() >= pd.Timestamp("2025-05-01")


def test_a_channel_of_the_assumptions_can_bring_them(circle):
    plain = simulate(circle, 6, 11)
    closed = simulate(circle, 6, 11, referral=Referral(visitors=6, channel="partners"))
    more = arrivals(closed, "partners").sum() - arrivals(plain, "partners").sum()
    assert more == closed.truth["referral"]["brought_visitors"] > 0
    assert list(closed.truth["channels"]) == ["search", "social", "partners"]


def test_money_and_referrals_work_together(circle):
    spend = {"search": Spending(500, most=600, half=500)}
    both = simulate(circle, 6, 11, spend=spend, referral=Referral(visitors=6))
    alone = simulate(circle, 6, 11, spend=spend)
    assert (
        both.truth["spend"]["search"]["brought_visitors"]
        == alone.truth["spend"]["search"]["brought_visitors"]
    )
    assert both.truth["referral"]["brought_customers"] > 0


def test_the_ledger_is_valid_the_same_each_time_and_cut_by_channel(circle):
    one, other = (simulate(circle, 6, 11, referral=Referral(visitors=6)) for _ in range(2))
    assert one.check() is one and fingerprints(one) == fingerprints(other)
    assert json.loads(json.dumps(one.truth)) == one.truth
    assert one.touches["day"].is_monotonic_increasing and one.orders["day"].is_monotonic_increasing
    found = kpi.compute(circle, one, "new_customers", by="channel").groupby("channel")["value"].sum()
    assert found["referral"] == one.truth["referral"]["brought_customers"]


def test_the_blueprint_itself_has_no_new_channel(circle):
    before = circle.to_yaml()
    simulate(circle, 2, 1, referral=Referral(visitors=2))
    assert circle.to_yaml() == before and isinstance(circle, Blueprint)


def test_a_loop_without_end_is_stopped(circle, monkeypatch):
    monkeypatch.setattr("ecotools.simulate.referrals.MOST_REFERRED", 5000)
    with pytest.raises(ValueError, match="referrals bring more than 5,000 visitors"):
        simulate(circle, 12, 1, referral=Referral(visitors=60))


@pytest.mark.parametrize(
    ("referral", "error", "said"),
    [
        (3, TypeError, r"such as Referral\(visitors=3\), not 3"),
        (Referral(3, month=9), ValueError, "month 9 lies after the 6"),
        (Referral(3, channel="search", quality=2), ValueError, "'search' has a quality in the assumptions"),
    ],
)
def test_referrals_that_cannot_be_simulated_are_refused(circle, referral, error, said):
    with pytest.raises(error, match=said):
        simulate(circle, 6, referral=referral)


def test_a_funnel_that_does_not_lead_to_a_referral_is_refused(company):
    with pytest.raises(ValueError, match="whose last step leads to the stage referral"):
        simulate(company, 6, referral=Referral(3))


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("visitors", -1),
        ("channel", ""),
        ("quality", 0),
        ("delay_days", 0),
        ("month", 0),
        ("visitors", np.inf),
    ],
)
def test_a_referral_out_of_range_names_its_field(field, value):
    with pytest.raises(ValueError, match=f"{field} must be"):
        Referral(**{"visitors": 3, field: value})
