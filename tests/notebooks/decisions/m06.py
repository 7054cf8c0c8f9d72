"""Module 06: what a new member brings back in a year is far below price over churn, and it is seen."""

from functools import cache

import numpy as np

from ecotools.data import quillwork
from ecotools.metrics import retention
from ecotools.simulate import FailedPaymentRun, NoNewContent, simulate

LESSON = "06-subscriptions"
TIERS = ["membership_lite", "membership", "membership_plus"]
OFFERED = 250


@cache
def numbers(seed):
    """Return what the lesson decides on: values of a membership, projections, and the two accidents."""
    ledger = simulate(quillwork(), months=24, seed=seed, scale=20)
    tenure = retention.tenures(ledger)
    members = tenure[tenure["product"] == "membership"]
    curve = retention.kaplan_meier(members["duration"], members["observed"])
    steps = curve.set_index("time").reindex(range(12))
    march = [retention.churn_rate(ledger, "2025-03", base=base) for base in ("start", "start_plus_new")]
    simple = retention.ltv(29, retention.churn_rate(ledger, "2026-12"))
    alpha, beta = retention.fit_sbg(members["duration"], members["observed"])["estimate"][["alpha", "beta"]]
    return {
        "back in a year": float(24 * steps["survival"].sum()),
        "interval": tuple(24 * steps[end].fillna(1).sum() for end in ("low", "high")),
        "price over churn": float(simple),
        "rates of March": tuple(map(float, march)),
        "projected": _projected(tenure),
        "lifetime of a new member": float(29 * retention.discounted_lifetime(alpha, beta, 0.01)),
        "a year on": (_with_trial(seed), float(curve.set_index("time")["survival"][12])),
        "September": {name: _september(one) for name, one in _worlds(seed).items()},
    }


def _projected(tenure):
    """Return what happened after twelve renewals, and what was projected from four of them."""
    first = tenure[tenure["product"].isin(TIERS) & (tenure["start"] < "2026-01-01")]
    seen, lost = first["duration"].clip(upper=4), first["observed"] & (first["duration"] <= 4)
    alpha, beta = retention.fit_sbg(seen, lost)["estimate"][["alpha", "beta"]]
    true = retention.kaplan_meier(first["duration"], first["observed"]).set_index("time")["survival"][12]
    constant = (1 - lost.sum() / seen.sum()) ** 12
    return float(true), float(retention.sbg_survival(alpha, beta, 12)), float(constant)


def _with_trial(seed):
    """Return the share of those who began with a trial and still pay after twelve renewals."""
    blueprint = quillwork()
    blueprint.assumptions.first_offer = {"membership": {"to_paid": 0.8}}
    ledger = simulate(blueprint, months=24, seed=seed, scale=5)
    paid = retention.tenures(ledger).query("product == 'membership'")
    curve = retention.kaplan_meier(paid["duration"], paid["observed"]).set_index("time")["survival"]
    return float(retention.trials(ledger).loc["membership", "to_paid"] * curve[12])


def _worlds(seed):
    incidents = {
        "no content": NoNewContent(21, months=4, churn_factor=3.5, backlog_months=6),
        "failed run": FailedPaymentRun(21, share=0.07),
    }
    return {
        name: simulate(quillwork(), 24, seed, scale=5, incidents=[one]) for name, one in incidents.items()
    }


def _september(ledger):
    """Return how churn jumped, that of young and old members, and the share of failed payments."""
    old = retention.tenures(ledger).query("start < '2026-04-01'")["customer_id"]
    table, month = ledger.subscriptions, "2026-09"
    is_old = table["customer_id"].isin(old)
    lost = retention.losses(ledger, month, month)["ended_by"]
    churn = retention.churn_table(ledger)["churn"]
    return {
        "jump": float(churn["2026-09"] / churn["2026-08"]),
        "young": float(retention.churn_rate(table[~is_old], month)),
        "old": float(retention.churn_rate(table[is_old], month)),
        "failed": float(np.mean(lost == "payment_failed")),
    }


CONDITIONS = {
    "a new member brings back less in a year than the agency asks": lambda told: (
        told["interval"][1] < OFFERED
    ),
    "chance moves the year's value by less than a twentieth": lambda told: (
        told["interval"][1] - told["interval"][0] < told["back in a year"] / 20
    ),
    "price over churn says more than twice as much": lambda told: (
        told["price over churn"] > 2 * told["back in a year"]
    ),
    "in March the base of a churn rate changes it by half": lambda told: (
        told["rates of March"][0] > 1.5 * told["rates of March"][1]
    ),
    "a constant churn loses too many, and the sBG comes closer": lambda told: (
        told["projected"][2] < told["projected"][0]
        and abs(told["projected"][1] - told["projected"][0]) < told["projected"][0] - told["projected"][2]
    ),
    "a lifetime price of 348 is too low for a new member": lambda told: (
        told["lifetime of a new member"] > 348
    ),
    "a year on, a trial has changed little": lambda told: (
        abs(told["a year on"][0] - told["a year on"][1]) < 0.05
    ),
    "both accidents make churn jump in September": lambda told: (
        min(one["jump"] for one in told["September"].values()) > 1.4
    ),
    "without content the older members leave": lambda told: (
        told["September"]["no content"]["old"] > 1.5 * told["September"]["no content"]["young"]
    ),
    "a failed run takes young and old": lambda told: (
        told["September"]["failed run"]["young"] > 0.75 * told["September"]["failed run"]["old"]
    ),
    "after a failed run most losses are failed payments": lambda told: (
        told["September"]["failed run"]["failed"] > 0.5 > told["September"]["no content"]["failed"]
    ),
}


def holds(seed):
    """Assert that the decision's conditions hold for a seed."""
    told = numbers(seed)
    assert [said for said, condition in CONDITIONS.items() if not condition(told)] == [], told
