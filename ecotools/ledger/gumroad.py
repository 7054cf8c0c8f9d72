"""Import Gumroad's sales export.

The columns are those of ``PURCHASE_FIELDS`` in ``app/services/exports/purchase_export_service.rb`` of
Gumroad's public source (antiwork/gumroad), which writes the CSV of *Sales → Export*: one line a
purchase, a line *Totals* at the end, all amounts in US dollars whatever the buyer paid in, times in UTC.
Years differ: ``Tax Type``, ``Access Revoked?``, ``Cancellation Date`` and the ``Buyer …`` columns are
newer. A cell that begins with ``=``, ``+``, ``-`` or ``@`` gets a leading apostrophe.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from ecotools.ledger import amounts
from ecotools.ledger.gumroad_memberships import memberships
from ecotools.ledger.headers import GUMROAD
from ecotools.ledger.imported import Imported, finish
from ecotools.ledger.naming import product_names, products_of
from ecotools.ledger.sheets import Export, Sheet, quoted, read_sheet

_USED = {
    "id": ("Purchase ID",),
    "item": ("Item Name",),
    "email": ("Purchase Email", "Buyer Email"),
    "date": ("Purchase Date",),
    "time": ("Purchase Time (UTC timezone)",),
    "amount": ("Sale Price ($)",),
    "refunded": ("Refunded?",),
    "partial": ("Partial Refund ($)",),
    "full": ("Fully Refunded?",),
    "disputed": ("Disputed?",),
    "won": ("Dispute Won?",),
    "recurring": ("Recurring Charge?",),
    "trial": ("Free trial purchase?",),
    "preorder": ("Pre-order authorization?",),
    "permalink": ("Product ID",),
    "quantity": ("Quantity",),
    "recurrence": ("Recurrence",),
    "discover": ("Discover?",),
    "referrer": ("Referrer",),
    "source": ("UTM Source",),
    "cancelled": ("Cancellation Date",),
    "ended": ("Subscription End Date",),
}
EXPORT = Export(
    kind="sales export of Gumroad",
    used=_USED,
    needed=("id", "item", "email", "date", "amount"),
    unused=GUMROAD,
)


def import_gumroad(sales, *, products=None, renewals: bool = False) -> Imported:
    """Return the ledger in Gumroad's sales export, with a report of every line that is not in it.

    Every sale but the payments of memberships becomes an order line, in US dollars. The export has the
    price that was paid and not the list price, so ``price`` is the sale price of one unit and ``discount``
    0; tax is not part of it. Refunds have no day in the export: ``refund_day`` is NaT. A sale lost in a
    dispute counts as refunded.

    The export has no subscriptions, only their payments. They are put together again: a membership sale
    that is not a recurring charge begins a subscription of that buyer, the recurring charges that follow
    continue it, and a new price begins a new period. A free trial is a period of price 0. ``Subscription
    End Date`` ends it, as cancelled, or as ``payment_failed`` when the export has a ``Cancellation Date``
    and it is empty. An end after the last day of the export has not happened yet.

    Parameters
    ----------
    sales : path-like or list of them
        The downloaded CSV files.
    products : Blueprint or mapping, optional
        What Gumroad's item names mean: a blueprint (matched by id or name), or name to product id, or name
        to ``(id, kind)``. A name without a meaning becomes a product id of its own, of unknown kind.
    renewals : bool
        Make order lines (of kind ``subscription``) of membership payments too, as for a cash view. Mind that
        revenue then counts them twice when it adds orders and subscriptions.

    Returns
    -------
    Imported
        ``ledger``, checked; ``unmapped``, one row for everything that is not in it or not certain; ``lines``.

    Raises
    ------
    LedgerError
        When a file is not such an export, or lacks a column without which nothing can be imported.

    Examples
    --------
    >>> import tempfile, pathlib
    >>> file = pathlib.Path(tempfile.mkdtemp()) / "Sales.csv"
    >>> _ = file.write_text(
    ...     "Purchase ID,Item Name,Purchase Email,Purchase Date,Sale Price ($)\\n"
    ...     "abc==,Template Pack,ann@example.com,2025-03-01,49.0\\n"
    ...     "Totals,,,,49.0\\n")
    >>> result = import_gumroad(file)
    >>> result.ledger.orders[["order_id", "day", "product", "amount"]]
      order_id        day        product  amount
    0    abc== 2025-03-01  template_pack    49.0
    >>> result.unmapped[["line", "what", "reason"]]
       line what                                         reason
    0     3  row  the Totals line of the export, not a purchase
    """
    sheet = read_sheet(sales, EXPORT)
    sales_table = _sales(sheet, product_names(products))
    orders = sheet.settle(_orders(sheet, sales_table, renewals), "orders")
    subscriptions = sheet.settle(memberships(sheet, sales_table), "subscriptions")
    orders = orders[sheet.alive[orders.index]]
    return finish({"orders": orders, "subscriptions": subscriptions}, [sheet], "USD")


def _sales(sheet: Sheet, known: dict) -> pd.DataFrame:
    """What both tables need of each line; lines where that cannot be read are set aside."""
    rows = sheet.rows
    sheet.set_aside(rows["id"] == "Totals", "the Totals line of the export, not a purchase")
    sheet.set_aside(rows["id"] == "", "no purchase id")
    sheet.set_aside(rows["id"].duplicated() & sheet.alive, "the purchase id is that of an earlier line")
    sheet.set_aside(rows["email"] == "", "no email of the buyer")
    sheet.set_aside(amounts.is_yes(rows["preorder"]), "a pre-order that was not charged yet")
    amount = amounts.money(rows["amount"])
    sheet.set_aside(amount.isna(), "the sale price cannot be read: " + quoted(rows["amount"]))
    moment = amounts.moments(rows["time"].where(rows["time"].str.contains("-"), rows["date"]))
    moment = moment.fillna(amounts.moments(rows["date"]))
    sheet.set_aside(moment.isna(), "the day cannot be read: " + quoted(rows["date"]))
    quantity = pd.to_numeric(rows["quantity"].replace("", "1"), errors="coerce")
    whole = (quantity >= 1) & (quantity == np.floor(quantity))
    sheet.set_aside(~whole, "the quantity is not a whole number: " + quoted(rows["quantity"]))
    product, kind = products_of(rows["item"], known)
    quantity = quantity.where(whole, 1).astype("int64")
    return pd.DataFrame(
        {
            "customer_id": rows["email"].str.lower(),
            "moment": moment,
            "day": moment.dt.normalize(),
            "product": product,
            "kind": kind.mask((kind == "") & (rows["recurrence"] != ""), "subscription"),
            "quantity": quantity,
            "amount": amount,
            "price": amount / quantity,
            "trial": amounts.is_yes(rows["trial"]),
        }
    )


def _orders(sheet: Sheet, sales: pd.DataFrame, renewals: bool) -> pd.DataFrame:
    """The order lines: all sales but memberships; with ``renewals``, all but free trials."""
    rows, amount = sheet.rows, sales["amount"]
    partial = amounts.money(rows["partial"].replace("", "0"))
    sheet.set_aside(partial.isna(), "the refund cannot be read: " + quoted(rows["partial"]))
    all_back = amounts.is_yes(rows["full"]) | (amounts.is_yes(rows["refunded"]) & (partial == 0))
    all_back |= amounts.is_yes(rows["disputed"]) & ~amounts.is_yes(rows["won"])
    table = sales[["customer_id", "day", "product", "kind", "quantity", "price", "amount"]].assign(
        order_id=rows["id"],
        discount=0.0,
        refunded=partial.mask(all_back, amount),
        refund_day=pd.Series(pd.NaT, index=rows.index, dtype="datetime64[us]"),
        channel=_channels(rows),
    )
    order = ["order_id", "customer_id", "day", "product", "kind", "quantity", "price", "discount", "amount"]
    member = rows["recurrence"] != ""
    if not renewals:
        lost = member & (table["refunded"] > 0)
        sheet.note(lost, "the refund is not in the ledger: it is of a membership payment, which is no order")
    sold = ~sales["trial"] if renewals else ~member
    return table.loc[sold, [*order, "refunded", "refund_day", "channel"]]


def _channels(rows: pd.DataFrame) -> pd.Series:
    """Where the buyer came from: the UTM source, Gumroad's own marketplace, or the referrer."""
    marketplace = pd.Series("gumroad discover", index=rows.index).where(
        amounts.is_yes(rows["discover"]), rows["referrer"]
    )
    return rows["source"].where(rows["source"] != "", marketplace).astype("str")
