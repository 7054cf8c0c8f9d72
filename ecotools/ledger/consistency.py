"""What must hold of a ledger as a whole: between its tables, its span and its currency."""

import pandas as pd

from ecotools.ledger.problems import ColumnProblem
from ecotools.ledger.schema import SCHEMAS


def problems(ledger) -> list[ColumnProblem]:
    """Return what is wrong between tables that each fit their schema."""
    return [*_outside(ledger), *_mixed_ids(ledger.tables), *_other_money(ledger)]


def day_columns(tables: dict[str, pd.DataFrame]) -> list[tuple[str, str]]:
    """Return the table and name of each day column, in which something is observed to happen."""
    return [
        (name, column.name) for name in tables for column in SCHEMAS[name].columns if column.kind == "day"
    ]


def _outside(ledger) -> list[ColumnProblem]:
    """Days outside the span. A subscription may have started before it, and may end on the ledger's end."""
    found = []
    for name, column in day_columns(ledger.tables):
        table = ledger.tables[name]
        late = table[column] > ledger.end if column == "end" else table[column] >= ledger.end
        early = (table[column] < ledger.start) & (name != "subscriptions")
        mask = (late | early).to_numpy(bool)
        if mask.any():
            rows = mask.nonzero()[0][:5].tolist()
            values = [f"{table[column].iloc[row]:%Y-%m-%d}" for row in rows]
            advice = (
                "A subscription that ends later is still running: end NaT, ended_by ''."
                if column == "end"
                else ""
            )
            expected = f"within the ledger, {ledger.start:%Y-%m-%d} up to and without {ledger.end:%Y-%m-%d}"
            found.append(
                ColumnProblem(name, column, expected, rows, values, int(mask.sum()), len(table), advice)
            )
    return found


def _mixed_ids(tables: dict[str, pd.DataFrame]) -> list[ColumnProblem]:
    """Customer ids that are numbers in one table and text in another: joining them would match nothing."""
    kinds = {
        name: "numbers" if pd.api.types.is_integer_dtype(table["customer_id"].dtype) else "text"
        for name, table in tables.items()
        if len(table) and "customer_id" in SCHEMAS[name].names
    }
    if len(set(kinds.values())) < 2:
        return []
    listed = ", ".join(f"{kind} in {name}" for name, kind in kinds.items())
    expected = f"all numbers or all text, or tables cannot be joined; they are {listed}"
    return [ColumnProblem(next(iter(kinds)), "customer_id", expected)]


def _other_money(ledger) -> list[ColumnProblem]:
    """Rows of a column ``currency``, where a table has one, that are not in the ledger's own."""
    found = []
    for name, table in ledger.tables.items():
        if "currency" not in table.columns:
            continue
        code = table["currency"].astype(object).where(table["currency"].notna(), "").astype(str)
        mask = (code.str.strip().str.upper() != ledger.currency).to_numpy(bool)
        if mask.any():
            rows = mask.nonzero()[0][:5].tolist()
            values = [repr(code.iloc[row]) for row in rows]
            expected = f"{ledger.currency}, the ledger's money, in every row: amounts are added up"
            found.append(ColumnProblem(name, "currency", expected, rows, values, int(mask.sum()), len(table)))
    return found
