"""Policies: the product's own refund or the general one, what fits each layer, what is free."""

import pytest

from ecotools.rules import review

from ..examples import blueprint


def told(rule, example):
    """Return what a rule finds, in words; "ok" when all is well, what is missing when it is not checked."""
    one = review(blueprint(example), select=rule).outcomes[0]
    return [found.found for found in one.findings] or one.missing or one.word


def shop(more, policies=""):
    return f"products: [{{id: p, name: P, {more}}}]\npolicies: {{{policies}}}"


@pytest.mark.parametrize(
    ("own", "general", "found"),
    [
        ("refund: {policy: A month}", "", "ok"),
        ("price: 9", "refund: {policy: A month}", "ok"),
        ("refund: {days: 14}", "refund: {policy: A month}", "ok"),
        ("refund: {policy: false}", "refund: {policy: A month}", ["p has no written refund policy"]),
        ("price: 9", "refund: {policy: false}", ["p has no written refund policy"]),
        ("price: 9", "", ("policies.refund.policy",)),
        ("price: 0", "refund: {policy: false}", ("a product that is not free",)),
    ],
)
def test_a_products_own_policy_comes_first(own, general, found):
    assert told("REF01", shop(f"kind: core, {own}", general)) == found


def test_a_business_without_policies_has_none_about_refunds():
    no_policies = "products: [{id: p, name: P, kind: core, price: 9}]\npolicies: none"
    assert told("REF01", no_policies) == ["p has no written refund policy"]


def test_each_product_without_one_is_told():
    gift = "{id: c, name: C, kind: lead_magnet}"
    two = f"products: [{{id: a, name: A, kind: core}}, {{id: b, name: B, kind: add_on}}, {gift}]"
    assert told("REF01", two + "\npolicies: {refund: {policy: false}}") == [
        "a has no written refund policy",
        "b has no written refund policy",
    ]


@pytest.mark.parametrize(
    ("product", "general", "found"),
    [
        ("kind: core", "refund: {days: 30}", "ok"),
        ("kind: core", "refund: {days: 60}", "ok"),
        ("kind: core", "refund: {days: 29}", ["29 days to return p"]),
        ("kind: core, refund: {days: 30}", "refund: {days: 0}", "ok"),
        ("kind: core, billing: month", "refund: {cancel_anytime: false}", ["p cannot be ended at any time"]),
        ("kind: community, billing: month", "refund: {days: 30}", ("policies.refund.cancel_anytime",)),
        ("kind: community", "refund: {days: 30}", "ok"),
        ("kind: coaching", "refund: {kind: full}", ["p: all of it is paid back"]),
        ("kind: coaching, billing: month", "refund: {kind: none}", ["p: nothing is paid back"]),
        ("kind: coaching, refund: {kind: partial}", "refund: {kind: full}", "ok"),
        ("kind: add_on", "refund: {days: 0}", ("a product that is sold",)),
        ("kind: event", "refund: {kind: full}", ("a product that is sold",)),  # a retreat has no sessions
        ("kind: core, price: 0", "refund: {days: 0}", ("a product that is not free",)),
    ],
)
def test_refunds_fit_the_layer(product, general, found):
    assert told("REF02", shop(product, general)) == found


def test_what_bounds_coaching_may_be_a_yes():
    assert told("REF03", shop("kind: coaching, coaching: {expectations: true}")) == "ok"
    assert told("REF03", shop("kind: coaching, coaching: {group_size: 3}")) == (
        "products[p].coaching.expectations",
    )
