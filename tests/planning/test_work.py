"""Hours by week and role, tasks shifted within their slack, and the edges of phases and bands."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ecotools.planning import edges, level, schedule, workload
from tests.planning.networks import random_plan, shuffled

LAYERS = pd.DataFrame(
    {
        "task": ["course", "community", "coaching"],
        "days": [28, 14, 14],
        "after": ["", "", ""],
        "role": "creator",
        "hours": [60, 20, 20],
    }
)


def test_every_hour_is_in_exactly_one_week():
    plan = schedule(random_plan(4))
    load = workload(plan)
    pd.testing.assert_series_equal(
        load.groupby("role")["hours"].sum(), plan.groupby("role")["hours"].sum(), check_dtype=False
    )


def test_a_week_without_work_is_there_too():
    plan = pd.DataFrame({"role": ["a", "a"], "start_day": [1, 15], "end_day": [7, 21], "hours": [5, 5]})
    assert workload(plan)["hours"].tolist() == [5, 0, 5]


def test_three_layers_at_once_take_more_hours_than_there_are():
    load = workload(schedule(LAYERS), {"creator": 20})
    assert load["hours"].tolist() == [35, 35, 15, 15]
    assert load["over"].tolist() == [15, 15, 0, 0] and load["used"].tolist() == [1.75, 1.75, 0.75, 0.75]


def test_somebody_may_come_later_and_who_is_not_named_has_no_hours():
    plan = schedule(LAYERS)
    assert workload(plan, {"creator": {1: 0, 3: 20}})["there"].tolist() == [0, 0, 20, 20]
    assert workload(plan, {})["used"].isna().all() and workload(plan, {})["over"].sum() == 100
    assert workload(plan)["there"].isna().all()


def test_a_working_week_has_five_days():
    plan = pd.DataFrame({"role": ["a"], "start_day": [4], "end_day": [7], "hours": [8]})
    assert workload(plan, week=5)["hours"].tolist() == [4, 4]


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 10_000))
def test_levelling_within_slack_keeps_the_end_the_order_and_the_hours(seed):
    tasks = random_plan(seed)
    there = {"creator": 12, "coach": 12}
    plan, shifted = schedule(tasks), level(tasks, there)
    assert shifted.attrs["days"] <= plan.attrs["days"] == shifted.attrs["days_before"]
    start, end = (shifted.set_index("task")[column] for column in ("start_day", "end_day"))
    for task, after in shifted.set_index("task")["after"].items():
        assert all(start[task] > end[one] for one in after)
    assert (shifted["start_day"] <= shifted["latest_start"]).all() and (shifted["shift"] >= 0).all()
    assert workload(shifted)["hours"].sum() == pytest.approx(tasks["hours"].sum())


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 10_000))
def test_a_plan_that_may_take_longer_asks_for_no_more_hours_than_there_are(seed):
    there = {"creator": 30, "coach": 25}
    shifted = level(random_plan(seed), there, within="any")
    assert workload(shifted, there)["over"].max() < 1e-6


def test_after_a_shift_less_slack_is_left_or_none_that_could_be_said():
    shifted = level(LAYERS, {"creator": 25}).set_index("task")
    assert shifted["slack"].to_dict() == {"course": 0, "community": 0, "coaching": 14}
    assert shifted["critical"].to_dict() == {"course": True, "community": True, "coaching": False}
    assert "slack" not in level(LAYERS, {"creator": 25}, within="any").columns


def test_with_hours_enough_nothing_is_shifted():
    tasks = random_plan(9)
    assert (level(tasks, {"creator": 1000, "coach": 1000})["shift"] == 0).all()


def test_one_pair_of_hands_does_one_layer_after_the_other():
    """The second fits from day 29 on, the third into the 5 hours that week 6 has left: from day 40 on."""
    shifted = level(LAYERS, {"creator": 15}, within="any")
    assert shifted.set_index("task")["start_day"].to_dict() == {"course": 1, "coaching": 29, "community": 40}
    assert shifted.attrs == {"days": 53, "days_before": 28, "within": "any"}
    assert level(LAYERS, {"creator": 25}).set_index("task")["shift"].to_dict() == {
        "coaching": 0,
        "community": 14,
        "course": 0,
    }


def test_work_that_never_fits_is_refused():
    with pytest.raises(ValueError, match="'course' needs 15 hours in a week, and creator never has"):
        level(LAYERS, {"creator": 10}, within="any")
    assert level(LAYERS, {"creator": 10}).attrs["days"] == 28


def test_rows_may_come_in_any_order():
    there = {"creator": 12, "coach": 12}
    tasks = random_plan(5)
    pd.testing.assert_frame_equal(level(shuffled(tasks), there), level(tasks, there))
    plan = schedule(tasks)
    pd.testing.assert_frame_equal(workload(shuffled(plan), there), workload(plan, there))


def test_bad_work_is_refused_by_name():
    plan = schedule(LAYERS)
    with pytest.raises(ValueError, match="plan needs the column 'role'"):
        workload(plan.drop(columns="role"))
    with pytest.raises(ValueError, match="hours is below zero"):
        workload(plan.assign(hours=-1))
    with pytest.raises(ValueError, match="role is missing"):
        workload(plan.assign(role=None))
    with pytest.raises(TypeError, match="there must be a mapping"):
        workload(plan, 20)
    with pytest.raises(ValueError, match=r"there\['creator'\] must be zero or more"):
        workload(plan, {"creator": -5})
    with pytest.raises(ValueError, match="end_day is before start_day, but there are hours"):
        workload(plan.assign(end_day=0))
    with pytest.raises(ValueError, match="within must be one of"):
        level(LAYERS, {"creator": 10}, within="slck")
    with pytest.raises(ValueError, match="days must be whole numbers to be shifted"):
        level(LAYERS.assign(days=1.5), {"creator": 10})


def test_the_phases_of_the_community_guide_leave_two_weeks_out():
    """Community guide, implementation plan: weeks 1-4, 5-12, 13-24, and months 7-12, from week 27 on."""
    phases = pd.DataFrame({"phase": list("abcd"), "first": [1, 5, 13, 27], "last": [4, 12, 24, 52]})
    found = edges(phases, "phase", "first", "last")
    assert found["edge"].tolist() == ["touch", "touch", "gap"]
    assert found.loc[2, ["low", "high", "size"]].tolist() == [25, 26, 2]


def test_members_overlap_at_the_edges_and_hours_leave_gaps():
    """Guide to information products: scaling framework, and the hours of its questions and answers."""
    bands = pd.DataFrame({"phase": list("abc"), "from": [0, 100, 500], "to": [100, 500, None]})
    assert edges(bands, "phase", "from", "to")[["edge", "size"]].values.tolist() == [["overlap", 1.0]] * 2
    hours = pd.DataFrame({"phase": list("abc"), "from": [5, 15, 30], "to": [10, 25, 50]})
    assert edges(hours, "phase", "from", "to", step=0)["size"].tolist() == [5, 5]


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 60), st.integers(0, 20)), min_size=1, max_size=6))
def test_gaps_are_the_days_between_that_nobody_has(pairs):
    table = pd.DataFrame(
        {"n": range(len(pairs)), "a": [a for a, _ in pairs], "b": [a + more for a, more in pairs]}
    )
    covered = set().union(*(range(a, b + 1) for a, b in zip(table["a"], table["b"], strict=True)))
    between = set(range(min(covered), max(covered) + 1)) - covered
    found = edges(table, "n", "a", "b")
    gaps = found[found["edge"] == "gap"]
    assert int(gaps["size"].sum()) == len(between)
    pd.testing.assert_frame_equal(edges(shuffled(table), "n", "a", "b"), found)


def test_a_band_that_ends_before_it_begins_is_refused():
    with pytest.raises(ValueError, match="the band 'x' ends before it begins"):
        edges(pd.DataFrame({"n": ["x"], "a": [3], "b": [1]}), "n", "a", "b")
    with pytest.raises(ValueError, match="a is missing or not finite"):
        edges(pd.DataFrame({"n": ["x"], "a": [np.nan], "b": [1]}), "n", "a", "b")
    assert edges(pd.DataFrame({"n": ["x"], "a": [1], "b": [3]}), "n", "a", "b").empty
