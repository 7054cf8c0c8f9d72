"""Columns of pandas that Arrow keeps in a type of its own."""

import re

import pandas as pd

from ecotools.wire.columns import writes_dtype
from ecotools.wire.dates import known_zones
from ecotools.wire.limits import WireError
from ecotools.wire.reader import ValueReader, reads
from ecotools.wire.writer import ValueWriter

_NAMED = (
    *(f"{sign}int{bits}" for sign in ("", "u") for bits in (8, 16, 32, 64)),
    *("float16", "float32", "float64", "bool_", "null", "date32", "date64"),
    *("string", "large_string", "string_view", "binary", "large_binary"),
)
_WITH_UNIT = ("time32", "time64", "duration", "timestamp")
_OFFSET = re.compile(r"[+-][0-9]{2}:[0-9]{2}")


@writes_dtype(pd.ArrowDtype)
def write_arrow(writer: ValueWriter, value: pd.arrays.ArrowExtensionArray, depth: int) -> dict:
    values = value.__arrow_array__()
    return {
        "kind": "arrow",
        "type": _type_data(values.type),
        "items": writer.items(values.to_pylist(), depth),
    }


@reads("arrow", "type", "items")
def read_arrow(reader: ValueReader, data: dict, depth: int) -> pd.arrays.ArrowExtensionArray:
    import pyarrow as pa

    values = pa.array(reader.items(data["items"], depth), _type(reader, data["type"], depth))
    return pd.arrays.ArrowExtensionArray(pa.chunked_array([values]))


def _type_data(kind) -> list:
    """A type of Arrow as its name and what belongs to it; an error for one that the format does not know."""
    import pyarrow as pa

    for name in _NAMED:
        if kind == getattr(pa, name)():
            return [name]
    for name in _WITH_UNIT:
        if getattr(pa.types, f"is_{name}")(kind):
            return [name, kind.unit, kind.tz] if name == "timestamp" else [name, kind.unit]
    if pa.types.is_decimal128(kind):
        return ["decimal128", kind.precision, kind.scale]
    if pa.types.is_list(kind):
        return ["list_", _type_data(kind.value_type)]
    if pa.types.is_struct(kind):
        return ["struct", [[field.name, _type_data(field.type)] for field in kind]]
    raise TypeError("the format has no such type of Arrow")


def _type(reader: ValueReader, data: object, depth: int):
    """The type of Arrow of checked data; each part of it counts as a value."""
    import pyarrow as pa

    reader.count(1)
    reader.descend(depth, list)
    name, *more = reader.listed(data, 3) or [None]
    reader.text(name)
    if name == "list_" and len(more) == 1:
        return pa.list_(_type(reader, more[0], depth + 1))
    if name == "struct" and len(more) == 1:
        fields = [reader.listed(field, 2) for field in reader.listed(more[0], 100)]
        return pa.struct([(reader.text(field), _type(reader, kind, depth + 1)) for field, kind in fields])
    if name == "decimal128" and len(more) == 2:
        return pa.decimal128(reader.whole(more[0], 1, 38), reader.whole(more[1], -38, 38))
    if name == "timestamp" and len(more) == 2:
        return pa.timestamp(reader.text(more[0]), None if more[1] is None else _zone(reader.text(more[1])))
    if name in _WITH_UNIT and len(more) == 1:
        return getattr(pa, name)(reader.text(more[0]))
    if name in _NAMED and not more:
        return getattr(pa, name)()
    raise WireError("unknown type of Arrow")


def _zone(name: str) -> str:
    if name not in known_zones() and not _OFFSET.fullmatch(name):
        raise WireError(f"unknown time zone {name!a}")
    return name
