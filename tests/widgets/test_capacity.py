"""The capacity board: clients, hours and group size that move, and a month of coaching that follows."""

import pandas as pd
import pytest

from ecotools.metrics import capacity
from ecotools.plots.canvas.formats import percent
from ecotools.widgets import capacity_board
from tests.widgets.page import live, static

TERMS = {
    "hours_each": 2,
    "price": 997,
    "weeks_each": 13,
    "applications_per_week": 0.4,
    "patience": 8,
    "cost_per_hour": 65,
}


def test_it_starts_where_it_was_told_to(capacities):
    assert capacities.state == {"clients": 4, "hours": 12, "group_size": 1}
    assert capacities.numbers()["clients"].tolist() == [2, 3, 4, 5, 6]


def test_its_numbers_are_those_of_the_metric(capacities):
    capacities.sliders["clients"].value = 16
    capacities.sliders["group_size"].value = 8
    expected = capacity.coaching_month([8, 16, 24, 32], hours=12, group_size=8, **TERMS)
    pd.testing.assert_frame_equal(capacities.numbers(), expected)


def test_the_page_says_how_many_hours_are_missing(capacities):
    assert "4 clients need 8 hours a month of the 12 there are: 67%." in live(capacities).text
    capacities.sliders["clients"].value = 8
    assert "8 clients need 16 hours a month, 4 more than the 12 there are." in live(capacities).text


def test_a_group_makes_room(capacities):
    capacities.sliders["clients"].value = 8
    capacities.sliders["group_size"].value = 8
    assert "8 clients need 2 hours a month of the 12 there are: 17%." in live(capacities).text


def test_a_list_without_end_is_said():
    board = capacity_board(patience=None)
    assert "the waiting list has no end" in live(board).text
    assert "no end" in live(board).tables[0][3][6]


def test_without_hours_there_is_no_utilisation(capacities):
    capacities.sliders["hours"].value = 0
    assert live(capacities).tables[0][1][2] == "no hours"


def test_it_comes_back_to_its_start(capacities):
    capacities.sliders["hours"].value = 40
    capacities.reset()
    assert capacities.state["hours"] == 12


def test_the_static_view_has_the_same_numbers(capacities):
    rows = static(capacities).tables[0][1:]
    for found, expected in zip(rows, capacities.numbers().itertuples(), strict=True):
        assert found[0] == str(expected.clients)
        assert found[2] == percent(expected.utilisation)
        assert found[6] == f"{expected.weeks:.1f}"


def test_numbers_that_cannot_be_are_refused():
    with pytest.raises(ValueError, match="clients must be a whole number, 1 or more"):
        capacity_board(clients=0)
    with pytest.raises(ValueError, match="hours_each must be above zero"):
        capacity_board(hours_each=0)
