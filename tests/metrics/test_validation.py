"""What a pilot, a beta and a list of subscribers can tell."""

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import binom

from ecotools.ledger import observed
from ecotools.metrics.community import nps
from ecotools.metrics.validation import (
    launch_range,
    launch_sales,
    none_seen,
    offer_effect,
    pilot_errors,
    share_interval,
    simulate_launch,
    simulate_offer,
    simulate_testers,
    stop_when,
    stopping_lines,
    subscribers_needed,
)

# --- shares -------------------------------------------------------------------------------------------------

# Newcombe (1998), Table I: n, k, Wilson's score method without continuity correction, Clopper-Pearson.
NEWCOMBE = [
    (263, 81, (0.2553, 0.3662), (0.2527, 0.3676)),
    (148, 15, (0.0624, 0.1605), (0.0578, 0.1617)),
    (20, 0, (0.0, 0.1611), (0.0, 0.1684)),
    (29, 1, (0.0061, 0.1718), (0.0009, 0.1776)),
]


@pytest.mark.parametrize(("n", "k", "wilson", "exact"), NEWCOMBE)
def test_the_intervals_are_those_of_newcombes_table(n, k, wilson, exact):
    assert share_interval(k, n)[["low", "high"]].round(4).tolist() == list(wilson)
    found = share_interval(k, n, method="clopper_pearson")
    assert found[["low", "high"]].round(4).tolist() == list(exact)


@settings(max_examples=30)
@given(st.integers(1, 300), st.floats(0, 1), st.sampled_from(["wilson", "clopper_pearson", "wald"]))
def test_a_share_lies_in_its_interval_and_its_mirror_in_the_mirrored_one(n, share, method):
    k = round(share * n)
    found, mirrored = share_interval(k, n, method=method), share_interval(n - k, n, method=method)
    assert 0 <= found["low"] <= found["share"] <= found["high"] <= 1
    assert found["low"] == pytest.approx(1 - mirrored["high"], abs=1e-9)


def test_wald_has_no_width_where_nobody_did_it_and_wilson_has():
    assert share_interval(0, 20, method="wald")["high"] == 0
    assert share_interval(0, 20)["high"] > 0.1
    assert share_interval(0, 20)["low"] == 0
    assert share_interval(20, 20)["high"] == 1


def test_an_interval_says_how_it_was_made_and_why_there_is_none():
    found = share_interval(3, 10, level=0.9)
    assert found.attrs["definition"]["level"] == 0.9
    assert "Wilson" in found.attrs["definition"]["method"]
    assert share_interval(0, 0).attrs["reason"] == "there is nobody to count"
    assert math.isnan(share_interval(0, 0)["low"])


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((16, 15), "k must be at most n \\(15\\), not 16"),
        ((-1, 15), "k must be a whole number, 0 or more"),
        ((1.5, 15), "k must be a whole number, 0 or more"),
        ((1, 15, 95), "did you mean 0.95"),
        ((1, 15, 1.0), "level must lie between 0 and 1, such as 0.95"),
        ((1, 15, 0.95, "wilsn"), "Did you mean 'wilson'"),
    ],
)
def test_a_share_that_cannot_be_is_refused(arguments, message):
    with pytest.raises(ValueError, match=message):
        share_interval(*arguments)


@settings(max_examples=20)
@given(st.integers(1, 500), st.floats(0.5, 0.99))
def test_at_the_bound_seeing_nobody_has_just_the_chance_that_is_left(n, level):
    assert binom.pmf(0, n, none_seen(n, level)) == pytest.approx(1 - level)


def test_the_rule_of_three_is_a_little_above_the_exact_bound():
    """Hanley and Lippman-Hand: close from 30 people on."""
    for n in (30, 100, 1000):
        exact, rule = none_seen(n), none_seen(n, method="rule_of_three")
        assert 0 < rule - exact < 0.006
        assert rule == 3 / n
    assert none_seen(2, method="rule_of_three") == 1
    assert none_seen(0).reason == "nobody was watched"
    with pytest.raises(ValueError, match="method='exact'"):
        none_seen(20, level=0.9, method="rule_of_three")


# --- testers ------------------------------------------------------------------------------------------------


def test_testers_have_the_true_quality_that_was_asked_for():
    people = simulate_testers(40_000, nps=25, passives=0.35, activation=0.55, refunds=0.08, seed=3)
    assert nps(people["score"])["nps"] == pytest.approx(25, abs=1.5)
    assert people["score"].isin([7, 8]).mean() == pytest.approx(0.35, abs=0.01)
    assert people["activated"].mean() == pytest.approx(0.55, abs=0.01)
    assert people["refunded"].mean() == pytest.approx(0.08, abs=0.01)
    assert sorted(people["score"].unique()) == list(range(11))


def test_those_who_are_activated_like_it_more_and_those_who_leave_less():
    people = simulate_testers(5000, seed=1)
    score = people["score"]
    assert score[people["activated"]].mean() > score[~people["activated"]].mean()
    assert score[people["refunded"]].mean() < score[~people["refunded"]].mean()


def test_volunteers_score_higher_than_all_buyers():
    scores = [nps(simulate_testers(4000, 20, eager=eager, seed=2)["score"])["nps"] for eager in (0, 0.5, 1)]
    assert scores == sorted(scores)
    assert scores[2] - scores[0] > 40


def test_volunteering_is_the_tilt_that_is_promised():
    """Drawing fair people with weights exp(eager x liking) gives the shares that eager testers have."""
    fair = simulate_testers(200_000, 0, passives=0.0, seed=5)
    eager = simulate_testers(200_000, 0, passives=0.0, eager=1, seed=6)
    liking = np.random.default_rng(5).standard_normal((3, 200_000))[0]
    weighted = np.average(fair["score"] >= 9, weights=np.exp(liking))
    assert (eager["score"] >= 9).mean() == pytest.approx(weighted, abs=0.01)


def test_everybody_and_nobody_are_shares_too():
    people = simulate_testers(50, 100, passives=0, activation=1, refunds=0, seed=1)
    assert people["score"].min() >= 9
    assert people["activated"].all()
    assert not people["refunded"].any()
    assert len(simulate_testers(0)) == 0


def test_an_nps_without_room_is_refused():
    with pytest.raises(ValueError, match="it can be from -70 to 70"):
        simulate_testers(10, nps=80)
    with pytest.raises(ValueError, match="it can be from -70 to 70"):
        pilot_errors(better=80, worse=0, testers=10)


# --- picking the worse of two -------------------------------------------------------------------------------


def test_with_one_tester_each_the_chances_are_those_of_two_answers():
    """Better: 0.6 promoters, 0.1 detractors. Worse: 0.4 and 0.3. By hand, of nine pairs of answers."""
    row = pilot_errors(better=50, worse=10, testers=1).iloc[0]
    assert row["wrong"] == pytest.approx(0.1 * 0.3 + 0.1 * 0.4 + 0.3 * 0.4)
    assert row["tied"] == pytest.approx(0.1 * 0.3 + 0.3 * 0.3 + 0.6 * 0.4)
    assert row["picks_worse"] == pytest.approx(row["wrong"] + row["tied"] / 2)


def test_the_chances_agree_with_simulated_pilots():
    chances = pilot_errors(better=40, worse=15, testers=20).iloc[0]
    rng = np.random.default_rng(1)
    scores = [
        rng.choice([1, 0, -1], (20_000, 20), p=p).sum(axis=1)
        for p in ([0.55, 0.3, 0.15], [0.425, 0.3, 0.275])
    ]
    assert (scores[0] < scores[1]).mean() == pytest.approx(chances["wrong"], abs=0.01)
    assert (scores[0] == scores[1]).mean() == pytest.approx(chances["tied"], abs=0.01)


@settings(max_examples=25)
@given(st.floats(-60, 60), st.floats(0, 40), st.integers(1, 200), st.floats(0, 0.3))
def test_the_chances_add_up_and_more_testers_never_hurt(worse, gap, testers, passives):
    better = min(worse + gap, 60)
    table = pilot_errors(better, worse, [testers, 4 * testers], passives)
    assert table[["right", "tied", "wrong"]].sum(axis=1).tolist() == pytest.approx([1, 1])
    assert (table["picks_worse"] <= 0.5 + 1e-9).all()
    assert table["picks_worse"].iloc[1] <= table["picks_worse"].iloc[0] + 1e-9


def test_two_products_of_one_quality_are_a_coin():
    assert pilot_errors(20, 20, testers=[7, 50])["picks_worse"].tolist() == pytest.approx([0.5, 0.5])


def test_products_and_testers_that_cannot_be_are_refused():
    with pytest.raises(ValueError, match="swap them"):
        pilot_errors(better=10, worse=20, testers=5)
    with pytest.raises(ValueError, match="testers must be a whole number, 1 or more, not 0"):
        pilot_errors(better=20, worse=10, testers=[5, 0])


# --- stopping early -----------------------------------------------------------------------------------------


def test_the_lines_are_those_of_the_nist_handbook():
    """NIST/SEMATECH e-Handbook of Statistical Methods, 6.2.6: p1 0.01, p2 0.10, risks of 0.05 and 0.10.

    Acceptance line -0.939 + 0.0397 n, rejection line 1.205 + 0.0397 n; first acceptance at the 24th item, of
    none defective, and rejection at two defectives.
    """
    table = stopping_lines(0.01, 0.10, wrong_go=0.05, wrong_stop=0.10, most=26)
    assert table.attrs["slope"] == pytest.approx(0.0397, abs=5e-5)
    assert table.attrs["give_up_line"] == pytest.approx(-0.939, abs=5e-4)
    assert table.attrs["build_line"] == pytest.approx(1.205, abs=6e-4)
    assert table["give_up_at"].isna().sum() == 23
    assert table.loc[23, "give_up_at"] == 0
    assert table.loc[1:18, "build_at"].eq(2).all()
    assert table.loc[20:, "build_at"].eq(3).all()


@settings(max_examples=30)
@given(st.lists(st.booleans(), max_size=60))
def test_a_pilot_ends_at_the_first_count_that_reaches_a_line(outcomes):
    table = stopping_lines(0.4, 0.7)
    found = stop_when(outcomes, 0.4, 0.7)
    expected = "go on", len(outcomes), sum(outcomes)
    for row in table.head(len(outcomes)).itertuples():
        count = sum(outcomes[: row.testers])
        if count >= row.build_at or count <= row.give_up_at:
            expected = "build" if count >= row.build_at else "give up", row.testers, count
            break
    assert (found["decision"], found["testers"], found["successes"]) == expected


def test_the_risks_are_kept_and_the_pilot_is_shorter_than_one_of_fixed_size():
    rng = np.random.default_rng(4)
    ends = {share: [stop_when(rng.random(300) < share, 0.4, 0.7) for _ in range(400)] for share in (0.4, 0.7)}
    wrong_go = np.mean([end["decision"] == "build" for end in ends[0.4]])
    wrong_stop = np.mean([end["decision"] == "give up" for end in ends[0.7]])
    assert wrong_go < 0.08
    assert wrong_stop < 0.08
    # A fixed pilot with both risks at 0.05 needs 30 testers.
    assert np.mean([end["testers"] for end in ends[0.7]]) < 20


def test_outcomes_and_shares_that_cannot_be_are_refused():
    with pytest.raises(ValueError, match="number 2 is 3"):
        stop_when([1, 3], 0.4, 0.7)
    with pytest.raises(TypeError, match="outcomes must be a list"):
        stop_when("yes", 0.4, 0.7)
    with pytest.raises(ValueError, match="good must be above poor"):
        stopping_lines(0.7, 0.4)
    with pytest.raises(ValueError, match="add up to less than 1"):
        stopping_lines(0.4, 0.7, wrong_go=0.6, wrong_stop=0.5)


# --- subscribers --------------------------------------------------------------------------------------------


def test_five_hundred_subscribers_at_three_percent_are_fifteen_sales_or_eight_or_twenty_three():
    found = launch_range(500, 0.03, gate=20)
    assert found[["expected", "low", "high"]].tolist() == [15, 8, 23]
    assert found["reaches_gate"] == pytest.approx(binom.sf(19, 500, 0.03))


def test_a_distribution_has_its_mean_and_adds_up():
    for measured in (None, 200):
        table = launch_sales(500, 0.03, measured)
        assert table["probability"].sum() == pytest.approx(1)
        assert (table["sales"] * table["probability"]).sum() == pytest.approx(15)
        assert table["at_least"].iloc[0] == pytest.approx(1)
        assert table["at_least"].diff().dropna().le(1e-12).all()
    assert launch_sales(500, 0.03).attrs["definition"] != launch_sales(500, 0.03, 200).attrs["definition"]


def test_a_rate_from_few_people_spreads_the_sales_and_one_from_many_does_not():
    known = launch_range(500, 0.03)
    few, many = launch_range(500, 0.03, measured_on=100), launch_range(500, 0.03, measured_on=10**7)
    assert few["low"] < known["low"]
    assert few["high"] > known["high"]
    assert many[["low", "high"]].tolist() == known[["low", "high"]].tolist()


@settings(max_examples=25)
@given(st.integers(1, 60), st.floats(0.005, 0.5), st.floats(0.1, 0.99))
def test_the_list_needed_is_the_smallest_that_is_enough(sales, rate, chance):
    needed = int(subscribers_needed(sales, rate, chance))
    assert binom.sf(sales - 1, needed, rate) >= chance
    assert binom.sf(sales - 1, needed - 1, rate) < chance


def test_no_list_is_long_enough_for_a_rate_of_zero():
    assert "not even 100,000,000 subscribers" in subscribers_needed(5, 0.0).reason
    assert launch_range(100, 0.0)["high"] == 0
    with pytest.raises(ValueError, match="does not say how well it is known"):
        launch_sales(100, 0.0, measured_on=50)
    with pytest.raises(ValueError, match=r"did you mean 0\.03"):
        launch_sales(500, 3)


# --- features at launch -------------------------------------------------------------------------------------


def test_more_features_cost_first_results_and_bring_questions():
    few, many = simulate_launch(20_000, 1, seed=1), simulate_launch(20_000, 9, seed=1)
    assert few["activated"].mean() == pytest.approx(0.75, abs=0.01)
    assert many["activated"].mean() == pytest.approx(0.75 * 0.94**8, abs=0.01)
    assert many["questions"].mean() == pytest.approx(0.2 + 8 * 0.12, abs=0.03)
    assert not (many["activated"] & ~few["activated"]).any()
    with pytest.raises(ValueError, match="features must be a whole number, 1 or more"):
        simulate_launch(10, 0)


# --- a discount for the first -------------------------------------------------------------------------------


def test_what_is_brought_forward_is_missing_after_the_offer():
    with_offer, without = simulate_offer(seed=4), simulate_offer(brought_forward=0, won=0, seed=4)
    after = pd.Timestamp("2025-02-14"), pd.Timestamp("2025-03-16")
    gone = without["day"].between(*after, inclusive="left").sum()
    gone -= with_offer["day"].between(*after, inclusive="left").sum()
    assert gone == (with_offer["reason"] == "brought forward").sum() > 0
    assert len(with_offer) - (with_offer["reason"] == "won").sum() == len(without)


def test_prices_are_low_during_the_offer_only():
    orders = simulate_offer(seed=2)
    during = orders["day"].between("2025-01-31", "2025-02-13")
    assert orders.loc[during, "amount"].eq(139.3).all()
    assert orders.loc[~during, "amount"].eq(199).all()
    assert during[orders["reason"] != "as usual"].all()


def test_an_effect_is_worked_by_hand():
    """Two orders a day before; six on the two days of the offer; one on the three days after."""
    day = pd.to_datetime(
        ["2025-01-01"] * 2 + ["2025-01-02"] * 2 + ["2025-01-03"] * 5 + ["2025-01-04", "2025-01-06"]
    )
    orders = pd.DataFrame({"day": day, "amount": [10.0] * 4 + [7.0] * 6 + [10.0]})
    found = offer_effect(orders, "2025-01-03", "2025-01-05", before=2, after=3).set_index("period")
    assert found["orders"].tolist() == [4, 6, 1, 7]
    assert found["expected"].tolist() == [4, 4, 6, 10]
    assert found["extra"].tolist() == [0, 2, -5, -3]
    assert found["revenue"].tolist() == [40, 42, 10, 52]
    assert found["extra_revenue"].tolist() == [0, 2, -50, -48]


def test_days_that_were_not_observed_set_no_pace_and_show_no_dip():
    orders = observed(simulate_offer(seed=1), "2025-01-10", "2025-03-01")
    with pytest.raises(ValueError, match="before must not lie before the ledger"):
        offer_effect(orders, "2025-01-31", "2025-02-14")
    with pytest.raises(ValueError, match="after must not lie beyond the ledger"):
        offer_effect(orders, "2025-01-31", "2025-02-14", before=20)
    with pytest.raises(ValueError, match="end must be after start"):
        offer_effect(orders, "2025-02-14", "2025-01-31")
    with pytest.raises(ValueError, match="horizon must be at least 74 days"):
        simulate_offer(horizon=60)
