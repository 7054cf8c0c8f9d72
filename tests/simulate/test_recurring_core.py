"""A core product that is paid again and again is subscribed to, not ordered."""

import pytest

from ecotools.blueprint import Blueprint
from ecotools.metrics import retention, revenue
from ecotools.simulate import simulate

SOFTWARE = """
name: Software
products:
  - {id: team, name: Team, kind: core, price: 50, billing: month}
  - {id: import, name: Import, kind: add_on, price: 200}
  - {id: both, name: Team and import, kind: bundle, price: 220, includes: [import]}
funnel: [{from: awareness, to: purchase, rate: 0.2}]
assumptions:
  channels: [{name: search, visitors_per_month: 1000}]
  add_on_rate: {import: 0.25}
  bundle_rate: {both: 0.1}
  churn: {team: {alpha: 1, beta: 9}}
"""


@pytest.fixture(scope="module")
def ledger():
    return simulate(Blueprint.from_yaml(SOFTWARE), months=8, seed=3)


def test_every_buyer_of_it_subscribes_on_the_day_of_the_purchase(ledger):
    touches = ledger.touches
    bought = touches[touches["stage"] == "purchase"].set_index("customer_id")["day"]
    bundled = set(ledger.orders.loc[ledger.orders["product"] == "both", "customer_id"])
    begun = ledger.subscriptions.set_index("customer_id")["start"]
    assert set(begun.index) == set(bought.index) - bundled and bundled
    assert (begun == bought.reindex(begun.index)).all()


def test_it_is_in_no_order_and_add_ons_still_are(ledger):
    assert set(ledger.orders["product"]) == {"import", "both"}
    share = (ledger.orders["product"] == "import").sum() / ledger.subscriptions["customer_id"].nunique()
    assert share == pytest.approx(0.25, abs=0.04)


def test_it_is_left_as_the_assumptions_say(ledger):
    tenures = retention.tenures(ledger)
    fit = retention.fit_sbg(tenures["duration"], tenures["observed"])
    assert fit.loc["mean_churn", "low"] < 0.1 < fit.loc["mean_churn", "high"]
    assert float(revenue.mrr(ledger, "2025-08-31")) > 0


def test_a_trial_of_it_is_no_mrr_until_it_is_over():
    text = SOFTWARE.replace("price: 50, billing: month", "price: 50, billing: month, trial_days: 14")
    blueprint = Blueprint.from_yaml(text + "  first_offer: {team: {to_paid: 0.5}}\n")
    table = simulate(blueprint, months=4, seed=1).subscriptions
    free = table[table["price"] == 0]
    assert len(free) and (free["end"].dropna() - free["start"].loc[free["end"].notna()]).dt.days.eq(14).all()
