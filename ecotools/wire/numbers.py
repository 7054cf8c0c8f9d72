"""Numbers, texts and bytes that JSON cannot hold by itself."""

import math
import struct
from decimal import Decimal
from fractions import Fraction

from ecotools.wire.buffers import bytes_text, text_bytes
from ecotools.wire.json_values import text_size
from ecotools.wire.limits import WireError
from ecotools.wire.reader import ValueReader, reads
from ecotools.wire.writer import ValueWriter, writes

LONGEST_FRACTION = 4096
"""Hexadecimal digits of a numerator or denominator: reducing a fraction takes quadratic time."""
_DECIMAL = set("0123456789+-.EINafinsty")
_HEX = set("0123456789abcdef-")


@writes(type(...), type(NotImplemented))
def write_constant(writer: ValueWriter, value: object, depth: int) -> dict:
    return {"kind": "constant", "name": "Ellipsis" if value is ... else "NotImplemented"}


@reads("constant", "name")
def read_constant(reader: ValueReader, data: dict, depth: int) -> object:
    return {"Ellipsis": ..., "NotImplemented": NotImplemented}[reader.text(data["name"])]


@reads("plain", "value")
def read_plain(reader: ValueReader, data: dict, depth: int) -> object:
    if type(data["value"]) is dict:
        raise WireError("a plain value is no dict")
    return reader.node(data["value"], depth)


@writes(int)
def write_int(writer: ValueWriter, value: int, depth: int) -> object:
    number = int.__pos__(value)
    if number.bit_length() < 64:
        return number
    writer.spend(number.bit_length() // 4)
    return {"kind": "int", "hex": f"{number:x}"}


@reads("int", "hex")
def read_int(reader: ValueReader, data: dict, depth: int) -> int:
    return _whole(reader, data["hex"], reader.limits.bytes)


@writes(float)
def write_float(writer: ValueWriter, value: float, depth: int) -> object:
    number = float.__pos__(value)
    if math.isfinite(number):
        return number + 0.0 if writer.canonical else number
    if writer.canonical and number != number:
        number = math.nan
    return {"kind": "float", "bits": struct.pack(">d", number).hex()}


@reads("float", "bits")
def read_float(reader: ValueReader, data: dict, depth: int) -> float:
    return struct.unpack(">d", bytes.fromhex(reader.text(data["bits"], 16)))[0]


@writes(complex)
def write_complex(writer: ValueWriter, value: complex, depth: int) -> dict:
    number = complex.__pos__(value)
    return {"kind": "complex", "parts": writer.items([number.real, number.imag], depth)}


@reads("complex", "parts")
def read_complex(reader: ValueReader, data: dict, depth: int) -> complex:
    real, imaginary = reader.items(data["parts"], depth)
    if type(real) is not float or type(imaginary) is not float:
        raise WireError("a complex needs two floats")
    return complex(real, imaginary)


@writes(Decimal)
def write_decimal(writer: ValueWriter, value: Decimal, depth: int) -> dict:
    text = Decimal.__str__(value)
    writer.spend(len(text))
    return {"kind": "decimal", "text": text}


@reads("decimal", "text")
def read_decimal(reader: ValueReader, data: dict, depth: int) -> Decimal:
    text = reader.text(data["text"], reader.limits.bytes)
    if not set(text) <= _DECIMAL:
        raise WireError("a decimal holds digits, a point and an exponent")
    return Decimal(text)


@writes(Fraction)
def write_fraction(writer: ValueWriter, value: Fraction, depth: int) -> dict:
    parts = [f"{part:x}" for part in (value._numerator, value._denominator)]
    if max(map(len, parts)) > LONGEST_FRACTION:
        raise WireError(f"a fraction of more than {LONGEST_FRACTION} digits")
    writer.spend(sum(map(len, parts)))
    return {"kind": "fraction", "over": parts}


@reads("fraction", "over")
def read_fraction(reader: ValueReader, data: dict, depth: int) -> Fraction:
    over, under = (_whole(reader, part, LONGEST_FRACTION) for part in reader.listed(data["over"], 2))
    return Fraction(over, under)


@writes(str)
def write_text(writer: ValueWriter, value: str, depth: int) -> object:
    text = str.__str__(value)
    size = text_size(text)
    if size is None:
        return {"kind": "text", "base64": bytes_text(writer, text.encode("utf-8", "surrogatepass"))}
    writer.spend(size)
    return text


@reads("text", "base64")
def read_text(reader: ValueReader, data: dict, depth: int) -> str:
    return text_bytes(reader, data["base64"]).decode("utf-8", "surrogatepass")


@writes(bytes)
def write_bytes(writer: ValueWriter, value: bytes, depth: int) -> dict:
    return {"kind": "bytes", "base64": bytes_text(writer, bytes.__getitem__(value, slice(None)))}


@reads("bytes", "base64")
def read_bytes(reader: ValueReader, data: dict, depth: int) -> bytes:
    return text_bytes(reader, data["base64"])


@writes(bytearray)
def write_bytearray(writer: ValueWriter, value: bytearray, depth: int) -> dict:
    return {"kind": "bytearray", "base64": bytes_text(writer, bytearray.copy(value))}


@reads("bytearray", "base64")
def read_bytearray(reader: ValueReader, data: dict, depth: int) -> bytearray:
    return bytearray(text_bytes(reader, data["base64"]))


def _whole(reader: ValueReader, data: object, longest: int) -> int:
    text = reader.text(data, longest)
    if not set(text) <= _HEX:
        raise WireError("a whole number is written in hexadecimal digits")
    return int(text, 16)
