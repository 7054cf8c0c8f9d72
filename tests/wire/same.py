"""What the tests of the wire share: a crossing through real JSON text, and equality that is strict."""

from __future__ import annotations

import dataclasses
import json
import struct
from decimal import Decimal

import numpy as np
import pandas as pd

from ecotools.wire import decode, encode
from ecotools.wire.unknown_values import Opaque


def crossed(value, **more):
    """Return the copy of a value that arrives on the other side."""
    text = json.dumps(encode(value), allow_nan=False, ensure_ascii=False)
    return decode(json.loads(text.encode().decode()), **more)


def same(left, right) -> bool:
    """Whether two values have the same class, form and content, NaN and the sign of zero included."""
    if type(left) is not type(right):
        return False
    if isinstance(left, float):
        return struct.pack("d", left) == struct.pack("d", right)
    if isinstance(left, int):
        return left == right
    if isinstance(left, Decimal):
        return repr(left) == repr(right)
    if isinstance(left, complex):
        return same(left.real, right.real) and same(left.imag, right.imag)
    if isinstance(left, list | tuple):
        return len(left) == len(right) and all(map(same, left, right))
    if isinstance(left, dict):
        return same(list(left), list(right)) and same(list(left.values()), list(right.values()))
    if isinstance(left, set | frozenset):
        return len(left) == len(right) and all(any(same(a, b) for b in right) for a in left)
    if isinstance(left, slice):
        return same((left.start, left.stop, left.step), (right.start, right.stop, right.step))
    if isinstance(left, Opaque):
        return dataclasses.astuple(left) == dataclasses.astuple(right)
    if isinstance(left, np.generic):
        return left.dtype == right.dtype and (left.tobytes() == right.tobytes() or left == right)
    if isinstance(left, np.ndarray):
        return _same_arrays(left, right)
    if isinstance(left, pd.DataFrame):
        columns = range(left.shape[1])
        return (
            left.shape == right.shape
            and same(left.columns, right.columns)
            and all(same(left.iloc[:, at], right.iloc[:, at]) for at in columns)
            and same(left.index, right.index)
            and same(left.attrs, right.attrs)
        )
    if isinstance(left, pd.Series):
        parts = ("array", "index", "name", "attrs")
        return all(same(getattr(left, part), getattr(right, part)) for part in parts)
    if isinstance(left, pd.Index):
        return _same_indexes(left, right)
    if isinstance(left, pd.api.extensions.ExtensionArray):
        return _same_columns(left, right)
    return repr(left) == repr(right) and (left is right or left == right or left != left)


def _same_arrays(left: np.ndarray, right: np.ndarray) -> bool:
    if left.dtype != right.dtype or left.shape != right.shape or not right.flags.writeable:
        return False
    if isinstance(left, np.ma.MaskedArray):
        parts = ("data", "mask")
        return all(same(np.array(getattr(left, p)), np.array(getattr(right, p))) for p in parts)
    if left.dtype.names is not None:
        return all(same(left[name], right[name]) for name in left.dtype.names)
    if left.dtype == object:
        return same(left.ravel().tolist(), right.ravel().tolist())
    if left.dtype.char in "gG":  # bytes beside the number are chance
        return repr(left) == repr(right)
    return left.tobytes() == right.tobytes()


def _same_indexes(left: pd.Index, right: pd.Index) -> bool:
    if left.dtype != right.dtype or not same(list(left.names), list(right.names)):
        return False
    if isinstance(left, pd.MultiIndex):
        levels = len(left.levels) == len(right.levels) and all(map(same, left.levels, right.levels))
        return levels and all(np.array_equal(a, b) for a, b in zip(left.codes, right.codes, strict=True))
    if getattr(left, "freq", None) != getattr(right, "freq", None):
        return False
    if isinstance(left, pd.RangeIndex):
        return (left.start, left.stop, left.step) == (right.start, right.stop, right.step)
    return same(left.array, right.array)


def _same_columns(left, right) -> bool:
    if repr(left.dtype) != repr(right.dtype) or left.dtype != right.dtype or len(left) != len(right):
        return False
    if isinstance(left, pd.Categorical):
        categories = same(left.categories, right.categories)
        return categories and left.ordered == right.ordered and np.array_equal(left.codes, right.codes)
    if isinstance(left.dtype, np.dtype):
        return same(np.array(left), np.array(right))
    return same(list(left), list(right))
