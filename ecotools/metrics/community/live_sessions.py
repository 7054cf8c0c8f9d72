"""Who can be there live: the time of day in the members' zones, summer time included."""

from itertools import combinations
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.days import first_day
from ecotools.metrics.columns import numbers, refuse
from ecotools.metrics.counts import count

AWAKE = (8, 22)
"""Hours of the day in which somebody can be there: from the first to the second."""
_HOURS = 24


def live_times(
    zones: pd.DataFrame, day, *, zone: str = "UTC", minutes: int = 60, awake: tuple[float, float] = AWAKE
) -> pd.DataFrame:
    """Return, for each hour of a day at which an event could begin, how many members could be there.

    Parameters
    ----------
    zones : DataFrame
        One row per time zone: zone ("Europe/Berlin", as in the IANA database) and members, how many live
        there. Rows of one zone are added up.
    day : day
        The day, in the zone of whoever holds the event. Summer time begins and ends on other days elsewhere,
        so the answer changes over the year.
    zone : str, default "UTC"
        The zone of whoever holds it.
    minutes : int, default 60
        How long it lasts.
    awake : pair of float, default (8, 22)
        Hours of the day between which members can be there from beginning to end.

    Returns
    -------
    DataFrame
        One row per full hour: start (time of day there, "18:00"), members (who can be there), share (of all;
        NaN when there are none), zones (how many zones can).

    Raises
    ------
    ValueError, TypeError
        A zone that there is not (the nearest is offered), members below zero, an event longer than the time
        in which members are awake.

    Examples
    --------
    >>> zones = pd.DataFrame({"zone": ["Europe/Berlin", "America/New_York"], "members": [60, 40]})
    >>> live_times(zones, "2025-01-15", zone="Europe/Berlin").query("start in ['09:00', '18:00']")
        start  members  share  zones
    9   09:00     60.0    0.6      1
    18  18:00    100.0    1.0      2
    """
    reach, starts, members = _reach(zones, day, zone, minutes, awake)
    total = members.sum()
    there = members @ reach
    table = pd.DataFrame({"start": starts, "members": there})
    table["share"] = there / total if total else np.nan
    table["zones"] = (reach & (members > 0)[:, None]).sum(axis=0)
    table.attrs["definition"] = f"awake from {awake[0]:g} to {awake[1]:g} for all {minutes:g} minutes"
    return table


def best_times(
    zones: pd.DataFrame,
    day,
    events: int = 2,
    *,
    zone: str = "UTC",
    minutes: int = 60,
    awake: tuple[float, float] = AWAKE,
) -> pd.DataFrame:
    """Return the times at which so many events reach most members, each at least one of them.

    Parameters
    ----------
    zones, day, zone, minutes, awake
        As in `live_times`.
    events : int, default 2
        How many events, from 1 to 4. One event at two times reaches those who sleep through the first.

    Returns
    -------
    DataFrame
        One row per event, by time of day: start, members (who can be there), new (members who could be at
        none of the earlier rows). ``attrs["share"]``: of all members who can be at one at least. Of equally
        good choices it is the one at which most can be at several, then the earliest.

    Raises
    ------
    ValueError, TypeError
        As `live_times`.

    Examples
    --------
    >>> zones = pd.DataFrame({"zone": ["Europe/Berlin", "America/Los_Angeles", "Asia/Tokyo"],
    ...                       "members": [50, 30, 20]})
    >>> found = best_times(zones, "2025-01-15", 2)
    >>> found["start"].tolist(), found.attrs["share"]
    (['07:00', '16:00'], 1.0)
    """
    events = count(events, "events", at_least=1)
    if events > 4:
        raise ValueError(f"events must be 4 or fewer, not {events}")
    reach, starts, members = _reach(zones, day, zone, minutes, awake)
    best = max(
        combinations(range(_HOURS), events),
        key=lambda hours: (
            round(float(members @ reach[:, hours].any(axis=1)), 9),
            round(float((members @ reach[:, hours]).sum()), 9),
            [-hour for hour in hours],
        ),
    )
    chosen = reach[:, best]
    before = np.maximum.accumulate(chosen, axis=1)
    new = chosen & ~np.column_stack([np.zeros(len(chosen), bool), before[:, :-1]])
    table = pd.DataFrame(
        {"start": [starts[hour] for hour in best], "members": members @ chosen, "new": members @ new}
    )
    total = members.sum()
    table.attrs["share"] = float(members @ chosen.any(axis=1) / total) if total else np.nan
    return table


def hours_in_common(one: str, other: str, day, awake: tuple[float, float] = AWAKE) -> float:
    """Return for how many hours of a day people in two zones are awake at the same time.

    Parameters
    ----------
    one, other : str
        Time zones of the IANA database.
    day : day
        The day, as the first of them has it.
    awake : pair of float, default (8, 22)
        Hours of the day between which they are awake.

    Returns
    -------
    float
        Hours, in quarters.

    Examples
    --------
    >>> hours_in_common("Europe/Berlin", "America/Los_Angeles", "2025-01-15")
    5.0
    """
    first, last = _awake(awake)
    zones = _zone(one, "one"), _zone(other, "other")
    moments = _moments(day, zones[0], 15)
    here, there = (_hour_of(moments, zone) for zone in zones)
    both = (first <= here) & (here < last) & (first <= there) & (there < last)
    return float(both.sum() / 4)


def _reach(zones, day, zone, minutes, awake) -> tuple[np.ndarray, list[str], np.ndarray]:
    """Return which zone can be there at which hour, the times of day, and the members of each zone."""
    errors.columns(zones, ["zone", "members"], "zones")
    refuse(zones, zones["zone"].isna().to_numpy(dtype=bool), "zones", "zone is missing")
    number = numbers(zones, "members", "zones")
    refuse(zones, number < 0, "zones", "members is below zero")
    first, last = _awake(awake)
    long = errors.positive(minutes, "minutes") / 60
    if long > last - first:
        raise ValueError(f"minutes must fit between {first:g} and {last:g} o'clock, which {minutes} do not")
    total = pd.Series(number).groupby(zones["zone"].astype(str).to_numpy()).sum().sort_index()
    moments = _moments(day, _zone(zone), 60)[:_HOURS]
    begins = [_hour_of(moments, _zone(name)) for name in total.index]
    reach = (
        np.array([(first <= hour) & (hour + long <= last) for hour in begins])
        .reshape(-1, len(moments))
        .astype(bool)
    )
    return reach, [f"{hour:02d}:00" for hour in range(_HOURS)], total.to_numpy(float)


def _awake(awake) -> tuple[float, float]:
    first, last = (errors.not_negative(each, "awake") for each in awake)
    if not first < last <= _HOURS:
        raise ValueError(f"awake must be two hours of one day, the first before the second, not {awake}")
    return first, last


def _zone(name: str, argument: str = "zone") -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, TypeError, IsADirectoryError):
        from zoneinfo import available_timezones

        close = errors.nearest(name, sorted(available_timezones()))
        hint = f" Did you mean {close!r}?" if close else " Zones are named like 'Europe/Berlin'."
        expected = f"{argument} must be a time zone of the IANA database"
        raise ValueError(f"{expected}, not {name!r}.{hint}") from None


def _moments(day, zone: ZoneInfo, step: int) -> list[pd.Timestamp]:
    """Return the moments of a day in a zone, by the clock on the wall there."""
    midnight = first_day(day, "day")
    walls = [midnight + pd.Timedelta(minutes=step * place) for place in range(_HOURS * 60 // step)]
    return [wall.to_pydatetime().replace(tzinfo=zone) for wall in walls]


def _hour_of(moments: list, zone: ZoneInfo) -> np.ndarray:
    """Return the hour of the day in a zone at each of these moments."""
    there = [moment.astimezone(zone) for moment in moments]
    return np.array([each.hour + each.minute / 60 for each in there])
