"""When each task can start and must start, how much slack it has, and which tasks decide the last day."""

from collections.abc import Iterable

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.planning.calendar import plan_dates
from ecotools.planning.passes import CLOSE, backward, forward, length
from ecotools.planning.tasks import Tasks, not_negative, read_tasks

_OWN = ["start_day", "end_day", "latest_start", "latest_end", "slack", "free_slack", "critical"]


def schedule(
    tasks: pd.DataFrame,
    *,
    start=None,
    days_off: Iterable[str] = (),
    holidays: Iterable = (),
    deadline: float | None = None,
) -> pd.DataFrame:
    """Return a plan with its earliest and latest days, its slack and its critical path.

    Parameters
    ----------
    tasks : DataFrame
        One row per task: ``task`` (its name), ``days`` (zero or more; zero is a milestone) and ``after`` (the
        tasks that must end before it: a list, or names with commas between them; empty when it waits for
        nothing); ``not_before`` (a day of the plan) where a task may not start earlier. Other columns are
        kept.
    start : day or month, optional
        On or after which the plan starts; with it the result has dates. Days are then working days.
    days_off, holidays
        As in `plan_dates`.
    deadline : float, optional
        Last day of the plan by which latest days and slack are counted. Default: the day on which it ends.

    Returns
    -------
    DataFrame
        One row per task, by start_day: start_day and end_day (the earliest, counted from 1, both included),
        latest_start and latest_end (which still keep the deadline), slack (days that it can be late without
        moving the end of the plan), free_slack (without moving any other task), critical (least slack); with
        ``start`` also start_date, end_date and latest_date (of latest_end). A task of zero days ends on the
        day before it starts. ``attrs``: days (length of the plan) and critical_path.

    Raises
    ------
    ValueError, TypeError
        When a name is missing or given twice, a task waits for one that is not in the table, tasks wait for
        each other in a circle, or days are no numbers of zero or more. As `plan_dates`; with ``start``, when
        days are not whole.

    Examples
    --------
    >>> plan = pd.DataFrame({"task": ["write", "page", "open"], "days": [10, 4, 1]})
    >>> found = schedule(plan.assign(after=["", "", "write, page"]))
    >>> found[["task", "start_day", "end_day", "latest_start", "slack", "critical"]]
        task  start_day  end_day  latest_start  slack  critical
    0   page          1        4             7      6     False
    1  write          1       10             1      0      True
    2   open         11       11            11      0      True
    >>> found.attrs["days"], found.attrs["critical_path"]
    (11, ['write', 'open'])

    References
    ----------
    Kelley & Walker (1959), "Critical-Path Planning and Scheduling"; Hillier & Lieberman, "Introduction to
    Operations Research", chapter "Project Management with PERT/CPM".
    """
    read = read_tasks(tasks)
    days = read.days()
    starts = forward(read, days, _not_before(read))
    end = float(length(read, days, starts))
    latest = backward(read, days, end if deadline is None else errors.finite(deadline, "deadline"))
    table = read.table.drop(columns=[name for name in _OWN if name in read.table]).reset_index(drop=True)
    table["after"] = [read.before[task] for task in read.order]
    first = np.array([float(starts[task]) for task in read.order])
    last = np.array([float(latest[task]) for task in read.order])
    long = table["days"].to_numpy()
    table["start_day"], table["end_day"] = first + 1, first + long
    table["latest_start"], table["latest_end"] = last + 1, last + long
    table["slack"] = last - first
    table["free_slack"] = _free(read, starts, days, end)
    table["critical"] = table["slack"] <= table["slack"].min() + CLOSE
    path = _path(read, dict(zip(read.order, table["critical"], strict=True)), starts, days, end)
    table = _whole(table).sort_values(["start_day", "end_day", "task"], ignore_index=True)
    if start is not None:
        table = _dated(table, start, days_off, holidays)
    table.attrs = {"days": int(end) if end.is_integer() else end, "critical_path": path}
    return table


def _not_before(read: Tasks) -> dict[str, float]:
    if "not_before" not in read.table.columns:
        return {}
    given = read.table[read.table["not_before"].notna()]
    days = not_negative(given, "not_before", "tasks") if len(given) else []
    return {task: max(float(day) - 1, 0.0) for task, day in zip(given["task"], days, strict=True)}


def _free(read: Tasks, starts: dict, days: dict, end: float) -> list[float]:
    after = read.after
    return [
        min([float(starts[other]) for other in after[task]] or [end]) - float(starts[task] + days[task])
        for task in read.order
    ]


def _path(read: Tasks, critical: dict[str, bool], starts: dict, days: dict, end: float) -> list[str]:
    """Return critical tasks from the last one back, each started at the moment when the next one could."""
    ends = {task: float(starts[task] + days[task]) for task in read.order if critical[task]}
    chain, until = [], end
    candidates = list(ends)
    while candidates:
        fitting = sorted(task for task in candidates if abs(ends[task] - until) <= CLOSE)
        if not fitting:
            break  # the task starts late because of its own not_before
        chain.append(fitting[0])
        until = float(starts[fitting[0]])
        candidates = [task for task in read.before[fitting[0]] if task in ends]
    return chain[::-1]


def _whole(table: pd.DataFrame) -> pd.DataFrame:
    """Return the table with whole days as whole numbers, where all of them are whole."""
    for column in ("days", *_OWN[:-1]):
        values = np.round(table[column].to_numpy(dtype=float), 9)
        table[column] = values.astype(np.int64) if (values % 1 == 0).all() else values
    return table


def _dated(table: pd.DataFrame, start, days_off, holidays) -> pd.DataFrame:
    if table["start_day"].dtype.kind == "f" or table["days"].dtype.kind == "f":
        raise ValueError("tasks: days must be whole numbers to become dates; round them up")
    off = {"days_off": days_off, "holidays": holidays}
    last = np.maximum(table["end_day"], table["start_day"])  # a milestone is on the day that it starts
    found = {"start_date": table["start_day"], "end_date": last, "latest_date": table["latest_end"]}
    return table.assign(**{name: plan_dates(days, start, **off) for name, days in found.items()})
