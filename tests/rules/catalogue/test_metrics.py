"""The rules about metrics: borders, what is not checked, signs of claims, KPIs by what they mean."""

import pytest

from ecotools.rules import rule
from ecotools.rules.engine.parts import Business
from ecotools.rules.words.kpis import unwatched

from ..examples import blueprint, outcome


def kpis(said):
    """Return the KPIs of a list in YAML as rules see them."""
    return Business(blueprint(f"kpis: [{said}]")).kpis


def came(id, example):
    """Return what comes of a rule, as its word, and what was found."""
    one = outcome(rule(id), example)
    return one.word, [finding.found for finding in one.findings]


@pytest.mark.parametrize(
    ("wanted", "id"),
    [
        ("churn_rate", "net_mrr_churn"), ("arpu", "arppu"), ("arpu", "arpa"), ("ltv", "lifetime_value"),
        ("conversion", "lead-conversion"), ("aov", "average_order_value"), ("completion", "my_completion"),
    ],
)  # fmt: skip
def test_a_kpi_is_known_by_the_words_of_its_id(wanted, id):
    assert unwatched([wanted], kpis(f"{{id: {id}, name: K}}")) == []


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        ("churn_rate", "{id: k1, name: Kündigungen, family: retention}"),
        ("engagement", "{id: k1, name: Aktive, family: engagement}"),
        ("churn_rate", "{id: k1, name: Net MRR churn}"),
        ("engagement", "{id: wau, name: W}"),
        ("margin", "{id: k7, name: Gross profit}"),
        ("churn_rate", "{id: nrr, name: N}"),
    ],
)
def test_or_by_its_name_its_family_or_another_word_for_it(wanted, said):
    assert unwatched([wanted], kpis(said)) == []


@pytest.mark.parametrize("id", ["revenue", "churned", "value", "order_value"])
def test_other_words_are_another_kpi(id):
    other = kpis(f"{{id: {id}, name: K, family: revenue}}")
    assert unwatched(["ltv", "aov", "churn_rate"], other) == ["ltv", "aov", "churn_rate"]


def test_core_kpis_that_lack_are_named_in_one_finding():
    kpis = "kpis: [{id: ltv, name: A}, {id: arppu, name: B}, {id: conversion, name: C}]"
    assert came("MET01", kpis) == ("finding", ["no KPI churn_rate or engagement"])


class TestRegularity:
    @pytest.mark.parametrize(
        ("days", "word"), [("2025-01-01, 2025-02-01", "ok"), ("2025-01-01, 2025-02-02", "finding")]
    )
    def test_31_days_are_a_month(self, days, word):
        assert came("MET02", f"dashboard: {{updated: [{days}]}}")[0] == word

    @pytest.mark.parametrize(
        ("days", "word"), [("2025-07-01, 2025-10-01", "ok"), ("2025-07-01, 2025-10-02", "finding")]
    )
    def test_92_days_are_a_quarter(self, days, word):
        assert came("MET06", f"dashboard: {{scorecards: [{days}]}}")[0] == word

    def test_the_longest_gap_is_told_whatever_the_order(self):
        found = came("MET02", "dashboard: {updated: [2025-06-01, 2025-01-01, 2025-03-01]}")[1]
        assert found == ["92 days from 2025-03-01 to 2025-06-01, the longest of 2 such gaps"]

    def test_one_day_tells_nothing_about_gaps(self):
        assert came("MET02", "dashboard: {updated: [2025-01-01]}") == ("not checked", [])

    def test_the_day_that_the_blueprint_describes_ends_the_last_gap(self):
        assert came("MET02", "as_of: 2025-01-20\ndashboard: {updated: [2025-01-01]}")[0] == "ok"
        found = came("MET02", "as_of: 2025-05-01\ndashboard: {updated: [2025-01-01, 2025-02-01]}")[1]
        assert found == ["89 days from 2025-02-01 to 2025-05-01"]
        assert came("MET02", "as_of: 2025-01-10\ndashboard: {updated: [2025-01-01, 2025-02-01]}")[0] == "ok"

    def test_never_is_a_finding(self):
        assert came("MET06", "dashboard: {scorecards: []}") == ("finding", ["never summed up"])


class TestFamilies:
    def test_a_single_kpi_is_one_family_even_unsaid(self):
        example = "kpis: [{id: mrr, name: MRR}]\ndashboard: {kpis: [mrr]}"
        assert came("MET03", example) == ("finding", ["mrr only"])

    def test_two_that_say_no_family_are_not_checked(self):
        example = "kpis: [{id: mrr, name: MRR}, {id: nps, name: NPS}]\ndashboard: {kpis: [mrr, nps]}"
        one = outcome(rule("MET03"), example)
        assert one.word == "not checked" and one.missing == ("kpis[mrr].family", "kpis[nps].family")

    def test_kpis_that_are_not_on_the_dashboard_do_not_count(self):
        example = """
            kpis: [{id: mrr, name: MRR, family: revenue}, {id: nps, name: NPS, family: satisfaction}]
            dashboard: {kpis: [mrr]}
            """
        assert came("MET03", example) == ("finding", ["mrr only, about revenue"])


class TestProducts:
    KPIS = "kpis: [{id: conversion, name: A}, {id: ltv, name: B}]\n"

    def test_a_community_billed_by_the_month_is_a_subscription(self):
        club = "products: [{id: club, name: Club, kind: community, price: 9, billing: month, kpis: [ltv]}]"
        assert came("MET04", self.KPIS + club) == ("finding", ["club is not judged by churn_rate"])

    def test_a_core_product_stays_one_when_it_is_billed_by_the_month(self):
        tool = "products: [{id: tool, name: Tool, kind: core, billing: month, kpis: [conversion]}]"
        assert came("MET04", self.KPIS + tool)[0] == "ok"

    def test_silence_about_kpis_is_not_checked_and_none_is_a_finding(self):
        assert came("MET04", "products: [{id: kit, name: Kit, kind: add_on}]")[0] == "not checked"
        example = "products: [{id: kit, name: Kit, kind: add_on, kpis: []}]"
        assert came("MET04", example) == ("finding", ["kit is not judged by aov"])

    def test_kinds_without_a_kpi_of_their_own_are_left_alone(self):
        assert came("MET04", "products: [{id: list, name: List, kind: lead_magnet}]")[0] == "not checked"


class TestEcosystem:
    def test_each_asset_asks_for_its_kpi(self):
        example = """
            map: {nodes: [{id: gallery, kind: community_asset}, {id: usage, kind: data_flow}]}
            platform: {marketplace: {platform_share: 0.3}, integrations: [{id: zap}]}
            kpis: [{id: ugc_growth, name: New templates}]
            """
        assert came("MET05", example)[1] == [
            "no KPI integration_adoption, though there is an integration",
            "no KPI feature_lift, though there is usage on the map",
            "no KPI gmv, though there is a marketplace",
        ]

    def test_without_such_assets_nothing_is_asked(self):
        example = "map: {nodes: [{id: book, kind: feature}]}\nkpis: [{id: mrr, name: MRR}]"
        assert came("MET05", example) == ("not checked", [])


class TestLevers:
    def test_a_baseline_of_the_first_day_comes_too_late(self):
        example = "levers: [{id: api, start: 2025-03-01, baseline: {value: 1, date: 2025-03-01}}]"
        assert came("MET07", example)[1] == ["baseline of 2025-03-01, start of api on 2025-03-01"]
        assert came("MET07", example.replace("date: 2025-03-01", "date: 2025-02-28"))[0] == "ok"

    def test_a_started_lever_without_a_baseline_is_a_finding_and_an_idea_is_not_checked(self):
        example = "levers: [{id: api, start: 2025-03-01}]"
        assert came("MET07", example)[1] == ["api starts on 2025-03-01 without a baseline"]
        assert came("MET07", "levers: [{id: api}]")[0] == "not checked"

    def test_an_experiment_may_name_the_lever(self):
        example = "levers: [{id: api}]\ngrowth: {experiments: [{id: half, subject: api, kind: ab_test}]}"
        assert came("MET08", example)[0] == "ok"

    def test_an_idea_needs_no_test_yet(self):
        assert came("MET08", "levers: [{id: api}]")[0] == "not checked"
        example = "levers: [{id: api, start: 2025-03-01}]"
        assert came("MET08", example)[1] == ["api starts on 2025-03-01 without a test"]

    def test_a_test_that_does_not_say_how_it_tests_is_not_checked(self):
        example = "levers: [{id: api, experiment: half}]\ngrowth: {experiments: [{id: half}]}"
        assert came("MET08", example)[0] == "not checked"


@pytest.mark.parametrize(
    ("kpis", "came_of"),
    [
        ("[]", ("finding", ["open has no KPIs"])), ("[a]", ("finding", ["open has 1 KPI"])),
        ("[a, a]", ("finding", ["open has 1 KPI"])), ("[a, b, c]", ("ok", [])),
        ("[a, b, c, d]", ("finding", ["open has 4 KPIs"])),
    ],
)  # fmt: skip
def test_two_or_three_kpis_judge_an_initiative(kpis, came_of):
    known = "kpis: [{id: a, name: A}, {id: b, name: B}, {id: c, name: C}, {id: d, name: D}]"
    assert came("MET09", f"{known}\ngrowth: {{initiatives: [{{id: open, kpis: {kpis}}}]}}") == came_of


@pytest.mark.parametrize(
    ("members", "found"),
    [
        (99, "no completion in the phase foundation"),
        (100, "no ltv, churn_rate or team_efficiency in the phase systemization"),
        (500, "no margin, team_satisfaction or innovation in the phase enterprise"),
    ],
)
def test_what_the_dashboard_should_show_follows_from_the_members(members, found):
    example = f"""
        measured: [{{metric: members, value: {members}}}]
        kpis: [{{id: engagement, name: Score}}]
        dashboard: {{kpis: [engagement]}}
        """
    assert came("MET10", example)[1] == [found]


class TestSigns:
    CLAIM = (
        "kpis: [{{id: {kpi}, name: K, direction: {direction}}}]\n"
        "claims: [{{text: T, kpi: {kpi}, delta: {delta}, unit: {unit}, meant: {meant}}}]"
    )

    @pytest.mark.parametrize(
        ("kpi", "direction", "delta", "unit", "meant", "found"),
        [
            ("churn_rate", "down", 0.15, "fraction", "better",
             "churn_rate up by 15%, told as better; down is better"),
            ("churn_rate", "down", 0.15, "fraction", "worse", None),
            ("churn_rate", "down", -0.01, "fraction", "better", None),
            ("mrr", "up", -500, "mrr", "better", "mrr down by $500, told as better; up is better"),
            ("mrr", "up", 500, "mrr", "worse", "mrr up by $500, told as worse; up is better"),
            ("loaves", "up", 12, "count", "better", None),
            ("loaves", "up", 0, "count", "better", None),
        ],
    )  # fmt: skip
    def test_a_claim_agrees_with_its_kpi(self, kpi, direction, delta, unit, meant, found):
        words = dict(kpi=kpi, direction=direction, delta=delta, unit=unit, meant=meant)
        assert came("MET12", self.CLAIM.format(**words))[1] == ([found] if found else [])

    @pytest.mark.parametrize(("kpi", "better"), [("churn_rate", "down"), ("mrr", "up"), ("loaves", "up")])
    def test_a_kpi_without_direction_has_that_of_the_registry_else_up(self, kpi, better):
        silent = f"kpis: [{{id: {kpi}, name: K}}]"
        assert came("MET12", silent) == ("ok", [])
        for delta in (1, -1):
            claim = f"{{text: T, kpi: {kpi}, delta: {delta}, unit: count, meant: better}}"
            word, _ = came("MET12", f"{silent}\nclaims: [{claim}]")
            assert word == ("ok" if (delta > 0) == (better == "up") else "finding")

    def test_more_churn_cannot_be_better_by_definition(self):
        words = dict(kpi="churn_rate", direction="up", delta=0.15, unit="fraction", meant="better")
        assert came("MET12", self.CLAIM.format(**words))[1] == [
            "says that up is better for churn_rate, of which down is",
            "churn_rate up by 15%, told as better; down is better",
        ]

    def test_a_claim_that_does_not_say_how_it_is_meant_is_not_checked(self):
        example = """
            kpis: [{id: mrr, name: MRR, direction: up}]
            claims: [{text: MRR rose, delta: 5}, {text: We are the first}]
            """
        one = outcome(rule("MET12"), example)
        assert one.word == "not checked" and one.missing == ("claims[0].kpi", "claims[0].meant")
