"""Tables of the report are in the words of a reader who does not know the blueprint."""

import pytest

from ecotools.blueprint import Blueprint, Product
from ecotools.report import tables

SAID = """
name: Desk
currency: GBP
products:
  - {id: desk, name: Desk, kind: core, price: 12, billing: month, per_seat: true, seats: 4.5, cost: 3}
  - {id: pack, name: Pack, kind: template, price: 49}
kpis: [{id: trial_to_paid, name: Trials that pay}]
journey:
  - {id: page, stage: purchase, asset: Prices, channel: partner_app, kpi: trial_to_paid}
  - {id: mails, stage: retention, asset: Mails, channel: mail, kpi: opened}
team: {people: [{name: Ada, role: creator}, {name: Bo, role: department_head}, {role: community_manager}]}
map: {nodes: [{id: parts_api, kind: integration, name: Parts API}]}
platform:
  integrations:
    - {id: parts_api, partner: shop, revenue_model: revenue_share}
    - {id: tide_clock, partner: guild}
  partners:
    - {id: shop, name: Shop, share: 0.2}
    - {id: guild, name: Guild, share: 0.1}
    - {id: mill, name: Mill}
"""


@pytest.fixture(scope="module")
def desk():
    return Blueprint.from_yaml(SAID)


def column(table, head):
    return [row[table.heads.index(head)] for row in table.rows]


def test_a_price_of_a_seat_says_so_with_the_seats_of_a_customer(desk):
    table = tables.products(desk)
    assert column(table, "Price") == ["£12 a seat and month", "£49"]
    assert column(table, "Seats of a customer") == ["4.5", "–"]


def test_without_a_price_of_a_seat_nothing_is_said_of_seats(desk):
    plain = desk.model_copy(update={"products": desk.products[1:]})
    assert "Seats of a customer" not in tables.products(plain).heads


@pytest.mark.parametrize(
    ("billing", "words"),
    [("one_time", " a seat"), ("quarter", " a seat and quarter"), ("year", " a seat and year")],
)
def test_a_seat_is_paid_as_often_as_it_is_billed(billing, words):
    team = Product(id="a", name="A", kind="core", price=12, billing=billing, per_seat=True)
    assert tables.price(team, "EUR") == f"€12{words}"


def test_touchpoints_name_their_kpi_and_channel_in_words(desk):
    table = tables.touchpoints(desk)
    assert column(table, "KPI") == ["Trials that pay", "opened"]
    assert column(table, "Channel") == ["partner app", "mail"]


def test_roles_are_those_of_a_company(desk):
    assert column(tables.people(desk), "Role") == ["founder", "head of department", "community manager"]


def test_integrations_are_called_as_on_the_map(desk):
    assert column(tables.integrations(desk), "Integration") == ["Parts API", "Tide clock"]


def test_partners_say_how_much_they_get(desk):
    assert column(tables.partners(desk), "How money is shared") == [
        "Revenue share: 20% of what its customers pay",
        "10% of what its customers pay",
        "–",
    ]
