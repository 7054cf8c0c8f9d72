"""Prices: bands and their ends, profiles, other currencies, layers, and what is left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecotools.rules import review, rule

from ..examples import blueprint, outcome


def came(id, example, profile=None):
    """Return the texts that a rule finds and what it lacks."""
    found = review(blueprint(example), select=id, profile=profile).outcomes[0]
    return [one.found for one in found.findings], found.missing


def product(kind="core", price=199, **said):
    inside = "".join(f", {key}: {value}" for key, value in said.items())
    return f"products: [{{id: it, name: It, kind: {kind}, price: {price}{inside}}}]"


class TestBands:
    @pytest.mark.parametrize(("price", "fine"), [(49.99, False), (50, True), (500, True), (500.01, False)])
    def test_a_core_product_costs_50_to_500(self, price, fine):
        assert (came("PRC01", product(price=price))[0] == []) is fine

    def test_a_school_sells_courses_from_297_and_programmes_up_to_997(self):
        assert came("PRC01", product(price=997), "infoproduct")[0] == []
        assert came("PRC01", product(price=199), "infoproduct")[0] == ["it costs $199, below the band"]

    def test_a_monthly_core_product_is_a_matter_of_the_monthly_band(self):
        software = product(price=29, billing="month")
        assert came("PRC01", software)[1] and came("PRC03", software) == ([], ())

    @pytest.mark.parametrize("said", [{"price": 0}, {"price": 990, "ticket": "high"}])
    def test_free_extras_and_high_tickets_are_no_small_add_ons(self, said):
        assert came("PRC02", product("add_on", **said))[0] == []

    @pytest.mark.parametrize(
        ("price", "billing", "fine"),
        [(99, "month", True), (108, "year", True), (107, "year", False), (297, "quarter", True)],
    )
    def test_a_price_is_taken_by_the_month(self, price, billing, fine):
        assert (came("PRC03", product("subscription", price, billing=billing))[0] == []) is fine

    @pytest.mark.parametrize(
        ("profile", "texts"),
        [
            ("creator", ["it costs $197 a month, above the band"]),
            ("infoproduct", []),
            ("community", []),
        ],
    )
    def test_profiles_differ_in_what_a_month_may_cost(self, profile, texts):
        assert came("PRC03", product("subscription", 197, billing="month"), profile)[0] == texts

    def test_the_threshold_of_a_finding_is_the_row_that_was_used(self):
        said = "community: {type: basic}\n" + product("community", 79, billing="month")
        assert outcome(rule("PRC05"), said).findings[0].threshold == "$9 to $49 a month"

    def test_a_programme_in_the_gap_between_types_is_fine_for_one_person_only(self):
        said = "community: {type: programmed}\n" + product("community", 60, billing="month")
        assert came("PRC05", said, "creator")[0] == []
        assert came("PRC05", said, "community")[0] == [
            "it costs $60 a month for a programmed community, below the band"
        ]

    def test_a_free_tier_of_a_community_has_no_band(self):
        free = "community: {type: basic}\n" + product("community", 0, billing="month")
        assert came("PRC05", free) == ([], ("a community that is paid for by the month",))

    def test_the_tiers_of_a_community_say_what_gives_access(self):
        said = """
            community: {type: basic, tiers: [lib]}
            products:
              - {id: lib, name: Library, kind: subscription, price: 90, billing: month}
              - {id: club, name: Club, kind: community, price: 900, billing: month}
            """
        assert came("PRC05", said)[0] == ["lib costs $90 a month for a basic community, above the band"]


class TestCurrencies:
    @pytest.mark.parametrize("id", ["PRC01", "PRC02", "PRC03", "PRC04", "PRC05"])
    def test_bands_in_dollars_say_nothing_about_yen(self, id):
        said = rule(id).fails + "\ncurrency: JPY\n"
        dedented = "\n".join(line.removeprefix("        ") for line in said.splitlines())
        assert came(id, dedented) == ([], ("per_dollar",))

    def test_a_stated_rate_converts_the_bands(self):
        course = "products: [{id: it, name: It, kind: core, price: 44}]\ncurrency: EUR\n"
        (told,) = review(blueprint(f"{course}per_dollar: 0.9"), select="PRC01").findings
        assert told.threshold == "45 to 450 EUR, at 0.9 EUR for a dollar"
        assert review(blueprint(f"{course}per_dollar: 0.88"), select="PRC01").findings == []

    def test_a_threshold_of_its_own_is_in_the_currency_of_the_business(self):
        said = "currency: JPY\nthresholds: {PRC01: {value: [5000, 60000], reason: As here}}\n"
        assert came("PRC01", said + product(price=19800)) == ([], ())
        found = outcome(rule("PRC01"), said + product(price=900)).findings[0]
        assert (found.found, found.threshold) == (
            "it costs 900 JPY, below the band", "5,000 to 60,000 JPY",
        )  # fmt: skip


LAYERS = """
products:
  - {{id: course, name: Course, kind: core, price: {course}}}
  - {{id: club, name: Club, kind: community, price: {month}, billing: month}}
  - {{id: coach, name: Coach, kind: coaching, price: {coach}}}
  - {{id: both, name: Both, kind: bundle, price: {both}, includes: [course, club]}}
  - {{id: all, name: All, kind: bundle, price: {all}, includes: [course, club, coach]}}
"""
QUOTED = {"course": 497, "month": 97, "coach": 2997, "both": 497, "all": 997}


class TestLayers:
    def test_the_quoted_prices_are_right_in_every_profile(self):
        for profile in ("creator", "infoproduct", "community", "saas"):
            assert came("PRC04", LAYERS.format(**QUOTED), profile) == ([], ())

    @pytest.mark.parametrize(
        ("changed", "texts"),
        [
            ({"course": 199}, ["course costs $199 (course), below the band"]),
            ({"both": 1497}, ["both costs $1,497 (course and community), above the band"]),
            ({"all": 797}, ["all costs $797 (whole programme), below the band"]),
            ({"coach": 997}, ["coach costs $997 (coaching), below the band"]),
            ({"month": 199}, ["club costs $199 a month, in both, above the band"]),
        ],
    )
    def test_each_layer_has_its_band(self, changed, texts):
        assert came("PRC04", LAYERS.format(**QUOTED | changed), "infoproduct")[0] == texts

    def test_a_creator_may_sell_a_small_course_and_coaching_that_goes_with_it(self):
        said = LAYERS.format(**QUOTED | {"course": 59, "coach": 190})
        assert came("PRC04", said, "creator")[0] == []
        assert len(came("PRC04", said, "infoproduct")[0]) == 2


class TestTiers:
    def tiers(self, count):
        ids = [f"t{number}" for number in range(count)]
        products = [f"  - {{id: {id}, name: T, kind: add_on, price: 9}}" for id in ids]
        listed = ", ".join(f"{{product: {id}}}" for id in ids)
        return "\n".join(["products:", *products, f"ladder: {{tiers: [{listed}]}}"])

    @pytest.mark.parametrize(
        ("count", "profile", "fine"),
        [(3, "creator", True), (4, "creator", False), (1, "saas", False), (5, "community", True),
         (6, "community", False)],
    )  # fmt: skip
    def test_three_tiers_are_usual_and_memberships_may_have_five(self, count, profile, fine):
        assert (came("PRC06", self.tiers(count), profile)[0] == []) is fine

    def test_no_tier_is_a_finding_when_it_is_said(self):
        assert came("PRC06", "products: []\nladder: {tiers: []}")[0] == ["0 tiers"]


class TestTrials:
    @pytest.mark.parametrize(
        ("said", "texts"),
        [
            ({"trial_days": 14}, []),
            ({"intro_price": 1}, []),
            ({"trial_days": 0, "intro_price": 15}, []),
            ({"trial_days": 7}, ["a trial of 7 days and no lower first price"]),
            ({"trial_days": 0, "intro_price": 25}, ["no trial and a first price of $25"]),
        ],
    )
    def test_two_weeks_or_a_lower_first_price_make_a_start_easy(self, said, texts):
        assert came("PRC07", product("subscription", 19, billing="month", **said))[0] == texts

    def test_a_subscription_that_says_neither_is_not_checked(self):
        said = product("subscription", 19, billing="month")
        assert came("PRC07", said) == ([], ("products[it].trial_days",))


class TestValue:
    @given(st.integers(1, 500), st.integers(0, 500))
    def test_a_price_is_a_finding_exactly_when_it_is_above_the_value(self, price, value):
        assert (came("PRC10", product(price=price, value=value))[0] != []) is (price > value)

    def test_a_product_without_a_value_is_not_checked(self):
        assert came("PRC10", product()) == ([], ("products[it].value",))

    def test_a_price_from_hours_is_told_in_words(self):
        said = product("coaching", 900, pricing_basis="hours")
        assert came("PRC08", said)[0] == ["the price of it comes from hours of work"]

    @pytest.mark.parametrize(("uplift", "fine"), [(0.249, False), (0.25, True), (0.4, True), (0.41, False)])
    def test_premium_tiers_add_a_quarter_to_two_fifths(self, uplift, fine):
        assert (came("PRC12", f"assumptions: {{premium_uplift: {uplift}}}")[0] == []) is fine


class TestPromises:
    def test_a_high_ticket_needs_a_guarantee_whatever_its_kind(self):
        said = product("core", 1997, ticket="high", guarantee="false")
        assert came("PRC11", said)[0] == ["it comes without a guarantee"]

    def test_a_cheap_product_needs_none(self):
        assert came("PRC11", product(guarantee="false"))[0] == []

    def test_an_experiment_with_another_product_says_nothing_about_a_bundle(self):
        said = """
            products: [{id: kit, name: Kit, kind: add_on}, {id: box, name: Box, kind: bundle, price: 9}]
            growth: {experiments: [{id: a, subject: kit}, {id: b}]}
            """
        assert came("PRC09", said)[0] == ["no experiment with box"]

    def test_a_blueprint_may_ask_for_two_experiments(self):
        said = """
            products: [{id: box, name: Box, kind: bundle, price: 9}]
            growth: {experiments: [{id: a, subject: box}]}
            thresholds: {PRC09: {value: 2, reason: One can be luck}}
            """
        assert came("PRC09", said)[0] == ["1 experiment with box"]
