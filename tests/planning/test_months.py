"""When something is reached over the runs of a forecast: gates, break-even, payback, cash, scenarios."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ecotools.forecast import draws
from ecotools.planning import (
    break_even_month,
    cash_balance,
    cash_needed,
    gates,
    month_range,
    month_reached,
    payback_month,
    scenario_summary,
)
from tests.forecast.businesses import CLUB, COURSE, blueprint

RUNS = pd.DataFrame([[5, 8, 9, 0], [12, 9, 7, 1], [2, 1, 3, 2]], columns=[1, 2, 3, 4])


@settings(max_examples=30, deadline=None)
@given(
    st.lists(st.lists(st.integers(0, 9), min_size=5, max_size=5), min_size=1, max_size=4), st.integers(0, 30)
)
def test_the_month_is_the_first_that_reaches_the_target(rows, target):
    runs = pd.DataFrame(rows, columns=range(1, 6))
    for how, numbers in (("level", runs), ("total", runs.cumsum(axis=1))):
        for run, month in month_reached(runs, target, how=how).items():
            before = numbers.loc[run, : 5 if np.isnan(month) else month - 1]
            assert (before < target).all()
            assert np.isnan(month) or numbers.loc[run, month] >= target


def test_columns_may_come_in_any_order():
    mixed = RUNS[[3, 1, 4, 2]]
    assert month_reached(mixed, 20, how="total").equals(month_reached(RUNS, 20, how="total"))
    assert cash_balance(mixed).equals(cash_balance(RUNS))


def test_what_is_not_reached_has_no_month_but_a_reason():
    said = month_range(pd.Series([2.0, np.nan, np.nan]), months=12)
    assert said["reached"] == pytest.approx(1 / 3) and said["low"] == 2 and np.isnan(said["median"])
    assert said["reason"] == "in 67% of the runs it is not reached within 12 months"
    assert month_range(pd.Series([2.0, 3.0]), months=12)["reason"] == ""


def test_a_poisson_process_opens_its_gate_when_the_formula_says():
    """50 sales a month, a target of 120: reached in month 2 with P(N >= 120), N ~ Poisson(100)."""
    from scipy.stats import poisson

    found = draws(blueprint(COURSE), 6, 2000, doubt=0.0)
    came = month_reached(found["sold.course"], 120, how="total")
    mean = found["sold.course"][[1, 2]].sum(axis=1).mean()
    assert (came <= 2).mean() == pytest.approx(poisson.sf(119, mean), abs=0.02)


def test_the_gates_of_20_students_and_50_members():
    found = draws(blueprint(CLUB), 12, 200)
    rules = {"community": ("sold.course", 20), "coaching": ("subscribers", 50)}
    table = gates(found, rules, planned={"coaching": 4}).set_index("gate")
    assert table["how"].to_dict() == {"community": "total", "coaching": "level"}
    assert table.loc["community", "median"] <= table.loc["coaching", "median"]
    came = month_reached(found["subscribers"], 50)
    assert table.loc["coaching", "in_time"] == (came <= 4).mean()
    assert np.isnan(table.loc["community", "in_time"]) and np.isnan(table.loc["community", "planned"])


def test_a_gate_that_names_no_number_is_refused():
    with pytest.raises(ValueError, match=r"the number of the gate 'x' must be one of 'sold.course'"):
        gates({"sold.course": RUNS}, {"x": ("sold.curse", 20)})
    with pytest.raises(ValueError, match="planned must be one of 'x', not 'y'"):
        gates({"sold.course": RUNS}, {"x": ("sold.course", 20)}, planned={"y": 2})
    with pytest.raises(TypeError, match="rules must be a mapping"):
        gates({"sold.course": RUNS}, [])


@pytest.mark.parametrize(
    ("runs", "reason"),
    [
        ([1, 2], "runs must be a table with a row per run"),
        (pd.DataFrame(), "runs has no run or no month"),
        (pd.DataFrame({1: ["a"]}), "runs must hold numbers"),
        (pd.DataFrame({"may": [1]}), "its columns be months"),
        (pd.DataFrame({1: [np.nan]}), "missing or not finite"),
    ],
)
def test_what_is_no_table_of_runs_is_refused(runs, reason):
    with pytest.raises((TypeError, ValueError), match=reason):
        month_reached(runs, 1)


def test_cash_is_what_was_there_less_what_went_plus_what_came():
    balance = cash_balance(RUNS, opening=10, invested=4, fixed_per_month=2)
    assert balance.iloc[0].tolist() == [6, 9, 15, 22, 20] and balance.columns.tolist() == [0, 1, 2, 3, 4]


def test_break_even_for_good_is_later_than_the_first_good_month():
    assert break_even_month(RUNS, 2, when="first").tolist() == [1, 1, 1]
    lasting = break_even_month(RUNS, 2)
    assert np.isnan(lasting[0]) and np.isnan(lasting[1]) and lasting[2] == 3
    assert break_even_month(RUNS, 0).tolist() == [1, 1, 1]


def test_payback_of_a_steady_margin_is_the_outlay_by_what_a_month_leaves():
    steady = pd.DataFrame(np.full((1, 24), 700.0), columns=range(1, 25))
    assert payback_month(steady, invested=3000, fixed_per_month=200).tolist() == [6]
    assert payback_month(steady, invested=0).tolist() == [0]
    assert payback_month(steady, invested=3000, fixed_per_month=700).isna().all()


@settings(max_examples=20, deadline=None)
@given(st.lists(st.lists(st.integers(-50, 50), min_size=4, max_size=4), min_size=1, max_size=6))
def test_with_the_cash_that_is_needed_it_runs_out_in_few_runs(rows):
    margin = pd.DataFrame(rows, columns=range(1, 5), dtype=float)
    more = cash_needed(cash_balance(margin, invested=20), chance=0.75)
    balance = cash_balance(margin, opening=more, invested=20)
    assert (balance.min(axis=1) >= -1e-9).mean() >= 0.75
    assert more.definition.startswith("lowest month-end balance")


def test_bad_amounts_are_refused():
    with pytest.raises(ValueError, match="invested must be zero or more"):
        cash_balance(RUNS, invested=-1)
    with pytest.raises(ValueError, match="when must be one of 'first', 'lasting'"):
        break_even_month(RUNS, 1, when="ever")
    with pytest.raises(ValueError, match="chance must be a fraction"):
        cash_needed(RUNS, chance=90)
    with pytest.raises(ValueError, match="level must lie between 0 and 1"):
        month_range(pd.Series([1.0]), 3, level=1)


def test_scenarios_are_told_in_the_numbers_of_a_plan():
    table = scenario_summary(
        blueprint(CLUB), months=6, runs=50, invested=3000, rules={"coaching": ("subscribers", 100)}
    )
    rows = table.set_index(["what", "scenario"])
    revenue = rows.loc["revenue", "median"]
    assert revenue["careful"] < revenue["expected"] < revenue["hopeful"]
    opened = rows.loc["gate: coaching", "median"]
    assert opened["hopeful"] <= opened["expected"] <= opened["careful"]
    assert (rows.loc["cash needed", "median"] >= 3000 - 1e-9).all()
    found = draws(blueprint(CLUB), 6, 50)
    assert revenue["expected"] == pytest.approx(found["revenue"].sum(axis=1).median())
