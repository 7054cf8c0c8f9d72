"""What the examples of the ladder's rules do not show: bounds, charm prices, profiles, gaps."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecotools.rules import review

from ..examples import blueprint


def told(rule, example, profile=None):
    """Return what a rule finds, in words; "ok" when all is well, None when it is not checked."""
    one = review(blueprint(example), profile=profile, select=rule).outcomes[0]
    return [found.found for found in one.findings] or {"ok": "ok"}.get(one.word)


def products(*more):
    return "products:\n  - {id: course, name: Course, kind: core, price: 1000}\n" + "".join(
        f"  - {{{one}}}\n" for one in more
    )


class TestTheCore:
    def test_no_core_product_at_all_is_told(self):
        assert told("LAD01", "products: [{id: kit, name: Kit, kind: add_on}]") == ["no product of kind core"]

    def test_a_price_made_of_hours_is_told_whatever_is_delivered(self):
        by_hours = "products: [{id: c, name: C, kind: core, pricing_basis: hours, delivery: software}]"
        assert told("LAD02", by_hours) == ["the price of c is made of hours"]
        assert told("LAD02", "products: [{id: c, name: C, kind: core, delivery: cohort}]") == "ok"
        assert told("LAD02", "products: [{id: c, name: C, kind: core}]") is None

    @pytest.mark.parametrize(
        ("pain", "problems", "found"),
        [
            ("no  Clients.", "[No time]", "ok"),
            ("No time", "[]", "ok"),
            ("No time", "[No clients.]", ["'No clients' is a related problem; the main one is 'No time'"]),
        ],
    )
    def test_its_problem_is_none_of_the_related_ones(self, pain, problems, found):
        core = "products: [{id: c, name: C, kind: core, problem: No clients}]"
        audience = f"audience: {{who: W, pain_point: {pain}, problems: {problems}}}"
        assert told("LAD03", f"{audience}\n{core}") == found
        assert told("LAD03", core) == "ok"

    def test_software_may_have_more_features(self):
        desk = f"products: [{{id: d, name: D, kind: core, features: [{', '.join('abcdefghijkl')}]}}]"
        assert told("LAD08", desk) == ["12 features"] and told("LAD08", desk, "saas") == "ok"

    def test_an_idea_may_be_tried_without_everything_being_told(self):
        assert told("LAD21", "plan: {validation: {pilot_days: 3}}") == ["a pilot of 3 days"]
        assert told("LAD21", "plan: {validation: {pilot_days: 14}}") is None
        assert told("LAD21", "plan: {validation: {pilot_days: 28, nps_answers: 1}}") == "ok"


class TestTheFirstRelease:
    KIT, AUDIT = "id: kit, name: Kit, kind: add_on", "id: audit, name: Audit, kind: add_on"
    MUG = "id: mug, name: Mug, kind: add_on"
    CLUB = "id: club, name: Club, kind: community, price: 9, billing: month"
    EARLY = "plan: {validation: {status: planned}}\n"

    def test_both_faults_are_told(self):
        assert told("LAD04", self.EARLY + products()) == [
            "no add-ons in the first release",
            "no recurring offers in the first release",
        ]

    @pytest.mark.parametrize(
        ("profile", "found"), [(None, ["no recurring offers in the first release"]), ("infoproduct", "ok")]
    )
    def test_a_course_of_an_infoproduct_may_come_alone(self, profile, found):
        assert told("LAD04", self.EARLY + products(self.KIT), profile) == found

    def test_software_needs_no_add_on(self):
        desk = "products: [{id: desk, name: Desk, kind: core, price: 29, billing: month}]"
        assert told("LAD04", self.EARLY + desk, "saas") == "ok"
        assert told("LAD04", self.EARLY + desk) == ["no add-ons in the first release"]

    def test_what_comes_a_quarter_later_is_no_part_of_it(self):
        core = "{id: course, name: Course, kind: core, price: 99, launch_date: 2026-01-01}"
        all_three = (
            f"products: [{core}, {{{self.KIT}}}, {{{self.AUDIT}}}, {{{self.CLUB}}}, {{{self.MUG}DATE}}]"
        )
        at_once, later = (
            self.EARLY + all_three.replace("DATE", date) for date in ("", ", launch_date: 2026-04-02")
        )
        assert told("LAD04", at_once) == ["3 add-ons in the first release"]
        assert told("LAD04", later) == "ok"
        assert told("LAD04", later.replace("2026-04-02", "2026-04-01")) == ["3 add-ons in the first release"]

    def test_it_is_over_when_the_idea_is_validated(self):
        assert told("LAD04", "plan: {validation: {status: validated}}\n" + products()) == "ok"
        assert told("LAD04", products(self.KIT, self.CLUB)) is None

    def test_a_free_club_is_no_recurring_offer(self):
        assert told("LAD05", products(self.CLUB.replace("9", "0"))) == ["no recurring offers"]
        assert told("LAD05", products(self.CLUB)) == "ok"


class TestAddOnsAndCheckouts:
    def test_steps_after_steps_count(self):
        shop = """
            products:
              - {id: course, name: Course, kind: core, next: [kit]}
              - {id: kit, name: Kit, kind: add_on, next: [mug, course]}
              - {id: mug, name: Mug, kind: add_on}
            """
        assert told("LAD07", shop) == "ok"
        assert told("LAD07", shop.replace("[mug, course]", "[]")) == ["no `next` leads from course to mug"]

    def test_a_core_product_that_says_nothing_of_next_is_not_checked(self):
        assert told("LAD07", products("id: kit, name: Kit, kind: add_on")) is None

    SHOP = """
        products:
          - {id: c, name: C, kind: core}
          - {id: low, name: L, kind: add_on, ticket: low}
          - {id: mid, name: M, kind: add_on, ticket: mid}
          - {id: high, name: H, kind: coaching, ticket: high}
          - {id: more, name: O, kind: add_on}
        ladder: {checkouts: [{id: pay, OFFERS}]}
        """

    @pytest.mark.parametrize(
        ("offers", "many", "classes"),
        [
            ("offers: [low, mid, high]", "ok", "ok"),
            ("offers: [low, mid, high, more]", ["4 offers at pay"], None),
            ("offers: []", "ok", ["no low-ticket, mid-ticket and no high-ticket offer at pay"]),
            ("offers: [low, high]", "ok", ["no mid-ticket offer at pay"]),
            ("product: c", None, None),
        ],
    )
    def test_offers_are_few_and_of_each_class(self, offers, many, classes):
        shop = self.SHOP.replace("OFFERS", offers)
        assert told("LAD09", shop) == many and told("LAD10", shop) == classes


class TestLayers:
    def layers(self, *days):
        kinds = zip(("core", "subscription, billing: month", "coaching"), days, strict=False)
        rows = [
            f"{{id: p{n}, name: P, kind: {kind}, launch_date: {day}}}" for n, (kind, day) in enumerate(kinds)
        ]
        return f"products: [{', '.join(rows)}]"

    @pytest.mark.parametrize(
        ("second", "profile", "found"),
        [
            ("2026-01-01", None, "ok"),
            ("2026-01-01", "infoproduct", ["core and subscription open on one day"]),
            ("2026-04-01", "infoproduct", ["core and subscription open within 90 days"]),
            ("2026-04-02", "infoproduct", "ok"),
            ("2026-01-01", "saas", "ok"),
        ],
    )
    def test_two_in_a_quarter_are_one_too_many_but_for_a_first_release(self, second, profile, found):
        assert told("LAD06", self.layers("2026-01-01", second), profile) == found

    def test_the_fullest_quarter_is_told(self):
        assert told("LAD06", self.layers("2026-01-01", "2026-06-01", "2026-06-20"), "community") == [
            "subscription and coaching open within 19 days"
        ]

    def test_a_second_product_of_a_kind_is_no_layer_of_its_own(self):
        shop = (
            "products: [{id: a, name: A, kind: core, launch_date: 2026-01-01}, {id: b, name: B, kind: core}]"
        )
        assert told("LAD06", shop.replace("core}", "core, launch_date: 2026-02-01}"), "infoproduct") == "ok"
        assert told("LAD06", shop) is None

    def test_a_plan_in_weeks_is_enough(self):
        plan = """
            products:
              - {id: course, name: Course, kind: core}
              - {id: club, name: Club, kind: community}
              - {id: coach, name: Coach, kind: coaching}
            plan:
              phases:
                - {id: launch, start_day: 71, end_day: 77, launches: [course]}
                - {id: rooms, start_day: 78, end_day: 84, launches: [club]}
                - {id: dear, start_day: 113, end_day: 126, launches: [coach]}
            """
        assert told("LAD06", plan) == ["core, community and coaching open within 42 days"]
        assert told("LAD13", plan) == ["club opens 7 days after course"]

    @given(st.lists(st.dates(datetime.date(2020, 1, 1), datetime.date(2030, 1, 1)), min_size=3, max_size=3))
    def test_the_order_of_products_does_not_matter(self, days):
        said = self.layers(*days)
        rows = said.removeprefix("products: [").removesuffix("]").split("}, ")
        turned = f"products: [{', '.join(row.rstrip('}') + '}' for row in reversed(rows))}]"
        assert (told("LAD06", said) == "ok") == (told("LAD06", turned) == "ok")

    CLUB = "products: [{id: club, name: Club, kind: community, launch_date: 2026-03-15}]\nmeasured: "

    @pytest.mark.parametrize(
        ("measured", "found"),
        [
            ("[{metric: paid_students, value: 20}]", "ok"),
            ("[{metric: paid_students, value: 19}]", ["19 paying students when club opens"]),
            ("[{metric: paid_students, value: 90, period: 2026-04}]", None),
            ("[{metric: paid_students, values: {2026-01: 12, 2026-03: 25}}]", "ok"),
            (
                "[{metric: paid_students, values: {2026-01: 12, 2026-04: 25}}]",
                ["12 paying students when club opens"],
            ),
            ("[{metric: members, value: 90}]", None),
        ],
    )
    def test_students_are_counted_when_the_community_opens(self, measured, found):
        assert told("LAD11", self.CLUB + measured) == found

    def test_a_community_that_comes_first_needs_no_students(self):
        assert told("LAD11", self.CLUB + "[{metric: paid_students, value: 0}]", "community") == "ok"

    def test_without_a_day_the_last_number_counts(self):
        coach = "products: [{id: coach, name: Coach, kind: coaching}]\nmeasured: "
        assert told("LAD12", coach + "[{metric: community_members, values: {2026-01: 80, 2026-02: 49}}]") == [
            "49 members when coach opens"
        ]

    @pytest.mark.parametrize(
        ("club", "found"),
        [
            ("2026-07-10", "ok"),
            ("2026-07-09", ["club opens 5.9 months after course"]),
            ("2029-01-10", "ok"),
            ("2026-01-10", ["club opens together with course"]),
            ("2025-11-10", ["club opens 61 days before course"]),
        ],
    )
    def test_six_months_by_the_calendar(self, club, found):
        said = f"""
            products:
              - {{id: course, name: Course, kind: core, launch_date: 2026-01-10}}
              - {{id: club, name: Club, kind: community, launch_date: {club}}}
            """
        assert told("LAD13", said) == found and told("LAD13", said, "community") == "ok"

    def test_a_later_layer_without_a_day_keeps_it_from_ok(self):
        said = products(
            "id: club, name: Club, kind: community, launch_date: 2026-09-01", "id: x, name: X, kind: coaching"
        )
        assert told("LAD13", said) is None
        assert told("LAD13", said.replace("1000", "1000, launch_date: 2026-01-01")) is None


class TestTiers:
    def test_a_tier_names_its_segment_and_its_problem(self):
        said = products("id: kit, name: Kit, kind: add_on") + "ladder: {tiers: [{product: kit}]}"
        assert told("LAD15", said) == ["the tier kit names no segment", "the tier kit names no problem"]

    TIERS = """
        products:
          - {id: a, name: A, kind: core, next: NEXT}
          - {id: b, name: B, kind: add_on, next: [c]}
          - {id: c, name: C, kind: coaching}
        ladder: {tiers: [{product: a}, {product: c}], upgrades: UP}
        """

    @pytest.mark.parametrize(
        ("next", "upgrades", "found"),
        [
            ("[b]", "[]", "ok"),
            ("[]", "[{from: a, to: c}]", "ok"),
            ("[]", "[{from: a, to: b, rate: 0.2}]", "ok"),
            ("[]", "[]", ["no way leads from a to c"]),
            ("null", "[]", None),
        ],
    )
    def test_a_way_up_may_pass_what_is_no_tier(self, next, upgrades, found):
        assert told("LAD16", self.TIERS.replace("NEXT", next).replace("UP", upgrades)) == found

    def test_a_way_up_may_not_pass_another_tier(self):
        three = self.TIERS.replace("{product: a}, ", "{product: a}, {product: c}, {product: b}, ")
        said = (
            three.replace("NEXT", "[b]")
            .replace("UP", "[]")
            .replace("{product: b}, {product: c}", "{product: b}")
        )
        assert told("LAD16", said) == ["no way leads from a to c"]

    def test_one_tier_is_no_ladder(self):
        assert (
            told("LAD16", self.TIERS.replace(", {product: c}", "").replace("NEXT", "[]").replace("UP", "[]"))
            is None
        )

    def prices(self, *rows):
        listed = ", ".join(f"{{id: p{n}, name: P, kind: community, {row}}}" for n, row in enumerate(rows))
        tiers = ", ".join(f"{{product: p{n}}}" for n in range(len(rows)))
        return f"products: [{listed}]\nladder: {{tiers: [{tiers}]}}"

    @pytest.mark.parametrize(
        ("rows", "found"),
        [
            (["price: 10", "price: 10"], ["p1 costs $10, p0 $10"]),
            (["price: 0", "price: 10"], "ok"),
            (["price: 10, billing: month", "price: 90, billing: year"], ["p1 costs $7.50 a month, p0 $10"]),
            (["price: 497", "price: 97, billing: month", "price: 2997"], "ok"),
            (["price: 497", "price: 97, billing: month"], None),
            (["price: 9", "price: 5", "billing: one_time"], ["p1 costs $5, p0 $9"]),
            (["price: 5", "price: 9", "billing: one_time"], None),
        ],
    )
    def test_prices_are_compared_like_with_like(self, rows, found):
        assert told("LAD17", self.prices(*rows)) == found


class TestCoaching:
    @pytest.mark.parametrize(
        ("price", "found"),
        [
            (3000, "ok"),
            (2997, "ok"),
            (2900, ["$2,900, 2.9 times the course"]),
            (9997, "ok"),
            (10047, "ok"),
            (10097, ["$10,097, 10.1 times the course"]),
        ],
    )
    def test_charm_prices_may_miss_a_bound_a_little(self, price, found):
        assert told("LAD14", products(f"id: coach, name: Coach, kind: coaching, price: {price}")) == found

    def test_every_package_counts(self):
        levels = "coaching: {packages: [{name: A, price: 3000}, {name: B, price: 20000}]}"
        coach = "id: coach, name: Coach, kind: coaching"
        assert told("LAD14", products(f"{coach}, {levels}")) == ["$20,000, 20 times the course"]
        assert told("LAD14", products(f"{coach}, price: 900, {levels}")) == [
            "$900, 0.9 times the course",
            "$20,000, 20 times the course",
        ]

    @pytest.mark.parametrize("more", ["", ", price: 500, billing: month", ", price: 0"])
    def test_a_price_that_cannot_be_compared_is_not_checked(self, more):
        assert told("LAD14", products(f"id: coach, name: Coach, kind: coaching{more}")) is None

    def test_a_community_may_have_five_levels(self):
        levels = ", ".join(f"{{name: L{n}, price: {n}}}" for n in range(5))
        said = f"products: [{{id: c, name: C, kind: coaching, coaching: {{packages: [{levels}]}}}}]"
        assert told("LAD18", said) == ["5 levels"] and told("LAD18", said, "community") == "ok"
        assert told("LAD18", "products: [{id: c, name: C, kind: coaching, coaching: {packages: []}}]") == [
            "no levels"
        ]

    @pytest.mark.parametrize(
        ("more", "found"),
        [
            ("ticket: mid, coaching: {application: false}", None),
            ("ticket: high, coaching: {application: false}", ["c can be bought without an application"]),
            ("ticket: high, coaching: {group_size: 3}", None),
        ],
    )
    def test_only_dear_coaching_needs_an_application(self, more, found):
        assert told("LAD19", f"products: [{{id: c, name: C, kind: coaching, {more}}}]") == found

    @pytest.mark.parametrize(
        ("more", "found"),
        [
            ("kind: core, ticket: high, payment_plan_months: 2", ["p is paid over 2 months"]),
            ("kind: core, ticket: high, payment_plan_months: 0", ["p is paid at once"]),
            ("kind: core, ticket: high, payment_plan_months: 12", "ok"),
            ("kind: core, payment_plan_months: 0", None),
            ("kind: coaching, billing: month, payment_plan_months: 0", None),
            ("kind: coaching", None),
        ],
    )
    def test_dear_offers_have_a_payment_plan(self, more, found):
        assert told("LAD20", f"products: [{{id: p, name: P, {more}}}]") == found

    @pytest.mark.parametrize(
        ("more", "found"),
        [
            ("coaching: {group_size: 9}", ["9 people in a group of c"]),
            ("coaching: {group_size: 20}", "ok"),
            ("coaching: {group_size: 1}", None),
            ("delivery: one_to_one, coaching: {group_size: 5}", None),
            ("delivery: group_sessions", None),
        ],
    )
    def test_only_groups_have_a_size(self, more, found):
        assert told("LAD22", f"products: [{{id: c, name: C, kind: coaching, {more}}}]") == found

    def test_the_hours_of_all_coaching_are_added(self):
        two = """
            products:
              - {id: a, name: A, kind: coaching, coaching: {clients: 4, hours_per_client: 4}}
              - {id: b, name: B, kind: coaching, coaching: {clients: 20, hours_per_client: 0.5}}
            team: {coaching_hours_per_month: HOURS}
            """
        assert told("LAD23", two.replace("HOURS", "26")) == "ok"
        assert told("LAD23", two.replace("HOURS", "25")) == [
            "26 hours of coaching a month for 25 there are, 104% of them"
        ]
        assert told("LAD23", two.replace("HOURS", "0")) == ["26 hours of coaching a month for 0 there are"]
        assert told("LAD23", two.replace("clients: 4, ", "").replace("HOURS", "25")) is None
