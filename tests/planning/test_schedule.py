"""A plan as a dependency graph: earliest and latest days, slack, critical path, dates, and bad plans."""

import networkx as nx
import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ecotools import data
from ecotools.blueprint import Blueprint
from ecotools.planning import (
    blueprint_tasks,
    plan_dates,
    schedule,
)
from tests.planning.networks import LATEST_START, RELIABLE, SLACK, random_plan, shuffled


def by_task(table, column):
    return table.set_index("task")[column].to_dict()


def test_the_published_network_has_its_published_numbers():
    plan = schedule(RELIABLE)
    assert plan.attrs["days"] == 44
    assert plan.attrs["critical_path"] == list("ABCEFJLN")
    assert by_task(plan, "slack") == SLACK
    assert {task: day - 1 for task, day in by_task(plan, "latest_start").items()} == LATEST_START


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10_000))
def test_the_length_is_that_of_the_longest_path(seed):
    tasks = random_plan(seed)
    plan, days = schedule(tasks), by_task(tasks, "days")
    waits = zip(tasks["task"], tasks["after"], strict=True)
    weighted = nx.DiGraph((a, b, {"weight": days[a]}) for b, before in waits for a in before)
    weighted.add_edges_from((task, "end", {"weight": days[task]}) for task in tasks["task"])
    assert plan.attrs["days"] == nx.dag_longest_path_length(weighted)
    assert sum(days[task] for task in plan.attrs["critical_path"]) == plan.attrs["days"]


@settings(max_examples=8, deadline=None)
@given(st.integers(0, 10_000))
def test_a_task_late_by_its_slack_moves_nothing_and_by_a_day_more_moves_the_end(seed):
    tasks = random_plan(seed)
    plan = schedule(tasks)
    slack, long = by_task(plan, "slack"), plan.attrs["days"]
    for task, free in slack.items():
        later = tasks.assign(days=tasks["days"] + (tasks["task"] == task) * free)
        assert schedule(later).attrs["days"] == long
        later = tasks.assign(days=tasks["days"] + (tasks["task"] == task) * (free + 1))
        assert schedule(later).attrs["days"] == long + 1
    assert (plan["free_slack"] <= plan["slack"]).all() and (plan["free_slack"] >= 0).all()


def test_rows_may_come_in_any_order_and_waits_in_any_form():
    expected = schedule(RELIABLE)
    listed = RELIABLE.assign(after=[text.replace(",", "").split() for text in RELIABLE["after"]])
    for table in (shuffled(RELIABLE), shuffled(listed, 3), RELIABLE.astype({"days": "float32"})):
        pd.testing.assert_frame_equal(schedule(table), expected, check_dtype=False)
    blanks = RELIABLE.assign(after=RELIABLE["after"].replace("", None))
    assert schedule(blanks).attrs == expected.attrs


def test_tasks_may_be_numbered():
    plan = pd.DataFrame({"task": [1, 2, 3], "days": [2, 1, 1], "after": [None, 1, 2]})
    assert schedule(plan).attrs["critical_path"] == ["1", "2", "3"]


def test_without_waits_all_begin_at_once():
    plan = schedule(pd.DataFrame({"task": ["a", "b"], "days": [2, 5]}))
    assert plan.attrs["days"] == 5 and plan["start_day"].tolist() == [1, 1]


def test_a_milestone_takes_no_day():
    plan = schedule(
        pd.DataFrame({"task": ["a", "done"], "days": [3, 0], "after": ["", "a"]}), start="2026-01-12"
    )
    done = plan.set_index("task").loc["done"]
    assert (done["start_day"], done["end_day"]) == (4, 3) and plan.attrs["days"] == 3
    assert done["critical"]


def test_a_task_waits_for_its_first_possible_day():
    tasks = pd.DataFrame({"task": ["a", "b"], "days": [3, 2], "after": ["", "a"], "not_before": [None, 10]})
    plan = schedule(tasks)
    assert by_task(plan, "start_day") == {"a": 1, "b": 10} and plan.attrs["days"] == 11
    assert by_task(plan, "slack") == {"a": 6, "b": 0} and plan.attrs["critical_path"] == ["b"]


def test_a_deadline_makes_slack_negative_but_changes_no_path():
    plan = schedule(RELIABLE, deadline=40)
    assert by_task(plan, "slack") == {task: slack - 4 for task, slack in SLACK.items()}
    assert plan.attrs["critical_path"] == list("ABCEFJLN")
    assert (plan["critical"] == (plan["slack"] == -4)).all()


def test_dates_leave_out_the_days_off():
    tasks = pd.DataFrame({"task": ["write", "open"], "days": [5, 1], "after": ["", "write"]})
    plan = schedule(
        tasks, start="2026-04-01", days_off=["Saturday", "sun"], holidays=["2026-04-03", "2026-04-06"]
    )
    assert plan["start_date"].dt.strftime("%m-%d").tolist() == ["04-01", "04-10"]
    assert plan["end_date"].dt.strftime("%m-%d").tolist() == ["04-09", "04-10"]


def test_a_plan_that_starts_on_a_day_off_starts_on_the_next_working_day():
    assert plan_dates(1, "2026-01-10", days_off=["Sat", "Sun"])[0] == pd.Timestamp("2026-01-12")
    assert plan_dates([1], "2026-01", holidays=["2026-01"])[0] == pd.Timestamp("2026-02-01")


@settings(max_examples=20, deadline=None)
@given(st.integers(1, 400), st.sets(st.sampled_from(["Mon", "Tue", "Sat", "Sun"])))
def test_as_many_days_are_worked_as_are_counted(day, off):
    last = plan_dates(day, "2026-01-05", days_off=off)[0]
    first = plan_dates(1, "2026-01-05", days_off=off)[0]
    dates = pd.date_range(first, last)
    assert (~dates.strftime("%a").isin(off)).sum() == day


def test_the_days_of_a_calendar_are_refused_by_name():
    with pytest.raises(ValueError, match=r"days_off must be one of 'monday'.*Did you mean 'saturday'"):
        plan_dates(1, "2026-01", days_off=["Satuday"])
    with pytest.raises(ValueError, match="not name all seven"):
        plan_dates(1, "2026-01", days_off=["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"])
    with pytest.raises(TypeError, match="days_off must be a list"):
        plan_dates(1, "2026-01", days_off="Saturday")
    with pytest.raises(ValueError, match="days must be whole"):
        plan_dates(1.5, "2026-01")
    with pytest.raises(ValueError, match="days must be whole numbers to become dates"):
        schedule(RELIABLE.assign(days=2.5), start="2026-01")


PLAN = pd.DataFrame({"task": ["write", "film", "open"], "days": [1, 2, 3], "after": ["", "write", "film"]})
BAD = {
    "a circle": (PLAN.assign(after=["open", "write", "film"]), "circle: film → open → write → film"),
    "itself": (PLAN.assign(after=["write", "", ""]), "circle: write → write"),
    "an unknown name": (
        PLAN.assign(after=["", "wirte", ""]),
        "'film' waits for 'wirte'.*did you mean 'write'",
    ),
    "a name twice": (PLAN.assign(task=["write", "film", "write"]), "task 'write' is there twice"),
    "no name": (PLAN.assign(task=["write", None, "open"]), "task is missing or no name in row 1"),
    "an empty name": (PLAN.assign(task=["write", " ", "open"]), "task is empty in row 1"),
    "days below zero": (PLAN.assign(days=[1, -2, 3]), "days is below zero in row 1"),
    "no days": (PLAN.assign(days=[1, None, 3]), "days is missing or not finite in row 1"),
    "days in words": (PLAN.assign(days=[1, "two", 3]), "tasks.days must hold numbers, not 'two'"),
    "waits in no form": (PLAN.assign(after=["", 1.5, ""]), "tasks.after must hold names of tasks"),
    "no column": (PLAN.drop(columns="days"), "tasks needs the column 'days'"),
    "no rows": (PLAN.iloc[:0], "tasks has no rows"),
    "no table": ([], "tasks must be a pandas DataFrame"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_plan_is_refused_with_its_reason(name):
    table, reason = BAD[name]
    with pytest.raises((ValueError, TypeError), match=reason):
        schedule(table)


def test_the_plan_of_quillwork_follows_its_stated_days():
    blueprint = data.quillwork()
    tasks = blueprint_tasks(blueprint)
    plan = schedule(tasks, start=tasks.attrs["start"])
    assert plan.attrs["days"] == 90 == tasks["stated_end"].max()
    assert (plan["start_day"] == plan["stated_start"]).all() and plan["critical"].all()
    assert plan["start_date"].dt.date.tolist() == [phase.start for phase in blueprint.plan.phases]


def test_the_ninety_day_plan_takes_140_days():
    """Guide to information products, "90-Day Ecosystem Launch Plan": weeks 1 to 20, one after the other."""
    ends = [14, 28, 42, 56, 63, 70, 77, 84, 98, 112, 126, 140]
    phases = [
        {"id": f"p{n}", "start_day": a + 1, "end_day": b}
        for n, (a, b) in enumerate(zip([0, *ends], ends, strict=False))
    ]
    tasks = blueprint_tasks(Blueprint(name="Plan", plan={"title_days": 90, "phases": phases}))
    assert schedule(tasks).attrs["days"] == 140
    assert (
        schedule(blueprint_tasks(Blueprint(name="Plan", plan={"phases": phases}), unsaid="nothing")).attrs[
            "days"
        ]
        == 14
    )


def test_a_blueprint_without_a_plan_is_refused():
    with pytest.raises(ValueError, match=r"no plan\.phases"):
        blueprint_tasks(Blueprint(name="Q"))
    with pytest.raises(TypeError, match="must be a Blueprint"):
        blueprint_tasks({"plan": {}})
    phases = [
        {"id": "a", "start_day": 1, "end_day": 2},
        {"id": "b", "start": "2026-01-01", "end": "2026-01-02"},
    ]
    with pytest.raises(ValueError, match="use one of the two for all"):
        blueprint_tasks(Blueprint(name="Q", plan={"phases": phases}))
    with pytest.raises(ValueError, match="phase 'a' does not say its first and its last day"):
        blueprint_tasks(Blueprint(name="Q", plan={"phases": [{"id": "a", "start_day": 1}]}))


def test_what_was_given_is_not_changed():
    before = PLAN.copy()
    schedule(PLAN, start="2026-01")
    pd.testing.assert_frame_equal(PLAN, before)
    assert np.array_equal(PLAN.columns, before.columns)
