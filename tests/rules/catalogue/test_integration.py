"""The rules about integrations: what is denied and what is not said, what is bounded, who is counted."""

import pytest

from ecotools.rules import rule

from ..examples import outcome


def came(id, example):
    """Return what comes of a rule, as its word, and what was found."""
    one = outcome(rule(id), example)
    return one.word, [finding.found for finding in one.findings]


def scale(said):
    """Return a platform of one integration."""
    return f"platform: {{integrations: [{{id: scale, {said}}}]}}"


class TestKit:
    def test_what_is_denied_is_a_finding_and_what_is_not_said_is_missing(self):
        one = outcome(rule("INT01"), scale("docs: false, kit: false"))
        assert [told.found for told in one.findings] == ["scale has no guide or co-marketing kit"]
        assert one.findings[0].at == ("platform", "integrations", 0, "docs")
        assert one.missing == ("platform.integrations[scale].sandbox",)

    def test_silence_alone_is_not_checked(self):
        assert came("INT01", scale("docs: A guide"))[0] == "not checked"

    def test_a_business_may_ask_for_less(self):
        own = "thresholds: {INT01: {value: [docs], reason: Two partners whom we know}}\n"
        assert came("INT01", own + scale("docs: A guide, kit: false"))[0] == "ok"


@pytest.mark.parametrize(
    ("supported", "came_of"),
    [
        ("{name: A, current: true}, {name: B, current: false}", ("ok", [])),
        ("{name: A, current: true}, {name: B}", ("ok", [])),
        ("{name: A, current: false}, {name: B}", ("not checked", [])),
        (
            "{name: A, current: false}, {name: B, current: false}",
            ("finding", ["scale works with A and B, none of them current"]),
        ),
    ],
)
def test_one_current_environment_is_enough(supported, came_of):
    assert came("INT02", scale(f"supported: [{supported}]")) == came_of


def test_support_needs_both_a_person_and_a_time():
    assert came("INT03", scale("partner: null"))[1] == ["scale has no owner of the support or time to answer"]
    assert came("INT03", scale("support_owner: Ben, sla_hours: 0"))[0] == "ok"


class TestPay:
    def test_sharing_nothing_is_no_way_of_its_own(self):
        models = ("none", "licence", "per_use", "licence")
        rows = ", ".join(f"{{id: i{place}, revenue_model: {model}}}" for place, model in enumerate(models))
        assert came("INT05", f"platform: {{integrations: [{rows}]}}")[0] == "ok"

    def test_too_many_are_told_even_where_one_is_silent(self):
        models = ("flat_fee", "licence", "per_use")
        rows = ", ".join(f"{{id: i{place}, revenue_model: {model}}}" for place, model in enumerate(models))
        one = outcome(rule("INT05"), f"platform: {{integrations: [{rows}, {{id: silent}}]}}")
        assert [told.found for told in one.findings] == ["3 ways: flat_fee, licence and per_use"]
        assert one.missing == ("platform.integrations[silent].revenue_model",)


class TestAccess:
    GOOD = "auth: token, scopes: [read weights], agreement: Signed in May"

    def test_all_three_are_asked_for(self):
        assert came("INT07", scale(self.GOOD))[0] == "ok"

    @pytest.mark.parametrize(
        ("good", "bad", "found"),
        [
            ("token", "password", "scale asks for a password to let a partner in"),
            ("token", "none", "scale asks for nothing at all to let a partner in"),
            ("[read weights]", "[]", "scale has no scopes"),
            ("[read weights]", "[read weights, All]", "the scope All of scale bounds nothing"),
            ("Signed in May", "false", "scale has no data-processing agreement"),
        ],
    )
    def test_each_is_a_finding_of_its_own(self, good, bad, found):
        assert came("INT07", scale(self.GOOD.replace(good, bad))) == ("finding", [found])

    @pytest.mark.parametrize("field", ["auth", "scopes", "agreement"])
    def test_silence_about_one_is_not_checked(self, field):
        parts = {"auth": "token", "scopes": "[read weights]", "agreement": "true"}
        rest = ", ".join(f"{name}: {value}" for name, value in parts.items() if name != field)
        one = outcome(rule("INT07"), scale(rest))
        assert one.word == "not checked" and one.missing == (f"platform.integrations[scale].{field}",)


class TestAdoption:
    PARTNERS = (
        "platform:\n"
        "  integrations: [{id: scale, partner: maker}]\n"
        "  partners: [{id: maker}, {id: mill, model: affiliate}]\n"
    )

    def test_partners_are_those_who_integrate(self):
        found = came("INT08", self.PARTNERS)[1]
        assert found == ["the last call is known of 0% of 1, not of maker"]
        assert came("INT08", "platform: {partners: [{id: mill, model: affiliate}]}")[0] == "not checked"

    def test_a_series_says_it_as_well_and_one_value_does_not(self):
        values = "measured: [{metric: integration_adoption, values: {2025-01: 0.4, 2025-02: 0.5}}]"
        assert came("INT08", self.PARTNERS + values)[0] == "ok"
        values = "measured: [{metric: integration_adoption, value: 0.4, period: 2025-01}]"
        assert came("INT08", self.PARTNERS + values)[0] == "finding"
