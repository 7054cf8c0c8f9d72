"""Logo churn on its four bases, and what each makes of who joins and leaves in one month."""

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecotools.measure import Measure
from ecotools.metrics import retention, revenue
from ecotools.metrics.revenue.bridge import movement_list
from tests.metrics.subscription_tables import FEW, empty, subscriptions, tables

BASES = ["start", "start_plus_new", "average", "daily_sum"]
MONTHS = [f"2024-{month:02d}" for month in range(1, 13)]


def march() -> pd.DataFrame:
    """Ten customers at the start of March; two are lost, five join, one of these leaves again."""
    stay = [(f"stay{n}", "2024-01-10", None, 10.0) for n in range(8)]
    lost = [(f"lost{n}", "2024-01-10", "2024-03-10", 10.0) for n in range(2)]
    join = [(f"join{n}", "2024-03-05", None, 10.0) for n in range(4)]
    return subscriptions(*stay, *lost, *join, ("passing", "2024-03-05", "2024-03-20", 10.0))


@pytest.mark.parametrize(
    ("base", "expected"),
    [
        ("start", 2 / 10),
        ("start_plus_new", 3 / 15),
        ("average", 3 / ((10 + 12) / 2)),
        ("daily_sum", 2 / 15 + 1 / 13),
    ],
)
def test_the_four_bases_give_four_rates(base, expected):
    rate = retention.churn_rate(march(), "2024-03", base=base)
    assert rate == pytest.approx(expected)
    assert rate.unit == "fraction" and "lost on the first day not paid for; unit: customer" in rate.definition


def test_the_table_has_the_rate_of_each_month_and_its_parts():
    table = retention.churn_table(march())
    assert table.loc["2024-03"].drop("churn").tolist() == [10, 5, 2, 1, 12]
    assert math.isnan(table.loc["2024-01", "churn"])
    assert table.index.dtype == "period[M]" and table.attrs["definition"]["unit"] == "customer"


@FEW
@given(tables(), st.sampled_from(BASES))
def test_the_table_and_the_single_rate_agree(table, base):
    months = retention.churn_table(table, "2024-01", "2024-12", base=base)
    for month in MONTHS[::5]:
        rate = retention.churn_rate(table, month, base=base)
        assert months.loc[month, "churn"] == pytest.approx(float(rate), nan_ok=True)


@FEW
@given(tables())
def test_who_was_there_who_came_and_who_went_add_up(table):
    months = retention.churn_table(table, "2023-12", "2025-03")
    assert (
        months["start"] + months["joined"] - months["lost"] - months["joined_and_lost"] == months["end"]
    ).all()
    assert months["end"].tolist()[:-1] == months["start"].tolist()[1:]
    assert months["end"].tolist() == [len(revenue.mrr_by_customer(table, month)) for month in months.index]


@FEW
@given(tables())
def test_lost_customers_are_those_whose_mrr_churned(table):
    moved = movement_list(table, "2024-01", "2025-03")
    churned = moved[moved["kind"] == "churn"].groupby("month").size()
    months = retention.churn_table(table, "2024-01", "2025-03")
    assert months["lost"].tolist() == churned.reindex(months.index, fill_value=0).tolist()


@FEW
@given(tables())
def test_only_the_rate_on_the_start_is_the_complement_of_retention(table):
    then, now = (set(revenue.mrr_by_customer(table, month).index) for month in ("2024-05", "2024-06"))
    rate = retention.churn_rate(table, "2024-06")
    assert math.isnan(rate) if not then else rate == pytest.approx(1 - len(then & now) / len(then))


@FEW
@given(tables())
def test_without_new_customers_the_bases_coincide_but_for_the_mean_and_the_shrinking_days(table):
    months = {base: retention.churn_table(table, "2024-01", "2025-03", base=base) for base in BASES}
    quiet = (months["start"]["joined"] == 0) & (months["start"]["start"] > 0)
    rate = {base: months[base].loc[quiet, "churn"] for base in BASES}
    assert rate["start"].equals(rate["start_plus_new"])
    assert np.allclose(rate["average"], rate["start"] / (1 - rate["start"] / 2))
    assert (rate["daily_sum"] >= rate["start"] - 1e-12).all()


def test_without_new_customers_and_all_lost_on_one_day_the_daily_sum_coincides_too():
    table = subscriptions(*[(n, "2024-01-10", "2024-02-10" if n < 3 else None, 10.0) for n in range(10)])
    assert [retention.churn_rate(table, "2024-02", base=base) for base in BASES if base != "average"] == [
        0.3
    ] * 3


def test_who_joins_and_leaves_in_one_month_counts_as_each_base_documents():
    table = subscriptions(("old", "2024-01-01", None, 10.0), ("passing", "2024-02-05", "2024-02-20", 10.0))
    rates = {base: retention.churn_rate(table, "2024-02", base=base) for base in BASES}
    assert rates == {"start": 0, "start_plus_new": 0.5, "average": 1, "daily_sum": 0.5}


def test_who_is_back_before_the_month_closes_is_lost_for_the_daily_sum_only():
    table = subscriptions(("a", "2024-01-01", "2024-02-05", 10.0), ("a", "2024-02-20", None, 10.0))
    rates = {base: retention.churn_rate(table, "2024-02", base=base) for base in BASES}
    assert rates == {"start": 0, "start_plus_new": 0, "average": 0, "daily_sum": 1}


def test_a_plan_change_or_one_of_two_subscriptions_ending_loses_nobody():
    change = subscriptions(
        ("a", "2024-01-01", "2024-02-05", 10.0), ("a", "2024-02-05", None, 20.0), subscription_id=[1, 1]
    )
    two = subscriptions(("a", "2024-01-01", "2024-02-05", 10.0), ("a", "2024-01-01", None, 20.0))
    assert retention.churn_rate(change, "2024-02") == 0
    assert retention.churn_rate(two, "2024-02") == 0
    assert retention.churn_rate(two, "2024-02", count_by="subscription") == 0.5


def test_the_end_of_a_trial_loses_nobody():
    table = subscriptions(("a", "2024-01-01", None, 10.0), ("b", "2024-01-20", "2024-02-03", 0.0))
    assert retention.churn_rate(table, "2024-02") == 0


def test_cancel_counts_on_the_day_of_the_decision_and_period_end_when_the_paid_time_runs_out():
    rows = ("a", "2024-01-01", "2024-03-01", 10.0), ("b", "2024-01-01", None, 10.0)
    table = subscriptions(*rows, cancelled_on=pd.to_datetime(["2024-02-10", None]))
    in_february = retention.churn_rate(table, "2024-02", when="cancel")
    assert in_february == 0.5 and "day of the cancellation" in in_february.definition
    assert retention.churn_rate(table, "2024-02") == 0
    assert retention.churn_rate(table, "2024-03") == 0.5
    assert retention.churn_table(table, when="cancel").loc["2024-02", "lost"] == 1


def test_a_failed_payment_has_no_cancellation_and_counts_at_its_end():
    rows = ("a", "2024-01-01", "2024-03-01", 10.0), ("b", "2024-01-01", None, 10.0)
    table = subscriptions(*rows, ended_by=["payment_failed", ""], cancelled_on=pd.Series([pd.NaT, pd.NaT]))
    assert retention.churn_rate(table, "2024-03", when="cancel") == 0.5


def test_cancel_without_the_day_of_the_cancellation_is_refused_with_the_way_out():
    with pytest.raises(
        ValueError, match=r"needs the day each customer cancelled, in a column 'cancelled_on'"
    ):
        retention.churn_rate(march(), "2024-03", when="cancel")


def test_a_window_of_days_ends_before_its_end():
    table = march()
    assert retention.churn_rate(table, start="2024-03-01", end="2024-03-10") == 0
    assert retention.churn_rate(table, start="2024-03-01", end="2024-03-11") == 0.2
    whole = retention.churn_rate(table, "2024-03")
    assert retention.churn_rate(table, start="2024-03-01", end="2024-04-01") == whole
    assert retention.churn_rate(table, start="2024-03", end="Mar 2024") == whole


@pytest.mark.parametrize(
    ("window", "message"),
    [
        ({"month": "2024-03", "start": "2024-03-01"}, "give either a month, or both start and end"),
        ({"start": pd.Timestamp("2024-03-01", tz="UTC"), "end": "2024-04-01"}, "start has a time zone"),
        ({"start": "2024-03-01"}, "give either a month, or both start and end"),
        ({"start": "2024-03-01", "end": "2024-03-01"}, "end must be after start"),
        ({"month": "March"}, "month must be a day such as '2025-03-31' or a month .* add the year"),
        ({"month": "2024"}, "month must be one month such as '2025-03', not '2024'"),
    ],
)
def test_half_a_window_is_refused(window, message):
    with pytest.raises(ValueError, match=message):
        retention.churn_rate(march(), **window)


def test_an_unknown_base_is_refused_with_the_nearest():
    with pytest.raises(ValueError, match="Did you mean 'start_plus_new'"):
        retention.churn_rate(march(), base="start_plus")


def test_nobody_to_lose_is_nan_with_the_reason_and_never_zero():
    for base in BASES:
        rate = retention.churn_rate(march(), "2023-06", base=base)
        assert math.isnan(rate) and rate.reason
    assert retention.churn_rate(empty()).reason == "the table is empty"
    assert retention.churn_table(empty()).empty
    assert retention.churn_table(empty(), "2024-01", "2024-02")["churn"].isna().all()


def test_one_customer_who_leaves_is_all_of_them():
    table = subscriptions(("a", "2024-01-10", "2024-02-10", 10.0))
    assert retention.churn_rate(table, "2024-02") == 1
    assert retention.churn_rate(table, "2024-02", base="average") == 2
    assert retention.churn_rate(table) == 1


# Retained after 12 months; the published table of the definitions.
@pytest.mark.parametrize(
    ("monthly", "kept"), [(0.01, 0.8864), (0.03, 0.6938), (0.05, 0.5404), (0.08, 0.3677), (0.12, 0.2157)]
)
def test_a_year_compounds_the_churn_of_its_months(monthly, kept):
    annual = retention.annual_from_monthly(monthly)
    assert 1 - annual == pytest.approx(kept, abs=5e-5)
    assert retention.monthly_from_annual(annual) == pytest.approx(monthly)
    assert isinstance(annual, Measure) and annual.unit == "fraction a year"


@pytest.mark.parametrize("convert", [retention.annual_from_monthly, retention.monthly_from_annual])
def test_a_percent_is_refused(convert):
    with pytest.raises(ValueError, match=r"Rates are fractions: did you mean 0.05"):
        convert(5)


@given(st.floats(0, 1))
def test_a_year_never_loses_more_than_everybody_nor_more_than_twelve_months(monthly):
    annual = retention.annual_from_monthly(monthly)
    assert 0 <= annual <= min(1, 12 * monthly) + 1e-12


def test_losses_name_who_went_when_and_why():
    rows = [
        ("a", "2024-01-01", "2024-02-05", 9.0),
        ("a", "2024-03-01", "2024-04-01", 9.0),
        ("b", "2024-01-01", "2024-02-03", 9.0),
    ]
    table = subscriptions(*rows, ended_by=["paused", "cancelled", "payment_failed"])
    assert retention.losses(table).astype({"day": str}).to_numpy().tolist() == [
        ["b", "2024-02-03", "payment_failed"],
        ["a", "2024-02-05", "paused"],
        ["a", "2024-04-01", "cancelled"],
    ]
    assert retention.losses(table, "2024-04", "2024-04")["customer_id"].tolist() == ["a"]
    assert retention.losses(empty()).empty


def test_ending_one_of_two_subscriptions_is_a_loss_of_a_subscription_only():
    table = subscriptions(("a", "2024-01-01", "2024-02-05", 9.0), ("a", "2024-01-01", None, 9.0))
    assert retention.losses(table).empty
    assert retention.losses(table, count_by="subscription")["subscription_id"].tolist() == [0]


@FEW
@given(tables())
def test_the_losses_of_a_month_are_at_least_those_the_rate_counts(table):
    months = retention.churn_table(table, "2024-01", "2025-03")
    lost = retention.losses(table, "2024-01", "2025-03")
    by_month = lost.groupby(lost["day"].dt.to_period("M")).size().reindex(months.index, fill_value=0)
    assert (by_month >= months["lost"] + months["joined_and_lost"]).all()
    assert lost["ended_by"].isin(["cancelled"]).all()
