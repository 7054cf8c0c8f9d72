"""A ledger is brought up to date with newer exports, and nothing is counted twice."""

import pandas as pd
import pytest

from ecotools.ledger import LedgerError, empty_ledger, import_files, update_ledger

SALES = "Purchase ID,Item Name,Purchase Email,Purchase Date,Sale Price ($),Recurrence,Recurring Charge?,"
SALES += "Variants\n"
PAYMENTS = "id,Created date (UTC),Amount,Amount Refunded,Currency,Description,Status,Customer Email\n"
REFUNDS = "id,Amount,Created (UTC),Currency,Status,Charge ID\n"


@pytest.fixture
def file(tmp_path):
    def write(name, text):
        (tmp_path / name).write_text(text, encoding="utf-8")
        return tmp_path / name

    return write


def after(*imports):
    ledger = empty_ledger()
    for one in imports:
        ledger = update_ledger(ledger, one).ledger
    return ledger


def same(one, other):
    for name, table in one.tables.items():
        pd.testing.assert_frame_equal(table, other.tables[name])
    assert (one.start, one.end, one.currency) == (other.start, other.end, other.currency)


def payments(*lines):
    return PAYMENTS + "".join(
        f"{id},{day},{amount},{back},usd,Pack,Paid,{who}@x.org\n" for id, day, amount, back, who in lines
    )


def test_importing_twice_is_importing_once(file):
    export = import_files(
        file("a.csv", payments(("ch_1", "2025-01-01", 9, 0, "a"), ("ch_2", "2025-02-01", 9, 0, "b")))
    )
    same(after(export, export), after(export))


def test_of_an_order_in_both_the_later_export_is_believed_in_whatever_order_they_come(file):
    old = import_files(file("a.csv", payments(("ch_1", "2025-01-01", 9, 0, "a"))))
    new = import_files(
        file("b.csv", payments(("ch_1", "2025-01-01", 9, 9, "a"), ("ch_2", "2025-02-01", 9, 0, "b")))
    )
    for ledger in (after(old, new), after(new, old)):
        assert ledger.orders["refunded"].tolist() == [9.0, 0.0]


def test_orders_that_a_newer_export_no_longer_has_are_kept(file):
    old = import_files(file("a.csv", payments(("ch_1", "2025-01-01", 9, 0, "a"))))
    new = import_files(file("b.csv", payments(("ch_2", "2025-02-01", 9, 0, "b"))))
    assert after(old, new).orders["order_id"].tolist() == ["ch_1", "ch_2"]


def test_a_membership_goes_on_when_the_newer_export_lacks_its_first_payment(file):
    first = "p1,Club,a@x.org,2025-01-05,10,monthly,0,\np2,Club,a@x.org,2025-02-05,10,monthly,1,\n"
    later = "p2,Club,a@x.org,2025-02-05,10,monthly,1,\np3,Club,a@x.org,2025-03-05,12,monthly,1,\n"
    ledger = after(import_files(file("a.csv", SALES + first)), import_files(file("b.csv", SALES + later)))
    rows = ledger.subscriptions
    assert rows["subscription_id"].tolist() == ["p1", "p1"]
    assert rows["price"].tolist() == [10.0, 12.0]
    assert rows["start"].tolist() == [pd.Timestamp("2025-01-05"), pd.Timestamp("2025-03-05")]


def test_a_list_of_refunds_is_taken_off_orders_of_the_ledger_once(file):
    sold = import_files(file("a.csv", payments(("ch_1", "2025-01-01", 9, 0, "a"))))
    back = import_files(file("b.csv", REFUNDS + "re_1,4,2025-01-09,usd,succeeded,ch_1\n"))
    assert len(back.refused) == 1
    found = update_ledger(after(sold), back)
    assert found.refused.empty and found.unmapped["what"].tolist() == ["merged"]
    assert update_ledger(found.ledger, back).ledger.orders["refunded"].tolist() == [4.0]


def test_other_tables_stay(file, shop):
    found = update_ledger(shop, import_files(file("a.csv", payments(("ch_1", "2025-02-01", 9, 0, "a")))))
    assert found.ledger.touches["asset"].tolist() == shop.touches["asset"].tolist()
    assert found.ledger.orders["order_id"].tolist() == ["10", "10", "11", "ch_1"]
    assert found.ledger.surveys["customer_id"].tolist() == ["1", "2"]


def test_two_currencies_are_refused(file):
    dollars = import_files(file("a.csv", payments(("ch_1", "2025-01-01", 9, 0, "a"))))
    euros = import_files(file("b.csv", payments(("ch_2", "2025-01-01", 9, 0, "a")).replace("usd", "eur")))
    with pytest.raises(LedgerError, match="the ledger is in USD and these exports are in EUR"):
        after(dollars, euros)
