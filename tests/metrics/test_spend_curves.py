"""Saturation: average and marginal cost, curves found from months, the next dollar and the best split."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import minimize

from ecotools.blueprint import Blueprint
from ecotools.metrics.unit_economics import best_split, channel_months, fit_curves, next_dollar, spend_curve
from ecotools.simulate import Spending, simulate
from tests.simulate.companies import YAML

FORMS = ["hyperbolic", "exponential"]


@pytest.mark.parametrize("form", FORMS)
def test_half_of_the_spend_named_so_brings_half_of_the_most(form):
    table = spend_curve([0, 300, 1e9], most=80, half=300, base=5, form=form)
    assert table["customers"].round(3).tolist() == [5, 45, 85]
    assert table["brought"].iloc[1] == pytest.approx(40)


@settings(max_examples=25, deadline=None)
@given(st.sampled_from(FORMS), st.floats(1, 5000), st.floats(1, 500), st.floats(10, 5000))
def test_the_next_customer_costs_what_the_slope_says_and_more_than_the_average(form, spend, most, half):
    step = 1e-4 * half
    table = spend_curve([spend - step / 2, spend, spend + step / 2], most, half, form=form)
    slope = (table["brought"].iloc[2] - table["brought"].iloc[0]) / step
    if slope * step > 1e-7 * most:  # beyond, the difference drowns in rounding
        assert table["marginal_cac"].iloc[1] == pytest.approx(1 / slope, rel=1e-4)
    assert table["marginal_cac"].iloc[1] > table["average_cac"].iloc[1]


def test_marginal_and_average_by_hand():
    """brought = 40 s / (1000 + s): slope 40 x 1000 / (1000 + s)^2, average (1000 + s) / 40."""
    table = spend_curve([500, 1000], 40, 1000)
    assert table["average_cac"].tolist() == [37.5, 50]
    assert table["marginal_cac"].tolist() == [56.25, 100]


def test_money_that_brings_nobody_costs_without_end():
    table = spend_curve([0, 10], most=0, half=5)
    assert table["marginal_cac"].tolist() == [np.inf, np.inf]
    assert np.isnan(table["average_cac"].iloc[0]) and table["average_cac"].iloc[1] == np.inf


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("base", [None, 12.0])
def test_exact_months_give_their_curve_back(form, base):
    spend = [0, 100, 250, 600, 1500, 4000]
    customers = spend_curve(spend, 90, 700, base=12, form=form)["customers"]
    months = pd.DataFrame({"channel": "ads", "spend": spend, "customers": customers})
    found = fit_curves(months, form=form, base=base).iloc[0]
    assert found[["most", "half", "base"]].tolist() == pytest.approx([90, 700, 12], rel=2e-3)
    assert found["low"] < 700 < found["high"]


def test_a_published_data_set_gives_what_another_algorithm_does():
    """Puromycin, treated (Bates and Watts 1988, Nonlinear Regression, A1.3).

    Without a base the curve is a generalised linear model, 1 / mean = 1 / most + half / most x 1 / spend, and
    is fitted by weighted least squares again and again (McCullagh and Nelder 1989, chapter 2.5).
    """
    doses = np.repeat([0.02, 0.06, 0.11, 0.22, 0.56, 1.10], 2)
    rates = np.array([76, 47, 97, 107, 123, 139, 159, 152, 191, 201, 207, 200.0])
    found = fit_curves(pd.DataFrame({"channel": "x", "spend": doses, "customers": rates}), base=0).iloc[0]
    design, mean = np.column_stack([np.ones(12), 1 / doses]), rates
    for _ in range(30):
        weight, working = mean**3, 1 / mean - (rates - mean) / mean**2
        constant, slope = np.linalg.solve(
            design.T @ (weight[:, None] * design), design.T @ (weight * working)
        )
        mean = 1 / (constant + slope / doses)
    assert found[["most", "half"]].tolist() == pytest.approx([1 / constant, slope / constant], rel=1e-5)


def test_no_other_parameters_are_more_likely():
    rng = np.random.default_rng(3)
    spend = np.array([0, 0, 150, 300, 450, 600, 900, 1200, 1500, 2000])
    customers = rng.poisson(8 + 50 * spend / (600 + spend))
    found = fit_curves(pd.DataFrame({"channel": "ads", "spend": spend, "customers": customers})).iloc[0]

    def loss(values):
        most, half, base = np.exp(values)
        mean = base + most * spend / (half + spend)
        return (mean - customers * np.log(mean)).sum()

    ours = loss(np.log([found["most"], found["half"], found["base"]]))
    best = minimize(
        loss, np.log([40, 500, 9]), method="Nelder-Mead", options={"maxiter": 4000, "fatol": 1e-10}
    )
    assert ours <= best.fun + 1e-5


def test_the_interval_of_half_covers_as_often_as_it_says():
    rng = np.random.default_rng(8)
    spend = np.tile([0, 200, 400, 800, 1600, 3200], 2)
    mean = 20 + 120 * spend / (800 + spend)
    months = pd.concat(
        pd.DataFrame({"channel": f"{run:02}", "spend": spend, "customers": rng.poisson(mean)})
        for run in range(60)
    )
    found = fit_curves(months)
    held = (found["low"] <= 800) & (found["high"] >= 800)
    assert 0.88 <= held.mean() <= 1


def test_the_planted_curve_is_recovered_by_the_month_they_came_and_not_by_that_they_bought_in():
    company = Blueprint.from_yaml(YAML)
    plan = [0, 3000, 400, 1600, 200, 0, 800, 2400, 100, 1200, 0, 600] * 2
    held = {"came": [], "bought": []}
    for seed in range(5):
        ledger = simulate(company, 24, seed, spend={"partners": Spending(plan, most=3000, half=800)})
        for dated, found in held.items():
            curve = fit_curves(channel_months(ledger, dated=dated, within=43)).iloc[0]
            found.append(curve["low"] <= 800 <= curve["high"])
    assert sum(held["came"]) >= 4 and sum(held["bought"]) <= 1


def test_months_that_tell_no_curve_say_so():
    def reason(spend, customers, **arguments):
        return fit_curves(
            pd.DataFrame({"channel": "ads", "spend": spend, "customers": customers}), **arguments
        )

    same = reason([100.0] * 4, [3, 5, 4, 6])
    assert same[["most", "half"]].isna().all(axis=None)
    assert same.attrs["reason"] == "ads: 1 different amount of spend tell no curve, it needs 3"
    less = reason([0, 100, 200, 300], [20, 15, 10, 5])
    assert less["most"].iloc[0] == 0 and "did not bring more customers" in less.attrs["reason"]
    straight = reason([0, 100, 200, 300], [0, 10, 20, 30], base=0)
    assert straight["high"].iloc[0] == np.inf and "no saturation can be told" in straight.attrs["reason"]
    with pytest.raises(ValueError, match="months: customers is below 0 in row 0"):
        reason([1, 2, 3], [-1, 2, 3])
    with pytest.raises(ValueError, match="form must be one of 'hyperbolic', 'exponential'"):
        reason([1, 2, 3], [1, 2, 3], form="log")


@pytest.fixture
def curves():
    return pd.DataFrame(
        {"channel": ["search", "social", "fairs"], "most": [40, 90, np.nan], "half": [1000, 1000, np.nan]}
    )


def test_the_next_dollar_goes_where_the_next_customer_is_cheapest_not_the_average_one(curves):
    table = next_dollar(curves, {"search": 500, "social": 2000})
    assert table.loc[table["next"], "channel"].tolist() == ["search"]
    assert table["average_cac"].idxmin() != table["next"].idxmax(), "social has the lower average"
    assert table.attrs["left_out"] == ["fairs"]
    assert next_dollar(curves, pd.Series({"social": 2000}))["spend"].tolist() == [0, 2000]


def test_with_a_worth_the_next_dollar_may_stay_in_the_pocket(curves):
    spend = {"search": 500, "social": 2000}
    assert next_dollar(curves, spend, worth=60)["pays"].tolist() == [True, False]
    assert not next_dollar(curves, spend, worth=50)["next"].any()


def test_the_best_split_by_hand(curves):
    """sqrt(m/25) + sqrt(m/11.11) = 4 with 1000 each: m = 64, so 600 and 1400."""
    table = best_split(curves, 2000)
    assert table["spend"].tolist() == pytest.approx([600, 1400])
    assert table["marginal_cac"].tolist() == pytest.approx([64, 64])
    small = best_split(curves, 100)
    assert small["spend"].tolist() == pytest.approx([0, 100]), "the first customers of search cost 25"


@settings(max_examples=20, deadline=None)
@given(
    st.lists(st.tuples(st.floats(1, 200), st.floats(50, 3000)), min_size=2, max_size=4),
    st.floats(1, 1e4),
    st.sampled_from(FORMS),
    st.integers(0, 1000),
)
def test_no_other_split_brings_more(parameters, budget, form, seed):
    most, half = zip(*parameters, strict=True)
    curves = pd.DataFrame({"channel": [f"c{i}" for i in range(len(most))], "most": most, "half": half})
    table = best_split(curves, budget, form=form)
    assert table["spend"].sum() == pytest.approx(budget)
    for share in np.random.default_rng(seed).dirichlet(np.ones(len(most)), 10):
        brought = sum(
            spend_curve(part, m, h, form=form)["brought"].iloc[0]
            for part, m, h in zip(share * budget, most, half, strict=True)
        )
        assert brought <= table["brought"].sum() * (1 + 1e-9) + 1e-9


def test_money_beyond_the_worth_of_a_customer_is_not_spent(curves):
    table = best_split(curves, 1e5, worth=64)
    assert table["spend"].tolist() == pytest.approx([600, 1400])
    assert table.attrs["unspent"] == pytest.approx(98_000)
    assert best_split(curves, 0)["spend"].tolist() == [0, 0]


def test_curves_that_cannot_be_are_refused(curves):
    with pytest.raises(ValueError, match=r"a channel in spend must be one of .* Did you mean 'search'"):
        next_dollar(curves, {"serach": 5})
    with pytest.raises(TypeError, match="spend must be a dict such as"):
        next_dollar(curves, 500)
    with pytest.raises(ValueError, match="curves: channel is there already"):
        next_dollar(pd.concat([curves, curves], ignore_index=True), {})
    with pytest.raises(ValueError, match="no channel on which spend brings anybody"):
        best_split(curves.assign(most=0), 100)
    fitted = fit_curves(pd.DataFrame({"channel": "ads", "spend": [0, 1, 2], "customers": [1, 3, 4]}))
    with pytest.raises(ValueError, match="curves were fitted with form='hyperbolic'"):
        best_split(fitted, 5, form="exponential")
