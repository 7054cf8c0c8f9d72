"""Order lines from sales: refunds, instalments and several items in one payment."""

import numpy as np
import pandas as pd

from ecotools.ledger import amounts
from ecotools.ledger.line_items import line_items
from ecotools.ledger.options import Options
from ecotools.ledger.sales import share
from ecotools.ledger.schema import empty_table
from ecotools.ledger.sheets import Sheet, quoted

COLUMNS = [
    "order_id",
    "customer_id",
    "day",
    "product",
    "kind",
    "quantity",
    "price",
    "discount",
    "amount",
    "refunded",
    "refund_day",
    "channel",
]


def orders(sheet: Sheet, sales: pd.DataFrame, which: np.ndarray, options: Options) -> pd.DataFrame:
    """Return the order lines of the sales that ``which`` marks; lines that cannot be one are set aside."""
    table = sales.assign(order_id=sheet.rows["id"], channel=_channels(sheet.rows))[which & sheet.alive]
    if table.empty:
        return empty_table("orders")
    table = _instalments(sheet, table)
    if "items" in sheet.has:
        table = line_items(sheet, table, options.catalogue)
    if sheet.mapping.of_order:
        table = _same_product_once(sheet, table)
    return sheet.settle(table[COLUMNS], "orders")


def refunds_told(sheet: Sheet, sales: pd.DataFrame) -> tuple[pd.Series, pd.Series]:
    """Return the money paid back of each line, and when: by refund or lost dispute, NaT where not known."""
    rows, amount, status = sheet.rows, sales["amount"], sheet.meaning("status")
    paid_back = sheet.money("refunded").mask(rows["refunded"] == "", 0.0)
    sheet.set_aside(paid_back.isna(), "the refund cannot be read: " + quoted(rows["refunded"]))
    yes = amounts.is_yes(rows["any_refund"]) & (paid_back == 0)
    whole = amounts.is_yes(rows["full_refund"]) | yes | ((status == "refunded") & (paid_back == 0))
    if "order_refunded" in sheet.mapping.columns:
        paid_back = _share_refund(sheet, amount, paid_back)
        whole &= rows["order_refunded"] == ""
    paid_back = paid_back.mask(whole, amount)
    if "tax" in sheet.mapping.columns:  # a refund gives the tax back too, which is no revenue
        paid_back = paid_back.clip(upper=amount.clip(lower=0.0))
    day = sheet.days("refund_day")
    unread = (rows["refund_day"] != "") & day.isna()
    sheet.note(unread, "the day of the refund cannot be read: " + quoted(rows["refund_day"]))
    partly = (
        rows["status"].str.lower().str.contains("partial", regex=False)
        & (paid_back == 0)
        & ("refunded" in sheet.has)
    )
    sheet.note(partly, "partly paid back, but the export does not say how much")
    lost = _lost(sheet) | (status == "lost")
    disputed = sheet.money("disputed").fillna(amount) if "dispute_status" in sheet.mapping.columns else amount
    paid_back = paid_back.mask(lost, (paid_back + disputed).clip(upper=amount))
    day = day.mask(lost & day.isna(), sheet.days("dispute_day"))
    return paid_back, day.mask(paid_back == 0)


def _share_refund(sheet: Sheet, amount: pd.Series, paid_back: pd.Series) -> pd.Series:
    """Share what was paid back of an order among its lines; more than was paid is tax and shipping."""
    rows = sheet.rows
    whole = sheet.money("order_refunded").mask(rows["order_refunded"] == "", 0.0)
    sheet.set_aside(whole.isna(), "the refund cannot be read: " + quoted(rows["order_refunded"]))
    mine = amount.where(pd.Series(sheet.alive, index=rows.index), 0.0).fillna(0.0)
    sums = mine.groupby(rows["id"]).transform("sum")
    several = rows["id"].duplicated(keep=False) & (whole > 0) & (whole < sums)
    sheet.note(several, "the refund of the order is shared among its items by their amounts")
    return paid_back + share(whole.fillna(0.0).clip(upper=sums), mine, rows["id"], rows["product"])


def _lost(sheet: Sheet) -> pd.Series:
    """Lines lost in a dispute; open disputes are reported."""
    rows, state = sheet.rows, sheet.meaning("dispute_status")
    open_dispute = state.isin(["open", "?"])
    sheet.note(open_dispute, "counted as paid, though disputed: " + rows["dispute_status"])
    if "dispute_won" not in sheet.mapping.columns:
        return state == "lost"
    return amounts.is_yes(rows["disputed"]) & ~amounts.is_yes(rows["dispute_won"])


def _channels(rows: pd.DataFrame) -> pd.Series:
    """Where the buyer came from: the campaign's source, the shop's own marketplace, or the referrer."""
    marketplace = pd.Series("gumroad discover", index=rows.index)
    elsewhere = marketplace.where(amounts.is_yes(rows["marketplace"]), rows["referrer"])
    return rows["channel"].where(rows["channel"] != "", elsewhere).astype("str")


def _instalments(sheet: Sheet, table: pd.DataFrame) -> pd.DataFrame:
    """Put the later payments of one sale into its order: recurring charges of what is no subscription."""
    rows = sheet.rows.loc[table.index]
    later = amounts.is_yes(rows["recurring"]) & (rows["recurrence"] == "")
    if not later.any():
        return table
    table = table.sort_values(["customer_id", "product", "moment", "order_id"], kind="stable")
    later = later.loc[table.index]
    buyer = [table["customer_id"], table["product"]]
    begins = ~later | (later.astype(int).groupby(buyer).cumcount() == 0)
    sale = begins.cumsum()
    order = table["order_id"].where(begins).ffill()
    orphan = np.zeros(len(sheet.alive), bool)
    orphan[table.index[begins & later]] = True
    sheet.note(orphan, "an instalment of a sale before the export; it is taken for the sale")
    taken = np.zeros(len(sheet.alive), bool)
    taken[table.index[~begins]] = True
    said = ("an instalment: its amount is in the order " + order).reindex(sheet.rows.index).fillna("")
    first = table[begins].copy()
    for column in ("amount", "discount", "refunded"):
        first[column] = table.groupby(sale)[column].sum().to_numpy()
    first["refund_day"] = table.groupby(sale)["refund_day"].max().to_numpy()
    first["price"] = (first["amount"] + first["discount"]) / first["quantity"]
    sheet.merge(taken, said.astype("str"))
    return first.sort_index()


def _same_product_once(sheet: Sheet, table: pd.DataFrame) -> pd.DataFrame:
    """Put lines of one order that sell the same product into one."""
    repeated = table.duplicated(["order_id", "product"])
    if not repeated.any():
        return table
    taken = np.zeros(len(sheet.alive), bool)
    taken[table.index[repeated]] = True
    sheet.merge(taken, "a second line of the order for the same product: added to the first")
    grouped = table.groupby(["order_id", "product"], sort=False)
    first = table[~repeated].copy()
    for column in ("quantity", "discount", "amount", "refunded"):
        first[column] = grouped[column].sum().to_numpy()
    first["price"] = (first["amount"] + first["discount"]) / first["quantity"]
    return first
