"""An export of today's subscriptions knows no earlier price: where invoices show one, the import says so."""

import pytest

from ecotools.ledger import import_files

PLANS = "id,Customer Email,Product,Currency,Interval,Amount,Quantity,Status,Created (UTC),Start (UTC)\n"
PLANS += "s1,ada@x.org,Desk,gbp,month,12,3,active,2025-01-01,2025-01-01\n"
INVOICES = "id,Date (UTC),Amount Paid,Amount Due,Currency,Customer Email,Description,Status,Subscription,"
INVOICES += "Minimum Line Item Period Start (UTC),Maximum Line Item Period End (UTC),Total Discount Amount\n"
SAID = "a payment of a subscription, not an order"


@pytest.fixture
def reasons(tmp_path):
    def write(*rows):
        """Import invoices: amount, end of the period that begins on 1 March, discount."""
        lines = [
            f"in_{n},2025-03-01,{paid},{paid},gbp,ada@x.org,Desk,paid,s1,2025-03-01,{end},{off}\n"
            for n, (paid, end, off) in enumerate(rows)
        ]
        (tmp_path / "subscriptions.csv").write_text(PLANS)
        (tmp_path / "invoices.csv").write_text(INVOICES + "".join(lines))
        found = import_files([tmp_path / "subscriptions.csv", tmp_path / "invoices.csv"]).unmapped
        return found[found["file"] == "invoices.csv"]["reason"].tolist()

    return write


def test_an_invoice_at_another_price_says_that_the_price_was_changed(reasons):
    (said,) = reasons((24, "2025-04-01", 0))
    assert said.startswith(f"{SAID}; it is for another amount than the subscription costs today")


@pytest.mark.parametrize(
    "invoice",
    [(36, "2025-04-01", 0), (30, "2025-04-01", 6), (7, "2025-03-08", 0), (0, "2025-04-01", 0)],
    ids=["the price of today", "less a discount", "a part of a month", "nothing"],
)
def test_others_say_nothing(reasons, invoice):
    assert reasons(invoice) == [SAID]
