"""The experiment planner: what a test starts from, and the visitors and days that it needs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecotools.metrics import experiments
from ecotools.plots.canvas.formats import count
from ecotools.widgets import experiment_planner
from tests.widgets.page import live, static


@pytest.fixture
def planner():
    return experiment_planner(base=0.05, effect=0.2, visitors=300)


def test_it_starts_at_the_numbers_given(planner):
    assert (planner.base, planner.effect, planner.visitors) == (0.05, 0.2, 300)


def test_the_numbers_are_those_of_the_metric(planner):
    planner.set(base=0.04, effect=0.25, visitors=120)
    size = experiments.sample_size(0.04, 0.25, relative=True)
    row = planner.numbers().set_index("rise").loc["this rise"]
    assert (row["per_page"], row["in_all"]) == (size["per_group"], size["in_all"])
    assert (row["days"] - 1) * 120 < size["in_all"] <= row["days"] * 120
    assert (row["weeks"] - 1) * 7 < row["days"] <= row["weeks"] * 7


def test_the_page_follows_the_slider(planner):
    planner.sliders["effect"].value = 40
    assert planner.effect == 0.4
    text = live(planner).text
    assert "To find a rise from 5% to 7%: 15 days." in text
    assert live(planner).tables[0][2] == ["this rise", "5%", "7%", "2,213", "15", "3"]


def test_half_the_rise_takes_about_four_times_as_long(planner):
    half, this, twice = planner.numbers()["days"]
    assert 3.5 < half / this < 4.5
    assert 3.5 < this / twice < 4.5


def test_start_again_brings_all_three_numbers_back(planner):
    planner.set(base=0.5, effect=0.01, visitors=10)
    planner.reset()
    assert (planner.base, planner.effect, planner.visitors) == (0.05, 0.2, 300)


@pytest.mark.parametrize("moved", [{}, {"effect": 0.35}, {"base": 0.3, "visitors": 950}])
def test_the_static_view_has_the_same_numbers(planner, moved):
    planner.set(**moved)
    for row, each in zip(static(planner).tables[0][1:], planner.numbers().itertuples(), strict=True):
        assert [row[0], *row[3:]] == [each.rise, *map(count, (each.per_page, each.days, each.weeks))]


@pytest.mark.parametrize(
    "impossible", [{"effect": 0}, {"base": 0}, {"base": 1}, {"base": 0.8, "effect": 0.5}, {"visitors": 0}]
)
def test_where_no_number_of_visitors_would_do_it_says_so(planner, impossible):
    planner.set(**impossible)
    assert planner.numbers().set_index("rise").loc["this rise", "days":].isna().all()
    assert "No number of visitors would do" in live(planner).text
    assert "none would do" in static(planner).text


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"base": 5}, "base"),
        ({"effect": 20}, "effect"),
        ({"visitors": 0}, "visitors must be above zero, not 0"),
    ],
)
def test_a_start_that_cannot_be_is_refused(wrong, message):
    with pytest.raises(ValueError, match=message):
        experiment_planner(**({"base": 0.05, "effect": 0.2, "visitors": 300} | wrong))


@pytest.mark.parametrize(
    ("moved", "message"),
    [
        ({"bass": 0.1}, "slider must be one of .* Did you mean 'base'"),
        ({"base": -0.1}, "base must be zero or more"),
        ({"effect": 1.01}, "effect lies beyond the slider's end, which is 100"),
        ({"visitors": 99999}, "visitors lies beyond the slider's end"),
    ],
)
def test_a_number_that_the_slider_does_not_have_is_refused(planner, moved, message):
    with pytest.raises(ValueError, match=message):
        planner.set(**moved)
    assert (planner.base, planner.effect, planner.visitors) == (0.05, 0.2, 300)


@given(base=st.floats(0.01, 0.4), effect=st.floats(0.05, 1), visitors=st.floats(1, 900))
def test_more_visitors_a_day_never_take_longer(base, effect, visitors):
    planner = experiment_planner(base, effect, visitors)
    before = planner.numbers()["days"]
    planner.set(visitors=visitors + 90)
    assert (planner.numbers()["days"].fillna(0) <= before.fillna(0)).all()
