"""How hard a task is and whether it tells who can from who cannot; which task failed the class."""

import numpy as np
import pandas as pd
import pytest
from scipy.stats import pearsonr, pointbiserialr

from ecotools.grading.gradebook.results import TaskRow
from ecotools.grading.report import by_task, grouped
from ecotools.grading.report.failed_parts import by_part
from ecotools.grading.report.items import item_rest
from ecotools.outcomes import MARKED, NOT_ATTEMPTED, RIGHT, TO_MARK, UNCHECKED, WRONG

NAN = float("nan")


def answers(scores, outcomes=None, messages=None, points=4.0, by_hand=()):
    """Return task rows of a class: ``scores`` holds a list a task, a number a student."""
    rows = []
    for task, given in scores.items():
        for n, score in enumerate(given):
            outcome = (outcomes or {}).get(task, {}).get(n, RIGHT if score else WRONG)
            message = (messages or {}).get(task, "") if outcome == WRONG else ""
            row = TaskRow(f"s{n:02d}", "02-x", task, score, points, outcome, message, NAN, "")
            rows.append(row._replace(by_hand=task in by_hand))
    return pd.DataFrame(rows)


def told(*given, **more):
    table = answers(*given, **more)
    return by_task(table, grouped(table)).set_index("task")


@pytest.fixture(scope="module")
def drawn():
    draw = np.random.default_rng(1)
    able = draw.normal(size=40)
    return {
        task: np.where(able + draw.normal(size=40) > hard, 4.0, 0.0)
        for task, hard in {"q1": -1, "q2": 0, "q3": 1}.items()
    }


def test_difficulty_is_the_mean_share_of_the_points(drawn):
    table = told(drawn)
    assert table["mean_share"].to_dict() == pytest.approx({task: (x / 4).mean() for task, x in drawn.items()})
    assert table["right"].tolist() == [(x > 0).sum() for x in drawn.values()]


def test_discrimination_is_the_point_biserial_correlation_with_the_other_tasks(drawn):
    table, tasks = told(drawn), pd.DataFrame(drawn)
    for task in drawn:
        rest = tasks.drop(columns=task).sum(axis=1)
        assert table.loc[task, "discrimination"] == pytest.approx(pointbiserialr(tasks[task] > 0, rest)[0])


def test_with_partial_credit_it_is_pearsons():
    scores = pd.Series(np.random.default_rng(2).integers(0, 5, 30).astype(float))
    rest = scores + np.random.default_rng(3).normal(size=30)
    assert item_rest(scores, rest) == pytest.approx(pearsonr(scores, rest)[0])


def test_an_answer_that_waits_is_left_out_on_both_sides():
    scores = pd.DataFrame({"q1": [4.0, 0.0] * 6, "q2": [4.0, 0.0, 0.0, 0.0] * 3, "q3": [4.0, 0.0] * 6})
    withheld = scores.astype(float)
    withheld.loc[0, "q1"] = NAN
    table = told({task: withheld[task].tolist() for task in withheld})
    kept = scores.iloc[1:]
    assert table.loc["q1", "discrimination"] == pytest.approx(kept["q1"].corr(kept["q2"] + kept["q3"]))
    assert table.loc["q2", "discrimination"] == pytest.approx(
        scores["q2"].corr(pd.concat([scores.loc[:0, "q3"] / 4, (kept["q1"] + kept["q3"]) / 8]))
    )


def test_a_task_that_is_being_marked_has_no_numbers_yet():
    outcomes = {"q2": {n: TO_MARK for n in range(10)} | {10: NOT_ATTEMPTED, 11: NOT_ATTEMPTED}}
    row = told({"q1": [4.0, 0.0] * 6, "q2": [NAN] * 10 + [0.0, 0.0]}, outcomes, by_hand={"q2"}).loc["q2"]
    assert np.isnan(row["mean_share"]) and row["look"] == ""
    assert row["not_computed"] == "fewer than 10 hand-ins are scored"


@pytest.mark.parametrize(
    "item, rest, reason",
    [
        ([1] * 9, range(9), "fewer than 10 hand-ins are scored"),
        ([1] * 12, range(12), "all have the same score here"),
        (range(12), [0.1 + 0.2, 0.3] * 6, "all have the same score in the other tasks"),
        (range(12), [NAN] * 12, "no other task is scored"),
    ],
)
def test_what_cannot_be_computed_has_a_reason(item, rest, reason):
    assert item_rest(pd.Series(item), pd.Series(rest)).reason == reason


def test_a_good_task_is_left_alone(drawn):
    assert told(drawn).loc["q2", "look"] == ""


def test_a_task_that_most_get_wrong_in_the_same_way_failed_the_class(drawn):
    hard = {**drawn, "q4": np.where(drawn["q3"] > 0, drawn["q1"], 0.0) * (np.arange(40) % 2)}
    look = told(hard, messages={"q4": "✗ q4\n  Look again."}).loc["q4", "look"]
    assert "The class has only" in look and "got the same message." in look


def test_a_task_that_chance_decides_failed_the_class():
    able = [4.0] * 6 + [0.0] * 6
    look = told({"q1": able, "q2": able, "q3": [4.0, 0.0] * 6}).loc["q3", "look"]
    assert look == "Those who did well in the other tasks did no better here."


def test_a_task_that_half_leave_out_and_a_check_that_breaks_are_named():
    outcomes = {"q1": dict.fromkeys(range(3), NOT_ATTEMPTED), "q2": {0: UNCHECKED}}
    table = told({"q1": [0.0] * 3 + [4.0] * 3, "q2": [0.0] + [4.0] * 5}, outcomes)
    assert table.loc["q1", "look"] == "3 of 6 did not attempt it."
    assert table.loc["q2", "look"] == "The check broke or ran out of time for 1 of 6."


def test_in_a_handful_nobody_speaks_of_a_class():
    look = told({"q1": [0.0] * 3 + [4.0], "q2": [4.0] * 4})["look"]
    assert look.tolist() == ["", ""]


def test_a_task_without_points_divides_nothing():
    table = answers({"q1": [0.0, 0.0]}, points=0.0)
    assert np.isnan(by_task(table, grouped(table)).loc[0, "mean_share"])


def test_a_test_that_nobody_passes_may_be_wrong():
    nobody = {"q1": [0.0] * 4, "q2": [4.0] * 4}
    assert told(nobody).loc["q1", "look"] == "None of the 4 answers has points: the test may be wrong."
    few = {"q1": dict.fromkeys(range(2), NOT_ATTEMPTED)}
    assert told(nobody, few).loc["q1", "look"] == "", "two answers say too little"
    assert told({"q1": [0.0] * 3 + [1.0], "q2": [4.0] * 4}).loc["q1", "look"] == ""


def test_marks_by_hand_say_nothing_of_a_test():
    marked = {"q1": dict.fromkeys(range(4), MARKED)}
    row = told({"q1": [0.0] * 4, "q2": [4.0] * 4}, marked, by_hand={"q1"}).loc["q1"]
    assert row["look"] == "" and row["right"] is pd.NA and row["marked"] == 4


def test_a_test_that_the_reference_does_not_pass_may_be_wrong_however_many_pass():
    table = answers({"q1": [4.0, 0.0], "q2": [4.0, 4.0]})
    look = by_task(table, grouped(table), {("02-x", "q1")}).set_index("task")["look"]
    assert look.to_dict() == {"q1": "The reference solution does not pass: the test may be wrong.", "q2": ""}


def test_mean_spread_and_weight_are_in_points():
    row = told({"q1": [4.0, 2.0, 0.0], "q2": [4.0, 4.0, 4.0]}).loc["q1"]
    assert row[["weight", "mean", "sd", "mean_share"]].tolist() == [0.5, 2, 2, 0.5]


def test_a_hand_in_that_fails_several_tests_of_a_task_counts_once_and_as_visible():
    one = answers({"q1": [0.0, 0.0, 0.0]}).assign(failed_in=["visible", "hidden", ""])
    other = answers({"q1": [0.0, 0.0, 4.0]}).assign(failed_in=["hidden", "hidden", ""])
    found = by_part(pd.concat([one, other]))
    assert found[["part", "students"]].to_numpy().tolist() == [
        ["visible", ("s00",)],
        ["hidden", ("s01",)],
        ["not known", ("s02",)],
    ]


def test_what_broke_was_left_out_or_is_marked_by_hand_failed_in_no_part():
    outcomes = {"q1": {0: UNCHECKED, 1: NOT_ATTEMPTED, 2: MARKED}}
    assert by_part(answers({"q1": [0.0] * 3}, outcomes)).empty
