"""Plans: what waits for what, when it is over, who does the work, and what it could cost.

The plan: `blueprint_tasks`, `schedule`, `plan_dates`. The work: `workload`, `level`, `edges`. Its risk:
`three_point`, `finish_days`, `chance_by`, `day_by`, `finish_curve`, `task_risk`. Shorter: `crash_costs`.
People as members grow: `hire_month`, `member_hours`, `founder_week`. From the runs of a forecast
(`ecotools.forecast.draws`): `month_reached`, `month_range`, `gates`, `amount_reached`, `chance_of`,
`cash_balance`, `break_even_month`, `payback_month`, `cash_needed`, `debt_coverage`, `year_coverage`,
`scenario_summary`; and `loan_payments`. Projections: `stated_lines`, `against_forecast`, `against_plan`,
`consistency`. What could go wrong: `premortem`, `risk_losses`, `alarms`. To practise on: `simulate_tasks`.

>>> import pandas as pd
>>> plan = pd.DataFrame({"task": ["write", "open"], "days": [10, 1], "after": ["", "write"]})
>>> schedule(plan).attrs["days"]
11
"""

from ecotools.planning.calendar import plan_dates
from ecotools.planning.cash import break_even_month, cash_balance, cash_needed, payback_month
from ecotools.planning.chances import amount_reached, chance_of
from ecotools.planning.consistency import against_forecast, against_plan, consistency
from ecotools.planning.crash import crash_costs
from ecotools.planning.debt import debt_coverage, loan_payments, year_coverage
from ecotools.planning.durations import three_point
from ecotools.planning.edges import edges
from ecotools.planning.founder import founder_week
from ecotools.planning.levelling import level
from ecotools.planning.milestones import gates, month_range, month_reached
from ecotools.planning.overview import scenario_summary
from ecotools.planning.practice_plan import simulate_tasks
from ecotools.planning.premortem import alarms, premortem, risk_losses
from ecotools.planning.risk import chance_by, day_by, finish_curve, finish_days, task_risk
from ecotools.planning.schedule import schedule
from ecotools.planning.staffing import hire_month, member_hours
from ecotools.planning.stated import stated_lines
from ecotools.planning.tasks import blueprint_tasks
from ecotools.planning.workload import workload

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
    "crash_costs",
    "day_by",
    "debt_coverage",
    "edges",
    "finish_curve",
    "finish_days",
    "founder_week",
    "gates",
    "hire_month",
    "level",
    "loan_payments",
    "member_hours",
    "month_range",
    "month_reached",
    "payback_month",
    "plan_dates",
    "premortem",
    "risk_losses",
    "scenario_summary",
    "schedule",
    "simulate_tasks",
    "stated_lines",
    "task_risk",
    "three_point",
    "workload",
    "year_coverage",
]
__dir__ = __all__.copy
