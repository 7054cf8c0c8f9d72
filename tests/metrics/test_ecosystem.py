"""Ecosystems as graphs: who feeds whom, what starves, how concentrated revenue is."""

from math import comb, factorial

import networkx as nx
import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ecotools import data
from ecotools.blueprint import Blueprint
from ecotools.metrics import ecosystem
from ecotools.simulate import simulate

LETTERS = list("abcdef")


def shop(*ids):
    return pd.DataFrame({"id": list(ids)})


def ways(*pairs, **columns):
    return pd.DataFrame([pair.split(">") for pair in pairs], columns=["from", "to"]).assign(**columns)


@st.composite
def graphs(draw):
    size = draw(st.integers(1, 6))
    pairs = st.tuples(st.sampled_from(LETTERS[:size]), st.sampled_from(LETTERS[:size]))
    found = draw(st.lists(pairs, max_size=14))
    return shop(*LETTERS[:size]), pd.DataFrame(found, columns=["from", "to"], dtype=object)


# Reading a blueprint


def test_what_buyers_are_led_to_is_read_from_all_places_that_say_so():
    business = Blueprint.from_yaml(
        """
        name: Bread
        products:
          - {id: guide, name: Guide, kind: lead_magnet, next: [course]}
          - {id: course, name: Course, kind: core, price: 90}
          - {id: kit, name: Kit, kind: add_on, price: 20}
          - {id: club, name: Club, kind: subscription, price: 9, billing: month}
          - {id: both, name: Both, kind: bundle, price: 100, includes: [course, kit]}
        ladder:
          checkouts: [{id: pay, product: course, offers: [kit]}, {id: till, offers: [kit]}]
          upgrades: [{from: course, to: club, rate: 0.2}]
        assumptions: {add_on_rate: {kit: 0.3}}
        """.replace("\n        ", "\n")
    )
    found = ecosystem.flows(business)
    said = {(row["from"], row["to"]): (row["what"], row["rate"]) for row in found.to_dict("records")}
    assert said.pop(("course", "kit")) == ("checkout", 0.3)
    assert said.pop(("course", "club")) == ("upgrade", 0.2)
    assert {pair: what for pair, (what, _) in said.items()} == {
        ("guide", "course"): "next",
        ("course", "both"): "bundle",
    }
    assert np.isnan([rate for _, rate in said.values()]).all()


def test_a_way_that_two_places_tell_of_is_one_row_that_names_both():
    found = ecosystem.flows(data.quillwork())
    assert not found.duplicated(["from", "to"]).any()
    row = found[(found["from"] == "bootcamp") & (found["to"] == "membership")].iloc[0]
    assert (row["what"], row["rate"]) == ("next, upgrade", 0.24)


def test_the_map_is_read_as_it_is_drawn():
    drawn = data.quillwork().map
    assert len(ecosystem.nodes(data.quillwork(), of="map")) == len(drawn.nodes)
    found = ecosystem.flows(data.quillwork(), of="map")
    assert found["type"].tolist() == [edge.type for edge in drawn.edges]


@pytest.mark.parametrize("of", ["products", "map"])
def test_a_business_of_which_nothing_is_said_has_empty_tables_with_their_columns(of):
    nothing = Blueprint(name="Nothing yet")
    assert ecosystem.nodes(nothing, of=of).empty and ecosystem.flows(nothing, of=of).empty
    assert {"id", "name"} <= set(ecosystem.nodes(nothing, of=of))
    assert {"from", "to", "type"} <= set(ecosystem.flows(nothing, of=of))


def test_what_is_no_blueprint_or_no_part_of_one_is_refused():
    with pytest.raises(TypeError, match="blueprint must be a Blueprint"):
        ecosystem.flows("quillwork")
    with pytest.raises(ValueError, match="Did you mean 'products'"):
        ecosystem.nodes(data.quillwork(), of="product")


# An earlier day


def test_a_day_shows_what_was_launched_by_then():
    later = ecosystem.on_day(data.quillwork(), "2024-02-06")
    assert {product.id for product in later.products} == {
        "headline_checklist", "bootcamp", "template_bundle", "copy_audit", "membership", "writers_room",
        "discord_access",
    }  # fmt: skip
    assert [upgrade.to_product for upgrade in later.ladder.upgrades] == ["membership", "writers_room"]
    assert set(later.assumptions.churn) == {"membership", "writers_room"}
    assert later.assumptions.plan_change == {}


def test_a_bundle_waits_for_its_parts():
    late = data.quillwork()
    late.product("discord_access").launch_date = late.product("membership_plus").launch_date
    there = {product.id for product in ecosystem.on_day(late, "2025-06-01").products}
    assert "starter_bundle" not in there and "template_bundle" in there


@pytest.mark.parametrize("day", ["2023-02-06", "2024-02-06", "2026-01-05", "2026-04"])
def test_a_business_of_any_day_can_be_simulated(day):
    business = ecosystem.on_day(data.quillwork(), day)
    orders = simulate(business, months=2, seed=1).orders
    assert set(orders["product"]) <= {product.id for product in business.products}


def test_the_business_itself_is_not_changed_and_before_the_first_launch_there_is_nothing():
    whole = data.quillwork()
    assert ecosystem.on_day(whole, "2022-12-31").products == []
    assert whole == data.quillwork()


def test_a_product_without_a_launch_date_is_refused():
    with pytest.raises(ValueError, match="'headline_checklist' has no launch_date"):
        ecosystem.on_day(data.quillwork("first-draft"), "2024")


# Who feeds whom


def test_a_catalogue_has_a_share_of_nothing_and_a_circle_of_everything():
    catalogue = ecosystem.nodes(data.catalogue())
    assert ecosystem.share_feeding(catalogue, ecosystem.flows(data.catalogue())) == 0
    assert ecosystem.share_feeding(shop("a", "b"), ways("a>b", "b>a")) == 1


def test_nodes_that_stand_alone_lower_the_share_of_all_and_not_that_of_the_connected():
    three, way = shop("a", "b", "c"), ways("a>b")
    assert ecosystem.share_feeding(three, way) == pytest.approx(1 / 3)
    assert ecosystem.share_feeding(three, way, base="connected") == 0.5
    assert "any flow" in ecosystem.share_feeding(three, way, base="connected").definition


def test_a_share_of_nothing_is_missing_with_its_reason():
    assert ecosystem.share_feeding(shop(), ways()).reason == "there are no nodes"
    assert "no node has a flow" in ecosystem.share_feeding(shop("a"), ways(), base="connected").reason


def test_a_flow_to_oneself_and_a_second_flow_to_the_same_feed_nobody_more():
    found = ecosystem.feeding(shop("a", "b"), ways("a>a", "a>b", "a>b")).set_index("id")
    assert found.loc["a"].tolist() == [1, 0, "starts"]
    assert found.loc["b"].tolist() == [0, 1, "ends"]


@given(graphs())
@settings(max_examples=40, deadline=None)
def test_as_many_feeds_go_out_as_come_in(drawn):
    found = ecosystem.feeding(*drawn)
    assert found["feeds"].sum() == found["fed_by"].sum()
    assert ecosystem.share_feeding(*drawn) == pytest.approx((found["feeds"] > 0).mean())


def test_a_graph_in_which_all_lead_to_all_has_the_circles_that_combinatorics_counts():
    """A circle of k of n nodes can be arranged in (k - 1)! ways."""
    pairs = [f"{a}>{b}" for a in "abcd" for b in "abcd" if a != b]
    found = ecosystem.loops(shop(*"abcd"), ways(*pairs))
    assert len(found) == sum(comb(4, k) * factorial(k - 1) for k in range(2, 5)) == 20
    assert found["length"].tolist() == sorted(found["length"])
    assert all(nodes[0] == min(nodes) for nodes in found["nodes"])


def test_the_search_for_circles_ends_and_says_so():
    pairs = [f"{a}>{b}" for a in "abcdef" for b in "abcdef" if a != b]
    assert len(found := ecosystem.loops(shop(*"abcdef"), ways(*pairs), most=5)) == 5
    assert not found.attrs["complete"]
    assert ecosystem.loops(shop("a", "b"), ways("a>b", "b>a")).attrs["complete"]
    with pytest.raises(ValueError, match="most must be"):
        ecosystem.loops(shop("a"), ways(), most=0)


def test_the_loops_that_quillworks_map_names_are_found():
    whole = data.quillwork()
    found = ecosystem.loops(ecosystem.nodes(whole, of="map"), ecosystem.flows(whole, of="map"))
    assert {frozenset(loop.nodes) for loop in whole.map.loops} <= set(map(frozenset, found["nodes"]))


def test_kinds_of_flow_are_counted_by_pair_and_zero_is_said():
    found = ecosystem.flow_kinds(
        ways("a>b", "a>b", "b>a", "b>c", "c>c", type=["user", "data", "user", "", "user"])
    )
    assert found.set_index("type")["flows"].to_dict() == {"user": 2, "data": 1, "revenue": 0}
    assert found.attrs["not_said"] == 1


def test_a_type_that_is_missing_is_not_said():
    found = ecosystem.flow_kinds(ways("a>b", "b>a", type=["user", None]))
    assert (found["flows"].sum(), found.attrs["not_said"]) == (1, 1)


def test_spoilt_tables_are_refused_with_the_cell():
    with pytest.raises(ValueError, match=r"'kitt', which is no id of nodes\. Did you mean 'kit'"):
        ecosystem.feeding(shop("kit"), ways("kit>kitt"))
    with pytest.raises(ValueError, match=r"nodes\['id'\] has 'kit' more than once"):
        ecosystem.feeding(shop("kit", "kit"), ways())
    with pytest.raises(ValueError, match=r"flows\['type'\] must be one of .* Did you mean 'user'"):
        ecosystem.feeding(shop("a", "b"), ways("a>b", type="users"))


# Taking a node away


@given(graphs())
@settings(max_examples=40, deadline=None)
def test_what_starves_is_what_the_node_dominates(drawn):
    """By the definition of dominators: every way from the entries leads through it."""
    nodes, flows = drawn
    entry = nodes["id"].iloc[0]
    graph = ecosystem.graph(nodes, flows)
    tree = nx.immediate_dominators(graph, entry)
    for row in ecosystem.removals(nodes, flows, entry=entry).to_dict("records"):
        below = set()
        for node in tree:
            above = node
            while above != entry and above is not None:
                above = tree[above]
                if above == row["id"]:
                    below.add(node)
                    break
        assert set(row["which"]) == below


@given(graphs())
@settings(max_examples=40, deadline=None)
def test_without_circles_both_rules_agree(drawn):
    nodes, flows = drawn
    flows = flows[flows["from"] < flows["to"]]
    found = [ecosystem.removals(nodes, flows, rule=rule)["which"].tolist() for rule in ("reach", "feeders")]
    assert found[0] == found[1]


def test_a_circle_that_is_cut_off_starves_by_reach_and_feeds_itself_by_feeders():
    nodes, flows = shop("door", "a", "b"), ways("door>a", "a>b", "b>a")
    assert ecosystem.starved(nodes, flows, "door") == ["a", "b"]
    assert ecosystem.starved(nodes, flows, "door", rule="feeders") == []


def test_in_a_catalogue_nothing_starves_and_in_quillwork_nearly_everything_needs_the_bootcamp():
    for business, most in ((data.catalogue(), 0), (ecosystem.on_day(data.quillwork(), "2026-01-05"), 8)):
        table = ecosystem.removals(ecosystem.nodes(business), ecosystem.flows(business))
        assert table.set_index("id")["starves"].drop("headline_checklist", errors="ignore").max() == most


def test_several_can_be_taken_away_at_once():
    nodes, flows = shop("a", "b", "c"), ways("a>c", "b>c")
    assert ecosystem.starved(nodes, flows, "a") == []
    assert ecosystem.starved(nodes, flows, ["a", "b"]) == ["c"]
    assert ecosystem.reachable(nodes, flows, ["a", "b"], without="a") == ["b", "c"]


def test_an_entry_must_be_named_where_all_are_fed():
    nodes, flows = shop("a", "b"), ways("a>b", "b>a")
    with pytest.raises(ValueError, match="entry must be named"):
        ecosystem.removals(nodes, flows)
    assert ecosystem.removals(nodes, flows, entry="a")["starves"].tolist() == [1, 0]
    with pytest.raises(ValueError, match="entry must be one of 'a', 'b', not 'A'"):
        ecosystem.removals(nodes, flows, entry="A")
    with pytest.raises(TypeError, match="without must be an id or a list of ids, not 7"):
        ecosystem.starved(nodes, flows, 7, entry="a")


# Concentration


def test_the_index_of_the_merger_guidelines_example():
    """Four firms of 30, 30, 20 and 20 percent: 900 + 900 + 400 + 400 points (U.S. Department of Justice)."""
    assert ecosystem.hhi(pd.Series([30, 30, 20, 20]), scale="points") == pytest.approx(2600)


@given(st.lists(st.floats(0.01, 1e9), min_size=1, max_size=12))
@settings(max_examples=40, deadline=None)
def test_the_index_lies_between_equal_parts_and_one_for_all(amounts):
    revenue = pd.Series(amounts)
    index = ecosystem.hhi(revenue)
    assert 1 / len(amounts) - 1e-9 <= index <= 1 + 1e-9
    assert (
        index
        == pytest.approx(ecosystem.hhi(revenue * 7))
        == pytest.approx(ecosystem.hhi(revenue, scale="points") / 1e4)
    )
    assert ecosystem.largest_share(revenue) ** 2 <= index + 1e-9 <= ecosystem.largest_share(revenue) + 2e-9
    if len(amounts) > 1:
        assert -1e-9 <= ecosystem.hhi(revenue, scale="normalised") <= 1 + 1e-9


def test_a_product_without_revenue_changes_only_the_normalised_index():
    two, three = {"a": 3, "b": 1}, {"a": 3, "b": 1, "c": 0}
    assert ecosystem.hhi(two) == ecosystem.hhi(three) == 0.625
    assert ecosystem.hhi(two, scale="normalised") == 0.25
    assert ecosystem.hhi(three, scale="normalised") == pytest.approx(0.4375)


def test_no_revenue_gives_no_index_and_says_why():
    assert ecosystem.hhi({}).reason == "there are no products"
    assert ecosystem.largest_share({"a": 0}).reason == "no product has revenue"
    assert "no other" in ecosystem.hhi({"a": 5}, scale="normalised").reason


def test_amounts_that_are_none_are_refused_with_their_product():
    with pytest.raises(ValueError, match="revenue of 'kit' must be zero or more, not -3"):
        ecosystem.hhi({"course": 5, "kit": -3})
    with pytest.raises(TypeError, match="revenue of 'kit' must be a number"):
        ecosystem.largest_share({"kit": "12,50"})
    with pytest.raises(TypeError, match="revenue must be a Series or dict"):
        ecosystem.hhi([1, 2])


# What a blueprint covers


def test_the_elements_are_those_of_the_rule_and_silence_is_told_from_none():
    found = ecosystem.elements(data.catalogue()).set_index("element")["there"]
    assert len(found) == 7
    assert (found["website"], found["automation"], found["brand_strategy"]) == ("no", "no", "not said")
    assert (ecosystem.elements(Blueprint(name="Nothing yet"))["there"] == "not said").all()


def test_factors_are_scored_by_what_is_said_and_how_well_it_is_founded():
    found = ecosystem.success_factors(data.quillwork()).set_index("factor")
    assert found["score"].tolist() == [2, 2, 1, 1, 2]
    assert found["evidence"].tolist() == ["stated", "measured", "listed", "listed", "listed"]
    assert found.loc[["partners", "footprint", "collaboration"], "asked"].tolist() == [27, 10, 2]
    silent = ecosystem.success_factors(Blueprint(name="Nothing yet"))
    assert (silent["score"] == 0).all() and (silent["evidence"] == "not said").all()


def test_a_number_of_subscribers_that_nobody_measured_is_stated_only():
    business = Blueprint(name="B", audience={"who": "Bakers", "subscribers": 1200})
    row = ecosystem.success_factors(business).set_index("factor").loc["user base"]
    assert (row["score"], row["evidence"], row["value"]) == (1, "stated", 1200)


def test_partners_are_counted_each_once_up_to_the_number_asked():
    partners = [{"id": f"mill_{n}", "country": "PT", "model": "affiliate"} for n in range(27)]
    business = Blueprint(name="B", platform={"partners": partners})
    found = ecosystem.success_factors(business).set_index("factor")
    assert found.loc["partners", "score"] == 2
    assert (found.loc["footprint", "value"], found.loc["footprint", "score"]) == (1, 1)


# Attention


def priced(**products):
    rows = [(id, price, rate) for id, (price, rate) in products.items()]
    return pd.DataFrame(rows, columns=["id", "price", "rate"])


def test_a_buyer_who_comes_back_with_a_rate_is_worth_a_geometric_series():
    nodes = priced(a=(10, 0.5), b=(0, 0))
    found = ecosystem.worth_of_showing(nodes, ways("a>b", "b>a", rate=[0.5, 0.5])).set_index("id")
    assert found.loc["a", "worth"] == pytest.approx(0.5 * 10 / (1 - 0.25))
    assert found.loc["a", "at_once"] == 5


def test_a_circle_of_buyers_that_never_ends_is_refused():
    with pytest.raises(ValueError, match="never end"):
        ecosystem.worth_of_showing(priced(a=(1, 1), b=(1, 1)), ways("a>b", "b>a", rate=1.0))


def test_a_simulated_audience_pays_on_average_what_showing_is_worth():
    nodes = priced(course=(200, 0.02), audit=(100, 0), mugs=(20, 0.03))
    flows = ways("course>audit", "audit>mugs", rate=[0.25, 0.5])
    worth = ecosystem.worth_of_showing(nodes, flows).set_index("id")["worth"]
    found = ecosystem.simulate_showings(nodes, flows, {"course": 400_000, "mugs": 400_000}, seed=3)
    paid = (found["at_once"] + found["later"]) / found["shown"]
    assert paid.tolist() == pytest.approx(worth[["course", "mugs"]].tolist(), rel=0.05)
    assert found.equals(
        ecosystem.simulate_showings(nodes, flows, {"course": 400_000, "mugs": 400_000}, seed=3)
    )


def test_bad_rates_prices_and_audiences_are_refused_by_name():
    good, way = priced(a=(10, 0.5)), ways("a>a", rate=0.1)
    with pytest.raises(ValueError, match=r"nodes\['rate'\] must be a fraction"):
        ecosystem.worth_of_showing(priced(a=(10, 5)), way)
    with pytest.raises(ValueError, match=r"nodes\['price'\] must be zero or more"):
        ecosystem.worth_of_showing(priced(a=(-10, 0.5)), way)
    with pytest.raises(ValueError, match="flows: rate is missing"):
        ecosystem.worth_of_showing(good, ways("a>a", rate=float("nan")))
    with pytest.raises(ValueError, match="shown must be one of 'a', not 'b'"):
        ecosystem.simulate_showings(good, way, {"b": 10}, seed=1)
    with pytest.raises(ValueError, match=r"whole number of people, 0 or more, not 1\.5"):
        ecosystem.simulate_showings(good, way, {"a": 1.5}, seed=1)


# Partners


WORLDS = ["partners bring success", "size brings both", "success brings partners"]


@pytest.mark.parametrize("world", WORLDS)
def test_each_world_shows_the_difference_that_is_quoted(world):
    """27 partners on average, around 40 for the most successful (the digital-ecosystem article)."""
    made = ecosystem.simulate_partners(world, 20_000, seed=5)
    assert made["partners"].mean() == pytest.approx(27, rel=0.03)
    assert made.loc[made["successful"], "partners"].mean() == pytest.approx(40, rel=0.05)
    assert made["successful"].mean() == pytest.approx(0.25, abs=0.001)


@pytest.mark.parametrize("world", WORLDS)
def test_only_where_partners_bring_success_do_added_partners_help(world):
    made = ecosystem.simulate_partners(world, 20_000, added=13, seed=5)
    rate = made.groupby("added")["successful"].mean()
    helped = rate[True] - rate[False]
    assert helped > 0.2 if world == "partners bring success" else abs(helped) < 0.03


def test_added_partners_change_nobody_else():
    before, after = (ecosystem.simulate_partners(WORLDS[1], 500, added=n, seed=2) for n in (0, 13))
    assert (after["partners"] - before["partners"]).equals(13 * after["added"].astype(int))
    assert before["performance"].equals(after["performance"])


def test_an_unknown_world_or_too_few_ecosystems_are_refused():
    with pytest.raises(ValueError, match="Did you mean 'size brings both'"):
        ecosystem.simulate_partners("size brings bot", seed=1)
    with pytest.raises(ValueError, match="20 or more, not 3"):
        ecosystem.simulate_partners(WORLDS[0], 3, seed=1)


def test_among_survivors_partners_seem_to_help_where_they_only_raise_the_risk():
    started = ecosystem.simulate_survivors(40_000, seed=3)
    many = started["partners"] > started["partners"].median()
    seen = started["survived"]
    assert abs(started["performance"][many].mean() - started["performance"][~many].mean()) < 0.05
    assert started["performance"][many & seen].mean() > started["performance"][~many & seen].mean() + 0.4
    assert seen[many].mean() < seen[~many].mean() - 0.05
    assert started.loc[seen, "partners"].mean() == pytest.approx(27, rel=0.01)
    assert started.loc[started["successful"], "partners"].mean() == pytest.approx(40, rel=0.05)
    assert started.loc[started["successful"], "survived"].all()


def test_too_few_ecosystems_have_no_survivors_to_study():
    with pytest.raises(ValueError, match="ecosystems must be a whole number, 20 or more, not 5"):
        ecosystem.simulate_survivors(5, seed=1)
