"""Each kind of export that was once misread without a word is read right, or refused with the reason."""

from pathlib import Path

import pandas as pd
import pytest

from ecotools.blueprint import Blueprint
from ecotools.ledger import LedgerError, import_files, import_gumroad, import_stripe
from ecotools.metrics import revenue

DATA = Path(__file__).parent / "data"


def said(result, what="row"):
    """The reasons of the report, by line."""
    rows = result.unmapped[result.unmapped["what"] == what]
    return dict(zip(rows["line"], rows["reason"], strict=True))


def mrr(result, month):
    return revenue.mrr(result.ledger.subscriptions, month)


def test_utf_16_is_read():
    orders = import_stripe(DATA / "01_utf16.csv").ledger.orders
    assert orders[["customer_id", "amount"]].to_numpy().tolist() == [["cus_1", 199.0]]


def test_other_encodings_are_refused_until_they_are_stated_and_then_read_right():
    with pytest.raises(
        LedgerError, match=r"line 2 is not UTF-8 text.*encoding='cp1252'.*'Café Kurs' \(cp1252\)"
    ):
        import_stripe(DATA / "02_latin1.csv")
    result = import_stripe(DATA / "02_latin1.csv", encoding="cp1252")
    assert result.ledger.orders["customer_id"].tolist() == ["josé@example.com", "josè@example.com"]
    assert "the text is read as cp1252, as stated" in result.unmapped["reason"].tolist()


def test_a_stated_encoding_does_not_spoil_a_file_that_is_unicode(tmp_path):
    file = tmp_path / "utf8.csv"
    file.write_text((DATA / "02_latin1.csv").read_bytes().decode("cp1252"), encoding="utf-8")
    assert import_stripe(file, encoding="cp1252").ledger.orders["product"].tolist() == [
        "café_kurs",
        "cafè_kurs",
    ]


def test_products_whose_names_are_not_ascii_or_differ_in_signs_are_products_each():
    products = import_stripe(DATA / "03_names.csv").ledger.orders["product"].tolist()
    assert products == [
        "動画講座",
        "テンプレート集",
        "курс",
        "c_plus_plus_course",
        "c_sharp_course",
        "größe_1",
    ]


def test_a_payment_status_that_nobody_knows_is_reported_as_such():
    result = import_stripe(DATA / "04_status.csv")
    assert said(result)[16] == "the status is not known: 'complete'"
    assert said(result)[17] == "the status is not known: 'Inquiry'"
    assert said(result)[14] == "no money came in: status 'Canceled'"
    assert result.refused["line"].tolist() == [16, 17]


def test_disputes_count_by_what_became_of_them():
    result = import_stripe(DATA / "04_status.csv")
    refunded = result.ledger.orders.set_index("order_id")["refunded"]
    assert refunded[["ch_2", "ch_3", "ch_4", "ch_5", "ch_7", "ch_8"]].tolist() == [25, 25, 100, 0, 100, 0]
    assert said(result, "value")[7] == "counted as paid, though its status is 'Dispute needs response'"


def test_a_free_month_is_free_from_its_start_to_its_end_only():
    result = import_stripe(subscriptions=DATA / "09_free_month.csv")
    assert [mrr(result, month) for month in ("2024-06", "2025-01", "2025-02")] == [90.0, 60.0, 90.0]
    running = result.ledger.subscriptions.query("subscription_id == 'sub_1'")
    assert running["price"].tolist() == [30.0, 0.0]
    assert running["start"].iloc[1] == running["end"].iloc[0] == pd.Timestamp("2025-03-10")


def test_instalments_of_a_sale_are_one_order_and_said():
    result = import_gumroad(DATA / "11_installments.csv")
    orders = result.ledger.orders
    assert orders[["order_id", "amount"]].to_numpy().tolist() == [["p1", 300.0], ["p4", 300.0]]
    assert said(result, "merged") == dict.fromkeys((3, 4), "an instalment: its amount is in the order p1")
    assert result.sources["used"].tolist() == [4]


def test_two_tiers_of_one_membership_of_one_buyer_are_two_subscriptions():
    result = import_gumroad(DATA / "12_two_tiers.csv")
    assert [mrr(result, month) for month in ("2025-01", "2025-02")] == [60.0, 60.0]
    assert result.ledger.subscriptions["price"].tolist() == [10.0, 50.0]
    assert result.ledger.subscriptions["ended_by"].tolist() == ["", ""]


def test_shopify_is_read():
    orders = import_files(DATA / "20_shopify_orders_export.csv").ledger.orders
    assert orders[["order_id", "day", "product", "amount"]].to_numpy().tolist() == [
        ["#1001", pd.Timestamp("2025-01-05"), "template_pack", 49.0]
    ]


def test_patreon_is_read():
    rows = import_files(DATA / "21_patreon_members.csv").ledger.subscriptions
    assert rows[["product", "price", "interval_months", "ended_by"]].to_numpy().tolist() == [
        ["gold", 5.0, 1, ""]
    ]


def test_substack_is_read_when_its_prices_are_stated():
    silent = import_files(DATA / "22_substack.csv")
    assert "state it: prices={'monthly': 5} (--price monthly=5)" in said(silent)[2]
    rows = import_files(DATA / "22_substack.csv", prices={"monthly": 5}).ledger.subscriptions
    assert rows[["customer_id", "price"]].to_numpy().tolist() == [["a@example.com", 5.0]]


def test_paypal_is_read_when_the_order_of_its_dates_is_stated():
    assert "dates='DMY' or 'MDY'" in said(import_files(DATA / "23_paypal.csv"))[2]
    orders = import_files(DATA / "23_paypal.csv", dates="MDY").ledger.orders
    assert orders[["day", "amount"]].to_numpy().tolist() == [[pd.Timestamp("2025-01-05"), 49.0]]


def test_a_list_of_refunds_is_not_taken_for_sales():
    with pytest.raises(LedgerError, match="these are refunds, pass it as refunds="):
        import_stripe(DATA / "26_stripe_refunds.csv")


def test_refunds_are_taken_off_the_payments_they_name():
    result = import_stripe(DATA / "29_line_items.csv", refunds=DATA / "26_stripe_refunds.csv")
    line = result.ledger.orders.set_index("order_id").loc["ch_1"]
    assert line["refunded"] == 49.0
    assert said(result, "merged") == {2: "a refund: taken off the order ch_1"}


def test_lemon_squeezy_is_read():
    orders = import_files(DATA / "27_lemonsqueezy.csv").ledger.orders
    assert orders[["order_id", "product", "amount"]].to_numpy().tolist() == [["1", "template_pack", 49.0]]


def test_a_quantity_in_the_line_items_is_kept():
    orders = import_stripe(DATA / "29_line_items.csv").ledger.orders.set_index("order_id")
    assert orders.loc["ch_1", ["product", "quantity", "price"]].tolist() == ["template_pack", 2, 49.0]


def test_several_items_in_one_payment_are_set_aside_when_their_prices_are_not_known():
    result = import_stripe(DATA / "29_line_items.csv")
    assert result.ledger.orders["order_id"].tolist() == ["ch_1", "ch_4"]
    assert all("what each of them cost is not known" in said(result)[line] for line in (3, 4))


def test_several_items_in_one_payment_are_lines_of_the_known_products():
    shop = Blueprint.from_yaml(
        "name: Shop\nproducts:\n- {id: bootcamp, name: Bootcamp, kind: core, price: 199}\n"
        "- {id: templates, name: Template Pack, kind: add_on, price: 49}\n"
    )
    orders = import_stripe(DATA / "29_line_items.csv", products=shop).ledger.orders
    lines = orders[orders["order_id"].isin(["ch_2", "ch_3"])]
    assert lines.groupby("order_id")["amount"].sum().tolist() == [248.0, 248.0]
    assert lines["product"].tolist() == ["bootcamp", "templates"] * 2


def test_converted_amounts_need_their_columns():
    with pytest.raises(LedgerError, match="lacks the column 'Converted Amount'"):
        import_stripe(DATA / "30_conv.csv", converted=True)


def test_amounts_with_a_decimal_comma_are_read_where_the_file_proves_it_and_that_is_said():
    result = import_stripe(DATA / "32_eu.csv", dates="DMY")
    assert result.ledger.orders["amount"].tolist() == [1299.0] * 3
    assert result.ledger.orders["day"].unique().tolist() == [pd.Timestamp("2025-03-01")]
    assert "'1.299,00' on line 2 can be nothing else" in said(result, "file")[1]


def test_dates_that_could_be_two_are_not_read_before_the_order_is_stated():
    result = import_stripe(DATA / "32_eu.csv")
    assert said(result)[2].startswith(
        "the day cannot be read: '01.03.2025 10:00'; say which number is the day"
    )


def test_dates_whose_order_the_file_proves_are_read_and_that_is_said():
    result = import_stripe(DATA / "33_us_excel.csv")
    assert result.ledger.orders["day"].tolist() == [pd.Timestamp("2025-03-01"), pd.Timestamp("2025-03-25")]
    assert "read as MDY: '3/25/2025 10:00' on line 3" in said(result, "file")[1]


def test_past_due_is_stated():
    result = import_stripe(subscriptions=Path(__file__).parent / "fixtures" / "subscriptions.csv")
    assert (
        "counted as running, though its last payment failed: past_due" in result.unmapped["reason"].tolist()
    )


def test_reasons_are_shown_whole():
    result = import_stripe(DATA / "29_line_items.csv")
    assert all(reason in repr(result.unmapped) for reason in result.unmapped["reason"])
    assert all(reason in repr(result.unmapped[["line", "reason"]]) for reason in result.unmapped["reason"])


@pytest.mark.parametrize("products", [None, {"Something else": "other"}])
def test_names_that_match_nothing_are_said(products):
    result = import_stripe(DATA / "33_us_excel.csv", products=products)
    assert "products= does not say what 'Pack' is" in said(result, "product")[2]
    assert "No product name is in products=: 'Pack'" in repr(result)


@pytest.mark.parametrize(
    ("call", "kind", "told"),
    [
        (lambda: import_stripe("nope.csv"), FileNotFoundError, "payments: there is no file 'nope.csv'"),
        (
            lambda: import_stripe(subscriptions=["nope.csv"]),
            FileNotFoundError,
            "subscriptions: there is no file",
        ),
        (lambda: import_gumroad("nope.csv"), FileNotFoundError, "sales: there is no file"),
        (lambda: import_files(DATA), LedgerError, "files: .* is a folder"),
        (lambda: import_stripe(5), TypeError, "payments must be the path of a file .*, not int"),
        (lambda: import_gumroad(None), TypeError, "sales must be the path of a file .*, not NoneType"),
        (lambda: import_files(DATA / "33_us_excel.csv", dates="USA"), ValueError, "dates must be one of"),
        (lambda: import_files(DATA / "33_us_excel.csv", currency="dollar"), ValueError, "currency must be"),
        (lambda: import_files(DATA / "33_us_excel.csv", timezone="Berlin"), ValueError, "timezone must be"),
        (lambda: import_files(DATA / "02_latin1.csv", encoding="cp9"), ValueError, "encoding must be"),
        (lambda: import_files(DATA / "33_us_excel.csv", products=7), TypeError, "products must be"),
    ],
)
def test_errors_name_the_file_and_the_argument(call, kind, told):
    with pytest.raises(kind, match=told):
        call()


def test_a_workbook_is_refused_with_what_to_do(tmp_path):
    (tmp_path / "sales.csv").write_bytes(b"PK\x03\x04rest")
    with pytest.raises(LedgerError, match="save the sheet as 'CSV UTF-8'"):
        import_files(tmp_path / "sales.csv")
