"""What an ecosystem is: audience, offer, journey, funnel, KPIs and assumptions, kept in a YAML file.

>>> blueprint = Blueprint(name="Quillwork", products=[Product(id="bootcamp", name="Bootcamp", kind="core")])
>>> blueprint.product("bootcamp").price
0.0
>>> blueprint.gaps()
['awareness', 'consideration', 'purchase', 'activation', 'retention', 'referral']
"""

from ecotools.blueprint.assumptions import Activity, Assumptions, Channel, Churn, Nps, PlanChange
from ecotools.blueprint.journey import STAGES, FunnelStep, Touchpoint
from ecotools.blueprint.measures import Kpi
from ecotools.blueprint.model import Blueprint
from ecotools.blueprint.offer import Audience, Product
from ecotools.blueprint.problems import BlueprintError, Problem

__all__ = [
    "STAGES",
    "Activity",
    "Assumptions",
    "Audience",
    "Blueprint",
    "BlueprintError",
    "Channel",
    "Churn",
    "FunnelStep",
    "Kpi",
    "Nps",
    "PlanChange",
    "Problem",
    "Product",
    "Touchpoint",
]
