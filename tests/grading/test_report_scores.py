"""Mean, spread and reliability of an assignment, and the weight of its tasks."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecotools.grading.report.scores import by_assignment, complete, cronbach_alpha, standard_error, weights

from .test_report_items import answers

NAN = float("nan")
# Seven answers of 30 departments: Chatterjee and Price (1977), as R has it in `attitude`. The manual of R's
# package psych gives the alpha of its raw scores as 0.84.
ATTITUDE = """43 51 30 39 61 92 45, 63 64 51 54 63 73 47, 71 70 68 69 76 86 48, 61 63 45 47 54 84 35,
81 78 56 66 71 83 47, 43 55 49 44 54 49 34, 58 67 42 56 66 68 35, 71 75 50 55 70 66 41, 72 82 72 67 71 83 31,
67 61 45 47 62 80 41, 64 53 53 58 58 67 34, 67 60 47 39 59 74 41, 69 62 57 42 55 63 25, 68 83 83 45 59 77 35,
77 77 54 72 79 77 46, 81 90 50 72 60 54 36, 74 85 64 69 79 79 63, 65 60 65 75 55 80 60, 65 70 46 57 75 85 46,
50 58 68 54 64 78 52, 50 40 33 34 43 64 33, 64 61 52 62 66 80 41, 53 66 52 50 63 80 37, 40 37 42 58 50 57 49,
63 54 42 48 66 75 33, 66 77 66 63 88 76 72, 78 75 58 74 80 78 49, 48 57 44 45 51 83 38, 85 85 71 71 77 74 55,
82 82 39 59 64 78 39"""
SCORES = st.lists(st.lists(st.integers(0, 5), min_size=3, max_size=3), min_size=10, max_size=20)


def test_alpha_is_the_published_one():
    rows = [[int(number) for number in row.split()] for row in ATTITUDE.split(",")]
    assert round(cronbach_alpha(pd.DataFrame(rows)), 2) == 0.84


@given(SCORES)
def test_alpha_is_hoyts_analysis_of_variance(rows):
    """Hoyt (1941): one minus the mean square of the residuals by that of the persons."""
    table = pd.DataFrame(rows, dtype=float)
    alpha = cronbach_alpha(table)
    if alpha.reason:
        assert table.sum(axis=1).nunique() == 1
        return
    people, tasks = table.shape
    residuals = (
        table.sub(table.mean(axis=1), axis=0).sub(table.mean(axis=0), axis=1) + table.to_numpy().mean()
    )
    of_residuals = (residuals.to_numpy() ** 2).sum() / ((people - 1) * (tasks - 1))
    of_people = tasks * table.mean(axis=1).var()
    assert alpha == pytest.approx(1 - of_residuals / of_people, abs=1e-9)
    spread = complete(table).sum(axis=1).std()
    assert standard_error(table) == pytest.approx(spread * np.sqrt(1 - alpha))


def test_tasks_that_agree_on_everybody_measure_without_error():
    scores = pd.DataFrame({task: np.arange(12) * 0.1 for task in ("q1", "q2", "q3")})
    assert cronbach_alpha(scores) == pytest.approx(1) and standard_error(scores) == pytest.approx(0, abs=1e-6)


def test_for_right_or_wrong_it_is_the_formula_20_of_kuder_and_richardson():
    table = pd.DataFrame(np.random.default_rng(4).random((25, 6)) < np.linspace(0.2, 0.9, 6)).astype(float)
    share = table.mean()
    kr20 = 6 / 5 * (1 - (share * (1 - share)).sum() / table.sum(axis=1).var(ddof=0))
    assert cronbach_alpha(table) == pytest.approx(kr20)


@pytest.mark.parametrize(
    "scores, reason",
    [
        ({"q1": range(12)}, "fewer than 2 tasks are scored"),
        ({"q1": range(12), "q2": [NAN] * 12}, "fewer than 2 tasks are scored"),
        ({"q1": range(9), "q2": range(9)}, "fewer than 10 hand-ins are scored in all tasks"),
        ({"q1": [1, 2] * 6, "q2": [2, 1] * 6}, "all have the same score"),
        ({"q1": [0.1 + 0.2, 0.3] * 6, "q2": [0.0] * 12}, "all have the same score"),
    ],
)
def test_what_cannot_be_computed_is_nan_with_a_reason(scores, reason):
    table = pd.DataFrame(scores)
    for found in (cronbach_alpha(table), standard_error(table)):
        assert np.isnan(found) and found.reason == reason


def test_tasks_that_are_being_marked_are_left_out_and_the_result_says_of_how_many_it_is():
    scores = {"q1": [4.0, 0.0] * 6, "q2": [4.0, 4.0, 0.0] * 4, "q3": [NAN] * 12}
    table = answers(scores, {"q3": dict.fromkeys(range(12), "to be marked")})
    row = by_assignment(table).iloc[0]
    assert row[["hand_ins", "points", "alpha_tasks", "alpha_hand_ins"]].tolist() == [12, 12, 2, 12]
    alpha = cronbach_alpha(pd.DataFrame(scores))
    assert row["alpha"] == alpha and alpha.definition == "Cronbach's alpha of 2 tasks and 12 hand-ins"
    shares = (np.array(scores["q1"]) + scores["q2"]) / 8
    assert row["mean_share"] == pytest.approx(shares.mean())
    assert row["sd_share"] == pytest.approx(shares.std(ddof=1))


def test_one_hand_in_has_a_mean_and_no_spread():
    row = by_assignment(answers({"q1": [4.0], "q2": [0.0]})).iloc[0]
    assert row["mean_share"] == 0.5 and np.isnan(row["sd_share"])
    assert row["not_computed"] == "fewer than 10 hand-ins are scored in all tasks"


def test_weights_are_shares_of_the_points():
    assert weights(pd.Series({"q1": 3.0, "q2": 1.0})).sum() == 1
    assert weights({"q1": 0.0}).isna().all()
