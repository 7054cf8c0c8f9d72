"""Three-point durations simulated, how likely a date is, which task carries the risk, what a day costs."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ecotools.planning import (
    chance_by,
    crash_costs,
    day_by,
    finish_curve,
    finish_days,
    schedule,
    task_risk,
    three_point,
)
from ecotools.planning.crash import crash
from tests.planning.networks import RELIABLE, random_plan, shuffled

ONE = pd.DataFrame({"task": ["a"], "after": [""], "optimistic": [0], "likely": [2], "pessimistic": [10]})
TWINS = pd.DataFrame({"task": ["a", "b"], "after": "", "optimistic": 0, "likely": 5, "pessimistic": 10})


def test_the_published_means_and_variances():
    found = three_point(RELIABLE).set_index("task")
    assert found["days"].to_dict() == pytest.approx(RELIABLE.set_index("task")["days"].to_dict())
    variance = [1 / 9, 1, 4, 1, 4 / 9, 1, 1, 4, 1, 1, 0, 1, 1 / 9, 4 / 9]
    assert (found["sd"] ** 2).tolist() == pytest.approx(variance)


def test_the_formula_is_too_sure_since_other_paths_may_be_longer():
    """Each task draws from its own stream, so that the path alone has the same luck as in the network."""
    path = RELIABLE[RELIABLE["task"].isin(list("ABCEFJLN"))].assign(after=["", *"ABCEFJL"])
    finish, alone = (finish_days(tasks, runs=4000, seed=1) for tasks in (RELIABLE, path))
    assert (finish >= alone - 1e-9).all() and finish.mean() > alone.mean() + 0.25
    assert chance_by(finish, 47) < chance_by(alone, 47)


@pytest.mark.parametrize(("shape", "mean", "variance"), [("pert", 3, 3), ("triangular", 4, 84 / 18)])
def test_one_task_has_the_mean_and_the_spread_of_its_distribution(shape, mean, variance):
    """Beta: mean (0 + 8 + 10) / 6, variance (mean - a)(b - mean) / 7. Triangle: 12 / 3, and 84 / 18."""
    finish = finish_days(ONE, runs=20_000, shape=shape)
    assert finish.mean() == pytest.approx(mean, abs=0.05)
    assert finish.var() == pytest.approx(variance, rel=0.04)
    assert three_point(ONE, shape=shape, spread="drawn")["sd"][0] ** 2 == pytest.approx(variance)
    assert finish.between(0, 10).all()


def test_two_tasks_side_by_side_take_longer_than_each():
    """The larger of two triangular draws on 0..10 is 5 + 7/6 on average, by integration."""
    finish = finish_days(TWINS, runs=20_000, shape="triangular")
    assert finish.mean() == pytest.approx(5 + 7 / 6, abs=0.05)
    assert task_risk(TWINS, runs=4000)["criticality"].tolist() == pytest.approx([0.5, 0.5], abs=0.03)


def test_tasks_that_share_their_luck_make_a_long_plan_less_certain():
    row = TWINS.assign(after=["", "a"])
    apart, together = (finish_days(row, runs=8000, alike=alike) for alike in (0, 1))
    assert together.mean() == pytest.approx(apart.mean(), abs=0.1)
    assert together.var() == pytest.approx(2 * apart.var(), rel=0.08)


def test_a_certain_plan_ends_on_its_day_in_every_run():
    sure = RELIABLE.assign(**dict.fromkeys(["optimistic", "likely", "pessimistic"], RELIABLE["days"]))
    finish = finish_days(sure, runs=50)
    assert (finish == 44).all() and chance_by(finish, 44) == 1 and chance_by(finish, 43.9) == 0
    risk = task_risk(sure, runs=50).set_index("task")
    assert (risk["criticality"] == 1).sum() == 8 and risk["correlation"].isna().all()


def test_the_task_that_carries_the_risk_comes_first():
    """C may take 6 to 18 weeks and lies on the critical path: it moves the end most."""
    risk = task_risk(RELIABLE, runs=2000).set_index("task")
    assert risk["criticality"]["A"] == risk["criticality"]["C"] == 1
    assert risk["correlation"].idxmax() == "C" == risk["sensitivity"].idxmax()
    assert risk["criticality"].is_monotonic_decreasing
    assert 0 < risk["criticality"]["D"] < 0.5


def test_the_same_seed_gives_the_same_days_and_rows_may_come_in_any_order():
    expected = finish_days(RELIABLE, runs=50, seed=3)
    pd.testing.assert_series_equal(finish_days(shuffled(RELIABLE), runs=50, seed=3), expected)
    assert not expected.equals(finish_days(RELIABLE, runs=50, seed=4))
    pd.testing.assert_frame_equal(task_risk(shuffled(RELIABLE), runs=50), task_risk(RELIABLE, runs=50))


def test_a_day_and_its_chance_agree():
    finish = finish_days(RELIABLE, runs=500)
    for chance in (0.1, 0.5, 0.9):
        day = day_by(finish, chance)
        assert chance_by(finish, day) >= chance > chance_by(finish, day - 1)


def test_the_curve_has_the_chance_of_each_day():
    finish = finish_days(RELIABLE, runs=300)
    curve = finish_curve(finish)
    assert curve["chance"].iloc[0] == 0 and curve["chance"].iloc[-1] == 1
    assert curve["day"].diff().dropna().eq(1).all()
    assert all(chance_by(finish, row.day) == row.chance for row in curve.itertuples())
    with pytest.raises(ValueError, match="there is no curve"):
        finish_curve(finish.head(0))


def test_no_runs_give_no_number_but_a_reason():
    none = pd.Series([], dtype=float)
    assert chance_by(none, 5).reason == day_by(none).reason == "no runs"


def test_bad_points_are_refused():
    with pytest.raises(ValueError, match="optimistic, likely and pessimistic do not rise in row a"):
        finish_days(ONE.assign(likely=11))
    with pytest.raises(ValueError, match="optimistic is below zero"):
        finish_days(ONE.assign(optimistic=-1))
    with pytest.raises(ValueError, match="needs the column 'likely'"):
        three_point(ONE.drop(columns="likely"))
    with pytest.raises(ValueError, match="shape must be one of 'pert', 'triangular'"):
        finish_days(ONE, shape="normal")
    with pytest.raises(ValueError, match="alike must be a fraction"):
        finish_days(ONE, alike=50)
    with pytest.raises(ValueError, match="runs must be a whole number"):
        finish_days(ONE, runs=0)
    with pytest.raises(ValueError, match="chance must lie between 0 and 1"):
        day_by(pd.Series([1.0]), 1)
    with pytest.raises(TypeError, match="finish must be a Series"):
        chance_by([1, 2], 1)


def test_the_published_cost_of_40_weeks():
    """J by two weeks at 30 and F by two at 40: 140 more than the 4,550 of the plan of 44 weeks."""
    found = crash(RELIABLE, 40)
    assert found.attrs == {"days": 40, "days_before": 44, "cost": 140}
    taken = found.set_index("task")["taken_off"]
    assert taken[taken > 0].to_dict() == {"F": 2, "J": 2}
    assert RELIABLE["normal_cost"].sum() == 4550


def test_the_shortest_plan_takes_28_weeks():
    with pytest.raises(ValueError, match="days must be 28 or more, not 27"):
        crash(RELIABLE, 27)
    table = crash_costs(RELIABLE)
    assert table["days"].tolist() == list(range(44, 27, -1))
    assert table["crash_cost"][:5].tolist() == [0, 30, 60, 100, 140]
    assert table["crash_cost"].iloc[-1] < RELIABLE["crash_cost"].sum() - RELIABLE["normal_cost"].sum()


def test_each_further_day_costs_as_much_or_more():
    steps = crash_costs(RELIABLE)["next_day"].dropna()
    assert steps.is_monotonic_increasing


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 10_000))
def test_a_shortened_plan_is_as_short_as_asked_and_no_task_is_too_short(seed):
    tasks = random_plan(seed).assign(cost_per_day=lambda t: 1 + t["days"] % 4)
    tasks = tasks.assign(crash_days=tasks["days"] // 2)
    long = schedule(tasks).attrs["days"]
    shortest = crash_costs(tasks)["days"].min()
    found = crash(tasks, max(shortest, long - 2)) if long else crash_costs(tasks)
    if long:
        assert found.attrs["days"] <= max(shortest, long - 2) + 1e-6
        assert found["taken_off"].between(0, found["days"]).all()


def test_the_best_length_weighs_a_day_against_its_cost():
    table = crash_costs(RELIABLE, cost_of_a_day=35)
    assert table.loc[table["best"], "days"].tolist() == [42]
    assert np.isclose(table["total"], table["crash_cost"] + 35 * table["days"]).all()


def test_a_crash_of_more_days_than_there_are_is_refused():
    with pytest.raises(ValueError, match="crash_days is more than days"):
        crash(RELIABLE.assign(crash_days=20), 40)
    with pytest.raises(ValueError, match="needs the columns 'crash_days', 'cost_per_day'"):
        crash(RELIABLE[["task", "after", "days"]], 40)
