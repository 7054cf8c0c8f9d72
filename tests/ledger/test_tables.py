"""The ledger itself: its span, its currency, its check, its view of a period."""

import pandas as pd
import pytest

from ecotools.ledger import Ledger, LedgerError, empty_ledger, observed
from ecotools.ledger.schema import empty_table


def test_an_empty_ledger_works():
    ledger = empty_ledger()
    assert ledger.check() is ledger
    assert ledger.start is pd.NaT
    assert "no days" in repr(ledger)
    assert ledger.between("2025-01-01", "2025-02-01").check().orders.empty


def test_an_order_or_a_subscription_is_a_sale_and_a_visit_is_none(shop):
    assert Ledger(orders=shop.orders).has_sales and Ledger(subscriptions=shop.subscriptions).has_sales
    assert not Ledger(touches=shop.touches, activity=shop.activity).has_sales


def test_a_ledger_of_one_customer_works(shop):
    one = {
        name: table[table["customer_id"] == 1].reset_index(drop=True) for name, table in shop.tables.items()
    }
    ledger = Ledger(**one).check()
    assert ledger.start == pd.Timestamp("2025-01-01")


def test_the_span_is_that_of_the_data_with_the_end_left_out(shop):
    assert (shop.start, shop.end) == (pd.Timestamp("2025-01-01"), pd.Timestamp("2025-03-01"))


def test_the_span_can_be_wider_than_the_data(shop):
    ledger = Ledger(orders=shop.orders, start="2024-12-01", end="2025-06-01").check()
    assert ledger.end == pd.Timestamp("2025-06-01")


def test_days_outside_the_span_are_named(shop):
    with pytest.raises(LedgerError, match=r"orders.day must be within the ledger.*row 2 has 2025-02-01"):
        Ledger(orders=shop.orders, end="2025-02-01").check()


def test_subscriptions_may_begin_before_the_span(shop):
    Ledger(subscriptions=shop.subscriptions, start="2025-01-03", end="2025-03-01").check()


def test_the_end_of_a_subscription_that_is_not_observed_yet_is_an_error(shop):
    rows = shop.subscriptions.iloc[[2]]
    with pytest.raises(LedgerError, match="still running: end NaT"):
        Ledger(subscriptions=rows, end="2025-02-01").check()


def test_customers_that_are_numbers_here_and_text_there_are_an_error(shop):
    ledger = Ledger(touches=shop.touches, activity=shop.activity.assign(customer_id="1"))
    with pytest.raises(LedgerError, match="numbers in touches, text in activity"):
        ledger.check()


def test_all_tables_are_checked_at_once(shop):
    shop.orders["price"] = -1.0
    shop.activity["count"] = 0
    with pytest.raises(LedgerError) as caught:
        shop.check()
    assert {problem.table for problem in caught.value.problems} == {"orders", "activity"}


def test_a_table_without_its_columns_is_refused_when_the_ledger_is_made():
    with pytest.raises(ValueError, match="Did you mean 'day'"):
        Ledger(activity=pd.DataFrame({"customer_id": [1], "dya": [1], "action": ["post"], "count": [1]}))


@pytest.mark.parametrize("code", ["", "dollars", "US", "U$D", None])
def test_a_currency_is_three_letters(code):
    with pytest.raises(LedgerError, match="three-letter code"):
        Ledger(currency=code)


def test_currencies_are_written_in_capitals():
    assert empty_ledger("eur").currency == "EUR"


def test_an_end_before_the_start_is_refused():
    with pytest.raises(LedgerError, match="before its start"):
        empty_ledger(start="2025-02-01", end="2025-01-01")


@pytest.mark.parametrize("start", ["2025-01-01 13:00", pd.Timestamp("2025-01-01", tz="UTC")])
def test_the_span_is_made_of_days(start):
    with pytest.raises(LedgerError, match="start must be a day"):
        empty_ledger(start=start, end="2025-02-01")


def test_between_leaves_out_what_was_not_known_yet(shop):
    january = shop.between("2025-01-01", "2025-02-01").check()
    assert len(january.orders) == 2
    assert january.subscriptions["end"].isna().all()
    assert january.subscriptions["subscription_id"].tolist() == [7, 8]
    assert (january.subscriptions["ended_by"] == "").all()
    february = shop.between("2025-02-01", "2025-02-10").check()
    assert february.orders["refunded"].tolist() == [0.0]
    assert february.orders["refund_day"].isna().all()
    assert shop.between("2025-02-01", "2025-02-11").orders["refunded"].tolist() == [199.0]


def test_between_does_not_change_the_ledger(shop):
    before = shop.subscriptions.copy()
    shop.between("2025-01-01", "2025-02-01")
    pd.testing.assert_frame_equal(shop.subscriptions, before)


def test_the_whole_span_is_the_whole_ledger(shop):
    whole = shop.between(shop.start, shop.end)
    for name, table in shop.tables.items():
        pd.testing.assert_frame_equal(whole.tables[name], table, check_dtype=False)


def test_the_summary_tells_rows_span_and_currency(shop):
    text = repr(shop)
    assert "USD, 2025-01-01 to 2025-02-28 (59 days)" in text
    assert "orders              3 rows" in text


def test_tables_are_plain_frames_in_order(shop):
    assert list(shop.tables) == ["touches", "orders", "subscriptions", "activity", "surveys"]
    assert all(type(table) is pd.DataFrame for table in shop.tables.values())
    assert shop.tables["orders"] is shop.orders


def test_the_documented_defaults_are_empty_tables():
    pd.testing.assert_frame_equal(Ledger().surveys, empty_table("surveys"))


def test_a_row_of_other_money_is_an_error(shop):
    shop.orders = shop.orders.assign(currency=["usd", "EUR", None])
    with pytest.raises(
        LedgerError, match=r"orders.currency must be USD, the ledger's money.*2 of 3 rows: row 1"
    ):
        shop.check()
    shop.orders = shop.orders.assign(currency="usd")
    assert shop.check() is shop


def test_a_month_that_ends_a_ledger_or_a_window_is_meant_whole(shop):
    assert Ledger(start="2025-01", end="March 2025").end == pd.Timestamp("2025-04-01")
    assert shop.between("2025-1", "Jan 2025").end == pd.Timestamp("2025-02-01")


def test_a_window_keeps_what_came_before_it_in_its_history(shop):
    january, window = shop.between("2025-01", "2025-01"), shop.between("2025-02", "2025-02")
    assert january.history is None
    assert window.history.orders["day"].min() < window.start <= window.orders["day"].min()
    assert (window.since, window.history.end) == (shop.start, window.end)
    pd.testing.assert_frame_equal(window.subscriptions, window.history.subscriptions)
    inner = window.between("2025-02-10", "2025-02-20")
    assert inner.since == shop.start


def test_a_window_claims_no_day_that_the_ledger_did_not_observe(shop):
    wide = shop.between("2024-01-01", "2030-01-01")
    assert (wide.start, wide.end) == (shop.start, shop.end)
    for outside in (("2024-01", "2024-06"), ("2026-01", "2026-06")):
        with pytest.raises(
            LedgerError, match=r"nothing was observed from .* the ledger tells about 2025-01-01"
        ):
            shop.between(*outside)
    with pytest.raises(LedgerError, match="end must not be before start"):
        shop.between("2025-02-01", "2025-01-01")


def test_the_tables_say_what_was_observed(shop):
    marked = {"start": "2025-02-01", "end": "2025-03-01", "since": "2025-01-01"}
    window = shop.between("2025-02-01", "2025-03-01")
    for table in window.tables.values():
        assert table.attrs["observed"] == marked
        assert table[table["customer_id"] > 0].assign(x=1).copy().attrs["observed"] == marked
    window.orders = window.orders.iloc[:0]
    window.end = pd.Timestamp("2025-04-01")
    assert window.orders.attrs["observed"] == marked | {"end": "2025-04-01"}


def test_a_table_that_is_given_to_a_ledger_is_not_changed(shop):
    mine = pd.DataFrame(shop.orders)
    mine.attrs.clear()
    Ledger(orders=mine)
    assert mine.attrs == {}


def test_a_table_of_ones_own_can_say_what_was_observed(shop):
    table = observed(shop.activity, "2025-01", "2025-02")
    assert table.attrs["observed"]["end"] == "2025-03-01"
    with pytest.raises(ValueError, match="end must lie after start"):
        observed(shop.activity, "2025-02", "2025-01")
    with pytest.raises(TypeError, match="table must be a pandas DataFrame, not NoneType"):
        observed(None, "2025-02", "2025-03")
