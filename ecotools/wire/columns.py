"""Columns of pandas: the extension arrays of every dtype that pandas writes itself."""

from collections.abc import Callable

import numpy as np
import pandas as pd
from pandas.api.extensions import ExtensionArray

from ecotools.wire import dates
from ecotools.wire.arrays import write_array
from ecotools.wire.limits import WireError
from ecotools.wire.reader import ValueReader, alike_checked, reads
from ecotools.wire.unknown_values import bases
from ecotools.wire.writer import ValueWriter, writes

_NULLABLE = {
    **{f"{sign}Int{bits}": pd.arrays.IntegerArray for sign in ("", "U") for bits in (8, 16, 32, 64)},
    "Float32": pd.arrays.FloatingArray,
    "Float64": pd.arrays.FloatingArray,
    "boolean": pd.arrays.BooleanArray,
}
_BY_DTYPE: dict[type, Callable] = {}


def writes_dtype(*dtypes: type) -> Callable:
    """Enter a function as the writer of columns of these dtypes."""

    def enter(write: Callable) -> Callable:
        _BY_DTYPE.update(dict.fromkeys(dtypes, write))
        return write

    return enter


@writes(ExtensionArray)
def write_column(writer: ValueWriter, value: ExtensionArray, depth: int) -> dict:
    """A column by its dtype; the walk makes something opaque of one that the format does not know."""
    write = next(_BY_DTYPE[base] for base in bases(type(value.dtype)) if base in _BY_DTYPE)
    return write(writer, value, depth)


def column_data(writer: ValueWriter, values: np.ndarray | ExtensionArray, depth: int) -> dict:
    """Return the data of what is inside a Series or Index; an error when it would be opaque."""
    if type(values) is pd.arrays.NumpyExtensionArray:  # columns of texts are of a subclass
        values = values.to_numpy()
    data = writer.node(values, depth)
    if data["kind"] == "opaque":
        raise TypeError("the format has no column of this dtype")
    return data


def column(reader: ValueReader, data: object, depth: int) -> np.ndarray | ExtensionArray:
    """Return what goes into a Series or Index: one dimension."""
    values = reader.instance(data, depth, np.ndarray, ExtensionArray)
    if values.ndim != 1:
        raise WireError("a column has one dimension")
    return values


@writes_dtype(type(pd.arrays.NumpyExtensionArray(np.zeros(0)).dtype))
def write_numpy_column(writer: ValueWriter, value: pd.arrays.NumpyExtensionArray, depth: int) -> dict:
    return {"kind": "numpy column", "values": write_array(writer, value.to_numpy(), depth)}


@reads("numpy column", "values")
def read_numpy_column(reader: ValueReader, data: dict, depth: int) -> ExtensionArray:
    return pd.arrays.NumpyExtensionArray(reader.instance(data["values"], depth, np.ndarray))


@writes_dtype(*(type(pd.api.types.pandas_dtype(name)) for name in _NULLABLE))
def write_nullable(writer: ValueWriter, value: ExtensionArray, depth: int) -> dict:
    mask = value._mask
    values = np.where(mask, value._data.dtype.type(0), value._data)  # what lies below a mask is chance
    return {
        "kind": "nullable",
        "dtype": value.dtype.name,
        "values": write_array(writer, values, depth),
        "mask": write_array(writer, mask, depth),
    }


@reads("nullable", "dtype", "values", "mask")
def read_nullable(reader: ValueReader, data: dict, depth: int) -> ExtensionArray:
    build = _NULLABLE[reader.text(data["dtype"])]
    values, mask = column(reader, data["values"], depth), column(reader, data["mask"], depth)
    if values.dtype != pd.api.types.pandas_dtype(data["dtype"]).numpy_dtype or mask.dtype != np.dtype(bool):
        raise WireError("a nullable column needs values of its dtype and a mask")
    return build(values, mask)


@writes_dtype(pd.StringDtype)
def write_strings(writer: ValueWriter, value: ExtensionArray, depth: int) -> dict:
    texts = value.to_numpy(dtype=object, na_value=None).tolist()
    return {
        "kind": "strings",
        "storage": value.dtype.storage,
        "missing": "NA" if value.dtype.na_value is pd.NA else "nan",
        "items": writer.items(texts, depth),
    }


@reads("strings", "storage", "missing", "items")
def read_strings(reader: ValueReader, data: dict, depth: int) -> ExtensionArray:
    storage, missing = reader.text(data["storage"]), reader.text(data["missing"])
    if storage not in ("python", "pyarrow") or missing not in ("NA", "nan"):
        raise WireError("unknown dtype of a column of texts")
    texts = reader.items(data["items"], depth)
    if not set(map(type, texts)) <= {str, type(None)}:
        raise WireError("a column of texts holds something else")
    dtype = pd.StringDtype(storage, na_value=pd.NA if missing == "NA" else np.nan)
    return pd.array(texts, dtype=dtype)


@writes_dtype(pd.CategoricalDtype)
def write_categorical(writer: ValueWriter, value: pd.Categorical, depth: int) -> dict:
    return {
        "kind": "categorical",
        "codes": write_array(writer, value.codes, depth),
        "categories": writer.node(value.categories, depth),
        "ordered": value.ordered,
    }


@reads("categorical", "codes", "categories", "ordered")
def read_categorical(reader: ValueReader, data: dict, depth: int) -> pd.Categorical:
    codes = column(reader, data["codes"], depth)
    if not isinstance(codes, np.ndarray) or codes.dtype.kind != "i":
        raise WireError("the codes of a category are whole numbers")
    categories = index_of_keys(reader, data["categories"], depth)
    ordered = None if data["ordered"] is None else reader.flag(data["ordered"])
    return pd.Categorical.from_codes(codes, dtype=pd.CategoricalDtype(categories, ordered))


def index_of_keys(reader: ValueReader, data: object, depth: int) -> pd.Index:
    """Return an index whose values are looked up: not many of the same hash."""
    index = reader.instance(data, depth, pd.Index)
    if index.dtype == np.dtype(object):
        alike_checked(index.tolist())
    return index


@writes(pd.arrays.DatetimeArray)
def write_datetimes(writer: ValueWriter, value: pd.arrays.DatetimeArray, depth: int) -> dict:
    place = dates.zone_data(value.tz)
    instants = value.tz_localize(None) if value.tz is None else value.tz_convert(None)
    return {"kind": "datetimes", "values": write_array(writer, instants.to_numpy(), depth), "zone": place}


@reads("datetimes", "values", "zone")
def read_datetimes(reader: ValueReader, data: dict, depth: int) -> ExtensionArray:
    instants = pd.DatetimeIndex(_times(reader, data["values"], depth, "M"))
    place = dates.zone(reader, data["zone"])
    return (instants if place is None else instants.tz_localize("UTC").tz_convert(place)).array


@writes(pd.arrays.TimedeltaArray)
def write_timedeltas(writer: ValueWriter, value: pd.arrays.TimedeltaArray, depth: int) -> dict:
    return {"kind": "timedeltas", "values": write_array(writer, value.to_numpy(), depth)}


@reads("timedeltas", "values")
def read_timedeltas(reader: ValueReader, data: dict, depth: int) -> ExtensionArray:
    return pd.TimedeltaIndex(_times(reader, data["values"], depth, "m")).array


def _times(reader: ValueReader, data: object, depth: int, kind: str) -> np.ndarray:
    values = column(reader, data, depth)
    if not (
        values.dtype.kind == kind and np.datetime_data(values.dtype) in [(unit, 1) for unit in dates.UNITS]
    ):
        raise WireError(f"times are stored in one of {', '.join(dates.UNITS)}")
    return values


@writes_dtype(pd.PeriodDtype)
def write_periods(writer: ValueWriter, value: pd.arrays.PeriodArray, depth: int) -> dict:
    ordinals = write_array(writer, value.asi8, depth)
    return {"kind": "periods", "ordinals": ordinals, "frequency": dates.period_frequency(value.dtype)}


@reads("periods", "ordinals", "frequency")
def read_periods(reader: ValueReader, data: dict, depth: int) -> ExtensionArray:
    ordinals, dtype = column(reader, data["ordinals"], depth), dates.period_dtype(reader, data["frequency"])
    if ordinals.dtype != np.dtype("i8"):
        raise WireError("periods are numbered by whole numbers of 64 bits")
    return pd.arrays.PeriodArray(ordinals, dtype=dtype)


@writes_dtype(pd.IntervalDtype)
def write_intervals(writer: ValueWriter, value: pd.arrays.IntervalArray, depth: int) -> dict:
    sides = [writer.node(side, depth) for side in (value.left, value.right)]
    return {"kind": "intervals", "sides": sides, "closed": value.closed}


@reads("intervals", "sides", "closed")
def read_intervals(reader: ValueReader, data: dict, depth: int) -> ExtensionArray:
    left, right = (reader.instance(side, depth, pd.Index) for side in reader.listed(data["sides"], 2))
    return pd.arrays.IntervalArray.from_arrays(left, right, closed=reader.text(data["closed"]))


@writes_dtype(pd.SparseDtype)
def write_sparse(writer: ValueWriter, value: pd.arrays.SparseArray, depth: int) -> dict:
    """The whole column: a sparse one that is long is refused like a long one."""
    dtype = value.dtype
    if len(value) * dtype.subtype.itemsize > writer.bytes:
        writer.spend(len(value) * dtype.subtype.itemsize)
    return {
        "kind": "sparse",
        "values": write_array(writer, np.asarray(value, dtype.subtype), depth),
        "fill": writer.node(dtype.fill_value, depth),
        "index": value.kind,
    }


@reads("sparse", "values", "fill", "index")
def read_sparse(reader: ValueReader, data: dict, depth: int) -> ExtensionArray:
    values, fill = column(reader, data["values"], depth), reader.node(data["fill"], depth)
    dtype = pd.SparseDtype(values.dtype, fill)
    return pd.arrays.SparseArray(values, dtype=dtype, kind=reader.text(data["index"]))
