"""What a rule reads: what was said, never a default; what is missing has a name."""

import pytest

from ecotools.blueprint import Blueprint
from ecotools.blueprint.fields import Section
from ecotools.rules.engine.parts import Business, Missing, Part, place_of, walk

from ..examples import blueprint

SHOP = """
products:
  - {id: kit, name: Kit, kind: add_on, price: 0}
  - {id: club, name: Club, kind: community}
funnel:
  - {from: awareness, to: purchase, rate: 0.1}
community: {moderators: [], guidelines: false}
"""


@pytest.fixture
def shop():
    return Business(blueprint(SHOP))


def missing(read):
    with pytest.raises(Missing) as caught:
        read()
    return caught.value.places


def test_a_value_that_was_said_is_returned_be_it_zero(shop):
    assert shop.products[0].price == 0 and shop.products[0].has("price")


def test_a_default_is_not_a_statement(shop):
    club = shop.products[1]
    assert missing(lambda: club.price) == (("products", 1, "price"),)
    assert not club.has("price") and club.get("price") == 0


def test_products_are_sold_once_and_in_dollars_unless_they_say_otherwise(shop):
    assert shop.products[0].billing == "one_time" and shop.currency == "USD"


def test_what_was_put_into_a_blueprint_in_python_was_said():
    made = Blueprint(name="Q")
    made.audience = {"who": "Writers"}
    assert Business(made).audience.who == "Writers"


def test_silence_and_nothing_are_two_things(shop):
    community = shop.community
    assert community.stated("moderators") == [] and community.stated("guidelines") is False
    assert not community.has("moderators") and not community.has("guidelines")
    assert missing(lambda: community.stated("recognition")) == (("community", "recognition"),)
    assert missing(lambda: community.moderators) == (("community", "moderators"),)


def test_fields_have_their_name_in_python_and_in_yaml(shop):
    step = shop.funnel[0]
    assert getattr(step, "from") == step.from_stage == step.get("from") == "awareness"
    assert step.finding("from_stage", found="x").at == ("funnel", 0, "from")


def test_a_field_that_the_model_lacks_is_a_slip_of_the_rule(shop):
    with pytest.raises(AttributeError, match=r"Product has no field 'prise'\. Did you mean 'price'"):
        _ = shop.products[0].prise


def test_parts_know_their_place_and_their_business(shop):
    club = shop.products[1]
    assert place_of(club) == ("products", 1) and club.business is shop and club == shop.products[1]
    assert club.finding("price", found="x").at == ("products", 1, "price")
    assert [part.id for part in walk(shop, "products")] == ["kit", "club"]


def test_without_a_ledger_a_rule_ends(shop):
    assert missing(lambda: shop.ledger) == ("a ledger (--ledger)",)


def sections(model=Section):
    for kind in model.__subclasses__():
        yield kind
        yield from sections(kind)


def test_no_field_of_a_blueprint_has_the_name_of_a_method():
    """A field called like a method of Part could never be read."""
    own = {name for name in (*vars(Part), "ledger", "begin", "looked", "absent") if not name.startswith("_")}
    assert not {field for kind in sections() for field in kind.model_fields} & own
