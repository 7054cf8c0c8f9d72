"""The pricing explorer: prices that move, and the shares, revenue and profit that follow."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecotools.metrics import pricing
from ecotools.plots.canvas.formats import count, money, percent
from ecotools.widgets import pricing_explorer
from tests.widgets.page import live, static

# Three people and two tiers, worked by hand: at 10 and 29 the surpluses are (0, -17), (5, 1), (10, 16).
THREE = pd.DataFrame({"basic": [10, 15, 20], "plus": [12, 30, 45]})
PRICES = {"basic": 10, "plus": 29}


@pytest.fixture
def small():
    return pricing_explorer(THREE, PRICES, cost={"basic": 1, "plus": 4})


def test_it_starts_at_the_prices_given(small):
    assert small.prices == PRICES
    assert small.numbers()["buyers"].tolist() == [2, 1]


def test_moving_a_slider_changes_who_buys_what(small):
    small.sliders["plus"].value = 20
    assert small.prices["plus"] == 20
    assert small.numbers()["buyers"].tolist() == [1, 2]
    assert small.numbers()["revenue"].tolist() == [10, 40]
    assert small.numbers()["profit"].tolist() == [9, 32]


def test_the_page_follows_the_slider(small):
    small.set_price("plus", 20)
    text = live(small).text
    assert "Revenue $50 (+$1 against the start), profit $41 (−$2 against the start)." in text
    rows = live(small).tables[0]
    assert rows[1] == ["basic", "$10", "1", "−1", "33%", "$10", "$9"]
    assert rows[2] == ["plus", "$20", "2", "+1", "67%", "$40", "$32"]


def test_back_at_the_start_nothing_is_said_to_have_changed(small):
    small.set_price("plus", 20)
    small.again.click() if hasattr(small, "again") else small.reset()
    assert small.prices == PRICES
    assert "as at the start" in live(small).text
    assert "no change" in live(small).tables[0][1]


def test_the_numbers_are_those_of_the_metric(explorer, market):
    explorer.set_price("Lite", 4)
    expected = pricing.tiers_demand(market, explorer.prices, cost={"Lite": 1, "Membership": 5, "Plus": 14})
    pd.testing.assert_frame_equal(explorer.numbers(), expected)


def test_who_buys_nothing_is_counted_too(explorer):
    explorer.set_price("Lite", 40)
    nobody = explorer.numbers().attrs["not_buying"]
    assert explorer.numbers()["share"].sum() + nobody == pytest.approx(1)
    assert percent(nobody) in live(explorer).text


@pytest.mark.parametrize("moved", [False, True])
def test_the_static_view_has_the_same_numbers(explorer, moved):
    if moved:
        explorer.set_price("Plus", 45)
    rows = static(explorer).tables[0][1:]
    for row, tier in zip(rows, explorer.numbers().itertuples(), strict=True):
        found = [row[0], row[1], row[2], row[4], row[5], row[6]]
        amounts = [
            money(tier.price),
            count(tier.buyers),
            percent(tier.share),
            money(tier.revenue),
            money(tier.profit),
        ]
        assert found == [tier.tier, *amounts]


def test_amounts_are_in_the_currency_asked_for():
    text = live(pricing_explorer(THREE, PRICES, currency="EUR")).text
    assert "€" in text and "$" not in text


def test_the_slider_reaches_what_the_keenest_would_pay(small):
    assert small.most == 45
    assert all(slider.max == 45 for slider in small.sliders.values())


def test_a_starting_price_beyond_everybody_is_within_reach():
    assert pricing_explorer(THREE, {"basic": 99}).sliders["basic"].value == 99


def test_the_end_of_the_slider_is_a_whole_number_of_steps():
    assert pricing_explorer(THREE, PRICES, step=2.5).most == pytest.approx(45)
    assert pricing_explorer(THREE, PRICES, step=4).most == 48


def test_prices_have_no_digits_that_nobody_typed():
    explorer = pricing_explorer(THREE, {"basic": 0.1}, step=0.1)
    explorer.set_price("basic", 0.1 + 0.2)
    assert explorer.prices == {"basic": 0.3}


def test_people_who_left_a_blank_are_said_to_be_left_out():
    blank = pd.concat([THREE, pd.DataFrame({"basic": [np.nan], "plus": [20.0]})])
    text = live(pricing_explorer(blank, PRICES)).text
    assert "Of 3 people asked; 1 left a blank and are not counted." in text


def test_without_anybody_asked_there_is_no_number_and_the_reason_stands_there():
    nobody = pricing_explorer(THREE.iloc[:0], PRICES)
    assert "There is no number: nobody was asked." in live(nobody).text
    assert nobody.numbers()["share"].isna().all()
    assert static(nobody).tables[0][1][4] == "no number"


def test_one_person_and_one_tier_are_enough():
    alone = pricing_explorer(pd.DataFrame({"all": [10.0]}), {"all": 10})
    assert alone.numbers()["share"].item() == 1


@pytest.mark.parametrize(
    ("wrong", "error", "message"),
    [
        ({"prices": {}}, ValueError, "prices names no tier"),
        ({"prices": [10, 29]}, TypeError, "prices must name each tier with its price, like .* not list"),
        (
            {"prices": {"basik": 10}},
            ValueError,
            "wtp needs the column 'basik'.*Did you mean 'basik' where it says 'basic'",
        ),
        ({"prices": {"basic": -1}}, ValueError, "the price of 'basic' must be zero or more, not -1"),
        ({"prices": {"basic": "ten"}}, TypeError, "the price of 'basic' must be a number, not 'ten'"),
        ({"wtp": [[1, 2]]}, TypeError, "wtp must be a pandas DataFrame, not list"),
        ({"step": 0}, ValueError, "step must be above zero, not 0"),
        ({"cost": {"basic": -2, "plus": 1}}, ValueError, "cost"),
        ({"cost": {"plsu": 1}}, ValueError, "cost"),
    ],
)
def test_wrong_input_is_refused_in_words(wrong, error, message):
    with pytest.raises(error, match=message):
        pricing_explorer(**({"wtp": THREE, "prices": PRICES} | wrong))


@pytest.mark.parametrize(
    ("tier", "price", "message"),
    [
        ("plsu", 10, "tier must be one of 'basic', 'plus', not 'plsu'. Did you mean 'plus'"),
        ("plus", -1, "price must be zero or more, not -1"),
        ("plus", 46, "price must be at most 45, where the slider ends, not 46"),
    ],
)
def test_a_price_that_the_slider_does_not_have_is_refused(small, tier, price, message):
    with pytest.raises(ValueError, match=message):
        small.set_price(tier, price)
    assert small.prices == PRICES


def test_names_from_a_table_cannot_become_html():
    explorer = pricing_explorer(pd.DataFrame({"<b>": [10.0]}), {"<b>": 5})
    assert "<b>" not in explorer.parts["tiers"].value


def test_the_bar_is_hidden_from_screen_readers_since_the_table_says_the_same(explorer):
    hidden = [one for one in live(explorer).all("div") if one.get("aria-hidden") == "true"]
    assert len(hidden) == 1


@given(st.tuples(*[st.integers(0, 45)] * 2))
def test_cards_and_table_agree_at_any_prices(prices):
    explorer = pricing_explorer(THREE, PRICES)
    for tier, price in zip(PRICES, prices, strict=True):
        explorer.set_price(tier, price)
    table = explorer.numbers()
    assert money(table["revenue"].sum()) in live(explorer).text
    assert table["share"].sum() + table.attrs["not_buying"] == pytest.approx(1)
