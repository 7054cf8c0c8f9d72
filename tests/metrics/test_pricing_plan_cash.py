"""The cash of a payment plan by month, and how far it varies."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ecotools.metrics import pricing


def test_three_instalments_by_hand():
    """Of ten buyers nine pay again, then 8.1; the second month is a binomial of ten at 0.9."""
    cash = pricing.payment_plan_cash(997, 3, 360, 0.1, buyers=10)
    assert cash["cash"].tolist() == pytest.approx([3600, 3240, 2916])
    assert cash["cash_spread"].tolist() == pytest.approx(
        [0, 360 * np.sqrt(10 * 0.09), 360 * np.sqrt(10 * 0.81 * 0.19)]
    )
    assert cash["behind"].tolist() == pytest.approx([6370, 3130, 214])


@settings(max_examples=40)
@given(st.integers(1, 12), st.floats(0, 1), st.integers(1, 500))
def test_it_expects_what_the_cost_of_the_plan_expects(instalments, lost, buyers):
    cash = pricing.payment_plan_cash(300, instalments, 50, lost, buyers=buyers)
    plan = pricing.payment_plan_cost(300, instalments, 50, lost)
    assert cash["total"].iloc[-1] == pytest.approx(buyers * plan["expected_received"])
    assert cash["paying"].iloc[-1] == pytest.approx(buyers * plan["completing"])
    assert (cash["low"] <= cash["total"] + 1e-9).all()
    assert (cash["total"] <= cash["high"] + 1e-9).all()


def test_drawn_buyers_have_this_mean_and_this_spread():
    rng = np.random.default_rng(5)
    cash = pricing.payment_plan_cash(600, 6, 110, 0.08, buyers=40)
    stops = rng.geometric(0.08, (20_000, 40))
    for month in range(6):
        total = 110 * np.minimum(stops, month + 1).sum(axis=1)
        assert total.mean() == pytest.approx(cash["total"][month], rel=0.005)
        assert total.std() == pytest.approx(cash["total_spread"][month], rel=0.03, abs=1e-6)
        inside = (total >= cash["low"][month]) & (total <= cash["high"][month])
        assert inside.mean() > 0.93


def test_without_default_nothing_varies():
    cash = pricing.payment_plan_cash(600, 4, 160, buyers=3)
    assert cash[["cash_spread", "total_spread"]].eq(0).all(axis=None)
    assert cash["total"].iloc[-1] == 3 * 640
    assert cash["behind"].iloc[-1] == -120


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ({"instalments": 0}, "instalments must be a whole number of payments"),
        ({"monthly_default_rate": 10}, "did you mean 0.1"),
        ({"buyers": 2.5}, "buyers must be a whole number"),
        ({"level": 1}, "level must lie between 0 and 1"),
    ],
)
def test_a_plan_that_cannot_be_is_refused(arguments, says):
    with pytest.raises(ValueError, match=says):
        pricing.payment_plan_cash(**{"price": 600, "instalments": 4, "instalment_price": 160} | arguments)
