"""Who switches a plan, or moves with the business to another shop, is one subscriber who stays."""

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from ecotools.forecast import forecast
from ecotools.forecast.switches import joined_up
from ecotools.metrics import retention
from tests.forecast.businesses import blueprint, ledger

DESK = """
name: A desk
profile: saas
currency: USD
products:
  - {id: desk, name: Desk, kind: core, price: 10, cost: 2, billing: month, per_seat: true, seats: 3}
  - {id: desk_yearly, name: Desk (Yearly), kind: core, price: 100, cost: 24, billing: year,
     per_seat: true, seats: 3}
"""


def periods(*rows):
    """Return periods: id, customer, start, end."""
    table = pd.DataFrame(rows, columns=["subscription_id", "customer_id", "start", "end"])
    table = table.assign(start=pd.to_datetime(table["start"]), end=pd.to_datetime(table["end"]))
    return table.assign(ended_by=table["end"].isna().map({True: "", False: "cancelled"}))


def test_three_in_a_row_are_one():
    found = joined_up(
        periods(
            ("c", 1, "2025-03-01", None),
            ("a", 1, "2025-01-01", "2025-02-01"),
            ("b", 1, "2025-02-01", "2025-03-01"),
        )
    )
    assert set(found["subscription_id"]) == {"a"}
    assert found.sort_values("start")["ended_by"].tolist() == ["changed", "changed", ""]


def test_a_gap_another_customer_and_a_second_subscription_are_none():
    rows = periods(
        ("a", 1, "2025-01-01", "2025-02-01"), ("b", 1, "2025-02-02", None), ("c", 2, "2025-02-01", None),
        ("d", 1, "2025-01-15", None),
    )  # fmt: skip
    pd.testing.assert_frame_equal(joined_up(rows), rows)


DAY = st.integers(0, 6).map(lambda n: pd.Timestamp("2025-01-01") + pd.Timedelta(days=n))
ROW = st.tuples(st.integers(1, 2), DAY, st.integers(0, 3))


@settings(max_examples=40, deadline=None)
@given(st.lists(ROW, max_size=7), st.randoms())
def test_it_ends_keeps_the_days_and_does_not_look_at_the_order_of_the_rows(rows, random):
    table = periods(
        *((f"s{n}", who, start, start + pd.Timedelta(days=long)) for n, (who, start, long) in enumerate(rows))
    )
    found = joined_up(table)
    assert found[["customer_id", "start", "end"]].equals(table[["customer_id", "start", "end"]])
    places = list(range(len(table)))
    random.shuffle(places)
    again = joined_up(table.iloc[places]).set_axis(places).sort_index() if rows else found
    assert again["subscription_id"].tolist() == found["subscription_id"].tolist()
    for _, mine in found.groupby("subscription_id"):
        mine = mine.sort_values(["start", "end"])
        assert mine["ended_by"].iloc[:-1].eq("changed").all()


def switching(seats=1):
    """A ledger in which ten customers a month come, and all begin a new subscription every second month."""
    rows = []
    for who in range(60):
        first = pd.Period("2025-01", "M") + who // 10
        starts = [first + 2 * n for n in range(4) if first + 2 * n <= pd.Period("2025-06", "M")]
        for n, start in enumerate(starts):
            end = None if n == len(starts) - 1 else (start + 2).start_time
            rows.append((start.start_time, end, "desk", 10.0, 1, who))
    made = ledger(subscriptions=[row[:5] for row in rows])
    made.subscriptions = made.subscriptions.assign(customer_id=[row[5] for row in rows], quantity=seats)
    return made.check()


def test_a_forecast_takes_who_switches_for_a_subscriber_who_stays():
    made = forecast(blueprint(DESK), months=6, ledger=switching(), runs=200)
    churn = made.parameters.query("id == 'churn.desk'").iloc[0]
    assert churn["value"] < 0.05
    joined = made.of("subscribers")["median"].to_numpy()
    assert 60 + 6 * 5 < joined[-1] < 60 + 6 * 14  # ten a month come, each of them once


def test_a_seat_costs_what_a_seat_costs():
    table = forecast(blueprint(DESK), months=3, ledger=switching(seats=5), runs=50)
    share = table.of("margin")["median"] / table.of("revenue")["median"]
    assert share.tolist() == [0.8] * 3 or abs(share - 0.8).max() < 0.01
    stated = forecast(
        blueprint(
            DESK,
            funnel=[{"from": "awareness", "to": "purchase", "rate": 0.1}],
            assumptions={"channels": [{"name": "search", "visitors_per_month": 500}]},
        ),
        months=3,
        runs=50,
    )
    parts = stated.of("margin")["median"] / stated.of("revenue")["median"]
    assert parts.between(0.75, 0.8).all()  # 20% of a month's price, 24% of a year's


def test_a_plan_that_nobody_has_yet_is_no_error():
    assert retention.tenures(switching())["product"].unique().tolist() == ["desk"]
    made = forecast(blueprint(DESK), months=2, ledger=switching(), runs=20)
    assert "churn.desk_yearly" in set(made.parameters["id"])


def test_a_trial_that_is_used_is_no_step_to_the_purchase():
    steps = [
        {"from": "awareness", "to": "consideration", "rate": 0.1},
        {"from": "consideration", "to": "activation", "rate": 0.5},
        {"from": "consideration", "to": "purchase", "rate": 0.4},
    ]
    more = {"assumptions": {"channels": [{"name": "search", "visitors_per_month": 1000}]}}
    with_it = forecast(blueprint(DESK, funnel=steps, **more), months=2, runs=20)
    without = forecast(blueprint(DESK, funnel=steps[::2], **more), months=2, runs=20)
    assert with_it.of("revenue")["median"].tolist() == without.of("revenue")["median"].tolist()
