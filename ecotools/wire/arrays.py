"""numpy: scalars, arrays of every plain dtype, masked arrays."""

import math

import numpy as np

from ecotools.wire.buffers import bytes_text, text_bytes
from ecotools.wire.dtypes import numpy_dtype, numpy_dtype_data
from ecotools.wire.limits import WireError
from ecotools.wire.reader import ValueReader, reads
from ecotools.wire.writer import ValueWriter, writes

MOST_DIMENSIONS = 32
_BAD_PADDING = np.dtype(np.longdouble).itemsize == 16 and np.finfo(np.longdouble).nmant == 63


@writes(np.generic)
def write_scalar(writer: ValueWriter, value: np.generic, depth: int) -> dict:
    array = np.empty((), np.generic.dtype.__get__(value))
    array[()] = value
    return {"kind": "numpy scalar", "value": writer.node(array, depth)}


@reads("numpy scalar", "value")
def read_scalar(reader: ValueReader, data: dict, depth: int) -> np.generic:
    array = reader.instance(data["value"], depth, np.ndarray)
    if array.ndim or array.dtype.kind == "O":
        raise WireError("a numpy scalar is an array without dimensions")
    return array[()]


@writes(np.str_)
def write_numpy_text(writer: ValueWriter, value: np.str_, depth: int) -> dict:
    return {"kind": "numpy text", "value": writer.node(str.__str__(value), depth)}


@writes(np.bytes_)
def write_numpy_bytes(writer: ValueWriter, value: np.bytes_, depth: int) -> dict:
    return {"kind": "numpy text", "value": writer.node(bytes.__getitem__(value, slice(None)), depth)}


@reads("numpy text", "value")
def read_numpy_text(reader: ValueReader, data: dict, depth: int) -> np.generic:
    """Text and bytes apart from arrays, where zeros at the end would be lost."""
    value = reader.instance(data["value"], depth, str, bytes)
    return np.str_(value) if isinstance(value, str) else np.bytes_(value)


@writes(np.ndarray)
def write_array(writer: ValueWriter, value: np.ndarray, depth: int) -> dict:
    array = np.ndarray.view(value, np.ndarray)
    shape = list(array.shape)
    if array.dtype.names is not None:
        writer.spend(array.nbytes)
        fields = [write_array(writer, array[name], depth) for name in array.dtype.names]
        return {"kind": "records", "dtype": numpy_dtype_data(array.dtype), "shape": shape, "fields": fields}
    if array.dtype.kind == "O":
        if array.size > writer.nodes:
            writer.count(array.size)
        return {"kind": "objects", "shape": shape, "items": writer.items(array.ravel().tolist(), depth)}
    dtype = numpy_dtype_data(array.dtype)
    if array.nbytes > writer.bytes:
        writer.spend(array.nbytes)
    array = _canonical(array) if writer.canonical else array
    raw = _without_padding(array).tobytes()
    return {"kind": "array", "dtype": dtype, "shape": shape, "base64": bytes_text(writer, raw)}


@reads("array", "dtype", "shape", "base64")
def read_array(reader: ValueReader, data: dict, depth: int) -> np.ndarray:
    dtype, shape = numpy_dtype(reader, data["dtype"]), _shape(reader, data["shape"])
    if dtype.kind not in "biufcmMUS":
        raise WireError("a buffer holds numbers, times or texts")
    size = math.prod(shape) * dtype.itemsize
    raw = text_bytes(reader, data["base64"], size)
    if not size:
        return np.zeros(shape, dtype)
    array = np.frombuffer(raw, dtype).reshape(shape).copy()
    if dtype.kind == "b" and array.view("u1").max() > 1:
        raise WireError("a truth value is stored as 0 or 1")
    if dtype.kind == "U" and np.frombuffer(raw, dtype.str[0] + "u4").max() > 0x10FFFF:
        raise WireError("a text holds a character that does not exist")
    return array


@reads("objects", "shape", "items")
def read_objects(reader: ValueReader, data: dict, depth: int) -> np.ndarray:
    shape, items = _shape(reader, data["shape"]), reader.items(data["items"], depth)
    if math.prod(shape) != len(items):
        raise WireError(f"an array of {math.prod(shape):,} objects holds {len(items):,}")
    return np.fromiter(items, object, len(items)).reshape(shape)


@reads("records", "dtype", "shape", "fields")
def read_records(reader: ValueReader, data: dict, depth: int) -> np.ndarray:
    dtype, shape = numpy_dtype(reader, data["dtype"]), _shape(reader, data["shape"])
    if dtype.names is None:
        raise WireError("records need the names of their fields")
    reader.spend(math.prod(shape) * dtype.itemsize)
    fields = reader.listed(data["fields"], len(dtype.names))
    array = np.zeros(shape, dtype)
    for name, field in zip(dtype.names, fields, strict=True):
        column = reader.instance(field, depth, np.ndarray)
        if column.dtype != array[name].dtype or column.shape != array[name].shape:
            raise WireError("a field of records does not have its dtype and shape")
        array[name] = column
    return array


@writes(np.ma.MaskedArray)
def write_masked(writer: ValueWriter, value: np.ma.MaskedArray, depth: int) -> dict:
    if value is np.ma.masked:
        return {"kind": "masked constant"}
    fill, unmasked = value._fill_value, np.ma.getmask(value) is np.ma.nomask and not writer.canonical
    return {
        "kind": "masked array",
        "values": write_array(writer, value, depth),
        "mask": None if unmasked else write_array(writer, np.ma.getmaskarray(value), depth),
        "fill": None if fill is None else write_array(writer, fill, depth),
    }


@reads("masked array", "values", "mask", "fill")
def read_masked(reader: ValueReader, data: dict, depth: int) -> np.ma.MaskedArray:
    values = reader.instance(data["values"], depth, np.ndarray)
    fill = None if data["fill"] is None else reader.instance(data["fill"], depth, np.ndarray)[()]
    if data["mask"] is None:
        return np.ma.MaskedArray(values, fill_value=fill)
    mask = reader.instance(data["mask"], depth, np.ndarray)
    if values.shape != mask.shape or mask.dtype != np.ma.make_mask_descr(values.dtype):
        raise WireError("a masked array needs a mask of its own shape")
    return np.ma.MaskedArray(values, mask=mask, fill_value=fill)


@reads("masked constant")
def read_masked_constant(reader: ValueReader, data: dict, depth: int) -> object:
    return np.ma.masked


def _shape(reader: ValueReader, data: object) -> tuple[int, ...]:
    """A shape whose product fits in the limits, also where its elements take no memory."""
    shape = tuple(reader.whole(length, 0, 2**40) for length in reader.listed(data, MOST_DIMENSIONS))
    if math.prod(length for length in shape if length) > reader.limits.bytes:
        raise WireError(f"an array of {math.prod(shape):,} elements is too large")
    return shape


def _canonical(array: np.ndarray) -> np.ndarray:
    """The same numbers with one NaN and one zero."""
    if array.dtype.kind not in "fc":
        return array
    flat = np.array(array, array.dtype.newbyteorder("="), order="C", ndmin=1)
    parts = flat.view(flat.real.dtype)
    with np.errstate(all="ignore"):
        parts += 0.0
    parts[np.isnan(parts)] = np.nan
    return flat.astype(array.dtype)


def _without_padding(array: np.ndarray) -> np.ndarray:
    """The same long doubles with zeros where the 80 bits of Intel leave 6 of 16 bytes to chance."""
    if not (_BAD_PADDING and array.dtype.char in "gG" and array.size):
        return array
    flat = np.array(array, order="C", ndmin=1)
    numbers = flat.view("u1").reshape(-1, 16)
    numbers[:, 10:] = 0
    return flat
