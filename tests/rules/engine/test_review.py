"""A review: three outcomes, thresholds with their reasons, rules by name, lines of the file, advice."""

import subprocess
import sys
from typing import get_args

import pandas as pd
import pytest

from ecotools.blueprint import Blueprint
from ecotools.blueprint.policies import Profile
from ecotools.data import quillwork
from ecotools.rules import PROFILES, chosen, profile_of, review, rules
from ecotools.rules.engine.limits import at_most, names
from ecotools.rules.engine.parts import Business, Missing
from ecotools.rules.engine.result import COLUMNS
from ecotools.rules.engine.rule import Category, Seed
from ecotools.rules.engine.run import outcome
from ecotools.rules.engine.settings import Setting, problems, setting

from ..examples import blueprint

WORDS = dict(
    severity="warning",
    title="Prices are low",
    reason="Nobody buys what is dear.",
    source=Seed("000", "1"),
    fails="{}",
    passes="{}",
    do="Lower it.",
)
TWO = """
products:
  - {id: kit, name: Kit, kind: add_on, price: 900}
  - {id: club, name: Club, kind: community}
"""


def made(look, **more):
    """Return a rule made of a function."""
    category = Category("prices", 1, "Prices", "Are they low?")
    category.rule("PRI01", **WORDS | more)(look)
    return category.rules[0]


def came_of(look, example=TWO, **more):
    """Return what comes of a rule made of a function."""
    rule, said = made(look, **more), blueprint(example)
    return outcome(rule, Business(said), Setting(rule.threshold), said.model_dump(by_alias=True))


class TestOutcomes:
    def test_a_finding_has_the_words_of_its_rule(self):
        def prices_are_low(product, limit):
            if product.price not in limit:
                yield product.finding("price", found="900")

        came = came_of(prices_are_low, threshold=at_most(500, "$"), over="products")
        assert came.word == "finding" and came.missing == ("products[club].price",)
        assert came.findings[0].do == "Lower it." and came.findings[0].threshold == "at most $500"

    def test_one_item_that_says_nothing_keeps_the_rule_from_ok(self):
        came = came_of(lambda product: product.price and None, over="products")
        assert came.word == "not checked" and came.missing == ("products[club].price",)

    def test_a_rule_that_saw_all_it_asked_for_is_ok(self):
        assert came_of(lambda product: product.kind and None, over="products").word == "ok"

    def test_a_rule_that_looked_at_nothing_is_not_checked(self):
        assert came_of(lambda business: None).word == "not checked"
        assert came_of(lambda business: [] if business.get("journey") == [] else None).missing == ("journey",)

    def test_no_items_are_nothing_to_look_at(self):
        came = came_of(lambda product: None, over=lambda business: [])
        assert came.word == "not checked" and came.missing

    def test_findings_before_a_gap_are_kept(self):
        def look(business):
            yield business.finding("products", found="two")
            raise Missing("a third")

        came = came_of(look)
        assert came.word == "finding" and came.missing == ("a third",)

    def test_a_single_finding_may_be_returned(self):
        assert came_of(lambda business: business.finding("products", found="two")).word == "finding"

    def test_a_rule_takes_a_limit_exactly_when_it_has_a_threshold(self):
        with pytest.raises(TypeError, match="PRI01: the function takes 1 arguments; a rule like this has 2"):
            made(lambda business: None, threshold=at_most(1))

    @pytest.mark.parametrize(
        ("examples", "lacks"),
        [
            ({"passes": ""}, "passes="),
            ({"fails": "\n"}, "fails="),
            ({"fails": "", "passes": ""}, "fails= and"),
        ],
    )
    def test_a_rule_without_its_examples_is_refused_with_what_it_lacks(self, examples, lacks):
        with pytest.raises(ValueError, match=f"the rule PRI01 lacks {lacks}"):
            made(lambda business: None, **examples)


class TestThresholds:
    @pytest.fixture
    def rule(self):
        return made(
            lambda business, limit: None,
            threshold=at_most(500, "$"),
            per_profile={"saas": (5000, "Software for firms costs more.")},
        )

    def test_a_profile_has_its_own_with_the_reason(self, rule):
        used = setting(rule, "saas", {})
        assert used.limit == at_most(5000, "$") and used.why == "profile saas: Software for firms costs more."
        assert setting(rule, "creator", {}) == Setting(at_most(500, "$"))

    def test_the_blueprints_own_comes_first(self, rule):
        used = setting(rule, "saas", {"PRI01": {"value": 70, "reason": "Students."}})
        assert used.limit == at_most(70, "$") and used.why == "the blueprint's own: Students."

    def test_one_that_cannot_be_used_is_not(self, rule):
        assert setting(rule, None, {"PRI01": {"value": "x", "reason": "y"}}).limit == rule.threshold

    def test_a_blueprint_may_set_one(self):
        said = blueprint("""
            thresholds: {JRN11: {value: 1, reason: One problem is plenty.}}
            audience: {who: Writers, problems: [No prices]}
            """)
        row = review(said, select="JRN11").table.iloc[0]
        assert (row.outcome, row.threshold) == ("ok", "at least 1 related problems")
        assert row.basis == "the blueprint's own: One problem is plenty."

    @pytest.mark.parametrize(
        ("own", "found"),
        [
            ({"JNR11": {"value": 1, "reason": "x"}}, "there is no rule 'JNR11'"),
            ({"JRN03": {"value": 1, "reason": "x"}}, "JRN03 has no threshold to change"),
            ({"JRN11": {"value": "many", "reason": "x"}}, "'many' cannot be the threshold of JRN11"),
            ({"JRN11": {"value": 2}}, "the threshold of JRN11 comes without a reason"),
        ],
    )
    def test_one_that_makes_no_sense_is_told(self, own, found):
        told = problems(own)
        assert [one.found for one in told] == [found] and told[0].do and told[0].at[0] == "thresholds"

    def test_it_is_an_error_with_its_line(self):
        said = blueprint("thresholds:\n  JRN03: {value: 1, reason: Why not.}")
        told = review(said, select="JRN03").errors
        assert [(one.rule, one.where, one.line) for one in told] == [("thresholds", "thresholds.JRN03", 3)]

    def test_an_unknown_profile_is_refused(self):
        with pytest.raises(ValueError, match="Did you mean 'saas'"):
            review(Blueprint(name="Q"), profile="sass")
        assert profile_of(None, None) is None

    def test_profiles_are_those_of_the_blueprint(self):
        assert tuple(PROFILES) == get_args(Profile)

    def test_things_that_must_be_there_may_be_fewer(self):
        rule = made(lambda business, limit: None, threshold=names("guide", "kit"))
        assert setting(rule, None, {"PRI01": {"value": ["kit"], "reason": "x"}}).limit == names("kit")


class TestChoosing:
    def test_words_are_ids_letters_categories_tiers_and_severities(self):
        assert [rule.id for rule in chosen("JRN01")] == ["JRN01"]
        assert chosen("jrn") == chosen("journey") == chosen(["JRN"])
        assert {rule.tier for rule in chosen("core")} == {"core"}
        assert {rule.severity for rule in chosen("error, info")} == {"error", "info"}
        assert chosen() == rules() and chosen("JRN01", ignore="core") == ()

    @pytest.mark.parametrize("argument", ["select", "ignore"])
    def test_an_unknown_word_is_told(self, argument):
        with pytest.raises(
            ValueError, match=f"{argument} names no rule with 'journy'. Did you mean 'journey'"
        ):
            review(Blueprint(name="Q"), **{argument: "journy"})


class TestReview:
    def test_it_takes_a_blueprint(self):
        with pytest.raises(TypeError, match=r"must be a Blueprint, not str; .*Blueprint.read"):
            review("quillwork.yaml")
        with pytest.raises(TypeError, match=r"must be a Ledger, not DataFrame"):
            review(Blueprint(name="Q"), pd.DataFrame())

    def test_its_table_has_a_row_a_finding_and_one_for_each_other_rule(self):
        found = review(quillwork("first-draft"))
        assert list(found.table.columns) == list(COLUMNS)
        assert set(found.table["rule"]) == {rule.id for rule in rules()}
        assert (found.table["outcome"] == "finding").sum() == len(found.findings)
        assert found.table["line"].dtype == "Int64"

    def test_findings_have_the_line_of_the_file(self):
        found = review(
            blueprint("journey:\n  - id: post\n    stage: awareness\n    asset: Post"), select="JRN03"
        )
        assert [(told.where, told.line) for told in found.findings] == [("journey[post]", 3)]

    def test_a_field_that_is_not_there_has_the_line_around_it(self):
        said = blueprint("audience:\n  who: Writers")
        assert [told.line for told in review(said, select="JRN11").findings] == [2]

    def test_a_blueprint_that_was_changed_has_no_lines(self):
        said = quillwork("first-draft")
        said.note = "Changed."
        assert {told.line for told in review(said).findings} == {None}

    def test_errors_come_first_and_the_order_is_the_same_every_time(self):
        found, again = review(quillwork("first-draft")), review(quillwork("first-draft"))
        order = [told.severity for told in found.findings]
        assert order == sorted(order, key=["error", "warning", "info"].index)
        assert found.findings == again.findings and found.table.equals(again.table)

    def test_advice_begins_with_what_most_core_rules_wait_for(self):
        advice = review(Blueprint(name="Q")).advice
        first = [one.core for one in advice if not one.field.startswith("a product ")]
        assert first == sorted(first, reverse=True)
        assert all("[]" in one.field or "[" not in one.field for one in advice)

    def test_it_does_not_change_the_blueprint(self):
        said = quillwork("first-draft")
        before = said.to_yaml()
        review(said)
        assert said.to_yaml() == before

    def test_importing_it_loads_neither_networkx_nor_ipython(self):
        heavy = "{'networkx', 'IPython', 'ecotools.metrics'}"
        code = f"import sys, ecotools.rules; print({heavy} & set(sys.modules))"
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
        assert done.stdout.strip() == "set()"
