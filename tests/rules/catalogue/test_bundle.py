"""Bundles: what parts cost, savings to the cent, months of what recurs, and what belongs together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecotools.rules import review

from ..examples import blueprint

SUITE = """
products:
  - {id: course, name: Course, kind: core, price: 199}
  - {id: kit, name: Kit, kind: add_on, price: 49}
  - {id: club, name: Club, kind: subscription, price: CLUB}
  - {id: list, name: List, kind: lead_magnet}
  - {id: suite, name: Suite, kind: bundle, includes: [course, kit, club, list], MORE}
"""


def told(rule, example):
    """Return what a rule finds, in words; "ok" when all is well, what is missing when it is not checked."""
    one = review(blueprint(example), select=rule).outcomes[0]
    return [found.found for found in one.findings] or one.missing or one.word


def suite(more, club="33, billing: month"):
    return SUITE.replace("MORE", more).replace("CLUB", club)


MONTHS = "included_months: {club: 3}"


@pytest.mark.parametrize(
    ("price", "found"),
    [
        (346.99, "ok"),
        (347, ["$347 for parts that cost $347: 199 + 49 + 99 + 0"]),
        (400, ["$400 for parts that cost $347: 199 + 49 + 99 + 0"]),
    ],
)
def test_a_bundle_must_be_cheaper_than_its_parts(price, found):
    assert told("BND01", suite(f"price: {price}, {MONTHS}")) == found


@pytest.mark.parametrize(
    ("club", "saving"), [("33, billing: month", 48), ("99, billing: quarter", 48), ("396, billing: year", 48)]
)
def test_what_recurs_costs_the_months_that_are_in_the_bundle(club, saving):
    assert told("BND02", suite(f"price: 299, {MONTHS}, stated_saving: {saving}", club)) == "ok"


@pytest.mark.parametrize(
    ("stated", "found"),
    [
        (48.01, "ok"),
        (47.99, "ok"),
        (48.02, ["$48.02 promised; it saves $48: 199 + 49 + 99 + 0 against $299"]),
        (0, ["$0 promised; it saves $48: 199 + 49 + 99 + 0 against $299"]),
    ],
)
def test_a_saving_is_right_to_the_cent(stated, found):
    assert told("BND02", suite(f"price: 299, {MONTHS}, stated_saving: {stated}")) == found


def test_a_saving_of_a_bundle_that_costs_more_is_told():
    assert told("BND02", suite(f"price: 350, {MONTHS}, stated_saving: 20")) == [
        "$20 promised; it costs $3 more: 199 + 49 + 99 + 0 against $350"
    ]


def test_money_is_in_the_currency_of_the_business():
    said = "currency: EUR\n" + suite(f"price: 360, {MONTHS}").lstrip()
    assert told("BND01", said) == ["360 EUR for parts that cost 347 EUR: 199 + 49 + 99 + 0"]


def test_without_months_there_is_no_sum():
    assert told("BND01", suite("price: 299")) == ("products[suite].included_months",)
    assert told("BND05", suite("price: 299")) == ("products[suite].included_months",)
    assert told("BND07", suite("price: 299")) == ["no months for club"]
    assert told("BND02", suite(f"price: 299, {MONTHS}")) == ("products[suite].stated_saving",)


def test_a_bundle_that_recurs_holds_what_recurs_for_as_long():
    pair = """
    products:
      - {id: desk, name: Desk, kind: core, price: 29, billing: month}
      - {id: club, name: Club, kind: community, price: 60, billing: quarter}
      - {id: both, name: Both, kind: bundle, price: PRICE, billing: month, includes: [desk, club]}
    """
    assert told("BND07", pair.replace("PRICE", "39")) == "ok" == told("BND01", pair.replace("PRICE", "39"))
    assert told("BND01", pair.replace("PRICE", "49")) == ["$49 for parts that cost $49: 29 + 20"]
    once = pair.replace("29, billing: month", "29").replace("PRICE", "39")
    assert told("BND01", once) == ("what desk is worth with each payment of both",)


@pytest.mark.parametrize(
    ("price", "found"),
    [(299, "ok"), (242.9, "ok"), (208.2, ["40% off: $208.20 instead of $347"]), (360, "ok")],
)
def test_only_deep_discounts_are_told(price, found):
    assert told("BND05", suite(f"price: {price}, {MONTHS}")) == found


def test_parts_that_cost_nothing_have_no_discount():
    box = "{id: b, name: B, kind: bundle, price: 0, includes: [a]}"
    free = f"products: [{{id: a, name: A, kind: lead_magnet}}, {box}]"
    assert told("BND05", free) == ("a part of b that costs something",)


@given(st.lists(st.integers(1, 99_999), min_size=1, max_size=4), st.integers(0, 100_000))
def test_a_computed_saving_is_always_right(cents, price):
    rows = "".join(
        f"  - {{id: p{n}, name: P, kind: add_on, price: {c / 100}}}\n" for n, c in enumerate(cents)
    )
    saving = (sum(cents) - price) / 100
    box = f"  - {{id: b, name: B, kind: bundle, price: {price / 100}, stated_saving: {max(saving, 0)}, "
    box += f"includes: [{', '.join(f'p{n}' for n in range(len(cents)))}]}}\n"
    assert (told("BND02", "products:\n" + rows + box) == "ok") == (saving >= -0.01)
    assert (told("BND01", "products:\n" + rows + box) == "ok") == (saving > 0)


class TestSoldAlone:
    SHOP = """
        products:
          - {id: a, name: A, kind: core, ALONE}
          - {id: b, name: B, kind: add_on, sold_alone: false}
          - {id: c, name: C, kind: add_on}
          - {id: d, name: D, kind: lead_magnet}
          - {id: box, name: Box, kind: bundle, includes: [a, b, d]}
        """

    def test_what_is_in_no_bundle_is_sold_alone(self):
        assert told("BND04", self.SHOP.replace("ALONE", "sold_alone: true")) == "ok"

    def test_two_of_three_are_too_many(self):
        found = told("BND04", self.SHOP.replace("ALONE", "sold_alone: false"))
        assert found == ["66.67% only in bundles: a and b"]

    def test_what_is_bundled_and_says_nothing_is_not_checked(self):
        assert told("BND04", self.SHOP.replace("ALONE", "price: 9")) == ("products[a].sold_alone",)


class TestBelongingTogether:
    BOX = """
        products:
          - {id: a, name: A, kind: core, ONE}
          - {id: b, name: B, kind: add_on, TWO}
          - {id: c, name: C, kind: add_on, problem: No clients}
          - {id: box, name: Box, kind: bundle, includes: [a, b, c]}
        """

    def box(self, one, two):
        return self.BOX.replace("ONE", one).replace("TWO", two)

    @pytest.mark.parametrize(
        ("one", "two", "found"),
        [
            ("problem: no clients.", "problem: No Clients", "ok"),
            ("problem: No clients", "problem: No mug", ["beside the problem of the others: b (No mug)"]),
            ("problem: No clients, next: [b]", "price: 9", "ok"),
            ("problem: No clients", "next: [c]", "ok"),
            ("problem: No clients", "price: 9", ("products[b].problem",)),
        ],
    )
    def test_by_problem_or_by_next_step(self, one, two, found):
        assert told("BND06", self.box(one, two)) == found

    def test_by_the_audience_that_has_all_of_the_problems(self):
        audience = "audience: {who: W, pain_point: No clients, problems: [No mug]}\n"
        said = self.box("problem: No clients", "problem: No mug")
        assert told("BND06", audience + said.replace("\n        ", "\n")) == "ok"

    @pytest.mark.parametrize(("stage", "right"), [("retention", True), ("purchase", False)])
    def test_by_the_stage_at_which_owners_use_them(self, stage, right):
        said = self.box("problem: No clients", "problem: No mug").replace("\n        ", "\n")
        points = (f"{{id: x{id}, stage: {stage}, asset: X, product: {id}}}" for id in "ab")
        journey = f"journey: [{', '.join(points)}]"
        assert (told("BND06", journey + said) == "ok") == right
