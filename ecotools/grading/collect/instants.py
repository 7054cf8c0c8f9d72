"""When something was handed in, as a text says it: read with its zone, or named as unknown and never guessed.

A text without a zone is in UTC: that is how nbgrader writes and reads it. nbgrader misreads many zones
(``-0500`` as 500 seconds, ``PDT`` as UTC), so a text in its hands must be one of `written`.
"""

from __future__ import annotations

import re
import struct
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from zipfile import ZipInfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

NO_ZONE = "its time names no zone, so when it was handed in is not known: say the zone with --zone"
STAMP = "timestamp.txt"  # where nbgrader keeps the time of a hand-in, beside its notebook
_TEXT = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d)[ T_-](?P<hour>\d\d)[:-](?P<minute>\d\d)"
    r"(?:[:-](?P<second>\d\d)(?:[.,](?P<part>\d{1,9}))?)?\s*(?P<zone>\S.*)?"
)
_OFFSET = re.compile(
    r"(?:UTC|GMT)?\s*(?P<sign>[+\N{MINUS SIGN}-])(?P<hours>\d\d?)(?::?(?P<minutes>[0-5]\d))?", re.IGNORECASE
)
_FURTHEST = timedelta(hours=14)  # from UTC that a zone lies: Kiribati
# Hours from UTC. Each of these means one offset only, wherever the tz database uses it today.
_HOURS = {
    **{"Z": 0, "UTC": 0, "UCT": 0, "GMT": 0, "WET": 0, "WEST": 1, "CET": 1, "CEST": 2, "MET": 1, "MEST": 2},
    **{"EET": 2, "EEST": 3, "MSK": 3, "WAT": 1, "CAT": 2, "EAT": 3, "SAST": 2, "IDT": 3, "PKT": 5},
    **{"WIB": 7, "WITA": 8, "WIT": 9, "HKT": 8, "JST": 9, "KST": 9, "AWST": 8, "ACST": 9.5, "ACDT": 10.5},
    **{"AEST": 10, "AEDT": 11, "NZST": 12, "NZDT": 13, "CHST": 10, "NST": -3.5, "NDT": -2.5, "ADT": -3},
    **{"EST": -5, "EDT": -4, "MST": -7, "MDT": -6, "PDT": -7, "AKST": -9, "AKDT": -8, "HST": -10, "HDT": -9},
}
_AMBIGUOUS = {
    "AMT": "Amazon or Armenia",
    "AST": "Atlantic or Arabia",
    "BST": "Britain in summer or Bangladesh",
    "CDT": "Central America in summer or Cuba in summer",
    "CST": "Central America, China or Cuba",
    "ECT": "Ecuador or the eastern Caribbean",
    "GST": "the Gulf or South Georgia",
    "IST": "India, Ireland or Israel",
    "PST": "Pacific America or the Philippines",
    "SST": "Samoa or Singapore",
    "WST": "Western Australia or West Samoa",
}


@dataclass(frozen=True)
class Instant:
    """What a text says: ``time`` in UTC without a zone, None when it cannot be told, and ``note`` why not.

    ``zoned`` is whether the text named a zone. A ``note`` beside a time says what was taken for granted.
    """

    time: datetime | None = None
    note: str = ""
    zoned: bool = False


def read_instant(text: str, home: str = "") -> Instant:
    """Return the instant that ``text`` says.

    Parameters
    ----------
    text : a day and a time, as in "2026-03-01 17:02:00.5 CET"; the zone is an offset, an abbreviation that
        means one thing, or a name of the tz database. Without a zone it is in UTC, as nbgrader has it.
    home : the zone that the course writes times in (nbgrader's ``Exchange.timezone``). It decides what an
        ambiguous abbreviation means, when it is the one that this zone uses at that time.

    >>> read_instant("2026-03-03 11:05:00 -0500").time
    datetime.datetime(2026, 3, 3, 16, 5)
    >>> read_instant("2026-07-03 11:05:00 XYZ").note
    "'2026-07-03 11:05:00 XYZ' names no zone that is known: write its offset, as in +02:00"
    >>> read_instant("2026-03-03 11:05:00 CST", home="Asia/Shanghai").time
    datetime.datetime(2026, 3, 3, 3, 5)
    """
    text = text.strip()
    shown = repr(text[:60])
    found = _TEXT.fullmatch(text)
    if not found:
        return Instant(note=f"{shown} is no time of the form 2026-03-01 17:02:00 UTC")
    part = (found["part"] or "").ljust(6, "0")[:6]
    try:
        clock = f"{found['hour']}:{found['minute']}:{found['second'] or '00'}.{part}"
        local = datetime.fromisoformat(f"{found['day']} {clock}")
    except ValueError:
        return Instant(note=f"{shown} is no time that there is")
    if not found["zone"]:
        return Instant(local)
    name = found["zone"].strip("()")
    zone = _zone(name, local, home)
    if zone is None:
        meant = _AMBIGUOUS.get(name.upper())
        why = f"names a zone that means {meant}" if meant else "names no zone that is known"
        return Instant(note=f"{shown} {why}: write its offset, as in +02:00")
    try:
        return Instant(_utc(local.replace(tzinfo=zone)), _twice(local, zone, shown), True)
    except OverflowError:
        return Instant(note=f"{shown} is no time that there is")


def clock_instant(text: str, zone: str = "") -> Instant:
    """Return the instant of a time that a system wrote by its own clock.

    Parameters
    ----------
    text : a day and a time, as of `read_instant`.
    zone : the zone of that system, where the text names none. Without it the instant is not ``zoned``: it
        tells which of two texts of the system is the newer one, and not when that was.

    >>> clock_instant("2026-03-03-11-05-00", "Europe/Berlin").time
    datetime.datetime(2026, 3, 3, 10, 5)
    """
    found = read_instant(text)
    if found.time is None or found.zoned:
        return found
    if not zone:
        return replace(found, note=NO_ZONE)
    read = read_instant(f"{text} {zone}", zone)
    return replace(read, note=f"its time names no zone, and was read in {zone}") if read.time else read


def packed_time(info: ZipInfo, zone: str) -> tuple[datetime | None, bool]:
    """Return when an entry was last changed, and whether the zone of that is known.

    Some zips say it in UTC; the others have the time of a clock in ``zone``.
    """
    extra = info.extra
    while len(extra) >= 4:
        kind, size = struct.unpack_from("<HH", extra)
        if kind == 0x5455 and size >= 5 and len(extra) >= 9 and extra[4] & 1:
            seconds = struct.unpack_from("<l", extra, 5)[0]
            return datetime.fromtimestamp(seconds, UTC).replace(tzinfo=None), True
        extra = extra[4 + size :]
    if info.date_time[0] <= 1980:
        return None, False
    year, month, day, *clock = info.date_time
    text = f"{year:04}-{month:02}-{day:02} {':'.join(f'{part:02}' for part in clock)}"
    found = clock_instant(text, zone)
    return found.time, found.zoned


def written(time: datetime) -> str:
    """Return a time in UTC as nbgrader writes it, and reads it without a slip.

    >>> written(datetime(2026, 3, 3, 16, 5))
    '2026-03-03 16:05:00.000000 UTC'
    """
    return f"{time.isoformat(' ', 'microseconds')} UTC"


def _zone(name: str, local: datetime, home: str) -> tzinfo | None:
    if found := _OFFSET.fullmatch(name):
        offset = timedelta(hours=int(found["hours"]), minutes=int(found["minutes"] or 0))
        return timezone(offset if found["sign"] == "+" else -offset) if offset <= _FURTHEST else None
    if ours := zone_called(home):
        for time in (local.replace(tzinfo=ours, fold=fold) for fold in (0, 1)):
            if name.upper() == (time.tzname() or "").upper():
                return timezone(time.utcoffset())
    if name.upper() in _HOURS:
        return timezone(timedelta(hours=_HOURS[name.upper()]))
    return zone_called(name) if "/" in name else None


def zone_called(name: str) -> ZoneInfo | None:
    """Return the zone of a name in the tz database; None where there is none."""
    try:
        return ZoneInfo(name) if name else None
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def _utc(time: datetime) -> datetime:
    return time.astimezone(UTC).replace(tzinfo=None)


def _twice(local: datetime, zone: tzinfo, shown: str) -> str:
    """Return a note where the clocks of ``zone`` showed this time twice, or never."""
    first, second = (local.replace(tzinfo=zone, fold=fold).utcoffset() for fold in (0, 1))
    return "" if first == second else f"{shown} is at a change of the clocks: the earlier instant is taken"
