"""Currencies are written by their codes; what else people write is refused with the code."""

import pytest
from pydantic import ValidationError

from ecotools.blueprint import Blueprint
from ecotools.blueprint.currencies import CURRENCIES


@pytest.mark.parametrize("code", ["USD", "EUR", "GBP", "JPY", "INR", "BRL", "NGN", "ZMW"])
def test_codes_are_taken(code):
    assert Blueprint(name="Q", currency=code).currency == code


def test_the_list_has_the_currencies_of_the_world_by_three_letters():
    assert 150 <= len(CURRENCIES) <= 160
    assert all(len(code) == 3 and code.isupper() and name for code, name in CURRENCIES.items())


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("usd", "USD"), ("Euro", "EUR"), ("euros", "EUR"), ("€", "EUR"), ("US$", "USD"), ("$", "USD"),
        ("US dollars", "USD"), ("dollar", "USD"), ("British pounds", "GBP"), ("pounds", "GBP"), ("£", "GBP"),
        ("swiss franc", "CHF"), ("Indian rupee", "INR"), ("zloty", "PLN"), ("EURO", "EUR"), ("UDS", "USD"),
    ],
)  # fmt: skip
def test_what_people_write_is_refused_with_the_code(written, code):
    with pytest.raises(ValidationError) as caught:
        Blueprint(name="Q", currency=written)
    assert f"found {written!r} (text). Write {code}." in str(caught.value)


@pytest.mark.parametrize("written", ["sea shells", "", 5, None, ["EUR"]])
def test_what_stands_for_no_currency_is_refused_without_a_guess(written):
    with pytest.raises(ValidationError, match="expected the ISO 4217 code of a currency") as caught:
        Blueprint(name="Q", currency=written)
    assert "Write" not in str(caught.value)
