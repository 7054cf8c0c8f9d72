"""Plans: what waits for what, when it is over, who does the work, and what it could cost.

The plan: `blueprint_tasks`, `task_graph`, `schedule`, `critical_path`, `plan_dates`, `working_days`. The
work: `workload`, `team_hours`, `level`, `edges`. Its risk: `three_point`, `finish_days`, `chance_by`,
`day_by`, `task_risk`, `pert_chance`. Shorter: `crash`, `crash_costs`.

>>> import pandas as pd
>>> plan = pd.DataFrame({"task": ["write", "open"], "days": [10, 1], "after": ["", "write"]})
>>> schedule(plan).attrs["days"]
11
"""

from ecotools.planning.calendar import plan_dates, working_days
from ecotools.planning.crash import crash, crash_costs
from ecotools.planning.durations import three_point
from ecotools.planning.edges import edges
from ecotools.planning.levelling import level
from ecotools.planning.risk import chance_by, day_by, finish_days, pert_chance, task_risk
from ecotools.planning.schedule import critical_path, schedule
from ecotools.planning.tasks import blueprint_tasks, task_graph
from ecotools.planning.workload import team_hours, workload

__all__ = [
    "blueprint_tasks",
    "chance_by",
    "crash",
    "crash_costs",
    "critical_path",
    "day_by",
    "edges",
    "finish_days",
    "level",
    "pert_chance",
    "plan_dates",
    "schedule",
    "task_graph",
    "task_risk",
    "team_hours",
    "three_point",
    "working_days",
    "workload",
]
