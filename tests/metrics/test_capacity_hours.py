"""What becomes of a coach's hours, for how many clients they last, and when a group pays better."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from ecotools.metrics import capacity

SHARE = st.floats(0, 0.9)
HOURS = st.floats(0.1, 400)


def test_an_hour_sold_is_held_or_lost():
    used = capacity.hours_used(40, 60, prepare=0.25, no_show=0.1, cancelled=0.2, refilled=0.5)
    assert used["held"] + used["lost"] == used["booked"] == 40
    assert used["needed"] == 40 * 1.25
    assert used["coached"] == pytest.approx(32 / 60)


def test_lost_hours_that_are_made_up_for_take_room_from_others():
    """With a fifth lost, five hours are booked for four that are held."""
    used = capacity.hours_used(40, 60, no_show=0.2, made_up=True)
    assert used["held"] == pytest.approx(40)
    assert used["booked"] == pytest.approx(50)
    assert used["lost"] == pytest.approx(10)


def test_more_sold_than_there_is_shows_as_hours_below_zero():
    used = capacity.hours_used(84, 40)
    assert used["free"] == -44
    assert used["utilisation"] == pytest.approx(2.1)


def test_no_hours_have_no_utilisation_and_say_so():
    used = capacity.hours_used(0, 0)
    assert used[["utilisation", "coached"]].isna().all()
    assert used.attrs["reason"] == "there are no hours"


@settings(max_examples=40)
@given(HOURS, HOURS, st.floats(0, 2), SHARE, st.booleans())
def test_the_hours_add_up(sold, hours, prepare, no_show, made_up):
    used = capacity.hours_used(sold, hours, prepare=prepare, no_show=no_show, made_up=made_up)
    assert used["held"] + used["lost"] == pytest.approx(used["booked"])
    assert used["needed"] + used["free"] == pytest.approx(hours)
    assert used["held"] == pytest.approx(sold if made_up else sold * (1 - no_show))


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ({"sold": -1}, "sold must be zero or more"),
        ({"no_show": 10}, "did you mean 0.1"),
        ({"no_show": 0.6, "cancelled": 0.5}, "add up to 1 at most, not 1.1"),
        ({"no_show": 1, "made_up": True}, "made_up: when every booked hour is lost"),
    ],
)
def test_hours_that_cannot_be_are_refused(arguments, says):
    with pytest.raises(ValueError, match=says):
        capacity.hours_used(**{"sold": 10, "hours": 20} | arguments)


def test_quillworks_twelve_hours_are_for_six_clients_or_three_groups():
    assert capacity.most_clients(12, 2) == 6
    assert capacity.most_clients(12, 4, group_size=8) == 24
    assert "whole groups of 8" in capacity.most_clients(12, 4, group_size=8).definition


def test_a_third_of_an_hour_fits_three_times_into_an_hour():
    assert capacity.most_clients(1, 1 / 3) == 3
    assert capacity.most_clients(0.3, 0.1) == 3


@settings(max_examples=60)
@given(HOURS, HOURS, st.integers(1, 30), st.floats(0, 1), SHARE)
def test_one_group_more_would_not_fit(hours, each, size, prepare, lost):
    clients = capacity.most_clients(hours, each, group_size=size, prepare=prepare, lost=lost)
    groups, needs = clients / size, each * (1 + prepare) / (1 - lost)
    assert groups == int(groups)
    assert groups * needs <= hours * (1 + 1e-6)
    assert (groups + 1) * needs > hours * (1 - 1e-6)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ({"hours_each": 0}, "hours_each must be above zero"),
        ({"group_size": 2.5}, "group_size must be a whole number, 1 or more"),
        ({"lost": 1}, "lost must be below 1"),
    ],
)
def test_clients_that_cannot_be_counted_are_refused(arguments, says):
    with pytest.raises(ValueError, match=says):
        capacity.most_clients(**{"hours": 12, "hours_each": 2} | arguments)


def test_an_hour_of_coaching_by_hand():
    """1,000 - 30 fee - 100 paid back - 5 hours at 60 is 570, 114 an hour."""
    found = capacity.per_hour(1000, 5, cost_per_hour=60, fee=0.03, refunds=0.1)
    assert found[["fees", "refunded", "hours_cost", "margin"]].tolist() == [30, 100, 300, 570]
    assert found["margin_per_hour"] == pytest.approx(114)
    assert found["revenue_per_hour"] == pytest.approx(180)


MIX = {"single_hours": 2, "group_hours": 5, "group_size": 8, "single_price": 330, "group_price": 110}


def test_the_best_mix_is_that_of_the_whole_numbers_program():
    mixes = capacity.client_mixes(24, **MIX, most_single=6, most_groups=3)
    best = linprog([-330, -880], A_ub=[[2, 5]], b_ub=[24], bounds=[(0, 6), (0, 3)], integrality=[1, 1])
    assert mixes["revenue"].max() == pytest.approx(-best.fun)


@settings(max_examples=40)
@given(st.floats(0, 100), st.floats(0.5, 9), st.floats(0.5, 9), st.integers(1, 12))
def test_no_mix_uses_more_hours_than_there_are(hours, single, group, size):
    mixes = capacity.client_mixes(hours, single_hours=single, group_hours=group, group_size=size)
    assert (mixes["used"] <= hours + 1e-6).all()
    assert (mixes["free"] < single + 1e-6).all()
    assert mixes["groups"].tolist() == list(range(len(mixes)))


def test_only_so_many_buy():
    mixes = capacity.client_mixes(24, **MIX, most_single=1, most_groups=0)
    assert mixes[["groups", "single_clients", "free"]].to_numpy().tolist() == [[0, 1, 22]]


def test_without_hours_there_is_one_mix_of_nobody():
    mixes = capacity.client_mixes(0, **MIX)
    assert mixes["clients"].tolist() == [0]
    assert mixes["margin_per_hour"].isna().all()


PRICES = {"single_price": 900, "single_hours": 6, "group_price": 300, "group_hours": 12}


def test_completion_falls_by_the_doubling_or_by_the_person():
    doubling = capacity.completion_by_size([1, 2, 4, 8], alone=0.8, falls=0.1)
    assert doubling.tolist() == pytest.approx([0.8, 0.8 * 0.9, 0.8 * 0.9**2, 0.8 * 0.9**3])
    person = capacity.completion_by_size([1, 2, 4], alone=0.8, falls=0.1, by="person")
    assert person.tolist() == pytest.approx([0.8, 0.8 * 0.9, 0.8 * 0.9**3])
    assert "further person" in person.attrs["definition"]


def test_the_break_even_size_is_the_ratio_of_price_and_hours():
    """A group of g brings g x 300 for 12 hours; one to one brings 150 an hour: g is 6."""
    assert capacity.break_even_size(**PRICES) == 6
    assert capacity.break_even_size(**PRICES | {"group_price": 299}) == 7


@settings(max_examples=40)
@given(st.floats(0, 0.5), st.floats(0, 1), st.sampled_from(["doubling", "person"]))
def test_one_person_fewer_would_bring_less(falls, back, by):
    how = {"alone": 0.9, "falls": falls, "by": by, "back": back}
    size = capacity.break_even_size(**PRICES, **how)
    if np.isnan(size):
        assert size.reason.startswith("no group of up to 100")
        return
    table = capacity.group_against_single([max(int(size) - 1, 1), int(size)], **PRICES, **how)
    single, below, enough = table["revenue_per_hour"]
    assert enough >= single * (1 - 1e-9)
    assert below < single or size == 2


def test_money_back_to_those_who_do_not_finish_makes_the_group_needed_larger():
    without = capacity.break_even_size(**PRICES, alone=0.8, falls=0.1)
    with_it = capacity.break_even_size(**PRICES, alone=0.8, falls=0.1, back=1.0)
    assert without == 6 < with_it


def test_a_group_brings_more_an_hour_and_fewer_of_a_hundred_finish():
    table = capacity.group_against_single([12], **PRICES, alone=0.8, falls=0.1, cost_per_hour=65)
    single, group = table.to_dict("records")
    assert group["margin_per_hour"] == pytest.approx(300 - 65)
    assert group["finishers_per_hour"] == pytest.approx(12 * 0.8 * 0.9 ** np.log2(12) / 12)
    assert group["unfinished"] == pytest.approx(100 * (0.8 - group["completion"]))
    assert single["unfinished"] == 0
    assert single["margin_per_finisher"] == pytest.approx(6 * (150 - 65) / 0.8)


def test_where_nobody_finishes_there_is_no_margin_per_finisher():
    table = capacity.group_against_single(4, **PRICES, alone=0)
    assert table["margin_per_finisher"].isna().all()


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ({"sizes": [0]}, "sizes must be a whole number, 1 or more"),
        ({"by": "people"}, "by must be one of"),
        ({"falls": 10}, "did you mean 0.1"),
        ({"group_hours": 0}, "group_hours must be above zero"),
        ({"group_price": "300"}, "group_price must be a number"),
    ],
)
def test_groups_that_cannot_be_are_refused(arguments, says):
    with pytest.raises((ValueError, TypeError), match=says):
        capacity.group_against_single(**{"sizes": [4], "alone": 0.8} | PRICES | arguments)


def test_a_break_even_size_is_looked_for_up_to_a_thousand():
    with pytest.raises(ValueError, match="largest must be 1,000 or fewer"):
        capacity.break_even_size(**PRICES, largest=2000)


ABLE = pd.DataFrame(
    {
        "person": ["Ada", "Ben", "Cy", "Dot"],
        "Mon": [True, True, False, False],
        "Tue": [True, True, False, False],
        "Wed": [False, False, True, False],
    },
    index=[9, 3, 3, 1],
)


def test_a_shared_hour_leaves_out_those_who_cannot():
    found = capacity.shared_slots(ABLE, 2)
    assert found.attrs["slots"] == ["Mon", "Wed"]
    assert found.attrs["left_out"] == ["Dot"]
    assert found.attrs["reached"] == 0.75
    assert found["slot"].tolist() == ["Mon", "Mon", "Wed", None]
    assert found["could"].tolist() == [2, 2, 1, 0]


def test_no_other_hours_reach_more():
    rng = np.random.default_rng(3)
    able = pd.DataFrame(rng.random((12, 7)) < 0.3, columns=list("abcdefg")).assign(person=range(12))
    found = capacity.shared_slots(able, 2)
    others = [
        able[[one, other]].any(axis=1).mean() for one in "abcdefg" for other in "abcdefg" if one != other
    ]
    assert found.attrs["reached"] == pytest.approx(max(others))


@pytest.mark.parametrize(
    ("able", "number", "says"),
    [
        (pd.concat([ABLE, ABLE]), 1, "'Ada' twice in person: one row per person"),
        (ABLE, 4, "number must be at most the 3 hours"),
        (ABLE.assign(Mon="yes"), 1, "Mon is neither True nor False"),
        (
            pd.DataFrame({"person": [1]} | {str(slot): [True] for slot in range(60)}),
            8,
            "8 of 60 hours are more than 200,000",
        ),
    ],
)
def test_hours_that_cannot_be_chosen_are_refused(able, number, says):
    with pytest.raises(ValueError, match=says):
        capacity.shared_slots(able, number)


def test_of_nobody_no_share_is_reached():
    found = capacity.shared_slots(ABLE[:0])
    assert np.isnan(found.attrs["reached"])
    assert len(found) == 0


MONTH = {"hours": 12, "hours_each": 2, "price": 900, "weeks_each": 13, "applications_per_week": 0.4}


def test_a_month_of_six_clients_by_hand():
    """0.4 a week are 1.73 a month at 900; 5.2 of the six places are taken, at two hours each."""
    month = capacity.coaching_month(6, **MONTH, cost_per_hour=60).iloc[0]
    assert month["revenue"] == pytest.approx(0.4 * 52 / 12 * 900)
    assert month["margin"] == pytest.approx(month["revenue"] - 5.2 * 2 * 60)
    assert month["utilisation"] == 1
    assert month["weeks"] == pytest.approx(capacity.waiting_line(0.4, 6, 13)["weeks"])


def test_more_places_shorten_the_wait_until_hours_are_promised_that_there_are_not():
    months = capacity.coaching_month(range(4, 10), **MONTH, patience=8)
    assert months["weeks"].is_monotonic_decreasing
    assert months["utilisation"].is_monotonic_increasing
    assert (months["utilisation"] > 1).tolist() == [False] * 3 + [True] * 3


def test_the_last_group_of_a_month_takes_its_hours_though_it_is_smaller():
    months = capacity.coaching_month([8, 9], **MONTH, group_size=8)
    assert months["groups"].tolist() == [1, 2]
    assert months["needed"].tolist() == [2, 4]


def test_a_month_without_hours_has_no_utilisation():
    assert capacity.coaching_month(6, **MONTH | {"hours": 0})["utilisation"].isna().all()
