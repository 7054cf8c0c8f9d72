"""Lifetime value: the published values, how the forms agree, and what each refuses."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecotools.measure import missing
from ecotools.metrics import retention
from ecotools.metrics.retention import ltv

CHURN = st.floats(0.005, 1)
DISCOUNT = st.floats(0, 0.3)


# m = 80, r = 0.95, d = 0.01, g = 0.8: the table of the definitions.
@pytest.mark.parametrize(
    ("method", "options", "expected"),
    [
        ("simple", {}, 1600.00),
        ("margin", {"margin": 0.8}, 1280.00),
        ("discounted", {"discount": 0.01}, 1346.6667),
        ("discounted", {"discount": 0.01, "first_payment": "after_one_period"}, 1266.6667),
    ],
)
def test_the_values_of_the_definitions(method, options, expected):
    assert ltv(80, 0.05, method, **options) == pytest.approx(expected, abs=5e-5)


@given(CHURN, DISCOUNT, st.sampled_from(["now", "after_one_period"]))
def test_by_survival_equals_discounted_when_churn_is_constant(churn, discount, first_payment):
    curve = (1 - churn) ** np.arange(6000)
    options = {"discount": discount, "first_payment": first_payment, "margin": 0.7}
    by_survival = ltv(80, method="survival", survival=curve, **options)
    assert by_survival == pytest.approx(ltv(80, churn, "discounted", **options), rel=1e-6)


@given(CHURN, st.floats(0.01, 0.3))
def test_the_two_timings_differ_by_the_first_payment(churn, discount):
    now, later = (
        ltv(80, churn, "discounted", discount=discount, first_payment=t) for t in ("now", "after_one_period")
    )
    assert now - later == pytest.approx(80)


@given(CHURN)
def test_without_a_discount_the_discounted_form_is_the_simple_one(churn):
    assert ltv(80, churn, "discounted", discount=0.0) == pytest.approx(ltv(80, churn))


def test_sbg_is_revenue_times_the_discounted_lifetime():
    payments = retention.discounted_lifetime(0.668, 3.806, 0.1)
    assert ltv(80, method="sbg", alpha=0.668, beta=3.806, discount=0.1) == pytest.approx(80 * payments)
    later = ltv(
        80, method="sbg", alpha=0.668, beta=3.806, discount=0.1, margin=0.5, first_payment="after_one_period"
    )
    assert later == pytest.approx(40 * (payments - 1))


@given(st.floats(1.2, 6), st.floats(1, 20))
def test_one_churn_for_all_understates_a_mixed_cohort(alpha, beta):
    mixed = ltv(80, method="sbg", alpha=alpha, beta=beta)
    assert mixed > ltv(80, alpha / (alpha + beta))


def test_a_horizon_cuts_the_sum_and_is_named_in_the_definition():
    curve = 0.95 ** np.arange(40)
    year_and_a_half = ltv(80, method="survival", survival=curve, horizon=18)
    assert year_and_a_half == pytest.approx(80 * (1 - 0.95**18) / 0.05)
    assert "over 18 payments" in year_and_a_half.definition
    assert year_and_a_half < ltv(80, 0.05)


def test_a_kaplan_meier_table_is_read_as_steps():
    curve = retention.kaplan_meier([1, 3, 3, 5], [True, True, False, False])
    # 1 at 0, 0.75 at 1 and 2, 0.5 at 3, 4 and 5
    assert ltv(10, method="survival", survival=curve) == pytest.approx(10 * (1 + 0.75 * 2 + 0.5 * 3))
    assert ltv(10, method="survival", survival=curve, horizon=2) == pytest.approx(17.5)


def test_a_horizon_beyond_what_is_known_is_nan_with_the_reason():
    value = ltv(80, method="survival", survival=[1, 0.9, 0.8], horizon=24)
    assert math.isnan(value) and value.reason == "survival tells about 3 payments, the horizon asks for 24"
    assert math.isnan(ltv(80, method="survival", survival=[1.0], first_payment="after_one_period"))


@pytest.mark.parametrize("method", ["simple", "margin"])
def test_no_churn_is_nan_with_the_way_out_and_never_zero(method):
    value = ltv(80, 0, method, **({"margin": 0.8} if method == "margin" else {}))
    assert math.isnan(value) and "nobody ever leaves" in value.reason


def test_no_churn_with_a_discount_is_a_perpetuity():
    assert ltv(80, 0, "discounted", discount=0.01) == pytest.approx(80 * 1.01 / 0.01)
    assert math.isnan(ltv(80, 0, "discounted", discount=0))


def test_a_missing_churn_rate_passes_its_reason_on():
    value = ltv(80, missing("no customers at the start of the window"))
    assert math.isnan(value) and "no customers at the start" in value.reason


@pytest.mark.parametrize(
    ("churn", "message"),
    [
        (5, r"Rates are fractions: did you mean 0.05"),
        (1.2, "churn must be a fraction between 0 and 1"),
        (-0.1, "churn must be a fraction"),
        (float("nan"), "churn must be a finite number"),
        (250, "churn must be a fraction"),
    ],
)
def test_a_churn_that_is_no_fraction_is_refused(churn, message):
    with pytest.raises(ValueError, match=message):
        ltv(80, churn)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            {"method": "simple", "discount": 0.01},
            "makes no use of discount; 'discounted' or 'survival' or 'sbg' would",
        ),
        ({"method": "simple", "margin": 0.8}, "makes no use of margin; 'margin' or 'discounted' or"),
        ({"method": "margin"}, "method='margin' needs margin"),
        ({"method": "discounted"}, "method='discounted' needs discount"),
        ({"method": "sbg", "alpha": 1.0, "beta": 2.0}, "makes no use of churn"),
        ({"method": "lifetime"}, "method must be one of"),
        ({"method": "margin", "margin": 80}, r"margin must be a fraction .* did you mean 0.8"),
        (
            {"method": "discounted", "discount": 0.01, "first_payment": "later"},
            "first_payment must be one of",
        ),
    ],
)
def test_arguments_that_do_not_fit_the_method_are_refused(arguments, message):
    with pytest.raises(ValueError, match=message):
        ltv(80, 0.05, **arguments)


@pytest.mark.parametrize(
    ("curve", "message"),
    [
        ([0.9, 0.8], "must start with 1"),
        ([], "must start with 1"),
        ([1, 0.8, 0.9], "never rise"),
        ([1, float("nan")], "never rise"),
        ([1, -0.1], "never rise"),
    ],
)
def test_a_curve_that_is_no_survival_is_refused(curve, message):
    with pytest.raises(ValueError, match=message):
        ltv(80, method="survival", survival=curve)


@pytest.mark.parametrize("horizon", [0, -1, 1.5])
def test_a_horizon_is_a_whole_number_of_payments(horizon):
    with pytest.raises(ValueError, match="horizon must be a whole number of payments"):
        ltv(80, method="survival", survival=[1, 0.9], horizon=horizon)


def test_a_negative_revenue_is_refused():
    with pytest.raises(ValueError, match="revenue must be zero or more"):
        ltv(-80, 0.05)


def test_the_docstring_warns_of_yearly_churn_under_monthly_revenue():
    assert "same period" in ltv.__doc__
