"""What is in a simulated ledger."""

import json
from itertools import pairwise

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecotools.blueprint import Blueprint, FirstOffer
from ecotools.data import quillwork
from ecotools.simulate import (
    BrokenOnboarding,
    FailedPaymentRun,
    GhostTown,
    NoNewContent,
    Oversold,
    PriceChange,
    ToxicMonth,
    simulate,
)
from tests.simulate.companies import YAML

INCIDENTS = [
    BrokenOnboarding(2, activation_factor=0.2),
    PriceChange(3, "course", 249, -1.5),
    PriceChange(4, "basic", 19, -2),
    FailedPaymentRun(4, 0.5, returning=0.5),
]


@pytest.fixture
def ledger(company):
    return simulate(company, 9, seed=3, incidents=INCIDENTS)


def test_a_ledger_with_every_part_and_incident_fits_its_schemas(ledger):
    ledger.check()
    assert all(len(table) for table in ledger.tables.values())


def test_the_case_company_can_be_simulated():
    ledger = simulate(quillwork(), 12, seed=1).check()
    assert ledger.truth["counts"]["customers"] > 500


def test_the_first_draft_of_the_case_company_says_what_it_lacks_or_can_be_simulated():
    blueprint = quillwork("first-draft")
    if blueprint.assumptions and blueprint.funnel:
        simulate(blueprint, 2).check()
    else:
        with pytest.raises(ValueError, match="simulate needs the section"):
            simulate(blueprint, 2)


def test_tables_use_compact_types(ledger):
    assert ledger.touches["customer_id"].dtype == np.int64
    for table in ledger.tables.values():
        for column in table:
            if table[column].dtype.kind == "M":
                assert table[column].dtype == "datetime64[us]"
    for column in ("stage", "channel", "asset"):
        assert isinstance(ledger.touches[column].dtype, pd.CategoricalDtype)


def test_nothing_is_seen_after_the_last_month(ledger):
    assert (ledger.start, ledger.end) == (pd.Timestamp("2025-01-01"), pd.Timestamp("2025-10-01"))
    for table, column in [("touches", "day"), ("orders", "refund_day"), ("subscriptions", "end")]:
        days = ledger.tables[table][column].dropna()
        assert days.min() >= ledger.start
        assert days.max() < ledger.end


def test_subscriptions_that_run_at_the_end_have_no_end(ledger):
    running = ledger.subscriptions["end"].isna()
    assert running.any()
    assert (ledger.subscriptions.loc[running, "ended_by"] == "").all()
    assert (ledger.subscriptions.loc[~running, "ended_by"] != "").all()


def test_each_buyer_has_one_order_on_the_day_of_the_purchase(ledger):
    bought = ledger.touches[ledger.touches["stage"] == "purchase"].set_index("customer_id")["day"]
    ordered = (
        ledger.orders.groupby("order_id")[["customer_id", "day"]].first().set_index("customer_id")["day"]
    )
    pd.testing.assert_series_equal(bought.sort_index(), ordered.sort_index())
    assert ledger.orders.groupby("order_id")["day"].nunique().eq(1).all()


def test_orders_are_numbered_by_day(ledger):
    assert ledger.orders["order_id"].is_monotonic_increasing
    assert ledger.orders["day"].is_monotonic_increasing


def test_bundles_are_sold_without_core_and_add_ons(ledger):
    with_bundle = ledger.orders.groupby("order_id")["product"].agg(lambda lines: "suite" in set(lines))
    lines = ledger.orders.groupby("order_id").size()
    assert with_bundle.any()
    assert (lines[with_bundle] == 1).all()


def test_recurring_payments_are_no_orders(ledger):
    assert set(ledger.orders["kind"]) == {"core", "add_on", "bundle"}


def test_refunds_come_in_full_within_their_window(ledger):
    refunds = ledger.orders[ledger.orders["refunded"] > 0]
    waited = (refunds["refund_day"] - refunds["day"]).dt.days
    assert (refunds["refunded"] == refunds["amount"]).all()
    assert waited.between(1, 30).all()


def test_stages_are_reached_in_order_and_within_their_windows(ledger):
    days = ledger.touches.pivot(index="customer_id", columns="stage", values="day")
    windows = {step.split(">")[1]: window for step, window in ledger.truth["window_days"].items()}
    stages = ["awareness", "consideration", "purchase", "activation", "retention"]
    for before, stage in pairwise(stages):
        reached = days[stage].notna()
        assert days.loc[reached, before].notna().all()
        waited = (days.loc[reached, stage] - days.loc[reached, before]).dt.days
        assert waited.between(0, windows[stage] - 1).all()


def test_touches_of_one_day_are_listed_in_the_order_of_the_journey(ledger):
    stage = ledger.touches["stage"].cat.codes.astype(int)
    by_customer = stage.groupby(ledger.touches["customer_id"])
    assert (by_customer.diff().dropna() > 0).all()


def test_assets_are_touchpoints_of_the_stage_that_fit_the_channel(ledger):
    seen = {at: set(assets) for at, assets in ledger.touches.groupby(["stage", "channel"])["asset"]}
    assert seen["awareness", "search"] == {"Blog"}
    assert seen["awareness", "social"] == {"Reels"}
    assert seen["awareness", "partners"] == {"Blog", "Reels"}
    assert seen["consideration", "search"] == {"Checklist", "Webinar"}


def test_a_stage_without_touchpoints_has_an_empty_asset(ledger):
    assert set(ledger.touches.loc[ledger.touches["stage"] == "retention", "asset"]) == {""}


def test_only_subscribers_are_active_while_they_subscribe_and_have_one_row_a_day(ledger):
    spells = ledger.subscriptions.assign(end=ledger.subscriptions["end"].fillna(ledger.end))
    spells = spells.groupby("customer_id").agg(first=("start", "min"), last=("end", "max"))
    active = ledger.activity.join(spells, on="customer_id")
    assert active["first"].notna().all()
    assert ((active["day"] >= active["first"]) & (active["day"] < active["last"])).all()
    assert not ledger.activity.duplicated(["customer_id", "day"]).any()


def test_buyers_answer_the_survey_once_and_after_30_days(ledger):
    bought = ledger.orders.groupby("customer_id")["day"].first()
    waited = (ledger.surveys["day"] - ledger.surveys["customer_id"].map(bought)).dt.days
    assert (waited == ledger.truth["survey_days"]).all()
    assert ledger.surveys["customer_id"].is_unique


def test_truth_goes_through_json_and_counts_the_rows(ledger):
    assert json.loads(json.dumps(ledger.truth)) == ledger.truth
    counts = ledger.truth["counts"]
    assert counts["orders"] == len(ledger.orders)
    assert counts["visitors"] == ledger.touches["customer_id"].nunique()
    assert counts["customers"] == ledger.orders["customer_id"].nunique()
    assert [one["kind"] for one in ledger.truth["incidents"]] == [one.kind for one in INCIDENTS]


def test_truth_says_whose_share_each_rate_is(ledger):
    assert set(ledger.truth["bases"]) <= set(ledger.truth)


def test_the_blueprint_stays_as_it_was(company):
    before = company.to_yaml()
    simulate(company, 2)
    assert company.to_yaml() == before


def test_months_are_calendar_months_from_the_start(company):
    assert simulate(company, 2, start="2024-01-31").end == pd.Timestamp("2024-03-31")
    assert simulate(company, 1, start=pd.Timestamp("2024-02-01")).end == pd.Timestamp("2024-03-01")


def test_one_visitor_is_enough(company):
    company.assumptions.channels = [company.assumptions.channels[0]]
    company.assumptions.channels[0].visitors_per_month = 1
    counts = [simulate(company, 1, seed).check().truth["counts"]["visitors"] for seed in range(8)]
    assert 1 in counts


def test_no_visitors_give_an_empty_ledger_that_fits(company):
    ledger = simulate(company, 3, scale=1e-9, incidents=INCIDENTS[:2]).check()
    assert ledger.truth["counts"]["visitors"] == 0
    assert ledger.end == pd.Timestamp("2025-04-01")


def test_a_company_without_subscriptions_has_no_subscribers_and_no_activity(company):
    company.assumptions.subscribe_rate = {}
    ledger = simulate(company, 3).check()
    assert len(ledger.subscriptions) == len(ledger.activity) == 0
    assert len(ledger.orders)


def test_a_funnel_may_start_late_and_skip_stages(company):
    company.funnel = company.funnel[1:2]
    ledger = simulate(company, 2).check()
    assert set(ledger.touches["stage"]) == {"consideration", "purchase"}


def test_scale_multiplies_the_visitors(company):
    one, three = (simulate(company, 6, scale=scale).truth["counts"]["visitors"] for scale in (1, 3))
    assert three / one == pytest.approx(3, rel=0.1)


def test_several_core_products_are_taken_equally_often(company):
    company.products = [*company.products, company.products[0].model_copy(update={"id": "second"})]
    ledger = simulate(company, 12, seed=2).check()
    taken = ledger.orders["product"].value_counts()
    assert taken["course"] / (taken["course"] + taken["second"]) == pytest.approx(0.5, abs=0.06)


RATE = st.sampled_from([0.0, 0.02, 0.5, 1.0])
SHAPE = st.sampled_from([0.01, 1.0, 40.0])


@st.composite
def companies(draw):
    company = Blueprint.from_yaml(YAML)
    assumed = company.assumptions
    for step in company.funnel:
        step.rate, step.window_days = draw(RATE), draw(st.sampled_from([1, 7, 400]))
    for channel in assumed.channels:
        channel.visitors_per_month = draw(st.sampled_from([0.5, 20, 90]))
        channel.monthly_growth = draw(st.sampled_from([-0.9, 0, 0.5]))
        channel.quality = draw(st.sampled_from([0.1, 1, 5]))
    assumed.add_on_rate = {"kit": draw(RATE), "audit": draw(RATE)}
    assumed.bundle_rate = {"suite": draw(RATE)}
    share = draw(RATE)
    assumed.subscribe_rate = {"basic": share, "yearly": 1 - share, "room": draw(RATE)}
    assumed.churn = {plan: {"alpha": draw(SHAPE), "beta": draw(SHAPE)} for plan in ("basic", "room")}
    plans = [("basic", "plus"), ("plus", "yearly"), ("yearly", "basic")]
    assumed.plan_change = {plan: {"to": to, "monthly_rate": draw(RATE)} for plan, to in plans}
    company.product("basic").trial_days = draw(st.sampled_from([1, 14, 200]))
    company.product("room").intro_price = draw(st.sampled_from([0, 1, 99]))
    for plan in draw(st.sampled_from([[], ["basic"], ["basic", "room"]])):
        assumed.first_offer[plan] = FirstOffer(to_paid=draw(RATE), begin_factor=0.5, early=draw(RATE))
    if draw(st.booleans()):
        rates = ("share", "selection", "hidden", "effect", "invited_share", "persuaded")
        plans = draw(st.sampled_from([[], ["plus", "room"]]))
        assumed.joining = {name: draw(RATE) for name in rates} | {"from_month": draw(MONTH), "plans": plans}
    assumed.refund_rate = {"course": draw(RATE)}
    assumed.payment_failure_rate, assumed.recovered_share = draw(RATE), draw(RATE)
    assumed.activity = {
        "active_share": draw(RATE),
        "mean_actions": draw(st.sampled_from([0.1, 9])),
        "days_active_mean": draw(st.sampled_from([0.5, 6, 100])),
    }
    return company


MONTH = st.integers(1, 4)
TROUBLE = st.builds(
    lambda kind, month, factor: kind(month, churn_factor=factor),
    st.sampled_from([GhostTown, ToxicMonth]),
    MONTH,
    st.sampled_from([1, 3, 1e9]),
)


@given(
    company=companies(),
    months=st.integers(4, 15),
    seed=st.integers(0, 2**64),
    start=st.dates(pd.Timestamp("2023-12-25").date(), pd.Timestamp("2024-03-31").date()),
    broken=st.builds(BrokenOnboarding, MONTH, st.integers(1, 20), RATE),
    price=st.builds(
        PriceChange, MONTH, st.sampled_from(["course", "plus", "kit"]), st.sampled_from([0, 1, 900])
    ),
    runs=st.lists(st.builds(FailedPaymentRun, MONTH, RATE, RATE), max_size=2),
    silences=st.lists(
        st.builds(NoNewContent, MONTH, st.integers(1, 20), st.sampled_from([1, 3, 1e9]), st.integers(0, 5)),
        max_size=2,
    ),
    troubles=st.lists(TROUBLE, max_size=2),
    oversold=st.builds(
        Oversold,
        MONTH,
        st.just("audit"),
        st.integers(1, 20),
        st.sampled_from([1, 5, 1e9]),
        st.sampled_from([0, 12]),
        refund_share=RATE,
        lag_days=st.sampled_from([15, 90]),
    ),
)
def test_whatever_is_assumed_the_ledger_fits_its_schemas(
    company, months, seed, start, broken, price, runs, silences, troubles, oversold
):
    troubles = troubles if company.assumptions.joining else []
    campaigns = [oversold] if company.assumptions.add_on_rate["audit"] else []
    incidents = [broken, price, *runs, *silences, *troubles, *campaigns]
    ledger = simulate(company, months, seed, start=start, incidents=incidents)
    ledger.check()
    assert json.loads(json.dumps(ledger.truth)) == ledger.truth
    assert not ledger.activity.duplicated(["customer_id", "day"]).any()
