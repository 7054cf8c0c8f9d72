"""The churn mix: two kinds of members under sliders, in numbers, words and a picture."""

import pytest

from ecotools.metrics import retention
from ecotools.widgets import churn_mix
from tests.widgets.page import live, static


@pytest.fixture
def half():
    return churn_mix(price=10, restless=0.5, high=0.2, low=0.02)


def test_it_starts_with_the_mix_given(half):
    assert half.mix == {"restless": 0.5, "high": 0.2, "low": 0.02}
    expected = retention.churn_mix([0.2, 0.02], [0.5, 0.5], 24)
    assert half.numbers()["survival"].tolist() == expected["survival"].tolist()


def test_the_page_says_both_values(half):
    # By hand: half of 10 / 0.2 and half of 10 / 0.02; and 10 / 0.11.
    said = "A new member brings $275 on average; price over the first month's churn says $90.91."
    assert said in live(half).text
    assert said in static(half).text


def test_moving_a_slider_changes_the_page(half):
    half.sliders["restless"].value = 0.0
    assert half.mix["restless"] == 0
    assert "A new member brings $500 on average" in live(half).text
    assert "Still there after a year 78%" in live(half).text


def test_the_table_has_the_months_that_are_told(half):
    rows = static(half).tables[-1]
    assert [row[0] for row in rows[1:]] == ["1", "3", "6", "12", "24"]
    assert rows[1] == ["1", "89%", "10%", "89%"]


def test_start_again_brings_the_mix_back(half):
    half.set(high=0.5, low=0.1)
    half.reset()
    assert half.mix == half.start


def test_with_members_who_never_leave_no_value_is_claimed(half):
    half.set(low=0)
    assert "no lifetime value has a limit" in live(half).text


def test_when_all_leave_at_once_it_still_shows(half):
    half.set(high=1, low=1)
    assert "Still there after a year" in live(half).text


@pytest.mark.parametrize(("name", "value", "error"), [("high", 20, ValueError), ("speed", 0.1, TypeError)])
def test_what_is_no_slider_or_no_fraction_is_refused(half, name, value, error):
    with pytest.raises(error, match=name):
        half.set(**{name: value})


def test_a_price_of_nothing_is_refused():
    with pytest.raises(ValueError, match="price"):
        churn_mix(price=0)
