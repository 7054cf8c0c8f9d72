"""The schemas are data, and the documentation is made of them."""

import pandas as pd
import pytest

from ecotools.blueprint import STAGES as BLUEPRINT_STAGES
from ecotools.blueprint.offer import Product
from ecotools.ledger import SCHEMAS, STAGES, describe
from ecotools.ledger.checks import validate
from ecotools.ledger.schema import ACTIONS, KINDS, empty_table, filled


def test_the_five_tables_and_the_optional_ones_are_described():
    optional = ["spend", "partners", "assets", "exposures", "market", "refunds"]
    assert list(SCHEMAS) == ["touches", "orders", "subscriptions", "activity", "surveys", *optional]
    assert [name for name, table in SCHEMAS.items() if table.optional] == optional
    assert set(describe()["table"]) == set(SCHEMAS)


def test_every_column_has_a_dtype_a_meaning_and_says_what_is_right():
    table = describe()
    assert (table[["dtype", "meaning", "values"]] != "").all(axis=None)


def test_money_days_and_fractions_have_units():
    table = describe("subscriptions").set_index("column")
    assert table.loc["price", "unit"] == "currency per interval"
    assert table.loc["discount", "unit"] == "fraction"
    assert "not 5" in table.loc["discount", "values"]


def test_describe_tells_rows_keys_and_rules():
    told = describe("orders").attrs["orders"]
    assert told["key"] == ["order_id", "product"]
    assert any(rule.startswith("refunded: at most") for rule in told["rules"])


def test_an_unknown_table_is_answered_with_the_nearest_name():
    with pytest.raises(ValueError, match="Did you mean 'orders'"):
        describe("order")


def test_stages_and_kinds_are_those_of_the_blueprint():
    assert STAGES == BLUEPRINT_STAGES
    assert set(KINDS) == set(Product.model_fields["kind"].annotation.__args__)


def test_actions_are_documented():
    assert all(action in describe("activity")["values"].iloc[2] for action in ACTIONS)


@pytest.mark.parametrize("name", list(SCHEMAS))
def test_an_empty_table_has_the_documented_columns_and_fits(name):
    table = empty_table(name)
    assert list(table.columns) == SCHEMAS[name].names
    assert validate(table, name) is table


@pytest.mark.parametrize("name", list(SCHEMAS))
def test_a_table_of_no_rows_and_no_dtypes_fits(name):
    validate(pd.DataFrame(columns=SCHEMAS[name].names), name)


@pytest.mark.parametrize("name", list(SCHEMAS))
def test_columns_that_may_be_empty_can_be_left_out_of_what_an_importer_makes(name):
    needed = [column.name for column in SCHEMAS[name].columns if not (column.empty or column.missing)]
    table = filled(empty_table(name)[needed], name)
    assert set(table.columns) == set(SCHEMAS[name].names)
    validate(table[SCHEMAS[name].names], name)


def test_a_column_that_must_be_known_is_named_when_it_is_left_out():
    rows = empty_table("orders").drop(columns=["amount", "refunded", "channel"])
    with pytest.raises(ValueError, match="orders needs the columns 'amount', 'refunded'"):
        filled(rows, "orders")
