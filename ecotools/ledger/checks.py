"""Check a table against its schema, whole columns at a time."""

from __future__ import annotations

import numpy as np
import pandas as pd
from pandas.api import types

from ecotools.errors import nearest
from ecotools.ledger.problems import SHOWN, LedgerError, Problem
from ecotools.ledger.schema import Column, TableSchema, schema


def validate(table: pd.DataFrame, name: str) -> pd.DataFrame:
    """Return ``table`` unchanged if it fits the schema of the table ``name``.

    Columns that the schema does not know are kept and not looked at. Columns may come in any order.

    Parameters
    ----------
    table : DataFrame
        The table to check. Rows are counted from 0, as ``table.iloc`` does, whatever its index.
    name : str
        ``touches``, ``orders``, ``subscriptions``, ``activity`` or ``surveys``.

    Raises
    ------
    LedgerError
        Names the table, each column that is wrong, its first 5 bad rows with their values, how many there
        are, and what would be right. `LedgerError.problems` holds the same as data.

    Examples
    --------
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


def problems(table: pd.DataFrame, name: str) -> list[Problem]:
    """Return everything that is wrong with a table, as `Problem` objects; an empty list when it fits.

    >>> from ecotools.ledger.schema import empty_table
    >>> problems(empty_table("orders").drop(columns="price"), "orders")[0].column
    'price'
    """
    if not isinstance(table, pd.DataFrame):
        raise TypeError(f"{name} must be a pandas DataFrame, not {type(table).__name__}")
    layout = schema(name)
    found = _wrong_columns(table, layout)
    unusable = {problem.column for problem in found}
    for column in layout.columns:
        if column.name not in unusable:
            problem = _check_column(table[column.name], column, name)
            if problem:
                found.append(problem)
                unusable.add(column.name)
    return found + _broken_rules(table, layout, unusable)


def _wrong_columns(table: pd.DataFrame, layout: TableSchema) -> list[Problem]:
    """Columns that are missing, or there twice."""
    have = [str(column) for column in table.columns]
    spare = [column for column in have if column not in layout.names]
    found = []
    for column in layout.columns:
        times = have.count(column.name)
        if times == 0:
            close = nearest(column.name, spare)
            advice = f"Rename {close!r}?" if close else f"The table has {', '.join(have) or 'no columns'}."
            found.append(Problem(layout.name, column.name, f"there: {column.meaning}", advice=advice))
        elif times > 1:
            found.append(Problem(layout.name, column.name, f"there once; the table has it {times} times"))
    return found


def _broken_rules(table: pd.DataFrame, layout: TableSchema, unusable: set[str]) -> list[Problem]:
    """Duplicate keys and rules across columns, for those whose columns are right in themselves."""
    found = []
    if layout.key and unusable.isdisjoint(layout.key):
        mask = table.duplicated(list(layout.key)).to_numpy()
        expected = f"unique: no two rows share {' and '.join(layout.key)}"
        found.append(_problem(layout, layout.key[0], expected, mask, table, layout.key))
    needs = {column.name for column in layout.columns}
    for rule in layout.rules:
        if unusable.isdisjoint(needs & _uses(rule)):
            mask = np.asarray(rule.bad(table), dtype=bool)
            found.append(_problem(layout, rule.column, rule.expected, mask, table, rule.show))
    return [problem for problem in found if problem]


def _uses(rule) -> set[str]:
    return {rule.column, *rule.show}


def _problem(layout, column, expected, mask, table, show) -> Problem | None:
    """A Problem with the first rows where ``mask`` is True, or None."""
    if not mask.any():
        return None
    rows = np.flatnonzero(mask)[:SHOWN].tolist()
    values = [", ".join(f"{name} {_shown(table[name].iloc[row])}" for name in show) for row in rows]
    return Problem(layout.name, column, expected, rows, values, int(mask.sum()), len(table))


def _shown(value: object) -> str:
    """A cell as the reader would write it."""
    if isinstance(value, pd.Timestamp):
        midnight = value == value.normalize()
        return value.strftime("%Y-%m-%d" if midnight and value.tz is None else "%Y-%m-%d %H:%M:%S%z")
    if value is pd.NaT:
        return "NaT"
    return repr(value.item() if isinstance(value, np.generic) else value)


def _check_column(values: pd.Series, column: Column, table: str) -> Problem | None:
    """What is wrong with one column, or None. A column without rows has no wrong cells."""
    if not len(values):
        return None
    test = {"id": _bad_ids, "day": _bad_days, "text": _bad_texts, "count": _bad_counts}
    mask, advice = test.get(column.kind, _bad_numbers)(values, column)
    if mask is None:
        return None
    rows = np.flatnonzero(mask)[:SHOWN].tolist()
    shown = [_shown(values.iloc[row]) for row in rows]
    return Problem(table, column.name, column.expected, rows, shown, int(mask.sum()), len(values), advice)


def _verdict(mask, advice: str = "") -> tuple[np.ndarray | None, str]:
    """The mask and advice, or ``(None, "")`` when nothing is wrong."""
    mask = np.asarray(mask, dtype=bool)
    return (mask, advice) if mask.any() else (None, "")


def _all(values: pd.Series, advice: str) -> tuple[np.ndarray, str]:
    """Every row is wrong: the column has the wrong dtype."""
    return np.ones(len(values), bool), advice


def _is_text(values: pd.Series) -> bool:
    return types.is_string_dtype(values.dtype) or types.is_object_dtype(values.dtype)


def _not_strings(values: pd.Series) -> np.ndarray:
    """Mask of cells of an object column that are not text."""
    if not types.is_object_dtype(values.dtype) or types.infer_dtype(values, skipna=False) == "string":
        return np.zeros(len(values), bool)
    return ~values.map(lambda cell: isinstance(cell, str)).to_numpy(bool)


def _bad_ids(values: pd.Series, column: Column):
    missing = values.isna().to_numpy()
    if missing.any():
        return missing, "Every row needs an id; leave rows without one out, or give them one."
    if types.is_integer_dtype(values.dtype):
        return None, ""
    if types.is_float_dtype(values.dtype):
        return _all(values, f"It is {values.dtype}: use .astype('int64').")
    if isinstance(values.dtype, pd.CategoricalDtype):
        return _bad_ids(values.astype(values.cat.categories.dtype), column)
    if not _is_text(values):
        return _all(values, f"It is {values.dtype}: use .astype('str').")
    mixed = _not_strings(values)
    if mixed.any():
        return mixed, "Ids must be all numbers or all text: use .astype('str')."
    return _verdict(values == "")


def _bad_texts(values: pd.Series, column: Column):
    categorical = isinstance(values.dtype, pd.CategoricalDtype)
    if not categorical and not _is_text(values):
        return _all(values, f"It is {values.dtype}: use .astype('str').")
    missing = values.isna().to_numpy()
    if missing.any():
        return missing, "Use .fillna('') where it is unknown." if column.empty else ""
    mixed = _not_strings(values)
    if mixed.any():
        return mixed, "Use .astype('str')."
    if not column.choices:
        return _verdict(values == "") if not column.empty else (None, "")
    mask = ~values.isin([*column.choices, ""] if column.empty else column.choices).to_numpy()
    if not mask.any():
        return None, ""
    close = nearest(values.iloc[int(np.argmax(mask))], column.choices)
    return mask, f"Did you mean {close!r}?" if close else ""


def _bad_days(values: pd.Series, column: Column):
    if isinstance(values.dtype, pd.DatetimeTZDtype):
        advice = (
            f"Its times are in the zone {values.dt.tz}; days have none. Decide in which zone a day begins, "
            f"then: table[{column.name!r}].dt.tz_convert('UTC').dt.tz_localize(None).dt.normalize()."
        )
        return _all(values, advice)
    if not types.is_datetime64_dtype(values.dtype):
        return _not_days(values, column)
    if not column.missing and values.isna().any():
        return values.isna().to_numpy(), ""
    clock = values.notna() & (values != values.dt.normalize())
    return _verdict(clock, f"To drop the time of day: table[{column.name!r}].dt.normalize().")


def _not_days(values: pd.Series, column: Column):
    """A column that is not made of timestamps: the cells that are no date, else how to convert it."""
    if not _is_text(values):
        return _all(values, f"It is {values.dtype}: use pd.to_datetime.")
    parsed = pd.to_datetime(values, errors="coerce", format="ISO8601", utc=True)
    advice = f"It is {values.dtype}: use pd.to_datetime(table[{column.name!r}])."
    unread = parsed.isna() & (values.notna() if column.missing else True)
    return (unread.to_numpy(), advice) if unread.any() else _all(values, advice)


def _numbers(values: pd.Series, column: Column):
    """The column as floats and None, or None and a verdict on cells that are no numbers."""
    if types.is_bool_dtype(values.dtype) or not (types.is_numeric_dtype(values.dtype) or _is_text(values)):
        return None, _all(values, f"It is {values.dtype}: use numbers.")
    if types.is_numeric_dtype(values.dtype):
        return values.to_numpy(float, na_value=np.nan), None
    unread = pd.to_numeric(values, errors="coerce").isna().to_numpy()
    advice = f"It is {values.dtype}: use pd.to_numeric(table[{column.name!r}])."
    return None, (unread, advice) if unread.any() else _all(values, advice)


def _bad_numbers(values: pd.Series, column: Column):
    numbers, verdict = _numbers(values, column)
    if verdict:
        return verdict
    bad = ~np.isfinite(numbers)
    if column.kind in ("money", "fraction"):
        bad |= numbers < 0
    if column.kind == "fraction":
        bad |= numbers > 1
    return _verdict(bad)


def _bad_counts(values: pd.Series, column: Column):
    numbers, verdict = _numbers(values, column)
    if verdict:
        return verdict
    bad = ~(np.isfinite(numbers) & (numbers >= 1) & (numbers == np.round(numbers)))
    if bad.any():
        return bad, ""
    if not types.is_integer_dtype(values.dtype):
        return _all(values, f"It is {values.dtype}: use .astype('int64').")
    return None, ""
