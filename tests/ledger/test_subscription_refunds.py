"""Refunds of payments of subscriptions are in the ledger, once, whatever export tells them."""

import pytest

from ecotools.ledger import empty_ledger, import_files, update_ledger

SUBSCRIPTIONS = "id,Customer Email,Product,Currency,Interval,Amount,Status,Created (UTC),Start (UTC)\n"
SUBSCRIPTIONS += "sub_1,ada@x.org,Desk,gbp,year,120,active,2025-01-05,2025-01-05\n"
INVOICES = (
    "id,Date (UTC),Amount Paid,Amount Due,Currency,Customer Email,Description,Status,Subscription,Charge\n"
)
INVOICES += "in_1,2025-01-05,120,120,gbp,ada@x.org,Desk,paid,sub_1,ch_1\n"
PAYMENTS = (
    "id,Created date (UTC),Amount,Amount Refunded,Currency,Description,Status,Customer Email,Invoice ID,"
)
PAYMENTS += "Refunded date (UTC)\n"
PAYMENTS += "ch_1,2025-01-05,120,{},gbp,Subscription creation,Paid,ada@x.org,in_1,{}\n"
REFUNDS = "id,Charge ID,Amount,Created (UTC),Currency,Status\nre_1,ch_1,50,2025-01-12,gbp,succeeded\n"
REFUNDS += "re_2,ch_1,90,2025-01-20,gbp,{}\nre_3,ch_9,5,2025-01-20,gbp,succeeded\n"

TOLD = {
    "subscriptions.csv": SUBSCRIPTIONS,
    "invoices.csv": INVOICES,
    "payments.csv": PAYMENTS.format("50.00", "2025-01-12"),
    "refunds.csv": REFUNDS.format("failed"),
}


@pytest.fixture
def imported(tmp_path):
    def write(*names, **changed):
        texts = {**TOLD, **{f"{name}.csv": text for name, text in changed.items()}}
        for name in names:
            (tmp_path / name).write_text(texts[name])
        return import_files([tmp_path / name for name in names])

    return write


def rows(found):
    return found.ledger.refunds[["payment_id", "customer_id", "product", "amount"]].to_numpy().tolist()


@pytest.mark.parametrize(
    "names",
    [
        ("subscriptions.csv", "invoices.csv", "refunds.csv"),
        ("subscriptions.csv", "payments.csv"),
        ("subscriptions.csv", "payments.csv", "refunds.csv"),
        ("subscriptions.csv", "invoices.csv", "payments.csv", "refunds.csv"),
    ],
)
def test_a_refund_is_counted_once_whichever_files_tell_it(imported, names):
    found = imported(*names)
    assert rows(found) == [["ch_1", "ada@x.org", "desk", 50.0]]
    assert str(found.ledger.refunds["day"].iloc[0].date()) == "2025-01-12"


def test_a_list_says_where_each_of_its_refunds_went(imported):
    found = imported("subscriptions.csv", "invoices.csv", "refunds.csv").unmapped
    said = found[found["file"] == "refunds.csv"].set_index("line")[["what", "reason"]].to_numpy().tolist()
    assert said[0] == ["merged", "a refund of a payment of a subscription"]
    assert said[2] == ["row", "a refund of an order that is not there: ch_9"]


def test_no_more_than_was_paid_is_given_back(imported):
    found = imported("subscriptions.csv", "invoices.csv", "refunds.csv", refunds=REFUNDS.format("succeeded"))
    assert rows(found)[0][-1] == 120.0


def test_as_orders_they_are_refunds_of_orders(tmp_path, imported):
    imported("subscriptions.csv", "payments.csv")
    found = import_files([tmp_path / "subscriptions.csv", tmp_path / "payments.csv"], renewals=True).ledger
    assert found.refunds.empty and found.orders["refunded"].tolist() == [50.0]


def test_importing_twice_is_importing_once(imported):
    found = imported("subscriptions.csv", "invoices.csv", "refunds.csv")
    once = update_ledger(empty_ledger("GBP"), found).ledger
    assert len(update_ledger(once, found).ledger.refunds) == len(once.refunds) == 1


def test_a_refund_whose_day_is_not_exported_is_on_the_day_of_the_payment(imported):
    found = imported("subscriptions.csv", "payments.csv", payments=PAYMENTS.format("50.00", ""))
    assert str(found.ledger.refunds["day"].iloc[0].date()) == "2025-01-05"
    assert found.unmapped["reason"].str.contains("the day of the refund is not exported").sum() == 1


def test_each_line_of_an_order_bears_its_share_of_what_was_given_back(tmp_path):
    """A shop sold a course with a month of a plan that another export tells, and gave a quarter back."""
    order = "Name,Email,Financial Status,Paid at,Currency,Subtotal,Total,Lineitem quantity,Lineitem name,"
    order += "Lineitem price,Refunded Amount,Id\n"
    order += "#1,ada@x.org,partially_refunded,2025-01-05,GBP,480,480,1,Course,360,120,1\n"
    order += "#1,ada@x.org,,,,,,1,Desk,120,,\n"
    (tmp_path / "subscriptions.csv").write_text(SUBSCRIPTIONS)
    (tmp_path / "orders.csv").write_text(order)
    found = import_files([tmp_path / "subscriptions.csv", tmp_path / "orders.csv"]).ledger
    assert found.orders[["product", "refunded"]].to_numpy().tolist() == [["course", 90.0]]
    assert found.refunds[["product", "amount"]].to_numpy().tolist() == [["desk", 30.0]]
