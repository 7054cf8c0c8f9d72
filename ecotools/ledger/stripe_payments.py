"""Stripe's payments export, line by line, as orders."""

from __future__ import annotations

import pandas as pd

from ecotools.ledger import amounts
from ecotools.ledger.headers import STRIPE_PAYMENTS
from ecotools.ledger.naming import products_of
from ecotools.ledger.sheets import Export, Sheet, quoted, read_sheet

_USED = {
    "id": ("id",),
    "created": ("Created date (UTC)", "Created (UTC)", "Created"),
    "amount": ("Amount",),
    "refunded": ("Amount Refunded",),
    "currency": ("Currency",),
    "captured": ("Captured",),
    "converted_amount": ("Converted Amount",),
    "converted_refunded": ("Converted Amount Refunded",),
    "converted_currency": ("Converted Currency",),
    "description": ("Description",),
    "line_items": ("Checkout Line Item Summary",),
    "refund_day": ("Refunded date (UTC)",),
    "status": ("Status",),
    "mode": ("Mode",),
    "customer": ("Customer ID",),
    "email": ("Customer Email",),
    "source": ("UTM Source",),
    "disputed": ("Disputed Amount",),
    "dispute_day": ("Dispute Date (UTC)",),
    "dispute_status": ("Dispute Status",),
}
EXPORT = Export(
    kind="payments export of Stripe",
    used=_USED,
    needed=("id", "created", "amount", "currency", "status"),
    unused=STRIPE_PAYMENTS,
    foreign={"Interval": "pass it as subscriptions="},
)
PAID = ("paid", "succeeded", "refunded", "partially refunded", "partial refund", "disputed")
SUBSCRIPTION = r"subscription (?:creation|update|cycle)"


def read(files, converted: bool) -> Sheet:
    """Return the lines, with the converted amounts in the place of the others where that is wanted."""
    sheet = read_sheet(files, EXPORT)
    if converted:
        for column in ("amount", "refunded", "currency"):
            sheet.rows[column] = sheet.rows[f"converted_{column}"]
        sheet.rows["disputed"] = ""  # in the customer's currency; a lost dispute then counts in full
    status = sheet.rows["status"].str.lower().str.replace("_", " ", regex=False)
    sheet.set_aside(sheet.rows["mode"].str.lower() == "test", "a test, not a payment")
    sheet.set_aside(~status.isin(PAID), "no money came in: status " + quoted(sheet.rows["status"]))
    sheet.set_aside(sheet.rows["captured"].str.lower() == "false", "authorised, but the money was not taken")
    return sheet


def orders(
    sheet: Sheet, currency: str, known: dict, minor_units: bool, subscriptions, renewals: bool
) -> pd.DataFrame:
    """Return the order lines of the payments that can be mapped; the others are set aside in the sheet."""
    rows = sheet.rows
    foreign = rows["currency"].str.upper() != currency
    sheet.set_aside(foreign, "in another currency than " + currency + ": " + rows["currency"].str.upper())
    amount = amounts.money(rows["amount"], currency, minor_units)
    sheet.set_aside(amount.isna(), "the amount cannot be read: " + quoted(rows["amount"]))
    day = amounts.days(rows["created"])
    sheet.set_aside(day.isna(), "the day cannot be read: " + quoted(rows["created"]))
    customer = _customers(rows)
    sheet.set_aside(rows["id"] == "", "no payment id")
    sheet.set_aside(customer == "", "no customer id and no email")
    repeated = rows["id"].where(sheet.alive).duplicated() & sheet.alive
    sheet.set_aside(repeated, "the payment id is that of an earlier line")
    refunded, refund_day = _refunds(sheet, amount, currency, minor_units)
    product, kind, renewal = _products(rows, customer, known, subscriptions)
    if not renewals:
        advice = "" if subscriptions is not None else ": pass subscriptions=, or renewals=True"
        sheet.set_aside(renewal, f"a payment of a subscription, not an order{advice}")
    table = pd.DataFrame(
        {
            "order_id": rows["id"],
            "customer_id": customer,
            "day": day,
            "product": product,
            "kind": kind,
            "quantity": 1,
            "price": amount,
            "discount": 0.0,
            "amount": amount,
            "refunded": refunded,
            "refund_day": refund_day,
            "channel": rows["source"],
        }
    )
    return sheet.settle(table, "orders")


def _customers(rows: pd.DataFrame) -> pd.Series:
    """Customer ids; a guest is the customer with the same email, or else the email."""
    email = rows["email"].str.lower()
    named = (rows["customer"] != "") & (email != "")
    pairs = pd.DataFrame({"email": email[named], "id": rows["customer"][named]}).drop_duplicates()
    single = pairs.drop_duplicates("email", keep=False).set_index("email")["id"]
    guest = email.map(single).astype("str").fillna(email)
    return rows["customer"].where(rows["customer"] != "", guest).astype("str")


def _refunds(
    sheet: Sheet, amount: pd.Series, currency: str, minor_units: bool
) -> tuple[pd.Series, pd.Series]:
    """Money paid back and when, by refund or lost dispute; NaT where the day is not known."""
    rows = sheet.rows
    paid_back = amounts.money(rows["refunded"].replace("", "0"), currency, minor_units)
    sheet.set_aside(paid_back.isna(), "the refund cannot be read: " + quoted(rows["refunded"]))
    whole = (rows["status"].str.lower() == "refunded") & (paid_back == 0)
    paid_back = paid_back.mask(whole, amount)
    day = amounts.days(rows["refund_day"])
    sheet.note(
        (rows["refund_day"] != "") & day.isna(),
        "the day of the refund cannot be read: " + quoted(rows["refund_day"]),
    )
    lost = rows["dispute_status"].str.lower() == "lost"
    open_dispute = ~lost & ~rows["dispute_status"].str.lower().isin(["", "won", "warning_closed"])
    sheet.note(open_dispute, "counted as paid, though disputed: " + rows["dispute_status"])
    disputed = amounts.money(rows["disputed"], currency, minor_units).fillna(amount)
    paid_back = paid_back.mask(lost, (paid_back + disputed).clip(upper=amount))
    day = day.mask(lost & day.isna(), amounts.days(rows["dispute_day"]))
    return paid_back, day.mask(paid_back == 0)


def _products(rows, customer, known: dict, subscriptions) -> tuple[pd.Series, pd.Series, pd.Series]:
    """Product, kind, and whether a subscription is paid.

    Names come from the line items or the description; one that says no more than that a subscription was paid
    gets the product of the customer's subscription, if there is only one.
    """
    names = rows["line_items"].where(rows["line_items"] != "", rows["description"])
    names = names.str.replace(r"\s*\(\d+\)$", "", regex=True)
    product, kind = products_of(names, known)
    unnamed = names.str.lower().str.fullmatch(SUBSCRIPTION) & (kind == "")
    renewal = unnamed | (kind == "subscription")
    product = product.mask(unnamed, "subscription")
    if subscriptions is not None:
        pairs = subscriptions[["customer_id", "product"]].drop_duplicates()
        single = pairs.drop_duplicates("customer_id", keep=False).set_index("customer_id")["product"]
        product = product.mask(unnamed, customer.map(single).astype("str").fillna(product))
        paying = pd.MultiIndex.from_arrays([customer, product])
        renewal = renewal | paying.isin(pd.MultiIndex.from_frame(pairs))
    return product, kind.mask(renewal & (kind == ""), "subscription"), renewal
