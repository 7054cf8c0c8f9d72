"""Tests of the cells of one column: which rows are wrong, and what would put them right."""

import numpy as np
import pandas as pd
from pandas.api import types

from ecotools.errors import nearest
from ecotools.ledger.columns import Column


def bad_cells(values: pd.Series, column: Column) -> tuple[np.ndarray | None, str]:
    """Return the mask of wrong cells and advice, or ``(None, "")`` when the column is right.

    >>> from ecotools.ledger.schema import schema
    >>> bad_cells(pd.Series([1.0, -5.0]), schema("orders").columns[6])[0].tolist()
    [False, True]
    """
    if not len(values):
        return None, ""
    test = {"id": _bad_ids, "day": _bad_days, "text": _bad_texts, "count": _bad_counts}
    return test.get(column.kind, _bad_numbers)(values, column)


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
