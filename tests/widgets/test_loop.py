"""The loop explorer: a gain and a delay under sliders, and three years in numbers, words and a picture."""

import pandas as pd
import pytest

from ecotools.metrics import growth
from ecotools.widgets import loop_explorer
from tests.widgets.page import live, static


def test_its_numbers_are_those_of_the_measure(loops):
    assert loops.state == {"gain": 0.3, "delay": 3.0}
    path = growth.loop_path(0.3, 3, 36)
    pd.testing.assert_frame_equal(loops.numbers()[list(path)], path)
    assert loops.numbers()["times"].iloc[-1] == pytest.approx((1 - 0.3**12) / 0.7)


def test_the_page_says_what_three_years_come_to_and_where_it_ends(loops):
    said = "In month 36, 143 customers come instead of 100: 1.43 times as many."
    assert said in live(loops).text and said in static(loops).text
    assert "With a gain of 0.3 it never exceeds 143 a month" in live(loops).text


def test_a_gain_of_one_is_a_line_and_one_above_has_no_limit(loops):
    loops.set(gain=1)
    assert "there is no limit: each turn adds as many as the first" in live(loops).text
    loops.sliders["gain"].value = 1.2
    assert "each turn adds more than the last" in live(loops).text


def test_the_delay_decides_how_many_turns_there_are(loops):
    loops.set(gain=0.9, delay=12)
    assert [row[3] for row in live(loops).tables[0][1:]] == ["1.00", "1.90", "2.71"]
    loops.set(delay=1)
    assert float(live(loops).tables[0][3][3]) > 9


def test_the_static_table_has_the_years(loops):
    rows = static(loops).tables[-1]
    assert [row[0] for row in rows[1:]] == ["12", "24", "36"]
    assert rows[1][1:3] == ["100", "142"]


def test_without_a_gain_it_still_shows(loops):
    loops.set(gain=0)
    assert "100 customers come instead of 100: 1.00 times" in live(loops).text


def test_start_again_brings_it_back(loops):
    loops.set(gain=1.5, delay=24)
    loops.reset()
    assert loops.state == loops.start


def test_another_noun_and_base_are_said():
    assert "200 readers" not in live(loop_explorer(base=200, noun="readers")).text
    assert "286 readers come instead of 200" in live(loop_explorer(base=200, noun="readers")).text


@pytest.mark.parametrize(("name", "value", "error"), [("gain", 2, ValueError), ("speed", 1, TypeError)])
def test_what_is_no_slider_or_beyond_it_is_refused(loops, name, value, error):
    with pytest.raises(error, match=name):
        loops.set(**{name: value})


def test_numbers_that_cannot_be_are_refused():
    with pytest.raises(ValueError, match="gain must be zero or more"):
        loop_explorer(gain=-0.5)
    with pytest.raises(ValueError, match="delay must be above zero"):
        loop_explorer(delay=0)
