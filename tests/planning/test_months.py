"""When something is reached over the runs of a forecast: gates, break-even, payback, cash, scenarios."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ecotools.forecast import draws
from ecotools.planning import (
    alarms,
    amount_reached,
    break_even_month,
    cash_balance,
    cash_needed,
    chance_of,
    gates,
    month_range,
    month_reached,
    payback_month,
    premortem,
    risk_losses,
    scenario_summary,
)
from tests.forecast.businesses import CLUB, COURSE, blueprint

RISKS = pd.DataFrame(
    {
        "risk": ["ill", "few sign up", "late"],
        "chance": [0.1, 0.4, 0.25],
        "loss": [9000, 5000, 4000],
        "watch": ["a", "b", "c"],
        "limit": [2, 120, 7],
        "alarm": ["below", "below", "above"],
    }
)
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


@settings(max_examples=30, deadline=None)
@given(st.lists(st.integers(0, 99), min_size=1, max_size=20), st.sampled_from([0.5, 0.75, 0.9]))
def test_an_amount_is_reached_in_as_many_runs_as_asked_and_a_larger_one_in_fewer(amounts, chance):
    amounts = pd.Series(amounts, dtype=float)
    sure = amount_reached(amounts, chance)
    assert (amounts >= sure).mean() >= chance - 1e-9
    larger = amounts[amounts > sure]
    assert larger.empty or (amounts >= larger.min()).mean() < chance
    assert amount_reached(amounts.head(0)).reason == "no runs"


def test_targets_are_met_together_less_often_than_each():
    found = draws(blueprint(CLUB), 6, 200)
    middle = float(found["mrr"][6].median())
    sold = float(found["sold.course"].sum(axis=1).median())
    chances = chance_of(found, {"mrr": (6, middle), "sold.course": (6, sold)})
    assert chances["mrr"] == (found["mrr"][6] >= middle).mean()
    assert chances["sold.course"] == (found["sold.course"].sum(axis=1) >= sold).mean()
    assert 0 < chances["all together"] <= min(chances["mrr"], chances["sold.course"])
    with pytest.raises(ValueError, match="month of mrr must be one of 1 to 6, not 7"):
        chance_of(found, {"mrr": (7, 1)})
    with pytest.raises(ValueError, match="targets must be one of"):
        chance_of(found, {"mr": (6, 1)})


def test_risks_come_by_what_they_cost_on_average():
    found = premortem(RISKS)
    assert found["risk"].tolist() == ["few sign up", "late", "ill"]
    assert found["expected"].tolist() == [2000, 1000, 900] and found["share"].sum() == pytest.approx(1)
    assert np.isnan(premortem(RISKS.assign(loss=0))["share"][0])


def test_risks_together_cost_what_probability_says():
    found = risk_losses(RISKS, runs=20_000)
    assert found["none"] == pytest.approx(0.9 * 0.6 * 0.75) and found["any"] == 1 - found["none"]
    assert found["expected"] == pytest.approx(3900)
    # 0 comes with 0.405 and 4,000 or more with the rest; 5,000 + 4,000 or more is a tenth and more.
    assert (found["low"], found["median"], found["high"]) == (0, 4000, 9000)


def test_an_alarm_rings_on_its_side_of_the_limit_and_not_before_it_is_known():
    found = alarms(RISKS, {"b": 85, "c": 7}).set_index("risk")["rings"]
    assert found["few sign up"] is True and found["late"] is False and found["ill"] is None


def test_risks_that_are_none_are_refused():
    with pytest.raises(ValueError, match=r"chance is above 1 \(it is a fraction: 0.1, not 10\)"):
        premortem(RISKS.assign(chance=10))
    with pytest.raises(ValueError, match="'ill' is there twice"):
        premortem(RISKS.assign(risk="ill"))
    with pytest.raises(ValueError, match="risks has no rows"):
        risk_losses(RISKS.head(0))
    with pytest.raises(ValueError, match="alarm must be one of 'below', 'above'"):
        alarms(RISKS.assign(alarm="under"), {})
