"""Sentences and tables computed from values, as people write numbers."""

import datetime
import math
import re

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecotools.learn import say, show
from ecotools.learn.numbers import written
from ecotools.learn.sentences import sentence
from ecotools.learn.tables import write_table
from tests.learn.test_card import texts


@pytest.mark.parametrize(
    ("value", "how", "text"),
    [
        (12400, "money", "$12,400"),
        (12.5, "money", "$12.50"),
        (1234.56, "money", "$1,235"),
        (-3, "money", "-$3"),
        (-0.001, "money", "$0"),
        (29, "+money", "+$29"),
        (0.0831, "percent", "8.3%"),
        (0.5, "percent", "50%"),
        (0.00052, "percent", "0.052%"),
        (0, "percent", "0%"),
        (0.9999, "percent", "100%"),
        (0.00999, "percent", "1%"),
        (12.5, "percent", "1,250%"),
        (0.01, "points", "1 percentage point"),
        (-0.042, "points", "-4.2 percentage points"),
        (70123.4, "count", "70,123"),
        (2.118, "times", "2.12 times"),
        (0.012345, "number", "0.0123"),
        (99.96, "number", "100"),
        (9.999, "number", "10"),
        (1234567.8, "number", "1,234,568"),
        (np.float64(2 / 3), "", "0.667"),
        (pd.Period("2025-02", "M"), "", "2025-02"),
        (datetime.date(2025, 2, 3), "", "2025-02-03"),
        (True, "", "yes"),
        ("social", "", "social"),
        (["a", 2], "", "a, 2"),
        (math.nan, "percent", "no value"),
        (None, "money", "no value"),
        (math.inf, "money", "$∞"),
        ((0.041, 0.083), "change", "doubled"),
        ((10, 5), "change", "halved"),
        ((100, 135), "change", "rose by 35%"),
        ((100, 88), "change", "fell by 12%"),
        ((100, 420), "change", "rose to 4.2 times as much"),
        ((0, 3), "change", "rose"),
        ((7, 7), "change", "did not change"),
        ((math.nan, 7), "change", "changed by an unknown amount"),
    ],
)
def test_values_are_written_as_people_write_them(value, how, text):
    assert written(value, how) == text


def test_another_currency_has_its_sign():
    assert written(5, "money", currency="€") == "€5"


@given(st.floats(1e-9, 1e12))
def test_a_number_keeps_three_digits_that_count(x):
    assert math.isclose(float(written(x).replace(",", "")), x, rel_tol=0.005)


@given(st.floats(1e-7, 10))
def test_a_percent_is_never_off_by_more_than_a_twentieth_of_a_point_or_a_tenth_of_itself(x):
    shown = float(written(x, "percent").replace(",", "").rstrip("%")) / 100
    assert abs(shown - x) <= max(min(0.0005001, 0.06 * x), 0.0005001 * (x > 0.1))


@pytest.mark.parametrize(
    ("template", "values", "words"),
    [
        ("{rate:percents}", {"rate": 1}, "Did you mean 'percent'"),
        ("{rate:percent}", {"rate": "a"}, "is for one number"),
        ("{rate}", {}, "needs a value for {rate}"),
        ("{}", {"rate": 1}, "needs a value"),
        ("{rate:change}", {"rate": 1}, "a pair"),
    ],
)
def test_a_sentence_that_cannot_be_made_says_why(template, values, words):
    with pytest.raises(ValueError, match=re.escape(words)):
        sentence(template, **values)


def test_say_prints_its_sentence_outside_a_notebook(capsys):
    say("{a:money} & <{b:count}>", a=5, b=1000)
    assert capsys.readouterr().out == "$5 & <1,000>\n"


PRICES = pd.DataFrame(
    {
        "tier": ["Lite", "Plus", "Pro"],
        "price": [12.0, 59.5, np.nan],
        "share": [0.25, 0.125, 0.0005],
        "buyers": [1200, 30, 0],
        "year": [2024, 2025, 2025],
        "good": [True, False, True],
    }
)


def test_a_table_is_shown_without_an_index_that_means_nothing(capsys):
    show(PRICES, money=["price"], percent=["share"])
    assert capsys.readouterr().out.splitlines() == [
        "tier   price  share  buyers  year  good",
        "Lite     $12    25%   1,200  2024  yes",
        "Plus  $59.50  12.5%      30  2025  no",
        "Pro        –  0.05%       0  2025  yes",
    ]


def test_html_and_text_hold_the_same_words():
    told = write_table(PRICES, money=["price"], percent=["share"], caption="Prices", rows=2)
    assert texts(told.html()).split() == told.text().split()
    assert told.text().splitlines()[0] == "Prices"
    assert told.text().endswith("and 1 more row")


def test_a_screen_reader_finds_heads_and_row_names():
    page = write_table(PRICES, caption="Prices").html()
    assert page.count("<th scope='col'") == 6
    assert page.count("<th scope='row'") == 3
    assert "<caption" in page
    assert "overflow-x:auto" in page


def test_an_index_that_means_something_names_the_rows():
    table = PRICES.set_index("tier")[["price"]]
    assert write_table(table, money=["price"]).text().splitlines()[:2] == ["tier   price", "Lite     $12"]
    months = pd.Series([0.1, 0.2], index=pd.period_range("2025-01", periods=2, freq="M"), name="churn")
    assert write_table(months, percent=True).text().splitlines() == [
        "         churn",
        "2025-01    10%",
        "2025-02    20%",
    ]
    two = PRICES.set_index(["year", "tier"])[["buyers"]]
    assert write_table(two).html().count("scope='row'") == 6


def test_a_result_of_several_numbers_is_a_small_labelled_table():
    told = write_table({"at once": 220, "surcharge": 0.1}, money=["at once"], percent=["surcharge"])
    assert told.text() == "at once    $220\nsurcharge   10%"
    assert "<thead" not in told.html()
    assert told.html().count("<th scope='row'") == 2
    renamed = write_table({"rate": 0.1}, percent="rate", names={"rate": "Step rate"})
    assert renamed.text() == "Step rate  10%"


def test_a_column_that_is_not_there_is_named_with_the_nearest():
    with pytest.raises(ValueError, match="Did you mean 'price'"):
        write_table(PRICES, money=["prise"])


def test_a_table_is_not_changed_and_may_be_empty():
    before = PRICES.copy()
    write_table(PRICES, money=["price"])
    assert PRICES.equals(before)
    assert write_table(PRICES.iloc[:0]).text() == "tier  price  share  buyers  year  good"
    assert write_table({}).text() == ""


@given(st.lists(st.tuples(st.text("ab<&$", min_size=1), st.floats(-1e6, 1e6)), max_size=5))
def test_any_small_table_can_be_shown(rows):
    table = pd.DataFrame(rows, columns=["name", "value"])
    told = write_table(table, money=["value"])
    assert texts(told.html()).split() == told.text().split()
