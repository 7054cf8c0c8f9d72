"""Put memberships together again from their payments, for exports that list payments only."""

from __future__ import annotations

import pandas as pd

from ecotools.ledger import amounts
from ecotools.ledger.schema import empty_table
from ecotools.ledger.sheets import Sheet

_TERMS = ["subscription_id", "price", "interval_months", "quantity"]
_GRACE = pd.Timedelta(days=15)


def memberships(sheet: Sheet, sales: pd.DataFrame) -> pd.DataFrame:
    """Return the periods of constant terms; the index is the line that each began on.

    ``sales`` has the payments of subscriptions, line by line: customer_id, moment, day, product, quantity,
    price, months and trial.
    """
    if sales.empty:
        return empty_table("subscriptions")
    paid = _threads(sheet, sales)
    periods = paid[(paid[_TERMS] != paid[_TERMS].shift()).any(axis=1)]
    following = periods["day"].shift(-1)
    continues = periods["subscription_id"] == periods["subscription_id"].shift(-1)
    end, ended_by = _endings(sheet, paid, periods)
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


def _threads(sheet: Sheet, sales: pd.DataFrame) -> pd.DataFrame:
    """The payments in order of subscription and time, each with the id of its subscription."""
    rows = sheet.rows.loc[sales.index]
    paid = sales.assign(
        interval_months=sales["months"],
        price=sales["price"].mask(sales["trial"], 0.0),
        variant=rows["variant"],
        named=rows["subscription"],
        recurring=amounts.is_yes(rows["recurring"]),
        id=rows["id"],
        until=sheet.days("ended").loc[sales.index],
    )
    paid = paid.sort_values(["customer_id", "product", "moment", "id"], kind="stable")
    early: list[int] = []
    threads = pd.concat(
        [_of_buyer(payments, early) for _, payments in paid.groupby(["customer_id", "product"], sort=False)]
    )
    paid["subscription_id"] = threads
    began = sheet.rows.index.isin(early)
    sheet.note(began, "the subscription began before the export; its first charge here is taken as the start")
    sheet.early = set(threads[threads.index.isin(early)])
    return paid.sort_values(["subscription_id", "moment", "id"], kind="stable")


def _of_buyer(payments: pd.DataFrame, early: list[int]) -> pd.Series:
    """The subscription of each payment that one buyer made for one product.

    A sale begins a subscription. A recurring charge continues the one of its variant that was due nearest to
    its day, or the only one there is, for then the variant was changed.
    """
    open_: list[dict] = []
    ids = []
    for payment in payments.itertuples():
        running = [thread for thread in open_ if pd.isna(thread["until"]) or thread["until"] >= payment.day]
        if payment.named:
            mine = [thread for thread in open_ if thread["id"] == payment.named]
        elif payment.recurring:
            same = [thread for thread in running if thread["variant"] == payment.variant]
            mine = same or (running if len(running) == 1 else [])
        else:
            mine = []
        if mine:
            thread = min(mine, key=lambda one: (abs((payment.moment - one["due"]).days), one["id"]))
        else:
            thread = {"id": payment.named or payment.id, "until": payment.until}
            open_.append(thread)
            if payment.recurring and not payment.named:
                early.append(payment.Index)
        thread["variant"] = payment.variant
        thread["due"] = payment.moment + pd.DateOffset(months=int(payment.interval_months))
        thread["until"] = thread["until"] if pd.isna(payment.until) else payment.until
        ids.append(thread["id"])
    return pd.Series(ids, index=payments.index, dtype="str")


def _endings(sheet: Sheet, paid: pd.DataFrame, periods: pd.DataFrame) -> tuple[pd.Series, pd.Series]:
    """The day on which each subscription ended and why; an end after the last day is still to come."""
    ids, of, last = periods["subscription_id"], paid["subscription_id"], sheet.last_day
    if "ended" not in sheet.has:
        return _lapsed(sheet, paid, ids, last)
    ended = sheet.days("ended").reindex(of.index).groupby(of).max()
    asked = (sheet.rows["cancelled"] != "").reindex(of.index).groupby(of).any()
    end = ids.map(ended).astype("datetime64[us]")
    coming = sheet.rows.index.isin(ids.index[end > last])
    sheet.note(coming, "still running, though it is to end after the last sale: " + sheet.rows["ended"])
    end = end.where(end <= last)
    failed = ~ids.map(asked).astype(bool) & ("cancelled" in sheet.has)
    why = pd.Series("cancelled", index=ids.index).mask(failed, "payment_failed")
    return end, why.where(end.notna(), "")


def _lapsed(sheet: Sheet, paid: pd.DataFrame, ids: pd.Series, last) -> tuple[pd.Series, pd.Series]:
    """Endings where none is exported: a subscription that was not paid again ended when it was due."""
    final = paid.drop_duplicates("subscription_id", keep="last").set_index("subscription_id")
    due = pd.Series(
        [
            day + pd.DateOffset(months=int(months))
            for day, months in zip(final["day"], final["interval_months"], strict=True)
        ],
        index=final.index,
        dtype="datetime64[us]",
    )
    end = ids.map(due.where(due + _GRACE < last)).astype("datetime64[us]")
    ended = sheet.rows.index.isin(ids.index[end.notna()])
    said = end.reindex(sheet.rows.index).dt.strftime("%Y-%m-%d").fillna("")
    sheet.note(ended, "no payment followed and no end is exported: taken as ended when it was due, " + said)
    return end, pd.Series("cancelled", index=ids.index).where(end.notna(), "")
