"""Quick ratio, MRR churn, NRR and GRR, against the vendors' own examples."""

import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecotools.metrics import revenue
from tests.metrics.subscription_tables import FEW, empty, subscriptions, tables

MONTHS = st.sampled_from([f"2024-{month:02d}" for month in range(2, 13)])

# ChartMogul help, gross and net MRR churn: 100 at the start, 10 lost, 10 contracted, 10 expanded.
CHARTMOGUL = {"start": 100, "new": 0, "expansion": 10, "contraction": 10, "churn": 10, "reactivation": 0}


def up_and_down() -> pd.DataFrame:
    """One customer at 100, then 150, then 120."""
    rows = (
        ("a", "2024-01-05", "2024-02-05", 100.0),
        ("a", "2024-02-05", "2024-03-05", 150.0),
        ("a", "2024-03-05", None, 120.0),
    )
    return subscriptions(*rows, subscription_id=[1, 1, 1])


def test_chartmoguls_example_has_gross_churn_20_and_net_churn_10_percent():
    assert revenue.mrr_churn(CHARTMOGUL, "gross") == pytest.approx(0.20)
    assert revenue.mrr_churn(CHARTMOGUL, "net") == pytest.approx(0.10)


def test_net_churn_is_negative_when_expansion_beats_the_losses():
    assert revenue.mrr_churn({**CHARTMOGUL, "expansion": 30}) == pytest.approx(-0.10)


def test_reactivation_lowers_net_churn_unless_you_follow_baremetrics_and_chargebee():
    month = {**CHARTMOGUL, "reactivation": 5}
    assert revenue.mrr_churn(month) == pytest.approx(0.05)
    assert revenue.mrr_churn(month, reactivation=False) == pytest.approx(0.10)
    assert "reactivation" not in revenue.mrr_churn(month, reactivation=False).definition


def test_churn_of_a_month_that_opens_with_no_mrr_is_nan_with_the_reason():
    rate = revenue.mrr_churn({**CHARTMOGUL, "start": 0})
    assert math.isnan(rate) and "opens with no MRR" in rate.reason


def test_the_quick_ratio_has_two_forms():
    month = {"new": 30, "expansion": 6, "reactivation": 4, "contraction": 2, "churn": 8}
    assert revenue.quick_ratio(month) == 4.0
    assert revenue.quick_ratio(month, form="classic") == 3.6
    assert (
        revenue.quick_ratio(month, form="classic").definition == "(new + expansion) / (contraction + churn)"
    )


def test_the_quick_ratio_without_losses_is_nan_and_never_zero():
    ratio = revenue.quick_ratio({"new": 30, "expansion": 6, "reactivation": 4, "contraction": 0, "churn": 0})
    assert math.isnan(ratio) and "nothing was lost" in ratio.reason


def test_a_table_of_movements_gives_a_series_by_month():
    moved = revenue.movements(revenue.example())
    ratio = revenue.quick_ratio(moved)
    assert ratio.index.equals(moved.index)
    assert ratio["2025-03"] == pytest.approx(30 / 29) and math.isnan(ratio["2025-05"])
    assert "nothing was lost" in ratio.attrs["definition"]["missing"]
    assert revenue.mrr_churn(moved, "gross")["2025-03"] == pytest.approx(29 / 92.5)


def test_a_row_of_the_table_is_as_good_as_a_dict():
    row = revenue.movements(revenue.example()).loc["2025-03"]
    assert revenue.quick_ratio(row) == pytest.approx(30 / 29)


def test_an_unknown_form_or_a_missing_movement_is_refused():
    with pytest.raises(ValueError, match="form must be one of 'with_reactivation', 'classic'"):
        revenue.quick_ratio(CHARTMOGUL, form="clasic")
    with pytest.raises(ValueError, match="movements needs the column 'churn'"):
        revenue.quick_ratio({"new": 1, "expansion": 0, "reactivation": 0, "contraction": 0})


def test_100_150_120_lost_nothing_in_the_snapshot_and_30_in_the_movements():
    table = up_and_down()
    assert revenue.grr(table, "2024-03", months=2) == pytest.approx(1.00)
    assert revenue.grr(table, "2024-03", months=2, form="movement") == pytest.approx(0.70)
    assert revenue.nrr(table, "2024-03", months=2) == pytest.approx(1.20)
    assert revenue.nrr(table, "2024-03", months=2, form="movement") == pytest.approx(1.20)


@FEW
@given(tables(), MONTHS, st.integers(1, 12), st.sampled_from(["snapshot", "movement"]))
def test_gross_retention_is_never_above_one_nor_above_net(table, month, months, form):
    gross, net = (rate(table, month, months, form=form) for rate in (revenue.grr, revenue.nrr))
    assert math.isnan(gross) == math.isnan(net)
    if not math.isnan(gross):
        assert gross <= min(net, 1) + 1e-9
        assert form == "movement" or gross >= 0


@FEW
@given(tables(), MONTHS)
def test_over_one_month_both_forms_agree_and_churn_is_their_complement(table, month):
    row = revenue.movements(table, month, month).iloc[0]
    for rate, kind in ((revenue.grr, "gross"), (revenue.nrr, "net")):
        snapshot, movement = rate(table, month, 1), rate(table, month, 1, form="movement")
        churn = revenue.mrr_churn(row, kind, reactivation=False)
        assert (
            math.isnan(snapshot)
            or row["start"] < 0.05
            or snapshot == pytest.approx(movement, abs=0.5 / row["start"])
        )
        assert math.isnan(movement) or movement == pytest.approx(1 - churn)


def test_without_customers_then_retention_is_nan_with_the_reason():
    rate = revenue.nrr(revenue.example(), "2025-03")
    assert math.isnan(rate) and rate.reason == "nobody paid at the end of 2024-03"
    assert revenue.grr(empty()).reason == "the table is empty"
    assert revenue.nrr(empty(), "2024-05").reason == "nobody paid at the end of 2023-05"


def test_customers_who_came_later_do_not_count_in_the_snapshot():
    table = subscriptions(("a", "2024-01-01", None, 10.0), ("b", "2024-02-01", None, 90.0))
    assert revenue.nrr(table, "2024-03", months=2) == 1


def test_retention_says_its_form_and_its_window():
    assert revenue.nrr(up_and_down(), "2024-03", months=2).definition.endswith("2 months apart")
    assert "min(now, then)" in revenue.grr(up_and_down(), "2024-03", months=2).definition


@pytest.mark.parametrize("months", [0, -1, 1.5])
def test_months_must_be_a_whole_number(months):
    with pytest.raises(ValueError, match="months must be a whole number, 1 or more"):
        revenue.nrr(up_and_down(), "2024-03", months=months)
