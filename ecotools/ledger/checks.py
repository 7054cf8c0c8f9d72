"""Check a table against its schema, whole columns at a time."""

import numpy as np
import pandas as pd

from ecotools.errors import nearest
from ecotools.ledger.cells import bad_cells
from ecotools.ledger.columns import Column, TableSchema
from ecotools.ledger.problems import SHOWN, ColumnProblem, LedgerError
from ecotools.ledger.rules import ColumnRule
from ecotools.ledger.schema import schema


def validate(table: pd.DataFrame, name: str) -> pd.DataFrame:
    """Return ``table`` unchanged if it fits the schema of the table ``name``.

    Columns that the schema does not know are kept and not looked at. Columns may come in any order. A
    LedgerError names the table, each column that is wrong, its first 5 bad rows (counted from 0, whatever the
    index) with their values, how many there are, and what would be right; `LedgerError.problems` has the
    same.

    >>> visits = pd.DataFrame({"customer_id": [1, 2], "day": pd.to_datetime(["2025-01-01", "2025-01-02"]),
    ...                        "action": ["visit", "pots"], "count": [1, 3]})
    >>> validate(visits, "activity")
    Traceback (most recent call last):
    ecotools.ledger.problems.LedgerError: activity does not fit its schema.
    - activity.action must be one of visit, post, comment, lesson, event. 1 of 2 rows: row 1 has 'pots'.
      Did you mean 'post'?
    """
    found = problems(table, name)
    if found:
        raise LedgerError(name, found)
    return table


def problems(table: pd.DataFrame, name: str) -> list[ColumnProblem]:
    """Return everything that is wrong with a table, as `ColumnProblem` objects; an empty list when it fits.

    >>> from ecotools.ledger.schema import empty_table
    >>> problems(empty_table("orders").drop(columns="price"), "orders")[0].column
    'price'
    """
    if not isinstance(table, pd.DataFrame):
        raise TypeError(f"the table {name} must be a pandas DataFrame, not {type(table).__name__}")
    layout = schema(name)
    found = _wrong_columns(table, layout)
    unusable = {problem.column for problem in found}
    for column in layout.columns:
        if column.name not in unusable:
            problem = _cell_problem(table[column.name], column, name)
            if problem:
                found.append(problem)
                unusable.add(column.name)
    rules = broken_rules(table, name, unusable)
    return found + [_rule_problem(table, name, rule, mask) for rule, mask in rules]


def _wrong_columns(table: pd.DataFrame, layout: TableSchema) -> list[ColumnProblem]:
    """Columns that are missing, or there twice."""
    have = [str(column) for column in table.columns]
    spare = [column for column in have if column not in layout.names]
    found = []
    for column in layout.columns:
        times = have.count(column.name)
        if times == 0:
            close = nearest(column.name, spare)
            advice = f"Rename {close!r}?" if close else f"The table has {', '.join(have) or 'no columns'}."
            found.append(ColumnProblem(layout.name, column.name, f"there ({column.meaning})", advice=advice))
        elif times > 1:
            found.append(
                ColumnProblem(layout.name, column.name, f"there once; the table has it {times} times")
            )
    return found


def broken_rules(table: pd.DataFrame, name: str, unusable=frozenset()) -> list[tuple[ColumnRule, np.ndarray]]:
    """Return the rules across columns that some rows break, each with the mask of those rows.

    Rules that use one of the ``unusable`` columns are left out.
    """
    layout = schema(name)
    needed = set(layout.names)
    found = []
    for rule in layout.rules if len(table) else ():
        if needed & {rule.column, *rule.show} & set(unusable):
            continue
        mask = np.asarray(rule.bad(table), dtype=bool)
        if mask.any():
            found.append((rule, mask))
    return found


def _first(mask: np.ndarray) -> list[int]:
    return np.flatnonzero(mask)[:SHOWN].tolist()


def _cell_problem(values: pd.Series, column: Column, name: str) -> ColumnProblem | None:
    """What is wrong with one column, or None."""
    mask, advice = bad_cells(values, column)
    if mask is None:
        return None
    rows = _first(mask)
    shown_cells = [shown(values.iloc[row]) for row in rows]
    return ColumnProblem(
        name, column.name, column.expected, rows, shown_cells, int(mask.sum()), len(values), advice
    )


def _rule_problem(table: pd.DataFrame, name: str, rule: ColumnRule, mask: np.ndarray) -> ColumnProblem:
    """A broken rule with the cells it speaks of."""
    rows = _first(mask)
    values = [", ".join(f"{column} {shown(table[column].iloc[row])}" for column in rule.show) for row in rows]
    return ColumnProblem(name, rule.column, rule.expected, rows, values, int(mask.sum()), len(table))


def shown(value: object) -> str:
    """Return a cell as the reader would write it.

    >>> shown(pd.Timestamp("2025-03-01")), shown(pd.NaT), shown(5.0), shown("core")
    ('2025-03-01', 'NaT', '5.0', "'core'")
    """
    if value is pd.NaT:
        return "NaT"
    if isinstance(value, pd.Timestamp):
        midnight = value == value.normalize()
        return value.strftime("%Y-%m-%d" if midnight and value.tz is None else "%Y-%m-%d %H:%M:%S%z")
    return repr(value.item() if isinstance(value, np.generic) else value)
