"""The panels, most of them on the case company, each made once; tests bring them back to their start."""

import pandas as pd
import pytest

from ecotools import widgets
from ecotools.data import quillwork
from ecotools.ledger import Ledger
from ecotools.metrics import pricing
from ecotools.simulate import simulate
from ecotools.widgets.capacity import CapacityBoard
from ecotools.widgets.dashboard import KpiDashboard
from ecotools.widgets.joining import JoiningExplorer
from ecotools.widgets.journey import JourneyBoard
from ecotools.widgets.launch import LaunchExplorer
from ecotools.widgets.loop import LoopExplorer
from ecotools.widgets.mailbox import Mailbox
from ecotools.widgets.pilot import PilotExplorer
from ecotools.widgets.pricing import PricingExplorer
from ecotools.widgets.removal import RemovalBoard
from ecotools.widgets.rituals import RitualWeek
from tests.forecast.businesses import CLUB, blueprint

TIERS = {"Lite": 12.0, "Membership": 29.0, "Plus": 59.0}


def club():
    return blueprint(CLUB)


@pytest.fixture(scope="session")
def ledger() -> Ledger:
    return simulate(quillwork(), months=5, seed=10, scale=0.3)


@pytest.fixture(scope="session")
def market() -> pd.DataFrame:
    return pricing.simulate_wtp(200, {"Lite": 15, "Membership": 30, "Plus": 45}, 10.0, 0.6, seed=4)


@pytest.fixture(scope="session")
def one_dashboard(ledger) -> KpiDashboard:
    return widgets.kpi_dashboard(quillwork(), ledger)


@pytest.fixture
def dashboard(one_dashboard) -> KpiDashboard:
    one_dashboard.show(month="2025-05", segment="everyone", kpi="visitors")
    one_dashboard.details.value = False
    return one_dashboard


@pytest.fixture
def board() -> JourneyBoard:
    return widgets.journey_board(quillwork("first-draft"))


@pytest.fixture
def explorer(market) -> PricingExplorer:
    return widgets.pricing_explorer(market, TIERS, cost={"Lite": 1, "Membership": 5, "Plus": 14})


@pytest.fixture
def pilot() -> PilotExplorer:
    return widgets.pilot_explorer()


@pytest.fixture
def capacities() -> CapacityBoard:
    return widgets.capacity_board()


@pytest.fixture
def joining() -> JoiningExplorer:
    return widgets.joining_explorer()


@pytest.fixture
def removals() -> RemovalBoard:
    nodes = pd.DataFrame({"id": ["checklist", "course", "audit", "mugs"]})
    nodes["name"] = ["checklist", "The course", "audit", "mugs"]
    flows = pd.DataFrame({"from": ["checklist", "course"], "to": ["course", "audit"]})
    return widgets.removal_board(nodes, flows, revenue={"course": 600, "audit": 100, "mugs": 300})


@pytest.fixture
def letters() -> Mailbox:
    days = ["2025-03-01", "2025-03-01", "2025-03-03", "2025-03-10", "2025-05-01"]
    messages = pd.DataFrame({"customer_id": [*["Ada"] * 4, "Ben"], "day": pd.to_datetime(days)})
    messages["flow"], messages["step"] = "hello", ["file", "hi", "tip", "more", "hi"]
    messages["action"] = ["deliver", *["message"] * 4]
    events = pd.DataFrame({"customer_id": "Ada", "day": pd.to_datetime(days[1:3])})
    events["event"], events["product"] = ["lead", "purchase"], ["", "course_kit"]
    return widgets.mailbox(messages, events, days=14)


@pytest.fixture
def rituals() -> RitualWeek:
    return widgets.ritual_week(hours=5, chosen=["Poll", "Workshop"])


@pytest.fixture(scope="session")
def one_launch() -> LaunchExplorer:
    return widgets.launch_explorer(club(), months=6, runs=60, target=12_000)


@pytest.fixture
def launch(one_launch) -> LaunchExplorer:
    one_launch.reset()
    return one_launch


@pytest.fixture
def loops() -> LoopExplorer:
    return widgets.loop_explorer()


PANELS = "dashboard board explorer pilot removals capacities letters joining rituals launch loops"


@pytest.fixture(params=PANELS.split())
def panel(request):
    return request.getfixturevalue(request.param)
