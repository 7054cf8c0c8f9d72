"""Kaplan-Meier against published values, and tenures from the subscriptions table."""

import math
import warnings

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import CensoredData, ecdf

from ecotools.metrics import retention, revenue
from tests.metrics.subscription_tables import FEW, empty, subscriptions, tables

# Freireich et al. (1963), Blood 21, 699-716: weeks in remission of 21 children on 6-MP; censored times apart.
RELAPSED = [6, 6, 6, 7, 10, 13, 16, 22, 23]
CENSORED = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35]
# Kaplan-Meier estimates as printed in Kleinbaum & Klein, "Survival Analysis", chapter 2, with the 95 percent
# log-log interval of Stata's "sts list": at risk, lost, survival, low, high.
PUBLISHED = {
    6: (21, 3, 0.8571, 0.6197, 0.9516),
    7: (17, 1, 0.8067, 0.5631, 0.9228),
    10: (15, 1, 0.7529, 0.5032, 0.8894),
    13: (12, 1, 0.6902, 0.4316, 0.8491),
    16: (11, 1, 0.6275, 0.3675, 0.8049),
    22: (7, 1, 0.5378, 0.2678, 0.7468),
    23: (6, 1, 0.4482, 0.1881, 0.6801),
}

DURATIONS = st.lists(st.tuples(st.integers(0, 12), st.booleans()), min_size=1, max_size=30)


def six_mp() -> pd.DataFrame:
    observed = [True] * len(RELAPSED) + [False] * len(CENSORED)
    return retention.kaplan_meier(RELAPSED + CENSORED, observed)


def test_the_6_mp_remissions_give_the_published_curve():
    curve = six_mp().set_index("time")
    for week, (at_risk, lost, *published) in PUBLISHED.items():
        row = curve.loc[week]
        assert (row["at_risk"], row["lost"]) == (at_risk, lost)
        assert row[["survival", "low", "high"]].tolist() == pytest.approx(published, abs=5.1e-5)


def test_the_median_remission_on_6_mp_is_23_weeks():
    assert retention.median_lifetime(six_mp()) == 23


def test_the_placebo_arm_has_no_censoring_and_is_the_plain_share():
    weeks = [1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23]
    curve = retention.kaplan_meier(weeks).set_index("time")["survival"]
    assert curve[[1, 2, 10 - 2, 23]].tolist() == pytest.approx([19 / 21, 17 / 21, 8 / 21, 0])


@given(DURATIONS)
def test_a_curve_starts_at_one_and_never_rises(rows):
    curve = retention.kaplan_meier(*zip(*rows, strict=True))
    assert curve["time"].iloc[0] == 0 and curve["time"].is_monotonic_increasing and curve["time"].is_unique
    assert (np.diff(curve["survival"]) <= 1e-12).all() and curve["survival"].between(0, 1).all()
    inside = curve.dropna()
    assert (inside["low"] <= inside["survival"] + 1e-12).all() and (
        inside["survival"] <= inside["high"] + 1e-12
    ).all()


@given(DURATIONS)
def test_a_curve_is_the_product_of_its_own_counts(rows):
    curve = retention.kaplan_meier(*zip(*rows, strict=True))
    assert np.allclose(curve["survival"], (1 - curve["lost"] / curve["at_risk"]).cumprod())
    gone = (curve["lost"] + curve["censored"]).cumsum().shift(fill_value=0)
    assert curve["at_risk"].tolist() == (len(rows) - gone).tolist()


@given(st.lists(st.integers(1, 12), min_size=1))
def test_without_censoring_survival_is_the_share_who_stay_longer(durations):
    curve = retention.kaplan_meier(durations)
    expected = [np.mean(np.array(durations) > time) for time in curve["time"]]
    assert np.allclose(curve["survival"], expected)


def test_a_higher_level_gives_a_wider_interval():
    narrow, wide = (retention.kaplan_meier(RELAPSED, level=level).iloc[3] for level in (0.5, 0.99))
    assert wide["low"] < narrow["low"] and narrow["high"] < wide["high"]


def test_everybody_still_there_is_a_flat_curve_without_an_interval():
    curve = retention.kaplan_meier([3, 5], [False, False])
    assert (curve["survival"] == 1).all() and curve[["low", "high"]].iloc[1:].isna().all().all()


def test_one_customer_is_enough_for_a_curve():
    assert retention.kaplan_meier([4], [True])["survival"].tolist() == [1, 0]


def test_no_durations_give_an_empty_curve_with_the_reason():
    curve = retention.kaplan_meier([])
    assert curve.empty and curve.attrs["reason"] == "there are no durations"
    assert retention.median_lifetime(curve).reason == "there are no durations"


@pytest.mark.parametrize(
    ("durations", "observed", "message"),
    [
        ([1, -1], None, "durations must be zero or more"),
        ([1, float("nan")], None, "durations must be zero or more"),
        ([1, 2], [True], "observed must be as long as durations"),
        ([1, 2], [True, 2], "observed must be True"),
    ],
)
def test_impossible_durations_are_refused(durations, observed, message):
    with pytest.raises(ValueError, match=message):
        retention.kaplan_meier(durations, observed)


@pytest.mark.parametrize("level", [0, 1, 95])
def test_a_level_is_a_fraction_between(level):
    with pytest.raises(ValueError, match="level must"):
        retention.kaplan_meier([1, 2], level=level)


def tenure(*rows, until="2024-12-01", unit="month", **columns) -> list[tuple[int, bool]]:
    found = retention.tenures(subscriptions(*rows, **columns), until, unit=unit)
    return list(zip(found["duration"].tolist(), found["observed"].tolist(), strict=True))


def test_a_tenure_counts_renewals_and_a_running_one_is_censored():
    assert tenure(("a", "2024-01-31", "2024-02-29", 9.0)) == [(1, True)]
    assert tenure(("a", "2024-01-10", "2024-04-10", 9.0)) == [(3, True)]
    assert tenure(("a", "2024-09-15", None, 9.0)) == [(2, False)]


def test_a_tenure_in_days_counts_days():
    assert tenure(("a", "2024-01-10", "2024-01-30", 9.0), unit="day") == [(20, True)]
    assert tenure(("a", "2024-11-21", None, 9.0), unit="day") == [(9, False)]


def test_a_plan_change_goes_on_with_the_tenure():
    rows = ("a", "2024-01-10", "2024-03-10", 9.0), ("a", "2024-03-10", "2024-06-10", 29.0)
    assert tenure(*rows, subscription_id=[1, 1], ended_by=["changed", "cancelled"]) == [(5, True)]


def test_a_free_trial_is_no_part_of_the_tenure():
    rows = ("a", "2024-01-10", "2024-01-24", 0.0), ("a", "2024-01-24", "2024-03-24", 9.0)
    assert tenure(*rows, subscription_id=[1, 1], ended_by=["changed", "cancelled"]) == [(2, True)]


def test_a_customer_who_comes_back_is_counted_for_the_first_stay():
    assert tenure(("a", "2024-01-10", "2024-02-10", 9.0), ("a", "2024-05-10", None, 9.0)) == [(1, True)]


def test_what_happens_after_until_is_not_known():
    assert tenure(("a", "2024-01-10", "2024-11-10", 9.0), until="2024-06-01") == [(4, False)]
    assert tenure(("a", "2024-07-10", None, 9.0), until="2024-06-01") == []


def test_a_loss_in_a_month_still_under_way_waits_for_its_anniversary():
    # Others who joined that day are still to decide: counting only the loss would make churn look higher.
    assert tenure(("a", "2024-11-10", "2024-11-20", 9.0), until="2024-12-01") == [(0, False)]
    assert tenure(("a", "2024-11-10", "2024-11-20", 9.0), until="2024-12-11") == [(1, True)]


def test_a_tenure_is_of_a_customer_unless_you_ask_for_subscriptions():
    rows = ("a", "2024-01-10", "2024-03-10", 9.0), ("a", "2024-02-10", None, 9.0)
    assert tenure(*rows) == [(10, False)]
    by_subscription = retention.tenures(subscriptions(*rows), "2024-12-01", count_by="subscription")
    assert by_subscription[["subscription_id", "duration"]].to_numpy().tolist() == [[0, 2], [1, 9]]


def test_the_first_product_paid_for_is_named():
    rows = ("a", "2024-01-10", "2024-03-10", 9.0), ("a", "2024-03-10", None, 29.0)
    table = subscriptions(*rows, subscription_id=[1, 1], product=["basic", "plus"], ended_by=["changed", ""])
    assert retention.tenures(table, "2024-12-01")["product"].tolist() == ["basic"]


def test_a_filtered_table_is_refused_because_plan_changes_would_look_like_losses():
    rows = ("a", "2024-01-10", "2024-03-10", 9.0), ("a", "2024-03-10", None, 29.0)
    table = subscriptions(*rows, subscription_id=[1, 1], product=["basic", "plus"], ended_by=["changed", ""])
    with pytest.raises(ValueError, match=r"1 rows ended as 'changed'.*\(first: row 0\)"):
        retention.tenures(table[table["product"] == "basic"], "2024-12-01")


def test_endings_that_are_no_decision_can_be_censored():
    rows = ("a", "2024-01-10", "2024-03-10", 9.0), ("b", "2024-01-10", "2024-04-10", 9.0)
    table = subscriptions(*rows, ended_by=["payment_failed", "cancelled"])
    found = retention.tenures(table, "2024-12-01", lost_by="cancelled")
    assert found[["duration", "observed"]].to_numpy().tolist() == [[2, False], [3, True]]
    both = retention.tenures(table, "2024-12-01", lost_by=["cancelled", "payment_failed"])
    assert both["observed"].all()
    assert retention.survival(table, "2024-12-01", lost_by="cancelled")["lost"].sum() == 1
    with pytest.raises(
        ValueError, match="lost_by must be one of 'cancelled', 'payment_failed', 'paused', not 'canceled'"
    ):
        retention.tenures(table, "2024-12-01", lost_by="canceled")


def test_an_empty_table_has_no_tenures():
    assert list(retention.tenures(empty()).columns) == [
        "customer_id",
        "product",
        "start",
        "duration",
        "observed",
        "entry",
    ]
    assert retention.survival(empty()).empty


@FEW
@given(tables())
def test_the_curve_of_tenures_agrees_with_the_cohorts_where_nobody_returns(table):
    first_stay = table.sort_values("start").drop_duplicates("customer_id")
    curve = retention.survival(first_stay, "2025-03-01", unit="day")
    tenures = retention.tenures(first_stay, "2025-03-01", unit="day")
    assert (curve["lost"].sum() if len(curve) else 0) == tenures["observed"].sum()
    assert (tenures["duration"] >= 0).all()


def test_leaving_out_those_who_still_pay_would_make_tenures_look_short():
    table = subscriptions(*[(n, "2024-01-10", "2024-03-10" if n < 2 else None, 9.0) for n in range(10)])
    curve = retention.survival(table, "2024-12-01")
    assert curve["survival"].iloc[-1] == pytest.approx(0.8)
    lost = retention.tenures(table, "2024-12-01").query("observed")
    assert retention.kaplan_meier(lost["duration"])["survival"].iloc[-1] == 0


def test_the_curve_says_what_it_counts():
    words = retention.survival(revenue.example(), "2025-06-01").attrs["definition"]
    assert words["estimate"] == "Kaplan-Meier" and words["unit"] == "month" and words["of"] == "customer"
    assert math.isclose(retention.survival(revenue.example(), "2025-06-01")["survival"].iloc[-1], 0.5)


@given(st.lists(st.tuples(st.integers(0, 12), st.booleans()), min_size=1, max_size=40))
def test_without_late_entry_it_is_the_curve_of_scipy(rows):
    duration, lost = (np.array(each) for each in zip(*rows, strict=True))
    ours = retention.kaplan_meier(duration, lost)
    curve = ecdf(CensoredData.right_censored(duration, ~lost)).sf
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)
        bounds = curve.confidence_interval(0.95, method="log-log")
    theirs = ours[ours["time"].isin(curve.quantiles)].tail(len(curve.quantiles))
    assert theirs["survival"].to_numpy() == pytest.approx(curve.probabilities)
    inner = ((curve.probabilities > 0) & (curve.probabilities < 1)).nonzero()[0]
    for side, bound in (("low", bounds.low), ("high", bounds.high)):
        assert theirs[side].to_numpy()[inner] == pytest.approx(bound.probabilities[inner])


def test_late_entry_by_hand():
    """Three watched from the start, one from age 2: at age 3 two are at risk, not one."""
    curve = retention.kaplan_meier([1, 2, 3, 4], [True, False, True, False], entry=[0, 0, 0, 2])
    assert curve["at_risk"].tolist() == [3, 3, 2, 2, 1]
    assert curve["survival"].tolist() == pytest.approx([1, 2 / 3, 2 / 3, 1 / 3, 1 / 3])


def test_an_age_at_which_nobody_was_watched_leaves_a_gap_with_its_reason():
    curve = retention.kaplan_meier([1, 5], [True, True], entry=[0, 3])
    assert curve["survival"].isna().tolist() == [False, True, True]
    assert curve.attrs["reason"] == "nobody was watched beyond the age of 1 until older ones came under watch"
    assert retention.median_lifetime(curve).reason == curve.attrs["reason"]
    later = retention.kaplan_meier([4, 5], [True, True], entry=[2, 3])
    assert later["survival"].iloc[1:].isna().all()
    assert later.attrs["reason"].startswith("nobody was watched before the age of 2")
    assert retention.kaplan_meier([2], [True], entry=[2]).empty


@pytest.mark.parametrize(
    "lost", [["True", "False"], [float("nan"), True], [None, True], [pd.NA, True], [2, 1]]
)
@pytest.mark.parametrize("fit", [retention.kaplan_meier, retention.fit_sbg])
def test_what_is_neither_true_nor_false_is_refused_alike_by_both_models(fit, lost):
    with pytest.raises(
        ValueError,
        match=r"observed must be True \(lost\) or False \(censored\) in every row, not .* in row 0",
    ):
        fit([1, 2], lost)


@pytest.mark.parametrize("wrong", [pd.NA, None, "two", float("inf"), True])
@pytest.mark.parametrize("fit", [retention.kaplan_meier, retention.fit_sbg])
def test_what_is_no_duration_is_refused_alike_by_both_models(fit, wrong):
    with pytest.raises(
        ValueError, match="durations must be zero or more in every row, with none missing, not"
    ):
        fit([1, wrong])
    with pytest.raises(TypeError, match="durations must be a list"):
        fit("12")
