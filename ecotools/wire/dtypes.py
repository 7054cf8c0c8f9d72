"""Classes and dtypes as values: from closed tables, never imported by name."""

import builtins
import datetime as dt
import re
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

import numpy as np
import pandas as pd

from ecotools.wire.functions import write_function
from ecotools.wire.limits import WireError
from ecotools.wire.reader import ValueReader, reads
from ecotools.wire.writer import ValueWriter, writes

LARGEST_ITEM = 2**26
MOST_FIELDS = 1000
_SIMPLE = re.compile(
    r"[<>|](b1|[iu][1248]|f(2|4|8|12|16)|c(8|16|24|32)|[US][0-9]{1,7}"
    r"|[mM]8(\[([0-9]{1,9})?(Y|M|W|D|h|m|s|ms|us|ns|ps|fs|as)\])?)|\|O"
)

_CLASSES = [
    *(item for item in vars(builtins).values() if isinstance(item, type)),
    *(type(None), dt.date, dt.datetime, dt.time, dt.timedelta, Decimal, Fraction),
    *(item for item in vars(np).values() if isinstance(item, type) and issubclass(item, np.generic)),
    *(np.ndarray, np.dtype, pd.DataFrame, pd.Series, pd.Timestamp, pd.Timedelta, pd.Period, pd.Interval),
    *(item for name, item in vars(pd).items() if name.endswith(("Index", "Dtype"))),
    *(pd.Categorical, pd.DateOffset),
]
TYPES = {f"{kind.__module__}.{kind.__qualname__}": kind for kind in _CLASSES}
"""Full name of a class -> the class: all classes that cross as themselves."""
_NAMES = {kind: name for name, kind in TYPES.items()}


@writes(type)
def write_type(writer: ValueWriter, value: type, depth: int) -> dict:
    """A class of the table; another class is a callable like others."""
    name = _NAMES.get(value)
    if name is not None and TYPES[name] is value:  # a class may claim to equal another
        return {"kind": "type", "name": name}
    return write_function(writer, value, depth)


@reads("type", "name")
def read_type(reader: ValueReader, data: dict, depth: int) -> type:
    return TYPES[reader.text(data["name"])]


@writes(np.dtype)
def write_dtype(writer: ValueWriter, value: np.dtype, depth: int) -> dict:
    return {"kind": "dtype", "dtype": numpy_dtype_data(value)}


@reads("dtype", "dtype")
def read_dtype(reader: ValueReader, data: dict, depth: int) -> np.dtype:
    return numpy_dtype(reader, data["dtype"])


@writes(pd.api.extensions.ExtensionDtype)
def write_pandas_dtype(writer: ValueWriter, value: pd.api.extensions.ExtensionDtype, depth: int) -> dict:
    """A dtype crosses as an empty column of it."""
    if isinstance(value, pd.CategoricalDtype) and value.categories is None:
        return {"kind": "open category", "ordered": value.ordered}
    empty = value.construct_array_type()._from_sequence([], dtype=value)
    return {"kind": "pandas dtype", "like": writer.node(empty, depth)}


@reads("pandas dtype", "like")
def read_pandas_dtype(reader: ValueReader, data: dict, depth: int) -> pd.api.extensions.ExtensionDtype:
    return reader.instance(data["like"], depth, pd.api.extensions.ExtensionArray).dtype


@reads("open category", "ordered")
def read_open_category(reader: ValueReader, data: dict, depth: int) -> pd.CategoricalDtype:
    return pd.CategoricalDtype(ordered=None if data["ordered"] is None else reader.flag(data["ordered"]))


def numpy_dtype_data(dtype: np.dtype) -> object:
    """Return a dtype as its short text, or as a dict when it has fields or a shape of its own.

    >>> numpy_dtype_data(np.dtype("M8[s]"))
    '<M8[s]'
    """
    if dtype.subdtype is not None:
        base, shape = dtype.subdtype
        return {"base": numpy_dtype_data(base), "shape": list(shape)}
    if dtype.names is not None:
        listed = []
        for name in dtype.names:
            field, offset, *title = dtype.fields[name]
            listed.append([name, numpy_dtype_data(field), offset, _title(*title)])
        return {"fields": listed, "size": dtype.itemsize}
    if not _SIMPLE.fullmatch(dtype.str):
        raise TypeError("the format has no such dtype")
    return dtype.str


def numpy_dtype(reader: ValueReader, data: object, depth: int = 0) -> np.dtype:
    """Return the dtype of checked data; each of its fields counts as a value."""
    reader.count(depth > 0)
    if type(data) is str:
        if not _SIMPLE.fullmatch(reader.text(data)):
            raise WireError(f"unknown dtype {data!a}")
        return _simple(data)
    reader.descend(depth, np.dtype)
    if type(data) is dict and data.keys() == {"base", "shape"}:
        shape = tuple(reader.whole(length, 0, LARGEST_ITEM) for length in reader.listed(data["shape"], 32))
        return _small(np.dtype((numpy_dtype(reader, data["base"], depth + 1), shape)))
    if type(data) is not dict or data.keys() != {"fields", "size"}:
        raise WireError("a dtype is a text, or has fields and a size, or a base and a shape")
    names, formats, offsets, titles = [], [], [], []
    for field in reader.listed(data["fields"], MOST_FIELDS):
        name, dtype, offset, title = reader.listed(field, 4)
        names.append(reader.text(name))
        formats.append(numpy_dtype(reader, dtype, depth + 1))
        offsets.append(reader.whole(offset, 0, LARGEST_ITEM))
        titles.append(None if title is None else reader.text(title))
    size = reader.whole(data["size"], 0, LARGEST_ITEM)
    parts = {"names": names, "formats": formats, "offsets": offsets, "titles": titles, "itemsize": size}
    return _small(np.dtype(parts))


def _title(title: object = None) -> str | None:
    """The second name of a field; numpy takes any object for it."""
    if title is not None and type(title) is not str:
        raise TypeError("the format has no such title")
    return title


@lru_cache(maxsize=512)
def _simple(text: str) -> np.dtype:
    return _small(np.dtype(text))


def _small(dtype: np.dtype) -> np.dtype:
    if dtype.itemsize > LARGEST_ITEM:
        raise WireError(f"one element of a dtype takes more than {LARGEST_ITEM:,} bytes")
    return dtype
