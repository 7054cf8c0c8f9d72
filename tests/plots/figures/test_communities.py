"""What the pictures of communities say, and what they refuse."""

import numpy as np
import pandas as pd
import pytest

from ecotools import plots
from ecotools.metrics import capacity, community, effects, moderation
from tests.plots.tables import STUDY, given, list_weeks, picture, studied, waits


def test_a_lorenz_curve_says_what_the_most_active_gave():
    curve = community.lorenz([0] * 90 + [1] * 9 + [91])
    said = plots.alt_text(plots.lorenz_curve(curve, top=0.01, noun="writers", what="posts"))
    assert said.startswith("The most active 1% of writers gave 91% of posts")
    assert "50% of writers gave 0%" in said


def test_several_lorenz_curves_are_named_and_their_numbers_told_apart():
    drawn = plots.lorenz_curve({"forum": given(), "chat": given(1)})
    assert plots.alt_text(drawn).startswith(
        "The most active 10% of members gave 23% of contributions in forum and 10%"
    )
    assert plots.numbers(drawn)["curve"].unique().tolist() == ["forum", "chat"]


def test_an_event_study_says_each_period_with_its_interval():
    said = plots.alt_text(picture("event_study"))
    assert "months since the club opened" in said
    assert "−1: " in said and "0: +5% (+2% to +8%)" in said


def test_an_effect_whose_interval_holds_zero_is_hollow():
    ax = plots.event_study(studied(), **STUDY)
    hollow = {
        line.get_xdata()[0]: line.get_mfc() == "#FFFFFF" for line in ax.lines if line.get_marker() == "o"
    }
    assert hollow == {-4: True, -3: True, -2: True, -1: True, 0: False, 1: False, 2: False, 3: False}


def test_the_pictures_draw_what_the_measures_give():
    panel = pd.DataFrame({"customer_id": np.repeat([1, 2, 3, 4], 3), "month": [1, 2, 3] * 4})
    panel = panel.assign(access=panel["customer_id"] < 3, kept=[3.0, 3, 6, 1, 2, 6, 2, 2, 3, 4, 5, 5])
    study = effects.event_study(panel, since=3)
    assert plots.numbers(plots.event_study(study, **STUDY | {"unit": "count"}))["effect"].tolist() == [
        0,
        0,
        3,
    ]
    days = moderation.waits_by_day(moderation.simulate_waiting(40, 2, 20, hours_a_day=8, days=10))
    drawn = plots.queue(days, title="Ten days of reports", expected=45.4)
    assert plots.numbers(drawn)["day"].tolist() == days["day"].tolist()
    assert "the formula expects a mean of 45 minutes" in plots.alt_text(drawn)


def test_a_waiting_list_says_when_the_places_are_full_and_how_many_wait():
    simulated = capacity.simulate_waiting_list(1, 6, 12, weeks=40, runs=30, seed=2)
    by_week = capacity.waiting_by_week(simulated)
    figure = plots.waiting_list(by_week, title="Six places fill in a quarter", places=6)
    assert plots.numbers(figure)["waiting"].tolist() == by_week["waiting"].tolist()
    said, last = plots.alt_text(figure), by_week["waiting"].iloc[-1]
    assert f"in week 40 {last:.1f} wait" in said
    assert "all are taken in week" in said
    few = plots.waiting_list(by_week.assign(utilisation=0.25), title="Room for more")
    assert "at most 25% of them are taken" in plots.alt_text(few)


def test_a_wait_without_end_is_no_line():
    assert "formula" not in plots.alt_text(plots.queue(waits(), title="It grows and grows", expected=np.inf))


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (lambda: plots.lorenz_curve({}), "a dict of 1 to 5 by name, not 0"),
        (lambda: plots.lorenz_curve(given().assign(share=5)), "share"),
        (lambda: plots.event_study(studied().drop(columns="low"), **STUDY), "needs the column 'low'"),
        (lambda: plots.event_study(studied().assign(low=1.0), **STUDY), "low end of an interval lies above"),
        (lambda: plots.queue(waits().assign(median=np.nan), title="No number"), "no number in median"),
        (lambda: plots.queue(waits()[:0], title="No rows"), "no rows"),
        (lambda: plots.waiting_list(list_weeks()[:0], title="No rows"), "no rows"),
        (lambda: plots.waiting_list(list_weeks().assign(low=99), title="Upside down"), "low"),
        (lambda: plots.waiting_list(list_weeks().assign(utilisation=90), title="Percent"), "utilisation"),
    ],
)
def test_what_cannot_be_drawn_is_refused(call, said):
    with pytest.raises((TypeError, ValueError), match=said):
        call()
