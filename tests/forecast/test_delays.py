"""Who follows within some days is spread over the right months, and nobody is lost or doubled."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecotools.forecast.chance import Chance, Expected
from ecotools.forecast.delays import MONTH_DAYS, by_month, following
from ecotools.simulate.draws import delays


@given(st.lists(st.integers(1, 120), min_size=1, max_size=3))
def test_the_shares_of_the_months_are_all_of_them(windows):
    shares = by_month(*windows)
    assert shares.sum() == pytest.approx(1) and (shares >= 0).all()


def test_the_mean_wait_in_months_is_that_in_days():
    waits = np.diff(delays(90), prepend=0.0)
    in_days = waits @ np.arange(90)
    shares = by_month(90)
    assert shares @ np.arange(len(shares)) == pytest.approx(in_days / MONTH_DAYS, abs=1e-9)


def test_who_starts_today_and_follows_at_once_follows_this_month():
    people = np.array([[100.0, 50.0]])
    assert following(Expected(), people, np.array([0.5]), by_month(1), 0).tolist() == [[50, 25]]


def test_followers_of_past_months_are_those_that_still_come():
    shares = np.array([0.5, 0.3, 0.2])
    people = np.array([[100.0, 100.0, 0.0, 0.0]])
    assert following(Expected(), people, np.array([1.0]), shares, past=2)[0].tolist() == pytest.approx(
        [50, 20]
    )


def test_drawn_followers_are_never_more_than_the_people():
    people = np.full((200, 6), 7.0)
    found = following(Chance(np.random.default_rng(1)), people, np.full(200, 1.0), by_month(60), 0)
    assert (found.sum(axis=1) <= 42).all() and found.mean(axis=0)[3] == pytest.approx(7, abs=0.6)


def test_counts_scatter_as_much_as_they_are_said_to():
    mean = np.full(40_000, 20.0)
    chance = Chance(np.random.default_rng(3))
    assert chance.number(mean).var() == pytest.approx(20, rel=0.05)
    wide = chance.number(mean, 3.0)
    assert wide.var() == pytest.approx(60, rel=0.05) and wide.mean() == pytest.approx(20, rel=0.02)
