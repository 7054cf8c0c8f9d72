"""Interactive pieces for notebooks: controls, what follows them, and the same view where no kernel runs."""

# ruff: noqa: E402 - where ipywidgets is missing, what to install is said before it is imported
from ecotools.extras import need

need("learn", "ipywidgets")

from ecotools.widgets.capacity import capacity_board
from ecotools.widgets.churn import churn_mix
from ecotools.widgets.dashboard import kpi_dashboard
from ecotools.widgets.experiment import experiment_planner
from ecotools.widgets.joining import joining_explorer
from ecotools.widgets.journey import journey_board
from ecotools.widgets.launch import launch_explorer
from ecotools.widgets.loop import loop_explorer
from ecotools.widgets.mailbox import mailbox
from ecotools.widgets.pilot import pilot_explorer
from ecotools.widgets.pricing import pricing_explorer
from ecotools.widgets.removal import removal_board
from ecotools.widgets.rituals import ritual_week

__all__ = [
    "capacity_board",
    "churn_mix",
    "experiment_planner",
    "joining_explorer",
    "journey_board",
    "kpi_dashboard",
    "launch_explorer",
    "loop_explorer",
    "mailbox",
    "pilot_explorer",
    "pricing_explorer",
    "removal_board",
    "ritual_week",
]
__dir__ = __all__.copy
