"""Gumroad's sales export becomes a ledger, and every line that does not is reported."""

from pathlib import Path

import pandas as pd
import pytest

from ecotools.ledger import LedgerError, import_gumroad

SALES = Path(__file__).parent / "fixtures" / "gumroad_sales.csv"
PRODUCTS = {
    "Copywriting Bootcamp": ("bootcamp", "core"),
    "Template Pack": ("templates", "add_on"),
    "Free Swipe File": ("swipe_file", "lead_magnet"),
}


@pytest.fixture(scope="module")
def imported():
    return import_gumroad(SALES, products=PRODUCTS)


@pytest.fixture(scope="module")
def orders(imported):
    return imported.ledger.orders.set_index("order_id")


@pytest.fixture(scope="module")
def periods(imported):
    return imported.ledger.subscriptions.set_index("subscription_id")


HEADER = "Purchase ID,Item Name,Purchase Email,Purchase Date,Sale Price ($),Recurrence,Recurring Charge?"


def write(tmp_path, *rows, header=HEADER, name="Sales.csv"):
    (tmp_path / name).write_text("\n".join([header, *rows]) + "\n")
    return tmp_path / name


def test_every_line_is_an_order_a_membership_payment_or_reported(imported):
    left_out = set(imported.unmapped.query("what == 'row'")["line"])
    sales = pd.read_csv(SALES)
    members = [
        line for line, recurrence in enumerate(sales["Recurrence"], start=2) if isinstance(recurrence, str)
    ]
    mapped = len(imported.ledger.orders) + len(set(members) - left_out)
    assert mapped + len(left_out) == imported.lines == len(sales)


def test_a_sale_becomes_an_order_line_in_dollars(imported, orders):
    line = orders.loc["p01=="]
    assert imported.ledger.currency == "USD"
    assert (line["customer_id"], line["product"], line["kind"]) == ("ann@example.com", "bootcamp", "core")
    assert (line["day"], line["amount"]) == (pd.Timestamp("2025-01-03"), 199.0)


def test_the_price_is_that_of_one_unit(orders):
    assert orders.loc["p02==", ["quantity", "price", "amount"]].tolist() == [2, 49.0, 98.0]


def test_free_downloads_are_orders_of_nothing(orders):
    assert orders.loc["p03==", ["kind", "amount"]].tolist() == ["lead_magnet", 0.0]


def test_refunds_have_no_day_in_the_export(orders):
    assert orders.loc[["p04==", "p05=="], "refunded"].tolist() == [49.0, 9.0]
    assert orders["refund_day"].isna().all()


def test_a_lost_dispute_is_a_refund_and_a_won_one_is_not(orders):
    assert orders.loc[["p06==", "p07=="], "refunded"].tolist() == [199.0, 0.0]


def test_the_channel_is_the_utm_source_the_marketplace_or_the_referrer(orders):
    channels = orders.loc[["p01==", "p02==", "p03=="], "channel"].tolist()
    assert channels == ["newsletter", "gumroad discover", "https://example.org/blog"]


def test_times_become_days_in_utc(orders):
    assert orders.loc["p26==", "day"] == pd.Timestamp("2025-03-13")


def test_payments_of_a_membership_are_one_subscription(periods):
    rows = periods.loc["p09=="]
    assert rows["price"].tolist() == [29.0, 59.0]
    assert rows["start"].tolist() == [pd.Timestamp("2025-01-10"), pd.Timestamp("2025-03-10")]
    assert rows["ended_by"].tolist() == ["changed", ""]


def test_recurrences_are_counted_in_months(periods):
    assert periods.loc["p10==", ["price", "interval_months"]].tolist() == [290.0, 12]


def test_a_free_trial_is_a_period_of_price_0_that_the_first_charge_ends(periods):
    rows = periods.loc["p11=="]
    assert rows["price"].tolist() == [0.0, 29.0]
    assert rows["end"].iloc[0] == rows["start"].iloc[1] == pd.Timestamp("2025-01-19")


def test_a_trial_that_was_not_kept_ends_as_cancelled(periods):
    assert periods.loc["p20==", ["price", "ended_by"]].tolist() == [0.0, "cancelled"]


def test_an_end_nobody_asked_for_is_a_failed_payment(periods):
    assert periods.loc[["p13==", "p14=="], "ended_by"].tolist() == ["cancelled", "payment_failed"]


def test_an_end_is_a_cancellation_when_an_older_export_does_not_say(tmp_path):
    file = write(
        tmp_path,
        "a,Club,ann@example.com,2025-01-01,9.0,monthly,0,2025-02-01",
        "b,Pack,bob@example.com,2025-03-01,9.0,,0,",
        header=HEADER + ",Subscription End Date",
    )
    assert import_gumroad(file).ledger.subscriptions["ended_by"].tolist() == ["cancelled"]


def test_an_end_still_to_come_is_reported_and_the_subscription_runs(periods, imported):
    assert periods.loc["p18==", "ended_by"] == ""
    assert "2025-04-15" in imported.unmapped.query("line == 19")["reason"].iloc[0]


def test_a_second_membership_of_the_same_buyer_is_another_subscription(tmp_path):
    file = write(
        tmp_path,
        "a,Club,ann@example.com,2025-01-01,9.0,monthly,0,2025-02-01",
        "b,Club,ann@example.com,2025-03-01,9.0,monthly,0,",
        "c,Club,ann@example.com,2025-04-01,9.0,monthly,1,",
        header=HEADER + ",Subscription End Date",
    )
    rows = import_gumroad(file).ledger.subscriptions
    assert rows["subscription_id"].tolist() == ["a", "b"]
    assert rows["end"].notna().tolist() == [True, False]


def test_membership_payments_are_orders_only_when_asked_for():
    lines = import_gumroad(SALES, renewals=True).ledger.orders
    assert (lines["kind"] == "subscription").sum() == 9
    assert not lines["order_id"].isin(["p11==", "p20=="]).any()  # free trials


def test_a_refund_of_a_membership_payment_is_in_the_ledger_and_what_is_not_known_of_it_is_said(tmp_path):
    header = HEADER + ",Refunded?"
    file = write(tmp_path, "a,Club,ann@example.com,2025-01-01,9.0,monthly,0,1", header=header)
    result = import_gumroad(file)
    noted = result.unmapped.query("what != 'product'")
    assert noted["what"].tolist() == ["value"]
    assert "the day of the refund is not exported" in noted["reason"].iloc[0]
    assert result.ledger.refunds[["payment_id", "amount"]].to_numpy().tolist() == [["a", 9.0]]
    assert import_gumroad(file, renewals=True).ledger.orders["refunded"].tolist() == [9.0]


@pytest.mark.parametrize(
    ("line", "what", "told"),
    [
        (1, "column", "the column 'What do you write?' is not understood"),
        (9, "row", "a pre-order that was not charged yet"),
        (18, "value", "the subscription began before the export"),
        (20, "row", "the recurrence is not known: 'fortnightly'"),
        (22, "row", "no email of the buyer"),
        (23, "row", "the sale price cannot be read: 'ask'"),
        (24, "row", "refunded must be at most the amount that was paid"),
        (26, "row", "the purchase id is that of an earlier line"),
        (28, "row", "the Totals line of the export, not a purchase"),
    ],
)
def test_what_cannot_be_mapped_is_reported_with_its_line(imported, line, what, told):
    rows = imported.unmapped.query("what not in ('file', 'product')").set_index("line")
    row = rows.loc[line]
    assert row["what"] == what
    assert told in row["reason"]


def test_a_date_that_a_spreadsheet_rewrote_is_read_where_it_proves_its_order(orders, imported):
    assert orders.loc["p24==", "day"] == pd.Timestamp("2025-02-21")
    said = imported.unmapped.query("what == 'file'")["reason"].tolist()
    assert any("read as MDY: '02/21/2025' on line 25" in reason for reason in said)


def test_an_export_without_memberships_has_no_subscriptions(tmp_path):
    result = import_gumroad(write(tmp_path, "a,Pack,ann@example.com,2025-01-01,9.0,,0"))
    assert result.ledger.subscriptions.empty
    assert len(result.ledger.orders) == 1


def test_a_question_of_the_shop_with_the_name_of_a_column_does_not_replace_it(tmp_path):
    file = write(tmp_path, "a,Pack,ann@example.com,2025-01-01,9.0,,0,my name", header=HEADER + ",Item Name")
    assert import_gumroad(file).ledger.orders["product"].tolist() == ["pack"]


def test_another_file_is_recognised(tmp_path):
    with pytest.raises(LedgerError, match="no sales export of Gumroad: it lacks the column 'Purchase ID'"):
        import_gumroad(write(tmp_path, header="id,amount"))


def test_a_list_of_no_files_is_an_error():
    with pytest.raises(LedgerError, match="at least one file"):
        import_gumroad([])
