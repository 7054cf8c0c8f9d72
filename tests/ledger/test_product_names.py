"""Product ids are stable and readable, and names mean what a blueprint says they mean."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecotools.blueprint import Blueprint, BlueprintError
from ecotools.ledger.product_names import catalogue, slug

SHOP = Blueprint.from_yaml(
    "name: Shop\nproducts:\n- {id: club, name: The Club, kind: subscription, price: 9, billing: month}\n"
)


@pytest.mark.parametrize(
    ("one", "other"),
    [("C++", "C#"), ("Курс 1", "Курс 2"), ("動画", "講座"), ("A+", "A"), ("Plan €", "Plan $")],
)
def test_names_that_differ_in_letters_or_signs_are_products_each(one, other):
    assert slug(one) != slug(other)


@given(st.text(min_size=1, max_size=30))
def test_an_id_does_not_depend_on_case_and_spaces_and_is_never_empty(name):
    assert slug(name) == slug(f"  {name}  ") and slug(name)
    assert " " not in slug(name)


@given(st.text(min_size=1, max_size=30))
def test_the_id_of_an_id_is_itself(name):
    assert slug(slug(name).replace("_", " ")) == slug(name)


@pytest.mark.parametrize("name", ["Charge for ann@example.com", "Invoice 7F-001", "", "!!!"])
def test_a_text_that_names_no_product_is_unknown(name):
    assert slug(name) == "unknown"


@pytest.mark.parametrize("name", ["the club", "THE  CLUB", " club "])
def test_a_blueprint_is_matched_by_id_and_name(name):
    product = catalogue(SHOP).find(name)
    assert (product.id, product.kind, product.recurring, product.price) == ("club", "subscription", True, 9.0)


def test_what_was_looked_up_is_remembered_with_whether_it_matched():
    known = catalogue(SHOP)
    known.find("club"), known.find("Pack")
    assert [matched for _, matched in known.seen.values()] == [True, False]


def test_what_shops_call_a_product_is_matched_too():
    shop = SHOP.model_copy(deep=True)
    shop.products[0].shop_names = ["prod_Q1", "Club (spring)"]
    known = catalogue(shop)
    assert known.find("PROD_q1").id == known.find("club (spring)").id == "club"
    assert known.knows("prod_q1") and not known.knows("prod_q2")


@pytest.mark.parametrize("called", ["The Club", "PACK", "p1"])
def test_a_shop_name_means_one_product(called):
    text = "name: Q\nproducts:\n- {id: club, name: The Club, kind: core, shop_names: [P1]}\n"
    text += f"- {{id: pack, name: Pack, kind: add_on, shop_names: [{called}]}}\n"
    if called == "PACK":  # its own name
        assert Blueprint.from_yaml(text).products[1].shop_names == ["PACK"]
        return
    with pytest.raises(BlueprintError, match="'club' already; a name in an export means one product"):
        Blueprint.from_yaml(text)
