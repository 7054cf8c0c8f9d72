"""The lines of one kind of export, and an account of what became of every line."""

import json
from collections.abc import Callable
from collections.abc import Mapping as Mapped
from dataclasses import dataclass, field
from datetime import UTC, tzinfo

import numpy as np
import pandas as pd

from ecotools.ledger import amounts
from ecotools.ledger import days as dates
from ecotools.ledger.cells import bad_cells
from ecotools.ledger.checks import broken_rules
from ecotools.ledger.mapping import Mapping, plain
from ecotools.ledger.schema import filled, schema

UNMAPPED = ["file", "line", "what", "reason", "original"]


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
    ``factor`` what one unit of each line's money is in ``currency``, where rates are stated;
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
    factor: pd.Series | None = None
    last_day: pd.Timestamp = pd.NaT
    early: set[str] = field(default_factory=set)
    product_names: pd.Series | None = None
    more_names: list[tuple[int, str]] = field(default_factory=list)
    found: list[pd.DataFrame] = field(default_factory=list)

    def set_aside(self, mask, reason) -> None:
        """Take the lines of ``mask`` out, as unusable; a line already out keeps its reason."""
        self._take_out(mask, "row", reason, fine=False)

    def leave_out(self, mask, reason) -> None:
        """Take the lines of ``mask`` out: they are understood and do not belong in a ledger."""
        self._take_out(mask, "row", reason)

    def merge(self, mask, reason) -> None:
        """Take the lines of ``mask`` out because what they say was put into another line."""
        self.merged = self.merged | self._take_out(mask, "merged", reason)

    def _take_out(self, mask, what: str, reason, fine: bool = True) -> np.ndarray:
        mask = np.asarray(mask, dtype=bool) & self.alive
        self.alive = self.alive & ~mask
        self._note(mask, what, reason, fine)
        return mask

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
        """Return the amounts of a column, as each file writes them, in the currency of the ledger."""
        read = self._by_file(
            self.rows[column],
            lambda cells, how: amounts.money(cells, self.currency, self.minor_units, how.decimal),
        )
        return read if self.factor is None else (read * self.factor).round(6)

    def convert(self, rates: Mapped[str, float]) -> None:
        """Count lines in other currencies at the rates that are stated for them, and say so."""
        if not rates or "currency" not in self.rows:
            return
        code = self.rows["currency"].str.upper()
        other = code.isin(list(rates)) & (code != self.currency)
        factors = dict(rates)
        if self.minor_units:  # cents of the ledger's currency are not cents of the other
            own = amounts.in_one(self.currency)
            factors = {one: rate * own / amounts.in_one(one) for one, rate in rates.items()}
        self.factor = code.map(factors).where(other, 1.0).astype(float)
        said = code.map(
            {one: f"counted at {rate:g} {self.currency} for one {one}" for one, rate in rates.items()}
        )
        self.note(other, said.fillna("").astype("str"))
        self.rows["currency"] = self.rows["currency"].mask(other, self.currency)

    def refuse_other_currencies(self, advice="", needed: bool = True) -> None:
        """Set the lines aside that are in another currency than the ledger's, or, if ``needed``, in none."""
        code = self.rows["currency"].str.upper()
        foreign = (code != self.currency) & (code != "")
        self.set_aside(foreign, f"in another currency than {self.currency}: " + code + advice)
        self.set_aside((code == "") & needed, "no currency is given")

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

        The index of ``table`` says which line each row came from. A line goes as a whole. Columns that may be
        empty can be left out.
        """
        layout = schema(name)
        table = filled(table, name).loc[self.alive[table.index], layout.names]
        for column in layout.columns:
            mask, _ = bad_cells(table[column.name], column)
            if mask is not None:
                table = self._drop(table, mask, f"{column.name} must be {column.expected}")
        while broken := broken_rules(table, name):
            rule, mask = broken[0]
            table = self._drop(table, mask, f"{rule.column} must be {rule.expected}")
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
