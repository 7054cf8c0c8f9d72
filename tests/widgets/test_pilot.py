"""The pilot explorer: testers and true quality that move, and how often the pilot picks the worse product."""

import pandas as pd
import pytest

from ecotools.metrics import validation
from ecotools.plots.canvas.formats import percent
from ecotools.widgets import pilot_explorer
from tests.widgets.page import live, static


def test_it_starts_where_it_was_told_to(pilot):
    assert pilot.state == {"testers": 15, "first": 40, "second": 20}
    assert pilot.numbers()["testers"].tolist() == [10, 15, 20, 30, 50, 100, 200]


def test_its_numbers_are_those_of_the_metric(pilot):
    pilot.sliders["testers"].value = 42
    pilot.sliders["first"].value = -10
    expected = validation.pilot_errors(20, -10, [10, 20, 30, 42, 50, 100, 200])
    pd.testing.assert_frame_equal(pilot.numbers(), expected)


def test_the_page_follows_the_sliders(pilot):
    pilot.sliders["testers"].value = 60
    wrong = percent(validation.pilot_errors(40, 20, 60)["picks_worse"].item())
    assert (
        f"With 60 testers each, the pilot picks the worse product in {wrong} of all pilots."
        in live(pilot).text
    )
    assert [row[0] for row in live(pilot).tables[0][1:]] == ["10", "20", "30", "50", "60", "100", "200"]


def test_which_of_the_two_is_better_does_not_matter(pilot):
    before = pilot.numbers()
    pilot.sliders["first"].value, pilot.sliders["second"].value = 20, 40
    pd.testing.assert_frame_equal(pilot.numbers(), before)


def test_equal_products_are_a_coin(pilot):
    pilot.sliders["second"].value = 40
    assert "the pilot tosses a coin" in live(pilot).text
    assert pilot.numbers()["picks_worse"].tolist() == pytest.approx([0.5] * 7)


def test_it_comes_back_to_its_start(pilot):
    pilot.sliders["testers"].value = 99
    pilot.reset()
    assert pilot.state["testers"] == 15


def test_the_static_view_has_the_same_numbers(pilot):
    rows = static(pilot).tables[0][1:]
    for found, expected in zip(rows, pilot.numbers().itertuples(), strict=True):
        assert found[0] == str(expected.testers)
        assert found[4] == percent(expected.picks_worse)


def test_scores_that_cannot_be_are_refused():
    with pytest.raises(ValueError, match="it can be from -70 to 70"):
        pilot_explorer(first=90)
    with pytest.raises(ValueError, match="testers must be a whole number, 1 or more"):
        pilot_explorer(testers=0)
