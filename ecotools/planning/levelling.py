"""Shift tasks so that nobody has more work in a week than hours: within their slack, or at the end's cost.

The rule is a list schedule: simple, stated, and not always the best. To find the shortest plan that fits is a
hard problem (NP-hard).
"""

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.metrics.counts import count
from ecotools.planning.schedule import schedule
from ecotools.planning.workload import Hours, by_week, hours_there, read_work

WITHIN = {
    "slack": "no task starts after its latest start, and the plan ends as before; what does not fit stays",
    "any": "a task waits until its hours fit, and the plan may end later",
}
_LONGEST = 520
"""Weeks after which a task that still does not fit never will."""


def level(
    tasks: pd.DataFrame, there: Hours, *, by: str = "role", week: int = 7, within: str = "slack"
) -> pd.DataFrame:
    """Return a plan whose tasks are shifted so that the hours of a week are enough, where that is possible.

    Tasks are placed one by one: of those whose predecessors are placed, the one with the earliest latest
    start. Each takes the first day on which its hours fit into what is left of every week. Where no day fits
    within the slack, it takes the first of those with the fewest hours too many.

    Parameters
    ----------
    tasks : DataFrame
        As in `schedule`, with whole days, ``hours`` of work and the column ``by``.
    there, by, week
        As in `workload`.
    within : {"slack", "any"}
        Whether the plan has to end as before, or may take longer.

    Returns
    -------
    DataFrame
        As `schedule`, with start_day and end_day after the shift, and shift (days later than the earliest);
        slack and critical are those that are left. With "any" hours decide the end, too, so that latest days,
        slack and critical are left out. ``attrs``: days (length of the plan now), days_before, and within.

    Raises
    ------
    ValueError, TypeError
        As `schedule` and `workload`; with "any", when a task needs more hours a week than there ever are.

    Examples
    --------
    >>> tasks = pd.DataFrame({"task": ["write", "page", "open"], "days": [14, 7, 7], "role": "creator"})
    >>> tasks = tasks.assign(after=["", "", "write, page"], hours=[20, 10, 10])
    >>> level(tasks, {"creator": 10})[["task", "start_day", "shift"]].values.tolist()
    [['page', 1, 0], ['write', 1, 0], ['open', 15, 0]]
    >>> level(tasks, {"creator": 10}, within="any")[["task", "start_day", "shift"]].values.tolist()
    [['write', 1, 0], ['page', 15, 14], ['open', 22, 7]]

    References
    ----------
    Kelley (1963), "The critical-path method: resources planning and scheduling", for the list schedule.
    """
    errors.one_of(within, WITHIN, "within")
    week = count(week, "week", at_least=1)
    plan = schedule(tasks)
    if any(plan[column].dtype.kind == "f" for column in ("days", "start_day")):
        raise ValueError("tasks: days must be whole numbers to be shifted; round them up")
    work = read_work(plan, by)
    weeks = int(np.ceil(plan.attrs["days"] / week)) + (_LONGEST if within == "any" else 0)
    left = hours_there(there, sorted(work[by].unique()), weeks)
    starts = _place(plan, work, by, left, week, weeks, within)
    days = plan["days"].to_numpy()
    start = np.array([starts[task] for task in plan["task"]])
    shift = start - plan["start_day"].to_numpy()
    found = plan.assign(start_day=start, end_day=start + days - 1, shift=shift).drop(columns="free_slack")
    found["slack"] = found["latest_start"] - start
    found["critical"] = found["slack"] <= 0
    if within == "any":
        found = found.drop(columns=["latest_start", "latest_end", "slack", "critical"])
    found = found.sort_values(["start_day", "end_day", "task"], ignore_index=True)
    before = plan.attrs["days"]
    found.attrs = {"days": int(found["end_day"].max()), "days_before": before, "within": within}
    return found


def _place(plan, work, by: str, left: dict, week: int, weeks: int, within: str) -> dict[str, int]:
    """Return the day on which each task starts; what it takes is taken from the hours left."""
    rows = plan.assign(who=work[by], work=work["hours"]).set_index("task").to_dict("index")
    waiting, starts = set(rows), {}
    while waiting:
        able = [task for task in waiting if all(one in starts for one in rows[task]["after"])]
        task = min(able, key=lambda one: (rows[one]["latest_start"], rows[one]["slack"], one))
        one = rows[task]
        ended = [starts[other] + rows[other]["days"] for other in one["after"]]
        first = max([one["start_day"], *ended])
        last = one["latest_start"] if within == "slack" else weeks * week - one["days"] + 1
        starts[task], needed = _day(one, left[one["who"]], first, last, week, weeks)
        over = (needed - left[one["who"]])[needed > 0].max(initial=0)
        if within == "any" and over > 1e-9:
            raise ValueError(
                f"tasks: {task!r} needs {needed.max():.4g} hours in a week, and {one['who']} never has so "
                "many left: give it more days, or more hours in `there`"
            )
        left[one["who"]] = left[one["who"]] - needed
        waiting.remove(task)
    return starts


def _day(one: dict, left: np.ndarray, first: int, last: int, week: int, weeks: int):
    """Return the first day from ``first`` to ``last`` with the fewest hours too many, and the hours."""
    best = None
    for day in range(first, max(first, last) + 1):
        needed = by_week(day, day + one["days"] - 1, one["work"], week, weeks)
        over = np.clip(needed - np.clip(left, 0, None), 0, None)[needed > 0].sum()
        if best is None or over < best[0] - 1e-9:
            best = over, day, needed
        if over <= 1e-9:
            break
    return best[1], best[2]
