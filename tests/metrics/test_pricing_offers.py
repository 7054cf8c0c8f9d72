"""Offers: payment plans, the value matrix and the ladder."""

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecotools.metrics.pricing import (
    check_ladder,
    payment_plan_cost,
    tier_value,
    value_matrix,
)
from ecotools.metrics.pricing.plans import loan_rate

# --- payment plans ------------------------------------------------------------------------------------------


def test_the_rate_of_a_loan_is_that_of_published_calculators():
    """Adobe FormCalc reference: Apr(35000, 269.50, 360) = 0.08515404566, which is itself off by 8e-7.

    Affirm, disclosure update of 2020: 500 dollars, 12 payments of 43.96, 10% APR. They begin in a month: one
    more payment at once, of what is lent besides, changes nothing.
    """
    long = loan_rate(35_000 + 269.5, 269.5, 361)
    assert long == pytest.approx(0.08515404566, abs=1e-6)
    assert long == pytest.approx(0.0851532723719858, abs=1e-11)  # by bisection with 40 digits
    assert loan_rate(500 + 43.96, 43.96, 13) == pytest.approx(0.10, abs=2e-4)


@given(st.floats(10, 5000), st.integers(2, 24), st.floats(-0.03, 0.2))
def test_the_rate_found_is_the_one_that_made_the_plan(price, instalments, monthly):
    amount = price / sum((1 + monthly) ** -k for k in range(instalments))
    assert loan_rate(price, amount, instalments) == pytest.approx(12 * monthly, abs=1e-6)


def test_a_plan_without_surcharge_has_a_rate_of_zero_and_a_discount_one_below():
    assert loan_rate(300, 100, 3) == 0
    assert loan_rate(300, 90, 3) < 0


def test_a_plan_that_lends_nothing_has_no_rate():
    assert loan_rate(199, 199, 1).reason == "one payment at once lends nothing"
    assert loan_rate(199, 199, 3).reason == "the first payment alone covers the price"


def test_a_payment_plan_is_worked_by_hand():
    plan = payment_plan_cost(200, 3, 80, monthly_default_rate=0.1, monthly_discount_rate=0.25)
    assert plan["total"] == 240
    assert plan["extra_paid"] == 40
    assert plan["extra_rate"] == pytest.approx(0.2)
    assert plan["completing"] == pytest.approx(0.81)
    assert plan["expected_received"] == pytest.approx(80 + 72 + 64.8)
    assert plan["present_value"] == pytest.approx(80 + 72 / 1.25 + 64.8 / 1.5625)
    assert plan["against_price"] == pytest.approx(plan["present_value"] - 200)
    assert plan.attrs["reason"] == {
        "break_even_default_rate": "the plan is worth less than the price even if everybody pays"
    }


def test_at_the_break_even_default_rate_the_plan_is_worth_the_price():
    rate = payment_plan_cost(200, 3, 80)["break_even_default_rate"]
    assert 0 < rate < 1
    plan = payment_plan_cost(200, 3, 80, monthly_default_rate=rate)
    assert plan["against_price"] == pytest.approx(0, abs=1e-6)


def test_one_payment_of_the_price_costs_nothing_more():
    plan = payment_plan_cost(199, 1, 199)
    assert plan["extra_paid"] == 0
    assert math.isnan(plan["apr"])
    assert set(plan.attrs["reason"]) == {"apr", "break_even_default_rate"}


@given(st.integers(1, 24), st.floats(1, 500), st.floats(0, 1), st.floats(0, 0.2))
def test_defaults_and_discounting_only_ever_take_away(instalments, amount, lost, discount):
    plan = payment_plan_cost(400, instalments, amount, lost, discount)
    assert amount - 1e-9 <= plan["present_value"] <= plan["expected_received"] + 1e-9
    assert plan["expected_received"] <= plan["total"] + 1e-9
    assert 0 <= plan["completing"] <= 1


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"monthly_default_rate": 5}, "did you mean 0.05"),
        ({"monthly_discount_rate": 1.5}, "did you mean 0.015"),
        ({"price": 0}, "price must be above zero"),
        ({"price": -199}, "price must be above zero"),
        ({"instalment_price": 0}, "instalment_price must be above zero"),
        ({"instalments": 0}, "instalments must be a whole number"),
        ({"instalments": 2.5}, "instalments must be a whole number"),
    ],
)
def test_a_plan_that_is_none_is_refused_by_name(settings, message):
    with pytest.raises(ValueError, match=message):
        payment_plan_cost(**({"price": 199, "instalments": 3, "instalment_price": 79} | settings))


# --- value matrix -------------------------------------------------------------------------------------------

FEATURES = pd.DataFrame(
    {"basic": [60, 0, np.nan], "pro": [60, 40, 0], "studio": [80, 40, 150]},
    index=["lessons", "templates", "audit"],
)


def test_each_tier_shows_its_value_beside_its_price():
    tiers = tier_value(FEATURES, {"basic": 49, "pro": 99, "studio": 199}).set_index("tier")
    assert tiers["features"].tolist() == [1, 2, 3]
    assert tiers["value"].tolist() == [60, 100, 270]
    assert tiers["surplus"].tolist() == [11, 1, 71]
    assert tiers["added_features"].tolist() == [1, 1, 1]
    assert tiers["added_value"].tolist() == [60, 40, 170]
    assert tiers["added_price"].tolist() == [49, 50, 100]
    assert tiers.loc["pro", "value_per_price"] == pytest.approx(100 / 99)


def test_a_feature_that_a_tier_has_not_is_worth_nothing_there():
    matrix = value_matrix(FEATURES)
    assert matrix.index.name == "feature"
    assert matrix.loc["audit"].tolist() == [0, 0, 150]


def test_features_may_be_ticked_and_valued_once():
    ticked = pd.DataFrame(
        {"feature": ["lessons", "audit"], "value": [60, 150], "basic": [True, None], "pro": [True, True]}
    )
    assert value_matrix(ticked).to_dict("list") == {"basic": [60, 0], "pro": [60, 150]}


def test_feature_names_may_stand_in_a_column_and_a_matrix_may_be_read_again():
    named = FEATURES.rename_axis("feature").reset_index()
    pd.testing.assert_frame_equal(value_matrix(named), value_matrix(FEATURES))
    pd.testing.assert_frame_equal(value_matrix(value_matrix(FEATURES)), value_matrix(FEATURES))
    pd.testing.assert_frame_equal(tier_value(named, [49, 99, 199]), tier_value(FEATURES, [49, 99, 199]))


def test_a_free_tier_has_no_value_per_price():
    assert math.isnan(tier_value(FEATURES, [0, 99, 199])["value_per_price"].iloc[0])


def test_tiers_without_features_are_worth_nothing():
    assert tier_value(FEATURES.iloc[:0], [1, 2, 3])["value"].tolist() == [0, 0, 0]


@pytest.mark.parametrize(
    ("features", "error", "message"),
    [
        ([1, 2], TypeError, "one column per tier"),
        (pd.DataFrame(index=["a"]), ValueError, "features has no tiers"),
        (pd.DataFrame({"value": [1]}), ValueError, "features has no tiers"),
        (FEATURES * -1, ValueError, r"features\['basic'\] must be zero or more"),
        (FEATURES > 0, TypeError, "add a column 'value'"),
        (FEATURES.assign(value=5), ValueError, r"features\['basic'\] must be True or False, not 60"),
        (pd.concat([FEATURES, FEATURES]), ValueError, "names 'lessons' twice"),
    ],
)
def test_a_table_that_is_no_value_matrix_is_refused(features, error, message):
    with pytest.raises(error, match=message):
        value_matrix(features)


@pytest.mark.parametrize(
    ("prices", "message"),
    [({"basic": 1, "pro": 2}, "prices has nothing for 'studio'"), ([1, 2], "2 amounts for 3 names")],
)
def test_every_tier_needs_a_price(prices, message):
    with pytest.raises(ValueError, match=message):
        tier_value(FEATURES, prices)


# --- the ladder ---------------------------------------------------------------------------------------------


def products(*rows):
    return pd.DataFrame(rows, columns=["name", "kind", "price", "billing", "value", "includes"])


def quillwork(**changed):
    """The case company, with some prices changed."""
    rows = {
        "Guide": ("lead_magnet", 0, "one_time", None, []),
        "Bootcamp": ("core", 199, "one_time", 400, []),
        "Templates": ("add_on", 49, "one_time", 90, []),
        "Discord": ("add_on", 29, "one_time", 60, []),
        "Audit": ("add_on", 149, "one_time", 250, []),
        "Membership": ("subscription", 29, "month", 50, []),
        "Coaching": ("coaching", 997, "one_time", 3000, []),
        "Suite": ("bundle", 219, "one_time", 490, ["Bootcamp", "Templates"]),
    }
    return products(*[(name, row[0], changed.get(name, row[1]), *row[2:]) for name, row in rows.items()])


def finding(table, check, **settings):
    return check_ladder(table, **settings).set_index("check").loc[check]


def test_a_sound_ladder_passes_every_check():
    findings = check_ladder(quillwork())
    assert findings.columns.tolist() == ["check", "ok", "found", "expected", "advice"]
    assert findings["ok"].all()
    assert (findings["advice"] == "").all()
    assert findings["check"].is_unique


@pytest.mark.parametrize(
    ("changed", "broken"),
    [
        ({"Discord": 45}, {"one_two_three"}),
        ({"Bootcamp": 549}, {"price_band_core", "coaching_multiple", "value_covers_price", "value_rises"}),
        ({"Audit": 159}, {"price_band_add_on"}),
        ({"Membership": 120}, {"price_band_subscription", "value_covers_price"}),
        ({"Discord": 49}, {"one_two_three", "price_steps"}),
        ({"Coaching": 590, "Bootcamp": 200}, {"coaching_multiple"}),
        ({"Coaching": 2500}, {"coaching_multiple", "price_steps"}),
        ({"Templates": 95}, {"value_covers_price"}),
        ({"Suite": 248}, {"bundle_saves"}),
    ],
)
def test_each_fault_is_found_by_its_check(changed, broken):
    findings = check_ladder(quillwork(**changed))
    faults = findings[~findings["ok"]]
    assert set(faults["check"]) == broken
    assert (faults["advice"] != "").all()


def test_charm_prices_a_few_dollars_beside_the_rule_pass():
    """Seed 001 FAQ: 997 and coaching at 2,997 to 9,997, which is 3.006 to 10.03 times."""
    for price in (2997, 9997, 2985):
        table = products(
            ("Course", "core", 997, None, None, None), ("Coach", "coaching", price, None, None, None)
        )
        assert finding(table, "coaching_multiple")["ok"]
    assert "10 times Course" in finding(table.assign(price=[997, 9997]), "coaching_multiple")["found"]


def test_two_add_ons_and_coaching_make_a_one_two_three_checkout():
    """Seed 000 §4: an e-book, a workshop, and coaching as the high ticket."""
    table = products(
        ("Course", "core", 199, None, None, None), ("E-book", "add_on", 19, None, None, None),
        ("Workshop", "add_on", 79, None, None, None), ("Coach", "coaching", 799, None, None, None),
    )  # fmt: skip
    found = finding(table, "one_two_three")
    assert found["ok"]
    assert found["found"] == "E-book 19, Workshop 79, Coach 799"
    assert "Add 2 more" in finding(table.iloc[[0, 1]], "one_two_three")["advice"]


def test_more_than_three_offers_at_checkout_are_too_many():
    rows = [(f"Extra {i}", "add_on", 10 * 2**i, None, None, None) for i in range(4)]
    found = finding(products(*rows), "one_two_three")
    assert not found["ok"]
    assert "Show three at checkout" in found["advice"]


def test_what_is_not_there_is_not_judged():
    findings = check_ladder(products(("Course", "core", 199, None, None, None))).set_index("check")
    assert findings.loc["one_core", "ok"]
    for check in ("price_band_add_on", "price_steps", "coaching_multiple", "value_rises", "bundle_saves"):
        assert findings.loc[check, "ok"] is pd.NA
    assert findings.loc["coaching_multiple", "found"] == "no coaching"


def test_no_products_fail_only_what_a_ladder_must_have():
    findings = check_ladder(products()).set_index("check")
    assert not findings.loc["one_core", "ok"]
    assert findings.loc["value_covers_price", "ok"] is pd.NA


def test_two_core_products_are_one_too_many():
    table = products(("A", "core", 100, None, None, None), ("B", "core", 200, None, None, None))
    assert not finding(table, "one_core")["ok"]
    assert finding(table, "one_core")["found"] == "A 100, B 200"


def test_a_subscription_is_judged_by_the_month():
    table = products(("Club", "subscription", 240, "year", None, None))
    assert finding(table, "price_band_subscription")["ok"]
    assert finding(table, "price_band_subscription")["found"] == "Club 20"


def test_what_costs_more_and_is_worth_no_more_is_named():
    table = products(("Basic", "core", 100, None, 150, None), ("Pro", "add_on", 140, None, 150, None))
    found = finding(table, "value_rises")
    assert not found["ok"]
    assert found["found"] == "Pro costs more than Basic and is worth no more"


def test_a_month_of_membership_is_not_compared_with_a_single_sale():
    table = products(
        ("Course", "core", 100, None, 150, None), ("Club", "subscription", 20, "month", 200, None)
    )
    assert finding(table, "value_rises")["ok"] is pd.NA


def test_the_limits_can_be_replaced():
    table = quillwork(Bootcamp=549)
    assert finding(table, "price_band_core", bands={"core": (100, 700)})["ok"]
    assert finding(quillwork(Discord=45), "one_two_three", ticket_step=1.01)["ok"]
    assert finding(quillwork(Coaching=2500), "coaching_multiple", coaching=(3, 15))["ok"]


def test_a_table_with_name_kind_and_price_alone_will_do():
    assert finding(quillwork()[["name", "kind", "price"]], "price_steps")["ok"]
    by_id = quillwork().rename(columns={"name": "id"})[["id", "kind", "price", "includes"]]
    assert finding(by_id, "bundle_saves")["found"] == "Suite saves 29"


def test_a_blueprint_gives_its_products():
    blueprint = pytest.importorskip("ecotools.blueprint").Blueprint.from_yaml(
        "name: Q\nproducts:\n  - {id: course, name: Course, kind: core, price: 199}\n"
        "  - {id: kit, name: Kit, kind: add_on, price: 49}\n"
        "  - {id: both, name: Both, kind: bundle, price: 219, includes: [course, kit]}\n"
    )
    assert finding(blueprint, "bundle_saves")["found"] == "Both saves 29"
    assert finding(blueprint, "one_core")["found"] == "Course 199"


@pytest.mark.parametrize(
    ("change", "error", "message"),
    [
        ({"kind": "add-on"}, ValueError, "Did you mean 'add_on'"),
        ({"price": -5}, ValueError, r"products\['price'\] must be zero or more"),
        ({"price": None}, ValueError, "no price for 'Guide'"),
        ({"price": "free"}, TypeError, "must be numbers, not 'free'"),
        ({"billing": "monthly"}, ValueError, "each billing of products must be one of"),
        ({"value": -1}, ValueError, r"products\['value'\] must be zero or more"),
    ],
)
def test_a_product_that_is_none_is_refused(change, error, message):
    table = quillwork().astype(object)
    for column, value in change.items():
        table.loc[0, column] = value
    with pytest.raises(error, match=message):
        check_ladder(table)


def test_a_bundle_of_unknown_parts_is_refused_with_the_near_match():
    table = quillwork()
    table.at[7, "includes"] = ["Bootcmp"]
    with pytest.raises(ValueError, match=r"each part of 'Suite'.*Did you mean 'Bootcamp'"):
        check_ladder(table)


@pytest.mark.parametrize("column", ["kind", "price", "name"])
def test_a_missing_column_is_named(column):
    with pytest.raises(ValueError, match=f"needs the column '{column}'"):
        check_ladder(quillwork().drop(columns=column))
