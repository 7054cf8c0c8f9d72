"""The rows of a list of people: from a CSV file, or from Excel where its package is installed."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from ecotools.grading.roster.people import RosterError

# How the files of Excel since 2007, and those of before, begin.
_EXCEL = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_SAVE = 'choose File, Save As, "CSV UTF-8 (Comma delimited)" in Excel, and read that file'


def read_rows(path: Path) -> list[tuple[int, list[str]]]:
    """Return the rows of a table with their lines; a CSV file is split by what its first line is split by.

    Blank lines are left out. Of an Excel file it is the first sheet.

    Raises
    ------
    RosterError
        When it cannot be read: as a CSV file in UTF-8 or UTF-16, or as Excel, which needs openpyxl.
    """
    try:
        data = path.read_bytes()
        if data.startswith(_EXCEL):
            return _from_excel(path)
        text = data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise RosterError(
            f"{path}: cannot be read as a UTF-8 text: {error}. Save it as CSV in UTF-8"
        ) from error
    first = text.split("\n", 1)[0]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=first.count))
    try:
        return [(reader.line_num, row) for row in reader if row]
    except csv.Error as error:
        raise RosterError(f"{path}, line {reader.line_num}: is no line of a CSV file: {error}") from error


def _from_excel(path: Path) -> list[tuple[int, list[str]]]:
    import pandas as pd

    try:
        cells = pd.read_excel(path, header=None, dtype=str, keep_default_na=False)
    except ImportError as error:
        needs = "is an Excel file, which is read here only where the package openpyxl is installed"
        raise RosterError(f"{path}: {needs}; {_SAVE}") from error
    except Exception as error:  # what lies in a file that only begins like Excel's is endless
        raise RosterError(f"{path}: cannot be read as an Excel file ({error}); {_SAVE}") from error
    rows = [(line, [text.strip() for text in row]) for line, row in enumerate(cells.to_numpy().tolist(), 1)]
    return [(line, row) for line, row in rows if any(row)]
