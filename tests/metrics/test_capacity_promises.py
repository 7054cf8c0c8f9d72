"""What a guarantee costs, and what is owed to those who leave under three refund policies."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ecotools.blueprint import Blueprint
from ecotools.data import quillwork
from ecotools.ledger import Ledger, observed
from ecotools.metrics import capacity
from ecotools.metrics.capacity import RefundPolicy
from ecotools.simulate import simulate

RATE = st.floats(0, 0.5)


def test_a_guarantee_by_hand():
    """100 sales at 200 less 50, 5 paid back: 14,000. With it 10 of the old and 6 of 20 new are paid back."""
    found = capacity.guarantee(200, 50, refunds=0.05, claims=0.1, new_claims=0.3, rise=0.2)
    assert found["profit_without"] == pytest.approx(100 * 150 - 5 * 200)
    assert found["profit_with"] == pytest.approx(120 * 150 - 16 * 200)
    assert found["claims"] == pytest.approx(16 / 120)
    assert found["by_new"] == pytest.approx(6 / 16)
    assert found["premium"] == pytest.approx(10)


@settings(max_examples=60)
@given(RATE, RATE, RATE, st.floats(0, 90))
def test_at_the_break_even_rise_nothing_is_gained(refunds, claims, new_claims, cost):
    found = capacity.guarantee(100, cost, refunds=refunds, claims=claims, new_claims=new_claims)
    rise = found["break_even_rise"]
    if np.isnan(rise):
        assert 100 - cost - new_claims * 100 <= 0
        assert "no rise pays for it" in found.attrs["reason"]
        return
    again = capacity.guarantee(
        100, cost, refunds=refunds, claims=claims, new_claims=new_claims, rise=min(rise, 1e6)
    )
    if claims > refunds and rise < 1e6:
        assert again["gain"] == pytest.approx(0, abs=1e-6)
    elif claims <= refunds:
        assert rise == 0
        assert again["gain"] >= 0


def test_the_more_new_buyers_claim_the_larger_the_rise_must_be():
    rises = [
        capacity.guarantee(200, 50, refunds=0.05, claims=0.1, new_claims=new)["break_even_rise"]
        for new in (0.1, 0.3, 0.5)
    ]
    assert rises == sorted(rises)
    assert rises[0] < rises[-1]


def test_without_any_claim_nobody_is_the_one_who_claims():
    assert np.isnan(capacity.guarantee(100, 10, refunds=0, claims=0, new_claims=0)["by_new"])


WITHOUT, WITH = (4000, 160, 8), (4000, 200, 26)


def test_a_test_of_a_guarantee_by_hand():
    found = capacity.guarantee_test(200, 50, WITHOUT, WITH)["value"]
    assert found["rise"] == pytest.approx(0.25)
    assert found["refunds_with"] == pytest.approx(0.13)
    assert found["break_even_rise"] == pytest.approx((150 - 10) / (150 - 26) - 1)
    assert found["gain"] == pytest.approx(0.05 * (150 - 26) - 0.04 * (150 - 10))


def test_the_sign_of_the_gain_is_that_of_the_rise_above_the_break_even():
    for buyers in (160, 175, 185, 240):
        found = capacity.guarantee_test(200, 50, WITHOUT, (4000, buyers, 20))["value"]
        assert np.sign(found["gain"]) == np.sign(round(found["above_break_even"], 12))


def test_the_intervals_hold_the_truth_as_often_as_they_say():
    """Sales 4% and 5% of the visitors, refunds 5% and 12%: 150 tests, each with its own luck."""
    rng, price, cost = np.random.default_rng(1), 200, 50
    true = {"rise": 0.25, "break_even_rise": 140 / 126 - 1, "gain": 0.05 * 126 - 0.04 * 140}
    inside = dict.fromkeys(true, 0)
    for turn in range(150):
        groups = []
        for sold, back in ((0.04, 0.05), (0.05, 0.12)):
            buyers = rng.binomial(4000, sold)
            groups.append((4000, buyers, rng.binomial(buyers, back)))
        found = capacity.guarantee_test(price, cost, *groups, level=0.8, seed=turn)
        for name, value in true.items():
            inside[name] += found.loc[name, "low"] <= value <= found.loc[name, "high"]
    for name, number in inside.items():
        assert 0.7 < number / 150 < 0.9, name


def test_where_nobody_bought_nothing_can_be_compared():
    found = capacity.guarantee_test(200, 50, (100, 0, 0), (100, 5, 1))
    assert found.loc[["rise", "break_even_rise", "refunds_without"]].isna().all(axis=None)
    assert found.loc["gain", "value"] == pytest.approx(0.05 * (150 - 40))
    assert found.attrs["reason"] == "nobody bought without it"


def test_where_every_sale_loses_no_rise_pays():
    found = capacity.guarantee_test(200, 50, (100, 20, 0), (100, 30, 25))
    assert np.isnan(found.loc["break_even_rise", "value"])
    assert "no rise pays for it" in found.attrs["reason"]


@pytest.mark.parametrize(
    ("counts", "says"),
    [
        ((10, 12, 1), "without: buyers must be at most the visitors"),
        ((10, 5, 6), "without: refunds must be at most the buyers"),
        ((10, 5), "without must be visitors, buyers and refunds"),
        ((0, 0, 0), "without must have visitors"),
    ],
)
def test_counts_that_cannot_be_are_refused(counts, says):
    with pytest.raises(ValueError, match=says):
        capacity.guarantee_test(200, 50, counts, WITH)


FULL = RefundPolicy("full")
MONTHS = RefundPolicy("unused_months", months=12)
HOURS = RefundPolicy("unused_hours", within=90, hours=6)


@pytest.mark.parametrize(
    ("policy", "day", "used", "due"),
    [
        (FULL, "2025-01-31", 0, 120),  # today
        (FULL, "2025-03-02", 0, 120),  # day 30
        (FULL, "2025-03-03", 0, 0),  # day 31
        (MONTHS, "2025-01-31", 0, 110),  # the first month has begun
        (MONTHS, "2025-02-27", 0, 110),
        (MONTHS, "2025-02-28", 0, 100),  # the second begins on the last day of February
        (MONTHS, "2025-12-31", 0, 0),  # the twelfth has begun
        (MONTHS, "2026-05-01", 0, 0),
        (HOURS, "2025-02-10", 0, 120),
        (HOURS, "2025-02-10", 1.5, 90),
        (HOURS, "2025-02-10", 6, 0),
        (HOURS, "2025-05-02", 1.5, 0),  # 91 days later
        (RefundPolicy("none"), "2025-01-31", 0, 0),
    ],
)
def test_what_is_owed_by_hand(policy, day, used, due):
    assert capacity.refund_due(120, "2025-01-31", day, policy, used=used) == pytest.approx(due)


def test_what_was_paid_back_already_counts_towards_it():
    assert capacity.refund_due(120, "2025-01-01", "2025-01-05", FULL, refunded=50) == 70
    assert capacity.refund_due(120, "2025-01-01", "2025-01-05", HOURS, used=3, refunded=100) == 0


@settings(max_examples=60)
@given(st.floats(0, 1e5), st.integers(0, 800), st.floats(0, 6), st.sampled_from([FULL, MONTHS, HOURS]))
def test_no_more_is_owed_than_was_paid_and_never_more_on_a_later_day(paid, after, used, policy):
    bought = pd.Timestamp("2025-01-31")
    day = [bought + pd.Timedelta(days=after + step) for step in (0, 40)]
    now, later = (capacity.refund_due(paid, bought, one, policy, used=used) for one in day)
    assert 0 <= later <= now <= round(paid, 2)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ({"day": "2024-12-31"}, "day must not lie before bought, 2025-01-31"),
        ({"used": 7, "policy": HOURS}, "used must be at most the 6 hours"),
        ({"refunded": 200}, "refunded must be at most what was paid"),
        ({"policy": "full"}, "policy must be a RefundPolicy"),
    ],
)
def test_a_refund_that_cannot_be_is_refused(arguments, says):
    given_ = {"paid": 120, "bought": "2025-01-31", "day": "2025-02-10", "policy": FULL}
    with pytest.raises((ValueError, TypeError), match=says):
        capacity.refund_due(**given_ | arguments)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("fully",), "kind must be one of"),
        (("full", -1), "within must be a whole number"),
        (("unused_hours",), "hours must say how many hours were sold"),
        (("unused_months", None, 0), "months must be a whole number, 1 or more"),
    ],
)
def test_a_policy_that_cannot_be_is_refused(arguments, says):
    with pytest.raises(ValueError, match=says):
        RefundPolicy(*arguments)


def test_the_policies_of_quillwork():
    policies = capacity.refund_policies(quillwork(), hours={"coaching": 6})
    assert policies["bootcamp"] == RefundPolicy("full", 30)
    assert policies["coaching"] == RefundPolicy("unused_hours", 90, hours=6)
    assert policies["membership"].kind == "none"


def test_what_is_paid_back_in_part_without_hours_are_months_or_cannot_be_told():
    blueprint = Blueprint.from_yaml("""
        name: A firm
        products:
          - {id: club, name: Club, kind: community, price: 60, billing: quarter}
          - {id: help, name: Help, kind: coaching, price: 900}
        policies: {refund: {policy: In part, kind: partial}}
        """)
    assert capacity.refund_policies(blueprint) == {"club": RefundPolicy("unused_months", months=3)}
    with pytest.raises(ValueError, match="hours must be one of 'club', 'help'"):
        capacity.refund_policies(blueprint, hours={"helps": 6})


def test_a_blueprint_without_a_policy_owes_nothing_that_can_be_told():
    assert capacity.refund_policies(Blueprint.from_yaml("name: A firm")) == {}


ORDERS = pd.DataFrame(
    [
        ("Cy", "2025-02-01", "coaching", 900.0, 0.0, None),
        ("Ada", "2025-03-01", "course", 199.0, 0.0, None),
        ("Ada", "2025-03-20", "coaching", 900.0, 0.0, None),
        ("Ben", "2025-03-20", "course", 199.0, 199.0, "2025-03-28"),
        ("Dot", "2025-03-25", "kit", 49.0, 0.0, None),
        ("Cy", "2025-01-05", "coaching", 900.0, 0.0, None),
    ],
    columns=["customer_id", "day", "product", "amount", "refunded", "refund_day"],
    index=[3, 3, 1, 9, 0, 7],
).astype({"day": "datetime64[ns]", "refund_day": "datetime64[ns]"})
POLICIES = {"course": FULL, "coaching": RefundPolicy("unused_hours", hours=6)}


def test_what_is_owed_today_to_everybody_who_could_leave():
    owed = capacity.refunds_owed(ORDERS, POLICIES, "2025-03-31", used={("Cy", "coaching"): 8})
    assert owed[["customer_id", "product", "used", "due"]].to_numpy().tolist() == [
        ["Ada", "course", 0, 199],
        ["Ada", "coaching", 0, 900],
        ["Cy", "coaching", 2, 600],  # six hours went to the package of January
    ]
    assert owed.attrs == {"total": 1699.0, "without_policy": ["kit"]}


def test_before_a_refund_was_made_it_was_still_owed():
    owed = capacity.refunds_owed(ORDERS, POLICIES, "2025-03-25")
    assert owed.set_index("customer_id").loc["Ben", "due"] == 199


def test_a_refund_without_its_day_was_made():
    owed = capacity.refunds_owed(ORDERS.drop(columns="refund_day"), POLICIES, "2025-03-25")
    assert "Ben" not in set(owed["customer_id"])


def test_those_to_whom_nothing_is_owed_can_be_listed_too():
    every = capacity.refunds_owed(ORDERS, POLICIES, "2025-06-30", nothing=True)
    assert len(every) == 5
    assert every.loc[every["product"] == "course", "due"].eq(0).all()


def test_hours_come_from_a_log():
    log = pd.DataFrame({"customer_id": ["Cy"] * 3, "product": "coaching", "hours": [1.0, 1.0, 1.5]})
    used = log.groupby(["customer_id", "product"])["hours"].sum()
    owed = capacity.refunds_owed(ORDERS, POLICIES, "2025-03-31", used=used)
    assert owed.loc[owed["customer_id"] == "Cy", "due"].tolist() == [375.0, 900.0]
    assert used.iloc[0] == 3.5


def test_every_row_is_what_the_function_of_one_sale_says():
    owed = capacity.refunds_owed(ORDERS, POLICIES, "2025-03-25", used={("Cy", "coaching"): 8}, nothing=True)
    for row in owed.itertuples():
        due = capacity.refund_due(row.paid, row.bought, "2025-03-25", POLICIES[row.product], used=row.used)
        assert row.due == due


def test_a_ledger_brings_the_payments_of_those_who_still_subscribe():
    rows = [
        (1, "Eve", "2025-01-10", None, 60.0, 3),
        (2, "Fay", "2025-01-10", "2025-04-10", 60.0, 3),
        (3, "Gus", "2025-05-05", None, 60.0, 3),
    ]
    subscriptions = pd.DataFrame(
        rows, columns=["subscription_id", "customer_id", "start", "end", "price", "interval_months"]
    ).assign(product="room", quantity=1, discount=0.0, ended_by="")
    subscriptions = subscriptions.astype({"start": "datetime64[ns]", "end": "datetime64[ns]"})
    subscriptions.loc[1, "ended_by"] = "cancelled"
    ledger = Ledger(subscriptions=subscriptions, start="2025-01", end="2025-06")
    policies = {"room": RefundPolicy("unused_months", months=3)}
    owed = capacity.refunds_owed(ledger, policies, "2025-04-20")
    assert owed[["customer_id", "due"]].to_numpy().tolist() == [["Eve", 40.0]]
    assert owed["bought"].tolist() == [pd.Timestamp("2025-04-10")]
    assert capacity.refunds_owed(ledger, policies, "2025-05")["due"].tolist() == [20.0, 40.0]


def test_a_simulated_firm_owes_what_its_last_thirty_days_brought():
    ledger = simulate(quillwork(), 6, seed=2)
    policies = capacity.refund_policies(quillwork(), hours={"coaching": 6})
    owed = capacity.refunds_owed(ledger, policies)
    late = ledger.orders[ledger.orders["day"] >= ledger.end - pd.Timedelta(days=31)]
    kept = late[(late["product"] == "bootcamp") & (late["refunded"] == 0)]
    assert owed.loc[owed["product"] == "bootcamp", "due"].sum() == pytest.approx(kept["amount"].sum())
    assert set(owed["product"]) <= {"bootcamp", "coaching"}


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ({"policies": ["full"]}, "policies must be a dict of product -> RefundPolicy, not list"),
        ({"policies": {"course": "full"}}, "'course' must have a RefundPolicy"),
        ({"used": [3]}, "used must be a dict or a Series"),
        ({"used": {"Cy": 3}}, "used must have keys such as"),
        ({"used": {("Cy", "coaching"): -1}}, "zero or more, not -1"),
        ({"orders": ORDERS.assign(amount=-1.0)}, "amount is below zero"),
        ({"orders": ORDERS.assign(refunded=1000.0)}, "refunded does not lie between"),
        (
            {"orders": observed(ORDERS, "2025-01", "2025-03"), "at": "2025-05"},
            "must not lie beyond the ledger",
        ),
    ],
)
def test_what_cannot_be_owed_is_refused(arguments, says):
    with pytest.raises((ValueError, TypeError), match=says):
        capacity.refunds_owed(**{"orders": ORDERS, "policies": POLICIES, "at": "2025-03-31"} | arguments)
