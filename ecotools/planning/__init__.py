"""Plans: what waits for what, when it is over, who does the work, and what it could cost.

The plan: `blueprint_tasks`, `task_graph`, `schedule`, `critical_path`, `plan_dates`, `working_days`. The
work: `workload`, `team_hours`, `level`, `edges`. Its risk: `three_point`, `finish_days`, `chance_by`,
`day_by`, `finish_curve`, `task_risk`, `pert_chance`. Shorter: `crash`, `crash_costs`. People as members grow:
`staff_hours`, `hire_month`, `member_hours`, `founder_week`, `creator_time`. From the runs of a forecast
(`ecotools.forecast.draws`): `month_reached`, `month_range`, `gates`, `amount_reached`, `chance_of`,
`cash_balance`, `break_even_month`, `payback_month`, `cash_needed`, `debt_coverage`, `year_coverage`,
`scenario_summary`; and `loan_payments`. Projections:
`stated_lines`, `range_outcomes`, `against_forecast`, `against_plan`, `consistency`. What could go wrong:
`premortem`, `risk_losses`, `alarms`. The days of a launch: `launch_curve`, `launch_outlook`. To practise on:
`simulate_tasks`.

>>> import pandas as pd
>>> plan = pd.DataFrame({"task": ["write", "open"], "days": [10, 1], "after": ["", "write"]})
>>> schedule(plan).attrs["days"]
11
"""

from ecotools.planning.calendar import plan_dates, working_days
from ecotools.planning.cash import break_even_month, cash_balance, cash_needed, payback_month
from ecotools.planning.chances import amount_reached, chance_of
from ecotools.planning.consistency import against_forecast, against_plan, consistency
from ecotools.planning.crash import crash, crash_costs
from ecotools.planning.debt import debt_coverage, loan_payments, year_coverage
from ecotools.planning.durations import three_point
from ecotools.planning.edges import edges
from ecotools.planning.founder import creator_time, founder_week
from ecotools.planning.levelling import level
from ecotools.planning.milestones import gates, month_range, month_reached
from ecotools.planning.overview import scenario_summary
from ecotools.planning.practice_plan import simulate_tasks
from ecotools.planning.premortem import alarms, premortem, risk_losses
from ecotools.planning.ranges import range_outcomes, stated_lines
from ecotools.planning.risk import chance_by, day_by, finish_curve, finish_days, pert_chance, task_risk
from ecotools.planning.schedule import critical_path, schedule
from ecotools.planning.staffing import hire_month, member_hours, staff_hours
from ecotools.planning.tasks import blueprint_tasks, task_graph
from ecotools.planning.window import launch_curve, launch_outlook
from ecotools.planning.workload import team_hours, workload

__all__ = [
    "against_forecast",
    "against_plan",
    "alarms",
    "amount_reached",
    "blueprint_tasks",
    "break_even_month",
    "cash_balance",
    "cash_needed",
    "chance_by",
    "chance_of",
    "consistency",
    "crash",
    "crash_costs",
    "creator_time",
    "critical_path",
    "day_by",
    "debt_coverage",
    "edges",
    "finish_curve",
    "finish_days",
    "founder_week",
    "gates",
    "hire_month",
    "launch_curve",
    "launch_outlook",
    "level",
    "loan_payments",
    "member_hours",
    "month_range",
    "month_reached",
    "payback_month",
    "pert_chance",
    "plan_dates",
    "premortem",
    "range_outcomes",
    "risk_losses",
    "scenario_summary",
    "schedule",
    "simulate_tasks",
    "staff_hours",
    "stated_lines",
    "task_graph",
    "task_risk",
    "team_hours",
    "three_point",
    "working_days",
    "workload",
    "year_coverage",
]
