"""Selection and effect under sliders: what the naive number says, in numbers and in words."""

import pytest

from ecotools.metrics import effects
from ecotools.widgets import joining_explorer
from tests.widgets.page import live, static


def test_it_starts_where_it_was_told_to(joining):
    assert joining.state == {"loyal": 0.5, "restless": 0.5, "effect": 0.3}


def test_its_numbers_are_those_of_the_measure(joining):
    joining.set(loyal=0.9, restless=0.1, effect=0.4)
    expected = effects.decomposed([0.9, 0.1], [0.9, 0.2], 0.4)
    assert joining.numbers()["stayed"].tolist() == expected["stayed"].tolist()


def test_the_page_says_both_sides_and_the_parts(joining):
    joining.set(loyal=0.8, restless=0.2, effect=0)
    for page in (live(joining), static(joining)):
        assert "Of the members 76% stay, of the others 34%." in page.text
        assert "Naive number +42 points" in page.text
        assert "Effect of joining 0 points" in page.text
        assert page.tables[0][1] == ["members", "50%", "76%", "76%"]


def test_without_selection_the_naive_number_is_the_effect(joining):
    told = joining.numbers().attrs
    assert told["naive"] == pytest.approx(told["effect"])


def test_one_side_alone_is_said_in_words(joining):
    joining.set(loyal=0, restless=0)
    assert "Here nobody joins, so there are no two sides to compare." in live(joining).text


def test_start_again_brings_it_back(joining):
    joining.set(loyal=1, effect=1)
    joining.children[4].children[0].click()
    assert joining.state == joining.start


@pytest.mark.parametrize(("name", "value", "error"), [("loyal", 80, ValueError), ("speed", 0.1, TypeError)])
def test_what_is_no_slider_or_no_fraction_is_refused(joining, name, value, error):
    with pytest.raises(error, match=name):
        joining.set(**{name: value})


def test_a_share_who_stay_for_each_kind_is_needed():
    with pytest.raises(ValueError, match="two fractions"):
        joining_explorer(stays=(0.9, 0.5, 0.2))
