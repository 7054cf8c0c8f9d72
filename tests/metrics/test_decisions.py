"""Choosing among options, and how sure the choice is."""

from itertools import permutations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import hypergeom

from ecotools.metrics.decisions import (
    borda,
    found_by,
    impact_effort,
    problems,
    ranking_certainty,
    rice,
    simulate_problem_survey,
    tally,
    undetected,
    weight_sensitivity,
    weight_to_change,
    weighted_matrix,
)

CANDIDATES = pd.DataFrame(
    {"option": ["course", "kit", "club"], "pain": [5, 3, 4], "reach": [3, 5, 2], "effort": [2, 5, 3]}
)
WEIGHTS = {"pain": 4, "reach": 3, "effort": 3}

# --- the matrix ---------------------------------------------------------------------------------------------


def test_a_matrix_is_worked_by_hand():
    found = weighted_matrix(CANDIDATES, WEIGHTS).set_index("option")
    assert found["score"].to_dict() == pytest.approx({"kit": 4.2, "course": 3.5, "club": 3.1})
    assert found["rank"].to_dict() == {"kit": 1, "course": 2, "club": 3}
    assert found[["pain", "reach", "effort"]].sum(axis=1).tolist() == pytest.approx(found["score"].tolist())


@settings(max_examples=20)
@given(st.lists(st.integers(0, 5), min_size=3, max_size=3).filter(any), st.floats(0.1, 100))
def test_only_the_proportions_of_the_weights_count(weights, times):
    named = dict(zip(WEIGHTS, weights, strict=True))
    scaled = {name: weight * times for name, weight in named.items()}
    one, other = weighted_matrix(CANDIDATES, named), weighted_matrix(CANDIDATES, scaled)
    pd.testing.assert_frame_equal(one, other)


def test_equal_options_share_a_rank_and_stand_by_name():
    level = pd.DataFrame({"option": ["b", "a", "c"], "x": [0.1 + 0.2, 0.3, 0.2]})
    found = weighted_matrix(level, {"x": 1})
    assert found["option"].tolist() == ["a", "b", "c"]
    assert found["rank"].tolist() == [1, 1, 3]


def test_weights_that_are_not_off_change_nothing_and_wins_add_up():
    assert weight_sensitivity(CANDIDATES, WEIGHTS, spread=0, draws=5)["wins"].tolist() == [1, 0, 0]
    found = weight_sensitivity(CANDIDATES, {"pain": 3, "reach": 1, "effort": 1}, spread=1, seed=2)
    assert found["wins"].sum() == pytest.approx(1)
    assert 0 < found["wins"].iloc[0] < 1
    assert found["worst_rank"].between(1, 3).all()


@settings(max_examples=30)
@given(
    st.lists(st.lists(st.integers(0, 5), min_size=3, max_size=3), min_size=2, max_size=4),
    st.lists(st.integers(1, 9), min_size=3, max_size=3),
)
def test_at_the_weight_that_changes_the_winner_the_two_are_level_and_beyond_it_they_are_not(scores, weights):
    table = pd.DataFrame(scores, columns=["x", "y", "z"]).assign(option=list("abcd")[: len(scores)])
    named = dict(zip("xyz", weights, strict=True))
    change = weight_to_change(table, named)
    held = table.set_index("option")
    for row in change.dropna().itertuples():
        rest = {name: weight for name, weight in named.items() if name != row.criterion}
        shares = {name: (1 - row.changes_at) * weight / sum(rest.values()) for name, weight in rest.items()}
        shares[row.criterion] = row.changes_at
        totals = sum(held[name] * share for name, share in shares.items())
        assert totals[row.to] == pytest.approx(totals[change.attrs["winner"]])


def test_a_criterion_whose_weight_changes_nothing_says_so():
    best = pd.DataFrame({"option": ["a", "b"], "x": [5, 1], "y": [5, 1]})
    change = weight_to_change(best, {"x": 1, "y": 1})
    assert change["changes_at"].isna().all()
    assert change["to"].tolist() == ["", ""]
    assert weight_to_change(best, {"x": 1})["changes_at"].isna().all()


def test_a_matrix_without_weights_scores_or_names_is_refused():
    with pytest.raises(TypeError, match="weights must name each criterion"):
        weighted_matrix(CANDIDATES, [1, 2])
    with pytest.raises(ValueError, match="must not all be zero"):
        weighted_matrix(CANDIDATES, {"pain": 0})
    with pytest.raises(ValueError, match=r"weights\['pain'\] must be zero or more"):
        weighted_matrix(CANDIDATES, {"pain": -1})
    with pytest.raises(ValueError, match=r"scores needs the column 'pian'.*Did you mean"):
        weighted_matrix(CANDIDATES, {"pian": 1})
    with pytest.raises(ValueError, match="scores: the same option stands more than once: in rows 0, 3"):
        weighted_matrix(pd.concat([CANDIDATES, CANDIDATES.head(1)], ignore_index=True), WEIGHTS)


# --- effort -------------------------------------------------------------------------------------------------


def test_rice_is_worked_by_hand_and_a_percent_is_recognised():
    table = pd.DataFrame(
        {
            "request": ["a", "b"],
            "reach": [100, 50],
            "impact": [3, 2],
            "confidence": [0.5, 1],
            "effort": [3, 2],
        }
    )
    assert rice(table)["score"].tolist() == [50, 50]
    assert rice(table)["rank"].tolist() == [1, 1]
    with pytest.raises(ValueError, match=r"write 0\.8 for 80%"):
        rice(table.assign(confidence=[80, 100]))
    with pytest.raises(ValueError, match="effort is 0"):
        rice(table.assign(effort=[0, 1]))


def test_a_request_on_a_border_has_high_impact_and_low_effort():
    table = pd.DataFrame({"request": list("abcd"), "impact": [4, 4, 1, 1], "effort": [3, 8, 3, 8]})
    found = impact_effort(table, impact=4, effort=3)
    assert found["field"].tolist() == ["quick win", "big project", "fill-in", "leave it"]
    assert found.attrs["definition"] == {"high impact": ">= 4", "low effort": "<= 3"}
    assert impact_effort(table).attrs["definition"] == {"high impact": ">= 2.5", "low effort": "<= 5.5"}


# --- votes --------------------------------------------------------------------------------------------------


def ballots(counts):
    """Return one ballot per voter from how many voters ranked the options in each order."""
    cast = [order for order, number in counts.items() for _ in range(number)]
    rows = [
        (voter, option, place) for voter, order in enumerate(cast) for place, option in enumerate(order, 1)
    ]
    return pd.DataFrame(rows, columns=["voter", "option", "rank"])


def test_borda_counts_the_capital_of_tennessee_as_the_textbooks_do():
    """The example of four cities: 42% live near Memphis, 26% near Nashville, 15% and 17% near the others."""
    counts = {
        ("Memphis", "Nashville", "Chattanooga", "Knoxville"): 42,
        ("Nashville", "Chattanooga", "Knoxville", "Memphis"): 26,
        ("Chattanooga", "Knoxville", "Nashville", "Memphis"): 15,
        ("Knoxville", "Chattanooga", "Nashville", "Memphis"): 17,
    }
    found = borda(ballots(counts)).set_index("option")["points"]
    assert found.to_dict() == {"Nashville": 194, "Chattanooga": 173, "Memphis": 126, "Knoxville": 107}


@settings(max_examples=20)
@given(st.lists(st.sampled_from(list(permutations("abc"))), min_size=1, max_size=8))
def test_every_full_ballot_brings_the_same_points(orders):
    table = pd.concat([ballots({order: 1}).assign(voter=place) for place, order in enumerate(orders)])
    assert borda(table)["points"].sum() == 3 * len(orders)
    assert borda(table, unranked="average")["points"].tolist() == borda(table)["points"].tolist()


def test_what_a_voter_leaves_out_gets_nothing_or_shares_what_is_left():
    table = pd.DataFrame({"voter": [1, 2, 2, 2], "option": ["a", "a", "b", "c"], "rank": [1, 3, 1, 2]})
    assert borda(table).set_index("option")["points"].to_dict() == {"a": 2, "b": 2, "c": 1}
    shared = borda(table, unranked="average").set_index("option")["points"]
    assert shared.to_dict() == {"a": 2, "b": 2.5, "c": 1.5}
    with pytest.raises(ValueError, match="stands twice on the ballot"):
        borda(pd.concat([table, table.head(1)], ignore_index=True))


VOTES = pd.DataFrame(
    {
        "voter": ["Ada"] * 8 + ["Ben", "Cy", "Dot", "Eve", "Ben"],
        "request": ["app"] * 7 + ["search"] + ["search"] * 4 + ["tour"],
    }
)


def test_one_loud_voter_wins_by_votes_and_loses_by_voters():
    by_vote = tally(VOTES).set_index("request")
    assert by_vote["rank"].to_dict() == {"app": 1, "search": 2, "tour": 3}
    assert by_vote.loc["app", ["votes", "voters", "loudest"]].tolist() == [7, 1, 1]
    assert tally(VOTES, "voters")["request"].tolist() == ["search", "app", "tour"]
    shared = tally(VOTES, "shared").set_index("request")["score"]
    assert shared.to_dict() == pytest.approx({"search": 3.625, "app": 0.875, "tour": 0.5})


@settings(max_examples=20)
@given(st.lists(st.tuples(st.integers(0, 5), st.sampled_from("abc")), min_size=1, max_size=30))
def test_shared_votes_add_up_to_the_voters(pairs):
    votes = pd.DataFrame(pairs, columns=["voter", "request"])
    found = tally(votes, "shared")
    assert found["score"].sum() == pytest.approx(votes["voter"].nunique())
    assert found["votes"].sum() == len(votes)
    assert found["loudest"].between(0, 1).all()


def test_a_ranking_is_sure_where_all_agree_and_not_where_one_voter_carries_it():
    agree = pd.DataFrame({"voter": range(20), "request": ["app"] * 20})
    assert ranking_certainty(agree)["first"].tolist() == [1]
    loud = ranking_certainty(VOTES, seed=1).set_index("request")
    # Nobody draws Ada in (4/5)^5 = 33% of the draws, and then the app has no vote.
    assert loud.loc["app", "first"] == pytest.approx(1 - 0.8**5, abs=0.05)
    assert ranking_certainty(VOTES, "voters", seed=1)["first"].iloc[0] > 0.9


def test_the_certainty_of_two_equal_requests_is_shared():
    votes = pd.DataFrame({"voter": [1, 1, 2, 2], "request": ["a", "b", "a", "b"]})
    found = ranking_certainty(votes)
    assert found["first"].tolist() == [0.5, 0.5]
    assert found[["rank", "best_rank", "worst_rank"]].eq(1).all(axis=None)


def test_ballots_have_a_certainty_too_and_an_empty_table_none():
    table = ballots({("a", "b", "c"): 9, ("b", "a", "c"): 3})
    found = ranking_certainty(table, "borda", seed=1)
    assert found["option"].tolist() == ["a", "b", "c"]
    assert found["first"].iloc[0] > 0.8
    empty = pd.DataFrame({"voter": [], "request": []})
    assert len(ranking_certainty(empty)) == len(tally(empty)) == 0
    with pytest.raises(ValueError, match="Did you mean 'voters'"):
        tally(VOTES, "voter")


# --- problems -----------------------------------------------------------------------------------------------


def test_a_problem_counts_those_who_do_not_have_it():
    survey = pd.DataFrame(
        {
            "person": ["Ada", "Ben", "Ben", "Cy"],
            "problem": ["price", "price", "time", "time"],
            "often": [10, 0, 2, 4],
            "pain": [2, 5, 5, 2],
        }
    )
    found = problems(survey).set_index("problem")
    assert found["score"].to_dict() == pytest.approx({"price": 20 / 3, "time": 18 / 3})
    assert found.loc["price", ["people", "often", "pain"]].tolist() == [2, 5, 3.5]
    assert found["first"].sum() == pytest.approx(1)


def test_groups_are_ranked_by_themselves():
    groups = {
        "buyer": (25, {"clients": (4, 4), "ideas": (2, 2)}),
        "follower": (25, {"clients": (1, 3), "ideas": (6, 3)}),
    }
    survey = simulate_problem_survey(groups, seed=2)
    found = problems(survey, by="group", seed=1)
    first = found[found["rank"] == 1].set_index("group")["problem"]
    assert first.to_dict() == {"buyer": "clients", "follower": "ideas"}
    part = problems(survey[survey["group"] == "buyer"], seed=1)
    pd.testing.assert_frame_equal(found[found["group"] == "buyer"].drop(columns="group"), part)


def test_a_person_in_two_groups_or_with_a_problem_twice_is_refused():
    survey = pd.DataFrame(
        {"person": [1, 1], "group": ["buyer", "fan"], "problem": ["a", "b"], "often": 1, "pain": 1}
    )
    with pytest.raises(ValueError, match="a person has more than one group in rows 0, 1"):
        problems(survey, by="group")
    with pytest.raises(ValueError, match="names the same problem twice"):
        problems(survey.assign(problem="a"))
    with pytest.raises(ValueError, match="survey: pain is below zero in row 1"):
        problems(survey.assign(pain=[1, -1]))


# --- faults -------------------------------------------------------------------------------------------------


def two_lists(a, b, both):
    """Return two lists of that many faults, so many of which are on both."""
    return range(a), range(a - both, a - both + b)


def test_chapmans_estimator_is_that_of_published_examples():
    """Krebs (1989), Box 2.1: 948 marked, 421 caught, 167 marked among them: 2,383.

    Seber's turtles as retold in most introductions: 10 marked, 15 caught, 5 of them marked: 28.
    """
    assert round(undetected(*two_lists(948, 421, 167))["total"]) == 2383
    assert undetected(*two_lists(10, 15, 5))["total"] == pytest.approx(11 * 16 / 6 - 1)


@pytest.mark.parametrize(("faults", "a", "b"), [(20, 12, 10), (9, 6, 3), (30, 20, 18)])
def test_the_estimate_and_its_variance_are_right_on_average_for_testers_of_one_kind(faults, a, b):
    """Chapman (1951) and Seber (1970): exactly unbiased where a + b is at least the number of faults."""
    both = np.arange(max(0, a + b - faults), min(a, b) + 1)
    chance = hypergeom.pmf(both, faults, a, b)
    totals = np.array([undetected(*two_lists(a, b, m))["total"] for m in both])
    assert (chance * totals).sum() == pytest.approx(faults)
    true = (chance * totals**2).sum() - faults**2
    variance = (a + 1) * (b + 1) * (a - both) * (b - both) / ((both + 1) ** 2 * (both + 2))
    assert (chance * variance).sum() == pytest.approx(true)


def test_two_lists_of_the_same_faults_leave_none():
    found = undetected(["a", "b", "b"], ["b", "a"])
    assert found[["a", "b", "both", "found", "total", "undetected"]].tolist() == [2, 2, 2, 2, 2, 0]
    assert found["low"] == found["high"] == 2
    assert undetected([], [])["undetected"] == 0
    assert undetected(["a"], ["b"])["undetected"] == 1


def test_the_interval_never_lies_below_what_was_found():
    for both in range(6):
        found = undetected(*two_lists(6, 5, both))
        assert found["found"] <= found["low"] <= found["total"] <= found["high"]
    with pytest.raises(TypeError, match="list_a must be a list of faults"):
        undetected("typo", ["typo"])


def test_five_users_find_most_faults_only_where_faults_are_easy():
    """Nielsen and Landauer (1993): 0.31 on average; five users then find 84%."""
    assert found_by(5, 0.31) == pytest.approx(0.8436, abs=1e-4)
    assert found_by(1, 0.2) == pytest.approx(0.2)
    assert found_by(0, 0.2) == 0
    with pytest.raises(ValueError, match=r"did you mean 0\.31"):
        found_by(5, 31)
