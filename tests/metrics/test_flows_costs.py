"""What flows and systems cost and save: priorities, hours of work by hand, fees of plans."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ecotools.metrics import flows
from tests.metrics.flow_tables import events, flow

FEW = settings(max_examples=40, deadline=None)
TASKS = pd.DataFrame(
    {
        "name": ["single sign-on", "onboarding", "analytics", "payments"],
        "frequency": [60, 20, 4, 12],
        "pain": [2, 3, 3, 5],
        "effort": [20, 6, 10, 6],
    }
)


def test_priorities_are_frequency_times_pain_over_effort():
    found = flows.priorities(TASKS, seed=3)
    assert found["name"].tolist() == ["onboarding", "payments", "single sign-on", "analytics"]
    assert found["score"].round(6).tolist() == [10, 10, 6, 1.2] and found["rank"].tolist() == [1, 1, 3, 4]


def test_without_doubt_the_order_is_firm_and_with_more_it_is_less_so():
    firm = flows.priorities(TASKS, doubt=0)
    assert (firm["rank"] == firm["rank_low"]).all() and (firm["rank"] == firm["rank_high"]).all()
    width = [
        (each["rank_high"] - each["rank_low"]).sum()
        for each in (flows.priorities(TASKS, doubt=doubt, seed=1) for doubt in (0.1, 0.5, 2))
    ]
    assert width == sorted(width) and width[0] < width[2]
    found = flows.priorities(TASKS, seed=1)
    assert found["first"].sum() == pytest.approx(1) and found["first"].iloc[:2].sum() > 0.8


def test_priorities_are_the_same_for_a_seed():
    one, other = (flows.priorities(TASKS, seed=7) for _ in range(2))
    pd.testing.assert_frame_equal(one, other)


@pytest.mark.parametrize(
    ("column", "value", "says"),
    [
        ("effort", 0, "integrations: effort is not above 0 in row 0"),
        ("pain", -1, "integrations: pain is not at least 0 in row 0"),
        ("frequency", np.nan, "frequency is missing or not finite in row 0"),
        ("name", "payments", "integrations: name is there already in row 3"),
    ],
)
def test_a_wrong_number_is_refused_with_its_row(column, value, says):
    wrong = TASKS.astype({column: object})
    wrong.loc[0, column] = value
    with pytest.raises((TypeError, ValueError), match=says):
        flows.priorities(wrong)


def test_hours_replaced_are_steps_times_minutes():
    steps = flows.walk(
        flow(
            {"id": "a", "action": "deliver"},
            {"id": "b", "action": "welcome", "delay_days": 20, "condition": "Is new"},
        ),
        events(*((who, 1 + 20 * (who % 2)) for who in range(60))),
        {"Is new": pd.Series([who < 30 for who in range(60)])},
    )
    found = flows.hours_replaced(steps, {"deliver": 6, "welcome": 10}, setup_hours=8, upkeep_hours=0.5)
    assert found.index.astype(str).tolist() == ["2025-03", "2025-04"]
    assert found["deliver"].tolist() == [6.0, 0.0] and found["welcome"].tolist() == [2.5, 2.5]
    assert found["saved"].tolist() == [8.0, 2.0] and found["balance"].tolist() == [0.0, 2.0]
    assert found.attrs["paid_back"] == "2025-03"
    assert flows.hours_replaced(steps, {"deliver": 6}, setup_hours=99).attrs["paid_back"] == ""


def test_a_month_without_a_step_costs_its_upkeep():
    found = flows.hours_replaced(
        events((1, 1), (1, 75)).assign(action="deliver"), {"deliver": 60}, upkeep_hours=1
    )
    assert found["replaced"].tolist() == [1, 0, 1] and found["balance"].tolist() == [0, -1, -1]
    assert found.attrs["paid_back"] == ""


def test_minutes_are_those_of_actions_of_a_flow():
    done = events((1, 1)).assign(action="deliver")
    with pytest.raises(ValueError, match=r"minutes must be one of .* Did you mean 'deliver'"):
        flows.hours_replaced(done, {"delivery": 4})
    with pytest.raises(ValueError, match=r"minutes\['deliver'\] must be zero or more"):
        flows.hours_replaced(done, {"deliver": -4})
    with pytest.raises(TypeError, match="minutes must be a dict"):
        flows.hours_replaced(done, {})
    assert flows.hours_replaced(done[:0], {"deliver": 4}).empty


def plans(*rows, most=None) -> pd.DataFrame:
    table = pd.DataFrame(rows, columns=["plan", "monthly", "per_sale", "share"])
    return table if most is None else table.assign(most=most)


def test_the_fee_of_a_card_payment_is_the_published_one():
    """Stripe's standard pricing in the US: 2.9% + 30 cents, which makes $1.75 of a sale of $50."""
    cost = flows.stack_cost(plans(("Stripe", 0, 0.30, 0.029)), [1, 100], price=50)
    assert cost["Stripe"].round(2).tolist() == [1.75, 175.0] and cost["of_sales"].round(3).tolist() == [
        0.035,
        0.035,
    ]


def test_the_cheapest_plan_changes_at_the_crossing_points():
    three = plans(("Free", 0, 0, 0.1), ("Pro", 40, 0, 0.05), ("Business", 190, 0, 0.0))
    found = flows.crossing_points(three, price=20, leaving=120, months=12)
    assert found[["from", "to"]].values.tolist() == [["Free", "Pro"], ["Pro", "Business"]]
    assert found["sales"].tolist() == [40, 150] and found["cost"].tolist() == [80, 190]
    assert found["move_at"].tolist() == [50, 160] and found.attrs["cheapest_at_0"] == "Free"


def test_a_plan_that_is_never_the_cheapest_has_no_crossing():
    found = flows.crossing_points(plans(("A", 0, 1, 0), ("B", 100, 0.99, 0), ("C", 20, 0, 0)), price=20)
    assert found["to"].tolist() == ["C"]
    assert flows.crossing_points(plans(("A", 0, 1, 0)), price=20).empty


def test_a_limit_forces_the_next_plan_and_beyond_all_limits_there_is_none():
    limited = plans(("Free", 0, 0, 0.0), ("Pro", 50, 1, 0.0), most=[100, 300])
    cost = flows.stack_cost(limited, [100, 101, 301], price=10)
    assert cost["cheapest"].tolist() == ["Free", "Pro", ""] and np.isnan(cost["of_sales"].iloc[2])
    assert cost.attrs["reason"] == "no plan allows 301 sales a month"
    found = flows.crossing_points(limited, price=10)
    assert found[["sales", "from", "to"]].values.tolist() == [[100, "Free", "Pro"]] and np.isnan(
        found["move_at"][0]
    )


@FEW
@given(
    st.lists(
        st.tuples(
            st.integers(0, 200),
            st.integers(0, 5),
            st.sampled_from([0, 0.05, 0.1]),
            st.sampled_from([None, 50, 200]),
        ),
        min_size=1,
        max_size=5,
    ),
)
def test_crossing_points_are_where_the_cheapest_plan_changes(rows):
    table = plans(*((f"p{at}", *row[:3]) for at, row in enumerate(rows)), most=[row[3] for row in rows])
    table["most"] = table["most"].astype(float)
    found = flows.crossing_points(table, price=10)
    edges = [0.0, *found["sales"], found["sales"].max() + 400 if len(found) else 400.0]
    names = [found.attrs["cheapest_at_0"], *found["to"]]
    for low, high, name in zip(edges, edges[1:], names, strict=False):
        if high - low > 1e-6:
            cost = flows.stack_cost(table, [(low + high) / 2], price=10).iloc[0]
            if cost["cheapest"]:
                assert cost[name] == pytest.approx(cost[cost["cheapest"]])


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        (plans(("A", -1, 0, 0)), "plans: monthly is below 0 in row 0"),
        (plans(("A", 0, 0, 5)), r"plans: share is above 1 \(a fraction: 0.05, not 5\)"),
        (plans(("A", 0, 0, 0), ("A", 1, 0, 0)), "plans: plan is there already in row 1"),
        (plans(), "plans has no rows"),
        (plans(("A", 0, 0, 0)).drop(columns="share"), "plans needs the column 'share'"),
        (plans(("A", 0, 0, 0), most=[-1]), "plans: most is below 0"),
    ],
)
def test_fees_that_make_no_sense_are_refused(wrong, says):
    for call in (
        lambda: flows.stack_cost(wrong, [1], price=9),
        lambda: flows.crossing_points(wrong, price=9),
    ):
        with pytest.raises((TypeError, ValueError), match=says):
            call()


def test_sales_and_prices_that_make_no_sense_are_refused():
    with pytest.raises(ValueError, match="volume must be zero or more, not -1"):
        flows.stack_cost(plans(("A", 0, 0, 0)), [-1], price=9)
    with pytest.raises(ValueError, match="price must be above zero"):
        flows.stack_cost(plans(("A", 0, 0, 0)), 5, price=0)
    assert flows.stack_cost(plans(("A", 3, 0, 0)), 0, price=1)["of_sales"].isna().all()
