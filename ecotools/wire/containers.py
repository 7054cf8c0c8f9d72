"""Lists, tuples, sets, dictionaries, and what is read from as if it were a list."""

import itertools
import keyword
import unicodedata
from collections import OrderedDict, deque, namedtuple
from collections.abc import MappingView
from functools import lru_cache
from io import IOBase
from json import dumps

from ecotools.wire.limits import WireError
from ecotools.wire.reader import ValueReader, reads
from ecotools.wire.unknown_values import a, bases, class_name, error_words
from ecotools.wire.writer import ValueWriter, opaque, writes, writes_where

MOST_FIELDS = 100
_OPEN_FILE = bases(IOBase)[1]


@writes(list)
def write_list(writer: ValueWriter, value: list, depth: int) -> dict:
    return {"kind": "list", "items": writer.items(list.copy(value), depth)}


@reads("list", "items")
def read_list(reader: ValueReader, data: dict, depth: int) -> list:
    return reader.items(data["items"], depth)


@writes(tuple)
def write_tuple(writer: ValueWriter, value: tuple, depth: int) -> dict:
    items = writer.items(list(tuple.__iter__(value)), depth)
    fields = _fields(type(value), len(items))
    if fields is None:
        return {"kind": "tuple", "items": items}
    return {"kind": "namedtuple", "name": class_name(type(value)), "fields": fields, "items": items}


@reads("tuple", "items")
def read_tuple(reader: ValueReader, data: dict, depth: int) -> tuple:
    return tuple(reader.items(data["items"], depth))


@reads("namedtuple", "name", "fields", "items")
def read_namedtuple(reader: ValueReader, data: dict, depth: int) -> tuple:
    name = reader.text(data["name"])
    fields = tuple(reader.text(field) for field in reader.listed(data["fields"], MOST_FIELDS))
    items = reader.items(data["items"], depth)
    if not _may_be_named(name, fields) or len(items) != len(fields):
        raise WireError("a namedtuple needs a name, and one name for each item")
    return _namedtuple(name, fields)._make(items)


@writes(set)
def write_set(writer: ValueWriter, value: set, depth: int) -> dict:
    return {"kind": "set", "items": _unordered(writer, list(set.__iter__(value)), depth)}


@reads("set", "items")
def read_set(reader: ValueReader, data: dict, depth: int) -> set:
    items = reader.keys(data["items"], depth)
    return _none_lost(set(items), items)


@writes(frozenset)
def write_frozenset(writer: ValueWriter, value: frozenset, depth: int) -> dict:
    return {"kind": "frozenset", "items": _unordered(writer, list(frozenset.__iter__(value)), depth)}


@reads("frozenset", "items")
def read_frozenset(reader: ValueReader, data: dict, depth: int) -> frozenset:
    items = reader.keys(data["items"], depth)
    return _none_lost(frozenset(items), items)


@writes(dict)
def write_dict(writer: ValueWriter, value: dict, depth: int) -> dict:
    ordered = OrderedDict if OrderedDict in bases(type(value)) else dict
    pairs = list(ordered.items(value))
    keys = writer.items([key for key, _ in pairs], depth)
    return {"kind": "dict", "keys": keys, "values": writer.items([item for _, item in pairs], depth)}


@reads("dict", "keys", "values")
def read_dict(reader: ValueReader, data: dict, depth: int) -> dict:
    keys = reader.keys(data["keys"], depth)
    return _none_lost(dict(zip(keys, reader.items(data["values"], depth), strict=True)), keys)


@writes(range)
def write_range(writer: ValueWriter, value: range, depth: int) -> dict:
    return {"kind": "range", "bounds": writer.items([value.start, value.stop, value.step], depth)}


@reads("range", "bounds")
def read_range(reader: ValueReader, data: dict, depth: int) -> range:
    start, stop, step = reader.items(data["bounds"], depth)
    if {type(start), type(stop), type(step)} != {int}:
        raise WireError("a range needs whole numbers")
    return range(start, stop, step)


@writes(slice)
def write_slice(writer: ValueWriter, value: slice, depth: int) -> dict:
    return {"kind": "slice", "bounds": writer.items([value.start, value.stop, value.step], depth)}


@reads("slice", "bounds")
def read_slice(reader: ValueReader, data: dict, depth: int) -> slice:
    start, stop, step = reader.items(data["bounds"], depth)
    return slice(start, stop, step)


_VIEWS = [
    type(view)
    for mapping in ({}, OrderedDict())
    for view in (mapping.keys(), mapping.values(), mapping.items())
]


@writes(deque, MappingView, *_VIEWS)
def write_view(writer: ValueWriter, value: object, depth: int) -> dict:
    return {"kind": "list", "items": writer.items(_drawn(writer, value), depth)}


def _draws(value: object) -> bool:
    """Whether a value of an unlisted class is an iterator, and no open file."""
    known = bases(type(value))
    return _OPEN_FILE not in known and all(
        any(name in vars(base) for base in known) for name in ("__iter__", "__next__")
    )


@writes_where(_draws)
def write_iterator(writer: ValueWriter, value: object, depth: int) -> dict:
    """What an iterator still has to give; comparing must not consume it."""
    return opaque(value) if writer.canonical else write_view(writer, value, depth)


def _drawn(writer: ValueWriter, value: object) -> list:
    most, name = writer.limits.items, a(class_name(type(value)))
    try:
        items = list(itertools.islice(iter(value), most + 1))
    except Exception as error:
        raise WireError(
            f"{name} stopped with an error while its items were drawn: {error_words(error)}"
        ) from error
    if len(items) > most:
        raise WireError(f"{name} gave more than {most:,} items: does it ever end?")
    return items


def _unordered(writer: ValueWriter, items: list, depth: int) -> list:
    data = writer.items(items, depth)
    return sorted(data, key=dumps) if writer.canonical else data


def _none_lost(collection, items: list):
    if len(collection) != len(items):
        raise WireError(f"{a(type(collection).__name__)} holds the same key twice")
    return collection


def _fields(kind: type, count: int) -> list[str] | None:
    """The field names of a namedtuple's class; None for another tuple."""
    for base in bases(kind):
        fields = vars(base).get("_fields")
        if type(fields) is tuple and len(fields) == count and _may_be_named(class_name(kind), fields):
            return list(fields)
    return None


def _may_be_named(name: str, fields: tuple) -> bool:
    """Whether these can be the names of a namedtuple and its fields: plain identifiers, each once."""
    return len(set(fields)) == len(fields) <= MOST_FIELDS and all(
        type(word) is str
        and len(word) <= 200
        and word.isidentifier()
        and not keyword.iskeyword(word)
        and not word.startswith("_")
        and unicodedata.normalize("NFKC", word) == word
        for word in (name.lstrip("_"), *fields)
    )


@lru_cache(maxsize=256)
def _namedtuple(name: str, fields: tuple[str, ...]) -> type:
    return namedtuple(name, fields)
