"""Turn files of one kind of export into a sheet: which column is which, and how each file writes."""

from pathlib import Path

import numpy as np
import pandas as pd

from ecotools.errors import nearest
from ecotools.ledger import amounts
from ecotools.ledger import days as dates
from ecotools.ledger.exports import Lines, one_path, read_lines
from ecotools.ledger.mapping import COLUMNS, Mapping, plain
from ecotools.ledger.problems import LedgerError
from ecotools.ledger.sheets import Sheet, Writing

MONEY = (
    "amount",
    "price",
    "refunded",
    "order_refunded",
    "order_amount",
    "discount",
    "tax",
    "shipping",
    "disputed",
)
DAYS = [
    "day",
    "created",
    "start",
    "period_start",
    "period_end",
    "trial_start",
    "trial_end",
    "canceled",
    "cancelled",
    "ended",
    "until",
    "refund_day",
    "dispute_day",
]
"""The columns that hold a day, of every table."""


def listed(files_, argument: str) -> list[Path]:
    """Return the paths of one file or several; the error names the argument."""
    several = list(files_) if isinstance(files_, (list, tuple)) else [files_]
    if not several:
        raise LedgerError(f"{argument}: name at least one file to import")
    return [one_path(file, argument) for file in several]


def read_sheet(paths: list[Path], mapping: Mapping, options) -> Sheet:
    """Return the lines of one or more files of one kind.

    Parameters
    ----------
    paths : list of Path
        The files.
    mapping : Mapping
        What their columns mean.
    options : Options
        What was stated about dates, encoding and zone.

    Raises
    ------
    LedgerError
        When a file cannot be read, lacks a needed column, or is another kind of export.
    """
    return sheet_of([(path, read_lines(path, options.encoding)) for path in paths], mapping, options)


def sheet_of(read: list[tuple[Path, Lines]], mapping: Mapping, options) -> Sheet:
    """Return the lines of files that were read, as `read_sheet` does."""
    converted = options.converted and "converted_amount" in mapping.columns
    needed = ("converted_amount", "converted_currency") if converted else ()
    labels = _labels([path for path, _ in read])
    chosen = [choose(path, lines.header, mapping, needed) for path, lines in read]
    records = [(part, line, cells) for part, (_, lines) in enumerate(read) for line, cells in lines.records]
    ragged = np.array([len(cells) != len(read[part][1].header) for part, _, cells in records], dtype=bool)
    originals = [
        cells if odd else dict(zip(read[part][1].header, cells, strict=True))
        for (part, _, cells), odd in zip(records, ragged, strict=True)
    ]
    rows = {
        word: [
            _cell(original, chosen[part].get(word))
            for (part, _, _), original in zip(records, originals, strict=True)
        ]
        for word in COLUMNS[mapping.table]
    }
    sheet = Sheet(
        mapping=mapping,
        rows=pd.DataFrame(rows, dtype="str"),
        names=labels,
        part=np.array([part for part, _, _ in records], dtype=np.int64),
        lines=np.array([line for _, line, _ in records], dtype=np.int64),
        originals=originals,
        alive=np.ones(len(records), bool),
        merged=np.zeros(len(records), bool),
        writing=[],
        has=frozenset.intersection(
            *(frozenset(word for word, head in one.items() if head) for one in chosen)
        ),
        to=options.zone,
        minor_units=options.minor_units or mapping.minor_units,
    )
    widths = pd.Series([len(read[part][1].header) for part in sheet.part], dtype="int64").astype("str")
    sheet.set_aside(ragged, "the line does not have the " + widths + " cells of the header")
    for column, words in mapping.left_out.items():
        marked = sheet.rows[column].map(plain).isin([plain(word) for word in words])
        what = "the " + sheet.rows[column] + " line of the export" if column != "mode" else "a test"
        sheet.leave_out(marked, what + f", not a {mapping.line}")
    for part, (_, lines) in enumerate(read):
        _tell_strange_columns(sheet, part, lines.header)
        sheet.writing.append(_writing(sheet, part, lines.encoding, options))
    return sheet


def choose(
    path: Path, header: list[str], mapping: Mapping, needed: tuple[str, ...] = ()
) -> dict[str, str | None]:
    """Return which header each column of the mapping is, None when there is none; errors for a wrong file."""
    names = {plain(name): name for name in reversed(header)}
    shop, _, what = mapping.source.partition(", ")
    kind = f"{what} export of {shop}".strip()
    for name, advice in mapping.foreign.items():
        if plain(name) in names:
            raise LedgerError(f"{path.name} is no {kind}, for it has the column {name!r}: {advice}")
    found = {
        word: next((names[plain(head)] for head in heads if plain(head) in names), None)
        for word, heads in mapping.columns.items()
    }
    for word in (*mapping.needed, *needed):
        if found.get(word) is None:
            wanted = mapping.columns.get(word, (word,))[0]
            close = nearest(wanted, header)
            hint = f" Did you rename it to {close!r}?" if close else ""
            raise LedgerError(f"{path.name} is no {kind}: it lacks the column {wanted!r}.{hint}")
    return found


def _tell_strange_columns(sheet: Sheet, part: int, header: list[str]) -> None:
    """Report the columns that are neither used nor known to be of no use."""
    known = sheet.mapping.headers()
    for name in header:
        if plain(name) not in known and name:
            sheet.tell(
                part, f"the column {name!r} is not understood", what="column", original={"column": name}
            )


def _writing(sheet: Sheet, part: int, encoding: str, options) -> Writing:
    """How a file writes days and amounts: as stated, or as the file itself proves, and then that is said."""
    mapping, mine = sheet.mapping, np.flatnonzero((sheet.part == part) & sheet.alive)
    order = options.dates or mapping.dates or None
    if order is None:
        order = _proven_order(sheet, part, mine)
    decimal = mapping.decimal or None
    if decimal is None and not sheet.minor_units:
        decimal = _proven_decimal(sheet, part, mine)
    if not encoding.startswith("utf"):
        sheet.tell(part, f"the text is read as {encoding}, as stated")
    return Writing(order, decimal, encoding)


def _cells(sheet: Sheet, columns, mine: np.ndarray) -> tuple[pd.Series, np.ndarray]:
    """The filled cells of some columns of a file, and the row of each."""
    used = [column for column in columns if column in sheet.mapping.columns]
    cells = pd.concat([sheet.rows[column].iloc[mine] for column in used]) if used else pd.Series(dtype="str")
    cells = cells[cells != ""]
    return cells, cells.index.to_numpy()


def _proven_order(sheet: Sheet, part: int, mine: np.ndarray) -> str | None:
    cells, rows = _cells(sheet, DAYS, mine)
    order, place = dates.date_order(cells)
    if order:
        proof = f"{cells.iloc[place]!r} on line {sheet.lines[rows[place]]} can be nothing else"
        sheet.tell(part, f"dates such as 01/02/2025 are read as {order}: {proof}")
    return order


def _proven_decimal(sheet: Sheet, part: int, mine: np.ndarray) -> str | None:
    cells, rows = _cells(sheet, MONEY, mine)
    decimal, place = amounts.decimal_mark(cells)
    if decimal == ",":
        proof = f"{cells.iloc[place]!r} on line {sheet.lines[rows[place]]} can be nothing else"
        sheet.tell(part, f"amounts are read with a decimal comma: {proof}")
    return decimal


def tell_whole_amounts(sheet: Sheet) -> None:
    """Report files of which no amount has cents though all are large: they could count cents."""
    if sheet.minor_units or sheet.currency in amounts.ZERO_DECIMAL:
        return
    for part in range(len(sheet.names)):
        cells, _ = _cells(sheet, ("amount", "price"), np.flatnonzero((sheet.part == part) & sheet.alive))
        cells = cells[cells != "0"]
        if len(cells) > 2 and cells.str.fullmatch("[0-9]{3,}").all():
            read = f"{cells.iloc[0]!r} is read as {cells.iloc[0]} {sheet.currency}"
            advice = "if they count cents, say minor_units=True (--minor-units)"
            sheet.tell(part, f"no amount has cents: {read}; {advice}")


def _labels(paths: list[Path]) -> list[str]:
    """What each file is called in the report: its name, with its folder where two have the same."""
    names = [path.name for path in paths]
    return [path.name if names.count(path.name) == 1 else f"{path.parent.name}/{path.name}" for path in paths]


def _cell(original, name: str | None) -> str:
    return original[name].strip() if name and isinstance(original, dict) else ""
