"""Stripe's exports become a ledger, and every line that does not is reported."""

import json
from pathlib import Path

import pandas as pd
import pytest

from ecotools.blueprint import Blueprint
from ecotools.ledger import LedgerError, import_stripe, read_ledger, write_ledger

FIXTURES = Path(__file__).parent / "fixtures"
PAYMENTS = FIXTURES / "unified_payments.csv"
SUBSCRIPTIONS = FIXTURES / "subscriptions.csv"
PRODUCTS = {
    "Copywriting Bootcamp": ("bootcamp", "core"),
    "Template Pack": ("templates", "add_on"),
    "Membership": ("membership", "subscription"),
}


@pytest.fixture(scope="module")
def imported():
    return import_stripe(PAYMENTS, SUBSCRIPTIONS, products=PRODUCTS)


@pytest.fixture(scope="module")
def orders(imported):
    return imported.ledger.orders.set_index("order_id")


@pytest.fixture(scope="module")
def periods(imported):
    return imported.ledger.subscriptions.set_index("subscription_id")


def reason(imported, file, line):
    rows = imported.unmapped
    found = rows[(rows["file"] == file.name) & (rows["line"] == line)]
    return "; ".join(found["what"] + ": " + found["reason"])


def write(tmp_path, text, name="payments.csv"):
    (tmp_path / name).write_text(text)
    return tmp_path / name


CONVERTED = "; converted=True (--converted) takes what it became in USD"
HEADER = "id,Created date (UTC),Amount,Currency,Description,Status,Customer ID\n"


def test_every_line_is_in_the_ledger_or_reported(imported):
    left_out = imported.unmapped[imported.unmapped["what"] == "row"]
    assert not left_out.duplicated(["file", "line"]).any()
    ids = imported.ledger.subscriptions["subscription_id"].nunique()
    assert len(imported.ledger.orders) + ids + len(left_out) == imported.lines == 46


def test_what_is_reported_keeps_the_original_cells(imported):
    failed = imported.unmapped.query("file == 'unified_payments.csv' and line == 5").iloc[0]
    original = json.loads(failed["original"])
    assert original["Decline Reason"] == "insufficient_funds"
    assert original["id"] == "ch_03"


def test_the_ledger_is_checked_and_can_be_written(imported, tmp_path):
    folder = write_ledger(imported.ledger.check(), tmp_path / "stripe")
    pd.testing.assert_frame_equal(read_ledger(folder).orders, imported.ledger.orders)


def test_a_payment_becomes_an_order_line(orders):
    line = orders.loc["ch_01"]
    assert (line["customer_id"], line["product"], line["kind"]) == ("cus_ann", "bootcamp", "core")
    assert (line["quantity"], line["price"], line["discount"], line["amount"]) == (1, 199.0, 0.0, 199.0)
    assert (line["day"], line["channel"]) == (pd.Timestamp("2025-01-03"), "newsletter")


def test_times_become_days_in_utc(orders):
    assert orders.loc["ch_02", "day"] == pd.Timestamp("2025-01-03")


def test_thousands_and_symbols_in_amounts_are_read(orders):
    assert orders.loc["ch_02", "amount"] == 1299.0


def test_a_name_without_a_meaning_becomes_a_product_of_unknown_kind(orders):
    assert orders.loc["ch_02", ["product", "kind"]].tolist() == ["coaching_ten_weeks_with_calls", ""]
    assert orders.loc["ch_20", "product"] == "unknown"


def test_refunds_have_amount_and_day(orders):
    assert orders.loc["ch_04", ["refunded", "refund_day"]].tolist() == [199.0, pd.Timestamp("2025-01-20")]
    assert orders.loc["ch_05", ["refunded", "refund_day"]].tolist() == [9.0, pd.Timestamp("2025-01-07")]


def test_a_lost_dispute_is_a_refund_on_the_day_of_the_dispute(orders):
    assert orders.loc["ch_16", ["refunded", "refund_day"]].tolist() == [199.0, pd.Timestamp("2025-03-01")]


def test_an_open_dispute_is_counted_as_paid_and_reported(orders, imported):
    assert orders.loc["ch_17", "refunded"] == 0.0
    assert reason(imported, PAYMENTS, 19) == "value: counted as paid, though disputed: under_review"


def test_a_guest_is_the_customer_with_the_same_email_or_the_email(orders):
    assert orders.loc["ch_10", "customer_id"] == "cus_bob"
    assert orders.loc["ch_11", "customer_id"] == "guest@example.com"


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (1, "column: the column 'order_id (metadata)' is not understood"),
        (5, "row: no money came in: status 'Failed'"),
        (
            8,
            "row: in another currency than USD: EUR; "
            "converted=True (--converted) takes what it became in USD",
        ),
        (9, "row: the amount cannot be read: 'n/a'"),
        (
            10,
            "row: the day cannot be read: '1/9/2025 10:00'; say which number is the day: "
            "dates='DMY' or 'MDY' (--dates)",
        ),
        (11, "row: no customer id and no email"),
        (14, "row: a payment of a subscription, not an order"),
        (16, "row: authorised, but the money was not taken"),
        (17, "row: a test, not a payment"),
        (20, "row: the payment id is that of an earlier line"),
        (21, "row: refunded must be at most the amount that was paid"),
        (22, "row: no money came in: status 'requires_payment_method'"),
        (24, "row: no payment id"),
        (25, "row: the line does not have the 31 cells of the header"),
    ],
)
def test_a_payment_that_cannot_be_mapped_is_reported_with_its_line(imported, line, told):
    assert reason(imported, PAYMENTS, line) == told


def test_payments_of_subscriptions_are_orders_only_when_asked_for():
    lines = import_stripe(PAYMENTS, SUBSCRIPTIONS, products=PRODUCTS, renewals=True).ledger.orders
    paid = lines[lines["kind"] == "subscription"]
    assert paid["order_id"].tolist() == ["ch_12", "ch_13"]
    assert paid["product"].unique().tolist() == ["membership"]


def test_without_the_subscriptions_the_report_says_what_to_pass():
    alone = import_stripe(PAYMENTS)
    assert "pass subscriptions=, or renewals=True" in reason(alone, PAYMENTS, 14)
    assert alone.ledger.subscriptions.empty


def test_converted_amounts_bring_other_currencies_in():
    lines = import_stripe(PAYMENTS, converted=True).ledger.orders.set_index("order_id")
    assert lines.loc["ch_06", "amount"] == 188.2


def test_the_currency_can_be_chosen():
    result = import_stripe(PAYMENTS, currency="eur")
    assert result.ledger.currency == "EUR"
    assert result.ledger.orders["order_id"].tolist() == ["ch_06"]


def test_the_most_frequent_currency_is_the_default(tmp_path):
    rows = "".join(
        f"ch_{i},2025-01-01,5.00,{code},x,Paid,cus\n" for i, code in enumerate(["eur", "usd", "EUR"])
    )
    assert import_stripe(write(tmp_path, HEADER + rows)).ledger.currency == "EUR"


def test_minor_units_are_cents(tmp_path):
    rows = "ch_1,1738368000,19900,usd,Course,succeeded,cus\nch_2,1738368000,199.00,usd,Course,succeeded,cus\n"
    result = import_stripe(write(tmp_path, HEADER + rows), minor_units=True)
    assert result.ledger.orders["amount"].tolist() == [199.0]
    assert result.ledger.orders["day"].tolist() == [pd.Timestamp("2025-02-01")]
    assert "cannot be read: '199.00'" in result.unmapped.query("what == 'row'")["reason"].iloc[0]


# subscriptions


def test_a_running_subscription_has_no_end(periods):
    row = periods.loc["sub_ann"]
    assert (row["start"], row["ended_by"], row["price"]) == (pd.Timestamp("2025-01-11"), "", 29.0)
    assert row["end"] is pd.NaT
    assert periods.loc["sub_jan", "ended_by"] == ""


def test_intervals_and_quantities_are_kept(periods):
    assert periods.loc["sub_bob", ["price", "interval_months", "quantity"]].tolist() == [290.0, 12, 3]
    assert periods.loc["sub_qui", "interval_months"] == 3


def test_a_trial_is_a_period_of_price_0(periods):
    assert periods.loc["sub_cyd", ["price", "ended_by"]].tolist() == [0.0, ""]


def test_a_trial_that_was_kept_is_followed_by_the_paid_period(periods):
    rows = periods.loc["sub_dan"]
    assert rows["price"].tolist() == [0.0, 29.0]
    assert rows["ended_by"].tolist() == ["changed", ""]
    assert rows["end"].iloc[0] == rows["start"].iloc[1] == pd.Timestamp("2025-02-15")


def test_a_trial_that_was_not_kept_is_all_there_is(periods):
    row = periods.loc["sub_gil"]
    assert (row["price"], row["end"], row["ended_by"]) == (0.0, pd.Timestamp("2025-02-15"), "cancelled")


def test_a_cancellation_counts_when_it_takes_effect(periods):
    assert periods.loc["sub_eve", ["end", "ended_by"]].tolist() == [pd.Timestamp("2025-02-05"), "cancelled"]


def test_failed_payments_end_a_subscription_as_such(periods):
    assert periods.loc["sub_fay", ["end", "ended_by"]].tolist() == [
        pd.Timestamp("2025-03-06"),
        "payment_failed",
    ]
    assert periods.loc["sub_hal", ["end", "ended_by"]].tolist() == [
        pd.Timestamp("2025-03-08"),
        "payment_failed",
    ]


def test_a_paused_subscription_ended_with_its_trial(periods):
    assert periods.loc["sub_ida", ["price", "ended_by"]].tolist() == [0.0, "paused"]


def test_a_subscription_to_two_products_is_two(periods):
    assert periods.loc["sub_ros/template_club", "price"] == 12.0
    assert periods.loc["sub_ros/membership", "price"] == 29.0


def test_the_ledger_covers_the_days_the_export_knows_of(imported):
    assert imported.ledger.end == pd.Timestamp("2025-03-12")


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (1, "column: the column 'tier (metadata)' is not understood"),
        (
            11,
            "value: counted as running, though its last payment failed: past_due; "
            "value: still running, though cancelled for the end of the period: 2025-04-11 10:00",
        ),
        (12, "row: never began: the first payment did not succeed"),
        (13, "row: the interval is not a number of months: 'week'"),
        (14, "row: in another currency than USD: EUR"),
        (15, "value: imported at the full price: what coupon 'LAUNCH20' takes off is not exported"),
        (16, "row: the amount cannot be read: ''"),
        (17, "row: no customer id and no email"),
        (21, "row: it is over (canceled), but the export has no day for that"),
        (22, "row: end must be the start or later"),
        (23, "row: the subscription id is that of an earlier line"),
        (24, "row: the status is not known: 'frozen'"),
    ],
)
def test_a_subscription_that_cannot_be_mapped_is_reported_with_its_line(imported, line, told):
    assert reason(imported, SUBSCRIPTIONS, line) == told


def test_a_coupon_that_is_explained_is_a_discount():
    result = import_stripe(subscriptions=SUBSCRIPTIONS, coupons={"LAUNCH20": 0.2})
    rows = result.ledger.subscriptions.set_index("subscription_id")
    assert rows.loc["sub_ned", "discount"] == 0.2
    assert not result.unmapped["reason"].str.contains("LAUNCH20").any()


def test_a_coupon_given_as_a_percent_is_refused():
    with pytest.raises(ValueError, match=r"did you mean 0\.2"):
        import_stripe(subscriptions=SUBSCRIPTIONS, coupons={"LAUNCH20": 20})


# files


def test_one_of_the_files_is_needed():
    with pytest.raises(LedgerError, match="needs payments, subscriptions or both"):
        import_stripe()


def test_the_wrong_export_is_recognised():
    with pytest.raises(LedgerError, match="pass it as subscriptions="):
        import_stripe(SUBSCRIPTIONS)
    with pytest.raises(LedgerError, match="pass it as payments="):
        import_stripe(subscriptions=PAYMENTS)


def test_a_missing_column_is_offered_the_nearest(tmp_path):
    with pytest.raises(LedgerError, match=r"lacks the column 'Amount'\. Did you rename it to 'Amonut'"):
        import_stripe(write(tmp_path, HEADER.replace("Amount", "Amonut")))


def test_an_empty_file_is_an_error(tmp_path):
    with pytest.raises(LedgerError, match="line 1 is empty"):
        import_stripe(write(tmp_path, ""))


def test_an_export_of_no_payments_is_an_empty_ledger(tmp_path):
    result = import_stripe(write(tmp_path, HEADER))
    assert (result.lines, len(result.unmapped), result.ledger.currency) == (0, 0, "USD")
    assert result.ledger.check().orders.empty


def test_older_headers_and_other_delimiters_are_read(tmp_path):
    header = "id;Description;Created (UTC);Amount;Currency;Status;Customer ID\n"
    text = header + "ch_1;Course;2025-01-01 10:00;399,00;eur;Paid;cus\n"
    result = import_stripe(write(tmp_path, text))
    assert result.ledger.orders["amount"].tolist() == [399.0]


def test_overlapping_exports_are_counted_once(tmp_path):
    row = "ch_1,2025-01-01,5.00,usd,x,Paid,cus\n"
    files = [write(tmp_path, HEADER + row, "a.csv"), write(tmp_path, HEADER + row, "b.csv")]
    result = import_stripe(files)
    assert len(result.ledger.orders) == 1
    left_out = result.unmapped.query("what == 'row'")
    assert left_out[["file", "line"]].to_numpy().tolist() == [["b.csv", 2]]


def test_of_overlapping_exports_the_later_one_is_believed(tmp_path):
    header = HEADER.replace("Currency", "Amount Refunded,Currency")
    paid = header + "ch_1,2025-01-01,5.00,0,usd,x,Paid,cus\n"
    later = header + "ch_1,2025-01-01,5.00,5.00,usd,x,Refunded,cus\nch_2,2025-02-01,5.00,0,usd,x,Paid,cus\n"
    files = [write(tmp_path, paid, "a.csv"), write(tmp_path, later, "b.csv")]
    for order in (files, files[::-1]):
        assert import_stripe(order).ledger.orders["refunded"].tolist() == [5.0, 0.0]


def test_a_blueprint_says_what_the_names_mean(tmp_path):
    blueprint = Blueprint.from_yaml(
        "name: Shop\nproducts:\n- {id: bootcamp, name: Copy Bootcamp, kind: core, price: 199}\n"
    )
    rows = "ch_1,2025-01-01,5.00,usd,copy bootcamp,Paid,cus\nch_2,2025-01-01,5.00,usd,Other,Paid,cus\n"
    lines = import_stripe(write(tmp_path, HEADER + rows), products=blueprint).ledger.orders
    assert lines[["product", "kind"]].to_numpy().tolist() == [["bootcamp", "core"], ["other", ""]]


ROUND = """\
name: Shop
products:
- {id: monthly, name: Monthly circle, kind: subscription, price: 9, billing: month, shop_names: [price_M]}
- {id: yearly, name: Yearly circle, kind: subscription, price: 90, billing: year, shop_names: [price_Y]}
"""


def test_two_prices_of_one_product_are_told_apart_by_their_ids(tmp_path):
    header = "id,Customer ID,Plan,Product,Currency,Interval,Amount,Status,Created (UTC)\n"
    rows = "sub_1,a,price_M,prod_1,usd,month,9.00,active,2025-02-01\n"
    rows += "sub_2,b,price_Y,prod_1,usd,year,90.00,active,2025-02-01\n"
    made = import_stripe(
        subscriptions=write(tmp_path, header + rows), products=Blueprint.from_yaml(ROUND)
    ).ledger
    assert made.subscriptions["product"].tolist() == ["monthly", "yearly"]


def test_a_refund_of_one_of_two_plans_of_a_customer_is_of_the_plan_that_was_paid(tmp_path):
    header = "id,Customer ID,Plan,Product,Currency,Interval,Amount,Status,Created (UTC),Ended At (UTC)\n"
    rows = "sub_1,a,price_M,prod_1,usd,month,9.00,canceled,2025-02-01,2025-03-01\n"
    rows += "sub_2,a,price_Y,prod_1,usd,year,90.00,canceled,2025-03-01,2025-03-11\n"
    paid = HEADER.replace("Currency", "Amount Refunded,Refunded date (UTC),Currency")
    paid += "ch_1,2025-02-01,9.00,0,,usd,Subscription creation,Paid,a\n"
    paid += "ch_2,2025-03-01,90.00,90.00,2025-03-11,usd,Subscription creation,Refunded,a\n"
    files = write(tmp_path, paid), write(tmp_path, header + rows, "subscriptions.csv")
    back = import_stripe(*files, products=Blueprint.from_yaml(ROUND)).ledger.refunds
    assert back[["product", "amount"]].to_numpy().tolist() == [["yearly", 90.0]]


def test_a_payment_of_several_items_is_not_said_to_name_none(tmp_path):
    header = "id,Created date (UTC),Amount,Currency,Checkout Line Item Summary,Status,Customer ID\n"
    rows = (
        'ch_1,2025-01-01,15.00,usd,"Guide (1), Pack (1)",Paid,a\nch_2,2025-01-01,5.00,usd,Guide (1),Paid,b\n'
    )
    rows += "ch_3,2025-01-01,10.00,usd,Pack (1),Paid,b\nch_4,2025-01-01,5.00,usd,,Paid,b\n"
    result = import_stripe(write(tmp_path, header + rows))
    assert len(result.ledger.orders) == 5
    nameless = result.unmapped[result.unmapped["reason"].str.contains("no product is named")]
    assert nameless["line"].tolist() == [5]


def test_a_payment_in_another_currency_says_what_would_bring_it(tmp_path):
    header = "id,Created date (UTC),Amount,Currency,Converted Amount,Converted Currency,Description,Status,"
    rows = "ch_1,2025-01-01,5.00,eur,5.00,eur,x,Paid,a\nch_2,2025-01-01,5.00,eur,5.00,eur,x,Paid,b\n"
    rows += "ch_3,2025-01-01,10.00,chf,10.60,eur,x,Paid,c\n"
    file = write(tmp_path, header + "Customer ID\n" + rows)
    (said,) = import_stripe(file).refused["reason"]
    assert said.endswith("EUR: CHF; converted=True (--converted) takes what it became in EUR")
    assert import_stripe(file, converted=True).ledger.orders["amount"].sum() == pytest.approx(20.6)


def test_a_kind_that_is_none_is_refused():
    with pytest.raises(ValueError, match="Did you mean 'core'"):
        import_stripe(PAYMENTS, products={"Copywriting Bootcamp": ("bootcamp", "coer")})


def test_the_summary_counts_what_was_left_out(imported):
    text = repr(imported)
    assert "lines are not in it (see .unmapped)" in text
    assert "in another currency than USD: EUR" in text


def test_a_line_that_is_left_out_is_reported_once(tmp_path):
    header = "id,Customer ID,Plan,Currency,Interval,Amount,Status,Created (UTC),Coupon,Ended At (UTC)\n"
    row = "sub_1,cus_1,basic,usd,month,9.00,canceled,2025-02-01,HALF,2025-01-01\n"
    result = import_stripe(subscriptions=write(tmp_path, header + row))
    assert result.unmapped["what"].tolist() == ["row"]
