"""Put Gumroad's memberships together again from their payments."""

from __future__ import annotations

import pandas as pd

from ecotools.ledger import amounts
from ecotools.ledger.schema import empty_table
from ecotools.ledger.sheets import Sheet, quoted

_TERMS = ["subscription_id", "price", "interval_months", "quantity"]


def memberships(sheet: Sheet, sales: pd.DataFrame) -> pd.DataFrame:
    """Return the periods of constant terms; the index is the line that each began on.

    ``sales`` has, line by line, customer_id, moment, day, product, quantity, price and trial.
    """
    paid = _payments(sheet, sales)
    if paid.empty:
        return empty_table("subscriptions")
    periods = paid[(paid[_TERMS] != paid[_TERMS].shift()).any(axis=1)]
    following = periods["day"].shift(-1)
    continues = periods["subscription_id"] == periods["subscription_id"].shift(-1)
    end, ended_by = _endings(sheet, paid, periods["subscription_id"], sales.loc[sheet.alive, "day"].max())
    return pd.DataFrame(
        {
            "subscription_id": periods["subscription_id"],
            "customer_id": periods["customer_id"],
            "product": periods["product"],
            "start": periods["day"],
            "end": end.mask(continues, following),
            "price": periods["price"],
            "interval_months": periods["interval_months"].astype("int64"),
            "quantity": periods["quantity"],
            "discount": 0.0,
            "ended_by": ended_by.mask(continues, "changed"),
        }
    )


def _payments(sheet: Sheet, sales: pd.DataFrame) -> pd.DataFrame:
    """The membership payments in order of buyer, product and time, each with the id of its subscription."""
    rows = sheet.rows
    months = amounts.months(rows["recurrence"])
    strange = (rows["recurrence"] != "") & months.isna()
    sheet.set_aside(strange, "the recurrence is not known: " + quoted(rows["recurrence"]))
    paid = sales[sheet.alive & months.notna()].copy()
    if paid.empty:
        return paid
    paid["interval_months"] = months
    paid["price"] = paid["price"].mask(paid["trial"], 0.0)
    paid = paid.sort_values(["customer_id", "product", "moment"], kind="stable")
    recurring = amounts.is_yes(rows["recurring"]).reindex(paid.index)
    known = (paid[["customer_id", "product"]] == paid[["customer_id", "product"]].shift()).all(axis=1)
    begins = ~known | ~recurring
    early = rows.index.isin(paid.index[begins & recurring])
    sheet.note(early, "the subscription began before the export; its first charge here is taken as the start")
    paid["subscription_id"] = rows["id"].reindex(paid.index).where(begins).ffill()
    return paid


def _endings(sheet: Sheet, paid: pd.DataFrame, ids: pd.Series, last) -> tuple[pd.Series, pd.Series]:
    """The day on which each subscription ended and why; an end after the ``last`` day is still to come."""
    of = paid["subscription_id"]
    ended = amounts.days(sheet.rows["ended"]).reindex(of.index).groupby(of).max()
    asked = (sheet.rows["cancelled"] != "").reindex(of.index).groupby(of).any()
    end = ids.map(ended).astype("datetime64[us]")
    coming = sheet.rows.index.isin(ids.index[end > last])
    sheet.note(coming, "still running, though it is to end after the last sale: " + sheet.rows["ended"])
    end = end.where(end <= last)
    failed = ~ids.map(asked).astype(bool) & ("cancelled" in sheet.has)
    why = pd.Series("cancelled", index=ids.index).mask(failed, "payment_failed")
    return end, why.where(end.notna(), "")
