"""What a lifetime tier is worth."""

import math
from itertools import pairwise

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ecotools.metrics import retention

CURVES = st.lists(st.floats(0.1, 1), min_size=1, max_size=12).map(lambda kept: np.cumprod([1.0, *kept]))


def high_end():
    """The cohort of Fader & Hardie (2007), of which 1000, 869, 743, ... were left after seven years."""
    left = [1000, 869, 743, 653, 593, 551, 517, 491]
    lost = [before - after for before, after in pairwise(left)]
    return retention.fit_sbg([1, 2, 3, 4, 5, 6, 7, 7], [True] * 7 + [False], [*lost, left[-1]])


def test_with_constant_churn_it_is_the_discounted_lifetime_value():
    """The discounted form of the definitions: 80 a month, 5% churn, 1% discount gives 1346.67."""
    curve = 0.95 ** np.arange(2000)
    assert retention.lifetime_price(curve, 80, 0.01) == pytest.approx(1346.6667, abs=1e-3)


def test_a_fitted_model_is_worth_its_discounted_expected_lifetime():
    fit = high_end()
    alpha, beta = fit["estimate"][["alpha", "beta"]]
    price = retention.lifetime_price(fit, 29, 0.1)
    assert price == pytest.approx(29 * retention.discounted_lifetime(alpha, beta, 0.1))
    assert price / 29 == pytest.approx(5.9226, abs=0.002)
    cut = retention.lifetime_price(fit, 29, 0.1, horizon=500)
    assert cut == pytest.approx(price, rel=1e-6) and "sum over 500 payments" in cut.definition


@settings(max_examples=30)
@given(CURVES, st.floats(1, 99), st.floats(0, 0.1))
def test_it_is_the_lifetime_value_by_survival_and_more_where_serving_costs(curve, price, discount):
    worth = retention.lifetime_price(curve, price, discount)
    assert worth == pytest.approx(retention.ltv(price, method="survival", survival=curve, discount=discount))
    assert retention.lifetime_price(curve, price, discount, cost=2) >= worth - 1e-9


def test_who_has_left_by_then_is_still_served():
    """At 2 a period, of 0.2 + 0.4 + 0.5 who would have left: 2.20."""
    curve = [1, 0.8, 0.6, 0.5]
    extra = retention.lifetime_price(curve, 29, cost=2) - retention.lifetime_price(curve, 29)
    assert extra == pytest.approx(2.2)
    fit, long = high_end(), {"horizon": 3000}
    assert retention.lifetime_price(fit, 29, 0.02, cost=3) == pytest.approx(
        retention.lifetime_price(fit, 29, 0.02, cost=3, **long), rel=1e-4
    )


def test_the_curve_of_customers_is_read_in_any_order_of_its_rows():
    curve = retention.kaplan_meier([1, 2, 2, 4], [True, True, False, False])
    price = retention.lifetime_price(curve, 10)
    # Steps at whole times: 1, 0.75, 0.5, 0.5, 0.5.
    assert price == pytest.approx(32.5)
    assert retention.lifetime_price(curve.iloc[::-1], 10) == price
    assert "at the last one 0.5 are still there" in price.definition


def test_what_cannot_be_told_is_nan_with_the_reason():
    short = retention.lifetime_price([1, 0.8], 29, horizon=12)
    assert math.isnan(short) and short.reason == "curve tells about 2 payments, the horizon asks for 12"
    endless = retention.lifetime_price(high_end(), 29)
    assert math.isnan(endless) and "give a discount" in endless.reason
    unknown = retention.lifetime_price(retention.fit_sbg([3], [False]), 29, 0.1)
    assert unknown.reason == "curve is missing: nobody was lost yet"
    alike = pd.DataFrame({"estimate": [2.0, 5.0]}, index=["alpha", "beta"])
    assert retention.lifetime_price(alike, 29) == pytest.approx(29 * 6)
    assert "serving somebody without end" in retention.lifetime_price(alike, 29, cost=1).reason


@pytest.mark.parametrize(
    ("curve", "change", "said"),
    [
        ([0.9, 0.8], {}, "curve must start with 1"),
        ([1, 0.8, 0.9], {}, "curve must be fractions between 0 and 1 that never rise"),
        ([1], {"price": -1}, "price must be zero or more"),
        ([1], {"discount": -0.1}, "discount must be zero or more"),
        ([1], {"cost": float("nan")}, "cost must be a finite number"),
        ([1], {"horizon": 0}, "horizon must be whole numbers, 1 or more"),
    ],
)
def test_impossible_arguments_are_refused_by_name(curve, change, said):
    with pytest.raises(ValueError, match=said):
        retention.lifetime_price(curve, **{"price": 29} | change)
