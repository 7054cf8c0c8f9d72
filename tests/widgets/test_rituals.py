"""A week of rituals: what is ticked, the hours it takes, and the hours there are."""

import pandas as pd
import pytest

from ecotools.data import community_activities
from ecotools.metrics import community
from ecotools.widgets import ritual_week
from tests.widgets.page import live, static


def test_it_starts_with_what_was_chosen(rituals):
    assert rituals.chosen == ["Poll", "Workshop"]
    assert rituals.hours == 5


def test_its_hours_are_those_of_the_measure(rituals):
    table = community_activities().rename(columns={"option": "name"}).assign(owner="host")
    rituals.set(table["name"])
    expected = community.ritual_hours(table).loc["together", "hours"]
    assert rituals.numbers()["hours"].sum() == pytest.approx(expected)


def test_the_page_says_what_is_left(rituals):
    # By hand: 7 x 5 minutes and 150 minutes are 185 minutes, 3.08 hours.
    for page in (live(rituals), static(rituals)):
        assert "2 kinds of ritual: 3.08 hours a week, and 1.92 are left." in page.text
        assert page.tables[0][1:] == [
            ["Poll", "daily", "5", "0.58"],
            ["Workshop", "weekly", "150", "2.5"],
        ]


def test_the_page_says_what_is_missing(rituals):
    rituals.slider.value = 2
    assert "3.08 hours a week, and 1.08 are missing." in live(rituals).text


def test_a_tick_changes_the_page(rituals):
    rituals.boxes["Workshop"].value = False
    assert "1 kind of ritual: 0.58 hours a week" in live(rituals).text


def test_nothing_ticked_takes_no_hours(rituals):
    rituals.set([])
    assert "0 kinds of ritual: 0 hours a week, and 5 are left." in live(rituals).text


def test_start_again_brings_back_boxes_and_hours(rituals):
    rituals.set(["Awards"], hours=30)
    rituals.set(*rituals.start)
    assert rituals.chosen == ["Poll", "Workshop"] and rituals.hours == 5


def test_a_list_of_your_own_is_read():
    mine = pd.DataFrame({"option": ["<Tea>"], "cadence": ["weekly"], "minutes": [30]}, index=[7])
    week = ritual_week(mine, chosen=["<Tea>"])
    assert "0.5 hours a week" in live(week).text
    assert static(week).tables[0][1][0] == "<Tea>"


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (lambda: ritual_week(chosen=["Pol"]), "chosen must be one of"),
        (lambda: ritual_week(hours=-1), "hours must be"),
        (lambda: ritual_week(pd.DataFrame({"option": ["Tea"]})), "cadence"),
        (
            lambda: ritual_week(pd.DataFrame({"option": ["Tea"], "cadence": ["hourly"], "minutes": [5]})),
            "cadence must be one of",
        ),
    ],
)
def test_what_cannot_be_is_refused_by_name(call, said):
    with pytest.raises(ValueError, match=said):
        call()
