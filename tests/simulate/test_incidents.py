"""Incidents can be seen in the data, with the metrics that a lesson would use."""

import pandas as pd
import pytest
from scipy.stats import binomtest

from ecotools.data import quillwork
from ecotools.metrics import revenue
from ecotools.metrics.funnel import funnel_by_month
from ecotools.simulate import BrokenOnboarding, FailedPaymentRun, NoNewContent, PriceChange, simulate
from tests.simulate.test_recovery import covers

INCIDENTS = [
    BrokenOnboarding(5, months=2, activation_factor=0.4),
    PriceChange(7, "bootcamp", 249, elasticity=-1.5),
    FailedPaymentRun(10, 0.25, returning=0.4),
]


@pytest.fixture(scope="module")
def usual():
    return simulate(quillwork(), 12, 4, scale=4)


@pytest.fixture(scope="module")
def ledger():
    return simulate(quillwork(), 12, 4, scale=4, incidents=INCIDENTS)


def test_incidents_are_part_of_the_truth_with_their_first_day(ledger):
    assert ledger.truth["incidents"] == [
        {
            "kind": "broken_onboarding",
            "first_day": "2025-05-01",
            "month": 5,
            "months": 2,
            "activation_factor": 0.4,
        },
        {
            "kind": "price_change",
            "first_day": "2025-07-01",
            "month": 7,
            "product": "bootcamp",
            "price": 249,
            "elasticity": -1.5,
            "old_price": 199.0,
        },
        {
            "kind": "failed_payment_run",
            "first_day": "2025-10-01",
            "month": 10,
            "share": 0.25,
            "returning": 0.4,
        },
    ]


def activation(ledger) -> pd.DataFrame:
    table = funnel_by_month(ledger.touches, ["purchase", "activation"], window=14, until=ledger.end)
    return table[table["step"] == "activation"].set_index("month")


def test_a_broken_onboarding_shows_in_the_activation_of_those_two_months(ledger):
    table = activation(ledger)["step_rate"]
    broken = table.loc[["2025-05", "2025-06"]]
    others = table.drop(broken.index).dropna()
    assert broken.max() < 0.35 < 0.5 < others.min()


def test_activation_in_a_broken_month_is_the_rate_times_the_factor(ledger):
    touches = ledger.touches
    bought = touches[(touches["stage"] == "purchase") & (touches["channel"] == "search")]
    bought = bought[bought["day"].dt.month.isin([5, 6])]
    active = bought["customer_id"].isin(touches.loc[touches["stage"] == "activation", "customer_id"])
    interval = binomtest(int(active.sum()), len(active)).proportion_ci(0.999, method="wilson")
    true = ledger.truth["funnel_by_channel"]["purchase>activation"]["search"] * 0.4
    assert interval.low <= true <= interval.high


def test_a_broken_onboarding_costs_the_stages_after_it(ledger, usual):
    reached = [one.touches["stage"].value_counts() for one in (ledger, usual)]
    assert reached[0]["retention"] < 0.9 * reached[1]["retention"]
    assert reached[0]["consideration"] == reached[1]["consideration"]


def test_a_new_price_is_paid_from_its_first_day_on(ledger):
    core = ledger.orders[ledger.orders["product"] == "bootcamp"]
    later = core["day"] >= "2025-07-01"
    assert set(core.loc[~later, "price"]) == {199.0}
    assert set(core.loc[later, "price"]) == {249.0}


def test_a_higher_price_sells_less_as_its_elasticity_says(ledger, usual):
    sold = [(one.touches.query("stage == 'purchase' and day >= '2025-07-01'")) for one in (ledger, usual)]
    expected = (249 / 199) ** -1.5
    assert len(sold[0]) / len(sold[1]) == pytest.approx(expected, abs=0.04)
    early = [(one.orders["day"] < "2025-07-01").sum() for one in (ledger, usual)]
    assert early[0] == early[1]


def test_a_failed_payment_run_shows_in_the_churned_mrr_and_returns_as_reactivation(ledger, usual):
    churn = [revenue.movements(one)["churn"] for one in (ledger, usual)]
    assert churn[0]["2025-10"] > 3 * churn[1]["2025-10"]
    back = revenue.movements(ledger)["reactivation"]
    assert back[["2025-10", "2025-11"]].sum() > 0
    assert back[:"2025-09"].sum() == 0


def test_running_subscriptions_keep_their_price(usual):
    rows = simulate(
        quillwork(), 12, 4, scale=4, incidents=[PriceChange(6, "membership", 39, elasticity=0)]
    ).subscriptions
    mine = rows[rows["product"] == "membership"]
    later = mine["start"] >= "2025-06-01"
    assert set(mine.loc[~later, "price"]) == {29.0}
    assert set(mine.loc[later, "price"]) == {39.0}
    assert len(rows) == len(usual.subscriptions)


def test_an_add_on_that_becomes_free_is_taken_by_everyone(company):
    orders = simulate(company, 6, incidents=[PriceChange(4, "kit", 0, -1)]).check().orders
    later = orders[orders["day"] >= "2025-04-01"]
    assert (later["product"] == "kit").sum() == (later["product"] == "course").sum()
    assert later.loc[later["product"] == "kit", "amount"].eq(0).all()


def test_prices_can_change_more_than_once(company):
    changes = [PriceChange(6, "course", 149), PriceChange(3, "course", 249)]
    ledger = simulate(company, 8, incidents=changes)
    core = ledger.orders[ledger.orders["product"] == "course"]
    assert core.groupby(core["day"].dt.month)["price"].unique().map(list).tolist() == [
        [199.0], [199.0], [249.0], [249.0], [249.0], [149.0], [149.0], [149.0],
    ]  # fmt: skip
    assert [one["old_price"] for one in ledger.truth["incidents"]] == [249.0, 199.0]


def test_incidents_on_the_first_and_after_the_last_day_are_no_trouble(company):
    incidents = [BrokenOnboarding(1, months=50, activation_factor=0), FailedPaymentRun(1, 1.0)]
    ledger = simulate(company, 3, incidents=[*incidents, PriceChange(1, "course", 10, -0.5)]).check()
    assert "activation" not in set(ledger.touches["stage"])
    assert ledger.truth["incidents"][2]["old_price"] == 199.0


def test_a_single_incident_needs_no_list(company):
    assert len(simulate(company, 3, incidents=BrokenOnboarding(2)).truth["incidents"]) == 1


@pytest.fixture
def readers(company):
    """A company in which every buyer takes the basic plan, and only churn ends it."""
    assumed = company.assumptions
    assumed.channels[0].visitors_per_month = 4000
    assumed.subscribe_rate, assumed.plan_change = {"basic": 1.0}, {}
    assumed.churn = {"basic": {"alpha": 1, "beta": 9}}
    assumed.payment_failure_rate = 0
    return company


def lost_by_age(ledger, first, after):
    """Age in months -> (lost, due) at the renewals of the days from ``first`` to ``after``."""
    found, table = {}, ledger.subscriptions
    for age in range(1, 9):
        due = table["start"] + pd.DateOffset(months=age)
        there = (due >= first) & (due < after) & (table["end"].isna() | (table["end"] >= due))
        found[age] = int((table["end"][there] == due[there]).sum()), int(there.sum())
    return found


def test_without_new_content_those_who_have_seen_everything_leave_more_often(readers):
    incident = NoNewContent(9, months=3, churn_factor=3, backlog_months=4)
    ledger = simulate(readers, 14, 7, incidents=[incident]).check()
    for age, (lost, due) in lost_by_age(ledger, "2025-09-01", "2025-12-01").items():
        churn = 1 / (10 + age - 1)
        assert covers(lost, due, churn * (3 if age >= 4 else 1)), age
    for age, (lost, due) in lost_by_age(ledger, "2025-12-01", "2026-03-01").items():
        assert covers(lost, due, 1 / (10 + age - 1)), age


def test_months_without_content_lose_people_and_bring_nobody(readers):
    before = simulate(readers, 12, 7).subscriptions
    after = simulate(readers, 12, 7, incidents=[NoNewContent(6)]).subscriptions
    columns = ["subscription_id", "customer_id", "start"]
    pd.testing.assert_frame_equal(before[columns], after[columns])
    ends = [table["end"].fillna(pd.Timestamp("2030-01-01")) for table in (before, after)]
    assert (ends[1] <= ends[0]).all()
    assert (ends[1] < ends[0]).any()
    assert (after.loc[ends[1] < ends[0], "end"] >= "2025-06-01").all()


def test_a_factor_of_one_leaves_everything_as_it_was(readers):
    before = simulate(readers, 9, 7).subscriptions
    incident = NoNewContent(3, churn_factor=1, backlog_months=0)
    pd.testing.assert_frame_equal(simulate(readers, 9, 7, incidents=[incident]).subscriptions, before)


def test_a_factor_below_one_is_refused():
    with pytest.raises(ValueError, match=r"churn_factor must be 1 or more, not 0\.5"):
        NoNewContent(3, churn_factor=0.5)
