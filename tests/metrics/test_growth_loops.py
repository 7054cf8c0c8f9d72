"""Loops of a map: their sign, their gain, and what a gain and a delay come to."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.integrate import solve_ivp

from ecotools.data import quillwork
from ecotools.metrics import ecosystem
from ecotools.metrics.growth import (
    knock_on,
    loop_outcomes,
    loop_path,
    map_gain,
    signed_loops,
)

GAINS = st.floats(-0.9, 1.5).map(lambda gain: round(gain, 3))


def drawn(*flows, extra=()):
    """Return nodes and flows from (from, to, gain) or (from, to, gain, delay)."""
    table = pd.DataFrame([(*one, 0.0)[:4] for one in flows], columns=["from", "to", "gain", "delay"])
    names = dict.fromkeys([*table["from"], *table["to"], *extra])
    return pd.DataFrame({"id": list(names)}), table


def test_gains_multiply_and_delays_add_up():
    loop = signed_loops(*drawn(("a", "b", 0.5, 1), ("b", "c", 2.0, 2), ("c", "a", 0.3, 0.5))).iloc[0]
    assert loop["nodes"] == ["a", "b", "c"]
    assert loop["gain"] == pytest.approx(0.3) and loop["delay"] == 3.5
    assert loop["kind"] == "reinforcing" and loop["multiplier"] == pytest.approx(1 / 0.7)


@pytest.mark.parametrize(
    ("signs", "kind"), [("++", "reinforcing"), ("+-", "balancing"), ("--", "reinforcing")]
)
def test_an_odd_number_of_minus_signs_balances(signs, kind):
    nodes, flows = drawn(("a", "b", 0), ("b", "a", 0))
    flows = flows.drop(columns=["gain", "delay"]).assign(sign=list(signs))
    loop = signed_loops(nodes, flows).iloc[0]
    assert loop["kind"] == kind
    assert np.isnan(loop["gain"]) and np.isnan(loop["delay"])


def test_a_sign_may_stand_beside_a_gain_that_agrees_with_it():
    nodes, flows = drawn(("a", "b", 0.5), ("b", "a", -0.4))
    assert signed_loops(nodes, flows.assign(sign=["+", "-"]))["gain"].tolist() == [pytest.approx(-0.2)]
    with pytest.raises(ValueError, match="gain and sign contradict each other in row 1"):
        signed_loops(nodes, flows.assign(sign=["+", "+"]))


def test_all_loops_of_quillwork_are_found_with_the_gain_of_their_flows():
    nodes, flows = ecosystem.nodes(quillwork(), of="map"), ecosystem.flows(quillwork(), of="map")
    found = signed_loops(nodes, flows.assign(gain=0.5))
    assert len(found) == len(ecosystem.loops(nodes, flows))
    assert found["gain"].tolist() == [pytest.approx(0.5 ** len(loop)) for loop in found["nodes"]]


def test_loops_that_share_a_node_can_grow_although_none_does_alone():
    nodes, flows = drawn(("a", "b", 0.8), ("b", "a", 0.8), ("a", "c", 0.8), ("c", "a", 0.8))
    assert signed_loops(nodes, flows)["gain"].max() < 1
    assert map_gain(nodes, flows) == pytest.approx(np.sqrt(2 * 0.64))
    with pytest.raises(ValueError, match="a total has no end"):
        knock_on(nodes, flows)


def test_a_single_loop_multiplies_per_step_by_the_root_of_its_gain():
    nodes, flows = drawn(("a", "b", 0.5), ("b", "c", 2.0), ("c", "a", 0.3))
    assert map_gain(nodes, flows) == pytest.approx(0.3 ** (1 / 3))
    assert np.isnan(map_gain(nodes.iloc[:0], flows.iloc[:0]))


def test_the_total_is_what_all_turns_add_up_to():
    nodes, flows = drawn(("a", "b", 0.5), ("b", "a", 0.4), ("b", "c", 2.0), extra=["alone"])
    total = knock_on(nodes, flows).set_index(["from", "to"])["total"]
    assert total["a", "c"] == pytest.approx(0.5 * 2 / (1 - 0.2))
    assert total["a", "a"] == pytest.approx(1 / (1 - 0.2) - 1)
    assert "alone" not in total.index.get_level_values("from") and ("c", "a") not in total.index


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"gain": [0.5, np.nan]}, "neither sign nor gain is said in row 1"),
        ({"to": ["b", "b"], "from": ["a", "a"]}, "has several rows"),
        ({"delay": [0, -1]}, "delay is below 0 in row 1"),
        ({"sign": ["+", "plus"]}, r"each of flows\['sign'\] must be one of"),
        ({"to": ["b", "x"]}, "which is no id of nodes"),
    ],
)
def test_flows_that_do_not_make_sense_are_refused(change, said):
    nodes, flows = drawn(("a", "b", 0.5), ("b", "a", 0.4))
    with pytest.raises(ValueError, match=said):
        signed_loops(nodes, flows.assign(**change))
    with pytest.raises(ValueError, match="needs the column 'gain'"):
        signed_loops(nodes, flows.drop(columns="gain"))


def test_a_gain_of_three_tenths_is_three_sevenths_more_after_three_years():
    path = loop_path(0.3, 3)
    assert path["flow"].iloc[-1] == pytest.approx(100 * (1 - 0.3**12) / 0.7)
    assert path.attrs["limit"] == pytest.approx(142.857, abs=1e-3)


def test_a_gain_of_one_is_a_line_and_one_above_it_an_exponential():
    line = loop_path(1.0, 3, 36)["flow"]
    assert line.tolist()[::3] == [100.0 * turn for turn in range(1, 13)]
    steps = loop_path(1.2, 1, 200)["flow"]
    assert steps.iloc[-1] / steps.iloc[-2] == pytest.approx(1.2)
    assert loop_outcomes(1.2, 1)["growth"].iloc[0] == pytest.approx(0.2)
    spread = loop_path(1.2, 1, 200, wait="spread")["flow"]
    grown = loop_outcomes(1.2, 1, wait="spread")["growth"].iloc[0]
    assert spread.iloc[-1] / spread.iloc[-2] - 1 == pytest.approx(grown)


@settings(max_examples=25, deadline=None)
@given(GAINS, st.floats(0.3, 20).map(lambda delay: round(delay, 2)), st.integers(1, 40))
def test_the_spread_loop_solves_its_equation(gain, delay, months):
    """Its integral equation is x' = (1 - (1-g) x) / d with x(0) = 1, solved here by numbers."""
    found = solve_ivp(
        lambda _, state: [(1 - (1 - gain) * state[0]) / delay, state[0]],
        (0, months),
        [1.0, 0.0],
        rtol=1e-9,
        atol=1e-9,
    )
    total = loop_path(gain, delay, months, base=1.0, wait="spread")["total"].iloc[-1]
    assert total == pytest.approx(found.y[1, -1], rel=1e-6)


@settings(max_examples=40, deadline=None)
@given(GAINS, st.integers(1, 9), st.integers(1, 60))
def test_a_whole_delay_gives_the_sum_of_the_turns_so_far(gain, delay, months):
    flow = loop_path(gain, delay, months, base=1.0)["flow"]
    expected = [sum(gain**turn for turn in range((month - 1) // delay + 1)) for month in range(1, months + 1)]
    assert flow.tolist() == pytest.approx(expected, rel=1e-9)


@pytest.mark.parametrize("wait", ["fixed", "spread"])
@pytest.mark.parametrize(("gain", "delay"), [(0.0, 3), (0.4, 2.5), (0.9, 4), (1.1, 6)])
def test_people_who_bring_people_scatter_about_the_exact_path(gain, delay, wait):
    """Each brings a Poisson number of others (T. E. Harris, The Theory of Branching Processes, 1963)."""
    exact = loop_path(gain, delay, 36, base=2000, wait=wait)["total"]
    draw = np.random.default_rng(4)
    came = draw.uniform(0, 36, draw.poisson(2000 * 36))
    days = [came]
    while len(came):
        parents = np.repeat(came, draw.poisson(gain, len(came)))
        came = parents + (delay if wait == "fixed" else draw.exponential(delay, len(parents)))
        came = came[came < 36]
        days.append(came)
    everyone = np.concatenate(days)
    for months in (12, 36):
        assert (everyone < months).sum() == pytest.approx(exact[months - 1], rel=0.03)


def test_outcomes_are_those_of_the_paths_for_every_pair():
    table = loop_outcomes([0.5, 1.0], [3, 12], months=24)
    assert table[["gain", "delay"]].values.tolist() == [[0.5, 3], [0.5, 12], [1, 3], [1, 12]]
    path = loop_path(0.5, 12, 24, base=1.0)
    assert table.loc[1, "flow"] == path["flow"].iloc[-1] == 1.5
    assert table.loc[1, "total"] == pytest.approx(path["total"].iloc[-1] / 24)
    assert table["multiplier"].tolist() == [2, 2, np.inf, np.inf] and (table["growth"] == 0).all()


def test_a_balancing_loop_damps_and_one_that_is_too_strong_swings():
    assert loop_path(-0.5, 1, 60)["flow"].iloc[-1] == pytest.approx(100 / 1.5)
    swinging = loop_path(-1.5, 1, 20)
    assert np.isnan(swinging.attrs["limit"]) and swinging["flow"].min() < 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ({"delay": 0}, "delay must be above zero"),
        ({"months": 0}, "months must be a whole number, 1 or more"),
        ({"base": -1}, "base must be zero or more"),
        ({"wait": "spred"}, "Did you mean 'spread'"),
    ],
)
def test_bad_arguments_are_named(arguments, said):
    with pytest.raises(ValueError, match=said):
        loop_path(**{"gain": 0.5, "delay": 3} | arguments)
