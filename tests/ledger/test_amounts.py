"""Money, days and intervals are read as people and programs write them, and never guessed."""

import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecotools.ledger.amounts import is_yes, money, months
from ecotools.ledger.days import moments


def one(function, cell, *args, **options):
    return function(pd.Series([cell], dtype="str"), *args, **options).iloc[0]


@pytest.mark.parametrize(
    ("cell", "amount"),
    [
        ("199", 199.0),
        ("199.00", 199.0),
        ("199.5", 199.5),
        (".5", 0.5),
        ("1,299.00", 1299.0),
        ("1,299", 1299.0),
        ("12,345,678.90", 12345678.9),
        ("$19", 19.0),
        ("$ 1,299.00", 1299.0),
        ("US$19.00", 19.0),
        ("19.00 USD", 19.0),
        ("USD 19.00", 19.0),
        ("19 €", 19.0),
        ("399,00", 399.0),
        ("1.299,00", 1299.0),
        ("1 299,00", 1299.0),
        ("1\u00a0299,00 €", 1299.0),
        ("1'299.00", 1299.0),
        ("-5.00", -5.0),
        ("-$5.00", -5.0),
        ("$-5.00", -5.0),
        ("(5.00)", -5.0),
        ("'-5.00", -5.0),
        ("0.500", 0.5),
        (" 49.0 ", 49.0),
    ],
)
def test_amounts_are_read(cell, amount):
    assert one(money, cell) == amount


@pytest.mark.parametrize(
    "cell",
    ["", "-", "$", "ten", "n/a", "1.299", "12,34,56", "1,29.00", "19-29", "$19 - $29", "1e5", "1.2.3", "USD"],
)
def test_what_is_no_certain_amount_is_not_read(cell):
    assert math.isnan(one(money, cell))


@pytest.mark.parametrize(
    ("cell", "currency", "amount"),
    [("1999", "USD", 19.99), ("1999", "JPY", 1999.0), ("1999", "KWD", 1.999), ("-500", "EUR", -5.0)],
)
def test_minor_units_follow_the_currency(cell, currency, amount):
    assert one(money, cell, currency, minor_units=True) == amount


def test_minor_units_have_no_decimals():
    assert math.isnan(one(money, "19.99", minor_units=True))


def test_three_decimals_are_right_where_the_currency_has_them():
    assert one(money, "1.299", "KWD") == 1.299


@given(st.decimals(0, 9_999_999, places=2))
def test_every_usual_way_to_write_an_amount_is_read_the_same(amount):
    english = f"{amount:,.2f}"
    european = english.translate(str.maketrans(",.", ".,"))
    written = [f"{amount:.2f}", english, european, f"${english}", f"{european} €", f"'{english}"]
    assert money(pd.Series(written)).tolist() == [float(amount)] * len(written)


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("2025-01-31", "2025-01-31"),
        ("2025-01-31 23:59:59", "2025-01-31"),
        ("2025-01-31 23:59", "2025-01-31"),
        ("2025-01-31T23:59:59Z", "2025-01-31"),
        ("2025-01-31 23:30:00 -0500", "2025-02-01"),
        ("2025-02-01 00:30:00 +0200", "2025-01-31"),
        ("2025-01-31 23:30:00 UTC", "2025-01-31"),
        ("2025-01-31T23:30:00.123+00:00", "2025-01-31"),
        ("1738368000", "2025-02-01"),
    ],
)
def test_moments_become_days_in_utc_without_a_zone(cell, day):
    read = moments(pd.Series([cell])).dt.normalize()
    assert read.dtype == "datetime64[us]"
    assert read.iloc[0] == pd.Timestamp(day)


@pytest.mark.parametrize(
    "cell", ["", "03/04/2025", "31.01.2025", "2025-02-30", "20250131", "yesterday", "45000"]
)
def test_what_is_no_certain_day_is_not_read(cell):
    assert one(moments, cell) is pd.NaT


@pytest.mark.parametrize(
    ("cell", "count"),
    [
        ("month", 1),
        ("Monthly", 1),
        ("year", 12),
        ("yearly", 12),
        ("3 months", 3),
        ("every 6 months", 6),
        ("3-month", 3),
        ("quarterly", 3),
        ("quarter", 3),
        ("biannually", 6),
        ("every_two_years", 24),
        ("2 years", 24),
    ],
)
def test_intervals_are_counted_in_months(cell, count):
    assert one(months, cell) == count


@pytest.mark.parametrize("cell", ["", "week", "day", "4 weeks", "0 months", "forever", "months month"])
def test_what_is_no_number_of_months_is_not_read(cell):
    assert math.isnan(one(months, cell))


def test_a_count_of_intervals_may_be_a_column_of_its_own():
    assert months(pd.Series(["month", "year", "month"]), pd.Series(["3", "1", ""])).tolist() == [3, 12, 1]


def test_yes_is_written_in_several_ways():
    assert (
        is_yes(pd.Series(["1", "true", "TRUE", "Yes", "0", "false", ""])).tolist() == [True] * 4 + [False] * 3
    )
