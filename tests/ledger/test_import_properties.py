"""Whatever the cells hold, importing never fails and never loses a line."""

import csv

from hypothesis import given, settings
from hypothesis import strategies as st

from ecotools.ledger import import_gumroad, import_stripe

FEW = settings(max_examples=15)
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
