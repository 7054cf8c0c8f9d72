"""The shifted beta-geometric model against the paper, its own sums, and data drawn from it."""

import math
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.special import hyp2f1

from ecotools.metrics import retention

# Fader & Hardie (2007), "How to Project Customer Retention", J. Interactive Marketing 21(1), 76-90: customers
# left of 1000 after each of 12 years, and the estimates from the first 7.
HIGH_END = [1000, 869, 743, 653, 593, 551, 517, 491, 468, 445, 427, 409, 394]
REGULAR = [1000, 631, 468, 382, 326, 289, 262, 241, 223, 207, 194, 183, 173]
PUBLISHED = [(HIGH_END, 0.668, 3.806, -1611.2), (REGULAR, 0.704, 1.182, -1680.3)]

PARAMETERS = st.floats(0.1, 8) | st.floats(50, 5000)


def fit(left, **options):
    lost = [before - after for before, after in pairwise(left)]
    years = list(range(1, len(left)))
    return retention.fit_sbg([*years, years[-1]], [True] * len(years) + [False], [*lost, left[-1]], **options)


@pytest.mark.parametrize(("left", "alpha", "beta", "log_likelihood"), PUBLISHED)
def test_the_papers_cohorts_give_the_papers_estimates(left, alpha, beta, log_likelihood):
    fitted = fit(left[:8])
    assert fitted.loc["alpha", "estimate"] == pytest.approx(alpha, abs=5e-4)
    assert fitted.loc["beta", "estimate"] == pytest.approx(beta, abs=5e-4)
    assert fitted.attrs["log_likelihood"] == pytest.approx(log_likelihood, abs=0.05)
    assert (fitted["low"] < fitted["estimate"]).all() and (fitted["estimate"] < fitted["high"]).all()


@pytest.mark.parametrize(("left", "alpha", "beta", "log_likelihood"), PUBLISHED)
def test_seven_years_project_the_next_five_within_two_percent_of_the_cohort(
    left, alpha, beta, log_likelihood
):
    assert np.allclose(retention.sbg_survival(alpha, beta, range(13)), np.array(left) / 1000, atol=0.02)


@given(PARAMETERS, PARAMETERS, st.floats(0.02, 0.5))
def test_del_is_the_discounted_sum_of_survival(alpha, beta, discount):
    periods = np.arange(4000)
    terms = retention.sbg_survival(alpha, beta, periods) * np.exp(-periods * np.log1p(discount))
    assert retention.discounted_lifetime(alpha, beta, discount) == pytest.approx(terms.sum(), rel=1e-6)


@given(PARAMETERS, PARAMETERS, st.floats(0.02, 0.5), st.integers(0, 12))
def test_derl_is_the_discounted_sum_of_what_is_left_and_rises_with_renewals(alpha, beta, discount, renewals):
    periods = np.arange(renewals + 1, renewals + 4000)
    stay = retention.sbg_survival(alpha, beta, periods) / retention.sbg_survival(alpha, beta, renewals)
    value = retention.residual_lifetime(alpha, beta, renewals, discount)
    assert value == pytest.approx(
        (stay * np.exp(-(periods - renewals - 1) * np.log1p(discount))).sum(), rel=1e-6
    )
    assert retention.residual_lifetime(alpha, beta, renewals + 1, discount) > value


@given(PARAMETERS, PARAMETERS, st.floats(0.02, 0.5))
def test_a_new_customers_payments_are_the_first_and_the_residual_a_period_later(alpha, beta, discount):
    residual = retention.residual_lifetime(alpha, beta, 0, discount)
    assert retention.discounted_lifetime(alpha, beta, discount) == pytest.approx(
        1 + residual / (1 + discount)
    )


def test_without_a_discount_the_lifetime_is_finite_only_for_alpha_above_one():
    assert retention.discounted_lifetime(2, 3) == pytest.approx((2 + 3 - 1) / (2 - 1))
    endless = retention.discounted_lifetime(0.668, 3.806)
    assert math.isnan(endless) and "give a discount" in endless.reason
    assert math.isnan(retention.residual_lifetime(1, 3, 2))


def test_customers_who_are_all_alike_give_the_geometric_lifetime():
    assert retention.discounted_lifetime(5e4, 95e4, 0.01) == pytest.approx(1.01 / (1.01 - 0.95), rel=1e-3)


@pytest.mark.parametrize("alpha", [0.05, 0.668, 5])
@pytest.mark.parametrize("beta", [0.05, 3.806, 20])
def test_the_lifetime_is_the_hypergeometric_function_of_the_paper(alpha, beta):
    expected = hyp2f1(1, beta, alpha + beta, 1 / 1.1)
    assert retention.discounted_lifetime(alpha, beta, 0.1) == pytest.approx(expected, rel=1e-10)


def draw(alpha, beta, customers, seed, longest=24):
    rng = np.random.Generator(np.random.PCG64(seed))
    periods = rng.geometric(rng.beta(alpha, beta, customers).clip(1e-12))
    watched = rng.integers(1, longest + 1, customers)
    return np.minimum(periods, watched), periods <= watched


def test_the_intervals_hold_the_truth_about_as_often_as_they_say():
    inside = np.zeros(3)
    for seed in range(30):
        fitted = retention.fit_sbg(*draw(1.2, 9.0, 2000, seed))
        truth = np.array([1.2, 9.0, 1.2 / 10.2])
        inside += (fitted["low"] <= truth) & (truth <= fitted["high"])
    assert (inside >= 25).all()


@settings(max_examples=8)
@given(st.floats(0.5, 3), st.floats(1, 12), st.integers(0, 1000))
def test_counts_stand_for_repeated_rows(alpha, beta, seed):
    durations, observed = draw(alpha, beta, 200, seed)
    twice = retention.fit_sbg(np.tile(durations, 2), np.tile(observed, 2))
    counted = retention.fit_sbg(durations, observed, np.full(200, 2.0))
    assert np.allclose(twice, counted, rtol=1e-6, equal_nan=True)


def test_more_customers_give_narrower_intervals():
    few, many = (fit([count * times for count in HIGH_END[:8]]) for times in (1, 25))
    width = [(table["high"] / table["low"]).to_numpy() for table in (few, many)]
    assert (width[1] < width[0]).all()


def test_one_churn_for_all_is_said_and_its_mean_is_still_right():
    left = [10_000 * 0.9**year for year in range(8)]
    fitted = fit(left)
    assert fitted.loc["mean_churn", "estimate"] == pytest.approx(0.1, abs=0.001)
    assert fitted.loc[["alpha", "beta"]].isna().all().all()
    assert "use mean_churn as a constant" in fitted.attrs["reason"]
    assert fitted.loc["mean_churn", "low"] < 0.1 < fitted.loc["mean_churn", "high"]


@pytest.mark.parametrize(
    ("durations", "observed", "reason"),
    [
        ([], [], "there are no customers"),
        ([3, 4], [False, False], "nobody was lost yet"),
        ([1, 1, 1], [True, False, False], "nobody was watched beyond the first renewal"),
    ],
)
def test_what_the_data_cannot_tell_is_nan_with_the_reason(durations, observed, reason):
    fitted = retention.fit_sbg(durations, observed)
    assert fitted.isna().all().all() and fitted.attrs["reason"].startswith(reason)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (([0, 2], [True, True]), "durations must be 1 or more where observed"),
        (([1.5, 2],), "durations must be whole numbers"),
        (
            ([1, float("nan")],),
            "durations must be zero or more in every row, with none missing, not nan in row 1",
        ),
        (([1, 2], [True]), "observed must be as long as durations, 2, not 1"),
        (([1, 2], None, [1, -1]), "counts must be zero or more"),
    ],
)
def test_impossible_tenures_are_refused(arguments, message):
    with pytest.raises(ValueError, match=message):
        retention.fit_sbg(*arguments)


def test_impossible_parameters_are_refused():
    with pytest.raises(ValueError, match="alpha must be above zero"):
        retention.sbg_survival(0, 1, 3)
    with pytest.raises(ValueError, match="periods must be whole numbers, 0 or more"):
        retention.sbg_survival(1, 1, -1)
    with pytest.raises(ValueError, match="renewals must be whole numbers, 0 or more"):
        retention.residual_lifetime(1, 1, -1, 0.1)
    with pytest.raises(ValueError, match="discount must be zero or more"):
        retention.discounted_lifetime(1, 1, -0.1)
    with pytest.raises(ValueError, match="level must"):
        retention.fit_sbg([1, 2], level=1)
