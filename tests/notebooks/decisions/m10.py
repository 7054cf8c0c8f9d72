"""Module 10: the alarms that compare with what is normal hear the failed payment run; targets do not help."""

from functools import cache

import numpy as np

from ecotools.data import quillwork
from ecotools.metrics import kpi, retention
from ecotools.simulate import FailedPaymentRun, simulate

LESSON = "10-kpi-dashboards"
MONTH = 8


@cache
def numbers(seed):
    """Return what the alarms of the lesson say in the bad month, and how often they ring without a reason."""
    blueprint = quillwork()
    ledger = simulate(blueprint, months=12, seed=seed, incidents=[FailedPaymentRun(month=MONTH, share=0.15)])
    table = kpi.surprises(kpi.compute(blueprint, ledger))
    growth, churn = (table[table["kpi"] == name].set_index("month") for name in ("mrr", "churn_rate"))
    bad = growth.index[MONTH - 1]
    members = retention.churn_table(ledger)
    past = members[["start", "lost"]].copy()
    past.loc[bad] = 0
    past = past.cumsum().shift()
    normal = past["lost"] / past["start"]
    limit = normal + 3 * np.sqrt(normal * (1 - normal) / members["start"])
    judged = growth["surprise"].notna()
    rings = {
        "growth": growth["surprise"] > 2,
        "limit": members["churn"] > limit,
        "target": churn["on_target"].eq(False).fillna(False),
        "level": growth["on_target"].eq(False).fillna(False),
    }
    rings = {name: alarm[judged] for name, alarm in rings.items()}
    misses = table[table["on_target"].notna()]
    misses = misses["on_target"].eq(False).groupby(misses["month"]).sum()
    lost = retention.losses(ledger)
    failed = lost[lost["ended_by"] == "payment_failed"]["day"].dt.to_period("M").value_counts()
    rank = table[table["month"] == bad].set_index("kpi")["surprise"].rank(ascending=False)
    return {
        "rang": {name: bool(alarm[bad]) for name, alarm in rings.items()},
        "for nothing": {name: int(alarm.drop(bad).sum()) for name, alarm in rings.items()},
        "ordinary months": int(judged.sum()) - 1,
        "highest churn from July": churn["value"].iloc[6:].idxmax() == bad,
        "level at the end": growth["value"].iloc[-1] / growth["value"].iloc[0],
        "misses in the bad month": int(misses[bad]),
        "most misses elsewhere": int(misses.drop(bad).max()),
        "fewest misses": int(misses.min()),
        "place of MRR": float(rank["mrr"]),
        "failed payments": (int(failed[bad]), int(failed.drop(bad).max())),
        "MRR growth": (float(growth["change"][bad]), float(growth["usual"][bad])),
    }


CONDITIONS = {
    "both alarms ring in the bad month": lambda told: told["rang"]["growth"] and told["rang"]["limit"],
    "neither rings more than once without a reason": lambda told: (
        max(told["for nothing"]["growth"], told["for nothing"]["limit"]) <= 1
    ),
    "the targets ring in at least half of the ordinary months": lambda told: (
        min(told["for nothing"]["target"], told["for nothing"]["level"]) >= told["ordinary months"] / 2
    ),
    "the highest churn from July on is that of the bad month": lambda told: told["highest churn from July"],
    "recurring revenue climbs over the year": lambda told: told["level at the end"] > 5,
    "the bad month has not the longest list of misses": lambda told: (
        told["misses in the bad month"] <= told["most misses elsewhere"]
    ),
    "every month has a long list of misses": lambda told: told["fewest misses"] >= 5,
    "MRR is among the three largest surprises": lambda told: told["place of MRR"] <= 3,
    "failed payments cost three times as many members as in any other month": lambda told: (
        told["failed payments"][0] >= 3 * told["failed payments"][1]
    ),
    "MRR grows less than half of what is usual": lambda told: (
        told["MRR growth"][0] < told["MRR growth"][1] / 2
    ),
}


def holds(seed):
    """Assert that the decision's conditions hold for a seed."""
    told = numbers(seed)
    assert [said for said, condition in CONDITIONS.items() if not condition(told)] == [], told
