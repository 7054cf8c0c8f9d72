"""Put memberships together again from their payments, for exports that list payments only."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from ecotools.ledger import amounts
from ecotools.ledger.sales import MONTH
from ecotools.ledger.schema import empty_table
from ecotools.ledger.sheets import Sheet

_TERMS = ["subscription_id", "price", "interval_months", "quantity"]
_GRACE = pd.Timedelta(days=15)


def memberships(sheet: Sheet, sales: pd.DataFrame, told: pd.DataFrame, last: pd.Timestamp) -> pd.DataFrame:
    """Return the periods of constant terms; the index is the line that each began on.

    ``sales`` has the payments of subscriptions, line by line: customer_id, moment, day, product, quantity,
    price, months and trial. ``told`` has the subscriptions of other exports, and ``last`` is the last day
    that any export knows of.
    """
    if sales.empty:
        return empty_table("subscriptions")
    paid = _threads(sheet, sales)
    periods = paid[(paid[_TERMS] != paid[_TERMS].shift()).any(axis=1)]
    following = periods["day"].shift(-1)
    continues = periods["subscription_id"] == periods["subscription_id"].shift(-1)
    end, ended_by = _endings(sheet, paid, periods, told, last)
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
    paid["subscription_id"], early = _subscriptions(paid)
    sheet.note(
        sheet.rows.index.isin(paid.index[early]),
        "the subscription began before the export; its first charge here is taken as the start",
    )
    sheet.early = set(paid["subscription_id"][early])
    return paid.sort_values(["subscription_id", "moment", "id"], kind="stable")


@dataclass
class _Thread:
    """A subscription while its payments are gone through, with days as numbers."""

    id: str
    variant: str
    due: float
    until: float


def _subscriptions(paid: pd.DataFrame) -> tuple[list[str], np.ndarray]:
    """The subscription of each payment, and which payments are the first known of an older subscription.

    A sale begins a subscription. A recurring charge continues that of the same buyer, product and variant
    that was due nearest to its day, or the only one there is, for then the variant was changed.
    """
    at = paid["moment"].astype("datetime64[s]").astype("int64").to_numpy() / 86_400
    due = at + paid["months"].to_numpy() * MONTH
    until = paid["until"].astype("datetime64[s]")
    until = np.where(until.isna(), np.inf, until.astype("int64").to_numpy() / 86_400)
    buyer = paid["customer_id"].astype("str") + "\n" + paid["product"].astype("str")
    columns = [paid[name].tolist() for name in ("id", "named", "recurring", "variant")]
    ids, early, threads, last = [], np.zeros(len(paid), bool), [], None
    for place, (who, id, named, recurring, variant) in enumerate(zip(buyer.tolist(), *columns, strict=True)):
        threads, last = (threads if who == last else []), who
        thread = _thread_of(threads, named, recurring, variant, at[place])
        if thread is None:
            thread = _Thread(named or id, variant, due[place], until[place])
            threads.append(thread)
            early[place] = recurring and not named
        thread.variant, thread.due = variant, due[place]
        thread.until = thread.until if np.isinf(until[place]) else until[place]
        ids.append(thread.id)
    return ids, early


def _thread_of(
    threads: list[_Thread], named: str, recurring: bool, variant: str, at: float
) -> _Thread | None:
    """The subscription of a buyer that a payment continues, or None."""
    if named:
        return next((thread for thread in threads if thread.id == named), None)
    running = [thread for thread in threads if thread.until >= at // 1]
    same = [thread for thread in running if thread.variant == variant]
    mine = (same or (running if len(running) == 1 else [])) if recurring else []
    return min(mine, key=lambda one: (abs(at - one.due) // 1, one.id)) if mine else None


def _endings(
    sheet: Sheet, paid: pd.DataFrame, periods: pd.DataFrame, told: pd.DataFrame, last: pd.Timestamp
) -> tuple[pd.Series, pd.Series]:
    """The day on which each subscription ended and why; an end after the last day is still to come."""
    ids, of = periods["subscription_id"], paid["subscription_id"]
    if "ended" not in sheet.has:
        return _lapsed(sheet, paid, ids, told, last)
    ended = sheet.days("ended").reindex(of.index).groupby(of).max()
    asked = (sheet.rows["cancelled"] != "").reindex(of.index).groupby(of).any()
    end = ids.map(ended).astype("datetime64[us]")
    coming = sheet.rows.index.isin(ids.index[end > last])
    sheet.note(coming, "still running, though it is to end after the last sale: " + sheet.rows["ended"])
    end = end.where(end <= last)
    failed = ~ids.map(asked).astype(bool) & ("cancelled" in sheet.has)
    why = pd.Series("cancelled", index=ids.index).mask(failed, "payment_failed")
    return end, why.where(end.notna(), "")


def _lapsed(
    sheet: Sheet, paid: pd.DataFrame, ids: pd.Series, told: pd.DataFrame, last: pd.Timestamp
) -> tuple[pd.Series, pd.Series]:
    """Endings where none is exported: a subscription that was not paid again ended when it was due.

    One whose customer began another one at about that time ended on the day when that began: the business
    moved to another shop.
    """
    final = paid.drop_duplicates("subscription_id", keep="last").set_index("subscription_id")
    due = pd.Series(pd.NaT, index=final.index, dtype="datetime64[us]")
    for months, days in final.groupby("interval_months")["day"]:
        due[days.index] = days + pd.DateOffset(months=int(months))
    begun = ids.map(_moved(final, due, told)).astype("datetime64[us]")
    moved = begun.notna()
    end = begun.fillna(ids.map(due.where(due + _GRACE < last)).astype("datetime64[us]"))
    said = end.reindex(sheet.rows.index).dt.strftime("%Y-%m-%d").fillna("")
    lines = sheet.rows.index
    sheet.note(
        lines.isin(ids.index[moved]), "ended when another began: the customer goes on in another export"
    )
    lapsed = lines.isin(ids.index[end.notna() & ~moved])
    sheet.note(lapsed, "no payment followed and no end is exported: taken as ended when it was due, " + said)
    _tell_closed(sheet, end[~moved], last)
    return end, pd.Series("cancelled", index=ids.index).where(end.notna(), "")


def _moved(final: pd.DataFrame, due: pd.Series, told: pd.DataFrame) -> pd.Series:
    """Return the day on which the customer of each subscription began one of another export, if near its due.

    It is after the last payment here, and of several the one that is nearest to the day when it was due.
    """
    begun = told[["customer_id", "start"]].astype({"customer_id": "str"})
    pairs = final[["customer_id", "day"]].astype({"customer_id": "str"}).assign(id=final.index, due=due)
    pairs = pairs.merge(begun, on="customer_id")
    away = (pairs["start"] - pairs["due"]).abs()
    pairs = pairs.assign(away=away)[(away <= _GRACE) & (pairs["start"] > pairs["day"])]
    nearest = pairs.sort_values(["away", "start"]).drop_duplicates("id").set_index("id")["start"]
    return nearest.reindex(due.index)


def _tell_closed(sheet: Sheet, end: pd.Series, last: pd.Timestamp) -> None:
    """Say of files that know nothing of the last days that what was due after them counts as ended."""
    if not (end > sheet.last_day).any():
        return
    for part in range(len(sheet.names)):
        sheet.tell(
            part,
            f"its payments end on {sheet.last_day:%Y-%m-%d}, and other files go on to {last:%Y-%m-%d}: what "
            "was due in between counts as ended; if the shop still sells, export it again",
        )
