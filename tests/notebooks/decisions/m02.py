"""Module 02: one broken month of onboarding costs more first results than months of the leak of social."""

import pandas as pd

from ecotools import data
from ecotools.metrics import funnel
from ecotools.simulate import BrokenOnboarding, simulate

LESSON = "02-journey-mapping"
MONTHS, BROKEN = 10, 5
PATH = ["awareness", "consideration", "purchase", "activation"]


def numbers(seed):
    """Compute again what the decision rests on."""
    quillwork = data.quillwork()
    ledger = simulate(quillwork, months=MONTHS, seed=seed)
    incident = BrokenOnboarding(month=BROKEN, activation_factor=0.35)
    broken = simulate(quillwork, months=MONTHS, seed=seed, incidents=[incident])
    plan = {step.to_stage: step.rate for step in quillwork.funnel}
    split, months = _by_channel(ledger)
    rates = split.pivot(index="channel", columns="step", values="step_rate")
    people = split.pivot(index="channel", columns="step", values="n")
    missing = people["awareness"] * plan["consideration"] - people["consideration"]
    results = missing * rates["purchase"] * rates["activation"] / months
    activated = _activated(broken)
    weakest = activated["step_rate"].idxmin()
    normal = activated["step_rate"].drop(weakest).mean()
    lost = activated["buyers"][weakest] * (normal - activated["step_rate"][weakest])
    return {
        "lowest_channel": rates["consideration"].idxmin(),
        "missing": missing["social"],
        "gain": results["social"],
        "lost": lost,
        "weakest": str(weakest),
        "broke": str(broken.truth["incidents"][0]["first_day"])[:7],
        "same_orders": broken.orders.equals(ledger.orders),
        "if_like_search": missing["social"]
        * rates.loc["search", "purchase"]
        * rates.loc["search", "activation"],
        "leak": _leak(ledger, plan),
    }


def _ripe(ledger):
    touches = ledger.touches
    first = touches[touches["stage"] == "awareness"].groupby("customer_id")["day"].min()
    judged = first.index[first + pd.Timedelta(days=60) < ledger.end]
    return touches[touches["customer_id"].isin(judged)], (ledger.end - first.min()).days / 30.4 - 2


def _by_channel(ledger):
    ripe, months = _ripe(ledger)
    return funnel.funnel(ripe, PATH, by="channel"), months


def _leak(ledger, plan):
    early = funnel.funnel(_ripe(ledger)[0], PATH[:3])
    return funnel.leak(early, expected={step: plan[step] for step in PATH[1:3]})["step"]


def _activated(broken):
    table = funnel.funnel_by_month(broken.touches, PATH[2:], window=14, until=broken.end)
    table = table.pivot(index="month", columns="step", values=["n", "step_rate"])
    return pd.DataFrame(
        {"buyers": table["n"]["purchase"], "step_rate": table["step_rate"]["activation"]}
    ).astype(float)


CONDITIONS = {
    "the leak against the plan is at consideration": lambda told: told["leak"] == "consideration",
    "visitors from social go on least often": lambda told: told["lowest_channel"] == "social",
    "social falls short of the plan": lambda told: told["missing"] > 0,
    "the orders do not show the broken month": lambda told: told["same_orders"],
    "activation shows the month that broke": lambda told: told["weakest"] == told["broke"],
    "one broken month costs more than four months of the leak": lambda told: told["lost"] > 4 * told["gain"],
    "social's people like search's would make the page worth more": lambda told: (
        told["if_like_search"] > told["gain"]
    ),
}


def holds(seed):
    """Assert that the decision's conditions hold."""
    told = numbers(seed)
    assert [said for said, condition in CONDITIONS.items() if not condition(told)] == [], told
