"""A rollout in stages: exact chances, and simulated rollouts that agree with them."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import binom, binomtest

from ecotools.metrics.experiments import rollout

STAGES = [0.01, 0.1, 0.5, 1]

rates = st.floats(0.01, 0.5)
shares = st.lists(st.floats(0, 1), min_size=1, max_size=5)


def test_one_stage_is_stopped_as_often_as_the_binomial_test_says():
    row = rollout([0.5], 400, normal=0.03, changed=0.06).iloc[0]
    assert row["stopped"] == pytest.approx(binom.sf(row["stop_at"] - 1, 200, 0.06), abs=1e-12)
    assert binomtest(int(row["stop_at"]), 200, 0.03, alternative="greater").pvalue <= 0.05
    assert binomtest(int(row["stop_at"]) - 1, 200, 0.03, alternative="greater").pvalue > 0.05


def test_simulated_rollouts_end_where_the_table_says():
    table = rollout(STAGES, 1000, normal=0.03, changed=0.07)
    random, runs = np.random.default_rng(6), 20_000
    events = np.cumsum(random.binomial(table["exposed"].to_numpy(), 0.07, (runs, 4)), axis=1)
    over = events >= table["stop_at"].to_numpy()
    last = np.where(over.any(axis=1), over.argmax(axis=1), 3)
    met = table["met"].to_numpy()[last]
    assert table.attrs["expected_met"] == pytest.approx(met.mean(), abs=4 * met.std() / runs**0.5)
    assert table.attrs["caught"] == pytest.approx(over.any(axis=1).mean(), abs=0.01)
    ended = np.bincount(last[over.any(axis=1)], minlength=4) / runs
    assert table["stopped"].tolist() == pytest.approx(ended.tolist(), abs=0.015)


def test_stages_spare_most_customers_a_bad_change():
    staged = rollout(STAGES, 5000, normal=0.03, changed=0.06).attrs["expected_met"]
    at_once = rollout([1], 20_000, normal=0.03, changed=0.06).attrs["expected_met"]
    assert at_once == 20_000 and staged < 2000


def test_more_looks_stop_a_good_change_more_often():
    """Each look at 5% adds false alarms, as in an experiment that is peeked at."""
    once, often = (rollout([0.5 / n] * n, 4000, normal=0.05, changed=0.05) for n in (1, 10))
    assert once["met"].iloc[-1] == often["met"].iloc[-1]
    assert once.attrs["caught"] <= 0.05 < often.attrs["caught"]


def test_a_plain_limit_stops_small_stages_by_chance_and_large_ones_hardly():
    small, large = (
        rollout([share], 10_000, normal=0.03, changed=0.03, guardrail="limit", limit=0.05)
        for share in (0.002, 0.5)
    )
    assert small.attrs["caught"] > 0.1 and large.attrs["caught"] < 1e-6
    assert small["stop_at"].tolist() == [2], "one refund of 20 is 5%, which does not lie above 5%"
    assert "limit" in small.attrs["definition"]["guardrail"]


@settings(max_examples=40)
@given(shares, rates, rates, st.integers(0, 500))
def test_every_rollout_ends_once_and_reaches_no_later_stage_more_often(stages, normal, changed, customers):
    table = rollout(stages, customers, normal=normal, changed=changed)
    reached, stopped = table["reached"].to_numpy(), table["stopped"].to_numpy()
    assert reached[0] == 1 and (np.diff(reached) <= 1e-12).all()
    assert reached[1:] == pytest.approx((reached - stopped)[:-1], abs=1e-9)
    assert 0 <= table.attrs["expected_met"] <= table["met"].iloc[-1]
    assert table["expected_met"].is_monotonic_increasing


def test_customers_may_be_given_by_stage():
    assert rollout([0.1, 1], [50, 200], normal=0.1, changed=0.2)["exposed"].tolist() == [5, 200]


@pytest.mark.parametrize(
    ("stages", "options", "error", "said"),
    [
        ([], {}, ValueError, "stages is empty"),
        ([10], {}, ValueError, r"each share in stages must be a fraction .* did you mean 0\.1"),
        (0.5, {}, TypeError, "stages must be a list with one number per stage"),
        ([0.5], {"customers": [1, 2]}, ValueError, "customers has 2 numbers for 1 stages"),
        ([0.5], {"customers": -1}, ValueError, "customers must be a whole number, 0 or more"),
        ([0.5], {"normal": 0}, ValueError, "normal must lie between 0 and 1"),
        ([0.5], {"guardrail": "limit"}, ValueError, "guardrail 'limit' needs a limit"),
        ([0.5], {"limit": 0.1}, ValueError, "limit goes with guardrail 'limit', not 'test'"),
        ([0.5], {"guardrail": "tests"}, ValueError, "Did you mean 'test'"),
        ([0.5], {"alpha": 5}, ValueError, "alpha must be a fraction"),
    ],
)
def test_rollouts_that_cannot_be_are_refused(stages, options, error, said):
    with pytest.raises(error, match=said):
        rollout(stages, **{"customers": 100, "normal": 0.03, "changed": 0.06} | options)
