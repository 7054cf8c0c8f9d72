"""Estimators recover the true parameters. Intervals are 99.9 % ones, so that one seed is no lucky draw."""

import numpy as np
import pandas as pd
import pytest
from scipy.stats import binomtest

from ecotools.data import quillwork
from ecotools.metrics import community, retention, revenue
from ecotools.metrics.funnel import funnel
from ecotools.simulate import simulate

LEVEL = 0.999
SCORES = {"promoters": (9, 10), "passives": (7, 8), "detractors": (0, 6)}


def covers(happened: int, of: int, true: float, level: float = LEVEL) -> bool:
    """Whether the Wilson interval of a share covers the true one."""
    interval = binomtest(int(happened), int(of)).proportion_ci(level, method="wilson")
    return bool(interval.low <= true <= interval.high)


def ripe(ledger, table, days: int) -> pd.Series:
    """Rows whose window of so many days was over before the ledger ends."""
    return table["day"] + pd.Timedelta(days=days) <= ledger.end


@pytest.mark.parametrize(
    "step",
    [
        "awareness>consideration",
        "consideration>purchase",
        "purchase>activation",
        "activation>retention",
        "retention>referral",
    ],
)
def test_funnel_rates_are_recovered_by_channel(quillwork_ledger, step):
    ledger, (before, after) = quillwork_ledger, step.split(">")
    window = ledger.truth["window_days"][step]
    touches = ledger.touches[ledger.touches["stage"].isin([before, after])]
    entered = touches[(touches["stage"] == before) & ripe(ledger, touches, window)]
    touches = touches[touches["customer_id"].isin(entered["customer_id"])]
    table = funnel(touches, [before, after], window=window, by="channel").set_index(["channel", "step"])
    for channel, true in ledger.truth["funnel_by_channel"][step].items():
        assert covers(table.loc[(channel, after), "n"], table.loc[(channel, before), "n"], true), channel


def test_visitors_come_as_often_as_their_channels_say(quillwork_ledger):
    first = quillwork_ledger.touches[quillwork_ledger.touches["stage"] == "awareness"]
    for name, channel in quillwork_ledger.truth["channels"].items():
        growth = 1 + channel["monthly_growth"]
        means = quillwork_ledger.truth["scale"] * channel["visitors_per_month"] * growth ** np.arange(24)
        mine = first[first["channel"] == name]
        found = mine.groupby(mine["day"].dt.to_period("M")).size().to_numpy()
        assert np.abs((found - means) / np.sqrt(means)).max() < 4
        assert ((found - means) ** 2 / means).sum() < 52  # chi-square of 24, 99.9 %


def test_bundle_and_add_on_rates_are_recovered(quillwork_ledger):
    orders = quillwork_ledger.orders
    number, cores = orders["order_id"].nunique(), (orders["product"] == "bootcamp").sum()
    sold = orders["product"].value_counts()
    for bundle, true in quillwork_ledger.truth["bundle_rate"].items():
        assert covers(sold[bundle], number, true)
    for add_on, true in quillwork_ledger.truth["add_on_rate"].items():
        assert covers(sold[add_on], cores, true), add_on


def test_the_average_order_is_what_the_rates_make_it(quillwork_ledger):
    truth = quillwork_ledger.truth
    add_ons = sum(rate * truth["prices"][one] for one, rate in truth["add_on_rate"].items())
    bundled, bundle = truth["bundle_rate"]["starter_bundle"], truth["prices"]["starter_bundle"]
    expected = bundled * bundle + (1 - bundled) * (truth["prices"]["bootcamp"] + add_ons)
    per_order = quillwork_ledger.orders.groupby("order_id")["amount"].sum()
    assert abs(revenue.aov(quillwork_ledger.orders) - expected) < 3.29 * per_order.sem()


def test_refund_rates_are_recovered(quillwork_ledger):
    orders, truth = quillwork_ledger.orders, quillwork_ledger.truth
    orders = orders[ripe(quillwork_ledger, orders, truth["refund_window_days"] + 1)]
    for product, true in truth["refund_rate"].items():
        lines = orders[orders["product"] == product]
        assert covers((lines["refunded"] > 0).sum(), len(lines), true), product
    assert (orders.loc[~orders["product"].isin(list(truth["refund_rate"])), "refunded"] == 0).all()


def test_subscribe_rates_are_recovered(quillwork_ledger):
    ledger, truth = quillwork_ledger, quillwork_ledger.truth
    bought = ledger.orders.drop_duplicates("order_id")
    bought = bought[ripe(ledger, bought, truth["subscribe_window_days"])]
    joined = ledger.subscriptions.drop_duplicates("subscription_id")
    joined = joined[joined["customer_id"].isin(bought["customer_id"])]
    for plan, true in truth["subscribe_rate"].items():
        assert covers((joined["product"] == plan).sum(), len(bought), true), plan


@pytest.mark.parametrize("plan", ["membership_lite", "membership", "membership_plus"])
def test_churn_parameters_lie_in_the_intervals_of_the_fit(faithful_ledger, plan):
    tenures = retention.tenures(faithful_ledger, count_by="subscription")
    mine = tenures[tenures["product"] == plan]
    fit = retention.fit_sbg(mine["duration"], mine["observed"], level=LEVEL)
    true = faithful_ledger.truth["churn"][plan]
    true = true | {"mean_churn": true["alpha"] / (true["alpha"] + true["beta"])}
    for name, value in true.items():
        assert fit.loc[name, "low"] <= value <= fit.loc[name, "high"], name


@pytest.mark.parametrize("plan", ["membership", "membership_lite"])
def test_kaplan_meier_covers_the_true_survival(faithful_ledger, plan):
    tenures = retention.tenures(faithful_ledger, count_by="subscription")
    mine = tenures[tenures["product"] == plan]
    curve = retention.kaplan_meier(mine["duration"], mine["observed"], level=LEVEL).iloc[1:]
    curve = curve[curve["low"].notna()]
    true = retention.sbg_survival(**faithful_ledger.truth["churn"][plan], periods=curve["time"].astype(int))
    assert len(curve) > 18
    assert (curve["low"] <= true).all() and (true <= curve["high"]).all()


def test_failing_payments_come_on_top_of_churn_and_plan_changes_leave_it_alone(quillwork_ledger):
    truth = quillwork_ledger.truth
    lost = truth["payment_failure_rate"] * (1 - truth["recovered_share"])
    tenures = retention.tenures(quillwork_ledger, count_by="subscription")
    mine = tenures[tenures["product"] == "membership"]
    curve = retention.kaplan_meier(mine["duration"], mine["observed"], level=LEVEL).iloc[1:]
    periods = curve["time"].to_numpy(int)
    true = retention.sbg_survival(**truth["churn"]["membership"], periods=periods) * (1 - lost) ** periods
    assert (curve["low"].fillna(0) <= true).all() and (true <= curve["high"].fillna(1)).all()


def test_quarterly_plans_churn_by_the_quarter(faithful_ledger):
    rows = faithful_ledger.subscriptions
    rows = rows[rows["product"] == "writers_room"]
    old = rows[rows["start"] + pd.DateOffset(months=3) < faithful_ledger.end]
    true = faithful_ledger.truth["churn"]["writers_room"]
    first = old["end"] == old["start"] + pd.DateOffset(months=3)
    assert covers(first.sum(), len(old), true["alpha"] / (true["alpha"] + true["beta"]))


def last_reason(ledger) -> pd.DataFrame:
    """Each subscription's months and the reason it ended."""
    tenures = retention.tenures(ledger, count_by="subscription").set_index("subscription_id")
    reason = ledger.subscriptions.drop_duplicates("subscription_id", keep="last").set_index("subscription_id")
    return tenures.assign(reason=reason["ended_by"].astype("str"))


def test_the_rate_of_payments_lost_is_recovered(quillwork_ledger):
    truth, lives = quillwork_ledger.truth, last_reason(quillwork_ledger)
    lives = lives[lives["product"] != "writers_room"]
    cancelled = lives["observed"] & (lives["reason"] == "cancelled")
    failed = lives["observed"] & (lives["reason"] == "payment_failed")
    renewals = lives["duration"].sum() - cancelled.sum()
    assert covers(failed.sum(), renewals, truth["payment_failure_rate"] * (1 - truth["recovered_share"]))


@pytest.mark.parametrize("plan", ["membership_lite", "membership", "membership_plus"])
def test_the_rate_of_plan_changes_is_recovered(quillwork_ledger, plan):
    rows = quillwork_ledger.subscriptions
    rows = rows[rows["product"] == plan]
    until = rows["end"].fillna(quillwork_ledger.end - pd.Timedelta(days=1))
    months = (until.dt.year - rows["start"].dt.year) * 12 + until.dt.month - rows["start"].dt.month
    # The last month of one that runs is not over when its anniversary in that month is still to come.
    months -= (rows["end"].isna() & (until.dt.day < rows["start"].dt.day)).astype(int)
    changed = rows["ended_by"] == "changed"
    chances = months.sum() - rows["ended_by"].isin(["cancelled", "payment_failed"]).sum()
    assert covers(changed.sum(), chances, quillwork_ledger.truth["plan_change"][plan]["monthly_rate"])


def test_the_five_movements_account_for_mrr_to_the_cent(quillwork_ledger):
    table = revenue.movements(quillwork_ledger)
    end = table["start"] + table["new"] + table["expansion"] + table["reactivation"]
    end -= table["contraction"] + table["churn"]
    assert (end - table["end"]).abs().max() < 1e-6
    assert (table["start"].iloc[1:].to_numpy() == table["end"].iloc[:-1].to_numpy()).all()
    assert table["end"].tolist() == revenue.mrr(quillwork_ledger, list(table.index)).tolist()
    assert (table[["new", "expansion", "contraction", "churn"]].sum() > 0).all()


@pytest.fixture(scope="module")
def member_months(quillwork_ledger):
    """Subscribers of a whole calendar month, with their active days and actions in it."""
    ledger = quillwork_ledger
    spells = ledger.subscriptions.assign(end=ledger.subscriptions["end"].fillna(ledger.end))
    spells = spells.groupby("customer_id").agg(first=("start", "min"), last=("end", "max"))
    month = ledger.activity["day"].dt.to_period("M").rename("month")
    seen = ledger.activity.groupby(["customer_id", month])["count"].agg(days="size", actions="sum")
    whole = []
    for one in pd.period_range(ledger.start, periods=24, freq="M"):
        there = spells[(spells["first"] <= one.start_time) & (spells["last"] >= (one + 1).start_time)]
        whole.append(pd.MultiIndex.from_product([there.index, [one]], names=["customer_id", "month"]))
    return seen.reindex(whole[0].append(whole[1:]), fill_value=0)


def test_activity_is_as_assumed(quillwork_ledger, member_months):
    assumed = quillwork_ledger.truth["activity"]
    active = member_months[member_months["days"] > 0]
    assert covers(len(active), len(member_months), assumed["active_share"])
    assert abs(active["days"].mean() - assumed["days_active_mean"]) < 3.29 * active["days"].sem()
    counts = quillwork_ledger.activity["count"]
    assert abs(counts.mean() - assumed["mean_actions"]) < 3.29 * counts.sem()
    shares = quillwork_ledger.activity["action"].value_counts()
    for action, share in assumed["action_mix"].items():
        assert covers(shares[action], shares.sum(), share), action


def test_nps_answers_fall_as_assumed(quillwork_ledger):
    answers, truth = quillwork_ledger.surveys["answer"], quillwork_ledger.truth
    for group, (low, high) in SCORES.items():
        assert covers(answers.between(low, high).sum(), len(answers), truth["nps"][group]), group
    asked = quillwork_ledger.orders.drop_duplicates("order_id")
    asked = asked[ripe(quillwork_ledger, asked, truth["survey_days"] + 1)]
    assert covers(len(answers), len(asked), truth["response_rate"])


def test_the_nps_lies_in_its_interval(quillwork_ledger):
    found = community.nps(community.nps_answers(quillwork_ledger), level=LEVEL)
    assert found["low"] <= quillwork_ledger.truth["nps"]["score"] <= found["high"]
    assert found["high"] - found["low"] < 15


def test_95_percent_intervals_cover_the_truth_in_about_95_of_100_seeds():
    """Coverage itself, for the first step's rate and the response to the survey, over 60 seeds."""
    blueprint, covered = quillwork(), []
    blueprint.funnel[1].rate = 0.3
    blueprint.assumptions.subscribe_rate = {}
    for seed in range(60):
        ledger = simulate(blueprint, 3, seed, scale=0.1)
        first = ledger.touches.drop_duplicates("customer_id")
        first = first[(first["channel"] == "search") & ripe(ledger, first, 30)]
        leads = ledger.touches.loc[ledger.touches["stage"] == "consideration", "customer_id"]
        covered.append(covers(first["customer_id"].isin(leads).sum(), len(first), 0.22, 0.95))
        asked = ledger.orders.drop_duplicates("order_id")
        asked = asked[ripe(ledger, asked, 31)]
        covered.append(covers(len(ledger.surveys), len(asked), 0.3, 0.95))
    # 120 draws at 0.95: 107 to 119 with probability 0.99.
    assert 107 <= sum(covered) <= 119
