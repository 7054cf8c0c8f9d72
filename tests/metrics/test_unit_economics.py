"""What a customer costs, and when and how often it comes back."""

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ecotools.measure import missing
from ecotools.metrics import retention
from ecotools.metrics.unit_economics import cac, cac_payback, ltv_to_cac


def months(values, start="2025-01") -> pd.Series:
    return pd.Series(values, pd.period_range(start, periods=len(values), freq="M"), dtype=float)


def test_the_cost_of_a_customer_is_all_that_was_spent_by_those_it_brought():
    assert cac(6000, 15) == 400 and cac(0, 3) == 0
    assert cac(500, 0).reason == "no new customers"
    assert "of the same time" in cac(6000, 15).definition


def test_with_a_lag_money_meets_the_customers_whom_it_brought():
    cost, came = months([1000, 200, 200, 200]), months([1, 10, 2, 2])
    assert cac(cost, came) == pytest.approx(1600 / 15)
    assert cac(cost, came, lag=1) == pytest.approx(1400 / 14)
    assert "1 months after it" in cac(cost, came, lag=1).definition
    assert cac(cost, came.iloc[::-1], lag=1) == cac(cost.iloc[::-1], came, lag=1)
    assert cac(cost, came, lag=9).reason == "no new customers"


def test_months_that_do_not_fit_together_are_refused():
    whole = months([1, 2, 3])
    with pytest.raises(ValueError, match="must tell about the same months"):
        cac(whole, months([1, 2]))
    with pytest.raises(ValueError, match="cost must have one row per month, without gaps"):
        cac(whole.iloc[[0, 2]], whole)
    with pytest.raises(TypeError, match="new_customers must be a Series by month"):
        cac(whole, 5)
    with pytest.raises(ValueError, match="lag needs cost and new_customers by month"):
        cac(500, 5, lag=1)
    with pytest.raises(ValueError, match="new_customers must be zero or more in every month"):
        cac(whole, months([1, -2, 3]))
    with pytest.raises(ValueError, match="lag must be a whole number"):
        cac(whole, whole, lag=0.5)


def test_payback_is_the_published_example():
    """1000 / (100 x 0.8) is 12.5; multiplied by the margin, as one page has it, it would be 8."""
    assert cac_payback(1000, 100, 0.8) == 12.5


def test_payback_takes_longer_when_some_leave_and_never_comes_when_many_do():
    by_hand = cac_payback(100, 50, 1, survival=[1, 0.8, 0.6, 0.4])
    assert by_hand == pytest.approx(2 + 10 / 30), "50, 90, and 10 of the next 30"
    assert cac_payback(100, 50, 1, churn=0.2) == pytest.approx(2 + 10 / 32)
    never = cac_payback(1000, 100, 0.8, churn=0.08)
    assert math.isnan(never) and never.reason == "a customer brings 1000 in a lifetime, and the CAC is 1000"
    short = cac_payback(1000, 50, 1, survival=[1, 0.8])
    assert short.reason == "survival tells about 2 payments, which bring 90 of the 1000"
    assert cac_payback(50, 100, 1, churn=1) == 0.5
    assert cac_payback(0, 100, 1, survival=[1]) == 0
    assert cac_payback(10, 0, 1).reason == "a customer brings no margin"


@settings(max_examples=50)
@given(st.floats(1, 2000), st.floats(0.001, 0.5))
def test_after_the_payback_the_margin_has_come_in(cost, churn):
    time = cac_payback(cost, 80, 0.5, churn=churn)
    if math.isnan(time):
        assert cost >= 40 / churn * (1 - 1e-9)
        return
    assert time >= cac_payback(cost, 80, 0.5) - 1e-9
    done = math.floor(time)
    earned = (40 * (1 - churn) ** np.arange(done)).sum() + (time - done) * 40 * (1 - churn) ** done
    assert earned == pytest.approx(cost)
    assert time == pytest.approx(
        cac_payback(cost, 80, 0.5, survival=(1 - churn) ** np.arange(done + 2)), rel=1e-9
    )


def test_a_kaplan_meier_curve_says_who_still_pays():
    curve = retention.kaplan_meier([1, 2, 2, 4], [True, True, False, False])
    assert cac_payback(20, 10, 1, survival=curve) == pytest.approx(2.5)


def test_the_ratio_says_which_lifetime_value_it_is_made_of():
    simple = retention.ltv(80, 0.05)
    margin = retention.ltv(80, 0.05, "margin", margin=0.8)
    assert ltv_to_cac(margin, 400) == 3.2 == ltv_to_cac(simple, 400, margin=0.8)
    assert ltv_to_cac(simple, 400, margin=0.8).definition == "0.8 x lifetime value (revenue / churn) / CAC"
    assert ltv_to_cac(1200, 400) == 3 and ltv_to_cac(1200, 400).definition == "lifetime value / CAC"


def test_what_is_missing_stays_missing_with_its_reason():
    endless = retention.ltv(80, 0)
    assert ltv_to_cac(endless, 400).reason.startswith("ltv is missing: with a churn of 0")
    nobody = cac(500, 0)
    assert ltv_to_cac(1200, nobody).reason == "cac is missing: no new customers"
    assert cac_payback(nobody, 80, 0.8).reason == "cac is missing: no new customers"
    unknown = missing("the table is empty")
    assert cac_payback(400, 80, 0.8, churn=unknown).reason == "churn is missing: the table is empty"
    assert ltv_to_cac(1200, 0).reason == "winning a customer cost nothing"


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (lambda: cac(-1, 5), "cost must be zero or more"),
        (lambda: cac_payback(100, 50, 80), "margin must be a fraction.*did you mean 0.8"),
        (lambda: cac_payback(100, 50, 0.8, churn=5), "churn must be a fraction"),
        (lambda: cac_payback(100, 50, 0.8, churn=0.1, survival=[1]), "either churn or survival, not both"),
        (lambda: cac_payback(100, 50, 0.8, survival=[0.9]), "survival must start with 1"),
        (lambda: ltv_to_cac(1200, -4), "cac must be zero or more"),
    ],
)
def test_impossible_numbers_are_refused_by_name(call, said):
    with pytest.raises(ValueError, match=said):
        call()
