"""Whom an application lets in, and whom a price does."""

from math import asin, pi

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ecotools.metrics import capacity

RATE = st.floats(0.01, 0.99)


def test_the_share_of_good_ones_is_that_of_the_published_screening():
    """1% ill, 80% of these found, 9.6% of the others too: 7.8% of those found are ill.

    Eddy (1982), as in Gigerenzer & Hoffrage (1995), Psychological Review 102.
    """
    found = capacity.application_form(0.8, 1 - 0.096, 0.01, applicants=1000)
    assert found["good_share"] == pytest.approx(0.078, abs=5e-4)
    assert found[["good_accepted", "others_accepted"]].tolist() == pytest.approx([8, 95.04])


def test_a_form_by_hand():
    """100 apply, 40 good: 36 and 18 are taken; 36 x 600 - 18 x 500 - 500, against 40 x 600 - 60 x 500."""
    found = capacity.application_form(0.9, 0.7, 0.4, worth=600, harm=500, reading=5)
    assert found["value_with"] == pytest.approx(36 * 600 - 18 * 500 - 500)
    assert found["value_without"] == pytest.approx(-6000)
    assert found["refusing"] == pytest.approx(4 * 600)
    assert found["right_to_refuse"] == pytest.approx(42 / 46)


@settings(max_examples=60)
@given(RATE, RATE, st.floats(0, 1000), st.floats(0, 1000), st.floats(0, 20))
def test_at_the_base_rate_where_it_stops_to_pay_nothing_is_gained(right, refuses, worth, harm, reading):
    how = {"worth": worth, "harm": harm, "reading": reading}
    rate = capacity.application_form(right, refuses, 0.5, **how)["pays_below"]
    gains = [capacity.application_form(right, refuses, base, **how)["gain"] for base in (0.0, 1.0)]
    if np.isnan(rate):
        assert (gains[0] <= 1e-6) or (gains[1] >= -1e-6)
    else:
        assert capacity.application_form(right, refuses, rate, **how)["gain"] == pytest.approx(0, abs=1e-6)
        assert gains[0] > 0 >= gains[1] - 1e-6


@settings(max_examples=40)
@given(RATE, RATE, RATE)
def test_a_form_better_than_a_coin_raises_the_share_of_good_ones(right, refuses, base):
    found = capacity.application_form(right, refuses, base)
    assert (found["good_share"] > base) == (right + refuses > 1 + 1e-9) or right + refuses == pytest.approx(1)


def test_a_form_that_never_pays_says_so():
    assert "at any base rate" in capacity.application_form(0.9, 0.1, 0.5, harm=10, reading=5).attrs["reason"]
    always = capacity.application_form(1, 0.7, 0.5, worth=600, harm=500)
    assert always.attrs["reason"] == "the form pays at every base rate"


def test_where_nobody_is_taken_there_is_no_share():
    found = capacity.application_form(0, 1, 0.3)
    assert np.isnan(found["good_share"])
    assert found["right_to_refuse"] == pytest.approx(0.7)


SCORED = pd.DataFrame(
    {"score": [9, 8, 7, 6, 4, 3], "good": [True, True, False, True, False, False]}, index=[4, 4, 1, 0, 9, 2]
)


def test_a_form_is_rated_on_clients_who_were_all_taken():
    found = capacity.rate_form(SCORED, [0, 5, 8, 10])
    assert found["sensitivity"].tolist() == pytest.approx([1, 1, 2 / 3, 0])
    assert found["specificity"].tolist() == pytest.approx([0, 2 / 3, 1, 1])
    assert found["accepted"].tolist() == [6, 4, 2, 0]
    assert np.isnan(found["good_share"].iloc[-1])
    assert found.attrs["base_rate"] == 0.5


def test_its_intervals_are_wilsons():
    """81 of 263: 0.2553 to 0.3662, Newcombe (1998), Table I."""
    scored = pd.DataFrame({"score": [1.0] * 81 + [0.0] * 182, "good": 1})
    found = capacity.rate_form(scored, [0.5]).iloc[0]
    assert found[["low", "high"]].tolist() == pytest.approx([0.2553, 0.3662], abs=5e-5)
    assert found[["specificity", "spec_low", "spec_high"]].isna().all()


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ({"sensitivity": 90}, "did you mean 0.9"),
        ({"worth": -1}, "worth must be zero or more"),
        ({"applicants": None}, "applicants must be a number"),
    ],
)
def test_a_form_that_cannot_be_is_refused(arguments, says):
    with pytest.raises((ValueError, TypeError), match=says):
        capacity.application_form(**{"sensitivity": 0.9, "specificity": 0.7, "base_rate": 0.4} | arguments)


@settings(max_examples=30)
@given(st.floats(-0.95, 0.95))
def test_half_the_price_and_half_the_people_is_sheppards_formula(follows):
    """The chance that both of two normal numbers are above their medians is 1/4 + arcsin(r) / (2 pi)."""
    found = capacity.price_as_filter([1000], median=1000, base_rate=0.5, follows=follows).iloc[0]
    assert found["buyers"] == pytest.approx(0.5)
    assert found["good_share"] * 0.5 == pytest.approx(0.25 + asin(follows) / (2 * pi), abs=1e-4)


def test_a_price_that_has_nothing_to_do_with_fit_filters_nobody():
    found = capacity.price_as_filter([300, 1000, 4000], median=1000, base_rate=0.3)
    assert found["good_share"].tolist() == pytest.approx([0.3] * 3, abs=1e-4)
    assert found["kept"].tolist() == pytest.approx(found["buyers"].tolist(), abs=1e-4)


@pytest.mark.parametrize("follows", [-0.5, 0.5])
def test_a_higher_price_brings_better_clients_only_where_money_goes_with_fit(follows):
    shares = capacity.price_as_filter([300, 1000, 4000], median=1000, base_rate=0.3, follows=follows)
    rises = shares["good_share"].is_monotonic_increasing
    assert rises == (follows > 0)


def test_the_simulated_people_buy_as_the_formula_says():
    how = {"median": 1000, "spread": 0.6, "base_rate": 0.35, "follows": 0.4}
    people = capacity.simulate_applicants(200_000, **how, seed=3)
    for row in capacity.price_as_filter([500, 1500], **how).itertuples():
        buys = people["would_pay"] >= row.price
        assert buys.mean() == pytest.approx(row.buyers, abs=0.004)
        assert people.loc[buys, "good"].mean() == pytest.approx(row.good_share, abs=0.006)
        assert buys[people["good"]].mean() == pytest.approx(row.kept, abs=0.006)


def test_a_form_behind_the_price_is_the_form_for_those_who_buy():
    price = capacity.price_as_filter(
        [1500], median=1000, base_rate=0.4, follows=0.3, sensitivity=0.9, specificity=0.7
    ).iloc[0]
    form = capacity.application_form(0.9, 0.7, price["good_share"], applicants=price["buyers"])
    assert price["accepted"] == pytest.approx(form["accepted"])
    assert price["good_accepted"] == pytest.approx(form["good_share"])
    assert price["revenue"] == pytest.approx(1500 * form["accepted"])


def test_a_form_without_noise_can_tell_all_good_ones():
    people = capacity.simulate_applicants(4000, median=1000, base_rate=0.4, noise=0, seed=1)
    best = people["score"][people["good"]].min()
    found = capacity.rate_form(people, [best]).iloc[0]
    assert found[["sensitivity", "specificity"]].tolist() == [1, 1]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ({"prices": [0]}, "prices must be above zero"),
        ({"median": 0}, "median must be above zero"),
        ({"base_rate": 1}, "base_rate must lie between 0 and 1"),
        ({"follows": 1}, "follows must lie between -1 and 1"),
    ],
)
def test_a_price_filter_that_cannot_be_is_refused(arguments, says):
    with pytest.raises(ValueError, match=says):
        capacity.price_as_filter(**{"prices": [900], "median": 1000, "base_rate": 0.4} | arguments)
