"""What each line of a list of sales says: who paid how much for what on which day."""

import hashlib
import json
from datetime import UTC

import pandas as pd

from ecotools.ledger import amounts
from ecotools.ledger import days as dates
from ecotools.ledger.line_items import parse_items
from ecotools.ledger.options import Options
from ecotools.ledger.people import People
from ecotools.ledger.product_names import UNKNOWN
from ecotools.ledger.sheets import Sheet, quoted

MONTH = 30.4375
"""Days of a month on average."""
SUBSCRIPTION = r"subscription (?:creation|update|cycle)"


def filter_sales(sheet: Sheet, options: Options) -> None:
    """Set the lines aside that are no sales; bring what concerns an order to each of its lines."""
    rows, line = sheet.rows, sheet.mapping.line
    if sheet.mapping.of_order:
        _spread(sheet)
    if options.converted and "converted_amount" in sheet.mapping.columns:
        for column in ("amount", "refunded", "currency"):
            rows[column] = rows[f"converted_{column}"]
        rows["disputed"] = ""  # in the customer's currency; a lost dispute then counts in full
    status = sheet.meaning("status")
    sheet.leave_out(status == "unpaid", "no money came in: status " + quoted(rows["status"]))
    unknown = (status == "?") | ((status == "") & ("status" in sheet.mapping.needed))
    sheet.set_aside(unknown, "the status is not known: " + quoted(rows["status"]))
    doubted = status == "disputed"
    sheet.note(doubted, "counted as paid, though its status is " + quoted(rows["status"]))
    what = sheet.meaning("type")
    sheet.leave_out(what == "other", "not a sale: " + quoted(rows["type"]))
    sheet.set_aside(what == "?", "whether it is a sale is not known: " + quoted(rows["type"]))
    untaken = rows["captured"].str.lower() == "false"
    sheet.leave_out(untaken, "authorised, but the money was not taken")
    sheet.leave_out(amounts.is_yes(rows["preorder"]), "a pre-order that was not charged yet")
    if "id" in sheet.has:
        sheet.set_aside(rows["id"] == "", f"no {line} id")
    else:
        rows["id"] = made_ids(sheet)
    if not sheet.mapping.of_order:
        sheet.drop_repeated(rows["id"], sheet.days("day"), f"the {line} id")


def _spread(sheet: Sheet) -> None:
    """Fill what stands on the first line of an order only into its other lines; drop orders met before."""
    rows, ids = sheet.rows, sheet.rows["id"]
    for column in sheet.mapping.of_order:
        filled = rows[column].where(rows[column] != "")
        rows[column] = (
            filled.fillna(filled.groupby([ids, sheet.part]).transform("first")).fillna("").astype("str")
        )
    first = pd.Series(sheet.part).groupby(ids).transform("min")
    later = (ids != "") & (first.to_numpy() != sheet.part)
    sheet.leave_out(later, "the order is that of an earlier file")


def made_ids(sheet: Sheet) -> pd.Series:
    """Return ids for lines without one, made of all their cells, so that another export gives the same."""
    texts = [json.dumps(original, ensure_ascii=False) for original in sheet.originals]
    marks = pd.Series(
        [hashlib.blake2b(text.encode(), digest_size=6).hexdigest() for text in texts], dtype="str"
    )
    times = marks.groupby([marks, pd.Series(sheet.part)]).cumcount()
    ids = marks.where(times == 0, marks + "-" + (times + 1).astype("str"))
    return ids.set_axis(sheet.rows.index)


def read_sales(sheet: Sheet, options: Options, people: People) -> pd.DataFrame:
    """Return a row for each line: customer_id, moment, day, product, kind, quantity, price, discount, amount.

    Lines where that cannot be read are set aside. ``member`` marks payments of a subscription, ``months``
    is their interval where the export tells it.
    """
    rows = sheet.rows
    sheet.refuse_other_currencies(_advice(sheet))
    customer = people(sheet)
    moment = _moments(sheet)
    unread = "the day cannot be read: " + quoted(rows["day"])
    sheet.set_aside(moment.isna(), unread + unclear_days(rows["day"], moment.isna()))
    nobody = "no customer id and no email" if "customer" in sheet.mapping.columns else "no email of the buyer"
    sheet.set_aside(customer == "", nobody)
    quantity = amounts.counts(rows["quantity"])
    sheet.set_aside(quantity.isna(), "the quantity is not a whole number: " + quoted(rows["quantity"]))
    table = _amounts(sheet, quantity.fillna(1.0))
    names, unnamed = _names(sheet, options)
    product, kind = options.catalogue.of(names)
    product = product.mask(unnamed & (kind == ""), "subscription")
    what = sheet.meaning("type")
    member = (rows["recurrence"] != "") | (rows["subscription"] != "") | (what == "subscription")
    if "recurrence" not in sheet.mapping.columns:
        member |= (unnamed & (kind == "")) | (kind == "subscription")
    return table.assign(
        customer_id=customer,
        moment=moment,
        day=moment.dt.normalize(),
        name=names,
        unnamed=unnamed & (kind == ""),
        product=product,
        kind=kind.mask(member & (kind == ""), "subscription"),
        quantity=quantity.fillna(1).astype("int64"),
        trial=amounts.is_yes(rows["trial"]),
        member=member,
        months=_intervals(sheet),
    )


def _advice(sheet: Sheet) -> pd.Series:
    """What to do about a line in another currency of which the export says what it became."""
    known = sheet.rows["converted_currency"].str.upper() == sheet.currency
    advice = f"; converted=True (--converted) takes what it became in {sheet.currency}"
    return known.map({True: advice, False: ""}).astype("str")


def _moments(sheet: Sheet) -> pd.Series:
    """When each line was paid: the date, with the time where that is a column of its own."""
    rows = sheet.rows
    if not (rows["time"] != "").any():
        return sheet.moments("day")
    whole = rows["time"].str.contains("-", regex=False)
    together = (rows["day"] + " " + rows["time"]).where(~whole & (rows["time"] != ""), rows["day"])
    rows["moment"] = rows["time"].where(whole, together)
    if "zone" in sheet.has:
        strange = [name for name in rows["zone"].unique() if name and dates.zone(name) is None]
        sheet.note(
            rows["zone"].isin(strange), "the day is as written: the time zone is not known: " + rows["zone"]
        )
    return sheet.moments("moment").fillna(sheet.moments("day"))


def unclear_days(cells: pd.Series, unread: pd.Series) -> pd.Series:
    """Return advice for the unread days that could be two: state the order of day and month."""
    advice = "; say which number is the day: dates='DMY' or 'MDY' (--dates)"
    two = {
        cell: advice
        for cell in cells[unread].unique()
        if any(dates.moment(cell, order, UTC, UTC) for order in ("DMY", "MDY"))
    }
    return cells.map(lambda cell: two.get(cell, "")).astype("str")


def _amounts(sheet: Sheet, quantity: pd.Series) -> pd.DataFrame:
    """List price of one unit, money off and money paid, without tax and shipping."""
    rows = sheet.rows
    main = "amount" if "amount" in sheet.mapping.columns else "price"
    paid = sheet.money(main)
    what = "sale price" if sheet.mapping.line == "purchase" else main
    sheet.set_aside(
        paid.isna(), f"the {what} cannot be read: " + quoted(rows[main]) + _unclear_amount(rows[main])
    )
    parts = {}
    for column in ("tax", "shipping", "discount"):
        read = sheet.money(column).mask(rows[column] == "", 0.0)
        sheet.set_aside(read.isna(), f"the {column} cannot be read: " + quoted(rows[column]))
        parts[column] = read.fillna(0.0).abs()
    off = parts["discount"]
    if main == "price":
        amount = (paid * quantity - off).round(6)
    else:
        amount = (paid - (parts["tax"] + parts["shipping"]).where(paid >= 0, 0.0)).round(6)
    table = pd.DataFrame({"amount": amount, "discount": off.where(amount >= 0, 0.0), "paid": paid})
    if "order_amount" in sheet.mapping.columns:
        _share_order_discount(sheet, table)
    table["price"] = (table["amount"] + table["discount"]) / quantity
    return table


def _unclear_amount(cells: pd.Series) -> pd.Series:
    """Advice for an amount whose point could separate thousands or cents."""
    mark = cells.str.fullmatch(r"\D*[0-9]{1,3}\.[0-9]{3}\D*")
    advice = "; it could be thousands, or three decimals: no other amount of the file says which"
    return mark.map({True: advice, False: ""}).astype("str")


def _share_order_discount(sheet: Sheet, table: pd.DataFrame) -> None:
    """Take what an order cost less than its items off the items, by their amounts, to the cent."""
    rows = sheet.rows
    whole = sheet.money("order_amount")
    sheet.set_aside(whole.isna(), "the amount of the order cannot be read: " + quoted(rows["order_amount"]))
    alive = pd.Series(sheet.alive, index=rows.index)
    sums = table["amount"].where(alive).groupby(rows["id"]).transform("sum")
    less = (sums - whole).where(alive & (sums > 0)).fillna(0.0)
    sheet.note(
        less < -0.005,
        "the items add up to less than the subtotal of the order, which is " + rows["order_amount"],
    )
    shared = share(
        less.clip(lower=0.0), table["amount"].where(alive, 0.0).fillna(0.0), rows["id"], rows["product"]
    )
    table["discount"] += shared
    table["amount"] = (table["amount"] - shared).round(6)


def share(whole: pd.Series, weights: pd.Series, group: pd.Series, by: pd.Series) -> pd.Series:
    """Return ``whole`` (the same on every line of a group) shared out by weight, in cents that add up.

    ``by`` orders lines of the same weight, so that the order of the rows means nothing.

    >>> same = pd.Series(["a", "a", "a"])
    >>> share(pd.Series([1.0] * 3), pd.Series([5.0] * 3), same, pd.Series(["x", "y", "z"])).tolist()
    [0.33, 0.34, 0.33]
    """
    table = pd.DataFrame({"whole": whole, "weight": weights, "group": group, "by": by})
    table = table.sort_values(["group", "weight", "by"], kind="stable")
    sums = table.groupby("group")["weight"].transform("sum")
    part = table.groupby("group")["weight"].cumsum() / sums.where(sums > 0)
    upto = (table["whole"] * 100 * part).fillna(0.0).round().astype("int64")
    before = upto.groupby(table["group"]).shift(1).fillna(0).astype("int64")
    return ((upto - before) / 100).reindex(whole.index)


def _names(sheet: Sheet, options: Options) -> tuple[pd.Series, pd.Series]:
    """What was bought, in the shop's words, and whether they only say that a subscription was paid."""
    rows = sheet.rows
    items = rows["items"].mask(rows["items"].map(lambda cell: len(parse_items(cell)) > 1), "")
    names = items.where(rows["items"] != "", rows["product"])
    names = names.str.replace(r"\s*\([0-9]+\)$", "", regex=True)
    names = options.catalogue.with_variant(names, rows["variant"])
    return names, names.str.lower().str.fullmatch(SUBSCRIPTION).astype(bool)


def _intervals(sheet: Sheet) -> pd.Series:
    """Months between two payments of a subscription: as named, or as long as the period that was paid for."""
    named = amounts.months(sheet.rows["recurrence"])
    if "period_start" not in sheet.mapping.columns:
        return named
    length = (sheet.days("period_end") - sheet.days("period_start")).dt.days
    return named.fillna(months_of(length))


def months_of(length: pd.Series) -> pd.Series:
    """Return how many months a period of so many days has; NaN when it is no whole number of months.

    >>> months_of(pd.Series([31, 28, 365, 90, 7])).tolist()
    [1.0, 1.0, 12.0, 3.0, nan]
    """
    months = (length / MONTH).round()
    whole = (length - months * MONTH).abs() <= 3.0
    return months.where(whole & (months >= 1)).astype("float64")


def note_unknown_products(sheet: Sheet, table: pd.DataFrame) -> None:
    """Report the lines that name no product; those that name several are told apart later."""
    several = sheet.rows["items"].map(lambda cell: len(parse_items(cell)) > 1).astype(bool)
    nameless = pd.Series(False, index=sheet.rows.index)
    nameless[table.index[(table["product"] == UNKNOWN) & ~several.loc[table.index]]] = True
    sheet.note(nameless, "no product is named: it is 'unknown'")
