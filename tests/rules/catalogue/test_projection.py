"""Projections: sums to the cent, prices that are asked, ends of ranges, people who exist, words for money."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecotools.rules import review
from ecotools.rules.words.sums import mixed

from ..examples import blueprint

SHOP = """
products:
  - {id: course, name: Course, kind: core, price: 497}
  - {id: club, name: Club, kind: community, price: 60, billing: quarter, intro_price: 5}
  - id: coach
    name: Coach
    kind: coaching
    price: 2997
    coaching: {packages: [{name: Small, price: 2997}, {name: Large, price: 9997}]}
"""


def came(id, example):
    """Return the texts that a rule finds and what it lacks."""
    found = review(blueprint(example), select=id).outcomes[0]
    return [one.found for one in found.findings], found.missing


def shop(*lines, **said):
    """Return a shop with a projection of these lines."""
    head = "".join(f"    {key}: {value}\n" for key, value in said.items())
    inside = "".join(f"      - {{{line}}}\n" for line in lines)
    return f"{SHOP}projections:\n  - id: p\n{head}    lines:\n{inside}"


class TestSums:
    @given(st.integers(0, 10_000), st.integers(0, 1_000_000))
    def test_what_was_multiplied_and_rounded_to_the_cent_is_right(self, many, cents):
        price = cents / 100
        line = f"product: course, quantity: {many}, unit_price: {price}, amount: {round(many * price, 2)}"
        assert came("PRJ01", shop(line)) == ([], ())

    def test_units_may_be_a_share_of_people(self):
        line = "product: course, base: 1000, rate: 0.03, unit_price: 497, amount: 14910"
        assert came("PRJ01", shop(line)) == ([], ())

    def test_both_ends_are_reckoned(self):
        line = "product: course, quantity: 20, quantity_high: 50, unit_price: 997"
        line += ", amount: 19000, amount_high: 50000"
        assert came("PRJ01", shop(line))[0] == [
            "$19,000 for course, but 20 at $997 are $19,940",
            "$50,000 for course, but 50 at $997 are $49,850",
        ]

    @pytest.mark.parametrize("lacking", ["quantity", "unit_price", "amount"])
    def test_a_line_that_lacks_a_part_is_not_checked(self, lacking):
        parts = {"quantity": 1, "unit_price": 497, "amount": 497}
        said = ", ".join(f"{key}: {value}" for key, value in parts.items() if key != lacking)
        assert came("PRJ01", shop(f"product: course, {said}")) == (
            [],
            (f"projections[p].lines[0].{lacking}",),
        )

    def test_a_business_that_rounds_says_so(self):
        said = shop("product: course, quantity: 3, unit_price: 497, amount: 1500")
        assert came("PRJ01", said)[0]
        assert came("PRJ01", said + "thresholds: {PRJ01: {value: 0.01, reason: Rounded to tens}}") == ([], ())


class TestPrices:
    @pytest.mark.parametrize(
        ("product", "price"),
        [("course", 497), ("club", 60), ("club", 20), ("club", 240), ("club", 5), ("coach", 9997)],
    )
    def test_all_prices_that_somebody_pays_count(self, product, price):
        assert came("PRJ02", shop(f"product: {product}, unit_price: {price}")) == ([], ())

    def test_beta_customers_pay_less(self):
        said = shop("product: course, unit_price: 248.5")
        assert came("PRJ02", said)[0] == ["course at $248.50, but it costs $497"]
        assert came("PRJ02", said + "plan: {beta: {discount: 0.5}}") == ([], ())

    def test_each_end_has_to_be_asked(self):
        line = "product: coach, unit_price: 1997, unit_price_high: 9997"
        assert came("PRJ02", shop(line))[0] == ["coach at $1,997, but it costs $2,997"]


class TestPeople:
    AUDIENCE = "audience: {who: W, subscribers: 1000}\n"

    @pytest.mark.parametrize(("quantity", "fine"), [(50, True), (51, False)])
    def test_the_high_end_of_the_rate_is_the_most(self, quantity, fine):
        line = f"product: course, rate: 0.03, rate_high: 0.05, quantity: 20, quantity_high: {quantity}"
        assert (came("PRJ03", self.AUDIENCE + shop(line))[0] == []) is fine

    def test_the_rate_may_be_that_of_the_product_or_of_the_funnel(self):
        said = self.AUDIENCE + shop("product: course, quantity: 50")
        assert came("PRJ03", said)[1] == ("projections[p].lines[0].rate",)
        funnel = said + "funnel: [{from: consideration, to: purchase, rate: 0.04}]\n"
        assert came("PRJ03", funnel)[0] == ["50 of course, but 1,000 people at 4% are 40"]
        own = funnel.replace("price: 497", "price: 497, conversion: {rate: 0.05}")
        assert came("PRJ03", own) == ([], ())

    def test_running_subscriptions_need_a_base_of_their_own(self):
        line = "product: club, rate: 0.5, quantity: 50"
        assert came("PRJ03", self.AUDIENCE + shop(line))[1] == ("projections[p].lines[0].base",)
        assert came("PRJ03", shop(line + ", base: 80"))[0] == ["50 of club, but 80 people at 50% are 40"]

    def test_nobody_buys_where_nobody_is(self):
        assert came("PRJ03", shop("product: course, base: 0, rate: 0.5, quantity: 1"))[0]
        assert came("PRJ03", shop("product: course, base: 0, rate: 0.5, quantity: 0")) == ([], ())


class TestRanges:
    def test_the_line_of_a_well_known_table_takes_the_low_rate_twice(self):
        line = (
            "product: coach, base: 1000, rate: 0.005, rate_high: 0.02, quantity: 5, unit_price: 2997, "
            "unit_price_high: 9997, amount: 14985, amount_high: 49985"
        )
        assert came("PRJ04", shop(line))[0] == [
            "$49,985 for coach is 5 at $9,997; the high ends are 20 at $9,997"
        ]
        assert came("PRJ01", shop(line)) == ([], ())

    def test_a_price_left_at_its_low_end_is_seen_too(self):
        line = (
            "product: course, quantity: 2, quantity_high: 4, unit_price: 10, unit_price_high: 30, "
            "amount: 20, amount_high: 40"
        )
        assert came("PRJ04", shop(line))[0] == ["$40 for course is 4 at $10; the high ends are 4 at $30"]

    def test_a_range_of_one_driver_alone_is_right(self):
        line = "product: course, quantity: 20, quantity_high: 50, unit_price: 997"
        line += ", amount: 19940, amount_high: 49850"
        assert came("PRJ04", shop(line)) == ([], ())

    def test_amounts_without_a_range_are_not_checked(self):
        assert came("PRJ04", shop("product: course, amount: 5"))[1] == ("a line with amount_high",)

    @given(st.tuples(*[st.integers(1, 99)] * 4))
    def test_high_with_high_is_never_mixed(self, numbers):
        few, more, low, high = numbers
        many, each = sorted([few, more]), sorted([low, high])
        assert mixed(many[1] * each[1], many, each) is None


class TestLoops:
    def said(self, month, start="2026-03-15", **more):
        more = "".join(f", {key}: {value}" for key, value in more.items())
        return f"""
            growth: {{initiatives: [{{id: api, start: {start}}}]}}
            plan: {{phases: [{{id: late, start: 2026-05-01}}, {{id: early, start: 2026-01-15}}]}}
            projections: [{{id: p, month: {month}, initiative: api{more}}}]
            """

    @pytest.mark.parametrize(
        ("month", "texts"),
        [
            (2, ["month 2 counts on api, which starts later"]),
            (5, ["month 5 counts on api, 2 months after its start"]),
            (6, []),
            (15, []),
        ],
    )
    def test_three_months_have_to_pass(self, month, texts):
        assert came("PRJ05", self.said(month)) == (texts, ())

    def test_the_last_month_of_a_projection_decides(self):
        assert came("PRJ05", self.said(4, to_month=6)) == ([], ())

    def test_a_plan_without_dates_is_not_checked(self):
        said = self.said(4).replace(", start: 2026-05-01", "").replace(", start: 2026-01-15", "")
        assert came("PRJ05", said)[1] == ("plan.phases[].start",)


class TestWordsForMoney:
    @pytest.mark.parametrize(
        "claim",
        [
            "{text: Sales doubled, unit: fraction, value: 2}",
            "{text: The club brings 2436 a month, unit: mrr, value: 2436}",
            "{text: Monthly recurring revenue of 2436, unit: mrr, value: 2436}",
            "{text: 'Revenue of $30,000, of which MRR $2,000', unit: revenue, value: 30000}",
        ],
    )
    def test_sensible_claims_pass(self, claim):
        assert came("PRJ06", f"claims: [{claim}, {{text: Sales, unit: revenue}}]") == ([], ())

    @pytest.mark.parametrize(
        ("claim", "text"),
        [
            ("{text: A $2M stream of revenue, unit: arr}", "is about revenue, but its unit is arr"),
            ("{text: $2M of new ARR, unit: revenue}", "is about run rate, but its unit is revenue"),
            ("{text: We earn 2000 a month}", "whether it is revenue or a run rate"),
            ("{text: Run rate of 2000, unit: currency}", "whether it is revenue or a run rate"),
        ],
    )  # fmt: skip
    def test_a_claim_is_called_what_it_is(self, claim, text):
        ((found,), _) = came("PRJ06", f"claims: [{claim}]")
        assert found.endswith(text)

    def test_claims_about_other_things_need_no_unit(self):
        assert came("PRJ06", "claims: [{text: Churn fell by a point}]")[1] == (
            "a claim or projection about revenue or a run rate",
        )

    def test_a_projection_with_an_amount_says_what_it_is(self):
        assert came("PRJ06", "projections: [{id: p, amount: 9}]")[0]
        assert came("PRJ06", "projections: [{id: p, amount: 9, unit: mrr}]") == ([], ())
        assert came("PRJ06", "projections: [{id: p, month: 2}]")[1]


class TestOneNumberOfPeople:
    def test_the_same_base_is_right(self):
        assert came("PRJ07", shop("product: course, base: 100", "product: club, base: 100")) == ([], ())

    def test_buyers_of_one_line_are_the_people_of_another_through_all_steps(self):
        said = shop(
            "product: coach, base: 12, rate: 0.1",
            "product: club, base: 50, rate: 0.24",
            "product: course, base: 1000, rate: 0.03, rate_high: 0.05",
        )
        assert came("PRJ07", said) == ([], ())

    def test_a_second_base_is_told_beside_the_first(self):
        said = shop("product: course, base: 1000, quantity: 10", "product: club, base: 100, quantity: 100")
        assert came("PRJ07", said)[0] == ["club is a share of 100 people, other lines of 1,000"]

    def test_the_audience_and_earlier_buyers_are_known(self):
        lines = ("product: course, base: 9000, quantity: 10", "product: club, base: 500, quantity: 5")
        said = shop(*lines)
        assert came("PRJ07", said)[0]
        assert came("PRJ07", "audience: {who: W, subscribers: 500}\n" + said) == ([], ())
        first = "  - {id: q, month: 1, lines: [{product: course, quantity: 500}]}\n"
        assert came("PRJ07", shop(*lines, month=2) + first)[0] == []
        assert came("PRJ07", shop(*lines, month=1) + first)[0]

    def test_lines_without_a_base_are_not_checked(self):
        assert came("PRJ07", shop("product: course, base: 9", "product: club"))[1] == (
            "projections[p].lines[1].base",
        )
