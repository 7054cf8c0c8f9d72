"""The removal board: what starves when a node is taken away, on the screen and on a page without a kernel."""

import pandas as pd
import pytest

from ecotools.metrics import ecosystem
from ecotools.widgets import removal_board
from tests.widgets.page import live, static


def test_nothing_is_taken_away_at_the_start(removals):
    assert removals.without is None and removals.starved == []
    assert "Nothing is taken away: 4 nodes." in live(removals).text
    assert live(removals).words.count("reached") == 4


def test_taking_a_node_away_names_what_starves_and_what_it_costs(removals):
    removals.choice.value = "course"
    assert removals.starved == ["audit"]
    assert "Without The course, 1 of the other 3 starves: audit." in live(removals).text
    assert "They and it bring $700 of $1,000." in live(removals).text.replace("\u202f", "")
    assert removals.numbers()["state"].tolist() == ["reached", "taken away", "starves", "reached"]


def test_a_node_that_nobody_needs_starves_nobody(removals):
    removals.take("mugs")
    assert "Without mugs, nothing else starves." in live(removals).text


def test_the_button_brings_all_back(removals):
    removals.take("checklist")
    assert removals.starved == ["audit", "course"]
    removals.again.click()
    assert removals.without is None


def test_a_page_without_a_kernel_shows_every_choice(removals):
    (table,) = static(removals).tables
    assert table[1:] == [
        [
            removals.names[row["id"]],
            str(row["starves"]),
            ", ".join(removals.names[one] for one in row["which"]).replace(", ", " and "),
        ]
        for row in removals.removals.reset_index().to_dict("records")
    ]


def test_without_revenue_no_money_is_shown():
    nodes, flows = pd.DataFrame({"id": ["a", "b"]}), pd.DataFrame({"from": ["a"], "to": ["b"]})
    board = removal_board(nodes, flows)
    board.take("a")
    assert "$" not in live(board).text and list(board.numbers()) == ["name", "state"]
    assert "leads to nothing" in live(board).text


def test_names_are_shown_as_text():
    nodes = pd.DataFrame({"id": ["a"], "name": ["<b>Bold</b>"]})
    assert (
        "<b>Bold</b>" in static(removal_board(nodes, pd.DataFrame({"from": [], "to": []}, dtype=object))).text
    )


def test_an_unknown_node_is_refused_with_the_nearest(removals):
    with pytest.raises(ValueError, match="Did you mean 'course'"):
        removals.take("corse")


def test_it_agrees_with_the_measure_on_an_ecosystem_of_circles():
    nodes = pd.DataFrame({"id": list("abc")})
    flows = pd.DataFrame({"from": list("abc"), "to": list("bca")})
    board = removal_board(nodes, flows, entry="a")
    for id in "abc":
        board.take(id)
        assert board.starved == ecosystem.starved(nodes, flows, id, entry="a")
