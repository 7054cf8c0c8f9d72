"""One table of a ledger as a CSV file: it comes back as it was, and errors name lines."""

import csv
import dataclasses
from pathlib import Path

import numpy as np
import pandas as pd
from pandas.api import types

from ecotools.ledger import text
from ecotools.ledger.checks import problems, shown
from ecotools.ledger.problems import SHOWN, ColumnProblem, LedgerError
from ecotools.ledger.schema import schema

_BY_KIND = {
    "day": text.to_day,
    "text": text.to_text,
    "count": text.to_int,
    "money": text.to_float,
    "fraction": text.to_float,
    "number": text.to_float,
}
_BY_DTYPE = {"i": text.to_int, "f": text.to_float, "b": text.to_bool, "M": text.to_day}


def plain_dtypes(table: pd.DataFrame, name: str) -> dict[str, str]:
    """Return the dtype that each column has after a round trip through CSV; text in any form becomes ``str``.

    Raises
    ------
    LedgerError
        When a column outside the schema holds what CSV cannot keep (time zones, lists, nullable integers).
    """
    found = {}
    for column, values in table.items():
        if not isinstance(column, str):
            raise LedgerError(f"{name} has a column named {column!r}: name columns with text")
        dtype = values.dtype
        if isinstance(dtype, pd.CategoricalDtype):
            dtype = dtype.categories.dtype
        if isinstance(dtype, np.dtype) and dtype.kind in _BY_DTYPE:
            found[column] = str(dtype)
        elif _all_text(values) if types.is_object_dtype(dtype) else types.is_string_dtype(dtype):
            found[column] = "str"
        else:
            raise LedgerError(
                f"{name}.{column} is {values.dtype}, which CSV cannot keep; use int64, float64, bool, "
                f"datetime64 or str, or write_ledger(…, format='parquet')"
            )
    return found


def _all_text(values: pd.Series) -> bool:
    return types.infer_dtype(values, skipna=True) in ("string", "empty")


def write_table(table: pd.DataFrame, path: Path, name: str) -> dict[str, str]:
    """Write a table without its index; return the dtypes that `read_table` needs to bring it back."""
    dtypes = plain_dtypes(table, name)
    written = table.copy(deep=False)
    quoting = csv.QUOTE_MINIMAL
    for column in [column for column, dtype in dtypes.items() if dtype == "str"]:
        values = written[column].astype("str")
        if values.isna().any():
            values, dtypes[column] = text.escape(values), "str with nulls"
        if values.str.contains("\r", regex=False).any():
            quoting = csv.QUOTE_NONNUMERIC
        written[column] = values
    written.to_csv(path, index=False, encoding="utf-8", lineterminator="\n", quoting=quoting)
    return dtypes


def read_table(path: Path, name: str, dtypes: dict[str, str] | None = None) -> pd.DataFrame:
    """Return a table read from CSV, checked against its schema.

    Parameters
    ----------
    path : Path
        The file: UTF-8, comma, names in line 1, days as ``2025-03-01``.
    name : str
        Which table it is.
    dtypes : dict, optional
        What `write_table` returned. Without it ids are int64 when all are whole numbers, and columns
        outside the schema stay text.

    Raises
    ------
    LedgerError
        Names the file, the column, the first 5 bad lines (the header is line 1), their values, what is right.
    """
    raw, dtypes = text.read_text(path), dtypes or {}
    kinds = {column.name: column for column in schema(name).columns}
    table, unread = {}, []
    for column in raw.columns:
        convert = _converter(raw[column], kinds.get(column), dtypes.get(column, ""))
        values, bad = convert(raw[column])
        if bad.any():
            unread.append(_unread(name, column, kinds.get(column), raw[column], bad))
        table[column] = _as_recorded(values, dtypes.get(column, ""))
    table = pd.DataFrame(table, columns=raw.columns, index=raw.index)
    skip = {problem.column for problem in unread}
    found = unread + [problem for problem in problems(table, name) if problem.column not in skip]
    if found:
        raise LedgerError(path.name, [_with_lines(problem, path) for problem in found])
    return table


def _converter(values: pd.Series, column, dtype: str):
    """Which conversion a column of text needs: by the schema, or else by its recorded dtype."""
    if dtype == "str with nulls":
        return lambda cells: (text.unescape(cells), np.zeros(len(cells), bool))
    if column is not None and column.kind != "id":
        return _BY_KIND[column.kind]
    if dtype and dtype != "str":
        return _BY_DTYPE[np.dtype(dtype).kind]
    if column is not None and not dtype and _canonical_integers(values):
        return text.to_int
    return text.to_text


def _canonical_integers(values: pd.Series) -> bool:
    """Whether all cells are whole numbers as a program writes them: ``007`` is a text."""
    return bool(values.str.fullmatch(r"-?(0|[1-9]\d{0,17})").all())


def _as_recorded(values: pd.Series, dtype: str) -> pd.Series:
    """The values in the dtype they had when written, if that loses nothing."""
    if not dtype.startswith(("int", "float", "datetime64")):
        return values if values.dtype.kind != "M" else values.dt.as_unit("us")
    if dtype.startswith("int") and values.dtype.kind == "f" and not (values == np.round(values)).all():
        return values
    return values.astype(dtype)


def _unread(name, column, described, values, bad) -> ColumnProblem:
    """A ColumnProblem with cells that could not be converted."""
    expected = described.expected if described else "what it was when the ledger was written"
    rows = np.flatnonzero(bad)[:SHOWN].tolist()
    cells = [shown(values.iloc[row]) for row in rows]
    return ColumnProblem(name, column, expected, rows, cells, int(bad.sum()), len(values))


def _with_lines(problem: ColumnProblem, path: Path) -> ColumnProblem:
    return dataclasses.replace(problem, lines=text.line_numbers(path, problem.rows))
