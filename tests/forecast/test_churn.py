"""Churn is drawn as the tenures leave it open: the mean, and how soon it falls."""

import numpy as np
import pytest

from ecotools.forecast.churn import Tenures, drawn
from ecotools.forecast.parameters import Maker
from ecotools.metrics.retention.sbg_fit import fit_sbg

# Fader and Hardie (2007), table 1, "High End": of 1000 customers so many were left after each of seven years.
LEFT = [1000, 869, 743, 653, 593, 551, 517, 491]


def high_end(size=1):
    """Return the tenures of the paper, ``size`` times."""
    lost = -np.diff(LEFT)
    times = np.repeat([*range(1, 8), 7], [*lost, LEFT[-1]])
    gone = np.arange(len(times)) < lost.sum()
    return Tenures(*(np.tile(one, size) for one in (times, gone, np.zeros(len(times), int))))


def churn(tenures, expected=20.0, runs=4000):
    """Return the two parameters."""
    return drawn("club", "Club", tenures, expected, "the ledger", Maker(runs, 1, 0.2))


def test_many_tenures_say_what_the_paper_says_whatever_was_expected():
    for expected in (2.0, 20.0):
        mean, firmness = churn(high_end(20), expected)
        assert mean.value == pytest.approx(0.149, abs=0.002)
        assert firmness.value == pytest.approx(0.668 + 3.806, rel=0.03)


def test_the_draws_are_as_far_off_as_the_fit_says():
    tenures = high_end(3)
    fit = fit_sbg(tenures.times, tenures.lost).loc["mean_churn"]
    draws = churn(tenures)[0].draws
    low, high = np.quantile(draws, [0.025, 0.975])
    assert (low, high) == (pytest.approx(fit["low"], abs=0.002), pytest.approx(fit["high"], abs=0.002))


def test_who_was_watched_once_says_nothing_about_how_soon_churn_falls():
    once = Tenures(np.ones(400, int), np.arange(400) < 40, np.zeros(400, int))
    mean, firmness = churn(once, expected=8.0)
    assert mean.value == pytest.approx(0.1, abs=0.005)
    assert np.log(firmness.draws / 8).std() == pytest.approx(1.0, abs=0.1)
    assert firmness.value == pytest.approx(8.0, rel=0.1)


def test_a_steady_churn_leaves_open_that_it_falls_a_little():
    rng = np.random.default_rng(3)
    times = rng.geometric(0.06, 400)
    steady = Tenures(np.minimum(times, 12), times <= 12, np.zeros(400, int))
    firmness = churn(steady, expected=20.0)[1]
    assert firmness.value > 20 and firmness.low < 60 < firmness.high


def test_what_happened_before_the_ledger_does_not_count():
    fresh, old = Tenures(*high_end()), Tenures(*high_end())
    before = 3 * np.ones(500, int)
    later = Tenures(before + 1, np.arange(500) < 30, before)
    both = Tenures(*(np.concatenate(pair) for pair in zip(old, later, strict=True)))
    assert churn(both)[1].value != churn(fresh)[1].value
    assert churn(both)[0].value == pytest.approx(churn(fresh)[0].value, abs=0.01)
