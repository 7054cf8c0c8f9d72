"""Read a shop's export line by line, and keep account of what became of every line."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pandas as pd

from ecotools.errors import nearest
from ecotools.ledger.cells import bad_cells
from ecotools.ledger.checks import broken_rules
from ecotools.ledger.problems import LedgerError
from ecotools.ledger.schema import schema
from ecotools.ledger.text import records

UNMAPPED = ["file", "line", "what", "reason", "original"]


@dataclass
class Sheet:
    """The lines of one kind of export, from one or more files, and what became of each.

    ``rows`` holds the cells as text under the importer's own names (empty where a file lacks the column);
    ``has`` the names that every file has; ``alive`` the lines not set aside.
    """

    rows: pd.DataFrame
    files: np.ndarray
    lines: np.ndarray
    originals: list[dict]
    alive: np.ndarray
    has: frozenset[str] = frozenset()
    found: list[pd.DataFrame] = field(default_factory=list)

    def set_aside(self, mask, reason) -> None:
        """Take the lines of ``mask`` out and report why; a line already out keeps its first reason."""
        mask = np.asarray(mask, dtype=bool) & self.alive
        self.alive = self.alive & ~mask
        self._note(mask, "row", reason)

    def note(self, mask, reason) -> None:
        """Report something about lines that stay in."""
        self._note(np.asarray(mask, dtype=bool) & self.alive, "value", reason)

    def _note(self, mask: np.ndarray, what: str, reason) -> None:
        if not mask.any():
            return
        at = np.flatnonzero(mask)
        reasons = reason.iloc[at].to_numpy() if isinstance(reason, pd.Series) else [reason] * len(at)
        originals = [_as_json(self.originals[row]) for row in at]
        self.found.append(report(self.files[at], self.lines[at], what, reasons, originals))

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


def report(files, lines, what: str, reasons, originals) -> pd.DataFrame:
    """Return rows of `Imported.unmapped`."""
    return pd.DataFrame(
        {"file": files, "line": lines, "what": what, "reason": reasons, "original": originals},
        columns=UNMAPPED,
    )


def quoted(cells: pd.Series) -> pd.Series:
    """Return cells as they are quoted in a reason."""
    return cells.map(repr).astype("str")


def _as_json(original) -> str:
    return json.dumps(original, ensure_ascii=False)


@dataclass(frozen=True)
class Export:
    """What one kind of export looks like.

    Attributes
    ----------
    kind : str
        What it is, for errors.
    used : mapping
        The importer's name of each column to the headers it is known by, the preferred one first.
    needed : tuple of str
        Those of ``used`` without which nothing can be imported.
    unused : set of str
        Headers that are understood but have no place in a ledger. Any other header is reported.
    foreign : mapping
        Headers that only another kind of export has, to what to do with that file.
    """

    kind: str
    used: Mapping[str, tuple[str, ...]]
    needed: tuple[str, ...]
    unused: frozenset[str]
    foreign: Mapping[str, str] = field(default_factory=dict)


def read_sheet(files, export: Export) -> Sheet:
    """Return the lines of one or more export files, separated by commas, semicolons or tabs.

    Raises
    ------
    LedgerError
        When a file is empty, lacks a needed column, or is another kind of export.
    """
    parts = [_read_file(Path(file), export) for file in _listed(files)]
    return Sheet(
        rows=pd.concat([part.rows for part in parts], ignore_index=True),
        files=np.concatenate([part.files for part in parts]),
        lines=np.concatenate([part.lines for part in parts]),
        originals=[original for part in parts for original in part.originals],
        alive=np.concatenate([part.alive for part in parts]),
        has=frozenset.intersection(*(part.has for part in parts)),
        found=[table for part in parts for table in part.found],
    )


def _listed(files) -> list:
    listed = list(files) if isinstance(files, (list, tuple)) else [files]
    if not listed:
        raise LedgerError("name at least one file to import")
    return listed


def _read_file(path: Path, export: Export) -> Sheet:
    """The lines of one file; ragged ones set aside, columns that are not understood reported."""
    header, delimiter = _header(path, export.kind)
    chosen = _choose(path, header, export)
    read = list(records(path, delimiter))
    ragged = np.array([len(cells) != len(header) for _, cells in read], dtype=bool)
    originals = [
        cells if odd else dict(zip(header, cells, strict=True))
        for (_, cells), odd in zip(read, ragged, strict=True)
    ]
    columns = {key: [_cell(line, name) for line in originals] for key, name in chosen.items()}
    sheet = Sheet(
        rows=pd.DataFrame(columns, dtype="str"),
        files=np.full(len(read), path.name, dtype=object),
        lines=np.array([line for line, _ in read], dtype=np.int64),
        originals=originals,
        alive=np.ones(len(read), bool),
        has=frozenset(key for key, name in chosen.items() if name),
    )
    sheet.set_aside(ragged, f"the line does not have the {len(header)} cells of the header")
    sheet.found.append(_strange_columns(path, header, export))
    return sheet


def _choose(path: Path, header: list[str], export: Export) -> dict[str, str | None]:
    """Which header each column of the importer is, None when there is none; errors for a wrong file."""
    names = {_plain(name): name for name in reversed(header)}
    for name, advice in export.foreign.items():
        if _plain(name) in names:
            raise LedgerError(f"{path.name} is no {export.kind}, for it has the column {name!r}: {advice}")
    found = {
        key: next((names[_plain(head)] for head in heads if _plain(head) in names), None)
        for key, heads in export.used.items()
    }
    for key in export.needed:
        if found[key] is None:
            wanted = export.used[key][0]
            close = nearest(wanted, header)
            hint = f" Did you rename it to {close!r}?" if close else ""
            raise LedgerError(f"{path.name} is no {export.kind}: it lacks the column {wanted!r}.{hint}")
    return found


def _strange_columns(path: Path, header: list[str], export: Export) -> pd.DataFrame:
    """A report of the columns that are neither used nor known to be of no use."""
    known = {_plain(name) for heads in export.used.values() for name in heads}
    known |= {_plain(name) for name in export.unused}
    strange = [name for name in header if _plain(name) not in known]
    reasons = [f"the column {name!r} is not understood" for name in strange]
    originals = [_as_json({"column": name}) for name in strange]
    return report(path.name, [1] * len(strange), "column", reasons, originals)


def _header(path: Path, kind: str) -> tuple[list[str], str]:
    """The names in line 1 and the character between them."""
    with path.open(encoding="utf-8-sig", newline="", errors="replace") as file:
        first = file.readline()
    if not first.strip():
        raise LedgerError(
            f"{path.name} is no {kind}: line 1 is empty where the names of the columns should be"
        )
    delimiter = max(",;\t", key=first.count)
    with path.open(encoding="utf-8-sig", newline="", errors="replace") as file:
        return _distinct(next(csv.reader(file, delimiter=delimiter))), delimiter


def _distinct(header: list[str]) -> list[str]:
    """Headers with repeats numbered: a shop's own question may have the name of a column."""
    seen: dict[str, int] = {}
    names = []
    for name in header:
        seen[name] = seen.get(name, 0) + 1
        names.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return names


def _plain(name: str) -> str:
    """A header without case and punctuation: exports of different years differ in them."""
    return " ".join(re.findall(r"[a-z0-9$?]+", name.lower()))


def _cell(original, name: str | None) -> str:
    return original[name].strip() if name and isinstance(original, dict) else ""
