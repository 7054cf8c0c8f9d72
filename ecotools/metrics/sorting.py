"""Sorting and finding rows by several whole numbers at once."""

from math import prod

import numpy as np


def order_by(*columns: np.ndarray) -> np.ndarray:
    """Return the places of the rows sorted by whole numbers, the first column first; ties keep their order.

    Where they fit into 63 bits together, the columns are packed into one number, which sorts several times
    faster.

    >>> order_by(np.array([2, 1, 2]), np.array([5, 9, 3])).tolist()
    [1, 2, 0]
    """
    if not len(columns[0]):
        return np.zeros(0, dtype=np.int64)
    lows = [int(column.min()) for column in columns]
    spans = [int(column.max()) - low + 1 for column, low in zip(columns, lows, strict=True)]
    if prod(spans) >= 2**63:
        return np.lexsort(columns[::-1])
    key = np.zeros(len(columns[0]), dtype=np.int64)
    for column, low, span in zip(columns, lows, spans, strict=True):
        key *= span
        key += column.astype(np.int64) - low
    return np.argsort(key, kind="stable")


def unit_day(unit: np.ndarray, day: np.ndarray) -> np.ndarray:
    """Return one number for a unit and a day, which sorts by the unit first.

    A day takes the lower 32 bits: days since 1970 are far below 2^32.

    >>> unit_day(np.array([0, 1]), np.array(["1970-01-03", "1970-01-01"], "datetime64[D]")).tolist()
    [2, 4294967296]
    """
    return (unit.astype(np.int64) << 32) + day.astype(np.int64)
