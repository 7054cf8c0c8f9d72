"""Money given back of payments of subscriptions: they are no orders, and have a table of their own."""

import numpy as np
import pandas as pd

from ecotools.ledger.refunds import apply_refunds
from ecotools.ledger.schema import empty_table, schema
from ecotools.ledger.sheets import Sheet

NO_DAY = "the day of the refund is not exported: that of the payment is taken"


def payments_of(sheet: Sheet, sales: pd.DataFrame, which) -> pd.DataFrame:
    """Return the payments of subscriptions in a sheet, as if they were orders."""
    rows = sheet.rows
    table = sales[["customer_id", "product", "day", "amount", "refunded", "refund_day"]].assign(
        order_id=rows["payment"].where(rows["payment"] != "", rows["id"]),
        line_id=rows["id"],
        refunded=sales["refunded"].fillna(0.0).clip(upper=sales["amount"]),
    )
    return table[sheet.alive & np.asarray(which, bool)]


def given_back(payments: pd.DataFrame, refunds: pd.DataFrame) -> tuple[pd.DataFrame, np.ndarray]:
    """Return what was given back of payments of subscriptions, and which refunds of a list are of them.

    Where no day is known it is that of the payment.
    """
    if payments.empty:
        return empty_table("refunds"), np.zeros(len(refunds), bool)
    payments = payments.sort_values("refunded", kind="stable").drop_duplicates("order_id", keep="last")
    by_line = dict(zip(payments["line_id"], payments["order_id"], strict=True))
    paid, met = apply_refunds(payments, refunds, by_line)
    paid = paid[paid["refunded"] > 0]
    table = paid.assign(
        payment_id=paid["order_id"], amount=paid["refunded"], day=paid["refund_day"].fillna(paid["day"])
    )
    return table[schema("refunds").names], met
