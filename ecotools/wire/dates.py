"""Dates and times, of Python and of pandas, with their zones."""

import datetime as dt
import re
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

import numpy as np
import pandas as pd

from ecotools.wire.limits import WireError
from ecotools.wire.reader import ValueReader, reads
from ecotools.wire.writer import ValueWriter, writes

UNITS = ("s", "ms", "us", "ns")
"""The units that pandas keeps times in."""
_MISSING = -(2**63)
_MICROSECOND = dt.timedelta(microseconds=1)
_FREQUENCY = re.compile(r"-?[0-9]{0,6}[A-Za-z]{1,8}(-[A-Z0-9]{1,5}){0,3}")


@writes(dt.date)
def write_date(writer: ValueWriter, value: dt.date, depth: int) -> dict:
    return {"kind": "date", "at": [value.year, value.month, value.day]}


@reads("date", "at")
def read_date(reader: ValueReader, data: dict, depth: int) -> dt.date:
    return dt.date(*reader.wholes(data["at"], 3))


@writes(dt.datetime)
def write_datetime(writer: ValueWriter, value: dt.datetime, depth: int) -> dict:
    at = [value.year, value.month, value.day, value.hour, value.minute, value.second, value.microsecond]
    return {"kind": "datetime", "at": at, "fold": value.fold, "zone": zone_data(value.tzinfo, value)}


@reads("datetime", "at", "fold", "zone")
def read_datetime(reader: ValueReader, data: dict, depth: int) -> dt.datetime:
    at, fold = reader.wholes(data["at"], 7), reader.whole(data["fold"], 0, 1)
    return dt.datetime(*at, fold=fold, tzinfo=zone(reader, data["zone"]))


@writes(dt.time)
def write_time(writer: ValueWriter, value: dt.time, depth: int) -> dict:
    at = [value.hour, value.minute, value.second, value.microsecond]
    return {"kind": "time", "at": at, "fold": value.fold, "zone": zone_data(value.tzinfo, value)}


@reads("time", "at", "fold", "zone")
def read_time(reader: ValueReader, data: dict, depth: int) -> dt.time:
    at, fold = reader.wholes(data["at"], 4), reader.whole(data["fold"], 0, 1)
    return dt.time(*at, fold=fold, tzinfo=zone(reader, data["zone"]))


@writes(dt.timedelta)
def write_timedelta(writer: ValueWriter, value: dt.timedelta, depth: int) -> dict:
    return {"kind": "timedelta", "parts": [value.days, value.seconds, value.microseconds]}


@reads("timedelta", "parts")
def read_timedelta(reader: ValueReader, data: dict, depth: int) -> dt.timedelta:
    return dt.timedelta(*reader.wholes(data["parts"], 3))


@writes(type(pd.NaT), type(pd.NA))
def write_missing(writer: ValueWriter, value: object, depth: int) -> dict:
    return {"kind": "missing", "name": "NaT" if value is pd.NaT else "NA"}


@reads("missing", "name")
def read_missing(reader: ValueReader, data: dict, depth: int) -> object:
    return {"NaT": pd.NaT, "NA": pd.NA}[reader.text(data["name"])]


@writes(pd.Timestamp)
def write_timestamp(writer: ValueWriter, value: pd.Timestamp, depth: int) -> dict:
    at = pd.Timestamp.to_datetime64(value)
    return {
        "kind": "timestamp",
        "at": int(at.view("i8")),
        "unit": np.datetime_data(at.dtype)[0],
        "zone": zone_data(value.tzinfo),
    }


@reads("timestamp", "at", "unit", "zone")
def read_timestamp(reader: ValueReader, data: dict, depth: int) -> pd.Timestamp:
    at = np.datetime64(_instant(reader, data["at"]), _unit(reader, data["unit"]))
    place = zone(reader, data["zone"])
    naive = pd.Timestamp(at)
    return naive if place is None else naive.tz_localize("UTC").tz_convert(place)


@writes(pd.Timedelta)
def write_pandas_timedelta(writer: ValueWriter, value: pd.Timedelta, depth: int) -> dict:
    length = pd.Timedelta.to_timedelta64(value)
    unit = np.datetime_data(length.dtype)[0]
    return {"kind": "pandas timedelta", "length": int(length.view("i8")), "unit": unit}


@reads("pandas timedelta", "length", "unit")
def read_pandas_timedelta(reader: ValueReader, data: dict, depth: int) -> pd.Timedelta:
    return pd.Timedelta(np.timedelta64(_instant(reader, data["length"]), _unit(reader, data["unit"])))


@writes(pd.Period)
def write_period(writer: ValueWriter, value: pd.Period, depth: int) -> dict:
    return {
        "kind": "period",
        "ordinal": value.ordinal,
        "frequency": period_frequency(pd.PeriodDtype(value.freq)),
    }


@reads("period", "ordinal", "frequency")
def read_period(reader: ValueReader, data: dict, depth: int) -> pd.Period:
    dtype = period_dtype(reader, data["frequency"])
    return pd.Period(ordinal=_instant(reader, data["ordinal"]), freq=dtype.freq)


@writes(pd.Interval)
def write_interval(writer: ValueWriter, value: pd.Interval, depth: int) -> dict:
    sides = writer.items([value.left, value.right], depth)
    return {"kind": "interval", "sides": sides, "closed": value.closed}


@reads("interval", "sides", "closed")
def read_interval(reader: ValueReader, data: dict, depth: int) -> pd.Interval:
    left, right = reader.items(data["sides"], depth)
    return pd.Interval(left, right, closed=reader.text(data["closed"]))


def zone_data(place: dt.tzinfo | None, at: dt.datetime | dt.time | None = None) -> dict | None:
    """Return a time zone as its key, or as its offset from UTC; another kind of zone as its offset at a time.

    >>> zone_data(ZoneInfo("Europe/Berlin"))
    {'key': 'Europe/Berlin'}
    """
    if place is None:
        return None
    key = getattr(place, "key", None) or getattr(place, "zone", None)  # zoneinfo and pytz
    if type(key) is str and key in known_zones():
        return {"key": key}
    if type(place) is dt.timezone:
        name = place.tzname(None)
        plain = dt.timezone(place.utcoffset(None)).tzname(None)
        return {"offset": place.utcoffset(None) // _MICROSECOND, "name": None if name == plain else name}
    return {"offset": (place if at is None else at).utcoffset() // _MICROSECOND, "name": None}


def zone(reader: ValueReader, data: object) -> dt.tzinfo | None:
    """Return the time zone of checked data."""
    if data is None:
        return None
    if type(data) is not dict or data.keys() not in ({"key"}, {"offset", "name"}):
        raise WireError("a time zone is written as a key, or as an offset and a name")
    if "key" in data:
        if reader.text(data["key"]) not in known_zones():
            raise WireError(f"unknown time zone {data['key']!a}")
        return ZoneInfo(data["key"])
    day = 86_400_000_000
    offset = dt.timedelta(microseconds=reader.whole(data["offset"], 1 - day, day - 1))
    return dt.timezone(offset) if data["name"] is None else dt.timezone(offset, reader.text(data["name"]))


def period_frequency(dtype: pd.PeriodDtype) -> str:
    """Return the frequency of periods as pandas writes it in the dtype.

    >>> period_frequency(pd.PeriodDtype("M"))
    'M'
    """
    return str(dtype).removeprefix("period[").removesuffix("]")


def period_dtype(reader: ValueReader, data: object) -> pd.PeriodDtype:
    """Return the dtype of periods of a checked frequency."""
    return pd.PeriodDtype(frequency(reader, data))


def frequency(reader: ValueReader, data: object) -> str:
    """Return a text that looks like the frequency of pandas."""
    text = reader.text(data, 40)
    if not _FREQUENCY.fullmatch(text):
        raise WireError(f"{text!a} is no frequency")
    return text


@cache
def known_zones() -> frozenset[str]:
    """Return the keys of all time zones of this machine; looking takes a while, so once."""
    return frozenset(available_timezones())


def _unit(reader: ValueReader, data: object) -> str:
    if reader.text(data) not in UNITS:
        raise WireError(f"the unit of a time is one of {', '.join(UNITS)}, not {data!a}")
    return data


def _instant(reader: ValueReader, data: object) -> int:
    return reader.whole(data, _MISSING + 1, 2**63 - 1)
