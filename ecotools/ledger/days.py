"""Read days and times as exports and spreadsheets write them; which number is the month is never guessed."""

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

import pandas as pd

from ecotools.days import MONTHS
from ecotools.errors import nearest
from ecotools.ledger.amounts import by_cell

ORDERS = ("DMY", "MDY", "YMD")
"""What the numbers of a date can stand for, in order."""

_TIME = (
    r"(?:,?[T ]\s*(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,]\d+)?)?"
    r"(?:\s*(?P<half>[AaPp])\.?[Mm]\.?)?\s*(?P<zone>Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?"
)
_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})" + _TIME)
_NUMBERS = re.compile(r"(?P<a>\d{1,4})(?P<sign>[./-])(?P<b>\d{1,2})(?P=sign)(?P<c>\d{4}|\d{1,2})" + _TIME)
_NAMED = re.compile(
    r"(?:[A-Za-z]{3,9},?\s+)?(?:(?P<name>[A-Za-z]{3,9})\.?\s+(?P<day>\d{1,2})"
    r"|(?P<day2>\d{1,2})\.?\s+(?P<name2>[A-Za-z]{3,9})\.?),?\s+(?P<year>\d{4})" + _TIME
)
_ABBREVIATIONS = {
    **{"UTC": 0, "GMT": 0, "Z": 0, "WET": 0, "WEST": 1, "CET": 1, "MEZ": 1, "CEST": 2, "MESZ": 2},
    **{"EET": 2, "EEST": 3, "EST": -5, "EDT": -4, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7},
    **{"AKST": -9, "AKDT": -8, "HST": -10, "JST": 9, "AEST": 10, "AEDT": 11, "NZST": 12, "NZDT": 13},
}


def zone(name: str) -> tzinfo | None:
    """Return the time zone of a name (``Europe/Berlin``), an offset or an abbreviation of one; or None.

    ``CST``, ``IST`` and ``BST`` mean several and are None.

    >>> zone("PDT").utcoffset(None).total_seconds() / 3600
    -7.0
    >>> zone("IST") is None
    True
    """
    word = name.strip()
    if word.upper() in _ABBREVIATIONS:
        return timezone(timedelta(hours=_ABBREVIATIONS[word.upper()]))
    offset = re.fullmatch(r"(?:GMT|UTC)?\s*([+-])(\d{1,2}):?(\d{2})?", word, re.IGNORECASE)
    if offset and int(offset[2]) <= 14:
        size = timedelta(hours=int(offset[2]), minutes=int(offset[3] or 0))
        return timezone(size if offset[1] == "+" else -size)
    if not re.fullmatch(r"[A-Za-z]+(?:/[A-Za-z0-9_+-]+)+", word):
        return None
    try:
        return ZoneInfo(word)
    except (KeyError, ValueError, OSError):
        return None


def stated_zone(name: str | None) -> tzinfo:
    """Return the time zone that an argument names, UTC without one; the error offers the nearest name."""
    found = UTC if name is None else zone(str(name))
    if found is None:
        from zoneinfo import available_timezones

        close = nearest(name, available_timezones())
        hint = f" Did you mean {close!r}?" if close else ""
        raise ValueError(f"timezone must be a name such as 'Europe/Berlin', not {name!r}.{hint}")
    return found


def moments(
    text: pd.Series,
    order: str | None = None,
    written_in: tzinfo | pd.Series = UTC,
    to: tzinfo = UTC,
) -> pd.Series:
    """Return moments, in the zone ``to`` and without a zone; NaT where the day is not certain.

    Read are ISO dates and times, with or without a zone, dates with the month in English words, and Unix
    seconds. ``03/04/2025`` could be March or April and is not read without ``order`` (see `date_order`).
    ``written_in`` is the zone of times that name none, one for all or one for each cell. A date without a
    time stays the day it is.

    >>> moments(pd.Series(["2025-01-31 23:30:00 -0500", "1738368000", "03/04/2025"])).astype("str").tolist()
    ['2025-02-01 04:30:00', '2025-02-01 00:00:00', nan]
    >>> moments(pd.Series(["03/04/2025", "Nov 28, 2025"]), "DMY").astype("str").tolist()
    ['2025-04-03', '2025-11-28']
    """
    if isinstance(written_in, pd.Series):
        read = [
            moment(cell, order, there, to) for cell, there in zip(text, written_in.to_numpy(), strict=True)
        ]
        return pd.Series(read, index=text.index, dtype="datetime64[us]")
    return by_cell(text, lambda cell: moment(cell, order, written_in, to), "datetime64[us]")


def moment(cell: str, order: str | None, written_in: tzinfo, to: tzinfo) -> datetime | None:
    """Return the moment in one cell, or None."""
    cell = cell.strip()
    if re.fullmatch(r"[0-9]{9,10}", cell):
        return datetime.fromtimestamp(int(cell), to).replace(tzinfo=None)
    parts = _ISO.fullmatch(cell) or _NUMBERS.fullmatch(cell) or _NAMED.fullmatch(cell)
    try:
        date = _date(parts.groupdict(), order) if parts else None
        return _clock(date, parts, written_in, to) if date else None
    except (ValueError, OverflowError):
        return None


def _date(parts: dict, order: str | None) -> datetime | None:
    """The day that the parts of a cell name."""
    name = parts.get("name") or parts.get("name2")
    if name:
        month = MONTHS.get(name.lower())
        return datetime(int(parts["year"]), month, int(parts["day"] or parts["day2"])) if month else None
    if "a" not in parts:
        return datetime(int(parts["year"]), int(parts["month"]), int(parts["day"]))
    if len(parts["a"]) == 4:
        order = "YMD"
    if order is None:
        return None
    value = dict(zip(order, (parts["a"], parts["b"], parts["c"]), strict=True))
    if len(value["Y"]) not in (2, 4) or len(value["D"]) > 2 or len(value["M"]) > 2:
        return None
    year = int(value["Y"]) + (2000 if len(value["Y"]) == 2 else 0)
    return datetime(year, int(value["M"]), int(value["D"]))


def _clock(date: datetime, parts: re.Match, written_in: tzinfo, to: tzinfo) -> datetime:
    """A day with the time of day beside it, brought into the zone ``to``."""
    if parts["hour"] is None:
        return date
    hour = int(parts["hour"])
    if parts["half"]:
        if not 1 <= hour <= 12:
            raise ValueError("no hour of half a day")
        hour = hour % 12 + 12 * (parts["half"] in "pP")
    at = date.replace(hour=hour, minute=int(parts["minute"]), second=int(parts["second"] or 0))
    there = zone(parts["zone"]) if parts["zone"] else written_in
    return at if there is to else at.replace(tzinfo=there).astimezone(to).replace(tzinfo=None)


def date_order(cells: pd.Series) -> tuple[str | None, int]:
    """Return what the numbers of these dates stand for, and the place of the first cell that proves it.

    ``25/03/2025`` proves DMY, ``3/25/2025`` MDY; None where no cell proves anything or two contradict each
    other. The place is then that of the first cell whose order matters, or -1.

    >>> date_order(pd.Series(["3/1/2025", "3/25/2025"])), date_order(pd.Series(["3/1/2025", "2025-03-01"]))
    (('MDY', 1), (None, 0))
    """
    proofs: dict[str, int] = {}
    unclear = -1
    for place, cell in enumerate(cells):
        parts = _NUMBERS.fullmatch(cell.strip())
        if parts is None or len(parts["a"]) == 4:
            continue
        unclear = place if unclear < 0 else unclear
        first, second = int(parts["a"]), int(parts["b"])
        if first > 12 >= second and first <= 31 and len(parts["c"]) == 4:
            proofs.setdefault("DMY", place)
        elif second > 12 >= first and second <= 31:
            proofs.setdefault("MDY", place)
    if len(proofs) != 1:
        return None, unclear
    return next(iter(proofs.items()))
