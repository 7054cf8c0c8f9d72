"""What a card says: how far a KPI is from its target, which way it moved, and whether that is good."""

import pytest

from ecotools.widgets import kpicard
from tests.widgets.page import read

NAN = float("nan")


def row(value=100.0, target=90.0, direction="up", unit="count", on_target=True, change=NAN, reason=""):
    names = ("name", "value", "target", "direction", "unit", "on_target", "change", "reason")
    return dict(zip(names, ("KPI", value, target, direction, unit, on_target, change, reason), strict=True))


@pytest.mark.parametrize(
    ("given", "mark", "said"),
    [
        (row(100, 90), "✓", "10 above 90"),
        (row(80, 90, on_target=False), "✗", "10 short of 90"),
        (row(0.03, 0.04, "down", "fraction"), "✓", "1 point below 4%"),
        (row(0.05, 0.04, "down", "fraction", False), "✗", "1 point above 4%"),
        (row(90, 90), "✓", "exactly 90"),
        (row(89.99, 90, on_target=False), "✗", "just short of 90"),
        (row(9270, 12400, unit="currency", on_target=False), "✗", "$3,130 short of $12,400"),
        (row(100, NAN, on_target=None), "–", "no target"),
        (row(NAN, 90, on_target=None, reason="nobody asked"), "–", "no number"),
        (row(40, 90, on_target=None), "–", "part of a month, not held against 90"),
    ],
)
def test_the_distance_to_the_target_is_said_in_the_unit_of_the_kpi(given, mark, said):
    assert kpicard.verdict(given) == (mark, said)


@pytest.mark.parametrize(
    ("change", "direction", "unit", "said"),
    [
        (5.0, "up", "count", "▲ +5, better"),
        (-5.0, "up", "count", "▼ −5, worse"),
        (-0.01, "down", "fraction", "▼ −1 points, better"),
        (0.0, "up", "count", "no change"),
        (NAN, "up", "count", "no month before"),
    ],
)
def test_a_change_says_whether_it_is_for_the_better(change, direction, unit, said):
    assert kpicard.change(row(unit=unit, direction=direction, change=change)) == said


def test_a_card_says_in_words_what_its_colour_says():
    assert "✓ on target" in read(kpicard.card(row())).text
    assert "✗ off target" in read(kpicard.card(row(80, on_target=False))).text


def test_a_card_without_a_number_gives_the_reason_instead():
    page = read(kpicard.card(row(NAN, on_target=None, reason="no answers in this month")))
    assert page.text == "KPI no number No answers in this month"


def test_amounts_are_in_the_currency_of_the_business():
    assert "€" in kpicard.card(row(unit="currency"), "EUR")


def test_a_card_that_does_nothing_does_not_look_like_a_button():
    for card in (
        kpicard.card(row()),
        kpicard.card(row(), chosen=True),
        kpicard.card(row(NAN, reason="none")),
    ):
        assert "border-radius:6px" not in card and "border:0;border-top:" in card and "cursor" not in card
