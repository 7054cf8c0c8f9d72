"""Stripe's subscriptions export, line by line, as periods of constant terms."""

from __future__ import annotations

import numpy as np
import pandas as pd

from ecotools.errors import fraction
from ecotools.ledger import amounts
from ecotools.ledger.headers import STRIPE_SUBSCRIPTIONS
from ecotools.ledger.naming import products_of
from ecotools.ledger.sheets import Export, Sheet, quoted, read_sheet

_USED = {
    "id": ("id",),
    "customer": ("Customer ID",),
    "email": ("Customer Email",),
    "plan": ("Plan", "Plan price ID"),
    "product": ("Product",),
    "quantity": ("Quantity",),
    "currency": ("Currency",),
    "interval": ("Interval",),
    "count": ("Interval Count",),
    "amount": ("Amount",),
    "status": ("Status",),
    "created": ("Created (UTC)", "Created date (UTC)"),
    "start": ("Start Date (UTC)", "Start (UTC)"),
    "period_start": ("Current Period Start (UTC)",),
    "period_end": ("Current Period End (UTC)",),
    "trial_start": ("Trial Start (UTC)",),
    "trial_end": ("Trial End (UTC)",),
    "coupon": ("Coupon",),
    "canceled": ("Canceled At (UTC)",),
    "at_period_end": ("Cancel At Period End",),
    "ended": ("Ended At (UTC)",),
    "reason": ("Cancellation Reason",),
    "mode": ("Mode",),
}
EXPORT = Export(
    kind="subscriptions export of Stripe",
    used=_USED,
    needed=("id", "currency", "interval", "amount", "status", "created"),
    unused=STRIPE_SUBSCRIPTIONS,
    foreign={"Amount Refunded": "pass it as payments="},
)
RUNNING = ("active", "past_due", "trialing")
OVER = ("canceled", "cancelled", "ended", "unpaid", "paused")
_DAYS = ("created", "start", "period_start", "period_end", "trial_start", "trial_end", "canceled", "ended")


def read(files) -> Sheet:
    """Return the lines, without tests and subscriptions that never began."""
    sheet = read_sheet(files, EXPORT)
    status = sheet.rows["status"].str.lower()
    sheet.set_aside(sheet.rows["mode"].str.lower() == "test", "a test, not a subscription")
    never = status.isin(["incomplete", "incomplete_expired"])
    sheet.set_aside(never, "never began: the first payment did not succeed")
    strange = ~status.isin([*RUNNING, *OVER])
    sheet.set_aside(strange, "the status is not known: " + quoted(sheet.rows["status"]))
    return sheet


def periods(sheet: Sheet, currency: str, known: dict, coupons: dict, minor_units: bool) -> pd.DataFrame:
    """Return the periods of the subscriptions that can be mapped; other lines are set aside in the sheet."""
    rows = sheet.rows
    terms = _terms(sheet, currency, minor_units)
    terms["discount"] = _discounts(sheet, coupons)
    terms["product"], _ = products_of(rows["product"].where(rows["product"] != "", rows["plan"]), known)
    terms["customer_id"] = rows["customer"].where(rows["customer"] != "", rows["email"].str.lower())
    sheet.set_aside(rows["id"] == "", "no subscription id")
    sheet.set_aside(terms["customer_id"] == "", "no customer id and no email")
    terms["subscription_id"] = _ids(sheet, terms["product"])
    repeated = terms["subscription_id"].where(sheet.alive).duplicated() & sheet.alive
    sheet.set_aside(repeated, "the subscription id is that of an earlier line")
    day = _days(sheet)
    terms["start"] = day["start"].fillna(day["created"])
    sheet.set_aside(terms["start"].isna(), "no day on which it started")
    terms["end"], terms["ended_by"] = _endings(sheet, day)
    leaving = amounts.is_yes(rows["at_period_end"]) & terms["end"].isna()
    sheet.note(leaving, "still running, though cancelled for the end of the period: " + rows["period_end"])
    return sheet.settle(_with_trials(terms, day, rows["status"].str.lower()), "subscriptions")


def last_day(sheet: Sheet) -> pd.Timestamp:
    """Return the last day the export knows something of: a start, a payment period that began, an end."""
    names = ["created", "start", "period_start", "canceled", "ended"]
    return pd.concat([amounts.days(sheet.rows.loc[sheet.alive, name]) for name in names]).max()


def _terms(sheet: Sheet, currency: str, minor_units: bool) -> pd.DataFrame:
    """Price, interval and quantity; lines whose terms cannot be read are set aside."""
    rows = sheet.rows
    foreign = rows["currency"].str.upper() != currency
    sheet.set_aside(foreign, "in another currency than " + currency + ": " + rows["currency"].str.upper())
    price = amounts.money(rows["amount"], currency, minor_units)
    sheet.set_aside(price.isna(), "the amount cannot be read: " + quoted(rows["amount"]))
    months = amounts.months(rows["interval"], rows["count"])
    sheet.set_aside(months.isna(), "the interval is not a number of months: " + quoted(rows["interval"]))
    quantity = pd.to_numeric(rows["quantity"].replace("", "1"), errors="coerce")
    whole = (quantity >= 1) & (quantity == np.floor(quantity))
    sheet.set_aside(~whole, "the quantity is not a whole number: " + quoted(rows["quantity"]))
    return pd.DataFrame(
        {
            "price": price,
            "interval_months": months.fillna(1).astype("int64"),
            "quantity": quantity.where(whole, 1).astype("int64"),
        }
    )


def _discounts(sheet: Sheet, coupons: dict) -> pd.Series:
    """The fraction each coupon takes off; a coupon that is not explained is reported and taken as 0."""
    shares = {code: fraction(share, f"coupons[{code!r}]") for code, share in coupons.items()}
    codes = sheet.rows["coupon"]
    sheet.note(
        (codes != "") & ~codes.isin(list(shares)),
        "imported at the full price: what coupon " + quoted(codes) + " takes off is not exported",
    )
    return codes.map(shares).astype("float64").fillna(0.0)


def _ids(sheet: Sheet, product: pd.Series) -> pd.Series:
    """Subscription ids; one with several products has a line each, and then the product is added."""
    ids = sheet.rows["id"]
    pairs = pd.DataFrame({"id": ids, "product": product})[sheet.alive].drop_duplicates()
    several = pairs["id"][pairs["id"].duplicated()]
    return ids.where(~ids.isin(several), ids + "/" + product)


def _days(sheet: Sheet) -> pd.DataFrame:
    """All days of the export; lines with one that cannot be read are set aside."""
    read = {}
    for name in _DAYS:
        cells = sheet.rows[name]
        read[name] = amounts.days(cells)
        unread = (cells != "") & read[name].isna()
        sheet.set_aside(unread, f"the day cannot be read ({name}): " + quoted(cells))
    return pd.DataFrame(read)


def _endings(sheet: Sheet, day: pd.DataFrame) -> tuple[pd.Series, pd.Series]:
    """The first day without the subscription and why, NaT and ``""`` while it runs."""
    rows, status = sheet.rows, sheet.rows["status"].str.lower()
    requested = day["period_end"].where(amounts.is_yes(rows["at_period_end"]), day["canceled"])
    over = day["ended"].fillna(requested)
    end = over.where(status.isin(["canceled", "cancelled", "ended"]))
    end = end.mask(status == "unpaid", day["period_start"]).mask(status == "paused", day["trial_end"])
    sheet.set_aside(
        status.isin(OVER) & end.isna(),
        "it is over (" + rows["status"] + "), but the export has no day for that",
    )
    failed = (status == "unpaid") | rows["reason"].str.lower().isin(["payment_failed", "payment_disputed"])
    why = (
        pd.Series("cancelled", index=rows.index)
        .mask(failed, "payment_failed")
        .mask(status == "paused", "paused")
    )
    return end, why.where(status.isin(OVER), "")


def _with_trials(terms: pd.DataFrame, day: pd.DataFrame, status: pd.Series) -> pd.DataFrame:
    """The periods with each trial as one of its own, at price 0, before the paid one."""
    running_trial = status == "trialing"
    tried = running_trial | (day["trial_start"].notna() & (day["trial_end"] > terms["start"]))
    only = running_trial | (tried & (terms["end"] <= day["trial_end"]))
    trial = terms[tried].assign(price=0.0)
    paid_later = (tried & ~only)[tried]
    trial["end"] = trial["end"].mask(paid_later, day["trial_end"][tried])
    trial["ended_by"] = trial["ended_by"].mask(paid_later, "changed")
    paid = terms[~only].copy()
    paid["start"] = paid["start"].mask(tried[~only], day["trial_end"][~only])
    return pd.concat([trial, paid]).sort_index(kind="stable")
