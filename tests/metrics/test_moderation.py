"""How long reports wait, by formula and simulated, and what a spam filter gets wrong."""

from math import factorial

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ecotools.metrics import moderation


def erlang(load: float, servers: int) -> float:
    """Erlang C as it is printed, with factorials."""
    last = load**servers / factorial(servers) * servers / (servers - load)
    return last / (sum(load**k / factorial(k) for k in range(servers)) + last)


def test_the_worked_example_of_call_centres():
    """200 calls an hour of 3 minutes, 14 agents: 17.4% wait, 88.8% within 20 s, 7.8 s on average, 71.4% busy.

    Published at callcentrehelper.com, "Erlang C Formula – Made Simple With an Easy Worked Example".
    """
    found = moderation.waiting(200 * 24, 14, 3, within=20 / 60)
    assert found["waits"] == pytest.approx(0.174, abs=5e-4)
    assert found["in_time"] == pytest.approx(0.888, abs=5e-4)
    assert found["minutes"] * 60 == pytest.approx(7.8, abs=0.05)
    assert found["busy"] == pytest.approx(0.714, abs=5e-4)


def test_one_moderator_is_the_queue_of_every_textbook():
    """M/M/1: the wait is rho / (mu - lambda), the queue rho^2 / (1 - rho)."""
    found = moderation.waiting(30, 1, 10, hours_a_day=10)
    assert found["waits"] == found["busy"] == pytest.approx(0.5)
    assert found["minutes"] == pytest.approx(0.5 / (1 / 10 - 1 / 20))
    assert found["queue"] == pytest.approx(0.5)


def test_two_moderators_with_work_for_one_let_a_third_wait():
    assert moderation.waiting(24 * 60, 2, 1)["waits"] == pytest.approx(1 / 3)


@settings(max_examples=60)
@given(st.integers(1, 30), st.floats(0.05, 0.98))
def test_the_chance_to_wait_is_erlangs_formula(servers, busy):
    found = moderation.waiting(servers * busy * 24 * 6, servers, 10)
    assert found["waits"] == pytest.approx(erlang(servers * busy, servers), rel=1e-9)


@settings(max_examples=30)
@given(st.integers(1, 10), st.floats(0.1, 0.9))
def test_littles_law_joins_the_queue_and_the_wait(servers, busy):
    reports = servers * busy * 24 * 6
    found = moderation.waiting(reports, servers, 10)
    assert found["queue"] == pytest.approx(found["minutes"] * reports / (24 * 60))


def test_as_much_work_as_time_has_no_end_and_says_so():
    found = moderation.waiting(48, 1, 30)
    assert np.isinf(found["minutes"])
    assert found["in_time"] == 0
    assert "the queue has no end" in found.attrs["reason"]


def test_the_moderators_needed_are_the_fewest():
    needed = moderation.moderators_needed(200, 12, hours_a_day=12, within=10, share=0.95)
    few, enough = (
        moderation.waiting(200, n, 12, hours_a_day=12, within=10)["in_time"] for n in (needed - 1, needed)
    )
    assert few < 0.95 <= enough


@pytest.mark.parametrize(("reports", "servers"), [(24, 1), (60, 2), (200, 6)])
def test_the_simulated_wait_is_that_of_the_formula(reports, servers):
    expected = moderation.waiting(reports, servers, 15, hours_a_day=10)
    found = [
        moderation.simulate_waiting(reports, servers, 15, hours_a_day=10, days=300, seed=seed)["waited"]
        for seed in range(3)
    ]
    assert np.mean([each.mean() for each in found]) == pytest.approx(expected["minutes"], rel=0.12)
    assert np.mean([(each > 0).mean() for each in found]) == pytest.approx(expected["waits"], abs=0.03)


def test_the_queue_that_a_report_finds_is_the_one_of_the_formula():
    reports = moderation.simulate_waiting(60, 2, 15, hours_a_day=10, days=400, seed=4)
    assert reports["waiting"].mean() == pytest.approx(
        moderation.waiting(60, 2, 15, hours_a_day=10)["queue"], rel=0.15
    )


def test_nobody_is_taken_before_they_came_nor_out_of_turn_and_nobody_works_on_two():
    reports = moderation.simulate_waiting(80, 3, 20, hours_a_day=10, days=10, seed=2)
    assert (reports["waited"] >= 0).all()
    assert reports["taken"].is_monotonic_increasing
    busy = [((reports["taken"] <= at) & (reports["done"] > at)).sum() for at in reports["taken"]]
    assert max(busy) <= 3


def test_reports_that_grow_every_day_end_in_a_queue_without_end():
    table = moderation.waits_by_day(
        moderation.simulate_waiting(30, 1, 15, hours_a_day=10, days=60, growth=0.03, seed=1)
    )
    assert table["median"].tail(5).min() > 20 * table["median"].head(15).mean()


def test_the_same_seed_gives_the_same_queue():
    one, other = (moderation.simulate_waiting(30, 1, 15, days=5, seed=9) for _ in range(2))
    pd.testing.assert_frame_equal(one, other)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ({"reports_a_day": 0}, "reports_a_day must be above zero"),
        ({"moderators": 1.5}, "moderators must be a whole number"),
        ({"moderators": 0}, "moderators must be a whole number, 1 or more"),
        ({"hours_a_day": 25}, "24 or fewer"),
        ({"minutes_each": -1}, "minutes_each must be above zero"),
    ],
)
def test_a_queue_that_cannot_be_is_refused(arguments, said):
    given = {"reports_a_day": 10, "moderators": 1, "minutes_each": 5} | arguments
    for function in (moderation.waiting, moderation.simulate_waiting):
        with pytest.raises(ValueError, match=said):
            function(**given)
    with pytest.raises(ValueError, match="growth must be above -1"):
        moderation.simulate_waiting(10, 1, 5, growth=-1)


def test_precision_at_a_base_rate_is_bayes_rule():
    """90% recall and 5% false alarms: of 2% spam, 0.018 / (0.018 + 0.049) of what is held is spam."""
    scored = pd.DataFrame({"score": [1] * 9 + [0] + [1] + [0] * 19, "spam": [1] * 10 + [0] * 20})
    found = moderation.spam_filter(scored, [0.5], base_rate=0.02, posts_a_day=1000).iloc[0]
    assert found["precision"] == pytest.approx(0.018 / (0.018 + 0.049))
    assert found["held_a_day"] == pytest.approx(67)
    assert found["missed_a_day"] == pytest.approx(2)
    assert moderation.spam_filter(scored)["precision"].item() == pytest.approx(0.9)


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1, max_size=40))
def test_a_lower_threshold_catches_more_and_wrongs_more(rows):
    scored = pd.DataFrame(rows, columns=["score", "spam"])
    table = moderation.spam_filter(scored, [0.2, 0.5, 0.8])
    for column in ("recall", "false_alarms", "held_a_day"):
        assert (table[column].dropna().diff().dropna() <= 1e-12).all()


def test_a_filter_without_spam_or_without_good_posts_says_what_is_missing():
    table = moderation.spam_filter(pd.DataFrame({"score": [0.1, 0.9], "spam": [0, 0]}))
    assert np.isnan(table["recall"].item())
    assert table["missed_a_day"].item() == 0
    with pytest.raises(ValueError, match="spam is neither True nor False"):
        moderation.spam_filter(pd.DataFrame({"score": [0.1], "spam": ["ham"]}))
