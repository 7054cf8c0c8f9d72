"""Does it make people stay, or do the loyal join? Which estimates find the planted truth, which miss it."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ecotools.blueprint import Blueprint
from ecotools.metrics import effects
from ecotools.simulate import simulate
from tests.simulate.companies import YAML

SEEDS = range(16)
MONTHS = 6
OBSERVED = ("stratified", "matched", "weighted")


def recovered(**joining) -> pd.DataFrame:
    """For each seed and way, whether its interval holds the truth it is about."""
    rows = []
    for seed in SEEDS:
        people = effects.example(seed, MONTHS, **joining)
        stay = pd.DataFrame(people.attrs["truth"]["stay"]).set_index("months").loc[MONTHS]
        table = effects.estimates(people, "busy_days", invited="invited").set_index("method")
        true = pd.Series(stay["members"] - stay["members_without"], index=table.index)
        true["encouraged"] = stay["persuadable"] - stay["persuadable_without"]
        rows.append((table["low"] <= true) & (true <= table["high"]))
    return pd.DataFrame(rows, index=SEEDS)


@pytest.fixture(scope="module")
def seen():
    return recovered()


@pytest.fixture(scope="module")
def hidden():
    return recovered(hidden=1.0)


@pytest.fixture(scope="module")
def by_lot():
    return recovered(selection=0.0)


def test_the_naive_number_misses_the_truth_where_the_loyal_join(seen, hidden):
    assert not seen["naive"].any()
    assert not hidden["naive"].any()


@pytest.mark.parametrize("method", OBSERVED)
def test_what_compares_like_with_like_finds_the_truth_where_the_selection_shows(seen, method):
    assert seen[method].sum() >= 13  # of 16 at 95%: fewer happen in 1 of 1,000


@pytest.mark.parametrize("method", OBSERVED)
def test_what_compares_like_with_like_misses_the_truth_where_the_selection_is_hidden(hidden, method):
    assert hidden[method].sum() <= 4


def test_a_lot_finds_the_truth_whether_the_selection_shows_or_not(seen, hidden):
    assert seen["encouraged"].sum() >= 13
    assert hidden["encouraged"].sum() >= 13


def test_where_joining_is_a_lot_every_way_finds_the_truth(by_lot):
    assert (by_lot.sum() >= 13).all()


def test_the_naive_number_of_the_example_is_several_times_the_truth():
    people = effects.example()
    stay = pd.DataFrame(people.attrs["truth"]["stay"]).set_index("months").loc[MONTHS]
    assert effects.naive(people)["effect"].item() > 3 * (stay["members"] - stay["members_without"])


# Ways that can be checked by hand or by a textbook


def test_stratified_weighs_each_group_by_its_members():
    """Two groups: differences 0.5 (1 member of 3) and 0 (3 of 5): (1 x 0.5 + 3 x 0) / 4."""
    people = pd.DataFrame(
        [("a", 1, 1), ("a", 0, 0), ("a", 0, 1), *[("b", 1, 1)] * 3, *[("b", 0, 1)] * 2],
        columns=["kind", "joined", "stayed"],
    )
    assert effects.stratified(people, "kind")["effect"].item() == pytest.approx(0.125)
    everybody = effects.stratified(people, "kind", whose="everybody")["effect"].item()
    assert everybody == pytest.approx((3 * 0.5 + 5 * 0) / 8)


def test_berkeleys_admissions_turn_round_within_departments():
    """Bickel, Hammel & O'Connell (1975), the six largest departments: men 44.5%, women 30.4%."""
    counts = {  # applicants and admitted: men, women
        "A": (825, 512, 108, 89),
        "B": (560, 353, 25, 17),
        "C": (325, 120, 593, 202),
        "D": (417, 138, 375, 131),
        "E": (191, 53, 393, 94),
        "F": (373, 22, 341, 24),
    }
    parts = []
    for department, (men, men_in, women, women_in) in counts.items():
        for woman, number, let_in in ((0, men, men_in), (1, women, women_in)):
            admitted = np.arange(number) < let_in
            parts.append(pd.DataFrame({"department": department, "woman": woman, "admitted": admitted}))
    people = pd.concat(parts, ignore_index=True)
    columns = {"outcome": "admitted", "joined": "woman"}
    assert effects.naive(people, **columns)["effect"].item() == pytest.approx(-0.1416, abs=1e-4)
    for way in (effects.stratified, effects.matched, effects.weighted):
        found = way(people, "department", **columns).iloc[0]
        assert found["low"] < 0 < found["high"] or found["effect"] > 0
        assert -0.02 < found["effect"] < 0.03


def test_wald_is_the_ratio_of_what_the_lot_did():
    """Angrist (1990)'s form: the effect of the lot over the share it moved."""
    people = pd.DataFrame(
        {
            "invited": [1] * 100 + [0] * 100,
            "joined": [1] * 60 + [0] * 40 + [1] * 20 + [0] * 80,
            "stayed": [1] * 50 + [0] * 50 + [1] * 40 + [0] * 60,
        }
    )
    found = effects.encouraged(people)
    assert found["effect"].item() == pytest.approx(0.1 / 0.4)
    assert found.attrs["moved"] == pytest.approx(0.4)
    assert found.attrs["on_invited"] == pytest.approx(0.1)


def test_a_lot_that_moves_hardly_anybody_has_an_interval_without_ends():
    rng = np.random.default_rng(1)
    people = pd.DataFrame(rng.integers(0, 2, (60, 3)), columns=["invited", "joined", "stayed"])
    found = effects.encouraged(people)
    assert np.isneginf(found["low"].item())
    assert np.isposinf(found["high"].item())


def test_the_error_of_weighting_is_that_of_simulated_repetitions():
    rng, found, said = np.random.default_rng(4), [], []
    for _ in range(300):
        x = rng.normal(size=400)
        joined = rng.random(400) < 1 / (1 + np.exp(-x))
        people = pd.DataFrame({"x": x, "joined": joined, "stayed": x + 0.5 * joined + rng.normal(size=400)})
        row = effects.weighted(people, "x", whose="everybody").iloc[0]
        found.append(row["effect"])
        said.append((row["high"] - row["low"]) / 2 / 1.96)
    assert np.mean(found) == pytest.approx(0.5, abs=0.04)
    assert np.mean(said) == pytest.approx(np.std(found), rel=0.15)


def test_the_error_of_matching_is_that_of_simulated_repetitions():
    rng, found, said = np.random.default_rng(4), [], []
    for _ in range(300):
        x = rng.normal(size=300)
        joined = rng.random(300) < 1 / (1 + np.exp(-x))
        people = pd.DataFrame({"x": x, "joined": joined, "stayed": 0.5 * joined + rng.normal(size=300)})
        row = effects.matched(people, "x").iloc[0]
        found.append(row["effect"])
        said.append((row["high"] - row["low"]) / 2 / 1.96)
    assert np.mean(found) == pytest.approx(0.5, abs=0.05)
    assert np.mean(said) == pytest.approx(np.std(found), rel=0.15)


# Difference in differences


def panel_of(seed: int, *, trend: float = 0.0, effect: float = 1.0, units: int = 200) -> pd.DataFrame:
    """Eight months of two groups that differ; ``trend`` moves the one that gets it away from the other."""
    rng = np.random.default_rng(seed)
    table = pd.DataFrame(
        {"customer_id": np.repeat(np.arange(units), 8), "month": np.tile(np.arange(1, 9), units)}
    )
    table["access"] = table["customer_id"] % 2 == 0
    level = rng.normal(size=units)[table["customer_id"]]
    moved = 0.3 * table["month"] + table["access"] * (2 + trend * table["month"])
    table["kept"] = (
        level + moved + effect * (table["access"] & (table["month"] >= 5)) + rng.normal(size=len(table))
    )
    return table


def holds(found: pd.DataFrame, true: float) -> bool:
    return bool(found["low"].item() <= true <= found["high"].item())


def test_the_difference_in_differences_finds_the_truth_where_the_groups_move_in_parallel():
    assert sum(holds(effects.difference_in_differences(panel_of(seed), 5), 1.0) for seed in range(40)) >= 34


def test_it_misses_the_truth_where_they_do_not_and_the_months_before_say_so():
    for seed in range(10):
        panel = panel_of(seed, trend=0.3)
        assert not holds(effects.difference_in_differences(panel, 5), 1.0)
        assert effects.event_study(panel, 5).attrs["before"] < 0.01


def test_where_they_move_in_parallel_the_months_before_lie_around_zero():
    found = [effects.event_study(panel_of(seed), 5) for seed in range(40)]
    assert sum(table.attrs["before"] > 0.05 for table in found) >= 33
    after = np.array([table.loc[table["when"] >= 0, "effect"] for table in found])
    assert after.mean() == pytest.approx(1.0, abs=0.08)


def test_the_period_before_is_what_an_event_study_compares_with():
    table = effects.event_study(panel_of(1), 5)
    assert table["when"].tolist() == [-4, -3, -2, -1, 0, 1, 2, 3]
    base = table.set_index("when").loc[-1]
    assert base["effect"] == 0
    assert np.isnan(base["low"])
    assert np.isnan(base["high"])


def test_a_copy_of_every_row_makes_no_interval_shorter():
    panel = panel_of(2)
    once = effects.difference_in_differences(panel, 5).iloc[0]
    twice = effects.difference_in_differences(pd.concat([panel, panel]), 5).iloc[0]
    assert twice["high"] - twice["low"] == pytest.approx(once["high"] - once["low"])
    assert twice["people"] == once["people"] == 200


def test_a_community_that_opens_for_one_plan_is_found_in_the_ledger():
    """The same draws without the effect tell what it did to the plan that got it."""
    company = Blueprint.from_yaml(YAML)
    assumed = company.assumptions
    assumed.channels[0].visitors_per_month = 9000
    assumed.plan_change, assumed.payment_failure_rate = {}, 0
    assumed.subscribe_rate = {"basic": 0.4, "plus": 0.4}
    assumed.churn = {"basic": {"alpha": 3, "beta": 12}, "plus": {"alpha": 3, "beta": 12}}
    panels = {}
    for effect in (0.0, 0.5):
        assumed.joining = {
            "share": 0.6,
            "selection": 0.5,
            "effect": effect,
            "plans": ["plus"],
            "from_month": 7,
        }
        panel = effects.subscriber_months(simulate(company, 13, 2))
        panels[effect] = panel.assign(access=panel["product"] == "plus")
    after = {
        effect: panel[panel["access"] & (panel["month"] >= "2025-08")]["kept"].mean()
        for effect, panel in panels.items()
    }
    plan = panels[0.5][panels[0.5]["month"] != "2025-07"]
    found = effects.difference_in_differences(plan, "2025-08")
    assert found["low"].item() > 0
    assert holds(found, after[0.5] - after[0.0])
    assert holds(effects.difference_in_differences(panels[0.0], "2025-08"), 0.0)


# Tables from a ledger


def test_a_subscriber_who_began_too_late_to_be_followed_is_left_out():
    ledger = simulate(Blueprint.from_yaml(YAML), 8, 3)
    people = effects.subscribers(ledger, months=3)
    began = ledger.subscriptions.groupby("customer_id")["start"].min()
    assert people.attrs["left_out"] == (began + pd.DateOffset(months=3) >= ledger.end).sum()
    assert len(people) + people.attrs["left_out"] == len(began)


def test_who_is_subscribed_on_the_day_counts_as_stayed_whatever_the_plan():
    ledger = simulate(Blueprint.from_yaml(YAML), 8, 3)
    people = effects.subscribers(ledger, months=3).set_index("customer_id")
    rows = ledger.subscriptions
    for person in people.index[:150]:
        day = people.loc[person, "start"] + pd.DateOffset(months=3)
        own = rows[rows["customer_id"] == person]
        there = ((own["start"] <= day) & (own["end"].isna() | (own["end"] > day))).any()
        assert people.loc[person, "stayed"] == there


# What cannot be computed, and what is refused


@pytest.mark.parametrize(
    ("way", "reason"),
    [
        (lambda people: effects.naive(people.assign(joined=True)), "everybody joined"),
        (lambda people: effects.naive(people.iloc[:0]), "there are no people"),
        (lambda people: effects.weighted(people.assign(joined=False), "busy"), "nobody joined"),
        (lambda people: effects.stratified(people.iloc[:0], "busy"), "there are no people"),
        (
            lambda people: effects.stratified(people.assign(busy=people["joined"]), "busy"),
            "no group has both",
        ),
        (lambda people: effects.weighted(people.assign(busy=people["joined"]), "busy"), "tell for sure"),
        (lambda people: effects.encouraged(people.assign(invited=0)), "fewer than two people were invited"),
        (
            lambda people: effects.encouraged(people.assign(invited=[0, 1] * 4, joined=[0, 0, 1, 1] * 2)),
            "moved nobody",
        ),
    ],
)
def test_what_cannot_be_computed_is_missing_with_a_reason(way, reason):
    people = pd.DataFrame({"joined": [0, 1] * 4, "stayed": [0, 1, 1, 1] * 2, "busy": [0, 0, 1, 1] * 2})
    found = way(people)
    assert np.isnan(found["effect"].item())
    assert reason in found.attrs["reason"]


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (lambda people: effects.naive(people, outcome="staid"), "stayed"),
        (lambda people: effects.naive(people, level=95), "0.95"),
        (lambda people: effects.stratified(people, []), "given must name"),
        (lambda people: effects.stratified(people, "busy", whose="member"), "members"),
        (lambda people: effects.naive(people.assign(joined=["yes", "no"])), "joined is neither True"),
        (lambda people: effects.naive(people.assign(stayed=[1, None])), "stayed"),
        (lambda people: effects.subscribers(people), "ledger must be a Ledger"),
        (lambda people: effects.event_study(panel_of(1), "May"), "since must be"),
    ],
)
def test_what_cannot_be_read_is_refused_by_name(call, said):
    people = pd.DataFrame({"joined": [0, 1], "stayed": [0, 1], "busy": [0, 1]})
    with pytest.raises((TypeError, ValueError), match=said):
        call(people)


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.tuples(st.booleans(), st.booleans(), st.integers(0, 2)), min_size=2, max_size=40),
    st.floats(-3, 3),
)
def test_a_constant_added_to_every_outcome_changes_no_estimate(rows, constant):
    people = pd.DataFrame(rows, columns=["joined", "stayed", "busy"]).astype({"stayed": float})
    one = effects.estimates(people, "busy")
    other = effects.estimates(people.assign(stayed=people["stayed"] + constant), "busy")
    assert np.allclose(one["effect"], other["effect"], equal_nan=True, atol=1e-8)


def test_one_person_on_a_side_gives_an_effect_without_an_interval_and_says_so():
    people = pd.DataFrame({"joined": [1, 0, 0, 0], "stayed": [1, 0, 1, 0], "busy": [1, 1, 1, 1]})
    for found in (effects.naive(people), effects.matched(people, "busy")):
        assert found["effect"].item() == pytest.approx(2 / 3)
        assert np.isnan(found["low"].item())
        assert "too few people on a side" in found.attrs["reason"]


def test_every_estimate_says_what_it_assumes_and_whose_effect_it_is():
    table = effects.estimates(effects.example(), ["busy_days", "channel"], invited="invited")
    assert table["assumes"].str.len().gt(20).all()
    assert table["assumes"].nunique() == 5
    assert table["method"].tolist() == ["naive", "stratified", "matched", "weighted", "encouraged"]
