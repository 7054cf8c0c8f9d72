"""Lists of refunds: each is taken off the order that it names."""

import numpy as np
import pandas as pd

from ecotools.ledger.sheets import Sheet, quoted

REFUNDS = ["order_id", "amount", "day", "sheet", "row"]


def filter_refunds(sheet: Sheet) -> None:
    """Set the lines aside that gave no money back."""
    rows, status = sheet.rows, sheet.meaning("status")
    sheet.leave_out(status == "unpaid", "no money was given back: status " + quoted(rows["status"]))
    sheet.set_aside(status == "?", "the status is not known: " + quoted(rows["status"]))
    if "id" in sheet.has:
        repeated = (
            rows["id"].where(sheet.alive & (rows["id"] != "")).duplicated() & sheet.alive & (rows["id"] != "")
        )
        sheet.leave_out(repeated, "the refund id is that of an earlier line")


def read_refunds(sheet: Sheet, place: int) -> pd.DataFrame:
    """Return the refunds of a list; ``sheet`` and ``row`` say where each stands."""
    rows = sheet.rows
    sheet.refuse_other_currencies(needed=False)
    amount = sheet.money("amount")
    sheet.set_aside(amount.isna(), "the amount cannot be read: " + quoted(rows["amount"]))
    sheet.set_aside(rows["refund_of"] == "", "it does not say which payment was given back")
    day = sheet.days("day")
    sheet.note(
        (rows["day"] != "") & day.isna(), "the day of the refund cannot be read: " + quoted(rows["day"])
    )
    table = pd.DataFrame({"order_id": rows["refund_of"], "amount": amount.abs(), "day": day, "sheet": place})
    return table.assign(row=rows.index)[sheet.alive]


def apply_refunds(
    orders: pd.DataFrame, refunds: pd.DataFrame, aliases: dict[str, str]
) -> tuple[pd.DataFrame, np.ndarray]:
    """Return the orders with their refunds taken off, and the mask of the refunds that found their order.

    What an order says itself and what the list says are the same money: the larger counts, so that applying
    a list twice changes nothing. At most what was paid is taken off; a refund of several lines is shared by
    their amounts.
    """
    ids = refunds["order_id"].map(lambda one: aliases.get(one, one))
    found = ids.isin(orders["order_id"]).to_numpy(bool)
    if not found.any():
        return orders, found
    by_order = (
        refunds.assign(order_id=ids)[found]
        .groupby("order_id")
        .agg(amount=("amount", "sum"), day=("day", "max"))
    )
    orders = orders.copy()
    told = orders["order_id"].map(by_order["amount"]).fillna(0.0)
    sums = orders.groupby("order_id")["amount"].transform("sum")
    share = (told * orders["amount"] / sums.where(sums > 0)).fillna(0.0).round(2)
    refunded = np.maximum(orders["refunded"], share).clip(upper=orders["amount"])
    last = orders["order_id"].map(by_order["day"]).astype("datetime64[us]")
    day = orders["refund_day"].fillna(last.where(last >= orders["day"]))
    orders["refunded"], orders["refund_day"] = refunded, day.where(refunded > 0)
    return orders, found


def refunds_of(sales: pd.DataFrame, sheet: Sheet, place: int) -> pd.DataFrame:
    """Return the refunds among the sales of a sheet: its lines of type refund."""
    mine = sheet.alive & (sheet.meaning("type") == "refund").to_numpy()
    nameless = mine & (sheet.rows["refund_of"] == "").to_numpy()
    sheet.set_aside(nameless, "it does not say which payment was given back")
    table = pd.DataFrame(
        {
            "order_id": sheet.rows["refund_of"],
            "amount": sales["paid"].abs(),
            "day": sales["day"],
            "sheet": place,
        }
    )
    return table.assign(row=sheet.rows.index)[mine & ~nameless]


def account(refunds: pd.DataFrame, met: np.ndarray, renewed: np.ndarray, sheets: list[Sheet]) -> None:
    """Say of each refund where it went: to an order (met) or a subscription (renewed), or it is set aside."""
    for place, sheet in enumerate(sheets):
        mine = (refunds["sheet"] == place).to_numpy(bool)
        order = pd.Series("", index=sheet.rows.index, dtype="str")
        order[refunds["row"][mine]] = refunds["order_id"][mine].to_numpy()
        sheet.merge(_lines(sheet, refunds["row"][mine & met]), "a refund: taken off the order " + order)
        sheet.merge(_lines(sheet, refunds["row"][mine & renewed]), "a refund of a payment of a subscription")
        sheet.set_aside(
            _lines(sheet, refunds["row"][mine & ~met & ~renewed]),
            "a refund of an order that is not there: " + order,
        )


def _lines(sheet: Sheet, rows: pd.Series) -> np.ndarray:
    mask = np.zeros(len(sheet.alive), bool)
    mask[rows.to_numpy(dtype=np.int64)] = True
    return mask
