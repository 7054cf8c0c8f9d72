"""Interactive pieces for notebooks: controls, what follows them, and the same view where no kernel runs."""

# ruff: noqa: E402 - where ipywidgets is missing, what to install is said before it is imported
from ecotools.extras import need

need("learn", "ipywidgets")

from ecotools.widgets.capacity import CapacityBoard, capacity_board
from ecotools.widgets.churn import ChurnMix, churn_mix
from ecotools.widgets.dashboard import KpiDashboard, kpi_dashboard
from ecotools.widgets.experiment import ExperimentPlanner, experiment_planner
from ecotools.widgets.joining import JoiningExplorer, joining_explorer
from ecotools.widgets.journey import JourneyBoard, journey_board
from ecotools.widgets.launch import LaunchExplorer, launch_explorer
from ecotools.widgets.loop import LoopExplorer, loop_explorer
from ecotools.widgets.mailbox import Mailbox, mailbox
from ecotools.widgets.panel import Panel
from ecotools.widgets.pilot import PilotExplorer, pilot_explorer
from ecotools.widgets.pricing import PricingExplorer, pricing_explorer
from ecotools.widgets.removal import RemovalBoard, removal_board
from ecotools.widgets.rituals import RitualWeek, ritual_week

__all__ = [
    "CapacityBoard",
    "ChurnMix",
    "ExperimentPlanner",
    "JoiningExplorer",
    "JourneyBoard",
    "KpiDashboard",
    "LaunchExplorer",
    "LoopExplorer",
    "Mailbox",
    "Panel",
    "PilotExplorer",
    "PricingExplorer",
    "RemovalBoard",
    "RitualWeek",
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
