"""The days of a launch: which share comes when, and what the first days say about the last."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ecotools.planning import launch_curve, launch_outlook


@settings(max_examples=30, deadline=None)
@given(st.integers(1, 60), st.floats(0, 0.5), st.floats(0, 0.5), st.floats(0, 1))
def test_all_buyers_come_within_the_window(days, opening, closing, fade):
    curve = launch_curve(days, opening=opening, closing=closing, fade=fade)
    assert curve["share"].sum() == pytest.approx(1) and (curve["share"] >= 0).all()
    mirror = launch_curve(days, opening=closing, closing=opening, fade=fade)["share"]
    assert np.allclose(curve["share"], mirror[::-1])


def test_without_a_rush_every_day_brings_the_same():
    assert np.allclose(launch_curve(4, opening=0, closing=0)["share"], 0.25)


def test_with_no_fade_left_the_ends_have_it_all():
    assert launch_curve(4, opening=0.6, closing=0.4, fade=0)["share"].tolist() == [0.6, 0, 0, 0.4]


def test_the_pace_of_the_first_days_promises_too_much():
    curve = launch_curve(7)
    sold = np.rint(curve["share"] * 1000).astype(int)
    outlook = launch_outlook(sold[:3], curve)
    assert outlook["by_pace"].tolist() == sorted(outlook["by_pace"], reverse=True)
    assert outlook["by_pace"][0] > 1500 and outlook["by_curve"].between(990, 1010).all()


def test_the_interval_is_that_of_a_poisson_count():
    """Garwood: 10 events have an exact 95% interval of 4.795 to 18.390, and none of 0 to 3.689."""
    even = launch_curve(1)
    found = launch_outlook([10], even, level=0.95).iloc[0]
    assert (found["low"], found["high"]) == pytest.approx((4.795, 18.390), abs=1e-3)
    none = launch_outlook([0], even, level=0.95).iloc[0]
    assert (none["low"], none["high"]) == pytest.approx((0, 3.689), abs=1e-3)


def test_an_interval_holds_the_truth_as_often_as_it_says():
    curve, rng = launch_curve(7), np.random.default_rng(1)
    sold = rng.poisson(curve["share"][:3].to_numpy() * 200, size=(400, 3))
    held = [launch_outlook(one, curve)[["low", "high"]].iloc[-1].tolist() for one in sold]
    assert np.mean([low <= 200 <= high for low, high in held]) >= 0.78


def test_the_order_of_the_curve_means_nothing():
    curve = launch_curve(5)
    pd.testing.assert_frame_equal(launch_outlook([5, 3], curve[::-1]), launch_outlook([5, 3], curve))


def test_bad_numbers_are_refused():
    with pytest.raises(ValueError, match="opening and closing must sum to at most 1"):
        launch_curve(opening=0.6, closing=0.6)
    with pytest.raises(ValueError, match="days must be a whole number"):
        launch_curve(0)
    with pytest.raises(ValueError, match="sold must have 1 to 7 days"):
        launch_outlook([1] * 8, launch_curve())
    with pytest.raises(ValueError, match=r"sold\[1\] must be a whole number"):
        launch_outlook([1, -2], launch_curve())
    with pytest.raises(ValueError, match="curve must have each day from 1 on once"):
        launch_outlook([1], launch_curve().tail(3))
