"""Measures of a window, of a ledger that began late and of ends that lie ahead: no claims."""

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecotools.blueprint import Blueprint
from ecotools.ledger import Ledger, observed
from ecotools.metrics import community, kpi, periods, retention, revenue
from ecotools.metrics.revenue.bridge import movement_list
from tests.metrics.subscription_tables import FEW, subscriptions, tables


def business(draw=1, customers=400) -> Ledger:
    """Return two years of customers who differ in their churn: the longer they stay, the fewer are lost."""
    chance = np.random.default_rng(draw)
    start = np.datetime64("2024-01-01", "D") + chance.integers(0, 700, customers)
    stays = chance.geometric(chance.beta(0.7, 2.5, customers)) * 30 - 10
    end = start + stays
    end = np.where(end >= np.datetime64("2026-01-01", "D"), np.datetime64("NaT"), end)
    rows = zip(range(customers), start, end, [10.0] * customers, strict=True)
    return Ledger(subscriptions=subscriptions(*rows), start="2024-01", end="2025-12").check()


WHOLE = business()
WINDOW = WHOLE.between("2025-04", "2025-12")
LATE = Ledger(
    subscriptions=WHOLE.subscriptions[~(WHOLE.subscriptions["end"] <= "2025-04-01")],
    start="2025-04-01",
    end="2026-01-01",
)
"""What a business knows that began to keep books in April 2025: those who had left are nowhere."""


@pytest.mark.parametrize(
    "of", [lambda ledger: ledger, lambda ledger: ledger.subscriptions], ids=["ledger", "table"]
)
def test_a_window_gives_the_numbers_of_the_whole_ledger(of):
    whole, window = of(WHOLE), of(WINDOW)
    assert revenue.nrr(window, "2025-09") == revenue.nrr(whole, "2025-09")
    assert revenue.grr(window, "2025-12", form="movement") == revenue.grr(whole, "2025-12", form="movement")
    pd.testing.assert_frame_equal(retention.cohort_table(window), retention.cohort_table(whole))
    pd.testing.assert_frame_equal(retention.survival(window), retention.survival(whole))
    fitted = [_fit(retention.tenures(each)) for each in (window, whole)]
    pd.testing.assert_frame_equal(*fitted)
    moved = revenue.movements(window)
    assert str(moved.index[0]) == "2025-04"
    pd.testing.assert_frame_equal(moved, revenue.movements(whole, "2025-04", "2025-12"))
    pd.testing.assert_frame_equal(
        retention.churn_table(window), retention.churn_table(whole, "2025-04", "2025-12"), check_freq=False
    )


@FEW
@given(tables(), st.integers(1, 300), st.integers(1, 200))
def test_any_window_gives_the_numbers_of_the_whole_ledger(table, first, length):
    whole = Ledger(subscriptions=table, start="2024-01-01", end="2026-01-01")
    start = pd.Timestamp("2024-01-01") + pd.Timedelta(days=first)
    known = whole.between("2024-01-01", start + pd.Timedelta(days=length))
    window = whole.between(start, known.end)
    months = window.start, window.end
    pd.testing.assert_frame_equal(revenue.movements(window), revenue.movements(known, *months))
    pd.testing.assert_frame_equal(retention.tenures(window), retention.tenures(known))


def test_what_came_before_a_window_decides_who_is_new():
    rows = ("a", "2025-01-10", "2025-02-10", 10.0), ("a", "2025-05-01", None, 10.0)
    orders = pd.DataFrame(
        {"order_id": [1, 2, 3], "customer_id": ["b", "b", "c"], "product": "course"}
    ).assign(
        day=pd.to_datetime(["2025-01-05", "2025-05-05", "2025-05-06"]),
        kind="core",
        quantity=1,
        price=9.0,
        discount=0.0,
        amount=9.0,
        refunded=0.0,
        refund_day=pd.NaT,
        channel="search",
    )
    touches = orders[["customer_id", "day", "channel"]].assign(stage="awareness", asset="")
    touches.loc[1, "channel"] = "social"
    whole = Ledger(
        subscriptions=subscriptions(*rows), orders=orders, touches=touches, start="2025-01", end="2025-06"
    )
    window, blueprint = whole.between("2025-04", "2025-06"), Blueprint(name="Small")
    assert movement_list(window)["kind"].tolist() == ["reactivation"]
    for by in (None, "channel"):
        wanted = ["new_customers", "customers", "visitors", "new_mrr", "order_revenue", "nrr"]
        full, part = (kpi.compute(blueprint, each, wanted, by=by) for each in (whole, window))
        full = full[full["month"] >= "2025-04"].drop(columns="change").reset_index(drop=True)
        pd.testing.assert_frame_equal(part.drop(columns="change"), full)
    with pytest.raises(
        ValueError, match=r"cannot tell who came before: pass the table of ledger.history instead"
    ):
        retention.cohort_table(window.orders)
    assert retention.cohort_table(window.history.orders).attrs["customers"]["2025-01"] == 1


def test_a_ledger_that_began_late_has_no_retention_of_a_year_and_says_why():
    measure = revenue.nrr(LATE, "2025-12")
    assert math.isnan(measure)
    assert measure.reason == (
        "2024-12 lies before the ledger, whose first day is 2025-04-01: nobody knows what happened in 2024-12"
    )
    assert revenue.nrr(LATE, "2025-12", months=6) == revenue.nrr(WHOLE, "2025-12", months=6)


def test_customers_of_before_a_ledger_began_are_in_no_cohort():
    late, whole = retention.cohort_table(LATE), retention.cohort_table(WHOLE)
    assert str(late.index[0]) == "2025-04"
    pd.testing.assert_frame_equal(late, whole.loc["2025-04":, late.columns])
    assert "who came before 2025-04-01, when the ledger begins, is in no cohort" in late.attrs["reason"]
    assert "reason" not in whole.attrs


def test_late_entry_takes_the_bias_of_survivors_out_of_survival_and_sbg():
    """Who is there when a ledger begins has stayed for long: counting them from their start flatters."""
    many = business(draw=5, customers=20_000)
    rows = many.subscriptions
    late = Ledger(subscriptions=rows[~(rows["end"] <= "2025-04-01")], start="2025-04-01", end="2026-01-01")
    truth = retention.survival(many).set_index("time")["survival"]
    curve = retention.survival(late).set_index("time")["survival"]
    tenure = retention.tenures(late)
    naive = retention.kaplan_meier(tenure["duration"], tenure["observed"]).set_index("time")["survival"]
    assert abs(curve[6] - truth[6]) < 0.02 < 0.05 < naive[6] - truth[6]
    fits = [_fit(each) for each in (retention.tenures(many), tenure)]
    without = retention.fit_sbg(tenure["duration"], tenure["observed"])
    churn = [fit.loc["mean_churn", "estimate"] for fit in (*fits, without)]
    assert abs(churn[0] - churn[1]) < 0.03 < churn[0] - churn[2]


def _fit(tenure):
    return retention.fit_sbg(tenure["duration"], tenure["observed"], entry=tenure["entry"])


def test_a_tenure_says_at_which_age_it_came_under_watch():
    rows = [
        ("a", "2025-01-10", None, 1.0),
        ("b", "2025-01-10", "2025-03-20", 1.0),
        ("c", "2025-04-02", None, 1.0),
    ]
    rows += [("d", "2025-01-10", "2025-04-05", 1.0)]
    late = Ledger(subscriptions=subscriptions(*rows), start="2025-03-15", end="2025-07-01")
    tenure = retention.tenures(late).set_index("customer_id")
    # The next anniversary after March 15 is April 10, the third; b and d were lost on the way there.
    assert tenure["entry"].to_dict() == {"a": 3, "c": 0}
    assert retention.tenures(late, unit="day").set_index("customer_id")["entry"].to_dict() == {
        "a": 64,
        "b": 64,
        "c": 0,
        "d": 64,
    }


def test_ends_that_lie_ahead_have_not_happened(monkeypatch):
    monkeypatch.setattr(periods, "today", lambda: pd.Timestamp("2025-06-10"))
    plain = subscriptions(("a", "2025-01-10", "2025-12-10", 10.0), ("b", "2025-02-01", "2025-05-01", 10.0))
    tenure = retention.tenures(plain).set_index("customer_id")
    assert tenure["observed"].to_dict() == {"a": False, "b": True}
    assert retention.tenures(plain, until="2025-06-11")["observed"].tolist() == [False, True]
    assert str(revenue.movements(plain).index[-1]) == "2025-05"
    assert retention.losses(plain)["customer_id"].tolist() == ["b"]
    with pytest.raises(
        ValueError, match="month must not lie beyond today: nobody knows what happened in 2025-12"
    ):
        retention.churn_rate(plain, "2025-12")
    said = observed(plain, "2025-01", "2025-06")
    assert retention.tenures(said)["observed"].tolist() == [False, True]
    assert revenue.movements(said)["churn"].sum() == 10
    assert retention.churn_rate(plain.iloc[:1], "2025-05") == 0


def test_the_example_of_the_readme_is_guarded_too():
    table = WHOLE.subscriptions
    with pytest.raises(ValueError, match="end must not lie beyond the ledger, whose last day is 2025-12-31"):
        revenue.movements(table, "2025-01", "2026-06")
    with pytest.raises(ValueError, match="month must not lie beyond the ledger"):
        retention.churn_rate(table[table["price"] > 0].assign(note="mine"), "2026-06")


def test_the_default_end_of_a_ledgers_events_is_that_of_the_ledger():
    seen = pd.DataFrame(
        {"customer_id": [1], "day": pd.to_datetime(["2025-01-05"]), "action": "visit", "count": 1}
    )
    ledger = Ledger(activity=seen, start="2025-01", end="2025-04")
    assert community.active_users(ledger.activity).tolist() == [1, 0, 0, 0]
    assert retention.cohort_table(ledger.activity).shape == (4, 4)
    assert math.isnan(community.stickiness(ledger.activity)) and community.stickiness(seen) == 1 / 31


def test_the_month_in_which_a_ledger_begins_is_taken_from_then_on():
    rows = (
        ("a", "2025-01-10", None, 10.0),
        ("b", "2025-03-20", None, 10.0),
        ("c", "2025-02-01", "2025-03-25", 10.0),
    )
    late = Ledger(subscriptions=subscriptions(*rows), start="2025-03-15", end="2025-06-01")
    daily = revenue.movements(late, "2025-03", "2025-03", freq="D")
    assert [str(day) for day in daily.index[[0, -1]]] == ["2025-03-15", "2025-03-31"]
    assert (
        retention.churn_rate(late, "2025-03")
        == retention.churn_rate(late, start="2025-03", end="2025-03")
        == 0.5
    )
    assert retention.churn_table(late).iloc[0][["start", "joined", "lost", "end"]].tolist() == [2, 1, 1, 2]
