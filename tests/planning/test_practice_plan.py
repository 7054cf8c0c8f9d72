"""The made-up plan: other for every seed, and good for everything that a plan is asked."""

import pandas as pd
import pytest

from ecotools.planning import crash_costs, finish_days, level, schedule, simulate_tasks, task_risk, workload

THERE = {"creator": 20, "assistant": 12}


@pytest.mark.parametrize("seed", range(6))
def test_every_plan_has_slack_a_risk_a_price_and_too_much_work_somewhere(seed):
    tasks = simulate_tasks(seed)
    plan = schedule(tasks)
    assert 0 < plan["critical"].sum() < len(plan)
    finish, risk = finish_days(tasks, runs=400), task_risk(tasks, runs=400)["criticality"]
    assert ((risk > 0.02) & (risk < 0.98)).any(), "which path is the longest one is not certain"
    assert finish.mean() > plan.attrs["days"] + 2, "what is likely for each is too early for all"
    costs = crash_costs(tasks)
    assert (
        costs["days"].min() <= 0.75 * plan.attrs["days"]
        and costs["next_day"].dropna().is_monotonic_increasing
    )
    assert workload(plan, THERE)["over"].max() > 0
    levelled = level(tasks, {"creator": 24, "assistant": 24}, within="any")
    assert workload(levelled, {"creator": 24, "assistant": 24})["over"].max() < 1e-6


def test_the_seed_decides():
    pd.testing.assert_frame_equal(simulate_tasks(4), simulate_tasks(4))
    assert not simulate_tasks(4).equals(simulate_tasks(5))
    with pytest.raises(ValueError, match="seed must be a whole number"):
        simulate_tasks(-1)
