"""The numbers of a report as CSV, carried inside the page, the PDF or the text."""

import base64

import pandas as pd

from ecotools.report.blocks import Picture, ReportSection, ReportTable, every
from ecotools.spreadsheet import as_csv


def csv_of(block: ReportTable | Picture) -> str:
    """Return the numbers of a table or a picture as the text of a CSV file, each cell harmless.

    >>> csv_of(ReportTable("Prices", ("Product", "Price"), [("=Guide", "free")]))
    "Product,Price\\n'=Guide,free\\n"
    """
    if block.data is None:
        return as_csv([block.heads, *block.rows])
    table = _with_index(block.data).astype(object)
    rows = table.where(table.notna(), "").to_numpy().tolist()
    return as_csv([[str(name) for name in table.columns], *rows])


def _with_index(table: pd.DataFrame) -> pd.DataFrame:
    """Return the table with what its index says as columns, when it is more than a row number."""
    return table if isinstance(table.index, pd.RangeIndex) else table.reset_index()


def address(block: ReportTable | Picture) -> str:
    """Return the CSV of a block as an address that holds it: ``data:text/csv;…``."""
    text = csv_of(block).encode("utf-8", "replace")
    return f"data:text/csv;charset=utf-8;base64,{base64.b64encode(text).decode('ascii')}"


def files(sections: list[ReportSection]) -> dict[int, str]:
    """Return the name of the CSV of each table and picture that has one, by its identity; no name twice.

    >>> one, other = (ReportTable(title, ("x",), [("1",)], file="t") for title in "ab")
    >>> list(files([ReportSection("s", "S", [one, other])]).values())
    ['t.csv', 't-2.csv']
    """
    found: dict[int, str] = {}
    for section in sections:
        for block in every(section.blocks):
            if isinstance(block, (ReportTable, Picture)) and block.file:
                name, number = block.file, 1
                while f"{name}.csv" in found.values():
                    number += 1
                    name = f"{block.file}-{number}"
                found[id(block)] = f"{name}.csv"
    return found


def contents(sections: list[ReportSection]) -> dict[str, str]:
    """Return each CSV of a report by its name, in the order of the report.

    >>> contents([ReportSection("s", "S", [ReportTable("a", ("x",), [("1",)], file="t")])])
    {'t.csv': 'x\\n1\\n'}
    """
    names = files(sections)
    blocks = (block for section in sections for block in every(section.blocks))
    return {names[id(block)]: csv_of(block) for block in blocks if id(block) in names}
