"""What an ecosystem is: audience, offer, journey, community, map, plan, team and KPIs, kept in a YAML file.

>>> blueprint = Blueprint(name="Quillwork", products=[Product(id="bootcamp", name="Bootcamp", kind="core")])
>>> blueprint.product("bootcamp").price
0.0
>>> blueprint.gaps()
['awareness', 'consideration', 'purchase', 'activation', 'retention', 'referral']
"""

from ecotools.blueprint.assumptions import Churn, FirstOffer, Joining
from ecotools.blueprint.automation import Automation, FlowStep
from ecotools.blueprint.ecosystem import EcosystemMap
from ecotools.blueprint.financing import Financing
from ecotools.blueprint.journey import STAGES, FunnelStep
from ecotools.blueprint.launch import Phase
from ecotools.blueprint.measures import Kpi, Measured
from ecotools.blueprint.model import Blueprint
from ecotools.blueprint.offer import Product
from ecotools.blueprint.problems import BlueprintError, Problem
from ecotools.blueprint.projections import Claim

__all__ = [
    "STAGES",
    "Automation",
    "Blueprint",
    "BlueprintError",
    "Churn",
    "Claim",
    "EcosystemMap",
    "Financing",
    "FirstOffer",
    "FlowStep",
    "FunnelStep",
    "Joining",
    "Kpi",
    "Measured",
    "Phase",
    "Problem",
    "Product",
]
__dir__ = __all__.copy
