"""The rules about the map and the channels: loops and detours, dense maps in no time, what is not checked."""

import json
import textwrap
import time

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecotools.blueprint import Blueprint
from ecotools.rules import review, rule
from ecotools.rules.catalogue.map.graph import _loops

from ..examples import outcome


def came(id, example):
    """Return what comes of a rule, as its word, and what was found."""
    one = outcome(rule(id), example)
    return one.word, [finding.found for finding in one.findings]


def drawn(edges, nodes="abcd", **more):
    """Return a map of features with edges such as ``"ab bc"``."""
    flows = [{"from": edge[0], "to": edge[1], "type": "data"} for edge in edges.split()]
    features = [{"id": id, "kind": "feature"} for id in nodes]
    return f"map: {json.dumps({'nodes': features, 'edges': flows, **more})}\n"


def test_each_kind_that_lacks_is_named():
    found = came("MAP01", "map: {nodes: [{id: a, kind: feature}], none: [integration, data_flow]}")[1]
    assert found == ["no community_asset or revenue_channel"]


def test_an_edge_to_itself_has_no_direction():
    assert came("MAP02", drawn("aa ab")) == ("finding", ["leads from a to itself"])


class TestIsolation:
    def test_every_lonely_node_is_told(self):
        assert came("MAP03", drawn("ab cc"))[1] == [
            "c (feature) is tied to nothing", "d (feature) is tied to nothing",
        ]  # fmt: skip

    def test_being_reached_is_enough(self):
        assert came("MAP03", drawn("ab ac ad"))[0] == "ok"

    def test_no_edges_is_not_silence_about_edges(self):
        assert len(came("MAP03", drawn("", nodes="ab"))[1]) == 2
        assert came("MAP03", "map: {nodes: [{id: a, kind: feature}]}")[0] == "not checked"

    def test_a_business_may_ask_for_more(self):
        own = "thresholds: {MAP03: {value: 2, reason: One may fail}}"
        assert came("MAP03", drawn("ab bc") + own)[1][0] == "a (feature) is tied to b only"


class TestDetours:
    @pytest.mark.parametrize("edges", ["ab", "ab ba", "ab cd", "ab cb", "ab ac", "aa ab bb"])
    def test_flows_that_end_at_once_join_nothing(self, edges):
        assert came("MAP04", drawn(edges)) == ("finding", ["none: every flow ends after one step"])

    @pytest.mark.parametrize("edges", ["ab bc", "ab bc ac", "ab ba bc", "ab bc ca"])
    def test_two_steps_join_a_pair(self, edges):
        assert came("MAP04", drawn(edges))[0] == "ok"


class TestLoops:
    @pytest.mark.parametrize("edges", ["ab bc cd", "ab ac bd cd", "aa bb"])
    def test_lines_forks_and_flows_to_oneself_are_no_loop(self, edges):
        assert came("MAP05", drawn(edges)) == ("finding", ["no flow leads back to where it began"])

    @pytest.mark.parametrize("edges", ["ab ba", "ab bc ca cd"])
    def test_a_circle_is_one(self, edges):
        assert came("MAP05", drawn(edges))[0] == "ok"

    def test_a_named_loop_has_to_be_closed(self):
        example = drawn("ab bc ca", loops=[{"id": "good", "nodes": ["b", "c", "a"]}])
        assert came("MAP05", example)[0] == "ok"
        example = drawn("ab bc ca", loops=[{"id": "bad", "nodes": ["a", "c", "d"]}])
        assert came("MAP05", example)[1] == [
            "bad is not closed: nothing flows from a to c, from c to d and from d to a"
        ]

    def test_a_named_loop_without_nodes_is_not_checked(self):
        one = outcome(rule("MAP05"), drawn("ab ba", loops=[{"id": "turns"}]))
        assert one.word == "not checked" and one.missing == ("map.loops[turns].nodes",)

    def test_a_business_may_want_several(self):
        own = "thresholds: {MAP05: {value: 2, reason: One may stall}}"
        assert came("MAP05", drawn("ab ba") + own) == ("finding", ["1 only"])
        assert came("MAP05", drawn("ab ba bc cb") + own)[0] == "ok"

    @given(st.sets(st.tuples(st.integers(0, 5), st.integers(0, 5)).filter(lambda edge: edge[0] != edge[1])))
    def test_loops_are_none_or_some_and_never_more_than_all_circles(self, edges):
        graph = nx.DiGraph(edges)
        circles = sum(1 for _ in nx.simple_cycles(graph))
        assert (_loops(graph) == 0) == (circles == 0) and _loops(graph) <= circles


def test_a_dense_map_is_reviewed_in_no_time():
    nodes = [f"n{number}" for number in range(60)]
    edges = [{"from": one, "to": two, "type": "data"} for one in nodes for two in nodes if one != two]
    dense = {"nodes": [{"id": id, "kind": "feature"} for id in nodes], "edges": edges}
    said = Blueprint(name="Dense", map=dense)
    begun = time.perf_counter()
    words = {one.rule.id: one.word for one in review(said, select="map").outcomes}
    assert words["MAP03"] == words["MAP04"] == words["MAP05"] == "ok"
    assert time.perf_counter() - begun < 5


class TestHomeBase:
    CHANNELS = (
        "channels: [{name: site, kind: website}, {name: mail, kind: email}, {name: reels, kind: social}]\n"
    )

    def test_the_only_website_is_home_and_ways_may_have_many_steps(self):
        journey = """
            journey:
              - {id: reel, stage: awareness, asset: Reel, channel: reels, next: [letter]}
              - {id: letter, stage: consideration, asset: Letter, channel: mail, next: [page]}
              - {id: page, stage: purchase, asset: Page, channel: site}
            """
        assert came("MAP07", self.CHANNELS + journey.replace("\n            ", "\n"))[0] == "ok"
        other = journey.replace("next: [page]", "next: [reel]").replace("\n            ", "\n")
        assert came("MAP07", self.CHANNELS + other)[1] == [
            "no way from mail to site",
            "no way from reels to site",
        ]

    def test_a_channel_without_a_touchpoint_does_not_lead_home(self):
        journey = """journey: [{id: letter, stage: consideration, asset: Letter, channel: mail, next: [page]},
                   {id: page, stage: purchase, asset: Page, channel: site}]"""
        assert came("MAP07", self.CHANNELS + journey)[1] == ["no way from reels to site"]

    def test_two_websites_need_a_home(self):
        channels = "channels: [{name: site, kind: website}, {name: shop, kind: website}]\n"
        journey = "journey: [{id: page, stage: purchase, asset: Page, channel: site, next: [more]}, "
        one = outcome(rule("MAP07"), channels + journey + "{id: more, stage: activation, asset: M}]")
        assert one.word == "not checked" and one.missing == ("a channel with home: true",)

    def test_a_journey_without_ways_is_not_checked(self):
        journey = "journey: [{id: page, stage: purchase, asset: Page, channel: site}]"
        assert came("MAP07", self.CHANNELS + journey)[0] == "not checked"


class TestElements:
    def test_what_is_denied_lacks_and_what_is_not_said_is_not_checked(self):
        one = outcome(rule("MAP08"), "automations: []\nstack: {analytics: [Countbook]}")
        assert [finding.found for finding in one.findings] == ["no automation"]
        assert one.missing == (
            "channels[] of kind website", "strategy.brand.strategy", "channels[] of kind social",
            "channels[] of kind paid", "channels[] of kind content, or calendar.releases",
        )  # fmt: skip

    def test_a_channel_that_says_no_kind_may_be_any(self):
        example = "channels: [{name: site, kind: website}, {name: other}]"
        assert came("MAP08", example) == ("not checked", [])

    def test_releases_are_content(self):
        passes = textwrap.dedent(rule("MAP08").passes).replace("  - {name: blog, kind: content}\n", "")
        assert came("MAP08", passes)[0] == "not checked"
        assert came("MAP08", passes + "calendar: {releases: [{date: 2025-03-01}]}")[0] == "ok"
        assert came("MAP08", passes + "calendar: {releases: []}")[1] == ["no content"]

    def test_a_business_may_do_without_one(self):
        own = """
            thresholds: {MAP08: {value: [website, data], reason: Readers find us by word of mouth}}
            channels: [{name: site, kind: website}]
            stack: {analytics: [Countbook]}
            """
        assert came("MAP08", own)[0] == "ok"


class TestChannels:
    def test_one_channel_is_too_few(self):
        example = "channels: [{name: site, owner: Ada, last_post: 2025-03-01}]"
        assert came("MAP09", example) == ("finding", ["1 channel"])

    def test_content_is_not_checked_where_neither_journey_nor_posts_are_told(self):
        one = outcome(rule("MAP09"), "channels: [{name: site, owner: Ada}, {name: mail, owner: Ben}]")
        assert one.word == "not checked" and one.missing == (
            "channels[site].last_post",
            "channels[mail].last_post",
        )

    def test_a_touchpoint_is_content(self):
        example = """
            channels: [{name: site, owner: Ada}, {name: mail, owner: Ben}]
            journey: [{id: page, stage: purchase, asset: Page, channel: site}]
            """
        assert came("MAP09", example) == ("finding", ["mail has no content"])


class TestBrand:
    def test_the_brand_of_most_is_the_brand_when_none_is_named(self):
        example = """
            products:
              - {id: a, name: A, kind: core, brand: Loaf Lab}
              - {id: b, name: B, kind: add_on, brand: loaf lab}
              - {id: c, name: C, kind: add_on, brand: Crumb Club}
            """
        assert came("MAP10", example) == ("finding", ["c carries Crumb Club, not Loaf Lab"])

    def test_assets_that_say_no_brand_keep_it_from_ok(self):
        example = """
            products: [{id: a, name: A, kind: core, brand: Loaf Lab}, {id: b, name: B, kind: add_on}]
            """
        one = outcome(rule("MAP10"), example)
        assert one.word == "not checked" and one.missing == ("products[b].brand",)

    def test_partners_may_carry_theirs(self):
        example = """
            products: [{id: a, name: A, kind: core, brand: Loaf Lab}]
            journey: [{id: mill, stage: referral, asset: Shop, external: true, brand: The Mill}]
            """
        assert came("MAP10", example)[0] == "ok"
