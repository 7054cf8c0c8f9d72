"""How steady an income is."""

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ecotools.metrics import revenue
from tests.metrics.subscription_tables import subscriptions

INCOMES = st.lists(st.integers(0, 1000), min_size=2, max_size=30).filter(any)


def by_month(values, start="2024-01") -> pd.Series:
    return pd.Series(values, pd.period_range(start, periods=len(values), freq="M"), dtype=float)


def test_by_hand():
    """Mean 100: after the first month 100 are missing, after the second 150, after the third 50."""
    found = revenue.steadiness(by_month([0, 50, 200, 150])).loc["revenue"]
    assert found["mean"] == 100 and found["cash_months"] == 1.5
    assert found["spread"] == pytest.approx(np.std([0, 50, 200, 150], ddof=1) / 100)
    assert revenue.steadiness(by_month([150, 200, 50, 0])).loc["revenue", "cash_months"] == 0


def test_an_income_that_never_varies_is_perfectly_steady():
    found = revenue.steadiness(by_month([80] * 24)).loc["revenue"]
    assert found.tolist() == [80, 0, 80, 1, 0]


def test_the_worst_month_in_twenty_is_a_month_that_there_was():
    found = revenue.steadiness(by_month([*range(100, 140)]))
    assert found.loc["revenue", "worst"] == 101
    short = revenue.steadiness(by_month([*range(19)]))
    assert math.isnan(short.loc["revenue", "worst"]) and math.isnan(short.loc["revenue", "worst_share"])
    assert short.attrs["reason"] == "19 months cannot show the worst in 20"


@settings(max_examples=40)
@given(INCOMES)
def test_a_larger_firm_of_the_same_kind_is_as_steady(values):
    small, large = (revenue.steadiness(by_month(values) * size).loc["revenue"] for size in (1, 7))
    names = ["spread", "worst_share", "cash_months"]
    assert large[names].tolist() == pytest.approx(small[names].tolist(), nan_ok=True)


@settings(max_examples=40)
@given(INCOMES)
def test_with_that_cash_nothing_falls_below_zero_and_with_less_it_does(values):
    series = by_month(values)
    found = revenue.steadiness(series).loc["revenue"]
    cash = found["cash_months"] * found["mean"] + (series - found["mean"]).cumsum()
    assert cash.min() >= -1e-6
    assert found["cash_months"] == 0 or cash.min() == pytest.approx(0, abs=1e-6)
    shuffled = series.sample(frac=1, random_state=1)
    pd.testing.assert_frame_equal(revenue.steadiness(shuffled), revenue.steadiness(series))


def test_members_are_steadier_than_launches_of_the_same_mean_over_200_seeds():
    draw = np.random.default_rng(8)
    months = pd.period_range("2024-01", periods=24, freq="M")
    members = pd.DataFrame(draw.normal(1000, 60, (24, 200)).clip(0), index=months)
    launches = pd.DataFrame(draw.poisson(0.25, (24, 200)) * 4000.0, index=months)
    steady, jumpy = (revenue.steadiness(runs).mean() for runs in (members, launches))
    assert steady["mean"] == pytest.approx(jumpy["mean"], rel=0.1)
    assert steady["spread"] < 0.1 < 1 < jumpy["spread"]
    assert steady["cash_months"] < 0.5 < 2 < jumpy["cash_months"]


def test_a_cost_of_ones_own_replaces_the_mean():
    found = revenue.steadiness(by_month([100, 100]), cost=150)
    assert found.loc["revenue", "cash_months"] == pytest.approx(100 / 150)
    assert found.attrs["definition"]["cost"] == "150"
    assert math.isnan(revenue.steadiness(by_month([100, 100]), cost=0).loc["revenue", "cash_months"])


def test_it_takes_what_the_measures_of_recurring_revenue_give():
    table = subscriptions(("a", "2024-01-01", None, 29.0), ("b", "2024-03-01", "2024-06-01", 29.0))
    found = revenue.steadiness(revenue.movements(table, "2024-01", "2024-12")["end"].rename("mrr"))
    assert found.index.tolist() == ["mrr"] and found.loc["mrr", "cash_months"] > 0


def test_months_may_be_counted_and_nothing_earned_has_no_spread():
    found = revenue.steadiness(pd.DataFrame({"firm": [0.0, 0.0]}, index=[1, 2]))
    assert found.loc["firm", "mean"] == 0 and found[["spread", "cash_months"]].isna().all(axis=None)


@pytest.mark.parametrize(
    ("series", "error", "said"),
    [
        (by_month([1]), ValueError, "series must have two months or more, not 1"),
        (by_month([1, 2, 3]).iloc[[0, 2]], ValueError, "series has no month after 2024-01: write 0"),
        (by_month([1, 2]).iloc[[0, 0, 1]], ValueError, "series has 2024-01 twice"),
        (pd.Series([1.0, 2.0], index=["a", "b"]), TypeError, "series must have months as its index"),
        ([1.0, 2.0], TypeError, "series must be a Series or a DataFrame by month, not list"),
        (by_month([1, float("nan")]), ValueError, "revenue is missing or not finite in row 2024-02"),
    ],
)
def test_what_is_no_income_by_month_is_refused(series, error, said):
    with pytest.raises(error, match=said):
        revenue.steadiness(series)
