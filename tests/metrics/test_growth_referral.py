"""Referrals: K, what it multiplies by, whose share it makes, and the largest reward that pays."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ecotools.metrics.growth import (
    amplification,
    critical_mass,
    finding_somebody,
    k_factor,
    k_for_share,
    largest_reward,
    referral_cycles,
    referred_share,
    reward_outcomes,
)

K = st.floats(0.01, 0.95).map(lambda k: round(k, 3))


def test_k_is_invitations_times_conversion():
    assert k_factor(10, 0.2) == pytest.approx(2.0)
    with pytest.raises(ValueError, match=r"did you mean 0\.2"):
        k_factor(10, 20)


def test_the_published_table_of_rounds():
    """K. Lawler, The Viral Coefficient (kevinlawler.com/viral): U(0) = 10 and K = 2."""
    assert referral_cycles(10, 2, 5)["new"].tolist() == [10, 20, 40, 80, 160, 320]


def test_the_published_case_that_goes_flat():
    """powerpivotpro.com (2013) on R. Vohra's model: 5,000 customers with 0.2 become 6,250, and no more."""
    assert 5000 * amplification(0.2) == pytest.approx(6250)
    assert referral_cycles(5000, 0.2, 40)["total"].iloc[-1] == pytest.approx(6250)


@settings(max_examples=30, deadline=None)
@given(st.floats(0, 3).map(lambda k: round(k, 2)), st.integers(0, 12))
def test_rounds_add_up_to_the_amplification(k, cycles):
    total = referral_cycles(7, k, cycles)["total"].iloc[-1]
    assert total == pytest.approx(7 * amplification(k, cycles), rel=1e-9)


def test_half_the_cycle_is_twice_the_rounds_in_the_same_days():
    slow, fast = (referral_cycles(10, 1.5, 4, cycle_days=days).set_index("day")["new"] for days in (10, 5))
    assert slow[20.0] == pytest.approx(10 * 1.5**2) and fast[20.0] == pytest.approx(10 * 1.5**4)


@pytest.mark.parametrize("growth", [-0.05, 0.0, 0.1, 0.4])
def test_the_share_of_referred_is_what_many_rounds_come_to(growth):
    came, referred, k = 100.0, 0.0, 0.35
    for turn in range(1, 200):
        referred = k * came
        came = 100.0 * (1 + growth) ** turn + referred
    assert referred / came == pytest.approx(referred_share(k, growth=growth))
    assert k_for_share(referred / came, growth=growth) == pytest.approx(k)


def test_a_share_that_never_becomes_steady_is_refused():
    with pytest.raises(ValueError, match=r"k must be below 1 \+ growth \(1.1\)"):
        referred_share(1.2, growth=0.1)
    with pytest.raises(ValueError, match="share must be below 1"):
        k_for_share(1.0)
    with pytest.raises(ValueError, match="growth must be above -1"):
        k_for_share(0.3, growth=-1)


@settings(max_examples=30, deadline=None)
@given(K, st.floats(0, 1), st.floats(10, 500))
def test_at_the_largest_reward_nothing_is_gained_or_lost(k, part, value):
    before = k * part
    largest = largest_reward(value, k, k_without=before)
    gained = reward_outcomes(largest, value, k, k_without=before)["more"].iloc[0]
    assert gained == pytest.approx(0, abs=1e-6 * value)
    assert reward_outcomes(largest + 1, value, k, k_without=before)["more"].iloc[0] < 0


def test_where_nobody_came_before_a_customer_may_cost_all_they_leave():
    assert largest_reward(180, 0.3) == pytest.approx(180)
    assert "nobody is referred" in largest_reward(180, 0).reason


def test_the_best_reward_is_not_the_one_that_brings_the_most():
    table = reward_outcomes([0, 20, 60], 100, [0.1, 0.25, 0.3], k_without=0.1)
    assert table.attrs["best"] == 20 and table["customers"].idxmax() == 2


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ({"k": 1.0}, "k must be below 1"),
        ({"k_without": 0.5}, r"k_without must be at most k \(0.3\)"),
        ({"value": -1}, "value must be zero or more"),
    ],
)
def test_rewards_without_sense_are_refused(arguments, said):
    with pytest.raises(ValueError, match=said):
        largest_reward(**{"value": 100, "k": 0.3} | arguments)


def test_each_reward_needs_its_k():
    with pytest.raises(ValueError, match="k has 2 values for 3 rewards"):
        reward_outcomes([1, 2, 3], 100, [0.1, 0.2])


def test_critical_mass_is_the_first_size_that_is_enough():
    for fits, wanted in [(0.05, 0.8), (0.01, 0.5), (0.5, 0.9), (0.9, 0.2), (1.0, 0.8)]:
        size = int(critical_mass(fits, wanted))
        found = finding_somebody([size - 1, size, size + 1], fits)
        assert found["found"][0] < wanted <= found["found"][1] + 1e-12
        assert np.isclose(found["found"][2] - found["found"][1], found["next"][1])
    with pytest.raises(ValueError, match="fits must be above 0"):
        critical_mass(0)
