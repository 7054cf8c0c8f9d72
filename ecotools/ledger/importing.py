"""Import exports of any shop: recognise each file by its columns, and put all of them into one ledger."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd

from ecotools.errors import nearest
from ecotools.ledger.exports import Lines, read_lines
from ecotools.ledger.imported import PRODUCTS, SOURCES, Imported, finish
from ecotools.ledger.mapping import Mapping, known, names, plain, read_mapping
from ecotools.ledger.memberships import memberships
from ecotools.ledger.naming import UNKNOWN, key
from ecotools.ledger.options import Options, stated
from ecotools.ledger.orders import orders, paid_back
from ecotools.ledger.people import People
from ecotools.ledger.periods import filter_states, periods
from ecotools.ledger.problems import LedgerError
from ecotools.ledger.refunds import REFUNDS, account, apply_refunds, filter_refunds, read_refunds, refunds_of
from ecotools.ledger.sales import filter_sales, note_unknown_products, read_sales
from ecotools.ledger.schema import empty_table
from ecotools.ledger.sheets import Sheet, listed, quoted, sheet_of


def import_files(files, *, mapping=None, products=None, customers: str = "email", **options) -> Imported:
    """Return one ledger made of exports of any known kind, each recognised by its columns.

    Files of the same kind may overlap: each line is counted once. A person is one customer in all of them,
    known by the e-mail address.

    Parameters
    ----------
    files : path-like or list of them
        CSV files, in UTF-8 or UTF-16, separated by commas, semicolons or tabs.
    mapping : Mapping, path-like or str, optional
        What the columns of files of your own mean: a `Mapping`, a YAML file with one, or the name of one that
        comes with the package. It is used for the files that fit it.
    products : Blueprint or mapping, optional
        What the shop's product names mean: a blueprint (matched by id or name), or name to product id, or
        name to ``(id, kind)``. A name without a meaning becomes a product id of its own, of unknown kind.
    customers : {"email", "id"}
        What customers go by where an export has both: the e-mail address, the same in all shops, or the
        shop's own id.
    currency : str, optional
        The ledger's currency; lines in another are reported. When left out, the one most lines are in.
    dates : {"DMY", "MDY", "YMD"}, optional
        The order of day, month and year in dates such as 03/04/2025. When left out, such dates are read only
        where a date of the same file proves the order.
    encoding : str, optional
        How files that are not Unicode are encoded, such as ``"cp1252"``. When left out they are refused.
    timezone : str, optional
        Where your days begin, and the zone of times that name none: ``"Europe/Berlin"``. Default: UTC.
    prices : mapping, optional
        What a plan costs, for exports without prices (Substack): ``{"monthly": 5}``.
    coupons : mapping, optional
        Coupon code to the fraction it takes off (0.2, not 20), for exports that do not say.
    renewals : bool
        Make order lines (of kind ``subscription``) of the payments of subscriptions too, as for a cash view.
        Mind that revenue then counts them twice when it adds orders and subscriptions.
    converted, minor_units : bool
        See `ecotools.ledger.import_stripe`.

    Returns
    -------
    Imported
        ``ledger``, checked; ``unmapped``, one row for everything that is not in it or not certain; ``lines``;
        ``sources`` and ``products``, what was understood.

    Raises
    ------
    LedgerError
        When a file cannot be read for certain, or no known kind of export has its columns.
    FileNotFoundError
        When there is no such file.

    Examples
    --------
    >>> import tempfile
    >>> file = Path(tempfile.mkdtemp()) / "Sales.csv"
    >>> _ = file.write_text(
    ...     "Purchase ID,Item Name,Purchase Email,Purchase Date,Sale Price ($)\\n"
    ...     "abc==,Template Pack,ann@example.com,2025-03-01,49.0\\n")
    >>> import_files(file).sources[["file", "source", "used"]]
            file          source  used
    0  Sales.csv  Gumroad, sales     1
    """
    choice = stated(products, customers=customers, **options)
    own = as_mapping(mapping) if mapping is not None else None
    read = [(path, read_lines(path, choice.encoding)) for path in listed(files, "files")]
    return assemble(sheets_of(read, choice, own), choice)


def import_table(file, mapping, **options) -> Imported:
    """Return the ledger in a table of your own, by a mapping that says what its columns mean.

    Parameters
    ----------
    file : path-like or list of them
        CSV files with the columns that the mapping names.
    mapping : Mapping, path-like or str
        A `Mapping`, a YAML file with one, or the name of one that comes with the package.
    **options
        Those of `import_files`.

    Examples
    --------
    >>> import tempfile
    >>> from ecotools.ledger.mapping import Mapping
    >>> file = Path(tempfile.mkdtemp()) / "shop.csv"
    >>> _ = file.write_text("Date,Buyer,Item,Paid\\n2025-03-01,ann@example.com,Guide,49.00\\n")
    >>> columns = {"day": "Date", "email": "Buyer", "product": "Item", "amount": "Paid"}
    >>> mine = Mapping("My shop", "orders", columns)
    >>> import_table(file, mine, currency="EUR").ledger.orders[["day", "customer_id", "product", "amount"]]
             day      customer_id product  amount
    0 2025-03-01  ann@example.com   guide    49.0
    """
    choice = stated(options.pop("products", None), customers=options.pop("customers", "email"), **options)
    read = [(path, read_lines(path, choice.encoding)) for path in listed(file, "file")]
    return assemble([sheet_of(read, as_mapping(mapping), choice)], choice)


def as_mapping(mapping) -> Mapping:
    """Return a mapping that is given as itself, as a YAML file, or by the name of a known one."""
    if isinstance(mapping, Mapping):
        return mapping
    if isinstance(mapping, str) and mapping in names():
        return known(mapping)
    if isinstance(mapping, (str, Path)) and Path(mapping).suffix.lower() in (".yaml", ".yml"):
        return read_mapping(mapping)
    raise ValueError(
        f"mapping must be a Mapping, a YAML file or one of {', '.join(names())}, not {mapping!r}"
    )


def recognise(path: Path, lines: Lines, own: Mapping | None = None) -> Mapping:
    """Return the mapping whose columns a file has: your own if it fits, else the known one that knows most.

    Raises
    ------
    LedgerError
        Says what comes nearest and what the file lacks of it.
    """
    header = {plain(name) for name in lines.header}
    if own is not None and not _lacking(own, header):
        return own
    fitting = [one for one in map(known, names()) if not _lacking(one, header) and not _foreign(one, header)]
    if fitting:
        return max(fitting, key=lambda one: (len(header & set(one.headers())), one.source))
    near = max(
        map(known, names()), key=lambda one: (len(one.needed) - len(_lacking(one, header))) / len(one.needed)
    )
    have, lacks = len(near.needed) - len(_lacking(near, header)), ", ".join(map(repr, _lacking(near, header)))
    hint = f" The nearest is {near.source}, but it lacks {lacks}." if have * 2 >= len(near.needed) else ""
    raise LedgerError(
        f"{path.name} has the columns of no known export.{hint} Describe its columns in a mapping: "
        "import_table(file, mapping), or --mapping my.yaml (start from --show-mapping gumroad-sales)"
    )


def _lacking(mapping: Mapping, header: set[str]) -> list[str]:
    """The preferred headers of the needed columns that a file has not."""
    return [
        mapping.columns[word][0]
        for word in mapping.needed
        if not header & {plain(head) for head in mapping.columns[word]}
    ]


def _foreign(mapping: Mapping, header: set[str]) -> bool:
    return bool(header & {plain(name) for name in mapping.foreign})


def sheets_of(read: list[tuple[Path, Lines]], options: Options, own: Mapping | None = None) -> list[Sheet]:
    """Return the files as sheets, those of one kind together, in an order that is always the same."""
    kinds: dict[str, tuple[Mapping, list]] = {}
    for path, lines in read:
        mapping = recognise(path, lines, own)
        kinds.setdefault(mapping.source, (mapping, []))[1].append((path, lines))
    return [sheet_of(of_kind, mapping, options) for _, (mapping, of_kind) in sorted(kinds.items())]


@dataclass
class _Sold:
    """The sales of one sheet, and which of its lines become order lines."""

    sheet: Sheet
    sales: pd.DataFrame
    ordered: np.ndarray


def assemble(sheets: list[Sheet], options: Options) -> Imported:
    """Return the ledger in all sheets together, with the account of their lines."""
    lists, states, refunds = (
        [one for one in sheets if one.mapping.table == table]
        for table in ("orders", "subscriptions", "refunds")
    )
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
        sheet.tell_whole_amounts()
    people = People(sheets, options.customers)
    subscribed = [periods(sheet, options, people) for sheet in states]
    sold = [_sold(sheet, options, people) for sheet in lists]
    back = [
        refunds_of(one.sales, one.sheet, sheets.index(one.sheet)) for one in sold if "type" in one.sheet.has
    ]
    back += [read_refunds(sheet, sheets.index(sheet)) for sheet in refunds]
    subscribed += _memberships(sold, subscribed, options, bool(states))
    bought = [orders(one.sheet, one.sales, one.ordered, options) for one in sold]
    ordered, unmet = _refunded(bought, back, sheets, sold)
    tables = {"orders": ordered, "subscriptions": _together(subscribed, "subscriptions")}
    tables = {name: table for name, table in tables.items() if len(table)}
    early = set().union(*(sheet.early for sheet in sheets))
    found = finish(tables, sheets, currency, _products(sheets, options), refunds=unmet, early=early)
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
        if not mine.any() or (rows.loc[mine, "currency"] != "").any():
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
    codes = pd.concat([sheet.rows.loc[sheet.alive, "currency"].str.upper() for sheet in sheets])
    counts = codes[codes.str.fullmatch("[A-Z]{3}")].value_counts()
    return min(counts[counts == counts.max()].index) if len(counts) else None


def _sold(sheet: Sheet, options: Options, people: People) -> _Sold:
    """The sales of a sheet, without money that was paid out."""
    sales = read_sales(sheet, options, people)
    refund = (sheet.meaning("type") == "refund").to_numpy()
    sheet.product_names = sales["name"].mask(refund, "")
    sheet.last_day = sales.loc[sheet.alive, "day"].max()
    out = (sales["paid"] < 0) & ~refund & ("type" in sheet.has)
    sheet.leave_out(out, "money that was paid out, not a sale")
    note_unknown_products(sheet, sales[sheet.alive & ~refund & ~sales["unnamed"].to_numpy()])
    return _Sold(sheet, sales, ~refund)


def _memberships(
    sold: list[_Sold], told: list[pd.DataFrame], options: Options, exported: bool
) -> list[pd.DataFrame]:
    """The subscriptions that only payments tell; payments that another export tells are left out."""
    known_ = _together(told, "subscriptions")
    ids = known_["subscription_id"].astype("str").str.split("/").str[0]
    invoices = [
        one.sheet.rows["id"][one.sheet.alive] for one in sold if "period_start" in one.sheet.mapping.columns
    ]
    found = []
    for one in sold:
        sheet, rows = one.sheet, one.sheet.rows
        sales = one.sales = _with_known(one.sales, known_, exported)
        billed = (rows["invoice"] != "") & rows["invoice"].isin([id for some in invoices for id in some])
        sheet.leave_out(billed, "a payment of an invoice that the list of invoices tells")
        strange = (rows["recurrence"] != "") & sales["months"].isna()
        sheet.set_aside(strange, "the recurrence is not known: " + quoted(rows["recurrence"]))
        elsewhere = sales["member"] & (
            sales["told"] | (rows["subscription"].isin(ids) & (rows["subscription"] != ""))
        )
        alone = sales["member"] & ~elsewhere & sales["months"].notna()
        found.append(sheet.settle(memberships(sheet, sales[sheet.alive & alone]), "subscriptions"))
        if options.renewals:
            one.ordered &= ~sales["trial"].to_numpy()
            continue
        _leave_renewals(sheet, sales, alone, elsewhere, exported)
        one.ordered &= ~alone.to_numpy()
    return found


def _leave_renewals(sheet: Sheet, sales: pd.DataFrame, alone, elsewhere, exported: bool) -> None:
    """Report the payments of subscriptions, which become no orders."""
    lost = alone & paid_back(sheet)
    sheet.note(lost, "the refund is not in the ledger: it is of a membership payment, which is no order")
    said = "a payment of a subscription, not an order"
    sheet.leave_out(elsewhere, said)
    sheet.leave_out(sales["unnamed"] & exported, said)
    silent = sales["member"] & ~alone & ~elsewhere
    sheet.set_aside(silent, f"{said}: pass subscriptions=, or renewals=True (--renewals)")


def _with_known(sales: pd.DataFrame, known_: pd.DataFrame, exported: bool) -> pd.DataFrame:
    """Give payments that name no product that of the customer's only subscription.

    ``told`` marks payments of subscriptions that another export tells.
    """
    pairs = known_[["customer_id", "product"]].astype("str").drop_duplicates()
    single = pairs.drop_duplicates("customer_id", keep=False).set_index("customer_id")["product"]
    guess = sales["customer_id"].map(single).astype("str").fillna(sales["product"])
    product = sales["product"].mask(sales["unnamed"], guess)
    paying = pd.MultiIndex.from_arrays([sales["customer_id"], product])
    told = paying.isin(pd.MultiIndex.from_frame(pairs)) | (sales["unnamed"].to_numpy() & exported)
    member = sales["member"] | told
    kind = sales["kind"].mask(member & (sales["kind"] == ""), "subscription")
    return sales.assign(product=product, member=member, kind=kind, told=told)


def _refunded(bought, back, sheets, sold) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The order lines with their refunds taken off, and the refunds whose order is not there."""
    ordered = _together(bought, "orders")
    filled = [table for table in back if len(table)]
    if not filled:
        return ordered, pd.DataFrame(columns=REFUNDS)
    refunds = pd.concat(filled, ignore_index=True)
    aliases = {}
    for one in sold:
        other = one.sheet.rows["payment"] != ""
        aliases |= dict(zip(one.sheet.rows["payment"][other], one.sheet.rows["id"][other], strict=True))
    ordered, met = apply_refunds(ordered, refunds, aliases)
    account(refunds, met, sheets)
    return ordered, refunds[~met]


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
