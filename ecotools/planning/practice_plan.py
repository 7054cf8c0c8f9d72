"""A made-up launch plan, other days for every seed, to practise on."""

import numpy as np
import pandas as pd

from ecotools.metrics.counts import count
from ecotools.simulate.draws import stream

# Task, what it waits for, who does it, its usual days, hours of work per day, how unsure it is.
_TASKS = [
    ("research", "", "creator", 10, 2.0, 0.5),
    ("outline", "research", "creator", 5, 3.0, 0.4),
    ("record", "outline", "creator", 17, 3.0, 0.7),
    ("platform", "outline", "assistant", 15, 2.0, 0.9),
    ("page", "outline", "creator", 7, 2.0, 0.5),
    ("emails", "page", "assistant", 6, 2.0, 0.4),
    ("beta", "record, platform", "creator", 7, 1.0, 0.2),
    ("feedback", "beta", "creator", 5, 2.0, 0.3),
    ("refine", "feedback", "creator", 7, 3.0, 0.9),
    ("room", "research", "assistant", 12, 2.0, 0.6),
    ("rules", "room", "assistant", 6, 2.0, 0.3),
    ("launch", "refine, emails", "creator", 7, 3.0, 0.2),
    ("open_room", "launch, rules", "assistant", 5, 3.0, 0.3),
    ("first_event", "open_room", "creator", 7, 1.0, 0.3),
]
_COST_PER_HOUR = {"creator": 60, "assistant": 30}


def simulate_tasks(seed: int = 0) -> pd.DataFrame:
    """Return a made-up plan for the launch of a course and its community: synthetic, other for every seed.

    The tasks and what they wait for are always the same; their days, hours and costs are drawn.

    Parameters
    ----------
    seed : int, default 0
        Zero or more.

    Returns
    -------
    DataFrame
        One row per task, as `schedule`, `finish_days`, `workload`, `level` and `crash` take it: task, after,
        role, days (whole; the likely ones), optimistic, likely, pessimistic, hours (of work in all),
        crash_days and cost_per_day (in the currency of the business).

    Examples
    --------
    >>> tasks = simulate_tasks(seed=3)
    >>> len(tasks), bool((tasks["optimistic"] <= tasks["likely"]).all())
    (14, True)
    """
    rng = stream(count(seed, "seed"), "planning", "made up")
    lines = []
    for task, after, role, usual, effort, doubt in _TASKS:
        likely = max(int(np.rint(usual * rng.uniform(0.7, 1.4))), 2)
        optimistic = max(int(np.floor(likely * (1 - 0.4 * doubt))), 1)
        pessimistic = int(np.ceil(likely * (1 + 1.6 * doubt * rng.uniform(0.7, 1.3))))
        crash_days = max(int(np.ceil(likely * 0.6)), 1)
        price = int(np.rint(_COST_PER_HOUR[role] * effort * rng.uniform(0.6, 1.8) / 10) * 10)
        days = [likely, optimistic, likely, pessimistic]
        lines.append([task, after, role, *days, likely * effort, crash_days, price])
    columns = ["task", "after", "role", "days", "optimistic", "likely", "pessimistic"]
    return pd.DataFrame(lines, columns=[*columns, "hours", "crash_days", "cost_per_day"])
