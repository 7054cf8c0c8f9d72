"""Does a workshop pay: break-even seats and the chance of a loss, exactly and by simulation."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ecotools.metrics.unit_economics import event


def test_break_even_is_the_published_example():
    """calcsy.net, "Break-even analysis": 50,000 fixed, price 100 and cost 60 break even at 1,250 units."""
    assert event(50_000, 100, 2000, wanted=1000, cost=60)["break_even"] == 1250


def test_the_chance_of_a_loss_is_that_of_the_printed_tables():
    """Poisson of mean 4: P(X <= 3) = 0.4335. Binomial of 20 and one half: P(X <= 7) = 0.1316."""
    assert event(400, 100, 50, wanted=4)["loss_chance"] == pytest.approx(0.4335, abs=5e-5)
    assert event(800, 100, 20, invited=20, rate=0.5)["loss_chance"] == pytest.approx(0.1316, abs=5e-5)


def test_an_event_that_just_covers_its_cost_is_no_loss():
    assert event(400, 100, 4, invited=4, rate=1)["loss_chance"] == 0
    assert event(400.01, 100, 4, invited=4, rate=1)["loss_chance"] == 1
    assert event(0.3, 0.1, 3, invited=3, rate=1)["loss_chance"] == 0, "0.1 + 0.1 + 0.1 is 0.3"


def test_no_shows_who_have_paid_save_their_food_and_those_who_pay_at_the_door_are_missed():
    sold = event(300, 50, 10, invited=10, rate=1, no_show=0.2, cost=20)
    door = event(300, 50, 10, invited=10, rate=1, no_show=0.2, cost=20, charged="present")
    assert sold["profit"] == pytest.approx(500 - 160 - 300)
    assert door["profit"] == pytest.approx(8 * 30 - 300)
    assert sold["break_even"] == np.ceil(300 / (50 - 16)) == 9
    assert np.isnan(door["break_even"]) and "a full house leaves -60 on average" in door.attrs["reason"]


def test_who_comes_too_late_is_turned_away():
    found = event(100, 20, 5, wanted=50)
    assert found["sold"] == pytest.approx(5) and found["sold_out"] == pytest.approx(1)


@settings(max_examples=15, deadline=None)
@given(
    st.integers(1, 15),
    st.floats(0, 20),
    st.floats(0, 1),
    st.sampled_from([0, 10, 35, 50, 80]),
    st.sampled_from(["sold", "present"]),
)
def test_the_simulation_agrees_with_the_exact_numbers(seats, wanted, no_show, cost, charged):
    exact = event(200, 50, seats, wanted=wanted, no_show=no_show, cost=cost, charged=charged)
    rng = np.random.default_rng(3)
    sold = np.minimum(rng.poisson(wanted, 20_000), seats)
    came = rng.binomial(sold, 1 - no_show)
    profit = 50 * (sold if charged == "sold" else came) - cost * came - 200
    loss = exact["loss_chance"]
    assert (profit < 0).mean() == pytest.approx(loss, abs=5 * np.sqrt(loss * (1 - loss) / 20_000) + 1e-3)
    assert sold.mean() == pytest.approx(exact["sold"], abs=0.2)
    assert profit.mean() == pytest.approx(exact["profit"], abs=5 * profit.std() / np.sqrt(20_000) + 0.3)


def test_a_list_is_no_public():
    """150 invited of whom 4% come spread less than a public with the same mean of 6."""
    listed, public = event(500, 100, 30, invited=150, rate=0.04), event(500, 100, 30, wanted=6)
    assert listed["profit"] == pytest.approx(public["profit"], abs=1e-3)
    assert listed["loss_chance"] < public["loss_chance"]
    assert listed.attrs["definition"]["demand"] == "binomial, 0.04 of 150"


def test_nobody_wants_it():
    found = event(500, 100, 30, wanted=0, no_show=0.5)
    assert found["loss_chance"] == 1 and found["profit"] == -500


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ({}, "say how many want a seat, either wanted"),
        ({"wanted": 3, "invited": 5, "rate": 0.1}, "say how many want a seat, either wanted"),
        ({"invited": 5}, "say how many want a seat, either wanted"),
        ({"invited": 5, "rate": 40}, "rate must be a fraction"),
        ({"wanted": 3, "no_show": 20}, "no_show must be a fraction"),
        ({"wanted": 3, "charged": "door"}, "charged must be one of 'sold', 'present'"),
        ({"wanted": -3}, "wanted must be zero or more"),
    ],
)
def test_what_cannot_be_is_refused(arguments, said):
    with pytest.raises(ValueError, match=said):
        event(100, 10, 10, **arguments)


def test_seats_are_whole_and_not_endless():
    with pytest.raises(ValueError, match="seats must be a whole number, 1 or more, not 0"):
        event(100, 10, 0, wanted=3)
    with pytest.raises(ValueError, match="seats must be 100,000 or fewer"):
        event(100, 10, 10**6, wanted=3)
