"""Module 12: the likely day is no promise, coaching gets no month, and hours decide the order."""

from functools import cache

import pandas as pd

from ecotools.blueprint import Blueprint
from ecotools.data import story
from ecotools.forecast import draws, tornado
from ecotools.planning import (
    amount_reached,
    blueprint_tasks,
    cash_balance,
    cash_needed,
    chance_by,
    crash_costs,
    day_by,
    finish_days,
    gates,
    hire_month,
    schedule,
    simulate_tasks,
    task_risk,
)

RUNS, DOUBT, FIXED = 2000, 0.3, 6000
STUDIO = """
name: The Studio
products:
  - {id: course, name: The course, kind: core, price: 997}
  - {id: community, name: The community, kind: community, price: 197, billing: month}
ladder: {upgrades: [{from: course, to: community, rate: 0.5}]}
funnel: [{from: awareness, to: purchase, rate: 0.04}]
assumptions:
  channels: [{name: the list, visitors_per_month: 250}]
  churn: {community: {alpha: 2, beta: 48}}
"""


@cache
def numbers(seed):
    """Return what the decision rests on."""
    return (
        {"guide": schedule(blueprint_tasks(story("ninety-day-plan"))).attrs["days"]}
        | _days(seed)
        | _year(seed)
    )


def _days(seed):
    """Return the days of the plan: likely, promised, critical, and worth buying."""
    tasks = simulate_tasks(seed)
    likely, finish = schedule(tasks).attrs["days"], finish_days(tasks, RUNS, seed)
    prices = crash_costs(tasks, cost_of_a_day=150)
    return {
        "likely": likely,
        "chance": float(chance_by(finish, likely)),
        "promise": float(day_by(finish, 0.9)),
        "shared luck": float(day_by(finish_days(tasks, RUNS, seed, alike=0.6), 0.9)),
        "criticality": task_risk(tasks, RUNS, seed).set_index("task")["criticality"].to_dict(),
        "best": float(prices.loc[prices["best"], "days"].iloc[0]),
        "shortest": float(prices["days"].min()),
        "totals": (float(prices["total"].min()), float(prices["total"].iloc[-1])),
    }


def _year(seed):
    """Return what the first year reaches, and what decides it."""
    studio = Blueprint.from_yaml(STUDIO)
    two_years = draws(studio, 24, RUNS, seed, doubt=DOUBT)
    year = {name: table.loc[:, 1:12] for name, table in two_years.items()}
    rules = {"community": ("sold.course", 20), "coaching": ("subscribers", 50)}
    members, students = year["subscribers"], year["sold.course"].loc[:, :3].sum(axis=1)
    low_ends = [students >= 20, members[6] >= 30, members[9] >= 50, members[12] >= 100]
    revenue = year["revenue"].sum(axis=1)
    twice = draws(studio, 12, RUNS, seed, doubt=DOUBT, changes={"churn": 2})["revenue"].sum(axis=1)
    work = pd.DataFrame({"role": ["owner"], "fixed": [18], "per_member": [0.08]})
    return {
        "gates": gates(year, rules, planned={"coaching": 4}).set_index("gate"),
        "low ends": [float(reached.mean()) for reached in low_ends],
        "revenue": (float(amount_reached(revenue, 0.9)), float(revenue.median())),
        "churn": 1 - float(twice.median() / revenue.median()),
        "decides": tornado(studio, "revenue", 12, seed, doubt=DOUBT)["id"].tolist(),
        "cash": float(cash_needed(cash_balance(year["margin"], fixed_per_month=FIXED), 0.9)),
        "hire": hire_month(two_years["subscribers"], work, {"owner": 24}, lead_months=2).iloc[0],
    }


CONDITIONS = {
    "the guide's plan takes 140 days": lambda n: n["guide"] == 140,
    "the likely day holds in at most one run of five": lambda n: n["chance"] < 0.2,
    "nine in ten are ready at least ten days later": lambda n: n["promise"] >= n["likely"] + 10,
    "shared luck makes it later": lambda n: n["shared luck"] > n["promise"],
    "two paths may be the longest": lambda n: (
        n["criticality"]["record"] > 0.02 and n["criticality"]["platform"] > 0.02
    ),
    "some days are worth buying, and not all": lambda n: n["shortest"] < n["best"] < n["likely"],
    "the shortest plan costs more than the best": lambda n: n["totals"][1] > n["totals"][0],
    "the community opens in the first half of the year": lambda n: (
        n["gates"].loc["community", "reached"] > 0.95 and n["gates"].loc["community", "high"] <= 6
    ),
    "the gate of coaching is not open in month 4, and in fewer than half within a year": lambda n: (
        n["gates"].loc["coaching", "in_time"] < 0.1 and n["gates"].loc["coaching", "reached"] < 0.5
    ),
    "the guide's low ends get less likely": lambda n: (
        n["low ends"] == sorted(n["low ends"], reverse=True)
        and n["low ends"][0] > 0.6
        and n["low ends"][-1] < 0.1
    ),
    "nine times in ten is much less than half of the time": lambda n: (
        n["revenue"][0] < 0.7 * n["revenue"][1] and n["revenue"][0] < 100_000
    ),
    "visitors and buyers decide": lambda n: (
        set(n["decides"][:2]) == {"visitors.the list", "rate.awareness>purchase"}
    ),
    "twice the churn hardly matters": lambda n: 0 < n["churn"] < 0.08,
    "Quillwork needs cash": lambda n: n["cash"] > 0,
    "the week gets full, and not in the first half year": lambda n: (
        n["hire"]["reached"] > 0.3 and n["hire"]["low"] > 6
    ),
}


def holds(seed):
    """Assert that the decision's conditions hold for a seed."""
    told = numbers(seed)
    assert [said for said, condition in CONDITIONS.items() if not condition(told)] == [], told
