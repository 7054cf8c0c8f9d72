"""Turn the text cells of a CSV file into the documented dtypes, and say where that fails.

Every conversion takes a column of text and returns the values and the mask of cells that could not be read.
"""

import csv
from pathlib import Path

import numpy as np
import pandas as pd

from ecotools.ledger.problems import LedgerError

NULL = "\\N"
"""What stands for a missing text, in columns outside the schema (`""` is a text of its own)."""


def read_text(path: Path) -> pd.DataFrame:
    """Return a CSV file as a table of text, nothing converted, nothing taken for missing.

    Raises
    ------
    LedgerError
        With file and line when the file is empty, not UTF-8, not separated by commas, or ragged.
    """
    header = _header(path)
    try:
        table = pd.read_csv(path, dtype="str", keep_default_na=False, encoding="utf-8-sig")
    except (pd.errors.ParserError, UnicodeDecodeError) as trouble:
        raise LedgerError(f"{path.name}: {_ragged(path, len(header)) or trouble}") from None
    # pandas fills a short line with empty cells and makes an index of a first cell too many.
    suspicious = not isinstance(table.index, pd.RangeIndex) or (table.iloc[:, -1] == "").any()
    ragged = _ragged(path, len(header)) if suspicious else ""
    if ragged:
        raise LedgerError(f"{path.name}: {ragged}")
    return table


def _header(path: Path) -> list[str]:
    """The names in line 1, or an error that says what is wrong with them."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            header = next(csv.reader(file), [])
    except UnicodeDecodeError as trouble:
        raise LedgerError(
            f"{path.name} is not UTF-8 text (byte {trouble.start}: {trouble.reason}): save it as 'CSV UTF-8'"
        ) from None
    if not header:
        raise LedgerError(
            f"{path.name} line 1: expected the names of the columns, found an empty file or line"
        )
    if len(header) == 1 and ";" in header[0]:
        raise LedgerError(f"{path.name} line 1: columns are separated by ';': save it separated by commas")
    twice = sorted({name for name in header if header.count(name) > 1})
    if twice:
        raise LedgerError(
            f"{path.name} line 1: the column {twice[0]!r} is there {header.count(twice[0])} times"
        )
    return header


def _ragged(path: Path, width: int) -> str:
    """Where the first line with too few or too many cells is."""
    for line, cells in records(path):
        if len(cells) != width:
            return f"line {line} has {len(cells)} cells where the header has {width} names"
    return ""


def records(path: Path):
    """Yield each record after the header as ``(line it starts on, cells)``; blank lines are left out.

    A record may span lines (a quoted text with a line break), so lines are not rows + 2.
    """
    with path.open(encoding="utf-8-sig", newline="", errors="replace") as file:
        reader = csv.reader(file)
        next(reader, None)
        start = reader.line_num + 1
        for cells in reader:
            if cells:
                yield start, cells
            start = reader.line_num + 1


def line_numbers(path: Path, rows: list[int]) -> list[int]:
    """Return the line on which each of ``rows`` (counted from 0) starts in the file; the header is line 1."""
    wanted, lines = set(rows), {}
    for row, (line, _) in enumerate(records(path)):
        if row in wanted:
            lines[row] = line
            if len(lines) == len(wanted):
                break
    return [lines[row] for row in rows]


def to_float(text: pd.Series) -> tuple[pd.Series, np.ndarray]:
    """Return floats to the last bit; an empty cell is NaN.

    >>> values, bad = to_float(pd.Series(["0.1", "", "ten"]))
    >>> values.tolist(), bad.tolist()
    ([0.1, nan, nan], [False, False, True])
    """
    numbers = pd.to_numeric(text, errors="coerce").notna()
    values = text.where(numbers, "nan").astype("float64")  # to_numeric rounds in pandas before 3.1
    odd = text.str.strip().str.lower().isin(["", "nan"]).to_numpy(bool)
    return values, values.isna().to_numpy() & ~odd


def to_int(text: pd.Series) -> tuple[pd.Series, np.ndarray]:
    """Return whole numbers as int64; ``"5.0"`` is 5, an empty cell or ``"5.5"`` is bad.

    >>> values, bad = to_int(pd.Series(["5", "5.0", "5.5", ""]))
    >>> bad.tolist()
    [False, False, True, True]
    """
    plain = text.str.fullmatch(r"\s*[+-]?\d{1,19}(\.0*)?\s*").to_numpy(bool, copy=True)
    whole = text.str.strip().str.replace(r"\.0*$", "", regex=True)
    for row in np.flatnonzero(plain & (whole.str.len() > 18).to_numpy(bool)):
        plain[row] = -(2**63) <= int(whole.iloc[row]) < 2**63
    return whole.where(plain, "0").astype("int64"), ~plain


def to_day(text: pd.Series) -> tuple[pd.Series, np.ndarray]:
    """Return ISO dates and times as timestamps without a zone; an empty cell is NaT.

    A cell with a zone (``2025-01-01T00:00Z``) is bad: which day it is depends on the zone.

    >>> values, bad = to_day(pd.Series(["2025-01-31", "", "31/01/2025", "2025-01-31T00:00:00Z"]))
    >>> bad.tolist()
    [False, False, True, True]
    """
    trimmed = text.str.strip()
    shaped = trimmed.str.fullmatch(r"\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?)?").to_numpy(bool)
    values = pd.to_datetime(trimmed.where(shaped), errors="coerce", format="ISO8601")
    return values, values.isna().to_numpy() & (trimmed != "").to_numpy(bool)


def to_bool(text: pd.Series) -> tuple[pd.Series, np.ndarray]:
    """Return True and False from how pandas writes them.

    >>> to_bool(pd.Series(["True", "False"]))[0].tolist()
    [True, False]
    """
    return text == "True", ~text.isin(["True", "False"]).to_numpy(bool)


def to_text(text: pd.Series) -> tuple[pd.Series, np.ndarray]:
    """Return text as it is."""
    return text, np.zeros(len(text), bool)


def escape(values: pd.Series) -> pd.Series:
    """Return text with ``\\N`` for missing values; a text that begins with a backslash gets another one."""
    return ("\\" + values).where(values.str.startswith("\\", na=False), values).fillna(NULL)


def unescape(text: pd.Series) -> pd.Series:
    """Return what `escape` was given.

    >>> unescape(escape(pd.Series(["a", None, "\\\\N"], dtype="str"))).tolist()
    ['a', nan, '\\\\N']
    """
    values = text.mask(text == NULL)
    return values.str[1:].where(values.str.startswith("\\", na=False), values)
