"""RFM summaries of orders, what came after them, and named groups."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ecotools import data
from ecotools.ledger import Ledger, observed
from ecotools.metrics import repeat
from ecotools.metrics.repeat.segments import SEGMENTS

CDNOW = data.cdnow()


def orders(*rows, **columns) -> pd.DataFrame:
    """Return orders from rows (customer, day, amount)."""
    table = pd.DataFrame(rows, columns=["customer_id", "day", "amount"])
    table["day"] = pd.to_datetime(table["day"])
    return table.assign(**{"order_id": range(len(table))} | columns)


DRAWN = st.lists(
    st.tuples(st.integers(1, 4), st.integers(0, 90), st.sampled_from([0.0, 5.0, 9.99, 40.0])),
    min_size=1,
    max_size=20,
).map(lambda rows: orders(*[(who, pd.Timestamp("2025-01-01") + pd.Timedelta(day, "D"), paid)
                            for who, day, paid in rows]))  # fmt: skip


def test_cdnow_gives_the_published_summary_of_its_first_customers():
    """Summary by Fader & Hardie: x, t_x, T and mean repeat spend of customers 1 to 4."""
    found = repeat.rfm(CDNOW, until="1997-10-01", include_free=True)
    assert len(found) == 2357 and (found["frequency"] > 0).sum() == 946
    first = found.head(4)
    assert first["frequency"].tolist() == [2, 1, 0, 0]
    assert first["recency"].round(2).tolist() == [30.43, 1.71, 0, 0]
    assert first["age"].round(2).tolist() == [38.86, 38.86, 38.86, 38.86]
    assert first["spend"].tolist()[:2] == pytest.approx([22.35, 11.77], abs=0.0051)
    assert first["spend"].isna().tolist() == [False, False, True, True]


def test_several_orders_of_a_day_are_one_purchase_or_each_one_and_the_result_says_which():
    table = orders(("a", "2025-01-06", 10.0), ("a", "2025-01-06", 20.0), ("a", "2025-01-13", 5.0))
    one, each = (repeat.rfm(table, same_day=rule) for rule in ("one", "each"))
    assert one[["frequency", "recency", "spend"]].to_numpy().tolist() == [[1, 1.0, 5.0]]
    assert each[["frequency", "recency", "spend"]].to_numpy().tolist() == [[2, 1.0, 12.5]]
    assert "one day is one purchase" in one.attrs["definition"]["purchase"]
    assert "every order is a purchase" in each.attrs["definition"]["purchase"]
    lines = table.assign(order_id=[1, 1, 2])
    assert repeat.rfm(lines, same_day="each")["frequency"].tolist() == [1], "lines of one order are one"


def test_free_orders_and_refunds_follow_the_arguments():
    table = orders(("a", "2025-01-06", 0.0), ("a", "2025-01-13", 20.0), ("a", "2025-01-20", 30.0))
    table = table.assign(refunded=[0.0, 0.0, 30.0])
    assert repeat.rfm(table)["frequency"].tolist() == [1]
    assert repeat.rfm(table, include_free=True)["frequency"].tolist() == [2]
    net = repeat.rfm(table, net=True)
    assert net[["frequency", "spend", "revenue"]].to_numpy().tolist() == [[1, 0.0, 20.0]]


@settings(max_examples=40)
@given(DRAWN)
def test_a_summary_adds_up(table):
    found = repeat.rfm(table, "2025-04-15", unit="day", include_free=True)
    assert len(found) == table["customer_id"].nunique()
    days = table.drop_duplicates(["customer_id", "day"])
    assert found["frequency"].sum() == len(days) - len(found)
    assert found["revenue"].sum() == pytest.approx(table["amount"].sum())
    assert ((found["recency"] >= 0) & (found["recency"] <= found["age"])).all()
    assert (found["recency"][found["frequency"] == 0] == 0).all()
    back = repeat.rfm(table.iloc[::-1], "2025-04-15", unit="day", include_free=True)
    pd.testing.assert_frame_equal(found, back)


@settings(max_examples=40)
@given(DRAWN, st.integers(5, 85))
def test_what_came_before_and_after_a_holdout_is_what_there_is(table, day):
    cut = pd.Timestamp("2025-01-01") + pd.Timedelta(day, "D")
    split = repeat.holdout(table, cut, "2025-04-15", unit="day", include_free=True)
    before = repeat.rfm(table[table["day"] < cut], cut, unit="day", include_free=True)
    columns = list(before.columns)
    pd.testing.assert_frame_equal(split[columns], before, check_dtype=False)
    days = table.drop_duplicates(["customer_id", "day"])
    days = days[(days["day"] >= cut) & days["customer_id"].isin(before["customer_id"])]
    assert split["later"].sum() == len(days)
    assert split.attrs["periods"] == (pd.Timestamp("2025-04-15") - cut).days
    spent = (split["later"] * split["later_spend"]).sum()
    chosen = (table["day"] >= cut) & table["customer_id"].isin(before["customer_id"])
    assert spent == pytest.approx(table["amount"][chosen].sum())


def test_the_holdout_of_cdnow_has_the_second_39_weeks():
    found = repeat.holdout(CDNOW, "1997-10-01", include_free=True)
    assert found.attrs["periods"] == 39 and len(found) == 2357
    whole = repeat.rfm(CDNOW, include_free=True)
    assert (found["frequency"] + found["later"]).tolist() == whole["frequency"].tolist()


def test_a_holdout_needs_something_after_it():
    table = orders(("a", "2025-01-06", 10.0), ("a", "2025-02-06", 20.0))
    with pytest.raises(ValueError, match=r"calibration must lie before the end.*2025-02-07"):
        repeat.holdout(table, "2025-02-07")
    with pytest.raises(ValueError, match="calibration must not lie beyond the ledger"):
        repeat.holdout(CDNOW, "1999-10-01")
    with pytest.raises(
        ValueError, match="until must not lie beyond the ledger, whose last day is 1998-06-30"
    ):
        repeat.rfm(CDNOW, until="1998-09")


def test_a_window_cannot_tell_who_had_bought_before_and_its_history_can():
    table = orders(("a", "2025-01-06", 10.0), ("a", "2025-05-06", 20.0)).assign(
        product="course", kind="core", quantity=1, price=lambda t: t["amount"], discount=0.0, refunded=0.0,
        refund_day=pd.NaT, channel="",
    )  # fmt: skip
    whole = Ledger(orders=table, start="2025-01", end="2025-06")
    window = whole.between("2025-04", "2025-06")
    for source in (window, window.orders):
        with pytest.raises(ValueError, match=r"orders is a window.*pass ledger.history instead"):
            repeat.rfm(source)
    assert repeat.rfm(window.history)["frequency"].tolist() == [1]
    assert repeat.rfm(whole)["age"].tolist() == [175 / 7], "up to the last day of the ledger"


def test_weeks_begin_with_the_first_day_observed_and_only_whole_ones_count():
    table = orders(("a", "2025-01-08", 10.0), ("a", "2025-01-09", 10.0), ("b", "2025-03-01", 10.0))
    seen = observed(table, "2025-01-01", "2025-03-10")
    fit = {"r": 1.0, "alpha": 4.0, "a": 1.0, "b": 3.0}
    weeks = repeat.purchases_by_period(seen, fit, "2025-02-01")
    assert len(weeks) == 9 and weeks["actual"].tolist() == [0, 1] + [0] * 7
    assert weeks["expected"].iloc[0] == 0 and (weeks["expected"].iloc[1:] > 0).all()
    assert weeks["fitted"].sum() == 4
    alone = repeat.new_customer_purchases(fit, [6 / 7, 13 / 7])
    assert weeks["cumulative_expected"].iloc[1:3].tolist() == pytest.approx(alone.tolist())


def test_groups_by_hand():
    rows = [("star", f"2025-06-0{day}", 90.0) for day in range(1, 6)]
    rows += [("loyal", f"2025-06-0{day}", 1.0) for day in range(1, 4)]
    rows += [("again", "2025-06-01", 5.0), ("again", "2025-06-02", 5.0), ("new", "2025-06-02", 5.0)]
    rows += [("risk", f"2025-01-0{day}", 1.0) for day in range(1, 4)]
    rows += [("fade", "2025-01-01", 5.0), ("fade", "2025-01-02", 5.0), ("gone", "2025-01-02", 999.0)]
    found = repeat.segment_list(orders(*rows), "2025-07-01", large=400).set_index("customer_id")["segment"]
    assert found.to_dict() == {
        "star": "champion", "loyal": "loyal", "again": "promising", "new": "new",
        "risk": "at_risk", "fade": "fading", "gone": "one_time",
    }  # fmt: skip
    counted = repeat.segments(orders(*rows), "2025-07-01", large=400)
    assert list(counted.index) == list(SEGMENTS) and (counted["customers"] == 1).all()
    assert counted.loc["one_time", "revenue_share"] == pytest.approx(999 / counted["revenue"].sum())
    assert counted.attrs["definition"]["recently"] == "within 90 days"


@settings(max_examples=30)
@given(DRAWN, st.integers(0, 60), st.integers(2, 4))
def test_everybody_is_in_one_group_and_all_revenue_in_the_table(table, recent, often):
    counted = repeat.segments(table, recent=recent, often=often, include_free=True)
    listed = repeat.segment_list(table, recent=recent, often=often, include_free=True)
    assert counted["customers"].sum() == table["customer_id"].nunique() == len(listed)
    assert counted["share"].sum() == pytest.approx(1)
    assert counted["revenue"].sum() == pytest.approx(table["amount"].sum())
    assert counted["purchases"].isna().tolist() == (counted["customers"] == 0).tolist()


def test_much_is_what_the_top_fifth_spent_unless_it_is_given():
    rows = [(f"c{number}", f"2025-06-0{day}", float(number)) for number in range(1, 11) for day in (1, 2, 3)]
    found = repeat.segment_list(orders(*rows), "2025-07-01")
    assert found["segment"].value_counts().to_dict() == {"loyal": 8, "champion": 2}
    assert float(found.attrs["definition"]["much"]) == 27


def test_impossible_limits_are_refused_by_name():
    table = orders(("a", "2025-01-06", 10.0))
    for change, said in (({"often": 1}, "often must be"), ({"recent": -1}, "recent must be zero or more"),
                         ({"large": np.inf}, "large must be a finite")):  # fmt: skip
        with pytest.raises(ValueError, match=said):
            repeat.segments(table, **change)
    with pytest.raises(ValueError, match="same_day must be one of 'one', 'each', not 'both'"):
        repeat.rfm(table, same_day="both")
    with pytest.raises(ValueError, match="needs the column 'order_id'"):
        repeat.rfm(table.drop(columns="order_id"), same_day="each")
    with pytest.raises(ValueError, match="amount is below zero"):
        repeat.rfm(table.assign(amount=-1.0))


def test_no_orders_give_empty_tables():
    none = orders(("a", "2025-01-06", 10.0)).iloc[:0]
    assert repeat.rfm(none).empty
    assert repeat.segments(none)["customers"].sum() == 0
    assert repeat.segments(none).attrs["reason"] == "there are no purchases"
