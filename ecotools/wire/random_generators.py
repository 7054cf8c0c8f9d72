"""Random generators of numpy as the state of a known bit generator: both sides draw the same numbers."""

from dataclasses import dataclass

import numpy as np

from ecotools.wire.limits import WireError
from ecotools.wire.reader import ValueReader, reads
from ecotools.wire.writer import ValueWriter, writes


@dataclass(frozen=True)
class _Numbers:
    """A part of a state: a number up to the largest, or an array of so many."""

    bits: int = 32
    largest: int = 2**32 - 1
    count: int | None = None


_WORD, _FLAG, _WIDE = _Numbers(), _Numbers(8, 1), _Numbers(128, 2**128 - 1)
_HALF = {"has_uint32": _FLAG, "uinteger": _WORD}


def _longs(count: int) -> _Numbers:
    return _Numbers(64, 2**64 - 1, count)


_STATES: dict[str, tuple[type, dict[str, _Numbers], dict[str, _Numbers]]] = {
    "MT19937": (np.random.MT19937, {"key": _Numbers(count=624), "pos": _Numbers(largest=624)}, {}),
    "PCG64": (np.random.PCG64, {"state": _WIDE, "inc": _WIDE}, _HALF),
    "PCG64DXSM": (np.random.PCG64DXSM, {"state": _WIDE, "inc": _WIDE}, _HALF),
    "Philox": (
        np.random.Philox,
        {"counter": _longs(4), "key": _longs(2)},
        {"buffer": _longs(4), "buffer_pos": _Numbers(largest=4), **_HALF},
    ),
    "SFC64": (np.random.SFC64, {"state": _longs(4)}, _HALF),
}
"""Name of a bit generator -> its class, the parts of its inner state, and those beside it."""


@writes(np.random.Generator)
def write_generator(writer: ValueWriter, value: np.random.Generator, depth: int) -> dict:
    return {"kind": "generator", **_bits_data(value.bit_generator)}


@reads("generator", "bits", "state")
def read_generator(reader: ValueReader, data: dict, depth: int) -> np.random.Generator:
    return np.random.Generator(_bits(reader, data))


@writes(np.random.RandomState)
def write_random_state(writer: ValueWriter, value: np.random.RandomState, depth: int) -> dict:
    state = value.get_state(legacy=False)
    waiting = writer.node(float(state["gauss"]), depth) if state["has_gauss"] else None
    return {"kind": "random state", **_bits_data(value._bit_generator), "gauss": waiting}


@reads("random state", "bits", "state", "gauss")
def read_random_state(reader: ValueReader, data: dict, depth: int) -> np.random.RandomState:
    drawn = np.random.RandomState(_bits(reader, data))
    if data["gauss"] is not None:
        waiting = reader.instance(data["gauss"], depth, float)
        drawn.set_state({**drawn.get_state(legacy=False), "has_gauss": 1, "gauss": waiting})
    return drawn


def _bits_data(bits: np.random.BitGenerator) -> dict:
    state = bits.state
    _, inside, beside = _STATES[state["bit_generator"]]
    numbers = {name: state["state"][name] for name in inside} | {name: state[name] for name in beside}
    digits = {
        name: [f"{int(each):x}" for each in number] if isinstance(number, np.ndarray) else f"{int(number):x}"
        for name, number in numbers.items()
    }
    return {"bits": state["bit_generator"], "state": digits}


def _bits(reader: ValueReader, data: dict) -> np.random.BitGenerator:
    """A bit generator whose state was checked number by number: numpy uses some as positions in memory."""
    build, inside, beside = _STATES[reader.text(data["bits"])]
    state = data["state"]
    if type(state) is not dict or state.keys() != {*inside, *beside}:
        raise WireError("a bit generator needs the parts of its state")
    bits = build(0)
    bits.state = {
        "bit_generator": data["bits"],
        "state": {name: _part(reader, state[name], part) for name, part in inside.items()},
        **{name: _part(reader, state[name], part) for name, part in beside.items()},
    }
    return bits


def _part(reader: ValueReader, data: object, part: _Numbers) -> int | np.ndarray:
    if part.count is None:
        return _hex(reader, data, part.largest)
    numbers = [_hex(reader, each, part.largest) for each in reader.listed(data, part.count)]
    if len(numbers) != part.count:
        raise WireError(f"expected {part.count} numbers of a state, not {len(numbers)}")
    return np.array(numbers, f"u{part.bits // 8}")


def _hex(reader: ValueReader, data: object, largest: int) -> int:
    text = reader.text(data, 32)
    if not text or not set(text) <= set("0123456789abcdef"):
        raise WireError("a number of a state is written in hexadecimal digits")
    number = int(text, 16)
    if number > largest:
        raise WireError("a number of a state is too large")
    return number
