"""Series and DataFrames."""

import numpy as np
import pandas as pd
from pandas.api.extensions import ExtensionArray

from ecotools.wire.columns import column, column_data
from ecotools.wire.limits import WireError
from ecotools.wire.reader import ValueReader, reads
from ecotools.wire.writer import ValueWriter, writes


@writes(pd.Series)
def write_series(writer: ValueWriter, value: pd.Series, depth: int) -> dict:
    return {
        "kind": "series",
        "values": column_data(writer, pd.Series.array.__get__(value), depth),
        "index": _index(writer, value.index, depth),
        "name": writer.node(value.name, depth),
        "attrs": _attrs(writer, value, depth),
    }


@reads("series", "values", "index", "name", "attrs")
def read_series(reader: ValueReader, data: dict, depth: int) -> pd.Series:
    index, name = reader.instance(data["index"], depth, pd.Index), reader.node(data["name"], depth)
    series = _series(column(reader, data["values"], depth), index, name)
    return _with_attrs(reader, series, data["attrs"], depth)


@writes(pd.DataFrame)
def write_frame(writer: ValueWriter, value: pd.DataFrame, depth: int) -> dict:
    columns = [pd.DataFrame._ixs(value, at, axis=1).array for at in range(value.shape[1])]
    return {
        "kind": "frame",
        "columns": _index(writer, value.columns, depth),
        "index": _index(writer, value.index, depth),
        "values": [column_data(writer, each, depth) for each in columns],
        "attrs": _attrs(writer, value, depth),
    }


@reads("frame", "columns", "index", "values", "attrs")
def read_frame(reader: ValueReader, data: dict, depth: int) -> pd.DataFrame:
    columns = reader.instance(data["columns"], depth, pd.Index)
    index = reader.instance(data["index"], depth, pd.Index)
    values = [column(reader, each, depth) for each in reader.listed(data["values"])]
    if len(values) != len(columns):
        raise WireError(f"a frame with {len(columns):,} names of columns holds {len(values):,} columns")
    frame = pd.DataFrame(
        {at: _series(each, index, None) for at, each in enumerate(values)}, index=index, copy=False
    )
    frame.columns = columns
    return _with_attrs(reader, frame, data["attrs"], depth)


def _series(values: np.ndarray | ExtensionArray, index: pd.Index, name: object) -> pd.Series:
    """A Series of exactly these values: pandas must not guess a dtype for objects."""
    if len(values) != len(index):
        raise WireError(f"a column of {len(values):,} values has an index of {len(index):,}")
    return pd.Series(
        values, index, dtype=values.dtype if values.dtype == object else None, name=name, copy=False
    )


def _index(writer: ValueWriter, index: pd.Index, depth: int) -> dict:
    data = writer.node(index, depth)
    if data["kind"] == "opaque":
        raise TypeError("the format has no such index")
    return data


def _attrs(writer: ValueWriter, value: pd.Series | pd.DataFrame, depth: int) -> dict | None:
    return writer.node(value.attrs, depth) if value.attrs else None


def _with_attrs(reader: ValueReader, value, data: object, depth: int):
    if data is not None:
        value.attrs = reader.instance(data, depth, dict)
    return value
