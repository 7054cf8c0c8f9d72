"""The two passes of the critical path method: forward for the earliest times, backward for the latest.

Times are counted from 0, and a task ends ``days`` after it starts. Days may be numbers or arrays, one value
per simulated run; both passes then hold for every run at once.
"""

import numpy as np

from ecotools.planning.tasks import Tasks

CLOSE = 1e-6
"""Days within which two times are the same: sums of fractions differ by rounding."""


def forward(tasks: Tasks, days: dict, not_before: dict | None = None) -> dict:
    """Return when each task starts at the earliest; ``days`` are numbers by task, or arrays of runs.

    >>> import pandas as pd
    >>> from ecotools.planning.tasks import read_tasks
    >>> tasks = read_tasks(pd.DataFrame({"task": ["a", "b"], "days": [2, 3], "after": ["", "a"]}))
    >>> {task: float(time) for task, time in forward(tasks, tasks.days()).items()}
    {'a': 0.0, 'b': 2.0}
    """
    starts = {}
    for task in tasks.order:
        start = np.asarray((not_before or {}).get(task, 0.0), dtype=float)
        for one in tasks.before[task]:
            start = np.maximum(start, starts[one] + days[one])
        starts[task] = start
    return starts


def length(tasks: Tasks, days: dict, starts: dict) -> np.ndarray:
    """Return when the last task ends."""
    return np.maximum.reduce([starts[task] + days[task] for task in tasks.order])


def backward(tasks: Tasks, days: dict, end) -> dict:
    """Return when each task starts at the latest, so that the plan is over at ``end``."""
    starts, after = {}, tasks.after
    for task in reversed(tasks.order):
        latest = np.asarray(end, dtype=float)
        for other in after[task]:
            latest = np.minimum(latest, starts[other])
        starts[task] = latest - days[task]
    return starts
