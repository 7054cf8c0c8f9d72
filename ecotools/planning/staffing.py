"""How many hours members take, whose hours these are, and when somebody has to be hired."""

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.metrics.columns import ids, numbers, refuse
from ecotools.planning.milestones import first_true, month_range, read_runs
from ecotools.planning.tasks import not_negative

WEEKS = 365.25 / 7 / 12
"""Weeks of a month."""


def staff_hours(members: Sequence[float], work: pd.DataFrame, *, by: str = "role") -> pd.DataFrame:
    """Return the hours a week that a number of members takes: a row per number, a column per role.

    >>> work = pd.DataFrame({"role": ["creator", "community_manager"], "fixed": [6, 0]})
    >>> work = work.assign(per_member=[0.02, 0.1], from_members=[0, 50])
    >>> staff_hours([0, 40, 100], work)
       members  community_manager  creator
    0      0.0                0.0      6.0
    1     40.0                0.0      6.8
    2    100.0               10.0      8.0
    """
    many = _members(members)
    hours = {role: part(many).round(9) for role, part in _needs(work, by).items()}
    return pd.DataFrame({"members": many} | hours)


def hire_month(
    members: pd.DataFrame,
    work: pd.DataFrame,
    there: Mapping[str, float],
    *,
    full: float = 1.0,
    lead_months: float = 0.0,
    by: str = "role",
    level: float = 0.8,
) -> pd.DataFrame:
    """Return when the hours of each role are used up, and so when to look for somebody.

    Parameters
    ----------
    members : DataFrame
        Members by run and month: "subscribers" of `ecotools.forecast.draws`.
    work : DataFrame
        One row per kind of work: ``by``, ``fixed`` (hours a week, however many members there are) and
        ``per_member`` (hours a week for each). With ``from_members`` the work begins at that number.
    there : mapping
        Role -> hours that it has in a week; a role that is not named has none.
    full : float, default 1
        Share of the hours from which a role counts as full, above 0.
    lead_months : float, default 0
        Months that it takes from looking for somebody until they work.
    by : str, default "role"
        Column to add up for; the name of the work itself shows each kind.
    level : float, default 0.8
        Share of the runs between low and high.

    Returns
    -------
    DataFrame
        One row per role: the role, there, reached (share of the runs in which it gets full), low, median and
        high (month in which it does), look_by (low less ``lead_months``: early enough in
        nine of ten runs at level 0.8; below 1 is before the start) and reason (why a month is NaN).

    Raises
    ------
    ValueError, TypeError
        When a column is missing, a number is below zero, or members is no table of runs.

    Examples
    --------
    >>> members = pd.DataFrame([[20, 60, 90], [10, 30, 70]], columns=[1, 2, 3])
    >>> work = pd.DataFrame({"role": ["manager"], "fixed": [2], "per_member": [0.1]})
    >>> hire_month(members, work, {"manager": 8}, lead_months=1)[["low", "high", "look_by"]].values.tolist()
    [[2.0, 3.0, 1.0]]
    """
    values, months = read_runs(members, "members")
    full, lead = errors.positive(full, "full"), errors.not_negative(lead_months, "lead_months")
    lines = []
    for role, part in _needs(work, by).items():
        hours = errors.not_negative(there.get(role, 0.0), f"there[{role!r}]")
        needed = part(values)
        came = first_true((needed >= hours * full - 1e-9) & (needed > 0), months, members.index)
        said = month_range(came, len(months), level)
        lines.append({by: role, "there": hours} | said.to_dict() | {"look_by": said["low"] - lead})
    columns = [by, "there", "reached", "low", "median", "high", "look_by", "reason"]
    return pd.DataFrame(lines)[columns]


def member_hours(members: Sequence[float], bands: pd.DataFrame) -> pd.DataFrame:
    """Return what bands of weekly hours by members leave for each member.

    Parameters
    ----------
    members : sequence of float
        Numbers of members, above zero.
    bands : DataFrame
        One row per phase: ``phase``, ``from_members``, ``to_members`` (which belongs to it; missing: no end),
        ``hours`` and ``hours_high`` (a week).

    Returns
    -------
    DataFrame
        One row per number: members, phases (all that hold it, with commas between them; empty when none
        does), hours and hours_high (of all these, lowest and highest; NaN when none), and minutes and
        minutes_high (for each member in a month).

    Examples
    --------
    >>> bands = pd.DataFrame({"phase": ["one", "two"], "from_members": [0, 100], "to_members": [100, 500]})
    >>> member_hours([50, 100], bands.assign(hours=[5, 15], hours_high=[10, 25])).round(1)
       members    phases  hours  hours_high  minutes  minutes_high
    0     50.0       one    5.0        10.0     26.1          52.2
    1    100.0  one, two    5.0        25.0     13.0          65.2
    """
    many = _members(members)
    if (many <= 0).any():
        raise ValueError("members must be above zero: nobody has a share of the hours otherwise")
    table = errors.columns(bands, ["phase", "from_members", "to_members", "hours", "hours_high"], "bands")
    phase = ids(table, "phase", "bands").astype(str).to_numpy()
    first = numbers(table, "from_members", "bands")
    last = numbers(table, "to_members", "bands", missing=True)
    low, high = not_negative(table, "hours", "bands"), not_negative(table, "hours_high", "bands")
    refuse(table, high < low, "bands", "hours_high is below hours")
    lines = []
    for one in many:
        held = (first <= one) & ~(last < one)
        names = ", ".join(name for _, name in sorted(zip(first[held], phase[held], strict=True)))
        ends = (low[held].min(), high[held].max()) if held.any() else (np.nan, np.nan)
        lines.append([one, names, *ends, *(end * WEEKS * 60 / one for end in ends)])
    columns = ["members", "phases", "hours", "hours_high", "minutes", "minutes_high"]
    return pd.DataFrame(lines, columns=columns)


def _members(members: Sequence[float]) -> np.ndarray:
    found = numbers(pd.DataFrame({"members": list(np.atleast_1d(members))}), "members", "members")
    if (found < 0).any():
        raise ValueError(f"members must be zero or more, not {found[found < 0][0]:g}")
    return found


def _needs(work: pd.DataFrame, by: str) -> dict:
    """Return, for each role, a function from numbers of members to hours a week."""
    table = errors.columns(work, [by, "fixed", "per_member"], "work")
    if table.empty:
        raise ValueError("work has no rows: say what has to be done")
    table = table.assign(**{by: ids(table, by, "work").astype(str)})
    for column in ("fixed", "per_member"):
        table[column] = not_negative(table, column, "work")
    given = table["from_members"] if "from_members" in table.columns else 0.0
    table["from_members"] = given
    table["from_members"] = np.nan_to_num(numbers(table, "from_members", "work", missing=True))

    def need(part: pd.DataFrame):
        def hours(members: np.ndarray) -> np.ndarray:
            begun = members[..., None] >= part["from_members"].to_numpy()
            each = part["fixed"].to_numpy() + members[..., None] * part["per_member"].to_numpy()
            return (begun * each).sum(axis=-1)

        return hours

    return {role: need(part) for role, part in table.groupby(by)}
