"""Put the sheets of all files into one ledger: who bought what, which subscriptions run, what came back."""

from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from ecotools.errors import nearest
from ecotools.ledger.agreement import CHANGED, changed_since
from ecotools.ledger.import_result import PRODUCTS, SOURCES, Imported, finish
from ecotools.ledger.memberships import memberships
from ecotools.ledger.options import Options
from ecotools.ledger.orders import orders, refunds_told
from ecotools.ledger.own_tables import PLAIN, plain_rows
from ecotools.ledger.people import People
from ecotools.ledger.periods import filter_states, periods
from ecotools.ledger.product_names import UNKNOWN, key
from ecotools.ledger.refunds import REFUNDS, account, apply_refunds, filter_refunds, read_refunds, refunds_of
from ecotools.ledger.sales import filter_sales, note_unknown_products, read_sales
from ecotools.ledger.schema import empty_table
from ecotools.ledger.sheet_reader import tell_whole_amounts
from ecotools.ledger.sheets import Sheet, quoted
from ecotools.ledger.subscription_refunds import NO_DAY, given_back, payments_of

_SLACK = pd.Timedelta(days=3)
"""Days by which a payment may lie before or after the subscription that it is of: zones, retries."""


@dataclass
class _Sold:
    """The sales of one sheet, which of its lines become order lines, and those that pay for subscriptions."""

    sheet: Sheet
    sales: pd.DataFrame
    ordered: np.ndarray
    renewals: pd.DataFrame = field(default_factory=pd.DataFrame)


def assemble(sheets: list[Sheet], options: Options) -> Imported:
    """Return the ledger in all sheets together, with the account of their lines."""
    lists, states, refunds = (
        [one for one in sheets if one.mapping.table == table]
        for table in ("orders", "subscriptions", "refunds")
    )
    plain = [one for one in sheets if one.mapping.table in PLAIN]
    for sheet in sheets:
        _fill_currency(sheet, options)
    for sheet in lists:
        filter_sales(sheet, options)
    for sheet in states:
        filter_states(sheet)
    for sheet in refunds:
        filter_refunds(sheet)
    currency = options.currency or most_frequent(sheets) or _home_currency(options)
    for sheet in sheets:
        sheet.currency = currency
        sheet.convert(options.rates)
        tell_whole_amounts(sheet)
    people = People(sheets, options.customers)
    subscribed = [periods(sheet, options, people) for sheet in states]
    sold = [_sold(sheet, options, people) for sheet in lists]
    back = [
        refunds_of(one.sales, one.sheet, sheets.index(one.sheet)) for one in sold if "type" in one.sheet.has
    ]
    back += [read_refunds(sheet, sheets.index(sheet)) for sheet in refunds]
    rows = {sheet.mapping.source: plain_rows(sheet, people) for sheet in plain}
    subscribed += _memberships(sold, subscribed, sheets, options)
    bought = [orders(one.sheet, one.sales, one.ordered, options) for one in sold]
    ordered, of_plans, unmet = _refunded(bought, back, sheets, sold)
    tables = {
        "orders": ordered,
        "subscriptions": _together(subscribed, "subscriptions"),
        "refunds": of_plans,
    }
    tables |= {
        name: _together([rows[one.mapping.source] for one in plain if one.mapping.table == name], name)
        for name in PLAIN
    }
    tables = {name: table for name, table in tables.items() if len(table)}
    early = set().union(*(sheet.early for sheet in sheets))
    found = finish(
        tables,
        sheets,
        currency,
        _products(sheets, options),
        covers=options.covers,
        refunds=unmet,
        early=early,
    )
    found.sources = _sources(sheets)
    return found


def _together(tables: list[pd.DataFrame], name: str) -> pd.DataFrame:
    filled = [table for table in tables if len(table)]
    return pd.concat(filled) if filled else empty_table(name)


def _fill_currency(sheet: Sheet, options: Options) -> None:
    """Give lines of a file without a currency column the currency that it is known, or stated, to have."""
    rows = sheet.rows
    for part, name in enumerate(sheet.names):
        mine = sheet.part == part
        if "currency" not in rows or not mine.any() or (rows.loc[mine, "currency"] != "").any():
            continue
        code = sheet.mapping.currency or options.currency or _home_currency(options)
        rows.loc[mine, "currency"] = code
        if not (sheet.mapping.currency or options.currency) and sheet.mapping.table != "refunds":
            advice = "state another, currency='EUR' (--currency)"
            sheet.tell(part, f"{name} names no currency: its amounts are taken for {code}; {advice}")


def _home_currency(options: Options) -> str:
    return (options.home_currency or "USD").upper()


def most_frequent(sheets: list[Sheet]) -> str | None:
    """Return the currency of most lines, the first in the alphabet when several tie; None without lines."""
    named = [
        sheet.rows.loc[sheet.alive, "currency"].str.upper() for sheet in sheets if "currency" in sheet.rows
    ]
    if not named:
        return None
    codes = pd.concat(named)
    counts = codes[codes.str.fullmatch("[A-Z]{3}")].value_counts()
    return min(counts[counts == counts.max()].index) if len(counts) else None


def _sold(sheet: Sheet, options: Options, people: People) -> _Sold:
    """The sales of a sheet with what it says was given back of each, without money that was paid out."""
    sales = read_sales(sheet, options, people)
    refund = (sheet.meaning("type") == "refund").to_numpy()
    sheet.product_names = sales["name"].mask(refund, "")
    sheet.last_day = sales.loc[sheet.alive, "day"].max()
    out = (sales["paid"] < 0) & ~refund & ("type" in sheet.has)
    sheet.leave_out(out, "money that was paid out, not a sale")
    note_unknown_products(sheet, sales[sheet.alive & ~refund & ~sales["unnamed"].to_numpy()])
    # Before payments of subscriptions are left out, so that each line of an order bears its own share.
    refunded, refund_day = refunds_told(sheet, sales)
    return _Sold(sheet, sales.assign(refunded=refunded, refund_day=refund_day), ~refund)


def _memberships(
    sold: list[_Sold], told: list[pd.DataFrame], sheets: list[Sheet], options: Options
) -> list[pd.DataFrame]:
    """The subscriptions that only payments tell; payments that another export tells are left out."""
    exported = any(sheet.mapping.table == "subscriptions" for sheet in sheets)
    known_ = _together(told, "subscriptions")
    last = pd.Series([sheet.last_day for sheet in sheets]).max()
    ids = known_["subscription_id"].astype("str").str.split("/").str[0]
    invoices = [
        one.sheet.rows["id"][one.sheet.alive] for one in sold if "period_start" in one.sheet.mapping.columns
    ]
    found = []
    for one in sold:
        sheet, rows = one.sheet, one.sheet.rows
        sales = one.sales = _with_known(one.sales, known_, exported)
        billed = (rows["invoice"] != "") & rows["invoice"].isin([id for some in invoices for id in some])
        if not options.renewals:
            renewal = sales["member"] | billed | (sales["unnamed"] & exported)
            one.renewals = payments_of(sheet, sales, renewal)
        sheet.leave_out(billed, "a payment of an invoice that the list of invoices tells")
        strange = (rows["recurrence"] != "") & sales["months"].isna()
        sheet.set_aside(strange, "the recurrence is not known: " + quoted(rows["recurrence"]))
        elsewhere = sales["member"] & (
            sales["told"] | (rows["subscription"].isin(ids) & (rows["subscription"] != ""))
        )
        alone = sales["member"] & ~elsewhere & sales["months"].notna()
        rebuilt = memberships(sheet, sales[sheet.alive & alone], known_, last)
        found.append(sheet.settle(rebuilt, "subscriptions"))
        if options.renewals:
            one.ordered &= ~sales["trial"].to_numpy()
            continue
        _leave_renewals(one, known_, alone, elsewhere, exported)
        one.ordered &= ~alone.to_numpy()
    return found


def _leave_renewals(one: _Sold, told: pd.DataFrame, alone, elsewhere, exported: bool) -> None:
    """Report the payments of subscriptions, which become no orders."""
    sheet, sales = one.sheet, one.sales
    said = "a payment of a subscription, not an order"
    lost = one.renewals[(one.renewals["refunded"] > 0) & one.renewals["refund_day"].isna()]
    undated = sales.index.isin(lost.index)
    sheet.note(undated & alone, NO_DAY)
    why = pd.Series(said, index=sales.index).mask(undated, f"{said}; {NO_DAY}")
    why = why.mask(changed_since(sheet, sales, told), f"{said}; {CHANGED}")
    sheet.leave_out(elsewhere, why)
    sheet.leave_out(sales["unnamed"] & exported, why)
    silent = sales["member"] & ~alone & ~elsewhere
    sheet.set_aside(silent, f"{said}: pass subscriptions=, or renewals=True (--renewals)")


def _with_known(sales: pd.DataFrame, known_: pd.DataFrame, exported: bool) -> pd.DataFrame:
    """Give payments that name no product that of the customer's subscription.

    Of several it is the one that ran on the day of the payment, at what was paid.
    ``told`` marks payments of subscriptions that another export tells: of the customer and product, and while
    it runs. What was paid before or after it, in the shop that was left, is another subscription.
    """
    pairs = known_[["customer_id", "product"]].astype("str").drop_duplicates()
    single = pairs.drop_duplicates("customer_id", keep=False).set_index("customer_id")["product"]
    guess = sales["customer_id"].map(single).astype("str").fillna(_at_its_price(sales, known_))
    guess = guess.fillna(sales["product"])
    product = sales["product"].mask(sales["unnamed"], guess)
    told = _while_running(sales.assign(product=product), known_) | (sales["unnamed"].to_numpy() & exported)
    member = sales["member"] | told
    kind = sales["kind"].mask(member & (sales["kind"] == ""), "subscription")
    return sales.assign(product=product, member=member, kind=kind, told=told)


def _while_running(sales: pd.DataFrame, known_: pd.DataFrame) -> np.ndarray:
    """Which payments are of a customer and product with a known subscription that ran on their day."""
    both = _running(sales, known_, ["customer_id", "product"])
    return np.isin(np.arange(len(sales)), both["row"])


def _at_its_price(sales: pd.DataFrame, known_: pd.DataFrame) -> pd.Series:
    """Return the product of the one subscription of each customer that ran then at what was paid, if any."""
    both = _running(sales.drop(columns="product"), known_, ["customer_id"])
    price = both["list_price"] * both["units"] * (1 - both["off"])
    both = both[(price - both["amount"]).abs() < 0.005].drop_duplicates(["row", "product"])
    product = both.drop_duplicates("row", keep=False).set_index("row")["product"]
    return pd.Series(product.reindex(np.arange(len(sales))).to_numpy(), index=sales.index, dtype="str")


def _running(sales: pd.DataFrame, known_: pd.DataFrame, by: list[str]) -> pd.DataFrame:
    """Return each payment, by its ``row``, beside each known subscription that ran on its day."""
    names = {"price": "list_price", "quantity": "units", "discount": "off"}
    columns = ["customer_id", "product", "start", "end", *names]
    spans = known_[columns].astype({"customer_id": "str", "product": "str"}).rename(columns=names)
    paid = sales[[*by, "day", "amount"]].astype(dict.fromkeys(by, "str")).assign(row=np.arange(len(sales)))
    both = paid.merge(spans, on=by)
    return both[(both["day"] >= both["start"] - _SLACK) & ~(both["day"] > both["end"] + _SLACK)]


def _refunded(bought, back, sheets, sold) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """The order lines with refunds taken off, those of subscriptions, and those that are of neither."""
    ordered = _together(bought, "orders")
    payments = [one.renewals for one in sold if len(one.renewals)]
    paid = pd.concat(payments) if payments else pd.DataFrame()
    filled = [table for table in back if len(table)]
    refunds = pd.concat(filled, ignore_index=True) if filled else pd.DataFrame(columns=REFUNDS)
    if not filled:
        return ordered, given_back(paid, refunds)[0], refunds
    aliases = {}
    for one in sold:
        other = one.sheet.rows["payment"] != ""
        aliases |= dict(zip(one.sheet.rows["payment"][other], one.sheet.rows["id"][other], strict=True))
    ordered, met = apply_refunds(ordered, refunds, aliases)
    of_plans, renewed = given_back(paid, refunds)
    account(refunds, met, renewed & ~met, sheets)
    return ordered, of_plans, refunds[~met & ~renewed]


def _products(sheets: list[Sheet], options: Options) -> pd.DataFrame:
    """What each name of a product became, on how many lines; names without a meaning are reported."""
    rows = []
    for sheet in sheets:
        for name, lines in sheet.lines_by_product().items():
            product, matched = options.catalogue.seen.get(name, (None, False))
            if product is None or product.id == UNKNOWN:
                continue
            rows.append((name, product.id, product.kind, len(lines), matched))
            if not matched:
                close = nearest(key(name), options.catalogue.by_name)
                said = f"products= does not say what {name!r} is: its id is {product.id!r}, its kind unknown"
                said += f". Did you mean {close!r}?" if close else ""
                at = lines[0]
                sheet.tell(sheet.part[at], said, int(sheet.lines[at]), "product", sheet.originals[at])
    table = pd.DataFrame(rows, columns=PRODUCTS)
    table = table.groupby(["name", "product", "kind", "matched"], as_index=False)["lines"].sum()
    for id, names_ in table[~table["matched"].astype(bool)].groupby("product")["name"]:
        alike = sorted({key(name) for name in names_})
        if len(alike) > 1:
            listed_ = ", ".join(map(repr, alike))
            said = f"{listed_} are taken for one product, {id!r}; products= can tell them apart"
            sheets[0].tell(0, said)
    return table[PRODUCTS]


def _sources(sheets: list[Sheet]) -> pd.DataFrame:
    """What was understood of each file."""
    rows = []
    for sheet in sheets:
        day = sheet.days("day") if "day" in sheet.rows else sheet.days("start").fillna(sheet.days("created"))
        for part, name in enumerate(sheet.names):
            mine = sheet.part == part
            used = mine & (sheet.alive | sheet.merged)
            how, span = sheet.writing[part], day[used]
            what = [name, sheet.mapping.source, sheet.mapping.table, int(mine.sum()), int(used.sum())]
            rows.append([*what, span.min(), span.max(), sheet.currency, how.dates or "", how.encoding])
    return pd.DataFrame(rows, columns=SOURCES)
