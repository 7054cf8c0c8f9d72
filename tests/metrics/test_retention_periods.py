"""Tenures in billing periods, so that a yearly plan is asked once a year whether it stays."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given

from ecotools.ledger import Ledger
from ecotools.metrics import retention
from tests.metrics.subscription_tables import FEW, empty, subscriptions, tables


def periods(*rows, until="2026-06-01", **columns) -> list[tuple[int, int, bool]]:
    found = retention.tenures(subscriptions(*rows, **columns), until, unit="period")
    columns = (found[name].tolist() for name in ("interval_months", "duration", "observed"))
    return list(zip(*columns, strict=True))


def test_a_yearly_plan_is_lost_at_the_renewal_that_was_not_made():
    yearly = {"interval_months": 12}
    assert periods(("a", "2024-01-10", "2025-01-10", 240.0), **yearly) == [(12, 1, True)]
    assert periods(("a", "2024-01-10", "2026-01-10", 240.0), **yearly) == [(12, 2, True)]
    assert periods(("a", "2024-01-10", None, 240.0), **yearly) == [(12, 2, False)]
    assert periods(("a", "2024-01-10", None, 240.0), until="2026-01-10", **yearly) == [(12, 1, False)]
    assert periods(("a", "2024-01-10", None, 240.0), until="2026-01-11", **yearly) == [(12, 2, False)]


def test_an_end_within_the_period_counts_at_its_close_as_in_months():
    yearly = {"interval_months": 12}
    assert periods(("a", "2024-01-10", "2024-05-02", 240.0), **yearly) == [(12, 1, True)]
    assert periods(("a", "2025-12-10", "2026-02-02", 240.0), **yearly) == [(12, 0, False)]


@FEW
@given(tables())
def test_a_monthly_plan_has_the_same_tenure_in_months_and_in_periods(table):
    table = table.assign(interval_months=1)
    months, counted = (retention.tenures(table, "2025-03-01", unit=unit) for unit in ("month", "period"))
    pd.testing.assert_frame_equal(counted.drop(columns="interval_months"), months)


@FEW
@given(tables())
def test_periods_are_never_more_than_the_months_and_their_losses_are_losses(table):
    months, counted = (retention.tenures(table, "2025-03-01", unit=unit) for unit in ("month", "period"))
    assert counted["customer_id"].tolist() == months["customer_id"].tolist()
    assert (counted["duration"] <= months["duration"]).all()
    pairs = counted["observed"].to_numpy() & ~months["observed"].to_numpy()
    assert not pairs.any()


def test_a_change_of_the_interval_censors_what_was_renewed_before():
    rows = ("a", "2024-01-10", "2024-06-10", 29.0), ("a", "2024-06-10", "2025-06-10", 240.0)
    ended = {"subscription_id": [1, 1], "ended_by": ["changed", "cancelled"]}
    assert periods(*rows, interval_months=[1, 12], **ended) == [(1, 5, False)]
    back = ("a", "2024-01-10", "2025-03-01", 240.0), ("a", "2025-03-01", "2025-06-01", 29.0)
    assert periods(*back, interval_months=[12, 1], **ended) == [(12, 1, False)]


def test_a_change_of_the_plan_at_the_same_interval_goes_on():
    rows = ("a", "2024-01-10", "2025-01-10", 240.0), ("a", "2025-01-10", "2026-01-10", 480.0)
    ended = {"subscription_id": [1, 1], "ended_by": ["changed", "cancelled"]}
    assert periods(*rows, interval_months=12, **ended) == [(12, 2, True)]


def test_of_two_plans_begun_on_one_day_that_of_the_higher_mrr_counts_in_any_order():
    rows = [("a", "2024-01-10", "2024-03-10", 10.0), ("a", "2024-01-10", None, 240.0)]
    for order in ([0, 1], [1, 0]):
        table = subscriptions(*rows, interval_months=[1, 12]).iloc[order]
        found = retention.tenures(table, "2026-06-01", unit="period")
        assert found[["interval_months", "duration", "observed"]].to_numpy().tolist() == [[12, 2, False]]


def test_who_came_before_a_ledger_is_at_risk_from_the_next_renewal():
    rows = [("a", "2024-01-10", None, 240.0), ("b", "2025-04-02", None, 240.0)]
    late = Ledger(
        subscriptions=subscriptions(*rows, interval_months=12), start="2025-03-15", end="2026-06-01"
    )
    found = retention.tenures(late, unit="period").set_index("customer_id")
    # Of those who came in January 2024, nobody knows who left in January 2025.
    assert found["entry"].to_dict() == {"b": 0}
    longer = Ledger(subscriptions=late.subscriptions, start="2025-03-15", end="2027-02-01")
    found = retention.tenures(longer, unit="period").set_index("customer_id")
    assert found[["duration", "entry"]].to_numpy().tolist() == [[3, 2], [1, 0]]


def test_a_yearly_plan_is_fitted_by_its_renewals_and_not_by_its_months():
    """Of 1,000 a year, 30% leave at each renewal: in months churn would be 2.5% or so."""
    draw = np.random.default_rng(4)
    years = np.minimum(draw.geometric(0.3, 1000), 6)
    start = np.datetime64("2018-01-15")
    ends = [str(np.datetime64(f"{2018 + n}-01-15")) if n < 6 else None for n in years]
    table = subscriptions(*[(k, start, end, 240.0) for k, end in enumerate(ends)], interval_months=12)
    tenure = retention.tenures(table, "2023-02-01", unit="period")
    lost = tenure["observed"].sum() / tenure["duration"].sum()
    assert abs(lost - 0.3) < 0.02
    curve = retention.survival(table, "2023-02-01", unit="period").set_index("time")["survival"]
    assert abs(curve[2] - 0.49) < 0.04
    assert retention.survival(table, "2023-02-01", unit="period").attrs["definition"]["unit"] == "period"


def test_a_curve_of_two_kinds_of_periods_is_refused_with_the_way_out():
    rows = ("a", "2024-01-10", None, 29.0), ("b", "2024-01-10", None, 240.0)
    with pytest.raises(ValueError, match=r"billing periods of 1 and 12 months.*interval_months"):
        retention.survival(subscriptions(*rows, interval_months=[1, 12]), "2026-06-01", unit="period")


def test_an_empty_table_has_no_periods():
    assert "interval_months" in retention.tenures(empty(), unit="period")
    assert retention.survival(empty(), unit="period").empty
