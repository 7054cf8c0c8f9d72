"""Whatever the cells hold, importing never fails and never loses a line."""

import csv
import json
from datetime import date

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from ecotools.ledger import empty_ledger, import_files, import_gumroad, import_stripe, update_ledger

FEW = settings(max_examples=15)
FEWER = settings(max_examples=8)
AMOUNTS = st.sampled_from(
    ["49.00", "1,299.00", "$19", "0", "", "-5.00", "1.299", "ten", "49", "\N{EURO SIGN}5"]
)
DAYS = st.sampled_from(
    ["2025-01-03 10:00:00", "2025-02-01", "", "1/9/2025", "2025-03-01T00:00:00Z", "1738368000"]
)
IDS = st.sampled_from(["a", "b", "c", "d", "e", "f", ""])
PEOPLE = st.sampled_from(["cus_1", "cus_2", "", 'O\'Hara, "Al"', "zoë\nx"])
MAYBE = st.sampled_from(["0", "1", "", "true", "false"])
CODES = st.sampled_from(["usd", "USD", "eur", ""])


def rows(**columns):
    return st.lists(st.fixed_dictionaries(columns), max_size=8)


def written(folder, lines, columns):
    path = folder.mktemp("export") / "export.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, list(columns))
        writer.writeheader()
        writer.writerows(lines)
    return path


PAYMENT = {
    "id": IDS,
    "Created date (UTC)": DAYS,
    "Amount": AMOUNTS,
    "Amount Refunded": AMOUNTS,
    "Refunded date (UTC)": DAYS,
    "Currency": CODES,
    "Captured": MAYBE,
    "Description": st.sampled_from(["Course", "Subscription creation", "", "!!!"]),
    "Status": st.sampled_from(["Paid", "Refunded", "Failed", "", "canceled"]),
    "Customer ID": PEOPLE,
    "Customer Email": PEOPLE,
    "Dispute Status": st.sampled_from(["", "", "lost", "won", "needs_response"]),
    "Disputed Amount": AMOUNTS,
    "Dispute Date (UTC)": DAYS,
}


@FEW
@given(lines=rows(**PAYMENT))
def test_every_payment_is_an_order_or_reported(tmp_path_factory, lines):
    result = import_stripe(written(tmp_path_factory, lines, PAYMENT), renewals=True)
    assert len(result.ledger.check().orders) + (result.unmapped["what"] == "row").sum() == result.lines
    assert result.lines == len(lines)


SUBSCRIPTION = {
    "id": IDS,
    "Customer ID": PEOPLE,
    "Plan": st.sampled_from(["basic", "plus", ""]),
    "Quantity": st.sampled_from(["1", "2", "", "0", "1.5", "many"]),
    "Currency": CODES,
    "Interval": st.sampled_from(["month", "year", "week", "3 months", ""]),
    "Amount": AMOUNTS,
    "Status": st.sampled_from(
        ["active", "trialing", "canceled", "unpaid", "paused", "past_due", "incomplete", "x"]
    ),
    "Created (UTC)": DAYS,
    "Current Period Start (UTC)": DAYS,
    "Current Period End (UTC)": DAYS,
    "Trial Start (UTC)": DAYS,
    "Trial End (UTC)": DAYS,
    "Canceled At (UTC)": DAYS,
    "Cancel At Period End": MAYBE,
    "Ended At (UTC)": DAYS,
    "Coupon": st.sampled_from(["", "HALF"]),
}


@FEW
@given(lines=rows(**SUBSCRIPTION))
def test_every_subscription_has_periods_or_is_reported(tmp_path_factory, lines):
    result = import_stripe(subscriptions=written(tmp_path_factory, lines, SUBSCRIPTION))
    subscriptions = result.ledger.check().subscriptions["subscription_id"].nunique()
    assert subscriptions + (result.unmapped["what"] == "row").sum() == result.lines == len(lines)


SALE = {
    "Purchase ID": IDS,
    "Item Name": st.sampled_from(["Course", "Club", "", "!!!"]),
    "Purchase Email": PEOPLE,
    "Purchase Date": DAYS,
    "Sale Price ($)": AMOUNTS,
    "Refunded?": MAYBE,
    "Partial Refund ($)": AMOUNTS,
    "Disputed?": MAYBE,
    "Recurring Charge?": MAYBE,
    "Quantity": st.sampled_from(["1", "2", "", "0", "1.5"]),
    "Recurrence": st.sampled_from(["", "monthly", "yearly", "fortnightly"]),
    "Subscription End Date": DAYS,
    "Cancellation Date": DAYS,
}


@FEW
@given(lines=rows(**SALE))
def test_every_sale_is_an_order_or_reported(tmp_path_factory, lines):
    result = import_gumroad(written(tmp_path_factory, lines, SALE), renewals=True)
    away = result.unmapped["what"].isin(["row", "merged"]).sum()
    assert len(result.ledger.check().orders) + away == result.lines == len(lines)


@FEW
@given(lines=rows(**SALE, **{"Free trial purchase?": MAYBE}))
def test_memberships_are_put_together_without_breaking_a_rule(tmp_path_factory, lines):
    columns = [*SALE, "Free trial purchase?"]
    result = import_gumroad(written(tmp_path_factory, lines, columns))
    periods = result.ledger.check().subscriptions
    assert set(periods["subscription_id"]) <= {line["Purchase ID"] for line in lines}


CENTS = st.integers(0, 500_000).map(lambda cents: f"{cents / 100:.2f}")
SOLD = SALE | {
    "Sale Price ($)": CENTS,
    "Partial Refund ($)": st.just("0"),
    "Variants": st.sampled_from(["", "(Basic)", "(Pro)"]),
    "Purchase Date": st.dates(date(2025, 1, 1), date(2025, 6, 30)).map(str),
}


def numbered(lines):
    """The lines with an id of their own each."""
    return [{**line, "Purchase ID": f"p{place}"} for place, line in enumerate(lines)]


def same(one, other):
    for name, table in one.tables.items():
        pd.testing.assert_frame_equal(table, other.tables[name])


@FEWER
@given(lines=rows(**SOLD), seed=st.randoms())
def test_the_order_of_the_lines_means_nothing(tmp_path_factory, lines, seed):
    lines = numbered(lines)
    shuffled = seed.sample(lines, len(lines))
    one, other = (import_gumroad(written(tmp_path_factory, some, SOLD)) for some in (lines, shuffled))
    same(one.ledger, other.ledger)
    assert sorted(one.unmapped["reason"]) == sorted(other.unmapped["reason"])


@FEWER
@given(lines=rows(**SOLD))
def test_every_cent_of_the_file_is_in_the_ledger_or_on_a_reported_line(tmp_path_factory, lines):
    lines = numbered(lines)
    result = import_gumroad(written(tmp_path_factory, lines, SOLD), renewals=True)
    reported = result.unmapped.query("what == 'row'")["original"]
    out = sum(float(json.loads(original)["Sale Price ($)"]) for original in reported)
    whole = sum(float(line["Sale Price ($)"]) for line in lines)
    assert round(result.ledger.orders["amount"].sum() + out, 2) == round(whole, 2)


@FEWER
@given(lines=rows(**SOLD), cut=st.integers(0, 8))
def test_updating_twice_is_updating_once_and_parts_are_the_whole(tmp_path_factory, lines, cut):
    lines = [{**line, "Recurrence": "", "Recurring Charge?": "0"} for line in numbered(lines)]
    parts = [
        import_files(written(tmp_path_factory, some, SOLD)) for some in (lines[:cut], lines[cut:], lines)
    ]
    ledger = empty_ledger()
    for part in (parts[0], parts[1], parts[1]):
        ledger = update_ledger(ledger, part).ledger
    if lines:
        same(ledger, update_ledger(empty_ledger(), parts[2]).ledger)


ITEM = {
    "Name": st.sampled_from(["#1", "#2"]),
    "Lineitem name": st.sampled_from(["Pack", "Guide", "Book"]),
    "Lineitem quantity": st.sampled_from(["1", "2", "3"]),
    "Lineitem price": CENTS,
}


@FEWER
@given(items=rows(**ITEM), off=st.floats(0, 1), seed=st.randoms())
def test_the_items_of_an_order_add_up_to_it_whatever_their_order(tmp_path_factory, items, off, seed):
    whole = {}
    for item in items:
        sold = int(item["Lineitem quantity"]) * round(float(item["Lineitem price"]) * 100)
        whole[item["Name"]] = whole.get(item["Name"], 0) + sold
    subtotal = {name: round(cents * (1 - off)) for name, cents in whole.items()}
    first = {"Email": "a@x.org", "Financial Status": "paid", "Paid at": "2025-01-05", "Currency": "EUR"}
    lines = [{**item, **first, "Subtotal": f"{subtotal[item['Name']] / 100:.2f}"} for item in items]
    columns = [*ITEM, *first, "Subtotal"]
    for some in (lines, seed.sample(lines, len(lines))):
        orders = import_files(written(tmp_path_factory, some, columns)).ledger.orders
        cents = (orders["amount"] * 100).round().groupby(orders["order_id"]).sum()
        assert cents.to_dict() == {name: amount for name, amount in subtotal.items()}
