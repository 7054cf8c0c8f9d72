"""The lines of one kind of export, and an account of what became of every line."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, tzinfo
from pathlib import Path

import numpy as np
import pandas as pd

from ecotools.errors import nearest
from ecotools.ledger import amounts
from ecotools.ledger import days as dates
from ecotools.ledger.cells import bad_cells
from ecotools.ledger.checks import broken_rules
from ecotools.ledger.exports import Lines, one_path, read_lines
from ecotools.ledger.mapping import COLUMNS, Mapping, plain
from ecotools.ledger.problems import LedgerError
from ecotools.ledger.schema import schema

UNMAPPED = ["file", "line", "what", "reason", "original"]
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


@dataclass(frozen=True)
class Writing:
    """How one file writes days, amounts and times, and how it is encoded; None where nothing says so."""

    dates: str | None = None
    decimal: str | None = None
    encoding: str = "utf-8"


@dataclass
class Sheet:
    """The lines of one kind of export, from one or more files, and what became of each.

    ``rows`` holds the cells as text under the mapping's words (empty where a file lacks the column); ``has``
    the words that every file has; ``alive`` the lines not set aside; ``merged`` those whose content is in
    another line; ``part`` the file of each line;
    ``last_day`` the last day that the lines know of; ``early`` ids of subscriptions that began before them;
    ``product_names`` what the shop calls the product of each line, ``more_names`` those of lines with
    several.
    """

    mapping: Mapping
    rows: pd.DataFrame
    names: list[str]
    part: np.ndarray
    lines: np.ndarray
    originals: list
    alive: np.ndarray
    merged: np.ndarray
    writing: list[Writing]
    has: frozenset[str] = frozenset()
    to: tzinfo = UTC
    currency: str = "USD"
    minor_units: bool = False
    last_day: pd.Timestamp = pd.NaT
    early: set[str] = field(default_factory=set)
    product_names: pd.Series | None = None
    more_names: list[tuple[int, str]] = field(default_factory=list)
    found: list[pd.DataFrame] = field(default_factory=list)

    def set_aside(self, mask, reason) -> None:
        """Take the lines of ``mask`` out, as unusable; a line already out keeps its reason."""
        self._take_out(mask, reason, fine=False)

    def leave_out(self, mask, reason) -> None:
        """Take the lines of ``mask`` out: they are understood and do not belong in a ledger."""
        self._take_out(mask, reason, fine=True)

    def _take_out(self, mask, reason, fine: bool) -> None:
        mask = np.asarray(mask, dtype=bool) & self.alive
        self.alive = self.alive & ~mask
        self._note(mask, "row", reason, fine)

    def merge(self, mask, reason) -> None:
        """Take the lines of ``mask`` out because what they say was put into another line."""
        mask = np.asarray(mask, dtype=bool) & self.alive
        self.alive = self.alive & ~mask
        self.merged = self.merged | mask
        self._note(mask, "merged", reason)

    def note(self, mask, reason) -> None:
        """Report something about lines that stay in."""
        self._note(np.asarray(mask, dtype=bool) & self.alive, "value", reason)

    def tell(self, part: int, reason: str, line: int = 1, what: str = "file", original=None) -> None:
        """Report something about a file as a whole."""
        self.found.append(report([self.names[part]], [line], what, [reason], [_as_json(original or {})]))

    def _note(self, mask: np.ndarray, what: str, reason, fine: bool = True) -> None:
        if not mask.any():
            return
        at = np.flatnonzero(mask)
        reasons = reason.iloc[at].to_numpy() if isinstance(reason, pd.Series) else [reason] * len(at)
        originals = [_as_json(self.originals[row]) for row in at]
        files = [self.names[part] for part in self.part[at]]
        self.found.append(report(files, self.lines[at], what, reasons, originals, fine))

    def money(self, column: str) -> pd.Series:
        """Return the amounts of a column, as each file writes them."""
        return self._by_file(
            self.rows[column],
            lambda cells, how: amounts.money(cells, self.currency, self.minor_units, how.decimal),
        )

    def tell_whole_amounts(self) -> None:
        """Report files of which no amount has cents though all are large: they could count cents."""
        if self.minor_units or self.currency in amounts.ZERO_DECIMAL:
            return
        for part in range(len(self.names)):
            cells, _ = _cells(self, ("amount", "price"), np.flatnonzero((self.part == part) & self.alive))
            cells = cells[cells != "0"]
            if len(cells) > 2 and cells.str.fullmatch("[0-9]{3,}").all():
                self.tell(
                    part,
                    f"no amount has cents: {cells.iloc[0]!r} is read as {cells.iloc[0]} {self.currency}; if "
                    "they count cents, say minor_units=True (--minor-units)",
                )

    def moments(self, column: str) -> pd.Series:
        """Return the moments of a column in the zone of the import, as each file writes them."""
        here = dates.zone(self.mapping.zone) if self.mapping.zone else self.to
        read = self._by_file(
            self.rows[column],
            lambda cells, how: dates.moments(cells, how.dates, self._zones(cells.index, here), self.to),
        )
        return read.astype("datetime64[us]")

    def days(self, column: str) -> pd.Series:
        """Return the days of a column."""
        return self.moments(column).dt.normalize()

    def _zones(self, index: pd.Index, here: tzinfo):
        """The zone that times are written in: that of the column ``zone`` where there is one."""
        if "zone" not in self.rows or not (self.rows["zone"] != "").any():
            return here
        found = {name: dates.zone(name) or self.to for name in self.rows["zone"].unique() if name}
        return self.rows["zone"].loc[index].map(lambda name: found.get(name, here))

    def _by_file(self, cells: pd.Series, read: Callable[[pd.Series, Writing], pd.Series]) -> pd.Series:
        parts = [
            read(cells[self.part == part], how)
            for part, how in enumerate(self.writing)
            if (self.part == part).any()
        ]
        return pd.concat(parts).reindex(cells.index) if parts else read(cells, Writing())

    def meaning(self, column: str) -> pd.Series:
        """Return what the words of a column mean: ``""`` for an empty cell, ``"?"`` when unknown."""
        means = {
            plain(word): meaning
            for meaning, words in self.mapping.values.get(column, {}).items()
            for word in words
        }
        if column not in self.has and (self.rows[column] == "").all():
            return pd.Series("", index=self.rows.index, dtype="str")
        cells = self.rows[column]
        found = {cell: "" if not cell else means.get(plain(cell), "?") for cell in cells.unique()}
        if not means:
            found = dict.fromkeys(found, "")
        return cells.map(found).astype("str")

    def drop_repeated(self, ids: pd.Series, day: pd.Series, said: str) -> None:
        """Keep one line of each id: that of the file that knows the latest days, and in it the first.

        A line that differs from the one that is kept is to be looked at when both are of one file.
        """
        latest = day.where(self.alive).groupby(self.part).transform("max").fillna(pd.Timestamp(0))
        order = pd.DataFrame({"id": ids, "latest": latest, "part": self.part, "at": range(len(ids))})
        order = order[self.alive].sort_values(["latest", "part", "at"], ascending=[False, True, True])
        kept = order.drop_duplicates("id").set_index("id")["at"]
        repeated = np.zeros(len(ids), bool)
        repeated[order["at"][order["id"].duplicated()]] = True
        other, same_file = np.zeros(len(ids), bool), np.zeros(len(ids), bool)
        for at in np.flatnonzero(repeated):
            first = kept[ids.iloc[at]]
            other[at] = self.originals[at] != self.originals[first]
            same_file[at] = self.part[at] == self.part[first]
        self.leave_out(repeated & ~other, f"{said} is that of an earlier line")
        self.set_aside(
            repeated & other & same_file, f"{said} is that of an earlier line, which says something else"
        )
        self.leave_out(repeated, f"{said} is that of a line in a file that knows later days")

    def lines_by_product(self) -> dict[str, list[int]]:
        """Return the lines in use on which each name of a product stands."""
        found: dict[str, list[int]] = {}
        names = [] if self.product_names is None else list(enumerate(self.product_names))
        for at, name in [*names, *self.more_names]:
            if name and self.alive[at]:
                found.setdefault(name, []).append(at)
        return found

    def settle(self, table: pd.DataFrame, name: str) -> pd.DataFrame:
        """Return the rows of ``table`` that fit its schema; the lines of the others are set aside.

        The index of ``table`` says which line each row came from. A line goes as a whole.
        """
        layout = schema(name)
        table = table.loc[self.alive[table.index], layout.names]
        for column in layout.columns:
            mask, _ = bad_cells(table[column.name], column)
            if mask is not None:
                table = self._drop(table, mask, f"{column.name} must be {column.expected}")
        broken = broken_rules(table, name)
        while broken:
            for rule, mask in broken[:1]:
                table = self._drop(table, mask, f"{rule.column} must be {rule.expected}")
            broken = broken_rules(table, name)
        return table

    def _drop(self, table: pd.DataFrame, mask: np.ndarray, reason: str) -> pd.DataFrame:
        lines = np.zeros(len(self.alive), bool)
        lines[table.index[mask]] = True
        self.set_aside(lines, reason)
        return table[self.alive[table.index]]


def report(files, lines, what: str, reasons, originals, fine: bool = True) -> pd.DataFrame:
    """Return rows of `Imported.unmapped`, with ``fine``: whether nothing has to be done about them."""
    table = pd.DataFrame(
        {"file": files, "line": lines, "what": what, "reason": reasons, "original": originals},
        columns=UNMAPPED,
    )
    return table.assign(fine=fine)


def quoted(cells: pd.Series) -> pd.Series:
    """Return cells as they are quoted in a reason."""
    return cells.map(repr).astype("str")


def _as_json(original) -> str:
    return json.dumps(original, ensure_ascii=False)


def listed(files_, argument: str) -> list[Path]:
    """Return the paths of one file or several; the error names the argument."""
    several = list(files_) if isinstance(files_, (list, tuple)) else [files_]
    if not several:
        raise LedgerError(f"{argument}: name at least one file to import")
    return [one_path(file, argument) for file in several]


def read_sheet(paths: list[Path], mapping: Mapping, options, needed: tuple[str, ...] = ()) -> Sheet:
    """Return the lines of one or more files of one kind.

    Parameters
    ----------
    paths : list of Path
        The files.
    mapping : Mapping
        What their columns mean.
    options : Options
        What was stated about dates, encoding and zone.
    needed : tuple of str
        Columns that are needed besides those of the mapping.

    Raises
    ------
    LedgerError
        When a file cannot be read, lacks a needed column, or is another kind of export.
    """
    return sheet_of([(path, read_lines(path, options.encoding)) for path in paths], mapping, options, needed)


def sheet_of(
    read: list[tuple[Path, Lines]], mapping: Mapping, options, needed: tuple[str, ...] = ()
) -> Sheet:
    """Return the lines of files that were read, as `read_sheet` does."""
    if options.converted and "converted_amount" in mapping.columns:
        needed = (*needed, "converted_amount", "converted_currency")
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


def _labels(paths: list[Path]) -> list[str]:
    """What each file is called in the report: its name, with its folder where two have the same."""
    names = [path.name for path in paths]
    return [path.name if names.count(path.name) == 1 else f"{path.parent.name}/{path.name}" for path in paths]


def _cell(original, name: str | None) -> str:
    return original[name].strip() if name and isinstance(original, dict) else ""
