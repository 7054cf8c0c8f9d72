"""Demand at a price: Gabor-Granger, elasticity, the best price, tiers and the made-up market."""

import math
from decimal import Decimal
from types import MappingProxyType

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ecotools.metrics.pricing import (
    best_price,
    elasticity,
    gabor_granger,
    simulate_wtp,
    tiers_demand,
)

few = settings(max_examples=25)
amounts = st.integers(0, 40).map(float)
answers = st.lists(amounts, min_size=1, max_size=30)


# --- Gabor-Granger ------------------------------------------------------------------------------------------


def test_demand_is_the_share_who_accept_a_price_or_more():
    table = gabor_granger([0, 10, 20, 20, 40], prices=[20, 10, 41, 20], cost=5, market=1000)
    assert table["price"].tolist() == [10, 20, 41]
    assert table["demand"].tolist() == [0.8, 0.6, 0.0]
    assert table["revenue_index"].tolist() == [8000, 12000, 0]
    assert table["profit_index"].tolist() == [4000, 9000, 0]


def test_who_would_not_buy_at_any_price_counts_among_those_asked():
    table = gabor_granger([0, 0, 10])
    assert table["price"].tolist() == [10]
    assert table["demand"].tolist() == [pytest.approx(1 / 3)]


def test_blank_answers_are_dropped_and_counted():
    table = gabor_granger([10, None, 20, np.nan])
    assert table["demand"].tolist() == [1.0, 0.5]
    assert (table.attrs["n_used"], table.attrs["n_dropped"]) == (2, 2)


def test_nullable_numbers_and_decimals_are_numbers_too():
    expected = gabor_granger([10.0, 20.0, None])
    for given_as in (pd.Series([10, 20, None], dtype="Int64"), [Decimal(10), Decimal(20), None]):
        pd.testing.assert_frame_equal(gabor_granger(given_as), expected)


def test_nobody_asked_gives_no_demand_and_the_reason():
    table = gabor_granger([], prices=[10, 20])
    assert table["demand"].isna().all()
    assert table.attrs["reason"] == "nobody answered"
    assert gabor_granger([]).empty


def test_one_answer_is_a_demand_of_all_or_nothing():
    assert gabor_granger([10], prices=[5, 10, 15])["demand"].tolist() == [1, 1, 0]


@given(answers, st.lists(amounts, min_size=1, max_size=10), amounts)
def test_demand_is_a_share_that_only_falls_as_the_price_rises(max_prices, prices, cost):
    table = gabor_granger(max_prices, prices, cost=cost)
    assert table["demand"].between(0, 1).all()
    assert table["price"].is_monotonic_increasing
    assert table["demand"].is_monotonic_decreasing
    assert (table["profit_index"] <= table["revenue_index"]).all()
    by_hand = [sum(answer >= price for answer in max_prices) / len(max_prices) for price in table["price"]]
    assert table["demand"].tolist() == pytest.approx(by_hand)


@few
@given(answers, st.randoms(use_true_random=False), st.sampled_from([0.5, 3.0, 100.0]))
def test_neither_the_order_of_the_answers_nor_the_currency_changes_demand(max_prices, random, rate):
    table = gabor_granger(max_prices, cost=3)
    shuffled = gabor_granger(random.sample(max_prices, len(max_prices)), cost=3)
    pd.testing.assert_frame_equal(table, shuffled)
    exchanged = gabor_granger(np.array(max_prices) * rate, cost=3 * rate)
    assert exchanged["demand"].tolist() == table["demand"].tolist()
    assert np.allclose(exchanged["profit_index"], table["profit_index"] * rate)


@pytest.mark.parametrize(
    ("settings", "error", "message"),
    [
        ({"max_prices": [10, -1]}, ValueError, r"max_prices must be zero or more, not -1 \(the first of 1"),
        ({"max_prices": [10, "20 $"]}, TypeError, r"max_prices must be numbers, not '20 \$'"),
        ({"max_prices": [True, False]}, TypeError, "max_prices must be numbers, not True"),
        ({"max_prices": ["10"]}, TypeError, r"not '10'.*pd\.to_numeric first"),
        ({"max_prices": [10, pd.Timestamp("2025-01-01")]}, TypeError, "max_prices must be numbers"),
        ({"max_prices": [10, [20]]}, TypeError, "max_prices must be numbers"),
        ({"max_prices": 10}, TypeError, "max_prices must be a list of numbers, not 10"),
        ({"max_prices": "10"}, TypeError, "max_prices must be a list"),
        ({"max_prices": [10], "prices": [-1]}, ValueError, "prices must be zero or more"),
        ({"max_prices": [10], "cost": -1}, ValueError, "cost must be zero or more"),
        ({"max_prices": [10], "market": 0}, ValueError, "market must be above zero"),
        ({"max_prices": [10, math.inf]}, ValueError, "must be finite"),
    ],
)
def test_an_answer_that_is_no_price_is_refused_by_name(settings, error, message):
    with pytest.raises(error, match=message):
        gabor_granger(**settings)


# --- the best price of a table ------------------------------------------------------------------------------


def test_the_best_price_for_profit_is_above_that_for_revenue_when_serving_costs():
    table = gabor_granger([10, 20, 20, 40])
    assert best_price(table, objective="revenue")["price"] == 20
    assert best_price(table, cost=15)["price"] == 40
    assert best_price(table, cost=15).attrs["definition"]["objective"] == "profit"


def test_of_prices_that_earn_the_same_the_lowest_is_taken():
    table = pd.DataFrame({"price": [40, 20], "demand": [0.25, 0.5]})
    assert best_price(table)["price"] == 20


def test_quantities_do_as_well_as_shares():
    found = best_price(pd.DataFrame({"price": [10, 20], "quantity": [300, 200]}), cost=2)
    assert found.to_dict() == {"price": 20, "quantity": 200, "revenue": 4000, "profit": 3600}


def test_below_cost_the_best_price_still_shows_its_loss():
    assert best_price(pd.DataFrame({"price": [10, 20], "demand": [1.0, 0.5]}), cost=30)["profit"] == -5


@given(answers.filter(any), amounts, st.sampled_from(["profit", "revenue"]))
def test_no_other_price_of_the_table_beats_the_best_one(max_prices, cost, objective):
    table = gabor_granger(max_prices, cost=cost)
    best = best_price(table, cost=cost, objective=objective)
    assert best[objective] == pytest.approx(table[f"{objective}_index"].max())
    assert best["price"] in table["price"].tolist()


@pytest.mark.parametrize(
    ("table", "settings", "message"),
    [
        ({"price": [10], "demand": [40]}, {}, "demand must be a fraction.*did you mean 0.4"),
        ({"price": [-10], "demand": [0.4]}, {}, r"table\['price'\] must be zero or more"),
        ({"price": [10], "share": [0.4]}, {}, "needs the column 'demand'"),
        ({"price": [], "demand": []}, {}, "no price with a demand"),
        ({"price": [10], "demand": [np.nan]}, {}, "no price with a demand"),
        ({"price": [10], "demand": [0.4]}, {"objective": "profits"}, "Did you mean 'profit'"),
        ({"price": [10], "demand": [0.4]}, {"cost": -1}, "cost must be zero or more"),
    ],
)
def test_a_table_without_a_demand_has_no_best_price(table, settings, message):
    with pytest.raises(ValueError, match=message):
        best_price(pd.DataFrame(table), **settings)


# --- elasticity ---------------------------------------------------------------------------------------------


def test_the_arc_elasticity_is_that_of_the_textbook():
    """OpenStax, Principles of Economics 5.1: from 60 to 70 dollars 3,000 become 2,800, elasticity 0.45."""
    assert elasticity(60, 3000, 70, 2800) == pytest.approx(-0.45, abs=0.005)
    assert elasticity(70, 2800, 60, 3000) == elasticity(60, 3000, 70, 2800)


def test_the_point_elasticity_depends_on_where_one_starts():
    assert elasticity(60, 3000, 70, 2800, method="point") == pytest.approx(-0.4)
    assert elasticity(70, 2800, 60, 3000, method="point") == pytest.approx(-0.5)


def test_an_elasticity_says_how_it_was_measured():
    assert "midpoint" in elasticity(60, 3000, 70, 2800).definition
    assert "first" in elasticity(60, 3000, 70, 2800, method="point").definition


@pytest.mark.parametrize(
    ("observed", "method", "reason"),
    [
        ((10, 5, 10, 3), "arc", "the price did not change"),
        ((10, 0, 20, 3), "point", "nothing was sold before"),
        ((10, 0, 20, 0), "arc", "nothing was sold"),
    ],
)
def test_an_elasticity_that_cannot_be_computed_says_why(observed, method, reason):
    found = elasticity(*observed, method=method)
    assert math.isnan(found)
    assert found.reason == reason


@pytest.mark.parametrize(
    ("observed", "method", "message"),
    [
        ((0, 5, 10, 3), "arc", "p0 must be above zero"),
        ((10, 5, -10, 3), "arc", "p1 must be above zero"),
        ((10, -5, 10, 3), "arc", "q0 must be zero or more"),
        ((10, 5, 10, 3), "midpoint", "method must be one of"),
    ],
)
def test_prices_and_quantities_that_cannot_be_are_refused_by_name(observed, method, message):
    with pytest.raises(ValueError, match=message):
        elasticity(*observed, method=method)


# --- tiers --------------------------------------------------------------------------------------------------


def test_each_person_takes_the_tier_that_leaves_them_most():
    wtp = pd.DataFrame({"basic": [20, 30, 40, 10], "pro": [25, 60, 90, 12]})
    table = tiers_demand(wtp, {"pro": 49, "basic": 20}, cost={"pro": 4}, market=400)
    assert table.columns.tolist() == ["tier", "price", "buyers", "share", "revenue", "profit"]
    assert table["buyers"].tolist() == [100, 200]
    assert table["revenue"].tolist() == [2000, 9800]
    assert table["profit"].tolist() == [2000, 9000]
    assert table.attrs["not_buying"] == 0.25


def test_mixed_bundling_earns_what_the_classroom_example_says():
    """A lecture on Adams and Yellen: burger and fries cost 2 and 0.50; pure bundling 6, mixed 7.50."""
    people = pd.DataFrame({"burger": [4, 3, 4.5], "fries": [1, 2, 0], "both": [5, 5, 4.5]})
    costs = {"burger": 2, "fries": 0.5, "both": 2.5}
    mixed = tiers_demand(people, {"burger": 4.5, "fries": 2.01, "both": 5}, cost=costs)
    pure = tiers_demand(people[["both"]], [4.5], cost=[2.5])
    assert mixed["profit"].sum() == pytest.approx(7.5)
    assert pure["profit"].sum() == pytest.approx(6)


def test_of_tiers_that_leave_the_same_the_cheapest_is_taken():
    wtp = pd.DataFrame({"pro": [50.1], "basic": [20.1]})
    assert tiers_demand(wtp, {"pro": 40, "basic": 10})["buyers"].tolist() == [0, 1]


def test_a_price_of_exactly_the_worth_is_paid():
    assert tiers_demand(pd.DataFrame({"a": [0.3]}), [0.1 + 0.2])["buyers"].tolist() == [1]


def test_blanks_are_dropped_and_counted():
    table = tiers_demand(pd.DataFrame({"a": [10, np.nan], "b": [5, 20]}), [5, 5])
    assert (table.attrs["n_used"], table.attrs["n_dropped"]) == (1, 1)


def test_nobody_asked_takes_no_tier():
    table = tiers_demand(pd.DataFrame({"a": [], "b": []}), [5, 6])
    assert table["share"].isna().all()
    assert table["buyers"].tolist() == [0, 0]
    assert table.attrs["reason"] == "nobody was asked"


wtps = st.lists(st.tuples(amounts, amounts, amounts), min_size=1, max_size=20)
prices3 = st.tuples(amounts, amounts, amounts)


@given(wtps, prices3)
def test_tiers_agree_with_asking_each_person(rows, prices):
    table = tiers_demand(pd.DataFrame(rows, columns=list("abc")), list(prices), cost=1)
    taken = []
    for worth in rows:
        surplus = [(w - p, -p, -i) for i, (w, p) in enumerate(zip(worth, prices, strict=True))]
        best = max(surplus)
        taken.append(surplus.index(best) if best[0] >= 0 else None)
    assert table["buyers"].tolist() == [taken.count(i) for i in range(3)]
    assert table["share"].between(0, 1).all()
    assert table["share"].sum() + table.attrs["not_buying"] == pytest.approx(1)
    assert np.allclose(table["profit"], table["revenue"] - table["buyers"])


@few
@given(wtps, prices3, st.randoms(use_true_random=False))
def test_tiers_do_not_depend_on_the_order_of_people_or_on_the_currency(rows, prices, random):
    here = tiers_demand(pd.DataFrame(rows, columns=list("abc")), prices)
    shuffled = tiers_demand(pd.DataFrame(random.sample(rows, len(rows)), columns=list("abc")), prices)
    pd.testing.assert_frame_equal(here, shuffled)
    there = tiers_demand(pd.DataFrame(rows, columns=list("abc")) * 4, [4 * p for p in prices])
    assert there["share"].tolist() == here["share"].tolist()


@few
@given(answers, st.lists(st.integers(1, 40), min_size=1, max_size=5))
def test_one_tier_alone_sells_as_gabor_and_granger_say(max_prices, prices):
    demand = gabor_granger(max_prices, prices).set_index("price")["demand"]
    for price in prices:
        alone = tiers_demand(pd.DataFrame({"only": max_prices}), {"only": price})
        assert alone["share"].iloc[0] == pytest.approx(demand[price])


@pytest.mark.parametrize(
    ("prices", "settings", "message"),
    [
        ({"basic": 10}, {}, "prices has nothing for 'pro'"),
        ({"basic": 10, "por": 20}, {}, "Did you mean 'pro'"),
        ([10], {}, "prices has 1 amounts for 2 names"),
        ([10, -20], {}, "prices must be zero or more"),
        ([10, None], {}, "prices has no amount for 'pro'"),
        ([10, 20], {"cost": -1}, "cost must be zero or more"),
        ([10, 20], {"market": 0}, "market must be above zero"),
    ],
)
def test_prices_that_do_not_fit_the_tiers_are_refused(prices, settings, message):
    with pytest.raises(ValueError, match=message):
        tiers_demand(pd.DataFrame({"basic": [10], "pro": [20]}), prices, **settings)


@pytest.mark.parametrize(
    ("wtp", "error", "message"),
    [
        ([[1, 2]], TypeError, "wtp must be a DataFrame"),
        (pd.DataFrame(), ValueError, "wtp has no columns"),
        (pd.DataFrame([[1, 2]], columns=["a", "a"]), ValueError, "two columns of the same name"),
        (pd.DataFrame({"a": [-1]}), ValueError, r"wtp\['a'\] must be zero or more"),
    ],
)
def test_a_table_that_is_no_willingness_to_pay_is_refused(wtp, error, message):
    with pytest.raises(error, match=message):
        tiers_demand(wtp, [1])


# --- the made-up market -------------------------------------------------------------------------------------


def test_the_same_seed_gives_the_same_people():
    settings = {"means": {"basic": 20, "pro": 60}, "sds": {"basic": 5, "pro": 20}, "correlation": 0.8}
    pd.testing.assert_frame_equal(simulate_wtp(50, **settings, seed=3), simulate_wtp(50, **settings, seed=3))
    assert not simulate_wtp(50, **settings, seed=3).equals(simulate_wtp(50, **settings, seed=4))


def test_the_people_have_the_means_spreads_and_correlation_asked_for():
    table = simulate_wtp(40_000, {"a": 100, "b": 200, "c": 50}, {"a": 10, "b": 20, "c": 5}, 0.6, seed=1)
    assert np.allclose(table.mean(), [100, 200, 50], rtol=0.005)
    assert np.allclose(table.std(), [10, 20, 5], rtol=0.02)
    assert np.allclose(table.corr(), 0.6 + 0.4 * np.eye(3), atol=0.02)


def test_the_first_people_are_always_these():
    """Pinned: the same bytes on every platform."""
    table = simulate_wtp(2, {"basic": 20, "pro": 60}, 5, correlation=[[1, 0.5], [0.5, 1]], seed=0)
    assert table.to_numpy().tolist() == PINNED


PINNED = [[20.63, 59.74], [23.2, 62.06]]


def test_means_and_spreads_may_be_a_dict_a_series_or_a_list():
    named = {"basic": 20, "pro": 60}
    people = simulate_wtp(9, named, 5)
    for means in pd.Series(named), MappingProxyType(named):
        assert simulate_wtp(9, means, pd.Series({"pro": 5, "basic": 5})).equals(people)
    for means in [20, 60], (20, 60), np.array([20, 60]):
        numbered = simulate_wtp(9, means, [5, 5])
        assert numbered.columns.tolist() == ["tier 1", "tier 2"]
        assert (numbered.to_numpy() == people.to_numpy()).all()


def test_tiers_that_move_as_one_or_against_each_other_can_be_made():
    together = simulate_wtp(100, {"a": 50, "b": 50}, 5, correlation=1)
    assert (together["a"] == together["b"]).all()
    opposed = simulate_wtp(100, {"a": 50, "b": 50}, 5, correlation=-1)
    assert np.allclose(opposed.sum(axis=1), 100)


def test_nobody_pays_less_than_nothing():
    assert simulate_wtp(1000, {"a": 5}, 50)["a"].min() == 0


def test_a_market_of_nobody_is_empty():
    assert simulate_wtp(0, {"a": 5}, 1).columns.tolist() == ["a"]


@pytest.mark.parametrize(
    ("settings", "error", "message"),
    [
        ({"correlation": 80}, ValueError, "Did you mean 0.8"),
        ({"correlation": -0.9}, ValueError, "stay above -0.5"),
        ({"correlation": [[1, 0], [0, 1]]}, ValueError, "3 by 3 table"),
        ({"correlation": np.full((3, 3), 0.5)}, ValueError, "with 1 on its diagonal"),
        ({"correlation": [[1, 1, 0], [1, 1, 0.9], [0, 0.9, 1]]}, ValueError, "move as one differ"),
        ({"n": 2.5}, ValueError, "n must be a whole number"),
        ({"n": -1}, ValueError, "n must be a whole number"),
        ({"sds": {"a": 1, "b": 1}}, ValueError, "sds has nothing for 'c'"),
        ({"sds": -1}, ValueError, "sds must be zero or more"),
        ({"means": {}}, ValueError, "means names no tier"),
        ({"means": 20}, TypeError, "means must name each tier"),
        ({"means": [1, 2], "sds": [1]}, ValueError, "sds has 1 amounts for 2 names"),
        ({"means": pd.Series([1, 2], ["a", "a"])}, ValueError, "means names 'a' twice"),
    ],
)
def test_a_market_that_cannot_be_is_refused(settings, error, message):
    possible = {"n": 5, "means": {"a": 1, "b": 2, "c": 3}, "sds": 1}
    with pytest.raises(error, match=message):
        simulate_wtp(**(possible | settings))
