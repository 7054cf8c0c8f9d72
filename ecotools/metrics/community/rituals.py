"""What happens again and again in a community: when, and whether the hours for it are there."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.blueprint.community import TIMES_A_WEEK
from ecotools.days import DAY, first_day
from ecotools.metrics.columns import numbers, refuse
from ecotools.metrics.counts import count

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_COLUMNS = ("name", "cadence", "minutes", "owner")
_EVERY = {"weekly": "W-SUN", "monthly": "M", "quarterly": "Q", "yearly": "Y"}
"""Periods in which a ritual happens once; a week begins on Monday."""


def ritual_hours(rituals: pd.DataFrame, hours: Mapping[str, float] | None = None) -> pd.DataFrame:
    """Return the hours a week that rituals take, by who sees to them, beside the hours there are.

    Parameters
    ----------
    rituals : DataFrame
        One row per ritual: name, cadence (daily, weekly, monthly, quarterly, yearly), minutes (of the team,
        for one time of it) and owner (a person or a role).
    hours : dict of str to float, optional
        Owner -> hours a week there are for it. Default: not said.

    Returns
    -------
    DataFrame
        Index owner, sorted, and at the end ``together``: rituals, hours (a week, on average), available,
        share (of the available hours; above 1 they are not there), left. NaN where it is not said how many
        hours there are. Owners with hours and no ritual are in it.

    Raises
    ------
    ValueError, TypeError
        A missing column or value, an unknown cadence, minutes below zero.

    Examples
    --------
    >>> rituals = pd.DataFrame({"name": ["Prompt", "Office hours"], "cadence": ["daily", "weekly"],
    ...                         "minutes": [15, 90], "owner": ["host", "founder"]})
    >>> ritual_hours(rituals, {"host": 2, "founder": 1})
              rituals  hours  available  share  left
    owner
    founder         1   1.50        1.0  1.500 -0.50
    host            1   1.75        2.0  0.875  0.25
    together        2   3.25        3.0  1.083 -0.25
    """
    table = _read(rituals)
    weekly = table["minutes"] / 60 * table["cadence"].map(TIMES_A_WEEK)
    found = weekly.groupby(table["owner"]).agg(rituals="size", hours="sum")
    given = {} if hours is None else dict(hours)
    given = {str(owner): errors.not_negative(value, f"hours[{owner!r}]") for owner, value in given.items()}
    index = pd.Index([*sorted({*found.index, *given}), "together"], name="owner")
    result = found.reindex(index, fill_value=0)
    result["available"] = pd.Series(given, dtype=float).reindex(index)
    owners = index[:-1]
    result.loc["together", ["rituals", "hours"]] = found.sum()
    result.loc["together", "available"] = (
        result.loc[owners, "available"].sum(skipna=False) if given else np.nan
    )
    result["share"] = result["hours"] / result["available"].where(result["available"] > 0)
    result["left"] = result["available"] - result["hours"]
    result = result.astype({"rituals": np.int64}).round({"share": 3})
    result.attrs["definition"] = {"times a week": dict(TIMES_A_WEEK)}
    return result


def ritual_calendar(rituals: pd.DataFrame, first, weeks: int = 13) -> pd.DataFrame:
    """Return the days on which rituals fall, so that the fullest week can be seen beside the average.

    Parameters
    ----------
    rituals : DataFrame
        As in `ritual_hours`; a column ``weekday`` ("Monday" … "Sunday") may say when. A monthly, quarterly or
        yearly ritual falls on the first such weekday of its period. Default: Monday.
    first : day or month
        First day.
    weeks : int, default 13
        How many weeks, beginning with that day.

    Returns
    -------
    DataFrame
        One row per ritual and day, by day and name: day, week (1 is the first seven days), name, owner,
        minutes.

    Raises
    ------
    ValueError, TypeError
        As `ritual_hours`, an unknown weekday, a ``weeks`` that is no whole number.

    Examples
    --------
    >>> rituals = pd.DataFrame({"name": ["Office hours", "Meetup"], "cadence": ["weekly", "monthly"],
    ...     "minutes": [90, 120], "owner": ["founder", "host"], "weekday": ["Tuesday", "Friday"]})
    >>> found = ritual_calendar(rituals, "2025-01-06", weeks=5)
    >>> found.groupby("week")["minutes"].sum().to_dict()
    {1: 90, 2: 90, 3: 90, 4: 90, 5: 210}
    """
    table, begin = _read(rituals), first_day(first, "first")
    days = pd.date_range(begin, periods=7 * count(weeks, "weeks", at_least=1), freq="D")
    weekday = _weekdays(rituals)
    parts = []
    for row, on in zip(table.itertuples(), weekday, strict=True):
        mine = days if row.cadence == "daily" else _firsts(days, row.cadence, on)
        parts.append(
            pd.DataFrame({"day": mine, "name": row.name, "owner": row.owner, "minutes": row.minutes})
        )
    columns = ["day", "week", "name", "owner", "minutes"]
    found = pd.concat(parts, ignore_index=True) if parts else pd.DataFrame(columns=columns)
    found["week"] = ((found["day"] - begin) // DAY // 7 + 1) if len(found) else []
    found = found.sort_values(["day", "name", "owner", "minutes"], kind="stable").reset_index(drop=True)
    whole = found["minutes"].map(float.is_integer).all() if len(found) else False
    return found[columns].astype({"minutes": np.int64} if whole else {})


def _firsts(days: pd.DatetimeIndex, cadence: str, weekday: int) -> pd.DatetimeIndex:
    """Return the days of this weekday that are the first of their period."""
    on = days[days.day_of_week == weekday]
    before = on - 7 * DAY
    freq = _EVERY[cadence]
    return on[on.to_period(freq) != before.to_period(freq)]


def _weekdays(rituals: pd.DataFrame) -> list[int]:
    if "weekday" not in rituals.columns:
        return [0] * len(rituals)
    refuse(rituals, rituals["weekday"].isna().to_numpy(dtype=bool), "rituals", "weekday is missing")
    return [WEEKDAYS.index(errors.one_of(day, WEEKDAYS, "weekday")) for day in rituals["weekday"]]


def _read(rituals: pd.DataFrame) -> pd.DataFrame:
    errors.columns(rituals, _COLUMNS, "rituals")
    minutes = numbers(rituals, "minutes", "rituals")
    refuse(rituals, minutes < 0, "rituals", "minutes is below zero")
    for column in ("name", "cadence", "owner"):
        refuse(rituals, rituals[column].isna().to_numpy(dtype=bool), "rituals", f"{column} is missing")
    for cadence in rituals["cadence"].unique():
        errors.one_of(cadence, TIMES_A_WEEK, "cadence")
    read = {
        column: rituals[column].astype(str).to_numpy(dtype=object) for column in ("name", "cadence", "owner")
    }
    return pd.DataFrame({**read, "minutes": minutes})
