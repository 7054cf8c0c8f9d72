"""How long a million paying customers over 24 months take, and how much memory.

    ECOTOOLS_BENCHMARK=1 .venv/bin/python -m pytest tests/benchmarks/test_simulate.py

The goal is under 15 s and 4 GiB on two cores. The company has three channels that bring 217,000 visitors a
month, of whom 0.5 become leads and 0.4 of those buy: 5.2 million visitors, a million buyers. A fifth of them
subscribe to a membership with two plans; half of the members are active in a month, on four days. The run
is one call of `simulate` in a fresh process; its time leaves out starting Python and importing the library,
its memory is the peak of the whole process.
"""

import json
import os
import subprocess
import sys

import pytest

GOAL_SECONDS, GOAL_GIB = 15, 4

BLUEPRINT = """
name: A million customers
products:
  - {id: course, name: Course, kind: core, price: 199}
  - {id: kit, name: Kit, kind: add_on, price: 49}
  - {id: forum, name: Forum, kind: add_on, price: 29}
  - {id: audit, name: Audit, kind: add_on, price: 149}
  - {id: suite, name: Suite, kind: bundle, price: 239, includes: [course, kit]}
  - {id: basic, name: Basic, kind: subscription, price: 29, billing: month}
  - {id: plus, name: Plus, kind: subscription, price: 59, billing: month}
journey:
  - {id: articles, stage: awareness, asset: Articles, channel: search}
  - {id: reels, stage: awareness, asset: Reels, channel: social}
  - {id: podcasts, stage: awareness, asset: Podcasts, channel: partners}
  - {id: checklist, stage: consideration, asset: Checklist}
  - {id: webinar, stage: consideration, asset: Webinar}
  - {id: checkout, stage: purchase, asset: Checkout}
  - {id: lesson, stage: activation, asset: First lesson}
  - {id: forum, stage: retention, asset: Forum}
  - {id: link, stage: referral, asset: Referral link}
funnel:
  - {from: awareness, to: consideration, rate: 0.5, window_days: 14}
  - {from: consideration, to: purchase, rate: 0.4, window_days: 30}
  - {from: purchase, to: activation, rate: 0.6, window_days: 14}
  - {from: activation, to: retention, rate: 0.5, window_days: 60}
  - {from: retention, to: referral, rate: 0.15, window_days: 90}
assumptions:
  channels:
    - {name: search, visitors_per_month: 100000}
    - {name: social, visitors_per_month: 70000}
    - {name: partners, visitors_per_month: 47000}
  add_on_rate: {kit: 0.3, forum: 0.2, audit: 0.08}
  bundle_rate: {suite: 0.15}
  subscribe_rate: {basic: 0.16, plus: 0.04}
  churn: {basic: {alpha: 1, beta: 14}, plus: {alpha: 1, beta: 19}}
  plan_change: {basic: {to: plus, monthly_rate: 0.015}, plus: {to: basic, monthly_rate: 0.01}}
  refund_rate: {course: 0.05, suite: 0.06, kit: 0.02}
  payment_failure_rate: 0.03
  activity: {active_share: 0.5, mean_actions: 3, days_active_mean: 4}
"""

RUN = """
import json, resource, sys, time
from ecotools.blueprint import Blueprint
from ecotools.simulate import simulate
blueprint = Blueprint.from_yaml(sys.stdin.read())
began = time.perf_counter()
ledger = simulate(blueprint, 24, seed=1)
seconds = time.perf_counter() - began
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
print(json.dumps({"seconds": seconds, "peak": peak, "counts": ledger.truth["counts"]}))
"""


@pytest.mark.benchmark
@pytest.mark.skipif(os.environ.get("ECOTOOLS_BENCHMARK") != "1", reason="set ECOTOOLS_BENCHMARK=1 to measure")
def test_a_million_paying_customers_over_two_years(capsys):
    done = subprocess.run(
        [sys.executable, "-c", RUN], input=BLUEPRINT, capture_output=True, text=True, check=True
    )
    found = json.loads(done.stdout)
    counts = found["counts"]
    with capsys.disabled():
        print(f"\n{found['seconds']:.1f} s (goal: under {GOAL_SECONDS} s)")
        print(f"{found['peak']:.2f} GiB at the peak (goal: under {GOAL_GIB} GiB)")
        for name, number in counts.items():
            print(
                f"{number:>12,} {name}{'' if name in ('visitors', 'customers', 'subscribers') else ' rows'}"
            )
    assert counts["customers"] >= 1_000_000
