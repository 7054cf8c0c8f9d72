"""Quillwork, the case company: fictional, complete and useful for every module."""

from itertools import pairwise

import pandas as pd
import pytest

from ecotools import data
from ecotools.blueprint import STAGES
from ecotools.data import community_activities, community_types, platform_scores, quillwork, versions
from ecotools.data.communities import community_platforms
from ecotools.metrics import decisions, kpi
from ecotools.notebooks import hygiene, read


def test_the_files_say_at_the_top_that_they_are_fictional():
    for version in versions():
        name = "quillwork.yaml" if version == "final" else f"quillwork-{version}.yaml"
        first = data.path(name).read_text(encoding="utf-8").split("\nname:")[0]
        assert "fictional" in first
        assert all(line.startswith("#") for line in first.splitlines())
        assert "ynthetic" in quillwork(version).note


def test_a_file_that_is_not_in_the_package_is_answered_with_the_nearest():
    with pytest.raises(ValueError, match=r"Did you mean 'quillwork.yaml'"):
        data.path("quilwork.yaml")
    with pytest.raises(ValueError, match="Did you mean 'first-draft'"):
        quillwork("first draft")


@pytest.mark.parametrize("version", versions())
def test_every_version_can_be_read_and_keeps_its_bytes(version):
    name = "quillwork.yaml" if version == "final" else f"quillwork-{version}.yaml"
    assert quillwork(version).to_yaml().encode() == data.path(name).read_bytes()


def test_every_call_gives_a_blueprint_of_its_own():
    quillwork().product("bootcamp").price = 1
    assert quillwork().product("bootcamp").price == 199


def test_the_final_version_has_the_whole_offer_of_the_case_study():
    blueprint = quillwork()
    assert {product.kind for product in blueprint.products} == {
        "lead_magnet", "core", "add_on", "subscription", "community", "coaching", "bundle",
    }  # fmt: skip
    prices = {product.id: product.price for product in blueprint.products}
    assert (prices["bootcamp"], prices["membership"]) == (199, 29)
    tiers = [product.price for product in blueprint.products if product.kind == "subscription"]
    assert tiers == sorted(set(tiers)) == [12, 29, 59]
    assert 3 <= prices["coaching"] / prices["bootcamp"] <= 10
    bundle = blueprint.product("starter_bundle")
    assert bundle.price < sum(prices[part] for part in bundle.includes)
    assert all(product.price <= product.value for product in blueprint.products)


def test_every_product_solves_a_problem_of_the_audience():
    blueprint = quillwork()
    problems = {blueprint.audience.pain_point, *blueprint.audience.problems}
    assert {product.problem for product in blueprint.products} == problems


def test_the_journey_covers_all_stages_and_every_touchpoint_is_reached():
    blueprint = quillwork()
    assert blueprint.gaps() == []
    assert all(len(blueprint.touchpoints(stage)) >= 2 for stage in STAGES)
    reached = {name for point in blueprint.journey for name in point.next}
    later = {point.id for point in blueprint.journey if point.stage != "awareness"}
    assert reached == later
    assert all(point.format and point.channel and point.kpi and point.target for point in blueprint.journey)
    ends = [point.id for point in blueprint.journey if not point.next]
    assert ends == ["refer_a_writer"]


def test_every_kpi_has_an_owner_a_target_and_can_be_computed():
    kpis = quillwork().kpis
    assert len(kpis) >= 12
    assert all(k.owner and k.formula and k.base and k.source and k.target is not None for k in kpis)
    assert {k.id for k in kpis} <= set(kpi.REGISTRY)
    for each in kpis:
        registered = kpi.REGISTRY[each.id]
        assert (each.unit, each.direction, each.source) == (
            registered.unit, registered.direction, registered.source,
        ), each.id  # fmt: skip


def test_the_funnel_connects_all_stages():
    steps = [(step.from_stage, step.to_stage) for step in quillwork().funnel]
    assert steps == list(pairwise(STAGES))


def test_the_assumptions_cover_every_recurring_product():
    blueprint = quillwork()
    recurring = {product.id for product in blueprint.products if product.interval_months}
    assert set(blueprint.assumptions.churn) == set(blueprint.assumptions.subscribe_rate) == recurring
    assert 6000 <= sum(channel.visitors_per_month for channel in blueprint.assumptions.channels) <= 12000
    assert all(channel.segment for channel in blueprint.assumptions.channels)


def test_the_first_draft_has_the_gaps_that_the_lessons_ask_for():
    draft = quillwork("first-draft")
    assert draft.gaps() == ["activation", "referral"]
    assert not any(step.to_stage == "activation" for step in draft.funnel)
    bundle = draft.product("starter_bundle")
    assert bundle.price > sum(draft.product(part).price for part in bundle.includes)
    assert any(not point.next for point in draft.touchpoints("awareness"))
    assert all(k.owner is None for k in draft.kpis)


def test_the_monthly_report_is_a_clean_notebook_that_a_program_can_give_a_month():
    path = data.path("monthly-report.ipynb")
    assert hygiene.problems(path) == []
    (cell,) = [cell for cell in read(path).cells if "parameters" in cell.metadata.get("tags", [])]
    assert "month = " in cell.source and "ledger_folder = " in cell.source


def test_the_catalogue_is_fictional_and_its_products_lead_nowhere():
    text = data.path("corner-shelf.yaml").read_text(encoding="utf-8")
    shop = data.catalogue()
    assert "fictional" in text.split("\nname:")[0] and "ynthetic" in shop.note
    assert shop.to_yaml() == text
    assert len(shop.products) == len({product.problem for product in shop.products}) == 11
    assert not any(product.next for product in shop.products)
    assert {one.product for one in shop.measured} == {product.id for product in shop.products}


FILED = {  # in millions: totals of the annual reports for 2020, before gains from hedging (Alphabet)
    "Amazon": 386_064, "Apple": 274_515, "Google": 182_527 - 176, "Microsoft": 143_015, "Uber": 11_139,
}  # fmt: skip


@pytest.mark.parametrize("company", FILED)
def test_the_parts_of_a_company_add_up_to_the_revenue_that_it_filed(company):
    assert data.cases(company, "revenue")["value"].sum() == FILED[company] * 1e6


def test_every_cell_of_the_cases_has_a_source_and_says_how_sure_it_is():
    table = data.cases()
    assert set(table["certainty"]) == {"filed", "article", "judged", "not said"}
    assert (table["source"] != "").all()
    assert table.loc[table["certainty"] == "filed", "year"].notna().all()
    assert not table.duplicated(["company", "fact", "item", "to"]).any()


def test_a_number_that_can_be_read_in_two_ways_has_no_value_and_keeps_its_words():
    row = data.cases("Amazon", "figure").iloc[0]
    assert pd.isna(row["value"]) and row["as_written"].startswith("197.400")
    assert "decimal point" in row["note"] and "thousands" in row["note"]
    others = data.cases(fact="figure").query("company != 'Amazon'")
    assert others["value"].notna().all() and (others["certainty"] == "article").all()


@pytest.mark.parametrize("company", FILED)
def test_flows_of_the_cases_join_parts_that_have_revenue(company):
    parts = set(data.cases(company, "revenue")["item"])
    flows = data.cases(company, "flow")
    assert set(flows["item"]) | set(flows["to"]) <= parts
    assert set(flows["unit"]) <= {"user", "data", "revenue"}


def test_each_case_is_scored_on_five_factors_and_a_score_of_nothing_is_not_said():
    factors = data.cases(fact="factor")
    assert (factors.groupby("company").size() == 5).all()
    assert ((factors["value"] == 0) == (factors["certainty"] == "not said")).all()


def test_an_unknown_company_or_fact_is_answered_with_the_nearest():
    with pytest.raises(ValueError, match="Did you mean 'Amazon'"):
        data.cases("Amazn")
    with pytest.raises(ValueError, match="Did you mean 'flow'"):
        data.cases(fact="flows")


def test_the_types_of_communities_are_the_two_lists_of_the_guides():
    types = community_types().set_index("option")
    assert types.groupby("list").size().to_dict() == {"access": 4, "purpose": 4}
    access = types[types["list"] == "access"]
    for low, high in (
        ("price_low", "price_high"),
        ("active_low", "active_high"),
        ("churn_low", "churn_high"),
    ):
        assert (access[low] < access[high]).all()
        assert types.loc[types["list"] == "purpose", [low, high]].isna().all(axis=None)
    assert access.loc["mastermind", ["price_low", "price_high"]].tolist() == [199, 499]
    assert set(types["source"]) == {"information-product guide", "community guide"}
    assert "nobody has checked" in community_types().attrs["source"]


def test_the_fifteen_kinds_of_activity_come_five_of_a_cadence_and_say_whose_minutes_they_are():
    activities = community_activities()
    assert activities.groupby("cadence").size().to_dict() == {"daily": 5, "weekly": 5, "monthly": 5}
    assert activities["option"].is_unique and (activities["minutes"] > 0).all()
    assert "course's own estimate" in activities.attrs["minutes"]


def test_every_platform_fact_is_counted_once_in_the_scores():
    facts, scores = community_platforms(), platform_scores()
    assert scores.drop(columns="option").to_numpy().sum() == len(facts)
    assert set(scores["option"]) == set(facts["option"])
    assert set(facts["source"]) == {"community guide"}
    assert platform_scores(facts.sample(frac=1, random_state=1)).equals(scores)
    with pytest.raises(ValueError, match="needs the column 'criterion'"):
        platform_scores(facts[["option"]])


def test_the_scores_of_platforms_fit_the_weighted_matrix():
    found = decisions.weighted_matrix(platform_scores(), {"reach": 3, "moderation": 1})
    assert found["option"].iloc[0] == "Facebook Groups"
