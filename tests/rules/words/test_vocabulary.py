"""The words of rules: choices that end a rule when empty, dates, graphs, measured numbers."""

import pandas as pd
import pytest

from ecotools.data import quillwork
from ecotools.ledger import Ledger
from ecotools.rules.engine.parts import Business, Missing
from ecotools.rules.words import vocabulary as words
from ecotools.simulate import simulate

from ..examples import blueprint

SHOP = """
currency: EUR
products:
  - {id: list, name: List, kind: lead_magnet}
  - {id: course, name: Course, kind: core, price: 199, next: [coach]}
  - {id: coach, name: Coach, kind: coaching, price: 990}
  - {id: club, name: Club, kind: community, price: 60, billing: quarter}
  - {id: kit, name: Kit, kind: add_on, price: 49}
  - {id: mug, name: Mug, kind: add_on, price: 9}
ladder:
  checkouts:
    - {id: pay, product: course, offers: [kit]}
  upgrades:
    - {from: coach, to: club}
journey:
  - {id: post, stage: awareness, asset: Post, next: [shop]}
  - {id: shop, stage: purchase, asset: Shop, product: course}
measured:
  - {metric: churn_rate, value: 0.08}
  - {metric: churn_rate, product: club, values: {"2026-02": 0.05, "2026-01": 0.06}}
map:
  nodes: [{id: api, kind: integration}, {id: usage, kind: data_flow}]
  edges: [{from: api, to: usage, type: data}]
"""


@pytest.fixture
def shop():
    return Business(blueprint(SHOP))


def test_money_is_in_the_currency_of_the_business(shop):
    assert words.money(1299.5, shop) == "1,299.50 EUR" and words.money(49) == "$49"


def test_products_are_chosen_by_kind_and_price(shop):
    assert [part.id for part in words.of_kind(shop, "core", "community")] == ["course", "club"]
    assert words.core(shop).id == "course"
    assert [part.id for part in words.paid(shop)] == ["course", "coach", "club", "kit", "mug"]
    assert [part.id for part in words.kinds("coaching")(shop)] == ["coach"]


def test_a_choice_of_none_ends_the_rule(shop):
    with pytest.raises(Missing, match="a product of kind bundle or subscription"):
        words.of_kind(shop, "bundle", "subscription")


def test_a_paid_product_without_a_price_ends_the_rule():
    with pytest.raises(Missing):
        words.paid(Business(blueprint("products: [{id: kit, name: Kit, kind: core}]")))


def test_a_price_a_month(shop):
    assert words.monthly(words.of_kind(shop, "community")[0]) == 20
    with pytest.raises(Missing):
        words.monthly(words.core(shop))


def test_what_a_stranger_is_offered_goes_through_checkouts_and_upgrades(shop):
    assert words.offered(shop) == {"course", "coach", "kit", "club"}


def test_the_graphs_have_their_parts(shop):
    journey, ecosystem = words.journey_graph(shop), words.map_graph(shop)
    assert list(journey.edges) == [("post", "shop")] and journey.nodes["shop"]["part"].stage == "purchase"
    ((start, end, part),) = ecosystem.edges(data="part")
    assert (start, end, part.type) == ("api", "usage", "data")


def test_a_measured_number_is_that_of_the_business_or_of_a_product(shop):
    assert words.last(words.measured(shop, "churn_rate")) == 0.08
    assert words.last(words.measured(shop, "churn_rate", "community")) == 0.05
    assert words.series(shop, "churn_rate", "community") == {"2026-01": 0.06, "2026-02": 0.05}
    with pytest.raises(Missing, match=r"measured\[\] with nps"):
        words.measured(shop, "nps")


@pytest.mark.parametrize(
    ("many", "phase"),
    [(0, "foundation"), (99, "foundation"), (100, "systemization"), (500, "enterprise")],
)
def test_the_phase_follows_from_the_members(many, phase):
    said = f"measured: [{{metric: community_members, value: 7}}, {{metric: members, value: {many}}}]"
    assert words.scaling_phase(Business(blueprint(said))) == phase


def test_members_of_the_community_stand_in_for_members():
    said = "measured: [{metric: members, product: club, value: 9}, {metric: community_members, value: 7}]"
    club = "products: [{id: club, name: Club, kind: community}]"
    assert words.last(words.members(Business(blueprint(f"{club}\n{said}")))) == 7
    with pytest.raises(Missing, match="with members"):
        words.members(Business(blueprint("measured: [{metric: nps, value: 7}]")))


def test_what_is_denied_is_told_from_what_is_not_said():
    community = Business(
        blueprint("community: {moderators: [], guidelines: false, purpose: Baking}")
    ).community
    asked = ("moderators", "guidelines", "purpose", "recognition", "governance")
    assert words.denied(community, asked) == ["moderators", "guidelines"]
    words.require(community, asked[:3])
    with pytest.raises(Missing) as lack:
        words.require(community, asked)
    assert lack.value.places == (("community", "recognition"), ("community", "governance"))


def test_with_a_ledger_a_series_is_computed():
    said = quillwork()
    business = Business(said, simulate(said, 4, seed=1, scale=0.1))
    revenue = words.series(business, "revenue")
    assert len(revenue) == 4 and all(value > 0 for value in revenue.values())
    assert set(words.series(business, "mrr", "subscription")) <= set(revenue)


def test_dates_come_in_any_order():
    assert words.gaps(["2026-03-01", "2026-01-01", "2026-02-01"]) == [31, 28] and words.gaps([]) == []


def test_how_far_off_is_a_share_of_what_was_stated():
    assert words.off_by(0, 0) == 0 and words.off_by(0, 1) == float("inf") and words.off_by(10, 9) == 0.1


def test_lists_are_sentences():
    assert [words.listed(w) for w in ([], ["a"], ["a", "b"])] == ["", "a", "a and b"]


def test_what_the_ledger_cannot_tell_is_taken_from_what_was_measured():
    said = blueprint("measured: [{metric: members, values: {2026-01: 90, 2026-02: 99}}]")
    visits = pd.DataFrame({"customer_id": [1], "day": pd.to_datetime(["2026-01-31"]), "action": "visit"})
    business = Business(said, Ledger(activity=visits.assign(count=1), start="2026-01-01", end="2026-02-10"))
    assert words.series(business, "members") == {"2026-01": 90, "2026-02": 99}
    assert words.series(business, "active_members") == {"2026-01": 1}, "ten days of February are no month"
    with pytest.raises(Missing, match=r"measured\[\] with nps"):
        words.series(business, "nps")


def test_a_ledger_in_another_currency_ends_the_rule_and_not_the_review():
    business = Business(blueprint("currency: EUR"), Ledger(start="2026-01-01", end="2026-02-01"))
    with pytest.raises(Missing, match="the blueprint's money is EUR, the ledger's is USD"):
        words.series(business, "revenue")


def test_the_hours_of_a_team_are_those_it_names_else_the_sum():
    def hours(team):
        return words.weekly_hours(Business(blueprint(f"team: {team}")).team)

    assert hours("{hours_per_week: 0, people: [{role: creator, hours_per_week: 20}]}") == 0
    assert hours("{people: [{role: creator, hours_per_week: 20}, {role: support, hours_per_week: 5}]}") == 25
    for lacking in ("{people: [{role: creator}]}", "{people: []}"):
        with pytest.raises(Missing, match="hours_per_week"):
            hours(lacking)


def test_each_check_is_made_whatever_another_lacks(shop):
    def silent():
        yield shop.audience.finding(found="never reached")

    def sees():
        yield shop.finding("name", found="seen")

    found = words.every(silent(), sees())
    assert next(found).found == "seen"
    with pytest.raises(Missing, match="audience"):
        next(found)
