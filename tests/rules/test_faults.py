"""Blueprints that others would write: what is found in them has to be wrong with the business."""

from pathlib import Path

import pytest

from ecotools.blueprint import Blueprint
from ecotools.rules import review

from .examples import blueprint

FOLDER = Path(__file__).parent / "faults"


def found(example, rules, severity=None, **more):
    """Return (rule, text) of what the rules find: in a file of the folder, or in YAML."""
    said = Blueprint.read(FOLDER / example) if example.endswith(".yaml") else blueprint(example)
    told = review(said, select=rules, **more).findings
    return [(one.rule, one.found) for one in told if severity in (None, one.severity)]


class TestDefaults:
    def test_a_kpi_without_direction_has_the_one_that_is_documented(self):
        assert found("kpi-defaults.yaml", "MET12") == []

    def test_a_step_of_the_funnel_without_base_and_window_has_those_that_are_documented(self):
        assert found("recurring-core.yaml", "FUN12") == []
        assert found("yearly-membership.yaml", "FUN12") == []

    def test_an_upgrade_has_no_such_default(self):
        example = """
            products: [{id: a, name: A, kind: core}, {id: b, name: B, kind: coaching}]
            ladder: {upgrades: [{from: a, to: b, rate: 0.1}]}
            """
        assert found(example, "FUN12") == [("FUN12", "10% without base and window")]


class TestWording:
    def test_one_problem_in_two_wordings_is_at_most_a_remark(self):
        assert found("problem-words.yaml", "LAD03, JRN10", "error") == []
        assert found("problem-words.yaml", "LAD03, JRN10", "warning") == []
        remark = "'Month end takes far too long' is not among the audience's problems in these words"
        assert found("problem-words.yaml", "LAD03, JRN10", "info") == [("JRN10", remark)]

    def test_words_of_a_claim_are_a_remark_where_numbers_are_an_error(self):
        words = "claims: [{text: A stream of revenue, unit: arr}]"
        assert found(words, "PRJ06", "info") and not found(words, "PRJ06", "error")
        numbers = "claims: [{text: New, value: 9, unit: revenue}, {text: Old, value: 9, unit: arr}]"
        assert found(numbers, "PRJ06", "error")

    @pytest.mark.parametrize("problem", ["month end takes nine days.", "Month  end takes nine days"])
    def test_case_spaces_and_stops_are_not_even_remarked_on(self, problem):
        example = f"""
            audience: {{who: a, pain_point: Month end takes nine days}}
            products: [{{id: c, name: C, kind: core, problem: {problem}}}]
            """
        assert found(example, "LAD03, JRN10") == []
