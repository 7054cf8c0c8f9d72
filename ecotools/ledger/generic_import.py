"""Import exports of any shop: recognise each file by its columns, and put all of them into one ledger."""

from collections.abc import Sequence
from pathlib import Path

from ecotools.ledger.assembly import assemble
from ecotools.ledger.exports import Lines, read_lines
from ecotools.ledger.import_result import Imported
from ecotools.ledger.mapping import Mapping, known, names, plain, read_mapping
from ecotools.ledger.options import Options, stated
from ecotools.ledger.problems import LedgerError
from ecotools.ledger.sheet_reader import listed, sheet_of
from ecotools.ledger.sheets import Sheet


def import_files(files, *, mapping=None, products=None, customers: str = "email", **options) -> Imported:
    """Return one ledger made of exports of any known kind, each recognised by its columns.

    Files of the same kind may overlap: each line is counted once. A person is one customer in all of them,
    known by the e-mail address.

    Parameters
    ----------
    files : path-like or list of them
        CSV files, in UTF-8 or UTF-16, separated by commas, semicolons or tabs.
    mapping : Mapping, path-like, str or list of them, optional
        What the columns of files of your own mean: a `Mapping`, a YAML file with one, or the name of one that
        comes with the package. Each is used for the files that fit it.
    products : Blueprint or mapping, optional
        What the shop's product names mean: a blueprint (by id, name or shop name), or name to product id, or
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
    rates : mapping, optional
        What one unit of another currency is in the ledger's: ``{"EUR": 0.86}``. Lines in currencies without a
        rate are reported. One rate holds for all days, so that no exchange rate looks like a change of price.
    renewals : bool
        Make order lines (of kind ``subscription``) of the payments of subscriptions too, as for a cash view.
        Mind that revenue then counts them twice when it adds orders and subscriptions.
    first, last : day or month, optional
        The first and the last day that the exports cover. When left out, the first and the last that they
        know of: a month in which nothing happened on its last day then counts as under way.
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
    own = as_mappings(mapping)
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


def as_mappings(mapping) -> list[Mapping]:
    """Return the mappings of one or of several; none for None."""
    several = mapping if isinstance(mapping, (list, tuple)) else [] if mapping is None else [mapping]
    return [as_mapping(one) for one in several]


def recognise(path: Path, lines: Lines, own: Sequence[Mapping] = ()) -> Mapping:
    """Return the mapping whose columns a file has: one of your own, else the known one that knows most.

    Raises
    ------
    LedgerError
        Says what comes nearest and what the file lacks of it.
    """
    header = {plain(name) for name in lines.header}
    if mine := [one for one in own if not _lacking(one, header)]:
        return max(mine, key=lambda one: len(header & set(one.headers())))
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


def sheets_of(read: list[tuple[Path, Lines]], options: Options, own: Sequence[Mapping] = ()) -> list[Sheet]:
    """Return the files as sheets, those of one kind together, in an order that is always the same."""
    kinds: dict[str, tuple[Mapping, list]] = {}
    for path, lines in read:
        mapping = recognise(path, lines, own)
        kinds.setdefault(mapping.source, (mapping, []))[1].append((path, lines))
    return [sheet_of(of_kind, mapping, options) for _, (mapping, of_kind) in sorted(kinds.items())]
