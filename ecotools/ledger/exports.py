"""What all importers share: read a shop's export line by line, and account for every line of it."""

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
from ecotools.ledger.tables import Ledger
from ecotools.ledger.text import records

UNMAPPED = ["file", "line", "what", "reason", "original"]


@dataclass(eq=False, repr=False)
class Imported:
    """What an importer hands back: the ledger, and all that it could not put there.

    Attributes
    ----------
    ledger : Ledger
        Checked, and of one currency.
    unmapped : DataFrame
        ``file``, ``line`` (the header is line 1), ``what``, ``reason``, ``original`` (the cells as JSON).
        ``what`` is ``row`` when nothing of the line is in the ledger, ``value`` when the line is in it but
        something about it is not certain, ``column`` when a column is not understood (line 1).
    lines : int
        How many lines were read, headers apart.
    """

    ledger: Ledger
    unmapped: pd.DataFrame
    lines: int

    def __repr__(self) -> str:
        left_out = int((self.unmapped["what"] == "row").sum())
        reasons = self.unmapped["what"] + ": " + self.unmapped["reason"]
        counts = [f"  {count:>7,} {reason}" for reason, count in reasons.value_counts().items()]
        listed = "\n".join(["", *counts[:8], *(["  …"] if len(counts) > 8 else [])]) if counts else ""
        return f"{self.ledger!r}\n{left_out:,} of {self.lines:,} lines are not in it (see .unmapped){listed}"


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
        self._report(mask, "row", reason)

    def note(self, mask, reason) -> None:
        """Report something about lines that stay in."""
        self._report(np.asarray(mask, dtype=bool) & self.alive, "value", reason)

    def _report(self, mask: np.ndarray, what: str, reason) -> None:
        at = np.flatnonzero(mask)
        reasons = reason.iloc[at].to_numpy() if isinstance(reason, pd.Series) else [reason] * len(at)
        originals = [_as_json(self.originals[row]) for row in at]
        self.found.append(_reported(self.files[at], self.lines[at], what, reasons, originals))

    def settle(self, table: pd.DataFrame, name: str) -> pd.DataFrame:
        """Return the rows of ``table`` that fit its schema; the lines of the others are set aside.

        The index of ``table`` says which line each row came from. A line goes as a whole.
        """
        table = table[self.alive[table.index]]
        for column in schema(name).columns:
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


def _reported(files, lines, what: str, reasons, originals) -> pd.DataFrame:
    return pd.DataFrame(
        {"file": files, "line": lines, "what": what, "reason": reasons, "original": originals},
        columns=UNMAPPED,
    )


def _as_json(original) -> str:
    return json.dumps(original, ensure_ascii=False)


def read_sheet(
    files, used: Mapping[str, tuple[str, ...]], needed: tuple[str, ...], unused: frozenset[str], kind: str
) -> Sheet:
    """Return the lines of one or more export files.

    Parameters
    ----------
    files : path-like or list of them
        CSV files as exported; commas, semicolons or tabs.
    used : mapping
        The importer's name of each column to the headers it is known by, the preferred one first.
    needed : tuple of str
        Those of ``used`` without which nothing can be imported.
    unused : set of str
        Headers that are understood but have no place in a ledger. Any other header is reported.
    kind : str
        What the files should be, for errors.

    Raises
    ------
    LedgerError
        When a file is empty or lacks a needed column.
    """
    parts = [_read_file(Path(file), used, needed, unused, kind) for file in _listed(files)]
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


def _read_file(path: Path, used, needed, unused, kind: str) -> Sheet:
    header, delimiter = _header(path, kind)
    names = {_plain(name): name for name in reversed(header)}
    chosen = {key: next((names[_plain(known)] for known in heads if _plain(known) in names), None)
              for key, heads in used.items()}  # fmt: skip
    for key in needed:
        if chosen[key] is None:
            close = nearest(used[key][0], header)
            hint = f" Did you rename it to {close!r}?" if close else ""
            raise LedgerError(f"{path.name} is no {kind}: it lacks the column {used[key][0]!r}.{hint}")
    read = list(records(path, delimiter))
    ragged = np.array([len(cells) != len(header) for _, cells in read], dtype=bool)
    originals = [dict(zip(header, cells, strict=False)) if not odd else cells
                 for (_, cells), odd in zip(read, ragged, strict=True)]  # fmt: skip
    rows = pd.DataFrame(
        {key: [_cell(original, name) for original in originals] for key, name in chosen.items()}, dtype="str"
    )
    sheet = Sheet(
        rows=rows,
        files=np.full(len(read), path.name, dtype=object),
        lines=np.array([line for line, _ in read], dtype=np.int64),
        originals=originals,
        alive=np.ones(len(read), bool),
        has=frozenset(key for key, name in chosen.items() if name),
    )
    sheet.set_aside(ragged, f"the line does not have the {len(header)} cells of the header")
    known = {_plain(name) for heads in used.values() for name in heads} | {_plain(name) for name in unused}
    strange = [name for name in header if _plain(name) not in known]
    sheet.found.append(
        _reported(
            path.name,
            [1] * len(strange),
            "column",
            [f"the column {name!r} is not understood" for name in strange],
            [_as_json({"column": name}) for name in strange],
        )
    )
    return sheet


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


def finish(tables: dict[str, pd.DataFrame], sheets: list[Sheet], currency: str) -> Imported:
    """Return the tables as a checked ledger with the report of all that was set aside."""
    whole = {name: table.reset_index(drop=True) for name, table in tables.items()}
    reports = [report for sheet in sheets for report in sheet.found if len(report)]
    unmapped = pd.concat(reports, ignore_index=True) if reports else _reported([], [], "row", [], [])
    unmapped = unmapped.astype(
        {"file": "str", "what": "str", "reason": "str", "original": "str", "line": "int64"}
    )
    unmapped = unmapped.sort_values(["file", "line"], kind="stable", ignore_index=True)
    return Imported(Ledger(**whole, currency=currency).check(), unmapped, sum(len(s.rows) for s in sheets))


def product_names(products) -> dict[str, tuple[str, str]]:
    """Return what a shop's product names mean: lower-case name to product id and kind.

    Parameters
    ----------
    products : Blueprint, mapping or None
        A blueprint (its ids and names), or name to id, or name to ``(id, kind)``.

    Examples
    --------
    >>> product_names({"Copy Bootcamp": ("bootcamp", "core")})
    {'copy bootcamp': ('bootcamp', 'core')}
    """
    if products is None:
        return {}
    if isinstance(products, Mapping):
        pairs = {
            name: (meant, "") if isinstance(meant, str) else tuple(meant) for name, meant in products.items()
        }
        return {str(name).strip().lower(): meant for name, meant in pairs.items()}
    return {key.strip().lower(): (p.id, p.kind) for p in products.products for key in (p.id, p.name)}


def products_of(names: pd.Series, known: dict[str, tuple[str, str]]) -> tuple[pd.Series, pd.Series]:
    """Return product id and kind of each name; a name not ``known`` becomes a slug of itself, kind ``""``.

    >>> products_of(pd.Series(["Template Pack!"]), {})[0].tolist()
    ['template_pack']
    """
    lower = names.str.strip().str.lower()
    slug = lower.str.replace(r"[^a-z0-9]+", "_", regex=True).str.strip("_")
    slug = slug.where(slug != "", "unknown")
    ids = lower.map({name: meant[0] for name, meant in known.items()}).astype("str")
    kinds = lower.map({name: meant[1] for name, meant in known.items()}).astype("str")
    return ids.fillna(slug).astype("str"), kinds.fillna("").astype("str")


def is_yes(text: pd.Series) -> pd.Series:
    """Return which cells say yes: ``1``, ``true``, ``yes``, in any case."""
    return text.str.strip().str.lower().isin(["1", "true", "yes", "y"])
