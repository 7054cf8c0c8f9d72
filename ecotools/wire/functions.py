"""Callables, which stay where they are, and values of unknown kinds."""

import inspect
import keyword

from ecotools.wire.limits import WireError
from ecotools.wire.reader import ValueReader, reads
from ecotools.wire.unknown_values import LONGEST_NAME, Opaque, class_name
from ecotools.wire.writer import ValueWriter, opaque, writes, writes_where

LONGEST_DOC = 4000
MOST_PARAMETERS = 100
_HOWS = {how.name: how for how in inspect._ParameterKind}


@writes(Opaque)
def write_opaque(writer: ValueWriter, value: Opaque, depth: int) -> dict:
    return {"kind": "opaque", "class": value.kind[:LONGEST_NAME], "module": value.module[:LONGEST_NAME]}


@reads("opaque", "class", "module")
def read_opaque(reader: ValueReader, data: dict, depth: int) -> Opaque:
    return Opaque(reader.text(data["class"]), reader.text(data["module"]))


@writes_where(callable)
def write_function(writer: ValueWriter, value: object, depth: int) -> dict:
    if writer.export is None:
        return opaque(value)
    doc = _said(value, "__doc__")[:LONGEST_DOC]
    writer.spend(len(doc))
    return {
        "kind": "function",
        "handle": writer.export(value),
        "class": class_name(type(value)),
        "name": _said(value, "__name__")[:LONGEST_NAME],
        "doc": doc,
        "signature": _signature(writer, value, depth),
    }


@reads("function", "handle", "class", "name", "doc", "signature")
def read_function(reader: ValueReader, data: dict, depth: int) -> object:
    """What `bind` makes of the checked data, in which the signature has become an `inspect.Signature`."""
    checked = {
        "kind": "function",
        "handle": reader.whole(data["handle"], 0),
        "class": reader.text(data["class"]),
        "name": reader.text(data["name"]),
        "doc": reader.text(data["doc"], LONGEST_DOC),
        "signature": _parameters(reader, data["signature"], depth),
    }
    if reader.bind is None:
        return Opaque(checked["class"], "")
    return reader.bind(checked)


def _said(value: object, name: str) -> str:
    """The name or docstring of a callable; empty when there is none, or when asking for it fails."""
    try:
        text = getattr(value, name, "")
        return text.encode("utf-8", "replace").decode("utf-8") if type(text) is str else ""
    except Exception:
        return ""


def _signature(writer: ValueWriter, value: object, depth: int) -> list | None:
    try:
        parameters = list(inspect.signature(value).parameters.values())
    except Exception:  # asking may run the code of whoever wrote the callable
        return None
    if len(parameters) > MOST_PARAMETERS or not all(_is_name(each.name) for each in parameters):
        return None
    return [
        {
            "name": each.name,
            "how": each.kind.name,
            "default": [] if each.default is each.empty else [writer.node(each.default, depth)],
        }
        for each in parameters
    ]


def _parameters(reader: ValueReader, data: object, depth: int) -> inspect.Signature | None:
    if data is None:
        return None
    parameters = []
    for each in reader.listed(data, MOST_PARAMETERS):
        if type(each) is not dict or each.keys() != {"name", "how", "default"}:
            raise WireError("a parameter needs a name, how it is given and a default")
        name, how = reader.text(each["name"]), _HOWS.get(reader.text(each["how"]))
        if how is None or not _is_name(name):
            raise WireError("a parameter needs a name that Python allows, and how it is given")
        default = [reader.node(value, depth) for value in reader.listed(each["default"], 1)]
        parameters.append(
            inspect.Parameter(name, how, default=default[0] if default else inspect.Parameter.empty)
        )
    return inspect.Signature(parameters)


def _is_name(name: str) -> bool:
    return (
        type(name) is str
        and len(name) <= LONGEST_NAME
        and name.isidentifier()
        and not keyword.iskeyword(name)
    )
