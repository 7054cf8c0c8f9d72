"""Module 11: no loop of Quillwork carries itself, a line is off by little, and the link on wins is first."""

from functools import cache

import numpy as np
import pandas as pd

from ecotools.blueprint import Blueprint
from ecotools.data import quillwork
from ecotools.metrics import ecosystem, growth, kpi
from ecotools.simulate import FeatureTest, PartnerProgramme, Referral, simulate

QUILLWORK = quillwork()
S = {"limit": 600, "rate": 0.2, "middle": 11}
GAINS = [0.9, 0.5, 0.4, 0.3, 0.5, 0.4, 0.5, 0.8, 0.9, -0.2]
SCORED = pd.DataFrame(
    [
        ["link", 3, 4, 5, 1, 2, 4],
        ["themes", 2, 4, 5, 2, 3, 4],
        ["partners", 1, 3, 5, 1, 3, 4],
        ["app", 1, 2, 4, 4, 5, 5],
    ],
    columns=["lever", "impact_low", "impact", "impact_high", "effort_low", "effort", "effort_high"],
)
WORKSHOP = """
name: One page in one evening
products: [{id: workshop, name: The workshop, kind: core, price: 79}]
funnel:
  - {from: awareness, to: purchase, rate: 0.2, window_days: 3}
  - {from: purchase, to: referral, rate: 0.25, window_days: 7}
assumptions: {channels: [{name: the list, visitors_per_month: 500}]}
"""


@cache
def numbers(seed):
    """Return what the decision rests on."""
    return {
        "map": _map(),
        "levers": growth.lever_certainty(SCORED, seed=seed).set_index("lever"),
        "curves": _curves(seed),
        "told": growth.told_apart("logistic", S, [12, 24], scatter=25, runs=50, seed=seed).set_index(
            "months"
        ),
        "referral": _referral(seed),
        "market": [
            growth.market_shares(growth.Market(supply=supply), [0.3, 0.2, 0.15, 0.1], 36).attrs["best"]
            for supply in (1, 2.5)
        ],
        "partners": growth.partner_funnel(
            simulate(QUILLWORK, 18, seed, ecosystem=[PartnerProgramme(4)]).partners, window=90
        ),
        "score": _score(seed),
        "countdown": _countdown(seed),
    }


def _map():
    """Return the gains of the loops, and of the whole map."""
    nodes, flows = ecosystem.nodes(QUILLWORK, of="map"), ecosystem.flows(QUILLWORK, of="map")
    waits = pd.DataFrame([{"from": "draft_review", "to": "memberships", "type": "user"}])
    flows = pd.concat([flows, waits], ignore_index=True).assign(gain=GAINS)
    return growth.signed_loops(nodes, flows)["gain"], float(growth.map_gain(nodes, flows))


def _curves(seed):
    """Return what each model misses in year one, and what it says of month 24 as a multiple of the truth."""
    truth = growth.growth_curve("logistic", range(1, 25), **S)
    luck = np.random.default_rng(seed).normal(0, 25, 24)
    seen = truth.assign(value=(truth["value"] + luck).round()).head(12)
    fits = growth.fit_growth(seen).set_index("model", drop=False)
    says = growth.growth_forecast(fits, 24).iloc[0] / truth["value"].iloc[-1]
    return np.sqrt(fits["rss"] / 12), says


def _referral(seed):
    """Return Quillwork's K, the share it brings, and by what a K of 0.3 multiplies."""
    own = simulate(QUILLWORK, 24, seed, referral=Referral(visitors=2)).truth["referral"]
    workshop = Blueprint.from_yaml(WORKSHOP)
    alone = simulate(workshop, 24, seed, scale=4)
    loop = simulate(workshop, 24, seed, scale=4, referral=Referral(visitors=6))
    return own["k"], own["brought_customers"] / own["customers"], len(loop.orders) / len(alone.orders)


def _score(seed):
    """Return the lines of the scorecard of two quarters in which nobody pulled a lever."""
    months = kpi.compute(
        QUILLWORK, simulate(QUILLWORK, 18, seed), ["new_customers", "churn_rate", "active_members"]
    )
    return growth.quarterly_scorecard(QUILLWORK, months[months["month"] >= "2026-01"])


def _countdown(seed):
    """Return what a countdown does to purchases and to activation."""
    test = FeatureTest("countdown", lift=0.15, activation=-0.25)
    tested = simulate(QUILLWORK, 18, seed, scale=5, ecosystem=[test])
    return growth.feature_effects(tested, window=60).set_index("stage")


CONDITIONS = {
    "no loop comes near a gain of 1, nor do all together": lambda n: (
        n["map"][0].max() < 0.3 and n["map"][1] < 0.8
    ),
    "the missing flow makes two loops that balance": lambda n: (n["map"][0] < 0).sum() == 2,
    "the link on wins is mostly first": lambda n: n["levers"]["first"]["link"] > 0.6,
    "three curves fit year one about equally well": lambda n: (
        n["curves"][0].max() < 1.6 * n["curves"][0].min()
    ),
    "the exponential is off by a multiple in month 24": lambda n: n["curves"][1]["exponential"] > 2,
    "and the line is not": lambda n: 0.8 < n["curves"][1]["linear"] < 1.25,
    "twelve months hide the S": lambda n: n["told"]["logistic"][12] <= 0.2,
    "two years show it": lambda n: n["told"]["logistic"][24] > 0.9,
    "Quillwork's referrals are no loop": lambda n: n["referral"][0] < 0.001 and n["referral"][1] < 0.01,
    "a K of 0.3 lifts the line by about two fifths": lambda n: 1.36 < n["referral"][2] < 1.48,
    "no share is the best of the four in both markets": lambda n: n["market"] == [0.3, 0.2],
    "fewer than half of the partners go live": lambda n: n["partners"]["share"].iloc[-1] < 0.5,
    "new customers beat their baseline, and nobody did anything": lambda n: (
        n["score"].loc[n["score"]["kpi"] == "new_customers", "better"].all()
    ),
    "but not every line of the scorecard is better": lambda n: not n["score"]["better"].all(),
    "the countdown sells": lambda n: n["countdown"]["low"]["purchase"] > 0,
    "and fewer begin": lambda n: n["countdown"]["high"]["activation"] < 0,
}


def holds(seed):
    """Assert that the decision's conditions hold for a seed."""
    told = numbers(seed)
    assert [said for said, condition in CONDITIONS.items() if not condition(told)] == [], told
