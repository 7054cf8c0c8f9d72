"""A change is judged by the changes before it: never by itself, by what comes later, or by another KPI."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecotools.data import quillwork
from ecotools.metrics import kpi
from ecotools.simulate import FailedPaymentRun, simulate

CHANGES = st.lists(st.integers(-1000, 1000), min_size=5, max_size=12).filter(
    lambda one: len(set(one[:4])) > 1
)


def table(changes, name="sales", direction="up"):
    months = pd.period_range("2025-01", periods=len(changes), freq="M")
    found = pd.DataFrame({"kpi": name, "month": months, "change": np.array(changes, dtype=float)})
    return found.assign(direction=direction)


def surprise(changes, **how):
    return kpi.surprises(table(changes, **how))["surprise"].to_numpy()


def test_the_usual_change_and_its_spread_are_those_of_the_months_before():
    found = kpi.surprises(table([10, 20, 30, 40, 5]))
    last = found.iloc[-1]
    assert last["usual"] == 25 and last["spread"] == pytest.approx(np.std([10, 20, 30, 40], ddof=1))
    assert last["surprise"] == pytest.approx((25 - 5) / last["spread"])


def test_a_fall_is_worse_for_a_kpi_that_should_rise_and_better_for_one_that_should_fall():
    changes = [10, 20, 30, 40, -60]
    assert surprise(changes)[-1] > 3
    assert surprise(changes, direction="down")[-1] == -surprise(changes)[-1]


def test_months_with_too_few_earlier_changes_are_not_judged():
    assert np.isnan(surprise([10, 20, 30, 40, 5])[:4]).all()
    assert np.isnan(surprise([np.nan, 20, np.nan, 40, 5, 7])[:5]).all()


def test_where_all_earlier_changes_were_alike_nothing_is_said():
    assert np.isnan(surprise([7, 7, 7, 7, 9])[-1])


@given(CHANGES, st.floats(0.01, 1000), st.sampled_from(["up", "down"]))
def test_the_unit_makes_no_difference(changes, factor, direction):
    scaled = surprise([factor * one for one in changes], direction=direction)
    assert np.allclose(scaled, surprise(changes, direction=direction), equal_nan=True)


@given(CHANGES, st.integers(-1000, 1000))
def test_a_later_month_changes_nothing_about_an_earlier_one(changes, later):
    assert np.array_equal(surprise([*changes, later])[:-1], surprise(changes), equal_nan=True)


@given(CHANGES, st.randoms(use_true_random=False))
def test_the_order_of_the_rows_and_other_kpis_make_no_difference(changes, random):
    rows = pd.concat([table(changes), table(changes[::-1], "returns", "down")], ignore_index=True)
    order = random.sample(range(len(rows)), len(rows))
    found = kpi.surprises(rows.iloc[order])
    assert list(found.index) == list(range(len(rows)))
    mine = found[found["kpi"] == "sales"]["surprise"]
    assert np.allclose(mine, surprise(changes), equal_nan=True)


def test_a_failed_payment_run_surprises_in_mrr_and_customer_churn():
    incident = FailedPaymentRun(month=8, share=0.15)
    blueprint = quillwork()
    found = kpi.surprises(
        kpi.compute(blueprint, simulate(blueprint, months=12, seed=10, incidents=[incident]))
    )
    bad = found[found["month"] == "2025-08"].set_index("kpi")["surprise"]
    assert bad["mrr"] > 3 and bad["churn_rate"] > 1.5
    assert bad["mrr"] == bad.max()


def test_bad_input_is_named():
    with pytest.raises(ValueError, match="'direction'"):
        kpi.surprises(table([1, 2]).drop(columns="direction"))
    with pytest.raises(ValueError, match="two rows"):
        kpi.surprises(pd.concat([table([1, 2])] * 2))
    with pytest.raises(ValueError, match="at least 2"):
        kpi.surprises(table([1, 2]), fewest=1)


@pytest.mark.parametrize("wrong", [None, np.nan, pd.NA, "sideways", "Up", 1])
def test_a_direction_that_says_not_which_side_is_worse_is_refused_with_its_row(wrong):
    rows = table([10, 20, 30, 40, 5])
    rows["direction"] = pd.Series(["up", "up", wrong, "up", "up"], dtype=object)
    with pytest.raises(ValueError, match="direction is neither 'up' nor 'down' in row 2"):
        kpi.surprises(rows)


def test_an_empty_table_stays_empty():
    assert list(kpi.surprises(table([])).columns)[-3:] == ["usual", "spread", "surprise"]
