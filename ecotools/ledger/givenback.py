"""Money given back of payments of subscriptions: they are no orders, and have a table of their own."""

from __future__ import annotations

import numpy as np
import pandas as pd

from ecotools.ledger.orders import refunds_told
from ecotools.ledger.schema import empty_table, schema
from ecotools.ledger.sheets import Sheet

NO_DAY = "the day of the refund is not exported: that of the payment is taken"


def payments_of(sheet: Sheet, sales: pd.DataFrame, which) -> pd.DataFrame:
    """Return the payments of subscriptions in a sheet, with what the sheet itself says was given back."""
    rows = sheet.rows
    refunded, day = refunds_told(sheet, sales)
    mine = sheet.alive & np.asarray(which, bool)
    table = pd.DataFrame(
        {
            "payment_id": rows["payment"].where(rows["payment"] != "", rows["id"]),
            "line_id": rows["id"],
            "customer_id": sales["customer_id"],
            "product": sales["product"],
            "paid": sales["day"],
            "most": sales["amount"],
            "amount": refunded,
            "day": day,
        }
    )
    return table[mine]


def given_back(payments: pd.DataFrame, refunds: pd.DataFrame) -> tuple[pd.DataFrame, np.ndarray]:
    """Return what was given back of payments of subscriptions, and which refunds of a list are of them.

    What a payment says itself and what a list says are the same money: the larger counts, at most what was
    paid.
    """
    if payments.empty:
        return empty_table("refunds"), np.zeros(len(refunds), bool)
    payments = payments.sort_values("amount", kind="stable").drop_duplicates("payment_id", keep="last")
    by_line = dict(zip(payments["line_id"], payments["payment_id"], strict=True))
    ids = refunds["order_id"].map(lambda one: by_line.get(one, one)).astype("str")
    met = ids.isin(payments["payment_id"]).to_numpy(bool)
    listed = refunds.assign(order_id=ids)[met].groupby("order_id").agg({"amount": "sum", "day": "max"})
    told = payments["payment_id"].map(dict(listed["amount"])).astype(float).fillna(0.0)
    amount = np.maximum(payments["amount"].fillna(0.0), told).clip(upper=payments["most"])
    listed_day = pd.to_datetime(payments["payment_id"].map(dict(listed["day"]))).astype("datetime64[us]")
    day = payments["day"].fillna(listed_day).fillna(payments["paid"])
    table = payments.assign(amount=amount, day=day)
    return table.loc[amount > 0, schema("refunds").names], met
