"""Every Index of pandas."""

import numpy as np
import pandas as pd
from pandas.tseries.frequencies import to_offset

from ecotools.wire import dates
from ecotools.wire.columns import column, column_data, index_of_keys
from ecotools.wire.limits import WireError
from ecotools.wire.reader import ValueReader, reads
from ecotools.wire.writer import ValueWriter, writes

MOST_LEVELS = 100


@writes(pd.Index)
def write_index(writer: ValueWriter, value: pd.Index, depth: int) -> dict:
    return {
        "kind": "index",
        "values": column_data(writer, value.array, depth),
        "name": writer.node(value.name, depth),
        "frequency": _frequency(value),
    }


@reads("index", "values", "name", "frequency")
def read_index(reader: ValueReader, data: dict, depth: int) -> pd.Index:
    values, name = column(reader, data["values"], depth), reader.node(data["name"], depth)
    index = pd.Index(
        values, dtype=values.dtype if values.dtype == object else None, name=name, tupleize_cols=False
    )
    if data["frequency"] is None:
        return index
    if not isinstance(index, pd.DatetimeIndex | pd.TimedeltaIndex):
        raise WireError("only times have a frequency")
    return type(index)(index, freq=dates.frequency(reader, data["frequency"]))


@writes(pd.RangeIndex)
def write_range_index(writer: ValueWriter, value: pd.RangeIndex, depth: int) -> dict:
    bounds = [value.start, value.stop, value.step]
    return {"kind": "range index", "bounds": bounds, "name": writer.node(value.name, depth)}


@reads("range index", "bounds", "name")
def read_range_index(reader: ValueReader, data: dict, depth: int) -> pd.RangeIndex:
    bounds = range(*reader.wholes(data["bounds"], 3))
    if len(bounds) > reader.limits.bytes:
        raise WireError(f"an index of {len(bounds):,} rows is too long")
    return pd.RangeIndex(bounds, name=reader.node(data["name"], depth))


@writes(pd.MultiIndex)
def write_multi_index(writer: ValueWriter, value: pd.MultiIndex, depth: int) -> dict:
    """Levels and codes; for comparing the values, since equal ones may be coded differently."""
    names = writer.items(list(value.names), depth)
    if writer.canonical:
        levels = [writer.node(value.get_level_values(at), depth) for at in range(value.nlevels)]
        return {"kind": "multi index", "values": levels, "names": names}
    return {
        "kind": "multi index",
        "levels": [writer.node(level, depth) for level in value.levels],
        "codes": [writer.node(codes, depth) for codes in value.codes],
        "names": names,
    }


@reads("multi index", "levels", "codes", "names")
def read_multi_index(reader: ValueReader, data: dict, depth: int) -> pd.MultiIndex:
    levels = [index_of_keys(reader, level, depth) for level in reader.listed(data["levels"], MOST_LEVELS)]
    codes = [column(reader, each, depth) for each in reader.listed(data["codes"], MOST_LEVELS)]
    if any(not isinstance(each, np.ndarray) or each.dtype.kind != "i" for each in codes):
        raise WireError("the codes of a MultiIndex are whole numbers")
    names = reader.items(data["names"], depth)
    return pd.MultiIndex(levels, codes, names=names, verify_integrity=True)


def _frequency(index: pd.Index) -> str | None:
    """The frequency of times, unless its text leaves something out, such as holidays."""
    frequency = (
        getattr(index, "freq", None) if isinstance(index, pd.DatetimeIndex | pd.TimedeltaIndex) else None
    )
    return None if frequency is None or to_offset(frequency.freqstr) != frequency else frequency.freqstr
