"""What an ecosystem is: audience, offer, journey, community, map, plan, team and KPIs, kept in a YAML file.

>>> blueprint = Blueprint(name="Quillwork", products=[Product(id="bootcamp", name="Bootcamp", kind="core")])
>>> blueprint.product("bootcamp").price
0.0
>>> blueprint.gaps()
['awareness', 'consideration', 'purchase', 'activation', 'retention', 'referral']
"""

from ecotools.blueprint.assumptions import (
    Activity,
    Assumptions,
    Channel,
    Churn,
    FirstOffer,
    Joining,
    Nps,
    PlanChange,
)
from ecotools.blueprint.automation import Automation, FlowStep, Message, Stack
from ecotools.blueprint.calendar import Calendar, Change, Event, Release, Review, Survey
from ecotools.blueprint.community import Ambassadors, Community, EngagementScore, Platform, Ritual
from ecotools.blueprint.ecosystem import EcosystemMap, Edge, Loop, Node
from ecotools.blueprint.financing import Debt, Financing, FixedCost, Use
from ecotools.blueprint.growth import Baseline, Experiment, Growth, Initiative, InitiativeStage, Lever
from ecotools.blueprint.journey import STAGES, FunnelStep, MarketingChannel, Touchpoint
from ecotools.blueprint.ladder import Checkout, Ladder, Tier, Upgrade
from ecotools.blueprint.launch import Beta, Person, Phase, Plan, Team, TimeSplit, Validation
from ecotools.blueprint.measures import METRICS, Dashboard, Kpi, Measured
from ecotools.blueprint.model import Blueprint
from ecotools.blueprint.offer import Audience, Product
from ecotools.blueprint.platform import (
    App,
    DataFlow,
    Environment,
    EventKind,
    Integration,
    Marketplace,
    OpenPlatform,
    Partner,
    UserContent,
)
from ecotools.blueprint.policies import Policies, Privacy, Threshold
from ecotools.blueprint.problems import BlueprintError, Problem
from ecotools.blueprint.product import Coaching, Onboarding, OnboardingStep, Package, Rate, Refund
from ecotools.blueprint.projections import Claim, Line, Projection
from ecotools.blueprint.schema import json_schema
from ecotools.blueprint.strategy import Brand, GrowthPhase, Roles, Strategy

__all__ = [
    "METRICS",
    "STAGES",
    "Activity",
    "Ambassadors",
    "App",
    "Assumptions",
    "Audience",
    "Automation",
    "Baseline",
    "Beta",
    "Blueprint",
    "BlueprintError",
    "Brand",
    "Calendar",
    "Change",
    "Channel",
    "Checkout",
    "Churn",
    "Claim",
    "Coaching",
    "Community",
    "Dashboard",
    "DataFlow",
    "Debt",
    "EcosystemMap",
    "Edge",
    "EngagementScore",
    "Environment",
    "Event",
    "EventKind",
    "Experiment",
    "Financing",
    "FirstOffer",
    "FixedCost",
    "FlowStep",
    "FunnelStep",
    "Growth",
    "GrowthPhase",
    "Initiative",
    "InitiativeStage",
    "Integration",
    "Joining",
    "Kpi",
    "Ladder",
    "Lever",
    "Line",
    "Loop",
    "MarketingChannel",
    "Marketplace",
    "Measured",
    "Message",
    "Node",
    "Nps",
    "Onboarding",
    "OnboardingStep",
    "OpenPlatform",
    "Package",
    "Partner",
    "Person",
    "Phase",
    "Plan",
    "PlanChange",
    "Platform",
    "Policies",
    "Privacy",
    "Problem",
    "Product",
    "Projection",
    "Rate",
    "Refund",
    "Release",
    "Review",
    "Ritual",
    "Roles",
    "Stack",
    "Strategy",
    "Survey",
    "Team",
    "Threshold",
    "Tier",
    "TimeSplit",
    "Touchpoint",
    "Upgrade",
    "Use",
    "UserContent",
    "Validation",
    "json_schema",
]
