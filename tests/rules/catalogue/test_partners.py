"""The rules about partners: for whom they are, borders, and what is not checked."""

import pytest

from ecotools.rules import rule

from ..examples import outcome

ORCHESTRATED = "profile: saas\nstrategy: {roles: {orchestrator: Loaf Lab}}\n"


def found(id, example):
    """Return what the findings of a rule say; None when it is not checked."""
    one = outcome(rule(id), example)
    return None if one.word == "not checked" else [finding.found for finding in one.findings]


def partners(*entries):
    return (
        "platform: {partners: [" + ", ".join(f"{{id: p{n}{more}}}" for n, more in enumerate(entries)) + "]}"
    )


@pytest.mark.parametrize("id", ["ECO01", "ECO02", "ECO04", "ECO05"])
def test_a_creator_with_an_affiliate_is_no_ecosystem(id):
    alone = partners(", model: affiliate, country: PT")
    assert found(id, alone) is None
    assert "strategy" in outcome(rule(id), alone).missing[0]


@pytest.mark.parametrize(("many", "said"), [(27, []), (2, []), (1, ["1 partner"]), (0, ["0 partners"])])
def test_an_ecosystem_has_partners_and_an_average_is_no_minimum(many, said):
    assert found("ECO01", ORCHESTRATED + partners(*[""] * many)) == said


@pytest.mark.parametrize("id", ["ECO01", "ECO02", "ECO05"])
def test_a_creator_who_brings_a_few_others_together_is_not_measured_by_studies_of_many(id):
    said = ORCHESTRATED.replace("saas", "creator") + partners(", model: affiliate, country: PT")
    assert found(id, said) is None and found(id, said.replace("creator", "infoproduct"))


def test_countries_are_counted_once():
    codes = ["PT", "PT", "PT"]
    assert found("ECO02", ORCHESTRATED + partners(*(f", country: {code}" for code in codes))) == ["1 country"]
    codes[0] = "US"
    assert found("ECO02", ORCHESTRATED + partners(*(f", country: {code}" for code in codes))) == []


def test_a_partner_that_does_not_say_where_it_sits_is_not_counted_as_nowhere():
    some = outcome(rule("ECO02"), ORCHESTRATED + partners(", country: PT", ""))
    assert some.word == "not checked" and some.missing == ("platform.partners[p1].country",)


@pytest.mark.parametrize("kind", ["scale", "scale_marketing"])
def test_a_plan_to_grow_needs_a_proposition_whatever_else_the_strategy_says(kind):
    plan = f"plan: {{phases: [{{id: first, kind: launch}}, {{id: grow, kind: {kind}}}]}}"
    (one,) = outcome(rule("ECO03"), plan).findings
    assert one.at == ("strategy",) and "grow" in one.found
    (one,) = outcome(rule("ECO03"), f"strategy: {{brand: {{name: Loaf Lab}}}}\n{plan}").findings
    assert one.at == ("strategy", "value_proposition")


def test_a_plan_that_does_not_scale_is_not_asked_for_a_proposition():
    assert found("ECO03", "plan: {phases: [{id: first, kind: launch}]}") is None


def test_the_roles_that_nobody_plays_are_named():
    said = "strategy: {roles: {orchestrator: Loaf Lab, buyers: Bakers, sellers: Mills}}"
    assert found("ECO04", said) == ["no consumers or businesses"]


def test_the_way_of_one_partner_may_be_the_second_one():
    assert found("ECO05", ORCHESTRATED + partners(", model: affiliate", "")) is None
    assert found("ECO05", ORCHESTRATED + partners(", model: affiliate", ", model: supplier", "")) == []
    assert found("ECO05", ORCHESTRATED + "platform: {partners: []}") == ["no partner"]
