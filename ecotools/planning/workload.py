"""Who works how many hours in which week of a plan, against the hours that there are."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.metrics.columns import ids, numbers, refuse
from ecotools.metrics.counts import count
from ecotools.planning.tasks import not_negative

Hours = Mapping[str, "float | Mapping[int, float]"]


def workload(
    plan: pd.DataFrame, there: Hours | None = None, *, by: str = "role", week: int = 7
) -> pd.DataFrame:
    """Return the hours of work in each week of a plan, by role, and what is there for them.

    Parameters
    ----------
    plan : DataFrame
        One row per task: ``start_day`` and ``end_day`` as `schedule` and `level` give them, ``hours`` (of
        work in all, spread evenly over its days) and the column ``by``.
    there : mapping, optional
        Role -> hours in a week; or role -> {first week: hours from that week on}, for somebody who comes
        later. A role that is not named has none. Without the mapping nothing is compared.
    by : str, default "role"
        Column of who does the work.
    week : int, default 7
        Days of the plan in a week: 5 when the plan counts working days.

    Returns
    -------
    DataFrame
        One row per week and role, also where there is nothing to do: week (1 is the first), the role, hours,
        there, used (hours / there; NaN where nothing is there) and over (hours too many).

    Raises
    ------
    ValueError, TypeError
        When a column is missing, a task with hours has no day, or hours are below zero.

    Examples
    --------
    >>> plan = pd.DataFrame({"role": ["creator", "coach"], "start_day": [1, 8], "end_day": [14, 14]})
    >>> workload(plan.assign(hours=[40, 12]), {"creator": 15, "coach": {2: 20}})
       week     role  hours  there      used  over
    0     1    coach    0.0    0.0       NaN   0.0
    1     1  creator   20.0   15.0  1.333333   5.0
    2     2    coach   12.0   20.0  0.600000   0.0
    3     2  creator   20.0   15.0  1.333333   5.0
    """
    found = read_work(plan, by)
    week = count(week, "week", at_least=1)
    roles = sorted(found[by].unique())
    weeks = int(np.ceil(found["end_day"].max() / week))
    load = {role: np.zeros(weeks) for role in roles}
    for one in found.to_dict("records"):
        load[one[by]] += by_week(one["start_day"], one["end_day"], one["hours"], week, weeks)
    have = hours_there(there, roles, weeks)
    parts = [
        pd.DataFrame({"week": range(1, weeks + 1), by: role, "hours": load[role], "there": have[role]})
        for role in roles
    ]
    table = pd.concat(parts).sort_values(["week", by], ignore_index=True)
    hours, most = table["hours"].round(9), table["there"]
    table["used"] = (hours / most).where(most > 0).round(9)
    table["over"] = (hours - most).clip(lower=0)
    return table.assign(hours=hours)


def by_week(start_day: float, end_day: float, hours: float, week: int, weeks: int) -> np.ndarray:
    """Return the hours of a task in each week, spread evenly over its days.

    >>> by_week(6, 9, 8, week=7, weeks=2).tolist()
    [4.0, 4.0]
    """
    edge = np.arange(weeks + 1) * week
    inside = np.clip(np.minimum(edge[1:], end_day) - np.maximum(edge[:-1], start_day - 1), 0, None)
    return hours * inside / inside.sum() if inside.sum() else np.zeros(weeks)


def hours_there(there: Hours | None, roles: list[str], weeks: int) -> dict[str, np.ndarray]:
    """Return the hours of each role in each week, NaN when nobody says what is there.

    >>> hours_there({"coach": {1: 0, 3: 10}}, ["coach"], 4)["coach"].tolist()
    [0.0, 0.0, 10.0, 10.0]
    """
    if there is None:
        return {role: np.full(weeks, np.nan) for role in roles}
    if not isinstance(there, Mapping):
        raise TypeError(f"there must be a mapping such as {{'creator': 20}}, not {there!r}")
    found = {}
    for role in roles:
        said = there.get(role, 0.0)
        steps = said if isinstance(said, Mapping) else {1: said}
        found[role] = np.zeros(weeks)
        for first in sorted(steps):
            begin = count(first, f"the first week of {role} in there", at_least=1)
            found[role][begin - 1 :] = errors.not_negative(steps[first], f"there[{role!r}]")
    return found


def read_work(plan: pd.DataFrame, by: str) -> pd.DataFrame:
    """Return the days, the hours and the role of each task, looked at before they are added up."""
    table = errors.columns(plan, [by, "start_day", "end_day", "hours"], "plan")
    if table.empty:
        raise ValueError("plan has no rows: without a task there is no work")
    found = pd.DataFrame({by: ids(table, by, "plan").astype(str)})
    found["hours"] = not_negative(table, "hours", "plan")
    for column in ("start_day", "end_day"):
        found[column] = numbers(table, column, "plan")
    refuse(table, (found["start_day"] < 1).to_numpy(), "plan", "start_day is below 1, the first day,")
    empty = (found["end_day"] < found["start_day"]) & (found["hours"] > 0)
    refuse(table, empty.to_numpy(), "plan", "end_day is before start_day, but there are hours")
    return found
