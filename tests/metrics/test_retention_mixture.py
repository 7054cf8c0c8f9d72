"""Several kinds of customers together: the whole looks more loyal with age, and nobody changes."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecotools.metrics import retention

CHURN = st.lists(st.floats(0.01, 1), min_size=1, max_size=5)


@st.composite
def mixes(draw):
    churn = draw(CHURN)
    weights = np.array(draw(st.lists(st.floats(0.1, 1), min_size=len(churn), max_size=len(churn))))
    return churn, (weights / weights.sum()).tolist()


def test_two_kinds_worked_by_hand():
    # Of 100, 50 lose a tenth and 50 lose half: 45 + 25 after one month, 40.5 + 12.5 after two.
    table = retention.churn_mix([0.1, 0.5], [0.5, 0.5], 2)
    assert table["survival"].tolist() == pytest.approx([1, 0.70, 0.53])
    assert table["churn"].tolist() == pytest.approx([0.3, (4.5 + 12.5) / 70, (4.05 + 6.25) / 53])


@given(mixes())
def test_the_churn_of_the_whole_never_rises_and_ends_at_that_of_the_most_loyal(mix):
    churn = retention.churn_mix(*mix, periods=30)["churn"].dropna()
    assert (np.diff(churn) <= 1e-12).all()
    assert churn.iloc[-1] >= min(mix[0]) - 1e-9


@given(mixes())
def test_what_is_lost_each_period_is_what_is_missing_in_the_next(mix):
    table = retention.churn_mix(*mix, periods=9)
    lost = (table["survival"] * table["churn"].fillna(0)).iloc[:-1].to_numpy()
    assert -np.diff(table["survival"]) == pytest.approx(lost, abs=1e-12)


@given(mixes())
def test_the_value_is_at_least_revenue_over_the_mean_churn(mix):
    churn, shares = mix
    assert retention.mix_ltv(10, *mix) >= 10 / np.dot(churn, shares) - 1e-9


def test_one_kind_is_the_simple_lifetime_value():
    assert retention.mix_ltv(80, [0.05], [1]) == retention.ltv(80, 0.05)


def test_many_kinds_drawn_from_a_beta_distribution_are_the_shifted_beta_geometric_model():
    churn = np.random.default_rng(5).beta(2, 6, 200_000)
    table = retention.churn_mix(churn, np.full(len(churn), 1 / len(churn)), 8)
    assert table["survival"].to_numpy() == pytest.approx(
        retention.sbg_survival(2, 6, np.arange(9)), abs=0.003
    )


def test_a_kind_that_never_leaves_has_no_value_and_the_reason_is_said():
    assert retention.mix_ltv(10, [0, 0.1], [0.5, 0.5]).reason == "a kind with a churn of 0 never leaves"
    assert retention.mix_ltv(10, [0, 0.1], [0, 1]) == 100


def test_when_everybody_is_gone_there_is_no_churn():
    assert np.isnan(retention.churn_mix([1], [1], 2)["churn"].iloc[1])


@pytest.mark.parametrize(
    ("churn", "shares", "message"),
    [
        ([0.1, 5], [0.5, 0.5], "churn must be a fraction"),
        ([0.1], [0.5, 0.5], "as long as churn"),
        ([], [], "as long as churn"),
        ([0.1, 0.2], [0.5, 0.6], r"sum to 1, not 1\.1"),
        ([0.1, -0.2], [0.5, 0.5], "churn must be zero or more"),
    ],
)
def test_what_is_no_mix_is_refused(churn, shares, message):
    with pytest.raises(ValueError, match=message):
        retention.churn_mix(churn, shares)
    with pytest.raises(ValueError, match=message):
        retention.mix_ltv(10, churn, shares)
