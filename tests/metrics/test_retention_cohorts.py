"""The cohort triangle: age 0 is everybody, immature cells are NaN, and a customer is in one cohort."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecotools.metrics import retention, revenue
from ecotools.metrics.revenue.bridge import movement_list
from tests.metrics.subscription_tables import FEW, empty, subscriptions, tables

UNTIL = "2025-03-01"

EVENTS = st.lists(st.tuples(st.integers(1, 8), st.integers(0, 300)), min_size=1, max_size=40)


def events(rows) -> pd.DataFrame:
    user, day = zip(*rows, strict=True)
    return pd.DataFrame(
        {"customer_id": user, "day": pd.Timestamp("2024-01-01") + pd.to_timedelta(day, unit="D")}
    )


def known(table: pd.DataFrame) -> np.ndarray:
    return table.notna().to_numpy()


@given(tables())
def test_age_0_is_the_whole_cohort(table):
    rates, counts = (retention.cohort_table(table, UNTIL, values=values) for values in ("rate", "count"))
    sizes = list(counts.attrs["customers"].values())
    assert counts[0].fillna(0).tolist() == sizes
    some = np.array(sizes) > 0
    assert (rates[0][some] == 1).all() and rates[~some].isna().all().all()


@FEW
@given(tables())
def test_no_rate_of_customers_is_above_one(table):
    rates = retention.cohort_table(table, UNTIL).to_numpy()
    assert (rates[~np.isnan(rates)] <= 1).all() and (rates[~np.isnan(rates)] >= 0).all()


@FEW
@given(tables())
def test_mature_cells_are_a_triangle(table):
    counts = retention.cohort_table(table, UNTIL, values="count")
    mature = known(counts).sum(axis=1)
    assert (np.arange(counts.shape[1]) < mature[:, None]).tolist() == known(counts).tolist()
    assert (np.diff(mature) <= 0).all()


@FEW
@given(tables(max_rows=8), st.integers(0, 14))
def test_each_cell_counts_who_pays_so_many_months_after_their_own_first_day(table, age):
    counts = retention.cohort_table(table, UNTIL, values="count")
    paid = table[(table["price"] > 0) & (table["discount"] < 1) & ~(table["end"] <= table["start"])]
    first = paid.groupby("customer_id")["start"].min()
    anniversary = first + pd.DateOffset(months=age)
    there = [customer in revenue.mrr_by_customer(table, day).index for customer, day in anniversary.items()]
    expected = pd.Series(there, dtype=float).groupby(first.dt.to_period("M").to_numpy()).sum()
    if age in counts.columns:
        cells = counts[age].dropna()
        assert cells.tolist() == expected.reindex(cells.index, fill_value=0.0).tolist()


@FEW
@given(tables())
def test_revenue_at_age_0_is_what_the_cohort_began_with(table):
    money = retention.cohort_table(table, UNTIL, values="count", of="revenue")
    rates = retention.cohort_table(table, UNTIL, of="revenue")
    began = (money[0] > 0).to_numpy()
    assert (rates[0][began] == 1).all()
    day_one = movement_list(table, "2024-01-01", UNTIL, freq="D").query("kind == 'new'")
    assert money[0].sum() == pytest.approx(day_one["amount"].sum())


def test_the_example_reads_as_its_story():
    counts = retention.cohort_table(revenue.example(), "2025-06-01", values="count")
    assert counts.loc["2025-02"].tolist()[:4] == [2, 1, 0, 1]
    assert counts.attrs["customers"]["2025-02"] == 2
    money = retention.cohort_table(revenue.example(), "2025-06-01", values="count", of="revenue")
    assert money.loc["2025-01"].tolist() == [49, 49, 79, 79, 79]


def test_an_immature_cell_is_nan_and_not_zero():
    table = subscriptions(("a", "2024-01-10", None, 10.0), ("b", "2024-03-20", None, 10.0))
    rates = retention.cohort_table(table, until="2024-04-15")
    assert rates.loc["2024-01"].tolist() == [1, 1, 1, 1]
    assert rates.loc["2024-03"].isna().tolist() == [False, True, True, True]


def test_a_cell_is_immature_until_the_last_of_the_cohort_has_reached_the_age():
    table = subscriptions(("a", "2024-01-01", None, 10.0), ("b", "2024-01-31", "2024-02-15", 10.0))
    assert retention.cohort_table(table, until="2024-02-29").loc["2024-01"].tolist() == [1]
    assert retention.cohort_table(table, until="2024-03-01").loc["2024-01"].tolist() == [1, 0.5]


def test_a_month_nobody_came_in_has_a_row_without_a_rate():
    table = subscriptions(("a", "2024-01-10", None, 10.0), ("b", "2024-03-10", None, 10.0))
    rates, counts = (
        retention.cohort_table(table, "2024-05-01", values=values) for values in ("rate", "count")
    )
    assert rates.loc["2024-02"].isna().all()
    assert counts.loc["2024-02"].dropna().tolist() == [0, 0, 0]


def test_a_plan_change_stays_in_its_cohort_and_a_return_does_not_open_another():
    rows = (
        ("a", "2024-01-10", "2024-02-10", 10.0),
        ("a", "2024-02-10", "2024-03-10", 20.0),
        ("a", "2024-05-01", None, 9.0),
    )
    counts = retention.cohort_table(subscriptions(*rows), "2024-08-01", values="count")
    assert counts.loc["2024-01"].tolist() == [1, 1, 0, 0, 1, 1, 1]
    assert sum(counts.attrs["customers"].values()) == 1


def test_the_average_weighs_cohorts_by_their_customers():
    counts = pd.DataFrame(
        {0: [100.0, 2.0], 1: [90.0, 0.0]}, index=pd.period_range("2024-01", periods=2, freq="M")
    )
    average = retention.cohort_average(counts)
    assert average[1] == pytest.approx(90 / 102)
    assert average[1] != pytest.approx((counts[1] / counts[0]).mean())


def test_the_average_takes_mature_cells_only_and_refuses_rates():
    table = subscriptions(("a", "2024-01-10", None, 10.0), ("b", "2024-03-20", None, 10.0))
    counts = retention.cohort_table(table, until="2024-04-15", values="count")
    assert retention.cohort_average(counts).tolist() == [1, 1, 1, 1]
    with pytest.raises(ValueError, match=r"use cohort_table\(..., values='count'\)"):
        retention.cohort_average(retention.cohort_table(table, until="2024-04-15"))


@FEW
@given(EVENTS)
def test_events_put_each_customer_in_the_month_of_their_first(rows):
    table = events(rows)
    counts = retention.cohort_table(table, "2025-02-01", values="count")
    first = table.groupby("customer_id")["day"].min().dt.to_period("M")
    assert counts[0].tolist() == [int((first == month).sum()) for month in counts.index]
    assert sum(counts.attrs["customers"].values()) == table["customer_id"].nunique()


@FEW
@given(EVENTS)
def test_events_count_active_customers_by_calendar_month(rows):
    table = events(rows)
    counts = retention.cohort_table(table, "2025-02-01", values="count")
    month = table["day"].dt.to_period("M")
    by_month = pd.Series(0.0, index=counts.index)
    for cohort, row in counts.iterrows():
        for age, customers in row.dropna().items():
            by_month[cohort + age] += customers
    active = table.groupby(month)["customer_id"].nunique()
    assert by_month.tolist() == active.reindex(counts.index, fill_value=0).tolist()


def test_an_event_cell_is_mature_when_its_month_is_over():
    table = events([(1, 5), (1, 40), (2, 45)])
    assert retention.cohort_table(table, "2024-02-20").loc["2024-01"].tolist() == [1]
    assert retention.cohort_table(table, "2024-03-01").loc["2024-01"].tolist() == [1, 1]
    assert retention.cohort_table(table, "2024-02-20").loc["2024-02"].tolist() == [1]


def test_events_after_until_are_not_looked_at():
    assert retention.cohort_table(events([(1, 5), (2, 200)]), "2024-02-01", values="count").shape == (1, 1)


def test_other_column_names_can_be_given():
    table = events([(1, 5), (1, 40)]).rename(columns={"customer_id": "who", "day": "at"})
    assert retention.cohort_table(table, "2024-03-01", user="who", time="at").loc["2024-01"].tolist() == [
        1,
        1,
    ]


def test_no_rows_give_no_cohorts():
    for nothing in (empty(), events([(1, 1)]).iloc[:0]):
        table = retention.cohort_table(nothing, UNTIL)
        assert table.empty and table.index.dtype == "period[M]" and table.attrs["customers"] == {}
    assert retention.cohort_average(retention.cohort_table(empty(), values="count")).isna().all()


def test_only_trials_give_no_cohorts():
    assert retention.cohort_table(subscriptions(("a", "2024-01-10", None, 0.0)), UNTIL).empty


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"of": "revenue"}, "needs the subscriptions table: events carry no MRR"),
        ({"values": "percent"}, "values must be one of 'rate', 'count'"),
        ({"of": "customer"}, "Did you mean 'customers'"),
        ({"time": "date"}, "data needs the column 'date'"),
    ],
)
def test_what_cannot_be_asked_for_is_refused(change, message):
    with pytest.raises(ValueError, match=message):
        retention.cohort_table(events([(1, 5)]), UNTIL, **change)


def test_events_with_a_time_of_day_a_time_zone_or_no_customer_are_refused():
    table = events([(1, 5), (2, 6)])
    with pytest.raises(ValueError, match="time of day"):
        retention.cohort_table(table.assign(day=table["day"] + pd.Timedelta(hours=3)), UNTIL)
    with pytest.raises(ValueError, match="time zone"):
        retention.cohort_table(table.assign(day=table["day"].dt.tz_localize("Europe/Berlin")), UNTIL)
    with pytest.raises(ValueError, match="customer_id is missing"):
        retention.cohort_table(table.assign(customer_id=[1, None]), UNTIL)
