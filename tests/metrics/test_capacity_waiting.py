"""A waiting list by formula and simulated: both agree where a formula exists."""

from math import factorial

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import poisson

from ecotools.metrics import capacity, moderation


def erlang_b(load: float, places: int) -> float:
    terms = [load**k / factorial(k) for k in range(places + 1)]
    return terms[-1] / sum(terms)


def test_those_who_never_give_up_and_those_who_do_in_the_published_comparison():
    """50 agents, 48 calls a minute of 1 minute, patience 2 minutes: Garnett, Mandelbaum & Reiman (2002).

    Erlang C: 20.8 s of waiting, a line of 17, 96% busy. Erlang A: 3.7 s, 3, 93%, and 3.1% give up.
    """
    stay = capacity.waiting_line(48, 50, 1)
    assert stay["weeks"] * 60 == pytest.approx(20.8, abs=0.05)
    assert stay["line"] == pytest.approx(17, abs=0.5)
    assert stay["busy"] == pytest.approx(0.96)
    leave = capacity.waiting_line(48, 50, 1, patience=2)
    assert leave["weeks"] * 60 == pytest.approx(3.7, abs=0.05)
    assert leave["line"] == pytest.approx(3, abs=0.05)
    assert leave["gives_up"] == pytest.approx(0.031, abs=5e-4)
    assert leave["busy"] == pytest.approx(0.93, abs=5e-3)


@settings(max_examples=30)
@given(st.integers(1, 20), st.floats(0.1, 2.5), st.floats(1, 30))
def test_with_patience_as_long_as_a_stay_the_people_there_are_poisson(places, busy, stay):
    """Then everybody leaves at one rate, placed or not, as in M/M/infinity."""
    load = places * busy
    found = capacity.waiting_line(load / stay, places, stay, patience=stay)
    assert found["waits"] == pytest.approx(poisson.sf(places - 1, load), abs=1e-9)
    people = np.arange(places + 400)
    assert found["line"] == pytest.approx(
        float(((people - places).clip(0)) @ poisson.pmf(people, load)), abs=1e-6
    )


@settings(max_examples=30)
@given(st.integers(1, 15), st.floats(0.1, 0.9), st.floats(1, 30))
def test_littles_law_joins_the_line_and_the_wait(places, busy, stay):
    for patience in (None, 3.0):
        found = capacity.waiting_line(places * busy / stay, places, stay, patience=patience)
        assert found["line"] == pytest.approx(found["weeks"] * places * busy / stay)
        assert found["busy"] * places == pytest.approx(found["starts"] * stay)


def test_it_is_the_queue_of_the_moderators_with_weeks_for_minutes():
    queue = moderation.waiting(200, 3, 15, hours_a_day=24)
    weeks = capacity.waiting_line(200 / (24 * 60), 3, 15)
    assert weeks["weeks"] == pytest.approx(queue["minutes"])
    assert weeks["waits"] == pytest.approx(queue["waits"])


def test_endless_patience_is_none_given():
    endless, none = (capacity.waiting_line(0.4, 6, 12, patience=one) for one in (5e5, None))
    assert endless["weeks"] == pytest.approx(none["weeks"], rel=1e-3)


def test_more_applications_than_places_have_no_end_unless_people_give_up():
    endless = capacity.waiting_line(1, 6, 12)
    assert np.isinf(endless["weeks"])
    assert "the list has no end" in endless.attrs["reason"]
    left = capacity.waiting_line(1, 6, 12, patience=8)
    assert left["gives_up"] > 0.5
    assert left["starts"] == pytest.approx(0.5, abs=0.01)


def test_a_line_too_long_to_compute_is_refused():
    with pytest.raises(ValueError, match="patience: 10,000,000 could wait"):
        capacity.waiting_line(10, 6, 12, patience=1e6)


def simulated(**arguments) -> pd.DataFrame:
    return capacity.simulate_waiting_list(
        **{"applications_per_week": 0.6, "places": 6, "weeks_each": 12} | arguments
    )


@settings(max_examples=20)
@given(
    st.floats(0.1, 4),
    st.integers(1, 9),
    st.integers(1, 15),
    st.sampled_from([None, 1, 5]),
    st.integers(0, 99),
)
def test_everybody_who_applies_starts_gives_up_or_waits(applications, places, stay, patience, seed):
    table = simulated(
        applications_per_week=applications, places=places, weeks_each=stay, patience=patience, runs=2,
        seed=seed, begun=places // 2,
    )  # fmt: skip
    sums = table.groupby("run")[["applied", "started", "gave_up"]].sum()
    last = table.groupby("run")["waiting"].last()
    assert (sums["applied"] == sums["started"] + sums["gave_up"] + last).all()
    assert table["clients"].between(0, places).all()
    assert table["utilisation"].between(0, 1).all()
    # Nobody waits while a place is free.
    assert ((table["clients"] == places) | (table["waiting"] == 0)).all()


def test_littles_law_holds_week_by_week_to_the_last_person():
    """Each week that somebody waits counts once in the line, and once in the waits."""
    table = simulated(weeks=300, patience=6, seed=5, applications_per_week=0.5)
    # Up to a week after which nobody waits, every wait is known to its end.
    table = table.loc[: table.index[table["waiting"] == 0].max()]
    waits = table["started"] * table["waited"].fillna(0) + table["gave_up"] * table["in_vain"].fillna(0)
    assert waits.sum() == pytest.approx(table["waiting"].sum())
    assert table["waiting"].sum() > 50


def test_fixed_stays_end_after_exactly_so_many_weeks():
    table = simulated(applications_per_week=50, weeks=36, patience=1)
    assert table["started"].iloc[0] == 6
    assert table.loc[table["started"] > 0, "week"].tolist() == [1, 13, 25]


def test_those_who_had_begun_end_evenly():
    table = simulated(applications_per_week=1e-9, weeks=12, begun=6)
    assert table["clients"].tolist() == [6, 5, 5, 4, 4, 3, 3, 2, 2, 1, 1, 0]


def test_where_nobody_waits_those_turned_away_are_erlangs_share():
    """Erlang B does not depend on how stays differ, only on their mean."""
    for stays in ("fixed", "random"):
        table = simulated(
            applications_per_week=0.05, weeks_each=80, weeks=900, places=5, patience=1, stays=stays, runs=40
        )
        table = table[table["week"] > 300]
        turned_away = table["gave_up"].sum() / table["applied"].sum()
        assert turned_away == pytest.approx(erlang_b(4, 5), abs=0.03)


def test_with_random_stays_the_wait_is_that_of_the_formula():
    """Weeks are short beside a stay of 60 of them, so that counting in weeks changes little."""
    formula = capacity.waiting_line(0.08, 6, 60)
    table = simulated(
        applications_per_week=0.08, weeks_each=60, weeks=1500, stays="random", runs=60, seed=2, begun=5
    )
    table = table[table["week"] > 500]
    line = table.groupby("run")["waiting"].mean()
    assert abs(line.mean() - formula["line"]) < 4 * line.std() / np.sqrt(len(line))
    assert table["utilisation"].mean() == pytest.approx(formula["busy"], abs=0.02)


def test_stays_that_are_alike_make_the_wait_shorter():
    waits = {
        stays: simulated(applications_per_week=0.45, weeks=1200, stays=stays, runs=20, seed=1)[
            "waiting"
        ].mean()
        for stays in ("fixed", "random")
    }
    assert 0.3 < waits["fixed"] / waits["random"] < 0.8


def test_growth_fills_the_places_and_then_the_list():
    table = simulated(applications_per_week=0.2, growth=0.03, weeks=150, runs=40, seed=3)
    by_week = capacity.waiting_by_week(table).set_index("week")
    assert by_week.loc[20:30, "utilisation"].mean() < 0.7
    assert by_week.loc[140:, "utilisation"].mean() > 0.97
    assert by_week.loc[140:, "waiting"].mean() > 20


def test_the_same_seed_is_the_same_list():
    pd.testing.assert_frame_equal(simulated(seed=4, patience=3), simulated(seed=4, patience=3))
    assert not simulated(seed=4).equals(simulated(seed=5))


def test_the_weeks_of_all_runs_have_their_range():
    table = simulated(runs=50, seed=1, weeks=30)
    found = capacity.waiting_by_week(table, level=0.5)
    week = table[table["week"] == 20]
    assert found.loc[19, "waiting"] == pytest.approx(week["waiting"].mean())
    assert found.loc[19, "low"] == pytest.approx(week["waiting"].quantile(0.25))
    weights = week["started"] * week["waited"].fillna(0)
    assert found.loc[19, "waited"] == pytest.approx(weights.sum() / week["started"].sum())


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ({"weeks_each": 2.5}, "weeks_each must be a whole number"),
        ({"weeks_each": 0.5, "stays": "random"}, "weeks_each must be 1 or more"),
        ({"stays": "equal"}, "stays must be one of"),
        ({"patience": 0.5}, "patience must be 1 week or more"),
        ({"growth": -1}, "growth must be above -1"),
        ({"begun": 7}, r"begun must be at most places \(6\), not 7"),
        ({"applications_per_week": 0}, "applications_per_week must be above zero"),
    ],
)
def test_a_list_that_cannot_be_is_refused(arguments, says):
    with pytest.raises(ValueError, match=says):
        simulated(**arguments)
