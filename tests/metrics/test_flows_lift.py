"""What a flow brings: lift by a holdout, the day to offer, mails at the margin; what a schedule unlocks."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ecotools import data
from ecotools.blueprint import Product
from ecotools.blueprint.product import Refund
from ecotools.ledger import observed
from ecotools.metrics import flows
from ecotools.metrics.experiments import compare_shares
from tests.metrics.flow_tables import events, flow

FEW = settings(max_examples=25, deadline=None)
START = pd.Timestamp("2025-03-01")


def entries(**groups: int) -> pd.DataFrame:
    names = [name for name, many in groups.items() for _ in range(many)]
    return pd.DataFrame({"customer_id": range(len(names)), "day": START, "group": names})


def outcomes(*who: int, after: int = 5) -> pd.DataFrame:
    return pd.DataFrame({"customer_id": list(who), "day": START + pd.Timedelta(days=after)}).astype(
        {"day": "datetime64[s]"}
    )


def test_the_lift_is_that_of_two_shares():
    found = flows.lift(
        entries(flow=80, holdout=40), outcomes(*range(20), *range(80, 86)), within=30, until="2025-06"
    )
    expected = compare_shares(6, 40, 20, 80)
    row = found.iloc[0]
    assert row["share"] == 0.25 and row["share_holdout"] == 0.15 and row["credited"] == 20
    assert row["extra"] == pytest.approx(8.0) and row["people"] == 80 and row["held_out"] == 40
    for name in ("difference", "low", "high", "lift", "lift_low", "lift_high", "p_value"):
        assert row[name] == pytest.approx(expected[name])


def test_sales_look_fine_where_the_lift_is_near_zero():
    """Both flows show many sales; one sells to people who would have bought anyway."""
    rng = np.random.default_rng(4)
    parts, bought = [], []
    for name, base, effect in (("welcome", 0.10, 0.05), ("nag", 0.15, 0.0)):
        table = flows.hold_out(
            pd.DataFrame({"customer_id": range(20_000), "day": START, "flow": name}), 0.5, seed=1
        )
        did = rng.random(len(table)) < base + effect * (table["group"] == "flow")
        parts.append(table.assign(customer_id=table["customer_id"].astype(str) + name))
        bought.append(parts[-1].loc[did, ["customer_id", "day"]])
    found = flows.lift(pd.concat(parts), pd.concat(bought), within=30, until="2025-06").set_index("flow")
    assert found.loc["nag", "low"] < 0 < found.loc["nag", "high"]
    assert (
        found.loc["welcome", "low"] < 0.05 < found.loc["welcome", "high"] and found.loc["welcome", "low"] > 0
    )
    assert found["credited"].min() > 1000


def test_the_interval_holds_the_planted_lift_about_as_often_as_it_says():
    held = 0
    for seed in range(60):
        rng = np.random.default_rng(seed)
        table = flows.hold_out(pd.DataFrame({"customer_id": range(1000), "day": START}), 0.4, seed=seed)
        did = rng.random(1000) < 0.1 + 0.06 * (table["group"] == "flow")
        row = flows.lift(table, table.loc[did, ["customer_id", "day"]], within=5, until="2025-06").iloc[0]
        held += row["low"] <= 0.06 <= row["high"]
    assert held >= 53


def test_an_outcome_that_names_its_flow_counts_for_no_other():
    both = pd.concat([entries(flow=4, holdout=4).assign(flow=name) for name in ("welcome", "nag")])
    bought = pd.concat([outcomes(0, 1, 4).assign(flow="nag"), outcomes(2, 99).assign(flow="welcome")])
    found = flows.lift(both, bought, within=9, until="2025-06").set_index("flow")
    assert found["credited"].to_dict() == {"nag": 2, "welcome": 1}
    assert found["share_holdout"].to_dict() == {"nag": 0.25, "welcome": 0.0}
    whole = flows.lift(both, bought.drop(columns="flow"), within=9, until="2025-06")
    assert whole["credited"].tolist() == [3, 3]
    other = flows.lift(both, bought.assign(flow="another"), within=9, until="2025-06")
    assert other["credited"].tolist() == [0, 0]


def test_a_win_back_is_measured_by_subscriptions_that_begin_again():
    cancelled = events(*((who, 1, "cancel", "club") for who in range(40)))
    again = events((0, 9, "join", "club"), (1, 9, "join", "club"), (39, 9, "join", "club"))
    drawn = cancelled.assign(group=["flow"] * 20 + ["holdout"] * 20)
    row = flows.lift(drawn, again, within=30, until="2025-05").iloc[0]
    assert (row["share"], row["share_holdout"]) == (0.1, 0.05)


def test_only_outcomes_within_the_days_and_people_observed_for_them_count():
    table = pd.concat(
        [entries(flow=2, holdout=2), entries(flow=1).assign(customer_id=9, day=START + pd.Timedelta(days=20))]
    )
    found = flows.lift(table, outcomes(0, after=10), within=10, until="2025-03-25")
    assert found["share"][0] == 0.5 and found.attrs["too_young"] == 1
    assert flows.lift(table, outcomes(0, after=11), within=10, until="2025-03-25")["share"][0] == 0.0
    assert flows.lift(table, outcomes(0, after=0), within=0, until="2025-03-25")["share"][0] == 1 / 3
    assert flows.lift(table, outcomes(0, after=-1), within=10, until="2025-03-25")["share"][0] == 0.0


def test_the_tables_of_a_ledger_say_until_when_they_were_observed():
    table = observed(entries(flow=2, holdout=2), "2025-03", "2025-03")
    assert flows.lift(table, outcomes(0), within=30)["people"][0] == 2
    assert flows.lift(table, outcomes(0), within=31).attrs["too_young"] == 4


def test_a_person_in_two_groups_is_refused_and_so_is_a_lot_that_held_nobody_out():
    twice = pd.concat([entries(flow=1), entries(holdout=1)])
    with pytest.raises(ValueError, match=r"entries\.group has two groups of customer_id 0"):
        flows.lift(twice, outcomes(0), within=3)
    with pytest.raises(ValueError, match="holdout must be one of 'flow'"):
        flows.lift(entries(flow=3), outcomes(0), within=1, until="2025-06")
    with pytest.raises(ValueError, match="level must be a fraction"):
        flows.lift(entries(flow=3), outcomes(0), within=1, level=95)


def test_what_cannot_be_computed_is_missing_with_the_reason():
    found = flows.lift(entries(flow=3, holdout=3), outcomes(0), within=9, until="2025-06")
    assert np.isnan(found["lift"][0]) and "nobody converted in A" in found.attrs["reason"]


@FEW
@given(st.lists(st.integers(0, 50), min_size=4, max_size=40), st.floats(0.1, 0.9), st.integers(0, 99))
def test_the_lot_gives_each_person_one_group_whatever_the_order_of_rows(ids, share, seed):
    table = pd.DataFrame({"customer_id": ids})
    drawn = flows.hold_out(table, share, seed=seed)
    assert (drawn.groupby("customer_id")["group"].nunique() == 1).all()
    people = drawn.drop_duplicates("customer_id")
    assert (people["group"] == "holdout").sum() == round(share * len(people))
    back = flows.hold_out(table[::-1], share, seed=seed)[::-1]
    pd.testing.assert_frame_equal(drawn, back)


def test_the_hazard_of_a_published_study_is_found():
    """Teachers who leave: Singer and Willett (2003), Applied Longitudinal Data Analysis, table 10.1."""
    left = [456, 384, 359, 295, 218, 184]
    many = 3941
    joined = pd.DataFrame({"customer_id": range(many), "day": START})
    period = np.repeat(np.arange(6), left)
    bought = pd.DataFrame(
        {"customer_id": range(len(period)), "day": START + pd.to_timedelta(period * 7, unit="D")}
    )
    found = flows.offer_hazard(joined, bought.astype({"day": "datetime64[s]"}), last=6, until="2025-06")
    assert found["at_risk"].tolist() == [3941, 3485, 3101, 2742, 2447, 2229]
    assert found["hazard"].round(4).tolist() == [0.1157, 0.1102, 0.1158, 0.1076, 0.0891, 0.0825]
    assert (1 - found["sold"]).round(4).tolist() == [0.8843, 0.7869, 0.6958, 0.6209, 0.5656, 0.5189]


def test_people_who_were_not_observed_to_the_end_of_a_week_are_not_at_risk_in_it():
    joined = events((1, 1), (2, 1), (3, 15))
    found = flows.offer_hazard(joined, events((1, 9)), last=3, until="2025-03-22")
    assert found["at_risk"].tolist() == [3, 2, 1] and found["bought"].tolist() == [0, 1, 0]
    late = flows.offer_hazard(joined, events((1, 9)), last=4, until="2025-03-22").iloc[3]
    assert late["at_risk"] == 0 and np.isnan(late["hazard"]) and np.isnan(late["sold"])


def test_a_purchase_before_joining_is_not_the_one_that_is_waited_for():
    found = flows.offer_hazard(events((1, 10)), events((1, 3), (1, 18)), every=1, last=10, until="2025-04")
    assert found.loc[found["bought"] == 1, "first_day"].tolist() == [8]


def test_the_best_day_is_the_one_with_the_largest_difference_by_lot():
    table = entries(**{"day 7": 200, "day 35": 200, "holdout": 200})
    bought = outcomes(*range(30), *range(200, 260), *range(400, 420), after=40)
    found = flows.best_day(table, bought, within=60, until="2025-06")
    assert found["group"].tolist() == ["day 35", "day 7"] and found.attrs["best"] == "day 35"
    assert found.attrs["clear"] and (found["share_holdout"] == 0.1).all()
    few = flows.best_day(
        entries(**{"day 7": 20, "day 35": 20, "holdout": 20}), outcomes(0, 20, 21), within=60, until="2025-06"
    )
    assert few.attrs["best"] == "day 35" and not few.attrs["clear"]


def test_each_sale_and_each_unsubscribe_goes_to_the_last_mail_before_it():
    sent = flows.run(flow(("a", 0), ("b", 3), ("c", 6)), events(*((who, 1) for who in range(1, 6))))
    bought = events((1, 1), (2, 4), (3, 20), (4, 9), (4, 10))
    found = flows.per_mail(sent, bought, events((5, 7), (1, 2)), within=7, margin=50, loss=10)
    assert found["mail"].tolist() == [1, 2, 3] and found["sent"].tolist() == [5, 5, 5]
    assert found["sales"].tolist() == [1, 1, 1] and found["unsubscribes"].tolist() == [1, 0, 1]
    assert found["worth"].tolist() == [40, 50, 40] and found["total_sales"].tolist() == [1, 2, 3]
    assert flows.per_mail(sent, bought, bought[:0], within=30)["sales"].sum() == 4


@FEW
@given(
    st.lists(st.tuples(st.integers(1, 4), st.integers(1, 20)), min_size=1, max_size=8),
    st.lists(st.tuples(st.integers(1, 5), st.integers(1, 40)), max_size=8),
    st.integers(0, 10),
)
def test_no_sale_is_credited_twice_in_a_flow(began, rows, within):
    sent = flows.run(flow(("a", 0), ("b", 2), ("c", 2), ("d", 9)), events(*began))
    found = flows.per_mail(sent, events(*rows), events(), within=within)
    assert found["sales"].sum() <= len(set(rows)) and (found["sales"] <= found["sent"]).all()
    assert (found["low"] <= found["sales_rate"]).all() and (found["sales_rate"] <= found["high"]).all()


COURSE = Product(id="course", name="Course", kind="core", drip_days=[14, 0, 7], refund=Refund(days=10))


def test_drip_says_what_everybody_has_and_when_the_next_part_comes():
    joined = events(("Ada", 1), ("Ben", 9), ("Cy", 30), ("Ada", 20))
    found = flows.drip(COURSE, joined, "2025-03-15")
    assert found["customer_id"].tolist() == ["Ada", "Ben"] and found["days_in"].tolist() == [14, 6]
    assert found["unlocked"].tolist() == [3, 1] and found["share"].tolist() == [1.0, 1 / 3]
    assert found["next_day"].isna().tolist() == [True, False] and found["next_day"][1] == pd.Timestamp(
        "2025-03-16"
    )
    assert found["refundable"].tolist() == [False, True]


def test_a_member_who_finished_everything_unlocked_waits():
    joined = events(("Ada", 1), ("Ben", 1))
    found = flows.drip(
        COURSE, joined, "2025-03-09", done=events(("Ada", 2), ("Ada", 8), ("Ben", 3), ("Cy", 3))
    )
    assert found["finished"].tolist() == [2, 1] and found["waits"].tolist() == [True, False]


@FEW
@given(st.lists(st.integers(0, 40), max_size=6), st.integers(0, 60))
def test_the_schedule_and_the_members_agree(schedule, day):
    product = Product(id="course", name="Course", kind="core", drip_days=schedule)
    table = flows.drip_schedule(product, days=60)
    one = flows.drip(product, events((1, 1)), START + pd.Timedelta(days=day))
    assert one["unlocked"][0] == table["unlocked"][day] and one["share"][0] == table["share"][day]
    assert table["unlocked"].is_monotonic_increasing and (table["binge"] <= table["unlocked"]).all()
    assert not table["refundable"].any() and table["share"].iloc[-1] == 1


def test_a_member_in_a_hurry_takes_what_is_unlocked_before_the_money_goes_back():
    dripped, at_once = (
        Product(**COURSE.model_dump() | {"drip_days": days}) for days in ([0, 7, 14, 21], [0, 0, 0, 0])
    )
    taken = [
        flows.drip_schedule(one, days=30).query("refundable")["binge"].max() for one in (dripped, at_once)
    ]
    assert taken == [2, 4]


def test_a_product_that_says_nothing_of_its_schedule_is_refused():
    with pytest.raises(ValueError, match="product kit says nothing about drip_days"):
        flows.drip(Product(id="kit", name="Kit", kind="core"), events((1, 1)), "2025-03-02")
    with pytest.raises(TypeError, match=r"product must be a Product of a blueprint, such as .* not str"):
        flows.drip("course", events((1, 1)), "2025-03-02")
    with pytest.raises(ValueError, match="on must be a day such as"):
        flows.drip(COURSE, events((1, 1)), "soon")
    with pytest.raises(ValueError, match="parts_per_day must be above zero"):
        flows.drip_schedule(COURSE, parts_per_day=0)
    assert flows.drip_schedule(data.quillwork("automation-draft").product("bootcamp"))["unlocked"].eq(1).all()
